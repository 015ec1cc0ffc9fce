"""`--jobs` in real processes: the same bytes, whatever becomes of a process, however it was started."""

import os
import signal
import subprocess
import sys
from functools import partial
from multiprocessing import get_all_start_methods
from pathlib import Path

import pytest

from benchmarks.articles import write_articles

ROOT = Path(__file__).parents[2]
ARTICLES = 12
# The command line, in which a few articles are worth a process, and what a test adds.
DRIVER = """
import os, signal, sys, time
import factcheck.extraction as extraction
import factcheck.engine.processes as processes

extraction._BATCH, extraction._WORTH_A_PROCESS = 2_000, 0
{more}
if __name__ == "__main__":
    from factcheck.start import main
    main()
"""
SPAWN = "from multiprocessing import get_context\nprocesses._CONTEXT = get_context('spawn')"
KILL_FIRST = """
give = processes._Worker.give
def give_and_kill(worker, *given):
    give(worker, *given)
    processes._Worker.give = give
    worker._process.kill()
processes._Worker.give = give_and_kill
"""
POISON = """
outcome, owner = extraction.outcome_of, os.getpid()
def poisoned(article):
    if article.id == "a000007":
        os.kill(os.getpid(), signal.SIGKILL)
    return outcome(article)
extraction.outcome_of = poisoned
"""
SLOW = """
def slow(article):
    os.write(2, b"%d\\n" % os.getpid())
    time.sleep(60)
extraction.outcome_of = slow
"""
METHODS = [method for method in ("fork", "spawn") if method in get_all_start_methods()]


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    folder = tmp_path_factory.mktemp("jobs") / "news"
    write_articles(folder, ARTICLES)
    return folder


def start(folder, more, *arguments, **options):
    """The command line as a process; the driver is a file, for a spawned process reads it again."""
    driver = folder / "driver.py"
    driver.write_text(DRIVER.format(more=more), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(driver), *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"},
        cwd=folder,
        **options,
    )


def run(folder, more, *arguments):
    process = start(folder, more, *arguments)
    output, errors = process.communicate(timeout=120)
    return process.returncode, output, errors.decode()


def extract(news, jobs):
    return ("extract", "--format", "jsonl", "--no-cache", "--jobs", jobs, news)


@pytest.fixture(scope="module")
def expected(news, tmp_path_factory):
    code, output, errors = run(tmp_path_factory.mktemp("one"), "", *extract(news, 1))
    assert (code, errors) == (0, "")
    return output


@pytest.mark.parametrize("more", ["", KILL_FIRST], ids=["undisturbed", "one killed"])
@pytest.mark.parametrize("method", METHODS)
def test_the_same_bytes_from_two_processes(tmp_path, news, expected, method, more):
    more += SPAWN if method == "spawn" else ""
    assert run(tmp_path, more, *extract(news, 2)) == (0, expected, "")


@pytest.mark.parametrize("method", METHODS)
def test_a_file_that_kills_twice_is_named_and_left_out(tmp_path, news, expected, method):
    more = POISON + (SPAWN if method == "spawn" else "")
    code, output, errors = run(tmp_path, more, *extract(news, 2))
    assert code == 2
    assert errors == f"factcheck: {news / 'a000007.txt'}: ended the process that read it, twice; left out\n"
    assert output.splitlines() == [line for line in expected.splitlines() if b'"doc": "a000007"' not in line]


@pytest.mark.skipif(os.name == "nt", reason="has no process groups of this kind")
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_nothing_behind(tmp_path, news, method, number, code):
    more = SLOW + (SPAWN if method == "spawn" else "")
    arguments = (*extract(news, 2), "--output", "claims.jsonl")
    heeded = partial(signal.signal, number, signal.SIG_DFL)  # a job in the background may ignore SIGINT
    process = start(tmp_path, more, *arguments, start_new_session=True, preexec_fn=heeded)
    workers = {int(process.stderr.readline()) for _ in range(2)}
    assert process.pid not in workers
    os.killpg(process.pid, number)
    output, errors = process.communicate(timeout=60)  # ends when all that could write to it have gone
    assert (process.returncode, output) == (code, b"")
    assert b"Traceback" not in errors
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "__pycache__") == ["driver.py"]
