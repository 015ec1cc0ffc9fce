"""A user's own units, items, events, places and publishers, as a configuration writes them.

What they add to is shipped in claims/lexicon/*.toml and corpus/publishers.toml.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from importlib.resources import files
from typing import Any
from unicodedata import normalize

from corpus.added import Entries


class LexiconError(ValueError):
    """An entry cannot be used; the text says which, why, and what can be done."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What a table of the configuration adds to, the keys it can have, and those that a new entry needs."""

    package: str
    file: str
    lists: tuple[str, ...]
    words: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()  # lists that keep their capitals


PARTS = {
    "units": _Part(
        "claims.lexicon", "units", ("forms", "symbols"), ("dimension", "factor"),
        needed=("forms", "dimension", "factor"), exact=("symbols",),
    ),
    "items": _Part("claims.lexicon", "things", ("forms", "broader", "apart"), needed=("forms",)),
    "events": _Part(
        "claims.lexicon", "events", ("verbs", "intransitive", "nouns", "phrases"),
        words=("kind", "ladder", "stage"), needed=("kind",),
    ),
    "places": _Part("claims.lexicon", "places", ("forms", "adjectives", "cities"), exact=("cities",)),
    "publishers": _Part("corpus", "publishers", ("forms", "tags"), ("origin",), exact=("tags",)),
}  # fmt: skip
_CLAIMED = ("forms", "symbols", "tags")  # what belongs to one entry alone


def own_entries(lexicon: object) -> Entries:
    """The entries of a configuration's `lexicon`, by file. Raises `LexiconError`."""
    entries: dict[str, Mapping[str, Mapping[str, Any]]] = {}
    for name, tables in _items(lexicon, "lexicon"):
        part = PARTS.get(name)
        if part is None:
            raise LexiconError(_unknown(f"lexicon.{name}", name, PARTS))
        shipped = _shipped(part)
        added = {
            entry: _entry(part, shipped, entry, table, f"lexicon.{name}.{entry}")
            for entry, table in _items(tables, f"lexicon.{name}")
        }
        _check_claims(shipped, added, f"lexicon.{name}")
        _check_meaning(name, shipped, added)
        entries[part.file] = {"countries": added} if name == "places" else added
    return entries


def _items(tables: object, place: str) -> Iterator[tuple[str, Any]]:
    if not isinstance(tables, Mapping):
        raise LexiconError(f"{place}: is no table")
    yield from tables.items()


def _shipped(part: _Part) -> Mapping[str, Mapping[str, Any]]:
    """The tables that come with factcheck, read apart from those in use."""
    text = files(part.package).joinpath(f"{part.file}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    found: Mapping[str, Mapping[str, Any]] = tables["countries"] if part.file == "places" else tables
    return found


def _entry(
    part: _Part, shipped: Mapping[str, Mapping[str, Any]], name: str, table: Any, place: str
) -> dict[str, Any]:
    held: dict[str, Any] = {}
    for key, value in _items(table, place):
        if key in part.lists:
            held[key] = _forms(value, f"{place}: {key}", exact=key in part.exact)
        elif key not in part.words:
            raise LexiconError(_unknown(f"{place}: {key}", key, (*part.lists, *part.words)))
        elif not isinstance(value, str):
            raise LexiconError(f"{place}: {key} is no string")
        elif shipped.get(name, {}).get(key, value) != value:
            raise LexiconError(f"{place}: {key} is {shipped[name][key]!r}, and cannot be another")
        else:
            held[key] = value
    if name in shipped:
        return _with_cities(held, shipped[name])
    for key in part.needed:
        if key not in held:
            raise LexiconError(f"{place}: is new, and has no {key}")
    for key in part.lists:
        held.setdefault(key, [name.casefold()] if key == "forms" else [])
    return _with_cities(held, {})


def _with_cities(held: dict[str, Any], shipped: Mapping[str, Any]) -> dict[str, Any]:
    """The cities of a country are one string there."""
    if "cities" not in held:
        return held
    known = [city for city in shipped.get("cities", "").split("; ") if city]
    return {**held, "cities": "; ".join([*known, *(city for city in held["cities"] if city not in known)])}


def _forms(value: object, place: str, *, exact: bool) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(form, str) and form.strip() for form in value):
        raise LexiconError(f"{place} is no list of words")
    forms = [normalize("NFC", " ".join(form.split())) for form in value]
    return list(dict.fromkeys(forms if exact else [form.casefold() for form in forms]))


def _check_claims(
    shipped: Mapping[str, Mapping[str, Any]], added: Mapping[str, Mapping[str, Any]], place: str
) -> None:
    for key in _CLAIMED:
        owners = {form: name for name, table in shipped.items() for form in table.get(key, ())}
        for name, table in added.items():
            for form in table.get(key, ()):
                if owners.setdefault(form, name) != name:
                    raise LexiconError(f"{place}.{name}: {form!r} is a form of {owners[form]!r} already")


def _check_meaning(
    part: str, shipped: Mapping[str, Mapping[str, Any]], added: Mapping[str, Mapping[str, Any]]
) -> None:
    """What an entry refers to is there, and a number is one."""
    for name, table in added.items():
        place = f"lexicon.{part}.{name}"
        for key in ("broader", "apart"):
            for other in table.get(key, ()):
                if other not in shipped and other not in added:
                    raise LexiconError(_unknown(f"{place}: {key} {other}", other, [*shipped, *added]))
        for key in ("dimension", "kind", "ladder", "stage"):
            known = {one[key] for one in shipped.values() if key in one}
            if key in table and table[key] not in known:
                raise LexiconError(_unknown(f"{place}: {key} {table[key]!r}", table[key], known))
        if "factor" in table and not _is_positive(table["factor"]):
            raise LexiconError(f"{place}: factor {table['factor']!r} is no number above 0")


def _is_positive(text: str) -> bool:
    try:
        return Decimal(text).is_finite() and Decimal(text) > 0
    except InvalidOperation:
        return False


def _unknown(place: str, name: str, known: Any) -> str:
    close = get_close_matches(name, list(known), 1)
    return f"{place}: is not known; " + (
        f"did you mean {close[0]!r}?" if close else f"there are {', '.join(sorted(known)[:40])}"
    )
