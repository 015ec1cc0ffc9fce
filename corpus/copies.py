"""Near copies: texts that share so many runs of words that one was made from the other."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from zlib import crc32

from corpus.article import Article
from corpus.boilerplate import without_boilerplate

_WORD = re.compile(r"\w+")
_NO_WORD = re.compile(r"\W")
_PIECE = 1 << 14  # characters
SHINGLE = 5  # words; long enough that two reporters share few beyond quotations and names
WINDOW = 8  # every 8 shingles in a row give one mark, so a shared run of 12 words is never overlooked
FEWEST = 20  # shingles; a shorter text is a headline or a caption
# Share of the shorter text's shingles found in the longer one. Reports of one event share 0.00 to 0.21,
# quotations included, and up to 0.37 where both weave in an agency's copy (38 reports of six events in
# ECB+); copies cut or edited by a desk share 0.6 and more (tests/corpus/test_copies.py).
CONTAINED = 0.5
_COMMON = 200  # groups that share a mark: as many share a phrase, which tells nothing
_MEMBERS = 10  # texts of a group, the longest, that a text is compared with
_CHECKED = 3  # groups with the most marks in common, compared in full
AT_HAND = 2_000_000  # shingles that are held as sets, at some seventy bytes each: those of 4,000 articles

_NOBODY = array("I")

Shingles = Sequence[int]  # the checksum of each run of SHINGLE words of a text, in its order


def near_copies(
    articles: Iterable[Article], shingles_of: Callable[[Article], Shingles] | None = None
) -> list[tuple[str, ...]]:
    """The groups of two or more articles that are copies of one text, as sorted ids, in order.

    A text belongs to a group when half of its runs of five words, boilerplate aside, are found in the texts
    that are in the group already; longer texts come first. Deterministic, and the order of the articles
    makes no difference. Time grows with the number of marks shared, not with the number of pairs.
    `shingles_of` looks up what `shingles_in` makes of an article's text, where that is known.
    Source: Broder (1997), resemblance and containment; Schleimer et al. (2003), winnowing.
    """
    known = {article.id: article for article in articles}
    of = shingles_of or (lambda article: shingles_in(article.text))
    shingles = _Held(lambda name: frozenset(of(known[name])))
    own_marks: dict[str, array[int]] = {}
    sizes: dict[str, int] = {}
    for name, article in known.items():
        own_marks[name] = array("I", sorted(_marks(of(article))))
        sizes[name] = len(article.text)
    marks = _shared(own_marks)
    longest_first = sorted((name for name in known if marks[name]), key=lambda name: (-sizes[name], name))
    groups: list[list[str]] = []
    holders: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))  # mark: groups that have it
    for name in longest_first:
        known_by = (holders.get(mark, _NOBODY) for mark in marks[name])
        shared = Counter(chain.from_iterable(held for held in known_by if len(held) < _COMMON))
        likely = sorted(shared, key=lambda group: (-shared[group], group))[:_CHECKED]
        home = next((group for group in likely if _is_contained(shingles, name, groups[group])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(name)
        for mark in marks[name]:
            held = holders[mark]
            if len(held) < _COMMON and home not in held:
                held.append(home)
    return sorted(tuple(sorted(group)) for group in groups if len(group) > 1)


class _Held:
    """The shingles of texts by name, made when asked for; those asked for last are held, `AT_HAND` in all."""

    def __init__(self, make: Callable[[str], frozenset[int]]) -> None:
        self._make = make
        self._sets: dict[str, frozenset[int]] = {}  # the one asked for last stands last
        self.size = 0

    def __call__(self, name: str) -> frozenset[int]:
        found = self._sets.pop(name, None)
        if found is None:
            found = self._make(name)
            self.size += len(found)
        self._sets[name] = found
        while self.size > AT_HAND and len(self._sets) > 1:
            self.size -= len(self._sets.pop(next(iter(self._sets))))
        return found


def _shared(marks: Mapping[str, array[int]]) -> Mapping[str, array[int]]:
    """The marks of each text without nearly all of those that no other text has: they lead nowhere.

    Counted by their last bits, which takes eight bytes a mark and not a hundred.
    """
    last_bits = (1 << (8 * sum(map(len, marks.values()))).bit_length()) - 1
    seen = bytearray(last_bits + 1)
    for own in marks.values():
        for mark in own:
            seen[mark & last_bits] = min(2, seen[mark & last_bits] + 1)
    return {
        name: array("I", (mark for mark in own if seen[mark & last_bits] > 1)) for name, own in marks.items()
    }


def shingles_in(text: str) -> Shingles:
    """The checksum of each run of `SHINGLE` words of the article in `text`.

    >>> len(shingles_in("Six people died in the flood."))
    2
    """
    found = array("I")
    words: list[str] = []
    for piece in _pieces(without_boilerplate(text)):
        words = words[1 - SHINGLE :] + _WORD.findall(piece.casefold())
        runs = (words[at : at + SHINGLE] for at in range(len(words) - SHINGLE + 1))
        found.extend(crc32(" ".join(run).encode()) for run in runs)
    return found


def _pieces(text: str) -> Iterator[str]:
    """The text cut between words: those of a piece at a time are held."""
    start = 0
    while start < len(text):
        cut = _NO_WORD.search(text, start + _PIECE)
        end = cut.start() if cut else len(text)
        yield text[start:end]
        start = end


def _marks(shingles: Shingles) -> frozenset[int]:
    """The smallest of each `WINDOW` shingles in a row; none for a text that is too short."""
    if len(shingles) < FEWEST:
        return frozenset()
    return frozenset(min(shingles[at : at + WINDOW]) for at in range(len(shingles) - WINDOW + 1))


def _is_contained(shingles: Callable[[str], frozenset[int]], name: str, group: list[str]) -> bool:
    own = shingles(name)
    found: set[int] = set()
    for member in group[:_MEMBERS]:
        found |= own & shingles(member)
        if len(found) >= CONTAINED * len(own):
            return True
    return False
