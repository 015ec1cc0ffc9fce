"""The lexicons of names, speakers, status and parties: sorted, spelled as looked up, nothing unknown."""

import unicodedata

import pytest

from claims.lexicon import load_lexicon
from claims.places import canonical_place

LISTS = ("attribution", "names", "parties", "spelling", "status", "sums")


def lists_of(table, path=""):
    for key, value in table.items():
        if isinstance(value, list):
            yield f"{path}{key}", value
        elif isinstance(value, dict):
            yield from lists_of(value, f"{path}{key}.")


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_sorted_without_doubles(name):
    for path, words in lists_of(load_lexicon(name)):
        assert words == sorted(set(words)), path


@pytest.mark.parametrize("name", LISTS)
def test_words_are_stored_as_they_are_looked_up(name):
    for path, words in lists_of(load_lexicon(name)):
        for word in words:
            assert unicodedata.is_normalized("NFC", word), (path, word)
            assert path.endswith(".exact") or word == word.casefold(), (path, word)


@pytest.mark.parametrize("table", ["abbreviations", "adjectives", "region_adjectives", "seats", "spellings"])
def test_rows_of_places_belong_to_a_known_place(table):
    regions = load_lexicon("place_names")["regions"]
    for place in load_lexicon("place_names")[table]:
        assert place in load_lexicon("places")["countries"] or place in regions, place


def test_regions_lie_in_known_countries():
    known = {*load_lexicon("places")["countries"], *load_lexicon("place_names")["regions"], ""}
    assert set(load_lexicon("place_names")["regions"].values()) <= known


@pytest.mark.parametrize("table", ["adjectives", "spellings"])
def test_every_form_means_its_place(table):
    for place, forms in load_lexicon("place_names")[table].items():
        for form in forms:
            found = canonical_place(form.title())
            assert found, form
            assert found.name == place, form


def test_every_abbreviation_means_its_place():
    for table in ("abbreviations", "blocs", "states"):
        for place, forms in load_lexicon("place_names")[table].items():
            for form in forms:
                assert canonical_place(form).name == place, form


def test_common_words_and_given_names_are_lists_of_words():
    for key in ("given", "words"):
        words = load_lexicon("common_words")[key].split()
        assert words == sorted(set(words))
        assert all(word.isalpha() and word == word.casefold() for word in words)
