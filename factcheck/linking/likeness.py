"""Likeness: how much of their words sentences and articles have in common, by how rare the words are."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, repeat
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


@dataclass(frozen=True, slots=True)
class Setting:
    """The words around one mention, as they stand: of the whole sentence, and directly before and after.

    The second occurrence of one of `words` is "word 2": what two sentences share is then what two sets do.
    """

    words: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]


class ArticleWords:
    """The words of one article: of all its claims, and around each; asked for with many other articles."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.doc = claims[0].doc if claims else ""
        self.story = frozenset().union(*(claim.context for claim in claims))
        self.names = frozenset().union(*(claim.names for claim in claims))
        self.rarity = rarity_of(self.story)
        self._settings: dict[int, Setting] = {}

    def around(self, claim: Claim) -> Setting:
        """The words around the mention of one of the claims."""
        found = self._settings.get(claim.start)
        if found is None:
            found = self._settings[claim.start] = _setting(claim)
        return found


@dataclass(frozen=True, slots=True)
class Affinity:
    """What two articles have in common: the cosine of their words, by rarity in the news, and their names."""

    share: float
    names: int
    is_one_story: bool


class Likeness:
    """How alike sentences and articles are: cosine of their words, weighted by rarity.

    What two claims share does not depend on any third article.
    """

    def __init__(self, articles: Iterable[ArticleWords]) -> None:
        self._words = {article.doc: article for article in articles}
        self._affinities: dict[tuple[str, str], Affinity] = {}

    def of_words(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The cosine of two bags of words."""
        return self.shared_words(a, b)[0]

    def rare_words(self, a: frozenset[str], b: frozenset[str]) -> float:
        """How many words two bags share, each counted by its rarity: one hardly ever used counts 1."""
        return self.shared_words(a, b)[1]

    def shared_words(self, a: frozenset[str], b: frozenset[str]) -> tuple[float, float]:
        """`of_words` and `rare_words`."""
        return _shared_words(a, b)

    def of_stories(self, a: Claim, b: Claim) -> float:
        """The cosine of the two claims' articles, words by rarity in the news: 1 within one article."""
        return self.of_articles(a, b).share

    def is_one_story(self, a: Claim, b: Claim) -> bool:
        """Whether the two claims' articles have so much in common that they tell one event."""
        return self.of_articles(a, b).is_one_story

    def of_articles(self, a: Claim, b: Claim) -> Affinity:
        """What the two claims' articles have in common."""
        return self.of_docs(a.doc, b.doc)

    def of_docs(self, one: str, other: str) -> Affinity:
        """What two articles have in common."""
        docs = (one, other) if one <= other else (other, one)
        found = self._affinities.get(docs)
        if found is None:
            found = self._affinities[docs] = _affinity(self._words[docs[0]], self._words[docs[1]])
        return found

    @classmethod
    def among(cls, claims: Iterable[Claim]) -> "Likeness":
        """The likeness of `claims` and their articles."""
        ordered = sorted(claims, key=lambda claim: claim.doc)
        return cls(ArticleWords(list(own)) for _, own in groupby(ordered, key=lambda claim: claim.doc))

    def of_sentences(self, a: Claim, b: Claim) -> float:
        """The share of their words, figures aside, that two sentences have in common: 1 for a copy."""
        return self.around(a, b)[0]

    def of_frames(self, a: Claim, b: Claim) -> float:
        """The share of the words next to two mentions that are the same on both sides, counted outwards."""
        return _frame(self.setting_of(a), self.setting_of(b))

    def setting_of(self, claim: Claim) -> Setting:
        """The words around a mention."""
        return self._words[claim.doc].around(claim)

    def around(self, a: Claim, b: Claim) -> tuple[float, float]:
        """`of_sentences` and `of_frames`."""
        mine, theirs = self.setting_of(a), self.setting_of(b)
        size = len(mine.words) + len(theirs.words)
        shared = round(2 * len(mine.words & theirs.words) / size, 3) if size else 0.0
        return shared, _frame(mine, theirs)


@lru_cache(maxsize=1 << 10)
def _shared_words(a: frozenset[str], b: frozenset[str]) -> tuple[float, float]:
    """For the claims of two sentences, which have one context, and often the same words near them."""
    shared = rarity_in_english(a & b)
    size = math.sqrt(_rarity(a) * _rarity(b))
    return round(shared / size, 3) if size else 0.0, round(shared, 3)


def _affinity(one: ArticleWords, other: ArticleWords) -> Affinity:
    size = math.sqrt(one.rarity * other.rarity)
    share = round(rarity_of(one.story & other.story) / size, 3) if size else 0.0
    names = len(one.names & other.names)
    return Affinity(share, names, share >= _SAME_STORY or (share >= _PERHAPS_SAME_STORY and names > 0))


def _frame(mine: Setting, theirs: Setting) -> float:
    run = _run(mine.before, theirs.before) + _run(mine.after, theirs.after)
    return round(run / (2 * _FRAME), 3)


def _setting(claim: Claim) -> Setting:
    start = claim.start - claim.sentence_start
    before = _WORD.findall(claim.sentence[:start].casefold())
    after = _WORD.findall(claim.sentence[start + len(claim.text) :].casefold())
    return Setting(
        _numbered(word for word in (*before[-_LONGEST:], *after[:_LONGEST]) if not _is_number(word)),
        (*_EDGE, *before)[: -_FRAME - 1 : -1],
        (*after, *_EDGE)[:_FRAME],
    )


@lru_cache(maxsize=1 << 12)
def _rarity(words: frozenset[str]) -> float:
    """That of a claim's words, which is asked for with each claim that it is compared with."""
    return rarity_in_english(words)


def _numbered(words: Iterable[str]) -> frozenset[str]:
    seen: Counter[str] = Counter()
    found = set()
    for word in words:
        seen[word] += 1
        found.add(word if seen[word] == 1 else f"{word} {seen[word]}")
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
    return math.fsum(map(weights.get, words, repeat(rare)))


def _run(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words two lists that are not empty share from their beginning on."""
    if mine[0] != theirs[0]:
        return 0
    for n, (one, other) in enumerate(zip(mine, theirs, strict=False)):
        if one != other:
            return n
    return min(len(mine), len(theirs))
