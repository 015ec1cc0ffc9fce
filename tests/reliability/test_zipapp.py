"""The program in one file: its packages in a zip archive, as `python -m zipapp` makes it."""

import os
import shutil
import subprocess
import sys
import zipapp

import pytest

from tests.factcheck.test_cli import OFFLINE, ROOT
from tests.reliability.commandline import factcheck

EXAMPLE = ROOT / "corpus" / "examples" / "serbia"


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    folder = tmp_path_factory.mktemp("zipapp")
    for package in ("claims", "corpus", "factcheck"):
        shutil.copytree(
            ROOT / package, folder / "app" / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    zipapp.create_archive(folder / "app", folder / "factcheck.pyz", main="factcheck.start:main")
    shutil.rmtree(folder / "app")
    return folder / "factcheck.pyz"


def run(program, *arguments, code=0):
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(OFFLINE),
        "XDG_CACHE_HOME": str(program.parent / "cache"),
    }
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        env=environment, cwd=program.parent, stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (code, b"")
    return done.stdout.decode()


def test_everything_comes_from_the_archive(program):
    script = "import sys; sys.path.insert(0, sys.argv[1]); import claims, corpus, factcheck.start as start; "
    told = run(program, "-c", script + "print(claims.__file__, corpus.__file__, start.__file__)", program)
    assert told.count(f"{program}{os.sep}") == 3


@pytest.mark.parametrize(
    "command",
    [
        ("--version",),
        ("demo", "--no-cache"),
        ("report", "--no-cache", "--jobs", "2", "--fail-on", "never", "--format", "html", EXAMPLE),
    ],
    ids=lambda command: command[0],
)
def test_the_same_bytes_as_from_a_folder(program, command):
    assert run(program, program, *command) == factcheck(*command).stdout


def test_the_cache_knows_the_program(program):
    first, second = (run(program, program, "extract", "--format", "jsonl", EXAMPLE) for _ in range(2))
    assert first == second
    kept = [path for path in (program.parent / "cache").rglob("*") if path.is_file()]
    assert kept
