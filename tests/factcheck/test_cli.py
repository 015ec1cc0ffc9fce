"""The command line as users and CI meet it: a real process, its output, its exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.command.commands import commands

ROOT = Path(__file__).parents[2]
OFFLINE = ROOT / "tests" / "offline"  # its sitecustomize takes the network from the process


def run(*arguments, check=None, **options):
    """Run `python -m factcheck` and give the finished process; texts are UTF-8."""
    paths = os.pathsep.join((str(ROOT), str(OFFLINE)))
    environment = {**os.environ, "PYTHONPATH": paths, "COLUMNS": "200", **options.pop("env", {})}
    options.setdefault("stdin", subprocess.DEVNULL)
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        env=environment,
        **options,
    )


def test_version():
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, "factcheck, version 0.1.0\n", "")


@pytest.mark.parametrize("command", [(), *((name,) for name in commands.commands)])
def test_help_goes_to_standard_output(command):
    done = run(*command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: factcheck")
    assert done.stderr == ""


def test_no_command_shows_the_help_as_a_mistake():
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: factcheck" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("reprot", "x"), "no command 'reprot'; did you mean 'report'? (see factcheck --help)"),
        (("report",), "PATH..."),
        (("report", "--fromat", "json", "x"), "'--format'?"),
        (("report", "--format", "tabel", "x"), "; did you mean 'table'?"),
        (("report", "--fail-on", "discrepency", "x"), "; did you mean 'discrepancy'?"),
        (("report", "--width", "wide", "x"), "'wide'"),
        (("report", "--width", "10", "x"), "60"),
        (("extract", "--format", "json", "x"), "; did you mean 'jsonl'?"),
        (("report", "--format", "\x1b[2Jx\u202e", "x"), "<U+001B>[2Jx<U+202E>"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(arguments, said):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.startswith("factcheck: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_on_standard_output():
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            text=True,
        )
    assert done.returncode == 2
    assert done.stderr == "factcheck: standard output: No space left on device\n"


def test_closed_pipe_is_no_failure():
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "--help"],
            stdout=pipe,
            stderr=subprocess.PIPE,
            timeout=60,
            text=True,
        )
    assert (done.returncode, done.stderr) == (0, "")
