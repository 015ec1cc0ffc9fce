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
from factcheck.nearby import Docs, docs_of


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
    judgements = _judged(linker.links()) if about is None else _about(linker, about, kept)
    judgements.sort(key=_by_place)
    published = {article.id: article.published for article in articles}
    miscounts = find_miscounts(ordered, published)
    findings = gather(
        kept, judgements, origins(articles), miscounts, condensed.others, linker.company.is_left_out
    )
    if about is None:
        return findings
    return [finding for finding in findings if any(told.claim.doc == about for told in finding.claims)]


def _judged(links: Iterable[Link]) -> list[Judgement]:
    return [judgement for link in links if (judgement := judge(link))]


def _by_place(judgement: Judgement) -> tuple[str, int, str, int]:
    a, b = judgement.link.a, judgement.link.b
    return (a.doc, a.start, b.doc, b.start)


def _about(linker: Linker, doc: str, claims: Iterable[Claim]) -> list[Judgement]:
    """The judgements on the claims of one article, on those that they are judged with, and so on."""
    judged: dict[Docs, list[Judgement]] = {}
    found: dict[tuple[str, str], Judgement] = {}
    done: set[str] = set()
    new = {claim.id: doc for claim in claims if claim.doc == doc}
    while new:
        reached: dict[str, str] = {}
        for docs in {docs_of(one, other) for one in new.values() for other in linker.beside(one)}:
            if docs not in judged:
                judged[docs] = _judged(linker.between(docs))
            for held in judged[docs]:
                a, b = held.link.a, held.link.b
                if a.id in new or b.id in new:
                    found[a.id, b.id] = held
                    reached |= {a.id: a.doc, b.id: b.doc}
        done |= new.keys()
        new = {name: doc for name, doc in reached.items() if name not in done}
    return list(found.values())
