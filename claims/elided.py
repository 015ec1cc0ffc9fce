"""What a number leaves out because another one of its sentence says it: unit, scale, thing and event."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from claims.lexicon import load_lexicon
from claims.model import Claim

_REACH = 100  # characters between a number and the one that completes it
_BEFORE = 40  # characters before a number that may set it against another one
_LIKE = 20  # times that a number may be as large as the one whose scale it shares
_LASTING = frozenset({"day", "hour", "minute", "month", "second", "week", "year"})
_MODIFIER = re.compile(r"[0-9][0-9,.]*-[^\W\d_]|[^\W\d_]+-[^\W\d_]+$")  # "240-seat", "twelve-member"
_OVER = re.compile(r"\b(?:during|for|in|over|within)\s+(?:(?:the\s+)?(?:first|last|past)\s+)?$")
_DIGITS = re.compile(r"[0-9][0-9.,]*")
_SCALED = re.compile(r"[0-9][ -]?([^\W\d_]+)")
_REACHES = re.compile(r"\b(?:at|hit|is|reached|to|was)\s+(?:[a-z]+\s+)?$")  # "bringing the total to 412"
_OF_ANOTHER = re.compile(r"\s+(?:by|for|in|to)\s+(?:[^\W\d_]+\.?\s+)?[A-Z]")
_JOINED = re.compile(
    r"(?:,|\band)\s[^,;]{0,30}$"
)  # what joins it to the one before: "and the police 1.1 billion"


def with_elided(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, each with what it leaves out to another one.

    "From $1.2 billion to 1.5" is about one and a half billion dollars; "588 million a year earlier", behind
    "against", is of the sales before it; "bringing the total to 412" counts what was counted just before.
    A number that says a unit or a thing of its own keeps it.

    >>> from claims import extract_claims
    >>> from corpus.article import Article
    >>> text = "The deficit will widen from $1.2 billion to 1.5 this year."
    >>> found = extract_claims(Article(id="a", text=text))[1]
    >>> str(found.value), found.unit
    ('1500000000', 'USD')
    """
    told: list[Claim] = []
    before: Claim | None = None
    for claim in claims:
        if claim.kind != "quantity":
            told.append(claim)
            continue
        if before is not None and _is_completed_by(claim, before):
            claim = _completed(claim, before)
        told.append(claim)
        before = claim if before is None or not _is_aside(claim, before) else before
    return told


def _is_aside(claim: Claim, before: Claim) -> bool:
    """Whether nothing is set against a number: "130 mph (210 kph)", "a 240-seat house", "in six weeks"."""
    start = claim.start - claim.sentence_start
    lead = claim.sentence[max(0, start - _BEFORE) : start].casefold()
    is_conversion = lead.endswith("(") and claim.unit not in ("", before.unit)
    is_modifier = _MODIFIER.match(claim.text) is not None and not claim.unit
    is_time = claim.unit in _LASTING and before.unit not in _LASTING and _OVER.search(lead) is not None
    return is_conversion or is_modifier or is_time


def _is_completed_by(claim: Claim, other: Claim) -> bool:
    """Whether `other`, the number before, is what `claim` moved from, is compared with or adds up."""
    start = claim.start - claim.sentence_start
    if claim.start - other.end > _REACH:
        return False
    lead = claim.sentence[max(0, start - _BEFORE) : start].casefold()
    if _is_total(claim) and _REACHES.search(lead):
        return claim.unit == other.unit == ""
    if not _is_bare(claim) and not _is_of_one_thing(claim, other):
        return False
    is_move = {claim.standing, other.standing} == {"former", "moved"}
    is_compared = _against().search(lead) is not None and not _is_of_another(claim)
    if is_move or is_compared:
        return claim.unit in ("", other.unit)
    is_listed = claim.unit == "" and _scale_in(claim.text) is not None and _JOINED.search(lead) is not None
    return is_listed and other.unit.isupper() and _scale_in(other.text) is not None


def _is_of_another(claim: Claim) -> bool:
    """Whether a number set against another one is told to be somebody's: "against 214,060 for Mr Adair"."""
    return _OF_ANOTHER.match(claim.sentence, claim.end - claim.sentence_start) is not None


@cache
def _against() -> re.Pattern[str]:
    """What sets a number against the one before it: "compared with", "against about"."""
    vague = "|".join(map(re.escape, load_lexicon("bounds")["about"]["forms"]))
    return re.compile(rf"\b(?:against|versus|vs|compared (?:to|with))\s+(?:(?:{vague})\s+)?$")


def _is_total(claim: Claim) -> bool:
    """Whether what is named only adds up: "the total", "its tally"."""
    sums = load_lexicon("measured")["totals"]["forms"]
    return _is_bare(claim) and claim.item is not None and claim.item.head in sums


def _is_bare(claim: Claim) -> bool:
    """Whether the mention names no thing: "9.8", "588 million"."""
    return claim.noun is None or not claim.text.endswith(claim.noun)


def _is_of_one_thing(claim: Claim, other: Claim) -> bool:
    return claim.item is not None and other.item is not None and claim.item.head == other.item.head


def _scale_in(mention: str) -> Decimal | None:
    """The scale of a number in digits: a billion of "$1.2 billion" and of "1.2bn"."""
    found = _SCALED.search(mention)
    if found is None:
        return None
    forms = load_lexicon("numbers")["scales"]["forms"] | load_lexicon("numbers")["short-scales"]["forms"]
    scale = forms.get(found[1].casefold())
    return Decimal(scale) if scale is not None else None


def _completed(claim: Claim, other: Claim) -> Claim:
    """`claim` with what `other` says for both."""
    is_total = _is_total(claim) and claim.unit == other.unit == ""
    if other.unit:
        claim = _with_scale(replace(claim, unit=other.unit), other)
    takes_event = claim.event is None or is_total
    takes_item = is_total or (_is_bare(claim) and other.item is not None)
    return replace(
        claim,
        item=other.item if takes_item else claim.item,
        noun=other.noun if takes_item else claim.noun,
        event=other.event if takes_event else claim.event,
        stage=other.stage if takes_event else claim.stage,
        parties=claim.parties or (other.parties if takes_event else ()),
        scope="total" if is_total and claim.scope is None else claim.scope,
    )


def _with_scale(claim: Claim, other: Claim) -> Claim:
    """ "From $1.2 billion to 1.5": digits alone have the scale of the other if that makes them alike."""
    scale = _scale_in(other.text)
    if scale is None or not claim.value or not other.value or not _DIGITS.fullmatch(claim.text):
        return claim
    ratio = other.value / (claim.value * scale)
    is_alike = claim.bound == "exact" and 1 <= ratio * _LIKE <= _LIKE * _LIKE
    return replace(claim, value=_plain(claim.value * scale)) if is_alike else claim


def _plain(value: Decimal) -> Decimal:
    """The number without trailing zeros: 7200000000, not 7200000000.0."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
