"""Two sentences, in each the number or date in brackets, as a pair that was linked with a given chance."""

from dataclasses import replace
from datetime import date
from typing import Any

from claims import Claim, extract_claims
from corpus import Article
from factcheck.linking.link import Link, match_slots, relation_of

WEDNESDAY = date(2024, 3, 6)


def claim_of(marked: str, doc: str, published: date | None = WEDNESDAY) -> Claim:
    """The claim of what stands in brackets in a text."""
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    claims = extract_claims(Article(id=doc, publisher=doc, published=published, text=text))
    [claim] = [claim for claim in claims if claim.start == start]
    return claim


def linked(
    first: str,
    second: str,
    *,
    days: tuple[date | None, date | None] = (WEDNESDAY, WEDNESDAY),
    also: dict[str, Any] | None = None,
    **told: Any,
) -> Link:
    """The link of the two claims; `told` is what it says, `also` what is added to the first claim."""
    a, b = claim_of(first, "coast", days[0]), claim_of(second, "valley", days[1])
    a = replace(a, **also or {})
    slots = match_slots(a, b)
    assert slots is not None, "a slot keeps the two apart"
    link = Link(a, b, relation_of(a, b, slots), 0.95, 0.95, slots, is_one_story=True)
    return replace(link, **told)
