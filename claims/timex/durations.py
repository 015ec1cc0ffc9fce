"""Readers of durations: "six months", "the past three years", "for decades"."""

from datetime import date
from fractions import Fraction
from functools import cache
from math import ceil, floor

from claims.lexicon import load_lexicon
from claims.timex.calendar_ import Days, shift_days, shift_months
from claims.timex.context import Context, Reading, Readings
from claims.timex.meaning import direction, number_value
from claims.timex.phrases import Phrase, Reader
from claims.timex.plausible import (
    follows_verb,
    is_age,
    is_in_name,
    is_speed,
    words_beside,
)

_SMALLER = {
    "Y": (12, "M"),
    "TH": (60, "M"),
    "TM": (60, "S"),
    "D": (24, "H"),
    "W": (7, "D"),
    "CE": (100, "Y"),
    "DE": (10, "Y"),
    "Q": (3, "M"),
}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "N": 1, "W": 7, "2W": 14, "WE": 7}


@cache
def unit_code(word: str) -> str:
    """The TIMEX3 code of a unit, "T" before those within the day: "M" for months, "TM" for minutes."""
    for unit in load_lexicon("time_words")["units"].values():
        if word in unit.get("singular", ()) or word in unit.get("plural", ()):
            code: str = unit["code"]
            return code
    raise ValueError(f"{word}: no unit of time")


def duration_value(amount: Fraction | None, code: str) -> str:
    """The TIMEX3 value of an amount of a unit, "X" for an unknown one.

    >>> duration_value(Fraction(5, 2), "Y"), duration_value(None, "W"), duration_value(Fraction(3, 2), "TM")
    ('P2Y6M', 'PXW', 'PT1M30S')
    """
    if code == "2W":
        amount, code = (2 * amount if amount is not None else None), "W"
    if code == "N":
        code = "D"
    time = "T" if code[0] == "T" else ""
    letters = code.removeprefix("T")
    if amount is None:
        return f"P{time}X{letters}"
    if amount.denominator == 1:
        return f"P{time}{amount}{letters}"
    if code in _SMALLER:
        factor, smaller = _SMALLER[code]
        whole, rest = divmod(amount, 1)
        if (rest * factor).denominator == 1:
            large = f"{time}{whole}{letters}" if whole else time
            between = "T" if smaller in "HMS" and not time and code == "D" else ""
            return f"P{large}{between}{rest * factor}{smaller}"
    return f"P{time}{float(amount):g}{letters}"


def amount_of(phrase: Phrase) -> Fraction | None:
    """The number of units that a phrase names; None for a vague one ("several")."""
    for name in ("number", "few"):
        if token := phrase.get(name):
            if token.word in words_beside("vague-numbers"):
                return None
            if token.word == "couple":
                return Fraction(2)
            return number_value(token.word)
    if phrase.get("half"):
        return Fraction(1, 2)
    return Fraction(1) if phrase.get("a") else None


def unit_of(phrase: Phrase) -> str:
    return unit_code((phrase.get("unit") or phrase["units"]).word)


def read_duration(phrase: Phrase, context: Context) -> Readings:
    amount = amount_of(phrase)
    if phrase.get("a") and unit_of(phrase) == "Q":
        return None
    if (amount is not None and amount > 10**6) or is_in_name(phrase, context.text):
        return None
    if is_age(phrase, context.text):
        return None
    if unit_of(phrase) == "Q" and amount == 3 and phrase.before not in words_beside("over-before"):
        return None  # a fraction
    is_one_day = phrase.word("number") == "one" and phrase.word("unit") == "day" and not phrase.get("dash")
    if is_one_day and phrase.before not in words_beside("once-before"):
        return None  # "one day they will return"
    return Reading(duration_value(amount, unit_of(phrase)), "duration")


def read_duration_range(phrase: Phrase, context: Context) -> Readings:
    """ "two to three weeks", "12-18 months": the longer one; "from 5 to 7 years old" is none."""
    low, high = number_value(phrase.word("number")), number_value(phrase.word("numberb"))
    if low is None or high is None or not low < high <= 10**6 or is_age(phrase, context.text):
        return None
    return Reading(duration_value(high, unit_of(phrase)), "duration")


def read_bare_units(phrase: Phrase, context: Context) -> Readings:
    """ "for months", "years of talks": an unknown number of units."""
    code = unit_of(phrase)
    if code in ("Q", "WE", "N", "TS"):
        return None
    if phrase.get("the") or phrase.before in words_beside("units-not-before"):
        is_counted = phrase.get("the") is not None and phrase.after in ("after", "before", "since")
        return Reading(duration_value(None, code), "duration") if is_counted else None
    size = "short" if code in ("TM", "D", "TH") else "long"
    if phrase.before in words_beside(f"{size}-units-before") or phrase.after in ("of", "after", "before"):
        return Reading(duration_value(None, code), "duration")
    return None


