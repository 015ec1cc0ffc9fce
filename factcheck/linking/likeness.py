"""Likeness: how much of their words sentences and articles have in common, by how rare the words are."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from claims.model import Claim
from claims.number_words import number_words
from corpus.tables import load_tables
from factcheck.linking.word_rarity import rarity_in_english

# Of their words, by rarity in the news, that two articles on one event share: with the second bound, 8 in 10
# such pairs of the gold clusters do, and 1 in 400 pairs of unrelated articles.
_SAME_STORY = 0.2
_PERHAPS_SAME_STORY = 0.08  # the same, where they share a name too
_LONGEST = 200  # words of a sentence that are compared word by word; a longer one is no sentence
_FRAME = 3  # words on either side of a mention that are compared in their order
_EDGE = ("",) * _FRAME  # stands for the words that a sentence does not have
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Setting:
    """The words around one mention, as they stand: of the whole sentence, and directly before and after.

    Each of `words` has a number, its second occurrence 1: what two sentences share is then what two sets do.
    """

    words: frozenset[tuple[str, int]]
    before: tuple[str, ...]
    after: tuple[str, ...]


class Likeness:
    """How alike sentences and articles are: cosine of their words, weighted by rarity.

    What two claims share does not depend on any third article.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        stories: dict[str, set[str]] = defaultdict(set)
        names: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            stories[claim.doc] |= claim.context
            names[claim.doc] |= claim.names
        self._stories = {doc: frozenset(words) for doc, words in stories.items()}
        self._names = {doc: frozenset(words) for doc, words in names.items()}
        self._story_cache: dict[tuple[str, str], float] = {}
        self._settings: dict[str, Setting] = {}

    def of_words(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The cosine of two bags of words."""
        size = math.sqrt(_rarity(a) * _rarity(b))
        return round(_rarity(a & b) / size, 3) if size else 0.0

    def rare_words(self, a: frozenset[str], b: frozenset[str]) -> float:
        """How many words two bags share, each counted by its rarity: one hardly ever used counts 1."""
        return round(_rarity(a & b), 3)

    def of_stories(self, a: Claim, b: Claim) -> float:
        """The cosine of the two claims' articles, words by rarity in the news: 1 within one article."""
        pair = (a.doc, b.doc) if a.doc <= b.doc else (b.doc, a.doc)
        if pair not in self._story_cache:
            one, other = self._stories[pair[0]], self._stories[pair[1]]
            size = math.sqrt(rarity_of(one) * rarity_of(other))
            self._story_cache[pair] = round(rarity_of(one & other) / size, 3) if size else 0.0
        return self._story_cache[pair]

    def is_one_story(self, a: Claim, b: Claim) -> bool:
        """Whether the two claims' articles have so much in common that they tell one event."""
        share = self.of_stories(a, b)
        return share >= _SAME_STORY or (share >= _PERHAPS_SAME_STORY and self.shared_names(a, b) > 0)

    def shared_names(self, a: Claim, b: Claim) -> int:
        """How many names the two claims' articles share."""
        return len(self._names[a.doc] & self._names[b.doc])

    def of_sentences(self, a: Claim, b: Claim) -> float:
        """The share of their words, figures aside, that two sentences have in common: 1 for a copy."""
        mine, theirs = self._setting(a), self._setting(b)
        size = len(mine.words) + len(theirs.words)
        return round(2 * len(mine.words & theirs.words) / size, 3) if size else 0.0

    def of_frames(self, a: Claim, b: Claim) -> float:
        """The share of the words next to two mentions that are the same on both sides, counted outwards."""
        mine, theirs = self._setting(a), self._setting(b)
        return round((_run(mine.before, theirs.before) + _run(mine.after, theirs.after)) / (2 * _FRAME), 3)

    def _setting(self, claim: Claim) -> Setting:
        if claim.id not in self._settings:
            start = claim.start - claim.sentence_start
            before = _WORD.findall(claim.sentence[:start].casefold())
            after = _WORD.findall(claim.sentence[start + len(claim.text) :].casefold())
            self._settings[claim.id] = Setting(
                _numbered(word for word in (*before[-_LONGEST:], *after[:_LONGEST]) if not _is_number(word)),
                (*_EDGE, *before)[: -_FRAME - 1 : -1],
                (*after, *_EDGE)[:_FRAME],
            )
        return self._settings[claim.id]


@lru_cache(maxsize=1 << 16)
def _rarity(words: frozenset[str]) -> float:
    """That of a claim's words, which is asked for with each claim that it is compared with."""
    return rarity_in_english(words)


def _numbered(words: Iterable[str]) -> frozenset[tuple[str, int]]:
    seen: Counter[str] = Counter()
    found = []
    for word in words:
        found.append((word, seen[word]))
        seen[word] += 1
    return frozenset(found)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in number_words()


@cache
def _news_words() -> tuple[Mapping[str, float], float]:
    """The weight of each word that the news often has, and that of every other word."""
    table = load_tables(__file__, "news_words")
    events = table["events"]
    weights = {
        word: math.log((events + 1) / int(count)) ** 2
        for count, words in table["words"].items()
        for word in words.split()
    }
    return MappingProxyType(weights), math.log(events + 1) ** 2


def is_rare_word(word: str) -> bool:
    """Whether the news seldom has the word, given without inflection."""
    return word not in _news_words()[0]


def rarity_of(words: Iterable[str]) -> float:
    """How much words tell, by how rare each is in the news; source: `factcheck/linking/news_words.toml`."""
    weights, rare = _news_words()
    return math.fsum(weights.get(word, rare) for word in words)


def _run(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words two lists share from their beginning on."""
    for n, (one, other) in enumerate(zip(mine, theirs, strict=False)):
        if one != other:
            return n
    return min(len(mine), len(theirs))
