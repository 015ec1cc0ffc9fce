"""Options with values that nobody means: told in a line, before anything is done."""

import io

import pytest

from factcheck.command.options import width_of
from tests.reliability.commandline import run

STORY = "The storm killed 12 people in Norhaven on Monday, police said.\n"


@pytest.mark.parametrize("value", ["0", "-1", "1" + "0" * 30, "9" * 5_000, "1e3", "NaN", "inf", "0x10", "."])
@pytest.mark.parametrize("option", ["--width", "--jobs", "--most-compared"])
def test_numbers_that_nobody_means(tmp_path, option, value):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    done = run("report", "story.txt", option, value, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"factcheck: {option}: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("columns", "width"), [("0", 80), ("5", 60), ("1" + "0" * 12, 10_000), ("sea", 80)])
def test_a_terminal_that_says_it_is_as_wide_as_the_sea(monkeypatch, columns, width):
    monkeypatch.setattr("sys.stdout", _Terminal())
    monkeypatch.setattr("sys.__stdout__", None)
    monkeypatch.setenv("COLUMNS", columns)
    assert width_of(None, None) == width


class _Terminal(io.StringIO):
    def isatty(self):
        return True
