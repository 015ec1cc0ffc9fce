"""What the code itself may not do: run what it reads, unpickle, start programs, unpack to paths."""

import ast

import pytest

from tests.test_layout import MODULES, ROOT

RUNS_TEXT = {"eval", "exec", "compile", "__import__", "breakpoint"}
MODULES_NEVER = {
    "pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "subprocess", "pty", "popen2", "commands",
    "ctypes", "cffi", "code", "runpy", "xmlrpc", "telnetlib", "webbrowser", "socketserver", "wsgiref",
    "yaml", "xml.sax", "xml.dom", "lxml.etree",
}  # fmt: skip
CALLS_NEVER = {
    "os.system", "os.popen", "os.startfile", "os.execv", "os.execve", "os.execvp", "os.spawnl", "os.spawnv",
    "os.posix_spawn", "tempfile.mktemp", "archive.extract", "archive.extractall",
}  # fmt: skip
# TOML files of the package are kept as Python keeps compiled modules: nothing but their parsed tables is run.
MAY_RUN = {"corpus/tables.py": {"exec", "compile"}}


@pytest.fixture(params=MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def module(request):
    return request.param.relative_to(ROOT).as_posix(), ast.parse(request.param.read_text(encoding="utf-8"))


def test_nothing_runs_what_it_reads(module):
    name, tree = module
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert (called & RUNS_TEXT) - MAY_RUN.get(name, set()) == set()
    assert not called & CALLS_NEVER
    assert not any(
        word.arg == "shell" for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords
    )


def test_nothing_unpickles_or_starts_programs(module):
    _, tree = module
    named = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            named |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    assert not named & MODULES_NEVER


def test_tables_that_are_run_hold_nothing_but_values(tmp_path):
    """A text in TOML stays a text, whatever it looks like."""
    from corpus.tables import load_tables

    (tmp_path / "x.toml").write_text("""a = '"+__import__("os").system("x")+"'\n['"]="']\nb = [1, true]\n""")
    found = load_tables(str(tmp_path / "module.py"), "x")
    assert found == {"a": '"+__import__("os").system("x")+"', '"]="': {"b": [1, True]}}
