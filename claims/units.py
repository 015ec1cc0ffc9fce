"""Units: what a number's neighbours say that it measures, in pint's names or ISO 4217 codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from claims.lexicon import load_lexicon
from claims.numbers import HYPHENS, ONE, Number
from claims.token_list import Tokens
from claims.unit_money import crowns_after, is_money

Kind = Literal["money", "percent", "time", "measure"]
_ARTICLES = frozenset(["a", "an"])
_INCH_MARKS = frozenset('"”')
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_POWERS = {"squared": 2, "cubed": 3, "²": 2, "³": 3}
_CENT = Decimal("0.01")
_MILLION = Decimal(1_000_000)
# Symbols of one letter that may stand apart from the number; others must be joined to it.
_LOOSE = frozenset("mglLtWV°″′%％‰")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that ends with token `last`; the number is multiplied by `factor` to be in it."""

    name: str
    kind: Kind
    last: int
    factor: Decimal = ONE


class Conversion(NamedTuple):
    """How a unit converts: value * `factor` + `offset` is in the base units of `dimension`.

    What has no physical dimension is told apart by what it measures: a share, an angle, information.
    """

    dimension: str
    factor: Decimal
    offset: Decimal


class _Entry(NamedTuple):
    parts: tuple[str, ...]
    name: str
    kind: Kind
    factor: Decimal


def conversion(name: str) -> Conversion | None:
    """How the unit of a Quantity converts to its dimension's base units; None for money and counts.

    >>> conversion("kilometer")
    Conversion(dimension='[length]', factor=Decimal('1000'), offset=Decimal('0'))
    """
    table = load_lexicon("units").get(name)
    if table is None:
        return None
    dimension = table["dimension"] or table.get("measures", name)
    return Conversion(dimension, Decimal(table["factor"]), Decimal(table.get("offset", "0")))


def _parts(form: str) -> tuple[str, ...]:
    words = Tokens(form, 0, len(form)).words
    return tuple(word for word in words if word not in HYPHENS)


def _index(entries: Iterable[_Entry]) -> Mapping[str, tuple[_Entry, ...]]:
    index: dict[str, list[_Entry]] = {}
    for entry in entries:
        index.setdefault(entry.parts[0], []).append(entry)
    return MappingProxyType(
        {first: tuple(sorted(found, key=lambda entry: -len(entry.parts))) for first, found in index.items()}
    )


def _kind_of(name: str, dimension: str) -> Kind:
    if name in ("percent", "basis_point"):
        return "percent"
    return "time" if dimension == "[time]" else "measure"


@cache
def _words() -> Mapping[str, tuple[_Entry, ...]]:
    """Names of units by their first word, longest first; casefolded."""
    money = load_lexicon("money")
    entries = [
        _Entry(_parts(form), name, _kind_of(name, table["dimension"]), ONE)
        for name, table in load_lexicon("units").items()
        for form in table["forms"]
    ]
    names = {form: code for code, table in load_lexicon("currencies").items() for form in table["forms"]}
    names.update(money["names"]["forms"])
    entries += [_Entry(_parts(form), code, "money", ONE) for form, code in names.items()]
    entries += [
        _Entry(_parts(form), code, "money", _CENT) for form, code in money["subunits"]["forms"].items()
    ]
    return _index(entries)


@cache
def _symbols() -> Mapping[str, tuple[_Entry, ...]]:
    """Symbols of units by their first token, longest first; as written."""
    money = load_lexicon("money")
    entries = [
        _Entry(_parts(symbol), name, _kind_of(name, table["dimension"]), ONE)
        for name, table in load_lexicon("units").items()
        for symbol in table.get("symbols", ())
    ]
    names = {code: code for code in load_lexicon("currencies")} | money["signs"]["forms"]
    names |= money["abbreviations"]["forms"]
    entries += [_Entry(_parts(sign), code, "money", ONE) for sign, code in names.items()]
    for sign, code in money["scaled-codes"]["forms"].items():
        entries.append(_Entry(_parts(sign), code, "money", _MILLION))
    return _index(entries)


@cache
def _openings() -> frozenset[str]:
    """What the sign of a unit may begin with, as written; all else is none unless it is a unit's word."""
    letters = load_lexicon("money")["subunit-letters"]["forms"]
    return frozenset({*_symbols(), *letters, *_BRACKETS, *_INCH_MARKS, "in"})


