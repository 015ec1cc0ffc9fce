"""The measures of a text in the units of the other system, as a desk would write them.

A desk rounds what it converts, but blurs nothing: a converted number has the fewest digits that lie within
half a unit of the last digit of the first one, and two at least where that was no rough one: "1,520 kg" are
"about 3,350 pounds", "nearly three feet" are "nearly 0.9 metres". What is given both ways stays as it is.
A number that leaves its unit out ("up from 41,000", "the limit is 60") is converted with the measure that it
leans on. Money is no measure; tonnes are, up to ten of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from benchmarks.changes import Change
from benchmarks.mentions import WORDS
from claims.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as texts name it; what its partner is called after a number, before a noun and for short."""

    names: str
    factor: Decimal
    partner: str
    one: str
    symbol: str
    shift: Decimal = Decimal(0)  # what the partner's scale adds
    after: str = ""  # words that must stand near, so that it is this unit
    most: Decimal = Decimal("Infinity")


def _unit(names: str, factor: str, partner: str, one: str, symbol: str, **more: str) -> Unit:
    limits = {name: Decimal(more.pop(name)) for name in ("shift", "most") if name in more}
    return Unit(names, Decimal(factor), partner, one, symbol, **limits, **more)


# the longer names first: "kilometres per hour" are no "kilometres"
UNITS = (
    _unit(
        r"km/h|kph|kmh|(?:km|kilomet(?:re|er)s?) (?:per|an) hour", "0.621371", "miles per hour", "mph", "mph"
    ),
    _unit(r"mph|MPH|miles? (?:per|an) hour", "1.609344", "kilometres per hour", "km/h", "km/h"),
    _unit(
        r"kilomet(?:re|er)s? (?:per|a) second",
        "0.621371",
        "miles per second",
        "mile-a-second",
        "miles a second",
    ),
    _unit(r"square (?:km|kilomet(?:re|er)s?)|km²", "0.386102", "square miles", "square-mile", "sq mi"),
    _unit(r"square miles?", "2.589988", "square kilometres", "square-kilometre", "sq km"),
    _unit(r"square met(?:re|er)s?|m²", "10.76391", "square feet", "square-foot", "sq ft"),
    _unit(r"square (?:feet|foot)", "0.09290304", "square metres", "square-metre", "sq m"),
    _unit(r"cubic met(?:re|er)s?|m³", "35.31467", "cubic feet", "cubic-foot", "cu ft"),
    _unit(r"hectares?|ha", "2.471054", "acres", "acre", " acres"),
    _unit(r"acres?", "0.404686", "hectares", "hectare", "ha"),
    _unit(r"lit(?:re|er)s?", "0.264172", "US gallons", "US-gallon", " gal"),
    _unit(r"km|kms|kilomet(?:re|er)s?", "0.621371", "miles", "mile", " miles"),
    _unit(r"miles?", "1.609344", "kilometres", "kilometre", "km"),
    _unit(r"cm|centimet(?:re|er)s?", "0.393701", "inches", "inch", "in"),
    _unit(r"mm|millimet(?:re|er)s?", "0.0393701", "inches", "inch", "in", after=r"\b(?:rain|snow)\w*"),
    _unit(r"m|met(?:re|er)s?", "3.28084", "feet", "foot", "ft"),
    _unit(r"feet|foot|ft", "0.3048", "metres", "metre", "m"),
    _unit(r"yards?", "0.9144", "metres", "metre", "m"),
    _unit(r"inch(?:es)?", "2.54", "centimetres", "centimetre", "cm"),
    _unit(r"kg|kilos?|kilograms?", "2.204623", "pounds", "pound", "lb"),
    _unit(
        r"pounds?|lbs?",
        "0.4535924",
        "kilograms",
        "kilogram",
        "kg",
        after=r"\b(?:weigh\w*|scales|mass|heavy)\b",
    ),
    _unit(r"grams?", "0.03527396", "ounces", "ounce", "oz"),
    _unit(r"ounces?|oz", "28.34952", "grams", "gram", "g"),
    _unit(r"tonnes?", "2204.623", "pounds", "pound", "lb", most="10"),
    _unit(
        r"(?:degrees |° ?)?(?:C|Celsius)", "1.8", "degrees Fahrenheit", "degree-Fahrenheit", "F", shift="32"
    ),
    _unit(
        r"(?:degrees |° ?)?(?:F|Fahrenheit)",
        "0.5555555556",
        "degrees Celsius",
        "degree-Celsius",
        "C",
        shift="-17.7777777778",
    ),
)
_DEGREES = {unit.partner: replace(unit, names="degrees", partner="degrees") for unit in UNITS if unit.shift}

