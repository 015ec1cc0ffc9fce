"""Pipes, devices, sockets and folders in the place of a file that people write by hand: never waited for."""

import contextlib
import os
import socket

import pytest

from tests.reliability.commandline import run

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none here")

STORY = "The storm killed 12 people in Norhaven on Monday, police said.\n"


def _pipe(path):
    os.mkfifo(path)


def _link_to(target):
    return lambda path: path.symlink_to(target)


def _socket(path):
    with contextlib.chdir(path.parent), socket.socket(socket.AF_UNIX) as server:  # its path must be short
        server.bind(path.name)


SPECIAL = {
    "a pipe": _pipe,
    "a device": _link_to("/dev/zero"),
    "a socket": _socket,
    "a folder": lambda path: path.mkdir(),
}


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("kind", SPECIAL)
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("known", ("--baseline", "known")),
        ("known", ("--baseline", "known", "--update-baseline")),
        ("known", ("--decisions", "known")),
        ("factcheck.toml", ()),
        ("factcheck-decisions.toml", ()),
        ("in/articles.toml", ()),
    ],
)
def test_what_is_no_file_is_named_and_not_waited_for(desk, kind, name, options):
    SPECIAL[kind](desk / name)
    done = run("report", "in", *options, cwd=desk)
    assert done.returncode == 2
    assert done.stderr.startswith(f"factcheck: {name}: is {kind}, not a file")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("kind", ["a pipe", "a device", "a socket"])
def test_a_named_configuration_is_a_file(desk, kind):
    SPECIAL[kind](desk / "own.toml")
    done = run("report", "in", "--config", "own.toml", cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"factcheck: own.toml: is {kind}, not a file")


def test_a_configuration_that_leads_nowhere_is_told(desk):
    (desk / "factcheck.toml").symlink_to("gone.toml")
    done = run("report", "in", cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("factcheck: factcheck.toml: No such file or directory")


@pytest.mark.parametrize("kind", SPECIAL)
@pytest.mark.parametrize("name", ["pyproject.toml", "setup.cfg"])
def test_what_others_keep_under_their_names_is_passed_over(desk, kind, name):
    SPECIAL[kind](desk / name)
    assert run("report", "in", cwd=desk).returncode == 0


def test_a_baseline_larger_than_any_is_not_read_whole(desk):
    with open(desk / "known", "wb") as file:
        file.truncate(10**12)
    done = run("report", "in", "--baseline", "known", cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "factcheck: known: is larger than 20,000,000 bytes\n"
