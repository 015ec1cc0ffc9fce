"""The public comparison: claims in, findings out."""

from collections.abc import Iterable, Sequence

from claims.model import Claim, claim_order
from corpus.article import Article
from corpus.provenance import origins
from factcheck.arithmetic import find_miscounts
from factcheck.copies import condense
from factcheck.findings import gather
from factcheck.judge import Judgement, judge
from factcheck.link import Link, Linker
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
    ordered = sorted(claims, key=claim_order)
    condensed = condense(ordered, about)
    kept = condensed.claims
    linker = Linker(kept)
    judgements = _judged(linker.links()) if about is None else _judgements_about(linker, kept, about)
    published = {article.id: article.published for article in articles}
    miscounts = find_miscounts(ordered, published)
    findings = gather(kept, judgements, origins(articles), miscounts, condensed.others)
    if about is None:
        return findings
    return [finding for finding in findings if any(told.claim.doc == about for told in finding.claims)]


def _judged(links: Iterable[Link]) -> list[Judgement]:
    return [judgement for link in links if (judgement := judge(link))]


def _judgements_about(linker: Linker, claims: Sequence[Claim], doc: str) -> list[Judgement]:
    """The judgements on the claims of one article, on those that they are judged with, and so on."""
    places = {claim.id: index for index, claim in enumerate(claims)}
    found: dict[tuple[str, str], Judgement] = {}
    done: set[str] = set()
    new = {claim.id for claim in claims if claim.doc == doc}
    while new:
        for held in _judged(linker.links(new)):
            found[held.link.a.id, held.link.b.id] = held
        done |= new
        new = {name for pair in found for name in pair} - done
    return sorted(found.values(), key=lambda held: (places[held.link.a.id], places[held.link.b.id]))
