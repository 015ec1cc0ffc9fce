"""Rivals: what else in two articles could be meant, and what stands beside two claims and agrees.

A claim that says the same as another one of the other article is hardly a wrong copy of a third; two claims
that are each other's best match, in sentences that agree on all else, hardly speak of two things.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from claims.model import Claim
from factcheck.linking.features import Amounts
from factcheck.linking.values import Relation

_AHEAD, _BEHIND = 3.0, 4.0  # logits, a lead or a lag beyond which tells no more
_FREE = 0.3  # chance of an agreement below which a claim has no partner yet
_DIGITS = 9  # of sums of chances, the last ones of which depend on their order
_BESIDE = 0.6  # chances of agreement that add up to one claim beside the pair on which the sentences agree


@dataclass(slots=True)
class Candidate:
    """A pair of claims of two articles with the points for its being one fact, its value left aside."""

    a: Claim
    b: Claim
    related: Relation
    points: float
    equal_chance: float = 0.0


def first_points(pair: Candidate) -> Amounts:
    """The points of a pair by itself, as one amount among others."""
    return {"points": pair.points / 3}


class _Best:
    """The highest points of each claim, over what it could mean: one entry a value, or a claim."""

    def __init__(self) -> None:
        self._found: dict[str, dict[Hashable, float]] = defaultdict(dict)

    def add(self, claim: Claim, what: Hashable, points: float) -> None:
        found = self._found[claim.id]
        if points > found.get(what, -math.inf):
            found[what] = points
            if len(found) > 2:  # the best two suffice: one may be the pair's own
                del found[min(found, key=found.__getitem__)]

    def beside(self, claim: Claim, what: Hashable) -> list[float]:
        """The highest points of `claim` for anything but `what`, none where there is nothing else."""
        others = [points for other, points in self._found[claim.id].items() if other != what]
        return [max(others)] if others else others


class _Agreed:
    """The claims of a sentence that agree with one of another, each with its likeliest two partners there.

    The sum over all of them is kept, so that what a pair asks takes no longer where sentences are long lists.
    """

    def __init__(self) -> None:
        self._best: dict[str, list[tuple[float, str]]] = {}
        self._without: dict[str, float] | None = None
        self._sum = 0.0

    def add(self, claim: str, partner: str, chance: float) -> None:
        found = [one for one in self._best.get(claim, ()) if one[1] != partner]
        self._best[claim] = sorted([*found, (chance, partner)], reverse=True)[:2]

    def besides(self, claim: str, partner: str) -> float:
        """The chances of agreement of all claims but `claim`, with any other than `partner`, added up."""
        if self._without is None:
            self._add_up()
        lost = (self._without or {}).get(partner, 0.0)
        return round(max(0.0, self._sum - lost - self._chance(claim, partner)), _DIGITS)

    def _add_up(self) -> None:
        losses: dict[str, list[float]] = defaultdict(list)
        for claim, [(chance, partner), *_] in self._best.items():
            losses[partner].append(chance - self._chance(claim, partner))
        self._without = {partner: math.fsum(lost) for partner, lost in losses.items()}
        self._sum = math.fsum(best[0][0] for best in self._best.values())

    def _chance(self, claim: str, partner: str) -> float:
        """That of the likeliest partner of a claim other than `partner`."""
        return next((chance for chance, other in self._best.get(claim, ()) if other != partner), 0.0)


class Rivals:
    """The candidates between two articles, to be asked what speaks for and against one of them."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._by_value, self._by_claim = _Best(), _Best()
        claims = {claim.id: claim for found in candidates for claim in (found.a, found.b)}
        numbers: dict[Hashable, int] = {}
        self._value = {id: numbers.setdefault(value_key(claim), len(numbers)) for id, claim in claims.items()}
        self._partner: dict[str, float] = defaultdict(float)
        self._agreed: dict[tuple[int, int], tuple[_Agreed, _Agreed]] = defaultdict(
            lambda: (_Agreed(), _Agreed())
        )
        for found in candidates:
            if "former" in (found.a.standing, found.b.standing):
                continue  # what a text tells as replaced is no rival of what replaced it
            self._by_value.add(found.a, self._value[found.b.id], found.points)
            self._by_value.add(found.b, self._value[found.a.id], found.points)
            if found.related != "different":
                self._by_claim.add(found.a, found.b.id, found.points)
                self._by_claim.add(found.b, found.a.id, found.points)
                for claim in (found.a, found.b):
                    self._partner[claim.id] = max(self._partner[claim.id], found.equal_chance)
                mine, theirs = self._agreed[found.a.sentence_start, found.b.sentence_start]
                mine.add(found.a.id, found.b.id, found.equal_chance)
                theirs.add(found.b.id, found.a.id, found.equal_chance)

    def features(self, pair: Candidate) -> Amounts:
        """The points of `pair`, and what the other candidates of the two articles tell of it."""
        found = first_points(pair)
        of_a = self._by_value.beside(pair.a, self._value[pair.b.id])
        of_b = self._by_value.beside(pair.b, self._value[pair.a.id])
        _add_standing(found, pair.points, of_a + of_b)
        beside = self._beside(pair)
        found["agreed beside"] = min(beside, 3) / 3
        if beside >= _BESIDE:
            found["agreed beside at all"] = 1.0
        found.update(self._of_different(pair) if pair.related == "different" else self._of_equal(pair))
        return found

    def _of_different(self, pair: Candidate) -> Amounts:
        partners = (self._partner[pair.a.id], self._partner[pair.b.id])
        found = {"one agrees elsewhere": max(partners), "both agree elsewhere": min(partners)}
        if max(partners) < _FREE:
            found["neither agrees elsewhere"] = 1.0
        return found

    def _of_equal(self, pair: Candidate) -> Amounts:
        others = self._by_claim.beside(pair.a, pair.b.id) + self._by_claim.beside(pair.b, pair.a.id)
        if not others:
            return {"only equal": 1.0}
        lead = pair.points - max(others)
        return {"ahead of equals": _share(lead, _AHEAD), "behind equals": _share(-lead, _AHEAD)}

    def _beside(self, pair: Candidate) -> float:
        """The chances of agreement between other claims of the two sentences, each claim counted once."""
        agreed = self._agreed.get((pair.a.sentence_start, pair.b.sentence_start))
        if agreed is None:
            return 0.0
        mine, theirs = agreed
        return min(mine.besides(pair.a.id, pair.b.id), theirs.besides(pair.b.id, pair.a.id))


def _add_standing(found: Amounts, points: float, others: Sequence[float]) -> None:
    """How a pair stands to its rivals of other value, of which `others` are the best, of either claim one."""
    lead = points - max(others) if others else _AHEAD
    found["ahead"] = _share(lead, _AHEAD)
    found["behind"] = _share(-lead, _BEHIND)
    if lead >= 0:
        found["best of both"] = 1.0
    elif any(points >= other for other in others):
        found["best of one"] = 1.0
    if len(others) < 2:
        found["no rival of one"] = 1.0
    if not others:
        found["no rival"] = 1.0


def _share(lead: float, whole: float) -> float:
    return min(max(lead, 0.0), whole) / whole


def value_key(claim: Claim) -> Hashable:
    """What a claim says: two claims of one key are no rivals, for what one means the other may, too."""
    if claim.kind == "date":
        return claim.when.value if claim.when else None
    return (claim.value, claim.low, claim.high, claim.unit)