_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    rf"|\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b"
)
# no second part of a number or a compound, no price of a measure, no part of a name
_FREE = r"(?<![\w.,$€£/–-])(?<!\bper )(?<!\d and )(?<!\b[Pp]oint )(?<!\b(?:foot|feet) and )"
_MEASURE = re.compile(
    rf"{_FREE}(?:(?P<low>{_NUMBER})(?P<to> (?:to|and|or|by|x) |–))?"
    rf"(?P<number>{_NUMBER})(?P<scale> million| billion)?(?P<gap>[ -]?)"
    rf"(?:{'|'.join(f'(?P<u{n}>{unit.names})' for n, unit in enumerate(UNITS))}|(?P<degrees>degrees))"
    r"(?![\w²³-])"
)
_NO_MEASURE = re.compile(
    rf"(?:,? (?:and )?(?:{_NUMBER})[ -]?(?:inch(?:es)?|in|ounces?|oz)\b"  # two feet and four inches
    r"| ?\(\d[^()]{,30}\)|/\d|,? or (?:about )?\d"  # given both ways
    r"| (?:per|an?|each) (?!day\b|week\b|year\b|month\b)[a-z]|/[a-z]"  # a rate
    r"| (?:steeplechase|medley|hurdles|freestyle|butterfly|relay|race|final|world record|ammunition)\b"
    r")"
)
_MINUS = "minus "
# how much warmer: no point on a scale
_APART = re.compile(r" (?:above|below|warmer|cooler|colder|hotter|higher|lower|more|less)\b")
_RISE = re.compile(r"\b(?:by|up|rise of|climbed|warmed|rose|fell|gained|cooled)\s(?:about )?$")
_IN_BRACKETS = re.compile(r"[\d\w°]\s?\((?:about )?$|\d\w*/$")
_ROUGH = re.compile(
    r"\b(?:about|around|nearly|almost|some|roughly|approximately|than|over|under|least|most|up to)\s$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:to|an?|the|every|its|between|from|exactly|just|and|or|by|x)\s$")
_ELIDED = re.compile(
    r"\b(?:from|against|compared (?:with|to)|limit (?:of|is)|a(?= \d+ (?:zone|limit)\b)) (\d[\d,]*(?:\.\d+)?)"
    r"(?=[.,;:!?)]|\s(?:zone|limit|to|on|in|by|last|earlier|(?:the|a) (?:day|week|month|year))\b)"
)
_NEAR = (
    3  # how many times a number that leaves its unit out may be the measure beside it, or the other way round
)
_RANGE = 5  # how many times the second number of a range the first one may be
_AROUND = 40  # characters in which the words of rain and weight stand


def in_other_units(text: str) -> Iterator[Change]:
    """Each measure of a text as a change to the units of the other system; "about" where it was rounded."""
    scales = {unit.partner for found in _MEASURE.finditer(text) if (unit := _named(found)) and unit.shift}
    scale = _DEGREES[scales.pop()] if len(scales) == 1 else None
    for start, end in split_sentences(text):
        yield from sorted(_in_sentence(text, start, end, scale), key=lambda change: change.start)


def _named(found: re.Match[str]) -> Unit | None:
    name = found.lastgroup or ""
    return UNITS[int(name[1:])] if name.startswith("u") else None


