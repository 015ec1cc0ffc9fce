"""A file's bytes on their way to a reader, never more of them at once than the cap."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from typing import IO, BinaryIO

from corpus.errors import ReadProblem

STANDARD_INPUT = "-"
MAX_BYTES = 20_000_000  # of one article; the longest reports are a tenth of it
_LISTENS = 0.2  # seconds after which a signal is heard at the latest
HEAD = 65_536  # bytes that a format is recognised by


@dataclass(frozen=True, slots=True)
class Source:
    """One file's content; `path` is as the user gave it, with forward slashes; `stream` can be sought."""

    path: str
    stream: IO[bytes]
    max_bytes: int = MAX_BYTES

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of the name that may tell its format, casefolded, the last one first."""
        return file_suffixes(self.path)

    def head(self) -> bytes:
        """The first `HEAD` bytes."""
        self.stream.seek(0)
        head = self.stream.read(HEAD)
        self.stream.seek(0)
        return head

    def data(self) -> bytes:
        """The whole content. Raises ReadProblem where it has more than `max_bytes` bytes."""
        self.stream.seek(0)
        return _capped(self.stream, self.path, self.max_bytes)

    def within(self, name: str, data: bytes) -> "Source":
        """A file in this one: a member of an archive."""
        return Source(f"{self.path}/{name}", BytesIO(data), self.max_bytes)


def file_suffixes(path: str) -> tuple[str, ...]:
    """The suffix of the file's name, casefolded; of a compressed file, the one below ".gz" too.

    >>> file_suffixes("desk/Crawl.WARC.gz"), file_suffixes("desk.d/README")
    (('.gz', '.warc'), ())
    """
    stem, suffix = os.path.splitext(path.rpartition("/")[2].casefold())
    if not suffix:
        return ()
    return (suffix, *file_suffixes(stem)) if suffix == ".gz" else (suffix,)


@contextmanager
def open_source(path: str, *, max_bytes: int = MAX_BYTES) -> Iterator[Source]:
    """The regular file at `path`, or standard input for "-".

    Raises ReadProblem for what is no regular file or cannot be opened, and for a standard input of more
    than `max_bytes` bytes.
    """
    try:
        if path == STANDARD_INPUT:
            file: IO[bytes] = BytesIO(_capped(_Patient(sys.stdin.buffer), path, max_bytes))
        else:
            file = open_regular(path)
    except NoRegularFileError as error:
        raise ReadProblem(path, f"{error.strerror}; use - to read standard input") from error
    except OSError as error:
        raise ReadProblem(path, reason_of(error)) from error
    except AttributeError as error:  # sys.stdin is None where there is no console
        raise ReadProblem(path, "standard input is closed") from error
    with file:
        yield Source(path, file, max_bytes)


class NoRegularFileError(OSError):
    """What is no regular file was to be opened; its `strerror` says what it is."""


def open_regular(path: str) -> IO[bytes]:
    """The regular file at `path`, opened; nothing is waited for. Raises NoRegularFileError, and OSError."""
    _refuse_special(os.stat(path), path)  # a socket cannot be opened, and opening a device may do something
    # It may be another one by now, and without O_NONBLOCK a pipe would wait for a writer that may never come.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = open(os.open(path, flags), "rb")  # noqa: SIM115  # the caller closes it
    try:
        _refuse_special(os.fstat(file.fileno()), path)
    except BaseException:
        file.close()
        raise
    return file


def read_written(path: str) -> str:
    """The text of a file that people write by hand, UTF-8 with or without a mark.

    Raises OSError with the reason in words, also where the file is none or has more than `MAX_BYTES` bytes,
    and UnicodeDecodeError.
    """
    data = bytearray()
    with open_regular(path) as file:
        while piece := file.read(HEAD):  # asked for all at once, it would hold `MAX_BYTES`
            data += piece
            if len(data) > MAX_BYTES:
                raise OSError(errno.EFBIG, f"is larger than {MAX_BYTES:,} bytes", path)
    return data.decode("utf-8-sig")


def _refuse_special(status: os.stat_result, path: str) -> None:
    if kind := special_kind(status.st_mode):
        raise NoRegularFileError(errno.EINVAL, f"is {kind}, not a file", path)


def special_kind(mode: int) -> str | None:
    """What a file that is no regular file is, in words; None for a regular file."""
    if stat.S_ISREG(mode):
        return None
    names = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    return names.get(stat.S_IFMT(mode), "a special file")


def reason_of(error: OSError) -> str:
    """The reason of an OSError in words, without the path and the number.

    >>> reason_of(FileNotFoundError(2, "No such file or directory", "a.txt"))
    'no such file or folder'
    """
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied"
    reason = error.strerror or str(error) or type(error).__name__
    return reason[:1].lower() + reason[1:]


class _Patient:
    """A stream that may be a slow pipe, read so that a signal is heard at any time.

    A read that goes on in C until it has all would miss one that comes between two of its waits.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        pieces = []
        while size > 0:
            _wait_for(self._stream)
            if not (piece := self._stream.read1(min(size, HEAD))):  # type: ignore[attr-defined]
                break
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)


def _wait_for(stream: BinaryIO) -> None:
    """Return when something can be read, or the end; at once where the system cannot tell."""
    if os.name == "nt":
        return
    from select import select

    with suppress(OSError, ValueError):  # no file of the system's
        while not select([stream], [], [], _LISTENS)[0]:
            pass


def _capped(file: "IO[bytes] | _Patient", path: str, max_bytes: int) -> bytes:
    """All of the file, in pieces: asked for much at once, Python sets memory aside for as much."""
    pieces, left = [], max_bytes
    while piece := file.read(min(left + 1, HEAD)):
        left -= len(piece)
        if left < 0:
            raise ReadProblem(path, f"is larger than {max_bytes:,} bytes (--max-bytes reads more)")
        pieces.append(piece)
    return b"".join(pieces)
