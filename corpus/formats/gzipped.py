"""Gzip: one compressed file, read as what it holds."""

import re
import zlib
from collections.abc import Iterator
from gzip import BadGzipFile, GzipFile
from io import BufferedReader, RawIOBase
from typing import IO

from corpus.article import Article
from corpus.errors import ReadProblem
from corpus.formats import choose_format
from corpus.source import Source

SUFFIXES = (".gz",)
_SIGNATURE = b"\x1f\x8b"
_SUSPICIOUS = 50_000_000  # bytes unpacked, from which the ratio is looked at
_HIGHEST_RATIO = 200  # times the packed size; text compresses to a fifth


def recognises(head: bytes) -> bool:
    """Whether the content opens like gzip."""
    return head.startswith(_SIGNATURE)


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The articles of the file that is compressed; a file compressed twice is not opened."""
    source.stream.seek(0)
    name = re.sub(r"\.gz$", "", source.path.rpartition("/")[2], flags=re.IGNORECASE)
    stream = BufferedReader(_Unpacked(source.stream, source.path))
    inner = Source(f"{source.path}/{name}", stream, source.max_bytes)
    if recognises(inner.head()):
        raise ReadProblem(source.path, "is compressed twice and not read")
    yield from choose_format(inner).read(inner)


class _Unpacked(RawIOBase):
    """The unpacked content as a stream that can be rewound; stops at what no honest file unpacks to."""

    def __init__(self, packed: IO[bytes], path: str) -> None:
        self._packed = packed
        self._path = path
        self._unpacked = GzipFile(fileobj=packed)
        self._count = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        if offset != self._count or whence:
            self._count = self._unpacked.seek(offset, whence)
        return self._count

    def tell(self) -> int:
        return self._count

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._unpacked.read(len(buffer))
        except (BadGzipFile, EOFError, zlib.error) as error:
            raise ReadProblem(self._path, f"is a damaged gzip file: {error}") from error
        buffer[: len(data)] = data
        self._count += len(data)
        if self._count > max(_SUSPICIOUS, _HIGHEST_RATIO * self._packed.tell()):
            raise ReadProblem(self._path, f"unpacks to more than {_HIGHEST_RATIO} times its size; not read")
        return len(data)
