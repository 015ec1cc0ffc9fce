"""Text for people: sanitised, measured, wrapped."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.telling.terminal import cells, visible, wrap, wrap_spans


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Niš – 12 € “мир” 東京 🚢", "Niš – 12 € “мир” 東京 🚢"),
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("\x9b2J", "<U+009B>2J"),
        ("12\u202e34", "12<U+202E>34"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("tag\U000e0041", "tag<U+E0041>"),
        ("a\r\nb\tc\xa0d\u2009e", "a<U+000D> b c d e"),
        ("bad\udcffname.txt", "bad\\xffname.txt"),
        ("lone\ud800", "lone<U+D800>"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("one two three", 7, ["one two", "three"]),
        ("T-72MS tanks", 8, ["T-72MS", "tanks"]),
        ("national-interest-kornet.txt:6", 20, ["national-interest-", "kornet.txt:6"]),
        ("aaaaaaaaaaaa", 5, ["aaaaa", "aaaaa", "aa"]),
        ("東京東京", 5, ["東京", "東京"]),
        ("東", 1, ["東"]),
    ],
)
def test_wrap(text, width, lines):
    assert wrap(text, width) == lines


@given(
    st.text(alphabet=st.characters(exclude_categories=["C", "Z"], include_characters=" -/")),
    st.integers(2, 40),
)
def test_wrapped_lines_fit_and_lose_only_spaces(text, width):
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width or len(line) == 1 for line in lines)


@given(st.text(), st.integers(2, 40))
def test_spans_stand_in_order(text, width):
    spans = wrap_spans(visible(text), width)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    "unit", ["a", "a ", "ab-", "\u0301", " \u0301", "東", "\u0bbe", "\u200d", "<U+202E>"]
)
def test_wrapping_takes_linear_time(unit):
    def effort(size):
        calls = 0

        def count(frame, event, argument):
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            wrap(visible(unit * size), 40)
        finally:
            sys.setprofile(None)
        return calls

    assert effort(8_000) <= 2.5 * effort(4_000)
