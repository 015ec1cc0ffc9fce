"""A checked draft as a Markdown table: its claims, what the sources say, and why."""

from collections.abc import Callable, Iterator, Sequence

from factcheck.model import DraftCheck, DraftClaim, Finding, Report
from factcheck.report import Options
from factcheck.report._places import SOURCES_A_SIDE, Places
from factcheck.report._sections import draft_claims
from factcheck.telling.excerpt import excerpt

_CONTEXT = 100  # characters
HEAD = ("Line", "Assessment", "The draft", "The sources", "Why")


def draft_rows(
    report: Report, draft: DraftCheck, options: Options, escaped: Callable[[str], str]
) -> Iterator[Sequence[str]]:
    """The cells of one row a claim, in the draft's order; `escaped` makes text from outside harmless."""
    places = Places(report, options)
    for checked, findings in draft_claims(report, draft, options):
        region = places.region(checked.claim)
        yield (
            str(region.line) if region else "",
            f"**{checked.assessment}**",
            escaped(excerpt(checked.claim, _CONTEXT)),
            "<br>".join(map(escaped, _sources(checked, findings, places))),
            escaped("; ".join(finding.reasons[0] for finding in findings if finding.reasons)),
        )


def _sources(checked: DraftClaim, findings: Sequence[Finding], places: Places) -> list[str]:
    """Who says what, each once, and the findings' ids."""
    told: dict[str, None] = {}
    for finding in findings:
        others = [evidence for evidence in finding.claims if evidence.claim.id != checked.claim.id]
        told |= dict.fromkeys(places.words(evidence, finding) for evidence in others[: 2 * SOURCES_A_SIDE])
        if (left := len(others) - 2 * SOURCES_A_SIDE) > 0:
            told[f"{left:,} more"] = None
        told[f"id {finding.id}"] = None
    return list(told)
