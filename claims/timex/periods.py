"""Readers of the parts of a year: quarters, halves, seasons, holidays."""

from datetime import date, timedelta

from claims.timex.absolute import year_of
from claims.timex.calendar_ import days_of, holiday_date, shift_months, week_value
from claims.timex.context import Context, Reading, Readings
from claims.timex.durations import amount_of, duration_value, unit_code
from claims.timex.meaning import direction, holiday_rule, month_number, ordinal_value, season_code
from claims.timex.phrases import Phrase, Reader
from claims.timex.plausible import is_adverb, next_word, words_beside


def read_ordinal_quarter(phrase: Phrase, context: Context) -> Readings:
    """ "the third quarter": the last finished one, or the running one, or as the verb says."""
    number = _ordinal(phrase)
    if not 1 <= number <= 4:
        return None
    if _has_year(phrase):
        year = year_of(phrase, context)
        return Reading(f"{year:04d}-Q{number}" if year else f"XXXX-Q{number}")
    base = context.published
    if base is None:
        return Reading(f"XXXX-Q{number}")
    running = (base.month + 2) // 3
    tense = context.tense(phrase.start, phrase.end)
    year = base.year if number < running else base.year - 1
    if number == running or (tense > 0 and number > running):
        year = base.year
    elif tense > 0 and number <= running - 2:
        year = base.year + 1
    return Reading(f"{year:04d}-Q{number}")


def _has_year(phrase: Phrase) -> bool:
    return any(phrase.get(name) for name in ("year", "which", "year_word"))


def _ordinal(phrase: Phrase) -> int:
    if phrase.get("number"):
        return int(phrase.word("number")) if phrase.word("number").isdigit() else 0
    return ordinal_value(phrase.word("ordinal")) or 0


def read_half(phrase: Phrase, context: Context) -> Readings:
    number, year = _ordinal(phrase), year_of(phrase, context)
    if number not in (1, 2):
        return None
    return Reading(f"{year:04d}-H{number}" if year else f"XXXX-H{number}")


def read_half_month(phrase: Phrase, context: Context) -> Readings:
    """ "the second half of October"."""
    number, month = _ordinal(phrase), month_number(phrase.word("month"))
    year = year_of(phrase, context) or context.year_of_month(month, phrase.start, phrase.end)
    days = days_of(f"{year:04d}-{month:02d}") if year else None
    if number not in (1, 2):
        return None
    if days is None:
        return Reading(f"XXXX-{month:02d}")
    halves = (days[0], days[0].replace(day=15)), (days[0].replace(day=16), days[1])
    return Reading(f"{year:04d}-{month:02d}", days=halves[number - 1])


def read_quarters_of(phrase: Phrase, context: Context) -> Readings:
    """ "the first two quarters of 1990", "the last six months of 2020": half a year; of more, a duration."""
    year, amount = year_of(phrase, context), amount_of(phrase)
    code = unit_code(phrase.word("units"))
    size = {"Q": 3, "M": 1}.get(code)
    if year is None or size is None or amount is None or amount.denominator != 1:
        return None
    months = int(amount) * size
    if not 0 < months <= 12:
        return None
    first = 1 if phrase.word("edge") == "first" else 13 - months
    days = days_of(f"{year:04d}-{first:02d}/{year:04d}-{first + months - 1:02d}")
    if months == 6:
        return Reading(f"{year:04d}-H{1 if first == 1 else 2}")
    return Reading(duration_value(amount, code), "duration", days)


def read_that_quarter(phrase: Phrase, context: Context) -> Readings:
    """ "the quarter", "the latest quarter": the quarter of the text, else the last finished one."""
    if phrase.after in ("ended", "ending"):
        return _quarter_ended(phrase, context)
    found = context.quarter or context.last_quarter()
    if found is None:
        return Reading("XXXX-QX")
    return Reading(f"{found[0]:04d}-Q{found[1]}")


def _quarter_ended(phrase: Phrase, context: Context) -> Readings:
    """ "the quarter ended July 31": the calendar quarter in which most of it lies."""
    names = [token.word for token in phrase.run[phrase.last + 1 : phrase.last + 3]]
    month = month_number(names[0]) if names else 0
    year = context.year_of_month(month, phrase.end, phrase.end) if month else None
    if year is None:
        return Reading("XXXX-QX")
    middle = shift_months(date(year, month, 1), -1)
    return Reading(f"{middle.year:04d}-Q{(middle.month + 2) // 3}") if middle else None


