"""Common words: which English words are no names, however they are written."""

from functools import cache, lru_cache

from claims.lexicon import load_lexicon
from claims.memo import MEMO
from claims.words import singular

_SHORTEST_STEM = 3  # letters left when an ending is taken off
_OPENING = 2  # letters: some 450 texts of 700 characters, as quick to search as a set


@lru_cache(maxsize=MEMO)
def is_common_word(word: str) -> bool:
    """Whether `word`, in any case, is an English word or an inflection of one, rather than a name.

    Source: SCOWL, levels 10 to 50 (claims/lexicon/common_words.toml).

    >>> [is_common_word(word) for word in ("Gunmen", "carried", "Terrified", "Vucic", "Pantsir")]
    [True, True, True, False, False]
    """
    low = word.casefold()
    if any(_is_listed(base) for base in word_bases(low)):
        return True
    if not low.endswith(_trades()):
        return False
    trade = next(trade for trade in _trades() if low.endswith(trade))
    return _is_listed(low.removesuffix(trade))


@cache
def _trades() -> tuple[str, ...]:
    """The endings of words for what people do."""
    return tuple(load_lexicon("names")["trades"]["forms"])


def is_given_name(word: str) -> bool:
    """Whether `word` is a usual given name, though it may be a common word too ("Mark").

    Source: US Census Bureau, given names of 1990 (claims/lexicon/common_words.toml).

    >>> is_given_name("Eric"), is_given_name("Pantsir")
    (True, False)
    """
    return word.casefold() in _given_names()


def word_bases(word: str) -> frozenset[str]:
    """The casefolded `word` and the words that it may be an inflection or derivation of.

    >>> sorted(word_bases("boldly"))
    ['bold', 'boldly']
    """
    bases = {word, singular(word)}
    for ending, additions in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) >= _SHORTEST_STEM and stem != word:
            bases.update(stem + addition for addition in additions)
            if stem[-1] == stem[-2]:
                bases.add(stem[:-1])
    return frozenset(bases)


_ENDINGS = (
    ("ied", ("y",)),
    ("ies", ("y",)),
    ("ily", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ings", ("", "e")),
    ("ly", ("",)),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("ness", ("",)),
)


def _is_listed(word: str) -> bool:
    return f" {word} " in _words_by_opening().get(word[:_OPENING], "") and " " not in word


@cache
def _words_by_opening() -> dict[str, str]:
    """The words that open with the same letters, in one text: a set of 33,000 texts would take 4 MB."""
    words = load_lexicon("common_words")["words"].split()
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[:_OPENING], [""]).append(word)
    return {opening: " ".join([*some, ""]) for opening, some in alike.items()}


@cache
def _given_names() -> frozenset[str]:
    return frozenset(load_lexicon("common_words")["given"].split())
