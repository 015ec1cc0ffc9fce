"""Nearby: which articles are worth comparing, found by the rarest that they share and never pair by pair.

Two articles are compared where they may tell one story, or where a sentence of each gives one rare number
beside one name or rare word. An article is looked up by its rarest words first, and by no more than lead to a
set number of places, so that the time grows with the number of articles and not with that of their pairs.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate, chain

from claims.model import Claim
from corpus.lazy import LazySequence
from factcheck.linking import MOST_COMPARED
from factcheck.linking.features import rarity
from factcheck.linking.likeness import is_rare_word, rarity_of
from factcheck.linking.postings import Postings, Rows, numbered
from factcheck.linking.values import dimension_of

Docs = tuple[str, str]

# Of their words, by rarity in the news, that two articles must share: of the gold clusters' 262 pairs on one
# event 259 do, of unrelated articles 1 pair in 40. Less than makes one story: numbers may agree all the same.
_SHARED = 0.07
_FEW = 50  # articles that share a word or a number; where more do, two shared words are asked for
# Where an article may be compared with more, more is looked up and weighed in proportion.
_LOOKED_UP = 2000  # places of its words that are looked up for one article
_WEIGHED = 200  # articles, those that share most of the words looked up, of which all words are compared
# Beyond so many, only those with a rare number in common, or that share a fifth of what the nearest shares.
# Of 3,000 made-up articles two on one event share more than half of that, 19 in 20 unlike ones under a sixth.
_FIRST, _FAINT = 8, 0.2


# Gives each number below another to some work, and yields it with what came of it, in any order.
ShareOut = Callable[[Callable[[int], "array[int]"], int], Iterable[tuple[int, "array[int]"]]]


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

    def is_left_out(self, one: str, other: str) -> bool:
        """Whether two articles are not compared, though they might tell one event, for there are too many."""
        is_crowded = one in self.crowded or other in self.crowded
        return is_crowded and one != other and docs_of(one, other) not in self._compared

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

    @cached_property
    def _compared(self) -> frozenset[Docs]:
        return frozenset(self.pairs)


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

    def company(self, share_out: ShareOut | None = None) -> Company:
        """Which articles to compare; `share_out` gives work to several processes. No more can be added."""
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
        rarity = array("d", map(_rarity, vocabulary))
        return _Search(docs, words, keys, rarity, self._most).company(share_out or _done_here)


def _done_here(work: Callable[[int], array[int]], number: int) -> Iterator[tuple[int, array[int]]]:
    return ((one, work(one)) for one in range(number))


def _rarity(word: str) -> float:
    return rarity_of((word,))


def _rarity_among(docs: int, count: int) -> float:
    """How rare a word is that `count` of `docs` articles have, both by powers of two.

    So one article more seldom makes a difference to those that it has nothing to do with.
    """
    return math.log(1 + 2 ** (docs.bit_length() - count.bit_length())) ** 2


class _Search:
    """Articles looked up by each other's words and numbers; `rarity` is that of each word in the news.

    An article is compared with those that it leads to, `most` at most, and those that lead to it.
    """

    def __init__(self, docs: Sequence[str], words: Rows, keys: Rows, rarity: array[float], most: int) -> None:
        self._docs, self._words, self._rarity, self._most = docs, words, rarity, most
        self._wider = max(1.0, most / MOST_COMPARED)
        self._places = Postings(words, len(rarity))
        self._numbers, different = numbered(keys, _FEW)
        self._with_number = Postings(self._numbers, different)
        counts = map(self._places.count, range(len(rarity)))
        self._rarity_here = array("d", (_rarity_among(len(docs), count) for count in counts))
        self._sizes, self._sizes_here = self._sized(rarity), self._sized(self._rarity_here)

    def _sized(self, rarity: array[float]) -> array[float]:
        return array("d", (math.fsum(map(rarity.__getitem__, held)) for held in self._words))

    def company(self, share_out: ShareOut) -> Company:
        """Which articles to compare."""
        beside = [array("I") for _ in self._docs]
        crowded = []
        for one, found in share_out(self._first_beside, len(self._docs)):
            if len(found) > self._most:
                crowded.append(self._docs[one])
            for other in found[: self._most]:
                beside[min(one, other)].append(max(one, other))
        later = Rows("I")
        for others in beside:
            later.add(sorted(set(others)))
        return Company(_Pairs(self._docs, later), frozenset(crowded))

    def _first_beside(self, one: int) -> array[int]:
        """Those that it is compared with, the likest of very many, and one more where there are more."""
        by_number = set(chain.from_iterable(map(self._with_number.__getitem__, self._numbers[one])))
        mine = set(self._words[one])
        found = []
        for other in by_number.union(self._by_words(one)) - {one}:
            common = mine.intersection(self._words[other])
            if other in by_number or _share(common, self._rarity, self._sizes, one, other) >= _SHARED:
                nearness = _share(common, self._rarity_here, self._sizes_here, one, other)
                found.append((-nearness, other))
        found.sort()
        faint = _FAINT * found[0][0] if found else 0.0
        near = [
            other for at, (n, other) in enumerate(found) if at < _FIRST or n <= faint or other in by_number
        ]
        return array("I", near[: self._most + 1])

    def _by_words(self, one: int) -> set[int]:
        """The articles that its rarest words lead to: those with few places, and the likest of the others."""
        looked_up = self._looked_up(one)
        few = set(chain.from_iterable(places for places in looked_up if len(places) <= _FEW))
        shared = Counter(chain.from_iterable(looked_up))
        twice = [other for other, words in shared.items() if words > 1]
        weighed = round(_WEIGHED * self._wider)
        return few.union(sorted(twice, key=lambda other: (-shared[other], other))[:weighed])

    def _looked_up(self, one: int) -> list[array[int]]:
        """The places of the rarest words of an article that others have too."""
        count = self._places.count
        held = sorted((word for word in self._words[one] if count(word) > 1), key=count)
        ends = accumulate(map(count, held))
        most = _LOOKED_UP * self._wider
        return [self._places[word] for word, end in zip(held, ends, strict=True) if end <= most]


def _share(common: set[int], rarity: array[float], sizes: array[float], one: int, other: int) -> float:
    """How much two articles share by their `common` words and how rare each is."""
    size = math.sqrt(sizes[one] * sizes[other])
    return math.fsum(map(rarity.__getitem__, common)) / size if size else 0.0


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
