"""The editor's desk: a draft and its sources, read from files."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.encodings import with_unix_lines
from corpus.source import MAX_BYTES
from factcheck.crosscheck import dated, read_articles

if TYPE_CHECKING:
    from corpus.read import Language


def read_sources(
    paths: Iterable[str],
    draft: str,
    tell: Callable[[str], None],
    *,
    verbose: bool = False,
    language: "Language" = "en",
    max_bytes: int = MAX_BYTES,
    met: Callable[[str], None] = lambda path: None,
) -> tuple[list[Article], bool]:
    """The sources under `paths` but the draft's own file, and whether all could be read.

    Problems go to `tell`, and what was met to `met`, as in `read_articles`.
    """
    sources, complete = read_articles(
        paths, tell, verbose=verbose, language=language, max_bytes=max_bytes, met=met
    )
    return [source for source in sources if not is_same_file(source.path, draft)], complete


def read_draft(
    path: str,
    sources: Iterable[Article],
    tell: Callable[[str], None],
    *,
    verbose: bool = False,
    language: "Language" = "en",
    max_bytes: int = MAX_BYTES,
) -> tuple[Article | None, bool]:
    """The draft at `path` under an id that no source has, and whether it could be wholly read.

    It is None where `path` holds no article, or several.
    """
    drafts, complete = read_articles([path], tell, verbose=verbose, language=language, max_bytes=max_bytes)
    if len(drafts) == 1:
        return _named_apart(drafts[0], sources), complete
    if drafts:
        tell(f"{path}: holds {len(drafts)} articles; a draft is one")
    return None, False


def read_unsaved_draft(
    path: str,
    text: str,
    sources: Iterable[Article],
    tell: Callable[[str], None],
    *,
    language: "Language" = "en",
) -> tuple[Article | None, list[Article]]:
    """The draft that an editor holds as `text`, for the file `path`, and those of `sources` that are others.

    The draft is None where it holds no article, or what was read is not the text as it stands.
    """
    from corpus.read import read_unsaved

    others = [source for source in sources if not is_same_file(source.path, path)]
    found = []
    for thing in read_unsaved(path, text.encode("utf-8", errors="replace"), language=language):
        if isinstance(thing, Article):
            found.append(thing)
        elif thing.severity != "note":
            tell(str(thing))
    if len(found) != 1 or len(found[0].text) != len(with_unix_lines(text)):
        return None, others
    return _named_apart(dated(found[0]), others), others


def is_same_file(path: str | None, draft: str) -> bool:
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
