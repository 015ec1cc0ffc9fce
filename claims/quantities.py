"""Quantities: every amount that a text states, with its value, unit, bound, direction and noun."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

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
_TOGETHER = 32  # sentences that are read together; more would only take memory


def find_quantities(text: str) -> list[Quantity]:
    """Quantities in `text`, in text order; mentions never overlap.

    Years, dates, clock times, ordinals, designations ("T-72"), phone numbers, addresses and codes are none.

    >>> [q] = find_quantities("Serbia took delivery of thirty T-72MS tanks.")
    >>> q.text, q.value, q.unit, q.noun
    ('thirty T-72MS tanks', Decimal('30'), '', 'T-72MS tanks')
    """
    found: list[Quantity] = []
    spans = iter([span for span in split_sentences(text) if _may_hold_number(text[span.start : span.end])])
    while together := [Tokens(text, *span) for span in islice(spans, _TOGETHER)]:
        found.extend(_in_sentences(together))
    return found


def _may_hold_number(sentence: str) -> bool:
    return _DIGIT.search(sentence) is not None or not number_words().isdisjoint(
        _WORD.findall(sentence.casefold())
    )


def _in_sentences(sentences: Sequence[Tokens]) -> list[Quantity]:
    """The quantities of some sentences, read step by step: what has just run is at hand in the processor."""
    numbers = [read_amounts(tokens) for tokens in sentences]
    joined = [join_amounts(*read) for read in zip(sentences, numbers, strict=True)]
    told = [(tokens, amounts) for tokens, amounts in zip(sentences, joined, strict=True) if amounts]
    for tokens, amounts in told:
        _set_bounds(tokens, amounts)
    for tokens, amounts in told:
        add_nouns(tokens, amounts)
    for tokens, amounts in told:
        for amount in amounts:
            amount.change = change_of(tokens, amount)
    return [_quantity(tokens, amount) for tokens, amounts in told for amount in amounts]


def _set_bounds(tokens: Tokens, amounts: Sequence[Amount]) -> None:
    floor = 0
    for k, amount in enumerate(amounts):
        _set_bound(tokens, amount, floor)
        if k and _converts(tokens, amounts[k - 1], amount):
            amount.bound = amounts[k - 1].bound
        _set_ends(amount)
        floor = amount.last + 1


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
    if right.bound != "exact" or left.value is None:
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
