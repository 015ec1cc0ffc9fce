"""The whole way through a real process: files in, report out, whatever the files and the machine are like."""

import errno
import json
import os
import signal
import subprocess
import sys
from functools import partial
from importlib.resources import files

import pytest

from tests.factcheck.test_cli import run
from tests.reliability import commandline

EXAMPLE = files("corpus") / "examples" / "serbia"


@pytest.fixture
def stories(tmp_path):
    """A folder with two small articles and what is known of them."""
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "herald.txt").write_text(
        "Quake\n\nThe quake killed 12 people in Norhaven on Monday.\n", encoding="utf-8"
    )
    (folder / "wire.txt").write_text("Quake\n\nThe quake killed 12 people in Norhaven.\n", encoding="utf-8")
    (folder / "articles.toml").write_text('["herald.txt"]\npublisher = "The Herald"\n', encoding="utf-8")
    return folder


def test_report_on_the_example():
    done = run("report", "--fail-on", "never", EXAMPLE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].endswith("uncorroborated")
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_demo_is_the_report_on_the_example():
    assert run("demo").stdout == run("report", "--fail-on", "never", EXAMPLE).stdout


def test_report_as_json_is_about_the_articles(stories):
    done = run("report", "--format", "json", stories)
    record = json.loads(done.stdout)
    assert [article["publisher"] for article in record["articles"]] == ["The Herald", None]
    for claim in record["claims"]:
        text = (stories / f"{claim['doc']}.txt").read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert claim["text"] in claim["sentence"]


def test_extract_as_lines_are_the_claims_of_the_report(stories):
    lines = commandline.run("extract", "--format", "jsonl", stories).stdout.splitlines()
    claims = json.loads(commandline.run("report", "--format", "json", stories).stdout)["claims"]
    assert [json.loads(line) for line in lines] == claims
    assert claims


def test_explain_takes_an_id_or_its_beginning(stories):
    findings = json.loads(commandline.run("report", "--format", "json", stories).stdout)["findings"]
    wanted = findings[0]["id"]
    done = run("explain", wanted, stories)
    assert (done.returncode, done.stderr) == (0, "")
    assert wanted in done.stdout
    assert commandline.run("explain", wanted[:8], stories).stdout == done.stdout


def test_explain_says_what_it_does_not_know(stories):
    done = commandline.run("explain", "nosuchid", stories)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("factcheck: no finding 'nosuchid'")
    assert done.stderr.count("\n") == 1


def test_explain_wants_an_unambiguous_beginning():
    done = commandline.run("explain", "", EXAMPLE)
    assert done.returncode == 2
    assert "is the beginning of" in done.stderr


BAD_INPUT = [
    ("nowhere.txt", None),
    ("empty", "folder"),
    ("binary.txt", bytes(range(256)) * 8),
    ("stories/articles.toml", b'["herald.txt"\npublisher = 1\n'),
    ("stories/articles.toml", b'["herald.txt"]\npublsher = "x"\n'),
    ("stories/articles.toml", b'["nobody.txt"]\npublisher = "x"\n'),
]


@pytest.mark.parametrize(("name", "content"), BAD_INPUT)
@pytest.mark.parametrize("command", [("report", "--fail-on", "never"), ("extract",)])
def test_bad_input_is_named_and_the_rest_reported(stories, name, content, command):
    path = stories.parent / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    arguments = [stories] if path.name == "articles.toml" else [stories, path]
    done = commandline.run(*command, *arguments)
    assert done.returncode == 2
    assert path.name in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "2 articles, " in done.stdout


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="needs a file that even root cannot read")
def test_unreadable_file_is_named_and_the_rest_reported(stories):
    (stories / "secret.txt").symlink_to("/proc/self/mem")
    done = run("report", "--fail-on", "never", stories)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "secret.txt: input/output error" in done.stderr
    assert "2 articles, " in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="such names do not exist there")
@pytest.mark.parametrize(
    "name", ["-x.txt", "a b.txt", "a\nb.txt", "\x1b[2J.txt", "\udcff.txt", "x" * 251 + ".txt"]
)
def test_strange_file_names_are_read(stories, name):
    (stories / name).write_text("The quake killed 12 people in Norhaven.\n", encoding="utf-8")
    done = run("extract", "--", name, cwd=stories)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("1 article, 1 claim\n")
    assert "\x1b" not in done.stdout


def test_standard_input():
    done = run("extract", "--format", "jsonl", "-", stdin=None, input="The storm killed 9 people in Oslo.\n")
    assert done.returncode == 0
    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == ["-"]


def test_output_file_gets_the_report_and_standard_output_nothing(stories, tmp_path):
    target = tmp_path / "report.json"
    done = run("report", "--format", "json", "--output", target, "--fail-on", "never", stories)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "factcheck-report/1"


def test_output_never_overwrites_an_article(stories):
    before = (stories / "wire.txt").read_bytes()
    done = commandline.run("report", stories, "-o", stories / "wire.txt")
    assert done.returncode == 2
    assert "is one of the articles" in done.stderr
    assert (stories / "wire.txt").read_bytes() == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_full_disk(stories):
    done = run("report", stories, "-o", "/dev/full")
    assert (done.returncode, done.stderr) == (
        2,
        "factcheck: /dev/full: cannot write: No space left on device\n",
    )
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "factcheck", "report", str(stories)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr == "factcheck: standard output: cannot write: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_stop_at_once_without_a_trace(number, code):
    command = [sys.executable, "-m", "factcheck", "report", "-"]
    pipe = subprocess.PIPE
    heeded = partial(signal.signal, number, signal.SIG_DFL)  # a job in the background may ignore SIGINT
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, preexec_fn=heeded
    ) as process:
        process.stdin.write("more than a pipe holds " * 10_000)  # so somebody has begun to read it
        process.stdin.flush()
        process.send_signal(number)
        process.wait(timeout=60)
        assert process.returncode == code
        assert (process.stdout.read(), process.stderr.read()) == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="it cannot be removed there")
@pytest.mark.parametrize("command", [("report", "/"), ("config",), ("demo",), ("cache", "info")])
def test_a_working_folder_that_is_gone_is_told(tmp_path, monkeypatch, command):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    try:
        done = commandline.factcheck(*command)
    finally:
        os.chdir(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    said = "factcheck: the working folder: No such file or directory; change to another one\n"
    assert done.stderr == said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "there is not enough memory; try fewer or smaller articles at a time"),
        (OSError(errno.EMFILE, "Too many open files"), "the system: Too many open files"),
        (OSError(errno.ENOSPC, "No space left on device"), "standard output: No space left on device"),
        (OSError(errno.EIO, "Input/output error", "a.txt"), "a.txt: Input/output error"),
        (KeyError("x"), "internal error: KeyError: 'x' (FACTCHECK_DEBUG=1 shows where)"),
    ],
)
def test_what_nobody_expects_is_one_line(stories, monkeypatch, error, said):
    def fail(*arguments, **more):
        raise error

    monkeypatch.setattr("factcheck.crosscheck.read_articles", fail)
    done = commandline.run("report", "stories", cwd=stories.parent)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"factcheck: {said}\n")
