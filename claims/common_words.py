"""Common words: which English words are no names, however they are written."""

from functools import cache, lru_cache

from claims.lexicon import load_lexicon
from claims.words import singular

_SHORTEST_STEM = 3  # letters left when an ending is taken off


@lru_cache(maxsize=1 << 12)
def is_common_word(word: str) -> bool:
    """Whether `word`, in any case, is an English word or an inflection of one, rather than a name.

    Source: SCOWL, levels 10 to 50 (claims/lexicon/common_words.toml).

    >>> [is_common_word(word) for word in ("Gunmen", "carried", "Terrified", "Vucic", "Pantsir")]
    [True, True, True, False, False]
    """
    low = word.casefold()
    if any(base in _listed("words") for base in word_bases(low)):
        return True
    trade = next((trade for trade in load_lexicon("names")["trades"]["forms"] if low.endswith(trade)), "")
    return bool(trade) and low.removesuffix(trade) in _listed("words")


def is_given_name(word: str) -> bool:
    """Whether `word` is a usual given name, though it may be a common word too ("Mark").

    Source: US Census Bureau, given names of 1990 (claims/lexicon/common_words.toml).

    >>> is_given_name("Eric"), is_given_name("Pantsir")
    (True, False)
    """
    return word.casefold() in _listed("given")


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


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("common_words")[key].split())
