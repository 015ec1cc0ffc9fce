"""Facts in words: the summary line of a finding, the value that was compared."""

from collections.abc import Sequence

from claims.model import Claim
from factcheck.model import FindingKind, Verdict
from factcheck.words.phrases import amount_words, plain
from factcheck.words.timex_words import date_words


def value_words(claim: Claim) -> str | None:
    """The compared value of a claim: a plain decimal or a TIMEX3 value; None for a range."""
    if claim.kind == "date":
        return claim.when.value if claim.when else None
    return plain(claim.value) if claim.value is not None else None


def fact_words(claim: Claim) -> str:
    """What a claim is about, without its value: item and stage or event."""
    item = claim.item.text if claim.item else ""
    event = claim.stage or (claim.event or "").replace("_", " ")
    return ", ".join(part for part in (item, event) if part)


def summary_of(
    verdict: Verdict,
    kind: FindingKind | None,
    sides: Sequence[Sequence[Claim]],
    *,
    about: Claim | None = None,
) -> str:
    """One line that tells a finding; `about` is the claim that names the fact, where no side does."""
    first = sides[0][0]
    if kind == "stage":
        numbers = ", ".join(f"{_amount(side[0])} {side[0].stage}" for side in sides)
        item = first.item.text if first.item else first.text
        return f"{item}: {numbers}"
    told = " / ".join(dict.fromkeys(_amount(side[0]) for side in sides))
    clearest = about or max((claim for side in sides for claim in side), key=_clearness)
    return f"{fact_words(clearest) or first.text}: {told}"


def _clearness(claim: Claim) -> tuple[bool, int]:
    """How well a claim's words say what it is about: by a model's name, then by their number."""
    is_named = claim.item is not None and (claim.item.designation or "\0") in claim.item.text
    return is_named, len(fact_words(claim))


def _amount(claim: Claim) -> str:
    if claim.kind == "date":
        return date_words(claim.when.value) if claim.when else claim.text
    return amount_words(claim) or claim.text
