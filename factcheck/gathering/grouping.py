"""Grouping: claims that agree into groups, groups that differ into facts; nothing joins through a third.

Where very many articles tell one event, what is looked at grows with the judgements and not with the pairs of
claims: groups keep what was judged between them, and claims that no slot tells apart are looked at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

from claims.model import Claim
from factcheck.judging.judge import Judgement
from factcheck.linking.link import excluding_slots, match_slots
from factcheck.linking.nearby import Company, Docs

_AGREEING = Fraction(2, 5)  # mean chance between two groups from which they are one
_DIFFERING = Fraction(1, 2)  # the same, for groups with different values
_CHANCES = 1000  # a chance has three decimals
ALL_COMPARED = Company(())  # nothing was left out


@dataclass(frozen=True, slots=True)
class Fact:
    """Groups of claims on one fact: in a group all agree, between groups `judgements` say what follows."""

    groups: tuple[tuple[Claim, ...], ...]
    judgements: tuple[Judgement, ...]


@dataclass(slots=True)
class _Told:
    """The articles of a group, and those by which its number holds; no other tells it as replaced only."""

    docs: set[str]
    holding: set[str]

    @classmethod
    def by(cls, claims: Iterable[Claim]) -> "_Told":
        held = list(claims)
        return cls({claim.doc for claim in held}, {claim.doc for claim in held if claim.standing != "former"})

    def add(self, other: "_Told") -> None:
        self.docs |= other.docs
        self.holding |= other.holding


@dataclass(slots=True)
class _Between:
    """What was judged between two groups: for every two articles the chance of the likeliest pair of claims.

    Chances are counted in thousandths.
    """

    best: dict[Docs, int] = field(default_factory=dict)
    total: int = 0

    def add(self, docs: Docs, chance: int) -> None:
        known = self.best.get(docs, 0)
        if chance > known:
            self.best[docs] = chance
            self.total += chance - known

    def add_all(self, other: "_Between") -> None:
        for docs, chance in other.best.items():
            self.add(docs, chance)


class _Group:
    """Claims that belong together; `beside` is what was judged between them and each other group."""

    def __init__(self, claim: Claim) -> None:
        self.claims = [claim]
        self.told = _Told.by(self.claims)
        self.slots = {excluding_slots(claim): claim}
        self.beside: dict[_Group, _Between] = {}

    def excludes(self, other: "_Group") -> bool:
        """Whether any two claims of the two groups cannot be one fact."""
        return any(
            match_slots(a, b) is None for a in self.slots.values() for b in other.slots.values() if a is not b
        )

    def take_in(self, other: "_Group") -> None:
        """Make the claims of `other` claims of this group."""
        self.claims += other.claims
        self.told.add(other.told)
        self.slots = other.slots | self.slots
        for third, between in other.beside.items():
            back = third.beside.pop(other)
            if third is not self:
                self.beside.setdefault(third, _Between()).add_all(between)
                third.beside.setdefault(self, _Between()).add_all(back)


class _Partition:
    """Groups of claims under growth: two are joined only if their members, on average, belong together."""

    def __init__(self, claims: Sequence[Claim], judgements: Sequence[Judgement], company: Company) -> None:
        self._claims = claims
        self._home: dict[str, _Group] = {}
        self._company = company
        for judgement in judgements:
            self._note(judgement)

    def _note(self, judgement: Judgement) -> None:
        a, b = judgement.link.a, judgement.link.b
        if _counts(a, b):
            one, other = self._of(a), self._of(b)
            chance = _thousandths(judgement)
            one.beside.setdefault(other, _Between()).add((a.doc, b.doc), chance)
            other.beside.setdefault(one, _Between()).add((b.doc, a.doc), chance)

    def _of(self, claim: Claim) -> _Group:
        """The group of a claim that something was judged of."""
        found = self._home.get(claim.id)
        if found is None:
            found = self._home[claim.id] = _Group(claim)
        return found

    def join_agreeing(self, judgements: Sequence[Judgement]) -> None:
        """Join the groups of agreeing claims, the likeliest first."""
        tried: dict[tuple[_Group, _Group], tuple[int, int]] = {}
        for judgement in sorted(judgements, key=_by_chance):
            one, other = self._of(judgement.link.a), self._of(judgement.link.b)
            sizes = len(one.claims), len(other.claims)
            if one is other or tried.get((one, other)) == sizes:
                continue
            if self._are_one(one, other):
                self._join(one, other)
            else:
                tried[one, other] = sizes

    def groups(self) -> list[tuple[Claim, ...]]:
        found = [tuple(sorted(group.claims, key=_by_place)) for group in dict.fromkeys(self._home.values())]
        return found + [(claim,) for claim in self._claims if claim.id not in self._home]

    def _are_one(self, one: _Group, other: _Group) -> bool:
        """Whether two groups are likely one: over every two articles the likeliest pair, none counting as 0.

        Where any two of their claims cannot be one fact, the groups cannot.
        """
        between = one.beside.get(other)
        if between is None or between.total < _AGREEING * _CHANCES * len(between.best):
            return False
        count = _count_compared(one.told, other.told, self._company)
        return between.total >= _AGREEING * _CHANCES * count and not one.excludes(other)

    def _join(self, one: _Group, other: _Group) -> None:
        if len(one.claims) + len(one.beside) < len(other.claims) + len(other.beside):
            one, other = other, one
        one.take_in(other)
        for claim in other.claims:
            self._home[claim.id] = one


def _count_compared(one: _Told, other: _Told, company: Company) -> int:
    """How many pairs of an article of each group were to be compared; an article with itself is one.

    Articles that were not compared, where very many tell one event, say nothing. Nor does what an article
    tells as replaced say anything on what the same article tells else.
    """
    mine, theirs = one.docs - company.crowded, other.docs - company.crowded
    count = len(mine) * len(theirs) - len(mine & theirs) + len(one.holding & other.holding)
    if len(mine) == len(one.docs) and len(theirs) == len(other.docs):
        return count
    fewer, more = (one.docs, other.docs) if len(one.docs) <= len(other.docs) else (other.docs, one.docs)
    return count + sum(
        found in more and (doc in company.crowded or found in company.crowded)
        for doc in fewer
        for found in company.beside(doc)
    )


def _counts(a: Claim, b: Claim) -> bool:
    """Whether a link of two claims tells of their groups: what one article tells as replaced does not."""
    return a.doc != b.doc or "former" not in (a.standing, b.standing)


def _thousandths(judgement: Judgement) -> int:
    return round(judgement.chance * _CHANCES)


def _chance_of_one_fact(one: _Told, other: _Told, between: _Between, company: Company) -> Fraction:
    """How likely two groups that differ are about one fact; half the articles' pairs have to say so."""
    told = len(between.best)
    if not told or 2 * told < _count_compared(one, other, company):
        return Fraction(0)
    return Fraction(between.total, told * _CHANCES)


