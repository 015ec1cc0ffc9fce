"""Every form of the date lexicons is stored as it is looked up, claimed once and found in a sentence."""

from collections import Counter
from datetime import date

import pytest

from claims import find_dates
from claims.lexicon import load_lexicon

CALENDAR, WORDS = load_lexicon("calendar"), load_lexicon("time_words")
MONDAY = date(2022, 1, 10)
KEYS = {
    "months": {"number", "case", "forms"},
    "weekdays": {"number", "forms", "plural", "short"},
    "seasons": {"code", "first", "last", "forms"},
    "holidays": {"day", "month", "weekday", "nth", "offset", "easter", "case", "forms"},
    "named-days": {"year", "nouns"},
}
SENTENCES = {
    "months": "It was in {} 2019.",
    "weekdays": "It was on {}.",
    "seasons": "It was in the {} of 2019.",
    "holidays": "It was on {}.",
}


def forms(table: str) -> list[str]:
    return [form for entry in CALENDAR[table].values() for form in entry["forms"]]


@pytest.mark.parametrize("table", KEYS)
def test_keys_are_known(table: str) -> None:
    assert {key for entry in CALENDAR[table].values() for key in entry} <= KEYS[table]


@pytest.mark.parametrize("table", SENTENCES)
def test_forms_are_sorted_folded_and_claimed_once(table: str) -> None:
    assert [form for form, times in Counter(forms(table)).items() if times > 1] == []
    for entry in CALENDAR[table].values():
        assert entry["forms"] == sorted(entry["forms"])
        if entry.get("case") != "exact":
            assert entry["forms"] == [form.casefold() for form in entry["forms"]]


@pytest.mark.parametrize(("table", "form"), [(table, form) for table in SENTENCES for form in forms(table)])
def test_every_form_is_found(table: str, form: str) -> None:
    for written in {form, form[:1].upper() + form[1:], form.upper()} - {"MAY"}:
        if (
            CALENDAR["months"].get("may")
            and form in ("May", "Mar", "March", "August", "Aug")
            and written.islower()
        ):
            continue
        mentions = find_dates(SENTENCES[table].format(written), MONDAY)
        assert mentions, written
        assert written in mentions[0].text


@pytest.mark.parametrize("form", [form for found in WORDS["references"].values() for form in found])
def test_every_reference_is_found(form: str) -> None:
    assert [mention.text for mention in find_dates(f"He is, {form}, at home.")] == [form]


@pytest.mark.parametrize("word", [word for word in WORDS["sets"] if word != "quarterly"])
def test_every_repeating_word_is_found(word: str) -> None:
    [mention] = find_dates(f"They meet {word}.")
    assert (mention.text, mention.kind) == (word, "set")


@pytest.mark.parametrize("name", sorted(WORDS["units"]))
def test_every_unit_is_found(name: str) -> None:
    for form in (*WORDS["units"][name].get("singular", ()), *WORDS["units"][name]["plural"]):
        number = "one" if form in WORDS["units"][name].get("singular", ()) else "three"
        [mention] = find_dates(f"It was for {number} {form}.")
        assert (mention.text, mention.kind) == (f"{number} {form}", "duration")


def test_lists_are_sorted_sets() -> None:
    for name, words in WORDS["beside"].items():
        assert words == sorted(set(words)), name
