"""One object for equal parts of claims: neighbours, and reports on one event, have most of theirs in common.

Only what was seen lately is at hand, so that memory stays flat over an archive.
"""

import sys
from collections.abc import Hashable
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar, cast

_AT_HAND = 1 << 10  # of each kind
_Part = TypeVar("_Part", bound=Hashable)


@lru_cache(maxsize=_AT_HAND)
def words_of(words: tuple[str, ...]) -> frozenset[str]:
    """A set of words, in the least memory.

    >>> words_of(("boat", "sink")) is words_of(("boat", "sink"))
    True
    """
    return shared(frozenset(set(map(sys.intern, words))))  # growing by words takes thrice as much


def shared(part: _Part) -> _Part:
    """The same or an equal object, for a part that is written as it is compared: words, an item, a time.

    >>> shared(frozenset(["boat"])) is shared(frozenset(["boat"]))
    True
    """
    return cast(_Part, _shared(part))


@lru_cache(maxsize=_AT_HAND)
def _shared(part: Hashable) -> Hashable:
    return part


@lru_cache(maxsize=_AT_HAND)
def number_of(text: str) -> Decimal:
    """The number that a text gives: 2.50 stays 2.50, which equals 2.5 and is written otherwise.

    >>> number_of("2.50") is number_of("2.50"), number_of("2.5")
    (True, Decimal('2.5'))
    """
    return Decimal(text)
