"""The JSON report one object a line, each with the name of its kind in `record`: docs/json-schema.md."""

from collections.abc import Iterator

from factcheck.model import Report
from factcheck.report import Options
from factcheck.telling.records import (
    SCHEMA,
    Record,
    article_record,
    claim_record,
    decided_record,
    draft_claim_records,
    finding_record,
    json_text,
)
from factcheck.version import __version__


def render(report: Report, options: Options) -> str:
    """The report, whatever the options: its head, then the members of each of its parts, a draft's last."""
    return "".join(pieces(report, options))


def pieces(report: Report, options: Options) -> Iterator[str]:
    """The same line by line."""
    return (json_text(record) + "\n" for record in _records(report))


def _records(report: Report) -> Iterator[Record]:
    yield {"record": "report", "schema": SCHEMA, "version": __version__}
    yield from ({"record": "article", **article_record(article)} for article in report.articles)
    yield from ({"record": "claim", **claim_record(claim)} for claim in report.claims)
    yield from ({"record": "finding", **finding_record(finding)} for finding in report.findings)
    yield from ({"record": "decided", **decided_record(decided)} for decided in report.decided)
    if report.draft is not None:
        for member in draft_claim_records(report.draft):
            yield {"record": "draft-claim", "doc": report.draft.article.id, **member}
