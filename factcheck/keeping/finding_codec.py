"""Findings as rows of JSON and back: what refers to claims by their places, or stands with its own claims."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from claims.codec import decode_claims, encode_claims
from claims.model import Claim
from factcheck.model import Evidence, Finding


def encode_finding(finding: Finding) -> str:
    """`finding` with all its claims, as one line of JSON: for reports that are larger than memory."""
    claims = [item.claim for item in finding.claims]
    places = {claim: place for place, claim in enumerate(claims)}
    row = [finding_row(finding, places), encode_claims(claims)]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def decode_finding(text: str) -> Finding:
    """The finding that `encode_finding` wrote."""
    row, claims = json.loads(text)
    return finding_of_row(row, decode_claims(claims))


def finding_row(finding: Finding, places: Mapping[Claim, int]) -> list[Any]:
    """`finding` for JSON, its claims named by their `places` in a list of claims."""
    return [
        finding.id,
        finding.verdict,
        finding.kind,
        finding.severity,
        str(finding.confidence),
        finding.summary,
        finding.reasons,
        finding.independent_sources,
        [[places[item.claim], item.value, item.unit, item.side] for item in finding.claims],
    ]


def finding_of_row(row: Sequence[Any], claims: Sequence[Claim]) -> Finding:
    """The finding of which `finding_row` made `row`. Raises ValueError or LookupError for other rows."""
    id, verdict, kind, severity, confidence, summary, reasons, sources, items = row
    return Finding(
        id=id,
        verdict=verdict,
        kind=kind,
        severity=severity,
        confidence=Decimal(confidence),
        summary=summary,
        reasons=tuple(reasons),
        independent_sources=sources,
        claims=tuple(
            Evidence(claim=claims[place], value=value, unit=unit, side=side)
            for place, value, unit, side in items
        ),
    )
