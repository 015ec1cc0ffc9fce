"""Sides: the claims of one fact that agree with each other, in the order in which they are told."""

from collections.abc import Hashable, Sequence
from decimal import Decimal

from claims.model import Claim
from factcheck.linking.slots import match_when
from factcheck.linking.values import claim_meant, relation


def split_sides(group: Sequence[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The claims of one fact by side: within a side all agree. The side with most articles comes first."""
    sides: list[tuple[list[Claim], dict[Hashable, Claim]]] = []
    for claim in sorted(group, key=_value_order):
        told = _compared_value(claim)
        for side, values in sides:
            if told in values or all(_agree(claim, other) for other in values.values()):
                side.append(claim)
                values[told] = claim
                break
        else:
            sides.append(([claim], {told: claim}))
    ordered = sorted((side for side, _ in sides), key=side_order)
    return tuple(tuple(sorted(side, key=by_place)) for side in ordered)


def by_place(claim: Claim) -> tuple[str, int]:
    """The order of the claims of a side."""
    return (claim.doc, claim.start)


def side_order(side: Sequence[Claim]) -> tuple[int, tuple[Decimal, Decimal, str, str, int]]:
    """The side that most articles are on comes first, then the smaller value."""
    return -len({claim.doc for claim in side}), _value_order(side[0])


def _compared_value(claim: Claim) -> Hashable:
    """All of a claim on which it depends whether `_agree` says that it agrees with another one."""
    if claim.kind == "date":
        return claim.when
    return (claim.value, claim.low, claim.high, claim.bound, claim.unit, claim.scope == "up to")


def _agree(a: Claim, b: Claim) -> bool:
    if a.kind == "date":
        return match_when(a.when, b.when).outcome != "other"
    return relation(a, b) != "different"


def _value_order(claim: Claim) -> tuple[Decimal, Decimal, str, str, int]:
    if claim.kind == "date":
        first = claim.when.first if claim.when else None
        day = Decimal(first.toordinal() if first else 0)
        return (day, day, claim.unit, claim.doc, claim.start)
    reach = claim_meant(claim)
    return (reach.low, reach.high, claim.unit, claim.doc, claim.start)
