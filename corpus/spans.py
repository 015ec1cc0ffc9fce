"""Stretches of a text, packed: a text may have ten million lines."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from corpus.lazy import LazySequence


class Span(NamedTuple):
    """A stretch of a text in code points, `end` exclusive."""

    start: int
    end: int


_span = partial(tuple.__new__, Span)  # a third of the time that Span() takes


class Spans(LazySequence[Span]):
    """Stretches of a text in eight bytes each, in the order in which they begin.

    >>> Spans([Span(0, 4), Span(5, 9), Span(10, 12)])[1:]
    [Span(start=5, end=9), Span(start=10, end=12)]
    """

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts, self._ends = array("I"), array("I")
        for start, end in spans:
            self.append(start, end)

    def append(self, start: int, end: int) -> None:
        """Add a stretch behind the others."""
        self._starts.append(start)
        self._ends.append(end)

    def last_from(self, position: int) -> Span | None:
        """The last stretch that begins at or before `position`.

        >>> Spans([Span(2, 4), Span(5, 9)]).last_from(4)
        Span(start=2, end=4)
        """
        place = bisect_right(self._starts, position)
        return self[place - 1] if place else None

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Span]:
        return map(_span, zip(self._starts, self._ends, strict=True))

    def _at(self, place: int) -> Span:
        return Span(self._starts[place], self._ends[place])
