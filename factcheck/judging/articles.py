"""Judging two articles at a time: their claims are linked and judged, and no third article matters."""

from functools import lru_cache

from factcheck.claim_store import ClaimStore
from factcheck.judging.judge import Judgement, judge
from factcheck.linking.blocking import KeyedClaims
from factcheck.linking.link import Link, link_articles
from factcheck.linking.nearby import Docs

_AT_HAND = 200  # articles whose claims are kept with their keys


def judge_articles(one: KeyedClaims, other: KeyedClaims) -> list[Judgement]:
    """What follows from the links of two articles, or of one with itself.

    A copy tells what its original tells at the same place, and nothing of what the original tells elsewhere.
    """
    links = link_articles(one, other)
    if one is not other and _sentences(one) == _sentences(other):
        links = [link for link in links if link.a.start == link.b.start]
    return [judgement for link in links if (judgement := judge(link))]


def _sentences(article: KeyedClaims) -> list[tuple[int, str]]:
    return [(claim.start, claim.sentence) for claim in article.claims]


class Judging:
    """The links and judgements between the articles of a store, named by their ids in order."""

    def __init__(self, store: ClaimStore) -> None:
        self._keyed = lru_cache(maxsize=_AT_HAND)(lambda doc: KeyedClaims(store.of(doc)))

    def links(self, docs: Docs) -> list[Link]:
        """The links of the claims of two articles, or of one with itself."""
        return link_articles(self._keyed(docs[0]), self._keyed(docs[1]))

    def between(self, docs: Docs) -> list[Judgement]:
        """What follows from the links of two articles, or of one with itself."""
        return judge_articles(self._keyed(docs[0]), self._keyed(docs[1]))
