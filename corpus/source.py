"""A file's bytes on their way to a reader, never more of them than the cap."""

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from corpus.errors import ReadProblem

STANDARD_INPUT = "-"
MAX_BYTES = 20_000_000  # of one article; the longest reports are a tenth of it


@dataclass(frozen=True, slots=True)
class Source:
    """One file's content; `path` is as the user gave it, with forward slashes."""

    path: str
    data: bytes

    @property
    def suffix(self) -> str:
        """The last suffix of the name, casefolded, with its dot; "" for none."""
        return PurePosixPath(self.path).suffix.casefold()


def load_source(path: str, *, max_bytes: int = MAX_BYTES) -> Source:
    """The regular file at `path`, or standard input for "-".

    Raises ReadProblem for what is no regular file, cannot be read, or has more than `max_bytes` bytes.
    """
    try:
        if path == STANDARD_INPUT:
            return Source(path, _capped(sys.stdin.buffer, path, max_bytes))
        # Without O_NONBLOCK opening a FIFO would wait for a writer that may never come.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:
            kind = special_kind(os.fstat(descriptor).st_mode)
            if kind:
                raise ReadProblem(path, f"is {kind}, not a file; use - to read standard input")
            return Source(path, _capped(file, path, max_bytes))
    except OSError as error:
        raise ReadProblem(path, reason_of(error)) from error
    except AttributeError as error:  # sys.stdin is None where there is no console
        raise ReadProblem(path, "standard input is closed") from error


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


def _capped(file: IO[bytes], path: str, max_bytes: int) -> bytes:
    data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise ReadProblem(path, f"is larger than {max_bytes:,} bytes")
    return data
