"""Dates, times, durations and sets in a text, as TIMEX3 values with the days that they cover."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from claims.model import DateMention
from claims.timex.calendar_ import days_of
from claims.timex.context import SENTENCE_END, Context, Reading
from claims.timex.grammar import read_run
from claims.timex.tokens import Token, find_runs, unwrapped
from claims.timex.vocabulary import load_vocabulary

_NUMERIC = re.compile(r"([0-9](?<![\w./-].)[0-9]?)([-./])([0-9]{1,2})\2[0-9]{4}(?![\w/-])")
_HELD_LONGEST = 100_000  # characters of a text whose runs are held
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T[A-Z]{2}$|$)")
_CLOCK = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}(T\d.*)")
_SENTENCE_REACH = 160  # characters from a clock time to its day
_HISTORY = 6  # years long past that a history names at least


def find_dates(
    text: str, published: date | None = None, *, day_first: bool | None = None
) -> list[DateMention]:
    """Dates, times, durations and sets in `text`, in text order.

    `value` is a TIMEX3 value ("2021-11", "P6M"; a range is an ISO 8601 interval, "2019-10-05/2019-10-07").
    `first` and `last` are inclusive days, None where the text fixes none. "Last Friday" needs `published`;
    without it the value stays open ("XXXX-WXX-5") and both are None. `day_first` says how to read 05/11/2021;
    None takes the order that another date of the text proves, else month first.
    Source: TimeML 1.2.1, TIMEX3.

    >>> [d] = find_dates("Serbia took delivery in November.", date(2022, 1, 10))
    >>> d.text, d.value, d.first, d.last
    ('November', '2021-11', datetime.date(2021, 11, 1), datetime.date(2021, 11, 30))
    """
    prose = unwrapped(text)
    runs = _Runs(prose)
    if day_first is None:
        day_first = _proves_day_first(text)
    context = Context(prose, published, day_first, _is_narrative(text, runs, published))
    mentions = []
    for run in runs:
        for match in read_run(run, context):
            start, end = run[match.first].start, run[match.last - 1].end
            mentions += [_mention(text, start, end, reading) for reading in match.readings]
    return [_on_its_day(prose, *pair) for pair in zip_longest(mentions, mentions[1:])]


def _on_its_day(prose: str, mention: DateMention, following: DateMention | None) -> DateMention:
    """A clock time on the day that its sentence names behind it: "At 9:40 p.m. it blew up, on Tuesday"."""
    day = _DAY.match(following.value) if following is not None else None
    clock = _CLOCK.match(mention.value)
    is_told = mention.first is not None and mention.first == mention.last
    if following is None or day is None or clock is None or is_told:
        return mention
    between = mention.end - 1, following.start  # the stop of "p.m." may end the sentence
    if following.start - mention.end > _SENTENCE_REACH or SENTENCE_END.search(prose, *between):
        return mention
    return replace(mention, value=day[0] + clock[1], first=following.first, last=following.last)


class _Runs:
    """The runs of a text; those of a long one are found again each time, for they are large."""

    def __init__(self, prose: str) -> None:
        self._prose = prose
        self._held = list(find_runs(prose)) if len(prose) <= _HELD_LONGEST else None

    def __iter__(self) -> Iterator[list[Token]]:
        return find_runs(self._prose) if self._held is None else iter(self._held)


def _mention(text: str, start: int, end: int, reading: Reading) -> DateMention:
    start = reading.start if reading.start is not None else start
    end = reading.end if reading.end is not None else end
    days = reading.days
    if days is None and reading.kind in ("date", "time"):
        days = days_of(reading.value)
    first, last = days or (None, None)
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        value=reading.value,
        kind=reading.kind,
        first=first,
        last=last,
    )


def _proves_day_first(text: str) -> bool:
    """Whether the numeric dates of a text put the day first: 25/12/2021 does, 12/25/2021 does not."""
    day_first = False
    for match in _NUMERIC.finditer(text):
        one, two = int(match[1]), int(match[3])
        if two > 12:
            return False
        day_first = day_first or one > 12
    return day_first


def _is_narrative(text: str, runs: Iterable[list[Token]], published: date | None) -> bool:
    """Whether a text tells history: many years long past, hardly a day that leans on publication or a voice.

    In a history "in March" is the March of the year told of; in news, the March nearest to publication.
    """
    by_class = load_vocabulary().by_class
    years = by_class["year"]
    leaning = set(by_class["weekday"] + by_class["deictic_day"] + by_class["unit_weekend"])
    deictic, units = set(by_class["last"] + by_class["this"] + by_class["next"]), set(by_class["unit"])
    told = leaning | deictic | set(years)
    past = present = 0
    for run in runs:
        for token, following in zip_longest(run, run[1:]):
            if token.code not in told:
                continue
            if token.code in leaning or (token.code in deictic and following and following.code in units):
                present += 1
            elif token.code in years and token is not run[0]:
                old = published is None or int(token.word) <= published.year - 3
                past += old
                present += not old
    return past >= _HISTORY and past > 5 * present and past > 4 * text.count(" said")
