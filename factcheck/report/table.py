"""One table a verdict for people to read, the worst first."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from factcheck.model import Evidence, Finding, Report, Verdict
from factcheck.report import Options
from factcheck.report._draft import render_draft
from factcheck.report._places import SOURCES_A_SIDE
from factcheck.report._sections import SECTIONS, counts_words
from factcheck.telling.excerpt import excerpt
from factcheck.telling.layout import Row, draw, paragraph
from factcheck.telling.paint import Role, paint
from factcheck.telling.sources import Sources
from factcheck.telling.terminal import visible
from factcheck.words.phrases import count_words, course_words, evidence_words, side_names
from factcheck.words.timex_words import date_words

_INDENT = " " * 4
# Where there is room, the file and line get a column of their own.
_WIDE = 120
_AGREEMENTS = 100
_AGREEMENT_REASONS = 2  # lines


def render(report: Report, options: Options) -> str:
    """The tables, and as last line what they come to; of a draft its claims, one after the other."""
    if report.draft is not None:
        return render_draft(report, report.draft, options)
    sources = Sources(report.articles)
    rows: list[Row | str] = []
    for verdict, title in SECTIONS:
        number = report.number_of(verdict)
        if number and (options.everything or verdict not in _left_out(options)):
            most = _AGREEMENTS if verdict == "agreement" and not options.everything else number
            shown = list(islice(report.of(verdict), most))
            rows.extend(_section(title, shown, number - len(shown), sources, options))
    lines = [*draw(rows, options.width, indent=" "), *_summary(report, options)]
    return "".join(f"{line}\n" for line in lines)


def _left_out(options: Options) -> tuple[Verdict, ...]:
    return ("agreement", "uncorroborated") if options.quiet else ("uncorroborated",)


def _section(
    title: str, shown: list[Finding], left: int, sources: Sources, options: Options
) -> Iterator[Row | str]:
    yield from _painted(paragraph(title, options.width), "title", options)
    yield paint("=" * options.width, "faint", color=options.color)
    yield _columns("", ["What it says"], "Stage", "Date", "Source", "File and line", options)
    yield paint("-" * options.width, "faint", color=options.color)
    for number, finding in enumerate(shown, 1):
        yield from _finding(number, finding, sources, options)
        yield ""
    if left:
        yield from paragraph(f"{left:,} more agreements are left out; --all shows them.", options.width)
        yield ""


def _finding(number: int, finding: Finding, sources: Sources, options: Options) -> Iterator[Row | str]:
    if finding.verdict == "uncorroborated":
        for evidence in finding.claims:
            yield from _source(evidence, finding, str(number), sources, options)
        return
    told = paragraph(visible(finding.summary), options.width, first=f"{number}. ".ljust(4))
    yield from _painted(told, finding.severity, options)
    sides = side_names(finding)
    seen: Counter[int] = Counter()
    for evidence in finding.claims:
        seen[evidence.side] += 1
        if options.everything or seen[evidence.side] <= SOURCES_A_SIDE:
            yield from _source(evidence, finding, sides[evidence.side], sources, options)
    for side, count in sorted(seen.items()):
        if not options.everything and count > SOURCES_A_SIDE:
            more = f"{count - SOURCES_A_SIDE:,} more on side {sides[side]}".removesuffix(" on side ")
            yield from paragraph(f"{more}; --all shows them", options.width, first=_INDENT)
    yield from _why(finding, options)
    facts = [finding.kind or "", "" if finding.severity == "note" else finding.severity]
    facts += [count_words(finding.independent_sources, "independent source"), f"id {finding.id}"]
    yield from _painted(
        paragraph(" · ".join(filter(None, facts)), options.width, first=_INDENT), "faint", options
    )


def _painted(lines: list[str], role: Role, options: Options) -> list[str]:
    return [paint(line, role, color=options.color) for line in lines]


def _why(finding: Finding, options: Options) -> list[str]:
    """The reasons; of an agreement, which few people question, as many as fit on two lines."""
    reasons = "; ".join(map(visible, finding.reasons))
    if not reasons:
        return []
    lines = paragraph(reasons, options.width, first=f"{_INDENT}Why: ")
    if finding.verdict != "agreement" or options.everything or len(lines) <= _AGREEMENT_REASONS:
        return lines
    cut = lines[:_AGREEMENT_REASONS]
    cut[-1] = f"{cut[-1].rpartition(' ')[0]} …"
    return cut


def _source(
    evidence: Evidence, finding: Finding, side: str, sources: Sources, options: Options
) -> Iterator[Row | str]:
    claim = evidence.claim
    says = visible(evidence_words(evidence, finding.kind))
    parties = [visible(f"{role} {name}") for role, name in claim.parties] if finding.kind == "party" else []
    when = visible(date_words(claim.when.value)) if claim.when else ""
    stage = visible(course_words(claim))
    publisher, place = sources.publisher(claim.doc), sources.place(claim)
    date = when if when != says else ""
    yield _columns(side, [says, *parties], stage, date, publisher, place, options)
    yield _INDENT + excerpt(claim, options.width - len(_INDENT), color=options.color)


def _columns(
    side: str, says: list[str], stage: str, when: str, source: str, place: str, options: Options
) -> Row:
    if options.width >= _WIDE:
        return Row(((side,), tuple(says), (stage,), (when,), (source,), (place,)))
    return Row(((side,), tuple(says), (stage,), (when,), tuple(filter(None, (source, place)))))


def _summary(report: Report, options: Options) -> list[str]:
    """One line, or where that is too narrow two."""
    if options.quiet:
        return []
    read, found = counts_words(report)
    if len(read) + 1 + len(found) <= options.width:
        return [f"{read} {found}"]
    return [read, *paragraph(found, options.width)]
