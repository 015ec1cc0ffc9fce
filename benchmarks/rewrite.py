"""Other words for the planter: each takes a mention's and gives others of the same meaning, or None."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from benchmarks.mentions import (
    CLOCK,
    CLOSE,
    CURRENCIES,
    DAY_MONTH,
    DAYS,
    MONTH_DAY,
    PARTNERS,
    find_unit,
    in_words,
    read_number,
)


def write_digits(text: str, published: date | None) -> str | None:
    """Fourteen as 14."""
    number = read_number(text)
    return f"{number.before}{number.value}{number.after}" if number and number.is_word else None


def write_words(text: str, published: date | None) -> str | None:
    """14 as fourteen."""
    number = read_number(text)
    if number is None or number.is_word or not number.raw.isdigit() or not 2 <= number.value < 100:
        return None
    if re.match(r"\s*(?:%|m\b|bn\b|km|kg|MW|mph|ft)|-", number.after) or re.search(r"[$€£]$", number.before):
        return None
    return number.before + in_words(int(number.value)) + number.after


def write_dozen(text: str, published: date | None) -> str | None:
    """12 as a dozen."""
    number = read_number(text)
    if number is None or number.value != 12 or number.before or not re.match(r"$| [a-z]+$", number.after):
        return None
    if re.search(r"per ?cent|illion|day|year|hour|minute", number.after):
        return None
    return "a dozen" + number.after


def write_percent(text: str, published: date | None) -> str | None:
    """5% as 5 per cent, and back."""
    if text.endswith("%"):
        return text[:-1] + " per cent"
    match = re.search(r"(?<=\d) per ?cent$", text)
    return text[: match.start()] + "%" if match else None


def write_money(text: str, published: date | None) -> str | None:
    """$3 million as 3 million dollars, and back."""
    if match := re.fullmatch(r"([$€£])([\d.,]+)(m|bn| million| billion)?", text):
        scale = {"m": " million", "bn": " billion", None: ""}.get(match[3], match[3])
        return f"{match[2]}{scale} {CURRENCIES[match[1]]}"
    if match := re.fullmatch(r"([\d.,]+)( million| billion)? (dollars|euros)", text):
        symbol = next(symbol for symbol, name in CURRENCIES.items() if name == match[3])
        return f"{symbol}{match[1]}{match[2] or ''}"
    return None


def write_scale(text: str, published: date | None) -> str | None:
    """1.4 billion as 1,400 million, 2.3 million as 2,300,000, 41,000 as 41 thousand."""
    number = read_number(text)
    if number is None or number.is_word:
        return None
    if number.after.startswith(" billion") and number.value < 10:
        return f"{number.before}{number.value * 1000:,.0f} million{number.after[8:]}"
    if number.after.startswith(" million") and number.value < 10:
        return f"{number.before}{number.value * 10**6:,.0f}{number.after[8:]}"
    round_thousands = number.raw.endswith(",000") and 10**4 <= number.value < 10**6
    if round_thousands and not re.search(r"[$€£]", number.before):
        return f"{number.before}{number.value / 1000:.0f} thousand{number.after}"
    return None


def write_unit(text: str, published: date | None) -> str | None:
    """12 km as 7.5 miles."""
    number, found = read_number(text), find_unit(text)
    if number is None or found is None or number.is_word or not re.fullmatch(r"[ ]?[a-z]+", number.after):
        return None
    partner, factor = PARTNERS[found[1]]
    exact = number.value * Decimal(factor)
    rounded = (Decimal(f"{exact:.{digits}g}") for digits in (2, 3, 4))
    value = next(value for value in rounded if abs(value - exact) <= exact * CLOSE)
    return f"{number.before}{value:,f} {partner}"


def write_date_order(text: str, published: date | None) -> str | None:
    """March 5 as 5 March, and back."""
    if match := MONTH_DAY.fullmatch(text):
        return f"{match['day']} {match['month']}{(match['year'] or '').replace(',', '')}"
    if match := DAY_MONTH.fullmatch(text):
        year = match["year"] or ""
        return f"{match['month']} {match['day']}{',' + year if year else ''}"
    return None


def write_weekday(text: str, published: date | None) -> str | None:
    """Yesterday as the weekday it was."""
    if text != "yesterday" or published is None:
        return None
    return "on " + DAYS[(published - timedelta(days=1)).weekday()]


def write_clock(text: str, published: date | None) -> str | None:
    """1:48 p.m. as 13:48."""
    match = CLOCK.fullmatch(text)
    if match is None:
        return None
    return f"{int(match['hour']) % 12 + (12 if match['half'].lower() == 'p' else 0):02d}:{match['minute']}"


REWRITES: dict[str, dict[str, Callable[[str, date | None], str | None]]] = {
    "value": {
        "digits": write_digits,
        "words": write_words,
        "dozen": write_dozen,
        "percent": write_percent,
        "money": write_money,
        "scale": write_scale,
        "unit": write_unit,
    },
    "date": {"order": write_date_order, "weekday": write_weekday, "clock": write_clock},
}
