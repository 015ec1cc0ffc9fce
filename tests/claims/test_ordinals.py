"""Ranks: what a text ranks, and ordinals that rank nothing."""

import pytest

from claims import find_ordinals

RANKS = [
    ("It was the company's 14th launch of the year.", "14th launch", "launch"),
    ("It was United's third straight defeat.", "third straight defeat", "straight defeat"),
    ("Their fifth win in a row lifted them.", "fifth win", "win"),
    ("Prices fell for the fourth straight quarter.", "fourth straight quarter", "straight quarter"),
    ("It is the second-largest city in Peru.", "second-largest city", "largest city"),
    ("The country's fourth-biggest bank is for sale.", "fourth-biggest bank", "biggest bank"),
    ("the world's second largest economy", "second largest economy", "largest economy"),
    ("the second most populous state", "second most populous state", "most populous state"),
    ("It is the third largest in the world.", "third largest", "largest"),
    ("A third person has died of the disease.", "third person", "person"),
    # places
    ("She finished sixth, two points behind.", "sixth", "place"),
    ("The school is ranked 11th in the world.", "11th", "place"),
    ("City are in third place.", "third place", "place"),
    # counted through
    ("The yard delivered the third of eight frigates.", "third", "frigates"),
    ("the 14th of 20 trains", "14th", "trains"),
    ("the third of the eight frigates", "third", "frigates"),
    # of other kinds, late in a sentence, written as digits
    (
        "After a long winter of rain and wind and snow on the coast of the north came the third quake.",
        "third quake",
        "quake",
    ),
    ("She was in Leam's third place.", "third place", "place"),
    ("She finished third overall.", "third", "place"),
    ("It was the third time in a year.", "third time", "time"),
    ("The third Bank failed.", "third Bank", "Bank"),
    ("It was the third best of all.", "third best", "best"),
    ("It is the 2nd-largest bank.", "2nd-largest bank", "largest bank"),
    ("City climbed to fourth.", "fourth", "place"),
    ("They moved up to third in the table.", "third", "place"),
    # nouns in "-ing"; nouns that are ranked only with a word between
    ("It was the third fatal sinking on the lake.", "third fatal sinking", "fatal sinking"),
    ("He is Rovers' fourth signing of the summer.", "fourth signing", "signing"),
    ("She is the third woman prime minister.", "third woman prime minister", "woman prime minister"),
    ("It was his ninth Test century.", "ninth Test century", "Test century"),
]


@pytest.mark.parametrize(("text", "words", "noun"), RANKS)
def test_a_rank_and_what_it_ranks(text, words, noun):
    [found] = find_ordinals(text)
    assert (found.text, found.noun) == (words, noun)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "Safety comes first.",
        "It won third prizes for some second time jumpers.",
        "They chose some third quake.",
        "some third of eight frigates",
        "the third of May frigates",
        "It was the 3.5th quake.",
        "It was the x3rd quake.",
        "It was the 3rdx quake.",
        "It was the 3rd-quake fund.",
        "She finished sixth-placed.",
        "She finished third row.",
        "It was the third most.",
        "It was his third-time win.",
        "In the first place, nobody asked.",
        "It is second to none.",
        "They met on the 4th of July.",
        "on the first of the month",
        "In the fourth quarter sales fell.",
        "A third of voters stayed away.",
        "two thirds of the third-placed team",
        "First, we sell. Second, we buy.",
        "First Bank sold it.",
        "his first-half goal",
        "The first two of eight frigates entered service.",
        "He was the first going to school.",
        "He moved to third base and went to second grade.",
        "The rate fell to one-third of it.",
        "The second killing 12 was worse.",
        "The first minister resigned.",
        "The first fiscal quarter was weak.",
        "In the 2nd Marine Division she rose.",
        "The second May was cold.",
        "The 3 St John volunteers left.",
    ],
)
def test_what_ranks_nothing(text):
    assert find_ordinals(text) == []


def test_ranks_are_apart():
    found = find_ordinals("In 7a 1nd n 7a 1nd time, the two left.")
    assert [ordinal.text for ordinal in found] == ["1nd n 7a 1nd time"]
