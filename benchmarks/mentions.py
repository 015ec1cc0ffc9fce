"""A small reading of numbers and dates for the planter.

Its own, on purpose: a bench that read with the code it measures would only plant what that code can read.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = {word: value for value, word in enumerate(ONES)} | {
    f"{ten}{'-' + one if one else ''}": 20 + 10 * place + value
    for place, ten in enumerate(TENS)
    for value, one in enumerate(["", *ONES[1:10]])
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "m": 10**6, "bn": 10**9}
CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds"}

CLOSE = Decimal("0.015")  # how far a newspaper rounds when it converts

# name of a unit: its partner, and how many of the partner one of it is
PARTNERS = {
    "km": ("miles", "0.621371"),
    "kilometres": ("miles", "0.621371"),
    "kilometers": ("miles", "0.621371"),
    "miles": ("km", "1.609344"),
    "metres": ("feet", "3.28084"),
    "meters": ("feet", "3.28084"),
    "feet": ("metres", "0.3048"),
    "kg": ("pounds", "2.204623"),
    "kilograms": ("pounds", "2.204623"),
    "hectares": ("acres", "2.471054"),
    "acres": ("hectares", "0.404686"),
    "cm": ("inches", "0.393701"),
    "inches": ("centimetres", "2.54"),
    "mph": ("km/h", "1.609344"),
    "kph": ("mph", "0.621371"),
}

NUMBER = re.compile(
    r"(?P<digits>(?<![\w.])\d{1,3}(?:,\d{3})+(?!\d)|(?<![\w.,])\d+(?:\.\d+)?)"
    rf"|\b(?P<words>{'|'.join(sorted(WORDS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
MONTH = rf"(?P<month>{'|'.join(MONTHS)}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
MONTH_DAY = re.compile(rf"{MONTH} (?P<day>\d{{1,2}})\b(?P<year>, \d{{4}})?")
DAY_MONTH = re.compile(rf"(?P<day>\d{{1,2}}) {MONTH}(?P<year> \d{{4}})?")
CLOCK = re.compile(r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d) ?(?P<half>[ap])\.?m\.?", re.IGNORECASE)
VAGUE = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|more than|less than|up to|at least|at most|as many as|"
    r"just|under|only|below|between|close to|th|st|nd|rd|of|to)\b|\d(?:th|st|nd|rd)\b",
    re.IGNORECASE,
)


LIMIT = re.compile(r"\b(?:up to|as (?:many|much) as|at most)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """The one number of a mention, and the words around it."""

    before: str
    raw: str
    value: Decimal
    after: str

    @property
    def is_word(self) -> bool:
        return self.raw[0].isalpha()


def read_number(text: str) -> Number | None:
    """The number in `text`, or None if it has none, or several, or one that is only a part of it."""
    found = list(NUMBER.finditer(text))
    if len(found) != 1 or re.search(
        r"\b(?:half|quarter|third|fifth|dozen|hundred)\b|:|/", text, re.IGNORECASE
    ):
        return None
    match = found[0]
    before, raw, after = text[: match.start()], match.group(), text[match.end() :]
    if re.match(r"[.,:]?\d|(?:th|st|nd|rd)\b", after):
        return None
    value = Decimal(raw.replace(",", "")) if match["digits"] else Decimal(WORDS[raw.casefold()])
    return Number(before, raw, value, after)


def write_number(value: Decimal, like: str) -> str:
    """`value` as `like` is written: words, thousands in commas, as many decimals."""
    if like[0].isalpha() and value == int(value) and value < 100:
        words = in_words(int(value))
        return words.capitalize() if like[0].isupper() else words
    places = len(like.partition(".")[2])
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{rounded:,}" if "," in like or rounded >= 10000 else f"{rounded}"


def in_words(value: int) -> str:
    """A whole number below 100 in words."""
    return next(word for word, number in WORDS.items() if number == value)


def is_vague(text: str) -> bool:
    """Whether a mention is a bound, a range or a rounding, so that only a far value contradicts it."""
    return bool(VAGUE.search(text))


def is_limit(text: str) -> bool:
    """Whether a mention only says how much it can be: no smaller number contradicts it."""
    return bool(LIMIT.search(text))


def find_unit(text: str) -> re.Match[str] | None:
    """The name of a unit that has a partner, right after a number."""
    return re.search(rf"(?<=\d)[ ]?({'|'.join(PARTNERS)})\b(?! per| an? )", text)
