"""The same text in another house style: numbers, dates, percent, money, marks, units of measure.

Each style takes a text and gives the changes that a sub-editor would make; none alters what is said.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from benchmarks.changes import Change
from benchmarks.mentions import MONTHS, ONES
from benchmarks.units import in_other_units

Style = Callable[[str], Iterator[Change]]

# a noun that is counted follows
_COUNT = (
    r"(?= [a-z]{3,}\b)(?! (?:and|or|to|of|in|on|at|by|from|for|per|the|past|percent|million|billion"
    r"|trillion|thousand|hundred|dozen|thirds|halves|quarters|fifths|points?|pts|mph|kph)\b)"
)
_SMALL = {word: value for value, word in enumerate(ONES[:13]) if value > 1}
_WORD = re.compile(rf"(?<![\w-])(?<!\bone in )(?<!\band )(?<!\bhundred )(?:{'|'.join(_SMALL)}){_COUNT}")
_DIGIT = re.compile(rf"(?<=[a-z] )(?:[2-9]|1[0-2]){_COUNT}")
_MILLIONS = re.compile(r"(?<![\w.,])(?P<symbol>[$€£]?)(?P<number>\d\.\d{1,2}) million\b")
_LONG = re.compile(r"(?<![\w.,])(?P<symbol>[$€£]?)(?P<number>[1-9],\d\d0,000)(?![\w,])(?!\.\d)")


def in_digits(text: str) -> Iterator[Change]:
    """Twelve members as 12 members."""
    for found in _WORD.finditer(text):
        yield Change(*found.span(), str(_SMALL[found[0]]))


def in_words(text: str) -> Iterator[Change]:
    """12 members as twelve members."""
    for found in _DIGIT.finditer(text):
        yield Change(*found.span(), ONES[int(found[0])])


def written_out(text: str) -> Iterator[Change]:
    """1.5 million as 1,500,000."""
    for found in _MILLIONS.finditer(text):
        yield Change(*found.span(), f"{found['symbol']}{Decimal(found['number']) * 10**6:,.0f}")


def in_millions(text: str) -> Iterator[Change]:
    """1,500,000 as 1.5 million."""
    for found in _LONG.finditer(text):
        number = Decimal(found["number"].replace(",", "")) / 10**6
        yield Change(*found.span(), f"{found['symbol']}{number.normalize():f} million")


# ---- dates

_SHORT = {
    **{month: f"{month[:3]}." for month in MONTHS if len(month) > 4},
    "September": "Sept.",
    "March": "March",
    "April": "April",
    "July": "July",
    "June": "June",
    "May": "May",
}
_LONG_OF = {short: month for month, short in _SHORT.items()}
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|{'|'.join(re.escape(s) for s in _LONG_OF if s.endswith('.'))})"
_MONTH_DAY = re.compile(
    rf"\b{_MONTH} (?P<day>\d{{1,2}})(?!\d|:|\.\d|,\d| ?(?:to|and|or|[-–]) ?\d)"
    r"(?:, (?P<year>\d{4})(?!\d),?)?"
)
_DAY_MONTH = re.compile(
    rf"(?<![\w.,–-])(?<!\d to )(?<!\d and )(?<!\d or )(?P<day>\d{{1,2}}) {_MONTH}(?!\w| [12]?\d(?!\d))"
    r"(?: (?P<year>\d{4})(?!\d))?"
)


def day_first(text: str) -> Iterator[Change]:
    """March 3, 2024, as 3 March 2024."""
    for found in _MONTH_DAY.finditer(text):
        yield Change(*found.span(), _dated(f"{int(found['day'])} {_month(found)}", found["year"]))


def month_first(text: str) -> Iterator[Change]:
    """3 March 2024 as March 3, 2024."""
    for found in _DAY_MONTH.finditer(text):
        year = f", {found['year']}" if found["year"] else ""
        yield Change(*found.span(), f"{_month(found)} {int(found['day'])}{year}")


def in_iso(text: str) -> Iterator[Change]:
    """March 3, 2024, as 2024-03-03."""
    for pattern in (_MONTH_DAY, _DAY_MONTH):
        for found in pattern.finditer(text):
            if found["year"]:
                month = MONTHS.index(_month(found)) + 1
                yield Change(*found.span(), f"{found['year']}-{month:02}-{int(found['day']):02}")


def months_short(text: str) -> Iterator[Change]:
    """January 3 as Jan. 3, as agencies write it."""
    for pattern in (_MONTH_DAY, _DAY_MONTH):
        for found in pattern.finditer(text):
            if _SHORT.get(found["month"], found["month"]) != found["month"]:
                yield Change(*found.span("month"), _SHORT[found["month"]])


def _month(found: re.Match[str]) -> str:
    return _LONG_OF.get(found["month"], found["month"])


def _dated(day: str, year: str | None) -> str:
    return f"{day} {year}" if year else day


# ---- percent and money

_PERCENT = re.compile(r"(?<=\d)(?:%| ?per ?cent\b)(?!age)")
_CURRENCIES = {"$": ("dollars", "US$"), "€": ("euros", "EUR "), "£": ("pounds", "GBP ")}
_SYMBOL = re.compile(
    r"(?<![\w$€£])(?P<symbol>[$€£])(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"(?P<scale>m|bn| million| billion)?"
    r"(?![\w.,]*\d|\w|-)"
)
_NAMED = re.compile(
    r"(?<![\w.,$€£-])(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"(?P<scale> million| billion)? (?P<name>dollars|euros)\b"
)


def with_sign(text: str) -> Iterator[Change]:
    """5 percent as 5%."""
    yield from _percent(text, "%")


def in_one_word(text: str) -> Iterator[Change]:
    """5% as 5 percent."""
    yield from _percent(text, " percent")


def in_two_words(text: str) -> Iterator[Change]:
    """5% as 5 per cent."""
    yield from _percent(text, " per cent")


def _percent(text: str, new: str) -> Iterator[Change]:
    for found in _PERCENT.finditer(text):
        if found[0] != new:
            yield Change(*found.span(), new)


def money_named(text: str) -> Iterator[Change]:
    """$5m as 5 million dollars."""
    for found in _SYMBOL.finditer(text):
        yield Change(*found.span(), f"{found['number']}{_scale(found)} {_CURRENCIES[found['symbol']][0]}")


def money_short(text: str) -> Iterator[Change]:
    """$5 million and 5 million dollars as $5m."""
    for pattern in (_SYMBOL, _NAMED):
        for found in pattern.finditer(text):
            short = {" million": "m", " billion": "bn", "": ""}[_scale(found)]
            new = f"{_symbol(found)}{found['number']}{short}"
            if new != found[0]:
                yield Change(*found.span(), new)


def money_coded(text: str) -> Iterator[Change]:
    """$5m as US$5 million, and €5m as EUR 5 million."""
    for pattern in (_SYMBOL, _NAMED):
        for found in pattern.finditer(text):
            yield Change(*found.span(), f"{_CURRENCIES[_symbol(found)][1]}{found['number']}{_scale(found)}")


def _scale(found: re.Match[str]) -> str:
    return {"m": " million", "bn": " billion", None: ""}.get(found["scale"], found["scale"])


def _symbol(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return groups.get("symbol") or next(s for s, names in _CURRENCIES.items() if names[0] == groups["name"])


# ---- marks

_MARKS = re.compile(r"[“”‘’–—]")
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"}
_STRAIGHT_MARKS = re.compile(r"""["']|(?<= )-(?= )|(?<=\d)-(?=\d)""")


def straight(text: str) -> Iterator[Change]:
    """Typographic quotation marks and dashes as typewriters have them."""
    for found in _MARKS.finditer(text):
        yield Change(*found.span(), _STRAIGHT[found[0]])


def typographic(text: str) -> Iterator[Change]:
    """Straight quotation marks and dashes as printers have them."""
    for found in _STRAIGHT_MARKS.finditer(text):
        opens = not text[: found.start()][-1:].strip() or text[found.start() - 1] in "([—–-"
        curled = {'"': "“" if opens else "”", "'": "‘" if opens else "’", "-": "–"}
        yield Change(*found.span(), curled[found[0]])


STYLES: Mapping[str, Style] = {
    "other units": in_other_units,
    "in digits": in_digits,
    "in words": in_words,
    "written out": written_out,
    "in millions": in_millions,
    "day first": day_first,
    "month first": month_first,
    "in ISO 8601": in_iso,
    "months short": months_short,
    "with %": with_sign,
    "percent": in_one_word,
    "per cent": in_two_words,
    "money named": money_named,
    "money short": money_short,
    "money coded": money_coded,
    "straight": straight,
    "typographic": typographic,
}
