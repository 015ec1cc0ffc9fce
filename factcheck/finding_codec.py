"""Findings as JSON text and back, without their ids: for reports that are larger than memory."""

import json
from decimal import Decimal

from claims.codec import decode_claims, encode_claims
from factcheck.model import Evidence, Finding


def encode_finding(finding: Finding) -> str:
    """`finding` with all its claims, as one line of JSON."""
    row = [
        finding.verdict,
        finding.kind,
        finding.severity,
        str(finding.confidence),
        finding.summary,
        finding.reasons,
        finding.independent_sources,
        [[item.value, item.unit, item.side] for item in finding.claims],
        encode_claims(item.claim for item in finding.claims),
    ]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def decode_finding(text: str, id: str) -> Finding:
    """The finding that `encode_finding` wrote, under its id."""
    verdict, kind, severity, confidence, summary, reasons, sources, items, claims = json.loads(text)
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
            Evidence(claim=claim, value=value, unit=unit, side=side)
            for claim, (value, unit, side) in zip(decode_claims(claims), items, strict=True)
        ),
    )
