"""A GitLab code quality report. Source: GitLab documentation, "Code Quality", report format."""

import hashlib

from factcheck.model import Evidence, Finding, Report
from factcheck.report import Options
from factcheck.report._places import Places, marked_claims, story
from factcheck.report._rules import rule_of
from factcheck.report._sections import noted_findings
from factcheck.telling.records import json_text

_FINGERPRINT_BYTES = 16


def render(report: Report, options: Options) -> str:
    """One issue for each side of each finding, so that a merge request shows those in the files it changes.

    Fingerprints are made of the finding and the claim's words, never of its place, and are unique in the
    report: of equal ones GitLab shows only the first.
    """
    places = Places(report, options)
    issues = []
    used: set[str] = set()
    for finding in noted_findings(report, options):
        for evidence in marked_claims(finding, report):
            fingerprint = _fingerprint(finding, evidence, used)
            region = places.region(evidence.claim)
            issues.append(
                {
                    "description": story(finding, places, line_break="; "),
                    "check_name": rule_of(finding).id,
                    "fingerprint": fingerprint,
                    "severity": _severity(finding),
                    "location": {
                        "path": places.path(evidence.claim.doc),
                        "lines": {
                            "begin": region.line if region else 1,
                            "end": region.end_line if region else 1,
                        },
                    },
                }
            )
    return json_text(issues, indent=2) + "\n"


def _severity(finding: Finding) -> str:
    if finding.severity == "warning":
        return "minor" if finding.verdict == "review" else "major"
    return "critical" if finding.severity == "error" else "info"


def _fingerprint(finding: Finding, evidence: Evidence, used: set[str]) -> str:
    """Of the finding's id, the article and the claim's words; counted up where that has been used."""
    content = "\x1f".join((finding.id, evidence.claim.doc, evidence.claim.text))
    number = 0
    while True:
        text = f"{content}\x1f{number}" if number else content
        digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_FINGERPRINT_BYTES)
        if digest.hexdigest() not in used:
            used.add(digest.hexdigest())
            return digest.hexdigest()
        number += 1
