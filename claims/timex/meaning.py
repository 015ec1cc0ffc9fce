"""Values of single words of time, from the lexicons."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from claims.lexicon import load_lexicon

_FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


@cache
def _by_form(table: str) -> Mapping[str, int]:
    entries = load_lexicon("calendar")[table].values()
    return {
        form.casefold(): entry["number"]
        for entry in entries
        for form in (*entry["forms"], *entry.get("plural", ()), *entry.get("short", ()))
    }


def month_number(word: str) -> int:
    """The number of a month by its name or abbreviation; 0 if it is none."""
    return _by_form("months").get(word.rstrip("."), 0)


def weekday_number(word: str) -> int:
    """The ISO number of a weekday, Monday being 1; 0 if it is none."""
    return _by_form("weekdays").get(word.rstrip("."), 0)


@cache
def _season_codes() -> Mapping[str, str]:
    seasons = load_lexicon("calendar")["seasons"].values()
    return {form: season["code"] for season in seasons for form in season["forms"]}


def season_code(word: str) -> str:
    """The TIMEX3 code of a season: "SU"."""
    return _season_codes()[word]


@cache
def _holidays() -> Mapping[str, Mapping[str, Any]]:
    holidays = load_lexicon("calendar")["holidays"].values()
    return {form.casefold(): holiday for holiday in holidays for form in holiday["forms"]}


def holiday_rule(word: str) -> Mapping[str, Any]:
    """The lexicon's rule for the day of a holiday."""
    return _holidays()[word]


def known_year(month: int, day: int, noun: str) -> int | None:
    """The year of a day that became the name of what happened on it: "the Sept. 11 attacks"; else None."""
    named = load_lexicon("calendar")["named-days"].get(f"{month:02d}-{day:02d}")
    return int(named["year"]) if named and noun in named["nouns"] else None


def direction(word: str) -> int:
    """-1 for "last", 1 for "next", 0 for "this" and for what points nowhere."""
    directions: dict[str, int] = load_lexicon("time_words")["directions"]
    return directions.get(word, 0)


def ordinal_value(word: str) -> int | None:
    """The value of "5th" or "fifth", None if it is no ordinal."""
    if word[:1].isdigit():
        digits = word[:-2]
        return int(digits) if digits.isdigit() else None
    ordinals: dict[str, int] = load_lexicon("time_words")["ordinals"]
    return ordinals.get(word)


def spelled_year(word: str) -> int:
    """The year of "1998", "nineteen ninety-eight" or "two thousand and six"."""
    if word.isdigit():
        return int(word)
    words = [part for part in word.replace("-", " ").split() if part != "and"]
    numbers: dict[str, int] = load_lexicon("time_words")["numbers"]
    if words[:2] == ["two", "thousand"]:
        return 2000 + sum(numbers[part] for part in words[2:])
    if words[1:] == ["hundred"]:
        return numbers[words[0]] * 100
    return numbers[words[0]] * 100 + sum(numbers[part] for part in words[1:])


def number_value(word: str) -> Fraction | None:
    """The value of a number in digits or words ("2 1/2", "two and a half", "1,000"); None if it is none."""
    numbers: dict[str, int] = load_lexicon("time_words")["numbers"]
    word = " ".join(word.split())
    if word in numbers:
        return Fraction(numbers[word])
    for ending in (" and a half", " 1/2"):
        if word.endswith(ending):
            whole = number_value(word.removesuffix(ending))
            return whole + Fraction(1, 2) if whole is not None else None
    if word[-1:] in _FRACTIONS:
        return Fraction(word[:-1]) + _FRACTIONS[word[-1]]
    if word[:1].isdigit():
        whole_part, _, part = word.partition(" ")
        return Fraction(whole_part.replace(",", "")) + (Fraction(part) if part else 0)
    total = Fraction(0)
    for part in word.replace("-", " ").split():
        if part in ("hundred", "dozen"):
            total *= 100 if part == "hundred" else 12
        elif part in numbers:
            total += numbers[part]
        else:
            return None
    return total
