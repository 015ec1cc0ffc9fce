"""Facts in words: the summary line of a finding, the value that was compared."""

from collections.abc import Sequence
from decimal import Decimal

from claims.model import Claim
from factcheck.model import FindingKind, Verdict

_BOUND_WORDS = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
    "between": "",
}


def plain(value: Decimal) -> str:
    """A decimal without exponent and trailing zeros.

    >>> plain(Decimal("1.50E+3"))
    '1500'
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value_words(claim: Claim) -> str | None:
    """The compared value of a claim: a plain decimal, "low..high" for a range, or a TIMEX3 value."""
    if claim.kind == "date":
        return claim.when.value if claim.when else None
    if claim.value is not None:
        return plain(claim.value)
    return "..".join(plain(limit) if limit is not None else "" for limit in (claim.low, claim.high))


def fact_words(claim: Claim) -> str:
    """What a claim is about, without its value: item and stage or event."""
    item = claim.item.text if claim.item else ""
    event = claim.stage or (claim.event or "").replace("_", " ")
    return ", ".join(part for part in (item, event) if part)


def summary_of(verdict: Verdict, kind: FindingKind | None, sides: Sequence[Sequence[Claim]]) -> str:
    """One line that tells a finding."""
    first = sides[0][0]
    if kind == "stage":
        numbers = ", ".join(f"{_amount(side[0])} {side[0].stage}" for side in sides)
        item = first.item.text if first.item else first.text
        return f"{item}: {numbers}"
    longest = max((claim for side in sides for claim in side), key=lambda claim: len(fact_words(claim)))
    told = " / ".join(dict.fromkeys(_amount(side[0]) for side in sides))
    return f"{fact_words(longest) or first.text}: {told}"


def _amount(claim: Claim) -> str:
    if claim.kind == "date":
        return value_words(claim) or claim.text
    unit = f" {claim.unit}" if claim.unit else ""
    if claim.value is None:
        return f"{_grouped(claim.low)} to {_grouped(claim.high)}{unit}"
    return f"{_BOUND_WORDS[claim.bound]}{_grouped(claim.value)}{unit}"


def _grouped(value: Decimal | None) -> str:
    if value is None:
        return "?"
    whole, dot, fraction = plain(value).partition(".")
    return f"{int(whole):,}{dot}{fraction}" if len(whole) > 4 else whole + dot + fraction
