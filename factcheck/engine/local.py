"""Large corpora on one machine: claims and findings in a folder of its own, work on all cores."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from os.path import join
from tempfile import TemporaryDirectory
from typing import Any

from corpus.added import Entries, use_entries, used_entries
from corpus.article import Article
from factcheck.engine.processes import Lost, work_in_processes
from factcheck.engine.sharded import Progress, report_in_shards
from factcheck.engine.shards import Entry, ShardWriter
from factcheck.extraction import outcomes_of
from factcheck.keeping.cache import ClaimCache
from factcheck.model import Report

_WORTH_A_PROCESS = 200  # pieces of work below which starting one costs more than it saves


@contextmanager
def large_report(
    articles: Sequence[Article],
    *,
    cache: ClaimCache | None = None,
    jobs: int = 1,
    tell: Callable[[str], None],
    progress: Progress,
) -> Iterator[tuple[Report, bool]]:
    """The report on `articles`, and whether everything could be read and compared.

    It is read from files that are gone after the context. What could not be is named to `tell`. Neither
    `cache` nor `jobs` (processes) makes a difference to the report, nor that it is larger than memory.
    """
    with TemporaryDirectory(prefix="factcheck-") as folder:
        entries: dict[str, Entry] = {}
        complete = True
        with progress("articles") as told, ShardWriter(join(folder, "claims")) as writer:
            for article, outcome in outcomes_of(articles, cache=cache, jobs=jobs, progress=told):
                if isinstance(outcome, str):
                    complete = False
                    tell(f"{article.path or article.id}: {outcome}")
                else:
                    entries[article.id] = writer.put_claims(article.id, outcome)
        lost: list[object] = []
        run = partial(_run, jobs, lost)
        judged = cache.judged() if cache else None
        report = report_in_shards(
            articles, entries, lambda name: ShardWriter(join(folder, name)), run, progress, judged
        )
        for item in lost:
            tell(f"{item}: ended the process that compared it, twice; left out")
        yield report, complete and not lost


def _run(
    jobs: int, lost: list[object], work: Callable[[Any], Any], batches: Iterable[Sequence[Any]]
) -> Iterator[tuple[Any, Any]]:
    """`Run` on this machine; what ends its process twice is added to `lost`."""
    given = list(batches)
    if jobs == 1 or sum(map(len, given)) < _WORTH_A_PROCESS:
        yield from ((item, work(item)) for batch in given for item in batch)
        return
    for done in work_in_processes(partial(_work_with, used_entries(), work), given, jobs):
        if isinstance(done, Lost):
            lost.append(done.item)
        else:
            yield done


def _work_with(entries: Entries, work: Callable[[Any], Any], item: object) -> object:
    """In a process that may be new: first a user's own words, then the work."""
    use_entries(entries)
    return work(item)
