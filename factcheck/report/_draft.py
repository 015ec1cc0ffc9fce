"""A checked draft for people to read: its words, what the sources say, and why."""

from collections.abc import Iterator

from factcheck.excerpt import excerpt, underlined
from factcheck.layout import paragraph
from factcheck.model import DraftCheck, DraftClaim, Evidence, Finding, Report
from factcheck.phrases import count_words, evidence_words
from factcheck.report import Options
from factcheck.report._sections import counts_words
from factcheck.sources import Sources
from factcheck.terminal import visible

_INDENT = " " * 4
_LINES = 3  # of the draft around a claim


def render_draft(report: Report, draft: DraftCheck, options: Options) -> str:
    """The claims of the draft in its order, those that are supported only if all are asked for."""
    sources = Sources(report.articles)
    findings = {finding.id: finding for finding in report.findings}
    lines = []
    for checked in draft.claims:
        if options.everything or checked.assessment != "supported":
            held = [findings[name] for name in checked.findings]
            lines += [*_claim(checked, held, sources, options.width), ""]
    lines += paragraph(" ".join(counts_words(report)), options.width)
    return "\n".join(lines) + "\n"


def _claim(checked: DraftClaim, findings: list[Finding], sources: Sources, width: int) -> Iterator[str]:
    claim = checked.claim
    head = f"{sources.place(claim)}: {checked.assessment.upper()}"
    if checked.independent_sources:
        head += f", {count_words(checked.independent_sources, 'independent source')} for it"
    yield from paragraph(head, width)
    for line in underlined(claim, width - len(_INDENT), _LINES):
        yield _INDENT + line
    for finding in findings:
        if finding.verdict != "uncorroborated":
            yield from _finding(finding, claim.id, sources, width)


def _finding(finding: Finding, own: str, sources: Sources, width: int) -> Iterator[str]:
    for evidence in finding.claims:
        if evidence.claim.id != own:
            yield from _source(evidence, finding, sources, width)
    if finding.reasons:
        yield from paragraph(visible(finding.reasons[0]), width, first="  Why: ")


def _source(evidence: Evidence, finding: Finding, sources: Sources, width: int) -> Iterator[str]:
    claim = evidence.claim
    says = visible(evidence_words(evidence, finding.kind))
    who = ", ".join(filter(None, (sources.publisher(claim.doc), sources.place(claim))))
    yield from paragraph(f"{says}: {who}", width, first="  ", rest=_INDENT)
    yield _INDENT + excerpt(claim, width - len(_INDENT))
