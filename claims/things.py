"""Kinds of counted things and model designations: what can and what cannot be the same thing."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from rapidfuzz.distance import OSA

from claims.lexicon import load_lexicon
from claims.words import singular

TypeRelation = Literal["same", "narrower", "different", "unknown"]
DesignationRelation = Literal["same", "variant", "different"]

_LONGEST_FORM = 5  # words of a form
_TYPO_LETTERS = 5  # a name shorter than this is not compared with a typo in mind
_DESIGNATION = re.compile(
    r"(?<![\w.-])(?:"
    r"[A-Z][a-z]{2,11}[- ][A-Z]{1,3}\d{1,4}[A-Z]{0,3}"  # Pantsir-S1, Bayraktar TB2
    r"|[A-Z][A-Za-z]{0,4}-?\d{1,4}[A-Za-z]{0,3}(?:-[A-Z0-9]{1,3})?"  # T-72MS, Mi-17V-5, F16
    r"|\d{1,3}[A-Z]{1,2}\d{1,4}[A-Z]?"  # 9M133
    r"|[A-Z][a-z]{2,11} \d{1,3}[A-Z]?\d?"  # Boeing 737, Leopard 2A4
    r")(?![\w-])"
)
_PEOPLE = re.compile(
    r"^[A-Z][a-z]*(?:an|ese|ish|ench|eek)[ ]"
)  # "Russian S1": the adjective is no part of the name
_CALENDAR = re.compile(r"(?:Q|FY|H|Day|No)-?\d+$", re.IGNORECASE)
_PARTS = re.compile(r"\d+|[^\W\d_]+")


@cache
def _forms() -> Mapping[str, str]:
    things = load_lexicon("things")
    return MappingProxyType(
        {form.replace("-", " "): name for name, table in things.items() for form in table["forms"]}
    )


@cache
def _broader(name: str) -> frozenset[str]:
    """Every type that `name` is a kind of, itself among them."""
    found = {name}
    for parent in load_lexicon("things")[name].get("broader", ()):
        found |= _broader(parent)
    return frozenset(found)


def broader_types(name: str | None) -> frozenset[str]:
    """The type with every type that it is a kind of; empty for None.

    >>> sorted(broader_types(thing_type("howitzer")))
    ['artillery', 'gun', 'weapon']
    """
    return frozenset() if name is None else _broader(name)


def thing_type(words: str, *, designated: bool = False) -> str | None:
    """The type of thing that a noun or noun phrase names, by its longest ending; None where none is known.

    What is `designated`, by a model's name, is no person: "MiG-29 fighters" are aircraft.

    >>> [thing_type(words) for words in ("armored combat vehicles", "T-72 tanks", "UAVs", "ideas")]
    ['armoured vehicle', 'tank', 'drone', None]
    """
    *before, head = words.casefold().replace("-", " ").split() or [""]
    forms = _forms()
    for count in range(min(_LONGEST_FORM - 1, len(before)), -1, -1):
        lead = before[len(before) - count :]
        for last in (singular(head), head):
            found = forms.get(" ".join([*lead, last]))
            if found is not None:
                return _designated().get(last) if designated and "person" in _broader(found) else found
    return None


@cache
def _designated() -> Mapping[str, str]:
    things = load_lexicon("things")
    return MappingProxyType(
        {form: name for name, table in things.items() for form in table.get("designated", ())}
    )


def compatible_types(one: str | None, other: str | None) -> TypeRelation:
    """Whether two types can be of one thing: "narrower" if one is a kind of the other.

    >>> compatible_types("helicopter", "aircraft"), compatible_types("tank", "armoured vehicle")
    ('narrower', 'different')
    >>> compatible_types("person", "attacker"), compatible_types("worker", "passenger")
    ('narrower', 'unknown')
    """
    things = load_lexicon("things")
    if one not in things or other not in things or one is None or other is None:
        return "unknown"
    if one == other:
        return "same"
    above, beside = _broader(one), _broader(other)
    if one in beside or other in above:
        return "narrower"
    shared = above & beside
    nearest = {name for name in shared if not any(name in _broader(kind) for kind in shared - {name})}
    if any(things[name].get("exclusive") for name in nearest) or not shared:
        return "different"
    apart = {name for kind in above for name in things[kind].get("apart", ())}
    apart_other = {name for kind in beside for name in things[kind].get("apart", ())}
    return "different" if apart & beside or apart_other & above else "unknown"


def designation_of(words: str) -> str | None:
    """The first model name in a noun phrase ("T-72MS"), as written, or None.

    >>> [designation_of(words) for words in ("thirty T-72MS tanks", "six Pantsir S1 systems", "30 tanks")]
    ['T-72MS', 'Pantsir S1', None]
    """
    for found in _DESIGNATION.finditer(words):
        name = _PEOPLE.sub("", found[0])
        opener = name.partition(" ")[0].casefold()
        is_bare = name.partition(" ")[2][:1].isdigit()
        if not _CALENDAR.match(name) and (
            not is_bare or opener in load_lexicon("designations")["makers"]["forms"]
        ):
            return name
    return None


def find_designations(text: str) -> Iterator[int]:
    """Where the model names of `text` begin, in text order.

    >>> list(find_designations("Two T-72MS tanks and a Boeing 737"))
    [4, 23]
    """
    for found in _DESIGNATION.finditer(text):
        if designation_of(found[0]):
            yield found.start()


def same_designation(one: str, other: str) -> DesignationRelation:
    """Whether two model names are one: a missing or other suffix is a variant, other digits another model.

    >>> same_designation("T-72MS", "T-72"), same_designation("Panstir-S1", "Pantsir S1")
    ('variant', 'same')
    >>> same_designation("T-72", "T-80")
    'different'
    """
    parts, others = _PARTS.findall(one.casefold()), _PARTS.findall(other.casefold())
    if parts == others:
        return "same"
    if min(len(parts), len(others)) > 1 and (parts[1:] == others or others[1:] == parts):
        return "variant"
    if not parts or not others or not _same_letters(parts[0], others[0]):
        return "different"
    if [parts[0], *others[1:]] == parts:
        return "same"
    if len(parts) > 1 and len(others) > 1 and _number(parts) != _number(others):
        return "different"
    return "variant"


def _same_letters(one: str, other: str) -> bool:
    """Equal, or long enough to hold one slip of the keys: "Panstir"."""
    return one == other or (min(len(one), len(other)) >= _TYPO_LETTERS and OSA.distance(one, other) <= 1)


def _number(parts: list[str]) -> str | None:
    return next((part for part in parts if part.isdigit()), None)
