"""Grouping: claims that agree into groups, groups that differ into facts; nothing joins through a third."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from claims.model import Claim
from factcheck.judging.judge import Judgement
from factcheck.linking.link import match_slots

Pair = tuple[str, str]
IsLeftOut = Callable[[str, str], bool]

_AGREEING = 0.4  # mean chance between two groups from which they are one
_DIFFERING = 0.5  # the same, for groups with different values


@dataclass(frozen=True, slots=True)
class Fact:
    """Groups of claims on one fact: in a group all agree, between groups `judgements` say what follows."""

    groups: tuple[tuple[Claim, ...], ...]
    judgements: tuple[Judgement, ...]


class _Partition:
    """Groups of claims under growth: two are joined only if their members, on average, belong together."""

    def __init__(
        self, claims: Sequence[Claim], judgements: Sequence[Judgement], is_left_out: IsLeftOut
    ) -> None:
        self._members = {claim.id: [claim] for claim in claims}
        self._home = {claim.id: claim.id for claim in claims}
        self._held = _by_pair(judgements)
        self._is_left_out = is_left_out

    def join_agreeing(self, judgements: Sequence[Judgement]) -> None:
        """Join the groups of agreeing claims, the likeliest first."""
        for judgement in sorted(judgements, key=_by_chance):
            one, other = self._home[judgement.link.a.id], self._home[judgement.link.b.id]
            if one != other and self._chance(one, other) >= _AGREEING:
                self._join(one, other)

    def groups(self) -> list[tuple[Claim, ...]]:
        return [tuple(sorted(found, key=_by_place)) for found in self._members.values()]

    def _chance(self, one: str, other: str) -> float:
        """How likely two groups are one: over every two articles the likeliest pair, none counting as 0.

        Where any two of their claims cannot be one fact, the groups cannot.
        """
        mine, theirs = self._members[one], self._members[other]
        best = _best_by_articles(mine, theirs, self._held, self._is_left_out)
        chance = sum(best) / len(best) if best else 0.0
        if chance >= _AGREEING and any(match_slots(a, b) is None for a in mine for b in theirs):
            return 0.0
        return chance

    def _join(self, one: str, other: str) -> None:
        for claim in self._members[other]:
            self._home[claim.id] = one
        self._members[one] += self._members.pop(other)


def _best_by_articles(
    mine: Sequence[Claim],
    theirs: Sequence[Claim],
    held: Mapping[Pair, Sequence[Judgement]],
    is_left_out: IsLeftOut,
) -> list[float]:
    """For every two articles of two groups the chance of the likeliest link between their claims, else 0.

    Articles that were not compared, where very many tell one event, say nothing.
    """
    best: dict[Pair, float] = {}
    for a in mine:
        for b in theirs:
            if (a.doc == b.doc and "former" in (a.standing, b.standing)) or is_left_out(a.doc, b.doc):
                continue
            chances = [judgement.chance for judgement in held.get(_pair(a.id, b.id), ())]
            docs = (a.doc, b.doc)
            best[docs] = max([best.get(docs, 0.0), *chances])
    return list(best.values())


def _chance_of_one_fact(
    mine: Sequence[Claim],
    theirs: Sequence[Claim],
    held: Mapping[Pair, Sequence[Judgement]],
    is_left_out: IsLeftOut,
) -> float:
    """How likely two groups that differ are about one fact; half the articles' pairs have to say so."""
    best = _best_by_articles(mine, theirs, held, is_left_out)
    told = [chance for chance in best if chance]
    return sum(told) / len(told) if told and 2 * len(told) >= len(best) else 0.0


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a <= b else (b, a)


def _by_pair(judgements: Sequence[Judgement]) -> Mapping[Pair, Sequence[Judgement]]:
    """The judgements on every two claims, by their ids."""
    held: dict[Pair, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        held[_pair(judgement.link.a.id, judgement.link.b.id)].append(judgement)
    return held


def _by_chance(judgement: Judgement) -> tuple[float, str, str]:
    return (-judgement.chance, judgement.link.a.id, judgement.link.b.id)


def _by_place(claim: Claim) -> tuple[str, int]:
    return (claim.doc, claim.start)


def all_compared(one: str, other: str) -> bool:
    """Nothing was left out."""
    return False


def agreeing_groups(
    claims: Sequence[Claim], agreed: Sequence[Judgement], is_left_out: IsLeftOut = all_compared
) -> list[tuple[Claim, ...]]:
    """Every claim in one group, with the claims that it agrees with.

    `is_left_out` tells of two articles whether they were not compared, for very many tell one event.
    """
    partition = _Partition(claims, agreed, is_left_out)
    partition.join_agreeing(agreed)
    return sorted(partition.groups(), key=lambda group: _by_place(group[0]))


def differing_facts(
    groups: Sequence[tuple[Claim, ...]],
    differing: Sequence[Judgement],
    is_left_out: IsLeftOut = all_compared,
) -> list[Fact]:
    """Facts of two groups and more: those whose claims differ and are yet about one thing.

    An article that gives both numbers speaks of two things, so groups of one fact share no article, unless it
    tells the one as replaced.
    """
    home = {claim.id: number for number, group in enumerate(groups) for claim in group}
    between: dict[tuple[int, int], list[Judgement]] = defaultdict(list)
    for judgement in differing:
        one, other = sorted((home[judgement.link.a.id], home[judgement.link.b.id]))
        if one != other:
            between[one, other].append(judgement)
    held = _by_pair(differing)
    chances = {
        pair: _chance_of_one_fact(groups[pair[0]], groups[pair[1]], held, is_left_out) for pair in between
    }
    facts: dict[int, set[int]] = {}
    for pair in sorted(chances, key=lambda pair: (-chances[pair], pair)):
        if chances[pair] < _DIFFERING:
            break
        merged = facts.get(pair[0], {pair[0]}) | facts.get(pair[1], {pair[1]})
        docs = [doc for number in merged for doc in _holding(groups[number])]
        if len(docs) == len(set(docs)) and _belong(merged, chances):
            facts.update(dict.fromkeys(merged, merged))
    found = {tuple(sorted(members)) for members in facts.values()}
    return [_fact(members, groups, between) for members in sorted(found)]


def _holding(group: Sequence[Claim]) -> set[str]:
    """The articles by which the number of `group` holds."""
    return {claim.doc for claim in group if claim.standing != "former"}


def _belong(members: set[int], chances: Mapping[tuple[int, int], float]) -> bool:
    pairs = [(one, other) for one in members for other in members if one < other]
    return sum(chances.get(pair, 0.0) for pair in pairs) / len(pairs) >= _DIFFERING


def _fact(
    members: Sequence[int],
    groups: Sequence[tuple[Claim, ...]],
    between: Mapping[tuple[int, int], Sequence[Judgement]],
) -> Fact:
    held = [j for pair, found in sorted(between.items()) if set(pair) <= set(members) for j in found]
    return Fact(tuple(groups[number] for number in members), tuple(held))
