"""What the command line says of itself: help with examples, completion, what to do after a mistake."""

import os
import shlex
import subprocess
import sys

import click
import pytest

from factcheck.command.commands import commands
from factcheck.command.manual import ENVIRONMENT, Manual
from tests.factcheck.test_cli import ROOT
from tests.reliability.commandline import run


def every_command(group, *names):
    yield names, group
    for name, command in getattr(group, "commands", {}).items():
        yield from every_command(command, *names, name)


COMMANDS = list(every_command(commands))
NAMES = [" ".join(names) or "factcheck" for names, _ in COMMANDS]
EXAMPLES = [line for _, command in COMMANDS for _, line in command.examples]


@pytest.mark.parametrize("command", [command for _, command in COMMANDS], ids=NAMES)
def test_help_reads_like_a_manual_page(command):
    assert isinstance(command, Manual)
    context = click.Context(command, info_name="factcheck", terminal_width=80, max_content_width=80)
    text = command.get_help(context)
    own = [line for line in text.splitlines() if not line.startswith("    ")]
    assert max(map(len, own)) <= 80
    assert isinstance(command, click.Group) or "\nExamples:\n" in text
    for name in command.see:
        found = commands
        for part in name.split():
            found = found.commands[part]


@pytest.mark.parametrize("line", EXAMPLES)
def test_examples_are_command_lines(line):
    words = shlex.split(line.removeprefix('eval "$(').removesuffix(')"').partition(" > ")[0])
    _, *arguments = words[words.index("factcheck") :]
    command = commands
    while isinstance(command, click.Group) and arguments[0] in command.commands:
        command = command.commands[arguments.pop(0)]
    arguments = [one for one in arguments if one not in ("--config", "ci/factcheck.toml")]
    isolated = ["--isolated"] if any(one.name == "isolated" for one in command.params) else []
    if "--help" not in arguments:
        command.make_context("x", [*arguments, *isolated])


def test_the_environment_is_what_the_code_looks_at():
    code = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "factcheck").rglob("*.py")))
    for name, _ in ENVIRONMENT:
        assert f'"{name}"' in code.replace(f'("{name}", "', "") or name == "COLUMNS", name


def complete(shell, line, **more):
    """What the shell would be told to offer after `line`, as click's protocol has it."""
    words = shlex.split(line) + ([""] if line.endswith(" ") else [])
    at = words[-1] if shell == "fish" else str(len(words) - 1)
    environment = {"_FACTCHECK_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": at}
    done = run(env=environment, **more)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("environment", [{}, {"COMP_WORDS": "factcheck", "COMP_CWORD": "one"}])
def test_a_completion_that_no_shell_asks_for_is_told(environment):
    done = run(env={"_FACTCHECK_COMPLETE": "bash_complete"} | environment)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "COMP_CWORD" in done.stderr


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("factcheck re", ["plain,report"]),
        ("factcheck cache ", ["plain,clear", "plain,info"]),
        ("factcheck report --fail-on ", ["plain,error", "plain,discrepancy", "plain,review", "plain,never"]),
        ("factcheck report --format js", ["plain,json", "plain,jsonl"]),
        ("factcheck report --color a", ["plain,auto", "plain,always"]),
        ("factcheck report sto", ["file,sto"]),
        ("factcheck report --output r", ["file,r"]),
        ("factcheck report --config f", ["file,f"]),
        ("factcheck report --cache-dir c", ["dir,c"]),
        ("factcheck check dra", ["file,dra"]),
        ("factcheck check draft.md --against so", ["file,so"]),
        ("factcheck check draft.md --against sources/ wi", ["file,wi"]),
        ("factcheck lsp --against so", ["file,so"]),
        ("factcheck decide 14a05e0017 --as d", ["plain,dismissed"]),
        ("factcheck decide 14a05e0017 --as fixed --reason x sto", ["file,sto"]),
        ("factcheck completion ", ["plain,bash", "plain,zsh", "plain,fish"]),
        ("factcheck report --update", ["plain,--update-baseline"]),
        ("factcheck report --nonsense x", ["file,x"]),
    ],
)
def test_completion(line, offered):
    assert complete("bash", line) == offered


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_told_the_same(shell):
    assert any("report" in line for line in complete(shell, "factcheck rep"))


