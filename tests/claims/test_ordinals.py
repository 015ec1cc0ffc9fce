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
    ],
)
def test_what_ranks_nothing(text):
    assert find_ordinals(text) == []
