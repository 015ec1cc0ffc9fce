"""Shards: lines of text in files that are written once, each found by its place, by any process."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from typing import BinaryIO, cast

from claims.codec import decode_claims, encode_claims
from claims.model import Claim, claim_id
from factcheck.claim_store import unnamed, wording_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: in which file, and from which byte on; `path` may be a URL that fsspec knows."""

    path: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Entry:
    """The claims of one article in a shard, and what is known of them without reading them."""

    doc: str
    place: Place
    wording: bytes
    claims: int
    published: date | None = None


class ShardWriter:
    """One file, written line by line; use as a context."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._end = 0
        self._opened = _open(path, "wb")
        self._file = self._opened.__enter__()

    def __enter__(self) -> "ShardWriter":
        return self

    def __exit__(self, *error: object) -> None:
        self._opened.__exit__(None, None, None)

    def put(self, text: str) -> Place:
        """The place of `text`, which is the next line."""
        line = text.encode("utf-8", "surrogatepass") + b"\n"
        place = Place(self.path, self._end, len(line))
        self._file.write(line)
        self._end += len(line)
        return place

    def put_claims(self, doc: str, claims: Iterable[Claim], published: date | None = None) -> Entry:
        """The claims of one article, under its id."""
        named = list(claims)
        text = encode_claims(map(unnamed, named))
        return Entry(doc, self.put(text), wording_of(text), len(named), published)


def read_line(place: Place) -> str:
    """The line at `place`. Raises OSError where there is none."""
    with _open(place.path, "rb") as file:
        file.seek(place.offset)
        line = file.read(place.length)
    if len(line) != place.length:
        raise OSError(f"{place.path}: ends before byte {place.offset + place.length}")
    return line[:-1].decode("utf-8", "surrogatepass")


def read_claims(entry: Entry) -> list[Claim]:
    """The claims of one article by place."""
    claims = decode_claims(read_line(entry.place))
    return [replace(claim, doc=entry.doc, id=claim_id(entry.doc, claim.start)) for claim in claims]


def _open(path: str, mode: str) -> AbstractContextManager[BinaryIO]:
    if "://" in path:
        return cast(AbstractContextManager[BinaryIO], import_module("fsspec").open(path, mode))
    return cast(BinaryIO, open(path, mode))
