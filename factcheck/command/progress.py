"""How far long work has come, told on a terminal and nowhere else."""

import os
import time
from typing import TextIO

_SILENT_SECONDS = 1.0  # short work is not worth a word
_PAUSE_SECONDS = 0.2


class Progress:
    """One line on `stream` that is written over; nothing where that is no terminal, or in CI.

    Use as a context: at the end the line is gone.
    """

    def __init__(self, stream: TextIO | None, things: str) -> None:
        self._stream = stream if stream is not None and _is_watched(stream) else None
        self._things = things
        self._begun = time.monotonic()
        self._told = 0.0

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *error: object) -> None:
        if self._stream and self._told:
            self._stream.write("\r\033[K")
            self._stream.flush()

    def tell(self, done: int, total: int) -> None:
        """`done` of `total` things are done."""
        now = time.monotonic()
        spent = now - self._begun
        if not self._stream or spent < _SILENT_SECONDS or now - self._told < _PAUSE_SECONDS:
            return
        self._told = now
        left = spent * (total - done) / max(done, 1)
        line = f"{done:,} of {total:,} {self._things}, {done / spent:,.0f} a second, {_duration(left)} left"
        self._stream.write(f"\r{line}\033[K")
        self._stream.flush()


def _is_watched(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
