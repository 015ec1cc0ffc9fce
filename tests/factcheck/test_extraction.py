"""Many articles on many cores: the same claims, whatever happens to the processes that read them."""

import errno
import os
import signal
import subprocess
import sys
from functools import partial

import pytest

import factcheck.extraction
from claims import extract_claims
from claims.codec import encode_claims
from corpus.article import Article
from factcheck.engine import processes
from factcheck.engine.processes import Lost, work_in_processes
from factcheck.extraction import extract_from
from factcheck.keeping.cache import ClaimCache

ARTICLES = [
    Article(
        id=f"fire-{n:02}", path=f"wire/{n:02}.txt", text=f"The fire destroyed {n} homes on {n} May 2020.\n"
    )
    for n in range(2, 22)
]
EXPECTED = [claim for article in ARTICLES for claim in extract_claims(article)]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(factcheck.extraction, "_BATCH", 200)
    monkeypatch.setattr(factcheck.extraction, "_WORTH_A_PROCESS", 0)


@pytest.fixture
def poison(monkeypatch):
    """`fire-07` ends every process that reads it, `fire-13` raises."""

    def extract(article):
        if article.id == "fire-07" and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        if article.id == "fire-13":
            raise RecursionError("too deep")
        return extract_claims(article)

    here = os.getpid()
    monkeypatch.setattr("claims.extract.extract_claims", extract)


@pytest.mark.parametrize("jobs", [1, 2, 5, 50])
def test_any_number_of_processes(jobs):
    claims, complete = extract_from(ARTICLES, jobs=jobs, tell=pytest.fail)
    assert complete
    assert encode_claims(claims) == encode_claims(EXPECTED)


def test_an_article_that_kills_its_reader_is_named_and_the_rest_is_read(poison, tmp_path):
    told = []
    cache = ClaimCache(str(tmp_path))
    claims, complete = extract_from(ARTICLES, jobs=2, cache=cache, tell=told.append)
    assert not complete
    assert claims == [claim for claim in EXPECTED if claim.doc not in ("fire-07", "fire-13")]
    assert sorted(told) == [
        "wire/07.txt: ended the process that read it, twice; left out",
        "wire/13.txt: cannot be read for claims: RecursionError: too deep",
    ]
    assert cache.info().articles == len(ARTICLES) - 2


def test_progress_counts_every_article():
    heard = []
    extract_from(ARTICLES, jobs=2, tell=pytest.fail, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(done, len(ARTICLES)) for done in range(1, len(ARTICLES) + 1)]


def _square(number):
    if number == 3:
        os._exit(1)
    return number * number


def test_what_was_lost_is_told():
    done = list(work_in_processes(_square, [[1, 2, 3], [4], [3]], 2))
    assert [one for one in done if isinstance(one, Lost)] == [Lost(3), Lost(3)]
    assert sorted(one for one in done if not isinstance(one, Lost)) == [(1, 1), (2, 4), (4, 16)]


@pytest.mark.parametrize("given", [0, 1, 3])
def test_those_that_the_system_gives_do_all(monkeypatch, given):
    real, started = processes._Worker, []

    def start(born_with):
        if len(started) == given:
            raise OSError(errno.EMFILE, "Too many open files")
        started.append(real(born_with))
        return started[-1]

    monkeypatch.setattr(processes, "_Worker", start)
    batches = [[number, number + 10] for number in range(10)]
    done = sorted(work_in_processes(_process, batches, 8))
    assert [number for number, _ in done] == list(range(20))
    assert (os.getpid() in {process for _, process in done}) == (given == 0)


def test_what_ends_processes_does_not_end_their_owner(monkeypatch):
    real = [processes._Worker, processes._Worker]

    def start(born_with):
        if not real:
            raise OSError(errno.EAGAIN, "Resource temporarily unavailable")
        return real.pop()(born_with)

    monkeypatch.setattr(processes, "_Worker", start)
    with pytest.raises(OSError, match="unavailable"):
        list(work_in_processes(_square, [[3], [4, 3], [3]], 2))


def _process(number):
    return os.getpid()


def test_leaving_early_leaves_no_process_behind():
    work = work_in_processes(_process, [[n] for n in range(9)], 3)
    _, process = next(work)
    work.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


LONG = """
import os, sys, time
from factcheck.engine.processes import work_in_processes

def work(number):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(0.1)

list(work_in_processes(work, [[number] for number in range(10_000)], 2))
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_processes_end_with_their_owner(number):
    heeded = partial(signal.signal, number, signal.SIG_DFL)  # a job in the background may ignore SIGINT
    run = subprocess.Popen(
        [sys.executable, "-c", LONG],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=None if number == signal.SIGKILL else heeded,
    )
    try:
        first, second = (int(run.stdout.readline()) for _ in range(2))
        assert run.pid not in (first, second)
        run.send_signal(number)
        run.stdout.read()  # ends when the last process that could write to it has gone
    finally:
        run.kill()
        run.communicate()
