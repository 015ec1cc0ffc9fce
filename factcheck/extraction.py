"""From articles to claims, by what costs least: what was kept of an earlier run, then every core."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from claims.model import Claim, claim_order
from corpus.added import Entries, use_entries, used_entries
from corpus.article import Article
from factcheck.keeping.cache import ClaimCache
from factcheck.keeping.spilled_articles import size_of

Outcome = list[Claim] | str  # the claims, or why there are none

_BATCH = 50_000  # characters that a process is given at a time
_WORTH_A_PROCESS = 200_000  # characters below which starting one costs more than it saves
_KEPT_AT_A_TIME = 500  # articles after which what was read is put into the cache


def extract_from(
    articles: Sequence[Article],
    *,
    cache: ClaimCache | None = None,
    jobs: int = 1,
    tell: Callable[[str], None],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[list[Claim], bool]:
    """The claims of all `articles`, by article and place, and whether every one could be read for them.

    An article that cannot is named to `tell` in one line. `progress` hears how many articles of how many
    are done. Neither `cache` nor `jobs` (processes) nor the order of the articles makes a difference to
    the claims.
    """
    found: dict[str, list[Claim]] = {}
    complete = True
    for article, outcome in outcomes_of(articles, cache=cache, jobs=jobs, progress=progress):
        if isinstance(outcome, str):
            complete = False
            tell(f"{article.path or article.id}: {outcome}")
        else:
            found[article.id] = outcome
    claims = [claim for article in articles for claim in found.get(article.id, ())]
    claims.sort(key=claim_order)
    return claims, complete


def outcomes_of(
    articles: Sequence[Article],
    *,
    cache: ClaimCache | None = None,
    jobs: int = 1,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[tuple[Article, Outcome]]:
    """Each article with its claims, or with why there are none, in no set order."""
    new: list[Article] = []
    done = 0
    for start in range(0, len(articles), _KEPT_AT_A_TIME):
        some = articles[start : start + _KEPT_AT_A_TIME]
        found = cache.load(some) if cache else {}
        yield from ((article, found[article.id]) for article in some if article.id in found)
        new += [article for article in some if article.id not in found]
        done += len(found)
    fresh: list[tuple[Article, list[Claim]]] = []
    for article, outcome in _outcomes(new, jobs):
        if cache and not isinstance(outcome, str):
            fresh.append((article, outcome))
            if len(fresh) == _KEPT_AT_A_TIME:
                cache.store(fresh)
                fresh.clear()
        yield article, outcome
        done += not isinstance(outcome, str)
        progress(done, len(articles))
    if cache:
        cache.store(fresh)


def _outcomes(articles: Sequence[Article], jobs: int) -> Iterator[tuple[Article, Outcome]]:
    if jobs == 1 or sum(map(size_of, articles)) < _WORTH_A_PROCESS:
        yield from ((article, outcome_of(article)) for article in articles)
        return
    from factcheck.engine.processes import Lost, work_in_processes

    work = partial(_outcome_with, used_entries())
    for done in work_in_processes(work, batches_of(articles), jobs):
        if isinstance(done, Lost):
            yield done.item, "ended the process that read it, twice; left out"
        else:
            yield done


def batches_of(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in batches of about one size."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += size_of(article)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _outcome_with(entries: Entries, article: Article) -> Outcome:
    """In a process that may be new: first a user's own words, then the claims."""
    use_entries(entries)
    return outcome_of(article)


def outcome_of(article: Article) -> Outcome:
    """The claims of an article, or why there are none."""
    from claims.extract import extract_claims

    try:
        return extract_claims(article)
    except Exception as error:  # some hostile text got the better of a rule: the others are read all the same
        return f"cannot be read for claims: {type(error).__name__}: {str(error)[:200]}"
