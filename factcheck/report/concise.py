"""One line a claim, `path:line:column: kind: message`, for editors, grep and other tools that read lines."""

from collections import Counter
from collections.abc import Iterator

from factcheck.model import Finding, Report
from factcheck.phrases import side_names
from factcheck.report import Options
from factcheck.report._places import SOURCES_A_SIDE, compared_words
from factcheck.report._rules import rule_of
from factcheck.report._sections import noted_findings
from factcheck.sources import Sources
from factcheck.terminal import visible


def render(report: Report, options: Options) -> str:
    """The gravest findings first; agreements and what nobody else speaks of only if `options.everything`.

    In a file that has no lines, its paragraphs are counted. Of many claims on one side only the first few
    are told, unless `options.everything`.
    """
    sources = Sources(report.articles)
    lines = [
        line for finding in noted_findings(report, options) for line in _lines(finding, sources, options)
    ]
    return "".join(f"{line}\n" for line in lines)


def _lines(finding: Finding, sources: Sources, options: Options) -> Iterator[str]:
    sides = side_names(finding)
    seen: Counter[int] = Counter()
    for evidence in finding.claims:
        seen[evidence.side] += 1
        if seen[evidence.side] > SOURCES_A_SIDE and not options.everything:
            continue
        claim = evidence.claim
        region = sources.region(claim)
        says = compared_words(evidence, finding)
        side = f"{sides[evidence.side]}: {says}".removeprefix(": ")
        place = f"{sources.path(claim.doc)}:{region.line}:{region.column}"
        yield f"{place}: {rule_of(finding).id}: {visible(finding.summary)} ({side}) [{finding.id}]"
