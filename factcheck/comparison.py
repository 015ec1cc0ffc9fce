"""The public comparison: claims in, findings out."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge

from claims.model import Claim
from corpus.article import Article
from corpus.provenance import origins
from factcheck.arithmetic import find_miscounts
from factcheck.claim_store import ClaimStore, HeldClaims
from factcheck.gathering.findings import gather
from factcheck.judging.articles import Judging
from factcheck.judging.judge import Judgement
from factcheck.linking.copies import copies_in, followers_of
from factcheck.linking.nearby import Company, Docs, company_of, docs_of, signature_of
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
    return compare_stored(HeldClaims(claims), articles, about)


def compare_stored(
    store: ClaimStore, articles: Sequence[Article] = (), about: str | None = None
) -> list[Finding]:
    """`compare` on claims wherever they are kept."""
    followers = followers_of(store, about)
    passed_over = {doc for docs in followers.values() for doc in docs}
    kept = [doc for doc in store.docs() if doc not in passed_over]
    company = company_of({doc: signature_of(store.of(doc)) for doc in kept})
    judging = Judging(store)
    if about is None:
        judgements = [held for docs in pairs_of(kept, company) for held in judging.between(docs)]
    else:
        judgements = _about(judging, company, about, store.of(about))
    published = {article.id: article.published for article in articles}
    miscounts = [found for doc in store.docs() for found in find_miscounts(store.of(doc), published)]
    findings = gather(
        [claim for doc in kept for claim in store.of(doc)],
        sorted(judgements, key=by_place),
        origins(articles),
        miscounts,
        copies_in(store, followers),
        company,
    )
    if about is None:
        return findings
    return [finding for finding in findings if any(told.claim.doc == about for told in finding.claims)]


def pairs_of(docs: Iterable[str], company: Company) -> Iterator[Docs]:
    """The pairs of articles that are judged: each of `docs` with itself and its company; in order."""
    return merge(((doc, doc) for doc in docs), company.pairs)


def by_place(judgement: Judgement) -> tuple[str, int, str, int]:
    """The order in which judgements are gathered."""
    a, b = judgement.link.a, judgement.link.b
    return (a.doc, a.start, b.doc, b.start)


def _about(judging: Judging, company: Company, doc: str, claims: Iterable[Claim]) -> list[Judgement]:
    """The judgements on the claims of one article, on those that they are judged with, and so on."""
    judged: dict[Docs, list[Judgement]] = {}
    found: dict[tuple[str, str], Judgement] = {}
    done: set[str] = set()
    new = {claim.id: doc for claim in claims}
    while new:
        reached: dict[str, str] = {}
        around = {docs_of(one, other) for one in new.values() for other in (one, *company.beside(one))}
        for docs in around:
            if docs not in judged:
                judged[docs] = judging.between(docs)
            for held in judged[docs]:
                a, b = held.link.a, held.link.b
                if a.id in new or b.id in new:
                    found[a.id, b.id] = held
                    reached |= {a.id: a.doc, b.id: b.doc}
        done |= new.keys()
        new = {name: doc for name, doc in reached.items() if name not in done}
    return list(found.values())
