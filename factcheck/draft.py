"""The check of a draft: what the sources make of each of its claims."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

from claims.extract import extract_claims
from claims.model import Claim
from corpus.article import Article
from corpus.provenance import origins
from factcheck.comparison import compare
from factcheck.model import Assessment, DraftCheck, DraftClaim, Finding, Report

Published = Mapping[str, date | None]

ASSESSMENTS: tuple[Assessment, ...] = get_args(Assessment)  # the worst first


def check_draft(
    draft: Article, claims: Iterable[Claim], *, articles: Sequence[Article] = ()
) -> list[Finding]:
    """The findings that rest on a claim of `draft`, worst first, compared with the `claims` of its sources.

    `articles` are the sources: they give publication dates and provenance. Claims and articles with the
    draft's own id are left out: the draft is read here.

    >>> from corpus.article import Article
    >>> source = Article(id="wire", text="The army received thirty T-72MS tanks.")
    >>> draft = Article(id="draft", text="The army has received thirty T-72MS tanks.")
    >>> [finding.verdict for finding in check_draft(draft, extract_claims(source), articles=[source])]
    ['agreement']
    """
    return list(draft_report(draft, claims, articles=articles).findings)


def draft_report(draft: Article, claims: Iterable[Claim], *, articles: Sequence[Article] = ()) -> Report:
    """The report on `draft` against its sources, which are given as for `check_draft`."""
    everyone = sorted([draft, *_others(draft, articles)], key=lambda article: article.id)
    stated = [*extract_claims(draft), *(claim for claim in claims if claim.doc != draft.id)]
    stated.sort(key=lambda claim: (claim.doc, claim.start, claim.end))
    findings = [
        finding
        for finding in compare(stated, articles=everyone)
        if any(evidence.claim.doc == draft.id for evidence in finding.claims)
    ]
    return Report(
        articles=tuple(everyone),
        claims=tuple(stated),
        findings=tuple(findings),
        draft=_checked(draft, stated, findings, everyone),
    )


def reassessed(report: Report, *, without: Collection[str] = ()) -> Report:
    """`report` with the draft's claims assessed by its findings, and without those of the ids `without`."""
    if report.draft is None:
        return report
    draft = _checked(report.draft.article, report.claims, report.findings, report.articles)
    claims = tuple(checked for checked in draft.claims if checked.claim.id not in without)
    return replace(report, draft=replace(draft, claims=claims))


def _others(draft: Article, articles: Iterable[Article]) -> list[Article]:
    return [article for article in articles if article.id != draft.id]


def _checked(
    draft: Article, claims: Sequence[Claim], findings: Sequence[Finding], articles: Sequence[Article]
) -> DraftCheck:
    voices = origins(articles)
    published = {article.id: article.published for article in articles}
    held: dict[str, list[Finding]] = {claim.id: [] for claim in claims if claim.doc == draft.id}
    for finding in findings:
        for name in dict.fromkeys(evidence.claim.id for evidence in finding.claims):
            if name in held:
                held[name].append(finding)
    return DraftCheck(
        article=draft,
        claims=tuple(
            _assessed(claim, held[claim.id], voices, published) for claim in claims if claim.doc == draft.id
        ),
    )


def _assessed(
    claim: Claim, findings: Sequence[Finding], voices: Mapping[str, str], published: Published
) -> DraftClaim:
    """`claim` with the worst that any of its findings makes of it."""
    found = [held for finding in findings if (held := blame(claim, finding, published))]
    supporters = {voice for finding in findings for voice in _supporters(claim, finding, voices)}
    return DraftClaim(
        claim=claim,
        assessment=min(found, key=ASSESSMENTS.index, default="supported" if supporters else "unsupported"),
        independent_sources=len(supporters),
        findings=tuple(finding.id for finding in findings),
    )


def blame(claim: Claim, finding: Finding, published: Published) -> Assessment | None:
    """What `finding` holds against the claim; two stages of one course can both be true."""
    against = [evidence.claim for evidence in finding.claims if evidence.side != _side(claim, finding)]
    sources = [other for other in against if other.doc != claim.doc]
    if finding.verdict == "update":
        return "outdated" if any(_is_newer(other, claim, published) for other in sources) else None
    if finding.verdict != "discrepancy" or finding.kind == "stage" or not against:
        return None
    return "contradicted" if sources else "inconsistent"


def _side(claim: Claim, finding: Finding) -> int:
    return next(evidence.side for evidence in finding.claims if evidence.claim.id == claim.id)


def _is_newer(claim: Claim, than: Claim, published: Published) -> bool:
    """Whether `claim` tells of a later day: of publication, or where that is one or unknown, its own."""
    days = published.get(claim.doc), published.get(than.doc)
    if days[0] == days[1] or None in days:
        days = _first_day(claim), _first_day(than)
    return bool(days[0] and days[1] and days[0] > days[1])


def _first_day(claim: Claim) -> date | None:
    return claim.when.first if claim.when else None


def _supporters(claim: Claim, finding: Finding, voices: Mapping[str, str]) -> set[str]:
    """The voices other than the draft's that stand on the claim's side of `finding`."""
    if finding.kind == "arithmetic":  # its sides are parts and their sum
        return set()
    side = _side(claim, finding)
    told = {voices[evidence.claim.doc] for evidence in finding.claims if evidence.side == side}
    return told - {voices[claim.doc]}
