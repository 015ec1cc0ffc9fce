"""Severity: which differences are so surely errors that they are told as such.

One class is: a number that differs between two sentences which are copies of each other otherwise, in two
articles that copy one text. `python -m benchmarks.reprints` tells how often it is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.judge import Judgement
    from factcheck.link import Compared
    from factcheck.model import Severity, Verdict

COPIED = 0.8  # of what two sentences can have in common above one half of their words
_AGREE_FOR_EACH = 3  # claims of copied sentences that agree for each that does not, in copies of one text
_KINDS = ("value", "magnitude")


def severity_of(verdict: Verdict, judgements: Sequence[Judgement]) -> Severity:
    """The severity of a finding by its verdict and by the judged pairs that it rests on."""
    if verdict == "discrepancy":
        return "error" if any(map(is_slip_in_copy, judgements)) else "warning"
    return "warning" if verdict == "review" else "note"


def is_slip_in_copy(judgement: Judgement) -> bool:
    """Whether two articles copy one text, and one of them gives another number in a copied sentence.

    The two sentences name the same names, and nothing else that is told with the number differs.
    """
    link = judgement.link
    return (
        judgement.verdict == "discrepancy"
        and judgement.kind in _KINDS
        and link.is_copied
        and link.a.names == link.b.names
        and all(match.outcome != "other" for match in link.slots.values())
    )


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
