"""Rarity: how much it tells that two sentences share a word; what everybody writes tells little.

The table is fixed, so that what is made of two articles depends on no third one.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import repeat
from types import MappingProxyType

from corpus.tables import load_tables

_EVERYWHERE = 7.0  # on the Zipf scale, a word of every second sentence: it tells nothing


def rarity_in_english(words: Iterable[str]) -> float:
    """The sum of what the words tell, 1 each for the rarest; `words` are without inflection.

    Source: `factcheck/linking/word_rarity.toml`.

    >>> round(rarity_in_english(["good", "pirat", "qqxz"]), 3)
    1.654
    """
    return math.fsum(map(_weights().get, words, repeat(1.0)))


@cache
def _weights() -> Mapping[str, float]:
    table = load_tables(__file__, "word_rarity")
    span = _EVERYWHERE - table["rarest"]
    weights = {
        word: (max(0.0, _EVERYWHERE - float(zipf)) / span) ** 2
        for zipf, words in table["words"].items()
        for word in words.split()
    }
    return MappingProxyType(weights)
