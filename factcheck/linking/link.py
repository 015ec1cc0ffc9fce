"""Linkage: which pairs of claims speak of the same fact, with a score and reasons in words."""

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from operator import attrgetter
from types import MappingProxyType

from claims.event_lexicon import event_classes
from claims.landmarks import are_other_landmarks
from claims.model import Claim
from corpus.tables import load_tables
from factcheck.linking.blocking import KeyedClaims, pairs_between
from factcheck.linking.copied_sentences import COPIED, copied_pairs
from factcheck.linking.features import Amounts, is_in_lead, kinship, lasting, of_different, of_equal
from factcheck.linking.likeness import Likeness
from factcheck.linking.rivals import Candidate, Rivals, first_points
from factcheck.linking.slots import (
    SlotMatch,
    match_event,
    match_measured,
    match_parties,
    match_scope,
    match_status,
    match_when,
)
from factcheck.linking.spellings import other_spellings, respelt
from factcheck.linking.values import Relation, dimension_of, relation

# Of two articles whose claims are all different some hundred pairs share a key.
_MANY = 1_000
# What a claim tells where, when and by whom is left out, and its number.
_UNSAID = {
    "id",
    "start",
    "end",
    "text",
    "sentence",
    "sentence_start",
    "value",
    "low",
    "high",
    "bound",
    "replaces",
}
_SAID = attrgetter(*(field.name for field in fields(Claim) if field.name not in _UNSAID))

Tables = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two claims that no slot keeps apart; `shared` is what they have in common besides their values.

    `related` says how their values relate, `likened` how they do as they are written.
    """

    a: Claim
    b: Claim
    slots: Mapping[str, SlotMatch]
    related: Relation
    likened: Relation
    shared: Amounts

    @property
    def slot(self) -> str:
        """Which slot is judged: the date of date claims, else the value."""
        return "date" if self.a.kind == "date" else "value"

    @property
    def asked(self) -> str:
        """Which weights apply: equal values are evidence, different ones need more of the rest."""
        return f"{self.slot} {'different' if self.likened == 'different' else 'equal'}"


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that may speak of the same fact.

    `chance` is the chance that they do, by the weights, `alike` the same by the two sentences alone, without
    their values and their rivals; `related` says how their numbers or dates relate, `is_one_story` whether
    their articles have so much in common that they tell one event. `signs` say in words what else spoke
    for the link than its slots, `is_copied` tells that they stand in copied sentences of two articles
    that copy one text.
    """

    a: Claim
    b: Claim
    related: Relation
    chance: float
    alike: float
    slots: Mapping[str, SlotMatch]
    is_one_story: bool
    signs: tuple[str, ...] = ()
    is_copied: bool = False

    def outcome(self, slot: str) -> str:
        return self.slots[slot].outcome


@cache
def weights() -> Tables:
    """The weights of `weights.toml`, by what is asked: "value equal", "date different" ..."""
    return MappingProxyType(load_tables(__file__, "weights"))


def link_articles(one: KeyedClaims, other: KeyedClaims, tables: Tables | None = None) -> list[Link]:
    """Every pair of claims of two articles, or of one and itself, that nothing keeps from being one fact.

    What the two articles say is weighed together; no third one makes a difference. Words that `other` spells
    otherwise than `one` are taken for those of `one`, if both tell one story. `tables` are the weights,
    those of the file unless given.
    """
    likeness = Likeness((one.words, other.words))
    if one is not other and likeness.of_docs(one.words.doc, other.words.doc).is_one_story:
        spellings = other_spellings(one.spellings, other.spellings)
        if spellings:
            return _link_respelt(one, other, spellings, tables or weights())
    compared = compare_articles(pairs_between(one, other), likeness)
    return weigh(compared, likeness, tables or weights())


def _link_respelt(
    one: KeyedClaims, other: KeyedClaims, spellings: Mapping[str, str], tables: Tables
) -> list[Link]:
    """The links with the claims of `other`, their words compared as `one` spells them."""
    written = {claim.id: claim for claim in other.claims}
    again = KeyedClaims([respelt(claim, spellings) for claim in other.claims])
    likeness = Likeness((one.words, again.words))
    links = weigh(compare_articles(pairs_between(one, again), likeness), likeness, tables)
    return [replace(link, b=written[link.b.id]) for link in links]


