"""JUnit XML, for the test views of CI servers."""

import re
from xml.etree import ElementTree

from factcheck.model import Finding, Report
from factcheck.report import Options
from factcheck.report._places import Places, marked_claims, story
from factcheck.report._rules import rule_of
from factcheck.terminal import visible

# Beside what `visible` writes out, XML 1.0 forbids these two.
_FORBIDDEN = re.compile("[\ufffe\uffff]")


def render(report: Report, options: Options) -> str:
    """One suite, one case a finding: discrepancies have failed, what a person must decide was skipped.

    What nobody else speaks of is a case, passed, only if `options.everything`.
    """
    places = Places(report, options)
    findings = [one for one in report.findings if options.everything or one.verdict != "uncorroborated"]
    failures = sum(one.verdict == "discrepancy" for one in findings)
    skipped = sum(one.verdict == "review" for one in findings)
    counts = {"tests": len(findings), "failures": failures, "errors": 0, "skipped": skipped, "time": 0}
    numbers = {name: str(count) for name, count in counts.items()}
    root = ElementTree.Element("testsuites", {"name": "factcheck", **numbers})
    suite = ElementTree.SubElement(root, "testsuite", {"name": "factcheck report", **numbers})
    for finding in findings:
        _add_case(suite, finding, report, places)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _add_case(suite: ElementTree.Element, finding: Finding, report: Report, places: Places) -> None:
    claim = marked_claims(finding, report)[0].claim
    region = places.region(claim)
    attributes = {
        "classname": rule_of(finding).id,
        "name": f"{visible(finding.summary)} [{finding.id}]",
        "file": places.path(claim.doc),
        "time": "0",
    }
    if region:
        attributes["line"] = str(region.line)
    case = ElementTree.SubElement(suite, "testcase", {name: _xml(text) for name, text in attributes.items()})
    told = _xml(story(finding, places))
    if finding.verdict == "discrepancy":
        message = {"message": _xml(visible(finding.summary)), "type": rule_of(finding).id}
        ElementTree.SubElement(case, "failure", message).text = told
        return
    if finding.verdict == "review":
        ElementTree.SubElement(case, "skipped", {"message": "a person must decide"})
    ElementTree.SubElement(case, "system-out").text = told


def _xml(text: str) -> str:
    return _FORBIDDEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)
