"""Which articles are like each one: looked up by its rarest words, or known from an earlier search.

What is found for an article depends on those that share its rarer words, and on how common its words are.
Where none of that changed, what an earlier search found is found again.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate, chain
from typing import Protocol

from factcheck.linking import MOST_COMPARED
from factcheck.linking.likeness import rarity_of
from factcheck.linking.postings import Postings, Rows, numbered

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
_RECALLED = 2000  # articles of which it is asked at a time what was found before


# Gives each number below another to some work, and yields it with what came of it, in any order.
ShareOut = Callable[[Callable[[int], "array[int]"], int], Iterable[tuple[int, "array[int]"]]]


class Recall(Protocol):
    """What was found before for an article, by a digest of all that it depends on."""

    def known(self, keys: Sequence[bytes]) -> Mapping[bytes, Sequence[str]]:
        """The ids that were found, for those of `keys` that are known."""

    def learn(self, found: Mapping[bytes, Sequence[str]]) -> None:
        """Know these, too."""


def _rarity(word: str) -> float:
    return rarity_of((word,))


class Search:
    """Articles looked up by each other's words, which are numbers in the `vocabulary`, and numbers.

    An article is compared with those that it leads to, `most` at most, and those that lead to it. How rare a
    word is in this very corpus is told in powers of two, so that one article more seldom makes a difference
    to those that share no word with it.
    """

    def __init__(
        self, docs: Sequence[str], vocabulary: Sequence[str], words: Rows, keys: Rows, most: int
    ) -> None:
        self._docs, self._vocabulary, self._words, self._most = docs, vocabulary, words, most
        self._rarity = rarity = array("d", map(_rarity, vocabulary))
        self._wider = max(1.0, most / MOST_COMPARED)
        self._places = Postings(words, len(rarity))
        self._numbers, different = numbered(keys, _FEW)
        self._with_number = Postings(self._numbers, different)
        counts = map(self._places.count, range(len(rarity)))
        self._times = array("B", (len(docs).bit_length() - count.bit_length() for count in counts))
        self._rarity_here = array("d", (math.log(1 + 2**times) ** 2 for times in self._times))
        self._sizes = array("d", (math.fsum(map(rarity.__getitem__, held)) for held in words))

    def beside(self, share_out: ShareOut, recall: Recall | None) -> Iterable[tuple[int, array[int]]]:
        """Those that each article is compared with, in any order of the articles.

        The likest of very many, and one more where there are more.
        """
        if recall is None:
            return share_out(self._first_beside, len(self._docs))
        return self._recalled(share_out, recall)

    def _recalled(self, share_out: ShareOut, recall: Recall) -> Iterator[tuple[int, array[int]]]:
        """What `_first_beside` finds for each, which `recall` knows of those of which nothing changed."""
        number = {doc: place for place, doc in enumerate(self._docs)}
        keys = self._keys()
        new = []
        for start in range(0, len(keys), _RECALLED):
            known = recall.known(keys[start : start + _RECALLED])
            for one, key in enumerate(keys[start : start + _RECALLED], start):
                if key in known and all(doc in number for doc in known[key]):
                    yield one, array("I", map(number.__getitem__, known[key]))
                else:
                    new.append(one)
        learnt = {}
        for place, found in share_out(lambda place: self._first_beside(new[place]), len(new)):
            learnt[keys[new[place]]] = [self._docs[other] for other in found]
            if len(learnt) == _RECALLED:
                recall.learn(learnt)
                learnt = {}
            yield new[place], found
        recall.learn(learnt)

    def _keys(self) -> list[bytes]:
        """A digest of all that `_first_beside` depends on, for each article.

        That is who has each of its words that are looked up, and which words these have, and how rare its
        words are here; who has its numbers; and how many others are wanted.
        """
        said = [
            _digest(doc.encode("utf-8", "surrogatepass"), *map(self._encoded, held))
            for doc, held in zip(self._docs, self._words, strict=True)
        ]
        most = _LOOKED_UP * self._wider
        with_word = [
            _digest(*map(said.__getitem__, self._places[word])) if 1 < count <= most else b""
            for word, count in enumerate(map(self._places.count, range(len(self._vocabulary))))
        ]
        keys = []
        for one, own in enumerate(said):
            numbers = [
                _digest(*map(said.__getitem__, self._with_number[held])) for held in self._numbers[one]
            ]
            looked_up = map(with_word.__getitem__, self._looked_up(one))
            times = bytes(self._times[word] for word in self._words[one])
            keys.append(_digest(b"%d" % self._most, own, times, *sorted(numbers), b"", *looked_up))
        return keys

    def _encoded(self, word: int) -> bytes:
        return self._vocabulary[word].encode("utf-8", "surrogatepass")

    def _first_beside(self, one: int) -> array[int]:
        """Those that one article is compared with."""
        by_number = set(chain.from_iterable(map(self._with_number.__getitem__, self._numbers[one])))
        mine = set(self._words[one])
        found = []
        for other in by_number.union(self._by_words(one)) - {one}:
            common = mine.intersection(self._words[other])
            if other in by_number or _share(common, self._rarity, self._sizes, one, other) >= _SHARED:
                nearness = _share(common, self._rarity_here, self._sizes, one, other)
                found.append((-nearness, other))
        found.sort()
        faint = _FAINT * found[0][0] if found else 0.0
        near = [
            other for at, (n, other) in enumerate(found) if at < _FIRST or n <= faint or other in by_number
        ]
        return array("I", near[: self._most + 1])

    def _by_words(self, one: int) -> set[int]:
        """The articles that its rarest words lead to: those with few places, and the likest of the others."""
        looked_up = [self._places[word] for word in self._looked_up(one)]
        few = set(chain.from_iterable(places for places in looked_up if len(places) <= _FEW))
        shared = Counter(chain.from_iterable(looked_up))
        twice = [other for other, words in shared.items() if words > 1]
        weighed = round(_WEIGHED * self._wider)
        return few.union(sorted(twice, key=lambda other: (-shared[other], other))[:weighed])

    def _looked_up(self, one: int) -> list[int]:
        """The rarest words of an article that others have too."""
        count = self._places.count
        held = sorted((word for word in self._words[one] if count(word) > 1), key=count)
        ends = accumulate(map(count, held))
        most = _LOOKED_UP * self._wider
        return [word for word, end in zip(held, ends, strict=True) if end <= most]


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"\0".join(parts), digest_size=16).digest()


def _share(common: set[int], rarity: array[float], sizes: array[float], one: int, other: int) -> float:
    """How much two articles share by their `common` words and how rare each is."""
    size = math.sqrt(sizes[one] * sizes[other])
    return math.fsum(map(rarity.__getitem__, common)) / size if size else 0.0
