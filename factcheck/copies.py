"""Copies: articles that say the very same are compared once, whatever their number."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from claims.model import Claim, claim_order

_COMPARED = 2  # articles of one wording that are compared: two tell that they agree, more tell no more


@dataclass(frozen=True, slots=True)
class Condensed:
    """`claims` without those of further copies; `others` has these by the id of the claim that speaks."""

    claims: tuple[Claim, ...]
    others: Mapping[str, tuple[Claim, ...]]


def condense(claims: Sequence[Claim], about: str | None = None) -> Condensed:
    """`claims`, which come by article and place, with two articles of each wording left.

    The last of the two stands for all further ones. The article `about` is always among them.
    """
    alike: dict[tuple[Claim, ...], list[tuple[Claim, ...]]] = defaultdict(list)
    for _, found in groupby(claims, key=lambda claim: claim.doc):
        told = tuple(found)
        alike[tuple(replace(claim, id="", doc="") for claim in told)].append(told)
    kept: list[Claim] = []
    others: dict[str, tuple[Claim, ...]] = {}
    for articles in alike.values():
        articles.sort(key=lambda told: told[0].doc != about)
        kept += [claim for told in articles[:_COMPARED] for claim in told]
        if len(articles) > _COMPARED:
            spoken_for = zip(*articles[_COMPARED:], strict=True)
            for claim, same in zip(articles[_COMPARED - 1], spoken_for, strict=True):
                others[claim.id] = same
    return Condensed(tuple(sorted(kept, key=claim_order)), others)
