"""Reports as JSON text and back, without the texts of their articles: for the cache."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from claims.codec import decode_claims, encode_claims
from claims.model import Claim
from corpus.article import Article
from factcheck.keeping.finding_codec import finding_of_row, finding_row
from factcheck.model import Dating, DraftCheck, DraftClaim, Report


def encode_report(report: Report) -> str:
    """`report` before anything was decided, as two lines of JSON: its claims, and what refers to them."""
    places = {claim: place for place, claim in enumerate(report.claims)}
    draft = report.draft
    told = {
        "dated": [
            [article.id, _day(article.published_first), _day(article.published_last), article.published_from]
            for article in report.articles
        ],
        "findings": [finding_row(finding, places) for finding in report.findings],
        "draft": draft and [draft.article.id, [_draft_row(claim, places) for claim in draft.claims]],
        "datings": [[held.doc, _day(held.first), _day(held.last), held.reasons] for held in report.datings],
        "limits": report.limits,
    }
    return f"{encode_claims(report.claims)}\n{json.dumps(told, ensure_ascii=False, separators=(',', ':'))}"


def decode_report(text: str, articles: Iterable[Article]) -> Report:
    """The report that `encode_report` wrote, on the same `articles`. Raises ValueError for other text."""
    try:
        stated, _, rest = text.partition("\n")
        claims, told = decode_claims(stated), json.loads(rest)
        given = {article.id: article for article in articles}
        known = {doc: _dated(given[doc], *bounds) for doc, *bounds in told["dated"]}
        return Report(
            articles=tuple(known.values()),
            claims=tuple(claims),
            findings=tuple(finding_of_row(row, claims) for row in told["findings"]),
            draft=told["draft"] and _draft(told["draft"], known, claims),
            datings=tuple(_dating(*row) for row in told["datings"]),
            limits=tuple(map(str, told["limits"])),
        )
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise ValueError(f"not a report: {error}") from error


def _draft_row(one: DraftClaim, places: Mapping[Claim, int]) -> list[Any]:
    return [places[one.claim], one.assessment, one.independent_sources, one.findings]


def _draft(row: Sequence[Any], known: Mapping[str, Article], claims: Sequence[Claim]) -> DraftCheck:
    doc, rows = row
    return DraftCheck(
        article=known[doc],
        claims=tuple(
            DraftClaim(
                claim=claims[place],
                assessment=assessment,
                independent_sources=sources,
                findings=tuple(findings),
            )
            for place, assessment, sources, findings in rows
        ),
    )


def _dated(article: Article, first: str | None, last: str | None, source: str | None) -> Article:
    bounds = (_parsed(first), _parsed(last), source)
    if bounds == (article.published_first, article.published_last, article.published_from):
        return article
    return replace(article, published_first=bounds[0], published_last=bounds[1], published_from=source)


def _dating(doc: str, first: str | None, last: str | None, reasons: Sequence[str]) -> Dating:
    return Dating(doc=doc, first=_parsed(first), last=_parsed(last), reasons=tuple(reasons))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _parsed(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
