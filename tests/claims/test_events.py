"""Events: the lexicon's own examples, the syntax, and what a number or a date belongs to."""

from collections import Counter

import pytest

from claims.event_lexicon import compare_events, event_classes
from claims.events import find_events
from claims.governors import Governors
from claims.lexicon import load_lexicon
from claims.reading import Reading

EXAMPLES = [
    (
        example["text"],
        example["mention"],
        example.get("event", table.get("event", name)),
        example.get("dated", False),
    )
    for name, table in load_lexicon("events").items()
    for example in table.get("examples", ())
]


def governing(text: str, mention: str, *, dated: bool = False) -> str | None:
    start = text.index(mention)
    reading = Reading(text)
    found = Governors(reading, find_events(reading)).of(start, start + len(mention), dated=dated)
    return found.event.event if found else None


@pytest.mark.parametrize(("text", "mention", "event", "dated"), EXAMPLES)
def test_lexicon_example(text, mention, event, dated):
    assert governing(text, mention, dated=dated) == event


@pytest.mark.parametrize(
    ("text", "mention", "event"),
    [
        ("It carried 40 people, nine of whom died, and 3 cars burned.", "nine", "killed"),
        ("He saw 40 men, nine of whom were in critical condition, and 61 were missing.", "nine", "critical"),
        ("It has 40 ships, three of which are idle, and 12 lorries were sold.", "three", None),
        ("12 people were at the scene, and three shops were looted.", "12", None),
        ("Some 300 people, 12 of whom were children, were arrested.", "12", "arrest"),
        ("12 people and three dogs were killed.", "12", "killed"),
        ("The drug cut heart attacks by 24%.", "24%", "infected"),
        ("The government targets 31 million tonnes.", "31 million tonnes", None),
        ("About 300 people had been ordered to evacuate.", "300 people", "evacuated"),
    ],
)
def test_what_is_said_of_a_part_and_what_of_others(text, mention, event):
    assert governing(text, mention) == event


FORMS = {
    "adjectives",
    "cued",
    "cued_nouns",
    "intransitive",
    "measures",
    "nouns",
    "objects",
    "phrases",
    "verbs",
}
KEYS = FORMS | {"after", "event", "examples", "family", "kin", "kind", "ladder", "light", "measure", "roles"}
KEYS |= {"course", "goods", "source", "stage", "units"}


def test_lexicon_is_whole():
    tables, ladders = load_lexicon("events"), load_lexicon("ladders")
    assert list(tables) == sorted(tables)
    for name, table in tables.items():
        assert set(table) <= KEYS, name
        assert table["kind"] in ("once", "repeats", "none"), name
        assert table.get("course") in (None, "grows", "accrues", "varies", "estimated"), name
        assert table.get("event", name) in tables, name
        assert set(table.get("kin", ())) <= set(tables), name
        assert ("ladder" in table) == ("stage" in table), name
        if "ladder" in table:
            assert table["stage"] in ladders[table["ladder"]]["stages"], name
        assert table["kind"] == "none" or table["examples"], name


def test_no_form_is_claimed_twice():
    claimed = [
        ("verb" if key in ("verbs", "intransitive") else "noun", form)
        for table in load_lexicon("events").values()
        for key in ("verbs", "intransitive", "nouns", "phrases", "measures")
        for form in table.get(key, ())
    ]
    assert [form for form, count in Counter(claimed).items() if count > 1] == []
    assert all(form == form.casefold() for _, form in claimed)


@pytest.mark.parametrize(
    ("text", "word", "voice", "negated", "tense"),
    [
        ("Two of the six ordered systems came.", "ordered", "passive", False, "past"),
        ("Police arrested nine men.", "arrested", "active", False, "past"),
        ("Nine men were arrested.", "arrested", "passive", False, "past"),
        ("Nine men have been arrested.", "arrested", "passive", False, "past"),
        ("Nine men will be arrested.", "arrested", "passive", False, "future"),
        ("No one was injured.", "injured", "passive", True, "past"),
        ("The firm did not buy the ships.", "buy", "active", True, "past"),
        ("The army never received them.", "received", "active", True, "past"),
        ("the purchase of six ships", "purchase", "nominal", False, None),
        ("Norway plans to buy 12 tanks.", "buy", "active", False, "future"),
        ("POLICE ARREST 12 AFTER RAID", "ARREST", "active", False, "present"),
        ("There were no deaths in the blaze.", "deaths", "nominal", True, None),
    ],
)
def test_voice(text, word, voice, negated, tense):
    [event] = [event for event in find_events(Reading(text)) if event.text == word]
    assert (event.voice, event.negated, event.tense) == (voice, negated, tense)
    assert text[event.start : event.end] == event.text


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("killed", "killed", "same"),
        ("killed", "injured", "excluded"),
        ("injured", "critical", "excluded"),
        ("purchase", "delivery", "ladder"),
        ("delivery", "delivery-received", "same"),
        ("attack", "shelling", "kin"),
        ("arrest", "earthquake", "different"),
        ("arrest", None, "unknown"),
    ],
)
def test_relation(one, other, relation):
    assert compare_events(one, other) == relation
    assert compare_events(other, one) == relation


def test_classes_are_read():
    assert event_classes()["delivery"].roles["agent"] == "supplier"
