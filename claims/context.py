"""Context: the words that a sentence is about, without inflection, for comparing sentences."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from claims.event_lexicon import event_classes, patterns
from claims.lexicon import load_lexicon
from claims.memo import MEMO
from claims.number_words import number_words
from claims.shared import shared
from claims.tokens import PLAIN
from claims.wordclass import word_class
from claims.words import stem

_WORD = re.compile(rf"{PLAIN}|[^\W\d_]+(?:-[^\W_]+)*")
_EMPTY_CLASSES = frozenset(
    {"preposition", "determiner", "conjunction", "pronoun", "auxiliary", "relative", "adverb"}
)
_POSSESSIVE = re.compile(r"['’]s\b")


@lru_cache(maxsize=MEMO)
def _content(word: str) -> str | None:
    """The stem of a word that says something, None for function words and verbs of saying."""
    low = word.casefold()
    if len(low) < 3 or word_class(low) in _EMPTY_CLASSES:
        return None
    if number_words().issuperset(low.split("-")):
        return None
    low = _months().get(low, low)
    if any(event_classes()[pattern.name].event == "statement" for pattern in patterns().get(low, ())):
        return None
    return stem(low)


@cache
def _months() -> Mapping[str, str]:
    """The full names of months by their short ones: "Nov. 14" and "14 November" share a word."""
    months = load_lexicon("calendar")["months"]
    return MappingProxyType({form.casefold(): name for name, row in months.items() for form in row["forms"]})


def content_stems(text: str, start: int, end: int) -> frozenset[str]:
    """The stems of the content words of `text[start:end]`; numbers are not among them.

    >>> sorted(content_stems("The navy captured 23 pirates and sank two boats, it said.", 0, 57))
    ['boat', 'captur', 'nav', 'pirat', 'sink']
    >>> content_stems("on Nov. 14", 0, 10) == content_stems("on 14 November", 0, 14)
    True
    """
    stretch = text[start:end]
    if "'" in stretch or "’" in stretch:
        stretch = _POSSESSIVE.sub("", stretch)
    found = set(filter(None, map(_content, _WORD.findall(stretch))))
    return shared(frozenset(found))
