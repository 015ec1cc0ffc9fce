"""Quantities: every amount that a text states, with its value, unit, bound, direction and noun."""

import re
from decimal import Decimal

from claims.amounts import Amount, read_amounts
from claims.bounds import bound_after, bound_before
from claims.change import change_of
from claims.measured import add_nouns
from claims.model import Quantity
from claims.number_words import number_words
from claims.numbers import ONE
from claims.ranges import join_amounts
from claims.sentences import split_sentences
from claims.token_list import Tokens

_DIGIT = re.compile(r"[0-9½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]")
_WORD = re.compile(r"[^\W\d_]+")
_LARGEST = Decimal(10) ** 27  # that all digits are written of
_LONGEST = 80  # characters of a mention


def find_quantities(text: str) -> list[Quantity]:
    """Quantities in `text`, in text order; mentions never overlap.

    Years, dates, clock times, ordinals, designations ("T-72"), phone numbers, addresses and codes are none.

    >>> [q] = find_quantities("Serbia took delivery of thirty T-72MS tanks.")
    >>> q.text, q.value, q.unit, q.noun
    ('thirty T-72MS tanks', Decimal('30'), '', 'T-72MS tanks')
    """
    found: list[Quantity] = []
    for start, end in split_sentences(text):
        if _may_hold_number(text[start:end]):
            found.extend(_in_sentence(Tokens(text, start, end)))
    return found


def _may_hold_number(sentence: str) -> bool:
    return _DIGIT.search(sentence) is not None or not number_words().isdisjoint(
        _WORD.findall(sentence.casefold())
    )


def _in_sentence(tokens: Tokens) -> list[Quantity]:
    amounts = join_amounts(tokens, read_amounts(tokens))
    floor = 0
    for k, amount in enumerate(amounts):
        _set_bound(tokens, amount, floor)
        if k and _converts(tokens, amounts[k - 1], amount):
            amount.bound = amounts[k - 1].bound
        _set_ends(amount)
        floor = amount.last + 1
    add_nouns(tokens, amounts)
    for amount in amounts:
        amount.change = change_of(tokens, amount)
    return [_quantity(tokens, amount) for amount in amounts]


def _set_bound(tokens: Tokens, amount: Amount, floor: int) -> None:
    if amount.value is None:
        amount.bound = "between"
        return
    before, after = bound_before(tokens, amount, floor), bound_after(tokens, amount)
    if after is not None:
        amount.bound, amount.tail = after
    if before is not None:
        amount.bound = before[0]


def _converts(tokens: Tokens, left: Amount, right: Amount) -> bool:
    """Whether `right` says `left` in another unit, in brackets or after a slash: "9 miles (15 km)"."""
    if right.bound != "exact" or left.value is None or right.value is None or not left.unit:
        return False
    return (
        left.unit != right.unit
        and left.kind == right.kind
        and tokens.lows[left.last + 1 : right.first] in (["("], ["/"])
    )


def _set_ends(amount: Amount) -> None:
    if amount.bound in ("at_least", "more_than"):
        amount.low = amount.value
    elif amount.bound in ("at_most", "less_than"):
        amount.high = amount.value


def _quantity(tokens: Tokens, amount: Amount) -> Quantity:
    start, end = tokens.starts[amount.first], tokens.ends[amount.last]
    if amount.noun_last >= 0 and tokens.ends[amount.noun_last] - start <= _LONGEST:
        end = tokens.ends[amount.noun_last]
    return Quantity(
        start=start,
        end=end,
        text=tokens.text[start:end],
        value=_plain(amount.value),
        low=_plain(amount.low),
        high=_plain(amount.high),
        bound=amount.bound,  # type: ignore[arg-type]
        unit=amount.unit,
        noun=amount.noun,
        change=amount.change,  # type: ignore[arg-type]
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """`value` without trailing zeros and without an exponent."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole.quantize(ONE) if whole == value and abs(whole) < _LARGEST else value.normalize()
