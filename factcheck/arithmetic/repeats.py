"""A headline and its story: the same fact told twice, with two numbers."""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from claims.model import Claim
from claims.things import compatible_types
from factcheck.arithmetic.passages import Miscount, Reach, reach_of
from factcheck.linking.values import is_currency, relation

_LEAD = 3  # sentences with figures in which a story tells what its headline says
_LONGEST = 120  # characters of a headline
_STOPS = (".", "!", "?", "”", '"')
_OTHERS = 8  # numbers of one kind in a story of which two or three may make the headline's


def find_bad_headlines(claims: Sequence[Claim]) -> Iterator[Miscount]:
    """A number of the headline for which its story gives one other, and never the headline's own."""
    for _, group in groupby(claims, key=lambda claim: claim.doc):
        story = list(group)
        first = story[0]
        if not is_headline(first):
            continue
        body = [claim for claim in story if claim.sentence_start != first.sentence_start]
        for claim in story:
            if claim.sentence_start == first.sentence_start and _is_plain(claim):
                yield from _contradicted(claim, body)


def is_headline(claim: Claim) -> bool:
    """Whether a claim stands in the first line of its article, and that is no sentence of prose."""
    return (
        claim.sentence_start <= 2 and len(claim.sentence) <= _LONGEST and not claim.sentence.endswith(_STOPS)
    )


def _contradicted(claim: Claim, body: Sequence[Claim]) -> Iterator[Miscount]:
    if any(_is_number(other) and relation(claim, other) != "different" for other in body):
        return
    rivals = [other for other in body if _is_one_kind(claim, other)]
    lead = sorted({other.sentence_start for other in body})[:_LEAD]
    if not rivals or len(rivals) > _OTHERS or len({other.value for other in rivals}) > 1:
        return
    rival = rivals[0]
    if rival.sentence_start not in lead or not _is_plain(rival) or _is_made_of(claim, body):
        return
    reason = f"the headline says {claim.text}, the story {rival.text}"
    yield Miscount((rival,), claim, reason, "value")


def _is_plain(claim: Claim) -> bool:
    return (
        _is_number(claim)
        and claim.event is not None
        and claim.status == "asserted"
        and claim.scope in (None, "total")
        and claim.bound in ("exact", "about")
        and not claim.change
    )


def _is_number(claim: Claim) -> bool:
    return claim.kind == "quantity" and (claim.value is not None or claim.low is not None)


def _is_one_kind(claim: Claim, other: Claim) -> bool:
    if not _is_number(other) or claim.event != other.event or claim.unit != other.unit:
        return False
    if claim.item is None or other.item is None:
        return not claim.unit and claim.item is None
    types = compatible_types(claim.item.type, other.item.type)
    if is_currency(claim.unit):  # of money the text names who pays as often as what for
        return types != "different"
    mine, theirs = set(claim.item.modifiers), set(other.item.modifiers)
    if mine and theirs and mine.isdisjoint(theirs):
        return False  # "12 coal mines", "14 gold mines"
    return types in ("same", "narrower") or claim.item.head == other.item.head


def _is_made_of(claim: Claim, body: Sequence[Claim]) -> bool:
    """Whether the headline puts together what its story tells one by one."""
    counts = [other for other in body if _is_number(other) and other.unit == claim.unit][: 2 * _OTHERS]
    reach = reach_of(claim)
    for size in (2, 3):
        for some in combinations(map(reach_of, counts), size):
            made = Reach(sum(r.low for r in some), sum(r.high for r in some))  # type: ignore[arg-type]
            if made.meets(reach):
                return True
    return False
