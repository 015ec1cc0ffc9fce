"""The JSON report one object a line, each with the name of its kind in `record`: docs/json-schema.md."""

from collections.abc import Iterator

from factcheck.model import Report
from factcheck.report import Options
from factcheck.telling.records import Record, json_text, report_record

_PARTS = {"articles": "article", "claims": "claim", "findings": "finding", "decided": "decided"}


def render(report: Report, options: Options) -> str:
    """The report, whatever the options: its head, then the members of each of its parts, a draft's last."""
    return "".join(json_text(record) + "\n" for record in _records(report))


def _records(report: Report) -> Iterator[Record]:
    whole = report_record(report)
    yield {"record": "report", **{name: whole[name] for name in whole if isinstance(whole[name], str)}}
    for part, name in _PARTS.items():
        members = whole.get(part, [])
        assert isinstance(members, list)
        for member in members:
            yield {"record": name, **member}
    draft = whole.get("draft")
    if isinstance(draft, dict):
        for member in draft["claims"]:
            yield {"record": "draft-claim", "doc": draft["id"], **member}
