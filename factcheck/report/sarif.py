"""SARIF 2.1.0, for code scanning and SARIF viewers. Source: OASIS, "SARIF Version 2.1.0".

What GitHub takes in is bounded: its documentation, "SARIF support for code scanning".
"""

import os
from collections.abc import Sequence
from urllib.parse import quote

from factcheck.model import DecidedFinding, Evidence, Finding, Report
from factcheck.report import Options
from factcheck.report._places import Places, marked_claims, story
from factcheck.report._rules import RULES, Rule, rule_number
from factcheck.report._sections import noted_findings
from factcheck.telling.records import Record, json_text
from factcheck.telling.terminal import visible
from factcheck.version import __version__
from factcheck.words.phrases import side_names

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_MOST_RESULTS = 25_000  # a run with more is refused by GitHub
_MOST_LOCATIONS = 1_000  # of one result
# A finding that is no problem has no level.
_PASSED = {"agreement": "pass", "uncorroborated": "open"}


def render(report: Report, options: Options) -> str:
    """One run: a result for each finding, the gravest first; then those that were decided, suppressed.

    Its sides are the locations, all its claims the related locations. Agreements and what nobody else
    speaks of are results only if `options.everything`, and then no problems.
    """
    places = Places(report, options)
    findings = noted_findings(report, options)
    results = [_result(finding, report, places) for finding in findings[:_MOST_RESULTS]]
    room = _MOST_RESULTS - len(results)
    results += [_suppressed(decided, report, places) for decided in report.decided[:room]]
    if any(decided.decision.ruling == "known" for decided in report.decided):
        results = [{"baselineState": "new", **result} for result in results]
    run = {
        "tool": {
            "driver": {"name": "factcheck", "semanticVersion": __version__, "rules": [*map(_rule, RULES)]}
        },
        "invocations": [_invocation(len(findings) + len(report.decided))],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> Record:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("/")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.meaning},
        "help": {"text": f"{rule.meaning} What is true, no comparison of texts can say."},
        "properties": {"tags": ["facts"]},
    }


def _invocation(count: int) -> Record:
    invocation: dict[str, object] = {"executionSuccessful": True}
    if count > _MOST_RESULTS:
        text = f"{count - _MOST_RESULTS} findings are left out: code scanning takes {_MOST_RESULTS} results."
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _result(finding: Finding, report: Report, places: Places) -> Record:
    number = rule_number(finding)
    kind = _PASSED.get(finding.verdict, "fail")
    marked = marked_claims(finding, report)[:_MOST_LOCATIONS]
    return {
        "ruleId": RULES[number].id,
        "ruleIndex": number,
        "kind": kind,
        "level": finding.severity if kind == "fail" else "none",
        "message": {"text": _plain(story(finding, places))},
        "locations": [_location(evidence, places) for evidence in marked],
        "relatedLocations": _related(finding, places),
        "partialFingerprints": {"factcheck/v1": finding.id},
        "rank": float(finding.confidence * 100),
        "properties": {"independentSources": finding.independent_sources},
    }


def _suppressed(decided: DecidedFinding, report: Report, places: Places) -> Record:
    """The result of a decided finding: left out, code scanning would take it for mended."""
    decision = decided.decision
    suppression = {
        "kind": "inSource" if decision.ruling == "ignored" else "external",
        "status": "accepted",
        "justification": visible(f"{decision.ruling}: {decision.reason}"),
    }
    state = {"baselineState": "unchanged"} if decision.ruling == "known" else {}
    return {**_result(decided.finding, report, places), **state, "suppressions": [suppression]}


def _related(finding: Finding, places: Places) -> Sequence[Record]:
    sides = side_names(finding)
    related = []
    for number, evidence in enumerate(finding.claims[:_MOST_LOCATIONS], 1):
        name = sides[evidence.side]
        words = places.words(evidence, finding)
        text = f"{name}: {words}" if name else words
        related.append({"id": number, **_location(evidence, places), "message": {"text": _plain(text)}})
    return related


def _location(evidence: Evidence, places: Places) -> Record:
    claim = evidence.claim
    region = places.region(claim)
    if region is None:  # a page or document: code scanning asks for a line, and there is none to give
        where: dict[str, object] = {"startLine": 1}
    else:
        where = {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
            "snippet": {"text": visible(claim.text)},
        }
    return {"physicalLocation": {"artifactLocation": _artifact(places.raw_path(claim.doc)), "region": where}}


def _artifact(path: str) -> Record:
    """A path inside the repository as a relative URI, another as a file URI."""
    try:
        uri = quote(path.encode("utf-8", "surrogateescape"))  # the bytes of the name, UTF-8 or not
    except UnicodeEncodeError:
        uri = quote(path.encode("utf-8", "replace"))
    if os.path.isabs(path):
        return {"uri": f"file://{uri}" if uri.startswith("/") else f"file:///{uri}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _plain(text: str) -> str:
    """`text` as SARIF's plain text message: nothing in it is a link or a placeholder."""
    escaped = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return escaped.replace("{", "{{").replace("}", "}}")
