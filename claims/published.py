"""The publication date that a text fixes itself: a label, a dateline, a line with nothing but a date."""

import re
from datetime import date

from claims.dates import find_dates
from claims.model import DateMention
from claims.timex.meaning import weekday_number

_HEAD, _FOOT = 2000, 1000  # characters at either end of a text where it speaks of itself
_WIDEST = 20  # years; wider bounds say nothing
_LINE = 160  # characters; a longer line is prose
_LABEL = re.compile(
    r"^[\W_]{0,4}(?:(?:first |originally |date )?published(?: (?:on|at|date))?|publication date|"
    r"posted(?: (?:on|at))?|date)[ \t]*(?::|\b)[ \t]*(?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
_PLACE = re.compile(r"[A-Z][A-Z.'’-]+[ ,/](?:[ ,/]?[A-Z][\w.'’-]*[ ,/]){0,6} ?")
_AFTER_DATELINE = re.compile(r"\s{0,2}(?:[-–—:|]|\([A-Z][^()\n]{1,30}\))")
_ONLY_MARKS = re.compile(r"[\W_]*")
_OPEN_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s{0,2}(\d{4})\b", re.IGNORECASE)


def published_from_text(text: str, *, first: date | None = None, last: date | None = None) -> date | None:
    """The day on which `text` says that it was published; None unless it says so clearly, and only one.

    Read are a label at the start of a line ("Published: 24 October 2019"), a dateline with a full date
    ("BELGRADE, Oct. 24, 2019 (Reuters) -"), a line near the top with nothing but a date, and such a line
    with a weekday but no year ("Thursday, October 24"), where only one year between `first` and `last`,
    the bounds that are known from elsewhere, or of the text's own copyright line fits it. What happened
    when, and when somebody commented, does not count; nor does a day outside the bounds.

    >>> published_from_text("BELGRADE, Oct. 24, 2019 (Reuters) - Russia sent missiles.")
    datetime.date(2019, 10, 24)
    """
    years = {int(found) for found in _COPYRIGHT.findall(text)}
    if first and last and last.year - first.year <= _WIDEST:
        years |= set(range(first.year, last.year + 1))
    for found in (_labelled(text), _datelines(text), _date_lines(text, years)):
        days = {day for day in found if (first or day) <= day <= (last or day)}
        if found:
            return days.pop() if len(days) == 1 else None
    return None


def _labelled(text: str) -> set[date]:
    days = set()
    for match in _LABEL.finditer(text):
        if match.start() > _HEAD and match.start() < len(text) - _FOOT:
            continue
        rest = _line_from(text, match.end())
        mentions = find_dates(rest)
        if mentions and mentions[0].start <= 3:
            days |= _full_day(mentions[0])
    return days


def _datelines(text: str) -> set[date]:
    days = set()
    for line in text[:_HEAD].splitlines():
        mentions = find_dates(line[:_LINE]) if line[:2].isupper() else []
        if not mentions or not _PLACE.fullmatch(line, 0, mentions[0].start):
            continue
        if _AFTER_DATELINE.match(line, mentions[0].end):
            days |= _full_day(mentions[0])
    return days


def _date_lines(text: str, years: set[int]) -> set[date]:
    """Lines near the top that hold a date and nothing else."""
    days: set[date] = set()
    for line in text[:_HEAD].splitlines():
        if len(line) > _LINE // 2 or not any(char.isdigit() for char in line):
            continue
        mentions = find_dates(line)
        rest = _ONLY_MARKS.fullmatch(_without(line, mentions)) if mentions else None
        if rest:
            for mention in mentions:
                days |= _full_day(mention) or _day_in_years(mention, years)
    return days


def _full_day(mention: DateMention) -> set[date]:
    is_day = mention.kind in ("date", "time") and mention.first is not None and mention.first == mention.last
    return {mention.first} if is_day and mention.first else set()


def _day_in_years(mention: DateMention, years: set[int]) -> set[date]:
    """The days of a weekday and a day of the month in those of the years that it fits."""
    match = _OPEN_DAY.match(mention.value)
    word = re.match(r"[^\W\d_]+", mention.text)
    weekday = weekday_number(word[0].casefold()) if word else 0
    if match is None or not weekday:
        return set()
    days = set()
    for year in years:
        try:
            day = date(year, int(match[1]), int(match[2]))
        except ValueError:
            continue
        if day.isoweekday() == weekday:
            days.add(day)
    return days


def _line_from(text: str, at: int) -> str:
    end = text.find("\n", at, at + _LINE)
    return text[at : end if end >= 0 else at + _LINE]


def _without(line: str, mentions: list[DateMention]) -> str:
    for mention in reversed(mentions):
        line = line[: mention.start] + line[mention.end :]
    return line
