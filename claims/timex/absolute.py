"""Readers of dates that name their own calendar unit: days, months, years, decades, centuries, ranges."""

import re
from datetime import date

from claims.lexicon import load_lexicon
from claims.timex.calendar_ import days_of
from claims.timex.context import Context, Reading, Readings
from claims.timex.meaning import direction, known_year, month_number, ordinal_value, spelled_year
from claims.timex.months import is_month
from claims.timex.phrases import Phrase, Reader
from claims.timex.plausible import counted_words, next_word, words_beside
from claims.timex.years import is_numbered, is_year

_NOUN = re.compile(r"\s+([a-z]+)")


def year_of(phrase: Phrase, context: Context) -> int | None:
    """The year that a rule's YEAR part names, or None."""
    if token := phrase.get("year"):
        return (
            full_year(int(token.word), context.published)
            if len(token.word) == 2
            else spelled_year(token.word)
        )
    if token := phrase.get("year_word"):
        return spelled_year(token.word)
    if token := phrase.get("year2"):
        return full_year(int(token.word), context.published)
    base = context.published.year if context.published else None
    which = phrase.word("which")
    if which in words_beside("anchored") or context.narrative:
        return context.year
    return base + direction(which) if base is not None and which else None


def full_year(two_digits: int, published: date | None) -> int:
    """The year of '98: not more than 20 years after publication (without one, after 2030)."""
    latest = (published.year if published else 2010) + 20
    year = latest // 100 * 100 + two_digits
    return year if year <= latest else year - 100


def day_or_month_value(year: int | None, month: int, day: int | None = None) -> str | None:
    """The TIMEX3 value of a month or day, "XXXX" for a year unknown; None if there is no such day."""
    if day is None:
        return f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    if days_of(f"{year or 2000:04d}-{month:02d}-{day:02d}") is None:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def day_number(phrase: Phrase, name: str) -> int:
    word = phrase.word(name)
    return int(word) if word.isdigit() else ordinal_value(word) or 0


def read_full_date(phrase: Phrase, context: Context) -> Readings:
    year = year_of(phrase, context)
    value = day_or_month_value(year, month_number(phrase.word("month")), day_number(phrase, "day"))
    return Reading(value) if value else None


def read_month_day(phrase: Phrase, context: Context) -> Readings:
    month, day = month_number(phrase.word("month")), day_number(phrase, "day")
    if _is_word_before_noun(phrase, context.text):
        return None
    year = (
        _shared_year(phrase)
        or known_year(month, day, next_word(phrase, context.text))
        or context.year_of_day(month, day, phrase.start, phrase.end)
    )
    value = day_or_month_value(year, month, day)
    if value is None or not is_day_beside_month(phrase, context):
        return None
    return Reading(value)


def read_day_alone(phrase: Phrase, context: Context) -> Readings:
    """ "on the 14th" of the month of which a history tells."""
    if not context.narrative or context.month is None or phrase.before != "on":
        return None
    if context.text[phrase.end : phrase.end + 1] not in ",.;" or not phrase.word("day")[0].isdigit():
        return None
    value = day_or_month_value(context.month.year, context.month.month, day_number(phrase, "day"))
    return Reading(value) if value else None


def _is_word_before_noun(phrase: Phrase, text: str) -> bool:
    """Whether a rank in words counts something else: "the second May poll", "June second-rounders"."""
    token = phrase["day"]
    if token.word[0].isdigit():
        return False
    follows = token.start > phrase["month"].start
    return text[token.end : token.end + 1] == "-" or not (follows or " of " in text[token.end : phrase.end])


def is_day_beside_month(phrase: Phrase, context: Context) -> bool:
    """Whether the number is the day: in "in March 12 people died" it counts people."""
    last = phrase.run[phrase.last - 1]
    if not last.word.isdigit() or phrase.before not in words_beside("month-not-day-before"):
        return True
    following = _NOUN.match(context.text, last.end)
    return following is None or following[1] not in counted_words()


def read_month_year(phrase: Phrase, context: Context) -> Readings:
    return Reading(day_or_month_value(year_of(phrase, context), month_number(phrase.word("month"))) or "")


def read_month(phrase: Phrase, context: Context) -> Readings:
    token = phrase["month"]
    if not is_month(phrase, context):
        return None
    month = month_number(token.word)
    year = _shared_year(phrase) or context.year_of_month(month, phrase.start, phrase.end)
    return Reading(day_or_month_value(year, month) or "")


def _shared_year(phrase: Phrase) -> int | None:
    """The year that follows the next month: "from May to July 2019"."""
    words = [token.word for token in phrase.run[phrase.last : phrase.last + 6]]
    if len(words) > 2 and words[1].isdigit():
        del words[1]  # "1 December to 15 March 2025"
    if len(words) > 2 and words[0] in words_beside("links") and month_number(words[1]):
        for word in words[2:4]:
            if re.fullmatch(r"[12]\d{3}", word):
                return int(word) - (month_number(words[1]) < month_number(phrase.word("month")))
    return None


def read_year(phrase: Phrase, context: Context) -> Readings:
    year = year_of(phrase, context)
    if year is None or not is_year(phrase, context):
        return None
    return Reading(f"{year:04d}")


def read_year2(phrase: Phrase, context: Context) -> Readings:
    if phrase.before not in words_beside("two-digit-year-before"):
        return None
    return Reading(f"{year_of(phrase, context):04d}")


def read_named_year(phrase: Phrase, context: Context) -> Readings:
    year = year_of(phrase, context)
    return Reading(f"{year:04d}") if year else None


