"""One line a claim, `path:line:column: kind: message`, for editors, grep and other tools that read lines."""

from collections import Counter
from collections.abc import Iterator, Sequence

from claims.model import Claim
from factcheck.model import DraftClaim, Finding, Report
from factcheck.report import Options
from factcheck.report._places import SOURCES_A_SIDE, compared_words
from factcheck.report._rules import rule_of
from factcheck.report._sections import ASSESSMENT_ROLES, draft_claims, each_noted_finding
from factcheck.telling.paint import paint
from factcheck.telling.sources import Sources
from factcheck.telling.terminal import visible
from factcheck.words.phrases import side_names


def render(report: Report, options: Options) -> str:
    """The gravest findings first; agreements and what nobody else speaks of only if `options.everything`.

    Of a draft its claims, in its order, the supported ones only if `options.everything`. In a file that has
    no lines, its paragraphs are counted. Of many claims on one side only the first few are told, unless
    `options.everything`.
    """
    return "".join(pieces(report, options))


def pieces(report: Report, options: Options) -> Iterator[str]:
    """The same line by line."""
    sources = Sources(report.articles)
    if report.draft is not None:
        checked = draft_claims(report, report.draft, options)
        yield from (f"{_draft_line(one, found, sources, options)}\n" for one, found in checked)
        return
    for finding in each_noted_finding(report, options):
        yield from (f"{line}\n" for line in _lines(finding, sources, options))


def _lines(finding: Finding, sources: Sources, options: Options) -> Iterator[str]:
    sides = side_names(finding)
    seen: Counter[int] = Counter()
    for evidence in finding.claims:
        seen[evidence.side] += 1
        if seen[evidence.side] > SOURCES_A_SIDE and not options.everything:
            continue
        claim = evidence.claim
        says = compared_words(evidence, finding)
        side = f"{sides[evidence.side]}: {says}".removeprefix(": ")
        told = f"{visible(finding.summary)} ({side}) [{finding.id}]"
        kind = paint(rule_of(finding).id, finding.severity, color=options.color)
        yield f"{_place(claim, sources, options)}: {kind}: {told}"


def _draft_line(checked: DraftClaim, findings: Sequence[Finding], sources: Sources, options: Options) -> str:
    """A claim of a draft with the findings on it: what they say, and their ids."""
    told = "; ".join(f"{visible(finding.summary)} [{finding.id}]" for finding in findings)
    words = visible(checked.claim.text)
    place = _place(checked.claim, sources, options)
    kind = paint(checked.assessment, ASSESSMENT_ROLES[checked.assessment], color=options.color)
    return f"{place}: {kind}: {words}: {told or 'no source says so'}"


def _place(claim: Claim, sources: Sources, options: Options) -> str:
    region = sources.region(claim)
    return paint(f"{sources.path(claim.doc)}:{region.line}:{region.column}", "title", color=options.color)
