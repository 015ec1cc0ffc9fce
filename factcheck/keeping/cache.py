"""What is kept between runs: the claims of articles that did not change, and what came of comparing two.

A cache is one SQLite file. A key is a digest of the articles and of everything that decides what is made
of them, so an entry can be missing but never out of date. Whatever is wrong with the file costs time,
never an answer: the work is then done as if there were no cache.
"""

import contextlib
import os
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from types import ModuleType
from typing import TypeVar

import claims
import corpus
import factcheck
from claims.codec import decode_claims, encode_claims
from claims.model import Claim, claim_id
from corpus.added import entries_text
from corpus.article import Article
from corpus.tables import archive_of

CACHE_FILE = "claims.sqlite"
MOST_BYTES = 2 * 2**30  # a file that grows beyond loses what came first

_NOT_READ = ("id", "path")  # they name an article, and no claim depends on them
_BUSY_SECONDS = 3.0  # a run keeps its work for less than a second at a time
_PACKING = 1  # zlib's fastest: a quarter of the size
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What the caches of a folder hold: of how many articles the claims, and their size in bytes."""

    articles: int
    size: int


class RowCache:
    """Rows of text by their keys, packed, in one SQLite file in `folder`, made when something is first kept.

    Runs at the same time may share a folder. A file that is no database is replaced by a new one; a
    folder that cannot be written, or belongs to somebody else, is not used.
    """

    file: str
    table: str
    limit: int | None = None  # bytes; MOST_BYTES unless given

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, self.file)
        self._patience = _BUSY_SECONDS  # a file that is busy once will be so the next time

    def rows(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        """The rows that are kept, by their keys."""
        found: dict[bytes, str] = {}

        def read(connection: sqlite3.Connection) -> None:
            for key in keys:
                query = f"SELECT digest, rows FROM {self.table} WHERE key = ?"
                for digest, packed in connection.execute(query, (key,)):
                    if isinstance(packed, bytes) and _digest(packed) == digest:
                        found[key] = zlib.decompress(packed).decode("utf-8", "surrogatepass")

        self._use(read, None, make=False)
        return found

    def keep(self, rows: Mapping[bytes, str]) -> None:
        """Keep rows by their keys."""

        def write(connection: sqlite3.Connection) -> None:
            packed = ((key, _packed(text)) for key, text in rows.items())
            given = ((key, _digest(row), row) for key, row in packed)
            connection.executemany(f"INSERT OR REPLACE INTO {self.table} VALUES (?, ?, ?)", given)
            _shrink(connection, self.table, self.limit or MOST_BYTES)

        if rows:
            self._use(write, None, make=True)

    def count(self) -> int:
        """How many rows are kept."""

        def counted(connection: sqlite3.Connection) -> int:
            [number] = connection.execute(f"SELECT count(*) FROM {self.table}").fetchone()
            return int(number)

        return self._use(counted, 0, make=False)

    def size(self) -> int:
        """The file's bytes, 0 where there is none."""
        return os.path.getsize(self.path) if os.path.isfile(self.path) else 0

    def clear(self) -> None:
        """Forget everything. Raises OSError where the file cannot be removed."""
        self._remove()

    def _remove(self) -> None:
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
                    contextlib.closing(sqlite3.connect(self.path, timeout=self._patience)) as connection,
                    connection,
                ):
                    connection.execute(
                        f"CREATE TABLE IF NOT EXISTS {self.table} "
                        "(key BLOB PRIMARY KEY, digest BLOB NOT NULL, rows BLOB NOT NULL)"
                    )
                    return work(connection)
            except (sqlite3.OperationalError, OSError, ValueError, zlib.error):
                self._patience = 0.0
                return otherwise  # busy, full, read-only
            except sqlite3.Error:  # no database, or a damaged one
                try:
                    self._remove()
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


