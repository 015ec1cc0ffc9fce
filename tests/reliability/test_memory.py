"""How much memory one article takes: at most 10 MB and 20 times its size, whatever its lines are like."""

import tracemalloc

import pytest

from claims import extract_claims
from corpus import Article, load_articles
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


def peak(work, *arguments):
    """The most memory that the work takes at one time beyond what was taken before, in bytes."""
    tracemalloc.start()
    try:
        work(*arguments)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def article(text):
    return Article(id="a", text=text)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_reading_claims_takes_a_few_times_the_text(piece):
    extract_claims(article(NEWS + STORY))  # fills the caches
    size = SIZE if piece != NEWS else SIZE // 3  # it takes its time
    text = (piece * (size // len(piece) + 1))[:size]
    assert peak(extract_claims, article(text)) <= 10_000_000 + 20 * size


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_reading_a_file_takes_a_few_times_its_size(tmp_path, piece):
    (tmp_path / "a.txt").write_text((piece * (SIZE // len(piece) + 1))[:SIZE] + STORY)
    assert peak(lambda: list(load_articles([tmp_path / "a.txt"], language="any"))) <= MOST


def test_a_report_on_an_article_of_line_feeds(tmp_path):
    (tmp_path / "a.txt").write_text("\n" * SIZE + STORY.format(12))
    (tmp_path / "b.txt").write_text(STORY.format(21))
    command = ("report", "--no-cache", "--jobs", "1", "--fail-on", "never", tmp_path)
    told = factcheck(*command)
    assert f"a.txt:{SIZE + 1}" in told.stdout
    assert peak(factcheck, *command) <= MOST
