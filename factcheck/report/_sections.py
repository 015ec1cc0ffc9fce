"""What every format for people shares: the verdicts' order and titles, and the last line's counts."""

from collections import Counter
from collections.abc import Iterator

from factcheck.model import (
    ASSESSMENTS,
    SEVERITIES,
    Assessment,
    DraftCheck,
    DraftClaim,
    Finding,
    Report,
    Verdict,
)
from factcheck.report import Options
from factcheck.telling.paint import Role
from factcheck.words.phrases import count_words

SECTIONS: tuple[tuple[Verdict, str], ...] = (
    ("discrepancy", "DISCREPANCIES: the sources contradict each other"),
    ("update", "UPDATES: a later report brings a newer figure"),
    ("review", "TO REVIEW: alike, but perhaps not the same thing; a person must decide"),
    ("agreement", "AGREEMENTS: the sources say the same"),
    ("uncorroborated", "UNCORROBORATED: no other article speaks of it"),
)
ASSESSMENT_ROLES: dict[Assessment, Role] = {
    "contradicted": "error",
    "inconsistent": "error",
    "outdated": "warning",
    "unsupported": "warning",
    "supported": "note",
}
_NOTED = ("discrepancy", "update", "review")


def noted_findings(report: Report, options: Options) -> list[Finding]:
    """The findings that somebody should look at, or all if `options.everything`; the gravest first."""
    return list(each_noted_finding(report, options))


def each_noted_finding(report: Report, options: Options) -> Iterator[Finding]:
    """The same one by one: they are gone through once for each severity, not to be held."""
    verdicts = [verdict for verdict, _ in SECTIONS if options.everything or verdict in _NOTED]
    for severity in SEVERITIES:
        yield from report.of(*verdicts, severity=severity)


def draft_claims(
    report: Report, draft: DraftCheck, options: Options
) -> list[tuple[DraftClaim, list[Finding]]]:
    """The claims of the draft with what was found on each; the supported ones if `options.everything`."""
    findings = {finding.id: finding for finding in report.findings if finding.verdict != "uncorroborated"}
    return [
        (checked, [findings[name] for name in checked.findings if name in findings])
        for checked in draft.claims
        if options.everything or checked.assessment != "supported"
    ]


def counts_words(report: Report) -> tuple[str, str]:
    """What was read, and what came of it: two pieces of one line."""
    if report.draft is not None:
        return _draft_words(report, report.draft)
    counts = {verdict: report.number_of(verdict) for verdict, _ in SECTIONS}
    read = f"{count_words(len(report.articles), 'article')}, {count_words(len(report.claims), 'claim')}:"
    found = (
        f"{count_words(counts['agreement'], 'agreement')}, "
        f"{count_words(counts['discrepancy'], 'discrepancy', 'discrepancies')}, "
        f"{count_words(counts['update'], 'update')}, {counts['review']:,} to review, "
        f"{counts['uncorroborated']:,} uncorroborated"
    )
    return read, found + _decided_words(report)


def _draft_words(report: Report, draft: DraftCheck) -> tuple[str, str]:
    counts = Counter(checked.assessment for checked in draft.claims)
    against = count_words(len(report.articles) - 1, "article")
    told = ", ".join(f"{counts[name]:,} {name}" for name in ASSESSMENTS)
    return f"{count_words(len(draft.claims), 'claim')} against {against}:", told + _decided_words(report)


def _decided_words(report: Report) -> str:
    return f", {len(report.decided):,} decided" if report.decided else ""
