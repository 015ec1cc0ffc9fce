"""Publication days as pages, feeds and exports write them."""

import re
from collections.abc import Iterable
from datetime import date

from corpus.credits import is_stamp
from corpus.frontmatter import parse_iso_day
from corpus.lines import words_of

_MONTHS = (  # not of `calendar`, which speaks the user's language
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTH_NUMBERS = {
    form.casefold(): str(number)
    for number, name in enumerate(_MONTHS, 1)
    for form in (name, name[:3], name.replace("tember", "t"))
}
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}(?:\.\d+)?(?:Z|[+-]\d{4})?)?")
_YEAR_FIRST = re.compile(r"((?:19|20)\d{2})[/.](\d{1,2})[/.](\d{1,2})\b")
_YEAR_LAST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})\b")
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?P<month>[A-Z][a-z]{2,8})"
    r"|(?P<month_first>[A-Z][a-z]{2,8})\.?\s+(?P<day_second>\d{1,2})(?:st|nd|rd|th)?)[\s,.-]+(?P<year>(?:19|20)\d{2})\b"
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-])")
_LONGEST = 100  # characters
_LABEL = re.compile(r"^\W*(?:[A-Za-z]+\s?){0,3}(?::|\bon\b|\bat\b)\s*", re.IGNORECASE)
_PUBLISHED = frozenset(("published", "posted", "issued"))
_CHANGED = frozenset(("changed", "edited", "modified", "update", "updated"))
_PROSE_SHORTEST = 80  # characters of a paragraph
_FIRST_LINES = 40  # of a page; a bare day further down belongs to something else


def parse_day(written: str) -> date | None:
    """The day that a declared date or time names, in its own time zone; None for anything else.

    Read are ISO 8601, RFC 5322, "20200224", "2020/02/24", "24 Feb 2020", "February 24, 2020"; and
    "24/02/2020" only where no month is meant by 24.

    >>> parse_day("Mon, 24 Feb 2020 23:30:00 -0500"), parse_day("02/03/2020")
    (datetime.date(2020, 2, 24), None)
    """
    written = written.strip()[:_LONGEST]
    found = parse_iso_day(written) if written[:4].isdigit() and "-" in written[:5] else None
    if found:
        return found
    compact = _COMPACT.fullmatch(written)
    if compact:
        return _day(compact[1], compact[2], compact[3])
    year_first = _YEAR_FIRST.match(written)
    if year_first:
        return _day(*year_first.groups())
    year_last = _YEAR_LAST.match(written)
    if year_last:
        one, other, year = year_last.groups()
        days = {day for day in (_day(year, one, other), _day(year, other, one)) if day}
        return days.pop() if len(days) == 1 else None
    named = _NAMED.search(written)
    if named:
        month = _MONTH_NUMBERS.get((named["month"] or named["month_first"]).casefold(), "0")
        return _day(named["year"], month, named["day"] or named["day_second"])
    from email.utils import parsedate

    parts = parsedate(written)
    return _day(*(str(part) for part in parts[:3])) if parts and parts[0] >= 1900 else None


def day_in_address(address: str) -> date | None:
    """The day in the path of an address, as many newsrooms write it; None where there is none.

    >>> day_in_address("https://example.org/world/2020/02/24/fire")
    datetime.date(2020, 2, 24)
    """
    found = _IN_ADDRESS.search(address[:2000].casefold())
    if not found:
        return None
    year, month, day = found.groups()
    return _day(year, _MONTH_NUMBERS.get(month, month), day)


def stamped_day(lines: Iterable[str]) -> date | None:
    """The day in the line that says when the story was published; None where no line does, or not clearly.

    That is a line with nothing but a label ("Published", "Posted") and a day, or the last bare day above
    the first paragraph. What says only when the story was changed is no publication.

    >>> stamped_day(["Six die in fire", "Published: 4 March 2021, 10:30 GMT", "Six people died."])
    datetime.date(2021, 3, 4)
    """
    bare: date | None = None
    above = True
    for number, line in enumerate(lines):
        if len(line) >= _PROSE_SHORTEST:
            above = False
        elif is_stamp(line, near_top=above and number < _FIRST_LINES):
            words = words_of(line)
            if not _CHANGED.isdisjoint(words):
                continue
            day = parse_day(_LABEL.sub("", line))
            if day and not _PUBLISHED.isdisjoint(words):
                return day
            bare = day or bare
    return bare


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