def unit_after(tokens: Tokens, number: Number, *, after: int | None = None) -> Unit | None:
    """The unit after `number` (or after token `after`), a hyphen between them allowed."""
    i = (number.last if after is None else after) + 1
    if i >= len(tokens):
        return None
    if tokens.words[i] in HYPHENS:
        if not (tokens.is_glued(i) and tokens.is_glued(i + 1)):
            return None
        i += 1
    if tokens.lows[i] not in _words() and tokens.words[i] not in _openings():
        crowns = crowns_after(tokens, number)
        return Unit(crowns, "money", i) if crowns else None
    unit = _by_word(tokens, i, number) or _by_symbol(tokens, i, number) or _subunit_letter(tokens, i, number)
    if unit is None and tokens.word(i) == "in" and not number.words and _is_inch(tokens, i):
        unit = Unit("inch", "measure", i)
    if unit is None and not number.words and _is_inch_mark(tokens, i):
        unit = Unit("inch", "measure", i)
    if unit is None and not number.words and tokens.word(i) in _BRACKETS:
        return _in_brackets(tokens, i, number)
    return unit and _with_denominator(tokens, _with_power(tokens, unit))


def _in_brackets(tokens: Tokens, i: int, number: Number) -> Unit | None:
    """A symbol alone in brackets after the number, as in the head of a table: "20 (kg)"."""
    unit = _by_symbol(tokens, i + 1, number) if i + 2 < len(tokens) else None
    if unit is None or unit.kind == "money" or tokens.word(unit.last + 1) != _BRACKETS[tokens.words[i]]:
        return None
    return Unit(unit.name, unit.kind, unit.last + 1)


def _with_power(tokens: Tokens, unit: Unit) -> Unit:
    """A unit of length with its power after it: "4 km squared", "4 km^3"."""
    i = unit.last + 1
    power = _POWERS.get(tokens.low(i))
    if (
        tokens.word(i) == "^"
        and tokens.word(i + 1) in ("2", "3")
        and tokens.is_glued(i)
        and tokens.is_glued(i + 1)
    ):
        power, i = int(tokens.words[i + 1]), i + 1
    name = f"{unit.name} ** {power}"
    return Unit(name, unit.kind, i) if power and name in load_lexicon("units") else unit


def _is_inch_mark(tokens: Tokens, i: int) -> bool:
    """Whether a straight double quote is the sign of inches and closes no quotation: a 42" screen."""
    if (
        tokens.word(i) not in _INCH_MARKS
        or tokens.words[max(0, i - 60) : i].count('"') % 2
        or "“" in tokens.words[max(0, i - 40) : i]
    ):
        return False
    return tokens.low(i + 1) in load_lexicon("unit_guards")["after-inch"]["forms"] or (
        tokens.is_glued(i) and tokens.kind(i + 1) in ("noun", "plural")
    )


def unit_of(tokens: Tokens, number: Number) -> Unit | None:
    """The unit after "of": "tens of millions of dollars", "two-tenths of a mile", "half a tonne"."""
    at = number.last + 1
    is_half = tokens.lows[number.last] == "half"
    if tokens.low(at) != "of" and not (is_half and tokens.low(at) in _ARTICLES):
        return None
    if number.fraction and tokens.low(at) == "of":
        if tokens.low(at + 1) not in _ARTICLES:
            return None
        at += 1
    unit = _by_word(tokens, at + 1, number)
    if unit is None or (unit.kind == "percent" and not number.fraction):
        return None
    return unit


def _match(tokens: Tokens, i: int, entry: _Entry, written: list[str]) -> int | None:
    """The last token of `entry` at token `i`, hyphens passed over, or None; digits must be joined on."""
    for k, part in enumerate(entry.parts):
        if k and part.isdigit() and not tokens.is_glued(i):
            return None
        while k and i < len(tokens) and tokens.words[i] in HYPHENS and tokens.is_glued(i):
            i += 1
        if i >= len(tokens) or written[i] != part:
            return None
        i += 1
    return i - 1


def _by_word(tokens: Tokens, i: int, number: Number) -> Unit | None:
    for entry in _words().get(tokens.low(i), ()):
        last = _match(tokens, i, entry, tokens.lows)
        if last is not None and _is_unit(tokens, i, last, entry, number):
            return Unit(entry.name, entry.kind, last, entry.factor)
    return None


def _is_unit(tokens: Tokens, i: int, last: int, entry: _Entry, number: Number) -> bool:
    """Whether a word that can be a unit is one here: "three second-half goals" has none."""
    form = tokens.lows[last]
    guards = load_lexicon("unit_guards")
    following = last + 1
    if tokens.is_capitalised(i) and not tokens.is_title_case and form in guards["also-names"]["forms"]:
        return False
    if entry.name in ("dram", "pound") and is_money(tokens, number, last):
        return False
    if form in load_lexicon("money")["not-after-bare-number"]["forms"] and number.scale == 1:
        return False
    if (
        form in guards["also-ordinals"]["forms"]
        and tokens.word(following) in HYPHENS
        and tokens.is_glued(following)
    ):
        return False
    if form in guards["only-joined"]["forms"]:
        return tokens.word(i - 1) in HYPHENS or tokens.is_glued(i)
    if form in guards["before-no-noun"]["forms"]:
        return tokens.kind(following) not in ("noun", "plural")
    return True


