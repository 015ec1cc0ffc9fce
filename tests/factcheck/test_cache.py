"""The cache of claims: it saves work and never changes an answer, whatever happens to its file."""

import contextlib
import os
import re
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

import factcheck.keeping.cache
from claims import extract_claims
from corpus.article import Article
from factcheck.extraction import extract_from
from factcheck.keeping.cache import CACHE_FILE, ClaimCache
from factcheck.keeping.spilled_articles import article_keeper
from tests.factcheck.test_cli import run

STORIES = [
    Article(
        id="quake",
        text="A 6.1-magnitude quake killed at least 12 people near Ceara on Monday, the first since 1987.\n",
        published=date(2021, 3, 9),
    ),
    Article(id="profit", text="Nordbank’s profit fell 4.5% to €1.2 billion in the three months to June.\n"),
    Article(id="quiet", text="Nothing was counted.\n"),
]


def extract_all(articles, cache=None):
    claims, complete = extract_from(articles, cache=cache, tell=pytest.fail)
    assert complete
    return claims


@pytest.fixture
def extracted(monkeypatch):
    """The ids of the articles that claims were extracted from, in order."""
    ids = []

    def extract(article):
        ids.append(article.id)
        return extract_claims(article)

    monkeypatch.setattr("claims.extract.extract_claims", extract)
    return ids


@pytest.fixture
def expected():
    return extract_all(STORIES)


def test_an_article_is_read_once(tmp_path, expected, extracted):
    cache = ClaimCache(str(tmp_path / "new" / "folder"))
    assert cache.info().articles == 0
    assert extract_all(STORIES, cache) == expected
    assert extract_all(STORIES, ClaimCache(str(tmp_path / "new" / "folder"))) == expected
    assert extracted == ["quake", "profit", "quiet"]
    assert cache.info().articles == 3
    assert cache.info().size == os.path.getsize(cache.path)


def test_an_article_whose_text_is_in_a_file_is_read_once(tmp_path, extracted):
    for _ in range(2):
        with article_keeper(0) as keeper:
            kept = [keeper.keep(story) for story in STORIES]
            keeper.read_all()
            extract_all(kept, ClaimCache(str(tmp_path)))
    assert extracted == ["quake", "profit", "quiet"]


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({"id": "tremor", "path": "b/tremor.txt"}, []),
        ({"text": STORIES[0].text.replace("12", "13")}, ["quake"]),
        ({"text": STORIES[0].text + " "}, ["quake"]),
        ({"published": date(2021, 3, 10)}, ["quake"]),
        ({"published": None}, ["quake"]),
        ({"publisher": "Coast Wire"}, ["quake"]),
    ],
)
def test_what_makes_an_article_another_one(tmp_path, extracted, change, again):
    cache = ClaimCache(str(tmp_path))
    extract_all([STORIES[0]], cache)
    extracted.clear()
    changed = replace(STORIES[0], **change)
    assert extract_all([changed], cache) == extract_claims(changed)
    assert extracted == again


def test_another_program_reads_again(tmp_path, extracted, monkeypatch):
    extract_all(STORIES, ClaimCache(str(tmp_path)))
    monkeypatch.setattr(factcheck.keeping.cache, "_reader", lambda: b"another")
    extract_all(STORIES, ClaimCache(str(tmp_path)))
    assert len(extracted) == 2 * len(STORIES)


