"""Articles in parts: which articles are pages of one text, and which are not."""

import random
from dataclasses import replace
from datetime import date

import pytest

from corpus import Article
from corpus.parts import MOST_PARTS, Part, parts_of

DAY = date(2024, 3, 1)
TITLE = "Six die as the Orla bursts its banks"
FIRST = "Six people died on Friday when the Orla burst its banks in Karlby, police said. Two are missing."
SECOND = "The town hall put the damage at $4.5 million. Schools stay closed until Tuesday, it said."
# The same news an hour later, by the same desk.
LATER = "Eight people died on Friday when the Orla burst its banks in Karlby, police said. One is missing."


def page(name, text, **known):
    return Article(id=name, text=text, **{"title": TITLE, "publisher": "The Wire", "published": DAY} | known)


def pages(*articles):
    return [tuple(part.doc for part in parts) for parts in parts_of(articles).values()]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        ({"title": "SIX DIE as the Orla  bursts its banks"}, {}),
        ({"url": "https://wire.example/orla"}, {"url": "https://wire.example/orla?page=2"}),
    ],
)
def test_one_title_in_one_paper_on_one_day_is_one_article(first, second):
    assert pages(page("b", SECOND, **second), page("a", FIRST, **first)) == [("a", "b")]


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Damage at Karlby put at $4.5 million"},
        {"publisher": "The Post"},
        {"published": date(2024, 3, 2)},
        {"published": None},
        {"title": None},
        {"publisher": None},
    ],
)
def test_anything_else_is_another_article(other):
    assert pages(page("a", FIRST), page("b", SECOND, **other)) == []
    assert pages(page("a", FIRST, **other), page("b", SECOND)) == []


@pytest.mark.parametrize("missing", ["title", "publisher", "published"])
def test_what_neither_states_is_not_the_same(missing):
    assert pages(page("a", FIRST, **{missing: None}), page("b", SECOND, **{missing: None})) == []


@pytest.mark.parametrize("text", [LATER, FIRST, f"{FIRST} {SECOND}"])
def test_two_versions_of_an_article_are_no_parts(text):
    assert pages(page("a", FIRST), page("b", text)) == []
    assert pages(page("orla-part1", FIRST), page("orla-part2", text)) == []
    assert pages(page("a", FIRST), page("b", text), page("c", SECOND)) == []


@pytest.mark.parametrize("title", ["In brief", "Football results", "Weather", "What we know"])
def test_a_column_is_no_article_in_parts(title):
    expected = [("a", "b")] if len(title.split()) > 3 else []
    assert pages(page("a", FIRST, title=title), page("b", SECOND, title=title)) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("orla-part1", "orla-part2"),
        ("orla-part-1", "orla-part-2"),
        ("news/orla_Part9", "news/orla_Part10"),
        ("orla (part 1)", "orla (part 2)"),
        ("orla.part1", "orla.part3"),
    ],
)
def test_parts_named_so_are_in_the_order_of_their_numbers(first, second):
    nothing = {"title": None, "publisher": None, "published": None}
    assert pages(page(second, SECOND, **nothing), page(first, FIRST, **nothing)) == [(first, second)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("orla-1", "orla-2"),
        ("times-page-1", "times-page-2"),
        ("part1", "part2"),
        ("news/part1", "news/part2"),
        ("depart1", "depart2"),
        ("orla-part1", "vik-part2"),
        ("orla-part2024", "orla-part2025"),
        ("orla-part", "orla-party"),
    ],
)
def test_other_numbers_in_names_say_nothing(first, second):
    nothing = {"title": None, "publisher": None, "published": None}
    assert pages(page(first, FIRST, **nothing), page(second, SECOND, **nothing)) == []


def test_parts_named_so_have_one_publisher_and_day():
    assert pages(page("orla-part1", FIRST), page("orla-part2", SECOND, publisher="The Post")) == []
    assert pages(page("orla-part1", FIRST), page("orla-part2", SECOND, published=None)) == []


def test_a_headline_on_every_page_is_no_repetition():
    assert pages(page("a", f"{TITLE}\n\n{FIRST}"), page("b", f"{TITLE}\n\n{SECOND}")) == [("a", "b")]


def test_where_each_part_begins():
    articles = [page("c", "Rain is due."), page("a", FIRST), page("b", SECOND)]
    random.Random(3).shuffle(articles)
    starts = 0, len(FIRST) + 2, len(FIRST) + len(SECOND) + 4
    assert parts_of(articles) == {"a": tuple(map(Part, "abc", starts))}


@pytest.mark.parametrize(("number", "found"), [(MOST_PARTS, 1), (MOST_PARTS + 1, 0)])
def test_very_many_of_one_title_are_no_parts(number, found):
    many = [replace(page(f"{n:03}", ""), text=f"Result {n} is in.") for n in range(number)]
    assert len(parts_of(many)) == found


def test_a_number_of_any_length_is_a_number():
    less, more = "a" + "9" * 5_000, "a1" + "0" * 5_000
    assert pages(page(more, FIRST), page(less, SECOND)) == [(less, more)]


def test_a_long_name_takes_no_time():
    names = "part-" * 50_000, "x" + "-(. " * 50_000 + "part1"
    assert (
        pages(*(page(name, text, title=None) for name, text in zip(names, (FIRST, SECOND), strict=True)))
        == []
    )
