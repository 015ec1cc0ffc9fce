"""The finding that a command line means by its id, or by the beginning of it."""

from collections.abc import Sequence

import click

from factcheck.command.mistakes import meant
from factcheck.model import Finding, Report


def chosen_finding(report: Report, id: str) -> Finding:
    """The finding of `report` with that id, or the only one whose id begins so. Raises ClickException."""
    found = [one for one in report.findings if one.id.startswith(id)]
    chosen = [one for one in found if one.id == id] or found
    if len(chosen) != 1:
        raise click.ClickException(_no_finding(id, found, [one.id for one in report.findings]))
    return chosen[0]


def _no_finding(prefix: str, found: Sequence[Finding], known: Sequence[str]) -> str:
    if not found:
        close = meant(prefix, known) or "; factcheck report prints the ids"
        return f"no finding {prefix!r} in these articles{close}"
    ids = [one.id for one in found[:5]]
    more = ", ..." if len(found) > len(ids) else ""
    return f"{prefix!r} is the beginning of {len(found)} findings: {', '.join(ids)}{more}"
