"""Features: what speaks for and against two claims telling of one fact, as named amounts from 0 to 1."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from claims.model import Claim
from factcheck.slots import SlotMatch
from factcheck.values import Relation, dimension_of, in_unit

_SAME_STORY = 0.2  # of their words that two articles on one event share; unrelated ones hardly ever do
_PERHAPS_SAME_STORY = 0.1  # the same, where they share a name too
_LEAD = 400  # characters from the start of an article in which the main facts stand
_GRAINS = (("day", 0), ("weeks", 31), ("year", 366), ("years", 10**6))  # the most days between first and last
_NEAR_RATIO, _FAR_RATIO = Decimal("1.4"), Decimal("2.5")  # between two numbers told of one thing
_MEASURES = ("money", "percent", "[time]")


class Likeness:
    """How alike sentences and articles are: cosine of their words, weighted by rarity among the articles."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        stories: dict[str, set[str]] = defaultdict(set)
        names: dict[str, set[str]] = defaultdict(set)
        rivals: Counter[tuple[str, ...]] = Counter()
        for claim in claims:
            stories[claim.doc] |= claim.context
            names[claim.doc] |= claim.names
            rivals.update((claim.doc, *key) for key in _rival_keys(claim))
        counts = Counter(word for words in stories.values() for word in words)
        self._weight = {word: math.log(1 + len(stories) / n) ** 2 for word, n in counts.items()}
        self._stories = {doc: frozenset(words) for doc, words in stories.items()}
        self._names = {doc: frozenset(words) for doc, words in names.items()}
        self._rivals = rivals
        self._story_cache: dict[tuple[str, str], float] = {}

    def of_words(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The cosine of two bags of words."""
        if not a or not b:
            return 0.0
        common = math.fsum(self._weight.get(word, 1.0) for word in a & b)
        return round(common / math.sqrt(self._norm(a) * self._norm(b)), 3)

    def of_stories(self, a: Claim, b: Claim) -> float:
        """The cosine of the two claims' articles, every word alike: 1 within one article.

        Two articles of the gold clusters have 0.15 to 0.4 in common where they tell one event, and
        below 0.12 where they do not (the middle nine tenths of each).
        """
        pair = (a.doc, b.doc) if a.doc <= b.doc else (b.doc, a.doc)
        if pair not in self._story_cache:
            one, other = self._stories[pair[0]], self._stories[pair[1]]
            size = math.sqrt(len(one) * len(other))
            self._story_cache[pair] = round(len(one & other) / size, 3) if size else 0.0
        return self._story_cache[pair]

    def is_one_story(self, a: Claim, b: Claim) -> bool:
        """Whether the two claims' articles have so much in common that they tell one event."""
        share = self.of_stories(a, b)
        return share >= _SAME_STORY or (share >= _PERHAPS_SAME_STORY and self.shared_names(a, b) > 0)

    def shared_names(self, a: Claim, b: Claim) -> int:
        """How many names the two claims' articles share."""
        return len(self._names[a.doc] & self._names[b.doc])

    def rivals(self, a: Claim, b: Claim) -> int:
        """How many other claims in either article could be meant instead: the fewest over what they share."""
        shared = _rival_keys(a) & _rival_keys(b)
        return min((self._rivals[a.doc, *key] + self._rivals[b.doc, *key] - 2 for key in shared), default=9)

    def _norm(self, words: frozenset[str]) -> float:
        return math.fsum(self._weight.get(word, 1.0) for word in words)


def _rival_keys(claim: Claim) -> set[tuple[str, ...]]:
    kind = (claim.kind, claim.unit)
    keys: set[tuple[str, ...]] = {kind} if claim.unit else set()
    if claim.item:
        keys.add((*kind, "item", claim.item.head))
    if claim.event:
        keys.add((*kind, "event", claim.event))
    return keys


def features_of(
    a: Claim, b: Claim, slots: Mapping[str, SlotMatch], related: Relation, likeness: Likeness
) -> dict[str, float]:
    """The features of one pair of claims; names as in `factcheck/weights.toml`."""
    sort = _sort(a)
    found = {"always": 1.0, f"is {sort}": 1.0}
    for name, match in slots.items():
        outcome = match.outcome if name == "parties" else f"{match.outcome} {match.detail}".strip()
        place = f"{sort}: {name}" if name in ("item", "event") else name
        found[f"{place} {outcome}"] = 1.0
    found["sentence"] = likeness.of_words(a.context, b.context)
    found["near"] = likeness.of_words(a.near, b.near)
    story = likeness.of_stories(a, b)
    found["story"] = story
    found["one story"] = 1.0 if likeness.is_one_story(a, b) else 0.0
    found["names"] = min(len(a.names & b.names), 3) / 3
    found["story names"] = min(likeness.shared_names(a, b), 4) / 4
    found["rivals"] = min(likeness.rivals(a, b), 8) / 8
    if a.sentence_start < _LEAD and b.sentence_start < _LEAD:
        found["both lead"] = 1.0
    if a.change and b.change:
        found["same direction" if a.change == b.change else "other direction"] = 1.0
    if a.kind == "date":
        found[f"{_grain(a)} / {_grain(b)}" if _grain(a) <= _grain(b) else f"{_grain(b)} / {_grain(a)}"] = 1.0
    elif related == "different":
        found.update(dict.fromkeys(apartness(a, b), 1.0))
    else:
        found[rarity(a)] = 1.0
        found[f"{rarity(a)}, item {slots['item'].outcome}"] = 1.0
        found[related] = 1.0
    return found


def _sort(claim: Claim) -> str:
    """What kind of number: the slots weigh differently for a count, for money and for a length."""
    if claim.kind != "quantity":
        return claim.kind
    dimension = dimension_of(claim.unit)
    if dimension == "count":
        return "count"
    return "amount" if dimension in _MEASURES or claim.unit in ("percent", "basis_point") else "measure"


def rarity(claim: Claim) -> str:
    """How seldom two unrelated facts share the number."""
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
