"""Parts and wholes: what is said of "the six" where two of them are told of."""

from decimal import Decimal

import pytest

from claims import extract_claims
from corpus.article import Article


def claims_of(text):
    return [claim for claim in extract_claims(Article(id="a", text=text)) if claim.kind != "date"]


@pytest.mark.parametrize(
    ("text", "part", "event", "whole", "event_of_whole"),
    [
        (
            "The navy took delivery of three of the eight ferries that it ordered.",
            3,
            "delivery",
            8,
            "purchase",
        ),
        (
            "The region has received 30,000 of the 40,000 doses it ordered.",
            30000,
            "delivery",
            40000,
            "purchase",
        ),
        ("Donors paid $140 million of the $400 million that they pledged.", 140, "payment", 400, "donation"),
        ("Only 3,400 homes have been rebuilt out of 12,000 destroyed.", 3400, "building", 12000, "destroyed"),
        ("So far 28 of 46 trains have been handed over.", 28, "delivery", 46, None),
        ("Three of the 12 passengers were killed.", 3, "killed", 12, None),
        ("Six of the bakery's 40 shops will close.", 6, "closing", 40, None),
        ("Six of Ann Hale's 11 novels were burned.", 6, "fire", 11, None),
        ("Two of the five men who were charged were acquitted.", 2, "acquittal", 5, "charge"),
        ("Of the 46 trains ordered, 28 have arrived.", 28, "delivery", 46, "purchase"),
        ("Of nine women killed last year, four were shot.", 4, "shooting", 9, "killed"),
        ("The newest of the eight ferries bought from Ghent sank.", None, None, 8, "purchase"),
        ("The left won 61 of the 125 seats in parliament.", 61, "win", 125, "seats"),
    ],
)
def test_part_and_whole(text, part, event, whole, event_of_whole):
    *parts, last = sorted(claims_of(text), key=lambda claim: claim.value)
    scale = 1000000 if "million" in text else 1
    assert (last.value, last.event) == (Decimal(whole) * scale, event_of_whole)
    found = [(claim.value / scale, claim.event, claim.whole / scale) for claim in parts]
    assert found == ([(part, event, whole)] if part else [])


@pytest.mark.parametrize(
    "text",
    [
        "A total of 40 people drowned.",
        "The head of the town's 11 schools resigned after 3 days.",
        "The arrest of the 23 pirates ended the siege of 12 days.",
        "The toll of 12 dead was confirmed after two days.",
        "Lyon beat Metz 3-1 in front of 12,000 fans.",
        "Call 0800 555 0199 or 0800 555 0200.",
        "Acme cut 300 jobs, a loss of 4 million euros.",
        "A fleet of 36 buses and 12 trams was blessed.",
        "TWELVE DEAD, THIRTY HURT",
        "12 of 4 is no part.",
    ],
)
def test_no_part(text):
    assert [claim.whole for claim in claims_of(text) if claim.whole] == []
