"""Articles read for claims as shards want them: encoded where they were read, not decoded on the way."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from claims.codec import encode_claims
from corpus.article import Article
from factcheck.engine.remembered import Run
from factcheck.extraction import batches_of, outcome_of
from factcheck.keeping.cache import ClaimCache

_AT_A_TIME = 2_000  # articles that are looked up before what is new of them is read


@dataclass(frozen=True, slots=True)
class Reading:
    """The claims of an article as text, named by nothing, and their number; or why there are none."""

    text: str
    claims: int
    failure: str = ""


def readings_of(
    articles: Sequence[Article], run: Run, cache: ClaimCache | None = None
) -> Iterator[tuple[Article, Reading]]:
    """Each article with what is read in it, in no set order; what `cache` knows of is not read again."""
    left = iter(articles)
    while some := list(islice(left, _AT_A_TIME)):
        known = cache.load_encoded(some) if cache else {}
        yield from ((one, _known(known[one.id])) for one in some if one.id in known)
        new = {one.id: one for one in some if one.id not in known}
        fresh = []
        for article, reading in run(reading_of, batches_of(list(new.values()))):
            del new[article.id]
            if not reading.failure:
                fresh.append((article, reading.text))
            yield article, reading
        if cache:
            cache.store_encoded(fresh)
        yield from ((one, _LOST) for one in new.values())


_LOST = Reading("", 0, "ended the process that read it, twice; left out")


def reading_of(article: Article) -> Reading:
    """What is read in an article."""
    outcome = outcome_of(article)
    if isinstance(outcome, str):
        return Reading("", 0, outcome)
    return Reading(encode_claims(outcome, named=False), len(outcome))


def _known(text: str) -> Reading:
    return Reading(text, len(json.loads(text)))
