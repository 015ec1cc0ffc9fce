"""Features of one pair of claims: what speaks for and against one fact, as named amounts from 0 to 1.

Everything but the value comes from `kinship`; the value's part is in `of_equal` and `of_different`.
"""

from collections.abc import Mapping
from decimal import Context, Decimal
from functools import cache, lru_cache
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

_NEAR = frozenset({"values near", "values equal"})
_SLIPS = frozenset({"values of one digit string", "values of the same digits"})
_LEAD = 400  # characters from the start of an article in which the main facts stand
_GRAINS = (("day", 0), ("weeks", 31), ("year", 366), ("years", 10**6))  # the most days between first and last
_NEAR_RATIO, _FAR_RATIO = Decimal("1.4"), Decimal("2.5")  # between two numbers told of one thing
_MEASURES = ("money", "percent", "[time]")


def kinship(a: Claim, b: Claim, slots: Mapping[str, SlotMatch], likeness: Likeness) -> Amounts:
    """What two claims have in common besides what is judged; names as in `factcheck/linking/weights.toml`."""
    sort = _sort(a)
    found = {"always": 1.0, f"is {sort}": 1.0}
    for match in slots.values():
        if match.slot != "when" or a.kind != "date":
            for name in _slot_features(sort, match.slot, match.outcome, match.detail):
                found[name] = 1.0
    _add_words(found, a, b, likeness)
    _add_stories(found, a, b, likeness)
    if a.change and b.change:
        found["same direction" if a.change == b.change else "other direction"] = 1.0
    if a.unit and a.unit == b.unit:
        found["same unit"] = 1.0
    if a.kind == "date":
        found[" / ".join(sorted((_grain(a), _grain(b))))] = 1.0
    return found


@lru_cache(maxsize=1 << 10)
def _slot_features(sort: str, slot: str, outcome: str, detail: str) -> tuple[str, ...]:
    """The names of what the match of one slot tells of numbers of a sort."""
    told = f"{slot} {outcome}" if slot == "parties" else f"{slot} {outcome} {detail}".strip()
    return (told, f"{sort}: {told}") if slot in ("item", "event") else (told,)


def lasting(a: Claim, shared: Amounts) -> Amounts:
    """What of `kinship` is weighed a second time, where its points are one amount among others."""
    return {"always": 1.0, f"is {_sort(a)}": 1.0, "one story": shared["one story"]}


def _add_words(found: Amounts, a: Claim, b: Claim, likeness: Likeness) -> None:
    """What the two sentences share, word by word and name by name."""
    my_words, their_words = a.context, b.context
    found["sentence"], rare = likeness.shared_words(my_words, their_words)
    found["near"], rare_near = likeness.shared_words(a.near, b.near)
    found["rare words"] = min(rare, 6) / 6
    found["rare words near"] = min(rare_near, 4) / 4
    copied, found["frame"] = likeness.around(a, b)
    found["copy"] = max(0.0, 2 * copied - 1)
    found["names"] = min(len(a.names & b.names), 3) / 3
    if a.names and b.names and _are_strangers(a.names, b.names):
        found["other names"] = 1.0
    mine, theirs = a.item, b.item
    if (mine and stem(mine.head) in their_words) or (theirs and stem(theirs.head) in my_words):
        found["item in sentence"] = 1.0
    if mine and theirs and mine.head != theirs.head:
        shared = {mine.head, *mine.modifiers} & {theirs.head, *theirs.modifiers}
        found["item words"] = 1.0 if shared else 0.0


@lru_cache(maxsize=1 << 12)
def _are_strangers(names: frozenset[str], others: frozenset[str]) -> bool:
    return not any(same_name(one, other) for one in names for other in others)


def _add_stories(found: Amounts, a: Claim, b: Claim, likeness: Likeness) -> None:
    """What the two articles share, and where in them the claims stand."""
    both = likeness.of_articles(a, b)
    found["story"] = both.share
    found["one story"] = 1.0 if both.is_one_story else 0.0
    found["story names"] = min(both.names, 4) / 4
    if is_in_lead(a) and is_in_lead(b):
        found["both lead"] = 1.0


