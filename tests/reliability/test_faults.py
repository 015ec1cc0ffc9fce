"""Every operation on a file fails once: nothing is half written, nothing is lost, the next run is right."""

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import tomllib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import Mock
from zipfile import ZipFile

import pytest

from factcheck.keeping.lines import LineWriter
from tests.corpus.test_docx import document, paragraph
from tests.reliability.commandline import factcheck
from tests.reliability.faults import broken, faults, forbidden, full, killed

STORIES = {
    "stories/herald.txt": "Ferry sinks\n\nThe ferry Alina sank on Monday. It killed 12 people.\n",
    "stories/wire.txt": "Ferry sinks\n\nThe ferry Alina sank on Monday. It killed 21 people.\n",
    "stories/articles.toml": '["herald.txt"]\npublisher = "The Herald"\npublished = 2023-05-02\n',
    "factcheck.toml": '[report]\nfail-on = "never"\n[check]\nfail-on = "never"\n',
    "factcheck-decisions.toml": '# Ours.\n[0123456789ab]\nas = "accepted"\nreason = "both stand"\n',
    "known.txt": "# Known\n0123456789ab discrepancy: old\n",
    "draft.docx": document(paragraph("The ferry Alina sank on Monday. It killed 30 people.")),
    "report.json": "{}\n",
    "claims.txt": "old\n",
}
CACHE = ("--cache-dir", "kept", "--jobs", "1")


@dataclass(frozen=True)
class Case:
    """A command line, and the files it may change."""

    arguments: tuple[str, ...]
    changes: tuple[str, ...] = ()


CASES = {
    "report": Case(("report", "stories", "--format", "json")),
    "files": Case(
        (
            "report",
            "stories",
            "--format",
            "json=report.json",
            "--format",
            "html=page.html",
            "--format",
            "csv",
        ),
        ("report.json", "page.html"),
    ),
    "baseline": Case(("report", "stories", "--baseline", "known.txt", "--update-baseline"), ("known.txt",)),
    "extract": Case(("extract", "stories", "-o", "claims.txt"), ("claims.txt",)),
    "decide": Case(
        ("decide", "ab1234567890", "--as", "dismissed", "--reason", "two ferries"),
        ("factcheck-decisions.toml",),
    ),
    "word": Case(
        ("check", "draft.docx", "--against", "stories", "--format", "docx", "-o", "copy.docx"), ("copy.docx",)
    ),
}


def fresh(folder):
    """The desk as it is before each run."""
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, content in STORIES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def run(case):
    cached = () if case.arguments[0] == "decide" and len(case.arguments) == 6 else CACHE
    return factcheck(*case.arguments, *cached)


