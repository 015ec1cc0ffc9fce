"""What numbers mean: which pairs can be one number, which cannot."""

from decimal import Decimal

import pytest

from claims import find_quantities
from claims.model import Claim
from factcheck.linking.values import Meant, in_unit, relation


def claim(text: str) -> Claim:
    """The quantity claim of a phrase, as the finder reads it."""
    [found] = find_quantities(text)
    return Claim(
        id=text,
        kind="quantity",
        doc="a",
        start=found.start,
        end=found.end,
        text=found.text,
        sentence=text,
        sentence_start=0,
        value=found.value,
        low=found.low,
        high=found.high,
        bound=found.bound,
        unit=found.unit,
    )


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("thirty tanks", "30 tanks", "equal"),
        ("a dozen homes", "12 homes", "equal"),
        ("$22.1 billion", "$22 billion", "compatible"),
        ("4.1 percent", "4.2 percent", "different"),
        ("4.15 percent", "4.2 percent", "compatible"),
        ("$38 million", "$39 million", "different"),
        ("more than 40 people", "42 people", "compatible"),
        ("more than 220,000 people", "230,000 people", "different"),
        ("more than 40 people", "40 people", "compatible"),
        ("just over two thirds", "two thirds", "compatible"),
        ("over 40 people", "under 40 people", "different"),
        ("nearly $1 billion", "$800 million", "different"),
        ("nearly $1 billion", "$980 million", "compatible"),
        ("about 200 homes", "190 homes", "compatible"),
        ("three or four suspects", "four suspects", "compatible"),
        ("between 40 and 50 people", "between 40 and 50 people", "equal"),
        ("between 40 and 50 people", "between 40 and 60 people", "compatible"),
        ("between 40 and 60 people", "between 50 and 60 people", "compatible"),
        ("between 40 and 50 people", "between 60 and 70 people", "different"),
        ("dozens of homes", "36 homes", "compatible"),
        ("30 tanks", "31 tanks", "different"),
        ("30 tanks", "40 tanks", "different"),
        ("at least 12 people", "15 people", "different"),
        ("at least 12 people", "14 people", "compatible"),
        ("at least 85 people", "87 people", "compatible"),
        ("$90 billion", "$94 billion", "different"),
        ("43 years", "44 years", "different"),
        ("43-year-old", "44-year-old", "different"),
        ("3.4 percent", "3 percent", "different"),
        ("28.7 percent", "29 percent", "compatible"),
        ("1,234 votes", "1,200 votes", "compatible"),
        ("1,234 votes", "1,243 votes", "different"),
    ],
)
def test_relation_of_two_numbers(a: str, b: str, expected: str) -> None:
    assert relation(claim(a), claim(b)) == expected
    assert relation(claim(b), claim(a)) == expected


def test_up_to_reaches_from_one() -> None:
    from dataclasses import replace

    up_to = replace(claim("four missiles"), bound="at_most", high=Decimal(4), scope="up to")
    assert relation(up_to, claim("2 missiles")) == "compatible"


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (Meant(Decimal(1), Decimal(2)), Meant(Decimal(2), Decimal(3)), True),
        (Meant(Decimal(1), Decimal(2), open_high=True), Meant(Decimal(2), Decimal(3)), False),
        (Meant(Decimal(1), Decimal(2)), Meant(Decimal(2), Decimal(3), open_low=True), False),
        (Meant(Decimal(1), Decimal(2), open_low=True), Meant(Decimal(2), Decimal(3), open_high=True), True),
        (Meant(Decimal(1), Decimal(2), open_high=True), Meant(Decimal(1), Decimal(3)), True),
        (Meant(Decimal(2), Decimal(2)), Meant(Decimal(2), Decimal(2)), True),
        (Meant(Decimal(2), Decimal(2)), Meant(Decimal(2), Decimal(3), open_low=True), False),
        (Meant(Decimal(1), Decimal(2)), Meant(Decimal(3), Decimal(4)), False),
    ],
)
def test_intervals_meet_where_both_have_a_number(one: Meant, other: Meant, meets: bool) -> None:
    assert one.meets(other) == other.meets(one) == meets


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("20 degrees Celsius", "degree_Fahrenheit", "68"),
        ("68 degrees Fahrenheit", "degree_Celsius", "20"),
        ("-40 degrees Celsius", "degree_Fahrenheit", "-40"),
        ("5 km", "mile", "3.107"),
        ("12,345 miles", "kilometer", "19870"),
        ("5 km", "kilogram", None),
        ("$5 million", "EUR", None),
    ],
)
def test_a_converted_number_keeps_four_digits(text: str, unit: str, value: str | None) -> None:
    converted = in_unit(claim(text), unit)
    assert (converted and converted.value) == (value and Decimal(value))
