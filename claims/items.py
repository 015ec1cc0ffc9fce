"""Items: what a claim counts or measures, normalised, with definite phrases led back to what they mean."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import attrgetter

from claims.lexicon import load_lexicon
from claims.memo import MEMO
from claims.model import Item
from claims.nouns import noun_phrase_after
from claims.places import canonical_place
from claims.things import compatible_types, designation_of, find_designations, thing_type
from claims.words import singular

_WORD = re.compile(r"[^\W_](?:[\w’'./&-]*[^\W_])?")
_HEAD_BREAK = re.compile(r"\s(?:of|in|for|from|with|at|on|to|by|who|that|which)\s")
_DEFINITE = re.compile(
    r"\b(?:the|these|those|such|its|their|his|her|both|all|same|said)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
_DEFINITE_REACH = 40  # characters before a noun phrase in which its article stands
_FARTHEST = 30  # designations back: what was named before those is not meant any more
_PART_OF = re.compile(r"[\w-]+\s+of\s+(?:the|these|those|its|their|his|her|such)\b")
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A noun phrase with a designation that later phrases may mean: "Pantsir S1 air-defense systems"."""

    start: int
    item: Item


@lru_cache(maxsize=MEMO)
def read_item(noun: str) -> Item | None:
    """The item that a noun phrase names, None for a phrase without a word.

    >>> item = read_item("older Pantsir-S1 systems")
    >>> item.head, item.modifiers, item.designation
    ('system', ('older',), 'Pantsir-S1')
    """
    core = _HEAD_BREAK.split(noun, maxsplit=1)[0]
    words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(core)]
    if not words:
        return None
    designation = designation_of(core)
    named = set(_WORD.findall(designation)) if designation else set()
    plain = [word for word in words if word not in named]
    if plain and words[-1] not in named:
        one = plain[-1][:-1].casefold() if _people(plain[-1]) else singular(plain[-1])
        head, modifiers = one, plain[:-1]
    else:
        head, modifiers = (designation or words[-1]).casefold(), plain
    return Item(
        text=noun,
        head=head,
        modifiers=tuple(singular(word) for word in modifiers if word.casefold() not in _running()),
        designation=designation,
        type=thing_type(core, designated=designation is not None)
        or ("person" if _people(words[-1]) else None),
    )


@cache
def _running() -> frozenset[str]:
    """Words that tell how things followed each other, and not which things: "straight" defeats."""
    return frozenset(load_lexicon("ordinals")["running"]["forms"])


def _people(word: str) -> bool:
    """Whether people are counted by their nationality: "Somalis", "Russians"."""
    place = canonical_place(word[:-1]) if word.endswith("s") and word[:1].isupper() else None
    return place is not None and place.kind == "nationality"


def find_antecedents(text: str) -> list[Antecedent]:
    """The phrases of `text` that name a thing by its designation, in text order."""
    found = []
    for start in find_designations(text):
        phrase = noun_phrase_after(text, start)
        item = read_item(text[phrase.start : phrase.end]) if phrase else None
        if item and item.designation:
            found.append(Antecedent(start, item))
    return found


def resolve_item(item: Item, text: str, start: int, antecedents: Sequence[Antecedent]) -> Item:
    """`item` with the designation of what it means, if its noun phrase, at `start`, is definite.

    "the six ordered antiaircraft systems" means the systems that were named last before it.
    """
    if item.designation or not _is_definite(item, text, start):
        return item
    before = bisect_left(antecedents, start, key=attrgetter("start"))
    for antecedent in reversed(antecedents[max(0, before - _FARTHEST) : before]):
        if _can_mean(item, antecedent.item):
            return replace(
                item, designation=antecedent.item.designation, type=antecedent.item.type or item.type
            )
    return item


def _is_definite(item: Item, text: str, start: int) -> bool:
    first = _WORD.match(item.text)
    if first and first[0].casefold() in ("such", "these", "those"):
        return True
    if _PART_OF.match(text, start):
        return True
    return _DEFINITE.search(text, max(0, start - _DEFINITE_REACH), start) is not None


def _can_mean(item: Item, antecedent: Item) -> bool:
    if item.head == antecedent.head:
        return True
    if not item.type or not antecedent.type:
        return False
    return compatible_types(item.type, antecedent.type) in ("same", "narrower")
