"""Annotations for GitHub Actions. Source: GitHub documentation, "Workflow commands for GitHub Actions"."""

from factcheck.model import Evidence, Finding, Report
from factcheck.report import Options
from factcheck.report._places import Places, marked_claims, story
from factcheck.report._rules import rule_of
from factcheck.report._sections import noted_findings

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, options: Options) -> str:
    """One annotation for each side of each finding, the gravest findings first.

    GitHub shows only the first few of a step, so one side of every finding comes before the others.
    Nothing that an article says can start a command of its own: every line is a command, and line breaks
    and control characters in it are escaped.
    """
    places = Places(report, options)
    marked = [(finding, marked_claims(finding, report)) for finding in noted_findings(report, options)]
    firsts = [(finding, sides[0]) for finding, sides in marked]
    others = [(finding, side) for finding, sides in marked for side in sides[1:]]
    return "".join(_annotation(*one, places) for one in (*firsts, *others))


def _annotation(finding: Finding, evidence: Evidence, places: Places) -> str:
    region = places.region(evidence.claim)
    properties = {"file": places.path(evidence.claim.doc)}
    if region:
        properties |= {"line": str(region.line), "endLine": str(region.end_line)}
        if region.line == region.end_line:  # GitHub refuses columns of several lines
            properties |= {"col": str(region.column), "endColumn": str(region.end_column)}
    properties["title"] = f"factcheck {rule_of(finding).id}"
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(story(finding, places))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
