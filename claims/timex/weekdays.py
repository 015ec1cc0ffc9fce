"""Readers of days by their place round publication: "yesterday", "last Friday", "the weekend"."""

import re
from datetime import date

from claims.lexicon import load_lexicon
from claims.timex.calendar_ import days_of, shift_days, shift_months, week_value
from claims.timex.context import Context, Reading, Readings
from claims.timex.meaning import direction, ordinal_value, weekday_number
from claims.timex.phrases import Phrase, Reader
from claims.timex.plausible import PREVIOUS, next_word, starts_sentence, words_beside

_WEEKDAY = "weekday=weekday|wday"
_WHICH = "which=last|next|this|coming|past"


def read_deictic_day(phrase: Phrase, context: Context) -> Readings:
    """ "today", "the day before yesterday"; open without a publication date."""
    word = context.text[phrase.start : phrase.end]
    if word.isupper() and context.text[phrase.start - 4 : phrase.start].isupper() and not context.is_shouted:
        return None  # the newspaper USA TODAY
    shift: int = load_lexicon("time_words")["deictic-days"][phrase.word("deictic_day")]
    if phrase.get("before"):
        shift -= 1
    if phrase.get("after"):
        shift += 1
    day = shift_days(context.published, shift) if context.published else None
    return Reading(day.isoformat() if day else "XXXX-XX-XX")


def read_weekday(phrase: Phrase, context: Context) -> Readings:
    number = weekday_number(phrase.word("weekday"))
    which = phrase.word("which")
    if _is_title(phrase, context.text):
        return None
    unknown = Reading(f"XXXX-WXX-{number}")
    if which in words_beside("anchored"):
        return _in_named_week(number, context.day) or unknown
    base = context.today
    if base is None:
        return unknown
    if direction(which) < 0:
        day = shift_days(base, -((base.isoweekday() - number - 1) % 7 + 1))
    elif direction(which) > 0:
        day = shift_days(base, (number - base.isoweekday() - 1) % 7 + 1)
    elif which:  # "this Friday"
        day = shift_days(base, number - base.isoweekday())
    elif _is_market_day(phrase, context.text):
        day = shift_days(base, -((base.isoweekday() - number) % 7))
    elif starts_sentence(phrase, context.text) and next_word(phrase, context.text) == "is":
        day = shift_days(base, (number - base.isoweekday()) % 7)
    else:
        day = context.weekday(number, phrase.start, phrase.end)
    return Reading(day.isoformat()) if day else unknown


def _in_named_week(number: int, named: date | None) -> Reading | None:
    """ "March 3 ... that Friday": later in the week of the day named last."""
    if named is None or named.isoweekday() > number:
        return None
    day = shift_days(named, number - named.isoweekday())
    return Reading(day.isoformat()) if day else None


def _is_title(phrase: Phrase, text: str) -> bool:
    """Whether a weekday is part of a name: "the Sunday Times", "Super Tuesday"."""
    before = PREVIOUS.search(text, max(0, phrase.start - 15), phrase.start)
    if before and before[2] == " " and before[1].casefold() in words_beside("weekday-names-before"):
        return True
    after = re.match(r"(?: Night)? ([A-Z][a-z]+)", text[phrase.end : phrase.end + 30])
    return after is not None and after[1].casefold() in words_beside("weekday-names-after")


def _is_market_day(phrase: Phrase, text: str) -> bool:
    """ "Friday's close" is over."""
    after = re.match(r"['’]s\s+(\w+)", text[phrase.end : phrase.end + 20])
    return after is not None and after[1] in words_beside("market-after")


def read_weekday_of_week(phrase: Phrase, context: Context) -> Readings:
    """ "Monday last week"."""
    number = weekday_number(phrase.word("weekday"))
    base = context.published
    monday = shift_days(base, 1 - base.isoweekday() + 7 * direction(phrase.word("which"))) if base else None
    day = shift_days(monday, number - 1) if monday else None
    return Reading(day.isoformat() if day else f"XXXX-WXX-{number}")


def read_weekday_day(phrase: Phrase, context: Context) -> Readings:
    """ "Tuesday the 5th": the nearest such day."""
    number, day = weekday_number(phrase.word("weekday")), ordinal_value(phrase.word("dayth"))
    is_spelled = phrase.word("dayth").isalpha() and context.text[phrase.end : phrase.end + 2].strip(" ") != ""
    if context.published is None or not day or (is_spelled and context.text[phrase.end] not in ".,;:)"):
        return None
    months = [shift_months(context.published.replace(day=1), shift) for shift in (0, -1, 1, -2, 2)]
    for month in months:
        days = days_of(f"{month:%Y-%m}-{day:02d}") if month else None
        if days and days[0].isoweekday() == number:
            return Reading(days[0].isoformat())
    return None


def read_weekend(phrase: Phrase, context: Context) -> Readings:
    """ "the weekend": the last, or from midweek or with the verb in the future the coming one."""
    base = context.today
    if base is None:
        return Reading("XXXX-WXX-WE")
    future = context.tense(phrase.start, phrase.end) > 0
    shift = 0 if base.isoweekday() >= 6 or future else -1
    moved = shift_days(base, 7 * shift)
    return Reading(week_value(moved) + "-WE") if moved else None


RULES: list[tuple[str, Reader]] = [
    ("deictic_day", read_deictic_day),
    ("the unit_day before deictic_day", read_deictic_day),
    ("the unit_day after deictic_day", read_deictic_day),
    ("weekday", read_weekday),
    (f"the? {_WHICH} weekday", read_weekday),
    ("which=that|same|previous|following weekday", read_weekday),
    ("the which=same|previous|following weekday", read_weekday),
    ("weekday of? which=last|this|next weekunit=unit_week", read_weekday_of_week),
    ("which=last|this|next weekunit=unit_week comma? on? weekday", read_weekday_of_week),
    (f"{_WEEKDAY} comma? the? dayth", read_weekday_day),
    ("the unit_weekend", read_weekend),
]
