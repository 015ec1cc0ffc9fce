"""Linkage: which pairs of claims speak of the same fact, with a score and reasons in words."""

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from types import MappingProxyType

from claims.event_lexicon import event_classes
from claims.model import Claim
from factcheck.slots import (
    SlotMatch,
    match_event,
    match_item,
    match_parties,
    match_scope,
    match_status,
    match_when,
)
from factcheck.values import dimension_of

_BLOCK_LIMIT = 400  # claims that share a key; a commoner key tells nothing and is passed over


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that may speak of the same fact; `score` in points, `slots` in a fixed order."""

    a: Claim
    b: Claim
    score: float
    slots: Mapping[str, SlotMatch]

    def outcome(self, slot: str) -> str:
        return self.slots[slot].outcome


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The points of `factcheck/weights.toml`."""
    text = files("factcheck").joinpath("weights.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


class Likeness:
    """How alike sentences and articles are: cosine of their words, weighted by rarity among the articles."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        stories: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            stories[claim.doc] |= claim.context
        counts = Counter(word for words in stories.values() for word in words)
        self._weight = {word: round(math.log(1 + len(stories) / n), 3) for word, n in counts.items()}
        self._stories = {doc: frozenset(words) for doc, words in stories.items()}
        self._story_cache: dict[tuple[str, str], float] = {}

    def of_sentences(self, a: Claim, b: Claim) -> float:
        return self._cosine(a.context, b.context)

    def of_stories(self, a: Claim, b: Claim) -> float:
        pair = (a.doc, b.doc) if a.doc <= b.doc else (b.doc, a.doc)
        if pair not in self._story_cache:
            self._story_cache[pair] = self._cosine(self._stories[pair[0]], self._stories[pair[1]])
        return self._story_cache[pair]

    def _cosine(self, a: frozenset[str], b: frozenset[str]) -> float:
        if not a or not b:
            return 0.0
        common = sum(self._weight[word] ** 2 for word in sorted(a & b))
        return round(common / math.sqrt(self._norm(a) * self._norm(b)), 3)

    def _norm(self, words: frozenset[str]) -> float:
        return sum(self._weight[word] ** 2 for word in sorted(words))


def find_links(claims: Sequence[Claim]) -> list[Link]:
    """Every pair of claims that nothing keeps from speaking of one fact, in the order of `claims`."""
    likeness = Likeness(claims)
    links = (score_pair(claims[i], claims[j], likeness) for i, j in candidate_pairs(claims))
    return [link for link in links if link is not None]


def candidate_pairs(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Index pairs of claims that share a blocking key, each once, in order."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for key in blocking_keys(claim):
            blocks[key].append(index)
    pairs = {
        pair for block in blocks.values() if len(block) <= _BLOCK_LIMIT for pair in combinations(block, 2)
    }
    return iter(sorted(pairs))


def blocking_keys(claim: Claim) -> set[tuple[str, ...]]:
    """What two claims must share one of to be looked at as a pair."""
    kind = (claim.kind, dimension_of(claim.unit))
    keys: set[tuple[str, ...]] = set()
    if claim.item:
        keys.add((*kind, "head", claim.item.head))
        if claim.item.type:
            keys.add((*kind, "type", claim.item.type))
    if claim.event:
        keys.add((*kind, "event", claim.event))
    if claim.value is not None:
        keys.add((*kind, "value", f"{claim.value.normalize():f}"))
    if claim.kind == "date" and claim.when and claim.when.first:
        keys.add((*kind, "year", str(claim.when.first.year)))
    return keys


def score_pair(a: Claim, b: Claim, likeness: Likeness) -> Link | None:
    """The link of two claims, None where a slot keeps them apart."""
    slots = (
        match_item(a.item, b.item),
        match_event(a, b),
        match_parties(a, b),
        match_when(a.when, b.when),
        match_scope(a, b),
        match_status(a, b),
    )
    by_name = {match.slot: match for match in slots}
    if any(match.outcome == "excluded" for match in slots):
        return None
    score = sum(_points(match) for match in slots if not (match.slot == "when" and a.kind == "date"))
    points = weights()["likeness"]
    score += points["sentence"] * likeness.of_sentences(a, b) + points["story"] * likeness.of_stories(a, b)
    return Link(a, b, round(score, 3), MappingProxyType(by_name))


def _points(match: SlotMatch) -> float:
    table = weights()[match.slot]
    return table.get(f"{match.outcome} {match.detail}", table.get(match.outcome, 0.0))


def is_other_time(link: Link) -> bool:
    """Whether an event that repeats is told of two different times."""
    return link.outcome("when") == "other" and not happens_once(link.a)


def happens_once(claim: Claim) -> bool:
    """Whether the claim's event is of a kind that happens once: another time is then no other event."""
    return claim.event is not None and event_classes()[claim.event].kind == "once"