def _by_chance(judgement: Judgement) -> tuple[float, str, str]:
    return (-judgement.chance, judgement.link.a.id, judgement.link.b.id)


def _by_place(claim: Claim) -> tuple[str, int]:
    return (claim.doc, claim.start)


def agreeing_groups(
    claims: Sequence[Claim], agreed: Sequence[Judgement], company: Company = ALL_COMPARED
) -> list[tuple[Claim, ...]]:
    """Every claim in one group, with the claims that it agrees with.

    `company` tells which articles were not compared, for very many tell one event.
    """
    partition = _Partition(claims, agreed, company)
    partition.join_agreeing(agreed)
    return sorted(partition.groups(), key=lambda group: _by_place(group[0]))


def differing_facts(
    groups: Sequence[tuple[Claim, ...]],
    differing: Sequence[Judgement],
    company: Company = ALL_COMPARED,
    copies: Mapping[str, Sequence[Claim]] = MappingProxyType({}),
) -> list[Fact]:
    """Facts of two groups and more: those whose claims differ and are yet about one thing.

    An article that gives both numbers speaks of two things, so groups of one fact share no article, unless it
    tells the one as replaced. `copies` are further articles' claims, by the id of the claim that speaks for
    them: what they give counts as well, but not for how likely it is one fact.
    """
    home = {claim.id: number for number, group in enumerate(groups) for claim in group}
    between: dict[tuple[int, int], list[Judgement]] = defaultdict(list)
    for judgement in differing:
        one, other = sorted((home[judgement.link.a.id], home[judgement.link.b.id]))
        if one != other:
            between[one, other].append(judgement)
    told = {number: _Told.by(groups[number]) for pair in between for number in pair}
    chances = {
        pair: _chance_of_one_fact(told[pair[0]], told[pair[1]], _between(held, home, pair[0]), company)
        for pair, held in between.items()
    }
    holding = {
        number: found.holding
        | _Told.by(same for claim in groups[number] for same in copies.get(claim.id, ())).holding
        for number, found in told.items()
    }
    return [_fact(members, groups, between) for members in _sets_of(chances, holding)]


def _between(held: Iterable[Judgement], home: Mapping[str, int], first: int) -> _Between:
    """What was judged between the group `first` and another one."""
    found = _Between()
    for judgement in held:
        a, b = judgement.link.a, judgement.link.b
        if _counts(a, b):
            docs = (a.doc, b.doc) if home[a.id] == first else (b.doc, a.doc)
            found.add(docs, _thousandths(judgement))
    return found


def _sets_of(
    chances: Mapping[tuple[int, int], Fraction], holding: Mapping[int, Set[str]]
) -> list[tuple[int, ...]]:
    """The groups that are about one fact, the likeliest pairs joined first; `holding` are their articles."""
    facts: dict[int, set[int]] = {}
    for pair in sorted(chances, key=lambda pair: (-chances[pair], pair)):
        if chances[pair] < _DIFFERING:
            break
        if pair[0] in facts and facts[pair[0]] is facts.get(pair[1]):
            continue
        merged = facts.get(pair[0], {pair[0]}) | facts.get(pair[1], {pair[1]})
        count = sum(len(holding[number]) for number in merged)
        if count == len(set().union(*(holding[number] for number in merged))) and _belong(merged, chances):
            facts.update(dict.fromkeys(merged, merged))
    return sorted({tuple(sorted(members)) for members in facts.values()})


def _belong(members: set[int], chances: Mapping[tuple[int, int], Fraction]) -> bool:
    pairs = [(one, other) for one in members for other in members if one < other]
    return sum(chances[pair] for pair in pairs if pair in chances) >= _DIFFERING * len(pairs)


def _fact(
    members: Sequence[int],
    groups: Sequence[tuple[Claim, ...]],
    between: Mapping[tuple[int, int], Sequence[Judgement]],
) -> Fact:
    pairs = [(one, other) for one in members for other in members if one < other]
    held = [judgement for pair in pairs for judgement in between.get(pair, ())]
    return Fact(tuple(groups[number] for number in members), tuple(held))
