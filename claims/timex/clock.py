"""Readers of times of day: clock times and parts of the day, alone or with the day they belong to."""

import re
from datetime import date

from claims.lexicon import load_lexicon
from claims.timex.calendar_ import Days, shift_days
from claims.timex.context import Context, Reading, Readings
from claims.timex.meaning import direction, number_value
from claims.timex.phrases import Phrase, Reader
from claims.timex.plausible import next_word, words_beside
from claims.wordclass import word_class

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s?(?:([ap])\.?m\.?)?")


def clock_value(phrase: Phrase) -> str | None:
    """The "T23:00" of a clock time; None if there is no such time."""
    if token := phrase.get("clock_word"):
        return "T" + str(load_lexicon("time_words")["clock-words"][token.word])
    if token := phrase.get("military"):
        hour, minute = int(token.word[:2]), int(token.word[2:])
        half = ""
    else:
        token = next(part for name in ("clockm", "clock", "dotclock", "hour") if (part := phrase.get(name)))
        match = _CLOCK.fullmatch(token.word)
        if match:
            hour, minute, half = int(match[1]), int(match[2] or 0), match[3] or ""
        else:
            value = number_value(token.word)
            if value is None or value.denominator != 1:
                return None
            hour, minute, half = int(value), 0, ""
    half = half or phrase.word("ampm")[:1] or _half_of_daypart(phrase, hour)
    if (half or phrase.get("spoken")) and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if phrase.get("spoken"):
        hours, minute = divmod(
            hour * 60 + load_lexicon("time_words")["spoken-clock"][phrase.word("spoken")], 60
        )
        hour = hours or 12
    if hour > 23 or minute > 59:
        return None
    return f"T{hour:02d}:{minute:02d}"


def _half_of_daypart(phrase: Phrase, hour: int) -> str:
    """ "a" or "p" for "eight in the evening", "two in the morning"; "" without such a part."""
    if phrase.get("link") is None:
        return ""
    code = part_code(phrase.word("daypart"))
    return "p" if code in ("AF", "EV") or (code == "NI" and hour >= 6) else "a"


def read_clock(phrase: Phrase, context: Context) -> Readings:
    """ "11:42 p.m." of the day that the text named just before, else of that of publication.

    What struck "at 11:42 p.m." may have struck on the day before the report, so the days cover both.
    """
    value = clock_value(phrase)
    is_worded = phrase.get("hours") is not None or phrase.get("link") is not None
    if value is None or (is_worded and phrase.before not in words_beside("clock-before")):
        return None
    if phrase.get("spoken") and not _is_spoken_time(phrase, context.text):
        return None
    if phrase.get("clock") and not phrase.get("ampm") and not phrase.get("zone") and not _is_time(phrase):
        return None
    if day := context.day_near(phrase.start, phrase.end):
        return Reading(day.isoformat() + value, "time")
    if context.today is None:
        return Reading("XXXX-XX-XX" + value, "time")
    ahead = context.tense(phrase.start, phrase.end) > 0
    return Reading(context.today.isoformat() + value, "time", _beside(context.today, ahead), anchors=False)


def _beside(day: date, ahead: bool) -> Days:
    """A day together with the one before, or after."""
    other = shift_days(day, 1 if ahead else -1) or day
    return min(day, other), max(day, other)


def _is_time(phrase: Phrase) -> bool:
    """Whether "10:30" is a time of day: after "at" and the like; alone it may be a result or a verse."""
    word = phrase.word("clock")
    return phrase.before in words_beside("clock-before") and word.count(":") == 1 and word.index(":") == 2


def _is_spoken_time(phrase: Phrase, text: str) -> bool:
    """Whether "ten to twelve" is a time: after "at" and the like, and with nothing counted behind it."""
    following = next_word(phrase, text)
    is_counted = following and word_class(following) in ("noun", "plural", "adjective")
    return phrase.before in words_beside("spoken-before") and not is_counted


def part_code(word: str) -> str:
    """The TIMEX3 code of a part of the day: "MO"."""
    code: str = load_lexicon("time_words")["dayparts"][word]
    return code


def read_daypart(phrase: Phrase, context: Context) -> Readings:
    """ "this morning", "last night", "tonight"; "the morning" is that of the day the text named last."""
    day = context.published
    which = phrase.word("which")
    code = part_code(phrase.word("daypart")) if phrase.get("daypart") else "NI"
    if which == "last" and day:
        day = shift_days(day, -1)
    elif phrase.get("the"):
        day = context.day or day
        if phrase.before not in words_beside("the-daypart-before") and which == "":
            return None
    days = _beside(day, ahead=False) if day and phrase.get("overnight") else None
    return Reading((day.isoformat() if day else "XXXX-XX-XX") + "T" + code, "time", days)


def read_anchored_daypart(phrase: Phrase, context: Context) -> Readings:
    """ "that night", "the next morning", counted from the day that the text named last."""
    which = phrase.word("which")
    if which not in ("that", "those") and phrase.run[phrase.first].word != "the":
        return None
    day = shift_days(context.day, direction(which)) if context.day else None
    return Reading(
        (day.isoformat() if day else "XXXX-XX-XX") + "T" + part_code(phrase.word("daypart")), "time"
    )


TIMES = (
    "clockm zone?",
    "clock ampm? zone?",
    "dotclock ampm zone?",
    "hour ampm zone?",
    "spoken hour ampm?",
    "spoken hour link=in the daypart",
    "hour oclock",
    "hour link=in the daypart",
    "hour link=at daypart",
    "clock_word zone?",
    "military hours=units_hour",
    "military zone",
)

RULES: list[tuple[str, Reader]] = [
    *((template, read_clock) for template in TIMES),
    ("which=this|last daypart", read_daypart),
    ("the? early=early|late|mid dash? daypart", read_daypart),
    ("the? which=next|following|previous|same|that daypart", read_anchored_daypart),
    ("the daypart", read_daypart),
    ("mid dash? daypart", read_daypart),
    ("tonight", read_daypart),
    ("overnight", read_daypart),
]
