"""Severity: which differences are so surely errors that they are told as such.

One class is: a number that differs between two sentences which are copies of each other otherwise, in two
articles that copy one text. `python -m benchmarks.reprints` tells how often it is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.judging.judge import Judgement
    from factcheck.model import Severity, Verdict

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
