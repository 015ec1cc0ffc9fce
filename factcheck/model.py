"""The vocabulary of the comparing stages: findings, and the report that every format renders."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from claims.model import Claim
from corpus.article import Article

Verdict = Literal["discrepancy", "update", "review", "agreement", "uncorroborated"]
FindingKind = Literal["value", "stage", "date", "magnitude", "arithmetic", "party", "ordinal"]
Severity = Literal["error", "warning", "note"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that an output format renders, in its final order."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
