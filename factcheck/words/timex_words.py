"""TIMEX3 values in words for people."""

import re
from datetime import date
from functools import lru_cache

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
    "H1": "first half",
    "H2": "second half",
}
_HOURS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_OPEN_DATE = "date open"
_OPEN = "year open"

_DAY = re.compile(r"(XXXX|\d{4})-(\d\d)(?:-(\d\d))?(?:T(.+))?")
_PART = re.compile(r"(XXXX|\d{4})-(SP|SU|FA|WI|H[12]|Q[1-4])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T(.+))?")


@lru_cache(maxsize=1 << 12)
def date_words(value: str) -> str:
    """A TIMEX3 value in words; what has none stays as it is.

    >>> for value in ("2020-02-23T21:00", "XXXX-11", "2020-W08-WE", "199", "18", "2019-Q3", "XXXX-WXX-5"):
    ...     print(date_words(value))
    23 Feb 2020, 21:00
    Nov, year open
    22-23 Feb 2020
    1990s
    19th century
    quarter 3 of 2019
    Friday, date open
    >>> date_words("XXXX"), date_words("XXXX-XX-XXT18:30")
    ('date open', '18:30, date open')
    >>> date_words("2021-06-28/2021-07-02")
    '28 Jun-2 Jul 2021'
    """
    if set(value.split("T")[0]) <= set("X-W"):
        hour = value.partition("T")[2]
        return f"{hour}, {_OPEN_DATE}" if hour[:1].isdigit() else _OPEN_DATE
    if "/" in value:
        return _interval_words(*value.split("/", 1))
    if found := _DAY.fullmatch(value):
        return _day_words(*found.groups())
    if found := _WEEK.fullmatch(value):
        return _week_words(int(found[1]), int(found[2]), found[3] is not None) or value
    if found := _PART.fullmatch(value):
        part = _PARTS.get(found[2]) or f"quarter {found[2][1]}"
        return f"{part}, {_OPEN}" if found[1] == "XXXX" else f"{part} of {found[1]}"
    if found := _WEEKDAY.fullmatch(value):
        return _with_hour(f"{_WEEKDAYS[int(found[1]) - 1]}, {_OPEN_DATE}", found[2])
    return _long_ago_words(value)


def _day_words(year: str, month: str, day: str | None, hour: str | None) -> str:
    if not 1 <= int(month) <= 12:
        return "-".join(filter(None, (year, month, day)))
    words = f"{int(day)} {_MONTHS[int(month) - 1]}" if day else _MONTHS[int(month) - 1]
    return _with_hour(f"{words}, {_OPEN}" if year == "XXXX" else f"{words} {year}", hour)


def _with_hour(words: str, hour: str | None) -> str:
    return f"{words}, {_HOURS.get(hour, hour)}" if hour else words


def _week_words(year: int, week: int, weekend: bool) -> str | None:
    """The days of an ISO week or of its weekend; None if the year has no such week."""
    try:
        first = date.fromisocalendar(year, week, 6 if weekend else 1)
        last = date.fromisocalendar(year, week, 7)
    except ValueError:
        return None
    return _interval_words(first.isoformat(), last.isoformat())


def _interval_words(first: str, last: str) -> str:
    """Two days with what they share said once, as far as they are days."""
    start, end = date_words(first).split(), date_words(last).split()
    if len(start) == len(end) == 3:
        while start and start[-1] == end[len(start) - 1]:
            start.pop()
        if not start:
            return " ".join(end)
        return f"{' '.join(start)}-{' '.join(end)}"
    return f"{' '.join(start)} to {' '.join(end)}"


def _long_ago_words(value: str) -> str:
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0s"
    if re.fullmatch(r"\d{2}", value):
        return f"{rank_words(int(value) + 1)} century"
    if re.fullmatch(r"BC\d{4}", value):
        return f"{int(value[2:])} BC"
    return value


def rank_words(rank: int) -> str:
    """A rank in figures.

    >>> [rank_words(rank) for rank in (1, 2, 3, 4, 11, 21, 113)]
    ['1st', '2nd', '3rd', '4th', '11th', '21st', '113th']
    """
    ending = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank:,}{ending}"
