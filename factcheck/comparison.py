"""The public comparison: claims in, findings out."""

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge

from claims.model import Claim
from corpus.article import Article
from corpus.parts import parts_of
from corpus.provenance import origins
from factcheck.arithmetic import Miscount, find_miscounts
from factcheck.claim_store import ClaimStore, HeldClaims
from factcheck.gathering.belonging import MOST, gathered_together
from factcheck.gathering.findings import alone, facts_told, finding_order, with_ids
from factcheck.gathering.limits import limits_told
from factcheck.gathering.reprints import Sentences
from factcheck.judged import PackedJudgements
from factcheck.judging.articles import Judging
from factcheck.judging.dates import ToldDates
from factcheck.judging.judge import Judgement
from factcheck.linking import MOST_COMPARED
from factcheck.linking.blocking import is_all_alike
from factcheck.linking.copies import copies_in, followers_of
from factcheck.linking.nearby import Company, Docs, NearbyIndex, docs_of, signature_of
from factcheck.model import Finding, LimitWarning
from factcheck.parted import Joined, led_back, text_of


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of a comparison: the findings, worst first, and what was too much to compare, in words."""

    findings: list[Finding]
    limits: tuple[str, ...]

    def warned(self) -> list[Finding]:
        """The findings, after a LimitWarning for each limit."""
        for limit in self.limits:
            warnings.warn(limit, LimitWarning, stacklevel=3)
        return self.findings


def compare(
    claims: Iterable[Claim], *, articles: Sequence[Article] = (), about: str | None = None
) -> list[Finding]:
    """Cross-check claims: what several articles agree on, where they differ, what only one says.

    `articles` give provenance and days of publication; without them every document counts as a source of its
    own, and a weekday without a year is not held to its date. Findings come worst first; each names the
    claims it rests on, by side. With `about`, the id of an article, only the findings that rest on a claim
    of that article are given, the same as without.
    The order of `claims` does not matter. What is too much to be compared is warned of as LimitWarning.

    >>> compare([])
    []
    """
    return compare_stored(HeldClaims(claims), articles, about).warned()


def compare_stored(
    store: ClaimStore,
    articles: Sequence[Article] = (),
    about: str | None = None,
    most_compared: int = MOST_COMPARED,
) -> Compared:
    """`compare` on claims wherever they are kept, each article with at most `most_compared` like it."""
    parts = parts_of(articles)
    if parts:
        whole = None if about is None else text_of(about, parts)
        compared = _compared(Joined(store, parts), articles, whole, most_compared)
        findings = [led_back(finding, parts) for finding in compared.findings]
    else:
        compared = _compared(store, articles, about, most_compared)
        findings = compared.findings
    if about is not None:
        findings = [one for one in findings if any(told.claim.doc == about for told in one.claims)]
    return Compared(findings, compared.limits)


def _compared(
    store: ClaimStore, articles: Sequence[Article], about: str | None, most_compared: int
) -> Compared:
    """The same of texts that each stand in one article, with some findings that do not rest on `about`."""
    followers = followers_of(store, about)
    passed_over = {doc for docs in followers.values() for doc in docs}
    kept = [doc for doc in store.docs() if doc not in passed_over]
    index = NearbyIndex(most_compared)
    for doc in kept:
        index.add(doc, signature_of(store.of(doc)))
    company = index.company()
    del index
    gathering = _Gathering(store, articles, followers, company)
    judging = Judging(store)
    findings: list[Finding] = []
    if about is None:
        for docs in company.circles(kept):
            findings += gathering.of_circle(docs, judging)
    else:
        findings += gathering.of(kept, _about(judging, company, about, store.of(about)))
    findings.sort(key=finding_order)
    for place, finding in enumerate(with_ids(iter(findings))):
        findings[place] = finding  # not all of them twice
    near = kept if about is None else [about, *company.beside(about)]
    limits = limits_told(
        crowded=len(company.crowded if about is None else company.crowded & {about}),
        most_compared=most_compared,
        alike=sum(is_all_alike(store.of(doc)) for doc in near),
        parted=gathering.parted,
    )
    return Compared(findings, limits)


class _Gathering:
    """What is known of all articles while the findings of some of them are gathered."""

    def __init__(
        self,
        store: ClaimStore,
        articles: Sequence[Article],
        followers: Mapping[str, Sequence[str]],
        company: Company,
    ) -> None:
        self._store, self._company, self._followers = store, company, followers
        self._published = {article.id: article.published for article in articles}
        self._origins = origins(articles)
        self._copies = copies_in(store, followers)
        self.parted = 0  # pairs of sentences that were not gathered together

    def of_circle(self, docs: Sequence[str], judging: Judging) -> Iterable[Finding]:
        """The findings of articles that nothing ties to others, and of those that follow them."""
        pairs = pairs_in(docs, self._company)
        if 2 * sum(len(self._store.of(doc)) for doc in docs) > MOST:
            return self._of_packed(docs, pairs, judging)
        return self.of(docs, [held for pair in pairs for held in judging.between(pair)])

    def of(self, docs: Sequence[str], judgements: Iterable[Judgement]) -> list[Finding]:
        """The same, all that was judged at once."""
        claims = [claim for doc in docs for claim in self._store.of(doc)]
        miscounts = [found for doc in self._told(docs) for found in self._miscounts(doc)]
        judged, parted = gathered_together(claims, sorted(judgements, key=by_place), miscounts)
        self.parted += parted
        return self._facts(claims, judged, claims, miscounts)

    def _of_packed(self, docs: Sequence[str], pairs: Iterable[Docs], judging: Judging) -> Iterator[Finding]:
        """The same, part by part."""
        packed = PackedJudgements(self._store, self._told(docs))
        for one, other in pairs:
            own = self._miscounts(one) if one == other else ()
            packed.add((one, other), judging.between((one, other)), own)
        compared = set(docs)
        for doc in self._told(docs):
            if doc not in compared:
                packed.add((doc, doc), (), self._miscounts(doc))
        for part in packed.parts():
            claims = [claim for claim in part.claims if claim.doc in compared]
            dates = [claim for doc in part.docs for claim in self._store.of(doc)]
            yield from self._facts(claims, sorted(part.judgements, key=by_place), dates, part.miscounts)
        self.parted += packed.left_out()
        for doc in docs:
            for claim in self._store.of(doc):
                if not packed.is_held(claim):
                    yield alone(claim, self._origins)
                    yield from (alone(same, self._origins) for same in self._copies.get(claim.id, ()))

    def _told(self, docs: Iterable[str]) -> list[str]:
        """Articles and those that follow them."""
        return [other for doc in docs for other in (doc, *self._followers.get(doc, ()))]

    def _miscounts(self, doc: str) -> list[Miscount]:
        return find_miscounts(self._store.of(doc), self._published)

    def _facts(
        self,
        claims: Sequence[Claim],
        judgements: Sequence[Judgement],
        dates: Sequence[Claim],
        miscounts: Sequence[Miscount],
    ) -> list[Finding]:
        return facts_told(
            claims,
            judgements,
            self._origins,
            ToldDates(dates),
            Sentences(self._store.of),
            miscounts,
            self._copies,
            self._company,
        )


def pairs_of(docs: Iterable[str], company: Company) -> Iterator[Docs]:
    """The pairs of articles that are judged: each of `docs` with itself and its company; in order."""
    return merge(((doc, doc) for doc in docs), company.pairs)


def pairs_in(circle: Iterable[str], company: Company) -> Iterator[Docs]:
    """The same of a circle, whose articles are compared with each other alone; a few of them at a time."""
    for doc in circle:
        yield doc, doc
        yield from ((doc, other) for other in sorted(company.beside(doc)) if other > doc)


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
