"""Chunks: a sentence cut into amounts, noun phrases, verbs and the words between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from claims.amounts import Amount
from claims.change import change_verbs
from claims.lexicon import load_lexicon
from claims.nouns import Phrase, measured_words, phrase_after, read_unit
from claims.token_list import Tokens
from claims.wordclass import word_class

ChunkKind = Literal[
    "amount", "noun", "verb", "gerund", "preposition", "relative", "pronoun", "conjunction", "mark", "other"
]
_VERBS = ("past", "participle", "verb", "verb-s", "auxiliary")
_ALONE: dict[str, ChunkKind] = {  # classes of words that are a chunk each
    "preposition": "preposition",
    "relative": "relative",
    "pronoun": "pronoun",
    "conjunction": "conjunction",
    "determiner": "other",
}
_SUBJECTS = ("noun", "pronoun", "relative", "verb")
_MODALS = frozenset(
    ["can", "could", "did", "does", "may", "might", "must", "shall", "should", "will", "would"]
)
_BEFORE_AMOUNT = frozenset([
    "about", "almost", "around", "another", "as", "at", "between", "by", "exactly", "fewer", "just", "less",
    "more", "nearly", "only", "over", "roughly", "some", "to", "up",
])  # fmt: skip


@dataclass(slots=True)
class Chunk:
    """Tokens `first` to `last` (inclusive) of one kind; `phrase` of a noun, `index` of an amount."""

    kind: ChunkKind
    first: int
    last: int
    phrase: Phrase | None = None
    index: int = -1


def chunks_of(tokens: Tokens, amounts: list[Amount]) -> Iterator[Chunk]:
    """The chunks of a sentence in order, each read when it is asked for."""
    starts = {amount.first: index for index, amount in enumerate(amounts)}
    following = [amount.first for amount in amounts] + [len(tokens)]
    k = 0
    chunk: Chunk | None = None
    i = 0
    while i < len(tokens):
        while following[k] < i:
            k += 1
        index = starts.get(i)
        if index is not None:
            chunk = Chunk("amount", i, amounts[index].last, index=index)
        else:
            chunk = _chunk(tokens, i, following[k], chunk)
        yield chunk
        i = chunk.last + 1


def _chunk(tokens: Tokens, i: int, stop: int, before: Chunk | None) -> Chunk:
    found = tokens.kind(i)
    if found in _ALONE:
        return Chunk(_ALONE[found], i, i)
    if not found:
        phrase = phrase_after(tokens, i, stop=stop) if tokens.is_number(i) else None
        return (
            Chunk("noun", i, phrase.last, phrase)
            if phrase is not None and phrase.first == i
            else Chunk("mark", i, i)
        )
    if i == 0 and _opens_as_participle(tokens):
        return Chunk("verb", 0, 0)
    is_name = tokens.is_capitalised(i) and not tokens.is_title_case
    if found in ("auxiliary", "verb-s") and not is_name and not tokens.glued[i + 1]:
        return Chunk("verb", i, i)
    if found in ("past", "participle") and before is not None and before.kind in _SUBJECTS and not is_name:
        return Chunk("verb", i, i)
    if found == "gerund" and before is not None and before.kind in _SUBJECTS and not is_name:
        return Chunk("gerund", i, i)
    if before is not None and not is_name and _is_bare_verb(tokens, i, found, before, stop):
        return Chunk("verb", i, i)
    is_object = (
        before is not None
        and before.kind == "preposition"
        and not tokens.is_glued(before.first)
        and tokens.lows[before.last] != "to"
    )
    phrase = phrase_after(tokens, i, nominal=is_object, stop=stop)
    possessive = tokens.lows[i].endswith("'s")
    if (
        phrase is None
        and not possessive
        and (found in ("noun", "plural") or _stands_for_noun(tokens, i, found))
    ):
        phrase = Phrase(i, i, i, False)
    if phrase is not None and phrase.first == i:
        return _without_verb(tokens, phrase, stop, before)
    if found in _VERBS and (not is_name or found == "auxiliary"):
        return Chunk("verb", i, i)
    if found == "gerund":
        return Chunk("gerund", i, i)
    unit = read_unit(tokens, i)
    return Chunk("other", i, i if unit is None or unit.last >= stop else unit.last)


def _opens_as_participle(tokens: Tokens) -> bool:
    """Whether a sentence begins with what was done: "Shot in 29 days, the film ..."."""
    return tokens.low(1) in ("at", "by", "in", "on") and tokens.lows[0] in _irregular_participles()


@cache
def _irregular_participles() -> frozenset[str]:
    verbs: dict[str, list[str]] = load_lexicon("inflection")["verbs"]
    return frozenset(participle for base, (_, participle) in verbs.items() if participle != base)


def _stands_for_noun(tokens: Tokens, i: int, found: str) -> bool:
    """Whether an adjective or a participle after an article is a noun: "the fossil is", "a serving of"."""
    if found not in ("adjective", "gerund") or tokens.kind(i - 1) not in (
        "determiner",
        "adjective",
    ):
        return False
    if tokens.word(i + 1) in (",", ".", ";", ")"):
        return found == "adjective"
    after = tokens.kind(i + 1)
    return after in ("auxiliary", "past", "participle", "verb-s", "preposition", "relative")


def _is_bare_verb(tokens: Tokens, i: int, found: str, before: Chunk, stop: int) -> bool:
    """Whether a word that is mostly a noun is a verb here: "will charge 40 points", "which range from"."""
    if found not in ("noun", "plural", "adjective"):
        return False
    if tokens.lows[before.last] in _MODALS:
        return True
    if before.kind != "relative" or tokens.lows[before.last] == "whose" or tokens.low(i + 1) == "of":
        return False  # "whose debt is", "where waves of five metres"
    return found != "adjective" and (i + 1 == stop or tokens.kind(i + 1) == "preposition")


def _without_verb(tokens: Tokens, phrase: Phrase, stop: int, before: Chunk | None) -> Chunk:
    """The phrase as a chunk, without a verb that ends it: "Dow drops 300 points", "a loaf costs $5"."""
    last = phrase.last
    follows = before is None or before.kind not in ("other", "preposition", "amount")
    is_verb = tokens.lows[last] in change_verbs() or (
        tokens.lows[last] in measured_words("measuring-verbs") and (follows or last > phrase.first)
    )
    leads = last + 1 == stop or tokens.low(last + 1) in _BEFORE_AMOUNT
    if not (is_verb and leads) or tokens.word(last - 1) in ("-", "–"):
        return Chunk("noun", phrase.first, last, phrase)
    if last == phrase.first or tokens.kind(last - 1) == "adverb":
        return Chunk("verb", phrase.first, last)
    last -= 2 if tokens.lows[last - 1] in ("and", "or") and last - 1 > phrase.first else 1
    return Chunk(
        "noun", phrase.first, last, Phrase(phrase.first, last, min(phrase.head_first, last), phrase.plural)
    )


def phrase_text(tokens: Tokens, phrase: Phrase) -> str:
    """The words of a phrase, as written."""
    return tokens.text[tokens.starts[phrase.first] : tokens.ends[phrase.last]]


def is_time(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase dates something: "last week"."""
    return tokens.lows[phrase.last] in measured_words("time-nouns")


