"""A table for spreadsheets: one row a claim of a finding. Quoting as in RFC 4180."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Decision, Finding, Report
from factcheck.report import Options
from factcheck.telling.sources import Sources
from factcheck.telling.terminal import visible
from factcheck.words.phrases import side_names

_COLUMNS = (
    *("finding", "verdict", "kind", "severity", "confidence", "independent_sources", "summary", "side"),
    *("value", "unit", "text", "sentence", "event", "stage", "when", "status", "said_by"),
    *(
        "publisher",
        "origin",
        "published",
        "url",
        "path",
        "line",
        "column",
        "claim",
        "assessment",
        "reasons",
        "decided",
        "reason",
    ),
)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
# What a spreadsheet takes for a formula, in its narrow and its wide form, even behind spaces.
_FORMULA = re.compile(r"[\s'\"]*[=+\-@＝＋－＠|]")


def render(report: Report, options: Options) -> str:
    """A head, then the findings in their order; the uncorroborated of a draft, or if `options.everything`.

    Cells of text that a spreadsheet would take for a formula get a leading apostrophe; numbers stay numbers.
    """
    return "".join(pieces(report, options))


def pieces(report: Report, options: Options) -> Iterator[str]:
    """The same finding by finding."""
    yield "\ufeff" * options.bom + _lines([_COLUMNS])
    known = _Known(report)
    for finding in report.findings:
        if options.everything or report.draft or finding.verdict != "uncorroborated":
            yield _lines(_rows(finding, None, known))
    for decided in report.decided:
        yield _lines(_rows(decided.finding, decided.decision, known))


def _lines(rows: Iterable[Sequence[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


class _Known:
    """What is known of articles and of a draft's claims, by their ids."""

    def __init__(self, report: Report) -> None:
        self.sources = Sources(report.articles)
        self.articles = {article.id: article for article in report.articles}
        checked = report.draft.claims if report.draft else ()
        self.assessments = {one.claim.id: one.assessment for one in checked}


def _rows(finding: Finding, decision: Decision | None, known: _Known) -> Iterator[list[str]]:
    sides = side_names(finding)
    for evidence in finding.claims:
        claim = evidence.claim
        article = known.articles[claim.doc]
        region = known.sources.region(claim)
        cells = (
            *(finding.id, finding.verdict, finding.kind, finding.severity, str(finding.confidence)),
            *(str(finding.independent_sources), finding.summary, sides[evidence.side]),
            *(evidence.value, evidence.unit, claim.text, claim.sentence, claim.event, claim.stage),
            *(claim.when.value if claim.when else None, claim.status, claim.attribution),
            *(article.publisher, article.origin, article.published and article.published.isoformat()),
            *(article.url, article.path, str(region.line), str(region.column), claim.id),
            known.assessments.get(claim.id),
            "; ".join(finding.reasons),
            *((decision.ruling, decision.reason) if decision else (None, None)),
        )
        yield [_cell(text or "") for text in cells]


def _cell(text: str) -> str:
    """`text` on one line; what is no plain number never begins as a formula does."""
    shown = visible(text)
    return f"'{shown}" if _FORMULA.match(shown) and not _NUMBER.fullmatch(shown) else shown
