"""Features of one pair of claims: what speaks for and against one fact, as named amounts from 0 to 1.

Everything but the value comes from `kinship`; the value's part is in `of_equal` and `of_different`.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, get_args

from claims.model import Claim
from claims.same_name import same_name
from claims.words import stem
from factcheck.linking.likeness import Likeness
from factcheck.linking.slots import SlotMatch
from factcheck.linking.updates import update_reason
from factcheck.linking.values import Relation, dimension_of, in_unit

Rarity = Literal["small number", "round number", "two digits", "rare number"]
_RARITIES: tuple[Rarity, ...] = get_args(Rarity)
Amounts = dict[str, float]

_SLIPS = frozenset({"values of one digit string", "values of the same digits"})
_LASTING = ("always", "one story")
_LEAD = 400  # characters from the start of an article in which the main facts stand
_GRAINS = (("day", 0), ("weeks", 31), ("year", 366), ("years", 10**6))  # the most days between first and last
_NEAR_RATIO, _FAR_RATIO = Decimal("1.4"), Decimal("2.5")  # between two numbers told of one thing
_MEASURES = ("money", "percent", "[time]")


def kinship(a: Claim, b: Claim, slots: Mapping[str, SlotMatch], likeness: Likeness) -> Amounts:
    """What two claims have in common besides their values; names as in `factcheck/linking/weights.toml`."""
    sort = _sort(a)
    found = {"always": 1.0, f"is {sort}": 1.0}
    for name, match in slots.items():
        outcome = match.outcome if name == "parties" else f"{match.outcome} {match.detail}".strip()
        found[f"{name} {outcome}"] = 1.0
        if name in ("item", "event"):
            found[f"{sort}: {name} {outcome}"] = 1.0
    found |= _in_words(a, b, likeness)
    found |= _in_stories(a, b, likeness)
    if a.change and b.change:
        found["same direction" if a.change == b.change else "other direction"] = 1.0
    if a.unit and a.unit == b.unit:
        found["same unit"] = 1.0
    if a.kind == "date":
        found[" / ".join(sorted((_grain(a), _grain(b))))] = 1.0
    return found


def lasting(shared: Amounts) -> Amounts:
    """What of `kinship` is weighed a second time, where its points are one amount among others."""
    return {name: amount for name, amount in shared.items() if name in _LASTING or name.startswith("is ")}


def _in_words(a: Claim, b: Claim, likeness: Likeness) -> Amounts:
    """What the two sentences share, word by word and name by name."""
    found = {
        "sentence": likeness.of_words(a.context, b.context),
        "near": likeness.of_words(a.near, b.near),
        "rare words": min(likeness.rare_words(a.context, b.context), 6) / 6,
        "rare words near": min(likeness.rare_words(a.near, b.near), 4) / 4,
        "copy": max(0.0, 2 * likeness.of_sentences(a, b) - 1),
        "frame": likeness.of_frames(a, b),
        "names": min(len(a.names & b.names), 3) / 3,
    }
    if a.names and b.names and not any(same_name(one, other) for one in a.names for other in b.names):
        found["other names"] = 1.0
    mine, theirs = a.item, b.item
    if (mine and stem(mine.head) in b.context) or (theirs and stem(theirs.head) in a.context):
        found["item in sentence"] = 1.0
    if mine and theirs and mine.head != theirs.head:
        shared = {mine.head, *mine.modifiers} & {theirs.head, *theirs.modifiers}
        found["item words"] = 1.0 if shared else 0.0
    return found


def _in_stories(a: Claim, b: Claim, likeness: Likeness) -> Amounts:
    """What the two articles share, and where in them the claims stand."""
    found = {
        "story": likeness.of_stories(a, b),
        "one story": 1.0 if likeness.is_one_story(a, b) else 0.0,
        "story names": min(likeness.shared_names(a, b), 4) / 4,
    }
    if a.sentence_start < _LEAD and b.sentence_start < _LEAD:
        found["both lead"] = 1.0
    return found


def of_equal(a: Claim, b: Claim, slots: Mapping[str, SlotMatch], related: Relation) -> Amounts:
    """What it tells that two values can be one; nothing of dates, where it is what is asked.

    "Up to 20 percent" can be 6: where numbers that can be one lie far apart, that tells little.
    """
    if a.kind == "date":
        return {}
    seldom = rarity(a, b)
    found = {seldom: 1.0, f"{seldom}, item {slots['item'].outcome}": 1.0, related: 1.0}
    if related == "compatible" and not apartness(a, b) & {"values near", "values equal"}:
        found["compatible, far apart"] = 1.0
    return found


def of_different(a: Claim, b: Claim, free: float) -> Amounts:
    """In which ways two different values lie to each other.

    A slip of the pen leaves the digits, but tells nothing of a claim that agrees with another one: `free` is
    the chance that neither does. How far an update lies from what it replaces tells nothing.
    """
    if update_reason(a, in_unit(b, a.unit) or b):
        return {"told as an update": 1.0, f"{_sort(a)}: told as an update": 1.0}
    if a.kind == "date":
        return {}
    sort = _sort(a)
    found: Amounts = {}
    for name in sorted(apartness(a, b)):
        if name in _SLIPS:
            found |= {name: free, f"{sort}: {name}": free}
        else:
            found[name] = 1.0
    return found


def _sort(claim: Claim) -> str:
    """What kind of number: the slots weigh differently for a count, for money and for a length."""
    if claim.kind != "quantity":
        return claim.kind
    dimension = dimension_of(claim.unit)
    if dimension == "count":
        return "count"
    return "amount" if dimension in _MEASURES or claim.unit in ("percent", "basis_point") else "measure"


def rarity(*claims: Claim) -> Rarity:
    """How seldom two unrelated facts share a number such as those of `claims`: the least rare one tells."""
    return min(map(_rarity, claims), key=_RARITIES.index)


def _rarity(claim: Claim) -> Rarity:
    value = claim.value if claim.value is not None else claim.low
    if value is None or (abs(value) < 10 and value == value.to_integral_value()):
        return "small number"
    digits = len(value.normalize().as_tuple().digits)
    if digits >= 3:
        return "rare number"
    return "two digits" if digits == 2 else "round number"


def apartness(a: Claim, b: Claim) -> set[str]:
    """In which ways two different numbers are near: a slip or an update leaves a trace, chance does not."""
    mine, theirs = _middle(a), _middle(in_unit(b, a.unit) or b)
    if not mine or not theirs or mine < 0 or theirs < 0:
        return {"values apart"}
    if mine == theirs:
        return {"values equal"}
    found = set()
    digits = [value.normalize().as_tuple().digits for value in (mine, theirs)]
    ratio = max(mine, theirs) / min(mine, theirs)
    if digits[0] == digits[1] and len(digits[0]) > 1:
        found.add("values of one digit string")
    elif sorted(digits[0]) == sorted(digits[1]) and ratio < 10:
        found.add("values of the same digits")
    if ratio < _NEAR_RATIO:
        found.add("values near")
    elif ratio < _FAR_RATIO:
        found.add("values not far")
    return found or {"values apart"}


def _middle(claim: Claim) -> Decimal | None:
    if claim.value is not None:
        return claim.value
    limits = [limit for limit in (claim.low, claim.high) if limit is not None]
    return sum(limits, Decimal(0)) / len(limits) if limits else None


def _grain(claim: Claim) -> str:
    """How fine a date is: time, day, weeks, year or years; "open" where nothing fixes it."""
    when = claim.when
    if when is None or when.first is None or when.last is None:
        return "open"
    if "T" in when.value:
        return "time"
    days = (when.last - when.first).days
    return next(name for name, most in _GRAINS if days <= most)