def is_in_lead(claim: Claim) -> bool:
    """Whether a claim stands at the start of its article."""
    return claim.sentence_start < _LEAD


def of_equal(a: Claim, b: Claim, slots: Mapping[str, SlotMatch], related: Relation) -> Amounts:
    """What it tells that two values can be one; nothing of dates, where it is what is asked.

    "Up to 20 percent" can be 6: where numbers that can be one lie far apart, that tells little.
    """
    if a.kind == "date":
        return {}
    seldom = rarity(a, b)
    found = {seldom: 1.0, f"{seldom}, item {slots['item'].outcome}": 1.0, related: 1.0}
    if related == "compatible" and _NEAR.isdisjoint(apartness(a, b)):
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
    for name in apartness(a, b):
        if name in _SLIPS:
            found |= {name: free, f"{sort}: {name}": free}
        else:
            found[name] = 1.0
    return found


def _sort(claim: Claim) -> str:
    """What kind of number: the slots weigh differently for a count, for money and for a length."""
    return _sort_of(claim.unit) if claim.kind == "quantity" else claim.kind


@cache
def _sort_of(unit: str) -> str:
    dimension = dimension_of(unit)
    if dimension == "count":
        return "count"
    return "amount" if dimension in _MEASURES or unit in ("percent", "basis_point") else "measure"


def rarity(*claims: Claim) -> Rarity:
    """How seldom two unrelated facts share a number such as those of `claims`: the least rare one tells."""
    return min((_rarity(_known(claim)) for claim in claims), key=_RARITIES.index)


def _known(claim: Claim) -> Decimal | None:
    return claim.value if claim.value is not None else claim.low


@lru_cache(maxsize=1 << 12)
def _rarity(value: Decimal | None) -> Rarity:
    if value is None or (abs(value) < 10 and value == value.to_integral_value()):
        return "small number"
    digits = len(value.normalize().as_tuple().digits)
    if digits >= 3:
        return "rare number"
    return "two digits" if digits == 2 else "round number"


def apartness(a: Claim, b: Claim) -> tuple[str, ...]:
    """In which ways two different numbers are near: a slip or an update leaves a trace, chance does not.

    What a desk wrote in units of the other system has the digits it had at first once it is led back and
    rounded: "2,030 feet" were 620 metres, for which another wrote 260.
    """
    found = _apartness(_middle(a), _middle(in_unit(b, a.unit) or b))
    if a.unit == b.unit or not _SLIPS.isdisjoint(found) or "values equal" in found:
        return found
    return (*_slips_led_back(a, b), *found) if a.value and b.value else found


def _slips_led_back(a: Claim, b: Claim) -> tuple[str, ...]:
    """The slip that two numbers of different units show, in one unit and rounded alike."""
    slips: set[str] = set()
    for one, other in ((a, b), (b, a)):
        led = in_unit(other, one.unit)
        if led and led.value and other.value and _digits(led.value) != _digits(other.value):
            rounded = Context(prec=max(2, len(_digits(one.value)))).plus(led.value)
            slips |= _SLIPS.intersection(_apartness(one.value, rounded))
    return tuple(sorted(slips)[:1])


def _digits(value: Decimal | None) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits if value else ()


@lru_cache(maxsize=1 << 12)
def _apartness(mine: Decimal | None, theirs: Decimal | None) -> tuple[str, ...]:
    if not mine or not theirs or mine < 0 or theirs < 0:
        return ("values apart",)
    if mine == theirs:
        return ("values equal",)
    found = []
    digits = [value.normalize().as_tuple().digits for value in (mine, theirs)]
    ratio = max(mine, theirs) / min(mine, theirs)
    if digits[0] == digits[1] and len(digits[0]) > 1:
        found.append("values of one digit string")
    elif sorted(digits[0]) == sorted(digits[1]) and ratio < 10:
        found.append("values of the same digits")
    if ratio < _NEAR_RATIO:
        found.append("values near")
    elif ratio < _FAR_RATIO:
        found.append("values not far")
    return tuple(found) or ("values apart",)


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
