"""Everything, for programs: the schema is in docs/json-schema.md."""

from factcheck.model import Report
from factcheck.report import Options
from factcheck.telling.records import json_text, report_record


def render(report: Report, options: Options) -> str:
    """The report as one JSON object, whatever the options."""
    return json_text(report_record(report), indent=2) + "\n"
