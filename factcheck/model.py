"""The vocabulary of the comparing stages: findings, and the report that every format renders."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Literal, get_args

from claims.model import Claim
from corpus.article import Article

Verdict = Literal["discrepancy", "update", "review", "agreement", "uncorroborated"]
FindingKind = Literal["value", "stage", "date", "magnitude", "arithmetic", "party", "ordinal"]
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
# What the sources make of one claim of a draft, the worst first.
Assessment = Literal["contradicted", "inconsistent", "outdated", "unsupported", "supported"]
ASSESSMENTS: tuple[Assessment, ...] = get_args(Assessment)
# What an editor can decide about a finding.
Ruling = Literal["accepted", "dismissed", "fixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One claim as a finding rests on it: what was compared, and the side it is on.

    `value` is the compared value: a plain decimal or a TIMEX3 value. Claims on one side agree.
    """

    claim: Claim
    value: str | None
    unit: str | None
    side: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fact across all articles with its verdict, and the claims that it rests on.

    `confidence` is 0 to 1. `reasons` say in words why the claims were linked and why this verdict.
    `id` is a fingerprint of the content; it survives moved paragraphs. `kind` is None only where
    `verdict` is "uncorroborated".
    """

    id: str
    verdict: Verdict
    kind: FindingKind | None
    severity: Severity
    confidence: Decimal
    summary: str
    reasons: tuple[str, ...]
    independent_sources: int
    claims: tuple[Evidence, ...]


class FindingList(Sequence[Finding]):
    """Findings that can be asked for by verdict, for there may be too many to hold."""

    @abstractmethod
    def of_verdict(self, verdict: Verdict, severity: Severity | None = None) -> Iterator[Finding]:
        """Those with one verdict, and with one severity if it is given, in their order."""

    @abstractmethod
    def number_of(self, verdict: Verdict) -> int:
        """How many have one verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftClaim:
    """One claim of a draft with what the sources make of it: docs/verdicts.md tells how.

    `independent_sources` counts the voices other than the draft's that say the same. `findings` are the
    ids of the findings that rest on the claim, in the report's order.
    """

    claim: Claim
    assessment: Assessment
    independent_sources: int
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCheck:
    """A draft and its claims, in the order of its text."""

    article: Article
    claims: tuple[DraftClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Why a finding no longer counts, and in whose words.

    An editor accepted, dismissed or fixed it; it was known when the baseline was written; or a comment in
    the draft says to ignore it. `articles` are the files that the finding rested on, from the folder of the
    decisions on; () where nobody knows.
    """

    ruling: Ruling | Literal["known", "ignored"]
    reason: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedFinding:
    """A finding that no longer counts, and why."""

    finding: Finding
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """Between which days the article `doc`, of which no day is known, was published, and why.

    A side that nothing bounds is None; `first` and `last` are inclusive.
    """

    doc: str
    first: date | None
    last: date | None
    reasons: tuple[str, ...]


class LimitWarning(UserWarning):
    """Warned by `compare` and `check_draft` where there was too much to compare all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that an output format renders, in its final order.

    `claims` and `findings` may be read from files as they are gone through; `of` reads no more than it must.

    `draft` is None where all articles are compared with each other. Where a draft is checked, it is among
    the articles and the findings are those that rest on a claim of it. Findings that were decided are in
    `decided` instead, in the same order. `datings` tell how the articles without a day were bounded, `limits`
    what was left out because there was too much of it, a sentence each.
    """

    articles: tuple[Article, ...]
    claims: Sequence[Claim]
    findings: Sequence[Finding]
    draft: DraftCheck | None = None
    decided: tuple[DecidedFinding, ...] = ()
    datings: tuple[Dating, ...] = ()
    limits: tuple[str, ...] = ()

    def of(self, *verdicts: Verdict, severity: Severity | None = None) -> Iterator[Finding]:
        """The findings with one of `verdicts`, in their order; the verdicts are given the worst first.

        Only those with one `severity`, if it is given.
        """
        if isinstance(self.findings, FindingList):
            held = self.findings
            return chain.from_iterable(held.of_verdict(verdict, severity) for verdict in verdicts)
        found = (finding for finding in self.findings if finding.verdict in verdicts)
        return (finding for finding in found if severity in (None, finding.severity))

    def number_of(self, verdict: Verdict) -> int:
        """How many findings have one verdict."""
        if isinstance(self.findings, FindingList):
            return self.findings.number_of(verdict)
        return sum(1 for _ in self.of(verdict))
