"""Moves: which differences of one fact are explained by another text that tells how its number moved."""

from collections import defaultdict
from dataclasses import replace

from claims.model import Claim
from factcheck.gathering.grouping import Fact
from factcheck.judging.judge import Judgement
from factcheck.linking.updates import earlier_and_later


def in_progress(fact: Fact) -> list[Judgement]:
    """The judgements of `fact`, a discrepancy being an update where another pair tells the same move.

    "Arrests rose to 78", one paper says: then 41 in a report of two days before and 78 in a third paper of
    today are no contradiction either. Two numbers of one day are. A move that no text tells, but the kind of
    its measure does, explains what is told on its own two days only.
    """
    home = {claim.id: number for number, group in enumerate(fact.groups) for claim in group}
    moves: dict[tuple[int, int], list[Judgement]] = defaultdict(list)
    for judgement in fact.judgements:
        if judgement.verdict == "update":
            first, second = earlier_and_later(judgement.link.a, judgement.link.b)
            moves[home[first.id], home[second.id]].append(judgement)
    return [_explained(judgement, home, moves) for judgement in fact.judgements]


def _explained(
    judgement: Judgement, home: dict[str, int], moves: dict[tuple[int, int], list[Judgement]]
) -> Judgement:
    a, b = judgement.link.a, judgement.link.b
    is_unit_swapped = a.unit != b.unit and a.value == b.value
    if judgement.verdict != "discrepancy" or judgement.kind not in ("value", "date") or is_unit_swapped:
        return judgement
    for first, second in ((a, b), (b, a)):
        for move in moves.get((home[first.id], home[second.id]), ()):
            if _explains(move, first, second):
                return replace(judgement, verdict="update", kind=move.kind, reason=move.reason)
    return judgement


def _explains(move: Judgement, first: Claim, second: Claim) -> bool:
    """Whether a move tells of what two claims say on two days."""
    if not (first.told and second.told and first.told < second.told):
        return False
    earlier, later = earlier_and_later(move.link.a, move.link.b)
    return later.standing is not None or (first.told, second.told) == (earlier.told, later.told)
