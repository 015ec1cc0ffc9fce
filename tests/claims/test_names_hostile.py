"""Names, speakers, status and parties on hostile input: no exception, true offsets, linear time."""

import sys
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.attribution import find_attribution
from claims.clauses import Clauses
from claims.events import find_events
from claims.model import Status
from claims.name_index import article_names
from claims.parties import Parties
from claims.reading import Reading
from claims.sentences import split_sentences
from claims.status import find_status
from corpus.spans import Span

FRAGMENTS = [
    "Roe",
    "said",
    "the",
    "The",
    "of",
    "and",
    "to",
    "by",
    "from",
    "Russia",
    "Serbia’s",
    "army",
    "(",
    ")",
    "AB",
    "U.S.",
    "Mr.",
    "“",
    "”",
    '"',
    ",",
    ".",
    "?",
    ";",
    ":",
    "-",
    "—",
    "\n",
    "not",
    "will",
    "if",
    "that",
    "who",
    "killed",
    "bought",
    "purchase",
    "12",
    "$4",
    "tanks",
    "In",
    "May",
    "2019",
    "’s",
    "'",
    "&",
    "President",
    "Bank",
    "according",
    "İ",
    "ß",
    "é",
    "\u0301",
    "\x00",
    "\U0001f4a5",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40), st.booleans())
def test_any_text_is_read(fragments, spaced):
    text = (" " if spaced else "").join(fragments)
    sentences = split_sentences(text)
    index = article_names(text, sentences)
    for name in index.names:
        assert text[name.start : name.end] == name.text != ""
        assert index.at(name.start) is not None
    for sentence in sentences:
        reading = Reading(text, sentence)
        events = find_events(reading)
        parties = Parties(Clauses(reading, events), index)
        for position in range(sentence.start, sentence.end, 7):
            event = events[position % len(events)] if events else None
            find_status(reading, position, event)
            find_attribution(reading, position, index)
            found = parties.of(event, position) if event else ()
            assert list(found) == sorted(found)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_characters_are_read(text):
    whole = Span(0, len(text))
    index = article_names(text, [whole])
    assert find_status(Reading(text), 0, None) in get_args(Status)
    assert find_attribution(Reading(text), len(text) // 2, index) != ""


@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "Aa of Bb & ",
        "(AB) ",
        "Bank of ",
        "Serbian ",
        "Roe and Doe, ",
        "Roe said. ",
        ", x said",
        "to buy ",
    ],
)
def test_work_grows_with_the_text(unit):
    def steps(count):
        text = unit * count
        taken = 0

        def step(_frame, _event, _argument):
            nonlocal taken
            taken += 1

        sys.setprofile(step)
        try:
            read(text)
        finally:
            sys.setprofile(None)
        return taken

    def read(text):
        sentences = split_sentences(text)
        index = article_names(text, sentences)
        reading = Reading(text, sentences[0])
        for position in range(0, len(text), len(text) // 10):
            find_status(reading, position, None)
            find_attribution(reading, position, index)

    read(unit * 100)
    assert steps(8000) < 12 * steps(1000)
