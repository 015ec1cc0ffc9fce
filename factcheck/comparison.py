"""The public comparison: claims in, findings out."""

from collections.abc import Iterable, Sequence

from claims.model import Claim
from corpus.article import Article
from corpus.provenance import origins
from factcheck.arithmetic import find_miscounts
from factcheck.findings import gather
from factcheck.judge import Judgement, judge
from factcheck.link import Link, find_links
from factcheck.model import Finding


def compare(
    claims: Iterable[Claim], *, articles: Sequence[Article] = (), about: str | None = None
) -> list[Finding]:
    """Cross-check claims: what several articles agree on, where they differ, what only one says.

    `articles` give provenance and days of publication; without them every document counts as a source of its
    own, and a weekday without a year is not held to its date. Findings come worst first; each names the
    claims it rests on, by side. With `about`, the id of an article, only the findings that rest on a claim
    of that article are given, the same as without.
    The order of `claims` does not matter.

    >>> compare([])
    []
    """
    ordered = sorted(claims, key=lambda claim: (claim.doc, claim.start, claim.end))
    judgements = _judged(find_links(ordered)) if about is None else _judgements_about(ordered, about)
    published = {article.id: article.published for article in articles}
    findings = gather(ordered, judgements, origins(articles), find_miscounts(ordered, published))
    if about is None:
        return findings
    return [finding for finding in findings if any(told.claim.doc == about for told in finding.claims)]


def _judged(links: Iterable[Link]) -> list[Judgement]:
    return [judgement for link in links if (judgement := judge(link))]


def _judgements_about(claims: Sequence[Claim], doc: str) -> list[Judgement]:
    """The judgements on the claims of one article, on those that they are judged with, and so on."""
    places = {claim.id: index for index, claim in enumerate(claims)}
    found: list[Judgement] = []
    done: set[int] = set()
    new = {index for index, claim in enumerate(claims) if claim.doc == doc}
    while new:
        judged = _judged(find_links(claims, new, done))
        done |= new
        new = {places[claim.id] for held in judged for claim in (held.link.a, held.link.b)} - done
        found += judged
    return sorted(found, key=lambda held: (places[held.link.a.id], places[held.link.b.id]))
