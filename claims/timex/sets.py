"""Readers of what repeats: "daily", "every Monday", "per year"."""

from fractions import Fraction

from claims.lexicon import load_lexicon
from claims.timex.context import Context, Reading, Readings
from claims.timex.durations import amount_of, duration_value, unit_of
from claims.timex.meaning import month_number, season_code, weekday_number
from claims.timex.phrases import Phrase, Reader
from claims.timex.plausible import is_adverb, is_speed


def read_set(phrase: Phrase, context: Context) -> Readings:
    if phrase.get("set"):
        value: str = load_lexicon("time_words")["sets"][phrase.word("set")]
        if phrase.word("set") == "quarterly" and not is_adverb(phrase, context.text):
            return None
        return Reading(value, "set")
    if token := phrase.get("weekday") or phrase.get("weekdays"):
        part = load_lexicon("time_words")["dayparts"].get(phrase.word("daypart").removesuffix("s"), "")
        return Reading(f"XXXX-WXX-{weekday_number(token.word)}" + (f"T{part}" if part else ""), "set")
    if token := phrase.get("daypart"):
        return Reading("XXXX-XX-XXT" + load_lexicon("time_words")["dayparts"][token.word], "set")
    if token := phrase.get("month"):
        return Reading(f"XXXX-{month_number(token.word):02d}", "set")
    if token := phrase.get("season"):
        return Reading(f"XXXX-{season_code(token.word)}", "set")
    if phrase.get("per") and is_speed(phrase, context.text):
        return None
    number = Fraction(2) if phrase.get("other") else amount_of(phrase)
    return Reading(duration_value(number or Fraction(1), unit_of(phrase)), "set")


def read_two_weekdays(phrase: Phrase, _: Context) -> Readings:
    """ "every Tuesday and Thursday"."""
    first, second = phrase["weekday"], phrase["weekdayb"]
    return [
        Reading(f"XXXX-WXX-{weekday_number(first.word)}", "set", start=phrase.start, end=first.end),
        Reading(f"XXXX-WXX-{weekday_number(second.word)}", "set", start=second.start, end=second.end),
    ]


RULES: list[tuple[str, Reader]] = [
    ("set", read_set),
    ("each other? unit", read_set),
    ("each weekday", read_set),
    ("each weekday daypart", read_set),
    ("each weekday link=and|or weekdayb=weekday", read_two_weekdays),
    ("each month", read_set),
    ("each season", read_set),
    ("each daypart", read_set),
    ("each number units", read_set),
    ("per unit", read_set),
    ("weekdays", read_set),
]