class Clauses:
    """A sentence as chunks, with the amounts in it; it is read as far as it is asked about."""

    def __init__(self, tokens: Tokens, amounts: list[Amount]) -> None:
        self.tokens = tokens
        self.amounts = amounts
        self.chunks: list[Chunk] = []
        self.shared: set[int] = set()
        self._unread = chunks_of(tokens, amounts)
        self._places: list[int] = []

    def place(self, k: int) -> int:
        """The chunk that is amount `k`."""
        places, chunks = self._places, self.chunks
        while len(places) <= k:
            chunk = next(self._unread)
            if chunk.kind == "amount":
                places.append(len(chunks))
            chunks.append(chunk)
        return places[k]

    def _is_there(self, at: int) -> bool:
        """Whether the sentence has a chunk `at`, which then is read."""
        chunks = self.chunks
        for chunk in islice(self._unread, max(0, at + 1 - len(chunks))):
            if chunk.kind == "amount":
                self._places.append(len(chunks))
            chunks.append(chunk)
        return 0 <= at < len(chunks)

    def low(self, at: int) -> str:
        """The first word of chunk `at`, "" outside the sentence."""
        is_there = 0 <= at < len(self.chunks) or self._is_there(at)
        return self.tokens.lows[self.chunks[at].first] if is_there else ""

    def kind(self, at: int) -> str:
        """The kind of chunk `at`, "" outside the sentence."""
        is_there = 0 <= at < len(self.chunks) or self._is_there(at)
        return self.chunks[at].kind if is_there else ""

    def text(self, at: int) -> str | None:
        """The noun phrase at chunk `at` with an "of" phrase after it; of "number of seats", "seats"."""
        phrase = self.chunks[at].phrase
        if phrase is None:
            return None
        first, last = phrase.first, phrase.last
        following = at + 1
        if self.low(following) == "of":
            following += 1
            while self.kind(following) == "other" and word_class(self.low(following)) == "determiner":
                following += 1
            is_transparent = self.tokens.lows[phrase.last] in measured_words("transparent")
            if self.kind(following) == "noun" or (is_transparent and self._is_counted(following)):
                last = self.chunks[following].last
                if is_transparent:
                    first = self.chunks[following].first
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last]]

    def _is_counted(self, at: int) -> bool:
        """Whether a participle or an adjective at chunk `at` stands for those who are so: "of wounded"."""
        return word_class(self.low(at) or ".") in ("adjective", "participle", "past")

    def is_transparent(self, at: int) -> bool:
        """Whether the noun at chunk `at` tells nothing of the thing: "total", "average"."""
        phrase = self.chunks[at].phrase
        return phrase is None or self.tokens.lows[phrase.last] in measured_words("transparent")

    def name(self, at: int) -> str | None:
        """The name that ends chunk `at`, else its noun phrase: "Ann Hale" of "killing Ann Hale"."""
        phrase = self.chunks[at].phrase
        if phrase is None:
            return None
        first = phrase.last
        if self.tokens.is_capitalised(first):
            while first > phrase.first and self.tokens.is_capitalised(first - 1):
                first -= 1
            phrase = Phrase(first, phrase.last, first, False)
        return phrase_text(self.tokens, phrase)

    def text_only(self, at: int) -> str | None:
        """The noun phrase of chunk `at` by itself, with what "of" ties it to on its left."""
        phrase = self.chunks[at].phrase
        return None if phrase is None else phrase_text(self.tokens, phrase)

    def is_time_chunk(self, at: int) -> bool:
        """Whether the noun at chunk `at` dates something."""
        phrase = self.chunks[at].phrase
        return phrase is not None and is_time(self.tokens, phrase)
