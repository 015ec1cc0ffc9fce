"""Reprints: sentences that two articles share word for word, so that what they tell counts as told once.

Who else agrees with a number is asked of one article for each text, whatever the number of its copies.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Protocol

from claims.model import Claim
from factcheck.gathering.sides import by_place
from factcheck.judging.judge import Judgement

# What was read of a claim, without where, when and by whom it is told.
_READ = attrgetter(
    *("kind", "text", "value", "low", "high", "bound", "unit", "noun", "change", "item", "event", "stage"),
    *("scope", "whole", "landmark", "parties", "when", "status", "is_forecast", "standing", "replaces"),
)
_COPIED = 2  # of so many sentences with claims one is shared by articles of which one was made from the other


@dataclass(frozen=True, slots=True)
class Reprints:
    """Claims that only repeat one of another article, which speaks for them.

    `following` are the ids of those that repeat; `followers` they themselves, by the id of the claim that
    they repeat, and `agreed` the likeliest judgement that both are one.
    """

    following: frozenset[str]
    followers: Mapping[str, tuple[Claim, ...]]
    agreed: Mapping[str, Judgement]


class Stated(Protocol):
    """Where a claim of an article stands."""

    @property
    def start(self) -> int: ...
    @property
    def sentence(self) -> str: ...
    @property
    def sentence_start(self) -> int: ...


class Sentences:
    """The sentences that claims stand in; `stated_in` gives where those of an article do, by its id."""

    def __init__(self, stated_in: Callable[[str], Iterable[Stated]]) -> None:
        self._stated_in = stated_in
        self._known: dict[str, _Known] = {}

    def are_copies(self, one: str, other: str) -> bool:
        """Whether two articles share half of the sentences of the one that has fewer."""
        mine, theirs = self._of(one).texts, self._of(other).texts
        return _COPIED * len(mine & theirs) >= min(len(mine), len(theirs))

    def is_repeated(self, a: Claim, b: Claim) -> bool:
        """Whether two claims of two articles read the same, at one place of sentences that are the same.

        Where an article says a sentence twice, its first is that of the other's first.
        """
        return (
            a.sentence == b.sentence
            and a.start - a.sentence_start == b.start - b.sentence_start
            and _READ(a) == _READ(b)
            and self._of(a.doc).turns[a.start] == self._of(b.doc).turns[b.start]
        )

    def first_told(self, claim: Claim) -> tuple[date, int, str, int]:
        """The key by which the claim that speaks for its reprints comes first."""
        return (claim.told or date.max, -len(self._of(claim.doc).turns), claim.doc, claim.start)

    def _of(self, doc: str) -> "_Known":
        if doc not in self._known:
            self._known[doc] = _known(self._stated_in(doc))
        return self._known[doc]


@dataclass(frozen=True, slots=True)
class _Known:
    """The sentences of an article, and the turn of the claim at each place among tellings of its sentence."""

    texts: frozenset[str]
    turns: Mapping[int, int]


def _known(stated: Iterable[Stated]) -> _Known:
    seen: Counter[tuple[str, int]] = Counter()
    turns = {}
    for one in sorted(stated, key=lambda one: one.start):
        place = one.sentence, one.start - one.sentence_start
        turns[one.start] = seen[place]
        seen[place] += 1
    return _Known(frozenset(sentence for sentence, _ in seen), turns)


def reprints_among(judgements: Iterable[Judgement], sentences: Sentences) -> Reprints:
    """The claims that only repeat another one with which they were judged to agree.

    The one that is told first speaks for them, of several that of the fullest article.
    """
    above: dict[str, Claim] = {}
    held: list[Judgement] = []
    for judgement in judgements:
        a, b = judgement.link.a, judgement.link.b
        if (
            judgement.verdict == "agreement"
            and a.doc != b.doc
            and sentences.is_repeated(a, b)
            and sentences.are_copies(a.doc, b.doc)
        ):
            held.append(judgement)
            first, second = sorted((_top(a, above), _top(b, above)), key=sentences.first_told)
            if first.id != second.id:
                above[second.id] = first
    followers: dict[str, dict[str, Claim]] = defaultdict(dict)
    agreed: dict[str, Judgement] = {}
    for judgement in sorted(held, key=lambda j: (-j.chance, j.link.a.id, j.link.b.id)):
        top = _top(judgement.link.a, above)
        agreed.setdefault(top.id, judgement)
        followers[top.id] |= {
            claim.id: claim for claim in (judgement.link.a, judgement.link.b) if claim.id != top.id
        }
    return Reprints(
        frozenset(above),
        {name: tuple(sorted(found.values(), key=by_place)) for name, found in followers.items()},
        agreed,
    )


def _top(claim: Claim, above: Mapping[str, Claim]) -> Claim:
    while claim.id in above:
        claim = above[claim.id]
    return claim


def with_reprints(copies: Mapping[str, Sequence[Claim]], reprints: Reprints) -> Mapping[str, Sequence[Claim]]:
    """`copies`, by the id of the claim that speaks for them, with the reprints and their copies."""
    found = {name: tuple(same) for name, same in copies.items() if name not in reprints.following}
    for name, followers in reprints.followers.items():
        more = [same for claim in followers for same in (claim, *copies.get(claim.id, ()))]
        found[name] = (*found.get(name, ()), *more)
    return found
