"""Watching a file: a turn for each time that it is saved."""

import os
from collections.abc import Callable, Iterator

State = tuple[int, int, int]  # when it was changed, how large it is, which file it is


def saves(path: str, wait: Callable[[], None]) -> Iterator[None]:
    """A turn now, and one each time that the file at `path` was changed and has come to rest; without end.

    `wait` lets some time pass between two looks. A file that is not there, as happens while an editor saves
    it, is waited for.
    """
    known = seen = _state(path)
    yield
    while True:
        wait()
        state = _state(path)
        if state == seen and state not in (known, None):
            known = state
            yield
        seen = state


def _state(path: str) -> State | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
