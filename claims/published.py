"""The publication date that a text fixes itself: a label, a dateline, a line with nothing but a date."""

import re
from datetime import date

from claims.dates import find_dates
from claims.model import DateMention

_HEAD, _FOOT = 2000, 1000  # characters at either end of a text where it speaks of itself
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
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def published_from_text(text: str) -> date | None:
    """The day on which `text` says that it was published; None unless it says so clearly, and only one.

    Read are a label at the start of a line ("Published: 24 October 2019"), a dateline with a full date
    ("BELGRADE, Oct. 24, 2019 (Reuters) -"), a line near the top with nothing but a date, and such a line
    with a weekday but no year ("Thursday, October 24"), where a copyright line gives the year and the
    weekday fits it. What happened when, and when somebody commented, does not count.

    >>> published_from_text("BELGRADE, Oct. 24, 2019 (Reuters) - Russia sent missiles.")
    datetime.date(2019, 10, 24)
    """
    for found in (_labelled(text), _datelines(text), _date_lines(text)):
        if found:
            return found.pop() if len(found) == 1 else None
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


def _date_lines(text: str) -> set[date]:
    """Lines near the top that hold a date and nothing else."""
    days: set[date] = set()
    for line in text[:_HEAD].splitlines():
        if len(line) > _LINE // 2 or not any(char.isdigit() for char in line):
            continue
        mentions = find_dates(line)
        rest = _ONLY_MARKS.fullmatch(_without(line, mentions)) if mentions else None
        if rest:
            for mention in mentions:
                days |= _full_day(mention) or _day_in_copyright_year(mention, line, text)
    return days


def _full_day(mention: DateMention) -> set[date]:
    is_day = mention.kind in ("date", "time") and mention.first is not None and mention.first == mention.last
    return {mention.first} if is_day and mention.first else set()


def _day_in_copyright_year(mention: DateMention, line: str, text: str) -> set[date]:
    """The day of a weekday and a day of the month, in the one year of the copyright line that it fits."""
    match = _OPEN_DAY.match(mention.value)
    weekday = re.match(r"[^\W\d_]+", mention.text)
    if match is None or weekday is None or weekday[0].casefold() not in _WEEKDAYS:
        return set()
    days = set()
    for year in {int(found) for found in _COPYRIGHT.findall(text)}:
        try:
            day = date(year, int(match[1]), int(match[2]))
        except ValueError:
            continue
        if _WEEKDAYS[day.weekday()] == weekday[0].casefold():
            days.add(day)
    return days


def _line_from(text: str, at: int) -> str:
    end = text.find("\n", at, at + _LINE)
    return text[at : end if end >= 0 else at + _LINE]


def _without(line: str, mentions: list[DateMention]) -> str:
    for mention in reversed(mentions):
        line = line[: mention.start] + line[mention.end :]
    return line
