"""Amounts: numbers with their sign and unit, before ranges, bounds and nouns are read."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import cache

from claims.ages import is_age
from claims.guards import blocked, words
from claims.idle import counts_nothing
from claims.number_words import number_words, read_number
from claims.numbers import HYPHENS, ONE, Number, scale_word
from claims.token_list import DIGITS, Tokens
from claims.unit_money import dollar_after, money_before
from claims.units import Unit, unit_after, unit_of

_HALF = Decimal("0.5")
_AND_HALF = ["and", "a", "half"]
_EXACT = Context(prec=60)
_MINUS = frozenset("-−–")
_ARTICLES = frozenset(["a", "an"])


@dataclass(slots=True)
class Amount:
    """A number with its unit, from token `first` to `last` (inclusive), its values in `unit`."""

    first: int
    last: int
    number: Number
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    kind: str = ""
    factor: Decimal = ONE
    money_first: bool = False
    bound: str = "exact"
    change: str | None = None
    noun: str | None = None
    noun_last: int = -1
    share: bool = False
    tail: int = -1
    counted: bool = False
    age: bool = False


def read_amounts(tokens: Tokens) -> list[Amount]:
    """Every amount of a sentence in order, without names, dates, codes and scores of clocks."""
    amounts: list[Amount] = []
    closed = blocked_tokens(tokens)
    floor = following = 0
    for i in _beginnings(tokens):
        if i < following or i in closed:
            continue
        amount, following = _read_amount(tokens, i, floor)
        if amount is not None:
            amounts.append(amount)
            floor = amount.last + 1
    return amounts


def blocked_tokens(tokens: Tokens) -> set[int]:
    """The tokens that stand in links, phone numbers and dates written in digits."""
    closed: set[int] = set()
    for start, end in blocked(tokens.text, tokens.starts[0], tokens.ends[-1]) if len(tokens) else ():
        closed.update(range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)))
    return closed


def _beginnings(tokens: Tokens) -> list[int]:
    """The tokens that an amount may begin with: digits, number words, "a" before one."""
    words, openings = number_words(), _openings()
    return [
        i
        for i, low in enumerate(tokens.lows)
        if (low in openings or low[0] in DIGITS) and (low not in _ARTICLES or tokens.low(i + 1) in words)
    ]


@cache
def _openings() -> frozenset[str]:
    return number_words() | _ARTICLES


def _read_amount(tokens: Tokens, i: int, floor: int) -> tuple[Amount | None, int]:
    """The amount at token `i`, if any, and the token to go on at."""
    money = money_before(tokens, i, floor)
    number = read_number(tokens, i, money=money is not None)
    if number is None:
        return None, i + 1
    if (one := _one_and_a_half(tokens, number, floor)) is not None:
        return one, one.last + 1
    if (
        money is not None
        and money.needs_scale
        and number.scale == 1
        and not set(tokens.words[i]) & {",", "."}
    ):
        money = None
        number = read_number(tokens, i) or number
    unit = None
    if money is not None:
        trailing = unit_after(tokens, number)
        last = (
            trailing.last
            if trailing is not None and trailing.name == money.code and trailing.factor == 1
            else number.last
        )
        unit = Unit(money.code, "money", last, money.factor)
        dollar = dollar_after(tokens, last + 1) if tokens.words[number.first - 1] == "$" else None
        if dollar is not None and money.code == "USD":
            unit = Unit(dollar[0], "money", dollar[1], money.factor)
    else:
        number, unit = _unit_or_scale(tokens, number)
    if unit is not None and unit.kind == "money" and unit.last > number.last:
        number, unit = scaled_after_unit(tokens, number, unit)
    following = number.last + 1
    if money is None and counts_nothing(tokens, number, unit):
        return None, following
    age = unit is None and is_age(tokens, number, floor)
    if age:
        unit = Unit("year", "time", number.last)
    amount = _signed(tokens, number, unit, number.first if money is None else money.first, floor)
    amount.money_first = money is not None
    amount.age = age
    if (
        amount.unit
        and amount.value is not None
        and tokens.lows[amount.last + 1 : amount.last + 4] == _AND_HALF
    ):
        amount.value += _HALF * amount.factor  # "two years and a half"
        amount.last += len(_AND_HALF)
    return amount, amount.last + 1


def _one_and_a_half(tokens: Tokens, half: Number, floor: int) -> Amount | None:
    """ "A year and a half", "a mile and a half": one of the unit and half of it, told by its half."""
    first = half.first - 3
    is_told = tokens.lows[half.last] == "half" and half.value == _HALF and tokens.low(half.first - 1) == "and"
    if not is_told or first < floor or tokens.low(first) not in _ARTICLES:
        return None
    unit = unit_after(tokens, half, after=first)
    if unit is None or unit.last != half.first - 2:
        return None
    value = ONE + _HALF
    number = Number(first, half.last, value, base=value, words=True)
    return _signed(tokens, number, replace(unit, last=half.last), first, floor)


def _unit_or_scale(tokens: Tokens, number: Number) -> tuple[Number, Unit | None]:
    """`number` with its unit, where "m" or "k" joined to the digits may be a scale or a unit."""
    if number.short and len(number.short) == 1:
        plain = read_plain(tokens, number)
        unit = unit_after(tokens, plain)
        if unit is not None and not _counts_things(tokens, number):
            return plain, unit
        if number.short == "K" and number.base < 10 and not _counts_things(tokens, number):
            return plain, None
    unit = unit_after(tokens, number)
    if unit is None and (number.value is None or number.fraction):
        unit = unit_of(tokens, number)
    return number, unit


def scaled_after_unit(tokens: Tokens, number: Number, unit: Unit) -> tuple[Number, Unit]:
    """`number` with a scale after its currency: "75 USD million"."""
    scale = scale_word(tokens.low(unit.last + 1))
    if scale is None or number.scale != 1 or number.value is None:
        return number, unit
    number = replace(number, value=_EXACT.multiply(number.value, scale), scale=scale)
    return number, replace(unit, last=unit.last + 1)


def read_plain(tokens: Tokens, number: Number) -> Number:
    """`number` without the letters of its short scale."""
    return Number(number.first, number.last - 1, number.base, base=number.base)


def _counts_things(tokens: Tokens, number: Number) -> bool:
    """Whether a counted noun follows, so that "2.7m sales" are millions and "37m tall" metres."""
    if unit_after(tokens, number) is not None:
        return True
    i = number.last + 1
    if tokens.word(i) in HYPHENS and tokens.is_number(i + 1) and tokens.word(i + 2) == number.short:
        i += 3  # "5m-6m people"
    if tokens.low(i) == "of":
        return tokens.low(i + 1) in ("them", "those", "these", "which", "whom")
    if tokens.low(i) in words("race"):
        return False
    if not tokens.is_word(i) and number.short == "m":
        return number.base != int(number.base) and words("length").isdisjoint(tokens.lows[max(0, i - 8) : i])
    for _ in range(6):
        found = tokens.kind(i)
        if found == "plural":
            return True
        if found not in ("noun", "adjective", "past", "participle", "gerund", "conjunction"):
            return False
        i += 1
    return False


def _signed(tokens: Tokens, number: Number, unit: Unit | None, first: int, floor: int) -> Amount:
    factor = ONE if unit is None else unit.factor
    sign, first = _sign(tokens, first, floor)

    def scaled(value: Decimal | None) -> Decimal | None:
        if value is None or (factor is ONE and sign == 1):
            return value
        return _EXACT.multiply(_EXACT.multiply(value, factor), Decimal(sign))

    last = number.last if unit is None else max(unit.last, number.last)
    return Amount(
        first, last, number, scaled(number.value), scaled(number.low), scaled(number.high),
        "" if unit is None else unit.name, "" if unit is None else unit.kind, factor,
    )  # fmt: skip


def _sign(tokens: Tokens, first: int, floor: int) -> tuple[int, int]:
    """-1 or 1, and the first token of the amount with its sign."""
    at = first - 1
    if at < floor:
        return 1, first
    if tokens.low(at) in ("minus", "negative"):
        return (1, first) if tokens.lows[max(0, at - 2) : at] == ["plus", "or"] else (-1, at)
    if (
        tokens.words[at] in HYPHENS
        and tokens.is_glued(at)
        and tokens.low(at - 1) in ("minus", "negative")
        and at - 1 >= floor
    ):
        return -1, at - 1
    if (
        tokens.words[at] in _MINUS
        and tokens.is_glued(first)
        and not tokens.is_glued(at)
        and at > floor - (floor == 0)
    ):
        return -1, at
    if tokens.words[at] == "+" and tokens.is_glued(first) and not tokens.is_glued(at):
        return 1, at
    return 1, first
