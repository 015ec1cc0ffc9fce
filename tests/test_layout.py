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
        "__main__",
        "check_command",
        "cli",
        "commands",
        "config_command",
        "delivery",
        "inputs",
        "options",
        "output",
        "progress",
        "settled",
        "start",
    )
}
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
