"""Each finding with its claims in their sentences, carets under the words, as compilers show an error."""

from collections import Counter
from collections.abc import Iterator

from factcheck.model import Evidence, Finding, Report
from factcheck.report import Options
from factcheck.report._places import SOURCES_A_SIDE, compared_words
from factcheck.report._rules import rule_of
from factcheck.report._sections import counts_words, noted_findings
from factcheck.telling.excerpt import underlined
from factcheck.telling.layout import paragraph
from factcheck.telling.paint import paint
from factcheck.telling.sources import Sources
from factcheck.telling.terminal import visible
from factcheck.words.phrases import count_words, side_names

_LINES = 4  # of context


def render(report: Report, options: Options) -> str:
    """The gravest findings first, then the counts; those that are no problem if `options.everything`."""
    sources = Sources(report.articles)
    lines: list[str] = []
    for finding in noted_findings(report, options):
        lines += [*_finding(finding, sources, options), ""]
    if not options.quiet:
        lines += paragraph(" ".join(counts_words(report)), options.width)
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding, sources: Sources, options: Options) -> Iterator[str]:
    head = paragraph(f"{rule_of(finding).id}: {visible(finding.summary)}", options.width, rest="  ")
    yield from (paint(line, finding.severity, color=options.color) for line in head)
    sides = side_names(finding)
    gutter = max(len(str(sources.number(evidence.claim))) for evidence in finding.claims) + 1
    seen: Counter[int] = Counter()
    for evidence in finding.claims:
        seen[evidence.side] += 1
        if options.everything or seen[evidence.side] <= SOURCES_A_SIDE:
            yield from _claim(evidence, finding, sides[evidence.side], gutter, sources, options)
    for side, count in sorted(seen.items()):
        if not options.everything and count > SOURCES_A_SIDE:
            more = f"{count - SOURCES_A_SIDE:,} more on side {sides[side]}".removesuffix(" on side ")
            yield from paragraph(f"{more}; --all shows them", options.width, first=f"{' ' * gutter} = ")
    graveness = "" if finding.severity == "note" else f"{finding.severity} · "
    facts = f"{count_words(finding.independent_sources, 'independent source')} · id {finding.id}"
    for said in ("; ".join(map(visible, finding.reasons)), graveness + facts):
        if said:
            yield from paragraph(said, options.width, first=f"{' ' * gutter} = ")


def _claim(
    evidence: Evidence, finding: Finding, side: str, gutter: int, sources: Sources, options: Options
) -> Iterator[str]:
    """Place and source, then the sentence behind the number of its line, carets and value below the words."""
    claim = evidence.claim
    region = sources.region(claim)
    place = f"{sources.path(claim.doc)}:{region.line}:{region.column}"
    publisher = sources.publisher(claim.doc)
    arrow = f"{' ' * (gutter - 1)}--> "
    where = paragraph(" · ".join(filter(None, (place, publisher))), options.width, first=arrow)
    yield from (paint(line, "faint", color=options.color) for line in where)
    empty = f"{' ' * gutter} | "
    label = f"{side}: {compared_words(evidence, finding)}".removeprefix(": ")
    first = f"{region.line:>{gutter - 1}}  | "
    for line in underlined([claim], options.width - len(empty), _LINES, label, color=options.color):
        yield (first + line).rstrip()
        first = empty
