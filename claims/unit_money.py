"""Money: currencies written before a number, and what tells "pounds" of money from pounds of weight."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from claims.lexicon import load_lexicon
from claims.numbers import ONE, Number
from claims.token_list import Tokens

_MILLION = Decimal(1_000_000)
_LEAST_SUM = 100
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_SIGN = 4  # tokens of a sign like "US$"
_STUFFS = ("noun", "plural", "adjective", "participle")  # begins what there is of it, and no "of which"
_OF = 5  # tokens after "pounds of" in which money is named: "pounds of the town's own money"


def is_money(tokens: Tokens, number: Number, last: int) -> bool:
    """Whether "pounds" or "drams", up to token `last`, are money here.

    They are after a large scale, pounds near words of paying too; but not what there is of a stuff:
    "2 million pounds of beef", "40 pounds of cocaine worth $1 million".
    """
    form = tokens.lows[last]
    if tokens.low(last + 1) == "of" and tokens.kind(last + 2) in _STUFFS:
        return not _money_of().isdisjoint(tokens.lows[last + 2 : last + 2 + _OF])
    if number.scale >= 1_000_000:
        return True
    if not form.startswith("pound"):
        return False
    near = tokens.lows[max(0, number.first - 12) : number.last + 12]
    return not _pound_context().isdisjoint(near)


def crowns_after(tokens: Tokens, number: Number) -> str | None:
    """The currency that "crowns" after `number` are, where sentence or text names the land of only one.

    Small whole numbers may be what a king wears: "1.9 billion crowns" and "41.30 crowns" are money.
    """
    is_sum = number.value is not None and (number.value >= _LEAST_SUM or number.value % 1 != 0)
    is_named = tokens.low(number.last + 1) == "crowns" and tokens.low(number.last + 2) != "of"
    if not is_named or number.words or not is_sum:
        return None
    lands = load_lexicon("money")["crowns"]["forms"]
    named = {lands[low] for low in tokens.lows if low in lands} or _crowns_of(tokens.text)
    return next(iter(named)) if len(named) == 1 else None


@lru_cache(maxsize=1)  # the sentences of one text ask in turn
def _crowns_of(text: str) -> frozenset[str]:
    lands = load_lexicon("money")["crowns"]["forms"]
    return frozenset(lands[low] for low in map(str.casefold, _WORD.findall(text)) if low in lands)


@cache
def _money_of() -> frozenset[str]:
    return frozenset(load_lexicon("money")["pounds-of"]["forms"])


@cache
def _pound_context() -> frozenset[str]:
    return frozenset(load_lexicon("money")["pound-context"]["forms"])


def dollar_after(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The currency that a word after a bare "$" amount tells ("$76 US a barrel"), and its token."""
    code = load_lexicon("money")["after-dollar"]["forms"].get(tokens.word(i))
    return None if code is None else (code, i)


@dataclass(frozen=True, slots=True)
class MoneyBefore:
    """A currency written before a number, beginning with token `first`."""

    first: int
    code: str
    factor: Decimal = ONE
    needs_scale: bool = False


def money_before(tokens: Tokens, i: int, floor: int = 0) -> MoneyBefore | None:
    """The currency written directly before token `i` and not before token `floor`, or None."""
    if i <= floor:
        return None
    last = tokens.words[i - 1][-1]
    if (last not in _sign_ends() and last.upper() not in _sign_ends()) or all(
        map(str.isalpha, tokens.words[max(floor, i - _LONGEST_SIGN) : i])
    ):
        return _letters_before(tokens, i, floor)
    signs = load_lexicon("money")["signs"]["forms"]
    for length in range(_LONGEST_SIGN, 0, -1):
        first = i - length
        if first < floor or all(map(str.isalpha, tokens.words[first:i])):
            continue
        form = "".join(tokens.words[first:i])
        code = signs.get(form) or (signs.get(form.upper()) if "$" in form else None)
        if code is not None and _stands_alone(tokens, first, i):
            return MoneyBefore(first, code)
    return _letters_before(tokens, i, floor)


@cache
def _sign_ends() -> frozenset[str]:
    return frozenset(sign[-1] for sign in load_lexicon("money")["signs"]["forms"])


@cache
def _codes() -> frozenset[str]:
    """All letters that may stand for a currency before a number."""
    tables = ("scaled-codes", "abbreviations", "prefixes-with-scale")
    codes = [code for table in tables for code in load_lexicon("money")[table]["forms"]]
    return frozenset({*codes, *load_lexicon("currencies")})


def _stands_alone(tokens: Tokens, first: int, i: int) -> bool:
    """Whether the sign at `first` is glued to no word, and its letters to its sign where it has both."""
    if tokens.is_glued(first) and tokens.words[first - 1].isalpha():
        return False
    return not (
        i - first > 1
        and tokens.words[first].isalpha()
        and len(tokens.words[first]) == 1
        and not (tokens.is_glued(first + 1) or tokens.words[first] == "c")
    )


def _letters_before(tokens: Tokens, i: int, floor: int) -> MoneyBefore | None:
    at = i - 1
    if at > floor and tokens.words[at] == "." and tokens.words[at - 1] in ("Rs", "Rp", "Fr"):
        at -= 1
    if (
        at < floor
        or tokens.words[at] not in _codes()
        or not tokens.words[at].isalpha()
        or (tokens.is_glued(at) and tokens.words[at - 1] not in "(-–—/")
    ):
        return None
    word = tokens.words[at]
    money = load_lexicon("money")
    if word in money["scaled-codes"]["forms"]:
        return MoneyBefore(at, money["scaled-codes"]["forms"][word], _MILLION)
    if word in money["abbreviations"]["forms"]:
        return MoneyBefore(at, money["abbreviations"]["forms"][word])
    if word in load_lexicon("currencies"):
        return MoneyBefore(at, word, needs_scale=word in money["codes-like-words"]["forms"])
    if tokens.is_glued(i) and word in money["prefixes-with-scale"]["forms"]:
        return MoneyBefore(at, money["prefixes-with-scale"]["forms"][word], needs_scale=True)
    return None
