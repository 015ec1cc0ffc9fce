"""Arithmetic: whether what one article states adds up, by the sums and the order that it states itself."""

from collections.abc import Mapping, Sequence
from datetime import date

from claims.model import Claim
from factcheck.arithmetic.changes import find_bad_changes
from factcheck.arithmetic.days import find_bad_days
from factcheck.arithmetic.parts import find_bad_lists, find_bad_partitions, find_bad_splits, find_bad_totals
from factcheck.arithmetic.passages import Miscount, denied_figures, figures_of, read_passages
from factcheck.arithmetic.products import find_bad_products
from factcheck.arithmetic.repeats import find_bad_headlines
from factcheck.arithmetic.shares import find_bad_ballots, find_bad_rests, find_bad_shares, find_bad_wholes

__all__ = ["Miscount", "find_miscounts"]

_CHECKS = (
    find_bad_lists,
    find_bad_totals,
    find_bad_partitions,
    find_bad_splits,
    find_bad_rests,
    find_bad_wholes,
    find_bad_shares,
    find_bad_ballots,
    find_bad_changes,
    find_bad_products,
)


def find_miscounts(
    claims: Sequence[Claim], published: Mapping[str, date | None] | None = None
) -> list[Miscount]:
    """Everything among `claims` (in text order) that one article states and its own figures deny.

    Sums, shares, changes, products, days and their order, a headline and its lead; rounding as people
    write it is allowed for, and what the text itself denies is no slip of it. `published` gives the
    articles' dates: a weekday without a year needs one.
    Each number is told of once.

    >>> from claims import extract_claims
    >>> from corpus import Article
    >>> text = "Two of the six systems have arrived, leaving five."
    >>> [found.reason for found in find_miscounts(extract_claims(Article(id="a", text=text)))]
    ['2 of 6 leaves 4, not 5']
    """
    days = published or {}
    found: list[Miscount] = []
    for passage in read_passages(claims):
        told = [miscount for check in _CHECKS for miscount in check(passage)]
        told += find_bad_days(passage, days.get(passage.doc))
        if told:
            denied = denied_figures(passage)
            found += (miscount for miscount in told if denied.isdisjoint(figures_of(miscount)))
    found += find_bad_headlines(claims)
    return _once(found)


def _once(found: Sequence[Miscount]) -> list[Miscount]:
    """The first of those that share two claims, or have one result: one slip is told once."""
    kept: list[Miscount] = []
    results: set[str] = set()
    pairs: set[frozenset[str]] = set()
    for miscount in found:
        ids = [claim.id for claim in (*miscount.parts, miscount.result)]
        both = {frozenset((one, other)) for one in ids[:-1] for other in ids[-1:]}
        if miscount.result.id in results or both & pairs:
            continue
        results.add(miscount.result.id)
        pairs |= both
        kept.append(miscount)
    return sorted(kept, key=lambda miscount: (miscount.result.doc, miscount.result.start))
