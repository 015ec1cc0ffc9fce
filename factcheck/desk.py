"""The editor's desk: a draft and its sources, read from files."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING

from corpus.article import Article
from factcheck.crosscheck import read_articles

if TYPE_CHECKING:
    from corpus.read import Language


def read_draft(
    path: str,
    against: Iterable[str],
    tell: Callable[[str], None],
    *,
    verbose: bool = False,
    language: "Language" = "en",
) -> tuple[Article | None, list[Article], bool]:
    """The draft at `path`, the sources under `against`, and whether all that was asked for could be read.

    The draft is None where `path` holds no article, or several; the draft's own file is no source.
    Problems go to `tell` as in `read_articles`.
    """
    drafts, complete = read_articles([path], tell, verbose=verbose, language=language)
    if len(drafts) > 1:
        tell(f"{path}: holds {len(drafts)} articles; a draft is one")
    sources, all_read = read_articles(against, tell, verbose=verbose, language=language)
    sources = [source for source in sources if not _is_file(source.path, path)]
    if len(drafts) != 1:
        return None, sources, False
    return _named_apart(drafts[0], sources), sources, complete and all_read


def _is_file(path: str | None, draft: str) -> bool:
    """Whether `path` is the draft's own file, by whatever name; of an archive the archive is meant."""
    try:
        return path is not None and os.path.samefile(path, draft)
    except OSError:  # standard input, or a file that is gone by now
        return False


def _named_apart(draft: Article, sources: Iterable[Article]) -> Article:
    """The draft under an id that no source has: "draft" where its own is taken."""
    taken = {source.id for source in sources}
    names = chain((draft.id, "draft"), (f"draft-{number}" for number in count(2)))
    return replace(draft, id=next(name for name in names if name not in taken))
