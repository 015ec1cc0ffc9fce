"""JUnit XML, for the test views of CI servers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from claims.model import Claim
from factcheck.model import DraftCheck, Finding, Report
from factcheck.report import Options
from factcheck.report._places import Places, marked_claims, story
from factcheck.report._rules import rule_of
from factcheck.report._sections import draft_claims
from factcheck.telling.excerpt import excerpt
from factcheck.telling.terminal import visible

# Beside what `visible` writes out, XML 1.0 forbids these two.
_FORBIDDEN = re.compile("[\ufffe\uffff]")
_CONTEXT = 100  # characters of a draft's sentence, to tell its claims apart


@dataclass(frozen=True, slots=True)
class _Case:
    """One test case: `outcome` is "failure", "skipped" or "passed", `reason` a few words on it."""

    claim: Claim
    group: str
    name: str
    kind: str
    outcome: str
    reason: str
    told: str


def render(report: Report, options: Options) -> str:
    """One suite, one case a finding: discrepancies have failed, what people decide or decided was skipped.

    Of a draft one case a claim: what is contradicted or inconsistent has failed, what is outdated or
    unsupported was skipped. What nobody else speaks of is a case, passed, only if `options.everything`.
    """
    places = Places(report, options)
    if report.draft is not None:
        name, cases = (
            f"factcheck {places.path(report.draft.article.id)}",
            _of_draft(report, report.draft, places),
        )
    else:
        name, cases = "factcheck report", _of_findings(report, options, places)
    held = _with_own_names(cases)
    outcomes = Counter(case.outcome for case in held)
    counts = {
        "tests": len(held),
        "failures": outcomes["failure"],
        "errors": 0,
        "skipped": outcomes["skipped"],
    }
    numbers = {name: str(count) for name, count in counts.items()} | {"time": "0"}
    root = ElementTree.Element("testsuites", {"name": "factcheck", **numbers})
    suite = ElementTree.SubElement(root, "testsuite", {"name": _xml(name), **numbers})
    for case in held:
        _add(suite, case, places)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _of_findings(report: Report, options: Options, places: Places) -> Iterator[_Case]:
    for finding in report.findings:
        if finding.verdict == "discrepancy":
            yield _case(finding, "failure", visible(finding.summary), report, places)
        elif finding.verdict == "review":
            yield _case(finding, "skipped", "a person must decide", report, places)
        elif finding.verdict != "uncorroborated" or options.everything:
            yield _case(finding, "passed", "", report, places)
    for decided in report.decided:
        reason = visible(f"{decided.decision.ruling}: {decided.decision.reason}")
        yield _case(decided.finding, "skipped", reason, report, places)


def _case(finding: Finding, outcome: str, reason: str, report: Report, places: Places) -> _Case:
    return _Case(
        claim=marked_claims(finding, report)[0].claim,
        group=rule_of(finding).id,
        name=f"{visible(finding.summary)} [{finding.id}]",
        kind=rule_of(finding).id,
        outcome=outcome,
        reason=reason,
        told=story(finding, places),
    )


def _of_draft(report: Report, draft: DraftCheck, places: Places) -> Iterator[_Case]:
    for checked, findings in draft_claims(report, draft, Options(everything=True)):
        failed = checked.assessment in ("contradicted", "inconsistent")
        yield _Case(
            claim=checked.claim,
            group=places.path(checked.claim.doc),
            name=excerpt(checked.claim, _CONTEXT),
            kind=checked.assessment,
            outcome="failure" if failed else "passed" if checked.assessment == "supported" else "skipped",
            reason=checked.assessment,
            told="\n\n".join(story(finding, places) for finding in findings) or "no source says so",
        )


def _with_own_names(cases: Iterator[_Case]) -> list[_Case]:
    """The cases, those of one name and group numbered: CI servers follow a case by these."""
    seen: Counter[tuple[str, str]] = Counter()
    named = []
    for case in cases:
        seen[case.group, case.name] += 1
        number = seen[case.group, case.name]
        named.append(replace(case, name=f"{case.name} ({number})") if number > 1 else case)
    return named


def _add(suite: ElementTree.Element, case: _Case, places: Places) -> None:
    region = places.region(case.claim)
    attributes = {
        "classname": case.group,
        "name": case.name,
        "file": places.path(case.claim.doc),
        "time": "0",
    }
    if region:
        attributes["line"] = str(region.line)
    element = ElementTree.SubElement(
        suite, "testcase", {name: _xml(text) for name, text in attributes.items()}
    )
    told = _xml(case.told)
    if case.outcome == "failure":
        ElementTree.SubElement(
            element, "failure", {"message": _xml(case.reason), "type": case.kind}
        ).text = told
        return
    if case.outcome == "skipped":
        ElementTree.SubElement(element, "skipped", {"message": _xml(case.reason)})
    ElementTree.SubElement(element, "system-out").text = told


def _xml(text: str) -> str:
    return _FORBIDDEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)