def test_a_broken_configuration_stops_no_completion(tmp_path):
    (tmp_path / "factcheck.toml").write_text("widht = 1\n", encoding="utf-8")
    assert complete("bash", "factcheck report --al", cwd=tmp_path) == ["plain,--all"]
    assert run("completion", "bash", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_the_protocol(shell):
    done = run("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"_FACTCHECK_COMPLETE={shell}_complete" in done.stdout


def test_bash_takes_the_script_and_asks(tmp_path):
    script = run("completion", "bash").stdout
    program = tmp_path / "factcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    ask = "COMP_WORDS=(factcheck report --fail-on e); COMP_CWORD=3; _factcheck_completion factcheck; "
    ask += 'echo "${COMPREPLY[@]}"'
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "--norc", "-c", f"{script}\n{ask}"],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stdout) == (0, "error\n")


DRAFT = "corpus/examples/draft"
SOURCES = "corpus/examples/serbia"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "there is no command 'chekc'; did you mean 'check'? (see factcheck --help)"),
        (["corpus"], "no command 'corpus'; to cross-check what is there: factcheck report corpus (see"),
        (["zzz"], "there is no command 'zzz'; there are cache, check, "),
        (["cache", "inof"], "there is no command 'inof'; did you mean 'info'? (see factcheck cache --help)"),
        (["cache"], "a command is missing: there are info, clear (see factcheck cache --help)"),
        (["--verison"], "there is no option '--verison'; did you mean '--version'? (see factcheck --help)"),
        (["explain", "--widht", "80", "a", "x"], "'--widht'; did you mean '--width'? (see factcheck explain"),
        (["report"], "PATH... is missing: name the articles, files or folders, or set paths in the config"),
        (["check"], "DRAFT is missing: name the draft's file, or - for standard input (see factcheck check"),
        (["check", "a.md"], "--against is missing: name the draft's sources, files or folders (see"),
        (["check", "a.md", "--against"], "--against needs a value: PATH... (see factcheck check --help)"),
        (["lsp"], "--against is missing: name the draft's sources"),
        (["explain"], "FINDING is missing: give the id that factcheck report prints, or its beginning"),
        (["explain", "14a05e0017"], "PATH... is missing: name the articles"),
        (["decide", "14a0"], "--as is missing: say what was decided (see factcheck decide --help)"),
        (["report", "x", "--fail-on"], "--fail-on needs a value: [error|discrepancy|review|never] (see"),
        (["report", "--jobs", "many", "x"], "--jobs: 'many' is not a whole number (see factcheck"),
        (["report", "--config", "no.toml", "x"], "no.toml: there is no such file (see factcheck"),
        (["report", "--config", DRAFT, "x"], f"{DRAFT}: is a folder; name the file in it (see"),
        (["report", "-q", "-v", "x"], "--quiet and --verbose ask for the opposite; leave one out (see"),
        (["completion", "fsh"], "SHELL: 'fsh' is not one of bash, zsh, fish; did you mean 'fish'? (see"),
        (["report", SOURCES, "-o", DRAFT], f"{DRAFT}: is a folder; name a file in it to write to (see"),
        (["extract", SOURCES, "-o", "no/x"], "no/x: there is no folder no to write it in; make it first"),
        (["check", "x", "--against", "y", "--format", "json=no/x"], "no/x: there is no folder no to write"),
        (["report", "corpus/examples/serbai"], "serbai: no such file or folder; did you mean"),
        (["report", ""], "'': names no file or folder"),
        (["report", "https://x.example/a.html"], "is an address, and nothing is fetched from the network; s"),
        (["explain", "14a05e0018", SOURCES], "no finding '14a05e0018' in these articles; did you mean '14a0"),
        (["check", f"{DRAFT}/belgrade-arms.md", "--against", DRAFT], "--against: holds nothing but"),
        (["demo", "x"], "extra argument (x) (see factcheck demo --help)"),
    ],
)  # fmt: skip
def test_mistakes_are_one_line_with_the_next_step(arguments, said):
    done = run(*arguments, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.startswith("factcheck: ")
    assert done.stderr.count("\n") == 1
