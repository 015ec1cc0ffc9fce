"""The walls: imports run one way, and nothing below the command line prints or looks at its surroundings."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ALLOWED = {
    "corpus": {"corpus"},
    "claims": {"corpus", "claims"},
    "factcheck": {"corpus", "claims", "factcheck"},
}
# The border: what may know of the process, its streams and its environment.
BORDER = {
    f"factcheck/{name}.py"
    for name in (
        *("__main__", "cli", "output", "start"),
        *("command/check_command", "command/commands", "command/config_command", "command/delivery"),
        *("command/inputs", "command/options", "command/progress", "command/settled"),
    )
}
# The stages of a comparison in their order: each may use those before it.
STAGES = ("words", "linking", "judging", "arithmetic", "gathering")
# What they may use beside: the vocabulary.
VOCABULARY = {"model", "claim_store"}
NETWORK = {"socket", "ssl", "http", "urllib.request", "requests", "ftplib", "smtplib", "asyncio"}
MODULES = sorted(path for package in ALLOWED for path in (ROOT / package).rglob("*.py"))


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            names.add(node.module or "")
    return names


@pytest.fixture(params=MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def module(request):
    return request.param.relative_to(ROOT).as_posix(), ast.parse(request.param.read_text(encoding="utf-8"))


def test_imports_run_one_way(module):
    name, tree = module
    package = name.split("/")[0]
    ours = {full.split(".")[0] for full in imported(tree)} & {*ALLOWED, "tests", "benchmarks"}
    assert ours <= ALLOWED[package]


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_uses_no_later_one(stage):
    earlier = {*STAGES[: STAGES.index(stage) + 1], *VOCABULARY}
    for path in (ROOT / "factcheck" / stage).rglob("*.py"):
        ours = [full.split(".") for full in imported(ast.parse(path.read_text(encoding="utf-8")))]
        assert {names[1] for names in ours if names[0] == "factcheck"} <= earlier, path


def test_only_the_process_knows_the_command_line(module):
    name, tree = module
    if name.startswith("factcheck/command/") or name == "factcheck/cli.py":
        return
    assert not [full for full in imported(tree) if full.startswith("factcheck.command")]


def test_nothing_reaches_the_network(module):
    _, tree = module
    assert not [full for full in imported(tree) if full in NETWORK or full.split(".")[0] in NETWORK]


def test_only_the_border_prints_or_reads_clock_and_environment(module):
    name, tree = module
    if name in BORDER:
        return
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    names = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not calls & {"print", "input", "date.today", "datetime.now", "datetime.today", "time.time"}
    assert not names & {"os.environ", "sys.argv", "sys.stdout", "sys.stderr"}


def test_a_module_stays_short_enough_to_read(module):
    name, _ = module
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= 400
