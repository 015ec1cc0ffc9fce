"""Amounts: numbers with their sign and unit, before ranges, bounds and nouns are read."""

from dataclasses import dataclass
from decimal import Context, Decimal

from claims.guards import blocked, is_clock, is_date, is_name, is_year, words
from claims.numbers import Number, number_words, read_number
from claims.token_list import Tokens
from claims.units import Unit, money_before, unit_after
from claims.wordclass import word_class

_EXACT = Context(prec=60)
_MINUS = frozenset("-−–")
_HYPHENS = frozenset("-‑–")


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
    factor: Decimal = Decimal(1)
    money_first: bool = False
    bound: str = "exact"
    change: str | None = None
    noun: str | None = None
    noun_last: int = -1


def read_amounts(tokens: Tokens) -> list[Amount]:
    """Every amount of a sentence in order, without names, dates, codes and scores of clocks."""
    amounts: list[Amount] = []
    spans = blocked(tokens.text, tokens.starts[0], tokens.ends[-1]) if len(tokens) else []
    floor = i = 0
    while i < len(tokens):
        if not _may_begin(tokens, i) or any(start <= tokens.starts[i] < end for start, end in spans):
            i += 1
            continue
        amount, following = _read_amount(tokens, i, floor)
        if amount is not None:
            amounts.append(amount)
            floor = amount.last + 1
        i = max(following, i + 1)
    return amounts


def _may_begin(tokens: Tokens, i: int) -> bool:
    low = tokens.lows[i]
    if tokens.is_number(i) or low in number_words():
        return True
    return low in ("a", "an") and tokens.low(i + 1) in number_words()


def _read_amount(tokens: Tokens, i: int, floor: int) -> tuple[Amount | None, int]:
    """The amount at token `i`, if any, and the token to go on at."""
    money = money_before(tokens, i, floor)
    number = read_number(tokens, i, money=money is not None)
    if number is None:
        return None, i + 1
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
            if trailing is not None and trailing.kind == "money" and trailing.factor == 1
            else number.last
        )
        unit = Unit(money.code, "money", last, money.factor)
    else:
        number, unit = _unit_or_scale(tokens, number)
    following = number.last + 1
    if money is None and _counts_nothing(tokens, number, unit):
        return None, following
    amount = _signed(tokens, number, unit, number.first if money is None else money.first, floor)
    amount.money_first = money is not None
    return amount, amount.last + 1


def _unit_or_scale(tokens: Tokens, number: Number) -> tuple[Number, Unit | None]:
    """`number` with its unit, where "m" or "k" joined to the digits may be a scale or a unit."""
    if number.short and len(number.short) == 1:
        plain = read_plain(tokens, number)
        unit = unit_after(tokens, plain)
        if unit is not None and unit.last >= number.last and not _counts_things(tokens, number):
            return plain, unit
        if (
            number.short in "kK"
            and not _counts_things(tokens, number)
            and (number.base < 10 and number.short == "K")
        ):
            return plain, None
    return number, unit_after(tokens, number)


def read_plain(tokens: Tokens, number: Number) -> Number:
    """`number` without the letters of its short scale."""
    return Number(number.first, number.last - 1, number.base, base=number.base)


def _counts_things(tokens: Tokens, number: Number) -> bool:
    """Whether a counted noun follows, so that "2.7m sales" are millions and "37m tall" metres."""
    if unit_after(tokens, number) is not None:
        return True
    i = number.last + 1
    for _ in range(4):
        if not tokens.is_word(i):
            return False
        found = word_class(tokens.words[i])
        if found == "plural":
            return True
        if found not in ("noun", "adjective", "past", "participle", "gerund", "conjunction"):
            return False
        i += 1
    return False


def _counts_nothing(tokens: Tokens, number: Number, unit: Unit | None) -> bool:
    if is_name(tokens, number, unit is not None):
        return True
    if is_clock(tokens, number):
        return True
    if unit is None and is_date(tokens, number):
        return True
    if (
        unit is not None
        and unit.kind == "time"
        and is_year(tokens, number.first)
        and number.last == number.first
    ):
        return True
    if unit is None and (_is_list_number(tokens, number) or _is_address(tokens, number)):
        return True
    if number.fraction:
        return _is_no_share(tokens, number, unit)
    if number.words:
        return _is_idle_word(tokens, number, unit)
    return False


def _is_list_number(tokens: Tokens, number: Number) -> bool:
    if number.words or number.first > 1:
        return False
    opening = number.first == 0 or tokens.words[0] in "(["
    return (
        opening
        and tokens.word(number.last + 1) in (".", ")", "]")
        and not (number.last + 2 >= len(tokens) and number.value and number.value > 99)
    )


