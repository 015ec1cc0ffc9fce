"""The sources of the drafts, read once, and again only where a file has changed."""

import os
from collections.abc import Callable, Sequence
from itertools import groupby

from claims.model import Claim
from corpus.article import Article
from corpus.files import find_files
from corpus.metadata import METADATA_FILE
from corpus.read import Language
from corpus.source import MAX_BYTES
from factcheck.crosscheck import read_articles
from factcheck.extraction import extract_from
from factcheck.keeping.cache import ClaimCache

_Signature = tuple[tuple[str, int, int], ...]


class DraftSources:
    """The articles under `paths` with their claims; problems of reading go to `tell`."""

    def __init__(
        self,
        paths: Sequence[str],
        tell: Callable[[str], None],
        language: Language,
        cache: ClaimCache | None = None,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self._paths = paths
        self._tell = tell
        self._language = language
        self._cache = cache
        self._max_bytes = max_bytes
        self._signature: _Signature | None = None
        self._read: dict[Article, list[Claim]] = {}

    @property
    def articles(self) -> list[Article]:
        """The articles, by id."""
        return list(self._read)

    @property
    def claims(self) -> list[Claim]:
        """The claims of all articles."""
        return [claim for claims in self._read.values() for claim in claims]

    def refresh(self) -> bool:
        """Read what has changed on disk since the last time; whether anything has."""
        signature = self._signed()
        if signature == self._signature:
            return False
        self._signature = signature
        articles, _ = read_articles(
            self._paths, self._tell, language=self._language, max_bytes=self._max_bytes
        )
        known = self._read
        new = [article for article in articles if article not in known]
        claims, _ = extract_from(new, cache=self._cache, tell=self._tell)
        found = groupby(claims, key=lambda claim: claim.doc)
        fresh = {doc: list(held) for doc, held in found}
        self._read = {article: known.get(article) or fresh.get(article.id, []) for article in articles}
        return True

    def _signed(self) -> _Signature:
        """The files with their sizes and times; the metadata beside them count, too."""
        files = {path for root in find_files(self._paths) for path in root.found if isinstance(path, str)}
        beside = {os.path.join(os.path.dirname(path), METADATA_FILE) for path in files}
        return tuple(_stamp(path) for path in sorted(files | beside))


def _stamp(path: str) -> tuple[str, int, int]:
    try:
        status = os.stat(path)
    except OSError:
        return path, -1, -1
    return path, status.st_mtime_ns, status.st_size
