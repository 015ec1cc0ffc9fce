"""Readers of absolute dates in word orders that the rules have no template for, by dateparser.

dateparser is asked about short spans only, which the finder has found to hold a month, a day and a year; it
is imported on the first such span (a quarter of a second) and answers are kept.
"""

from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from claims.memo import MEMO
from claims.timex.context import Context, Reading
from claims.timex.phrases import Phrase, Reader

_LONGEST = 64  # characters; dateparser's time grows faster than its input


@cache
def _parser(base: date | None) -> Any:
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime(base.year, base.month, base.day) if base else datetime(2000, 1, 1),
            "TIMEZONE": "UTC",
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PREFER_DATES_FROM": "current_period",
        },
    )


@lru_cache(maxsize=MEMO)
def parse_unusual(words: str, base: date | None) -> date | None:
    """The day that `words` name in full, None if they name none.

    >>> parse_unusual("2019, 24th of October", None)
    datetime.date(2019, 10, 24)
    """
    if len(words) > _LONGEST:
        return None
    data = _parser(None).get_date_data(words)
    return data.date_obj.date() if data.date_obj and data.period == "day" else None


def read_unusual(phrase: Phrase, context: Context) -> Reading | None:
    found = parse_unusual(" ".join(context.text[phrase.start : phrase.end].split()), context.published)
    return Reading(found.isoformat()) if found else None


RULES: list[tuple[str, Reader]] = [
    ("year comma? the? day=day|dayth of? month", read_unusual),
    ("year comma? month day=day|dayth", read_unusual),
    ("year dash month dash2=dash day", read_unusual),
    ("month dash day dash2=dash year", read_unusual),
    ("the dayth unit_day of month comma? year", read_unusual),
    ("month comma day=day|dayth comma2=comma year", read_unusual),
]
