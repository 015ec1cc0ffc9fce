"""What a command reads: the articles of its paths, and their claims, as the command line asks for."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from factcheck.cli import EXIT_CLEAN, EXIT_UNREADABLE, complain
from factcheck.command.outputs import refuse_impossible, refuse_to_overwrite
from factcheck.linking import MOST_COMPARED

if TYPE_CHECKING:
    from claims.model import Claim
    from corpus.article import Article
    from corpus.read import Language
    from factcheck.keeping.cache import ClaimCache
    from factcheck.model import Report

_TOLD = "factcheck.told"
_LARGE = 200_000  # characters of text from which claims and findings are kept in files
_INCOMPLETE = "factcheck.incomplete"


def read(
    paths: tuple[str, ...],
    outputs: Sequence[str | None],
    language: "Language" = "en",
    verbose: bool = False,
) -> tuple[list["Article"], bool]:
    """The articles, and whether all could be read; refuses to write to one of them."""
    from factcheck.crosscheck import read_articles
    from factcheck.keeping.spilled_articles import article_keeper

    refuse_impossible(outputs)
    sources: list[str] = []
    keeper = click.get_current_context().with_resource(article_keeper(_LARGE))
    articles, complete = read_articles(
        paths,
        tell,
        verbose=verbose,
        language=language,
        max_bytes=most_bytes(),
        keep=keeper.keep,
        met=sources.append,
    )
    keeper.read_all()
    refuse_to_overwrite(sources, outputs)
    return articles, noted(complete)


def noted(complete: bool) -> bool:
    """`complete`, kept for those who must know whether all could be read."""
    if not complete:
        click.get_current_context().meta[_INCOMPLETE] = True
    return complete


def all_was_read() -> bool:
    """Whether nothing was noted to be incomplete."""
    return _INCOMPLETE not in click.get_current_context().meta


def most_bytes() -> int:
    """What --max-bytes says: a larger article is not read."""
    return int(click.get_current_context().meta["factcheck.max_bytes"])


def most_compared() -> int:
    """What --most-compared says: how many others like it an article is compared with."""
    return int(click.get_current_context().meta.get("factcheck.most_compared", MOST_COMPARED))


def tell_limits(report: "Report") -> None:
    """Tell what there was too much of to compare."""
    for limit in report.limits:
        tell(f"warning: {limit}")


def tell(message: str) -> None:
    """Say it on standard error, and keep it for the report."""
    say(message)
    click.get_current_context().meta.setdefault(_TOLD, {})[message] = None


def say(message: str) -> None:
    """Say it on standard error; of warnings --quiet wants to hear nothing."""
    if not (is_quiet() and message.startswith("warning: ")):
        complain(message)


def hint(message: str) -> None:
    """Say on standard error what changes no exit code, unless --quiet forbids it."""
    if not is_quiet():
        complain(message)


def is_quiet() -> bool:
    """Whether --quiet was given."""
    return bool(click.get_current_context().meta.get("factcheck.quiet"))


def told() -> tuple[str, ...]:
    """What was told so far, each thing once."""
    context = click.get_current_context(silent=True)
    return tuple(context.meta.get(_TOLD, ())) if context else ()


@contextmanager
def report_of(articles: "Sequence[Article]") -> "Iterator[tuple[Report, bool]]":
    """The report on the articles, and whether each could be read for claims; gone after the context."""
    from factcheck.keeping.spilled_articles import size_of

    said = click.get_current_context().meta
    if said.get("factcheck.engine") == "dask":
        with _cluster_report_of(articles) as found:
            yield found
    elif sum(map(size_of, articles)) < _LARGE:
        yield kept_or_made(articles, lambda: _compared(articles))
    else:
        from factcheck.engine.local import large_report

        with large_report(
            articles,
            cache=wanted_cache(),
            jobs=_jobs(),
            tell=tell,
            progress=_progress,
            most_compared=most_compared(),
        ) as found:
            yield found


def kept_or_made(
    articles: "Sequence[Article]", make: "Callable[[], tuple[Report, bool]]", *, draft: str | None = None
) -> "tuple[Report, bool]":
    """The report on the articles, from the cache if the command line wants one; see `kept_report`."""
    from factcheck.keeping.kept_reports import kept_report

    cache = wanted_cache()
    reports = cache.reports() if cache else None
    return kept_report(reports, articles, make, draft=draft, most_compared=most_compared())


def _compared(articles: "Sequence[Article]") -> "tuple[Report, bool]":
    from factcheck.crosscheck import cross_check

    claims, extracted = claims_of(articles)
    return cross_check(articles, claims, most_compared=most_compared()), extracted


@contextmanager
def _cluster_report_of(articles: "Sequence[Article]") -> "Iterator[tuple[Report, bool]]":
    """The report as a cluster makes it; raises UsageError where it cannot work for want of something."""
    from tempfile import TemporaryDirectory

    from factcheck.engine.cluster import ClusterError, cluster_report

    said = click.get_current_context().meta
    scheduler, shards = said["factcheck.scheduler"], said["factcheck.shards"]
    if scheduler and not shards:
        raise click.UsageError("--scheduler needs --shards FOLDER, which all of its machines can read")
    with TemporaryDirectory(prefix="factcheck-") as folder:
        try:
            with cluster_report(
                articles,
                scheduler=scheduler,
                folder=shards or folder,
                jobs=_jobs(),
                cache=wanted_cache(),
                tell=tell,
                progress=_progress,
                most_compared=most_compared(),
            ) as found:
                yield found
        except ClusterError as error:
            raise click.UsageError(str(error)) from error


def claims_of(articles: "Sequence[Article]") -> tuple[list["Claim"], bool]:
    """The claims of the articles, and whether each could be read for them; shows how far it is."""
    from factcheck.extraction import extract_from

    with _progress("articles") as progress:
        claims, complete = extract_from(
            articles, cache=wanted_cache(), jobs=_jobs(), tell=tell, progress=progress
        )
    return claims, noted(complete)


@contextmanager
def _progress(things: str) -> "Iterator[Callable[[int, int], None]]":
    """Tells a terminal how far long work on `things` is."""
    from factcheck.command.progress import Progress

    with Progress(None if is_quiet() else sys.stderr, things) as progress:
        yield progress.tell


def _jobs() -> int:
    """How many processes work, as the command line says."""
    return click.get_current_context().meta["factcheck.jobs"] or _cores()


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def wanted_cache() -> "ClaimCache | None":
    """The cache, unless the command line wants none."""
    return named_cache() if click.get_current_context().meta["factcheck.cache"] else None


def named_cache() -> "ClaimCache":
    """The cache in the folder that the command line names, by default in the user's own."""
    from factcheck.keeping.cache import ClaimCache

    folder = click.get_current_context().meta["factcheck.cache_dir"]
    return ClaimCache(folder or _own_folder())


def _own_folder() -> str:
    """Where the user's own cache lies."""
    from platformdirs import user_cache_dir

    return user_cache_dir("factcheck", appauthor=False)


def show_files(paths: Sequence[str], *, without: str | None = None) -> int:
    """Print the files that would be read under `paths`, but the file `without`; the exit code."""
    from corpus.files import find_files, without_articles
    from factcheck.desk import is_same_file
    from factcheck.telling.terminal import visible

    code = EXIT_CLEAN
    for root in find_files(paths):
        if root.is_folder and not (root.found or root.known):
            root.found.append(without_articles(root))
        for found in root.found:
            if isinstance(found, str):
                if without is None or not is_same_file(found, without):
                    click.echo(visible(found))
            elif found.severity == "error":
                code = EXIT_UNREADABLE
                complain(str(found))
            else:
                say(f"{found.severity}: {found}")
    return code