def _is_address(tokens: Tokens, number: Number) -> bool:
    if number.words or number.value is None or number.last > number.first:
        return False
    i = number.last + 1
    for _ in range(4):
        if not tokens.is_capitalised(i):
            return False
        if i > number.last + 1 and tokens.lows[i] in words("street"):
            return not tokens.is_title_case or word_class(tokens.words[i - 1]) == "noun"
        i += 1
    return False


def _is_no_share(tokens: Tokens, number: Number, unit: Unit | None) -> bool:
    """Whether a fraction word is an ordinal or part of a name here: "a third man", "the first half"."""
    low = tokens.lows[number.last]
    if not number.words:
        return False
    if low == "half" and number.value == Decimal("0.5") and number.first == number.last:
        if tokens.low(number.first - 1) in words("not-before-half"):
            return True
        return unit is None and tokens.low(number.last + 1) not in (
            "of",
            "the",
            "its",
            "their",
            "his",
            "her",
            "our",
            "a",
            "an",
            "those",
            "these",
            "all",
            "my",
            "your",
        )
    if unit is not None:
        return False
    if low.endswith(("s", "ves")) and low not in ("quarters",):
        return False
    if low == "half":
        return False
    following = tokens.low(number.last + 1)
    return following not in (
        "of",
        ",",
        ".",
        "",
        ")",
        "to",
        "in",
        "from",
        "more",
        "less",
        "since",
        "on",
        "compared",
        "and",
        "but",
    )


def _is_idle_word(tokens: Tokens, number: Number, unit: Unit | None) -> bool:
    """Whether a number word counts nothing: the pronoun "one", "zero tolerance"."""
    if number.value == 1 and number.first == number.last:
        return _is_pronoun_one(tokens, number.first, unit)
    if number.value == 0:
        return unit is None and not (
            tokens.is_word(number.last + 1) and word_class(tokens.words[number.last + 1]) == "plural"
        )
    return False


def _is_pronoun_one(tokens: Tokens, i: int, unit: Unit | None) -> bool:
    before, after = tokens.low(i - 1), tokens.low(i + 1)
    if before in words("not-before-one"):
        return True
    if after == "in" or (after == "out" and tokens.low(i + 2) == "of"):
        return not (
            tokens.is_number(i + 2 + (after == "out"))
            or tokens.low(i + 2 + (after == "out")) in (number_words() | {"every"})
        )
    if after == "of":
        return _is_praise(tokens, i + 2)
    if unit is not None:
        return after == "day"
    if after in words("not-after-one") or not tokens.is_word(i + 1):
        return True
    found = word_class(after)
    return found not in ("noun", "adjective", "gerund", "past", "participle")


def _is_praise(tokens: Tokens, i: int) -> bool:
    """Whether what follows "one of" is no counted whole: "one of the best", "one of many reasons"."""
    if tokens.low(i) not in (
        "the",
        "its",
        "his",
        "her",
        "their",
        "our",
        "those",
        "these",
        "four",
        "three",
        "two",
        "five",
        "six",
    ):
        return not tokens.low(i).endswith("'s") and not tokens.is_number(i)
    for k in range(i + 1, i + 4):
        low = tokens.low(k)
        if low in words("superlative") or (low.endswith("est") and word_class(low) == "adjective"):
            return True
    return False


def _signed(tokens: Tokens, number: Number, unit: Unit | None, first: int, floor: int) -> Amount:
    factor = Decimal(1) if unit is None else unit.factor
    sign, first = _sign(tokens, first, floor)
    if (
        sign == 1
        and number.first > first
        and tokens.words[number.first - 1] in _MINUS
        and number.first - 1 >= floor
        and not tokens.words[number.first - 1].isalnum()
    ):
        pass

    def scaled(value: Decimal | None) -> Decimal | None:
        return None if value is None else _EXACT.multiply(_EXACT.multiply(value, factor), Decimal(sign))

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
        return -1, at
    if (
        tokens.words[at] in _HYPHENS
        and tokens.is_glued(at)
        and tokens.low(at - 1) in ("minus", "negative")
        and at - 1 >= floor
    ):
        return -1, at - 1
    if (
        tokens.words[at] in _MINUS
        and tokens.is_glued(first)
        and not tokens.is_glued(at)
        and not (at > 0 and tokens.is_number(at - 1))
    ):
        return -1, at
    if tokens.words[at] == "+" and tokens.is_glued(first) and not tokens.is_glued(at):
        return 1, at
    return 1, first
