"""Large corpora on several machines, with Dask: the same pieces of work, the same report.

Workers write the claims that they read into shards in a folder that all machines see, or under a URL that
fsspec knows, and read from there what they compare; only what is small is sent.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from itertools import islice
from typing import Any
from uuid import uuid4

from corpus.added import Entries, use_entries, used_entries
from corpus.article import Article
from factcheck.engine.sharded import Progress, report_in_shards
from factcheck.engine.shards import Entry, ShardWriter
from factcheck.extraction import batches_of, outcome_of
from factcheck.keeping.cache import ClaimCache
from factcheck.keeping.lines import close_files
from factcheck.keeping.spilled_articles import whole
from factcheck.linking import MOST_COMPARED
from factcheck.model import Report

# A batch is given up for now when its worker dies, and tried alone in the end: given at once to a worker that
# is still starting, what kills it would also end the nanny that starts the next one.
_DEATHS = 0
_PATIENCE = "20s"  # for the scheduler to answer
_AHEAD = 4  # batches for each thread of the cluster that wait or are at work

Batch = Sequence[Any]


class ClusterError(ValueError):
    """Dask is not there, or its scheduler is not."""


@contextmanager
def cluster_report(
    articles: Sequence[Article],
    *,
    scheduler: str | None,
    folder: str,
    jobs: int,
    cache: ClaimCache | None = None,
    tell: Callable[[str], None],
    progress: Progress,
    most_compared: int = MOST_COMPARED,
) -> Iterator[tuple[Report, bool]]:
    """`large_report` on the cluster of `scheduler`, without one on `jobs` processes that Dask starts here.

    Shards go into a new folder in `folder`, which is removed after the context. A worker that dies costs
    time; an article that ends every worker that reads it is named to `tell` and left out. Of what was
    compared before, `cache` knows. Each article is compared with at most `most_compared` others like it.
    Raises ClusterError where there is no Dask or no such scheduler.
    """
    place = f"{folder.rstrip('/')}/factcheck-{uuid4().hex}"
    with _client(scheduler, jobs) as client, _made(place):
        lost: list[str] = []
        entries = {}
        with progress("articles") as told:
            work = partial(_extracted, used_entries(), place)
            batches = (list(map(whole, batch)) for batch in batches_of(articles))
            for batch, found in _results(client, work, batches):
                for article, result in zip(batch, found or [_KILLED] * len(batch), strict=True):
                    if isinstance(result, Entry):
                        entries[article.id] = result
                    else:
                        lost.append(f"{article.path or article.id}: {result}")
                told(len(entries), len(articles))
        run = partial(_run, client, lost)
        judged = cache.judged() if cache else None
        report = report_in_shards(
            articles,
            entries,
            lambda name: ShardWriter(f"{place}/{name}"),
            run,
            progress,
            judged,
            whole,
            most_compared=most_compared,
        )
        for message in sorted(lost):
            tell(message)
        yield report, not lost


_KILLED = "ended every process that worked on it; left out"


def _extracted(added: Entries, place: str, batch: Sequence[Article]) -> list[Entry | str]:
    """On a worker: the claims of some articles into a shard of their own; where each stands, or why not."""
    use_entries(added)
    with ShardWriter(f"{place}/claims-{uuid4().hex}") as writer:
        outcomes = [(article, outcome_of(article)) for article in batch]
        return [
            outcome if isinstance(outcome, str) else writer.put_claims(article.id, outcome, article.published)
            for article, outcome in outcomes
        ]


def _each(added: Entries, work: Callable[[Any], Any], batch: Batch) -> list[Any]:
    """On a worker: the work on each of a batch."""
    use_entries(added)
    try:
        return [work(item) for item in batch]
    finally:
        close_files()


def _run(
    client: Any, lost: list[str], work: Callable[[Any], Any], batches: Iterable[Batch]
) -> Iterator[tuple[Any, Any]]:
    """`Run` on a cluster; what ends its workers is added to `lost`."""
    for batch, found in _results(client, partial(_each, used_entries(), work), batches):
        if found is None:
            named = (item.id if isinstance(item, Article) else item for item in batch)
            lost.extend(f"{name}: {_KILLED}" for name in named)
        else:
            yield from zip(batch, found, strict=True)


def _results(
    client: Any, work: Callable[[Batch], list[Any]], batches: Iterable[Batch]
) -> Iterator[tuple[Batch, list[Any] | None]]:
    """What `work` makes of each batch, in any order; None of a single item that ends every worker.

    Dask gives a batch whose worker died to another one, and gives up after some. Whoever was at work beside
    it is under suspicion, too, so in the end the items of such batches are tried one by one, alone.
    """
    distributed = import_module("distributed")
    waiting = iter(batches)
    at_work = distributed.as_completed()
    given: dict[str, Batch] = {}
    suspects: list[Any] = []

    def give(some: Iterable[Batch]) -> None:
        for batch in some:
            future = client.submit(work, batch, pure=False)
            given[future.key] = batch
            at_work.add(future)

    give(islice(waiting, _AHEAD * max(1, sum(client.nthreads().values()))))
    for future in at_work:
        batch = given.pop(future.key)
        if isinstance(future.exception(), distributed.KilledWorker):
            suspects += batch
        else:
            yield batch, future.result()  # raises what the work raised
        give(islice(waiting, 1))
    for item in suspects:
        client.wait_for_workers(1)
        future = client.submit(work, [item], pure=False)
        is_deadly = isinstance(future.exception(), distributed.KilledWorker)
        yield [item], None if is_deadly else future.result()


@contextmanager
def _client(scheduler: str | None, jobs: int) -> Iterator[Any]:
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise ClusterError("Dask is not installed: pip install 'factcheck-newsroom[distributed]'") from error
    if scheduler is None:
        with (
            import_module("dask").config.set({"distributed.scheduler.allowed-failures": _DEATHS}),
            distributed.LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = distributed.Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise ClusterError(f"{scheduler}: no Dask scheduler answers there") from error
    with client:
        yield client


@contextmanager
def _made(place: str) -> Iterator[None]:
    """A folder that is gone in the end."""
    files, path = import_module("fsspec").core.url_to_fs(place)
    files.makedirs(path, exist_ok=True)
    try:
        yield
    finally:
        close_files()
        files.rm(path, recursive=True)