def _in_sentence(text: str, start: int, end: int, scale: Unit | None) -> Iterator[Change]:
    taken: list[Change] = []
    for found in _MEASURE.finditer(text, start, end):
        unit = _named(found) or scale
        if unit is None or not _is_measure(text, found, unit):
            continue
        taken += _of_measure(text, found, unit)
        for bare in _ELIDED.finditer(text, start, end):
            if _leans_on(bare, found) and not any(one.meets(*bare.span(1)) for one in taken):
                taken.append(Change(*bare.span(1), converted(_value(bare[1]), unit)))
    yield from sorted(taken)


def _is_measure(text: str, found: re.Match[str], unit: Unit) -> bool:
    if _NO_MEASURE.match(text, found.end()) or _IN_BRACKETS.search(text, 0, found.start()):
        return False
    if found.end("gap") + 1 == found.end() and (found[0][-1] == "m") == (not found["gap"]):
        return False  # 15m is money, 4 C a plan
    if unit.shift and (_APART.match(text, found.end()) or _RISE.search(text, 0, found.start())):
        return False
    near = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    if unit.most < Decimal("Infinity") and (found["scale"] or _value(found["number"]) > unit.most):
        return False
    return re.search(unit.after, near) is not None


def _of_measure(text: str, found: re.Match[str], unit: Unit) -> Iterator[Change]:
    """The number with its unit, and the first number of two."""
    start = found.start("number")
    if found["low"] and _is_range(found):
        yield Change(found.start(), found.end("low"), converted(_value(found["low"]), unit))
    value = _value(found["number"])
    if unit.shift and text.endswith(_MINUS, 0, start):
        start, value = start - len(_MINUS), -value
    rough = _ROUGH.search(text, 0, start) is not None
    new = _scaled(value, unit, found["scale"] or "", 1 if rough else 2)
    if found["gap"] == "-":
        yield Change(start, found.end(), f"{new}-{unit.one}")
    elif not found["gap"]:
        yield Change(start, found.end(), new + unit.symbol)
    else:
        about = "" if found["low"] or rough or _BEFORE.search(text, 0, start) else "about "
        yield Change(start, found.end(), f"{about}{new} {unit.partner}")


def _scaled(value: Decimal, unit: Unit, scale: str, least: int) -> str:
    """A number converted: in billions where it would be thousands of millions."""
    new = converted(value, unit, least=least)
    if scale == " million" and new.count(","):
        return f"{Decimal(new.replace(',', '')) / 1000:,f} billion"
    return new.replace("-", _MINUS) + scale


def _is_range(found: re.Match[str]) -> bool:
    """Whether the first of two numbers has the unit of the second: no year, no "one to two million"."""
    return not found["scale"] and _value(found["low"]) <= _RANGE * _value(found["number"])


def _leans_on(bare: re.Match[str], found: re.Match[str]) -> bool:
    """Whether a number without a unit has that of a measure."""
    value, measure = _value(bare[1]), _value(found["number"])
    if found["scale"] or re.fullmatch(r"(?:19|20)\d\d", bare[1]):
        return False
    return 0 < max(value, measure) <= _NEAR * min(value, measure)


def _value(number: str) -> Decimal:
    return Decimal(WORDS[number]) if number.isalpha() or "-" in number else Decimal(number.replace(",", ""))


def converted(value: Decimal, unit: Unit, *, least: int = 2) -> str:
    """A number in the units of the other system, with as few digits as tell what the first one told.

    >>> kilograms = next(unit for unit in UNITS if "kilos?" in unit.names)
    >>> converted(Decimal(1520), kilograms), converted(Decimal(300), kilograms)
    ('3,350', '660')
    """
    exact = value * unit.factor + unit.shift
    step = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    if unit.shift:
        step = min(step, Decimal(1))  # 30 degrees are not 20 to 40
    for count in range(least, 30):
        rounded = Decimal(f"{exact:.{count}g}")
        if abs(rounded - exact) <= step * unit.factor / 2:
            break
    return f"{rounded.normalize():,f}"
