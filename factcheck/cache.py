"""Claims kept between runs: an article that did not change is not read for claims again.

The cache is one SQLite file. A key is a digest of the article and of everything that decides what is
read in it, so an entry can be missing but never out of date. Whatever is wrong with the file costs
time, never an answer: the claims are then extracted as if there were no cache.
"""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from typing import TypeVar

import claims
import corpus
from claims import lexicon
from claims.codec import decode_claims, encode_claims
from claims.model import Claim, claim_id
from corpus.added import entries_text
from corpus.article import Article

CACHE_FILE = "claims.sqlite"
MOST_BYTES = 512 * 2**20  # a file that grows beyond loses what came first

_NOT_READ = ("id", "path")  # they name an article, and no claim depends on them
_BUSY_SECONDS = 10.0
_TABLE = "CREATE TABLE IF NOT EXISTS claims (key BLOB PRIMARY KEY, digest BLOB NOT NULL, rows TEXT NOT NULL)"

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a cache holds: the number of articles, and the file's size in bytes."""

    articles: int
    size: int


class ClaimCache:
    """The cache in `folder`, which is made when something is first kept in it.

    Runs at the same time may share a folder. A file that is no database is replaced by a new one; a
    folder that cannot be written, or belongs to somebody else, is not used.
    """

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, CACHE_FILE)

    def load(self, articles: Sequence[Article]) -> dict[str, list[Claim]]:
        """The claims of those of `articles` that are kept, by the article's id."""
        found: dict[str, list[Claim]] = {}

        def read(connection: sqlite3.Connection) -> None:
            for article in articles:
                row = connection.execute("SELECT digest, rows FROM claims WHERE key = ?", (_key(article),))
                for digest, text in row:
                    if _digest(text) == digest:
                        found[article.id] = [_named(claim, article.id) for claim in decode_claims(text)]

        self._use(read, None, make=False)
        return found

    def store(self, found: Iterable[tuple[Article, Sequence[Claim]]]) -> None:
        """Keep the claims of each article."""
        rows = []
        for article, told in found:
            text = encode_claims(_named(claim, "") for claim in told)
            rows.append((_key(article), _digest(text), text))

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT OR REPLACE INTO claims VALUES (?, ?, ?)", rows)
            _shrink(connection)

        if rows:
            self._use(write, None, make=True)

    def info(self) -> CacheInfo:
        """How much is kept."""

        def count(connection: sqlite3.Connection) -> CacheInfo:
            [articles] = connection.execute("SELECT count(*) FROM claims").fetchone()
            return CacheInfo(articles, os.path.getsize(self.path))

        return self._use(count, CacheInfo(0, 0), make=False)

    def clear(self) -> None:
        """Forget everything. Raises OSError where the file cannot be removed."""
        for name in (self.path, f"{self.path}-journal"):
            with contextlib.suppress(FileNotFoundError):
                os.remove(name)

    def _use(
        self, work: Callable[[sqlite3.Connection], _Result], otherwise: _Result, *, make: bool
    ) -> _Result:
        """What `work` makes of the opened file, in one transaction; `otherwise` where that fails."""
        for _ in range(2):
            try:
                if not self._is_ours(make):
                    return otherwise
                with (
                    contextlib.closing(sqlite3.connect(self.path, timeout=_BUSY_SECONDS)) as connection,
                    connection,
                ):
                    connection.execute(_TABLE)
                    return work(connection)
            except (sqlite3.OperationalError, OSError, ValueError):
                return otherwise  # busy, full, read-only
            except sqlite3.Error:  # no database, or a damaged one
                try:
                    self.clear()
                except OSError:
                    return otherwise
        return otherwise

    def _is_ours(self, make: bool) -> bool:
        """Whether the folder and the file can be trusted: nobody else could have put claims there."""
        folder = os.path.dirname(self.path)
        if make:
            os.makedirs(folder, mode=0o700, exist_ok=True)
        places = [place for place in (folder, self.path) if os.path.exists(place)]
        user = os.geteuid() if hasattr(os, "geteuid") else None
        return (make or len(places) == 2) and all(user in (None, os.stat(place).st_uid) for place in places)


def _shrink(connection: sqlite3.Connection) -> None:
    """Drop the older half where the file has grown too big; its pages are used again."""
    [[used]] = connection.execute(
        "SELECT (page_count - freelist_count) * page_size "
        "FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
    )
    if used > MOST_BYTES:
        connection.execute(
            "DELETE FROM claims WHERE rowid <= (SELECT (min(rowid) + max(rowid)) / 2 FROM claims)"
        )


def _named(claim: Claim, doc: str) -> Claim:
    """`claim` as one of the article called `doc`."""
    return replace(claim, doc=doc, id=claim_id(doc, claim.start))


def _key(article: Article) -> bytes:
    said = [str(getattr(article, field.name)) for field in fields(article) if field.name not in _NOT_READ]
    return blake2b("\0".join(said).encode("utf-8", "surrogatepass"), key=_reader(), digest_size=32).digest()


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


@cache
def _reader() -> bytes:
    """A digest of all that decides what is read in an article.

    The code, the lexicons and a user's own entries, Python, dateparser.
    """
    digest = blake2b(sys.version.encode(), digest_size=32)
    digest.update(entries_text().encode())
    dates = find_spec("dateparser")  # found without being imported
    paths = [dates.origin] if dates and dates.origin else []
    for package in (corpus, claims, lexicon):
        folder = os.path.dirname(str(package.__file__))
        paths += sorted(entry.path for entry in os.scandir(folder) if entry.name.endswith((".py", ".toml")))
    for path in paths:
        with open(path, "rb") as file:
            content = file.read()
        digest.update(f"\0{os.path.basename(path)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()
