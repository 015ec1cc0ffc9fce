"""Where sentences end, in the ways that newspapers write."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two died. Five were hurt.", ["Two died.", "Five were hurt."]),
        ("He met Gen. Smith. They talked.", ["He met Gen. Smith.", "They talked."]),
        ("The U.S. Navy said so. It was late.", ["The U.S. Navy said so.", "It was late."]),
        ("They left the U.S. The treaty died.", ["They left the U.S.", "The treaty died."]),
        ("It rose 3.5 percent on Oct. 3. Shares fell.", ["It rose 3.5 percent on Oct. 3.", "Shares fell."]),
        ("“Never again.” She left.", ["“Never again.”", "She left."]),
        ("Is it over? No! Not yet...", ["Is it over?", "No!", "Not yet..."]),
        ("J. K. Rowling wrote it. He read it.", ["J. K. Rowling wrote it.", "He read it."]),
        ("at 5 p.m. on Monday. Police came at 6 p.m. They left.", None),
        ("SIX DEAD IN FIRE\nPolice said six died.", ["SIX DEAD IN FIRE", "Police said six died."]),
        ("It came at 6 p.m. Three boats helped.", ["It came at 6 p.m.", "Three boats helped."]),
        ("It came at 6 p.m. Eastern time.", ["It came at 6 p.m. Eastern time."]),
        ("No. 5 Smith won. No one else did.", ["No. 5 Smith won.", "No one else did."]),
    ],
)
def test_sentences(text: str, expected: list[str] | None) -> None:
    found = [text[start:end] for start, end in split_sentences(text)]
    assert found == (expected or ["at 5 p.m. on Monday.", "Police came at 6 p.m.", "They left."])


def test_hard_wrapped_text_is_read_as_paragraphs() -> None:
    lines = [
        "The ministry said on Tuesday that the first two of the six",
        "systems had been delivered, and that the rest would follow",
        "by the end of the year, as was agreed with the manufacturer",
        "in the contract that was signed last autumn in the capital.",
        "",
        "Critics asked why it took so long and what the price was, and",
        "whether the crews had been trained in time to use the systems.",
    ]
    text = "\n".join(lines)
    assert len(split_sentences(text)) == 2


@given(st.text(alphabet="aB1. \n?!'\"”)U.S", max_size=200))
def test_sentences_are_in_order_and_cover_every_word(text: str) -> None:
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("six, " * 300, [999, 499]),
        ("six " * 400, [999, 599]),
        ("six, " + "six " * 300, [4, 999, 199]),
        ("six " + "9" * 2_000 + " tanks came.", [3, 11]),
        ("9" * 2_000, []),
        ("Six came. " + "x" * 1_001 + ". Two left.", [9, 9]),
        ("x" * 1_000, [1_000]),
    ],
)
def test_a_sentence_without_end_is_read_in_pieces(text: str, pieces: list[int]) -> None:
    found = split_sentences(text)
    assert [end - start for start, end in found] == pieces
    assert all(text[start:end] == text[start:end].strip() for start, end in found)


@pytest.mark.parametrize(
    "text", ["." * 100_000, "...!" * 25_000 + '"' * 10, "six " * 30_000, "a. " * 30_000, "9" * 10**6]
)
def test_hostile_texts_are_split_at_once(text: str) -> None:
    assert all(end - start <= 1_000 for start, end in split_sentences(text))


def test_few_lines_are_hard_wrapped_where_they_go_on_in_small_letters() -> None:
    wrapped = (
        "Of the 1,200 jobs that Halvard wants to cut, 700 are in Granvik and\n"
        "Osby, said the union, which has asked for a vote of all workers\nby Friday.\n\nIt met."
    )
    short = "Halvard to cut 1,200 jobs at its plants in Granvik and Osby\nThe union met on Monday.\n"
    assert [wrapped[start:end].count("\n") for start, end in split_sentences(wrapped)] == [2, 0]
    assert [short[start:end] for start, end in split_sentences(short)] == short.splitlines()
