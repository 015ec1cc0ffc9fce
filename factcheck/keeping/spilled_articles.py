"""Articles whose texts are kept in a file: of a large corpus only what is known of them stays in memory."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from os.path import join
from tempfile import TemporaryDirectory
from typing import Any

from corpus.article import Article
from factcheck.keeping.lines import LineWriter, Place, close_files, read_line


@dataclass(frozen=True, kw_only=True)
class SpilledArticle(Article):
    """An article whose text is read from `place` whenever it is asked for; other processes get it without."""

    __slots__ = ("place",)
    place: Place

    @property  # type: ignore[misc]
    def text(self) -> str:
        return read_line(self.place)

    @text.setter
    def text(self, text: str) -> None:
        """It stands at `place`."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _spilled, tuple("" if name == "text" else getattr(self, name) for name in _NAMES)


_NAMES = tuple(field.name for field in fields(SpilledArticle))


def _spilled(*values: Any) -> SpilledArticle:
    return SpilledArticle(**dict(zip(_NAMES, values, strict=True)))


def size_of(article: Article) -> int:
    """About how many characters the text of an article has, without reading it."""
    return article.place.length if isinstance(article, SpilledArticle) else len(article.text)


def whole(article: Article) -> Article:
    """`article` with its text, for another machine."""
    if not isinstance(article, SpilledArticle):
        return article
    return Article(**{field.name: getattr(article, field.name) for field in fields(Article)})


class ArticleKeeper:
    """Keeps the texts of articles in a file from the first on with which they exceed `most` characters."""

    def __init__(self, most: int) -> None:
        self._left = most
        self._folder: TemporaryDirectory[str] | None = None
        self._writer: LineWriter | None = None

    def keep(self, article: Article) -> Article:
        """`article`, its text in memory or in a file."""
        self._left -= len(article.text)
        if self._left > 0:
            return article
        if self._writer is None:
            self._folder = TemporaryDirectory(prefix="factcheck-")
            self._writer = LineWriter(join(self._folder.name, "articles"))
        return _kept(article, self._writer.put(article.text))

    def read_all(self) -> None:
        """What was kept can be read from now on."""
        if self._writer is not None:
            self._writer.flush()

    def close(self) -> None:
        """Remove the file."""
        if self._writer is not None and self._folder is not None:
            with self._folder:
                close_files()
                self._writer.__exit__()


@contextmanager
def article_keeper(most: int) -> Iterator[ArticleKeeper]:
    """An `ArticleKeeper` until the end of the context, and what it kept."""
    keeper = ArticleKeeper(most)
    try:
        yield keeper
    finally:
        keeper.close()


def _kept(article: Article, place: Place) -> SpilledArticle:
    """The article at `place`; what many articles have in common is held once."""
    known = {field.name: getattr(article, field.name) for field in fields(Article)}
    for name in ("publisher", "published_from", "language", "origin"):
        known[name] = known[name] and sys.intern(known[name])
    return SpilledArticle(**{**known, "text": ""}, place=place)
