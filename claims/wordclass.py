"""The likeliest class of an English word, from word lists and endings: no tagger, no context."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from claims.lexicon import load_lexicon
from claims.memo import MEMO

WordClass = Literal[
    "noun", "plural", "adjective", "verb", "verb-s", "past", "participle", "gerund", "adverb",
    "preposition", "determiner", "conjunction", "pronoun", "auxiliary", "relative", "number",
]  # fmt: skip

FINITE: frozenset[WordClass] = frozenset({"auxiliary", "past"})  # behind a noun, most likely its verb
_ADJECTIVE_ENDINGS = ("ous", "ful", "less", "able", "ible", "ive", "ish", "ic", "al", "ary", "ant", "ent")


@cache
def _listed() -> Mapping[str, WordClass]:
    classes: dict[str, WordClass] = {}
    for name, table in load_lexicon("word_classes").items():
        classes.update(dict.fromkeys(table["forms"].split(), name))
    for lexicon in ("word_classes_news", "closed_classes"):
        for name, table in load_lexicon(lexicon).items():
            classes.update(dict.fromkeys(table["forms"], name))
    for name in ("cardinals", "tens", "scales", "groups"):
        classes.update(dict.fromkeys(load_lexicon("numbers")[name]["forms"], "number"))
    return MappingProxyType(classes)


@lru_cache(maxsize=MEMO)
def word_class(word: str) -> WordClass:
    """The likeliest class of one word in running text, whatever its case.

    >>> [word_class(word) for word in ("Tanks", "reached", "rose", "Serbian", "the", "quickly")]
    ['plural', 'past', 'past', 'adjective', 'determiner', 'adverb']
    """
    low = word.casefold().replace("’", "'")
    listed = _listed().get(low)
    if listed is None and low.endswith("'s"):
        return "noun"
    return listed or guess_class(low)


def guess_class(low: str) -> WordClass:
    """The class that the ending of a casefolded word suggests."""
    if low.endswith("ly"):
        return "adverb"
    if low.endswith("ing"):
        return "gerund"
    if low.endswith("ed"):
        return "past"
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return "plural"
    if len(low) > 4 and low.endswith(_ADJECTIVE_ENDINGS):
        return "adjective"
    return "noun"
