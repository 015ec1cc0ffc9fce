"""Quantities in sentences of news from many fields, and what must yield none."""

from decimal import Decimal

import pytest

from claims import find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit", "noun"),
    [
        ("Serbia took delivery of thirty T-72MS tanks.", "30", "", "T-72MS tanks"),
        ("It received six donated MiG-29 aircraft.", "6", "", "donated MiG-29 aircraft"),
        ("They signed a $20 million deal.", "20000000", "USD", "deal"),
        ("The Nasdaq fell 2.5%.", "2.5", "percent", "Nasdaq"),
        ("The convoy was 40 km long.", "40", "kilometer", "convoy"),
        ("One man was killed.", "1", "", "man"),
    ],
)
def test_value_unit_and_noun(text: str, value: str, unit: str, noun: str) -> None:
    [quantity] = find_quantities(text)
    assert (quantity.value, quantity.unit, quantity.noun) == (Decimal(value), unit, noun)
    assert text[quantity.start : quantity.end] == quantity.text


@pytest.mark.parametrize(
    "text",
    [
        "The T-72 and the S-400 were shown by the 72nd brigade.",
        "A Boeing 737 landed at 10.45pm on 3 May 2019.",
        "Call 0800 555 0199 or visit https://t.co/jK45IzTlJN today.",
        "It is one of the best, and no one objects to each other.",
    ],
)
def test_nothing_is_counted(text: str) -> None:
    assert find_quantities(text) == []
