"""Doubts about an agreement: numbers that are alike because so much is, and not because of what they tell."""

from decimal import Decimal

from claims.model import Claim
from claims.things import broader_types
from factcheck.linking.link import Link
from factcheck.linking.values import in_unit

_NEAR = Decimal("0.1")  # share of a distance that rounding takes away or adds


def is_idle(link: Link) -> bool:
    """Whether two numbers that are alike tell nothing together, whatever else their sentences share."""
    if _is_of_anything(link) or _is_from_elsewhere(link):
        return True
    return any(_is_far_less(one, other) or _begins_at_its_end(one, other) for one, other in _ways(link))


def _ways(link: Link) -> tuple[tuple[Claim, Claim], tuple[Claim, Claim]]:
    return (link.a, link.b), (link.b, link.a)


def _is_far_less(one: Claim, other: Claim) -> bool:
    """Whether "at least 11" is held against "as many as 10,000"."""
    return other.scope == "up to" and bool(one.value and other.value and one.value * 2 < other.value)


def _begins_at_its_end(one: Claim, other: Claim) -> bool:
    """Whether ranges only touch, as a rate before and after: "0.25 to 0.5 percent", "0.5 to 0.75"."""
    limits = (one.low, one.high, other.low, other.high)
    if one.unit != other.unit or None in limits or "between" not in (one.bound, other.bound):
        return False
    return one.low != one.high == other.low != other.high


def is_rough(link: Link) -> bool:
    """Whether two things befell "nearly 400" people and "close to 400", or "381"."""
    a, b = link.a.value, link.b.value
    if link.related != "compatible" or link.outcome("event") != "other" or link.a.unit != link.b.unit:
        return False
    return a is None or a != b or len(a.normalize().as_tuple().digits) == 1


def _is_of_anything(link: Link) -> bool:
    """Whether "one" or "dozens" is said of people whom one text tells nothing of: a passenger, the hurt."""
    if link.a.kind == "ordinal" or link.outcome("event") in ("same", "close"):
        return False
    if _is_vague_number(link.a) or _is_vague_number(link.b):
        is_other = link.outcome("item") not in ("same", "close")
        return is_other or _are_people(link)
    return link.a.value == link.b.value == 1 and _are_people(link)


def _is_from_elsewhere(link: Link) -> bool:
    """Whether "80 miles south of Dallas" is held against "70 miles away": the other may be from elsewhere."""
    other = in_unit(link.b, link.a.unit)
    if (link.a.landmark is None) == (link.b.landmark is None) or other is None:
        return False
    return bool(link.a.value and other.value and abs(link.a.value - other.value) > _NEAR * link.a.value)


def _is_vague_number(claim: Claim) -> bool:
    """Whether a claim tells "dozens" or "thousands"."""
    return bool(claim.low and claim.high and claim.high > 2 * claim.low and not claim.unit)


def _are_people(link: Link) -> bool:
    items = (link.a.item, link.b.item)
    return all(item is None or "person" in broader_types(item.type) for item in items)