def _by_symbol(tokens: Tokens, i: int, number: Number) -> Unit | None:
    if number.words and tokens.words[i] != "%":
        known = (
            tokens.words[i] in load_lexicon("currencies")
            or tokens.words[i] in load_lexicon("money")["scaled-codes"]["forms"]
        )
        if not known and len(tokens.words[i]) < 2:
            return None
    for entry in _symbols().get(tokens.words[i], ()):
        last = _match(tokens, i, entry, tokens.words)
        if last is None or _goes_on(tokens, last + 1, entry.kind):
            continue
        letter = len(entry.parts) == 1 and len(entry.parts[0]) == 1
        if letter and entry.kind != "money" and not _is_letter_unit(tokens, i, entry.parts[0], number):
            continue
        if entry.kind == "money" and not _is_code(tokens, i, number):
            continue
        return Unit(entry.name, entry.kind, last, entry.factor)
    return None


def _goes_on(tokens: Tokens, i: int, kind: Kind) -> bool:
    """Whether what looks like a symbol is the beginning of a longer code: "L" of "24703 L-202"."""
    if not tokens.is_glued(i):
        return False
    if tokens.is_raised(i):
        return kind == "measure" and tokens.words[i][0] in _POWERS
    if tokens.words[i][0].isalnum():
        return True
    is_code = tokens.words[i] in HYPHENS and tokens.is_number(i + 1) and tokens.is_glued(i + 1)
    return is_code and tokens.words[i - 1] not in ("%", tokens.word(i + 2))  # "4%-5%", "5km-6km"


def _is_code(tokens: Tokens, i: int, number: Number) -> bool:
    word = tokens.words[i]
    if not word.isalpha():
        return True
    return word not in load_lexicon("money")["codes-like-words"]["forms"] or number.scale >= 1000


def _is_letter_unit(tokens: Tokens, i: int, letter: str, number: Number) -> bool:
    """Whether one letter after a number is a unit: not in "13F filing", "5 C students", "5 V-belts"."""
    if letter in load_lexicon("unit_guards")["only-scaled"]["forms"]:
        return number.scale >= _MILLION
    if number.words or not (letter in _LOOSE or tokens.is_glued(i)):
        return False
    after = tokens.low(i + 1)
    if after in HYPHENS and tokens.is_glued(i + 1) and tokens.is_glued(i + 2):
        return tokens.is_glued(i) or tokens.low(i + 2) in load_lexicon("unit_guards")["after-inch"]["forms"]
    if letter not in "CF":
        return True
    names = tokens.kind(i + 1) in ("noun", "plural", "adjective", "gerund")
    hottest = 2000 if letter == "C" else 250
    return number.base < hottest and after not in ("/", "be") and not names


def _is_inch(tokens: Tokens, i: int) -> bool:
    following = tokens.low(i + 1)
    if following in HYPHENS and tokens.is_number(i + 2):
        return False  # "a 1-in-43 chance"
    adjectives = load_lexicon("unit_guards")["after-inch"]["forms"]
    if tokens.is_glued(i) or following in adjectives:
        return True
    return following in ("", ".", ",", ")", "x", "by") and i + 2 >= len(tokens)


def _subunit_letter(tokens: Tokens, i: int, number: Number) -> Unit | None:
    code = load_lexicon("money")["subunit-letters"]["forms"].get(tokens.words[i])
    if code is None or number.words or not tokens.is_glued(i):
        return None
    return Unit(code, "money", i, _CENT)


def _with_denominator(tokens: Tokens, unit: Unit) -> Unit:
    """A physical rate: "kilometres per hour", "barrels a day", "barrel-a-day"; money keeps its unit."""
    if unit.kind != "measure" or "/" in unit.name or unit.name in ("degree_Celsius", "degree_Fahrenheit"):
        return unit
    i = unit.last + 1
    if tokens.word(i) in HYPHENS and tokens.is_glued(i):
        i += 1
    link = tokens.low(i)
    if link not in ("per", "a", "an", "/", "each", "every"):
        return unit
    i += 1
    if tokens.word(i) in HYPHENS and tokens.is_glued(i):
        i += 1
    for entry in (*_words().get(tokens.low(i), ()), *_symbols().get(tokens.word(i), ())):
        if (
            entry.kind == "money"
            or entry.kind == "percent"
            or (link not in ("per", "/") and entry.kind != "time")
        ):
            continue
        last = _match(tokens, i, entry, tokens.lows if entry.parts[0] == tokens.low(i) else tokens.words)
        if last is not None:
            return Unit(f"{unit.name} / {entry.name}", "measure", last, unit.factor)
    return unit
