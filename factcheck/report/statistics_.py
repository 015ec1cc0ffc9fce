"""How many findings there are of each kind, and how each publisher fares: the report in numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.model import ASSESSMENTS, SEVERITIES, Finding, Report
from factcheck.report import Options
from factcheck.report._rules import RULES, rule_of
from factcheck.telling.layout import Row, draw
from factcheck.telling.paint import paint
from factcheck.telling.terminal import visible
from factcheck.words.phrases import count_words

_UNNAMED = "(none stated)"


def render(report: Report, options: Options) -> str:
    """Tables of a line a rule, of a draft's claims a line an assessment, and a line a publisher."""
    tables = [_rules(report), _publishers(report)]
    if report.draft is not None:
        counts = Counter(one.assessment for one in report.draft.claims)
        tables.insert(0, [("The draft's claims", "Number"), *((name, counts[name]) for name in ASSESSMENTS)])
    lines: list[str] = []
    for head, *rows in tables:
        drawn = draw([_row(head), *map(_row, rows)], options.width)
        lines += ["", paint(drawn[0], "title", color=options.color), *drawn[1:]]
    return "".join(f"{line}\n" for line in lines[1:])


def _row(cells: Sequence[str | int]) -> Row:
    return Row(tuple((cell if isinstance(cell, str) else f"{cell:,}",) for cell in cells))


def _rules(report: Report) -> list[tuple[str | int, ...]]:
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(rule_of(finding).id, []).append(finding)
    rows: list[tuple[str | int, ...]] = [("Findings", "Number", "Severity")]
    for rule in RULES:
        if of_rule := found.get(rule.id):
            counts = Counter(finding.severity for finding in of_rule)
            graveness = ", ".join(count_words(counts[one], one) for one in SEVERITIES if counts[one])
            rows.append((rule.id, len(of_rule), graveness))
    if report.decided:
        rulings = Counter(one.decision.ruling for one in report.decided)
        told = ", ".join(f"{count:,} {ruling}" for ruling, count in sorted(rulings.items()))
        rows.append(("decided", len(report.decided), told))
    return rows


def _publishers(report: Report) -> list[tuple[str | int, ...]]:
    """For each, its articles and claims, and the findings that one of its claims is in."""
    names = {article.id: visible(article.publisher or "") or _UNNAMED for article in report.articles}
    articles = Counter(names.values())
    claims = Counter(names[claim.doc] for claim in report.claims)
    differ = _named(names, (one for one in report.findings if one.verdict == "discrepancy"))
    agree = _named(names, (one for one in report.findings if one.verdict == "agreement"))
    alone = _named(names, (one for one in report.findings if one.verdict == "uncorroborated"))
    rows: list[tuple[str | int, ...]] = [
        ("Publisher", "Articles", "Claims", "Discrepancies", "Agreements", "Alone")
    ]
    for name in sorted(articles):
        rows.append((name, articles[name], claims[name], differ[name], agree[name], alone[name]))
    return rows


def _named(names: dict[str, str], findings: Iterable[Finding]) -> Counter[str]:
    """How many of `findings` each publisher has a claim in."""
    return Counter(name for one in findings for name in {names[each.claim.doc] for each in one.claims})
