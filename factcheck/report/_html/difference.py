"""How far the sides of a finding are apart: absolute and in percent, in words."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from claims.units import conversion
from factcheck.model import Evidence, Finding
from factcheck.words.phrases import count_words, number_words, unit_words

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_LARGEST = 20  # digits that can still be rounded
_TIMES = 10  # from here on, how many times as much tells more than the percentage
_PLAIN_KINDS = frozenset({"arithmetic", "party"})  # their sides are no two readings of one number


def differences(finding: Finding, letters: Mapping[int, str]) -> Iterator[str]:
    """One line for each side after the first: how far it is from the first side."""
    if finding.kind in _PLAIN_KINDS:
        return
    sides: dict[int, Evidence] = {}
    for evidence in finding.claims:
        if evidence.value is not None:
            sides.setdefault(evidence.side, evidence)
    if not sides:
        return
    (first, base), *others = sorted(sides.items())
    for side, evidence in others:
        words = _apart(base, evidence, letters[first])
        if words:
            yield f"{letters[side]} is {words}"


def _apart(base: Evidence, other: Evidence, name: str) -> str | None:
    if base.claim.kind == "date" or other.claim.kind == "date":
        return _days_apart(base, other, name)
    first, second = compared_number(base), compared_number(other, base.unit)
    if first is None or second is None or first == second:
        return None
    more = "more" if second > first else "less"
    if base.claim.kind == "ordinal":
        where = "after" if second > first else "before"
        return f"{count_words(int(abs(second - first)), 'place')} {where} {name}"
    step = abs(second - first) if base.unit == other.unit else _rounded(abs(second - first))
    unit = "percentage points" if base.unit == "percent" else unit_words(base.unit, one=step == 1)
    amount = f"{number_words(step)} {unit}".strip()
    return f"{amount} {more} than {name}{_share(first, second, name)}"


def _share(first: Decimal, second: Decimal, name: str) -> str:
    """ " (+25%)"; "" where there is no meaning to a percentage."""
    if first <= 0 or second < 0:
        return ""
    share = f"{'+' if second > first else '−'}{number_words(_rounded(abs(second - first) / first * 100))}%"
    if second >= first * _TIMES:
        share += f", {number_words(_rounded(second / first))} times as much"
    elif first >= second * _TIMES and second:
        share += f"; {name} is {number_words(_rounded(first / second))} times as much"
    return f" ({share})"


def _rounded(number: Decimal) -> Decimal:
    """To three digits, in whole numbers from 100 on."""
    digits = Decimal(1).scaleb(min(max(number.adjusted() - 2, -6), 0)) if number else Decimal(1)
    return number.quantize(digits) if number.adjusted() < _LARGEST else number


def compared_number(evidence: Evidence, unit: str | None = None) -> Decimal | None:
    """The number that was compared, in `unit` if that is given; None where no fixed factor leads there."""
    if evidence.value is None or evidence.claim.kind == "date":
        return None
    try:
        value = Decimal(evidence.value)
    except InvalidOperation:  # a date that a number is dated by
        return None
    if unit is None or evidence.unit == unit:
        return value
    source, target = conversion(evidence.unit or ""), conversion(unit)
    if source is None or target is None or source.dimension != target.dimension:
        return None
    return (value * source.factor + source.offset - target.offset) / target.factor


def _days_apart(base: Evidence, other: Evidence, name: str) -> str | None:
    """By the coarser of the two: years, months or days; None where a year is open."""
    first, second = (_DAY.match(one.value or "") for one in (base, other))
    if not first or not second:
        return None
    parts = [tuple(int(part) for part in found.groups() if part) for found in (first, second)]
    shared = min(map(len, parts))
    early, late = parts[0][:shared], parts[1][:shared]
    if early == late:
        return None
    try:
        return f"{_distance(early, late)} {'later' if late > early else 'earlier'} than {name}"
    except ValueError:
        return None


def _distance(first: tuple[int, ...], second: tuple[int, ...]) -> str:
    """`ValueError` if one is no day of the calendar."""
    if len(first) == 1:
        return count_words(abs(second[0] - first[0]), "year")
    if len(first) == 2:
        return count_words(abs((second[0] - first[0]) * 12 + second[1] - first[1]), "month")
    return count_words(abs((date(*second) - date(*first)).days), "day")
