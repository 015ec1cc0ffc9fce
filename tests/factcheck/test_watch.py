"""Watching a draft: a turn for each save, counted in looks and not in seconds; and the command itself."""

import os
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from factcheck.command.watch import saves
from tests.factcheck.test_cli import ROOT, run

ENOUGH = 30  # looks


class EnoughError(Exception):
    pass


def turns_of(path, deeds):
    """At which looks there is a turn, when before some of them something is done to the file."""
    looks = 0

    def wait():
        nonlocal looks
        looks += 1
        if looks == ENOUGH:
            raise EnoughError
        deeds.get(looks, lambda: None)()

    turns = []
    with suppress(EnoughError):
        for _ in saves(str(path), wait):
            turns.append(looks)
    return turns


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.md"
    path.write_text("Six jets came.", encoding="utf-8")
    return path


def write(path, text):
    return lambda: path.write_text(text, encoding="utf-8")


def save_anew(path, text):
    """As many editors save: a new file takes the place of the old one."""

    def save():
        new = path.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        os.replace(new, path)

    return save


def test_nothing_happens_to_a_file_at_rest(draft):
    assert turns_of(draft, {}) == [0]


def test_one_turn_a_save(draft):
    deeds = {3: write(draft, "Seven jets came."), 9: save_anew(draft, "Nine jets came."), 20: draft.touch}
    assert turns_of(draft, deeds) == [0, 4, 10, 21]


def test_a_file_that_is_still_being_written_is_waited_for(draft):
    deeds = {look: write(draft, "Jets" * look) for look in range(3, 9)}
    assert turns_of(draft, deeds) == [0, 9]


def test_a_file_that_is_away_for_a_while_is_waited_for(draft):
    deeds = {3: draft.unlink, 12: write(draft, "Nine jets came.")}
    assert turns_of(draft, deeds) == [0, 13]


def test_a_file_that_comes_later(tmp_path):
    path = tmp_path / "draft.md"
    assert turns_of(path, {5: write(path, "Nine jets came.")}) == [0, 6]


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name == "nt", reason="needs signals of POSIX")
def test_the_command_checks_again_after_each_save_until_it_is_interrupted(draft, tmp_path):
    source = tmp_path / "wire.txt"
    source.write_text("Norland received six new jets in March 2022.\n", encoding="utf-8")
    draft.write_text("Norland received nine new jets in March 2022.\n", encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "check", str(draft), "--against", str(source), "--watch"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "FACTCHECK_CACHE_DIR": str(tmp_path / "cache")},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        first = report_from(process.stdout)
        source.unlink()  # the sources are read once
        draft.write_text("Norland received six new jets in March 2022.\n", encoding="utf-8")
        second = report_from(process.stdout)
        draft.write_bytes(b"PK\x03\x04 no archive\xff\xfe\x00")
        broken = process.stderr.readline()
        draft.write_text("Norland received nine new jets in March 2022.\n", encoding="utf-8")
        third = report_from(process.stdout)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
    assert "CONTRADICTED" in first
    assert "CONTRADICTED" not in second
    assert "draft.md" in broken
    assert third == first
    assert process.returncode == 130


def report_from(stream):
    """What is printed up to the last line of a report."""
    lines = []
    for line in stream:
        lines.append(line)
        if line.split()[1:] == ["supported"]:
            break
    return "".join(lines)


def test_standard_input_cannot_be_watched():
    done = run("check", "-", "--against", "corpus/examples/serbia", "--watch")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("factcheck: --watch waits for a file to be saved")