class ClaimCache(RowCache):
    """The claims of articles."""

    file = CACHE_FILE
    table = "claims"

    def load(self, articles: Sequence[Article]) -> dict[str, list[Claim]]:
        """The claims of those of `articles` that are kept, by the article's id."""
        return {
            doc: [_named(claim, doc) for claim in decode_claims(text)]
            for doc, text in self.load_encoded(articles).items()
        }

    def load_encoded(self, articles: Sequence[Article]) -> dict[str, str]:
        """The same as text, without names."""
        keys = {article.id: _key(article) for article in articles}
        found = self.rows(keys.values())
        return {doc: found[key] for doc, key in keys.items() if key in found}

    def store(self, found: Iterable[tuple[Article, Sequence[Claim]]]) -> None:
        """Keep the claims of each article."""
        self.store_encoded((article, encode_claims(told, named=False)) for article, told in found)

    def store_encoded(self, found: Iterable[tuple[Article, str]]) -> None:
        """The same where they are text already, without names."""
        self.keep({_key(article): text for article, text in found})

    def info(self) -> CacheInfo:
        """How much is kept in the folder."""
        return CacheInfo(self.count(), self.size() + self.judged().size() + self.reports().size())

    def judged(self) -> "JudgedCache":
        """What is kept beside the claims of what came of comparing them."""
        return JudgedCache(os.path.dirname(self.path))

    def reports(self) -> "ReportCache":
        """What is kept beside the claims of whole reports."""
        return ReportCache(os.path.dirname(self.path))

    def clear(self) -> None:
        super().clear()
        self.judged().clear()
        self.reports().clear()


class JudgedCache(RowCache):
    """What came of comparing two articles, as text, so that only what is new is compared again."""

    file = "judged.sqlite"
    table = "judged"


class ReportCache(RowCache):
    """What came of comparing all articles, as text, so that nothing is done where none of them changed."""

    file = "reports.sqlite"
    table = "reports"
    limit = 64 * 2**20  # whoever watches a draft adds a report with every change


def judged_key(*told: object) -> bytes:
    """The key of what came of comparing what is `told`, by the code and the data that compare."""
    said = "\0".join(map(str, told)).encode("utf-8", "surrogatepass")
    return blake2b(said, key=_judge(), digest_size=32).digest()


def _shrink(connection: sqlite3.Connection, table: str, limit: int) -> None:
    """Drop the older half where the file has grown too big; its pages are used again."""
    [[used]] = connection.execute(
        "SELECT (page_count - freelist_count) * page_size "
        "FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
    )
    if used > limit:
        connection.execute(
            f"DELETE FROM {table} WHERE rowid <= (SELECT (min(rowid) + max(rowid)) / 2 FROM {table})"
        )


def _named(claim: Claim, doc: str) -> Claim:
    """`claim` as one of the article called `doc`."""
    return replace(claim, doc=doc, id=claim_id(doc, claim.start))


def _key(article: Article) -> bytes:
    said = [str(getattr(article, field.name)) for field in fields(Article) if field.name not in _NOT_READ]
    return blake2b("\0".join(said).encode("utf-8", "surrogatepass"), key=_reader(), digest_size=32).digest()


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _PACKING)


def _digest(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=16).digest()


@cache
def _reader() -> bytes:
    """A digest of all that decides what is read in an article.

    The code, the lexicons and a user's own entries, Python, dateparser.
    """
    folders = (_folder(corpus), _folder(claims), _folder(claims, "lexicon"), _folder(claims, "timex"))
    return _digest_of(folders, "dateparser")


@cache
def _judge() -> bytes:
    """A digest of all that decides what comes of comparing claims: the same, and what compares them."""
    stages = ("arithmetic", "engine", "gathering", "judging", "keeping", "linking", "words")
    folders = (_folder(factcheck), *(_folder(factcheck, stage) for stage in stages))
    return blake2b(_digest_of(folders, "rapidfuzz"), key=_reader(), digest_size=32).digest()


def _folder(package: ModuleType, *names: str) -> str:
    """Where a package lies, or one in it, which is not imported."""
    return os.path.join(os.path.dirname(str(package.__file__)), *names)


def _code_at(place: str) -> list[str]:
    """The files of code and data in a folder, a file itself, or the zip archive that holds either."""
    if os.path.isdir(place):
        return sorted(entry.path for entry in os.scandir(place) if entry.name.endswith((".py", ".toml")))
    archive = archive_of(place)
    return [archive] if archive else []


def _digest_of(folders: Iterable[str], library: str) -> bytes:
    digest = blake2b(sys.version.encode(), digest_size=32)
    digest.update(entries_text().encode())
    found = find_spec(library)  # without being imported
    places = [*([found.origin] if found and found.origin else []), *folders]
    for path in dict.fromkeys(path for place in places for path in _code_at(place)):
        with open(path, "rb") as file:
            content = file.read()
        digest.update(f"\0{os.path.basename(path)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()