def state(folder):
    """Every file but the cache, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] != "kept"
    }


def check_files(folder, case, before, after):
    """Files are as they were or as they should be, none is half written, none is left behind."""
    now = state(folder)
    for name in case.changes:
        content = now.pop(name, None)
        assert content in (before.get(name), after[name]) or is_whole(name, content), (
            f"{name} is half written"
        )
    untouched = {name: content for name, content in before.items() if name not in case.changes}
    assert now == untouched
    decisions = tomllib.loads((folder / "factcheck-decisions.toml").read_text(encoding="utf-8"))
    assert decisions["0123456789ab"]["reason"] == "both stand"


def is_whole(name, content):
    """Whether it is a report on what could be read, as its own format says."""
    if name == "page.html":
        return content.endswith(b"</html>\n")
    if name == "copy.docx":
        return ZipFile(BytesIO(content)).testzip() is None
    if name == "claims.txt":
        return re.search(rb"\n[12] articles?, \d claims\n\Z", content) is not None
    return name == "report.json" and set(json.loads(content)) >= {"articles", "claims", "findings"}


@pytest.fixture
def desk(monkeypatch):
    """A folder in memory where there is one: each run syncs its files to the disk."""
    memory = "/dev/shm"
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as place:
        folder = Path(place, "desk")
        folder.mkdir()
        monkeypatch.chdir(folder)
        monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
        yield folder


def unharmed(desk, case, *, warm):
    """What the command does on a sound disk, with its steps, and the files before and after."""
    fresh(desk)
    if warm:
        run(case)
        kept = desk.parent / "kept"
        shutil.rmtree(kept, ignore_errors=True)
        if (desk / "kept").exists():
            shutil.copytree(desk / "kept", kept)
        fresh(desk)
        if kept.exists():
            shutil.copytree(kept, desk / "kept")
    before = state(desk)
    with faults(desk) as steps:
        done = run(case)
    return done, steps.names, before, state(desk)


@pytest.mark.parametrize(("fault", "warm"), [(full, False), (broken, True), (forbidden, False)])
@pytest.mark.parametrize("name", CASES)
def test_each_step_fails_once(desk, name, fault, warm):
    case = CASES[name]
    expected, steps, before, after = unharmed(desk, case, warm=warm)
    assert expected.code == 0
    for number in range(1, len(steps) + 1):
        fresh(desk)
        if warm and (desk.parent / "kept").exists():
            shutil.copytree(desk.parent / "kept", desk / "kept")
        with faults(desk, number, fault):
            done = run(case)
        place = f"{number}: {steps[number - 1]}"
        if done.code == 0:
            assert (done.written, done.stderr, state(desk)) == (expected.written, expected.stderr, after), (
                place
            )
        else:
            assert done.code == 2, place
            assert "Traceback" not in done.stderr, place
            assert "internal error" not in done.stderr, (place, done.stderr)
            assert all(line.startswith("factcheck: ") for line in done.stderr.splitlines()), place
        check_files(desk, case, before, after)
    again = run(case)
    assert (again.code, again.written) == (0, expected.written) or name == "decide"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("name", CASES)
def test_killed_at_each_step(desk, name):
    case = CASES[name]
    expected, steps, before, after = unharmed(desk, case, warm=False)
    writing = [number for number, step in enumerate(steps, 1) if step not in ("read", "open", "scandir")]
    for number in writing:
        fresh(desk)
        child = os.fork()
        if not child:
            try:
                with faults(desk, number, killed):
                    run(case)
            finally:
                os._exit(99)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        for left in desk.rglob(".factcheck-*.tmp"):  # hidden, so that no run takes it for an article
            left.unlink()
        check_files(desk, case, before, after)
        again = run(case)
        assert (again.code, again.stderr) == (0, expected.stderr), steps[number - 1]
        assert again.written == expected.written, steps[number - 1]
        assert state(desk) == after


def test_a_baseline_forgets_nothing_while_an_article_cannot_be_read(desk):
    fresh(desk)
    (desk / "stories" / "gone.txt").symlink_to("nowhere")
    done = run(CASES["baseline"])
    assert done.code == 2
    assert "factcheck: known.txt: is left as it was, since not all articles could be read\n" in done.stderr
    assert (desk / "known.txt").read_text() == STORIES["known.txt"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_eight_runs_share_a_cache(desk):
    """Each writes what the first would, and the cache holds what it should."""
    fresh(desk)
    expected = factcheck("report", "stories", "--no-cache", "--format", "json").written
    children = []
    for number in range(8):
        child = os.fork()
        if not child:
            try:
                Path(f"{number}.out").write_bytes(run(CASES["report"]).written)
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        assert os.waitpid(child, 0)[1] == 0
    assert {path.read_bytes() for path in desk.glob("*.out")} == {expected}
    assert run(CASES["report"]).written == expected
    assert "2 articles" in factcheck("cache", "info", "--cache-dir", "kept").stdout


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 64 kB, where this user may make one."""
    if (
        not shutil.which("mount")
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)], capture_output=True
        ).returncode
    ):
        pytest.skip("may not mount a disk")
    yield tmp_path
    subprocess.run(["umount", "-l", str(tmp_path)], check=True)


def test_no_room_for_what_is_larger_than_memory(tmp_path_factory, small_disk, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    folder = tmp_path_factory.mktemp("stories")
    sentence = "The council met again in the old town hall and nobody there counted the votes. "
    for name in ("one", "two", "three"):
        (folder / f"{name}.txt").write_text(sentence * 1_200)
    done = factcheck("report", folder, "--no-cache")
    assert done.code == 2
    [line] = done.stderr.splitlines()
    assert line.startswith(f"factcheck: {small_disk}/factcheck-")
    assert line.endswith(": no room left for what is kept outside memory; TMPDIR=FOLDER names another place")
    assert not list(small_disk.glob("factcheck*"))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_disk_a_share_and_a_file_can_be_full(tmp_path, number):
    with LineWriter(str(tmp_path / "lines")) as writer, pytest.MonkeyPatch.context() as patched:
        patched.setattr(writer, "_file", Mock(write=Mock(side_effect=OSError(number, "full"))))
        with pytest.raises(OSError, match="no room left for what is kept outside memory") as told:
            writer.put("six")
    assert told.value.filename == str(tmp_path)


def test_a_full_disk(desk, small_disk):
    fresh(desk)
    (small_disk / "fill").write_bytes(bytes(48_000))
    (small_disk / "report.html").write_text("old")
    done = factcheck(
        "report", "stories", "--format", f"html={small_disk}/report.html", "--cache-dir", small_disk / "kept"
    )
    assert done.code == 2
    assert done.stderr.endswith(
        f"factcheck: {small_disk}/report.html: cannot write: No space left on device\n"
    )
    assert (small_disk / "report.html").read_text() == "old"
    (small_disk / "fill").unlink()
    assert not list(small_disk.glob(".factcheck*"))
