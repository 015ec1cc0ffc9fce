"""Everything, for programs: the schema is in docs/json-schema.md."""

from collections.abc import Iterator

from factcheck.model import Report
from factcheck.report import Options
from factcheck.telling.records import object_pieces, report_members


def render(report: Report, options: Options) -> str:
    """The report as one JSON object, whatever the options."""
    return "".join(pieces(report, options))


def pieces(report: Report, options: Options) -> Iterator[str]:
    """The same piece by piece."""
    yield from object_pieces(report_members(report))
    yield "\n"
