"""What the documents say holds: files and links exist, commands and examples do what is printed."""

import importlib.util
import re
import shlex
from pathlib import Path

import pytest

from factcheck.command.commands import commands
from factcheck.command.configured import options_of
from factcheck.report import format_names
from factcheck.report._rules import RULES, rule_of
from tests.factcheck.test_cli import run

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
SPEC = importlib.util.spec_from_file_location("hooks", ROOT / "docs" / "hooks.py")
HOOKS = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(HOOKS)
GENERATED = {ROOT / "docs" / name for name in HOOKS.PAGES}  # when the site is built
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXCERPT = re.compile(r"(?<=^```text\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_and_links_that_are_named_exist(document):
    text = document.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    named = re.findall(r"`((?:corpus|claims|factcheck|tests|docs|benchmarks)/[\w./-]+)`", text)
    targets = [(document.parent / name).resolve() for name in links]
    missing = [str(path) for path in targets if not path.exists() and path not in GENERATED]
    missing += [name for name in named if "NAME" not in name and not (ROOT / name).exists()]
    assert missing == []


def test_every_command_is_listed():
    listed = re.findall(r"^\| `factcheck (\w+)", README, re.MULTILINE)
    assert sorted(listed) == sorted(commands.commands)


def test_every_format_is_listed():
    page = (ROOT / "docs" / "reference" / "formats.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == sorted(format_names())


def test_every_key_of_a_configuration_is_listed():
    page = HOOKS.configuration()
    for _, command in HOOKS._commands("", commands):
        for key, _ in options_of(command):
            assert f"| `{key}` |" in page, key
    assert "| FORCE_COLOR |" in page
    assert "| `lexicon.units.NAME` | `forms`, `symbols` |" in page


@pytest.mark.parametrize("rule", HOOKS.EXAMPLES)
def test_each_example_of_a_verdict_is_one(rule):
    found = [rule_of(finding).id for finding in HOOKS.example_report(HOOKS.EXAMPLES[rule]).findings]
    assert rule in found


def test_every_verdict_has_an_example():
    never = {"discrepancy/ordinal"}  # another rank is another value
    assert set(HOOKS.EXAMPLES) == {rule.id for rule in RULES} - never


def test_generated_pages_have_no_line_out_of_a_table():
    for name, write in HOOKS.PAGES.items():
        text = write()
        assert text.startswith("# "), name
        for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
            columns = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
            assert len(columns) == 1, table


def test_the_two_commands_set_themselves_up():
    first, second = blocks("sh")
    for command in (first, second):
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert "report --fail-on never corpus/examples/serbia" in first
    assert ".[test]" in shlex.split(second)


def test_the_excerpt_is_what_the_first_command_prints(request):
    lines = run("demo").stdout.splitlines(keepends=True)
    sections = [number for number, line in enumerate(lines) if re.match(r"[A-Z ]+: ", line)]
    excerpt = "".join([*lines[: sections[1]], "[...]\n\n", *lines[-2:]])
    if request.config.getoption("--update-golden"):
        text = EXCERPT.sub(lambda found: excerpt, README, count=1)
        (ROOT / "README.md").write_text(text, encoding="utf-8")
        return
    assert EXCERPT.findall(README) == [excerpt]


def test_python_example_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    [code] = blocks("python")
    exec(compile(code, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert printed.startswith(("error ", "warning "))