def match_slots(a: Claim, b: Claim) -> Mapping[str, SlotMatch] | None:
    """Every slot of two claims compared, None where one of them keeps the claims apart."""
    if are_other_landmarks(a.landmark, b.landmark):
        return None
    event = match_event(a, b)
    if event.outcome == "excluded":
        return None
    status, scope = match_status(a, b), match_scope(a, b)
    if status.outcome == "excluded" or scope.outcome == "excluded":
        return None
    item = match_measured(a, b)
    if item.outcome == "excluded":
        return None
    parties, when = match_parties(a, b), match_when(a.when, b.when)
    return {"item": item, "event": event, "parties": parties, "when": when, "scope": scope, "status": status}


def excluding_slots(claim: Claim) -> Hashable:
    """All of a claim on which it depends whether `match_slots` keeps it apart from another one."""
    item = claim.item and (claim.item.head, claim.item.designation, claim.item.type)
    return (
        (claim.landmark, claim.event, claim.status, claim.is_forecast),
        (claim.kind, claim.scope, bool(claim.unit), item),
    )


def compare_articles(pairs: Iterable[tuple[Claim, Claim]], likeness: Likeness) -> list[Compared]:
    """The pairs that no slot keeps apart, with what they have in common besides their values."""
    held = list(pairs)
    if len(held) > _MANY:
        return _compare_alike(held, likeness)
    return [found for a, b in held if (found := _compare(a, b, likeness))]


def _compare(a: Claim, b: Claim, likeness: Likeness) -> Compared | None:
    slots = match_slots(a, b)
    if slots is None:
        return None
    return _compared(a, b, slots, kinship(a, b, slots, likeness))


def _compared(a: Claim, b: Claim, slots: Mapping[str, SlotMatch], shared: Amounts) -> Compared:
    related = relation_of(a, b, slots)
    return Compared(a, b, slots, related, likened(a, b, related), shared)


def _compare_alike(pairs: Sequence[tuple[Claim, Claim]], likeness: Likeness) -> list[Compared]:
    """The same for so many pairs that most claims will say what others of their article do of other values.

    What such claims have in common is one object, but for the words right before and after them.
    """
    numbers: dict[Hashable, int] = {}
    claims = {claim.id: claim for pair in pairs for claim in pair}
    said = {name: numbers.setdefault(_said(claim, likeness), len(numbers)) for name, claim in claims.items()}
    known: dict[tuple[int, int], Mapping[str, SlotMatch] | None] = {}
    shared: dict[tuple[int, int, float], Amounts] = {}
    compared = []
    for a, b in pairs:
        key = said[a.id], said[b.id]
        if key not in known:
            known[key] = match_slots(a, b)
        slots = known[key]
        if slots is not None:
            framed = (*key, likeness.of_frames(a, b))
            if framed not in shared:
                shared[framed] = kinship(a, b, slots, likeness)
            compared.append(_compared(a, b, slots, shared[framed]))
    return compared


def _said(claim: Claim, likeness: Likeness) -> Hashable:
    """All of a claim on which `match_slots` and `kinship` depend, but for the words right beside it."""
    return _SAID(claim), is_in_lead(claim), likeness.setting_of(claim).words


def weigh(compared: Sequence[Compared], likeness: Likeness, tables: Tables) -> list[Link]:
    """The links of the claims of two articles, each with its chance.

    First every pair by itself, its values left aside; then again beside its rivals, with the values.
    """
    candidates = candidates_of(compared, tables)
    copied = copied_pairs(compared)
    links = []
    for pair, candidate, company in zip(compared, candidates, companies(candidates), strict=True):
        if cannot_differ(pair, likeness):
            continue
        points = points_of(amounts_of(pair, company), tables[pair.asked])
        links.append(
            Link(
                pair.a,
                pair.b,
                pair.related,
                chance=round(chance_of(points), 3),
                alike=round(chance_of(candidate.points), 3),
                slots=pair.slots,
                is_one_story=likeness.is_one_story(pair.a, pair.b),
                signs=_signs(pair.shared, company),
                is_copied=(pair.a.id, pair.b.id) in copied,
            )
        )
    return links


