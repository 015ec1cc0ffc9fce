"""Turns: who reads a file to write it anew lets nobody else do so meanwhile."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import sleep

_LOOKS = 100  # at somebody else's turn; a decision takes a hundredth of a second
_PAUSE = 0.05  # seconds


@contextmanager
def turn_in(folder: str) -> Iterator[None]:
    """Within, other programs that take turns in `folder` wait; none waits longer than five seconds.

    Where the folder cannot be opened, or the system knows no such turns, nobody waits. Nothing is left
    behind: what is locked is the folder.
    """
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        with suppress(OSError):  # a file system without locks
            for _ in range(_LOOKS):
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    sleep(_PAUSE)
        yield
    finally:
        os.close(handle)
