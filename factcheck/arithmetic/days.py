"""Days of one article: a weekday that its date does not have, what is told in an order that cannot be."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claims.lexicon import load_lexicon
from claims.model import Claim
from claims.timex.meaning import weekday_number
from factcheck.arithmetic.passages import Miscount, Passage, Reach, reach_of, words

_NEWS = 45  # days from publication in which a date without a year cannot be of another year
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_YEAR_FOLLOWS = re.compile(r"[\s\d:,.()]{0,16}\b(?:19|20)\d\d\b")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_UNTIL = re.compile(r"\s+(?:to|until|till|through)\s+", re.IGNORECASE)
_AND_THEN = re.compile(
    r"\s*,?\s+(?:and|but|then)\s+(?:(?:he|she|it|they|has|had|have|was|were|been)\s+){0,4}(?:[\w’'-]+\s+){0,4}?(?:in|on|since)\s+",
    re.IGNORECASE,
)
_SINCE_DAY = (1900, 2100)  # years in which news tells weekdays


def find_bad_days(passage: Passage, published: date | None) -> Iterator[Miscount]:
    """Weekdays that their dates do not have, ends before their beginnings, effects before their causes."""
    for claim in passage.dates:
        if not _YEAR_FOLLOWS.match(passage.after(claim)):
            yield from _wrong_weekday(claim, published)
    for one, other in pairwise(passage.dates):
        if one.sentence_start == other.sentence_start:
            between = passage.between(one, other)
            if between is not None:
                yield from _wrong_order(passage, one, other, between)
    yield from _wrong_ages(passage)


def _wrong_weekday(claim: Claim, published: date | None) -> Iterator[Miscount]:
    when = claim.when
    found = [weekday_number(word.casefold()) for word in _WORD.findall(claim.text)]
    weekdays = [number for number in found if number]
    if len(weekdays) != 1 or when is None or when.first is None or when.first != when.last:
        return
    text = _YEAR.sub("", claim.text)
    if not _DAY.search(re.sub(r"\d{1,2}(?::\d\d)?\s*[ap]\.?m|\d{1,2}[:.]\d\d", "", text)):
        return
    is_fixed = _YEAR.search(claim.text) and _SINCE_DAY[0] <= when.first.year <= _SINCE_DAY[1]
    is_near = published is not None and abs((when.first - published).days) <= _NEWS
    if (is_fixed or is_near) and when.first.isoweekday() != weekdays[0] and _is_as_written(text, when.first):
        right = _WEEKDAYS[when.first.isoweekday() - 1]
        day = when.first.isoformat()
        yield Miscount((), claim, f"{claim.text}: {day} is a {right}", "date")


def _is_as_written(text: str, day: date) -> bool:
    """Whether the day of the month stands in the text: nothing was worked out to find it."""
    return any(int(found) == day.day for found in _DAY.findall(text))


def _wrong_order(passage: Passage, one: Claim, other: Claim, between: str) -> Iterator[Miscount]:
    if not _is_told(one) or not _is_told(other) or not _are_comparable(one, other):
        return
    before, after = _first(one), _first(other)
    if _is_range(passage, one, between) and _last(other) < before:
        yield Miscount((one,), other, f"the end, {other.text}, is before the beginning, {one.text}", "date")
    elif _linking("after").fullmatch(between) and after > _last(one):
        reason = f"told to be after {other.text}, but {one.text} is before it"
        yield Miscount((other,), one, reason, "date")
    elif _linking("before").fullmatch(between) and _last(other) < before:
        reason = f"told to be before {other.text}, but {one.text} is after it"
        yield Miscount((other,), one, reason, "date")
    elif _AND_THEN.fullmatch(between) and _is_course(one, other) and _last(other) < before:
        events = [(claim.event or "").replace("-", " ") for claim in (one, other)]
        reason = f"{events[1]} in {other.text} is told to follow {events[0]} in {one.text}"
        yield Miscount((one,), other, reason, "date")


@cache
def _linking(order: str) -> re.Pattern[str]:
    return re.compile(
        rf",?\s+(?:(?:\w+\s+){{0,3}}?){words(order)}\s+(?:[\w’'-]+\s+){{1,10}}?(?:in|on)\s+", re.IGNORECASE
    )


def _is_range(passage: Passage, one: Claim, between: str) -> bool:
    before = passage.before(one)
    if re.search(r"\bbetween\s+$", before, re.IGNORECASE):
        return between == " and "
    return (
        re.search(r"\bfrom\s+$", before, re.IGNORECASE) is not None and _UNTIL.fullmatch(between) is not None
    )


def _is_course(one: Claim, other: Claim) -> bool:
    """Whether the first event comes first wherever both happen to one person or thing."""
    return any(
        one.event in order and other.event in order and order.index(one.event) < order.index(other.event)
        for order in (course["order"] for course in load_lexicon("courses").values())
    )


def _is_told(claim: Claim) -> bool:
    return (
        claim.when is not None
        and claim.when.first is not None
        and claim.when.last is not None
        and "T" not in claim.when.value
        and claim.status == "asserted"
        and any(map(str.isdigit, claim.text))
    )


def _are_comparable(one: Claim, other: Claim) -> bool:
    """Whether both give their year, or neither and both lie in one season: then none is guessed wrong."""
    years = [_YEAR.search(claim.text) is not None for claim in (one, other)]
    if all(years):
        return True
    first, second = _first(one), _first(other)
    return not any(years) and first.year == second.year and abs((first - second).days) <= 2 * _NEWS


def _first(claim: Claim) -> date:
    assert claim.when is not None, "only dates are ordered"
    assert claim.when.first is not None, "only dates with days are ordered"
    return claim.when.first


def _last(claim: Claim) -> date:
    assert claim.when is not None, "only dates are ordered"
    assert claim.when.last is not None, "only dates with days are ordered"
    return claim.when.last


def _wrong_ages(passage: Passage) -> Iterator[Miscount]:
    """Born, died, aged: three figures of one sentence of which two give the third."""
    for birth, death in pairwise(passage.dates):
        if birth.event != "birth" or death.event != "killed" or birth.sentence_start != death.sentence_start:
            continue
        if not (_is_told(birth) and _is_told(death)):
            continue
        ages = [
            claim
            for claim in passage.numbers
            if claim.sentence_start == birth.sentence_start and claim.event == "age"
        ]
        years = _first(death).year - _first(birth).year
        if len(ages) == 1 and ages[0].unit in ("", "year") and years >= 0:
            possible = Reach(Decimal(max(0, years - 1)), Decimal(years))
            if not _age(ages[0]).meets(possible):
                old = f"{years - 1} or {years}" if years else "0"
                reason = f"born {birth.text}, dead {death.text}: {old} years old, not {ages[0].text}"
                yield Miscount((birth, death), ages[0], reason)


def _age(claim: Claim) -> Reach:
    """The ages that one can stand for: it is never rounded, unless the words say so."""
    if claim.value is not None and claim.bound == "exact":
        return Reach(claim.value, claim.value)
    return reach_of(claim)
