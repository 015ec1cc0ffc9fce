"""Readers of ranges and lists: "2019-21", "Oct. 5-7", "June 3 and 4", "May-July 2019"."""

import re

from claims.timex.absolute import day_number, day_or_month_value, is_day_beside_month, year_of
from claims.timex.context import Context, Reading, Readings
from claims.timex.meaning import month_number
from claims.timex.phrases import Phrase, Reader

_DAY = "day=day|dayth"


def read_year_range(phrase: Phrase, _: Context) -> Readings:
    """ "2019-21" covers years; "2021-11" can only be a month."""
    first, last = re.split(r"[-–—/]", phrase.word("years"))
    if len(last) == 2 and int(last) <= int(first[2:]):
        if 1 <= int(last) <= 12 and "-" in phrase.word("years"):
            return Reading(f"{first}-{last}")
        if int(last) > int(first[2:]) - 90:
            return None
        last = f"{int(first[:2]) + 1}{last}"
    last = first[:2] + last if len(last) == 2 else last
    if not 1000 <= int(first) < int(last) < 2200:
        return None
    return Reading(f"{first}/{last}")


def read_day_range(phrase: Phrase, context: Context) -> Readings:
    """ "Oct. 5-7" is one range; "June 3 and 4" are two days."""
    month = month_number(phrase.word("month"))
    names = [name for name in ("day", "dayb", "dayc") if phrase.get(name)]
    days = [day_number(phrase, name) for name in names]
    if days != sorted(set(days)):
        return None
    year = year_of(phrase, context) or context.year_of_day(month, days[0], phrase.start, phrase.end)
    values = [day_or_month_value(year, month, day) for day in days]
    if None in values:
        return None
    if phrase.get("dash"):
        return Reading(f"{values[0]}/{values[-1]}")
    if not is_day_beside_month(phrase, context):
        return None
    starts = [phrase.start, *(phrase[name].start for name in names[1:])]
    ends = [*(phrase[name].end for name in names[:-1]), phrase.end]
    return [
        Reading(str(value), start=start, end=end)
        for value, start, end in zip(values, starts, ends, strict=True)
    ]


def read_month_range(phrase: Phrase, context: Context) -> Readings:
    first, last = month_number(phrase.word("month")), month_number(phrase.word("monthb"))
    year = year_of(phrase, context)
    if year is None:
        return None
    return Reading(f"{year - (first > last):04d}-{first:02d}/{year:04d}-{last:02d}")


RULES: list[tuple[str, Reader]] = [
    ("years", read_year_range),
    ("month day dash dayb=day comma? year", read_day_range),
    ("month day dash dayb=day", read_day_range),
    ("day dash dayb=day of? month year", read_day_range),
    ("day dash dayb=day of? month", read_day_range),
    (f"month {_DAY} link=and|or|to dayb=day|dayth comma? year", read_day_range),
    (f"month {_DAY} link=and|or|to dayb=day|dayth", read_day_range),
    (f"month {_DAY} comma dayb=day|dayth comma? link=and|or dayc=day|dayth comma? year", read_day_range),
    (f"month {_DAY} comma dayb=day|dayth comma? link=and|or dayc=day|dayth", read_day_range),
    (f"{_DAY} link=and|or|to dayb=day|dayth of? month year", read_day_range),
    (f"{_DAY} link=and|or|to dayb=day|dayth of? month", read_day_range),
    ("month dash monthb=month YEAR", read_month_range),
]
