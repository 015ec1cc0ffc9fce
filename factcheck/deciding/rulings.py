"""A report without the findings that were decided: by an editor, by a baseline, by comments in the draft.

Heavy imports wait inside.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from corpus.article import Article
from factcheck.deciding.ignores import Ignored
from factcheck.model import DecidedFinding, Decision, Finding, Report

_KNOWN = Decision(ruling="known", reason="known when the baseline was written")


def decide(
    report: Report,
    decisions: Mapping[str, Decision],
    *,
    baseline: Collection[str] = (),
    ignored: Sequence[Ignored] = (),
) -> Report:
    """`report` with the decided findings in `decided`, and a draft's claims assessed without them.

    A decision counts before a comment, and that before the baseline. A comment decides what rests on no
    other claim of the draft than those it is for; claims it is for are no longer among the draft's.
    """
    commented = _commented(report, ignored)
    if not decisions and not baseline and not commented:
        return report
    decided = []
    for finding in report.findings:
        decision = decisions.get(finding.id) or _by_comment(finding, report, commented)
        if decision is None and finding.id in baseline:
            decision = _KNOWN
        if decision is not None:
            decided.append(DecidedFinding(finding=finding, decision=decision))
    if not decided and not commented:
        return report
    from factcheck.draft import reassessed

    gone = {one.finding.id for one in decided}
    held = tuple(finding for finding in report.findings if finding.id not in gone)
    return reassessed(replace(report, findings=held, decided=tuple(decided)), without=commented)


def unmatched_decisions(report: Report, decisions: Mapping[str, Decision]) -> list[str]:
    """The ids of decisions that no finding of `report` has; of what was fixed nothing else is expected."""
    matched = {one.finding.id for one in report.decided}
    return sorted(id for id, one in decisions.items() if one.ruling != "fixed" and id not in matched)


def files_of(finding: Finding, articles: Iterable[Article]) -> set[str]:
    """The files that `finding` rests on, as paths."""
    docs = {evidence.claim.doc for evidence in finding.claims}
    return {article.path for article in articles if article.id in docs and article.path not in (None, "-")}


def unused_comments(report: Report, ignored: Sequence[Ignored]) -> list[Ignored]:
    """The comments of the draft that are for none of its claims."""
    used = {part.place for part in _commented(report, ignored).values()}
    return [part for part in ignored if part.place not in used]


def _commented(report: Report, ignored: Sequence[Ignored]) -> dict[str, Ignored]:
    """The draft's claims that a comment is for, by id, each with the comment that reaches furthest."""
    if report.draft is None:
        return {}
    parts = sorted(ignored, key=lambda part: part.start)
    own = [claim for claim in report.claims if claim.doc == report.draft.article.id]
    commented = {}
    furthest: Ignored | None = None
    begun = 0
    for claim in sorted(own, key=lambda claim: claim.start):
        while begun < len(parts) and parts[begun].start <= claim.start:
            if furthest is None or parts[begun].end > furthest.end:
                furthest = parts[begun]
            begun += 1
        if furthest is not None and claim.start < furthest.end:
            commented[claim.id] = furthest
    return commented


def _by_comment(finding: Finding, report: Report, commented: Mapping[str, Ignored]) -> Decision | None:
    if report.draft is None:
        return None
    own = [one.claim.id for one in finding.claims if one.claim.doc == report.draft.article.id]
    if not own or any(id not in commented for id in own):
        return None
    return Decision(ruling="ignored", reason=commented[own[0]].reason or "a comment in the draft")
