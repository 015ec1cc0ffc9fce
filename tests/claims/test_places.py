"""Places: what a name means, and what is no place."""

import pytest

from claims.lexicon import load_lexicon
from claims.places import adjective_of, are_apart, canonical_place, country_of


@pytest.mark.parametrize(
    ("name", "place", "country", "kind"),
    [
        ("Serbia", "Serbia", "Serbia", "country"),
        ("U.S.", "United States", "United States", "country"),
        ("US", "United States", "United States", "country"),
        ("the U.S.'s", "United States", "United States", "country"),
        ("UAE", "United Arab Emirates", "United Arab Emirates", "country"),
        ("Britain", "United Kingdom", "United Kingdom", "country"),
        ("Burma", "Myanmar", "Myanmar", "country"),
        ("Bosnia-Herzegovina", "Bosnia and Herzegovina", "Bosnia and Herzegovina", "country"),
        ("Côte d’Ivoire", "Ivory Coast", "Ivory Coast", "country"),
        ("the Netherlands", "Netherlands", "Netherlands", "country"),
        ("TURKEY", "Turkey", "Turkey", "country"),
        ("EU", "European Union", None, "bloc"),
        ("U.N.", "United Nations", None, "bloc"),
        ("Serbian", "Serbia", "Serbia", "nationality"),
        ("Serbs", "Serbia", "Serbia", "nationality"),
        ("Yemenis", "Yemen", "Yemen", "nationality"),
        ("Welsh", "Wales", "United Kingdom", "nationality"),
        ("Belgrade", "Belgrade", "Serbia", "capital"),
        ("Kiev", "Kyiv", "Ukraine", "capital"),
        ("Washington", "Washington", "United States", "capital"),
        ("Kremlin", "Kremlin", "Russia", "seat"),
        ("White House", "White House", "United States", "seat"),
        ("Calif.", "California", "United States", "state"),
        ("Texas", "Texas", "United States", "state"),
        ("Bombay", "Mumbai", "India", "city"),
        ("Kosovo", "Kosovo", "Kosovo", "region"),
        ("Gulf of Aden", "Gulf of Aden", None, "region"),
    ],
)
def test_place(name, place, country, kind):
    assert canonical_place(name) == (place, country, kind)


@pytest.mark.parametrize(
    "name", ["us", "turkey", "polish", "Nice", "Reading", "Ruritania", "", "the", "T-72", "30", "Mobile"]
)
def test_no_place(name):
    assert canonical_place(name) is None


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Belgrade", "Serbia"),
        ("the Serbian military", "Serbia"),
        ("Serbia’s army", "Serbia"),
        ("Moscow’s Defence Ministry", "Russia"),
        ("North Korean officials", "North Korea"),
        ("Houston", "United States"),
        ("the company", None),
        ("Bank of Ruritania", None),
        ("European Union", None),
    ],
)
def test_country(name, country):
    assert country_of(name) == country


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Paris", "Lyon", False),
        ("Paris", "Berlin", True),
        ("Paris", "France", False),
        ("Ohio", "Texas", True),
        ("Houston", "Texas", False),
        ("Gulf of Aden", "Yemen", False),
        ("Ruritania", "France", False),
        ("Scotland", "United Kingdom", False),
    ],
)
def test_apart(one, other, apart):
    assert are_apart(one, other) is apart
    assert are_apart(other, one) is apart


def test_adjective_of_every_country_means_that_country():
    for country, entry in load_lexicon("places")["countries"].items():
        if entry.get("adjectives"):
            assert country_of(adjective_of(country)) == country
