"""Everything, for programs: the schema is in docs/json-schema.md."""

from factcheck.model import Report
from factcheck.records import json_text, report_record
from factcheck.report import Options


def render(report: Report, options: Options) -> str:
    """The report as one JSON object, whatever the options."""
    return json_text(report_record(report), indent=2) + "\n"
