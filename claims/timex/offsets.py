"""Readers of dates so long before or after another: "two years ago", "three days later"."""

import re
from datetime import date
from fractions import Fraction

from claims.timex.calendar_ import days_of, week_value
from claims.timex.context import Context, Reading, Readings
from claims.timex.durations import COUNTS, amount_of, duration_value, shifted, unit_of
from claims.timex.phrases import Phrase, Reader
from claims.timex.plausible import compares, follows_scale

_CLAUSE_END = re.compile(r"\s*(?:[.,;:)]|$)")


def read_ago(phrase: Phrase, context: Context) -> Readings:
    """ "two years ago", counted from publication, no finer than its unit."""
    amount, code = amount_of(phrase), unit_of(phrase)
    if amount is None:
        return None if follows_scale(phrase, context.text) else Reading("PAST_REF")
    if code == "Y" and amount == 1 and (quarter := context.reported_quarter(phrase.start)):
        return Reading(f"{quarter[0] - 1:04d}-Q{quarter[1]}", anchors=False)
    moved = _moved(context.today, -amount, code)
    is_compared = compares(phrase, context.text)
    return moved._replace(start=phrase.run[phrase.first + 1].start) if is_compared else moved


def read_from_now(phrase: Phrase, context: Context) -> Readings:
    """ "six years from now"."""
    amount = amount_of(phrase)
    return _moved(context.published, amount, unit_of(phrase)) if amount is not None else None


def read_later(phrase: Phrase, context: Context) -> Readings:
    """ "two days later", "a year earlier", counted from the date that the text named last."""
    amount, code = amount_of(phrase), unit_of(phrase)
    way = phrase["way"]
    if phrase.word("way") == "before" and not _CLAUSE_END.match(context.text, way.end):
        return None
    is_compared = context.text[way.end : way.end + 5] == " than"
    if is_compared or context.text[context.anchor_end : phrase.start].strip(" ") == ",":
        end = phrase.run[phrase.last - 2].end if is_compared else None
        return Reading(duration_value(amount, code), "duration", end=end)
    forward = phrase.word("way") in ("later", "hence", "after", "on")
    if amount is None and phrase.run[phrase.first].word == "the":
        amount = Fraction(1)  # "the month before"
    if amount is None or code[0] == "T":
        return Reading(duration_value(amount, code), "duration")
    if not forward and code == "Y" and amount == 1 and (quarter := context.reported_quarter(phrase.start)):
        return Reading(f"{quarter[0] - 1:04d}-Q{quarter[1]}", anchors=False)
    base = context.anchor_day() if context.day or not forward else None
    if context.anchor and len(context.anchor) == 4 and code in ("Y", "DE"):
        base = date(int(context.anchor), 1, 1)
    elif context.anchor and len(context.anchor) == 7 and context.month and code in ("Y", "M"):
        base = context.month
    elif context.anchor and "-W" in context.anchor and code in ("W", "2W"):
        base = (days_of(context.anchor) or [base])[0]
    elif phrase.word("way") == "before" and code in ("M", "W", "2W"):
        base = None  # before the month of the figures, which the text need not name
    moved = _moved(base, amount if forward else -amount, code)
    is_compared = compares(phrase, context.text)
    return moved._replace(start=phrase.run[phrase.first + 1].start) if is_compared else moved


def _moved(base: date | None, amount: Fraction, code: str) -> Reading:
    unknown = {"D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "M": "XXXX-XX"}
    moved = shifted(base, amount, code) if base else None
    if moved is None or code[0] == "T":
        if base and moved:
            return Reading(moved.isoformat(), "time", (min(base, moved), max(base, moved)))
        return Reading(unknown.get(code, "XXXX"), "time" if code[0] == "T" else "date")
    if code in ("D", "N"):
        return Reading(moved.isoformat())
    if code in ("W", "2W", "WE"):
        return Reading(week_value(moved) + ("-WE" if code == "WE" else ""))
    if code in ("DE", "CE") and amount.denominator != 1:
        return Reading(f"{moved.year:04d}")
    if code == "M" or amount.denominator != 1:
        return Reading(f"{moved:%Y-%m}")
    if code == "Q":
        return Reading(f"{moved.year:04d}-Q{(moved.month + 2) // 3}")
    if code == "DE":
        return Reading(f"{moved.year // 10:03d}")
    if code == "CE":
        return Reading(f"{moved.year // 100:02d}")
    return Reading(f"{moved.year:04d}")


RULES: list[tuple[str, Reader]] = [
    *((f"{head} ago", read_ago) for head in (*COUNTS, "a unit", "half a unit", "units")),
    ("approx units ago", read_ago),
    ("approx half a unit ago", read_ago),
    ("half a unit way=later|earlier", read_later),
    *((f"approx {head} ago", read_ago) for head in (*COUNTS, "a unit")),
    *(
        (f"{head} way=later|earlier|before|now_word", read_later)
        for head in (*COUNTS, "a unit", "units", "the unit")
    ),
    *((f"approx {head} way=later|earlier", read_later) for head in (*COUNTS, "a unit")),
    *((f"{head} from until=reference|deictic_day", read_from_now) for head in COUNTS),
]
