"""Landmarks: the place that a distance is taken from, "Cobb" in "four miles southwest of Cobb"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.lexicon import load_lexicon
from claims.same_name import same_name

if TYPE_CHECKING:
    from claims.name_index import NameIndex

_WORD = re.compile(r"[\s-]*([A-Za-z]+)")
_CONVERTED = re.compile(r" ?\([^()\n]{1,24}\)|\)")
_MOST_WORDS = 5


def landmark_after(text: str, start: int, limit: int, names: "NameIndex") -> str | None:
    """The canonical name of the place that the distance ending at `start` is taken from, None if not told.

    Only directions and small words may stand between, and the same distance in brackets: it is taken from
    there, too ("4 miles (6.4 km) from Elm Bay").
    """
    bracket = _CONVERTED.match(text, start, limit)
    at, linked = bracket.end() if bracket else start, False
    for _ in range(_MOST_WORDS):
        name = names.at(_first_letter(text, at, limit))
        if name is not None:
            return name.canonical if linked and name.kind != "person" else None
        word = _WORD.match(text, at, limit)
        if word is None or word[1].casefold() not in _words("directions") | _words("links"):
            return None
        linked = linked or word[1].casefold() in _words("links")
        at = word.end()
    return None


def are_other_landmarks(one: str | None, other: str | None) -> bool:
    """Whether two distances are taken from two places, as far as both are told."""
    return one is not None and other is not None and not same_name(one, other)


def _first_letter(text: str, at: int, limit: int) -> int:
    while at < limit and text[at] == " ":
        at += 1
    return at


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("landmarks")[key].split())
