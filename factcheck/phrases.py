"""Values in words for people: amounts, dates, sides and counts."""

import re
from decimal import Decimal

from claims.model import Claim
from factcheck.model import Evidence, Finding

_BOUNDS = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
    "between": "",
}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
    "H1": "first half",
    "H2": "second half",
}
_DAY = re.compile(r"(XXXX|\d{4})-(\d\d)(?:-(\d\d))?(?:T(.+))?")
_PART = re.compile(r"(XXXX|\d{4})-(SP|SU|FA|WI|H[12]|Q[1-4]|W\d\d)")


def plain(value: Decimal) -> str:
    """`value` without exponent and without trailing zeros.

    >>> plain(Decimal("7.50E+7")), plain(Decimal("28.70")), plain(Decimal("-0"))
    ('75000000', '28.7', '0')
    """
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def number_words(value: Decimal) -> str:
    """`value` as a newspaper prints it: grouped, and round millions and more in words.

    >>> number_words(Decimal("75000000")), number_words(Decimal("1234567")), number_words(Decimal("0.25"))
    ('75 million', '1,234,567', '0.25')
    """
    for scale, name in _SCALES:
        scaled = value / scale
        if abs(scaled) >= 1 and scaled == scaled.quantize(Decimal("0.001")):
            return f"{_grouped(scaled)} {name}"
    return _grouped(value)


def _grouped(value: Decimal) -> str:
    whole, point, rest = plain(value).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{point}{rest}"


def amount_words(claim: Claim) -> str:
    """What a quantity or ordinal claim says, with its bound and unit; "" where nothing is known.

    >>> from claims.model import Claim
    >>> amount_words(Claim(id="", kind="quantity", doc="a", start=0, end=1, text="", sentence="",
    ...     sentence_start=0, value=Decimal(220000), low=Decimal(220000), bound="more_than", unit="USD"))
    'more than 220,000 USD'
    """
    if claim.value is not None:
        amount = _BOUNDS[claim.bound] + number_words(claim.value)
    elif claim.low is not None and claim.high is not None:
        amount = f"{number_words(claim.low)} to {number_words(claim.high)}"
    elif claim.low is not None:
        amount = f"at least {number_words(claim.low)}"
    elif claim.high is not None:
        amount = f"at most {number_words(claim.high)}"
    else:
        return ""
    if claim.kind == "ordinal":
        return f"number {amount}"
    return f"{amount} {unit_words(claim.unit)}".strip()


def unit_words(unit: str | None) -> str:
    """A unit's name in words.

    >>> unit_words("basis_point"), unit_words("USD"), unit_words(None)
    ('basis point', 'USD', '')
    """
    return (unit or "").replace("_", " ")


def date_words(value: str) -> str:
    """A TIMEX3 value in words; what has none stays as it is.

    >>> date_words("2020-02-23"), date_words("XXXX-11"), date_words("2019-W44"), date_words("199")
    ('23 Feb 2020', 'Nov, year open', 'week 44 of 2019', '1990s')
    """
    if day := _DAY.fullmatch(value):
        return _day_words(*day.groups())
    if part := _PART.fullmatch(value):
        year, name = part.groups()
        words = _SEASONS.get(name) or (f"week {int(name[1:])}" if name[0] == "W" else f"quarter {name[1]}")
        return f"{words}, year open" if year == "XXXX" else f"{words} of {year}"
    return f"{value}0s" if re.fullmatch(r"\d{3}", value) else value


def _day_words(year: str, month: str, day: str | None, time: str | None) -> str:
    if not 1 <= int(month) <= 12:
        return "-".join(filter(None, (year, month, day)))
    words = _MONTHS[int(month) - 1]
    if day:
        words = f"{int(day)} {words}"
    words = f"{words}, year open" if year == "XXXX" else f"{words} {year}"
    return f"{words}, {time}" if time else words


def count_words(count: int, singular: str, plural: str | None = None) -> str:
    """A count with its noun.

    >>> count_words(1, "agreement"), count_words(1200, "discrepancy", "discrepancies")
    ('1 agreement', '1,200 discrepancies')
    """
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def evidence_words(evidence: Evidence, kind: str | None) -> str:
    """The value of a claim as a finding of `kind` compared it, in words.

    The claim's own reading, bound and all, where that is the number compared; else the bare number.
    """
    claim = evidence.claim
    if evidence.value is not None and (kind == "date" or claim.kind == "date"):
        return date_words(evidence.value)
    if evidence.value is None or claim.value is None or plain(claim.value) == evidence.value:
        return amount_words(claim)
    return f"{evidence.value} {unit_words(evidence.unit)}".strip()


def side_names(finding: Finding) -> dict[int, str]:
    """A letter for each side of a finding; none where all its claims are on one side."""
    sides = sorted({evidence.side for evidence in finding.claims})
    if len(sides) == 1:
        return {sides[0]: ""}
    return {side: _letter(number) for number, side in enumerate(sides)}


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else str(number + 1)
