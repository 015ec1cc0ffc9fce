"""Errors for the planter: each takes the words of a mention and gives wrong ones, or None."""

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from random import Random

from benchmarks.mentions import (
    CLOCK,
    CURRENCIES,
    DAY_MONTH,
    DAYS,
    MONTH,
    MONTH_DAY,
    MONTHS,
    PARTNERS,
    find_unit,
    read_number,
    write_number,
)

SMALLER = ("0.45", "0.6", "0.7")
LARGER = ("1.4", "1.6", "2.2")


def plant_value(text: str, rng: Random) -> str | None:
    """Another number, far beyond rounding."""
    number = read_number(text)
    if number is None or number.value == 0:
        return None
    if number.value <= 12 and number.value == int(number.value):
        least = max(Decimal(2), number.value * Decimal("0.3"))
        value = Decimal(rng.choice([n for n in range(2, 20) if abs(n - number.value) >= least]))
    else:
        factors = ["0.45", "0.6", "0.7", "1.4", "1.6", "2.2"]
        value = number.value * Decimal(
            rng.choice(factors[:3] if re.match("%| per", number.after) else factors)
        )
    return number.before + write_number(value, number.raw) + number.after


def plant_transposed(text: str, rng: Random) -> str | None:
    """Two neighbouring digits change places, where that alters the number by a tenth."""
    number = read_number(text)
    if number is None or number.is_word:
        return None
    raw = list(number.raw)
    spots = [n for n, char in enumerate(raw) if char.isdigit()]
    for left, right in pairwise(spots):
        swapped = raw.copy()
        swapped[left], swapped[right] = raw[right], raw[left]
        value = Decimal("".join(swapped).replace(",", ""))
        if swapped[0] != "0" and abs(value - number.value) * 10 >= number.value:
            return number.before + "".join(swapped) + number.after
    return None


def plant_magnitude(text: str, rng: Random) -> str | None:
    """million for billion."""
    swaps = {"million": "billion", "billion": "million", "trillion": "billion", "m": "bn", "bn": "m"}
    match = re.search(r"(?<=\d)(?: (?P<word>million|billion|trillion)|(?P<short>m|bn))\b", text)
    if match is None or read_number(text) is None:
        return None
    group = "word" if match["word"] else "short"
    return text[: match.start(group)] + swaps[match[group]] + text[match.end(group) :]


def plant_unit(text: str, rng: Random) -> str | None:
    """Miles for kilometres, dollars for euros, with the same number."""
    if read_number(text) is None:
        return None
    for symbol, name in CURRENCIES.items():
        others = sorted(CURRENCIES.keys() - {symbol})
        if symbol in text:
            return text.replace(symbol, rng.choice(others))
        if re.search(rf"\d .*\b{name}\b|illion {name}\b", text) and name != "pounds":
            return text.replace(name, CURRENCIES[rng.choice(others)])
    if found := find_unit(text):
        return text[: found.start(1)] + PARTNERS[found[1]][0] + text[found.end(1) :]
    return None


def plant_weekday(text: str, rng: Random) -> str | None:
    """Another day of the week, two days away at least."""
    found = re.findall("|".join(DAYS), text)
    if len(found) != 1 or re.search(r"\d", text):
        return None
    return text.replace(found[0], DAYS[(DAYS.index(found[0]) + rng.choice([2, 3, 4, 5])) % 7])


def plant_date(text: str, rng: Random) -> str | None:
    """Another day, month or year."""
    if re.search("|".join(DAYS), text):
        return None
    if match := MONTH_DAY.search(text) or DAY_MONTH.search(text):
        day = int(match["day"])
        new = rng.choice([n for n in range(1, 29) if abs(n - day) >= 3])
        return text[: match.start("day")] + str(new) + text[match.end("day") :]
    if match := re.search(r"\b(?:19|20)\d\d\b", text):
        return (
            text[: match.start()]
            + str(int(match.group()) + rng.choice([-7, -4, -3, 3, 4]))
            + text[match.end() :]
        )
    if match := re.fullmatch(MONTH, text):
        place = next(n for n, month in enumerate(MONTHS) if month.startswith(text[:3]))
        return MONTHS[(place + rng.choice([2, 3, 4])) % 12]
    return None


def plant_clock(text: str, rng: Random) -> str | None:
    """Another hour."""
    match = CLOCK.search(text)
    if match is None:
        return None
    hour = (int(match["hour"]) + rng.choice([2, 3, 4, 8]) - 1) % 12 + 1
    return text[: match.start("hour")] + str(hour) + text[match.end("hour") :]


ERRORS: dict[str, dict[str, Callable[[str, Random], str | None]]] = {
    "value": {
        "value": plant_value,
        "transposed": plant_transposed,
        "magnitude": plant_magnitude,
        "unit": plant_unit,
    },
    "date": {"weekday": plant_weekday, "date": plant_date, "clock": plant_clock},
}