def read_a_unit(phrase: Phrase, context: Context) -> Readings:
    """ "a year": a duration after "for" or "within"; after an amount, a rate ("$5 million a year")."""
    code = unit_of(phrase)
    is_part = context.text[phrase.end : phrase.end + 1] == "-" or is_age(phrase, context.text)
    if is_part or (code == "Q" and phrase.after == "of"):
        return None
    if phrase.after in ("after", "before") or phrase.before in words_beside("span-before"):
        return Reading(duration_value(Fraction(1), code), "duration")
    words = context.text[max(0, phrase.start - 60) : phrase.start].split()
    if _is_rated(words, code):
        is_rate = code[0] != "T" or not is_speed(phrase, context.text)
        return Reading(duration_value(Fraction(1), code), "set") if is_rate else None
    if code in ("D", "N", "WE", "Q", "TS", "TM"):
        return None
    return Reading(duration_value(Fraction(1), code), "duration")


def _is_rated(words: list[str], code: str) -> bool:
    """Whether the words before a unit are an amount or a count that it rates."""
    previous = words[-1].casefold() if words else ""
    if previous in words_beside("no-rate-before") or (code == "Q" and not _is_amount(words)):
        return False
    numbers = load_lexicon("time_words")["numbers"]
    scales = words_beside("scale")
    is_counted = any(word.casefold() in numbers or word.casefold() in scales for word in words[-4:])
    has_digit = any(char.isdigit() for word in words[-6:] for char in word)
    return is_counted or has_digit or previous in ("once", "twice", "times")


def _is_amount(words: list[str]) -> bool:
    """Whether the last words are an amount: "12 cents", "$3 million", "200 shares"."""
    return any(char.isdigit() for word in words[-2:] for char in word) and words[-1][-1] != ","


def read_long(phrase: Phrase, context: Context) -> Readings:
    """ "decade-long", "months-long"."""
    return Reading(duration_value(Fraction(1) if phrase.get("unit") else None, unit_of(phrase)), "duration")


def read_half_unit(phrase: Phrase, context: Context) -> Readings:
    """ "half an hour", "a year and a half"."""
    is_half = phrase.run[phrase.first].word == "half" or phrase.get("and") is None
    whole = number_value(phrase.word("number")) if phrase.get("number") else Fraction(1)
    amount = Fraction(1, 2) if is_half else (whole or 1) + Fraction(1, 2)
    return Reading(duration_value(amount, unit_of(phrase)), "duration")


def read_past_span(phrase: Phrase, context: Context) -> Readings:
    """ "the past three years", "the next six months": a duration that ends or begins at publication."""
    code, amount = unit_of(phrase), amount_of(phrase)
    which = phrase.word("which")
    if which == "last" and follows_verb(phrase, context.text):
        return None
    if phrase.get("number") is None and phrase.get("few") is None:
        amount = Fraction(1) if phrase.get("unit") else None
    base = context.today
    days: Days | None = None
    if base and amount is not None and which in words_beside("spans-from-now"):
        forward = direction(which) > 0
        moved = shifted(base, amount if forward else -amount, code)
        days = (min(base, moved), max(base, moved)) if moved else None
    return Reading(duration_value(amount, code), "duration", days)


def shifted(base: date, amount: Fraction, code: str) -> date | None:
    """The day an amount of a unit after `base`; None beyond the calendar."""
    if abs(amount) > 10**5:
        return None
    if code in _MONTHS:
        return shift_months(base, round(amount * _MONTHS[code]))
    if code in _DAYS:
        return shift_days(base, round(amount * _DAYS[code]))
    hours = amount if code == "TH" else Fraction(0)
    return shift_days(base, ceil(hours / 24) if hours > 0 else floor(hours / 24))


COUNTS = [
    "number dash? unit",
    "number units",
    "number dash units",
    "few=few|several units",
    "a few=few|couple of? units",
    "few=couple of? units",
]

RULES: list[tuple[str, Reader]] = [
    *((count, read_duration) for count in COUNTS),
    *((f"approx {count}", read_duration) for count in COUNTS),
    ("number link=or|to|dash numberb=number dash? units", read_duration_range),
    ("approx number link=or|to|dash numberb=number dash? units", read_duration_range),
    ("number link=or|to|dash numberb=number dash unit", read_duration_range),
    ("units", read_bare_units),
    ("the units", read_bare_units),
    ("recent units", read_past_span),
    ("a unit", read_a_unit),
    ("approx a unit", read_duration),
    ("a full unit", read_duration),
    ("unit dash long", read_long),
    ("units dash long", read_long),
    ("half a unit", read_half_unit),
    ("a unit and a2=a half", read_half_unit),
    ("number unit and a2=a? half", read_half_unit),
    ("a half dash? unit", read_half_unit),
    ("the? which=last|past|next|coming|first|following|previous number dash? units", read_past_span),
    ("the? which=last|past|next|coming|first|following|previous number dash? unit", read_past_span),
    ("the? which=last|past|next|coming|following|previous few=few|several|couple of? units", read_past_span),
    ("the which=past|coming units", read_past_span),
    ("the which=past unit", read_past_span),
    ("the number units", read_duration),
]