def read_year_ago_quarter(phrase: Phrase, context: Context) -> Readings:
    """ "the year-earlier quarter", "the comparable period last year"."""
    found = context.quarter or context.last_quarter()
    if found is None:
        return Reading("XXXX-QX")
    return Reading(f"{found[0] - 1:04d}-Q{found[1]}", anchors=False)


def read_last_quarter(phrase: Phrase, context: Context) -> Readings:
    """ "the final quarter of 2012"."""
    year = year_of(phrase, context)
    return Reading(f"{year:04d}-Q4" if year else "XXXX-Q4")


def read_same_quarter(phrase: Phrase, context: Context) -> Readings:
    """ "the same quarter last year", "the same period a year ago"."""
    found = context.quarter or context.last_quarter()
    shift = direction(phrase.word("which")) if phrase.get("which") else -1
    if phrase.get("kind") and phrase.word("kind") == "period" and not context.tells_quarters:
        year = context.published.year + shift if context.published else None
        return Reading(f"{year:04d}" if year else "XXXX")
    return Reading(f"{found[0] + shift:04d}-Q{found[1]}" if found else "XXXX-QX", anchors=False)


def read_holiday_weekend(phrase: Phrase, context: Context) -> Readings:
    """ "Memorial Day weekend", "the Labor Day weekend": the weekend with the holiday beside it."""
    found = read_holiday(phrase, context)
    days = days_of(found.value) if isinstance(found, Reading) else None
    if days is None:
        return Reading("XXXX-WXX-WE")
    saturday = days[0] - timedelta(days=(days[0].isoweekday() + 1) % 7)
    if days[0].isoweekday() in (4, 5):
        saturday = days[0] + timedelta(days=6 - days[0].isoweekday())
    sunday = saturday + timedelta(days=1)
    return Reading(f"{week_value(saturday)}-WE", days=(min(saturday, days[0]), max(sunday, days[0])))


def read_season(phrase: Phrase, context: Context) -> Readings:
    code = season_code(phrase.word("season"))
    is_named = _has_year(phrase) and phrase.word("which") == ""
    if is_named or phrase.get("year2") or phrase.get("yearunit"):
        year = year_of(phrase, context)
        return Reading(f"{year:04d}-{code}" if year else f"XXXX-{code}")
    if phrase.get("which"):
        return _season_beside(code, phrase.word("which"), context)
    if not _is_season(phrase, context):
        return None
    base = context.published
    if context.narrative:
        return Reading(f"{context.year:04d}-{code}" if context.year else f"XXXX-{code}")
    if base is None:
        return Reading(f"XXXX-{code}")
    tense = context.tense(phrase.start, phrase.end)
    season = days_of(f"{base.year:04d}-{code}")
    if tense < 0 and season and season[0] > base:
        return Reading(f"{base.year - 1:04d}-{code}")
    return _season_beside(code, "next" if tense > 0 else "this", context)


def read_season_of_years(phrase: Phrase, _: Context) -> Readings:
    """ "the winter of 1915-16": named for the year in which it began."""
    year = int(phrase.word("years")[:4])
    if season_code(phrase.word("season")) != "WI" or not 1000 <= year < 2200:
        return None
    return Reading(f"{year:04d}-WI", days=(date(year, 12, 1), date(year + 1, 3, 31)))


def _season_beside(code: str, which: str, context: Context) -> Reading:
    base = context.published
    if which in words_beside("anchored"):
        return Reading(f"{context.year:04d}-{code}" if context.year else f"XXXX-{code}")
    if base is None:
        return Reading(f"XXXX-{code}")
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    end = start + 2
    year = base.year
    if direction(which) < 0:
        year -= base.month <= (end if code != "WI" else 12)
    elif direction(which) > 0:
        year += base.month >= start
    elif code == "WI" and base.month <= 4:
        year -= 1
    return Reading(f"{year:04d}-{code}")


