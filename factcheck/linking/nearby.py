"""Nearby: which articles are worth comparing, found by the rarest that they share and never pair by pair.

Two articles are compared where they may tell one story, or where a sentence of each gives one rare number
beside one name or rare word. An article is looked up by its rarest words first, and by no more than lead to a
set number of places, so that the time grows with the number of articles and not with that of their pairs.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from claims.model import Claim
from corpus.lazy import LazySequence
from factcheck.linking import MOST_COMPARED
from factcheck.linking.features import rarity
from factcheck.linking.likeness import is_rare_word
from factcheck.linking.postings import Rows
from factcheck.linking.search import Recall, Search, ShareOut
from factcheck.linking.values import dimension_of

Docs = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Signature:
    """What an article is found by: its words and names, and the keys of its rare numbers."""

    words: frozenset[str]
    numbers: frozenset[int]


def signature_of(claims: Iterable[Claim]) -> Signature:
    """The signature of one article, by its claims."""
    words: set[str] = set()
    numbers: set[int] = set()
    for claim in claims:
        words |= claim.context | claim.names or _named(claim)
        numbers.update(_number_keys(claim))
    return Signature(frozenset(words), frozenset(numbers))


def _named(claim: Claim) -> set[str]:
    """What a claim without the words of its sentence tells of."""
    item = {claim.item.head, *claim.item.modifiers} if claim.item else set()
    return item | {name for _, name in claim.parties}


def _number_keys(claim: Claim) -> Iterator[int]:
    """A rare number beside each name and rare word of its sentence, as 64 bits."""
    if claim.value is None or rarity(claim) != "rare number":
        return
    number = f"{dimension_of(claim.unit)} {claim.value.normalize():f}"
    for word in claim.names | set(filter(is_rare_word, claim.context)):
        key = f"{number} {word}".encode("utf-8", "surrogatepass")
        yield int.from_bytes(blake2b(key, digest_size=8).digest())


@dataclass(frozen=True)
class Company:
    """The pairs of articles to compare, each once, in order; `crowded` are those with more company still."""

    pairs: Sequence[Docs]
    crowded: frozenset[str] = frozenset()

    def beside(self, doc: str) -> Sequence[str]:
        """The articles that the article `doc` is compared with."""
        return self._beside.get(doc, ())

    def among(self, docs: Collection[str]) -> Company:
        """What of it is between the articles `docs`."""
        known = frozenset(docs)
        pairs = {docs_of(doc, other) for doc in docs for other in self.beside(doc) if other in known}
        return Company(tuple(sorted(pairs)), self.crowded & known)

    def crowd_among(self, docs: Collection[str]) -> Company:
        """The same, but only the pairs of which one is crowded: they tell what of it was not compared."""
        known = frozenset(docs)
        crowded = self.crowded & known
        pairs = {docs_of(doc, other) for doc in crowded for other in self.beside(doc) if other in known}
        return Company(tuple(sorted(pairs)), crowded)

    def circles(self, docs: Iterable[str]) -> Iterator[list[str]]:
        """The articles `docs`, in order, by what is compared with each other, be it through others."""
        seen: set[str] = set()
        for doc in docs:
            if doc not in seen:
                circle, waiting = {doc}, [doc]
                while waiting:
                    new = set(self.beside(waiting.pop())) - circle
                    circle |= new
                    waiting += new
                seen |= circle
                yield sorted(circle)

    @cached_property
    def _beside(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for one, other in self.pairs:
            found[one].append(other)
            found[other].append(one)
        return found


def docs_of(one: str, other: str) -> Docs:
    """Two articles in order."""
    return (one, other) if one <= other else (other, one)


def company_of(signatures: Mapping[str, Signature], most: int = MOST_COMPARED) -> Company:
    """Which articles to compare, of those whose signatures are given by id, in any order.

    Each leads to `most` others at most.
    """
    index = NearbyIndex(most)
    for doc, signature in signatures.items():
        index.add(doc, signature)
    return index.company()


class NearbyIndex:
    """Articles by the words and the rare numbers that lead to them, whatever the order they come in."""

    def __init__(self, most: int = MOST_COMPARED) -> None:
        self._most = most
        self._docs: list[str] = []
        self._words, self._keys = Rows("I"), Rows("Q")
        self._vocabulary: dict[str, int] = {}

    def add(self, doc: str, signature: Signature) -> None:
        """Take in one article."""
        self._docs.append(doc)
        self._words.add(self._vocabulary.setdefault(w, len(self._vocabulary)) for w in signature.words)
        self._keys.add(signature.numbers)

    def company(self, share_out: ShareOut | None = None, recall: Recall | None = None) -> Company:
        """Which articles to compare. No more can be added.

        `share_out` gives work to several processes, and what `recall` knows is not searched again.
        """
        order = sorted(range(len(self._docs)), key=self._docs.__getitem__)
        vocabulary = sorted(self._vocabulary)
        number = array("I", bytes(4 * len(vocabulary)))
        for new, word in enumerate(vocabulary):
            number[self._vocabulary[word]] = new
        words = Rows("I")
        for row in order:
            words.add(sorted(number[word] for word in self._words[row]))
        keys = self._keys.in_order(order)
        docs = [self._docs[row] for row in order]
        search = Search(docs, vocabulary, words, keys, self._most)
        return self._joined(docs, search.beside(share_out or _done_here, recall))

    def _joined(self, docs: Sequence[str], found: Iterable[tuple[int, array[int]]]) -> Company:
        """The pairs of each article and those beside it."""
        beside = [array("I") for _ in docs]
        crowded = []
        for one, near in found:
            if len(near) > self._most:
                crowded.append(docs[one])
            for other in near[: self._most]:
                beside[min(one, other)].append(max(one, other))
        later = Rows("I")
        for others in beside:
            later.add(sorted(set(others)))
        return Company(_Pairs(docs, later), frozenset(crowded))


def _done_here(work: Callable[[int], array[int]], number: int) -> Iterator[tuple[int, array[int]]]:
    return ((one, work(one)) for one in range(number))


class _Pairs(LazySequence[Docs]):
    """Pairs of `docs` in order, each beside the numbers of those after it: a few bytes a pair."""

    def __init__(self, docs: Sequence[str], later: Rows) -> None:
        self._docs, self._later = docs, later

    def __len__(self) -> int:
        return self._later.size()

    def __iter__(self) -> Iterator[Docs]:
        for doc, others in zip(self._docs, self._later, strict=True):
            yield from ((doc, self._docs[other]) for other in others)

    def _at(self, place: int) -> Docs:
        row, other = self._later.at(place)
        return self._docs[row], self._docs[other]
