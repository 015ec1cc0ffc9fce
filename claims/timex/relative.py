"""Readers of dates that lean on publication or on the text before: days, weeks, months, vague references."""

from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from claims.lexicon import load_lexicon
from claims.timex.absolute import year_of
from claims.timex.calendar_ import days_of, month_days, shift_days, shift_months, week_value
from claims.timex.context import Context, Reading, Readings
from claims.timex.durations import duration_value, shifted, unit_code
from claims.timex.meaning import direction, month_number, ordinal_value
from claims.timex.phrases import Phrase, Reader
from claims.timex.plausible import words_beside

_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}


def read_unit(phrase: Phrase, context: Context) -> Readings:
    """ "last week", "this month", "next year", "the following day"."""
    code = unit_code(phrase.word("unit"))
    which = phrase.word("which")
    if which in words_beside("anchored"):
        return _same_unit(code, context)
    if phrase.get("the") and which in ("last", "next") and phrase.before in words_beside("over-before"):
        return _span_of_one(code, which, context)
    if phrase.get("the") and which == "last" and code != "Q":
        return None
    leans = phrase.get("the") is not None or which not in ("last", "next", "past", "coming", "upcoming")
    if direction(which) and leans and which not in ("past", "coming", "upcoming"):
        return _beside_anchor(code, direction(which), context)
    return _shifted_unit(code, direction(which), context.today)


def _span_of_one(code: str, which: str, context: Context) -> Reading:
    """ "over the last year", "in the next week": as long as the unit, up to publication or from it."""
    base, one = context.published, Fraction(direction(which))
    moved = shifted(base, one, code) if base else None
    days = (min(base, moved), max(base, moved)) if base and moved else None
    return Reading(duration_value(Fraction(1), code), "duration", days)


