"""Places: which country, capital, city, state, region or union of states a name means."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from claims.lexicon import load_lexicon
from claims.memo import MEMO

PlaceKind = Literal["country", "nationality", "bloc", "region", "state", "seat", "capital", "city"]

_ARTICLES = ("the ", "The ", "THE ")
_POSSESSIVES = ("'s", "’s")


class Place(NamedTuple):
    """What a place name means: its usual English name, the country it lies in or stands for, its kind.

    `country` is None where there is none ("Africa") or more than one ("European Union"). A "nationality" is
    an adjective or a people ("Serbian", "Serbs") and has its country's name; a "seat" stands for a
    government ("Kremlin"), as a "capital" does where it acts.
    """

    name: str
    country: str | None
    kind: PlaceKind


def fold_name(name: str) -> str:
    """`name` as names are looked up: casefolded, without accents and typographic apostrophes.

    >>> fold_name("Chișinău"), fold_name("Côte d’Ivoire"), fold_name("Łódź")
    ('chisinau', "cote d'ivoire", 'lodz')
    """
    if name.isascii():
        return name.casefold()
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.casefold().translate(_undecomposed())


@cache
def _undecomposed() -> dict[int, str]:
    """Letters with strokes and ligatures, which Unicode does not take apart, to plain ones."""
    return str.maketrans(dict(load_lexicon("spelling")["letters"]))


@lru_cache(maxsize=MEMO)
def canonical_place(name: str) -> Place | None:
    """The place that the whole of `name` means, or None; a leading "the" and a final "'s" are passed over.

    Names are looked up without regard to accents and, where they begin with a capital, to case;
    abbreviations as they are written. Source: claims/lexicon/places.toml and place_names.toml.

    >>> canonical_place("Kiev"), canonical_place("the U.S.'s").name, canonical_place("us")
    (Place(name='Kyiv', country='Ukraine', kind='capital'), 'United States', None)
    """
    for possessive in _POSSESSIVES:
        name = name.removesuffix(possessive)
    exact = _abbreviations().get(name) or _abbreviations().get(_bare(name))
    if exact:
        return exact
    folded = fold_name(name)
    found = _places().get(folded)
    if found is None and name != _bare(name):
        name = _bare(name)
        folded = fold_name(name)
        found = _places().get(folded)
    if not _bare(name)[:1].isupper():
        return None
    if found is None and folded.endswith("s"):
        people = _places().get(folded[:-1])
        return people if people and people.kind == "nationality" else None
    return found


def country_of(name: str) -> str | None:
    """The country that `name` is, lies in, stands for or belongs to, or None.

    A name may be a place, or an organ of a state behind its nationality or its possessive.

    >>> country_of("Belgrade"), country_of("the Serbian military"), country_of("Serbia's army")
    ('Serbia', 'Serbia', 'Serbia')
    >>> country_of("military") is None
    True
    """
    place = canonical_place(name)
    if place:
        return place.country
    words = _bare(name).split()
    for length in range(min(4, len(words) - 1), 0, -1):
        place = canonical_place(" ".join(words[:length]))
        if place and (
            place.kind in ("nationality", "country", "seat") or words[length - 1].endswith(_POSSESSIVES)
        ):
            return place.country
    return None


def are_apart(one: str, other: str) -> bool:
    """Whether two places cannot hold each other: they lie in different countries or are different states.

    "Vancouver" and "Canada" are not apart, nor are two places of which one is unknown.

    >>> are_apart("Paris", "Vancouver"), are_apart("Vancouver", "Canada"), are_apart("Ohio", "Texas")
    (True, False, True)
    """
    first, second = canonical_place(one), canonical_place(other)
    if first is None or second is None or not first.country or not second.country:
        return False
    if first.kind == second.kind == "state":
        return first.name != second.name
    return first.country != second.country


@lru_cache(maxsize=MEMO)
def is_state(name: str) -> bool:
    """Whether `name` names a country, also by its people or its capital.

    >>> is_state("Russia"), is_state("Moscow"), is_state("Gazprom"), is_state("Texas")
    (True, True, False, False)
    """
    place = canonical_place(name)
    return place is not None and place.kind in ("country", "nationality", "capital", "seat")


def adjective_of(country: str) -> str:
    """The adjective of a country or region ("Serbian"), or its name where it has none.

    >>> adjective_of("Serbia"), adjective_of("United States"), adjective_of("Atlantis")
    ('Serbian', 'American', 'Atlantis')
    """
    known = load_lexicon("place_names")
    generated: list[str] = load_lexicon("places")["countries"].get(country, {}).get("adjectives", [])
    listed = [*generated, *known["adjectives"].get(country, []), *known["region_adjectives"].get(country, [])]
    return listed[0].title() if listed else country


def joined_places() -> list[str]:
    """The countries with "and" in their names."""
    return [country for country in load_lexicon("places")["countries"] if " and " in country]


def _bare(name: str) -> str:
    for article in _ARTICLES:
        if name.startswith(article):
            return name[len(article) :]
    return name


@cache
def _places() -> dict[str, Place]:
    places: dict[str, Place] = {}
    for form, place in _entries():
        places.setdefault(fold_name(form), place)
    return places


@cache
def _abbreviations() -> dict[str, Place]:
    known = load_lexicon("place_names")
    found = {
        form: Place(country, country, "country")
        for country, forms in known["abbreviations"].items()
        for form in forms
    }
    for bloc, forms in known["blocs"].items():
        found |= {form: Place(bloc, None, "bloc") for form in forms if " " not in form}
    for state, forms in known["states"].items():
        found |= {form: Place(state, "United States", "state") for form in forms}
    return found


def _entries() -> Iterator[tuple[str, Place]]:
    """Every form with its place; where a form has two meanings the first given counts."""
    countries, known = load_lexicon("places")["countries"], load_lexicon("place_names")
    for country, entry in countries.items():
        for form in (country, *entry["forms"], *known["spellings"].get(country, ())):
            yield form, Place(country, country, "country")
    for bloc, forms in known["blocs"].items():
        for form in (bloc, *(form for form in forms if " " in form)):
            yield form, Place(bloc, None, "bloc")
    yield from _region_entries()
    for country, entry in countries.items():
        for form in (*entry.get("adjectives", ()), *known["adjectives"].get(country, ())):
            yield form, Place(country, country, "nationality")
    yield from _city_entries()


def _region_entries() -> Iterator[tuple[str, Place]]:
    known = load_lexicon("place_names")
    for region, country in known["regions"].items():
        yield region, Place(region, country or None, "region")
        for table in ("region_adjectives", "adjectives"):
            for form in known[table].get(region, ()):
                yield form, Place(region, country or None, "nationality")


def _city_entries() -> Iterator[tuple[str, Place]]:
    """Capitals before states before other cities: "Washington" is the capital, "Georgia" the country."""
    countries, known = load_lexicon("places")["countries"], load_lexicon("place_names")
    homes: dict[str, tuple[str, PlaceKind]] = {}
    for country, entry in countries.items():
        homes |= {city: (country, "city") for city in entry.get("cities", "").split("; ") if city}
    homes |= {
        entry["capital"]: (country, "capital") for country, entry in countries.items() if "capital" in entry
    }
    for city, forms in known["cities"].items():
        known_homes = [homes[form] for form in (city, *forms) if form in homes]
        home: tuple[str | None, PlaceKind] = min(
            known_homes, key=lambda known_home: known_home[1] != "capital", default=(None, "city")
        )
        for form in (city, *forms):
            yield form, Place(city, *home)
    for country, seats in known["seats"].items():
        for seat in seats:
            yield seat, Place(seat, country, "seat")
    for state in load_lexicon("places")["states"]["US"]["names"].split("; "):
        yield state, Place(state, "United States", "state")
    for city, (country, kind) in homes.items():
        yield city, Place(city, country, kind)
