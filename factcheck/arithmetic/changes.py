"""Changes: "rose 28 percent to $112m from $100m", "down by 21,000, or 9 percent, to 428,000"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claims.model import Claim
from factcheck.arithmetic.passages import Miscount, Passage, Reach, reach_of, value_of, words
from factcheck.words.phrases import number_words, plain, unit_words

_ABOUT = r"(?:(?:about|almost|around|just|nearly|over|roughly|some)\s+)?"
_TO = re.compile(rf"\W{{0,3}}(?:\w+\s+){{0,4}}?to\s+(?:a\s+record\s+)?{_ABOUT}", re.IGNORECASE)
_THEN_FROM = re.compile(rf"(?:\s+\w+){{0,3}}?,?\s+from\s+{_ABOUT}", re.IGNORECASE)
_BEFORE_FROM = re.compile(rf"\s*,?\s*(?:\w+\s+){{0,2}}?from\s+{_ABOUT}", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom\s+{_ABOUT}$", re.IGNORECASE)
_THEN_TO = re.compile(rf"(?:\s+\w+){{0,3}}?\s+to\s+{_ABOUT}", re.IGNORECASE)
_OR = re.compile(r"\s*(?:,\s*or\s+|\(\s*(?:or\s+)?)", re.IGNORECASE)
_END = re.compile(r"\s*(?:[,.;:)—–]|$|on\b|in\b|over\b|a\s+year\b|last\b|this\b|year[ -]on[ -]year\b)")
_OTHER_TIME = re.compile(
    r"\W*(?:a\s+\w+\s+(?:ago|before|earlier)|in\s+[A-Z0-9]|last\s|at\s+the\s+(?:start|end|beginning))"
)
_FEW_WORDS = 3  # between three figures that tell one change: "to", "from" and a word
_OTHER_ORDER = 5
_PERCENT_TOLERANCE = Decimal("0.6")  # points that rounding in newspapers explains beyond the stated digits


@cache
def _over_time() -> re.Pattern[str]:
    return re.compile(rf"\b{words('over-time')}\b", re.IGNORECASE)


@cache
def _a_change_of() -> re.Pattern[str]:
    noun = words("change-noun")
    return re.compile(
        rf"(?:\s+(?:an?\s+)?\w+){{0,2}}?\s*[,(—–]\s*(?:or\s+|(?:\w+\s+){{0,2}}?an?\s+(?:\w+\s+)?{noun}\s+of\s+|up\s+|down\s+)?{_ABOUT}(?:an?\s+)?",
        re.IGNORECASE,
    )


def find_bad_changes(passage: Passage) -> Iterator[Miscount]:
    """A change that is not the one between the amounts before and after it."""
    for index in range(len(passage.numbers) - 2):
        three = passage.numbers[index : index + 3]
        if three[0].sentence_start != three[2].sentence_start or any(claim.value is None for claim in three):
            continue
        if read := _old_new_change(passage, three):
            yield from _judged(passage, *read)
        elif read := _old_parts(passage, three):
            yield from _judged_step(*read)


def _old_new_change(passage: Passage, three: Sequence[Claim]) -> tuple[Claim, Claim, Claim] | None:
    """The amounts before and after, and the change, of three numbers that follow each other."""
    first, second, third = three
    links = passage.between(first, second), passage.between(second, third)
    if links[0] is None or links[1] is None:
        return None
    if (
        first.change
        and second.unit == third.unit
        and _TO.fullmatch(links[0])
        and _THEN_FROM.fullmatch(links[1])
    ):
        return third, second, first
    if (
        first.change
        and second.unit == third.unit
        and _BEFORE_FROM.fullmatch(links[0])
        and _THEN_TO.fullmatch(links[1])
    ):
        return second, third, first
    if first.unit != second.unit or not _a_change_of().fullmatch(links[1]):
        return None
    if _FROM.search(passage.before(first)) and _THEN_TO.fullmatch(links[0]) and _ends(passage, third):
        return first, second, third
    if (
        re.search(rf"\bto\s+{_ABOUT}$", passage.before(first))
        and _THEN_FROM.fullmatch(links[0])
        and _ends(passage, third)
    ):
        return second, first, third
    return None


def _is_apart(passage: Passage, old: Claim, new: Claim, change: Claim) -> bool:
    """Whether other words stand between the figures, and the change that they make is of another order.

    Then something else is meant more often than a slip: "to 31 in the county, from 2,400 in the state".
    """
    first, second, third = sorted((old, new, change), key=lambda claim: claim.start)
    links = (passage.between(first, second) or "") + " " + (passage.between(second, third) or "")
    if len(links.split()) <= _FEW_WORDS:
        return False
    actual, stated = abs(value_of(new) / value_of(old) - 1) * 100, abs(value_of(change))
    return not stated / _OTHER_ORDER <= actual <= stated * _OTHER_ORDER


def _ends(passage: Passage, change: Claim) -> bool:
    return change.scope in (None, "additional") and _END.match(passage.after(change)) is not None


def _judged(passage: Passage, old: Claim, new: Claim, change: Claim) -> Iterator[Miscount]:
    if not _is_simple(passage, old, new, change):
        return
    points = change.unit == old.unit == "percent"
    if change.unit == "percent" and not points:
        yield from _judged_percent(passage, old, new, change)
    elif change.unit == old.unit and (not points or "point" in change.text):
        low, high = _difference(old, new)
        stated = reach_of(change)
        if not Reach(low, high).meets(Reach(abs(stated.low), stated.high)):
            actual = f"{number_words(abs(value_of(new) - value_of(old)))} {unit_words(old.unit)}".strip()
            reason = f"from {old.text} to {new.text} is a difference of {actual}, not {change.text}"
            yield Miscount((old, new), change, reason)


def _is_simple(passage: Passage, old: Claim, new: Claim, change: Claim) -> bool:
    """Whether the change is from one amount to the other, and not by the year or since some other day."""
    if change.unit not in ("percent", old.unit) or _over_time().search(passage.after(change)[:20]):
        return False
    if _over_time().search(passage.before(change)[-20:]):
        return False
    return old.event != "share-price" or not _OTHER_TIME.match(passage.after(old))


def _difference(old: Claim, new: Claim) -> tuple[Decimal, Decimal]:
    before, after = sorted((reach_of(old), reach_of(new)))
    return max(Decimal(0), after.low - before.high), max(after.high - before.low, before.high - after.low)


def _judged_percent(passage: Passage, old: Claim, new: Claim, change: Claim) -> Iterator[Miscount]:
    before, after = reach_of(old), reach_of(new)
    if before.low <= 0 or value_of(new) < 0 or _is_apart(passage, old, new, change):
        return
    low, high = (after.low / before.high - 1) * 100, (after.high / before.low - 1) * 100
    least, most = reach_of(change)
    if change.change is None:
        low, high = (
            sorted((abs(low), abs(high))) if low * high > 0 else (Decimal(0), max(abs(low), abs(high)))
        )
    elif change.change == "down":
        least, most = -most, -least
    if not Reach(low, high).meets(Reach(least - _PERCENT_TOLERANCE, most + _PERCENT_TOLERANCE)):
        actual = round((value_of(new) / value_of(old) - 1) * 100, 1)
        way = "" if change.change == ("up" if actual > 0 else "down") else f" {change.change or ''}".rstrip()
        reason = f"from {old.text} to {new.text} is {plain(actual)} percent, not {change.text}{way}"
        yield Miscount((old, new), change, reason)


def _old_parts(passage: Passage, three: Sequence[Claim]) -> tuple[Claim, Claim, Claim] | None:
    """ "Dropped by 21,000, or 9 percent, to 428,000": the step, its share of what was, the new amount."""
    step, share, new = three
    links = passage.between(step, share), passage.between(share, new)
    if links[0] is None or links[1] is None or not (step.change or share.change):
        return None
    is_read = _OR.fullmatch(links[0]) and re.fullmatch(rf"\s*[,)]{{0,2}}\s*to\s+{_ABOUT}", links[1])
    same = step.unit == new.unit and share.unit == "percent" and step.unit != "percent"
    return (step, share, new) if is_read and same else None


def _judged_step(step: Claim, share: Claim, new: Claim) -> Iterator[Miscount]:
    sign = 1 if (step.change or share.change) == "up" else -1
    old = value_of(new) - sign * value_of(step)
    moved, after = reach_of(step), reach_of(new)
    least, most = sorted((after.low - sign * moved.high, after.high - sign * moved.low))
    if least <= 0 or value_of(step) <= 0:
        return
    found = Reach(moved.low / most * 100, moved.high / least * 100)
    stated = reach_of(share)
    if not found.meets(Reach(stated.low - _PERCENT_TOLERANCE, stated.high + _PERCENT_TOLERANCE)):
        actual = plain(round(value_of(step) / old * 100, 1))
        reason = f"{step.text} of {number_words(old)} before is {actual} percent, not {share.text}"
        yield Miscount((step, new), share, reason)
