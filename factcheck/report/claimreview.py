"""Drafts of ClaimReview mark-up (schema.org) in JSON-LD: what is contradicted, by whom, and no rating.

What only people can say stands there as null: who reviews, where the review is published, and how the
claim is rated. Source: https://schema.org/ClaimReview.
"""

from collections.abc import Iterator, Mapping, Sequence

from claims.model import Claim
from corpus.article import Article
from factcheck.assessment import blame
from factcheck.model import DraftCheck, Evidence, Finding, Report
from factcheck.report import Options
from factcheck.telling.excerpt import window
from factcheck.telling.records import Record, json_text

_LONGEST = 300  # cells of a sentence that is quoted
_CONTEXT = "https://schema.org"

Articles = Mapping[str, Article]


def render(report: Report, options: Options) -> str:
    """One review a contradicted claim of the draft; without a draft, one a side of each contradiction.

    The text can stand in a `<script type="application/ld+json">` as it is.
    """
    articles = {article.id: article for article in report.articles}
    reviews = _of_draft(report, report.draft, articles) if report.draft else _of_sides(report, articles)
    text = json_text({"@context": _CONTEXT, "@graph": list(reviews)}, indent=2)
    return text.replace("<", "\\u003c") + "\n"


def _of_draft(report: Report, draft: DraftCheck, articles: Articles) -> Iterator[Record]:
    findings = {finding.id: finding for finding in report.findings}
    for checked in draft.claims:
        if checked.assessment != "contradicted":
            continue
        for finding in (findings[name] for name in checked.findings):
            if blame(checked.claim, finding) == "contradicted":
                side = next(one.side for one in finding.claims if one.claim.id == checked.claim.id)
                yield _review(finding, [checked.claim], _others(finding, side), articles)


def _of_sides(report: Report, articles: Articles) -> Iterator[Record]:
    for finding in report.findings:
        if finding.verdict != "discrepancy" or finding.kind in ("stage", "arithmetic"):
            continue
        for side in sorted({one.side for one in finding.claims}):
            claims = [one.claim for one in finding.claims if one.side == side]
            yield _review(finding, claims, _others(finding, side), articles)


def _others(finding: Finding, side: int) -> list[Evidence]:
    return [one for one in finding.claims if one.side != side]


def _review(
    finding: Finding, claims: Sequence[Claim], against: Sequence[Evidence], articles: Articles
) -> Record:
    first = articles[claims[0].doc]
    return {
        "@type": "ClaimReview",
        "identifier": finding.id,
        "url": None,
        "author": None,
        "datePublished": None,
        "reviewRating": None,
        "claimReviewed": _quotation(claims[0]),
        "itemReviewed": {
            "@type": "Claim",
            "author": _organization(first),
            "datePublished": _day(first),
            "appearance": [_work(articles[doc]) for doc in dict.fromkeys(claim.doc for claim in claims)],
        },
        "reviewBody": finding.summary,
        "citation": [
            {
                "@type": "Quotation",
                "text": _quotation(one.claim),
                "isPartOf": _work(articles[one.claim.doc]),
            }
            for one in against
        ],
    }


def _quotation(claim: Claim) -> str:
    """The claim's sentence, or of a long one the words around the claim."""
    return "".join(window(claim, _LONGEST)).strip()


def _work(article: Article) -> Record:
    return {
        "@type": "Article",
        "headline": article.title or article.id,
        "url": article.url,
        "datePublished": _day(article),
        "publisher": _organization(article),
    }


def _organization(article: Article) -> Record | None:
    return {"@type": "Organization", "name": article.publisher} if article.publisher else None


def _day(article: Article) -> str | None:
    return article.published.isoformat() if article.published else None