def test_a_busy_file_is_waited_for_once(tmp_path, expected, monkeypatch):
    extract_all(STORIES, ClaimCache(str(tmp_path)))
    waited, connect = [], sqlite3.connect

    def connecting(path, timeout):
        waited.append(timeout)
        return connect(path, timeout=0.0)

    with contextlib.closing(connect(tmp_path / "claims.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr("sqlite3.connect", connecting)
        cache = ClaimCache(str(tmp_path))
        assert extract_all(STORIES, cache) == expected
        assert cache.count() == 0
    assert waited[0] > 0
    assert set(waited[1:]) == {0.0}


def _overwrite(path, content):
    path.write_bytes(content)


def _cut(path):
    path.write_bytes(path.read_bytes()[:5000])


def _damage_rows(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE claims SET rows = substr(rows, 2)")


def _another_table(path):
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE claims (something TEXT)")


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: _overwrite(path, b""),
        lambda path: _overwrite(path, b"no database at all" * 99),
        lambda path: _overwrite(path, b"SQLite format 3\0" + b"\xff" * 9000),
        _cut,
        _damage_rows,
        _another_table,
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["empty", "text", "garbage", "cut", "changed rows", "another table", "a folder"],
)
def test_a_damaged_file_costs_time_alone(tmp_path, expected, harm):
    extract_all(STORIES, ClaimCache(str(tmp_path)))
    harm(tmp_path / CACHE_FILE)
    assert extract_all(STORIES, ClaimCache(str(tmp_path))) == expected
    assert extract_all(STORIES, ClaimCache(str(tmp_path))) == expected


@pytest.mark.parametrize("folder", ["/dev/null/cache", "/proc/factcheck"])
def test_a_folder_that_cannot_be_made(folder, expected):
    cache = ClaimCache(folder)
    assert extract_all(STORIES, cache) == expected
    assert cache.info().articles == 0


def test_somebody_elses_cache_is_not_used(tmp_path, extracted, monkeypatch):
    extract_all(STORIES, ClaimCache(str(tmp_path)))
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    extract_all(STORIES, ClaimCache(str(tmp_path)))
    assert len(extracted) == 2 * len(STORIES)


def test_a_locked_file_is_passed_by(tmp_path, expected, monkeypatch):
    monkeypatch.setattr(factcheck.keeping.cache, "_BUSY_SECONDS", 0.0)
    extract_all(STORIES[:1], ClaimCache(str(tmp_path)))
    with sqlite3.connect(tmp_path / CACHE_FILE) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert extract_all(STORIES, ClaimCache(str(tmp_path))) == expected


def test_it_does_not_grow_for_ever(tmp_path, monkeypatch):
    cache = ClaimCache(str(tmp_path))
    monkeypatch.setattr(factcheck.keeping.cache, "MOST_BYTES", 16_000)
    for number in range(60):
        text = f"The fire destroyed {number} homes and killed 3 people. " * 4
        extract_all([Article(id="fire", text=text)], cache)
    assert 0 < cache.info().articles < 40
    assert cache.info().size < 100_000


def test_clearing(tmp_path):
    cache = ClaimCache(str(tmp_path))
    cache.clear()
    extract_all(STORIES, cache)
    cache.clear()
    assert os.listdir(tmp_path) == []


def test_runs_at_the_same_time(tmp_path):
    """Processes that share a folder all get the right claims, and all that they kept is there."""
    script = (
        "import sys\n"
        "from corpus.article import Article\n"
        "from factcheck.keeping.cache import ClaimCache\n"
        "from factcheck.extraction import extract_from\n"
        "articles = [Article(id=str(n), text=f'The fire destroyed {n} homes.') for n in range(2, 22)]\n"
        "claims, _ = extract_from(articles, cache=ClaimCache(sys.argv[1]), tell=print)\n"
        "print([(claim.doc, str(claim.value)) for claim in claims])\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "shared")]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    told = {run.communicate()[0] for run in runs}
    assert told == {str(sorted((str(n), str(n)) for n in range(2, 22))) + "\n"}
    assert ClaimCache(str(tmp_path / "shared")).info().articles == 20


def test_the_command_line_keeps_and_forgets(tmp_path):
    folder = ["--cache-dir", str(tmp_path / "kept")]
    nothing = run("cache", "info", *folder)
    assert (nothing.returncode, nothing.stdout) == (0, f"{tmp_path}/kept/{CACHE_FILE}: 0 articles, 0 bytes\n")
    first = run("demo", *folder)
    assert re.search(r": 5 articles, [\d,]+ bytes\n$", run("cache", "info", *folder).stdout)
    assert run("demo", *folder, "--jobs", "1").stdout == first.stdout == run("demo", "--no-cache").stdout
    assert run("cache", "clear", *folder).returncode == 0
    assert run("cache", "info", *folder).stdout == nothing.stdout
