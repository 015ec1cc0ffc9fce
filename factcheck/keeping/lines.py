"""Lines of text in files that are written once, each found by its place, by any process."""

import errno
import os
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO, Self, cast

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_OPEN = 16  # files that a thread holds open to read from


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: in which file, and from which byte on; `path` may be a URL that fsspec knows."""

    path: str
    offset: int
    length: int


class LineWriter:
    """One file, written line by line; use as a context.

    Where there is no room for it, OSError names its folder and says what helps.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._end = 0
        self._opened = _open(path, "wb")
        self._file = self._opened.__enter__()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        with suppress(OSError) if any(error) else _room_wanted(self.path):
            self._opened.__exit__(None, None, None)

    def put(self, text: str) -> Place:
        """The place of `text`, which is the next line; it can be read when the file is closed, or flushed."""
        line = text.encode("utf-8", "surrogatepass") + b"\n"
        place = Place(self.path, self._end, len(line))
        with _room_wanted(self.path):
            self._file.write(line)
        self._end += len(line)
        return place

    def flush(self) -> None:
        """Let everybody read what was put."""
        with _room_wanted(self.path):
            self._file.flush()


@contextmanager
def _room_wanted(path: str) -> Iterator[None]:
    """What is said where the disk is full: which, and how to name another."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        remedy = "no room left for what is kept outside memory; TMPDIR=FOLDER names another place"
        raise OSError(error.errno, remedy, os.path.dirname(path)) from error


def read_line(place: Place) -> str:
    """The line at `place`; its file stays open until `close_files`. Raises OSError where there is none."""
    file = _file(place.path)
    file.seek(place.offset)
    line = file.read(place.length)
    if len(line) != place.length:
        raise OSError(f"{place.path}: ends before byte {place.offset + place.length}")
    return line[:-1].decode("utf-8", "surrogatepass")


def close_files() -> None:
    """Close what this thread has read lines from."""
    _held().clear()


class _Files(OrderedDict[str, tuple[AbstractContextManager[BinaryIO], BinaryIO]]):
    """Files that are open to be read, the one that was read last at the end."""

    def clear(self) -> None:
        while self:
            opened, _ = self.popitem()[1]
            opened.__exit__(None, None, None)


_LOCAL = threading.local()


def _held() -> _Files:
    """This thread's files, none of the process that this one was forked from: it moves within those."""
    if getattr(_LOCAL, "process", None) != os.getpid():
        _LOCAL.process, _LOCAL.files = os.getpid(), _Files()
    return cast(_Files, _LOCAL.files)


def _file(path: str) -> BinaryIO:
    held = _held()
    if path not in held:
        while len(held) >= _OPEN:
            held.popitem(last=False)[1][0].__exit__(None, None, None)
        opened = _open(path, "rb")
        held[path] = opened, opened.__enter__()
    held.move_to_end(path)
    return held[path][1]


def _open(path: str, mode: str) -> AbstractContextManager[BinaryIO]:
    if "://" in path:
        fsspec: Any = import_module("fsspec")
        return cast(AbstractContextManager[BinaryIO], fsspec.open(path, mode))
    return cast(BinaryIO, open(path, mode))
