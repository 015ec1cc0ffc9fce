"""On a terminal: its width, its encoding. Elsewhere neither counts (tests/test_determinism.py)."""

import os
import re
import struct
import subprocess
import sys

import pytest

from tests.factcheck.test_cli import ROOT

pytest.importorskip("termios", reason="needs terminals of POSIX")
import fcntl
import pty
import termios


def demo_on_terminal(columns, *options, **environment):
    """What `factcheck demo` shows on a terminal of that many columns; in CI, so without progress."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    command = [sys.executable, "-m", "factcheck", "demo", *options]
    with subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env={**inherited, "CI": "1", **environment},
    ):
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)
    return shown.replace(b"\r\n", b"\n").decode("utf-8")


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other side has been closed
        return b""


@pytest.mark.parametrize(("columns", "used"), [(80, 80), (132, 132), (40, 60)])
def test_width_is_that_of_the_terminal(columns, used):
    lines = demo_on_terminal(columns, NO_COLOR="1").splitlines()
    assert max(map(len, lines)) == used


def test_a_terminal_shows_colour_unless_asked_not_to():
    colored = demo_on_terminal(80, TERM="xterm", NO_COLOR="")
    plain = demo_on_terminal(80, "--color", "never", TERM="xterm", NO_COLOR="")
    assert "\x1b[" not in plain
    assert colored != plain
    assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == plain


def test_columns_of_the_environment_win():
    assert max(map(len, demo_on_terminal(132, COLUMNS="90", NO_COLOR="1").splitlines())) == 90


def test_terminal_without_unicode_gets_escapes():
    shown = demo_on_terminal(80, PYTHONIOENCODING="ascii")
    assert shown.isascii()
    assert "\\u201c" in shown
    assert shown.rstrip().endswith("uncorroborated"), "the whole report, not the reason why there is none"
