"""Tables in GitHub's Markdown, one a verdict: for a job summary, a wiki, a message."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model import Evidence, Finding, Report
from factcheck.report import Options
from factcheck.report._markdown_draft import HEAD, draft_rows
from factcheck.report._places import SOURCES_A_SIDE, Places, compared_words
from factcheck.report._sections import SECTIONS, counts_words
from factcheck.telling.excerpt import excerpt
from factcheck.telling.sources import Sources
from factcheck.telling.terminal import visible
from factcheck.words.phrases import count_words, course_words, side_names

_CONTEXT = 100  # characters
_AGREEMENTS = 100
_HEAD = ("", "What it says", "Stage", "Source", "File and line", "In its words")
# What Markdown acts on in a cell; then mentions, issues and bare addresses, that only GitHub makes links of.
_ACTIVE = re.compile(r"[\\`*_\[\]<|~&$]|@(?=\w)|#(?=\d)|(?<=[A-Za-z]):(?=//)|(?<=\b[Ww]{3})\.")
_BROKEN = {"@": "@<!-- -->", "#": "#<!-- -->", ":": "&#58;", ".": "&#46;"}


def render(report: Report, options: Options) -> str:
    """The counts, then the tables, the worst verdict first; the uncorroborated if `options.everything`."""
    sources, places = Sources(report.articles), Places(report, options)
    lines = ["## factcheck", "", " ".join(counts_words(report))]
    if report.draft is not None:
        title = escaped(places.path(report.draft.article.id))
        lines += ["", f"### {title}", "", *_table(HEAD)]
        lines += [_row(*cells) for cells in draft_rows(report, report.draft, options, escaped)]
        return "\n".join(lines) + "\n"
    for verdict, title in SECTIONS:
        findings = [finding for finding in report.findings if finding.verdict == verdict]
        if not findings or (verdict == "uncorroborated" and not options.everything):
            continue
        lines += ["", f"### {title.capitalize()}", "", *_table(_HEAD)]
        shown = findings if options.everything or verdict != "agreement" else findings[:_AGREEMENTS]
        for number, finding in enumerate(shown, 1):
            lines.extend(_finding(number, finding, sources, places, options))
        if left := len(findings) - len(shown):
            lines += ["", f"{left:,} more agreements are left out."]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    r"""`text` on one line as Markdown that shows it as it is and does nothing.

    >>> print(escaped("<b>|*@desk* paid $1.2m, see www.a.example"))
    \<b>\|\*@<!-- -->desk\* paid \$1.2m, see www&#46;a.example
    """
    return _ACTIVE.sub(lambda found: _BROKEN.get(found.group(), f"\\{found.group()}"), visible(text))


def _finding(
    number: int, finding: Finding, sources: Sources, places: Places, options: Options
) -> Iterator[str]:
    sides = side_names(finding)
    if finding.verdict != "uncorroborated":
        facts = [finding.kind or "", "" if finding.severity == "note" else finding.severity]
        facts.append(count_words(finding.independent_sources, "independent source"))
        summary = f"**{escaped(finding.summary)}** ({', '.join(filter(None, facts))}, `{finding.id}`)"
        yield _row(str(number), summary, "", "", "", escaped("; ".join(finding.reasons)))
    seen: Counter[int] = Counter()
    for evidence in finding.claims:
        seen[evidence.side] += 1
        if options.everything or seen[evidence.side] <= SOURCES_A_SIDE:
            yield _claim(evidence, finding, sides[evidence.side], sources, places)
    left = sum(count - SOURCES_A_SIDE for count in seen.values() if count > SOURCES_A_SIDE)
    if left and not options.everything:
        yield _row("", f"{left:,} more", "", "", "", "")


def _claim(evidence: Evidence, finding: Finding, side: str, sources: Sources, places: Places) -> str:
    claim = evidence.claim
    between = ":" if sources.has_lines(claim.doc) else ", paragraph "
    place = f"{places.path(claim.doc)}{between}{sources.number(claim)}"
    says = compared_words(evidence, finding)
    texts = (says, course_words(claim), sources.publisher(claim.doc), place, excerpt(claim, _CONTEXT))
    return _row(side, *map(escaped, texts))


def _table(head: Sequence[str]) -> tuple[str, str]:
    return _row(*head), _row(*["---"] * len(head))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
