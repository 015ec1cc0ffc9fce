"""The check of a draft: what the sources make of each of its claims."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from claims.model import Claim, claim_order
from corpus.article import Article
from corpus.provenance import origins
from factcheck.assessment import assess, supporters_of
from factcheck.claim_store import HeldClaims, all_claims
from factcheck.comparison import Compared, compare_stored
from factcheck.dating import date_by_others
from factcheck.linking import MOST_COMPARED
from factcheck.linking.updates import course_of
from factcheck.model import DraftCheck, Finding, Report


def check_draft(
    draft: Article, claims: Iterable[Claim], *, articles: Sequence[Article] = ()
) -> list[Finding]:
    """The findings that rest on a claim of `draft`, worst first, compared with the `claims` of its sources.

    `articles` are the sources: they give publication dates and provenance. Claims and articles with the
    draft's own id are left out: the draft is read here.

    >>> from claims import extract_claims
    >>> from corpus import Article
    >>> source = Article(id="wire", text="The army received thirty T-72MS tanks.")
    >>> draft = Article(id="draft", text="The army has received thirty T-72MS tanks.")
    >>> [finding.verdict for finding in check_draft(draft, extract_claims(source), articles=[source])]
    ['agreement']
    """
    report = draft_report(draft, claims, articles=articles)
    return Compared(list(report.findings), report.limits).warned()


def draft_report(
    draft: Article,
    claims: Iterable[Claim],
    *,
    articles: Sequence[Article] = (),
    own: Sequence[Claim] | None = None,
    most_compared: int = MOST_COMPARED,
) -> Report:
    """The report on `draft` against its sources, which are given as for `check_draft`.

    `own` are the draft's claims, where they have been extracted already. Each article is compared with
    `most_compared` others like it at most.
    """
    sources = sorted(_others(draft, articles), key=lambda article: article.id)
    given = HeldClaims(claim for claim in claims if claim.doc != draft.id)
    sources, told, datings, limits = date_by_others(sources, given, most_compared)
    everyone = sorted([draft, *sources], key=lambda article: article.id)
    stated = [*_told_last(_claims_of(draft) if own is None else own, everyone), *all_claims(told)]
    stated.sort(key=claim_order)
    compared = compare_stored(HeldClaims(stated), everyone, draft.id, most_compared)
    findings = compared.findings
    return Report(
        articles=tuple(everyone),
        claims=tuple(stated),
        findings=tuple(findings),
        draft=_checked(draft, stated, findings, everyone),
        datings=datings,
        limits=(*limits, *compared.limits),
    )


def _claims_of(draft: Article) -> list[Claim]:
    from claims.extract import extract_claims

    return extract_claims(draft)


def reassessed(report: Report, *, without: Collection[str] = ()) -> Report:
    """`report` with the draft's claims assessed by its findings, and without those of the ids `without`."""
    if report.draft is None:
        return report
    draft = _checked(report.draft.article, report.claims, report.findings, report.articles)
    claims = tuple(checked for checked in draft.claims if checked.claim.id not in without)
    return replace(report, draft=replace(draft, claims=claims))


def _others(draft: Article, articles: Iterable[Article]) -> list[Article]:
    return [article for article in articles if article.id != draft.id]


def _told_last(claims: Iterable[Claim], sources: Iterable[Article]) -> list[Claim]:
    """The draft's claims; without a day of its own, its tolls are those of the day of its newest source."""
    last = max((source.published for source in sources if source.published), default=None)
    return [
        replace(claim, told=last) if claim.told is None and course_of(claim, claim) == "grows" else claim
        for claim in claims
    ]


def _checked(
    draft: Article, claims: Iterable[Claim], findings: Iterable[Finding], articles: Iterable[Article]
) -> DraftCheck:
    voices = {claim.doc: claim.doc for claim in claims} | dict(origins(articles))
    own = [claim for claim in claims if claim.doc == draft.id]
    held: dict[str, list[Finding]] = {claim.id: [] for claim in own}
    for finding in findings:
        for name in dict.fromkeys(evidence.claim.id for evidence in finding.claims):
            if name in held:
                held[name].append(finding)
    backed = {claim.id for claim in own if supporters_of(claim, held[claim.id], voices)}
    assessed = tuple(assess(claim, held[claim.id], voices, backed) for claim in own)
    return DraftCheck(article=draft, claims=assessed)