def read_fiscal_year(phrase: Phrase, context: Context) -> Readings:
    year = year_of(phrase, context)
    if year is None:
        return None
    # fiscal years run from April, July or October of one year to March, June or September of another
    return Reading(f"{year:04d}", days=(date(year - 1, 4, 1), date(year + 1, 6, 30)))


def read_era(phrase: Phrase, _: Context) -> Readings:
    word, era = phrase.word("number"), phrase.word("era")
    year = int(word) if word.isdigit() else 0
    if not 0 < year < 9999:
        return None
    if era in words_beside("eras-before-christ"):
        return Reading(f"BC{year:04d}")
    return Reading(f"{year:04d}") if year < 2200 else None


def read_decade(phrase: Phrase, context: Context) -> Readings:
    if token := phrase.get("decade"):
        return Reading(token.word[:3])
    if token := phrase.get("decade2"):
        if phrase.before in words_beside("owners") or not _is_short_decade(phrase, context.text):
            return None
        return Reading(f"{full_year(int(token.word[-3:-1]), context.published):04d}"[:3])
    digit: int = load_lexicon("time_words")["decades"][phrase.word("decade_word")]
    is_told = phrase.get("the") is not None or phrase.before in words_beside("season-before") | {"the"}
    if not is_told or phrase.before in words_beside("owners"):
        return None
    latest = context.published.year if context.published else 2029
    decade = latest // 100 * 10 + digit
    return Reading(str(decade if decade * 10 <= latest else decade - 10))


def _is_short_decade(phrase: Phrase, text: str) -> bool:
    """Whether "the 80s" are years: an apostrophe says so, and so does the lack of a thermometer."""
    if phrase["decade2"].word[0] in "'’":
        return True
    near = text[max(0, phrase.start - 80) : phrase.end + 40].casefold().split()
    is_told = phrase.get("the") is not None or phrase.before == "-"
    return is_told and not words_beside("temperatures").intersection(word.strip(".,;") for word in near)


def read_century(phrase: Phrase, _: Context) -> Readings:
    ordinal = ordinal_value(phrase.word("ordinal"))
    if not ordinal or ordinal > 22:
        return None
    if phrase.word("era") in words_beside("eras-before-christ"):
        return Reading(f"BC{ordinal - 1:02d}")
    return Reading(f"{ordinal - 1:02d}")


def read_iso(phrase: Phrase, _: Context) -> Readings:
    value = phrase.word("iso")
    return Reading(value) if days_of(value) else None


def read_iso_time(phrase: Phrase, _: Context) -> Readings:
    value = phrase.word("isotime").upper().replace(" ", "T")
    return Reading(value, "time") if days_of(value) else None


def read_slash_date(phrase: Phrase, context: Context) -> Readings:
    """Digits alone: year first, else the order that the parts allow, else that of the option."""
    if is_numbered(context.text, phrase.start):
        return None  # "paragraph 12.1.2015"
    word = phrase.word("slashdate")
    parts = re.split(r"[-./]", word)
    if len(parts[0]) == 4:
        year, month, day = (int(part) for part in parts)
    elif len(parts[0]) > 2 or (len(parts[2]) == 2 and "." in word):
        return None
    else:
        one, two, year = (int(part) for part in parts)
        year = full_year(year, context.published) if len(parts[2]) == 2 else year
        day_first = one > 12 or (context.day_first and two <= 12)
        day, month = (one, two) if day_first else (two, one)
    value = f"{year:04d}-{month:02d}-{day:02d}"
    return Reading(value) if 1000 <= year < 2200 and days_of(value) else None


_DAY = "day=day|dayth"
_WEEKDAY = "weekday=weekday|wday comma?"

RULES: list[tuple[str, Reader]] = [
    (f"month the? {_DAY} comma? year=year|year_word", read_full_date),
    (f"month {_DAY} of year", read_full_date),
    (f"month {_DAY} comma? year2", read_full_date),
    (f"{_WEEKDAY} month the? {_DAY} comma? year", read_full_date),
    (f"the? {_DAY} of? month comma? year", read_full_date),
    (f"{_DAY} month comma? year2", read_full_date),
    (f"{_WEEKDAY} the? {_DAY} of? month comma? year", read_full_date),
    (f"{_DAY} dash month dashb=dash year", read_full_date),
    (f"month {_DAY} which=last|this|next yearunit=unit_year", read_full_date),
    (f"{_DAY} month which=last|this|next yearunit=unit_year", read_full_date),
    (f"month the? {_DAY}", read_month_day),
    ("the day=dayth", read_day_alone),
    (f"{_WEEKDAY} month the? {_DAY}", read_month_day),
    (f"the? {_DAY} of? month", read_month_day),
    (f"{_WEEKDAY} the? {_DAY} of? month", read_month_day),
    ("month comma? YEAR", read_month_year),
    ("month of the? YEAR", read_month_year),
    ("month comma? year2", read_month_year),
    ("month", read_month),
    ("year", read_year),
    ("year_word", read_year),
    ("year2", read_year2),
    ("the? unit_year year=year|year_word", read_named_year),
    ("fiscal unit_year? year", read_fiscal_year),
    ("the fiscal unit_year year", read_fiscal_year),
    ("fy year=year|year2", read_fiscal_year),
    ("number era", read_era),
    ("era number", read_era),
    ("the? decade", read_decade),
    ("the? decade_word", read_decade),
    ("the? decade2", read_decade),
    ("the? ordinal unit_century era?", read_century),
    ("ordinal dash unit_century", read_century),
    ("iso", read_iso),
    ("isotime", read_iso_time),
    ("slashdate", read_slash_date),
]
