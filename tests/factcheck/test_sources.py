"""Where a claim stands, in words."""

from datetime import date

import pytest

from claims.model import Claim
from corpus.article import Article
from factcheck.telling.sources import Region, Sources

TEXT = "Storm\n\nThe storm took 9 roofs.\n \nIt cost 5 lives.\n"


def claim(doc, text):
    start = TEXT.index(text)
    return Claim(
        id="c",
        kind="quantity",
        doc=doc,
        start=start,
        end=start + len(text),
        text=text,
        sentence=text,
        sentence_start=start,
    )


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("desk/storm.txt", "Storm", "storm.txt:1"),
        ("desk/storm.txt", "9 roofs", "storm.txt:3"),
        ("storm.md", "5 lives", "storm.md:5"),
        ("STORM", "5 lives", "STORM:5"),
        ("storm.docx", "Storm", "storm.docx, paragraph 1"),
        ("storm.html", "9 roofs", "storm.html, paragraph 2"),
        ("storm.PDF", "5 lives", "storm.PDF, paragraph 3"),
        ("wire.jsonl", "5 lives", "wire.jsonl, paragraph 3"),
        (None, "5 lives", "story:5"),
        ("\x1b[2J.txt", "5 lives", "<U+001B>[2J.txt:5"),
    ],
)
def test_place(path, text, place):
    assert Sources([Article(id="story", text=TEXT, path=path)]).place(claim("story", text)) == place


def test_ids_tell_articles_of_one_file_apart():
    sources = Sources([Article(id=f"wire#{n}", text=TEXT, path="wire.jsonl") for n in (1, 2)])
    assert sources.place(claim("wire#2", "9 roofs")) == "wire#2, paragraph 2"


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, ""),
        ({"publisher": "The Herald"}, "The Herald"),
        ({"publisher": "The Herald", "published": date(2023, 5, 2)}, "The Herald, 2023-05-02"),
        ({"published": date(2023, 5, 2)}, "2023-05-02"),
        ({"publisher": "The Herald", "origin": "The Herald"}, "The Herald"),
        ({"publisher": "The Herald", "origin": "Wire"}, "The Herald (from Wire)"),
        ({"origin": "Wire"}, "(from Wire)"),
    ],
)
def test_publisher(known, words):
    assert Sources([Article(id="story", text=TEXT, **known)]).publisher("story") == words


@pytest.mark.parametrize(
    ("path", "text", "region"),
    [
        ("storm.txt", "Storm", Region(1, 1, 1, 6)),
        ("storm.txt", "9 roofs", Region(3, 16, 3, 23)),
        ("storm.txt", "9 roofs.\n \nIt", Region(3, 16, 5, 3)),
        ("storm.docx", "5 lives", Region(3, 9, 3, 16)),
    ],
)
def test_region(path, text, region):
    assert Sources([Article(id="story", text=TEXT, path=path)]).region(claim("story", text)) == region
