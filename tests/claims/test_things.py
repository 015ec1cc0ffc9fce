"""Types of counted things and model designations."""

import pytest

from claims.items import read_item
from claims.lexicon import load_lexicon
from claims.things import compatible_types, designation_of, same_designation, thing_type


def test_lexicon_is_whole():
    things = load_lexicon("things")
    assert list(things) == sorted(things)
    forms = [form for table in things.values() for form in table["forms"]]
    assert len(forms) == len(set(forms))
    for name, table in things.items():
        assert set(table) <= {"apart", "broader", "designated", "exclusive", "forms"}, name
        assert {*table.get("apart", ()), *table.get("broader", ())} <= set(things), name
        for form in table["forms"]:
            assert thing_type(form) == name


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("armored combat vehicles", "armoured vehicle"),
        ("BRDM-2MS armored personnel carriers", "armoured vehicle"),
        ("T-72MS tanks", "tank"),
        ("fighter jets", "fighter"),
        ("main battle tanks", "tank"),
        ("Chinese military unmanned aerial vehicles", "drone"),
        ("short-range antiaircraft systems", "missile system"),
        ("women", "woman"),
        ("raiders", "attacker"),
        ("ideas", None),
        ("", None),
    ],
)
def test_type(words, kind):
    assert thing_type(words) == kind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("MiG-29 fighters", "fighter"),
        ("rebel fighters", "militant"),
        ("Pantsir S1 air-defense systems", "missile system"),
        ("Somalis", "person"),
        ("Russians", "person"),
        ("self-propelled guns", "artillery"),
        ("Olympics", None),
        ("Delis", None),
    ],
)
def test_type_of_item(phrase, kind):
    assert read_item(phrase).type == kind


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("tank", "tank", "same"),
        ("tank", "armoured vehicle", "different"),
        ("aircraft", "helicopter", "narrower"),
        ("helicopter", "drone", "different"),
        ("person", "attacker", "narrower"),
        ("worker", "passenger", "unknown"),
        ("soldier", "civilian", "different"),
        ("man", "woman", "different"),
        ("nurse", "miner", "different"),
        ("nurse", "worker", "narrower"),
        ("rifle", "pistol", "different"),
        ("rifle", "gun", "narrower"),
        ("rocket", "missile", "unknown"),
        ("ship", "person", "different"),
        ("ship", None, "unknown"),
    ],
)
def test_compatible(one, other, relation):
    assert compatible_types(one, other) == relation
    assert compatible_types(other, one) == relation


@pytest.mark.parametrize(
    ("words", "designation"),
    [
        ("thirty T-72MS tanks", "T-72MS"),
        ("six MiG-29 fighters", "MiG-29"),
        ("older Pantsir-S1 systems", "Pantsir-S1"),
        ("Pantsir S1 air-defense systems", "Pantsir S1"),
        ("five Mi-17V-5 helicopters", "Mi-17V-5"),
        ("thirty BRDM-2MS carriers", "BRDM-2MS"),
        ("an S-400 battalion", "S-400"),
        ("seven AK-47 rifles", "AK-47"),
        ("9M133 Kornet missiles", "9M133"),
        ("30 tanks", None),
        ("$30 million", None),
    ],
)
def test_designation(words, designation):
    assert designation_of(words) == designation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("T-72MS", "T-72", "variant"),
        ("T-72", "T-80", "different"),
        ("Pantsir-S1", "Pantsir S1", "same"),
        ("Panstir-S1", "Pantsir S1", "same"),
        ("Pantsir", "Pantsir-S1", "variant"),
        ("Pantsir S1M", "Pantsir-S1", "variant"),
        ("MiG-29", "Mi-29", "different"),
        ("S-300", "S-400", "different"),
    ],
)
def test_same_designation(one, other, relation):
    assert same_designation(one, other) == relation
    assert same_designation(other, one) == relation
