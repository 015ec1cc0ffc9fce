"""Updates: whether two numbers of one fact differ because one was told later, and not by mistake."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from claims.event_lexicon import Course, event_classes
from claims.model import Claim, When
from claims.replaced import plain_value
from claims.standing_words import standing_words
from factcheck.linking.values import is_currency

_WEEK = timedelta(days=6)  # from first to last; what is longer is a period, and time enough for a change
_SETTLED = timedelta(days=60)  # after an event its tolls hardly ever grow any more
_LATER = ("current", "moved", "revised")


class Told(NamedTuple):
    """Two claims in the order in which they were told, with the days."""

    first: Claim
    second: Claim
    days: tuple[date, date]


def update_reason(a: Claim, b: Claim) -> str | None:
    """Why one of two different numbers or dates is an update of the other one, None where it is none.

    A text may say what its number replaced; else the measure has to be of a kind that moves while it is
    reported, or the later text has to say that it moved.
    """
    if is_replaced(a, b):
        earlier, later = earlier_and_later(a, b)
        return f"replaced, as its text says: {earlier.text}, then {later.text}"
    if "former" in (a.standing, b.standing):
        return None
    told = in_order(a, b)
    if told is None:
        return _of_preliminary(a, b)
    moved = _moves_date(told) if a.kind == "date" else _moves(told)
    if not moved:
        return None
    first, second = told.days
    return f"told later: {told.first.text} on {first}, {told.second.text} on {second}"


def is_replaced(a: Claim, b: Claim) -> bool:
    """Whether the text of one claim says that it took the place of the other one's number or day."""
    if a.replaces is None and b.replaces is None:
        return False
    pairs = ((a, b), (b, a))
    is_stated = any(one.replaces is not None and one.replaces == plain_value(other) for one, other in pairs)
    return is_stated and (a.kind == "date" or a.status == b.status)


def course_of(a: Claim, b: Claim) -> Course | None:
    """How the number of two claims moves while it is reported, by what happened or what is counted."""
    courses = {_course(claim) for claim in (a, b) if _is_named(claim)}
    return next(iter(courses)) if len(courses) == 1 else None


def _is_named(claim: Claim) -> bool:
    return claim.event is not None or _is_growing(claim)


def _course(claim: Claim) -> Course | None:
    course = event_classes()[claim.event].course if claim.event else None
    return "grows" if course is None and _is_growing(claim) else course


def _is_growing(claim: Claim) -> bool:
    """Whether cases, deaths or the like are counted."""
    return bool(claim.item and not claim.unit and claim.item.head in standing_words("growing", "nouns"))


def in_order(a: Claim, b: Claim) -> Told | None:
    """The two claims by the days as of which they are told, None where these are one or not known."""
    days = a.told, b.told
    if days[0] == days[1] and a.when and b.when and a.kind != "date":
        days = a.when.first, b.when.first
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    return Told(a, b, (days[0], days[1])) if days[0] < days[1] else Told(b, a, (days[1], days[0]))


def earlier_and_later(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Two claims of which one updates the other: by what was replaced, by the days, or as they come."""
    if is_replaced(a, b):
        return (b, a) if a.replaces == plain_value(b) else (a, b)
    told = in_order(a, b)
    if told is None:
        return (b, a) if b.standing == "preliminary" else (a, b)
    return told.first, told.second


def _of_preliminary(a: Claim, b: Claim) -> str | None:
    if (a.standing == "preliminary") == (b.standing == "preliminary") or a.kind == "date":
        return None
    first, second = (a, b) if a.standing == "preliminary" else (b, a)
    return f"told as preliminary: {first.text}, then {second.text}"


def _moves(told: Told) -> bool:
    """Whether the number may have moved from the one claim to the other."""
    first, second = told.first, told.second
    if is_of_two_periods(first, second) or _is_settled(told):
        return False
    course = course_of(first, second)
    is_named = _is_named(first) and _is_named(second)
    if course in ("grows", "accrues") and (is_named or second.standing in _LATER):
        is_due = course == "grows" or told.days[1] - told.days[0] >= _WEEK or second.standing in _LATER
        return is_due and _are_facts(told) and _top(second) > _top(first)
    if (course == "varies" and is_named) or second.standing == "revised" or first.standing == "preliminary":
        return True
    return _is_moving(second, course) and not is_of_same_digits(first, second)


def _are_facts(told: Told) -> bool:
    return told.first.status == told.second.status == "asserted"


def _is_moving(claim: Claim, course: Course | None) -> bool:
    """Whether the text tells the number as the latest of one that moves, and not as one of a period."""
    if course is not None or not claim.unit:
        return claim.standing in _LATER
    repeats = claim.event is not None and event_classes()[claim.event].kind == "repeats"
    return claim.standing == "current" and not repeats and is_currency(claim.unit)


def _moves_date(told: Told) -> bool:
    """Whether a planned day was put off: the later text says so, or tells it as what holds now."""
    return told.first.status == "planned" and told.second.standing in _LATER


def is_of_two_periods(a: Claim, b: Claim) -> bool:
    """Whether two claims give other times of which one is a month or a year: each has its own figure."""
    if not (a.when and b.when):
        return False
    mine, theirs = a.when, b.when
    if not (mine.first and mine.last and theirs.first and theirs.last):
        return mine.value != theirs.value
    is_apart = mine.last < theirs.first or theirs.last < mine.first
    return is_apart and any(_length(when) > _WEEK for when in (mine, theirs))


def _length(when: When) -> timedelta:
    return when.last - when.first if when.first and when.last else timedelta(0)


def is_of_same_digits(a: Claim, b: Claim) -> bool:
    """Whether one number has the digits of the other in another order: a slip rather than a change."""
    digits = [sorted(claim.value.normalize().as_tuple().digits) for claim in (a, b) if claim.value]
    return len(digits) == 2 and digits[0] == digits[1]


def _is_settled(told: Told) -> bool:
    """Whether the event was over long before the first of the two was told."""
    days = [claim.when.last for claim in (told.first, told.second) if claim.when and claim.when.last]
    return any(day + _SETTLED < told.days[0] for day in days) and told.second.standing not in _LATER


def _top(claim: Claim) -> Decimal:
    return max(limit for limit in (claim.value, claim.low, claim.high) if limit is not None)
