"""How much memory one article takes: at most 10 MB and 20 times its size, whatever its lines are like."""

import tracemalloc

import pytest

from claims import extract_claims
from claims.sentences import split_sentences
from claims.timex.tokens import find_runs
from corpus import Article, load_articles
from corpus.boilerplate import boilerplate_spans
from corpus.copies import shingles_in
from corpus.publishers import stated_origin
from corpus.read import MOST_PROBLEMS, read_corpus
from tests.reliability.commandline import factcheck

SIZE = 200_000  # characters
MOST = 10_000_000 + 20 * SIZE
STORY = "The storm Ada killed {} people in Norhaven on 3 May 2021, police said.\n"
NEWS = (
    "The mayor of Norhaven said on Tuesday that nobody had been told why the bridge over the water was shut. "
    "Work goes on, and the council, which met for two hours, will look at what it may cost in the end.\n\n"
)
PIECES = {
    "line feeds": "\n",
    "spaces": " ",
    "one word": "a",
    "words": "a ",
    "one line": "and so on, ",
    "news": NEWS,
}


SHORT = [  # lines and sentences of next to nothing, and what is no part of an article; and the text's size
    (boilerplate_spans, "a\n", 8_000),
    (boilerplate_spans, "@a\n", 8_000),
    (boilerplate_spans, "`a` ", 30_000),
    (boilerplate_spans, "x" * 70 + "\n", 30_000),
    (stated_origin, "ab\n", 30_000),
    (shingles_in, "ab cd ", 70_000),
    (find_runs, "ab cd ", 70_000),
    (split_sentences, "a\n", 8_000),
]


def peak(work, *arguments):
    """The most memory that the work takes at one time beyond what was taken before, in bytes."""
    tracemalloc.start()
    try:
        work(*arguments)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def grown_peak(work, piece, size):
    """How many bytes more a text takes that is longer by one character; what is always taken aside."""
    once, twice = (peak(work, (piece * size)[:length]) for length in (size, 2 * size))
    return (twice - once) / size


def article(text):
    return Article(id="a", text=text)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_reading_claims_takes_a_few_times_the_text(piece):
    extract_claims(article(NEWS + STORY))  # fills the caches
    size = SIZE if piece != NEWS else SIZE // 3  # it takes its time
    text = (piece * (size // len(piece) + 1))[:size]
    assert peak(extract_claims, article(text)) <= 10_000_000 + 20 * size


@pytest.mark.parametrize(("work", "piece", "size"), SHORT)
def test_no_line_and_no_word_takes_much(work, piece, size):
    def made(text):
        for _ in (found := work(text)) or ():
            pass
        return found

    peak(made, piece * 40)  # fills the caches
    assert grown_peak(made, piece, size) <= 12


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_reading_a_file_takes_a_few_times_its_size(tmp_path, piece):
    (tmp_path / "a.txt").write_text((piece * (SIZE // len(piece) + 1))[:SIZE] + STORY)
    assert peak(lambda: list(load_articles([tmp_path / "a.txt"], language="any"))) <= MOST


@pytest.mark.parametrize(
    ("name", "head", "row", "told"),
    [
        ("a.jsonl", "", "7\n", "is no object"),
        ("a.jsonl", '{"text": "Six died in Norhaven."}\n', "{\n", "is no JSON"),
        ("a.csv", "text,title\n", "a,b,c\n", "has 3 fields where the first row names 2"),
        ("a.csv", "text,title\nSix died in Norhaven.,Storm\n", ",b\n", "has no text"),
    ],
)
def test_of_very_many_broken_rows_the_first_are_named(tmp_path, name, head, row, told):
    rows = 5_000
    (tmp_path / name).write_text(head + row * rows)
    done = factcheck("extract", tmp_path / name)
    assert done.code == 2
    *lines, last = done.stderr.splitlines()
    assert len(lines) == MOST_PROBLEMS
    assert all(told in line for line in lines)
    assert last.endswith(f"{name}: and {rows - MOST_PROBLEMS:,} more errors of this file")
    assert peak(lambda: list(read_corpus([str(tmp_path / name)]))) <= 1_000_000


def test_a_report_on_an_article_of_line_feeds(tmp_path):
    (tmp_path / "a.txt").write_text("\n" * SIZE + STORY.format(12))
    (tmp_path / "b.txt").write_text(STORY.format(21))
    command = ("report", "--no-cache", "--jobs", "1", "--fail-on", "never", tmp_path)
    told = factcheck(*command)
    assert f"a.txt:{SIZE + 1}" in told.stdout
    assert peak(factcheck, *command) <= MOST
