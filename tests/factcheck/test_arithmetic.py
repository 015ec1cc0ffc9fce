"""Sums that a sentence states: those that come out, and those that do not."""

import pytest

from claims import extract_claims
from corpus import Article
from factcheck.arithmetic import find_miscounts


def reasons(text: str) -> list[str]:
    return [miscount.reason for miscount in find_miscounts(extract_claims(Article(id="a", text=text)))]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The navy holds 23 pirates (12 Somalis and 10 Yemenis).", "12 + 10 is 22, not 23"),
        ("Eight people died: five men and four women.", "5 + 4 is 9, not 8"),
        ("The crash killed 3 adults and 4 children, 8 people in all.", "3 + 4 is 7, not 8"),
        ("Two of the six systems have arrived, leaving five.", "2 of 6 leaves 4, not 5"),
        ("Seven of the six judges agreed.", "the part is larger than the whole: Seven of six judges"),
        (
            "Revenue rose 28.7 percent to $112 million from $100 million.",
            "from $100 million to $112 million is 12 percent, not 28.7 percent",
        ),
    ],
)
def test_a_sum_that_does_not_come_out(text: str, reason: str) -> None:
    assert reasons(text) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "The navy holds 23 pirates (12 Somalis and 11 Yemenis).",
        "Two of the six systems have arrived, leaving four.",
        "Revenue rose 12 percent to $112 million from $100 million.",
        "Profit fell 10.3 percent to $4.5 billion from $5 billion.",
        "Two quakes (5.1 and 4.9) shook the town.",
        "The squad won two games (3-1 and 2-0).",
        "Six teams (four players and two coaches each) took part.",
        "The crash killed 3 adults and 4 children, 7 people in all.",
        "Twelve people were hurt, among them three children and two nurses.",
        "About 40 homes (30 houses and 12 flats) burned.",
        "Shares rose 2 percent to $14 from a low of $9 in May.",
        "The vote was 52-48 after 3 senators left.",
    ],
)
def test_nothing_is_said_of_what_comes_out_or_is_no_sum(text: str) -> None:
    assert reasons(text) == []
