"""The longest reading at each place of a run: single phrases, and phrases that others are built round."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from math import ceil
from typing import Literal, NamedTuple

from claims.lexicon import load_lexicon
from claims.memo import MEMO
from claims.timex import (
    absolute,
    clock,
    durations,
    offsets,
    periods,
    ranges,
    relative,
    sets,
    unusual,
    weekdays,
)
from claims.timex.calendar_ import Days, days_of, month_days
from claims.timex.context import Context, Reading, Readings
from claims.timex.phrases import Phrase, Reader, Rule, compile_rules
from claims.timex.tokens import Token
from claims.timex.vocabulary import load_vocabulary

_DAY_VALUE = re.compile(
    r"(?:\d{4}-\d\d-\d\d|\d{4}-W\d\d-WE|XXXX-\d\d-\d\d|XXXX-WXX-\d|XXXX-XX-XX)(?:T[A-Z]{2})?"
)
_READERS = (  # the earlier wins where two read the same words
    *(absolute, ranges, weekdays, relative, periods),
    *(clock, durations, offsets, sets, unusual),
)
_DEEPEST = 2  # "late | 5 p.m. | on Sunday"


class Match(NamedTuple):
    """Readings of the tokens of a run from `first` up to `last`."""

    first: int
    last: int
    readings: list[Reading]


Table = Literal["phrase", "part", "time_before", "time_after"]


class Grammar(NamedTuple):
    """The rules of each table by the code that they can begin with, and the parts of the longest."""

    tables: Mapping[Table, Mapping[str, list[Rule]]]
    longest: int


@cache
def load_grammar() -> Grammar:
    """The phrases that are read alone, and those that others are built round."""
    times = [*clock.TIMES, "early=early|late daypart", "daypart", "overnight"]
    rows: dict[Table, list[tuple[str, Reader]]] = {
        "phrase": [row for module in _READERS for row in module.RULES],
        "part": [(template, _read_nothing) for template in _PARTS],
        "time_before": [
            *((f"{time} comma? on? the?", _read_nothing) for time in clock.TIMES),
            ("the? daypart link=of|on", _read_nothing),
            ("the? part=early|late daypart of", _read_nothing),
        ],
        "time_after": [(f"comma? at? {time}", _read_nothing) for time in times],
    }
    tables: dict[Table, dict[str, list[Rule]]] = {table: defaultdict(list) for table in rows}
    for table, templates in rows.items():
        for template, read in templates:
            for rule in compile_rules(template, read, load_vocabulary()):
                for code in sorted(rule.starts):
                    tables[table][code].append(rule)
    longest = max(len(template.split()) + 2 for templates in rows.values() for template, _ in templates)
    return Grammar(tables, longest)


def _read_nothing(phrase: Phrase, context: Context) -> Readings:
    """What a phrase means that is only a part of another."""
    return None


@lru_cache(maxsize=MEMO)
def _fits(table: Table, codes: str) -> tuple[tuple[Rule, "re.Match[str]"], ...]:
    """The rules of a table that fit the beginning of `codes`, the longest fit first, then by order."""
    found = []
    for rule in load_grammar().tables[table].get(codes[:1], ()):
        match = rule.match(codes)
        if match:
            found.append((rule, match))
    return tuple(sorted(found, key=lambda fit: -fit[1].end()))


def _phrases(table: Table, run: Sequence[Token], codes: str, at: int) -> Iterator[tuple[Rule, Phrase]]:
    """The rules of a table that fit a run at a place, with the phrases that fit them."""
    for rule, match in _fits(table, codes[at : at + load_grammar().longest]):
        yield rule, Phrase(run, match, at)


_PARTS = (
    "the? part=early|late dash? of? the?",
    "the? part=mid dash? of? the?",
    "the? part=end|start of the?",
    "part=earlier|later in the",
    "part=earlier|later on? the?",
    "part=early|late link=in|on the?",
)


def read_run(run: Sequence[Token], context: Context) -> list[Match]:
    """The readings of a run from left to right, the longest at each place, none over another."""
    codes = "".join(token.code for token in run)
    matches = []
    at = 0
    while at < len(run):
        match = _match_at(run, codes, at, context, 0)
        if match:
            matches.append(match)
            for reading in match.readings:
                if reading.anchors:
                    context.note(reading.value, reading.end or run[match.last - 1].end)
            at = match.last
        else:
            at += 1
    return matches


def _match_at(run: Sequence[Token], codes: str, at: int, context: Context, depth: int) -> Match | None:
    tables, code = load_grammar().tables, codes[at]
    best = _simple(run, codes, at, context) if code in tables["phrase"] else None
    if depth == _DEEPEST:
        return best
    if code in tables["part"]:
        best = _longer(best, _part_of(run, codes, at, context, depth))
    if code in tables["time_before"]:
        best = _longer(best, _time_then_day(run, codes, at, context, depth))
    return _longer(best, _day_then_time(run, codes, best)) if best else None


def _longer(best: Match | None, built: Match | None) -> Match | None:
    return built if built and (best is None or built.last > best.last) else best


def _simple(run: Sequence[Token], codes: str, at: int, context: Context) -> Match | None:
    for rule, phrase in _phrases("phrase", run, codes, at):
        if context.text[phrase.end : phrase.end + 1].isalnum():
            continue
        readings = rule.read(phrase, context)
        if readings:
            return Match(at, phrase.last, readings if isinstance(readings, list) else [readings])
    return None


def _part_of(run: Sequence[Token], codes: str, at: int, context: Context, depth: int) -> Match | None:
    """ "early 2020", "mid-October", "the end of next year", "earlier this week"."""
    if at and run[at - 1].word in ("a", "an"):
        return None
    for _rule, phrase in _phrases("part", run, codes, at):
        inner_at = phrase.last
        if inner_at >= len(run):
            continue
        inner = _match_at(run, codes, inner_at, context, depth + 1)
        if inner is None and run[inner_at - 1].word == "the":
            inner = _match_at(run, codes, inner_at - 1, context, depth + 1)
        if inner is None:
            inner = _unit_after(run, inner_at, context)
        if inner and len(inner.readings) == 1 and inner.readings[0].kind in ("date", "time"):
            reading = inner.readings[0]
            if reading.value.endswith("_REF") or "/" in reading.value:
                return None
            days = part_days(phrase.word("part"), reading, context.published)
            return Match(at, inner.last, [reading._replace(days=days)])
    return None


def _unit_after(run: Sequence[Token], at: int, context: Context) -> Match | None:
    """ "the end of the month": the running month."""
    vocabulary = load_vocabulary()
    if at and run[at - 1].word == "the" and run[at].code in vocabulary.by_class["unit"]:
        reading = relative.running_unit(run[at].word, context)
        return Match(at, at + 1, [reading]) if reading else None
    return None


def part_days(word: str, reading: Reading, published: date | None) -> Days | None:
    """The days of a part of a reading: "early", "the end of"; "earlier this year" ends at publication."""
    days = reading.days or days_of(reading.value)
    if days is None or reading.kind == "time":
        return days
    first, last = days
    if published and first <= published <= last:
        if word == "earlier":
            return first, published
        if word == "later":
            return published, last
    low, high = load_lexicon("time_words")["parts"].get(word, (0.0, 1.0))
    return _fraction(first, last, low, high)


def _fraction(first: date, last: date, low: float, high: float) -> Days:
    """From the fraction `low` to `high` of a span: whole years of decades, months of a year, else days."""
    years = last.year - first.year + 1
    if years >= 10:
        return date(first.year + int(years * low), 1, 1), date(first.year + ceil(years * high) - 1, 12, 31)
    if (last - first).days >= 364:
        return date(first.year, 1 + int(12 * low), 1), month_days(first.year, ceil(12 * high))[1]
    days = (last - first).days + 1
    return first + timedelta(days=int(days * low)), first + timedelta(days=ceil(days * high) - 1)


def _time_then_day(run: Sequence[Token], codes: str, at: int, context: Context, depth: int) -> Match | None:
    """ "11 p.m. EST Tuesday", "the night of May 5", "5.30am the next morning"."""
    for _rule, phrase in _phrases("time_before", run, codes, at):
        time = _time_value(phrase) if phrase.last < len(run) else None
        inner = _match_at(run, codes, phrase.last, context, depth + 1) if time else None
        if inner is None and time and run[phrase.last - 1].word == "the":
            inner = _match_at(run, codes, phrase.last - 1, context, depth + 1)
        if time and inner and len(inner.readings) == 1 and _DAY_VALUE.fullmatch(inner.readings[0].value):
            return Match(at, inner.last, [_at_time(inner.readings[0], time)])
    return None


def _day_then_time(run: Sequence[Token], codes: str, best: Match) -> Match | None:
    """ "Sunday night", "Tuesday at 11 p.m."."""
    if len(best.readings) != 1 or best.last >= len(run):
        return None
    if not _DAY_VALUE.fullmatch(best.readings[0].value):
        return None
    for _rule, phrase in _phrases("time_after", run, codes, best.last):
        if time := _time_value(phrase):
            return Match(best.first, phrase.last, [_at_time(best.readings[0], time)])
    return None


def _time_value(phrase: Phrase) -> str | None:
    if phrase.get("daypart") and not phrase.get("hour"):
        return "T" + clock.part_code(phrase.word("daypart"))
    if phrase.get("overnight"):
        return "TNI"
    if phrase.word("clock").count(":") == 2:
        return None  # the time that a race took
    return clock.clock_value(phrase)


def _at_time(reading: Reading, time: str) -> Reading:
    return Reading(reading.value.partition("T")[0] + time, "time", reading.days or days_of(reading.value))
