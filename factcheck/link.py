"""Linkage: which pairs of claims speak of the same fact, with a score and reasons in words."""

import math
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from types import MappingProxyType

from claims.event_lexicon import event_classes
from claims.model import Claim
from factcheck.features import Likeness, features_of
from factcheck.slots import (
    SlotMatch,
    match_event,
    match_item,
    match_parties,
    match_scope,
    match_status,
    match_when,
)
from factcheck.values import Relation, dimension_of, relation

_BLOCK_LIMIT = 400  # claims that share a key; a commoner key tells nothing and is passed over


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that may speak of the same fact.

    `chance` is the chance that they do, by the weights; `related` says how their numbers or dates relate,
    `is_one_story` whether their articles have so much in common that they tell one event.
    """

    a: Claim
    b: Claim
    related: Relation
    chance: float
    slots: Mapping[str, SlotMatch]
    is_one_story: bool

    def outcome(self, slot: str) -> str:
        return self.slots[slot].outcome


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of `factcheck/weights.toml`, by what is asked: "value equal", "date different" ..."""
    text = files("factcheck").joinpath("weights.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def find_links(
    claims: Sequence[Claim], around: Collection[int] | None = None, done: Collection[int] = ()
) -> list[Link]:
    """Every pair of claims that nothing keeps from speaking of one fact, in the order of `claims`.

    With `around`, only pairs with one of the claims at these indexes, and with none of those `done`.
    """
    likeness = Likeness(claims)
    links = []
    for i, j in candidate_pairs(claims, around, done):
        a, b = claims[i], claims[j]
        slots = match_slots(a, b)
        if slots is not None:
            links.append(score_pair(a, b, slots, likeness))
    return links


def candidate_pairs(
    claims: Sequence[Claim], around: Collection[int] | None = None, done: Collection[int] = ()
) -> Iterator[tuple[int, int]]:
    """Index pairs of claims that share a blocking key, each once, in order; those asked of `find_links`."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for key in blocking_keys(claim):
            blocks[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > _BLOCK_LIMIT:
            continue
        if around is None:
            pairs.update(combinations(block, 2))
        else:
            others = [index for index in block if index not in done]
            pairs.update((min(i, j), max(i, j)) for i in others if i in around for j in others if i != j)
    return iter(sorted(pairs))


def blocking_keys(claim: Claim) -> set[tuple[str, ...]]:
    """What two claims must share one of to be looked at as a pair."""
    kind = (claim.kind, dimension_of(claim.unit))
    keys: set[tuple[str, ...]] = {(*kind, "name", name) for name in claim.names}
    keys |= {(*kind, "near", word) for word in claim.near}
    if claim.item:
        keys.add((*kind, "head", claim.item.head))
        if claim.item.type:
            keys.add((*kind, "type", claim.item.type))
    if claim.event:
        keys.add((*kind, "event", claim.event))
    if claim.unit:
        keys.add((*kind, "unit", claim.unit))
    if claim.value is not None:
        keys.add((*kind, "value", f"{claim.value.normalize():f}"))
    if claim.when and claim.when.first:
        keys.add((*kind, "year", str(claim.when.first.year)))
    return keys


def match_slots(a: Claim, b: Claim) -> Mapping[str, SlotMatch] | None:
    """Every slot of two claims compared, None where one of them keeps the claims apart."""
    found = (
        match_item(a.item, b.item),
        match_event(a, b),
        match_parties(a, b),
        match_when(a.when, b.when),
        match_scope(a, b),
        match_status(a, b),
    )
    if any(match.outcome == "excluded" for match in found):
        return None
    return MappingProxyType({match.slot: match for match in found})


def score_pair(a: Claim, b: Claim, slots: Mapping[str, SlotMatch], likeness: Likeness) -> Link:
    """The link of two claims with the chance that they speak of one fact."""
    related = relation_of(a, b, slots)
    table = weights()[question(a, related)]
    amounts = features_of(a, b, shown_slots(a, slots), related, likeness)
    points = math.fsum(table.get(name, 0.0) * amount for name, amount in amounts.items())
    chance = round(1 / (1 + math.exp(-points)), 3)
    return Link(a, b, related, chance, slots, likeness.is_one_story(a, b))


def shown_slots(a: Claim, slots: Mapping[str, SlotMatch]) -> Mapping[str, SlotMatch]:
    """The slots that linking looks at: all but the date of date claims, which is what is judged."""
    return {name: match for name, match in slots.items() if a.kind != "date" or name != "when"}


def relation_of(a: Claim, b: Claim, slots: Mapping[str, SlotMatch]) -> Relation:
    """How the compared slot relates: the dates of date claims, else the numbers."""
    if a.kind != "date":
        return relation(a, b)
    outcomes: dict[str, Relation] = {"same": "equal", "close": "compatible"}
    return outcomes.get(slots["when"].outcome, "different")


def question(claim: Claim, related: Relation) -> str:
    """Which weights apply: equal values are evidence of their own, different ones need more of the rest."""
    slot = "date" if claim.kind == "date" else "value"
    return f"{slot} {'different' if related == 'different' else 'equal'}"


def is_other_time(link: Link) -> bool:
    """Whether an event that repeats is told of two different times."""
    return link.outcome("when") == "other" and not happens_once(link.a)


def happens_once(claim: Claim) -> bool:
    """Whether the claim's event is of a kind that happens once: another time is then no other event."""
    return claim.event is not None and event_classes()[claim.event].kind == "once"
