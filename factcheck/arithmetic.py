"""Arithmetic: whether the numbers of one sentence add up, by the sums that the sentence itself states."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from claims.model import Claim
from factcheck.phrases import plain
from factcheck.values import last_digit_step

_SHORT = 60  # characters between two numbers that belong to one sum
_LIST_OPENS = re.compile(r"[\w\s’'-]{0,40}(?:[(:—–]|\s-\s)\s*$")
_LIST_GOES_ON = re.compile(r"[\w\s’'-]*(?:,\s*(?:and\s+)?|\s+and\s+|,\s*plus\s+)(?:\w+\s+)?$")
_LIST_ENDS = re.compile(r"[\w\s’'-]*(?:[).;—–]|$)")
_OF_A_WHOLE = re.compile(
    r"[\w\s’'-]{0,40}?\b(?:out\s+)?of\s+(?:the|its|their|those|these|all)?\s*(?:\w+\s+)?$", re.IGNORECASE
)
_LEAVING = re.compile(r"\b(?:leaving|leaves|left\s+with|with\s+only)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_TO_FROM = re.compile(r"^\W*(?:\w+\s+){0,3}?to\s+(?:about\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+)?$", re.IGNORECASE)
_PERCENT_TOLERANCE = Decimal(
    "0.6"
)  # percentage points that rounding in newspapers explains beyond the stated digits


@dataclass(frozen=True, slots=True)
class Miscount:
    """A sum that a sentence states and its own numbers deny: `result` does not follow from `parts`."""

    parts: tuple[Claim, ...]
    result: Claim
    reason: str


def find_miscounts(claims: Sequence[Claim]) -> list[Miscount]:
    """Every stated sum among `claims` (in text order) that does not come out."""
    found: list[Miscount] = []
    exact = [c for c in claims if c.kind == "quantity" and c.value is not None and c.bound == "exact"]
    for _, group in groupby(exact, key=lambda claim: (claim.doc, claim.sentence_start)):
        sentence = list(group)
        for check in (_remainders, _parts, _totals, _wholes, _percent_changes):
            found += check(sentence)
    return found


def _between(a: Claim, b: Claim) -> str:
    return a.sentence[a.end - a.sentence_start : b.start - a.sentence_start]


def _after(claim: Claim) -> str:
    return claim.sentence[claim.end - claim.sentence_start :]


def _value(claim: Claim) -> Decimal:
    assert claim.value is not None, "find_miscounts keeps claims with a value"
    return claim.value


def _wholes(claims: Sequence[Claim]) -> Iterator[Miscount]:
    """A part that is larger than the whole that it is said to be of."""
    for part, whole in pairwise(claims):
        if (
            part.unit == whole.unit == ""
            and _OF_A_WHOLE.fullmatch(_between(part, whole))
            and _value(part) > _value(whole)
        ):
            yield Miscount((part,), whole, f"the part is larger than the whole: {part.text} of {whole.text}")


def _remainders(claims: Sequence[Claim]) -> Iterator[Miscount]:
    """ "two of the six, leaving five": part and rest are not the whole."""
    for part, whole, rest in zip(claims, claims[1:], claims[2:], strict=False):
        if (
            part.unit != whole.unit
            or rest.unit != whole.unit
            or not _OF_A_WHOLE.fullmatch(_between(part, whole))
        ):
            continue
        if _LEAVING.search(_between(whole, rest)) and _value(part) + _value(rest) != _value(whole):
            left = plain(_value(whole) - _value(part))
            yield Miscount(
                (part, whole),
                rest,
                f"{plain(_value(part))} of {plain(_value(whole))} leaves {left}, not {plain(_value(rest))}",
            )


def _parts(claims: Sequence[Claim]) -> Iterator[Miscount]:
    """ "eight people (three men and four women)": a full list of parts that is not the whole."""
    for index, whole in enumerate(claims):
        if (
            whole.unit
            or index + 2 >= len(claims)
            or not _LIST_OPENS.match(_between(whole, claims[index + 1]))
        ):
            continue
        parts = [claims[index + 1]]
        for following in claims[index + 2 :]:
            between = _between(parts[-1], following)
            if following.unit or len(between) > _SHORT or not _LIST_GOES_ON.fullmatch(between):
                break
            parts.append(following)
        if len(parts) < 2 or parts[0].unit or " and " not in _between(parts[-2], parts[-1]):
            continue
        total = sum(map(_value, parts))
        if _LIST_ENDS.match(_after(parts[-1])) and total != _value(whole) and _are_parts(parts, whole):
            told = " + ".join(plain(_value(part)) for part in parts)
            yield Miscount(
                tuple(parts), whole, f"{told} is {plain(Decimal(total))}, not {plain(_value(whole))}"
            )


def _totals(claims: Sequence[Claim]) -> Iterator[Miscount]:
    """ "3 adults and 4 children, 8 people in all": a total that its parts do not make."""
    for first, second, total in zip(claims, claims[1:], claims[2:], strict=False):
        if total.scope != "total" or any(claim.unit for claim in (first, second, total)):
            continue
        is_list = re.fullmatch(r"\s+and\s+", _between(first, second))
        follows = re.fullmatch(r"[\w\s’'-]{0,40}[,:;–—]\s*(?:\w+\s+){0,3}", _between(second, total))
        if is_list and follows and _value(first) + _value(second) != _value(total):
            told = f"{plain(_value(first))} + {plain(_value(second))}"
            sum_ = plain(_value(first) + _value(second))
            yield Miscount((first, second), total, f"{told} is {sum_}, not {plain(_value(total))}")


def _are_parts(parts: Sequence[Claim], whole: Claim) -> bool:
    """Whether the numbers count parts: whole things, fewer than all of them, and not so many of each."""
    return all(
        _value(part) < _value(whole)
        and _value(part) == _value(part).to_integral_value()
        and not (part.scope or "").startswith(("each", "per "))
        for part in parts
    )


def _percent_changes(claims: Sequence[Claim]) -> Iterator[Miscount]:
    """ "rose 28 percent to $112m from $100m": a change that is not the one between the two amounts."""
    percents = [claim for claim in claims if claim.unit == "percent"]
    amounts = [claim for claim in claims if claim.unit != "percent"]
    if len(percents) != 1 or len(amounts) != 2 or amounts[0].unit != amounts[1].unit:
        return
    [percent], (first, second) = percents, amounts
    between = _between(first, second)
    if (
        percent.start < first.start
        and percent.change
        and _TO_FROM.match(_between(percent, first))
        and _FROM.search(between)
    ):
        new, old = first, second
    elif (
        percent.change
        and _FROM.search(first.sentence[: first.start - first.sentence_start])
        and re.fullmatch(r"\s+to\s+", between)
    ):
        new, old = second, first
    else:
        return
    if _value(old) <= 0:
        return
    stated = _value(percent) if percent.change == "up" else -_value(percent)
    low, high = _change_bounds(_value(old), _value(new))
    slack = last_digit_step(_value(percent)) / 2 + _PERCENT_TOLERANCE
    if not low - slack <= stated <= high + slack:
        actual = (_value(new) / _value(old) - 1) * 100
        yield Miscount(
            (old, new),
            percent,
            f"from {old.text} to {new.text} is {plain(round(actual, 1))} percent, not {percent.text}",
        )


def _change_bounds(old: Decimal, new: Decimal) -> tuple[Decimal, Decimal]:
    """The least and the greatest change in percent that two rounded amounts allow."""
    old_half, new_half = (min(last_digit_step(v) / 2, abs(v) / 20) for v in (old, new))
    return ((new - new_half) / (old + old_half) - 1) * 100, ((new + new_half) / (old - old_half) - 1) * 100
