"""Replaced numbers and dates: what a sentence says that its figure was before."""

from collections.abc import Sequence
from dataclasses import replace

from claims.event_lexicon import event_classes
from claims.model import Claim, When

_REACH = 100  # characters between a number and the one that it replaced
_WEEK = 6  # days from first to last; a longer time is a period with figures of its own


def with_replaced(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, each with what it replaced; what was replaced is of the same thing.

    "Rose from 11 to 14" counts one thing twice; "fell to 6.4 percent in April from 6.7 in March" tells of two
    months and replaces nothing.
    """
    found = {claim.id: claim for claim in claims}
    for claim in claims:
        former = _former_of(claim, claims)
        if former is None:
            continue
        found[claim.id] = replace(claim, replaces=plain_value(former))
        found[former.id] = replace(
            former,
            unit=claim.unit,
            item=former.item or claim.item,
            event=former.event or claim.event,
            stage=former.stage if former.event else claim.stage,
            parties=former.parties or claim.parties,
        )
    return list(found.values())


def plain_value(claim: Claim) -> str | None:
    """The number of a claim as a plain decimal, or the first day of a date, as `Claim.replaces` gives it."""
    if claim.kind == "date":
        return claim.when.first.isoformat() if claim.when and claim.when.first else None
    return f"{claim.value.normalize():f}" if claim.value is not None else None


def _former_of(claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The claim that `claim` took the place of: the nearest one that the sentence calls replaced."""
    if claim.standing not in ("moved", "revised"):
        return None
    formers = [
        other
        for other in claims
        if other.standing == "former"
        and other.kind == claim.kind
        and other.unit in ("", claim.unit)
        and _gap(claim, other) <= _REACH
    ]
    former = min(formers, key=lambda other: _gap(claim, other), default=None)
    if former is None or (claim.standing == "moved" and _is_of_periods(claim, former)):
        return None
    return former


def _gap(claim: Claim, other: Claim) -> int:
    return max(claim.start - other.end, other.start - claim.end)


def _is_of_periods(claim: Claim, former: Claim) -> bool:
    """Whether two figures may be those of two periods: dated by month or year, or of a measure of each."""
    if claim.kind == "date":
        return False
    if any(_is_period(when) for when in (claim.when, former.when)):
        return True
    is_count = claim.unit not in ("percent", "basis_point") and not claim.unit.isupper()
    return not is_count and _course(claim) is None


def _is_period(when: When | None) -> bool:
    if when is None:
        return False
    return when.first is None or when.last is None or (when.last - when.first).days > _WEEK


def _course(claim: Claim) -> str | None:
    return event_classes()[claim.event].course if claim.event else None
