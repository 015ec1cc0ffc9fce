"""What a stated number means, and whether two stated numbers can mean the same."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from claims.lexicon import load_lexicon
from claims.model import Claim
from claims.units import conversion
from corpus.tables import load_tables

Relation = Literal["equal", "compatible", "different"]

_SIDES = {"more_than": 1, "at_least": 1, "less_than": -1, "at_most": -1}


@dataclass(frozen=True, slots=True)
class Meant:
    """The interval of numbers that a stated one may stand for; `open_low` and `open_high` exclude an end."""

    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False

    def meets(self, other: "Meant") -> bool:
        """Whether the two intervals have a number in common."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        opened = (self.open_low and low == self.low) or (self.open_high and high == self.high)
        return not (
            opened or (other.open_low and low == other.low) or (other.open_high and high == other.high)
        )


@cache
def _margins() -> dict[str, dict[str, Decimal]]:
    margins = load_tables(__file__, "margins")
    return {name: {key: Decimal(v) for key, v in row.items()} for name, row in margins.items()}


def last_digit_step(value: Decimal) -> Decimal:
    """One unit of the last significant digit of `value`.

    >>> last_digit_step(Decimal("220000")), last_digit_step(Decimal("22.1"))
    (Decimal('1E+4'), Decimal('0.1'))
    """
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int), "a claim's value is finite"
    return Decimal(1).scaleb(exponent)


@lru_cache(maxsize=1 << 12)
def meant(
    value: Decimal | None, low: Decimal | None, high: Decimal | None, bound: str, *, counted: bool
) -> Meant:
    """The interval that people mean by a number; `counted` says that it counts whole things.

    Source: `factcheck/linking/margins.toml`.

    >>> meant(Decimal(220000), Decimal(220000), None, "more_than", counted=True).high
    Decimal('230000')
    """
    if bound == "between" or value is None:
        known = [limit for limit in (low, high) if limit is not None]
        return Meant(min(known), max(known))
    margins = _margins()
    if bound == "exact":
        if counted and (value < margins["counted"]["below_value"] or last_digit_step(value) < 100):
            return Meant(value, value)
        margin = margins["rounded"]
    else:
        margin = margins[bound]
    step = max(last_digit_step(value) * margin["steps"], abs(value) * margin.get("least", Decimal(0)))
    below, above = (min(abs(value) * margin[side], step) for side in ("below", "above"))
    if counted:
        below, above = (max(reach, Decimal(1)) if reach else reach for reach in (below, above))
    return Meant(
        value - below,
        value + above,
        open_low=bound in ("exact", "more_than"),
        open_high=bound in ("exact", "less_than", "more_than", "at_least"),
    )


def claim_meant(claim: Claim, *, rounded: bool = True) -> Meant:
    """The interval that people mean by the number of a quantity or ordinal claim.

    Unless `rounded`, a number without a bound stands for itself alone.
    """
    if claim.scope == "up to" and claim.value is not None:
        return Meant(min(Decimal(1), claim.value), claim.value)
    if claim.value is not None and claim.bound == "exact" and not rounded:
        return Meant(claim.value, claim.value)
    counted = dimension_of(claim.unit) in ("count", "[time]") and _is_whole(claim)
    return meant(claim.value, claim.low, claim.high, claim.bound, counted=counted)


def _is_whole(claim: Claim) -> bool:
    return claim.value is None or claim.value == claim.value.to_integral_value()


def relation(a: Claim, b: Claim) -> Relation:
    """How the numbers of two claims relate; rounding, bounds, ranges and conversion can make them compatible.

    Numbers in units without a fixed factor between them (other currencies, other dimensions) are different.
    """
    written = _written_alike(a, b)
    if written is None and a.unit != b.unit:
        here, there = in_unit(b, a.unit), in_unit(a, b.unit)
        if here is None or there is None:
            return "different"
        written = _written_alike(a, here) or _written_alike(there, b)
    if written is not None:
        return written
    mine = claim_meant(a, rounded=b.bound not in _SIDES)
    theirs = claim_meant(b, rounded=a.bound not in _SIDES)
    if a.unit != b.unit:
        mine, theirs = _in_base_units(mine, a.unit), _in_base_units(theirs, b.unit)
    return "compatible" if mine.meets(theirs) else "different"


def _written_alike(a: Claim, b: Claim) -> Relation | None:
    """How two claims with one number in one unit relate, None where the numbers or the units are others."""
    if a.unit != b.unit or a.value != b.value:
        return None
    if a.bound == b.bound and a.low == b.low and a.high == b.high:
        return "equal"
    return "compatible" if a.value is not None and not _point_apart(a, b) else None


def _point_apart(a: Claim, b: Claim) -> bool:
    """Whether two claims bound their number to opposite sides: "over 40" and "under 40"."""
    return _SIDES.get(a.bound, 0) * _SIDES.get(b.bound, 0) < 0


def _in_base_units(reach: Meant, unit: str) -> Meant:
    """The interval in the base units of its dimension, widened by what rounding a conversion loses.

    It is what was meant in the unit of the text: "nearly three feet" is no more exact in centimetres.
    """
    known = conversion(unit)
    assert known is not None, "only units with a factor are compared with others"
    slack = _margins()["converted"]
    low, high = (reach.low * known.factor + known.offset, reach.high * known.factor + known.offset)
    return Meant(low - abs(low) * slack["below"], high + abs(high) * slack["above"])


@cache
def is_currency(unit: str) -> bool:
    """Whether a unit is money.

    >>> is_currency("USD"), is_currency("meter")
    (True, False)
    """
    return unit in load_lexicon("currencies")


@cache
def dimension_of(unit: str) -> str:
    """What numbers of a unit can be compared with: "count", "money", or a physical dimension.

    >>> dimension_of(""), dimension_of("EUR"), dimension_of("mile")
    ('count', 'money', '[length]')
    """
    if not unit:
        return "count"
    if is_currency(unit):
        return "money"
    known = conversion(unit)
    return known.dimension if known else unit


def in_unit(claim: Claim, unit: str) -> Claim | None:
    """`claim` with its numbers in `unit`, None where no fixed factor leads there (other currencies).

    A converted number keeps four digits: newspapers round what they convert.
    """
    if claim.unit == unit:
        return claim
    source, target = conversion(claim.unit), conversion(unit)
    if source is None or target is None or source.dimension != target.dimension:
        return None

    def converted(value: Decimal | None) -> Decimal | None:
        if value is None:
            return None
        result = (value * source.factor + source.offset - target.offset) / target.factor
        return +result.quantize(Decimal(1).scaleb(result.adjusted() - 3)) if result else Decimal(0)

    return replace(
        claim, value=converted(claim.value), low=converted(claim.low), high=converted(claim.high), unit=unit
    )