def _is_season(phrase: Phrase, context: Context) -> bool:
    """Whether a bare season is one: "the fall of Kabul", "the Arab Spring", "spring water" are none."""
    word = context.text[phrase["season"].start : phrase["season"].end]
    if next_word(phrase, context.text) in words_beside("season-nouns"):
        return False
    after = context.text[phrase.end : phrase.end + 3]
    if word[0].isupper() and (phrase.before or phrase.get("the") or context.text[: phrase.start].strip()):
        return False
    if word in ("fall", "spring"):
        if phrase.get("the") is None and not is_adverb(phrase, context.text):
            return False
        return phrase.before in words_beside("fall-before") and after != " of"
    return phrase.get("the") is not None or phrase.before in words_beside("season-before")


def read_holiday(phrase: Phrase, context: Context) -> Readings:
    """ "Christmas", the nearest unless the verb says which; a "Christmas party" dates nothing."""
    if phrase.after == "" and next_word(phrase, context.text) in words_beside("holiday-nouns"):
        return None
    rule = holiday_rule(phrase.word("holiday"))
    if phrase.get("yearunit") or phrase.get("year"):
        year = year_of(phrase, context)
        return _on(holiday_date(rule, year)) if year and 1583 <= year < 2200 else None
    base = context.published
    if base is None or not 1600 < base.year < 2190:
        return Reading(f"XXXX-{rule['day']}" if "day" in rule else "XXXX-XX-XX")
    years = (base.year - 1, base.year, base.year + 1)
    days = [holiday_date(rule, year) for year in years]
    which = phrase.word("which")
    if which == "this":
        return _on(days[1])
    way = direction(which)
    near = sorted(days, key=lambda day: (abs((day - base).days), day))
    if not way and abs((near[0] - base).days) > 30:
        way = context.tense(phrase.start, phrase.end)
    if way:
        near = [day for day in near if (day - base).days * way > 0]
    return _on(near[0])


def _on(day: date) -> Reading:
    return Reading(day.isoformat())


_SAME = "the same=same|comparable kind=unit_quarter|period"
_WHICH = "which=last|next|this|coming|past"

RULES: list[tuple[str, Reader]] = [
    ("the? fiscal? ordinal dash? unit_quarter of? YEAR", read_ordinal_quarter),
    ("the? fiscal? ordinal unit_quarter", read_ordinal_quarter),
    ("fiscal? ordinal dash unit_quarter", read_ordinal_quarter),
    ("the ordinal half of month", read_half_month),
    ("the ordinal half of month YEAR", read_half_month),
    ("the? ordinal fiscal unit_quarter", read_ordinal_quarter),
    ("YEAR quote? s? ordinal dash? unit_quarter", read_ordinal_quarter),
    ("q number of? YEAR", read_ordinal_quarter),
    ("year dash? q number", read_ordinal_quarter),
    ("q number", read_ordinal_quarter),
    ("the? ordinal dash? half of? the? YEAR", read_half),
    ("the? ordinal half of the which=this unit_year", read_half),
    ("YEAR quote? s? ordinal half", read_half),
    ("h number YEAR", read_half),
    ("year h number", read_half),
    ("the? edge=first|last|final number units of? YEAR", read_quarters_of),
    ("the? edge=final|last unit_quarter of? YEAR", read_last_quarter),
    (
        "the same=same|comparable kind=unit_quarter|period of? in? which=last|next|this yearunit=unit_year",
        read_same_quarter,
    ),
    ("the same=same|comparable kind=unit_quarter|period a unit_year back=ago|earlier", read_same_quarter),
    ("the unit_quarter", read_that_quarter),
    ("the latest unit_quarter", read_that_quarter),
    ("the latest period", read_that_quarter),
    ("that unit_quarter", read_that_quarter),
    ("the? comparable? unit_year dash? back=ago|earlier kind=unit_quarter|period", read_year_ago_quarter),
    ("comparable? unit_year dash back=ago|earlier", read_year_ago_quarter),
    ("the year period", read_year_ago_quarter),
    ("season of? YEAR", read_season),
    ("the season of YEAR", read_season),
    ("the? season of? years", read_season_of_years),
    ("the? which=last|this|next|past|coming|that season", read_season),
    ("the? season", read_season),
    ("holiday", read_holiday),
    ("holiday comma? YEAR", read_holiday),
    ("holiday of YEAR", read_holiday),
    ("the? holiday unit_weekend", read_holiday_weekend),
    ("season of year2", read_season),
    ("the season of year2", read_season),
    ("which=last|this|next|past|coming holiday", read_holiday),
]
