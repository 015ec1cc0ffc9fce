"""Copied sentences: claims of two articles that copy one text, told in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.linking.link import Compared

COPIED = 0.8  # of what two sentences can have in common above one half of their words
_AGREE_FOR_EACH = 3  # claims of copied sentences that agree for each that does not, in copies of one text


def copied_pairs(compared: Iterable[Compared]) -> frozenset[tuple[str, str]]:
    """The ids of the claims of two articles that stand in copied sentences; none if they are no copies.

    Two reports on one template, of two matches or two months, share their sentences, but not their figures.
    """
    found = [pair for pair in compared if pair.a.doc != pair.b.doc]
    copied = [pair for pair in found if pair.shared["copy"] >= COPIED]
    same = {pair.a.id for pair in copied if pair.related != "different" and pair.a.names == pair.b.names}
    others = {pair.a.id for pair in found} - same
    if len(same) < _AGREE_FOR_EACH * max(1, len(others)):
        return frozenset()
    return frozenset((pair.a.id, pair.b.id) for pair in copied)
