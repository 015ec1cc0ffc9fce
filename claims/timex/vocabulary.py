"""The words of time, each with one character for the set of classes that it can have.

A class is a part that the phrase rules name: "month", "day", "the". Every set of classes gets a character
of its own, so that a run of tokens becomes a short string and a phrase a regular expression over it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from string import capwords

from claims.lexicon import load_lexicon

# A run is read only if it has one of these: the others ("the", "of", a bare number) fix no time alone.
TRIGGER_CLASSES = frozenset(
    {
        *("month", "weekday", "weekdays", "season", "holiday", "deictic_day", "set", "reference", "future"),
        *("year", "year2", "year_word", "years", "decade", "decade2", "decade_word", "iso", "isotime"),
        *("slashdate", "unit", "units", "period", "daypart", "tonight", "overnight", "clock", "clockm"),
        *("clock_word", "spoken", "ampm", "past", "term", "era"),
    }
)
NUMBER_CLASSES = {  # by shape; see `claims.timex.tokens`
    "n12": frozenset({"number", "day", "hour"}),
    "n31": frozenset({"number", "day"}),
    "n4": frozenset({"number", "year", "military"}),
    "n0": frozenset({"military"}),
    "whole": frozenset({"number"}),
    "decimal": frozenset({"number"}),
    "dotclock": frozenset({"number", "dotclock"}),
    "ordinal": frozenset({"ordinal"}),
    "dayth": frozenset({"ordinal", "dayth"}),
    **{
        name: frozenset({name})
        for name in (
            "year2",
            "year_word",
            "decade",
            "decade2",
            "years",
            "iso",
            "isotime",
            "slashdate",
            "clock",
            "clockm",
        )
    },
    "ampm": frozenset({"ampm"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Codes of words and of number shapes; multi-word phrases by their first word; the codes of a class."""

    codes: Mapping[str, str]
    numbers: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]
    phrase_codes: Mapping[str, str]
    by_class: Mapping[str, str]
    triggers: frozenset[str]
    abbreviations: frozenset[str]


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary of the lexicons `calendar` and `time_words`."""
    classes: dict[str, set[str]] = defaultdict(set)
    for form, name in _forms():
        classes[form].add(name)
    code_of: dict[frozenset[str], str] = {}
    for group in [*map(frozenset, classes.values()), *NUMBER_CLASSES.values()]:
        code_of.setdefault(group, chr(0xE000 + len(code_of)))
    coded = {form: code_of[frozenset(group)] for form, group in classes.items()}
    phrases = {form for form in coded if not form.isalpha() and len(form) > 1}
    return Vocabulary(
        codes={form: code for form, code in coded.items() if form not in phrases},
        numbers={name: code_of[group] for name, group in NUMBER_CLASSES.items()},
        phrases=_by_opener(phrases),
        phrase_codes={form.casefold(): coded[form] for form in phrases},
        by_class={
            name: "".join(sorted(code for group, code in code_of.items() if name in group))
            for name in {name for group in code_of for name in group}
        },
        triggers=frozenset(code for group, code in code_of.items() if group & TRIGGER_CLASSES),
        abbreviations=frozenset(form for form in _short_forms()),
    )


def _forms() -> Iterator[tuple[str, str]]:
    """Every form, in each case that it is looked up in, with a class."""
    calendar, words = load_lexicon("calendar"), load_lexicon("time_words")
    for form, name in _lower_case_forms():
        yield from ((variant, name) for variant in _cases(form))
    for table, name in (("months", "month"), ("holidays", "holiday")):
        for entry in calendar[table].values():
            for form in entry["forms"]:
                exact = entry.get("case") == "exact"
                variants = (form, form.upper()) if exact else _cases(form)
                yield from ((variant, name) for variant in variants)
    for entry in calendar["weekdays"].values():
        for form in entry["short"]:
            yield from ((variant, "wday") for variant in (form, form.upper()))
    for name, forms in words["classes"].items():
        for form in forms:
            variants = (form,) if name in ("zone", "era", "fy") and form.isupper() else _cases(form)
            yield from ((variant, name) for variant in variants)


def _lower_case_forms() -> Iterator[tuple[str, str]]:
    calendar, words = load_lexicon("calendar"), load_lexicon("time_words")
    for entry in calendar["weekdays"].values():
        yield from ((form, "weekday") for form in entry["forms"])
        yield from ((form, "weekdays") for form in entry["plural"])
    for entry in calendar["seasons"].values():
        yield from ((form, "season") for form in entry["forms"])
    for name, unit in words["units"].items():
        for key, label in (("singular", "unit"), ("plural", "units")):
            for form in unit.get(key, ()):
                yield form, label
                yield form, f"{label}_{name}"
    for table, name in (
        ("sets", "set"),
        ("decades", "decade_word"),
        ("dayparts", "daypart"),
        ("clock-words", "clock_word"),
        ("spoken-clock", "spoken"),
        ("deictic-days", "deictic_day"),
    ):
        yield from ((form, name) for form in words[table])
    for form, value in words["numbers"].items():
        yield form, "number"
        if 1 <= value <= 12:
            yield form, "hour"
    for form, value in words["ordinals"].items():
        yield form, "ordinal"
        if value <= 31:
            yield form, "dayth"
    for forms in words["references"].values():
        yield from ((form, "reference") for form in forms)


def _cases(form: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((form, form[:1].upper() + form[1:], capwords(form), form.upper())))


def _short_forms() -> Iterator[str]:
    calendar = load_lexicon("calendar")
    for entry in calendar["months"].values():
        forms = [form.casefold() for form in entry["forms"]]
        yield from (form for form in forms if form != max(forms, key=len))
    for entry in calendar["weekdays"].values():
        yield from (form.casefold() for form in entry["short"])


def _by_opener(phrases: set[str]) -> dict[str, tuple[str, ...]]:
    """For each first word the phrases that begin with it, the longest first."""
    openers: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        first = re.match(r"[^\W\d_]+", phrase)
        if first:
            openers[first[0]].add(phrase)
    return {
        word: tuple(sorted(found, key=lambda form: (-len(form), form))) for word, found in openers.items()
    }


@cache
def phrase_pattern(opener: str) -> re.Pattern[str]:
    """One pattern of the phrases that begin with a word, the longest first."""
    alternatives = "|".join(
        re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]")
        for form in load_vocabulary().phrases[opener]
    )
    return re.compile(rf"(?:{alternatives})(?!\w)")
