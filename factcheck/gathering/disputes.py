"""Disputed parties: pairs of claims that name other parties of one deal, gathered into one dispute a deal."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.model import Claim
from factcheck.judging.judge import Judgement
from factcheck.linking.values import is_currency

Sides = list[tuple[Claim, ...]]


def disputes(disputed: Sequence[Judgement]) -> list[tuple[Sides, list[Judgement]]]:
    """The sides of each dispute, a side a party, with the judgements that found it.

    What names no party is on no side. Several numbers that two sentences give for one deal are one dispute;
    it is told of one that is no price.
    """
    told: dict[tuple[str, int, str, int], list[Judgement]] = defaultdict(list)
    for judgement in disputed:
        a, b = judgement.link.a, judgement.link.b
        told[a.doc, a.sentence_start, b.doc, b.sentence_start].append(judgement)
    chosen = [min(held, key=lambda j: is_currency(j.link.a.unit)) for held in told.values()]
    return [(_sides(held), held) for held in _connected(chosen)]


def _connected(judgements: Sequence[Judgement]) -> Iterator[list[Judgement]]:
    """The judgements in groups that share no claim, in their order."""
    beside: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        beside[judgement.link.a.id].append(judgement)
        beside[judgement.link.b.id].append(judgement)
    seen: set[str] = set()
    for judgement in judgements:
        waiting = [judgement.link.a.id]
        held: dict[int, Judgement] = {}
        while waiting:
            claim = waiting.pop()
            if claim not in seen:
                seen.add(claim)
                held.update((id(found), found) for found in beside[claim])
                waiting += [side.id for found in beside[claim] for side in (found.link.a, found.link.b)]
        if held:
            yield list(held.values())


def _sides(held: Sequence[Judgement]) -> Sides:
    claims = {claim.id: claim for judgement in held for claim in (judgement.link.a, judgement.link.b)}
    against: dict[str, set[str]] = defaultdict(set)
    for judgement in held:
        against[judgement.link.a.id].add(judgement.link.b.id)
        against[judgement.link.b.id].add(judgement.link.a.id)
    sides: list[dict[str, Claim]] = []
    for claim in sorted(claims.values(), key=lambda claim: (claim.doc, claim.start)):
        side = next((side for side in sides if against[claim.id].isdisjoint(side)), None)
        if side is None:
            sides.append(side := {})
        side[claim.id] = claim
    return [tuple(side.values()) for side in sides]