def _signs(shared: Amounts, company: Amounts) -> tuple[str, ...]:
    """What speaks for a link besides its slots, in words."""
    found = []
    if shared["copy"] >= COPIED:
        found.append("their sentences are nearly the same, word for word")
    if "agreed beside at all" in company:
        found.append("their sentences agree on other figures too")
    if "best of both" in company:
        found.append("no other claim of the two articles fits better")
    return tuple(found)


def companies(candidates: Sequence[Candidate]) -> list[Amounts]:
    """What each candidate's rivals tell of it; within one article there are none."""
    if any(found.a.doc == found.b.doc for found in candidates):
        return [first_points(found) for found in candidates]
    rivals = Rivals(candidates)
    return [rivals.features(found) for found in candidates]


def candidates_of(compared: Sequence[Compared], tables: Tables) -> list[Candidate]:
    """The pairs with their first points, and the chance of those whose values can be one."""
    known: dict[int, float] = {}  # by what is shared, which is one object where much is alike
    candidates = []
    for pair in compared:
        points = known.get(id(pair.shared))
        if points is None:
            points = known[id(pair.shared)] = points_of(pair.shared, tables[f"{pair.slot} alike"])
        candidate = Candidate(pair.a, pair.b, pair.likened, points)
        if pair.likened != "different":
            amounts = pair.shared | of_equal(pair.a, pair.b, pair.slots, pair.likened)
            candidate.equal_chance = chance_of(points_of(amounts, tables[f"{pair.slot} equal at first"]))
        candidates.append(candidate)
    return candidates


def amounts_of(pair: Compared, company: Amounts) -> Amounts:
    """What is weighed of a pair in the end: its points so far, its rivals (`company`), the values."""
    amounts = lasting(pair.a, pair.shared) | company
    if pair.likened != "different":
        return amounts | of_equal(pair.a, pair.b, pair.slots, pair.likened)
    return amounts | of_different(pair.a, pair.b, free=1 - company.get("one agrees elsewhere", 0.0))


def points_of(amounts: Amounts, table: Mapping[str, float]) -> float:
    weight = table.get
    return math.fsum([weight(name, 0.0) * amount for name, amount in amounts.items()])


def chance_of(points: float) -> float:
    """The chance that goes with some points: their logistic function."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, points))))


def relation_of(a: Claim, b: Claim, slots: Mapping[str, SlotMatch]) -> Relation:
    """How the compared slot relates: the dates of date claims, else the numbers."""
    if a.kind != "date":
        return relation(a, b)
    outcomes: dict[str, Relation] = {"same": "equal", "close": "compatible"}
    return outcomes.get(slots["when"].outcome, "different")


def likened(a: Claim, b: Claim, related: Relation) -> Relation:
    """How two values relate as they are written: "30 miles" and "30 kilometres" are one number.

    Months and years, told of one thing or another, are no slip.
    """
    is_swapped = a.unit != b.unit and a.unit and b.unit and dimension_of(a.unit) != "[time]"
    return "equal" if is_swapped and a.value is not None and a.value == b.value else related


def cannot_differ(pair: Compared, likeness: Likeness) -> bool:
    """Whether two different values are no contradiction, whatever else the claims have in common.

    Articles on two events that name nobody in common contradict nothing; ranks of two things are no two
    ranks of one.
    """
    if pair.related != "different":
        return False
    if pair.a.kind == "ordinal" and pair.slots["item"].outcome == "other":
        return True
    return not likeness.is_one_story(pair.a, pair.b) and pair.slots["parties"].outcome != "same"


def is_other_time(link: Link) -> bool:
    """Whether two different times are told, and neither text names an event that happens once."""
    return link.outcome("when") == "other" and not (happens_once(link.a) or happens_once(link.b))


def happens_once(claim: Claim) -> bool:
    """Whether the claim's event is of a kind that happens once: another time is then no other event."""
    return claim.event is not None and event_classes()[claim.event].kind == "once"