def _shifted_unit(code: str, shift: int, base: date | None) -> Reading | None:
    if code not in ("D", "W", "WE", "M", "Q", "Y", "DE", "CE"):
        return None
    if base is None:
        return Reading(_UNKNOWN.get(code, "XXXX"))
    moved: date | None = base
    if code == "D":
        moved = shift_days(base, shift)
        return Reading(moved.isoformat()) if moved else None
    if code in ("W", "WE"):
        moved = shift_days(base, 7 * shift)
        if code == "WE" and shift == -1 and base.isoweekday() >= 6:
            moved = shift_days(base, -7)
        return Reading(week_value(moved) + ("-WE" if code == "WE" else "")) if moved else None
    moved = shift_months(base.replace(day=1), {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[code] * shift)
    if moved is None:
        return None
    quarter = f"{moved.year:04d}-Q{(moved.month + 2) // 3}"
    return Reading(
        {
            "M": f"{moved:%Y-%m}",
            "Q": quarter,
            "Y": f"{moved.year:04d}",
            "DE": f"{moved.year // 10:03d}",
            "CE": f"{moved.year // 100:02d}",
        }[code]
    )


def _same_unit(code: str, context: Context) -> Reading | None:
    """The unit of the date that the text named last: "that year", "the same day"."""
    if code == "Q" and context.quarter:
        return Reading(f"{context.quarter[0]:04d}-Q{context.quarter[1]}")
    if code == "Y":
        return Reading(f"{context.year:04d}" if context.year else "XXXX")
    if code == "M" and context.month:
        return Reading(f"{context.month:%Y-%m}")
    if context.day and code in ("D", "W", "WE", "DE", "CE"):
        return _shifted_unit(code, 0, context.day)
    return Reading(_UNKNOWN[code]) if code in _UNKNOWN else None


def _beside_anchor(code: str, shift: int, context: Context) -> Reading | None:
    """The unit before or after the date that the text named last."""
    if code == "Y" and context.year:
        return _shifted_unit(code, shift, date(context.year, 1, 1))
    if code == "Q" and context.quarter:
        return _shifted_unit(code, shift, date(context.quarter[0], 3 * context.quarter[1], 1))
    if code == "M" and context.month:
        return _shifted_unit(code, shift, context.month)
    return _shifted_unit(code, shift, context.day or (None if context.narrative else context.published))


def read_week_after_next(phrase: Phrase, context: Context) -> Readings:
    code = unit_code(phrase.word("unit"))
    return _shifted_unit(code, 2 if phrase.get("after") else -2, context.published)


def read_day_beside(phrase: Phrase, context: Context) -> Readings:
    """ "the day before", "the day after", without what it was before or after."""
    following = context.text[phrase.end : phrase.end + 2]
    if following[:1].isspace() and following[1:2].isalpha():
        return None
    return _beside_anchor(unit_code(phrase.word("unit")), 1 if phrase.get("after") else -1, context)


def read_month_of(phrase: Phrase, context: Context) -> Readings:
    """ "last March", "this September", "next May"."""
    month, which = month_number(phrase.word("month")), phrase.word("which")
    base = context.published
    if base is None or which in words_beside("anchored"):
        year = context.year if which in words_beside("anchored") else None
        return Reading(f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}")
    year = base.year
    if direction(which) < 0:
        year -= month >= base.month
    elif direction(which) > 0:
        year += month <= base.month
    return Reading(f"{year:04d}-{month:02d}")


@cache
def _references() -> dict[str, str]:
    tables = load_lexicon("time_words")["references"]
    return {form: value for value, forms in tables.items() for form in forms}


def read_reference(phrase: Phrase, context: Context) -> Readings:
    """ "recently", "now"; "soon after" and "as soon as" only order what happened."""
    word = phrase.word("reference")
    if context.text[phrase.end : phrase.end + 1] == "-":
        return None
    if word == "these days" and phrase.before == "of":
        return None
    if word in ("soon", "shortly") and (phrase.before == "as" or phrase.after in ("after", "before")):
        return None
    return Reading(_references()[word])


def read_the_past(phrase: Phrase, context: Context) -> Readings:
    """ "in the past", but not "in the past three years"."""
    if phrase.before != "in" or phrase.after:
        return None
    following = context.text[phrase.end : phrase.end + 1]
    return Reading("PAST_REF") if following in ("", ".", ",", ";", '"', "”", "’", "'") else None


def read_future(phrase: Phrase, context: Context) -> Readings:
    """ "future losses", "coming quarters"."""
    return Reading("FUTURE_REF")


def read_fiscal_unit(phrase: Phrase, context: Context) -> Readings:
    """ "the fiscal year", "the full year", "last fiscal year"."""
    year = context.published.year + direction(phrase.word("which")) if context.published else None
    words = [token.word for token in phrase.run[phrase.last : phrase.last + 3]]
    if (
        len(words) == 3
        and words[0] in ("ended", "ending", "to")
        and month_number(words[1])
        and len(words[2]) == 4
    ):
        return Reading(words[2]) if words[2].isdigit() else None  # "the fiscal year ending March 2014"
    return Reading(f"{year:04d}" if year else "XXXX")


def read_year_end(phrase: Phrase, context: Context) -> Readings:
    """ "by year-end", "at year's end"."""
    year = context.published.year if context.published else None
    if year is None:
        return Reading("XXXX")
    return Reading(f"{year:04d}", days=(date(year, 9, 1), date(year, 12, 31)))


def read_running_unit(phrase: Phrase, context: Context) -> Readings:
    """ "for the week", "for the year": the running one; "the year to September" is a duration."""
    if phrase.word("unit") not in words_beside("running-units"):
        return None
    following = [token.word for token in phrase.run[phrase.last : phrase.last + 2]]
    if len(following) == 2 and following[0] in ("ended", "ending", "to") and month_number(following[1]):
        return Reading(duration_value(Fraction(1), unit_code(phrase.word("unit"))), "duration")
    if (
        phrase.before != "for"
        or phrase.word("unit") not in words_beside("running-units")
        or phrase.after in words_beside("ended-after")
    ):
        return None
    return running_unit(phrase.word("unit"), context)


def read_week_of_month(phrase: Phrase, context: Context) -> Readings:
    """ "the first week of March", "the last week of May 2021": counted from the 1st."""
    month, number = month_number(phrase.word("month")), ordinal_value(phrase.word("ordinal"))
    year = year_of(phrase, context) or context.year_of_month(month, phrase.start, phrase.end)
    if year is None or (number or 1) > 4:
        return Reading("XXXX-WXX")
    first, last = month_days(year, month)
    start = first + timedelta(days=7 * (number - 1)) if number else last - timedelta(days=6)
    return Reading(week_value(start + timedelta(days=3)), days=(start, start + timedelta(days=6)))


def read_edge_day(phrase: Phrase, context: Context) -> Readings:
    """ "the last day of August", "the first day of 2020"."""
    year, month = year_of(phrase, context), month_number(phrase.word("month"))
    if month:
        year = year or context.year_of_month(month, phrase.start, phrase.end)
    days = days_of(f"{year:04d}-{month:02d}" if month else f"{year:04d}") if year else None
    if days is None:
        return Reading("XXXX-XX-XX")
    return Reading(days[0 if phrase.word("edge") == "first" else 1].isoformat())


def read_week_of_day(phrase: Phrase, context: Context) -> Readings:
    """ "the week of April 10"."""
    month, word = month_number(phrase.word("month")), phrase.word("day")
    day = int(word) if word.isdigit() else ordinal_value(word) or 0
    year = year_of(phrase, context) or context.year_of_day(month, day, phrase.start, phrase.end)
    days = days_of(f"{year:04d}-{month:02d}-{day:02d}") if year else None
    return Reading(week_value(days[0]) if days else "XXXX-WXX")


def running_unit(word: str, context: Context) -> Reading | None:
    """The unit of "now": "the month" in "the end of the month"."""
    return _shifted_unit(unit_code(word), 0, context.today)


_WEEKDAY = "weekday=weekday|wday"
_WHICH = "which=last|next|this|coming|past"

RULES: list[tuple[str, Reader]] = [
    (f"{_WHICH} unit", read_unit),
    ("which=that|previous|following unit", read_unit),
    ("the which=same|previous|following|next|last|current|coming unit", read_unit),
    ("this same unit", read_unit),
    ("the unit after next", read_week_after_next),
    ("the unit before last", read_week_after_next),
    ("the unit=unit_day before", read_day_beside),
    ("the unit=unit_day after", read_day_beside),
    ("which=last|next|this|past|coming|that month", read_month_of),
    ("reference", read_reference),
    ("the past", read_the_past),
    ("the distance past", read_the_past),
    ("the distance? future", read_future),
    ("the distance term", read_future),
    ("future units", read_future),
    ("coming units", read_future),
    ("the fiscal unit_year", read_fiscal_unit),
    ("the? unit_year dash end", read_year_end),
    ("unit_year quote s end", read_year_end),
    ("which=last|this|next|current fiscal unit_year", read_fiscal_unit),
    ("the which=last|next|current fiscal unit_year", read_fiscal_unit),
    ("the which=current unit", read_unit),
    ("the unit", read_running_unit),
    ("the? edge=first|last|final unit_day of month", read_edge_day),
    ("the? edge=first|last|final unit_day of month YEAR", read_edge_day),
    ("the? edge=first|last|final unit_day of YEAR", read_edge_day),
    ("the? ordinal unit_week of month", read_week_of_month),
    ("the? ordinal unit_week of month YEAR", read_week_of_month),
    ("the last unit_week of month", read_week_of_month),
    ("the last unit_week of month YEAR", read_week_of_month),
    ("the unit_week of month day=day|dayth", read_week_of_day),
    ("the unit_week of month day=day|dayth comma? year", read_week_of_day),
    ("the full fiscal? unit_year", read_fiscal_unit),
]
