"""What is remarked on a draft's claims, one finding at a time: for margins and for editors' windows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.model import Claim
from factcheck.assessment import blame
from factcheck.model import Assessment, DraftClaim, Evidence, Finding, Report
from factcheck.telling.excerpt import window
from factcheck.telling.sources import Sources
from factcheck.telling.terminal import visible
from factcheck.words.phrases import count_words, evidence_words

_QUOTED = 400  # characters
_QUOTATIONS = 6  # one wire story may stand in hundreds of papers
_UNSUPPORTED = "no source speaks of it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What one article says: the value, by whom and where, its words before, of and after the claim."""

    claim: Claim
    says: str
    publisher: str
    place: str
    before: str
    words: str
    after: str

    @property
    def who(self) -> str:
        """Publisher and place, as far as they are known."""
        return f"{self.publisher} ({self.place})" if self.publisher else self.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark on one claim of a draft; every text is fit for print.

    `title` is the assessment, or that a person must decide; `is_blamed` tells whether the finding is against
    the claim. `quotations` are of the other side first;
    `left_out` counts those that were too many. `finding` is None where no source speaks of the claim.
    """

    claim: Claim
    assessment: Assessment
    title: str
    is_blamed: bool
    summary: str
    quotations: tuple[Quotation, ...]
    left_out: int
    why: str
    facts: str
    finding: Finding | None


def remarks_on(report: Report, *, everything: bool = False) -> list[Remark]:
    """The remarks on a checked draft, by claim in its order; on what is supported only if `everything`."""
    if report.draft is None:
        return []
    sources = Sources(report.articles)
    findings = {finding.id: finding for finding in report.findings}
    return [
        remark
        for checked in report.draft.claims
        for remark in _remarks(checked, findings, sources, everything)
    ]


def _remarks(
    checked: DraftClaim,
    findings: Mapping[str, Finding],
    sources: Sources,
    everything: bool,
) -> Iterator[Remark]:
    found = False
    for name in checked.findings:
        finding = findings[name]
        blamed = blame(checked.claim, finding)
        is_backed = finding.kind == "arithmetic" and checked.assessment == "supported"
        is_silent = is_backed or not (blamed or finding.severity != "note")
        if finding.verdict == "uncorroborated" or (is_silent and not everything):
            continue
        found = True
        yield _remark(checked, blamed, finding, sources)
    if not found and checked.assessment == "unsupported":
        yield Remark(
            claim=checked.claim,
            assessment="unsupported",
            title="Unsupported",
            is_blamed=False,
            summary=_UNSUPPORTED,
            quotations=(),
            left_out=0,
            why="",
            facts="",
            finding=None,
        )


def _remark(checked: DraftClaim, blamed: Assessment | None, finding: Finding, sources: Sources) -> Remark:
    own = next(evidence for evidence in finding.claims if evidence.claim.id == checked.claim.id)
    others = [evidence for evidence in finding.claims if evidence.claim.id != checked.claim.id]
    others.sort(key=lambda evidence: evidence.side == own.side)  # the other side first
    support = checked.independent_sources
    facts = [finding.kind or "", "" if finding.severity == "note" else finding.severity]
    facts += [f"{count_words(support, 'independent source')} for it" if support else "", f"id {finding.id}"]
    return Remark(
        claim=checked.claim,
        assessment=checked.assessment,
        title=_title(blamed, finding),
        is_blamed=blamed is not None,
        summary=visible(finding.summary),
        quotations=tuple(_quotation(evidence, own, finding, sources) for evidence in others[:_QUOTATIONS]),
        left_out=max(0, len(others) - _QUOTATIONS),
        why="; ".join(map(visible, finding.reasons)),
        facts=" · ".join(filter(None, facts)),
        finding=finding,
    )


def _title(blamed: Assessment | None, finding: Finding) -> str:
    if blamed:
        return blamed.capitalize()
    if finding.verdict == "agreement":
        return "Supported"
    if finding.verdict == "update":
        return "Newer than its sources"
    return "Another stage" if finding.kind == "stage" else "To review"


def _quotation(evidence: Evidence, own: Evidence, finding: Finding, sources: Sources) -> Quotation:
    claim = evidence.claim
    before, words, after = window(claim, _QUOTED)
    is_own = claim.doc == own.claim.doc
    return Quotation(
        claim=claim,
        says=visible(evidence_words(evidence, finding.kind)),
        publisher="This draft" if is_own else sources.publisher(claim.doc),
        place=sources.place(claim),
        before=before,
        words=words,
        after=after,
    )
