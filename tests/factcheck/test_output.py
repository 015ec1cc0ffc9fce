"""Writing a report: whole or not at all."""

import os
import stat

import pytest

from factcheck.output import OutputError, write_report


def test_new_file_is_utf8_with_ordinary_permissions(tmp_path):
    target = tmp_path / "report.txt"
    write_report("Niš\n", str(target))
    assert target.read_bytes() == "Niš\n".encode()
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~mask
    assert os.listdir(tmp_path) == ["report.txt"]


def test_old_file_keeps_its_permissions_and_links(tmp_path):
    target = tmp_path / "report.txt"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "latest.txt"
    link.symlink_to("report.txt")
    write_report("new\n", str(link))
    assert link.is_symlink()
    assert (target.read_text(), stat.S_IMODE(target.stat().st_mode)) == ("new\n", 0o640)


@pytest.mark.parametrize("failing", ["fsync", "replace", "chmod"])
def test_old_report_stays_when_writing_fails(tmp_path, monkeypatch, failing):
    target = tmp_path / "report.txt"
    target.write_text("old")

    def fail(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"factcheck.output.os.{failing}", fail)
    with pytest.raises(OutputError, match=r"report\.txt: cannot write: No space left on device"):
        write_report("new", str(target))
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["report.txt"]


def test_interrupted_writing_leaves_no_half_file(tmp_path, monkeypatch):
    def interrupt(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.output.os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_report("new", str(tmp_path / "report.txt"))
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("place", ["missing/report.txt", "."])
def test_impossible_places_are_named(tmp_path, place):
    with pytest.raises(OutputError, match="cannot write"):
        write_report("new", str(tmp_path / place))


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_full_device():
    with pytest.raises(OutputError, match="/dev/full: cannot write: No space left on device"):
        write_report("new", "/dev/full")
