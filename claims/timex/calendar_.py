"""Calendar arithmetic: which days a TIMEX3 value covers, and on which day a holiday falls."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from claims.lexicon import load_lexicon
from claims.memo import MEMO

Days = tuple[date, date]

_DAY = timedelta(days=1)
_SHAPES: list[tuple[re.Pattern[str], Callable[..., Days]]] = [
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), lambda y, m, d: (date(y, m, d), date(y, m, d))),
    (re.compile(r"(\d{4})-(\d\d)"), lambda y, m: month_days(y, m)),
    (re.compile(r"(\d{4})-W(\d\d)"), lambda y, w: _week_days(y, w, 1, 7)),
    (re.compile(r"(\d{4})-W(\d\d)-WE(?:T.*)?"), lambda y, w: _week_days(y, w, 6, 7)),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda y, q: _months(y, 3 * q - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda y, h: _months(y, 6 * h - 5, 6)),
    (re.compile(r"(\d{4})"), lambda y: (date(y, 1, 1), date(y, 12, 31))),
    (re.compile(r"(\d{3})"), lambda d: (date(max(10 * d, 1), 1, 1), date(10 * d + 9, 12, 31))),
    (re.compile(r"(\d\d)"), lambda c: (date(max(100 * c, 1), 1, 1), date(100 * c + 99, 12, 31))),
]
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")


@lru_cache(maxsize=MEMO)
def days_of(value: str) -> Days | None:
    """The first and last day, inclusive, of a TIMEX3 calendar value; None where it fixes none.

    >>> days_of("2021-W44")
    (datetime.date(2021, 11, 1), datetime.date(2021, 11, 7))
    >>> days_of("P6M"), days_of("XXXX-11"), days_of("2021-02-30")
    (None, None, None)
    """
    try:
        for shape, days in _SHAPES:
            match = shape.fullmatch(value)
            if match:
                return days(*(int(part) for part in match.groups()))
        if "/" in value:
            first, last = (days_of(part) for part in value.split("/", 1))
            return (first[0], last[1]) if first and last else None
        season = _SEASON.fullmatch(value)
        return season_days(int(season[1]), season[2]) if season else None
    except (ValueError, OverflowError):
        return None


def month_days(year: int, month: int) -> Days:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _months(year: int, first: int, count: int) -> Days:
    return date(year, first, 1), month_days(year, first + count - 1)[1]


def _week_days(year: int, week: int, first: int, last: int) -> Days:
    return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)


def season_days(year: int, code: str) -> Days:
    """The days of a season; the winter of a year may be the one that begins or the one that ends in it.

    >>> season_days(2021, "SU")
    (datetime.date(2021, 6, 1), datetime.date(2021, 9, 30))
    """
    for season in load_lexicon("calendar")["seasons"].values():
        if season["code"] == code:
            first, last = season["first"], season["last"]
            if first > last:
                return date(year - 1, first, 1), month_days(year + 1, last)[1]
            return date(year, first, 1), month_days(year, last)[1]
    raise ValueError(f"{code}: not the code of a season")


def shift_months(day: date, months: int) -> date | None:
    """The same day of another month, or its last day; None beyond the calendar."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift_days(day: date, days: int) -> date | None:
    """The day so many days later; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def week_value(day: date) -> str:
    """The TIMEX3 value of the week of `day`: "2021-W44"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> date:
    """Western Easter Sunday. Source: the anonymous Gregorian algorithm (Meeus, 1991, chapter 8).

    >>> easter(2021)
    datetime.date(2021, 4, 4)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday_date(rule: Mapping[str, Any], year: int) -> date:
    """The day on which the holiday of a lexicon's entry falls in `year`."""
    if "day" in rule:
        month, day = rule["day"].split("-")
        return date(year, int(month), int(day))
    if "easter" in rule:
        return easter(year) + int(rule["easter"]) * _DAY
    first, last = month_days(year, rule["month"])
    weekday, nth = int(rule["weekday"]), int(rule["nth"])
    if nth > 0:
        found = first + ((weekday - first.isoweekday()) % 7 + 7 * (nth - 1)) * _DAY
    else:
        found = last - ((last.isoweekday() - weekday) % 7 + 7 * (-nth - 1)) * _DAY
    return found + int(rule.get("offset", 0)) * _DAY
