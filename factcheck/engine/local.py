"""Large corpora on one machine: claims and findings in a folder of its own, work on all cores."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from os.path import join
from tempfile import TemporaryDirectory
from typing import Any

from corpus.added import Entries, use_entries, used_entries
from corpus.article import Article
from factcheck.engine.processes import Crew, Lost, work_in_forks
from factcheck.engine.readings import readings_of
from factcheck.engine.sharded import Progress, report_in_shards
from factcheck.engine.shards import Entry, ShardWriter
from factcheck.keeping.cache import ClaimCache
from factcheck.keeping.lines import close_files
from factcheck.linking import MOST_COMPARED
from factcheck.model import Report

_WORTH_FORKS = 300  # articles from which processes are worth starting for the search alone
_SEARCHED = 50  # articles that a process looks up at a time


@contextmanager
def large_report(
    articles: Sequence[Article],
    *,
    cache: ClaimCache | None = None,
    jobs: int = 1,
    tell: Callable[[str], None],
    progress: Progress,
    most_compared: int = MOST_COMPARED,
) -> Iterator[tuple[Report, bool]]:
    """The report on `articles`, and whether everything could be read and compared.

    It is read from files that are gone after the context. What could not be is named to `tell`. Neither
    `cache` nor `jobs` (processes) makes a difference to the report, nor that it is larger than memory.
    Each article is compared with at most `most_compared` others like it.
    """
    with TemporaryDirectory(prefix="factcheck-") as folder, Crew(jobs) as crew, _files_closed():
        entries: dict[str, Entry] = {}
        lost: list[object] = []
        complete = True
        run = partial(_run, crew if jobs > 1 else None)
        with progress("articles") as told, ShardWriter(join(folder, "claims")) as writer:
            readings = readings_of(articles, partial(run, []), cache)
            for done, (article, reading) in enumerate(readings, 1):
                told(done, len(articles))
                if reading.failure:
                    complete = False
                    tell(f"{article.path or article.id}: {reading.failure}")
                else:
                    entries[article.id] = writer.put_encoded(
                        article.id, reading.text, reading.claims, article.published
                    )
        judged = cache.judged() if cache else None
        report = report_in_shards(
            articles,
            entries,
            lambda name: ShardWriter(join(folder, name)),
            partial(run, lost),
            progress,
            judged,
            share_out=partial(_shared_out, jobs),
            most_compared=most_compared,
        )
        for item in lost:
            tell(f"{item}: ended the process that compared it, twice; left out")
        yield report, complete and not lost


@contextmanager
def _files_closed() -> Iterator[None]:
    """No file stays open after the context."""
    try:
        yield
    finally:
        close_files()


def _run(
    crew: Crew | None, lost: list[object], work: Callable[[Any], Any], batches: Iterable[Sequence[Any]]
) -> Iterator[tuple[Any, Any]]:
    """`Run` by a crew, or in this process; what ends its process twice is added to `lost`."""
    if crew is None:
        yield from ((item, work(item)) for batch in batches for item in batch)
        return
    for done in crew.run(partial(_work_with, used_entries(), work), batches):
        if isinstance(done, Lost):
            lost.append(done.item.id if isinstance(done.item, Article) else done.item)
        else:
            yield done


def _shared_out(jobs: int, work: Callable[[int], Any], number: int) -> Iterator[tuple[int, Any]]:
    """`ShareOut` on this machine; what ends its process twice leads nowhere."""
    jobs = jobs if number >= _WORTH_FORKS else 1
    batches = (range(start, min(start + _SEARCHED, number)) for start in range(0, number, _SEARCHED))
    return (done for done in work_in_forks(work, batches, jobs) if not isinstance(done, Lost))


def _work_with(entries: Entries, work: Callable[[Any], Any], item: object) -> object:
    """In a process that may be new: first a user's own words, then the work."""
    use_entries(entries)
    return work(item)
