"""Values in words for people: amounts, units, stages, sides and counts."""

from decimal import Decimal
from functools import cache, lru_cache

from claims.lexicon import load_lexicon
from claims.model import Claim
from claims.words import singular
from factcheck.model import Evidence, Finding
from factcheck.words.timex_words import date_words, rank_words

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
_POWERS = {"2": "square", "3": "cubic"}


@lru_cache(maxsize=1 << 12)
def _plain(text: str) -> str:
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def plain(value: Decimal) -> str:
    """`value` without exponent and without trailing zeros.

    >>> plain(Decimal("7.50E+7")), plain(Decimal("28.70")), plain(Decimal("-0"))
    ('75000000', '28.7', '0')
    """
    return _plain(format(value, "f"))


def number_words(value: Decimal) -> str:
    """`value` as a newspaper prints it: grouped, and round millions and more in words.

    >>> number_words(Decimal("75000000")), number_words(Decimal("1234567")), number_words(Decimal("0.25"))
    ('75 million', '1,234,567', '0.25')
    >>> number_words(Decimal("1E+40"))
    '10,000,000,000,000,000,000,000,000,000 trillion'
    """
    for scale, name in _SCALES:
        scaled = value / scale
        if abs(scaled) >= 1 and _decimals(scaled) <= 3:
            return f"{_grouped(scaled)} {name}"
    return _grouped(value)


def _decimals(value: Decimal) -> int:
    """How many digits stand behind the point."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int), "a claim's value is finite"
    return max(-exponent, 0)


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
    if claim.kind == "ordinal" and claim.value is not None and claim.value % 1 == 0:
        return rank_words(int(claim.value))
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
    one = claim.value is not None and abs(claim.value) == 1
    return f"{amount} {unit_words(claim.unit, one=one)}".strip()


@cache
def unit_words(unit: str | None, *, one: bool = False) -> str:
    """A unit's name in words, as it follows a number; plurals are forms of the lexicon.

    >>> unit_words("foot"), unit_words("mile", one=True), unit_words("kilowatt_hour"), unit_words("percent")
    ('feet', 'mile', 'kilowatt hours', 'percent')
    >>> unit_words("kilometer / hour"), unit_words("mile ** 2"), unit_words("degree_Celsius")
    ('kilometers per hour', 'square miles', 'degrees Celsius')
    """
    if not unit:
        return ""
    over, _, under = unit.partition(" / ")
    if under:
        return f"{unit_words(over, one=one)} per {unit_words(under, one=True)}"
    base, _, power = unit.partition(" ** ")
    if power in _POWERS:
        return f"{_POWERS[power]} {unit_words(base, one=one)}"
    name = unit.replace("_", " ")
    return name if one or unit == "percent" else _plural_unit(unit, name)


def _plural_unit(unit: str, name: str) -> str:
    """The form of the lexicon that is the plural of the name, with the capitals of the name."""
    singulars = [word.casefold() for word in name.split()]
    for form in load_lexicon("units").get(unit, {}).get("forms", ()):
        words = form.split()
        if words != singulars and [singular(word) for word in words] == singulars:
            pairs = zip(words, name.split(), strict=True)
            return " ".join(own if own.casefold() == word else word for word, own in pairs)
    return name


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


def course_words(claim: Claim) -> str:
    """The stage, else the event, and the status where it is not simply asserted."""
    words = (claim.stage or claim.event or "").replace("_", " ")
    return words if claim.status == "asserted" else f"{words} ({claim.status})".strip()


def pair_words(first: str, second: str) -> str:
    """Two wordings of one thing, said once where they are alike.

    >>> pair_words("T-72MS", "T-72"), pair_words("MiG-29", "MiG-29")
    ('T-72MS / T-72', 'MiG-29')
    """
    return first if first == second else f"{first} / {second}"


def side_names(finding: Finding) -> dict[int, str]:
    """A letter for each side of a finding; none where all its claims are on one side."""
    sides = sorted({evidence.side for evidence in finding.claims})
    if len(sides) == 1:
        return {sides[0]: ""}
    return {side: _letter(number) for number, side in enumerate(sides)}


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else str(number + 1)
