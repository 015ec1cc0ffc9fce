"""Postings: which rows have a number, held in few large arrays, so that a corpus takes a few bytes a word."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

_PARTS = 64  # in which very many keys are sorted, so that few of them are objects at a time
_BITS = 58  # of a key, left away to tell its part


class Rows:
    """Rows of numbers, one after the other in one array of `kind`.

    >>> rows = Rows("I")
    >>> rows.add([3, 5]), rows.add([]), rows.add([4])
    (None, None, None)
    >>> len(rows), list(rows[0]), list(rows[2])
    (3, [3, 5], [4])
    """

    def __init__(self, kind: str) -> None:
        self._held, self._ends = array(kind), array("Q", [0])

    def add(self, numbers: Iterable[int]) -> None:
        """One more row."""
        self._held.extend(numbers)
        self._ends.append(len(self._held))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, row: int) -> array[int]:
        return self._held[self._ends[row] : self._ends[row + 1]]

    def __iter__(self) -> Iterator[array[int]]:
        return (self[row] for row in range(len(self)))

    def size(self) -> int:
        """How many numbers there are in all rows."""
        return len(self._held)

    def at(self, place: int) -> tuple[int, int]:
        """The row in which the number at `place` stands among those of all rows, and the number."""
        return bisect_right(self._ends, place) - 1, self._held[place]

    def numbers(self) -> Iterator[int]:
        """Those of all rows."""
        return iter(self._held)

    def in_order(self, order: Iterable[int]) -> Rows:
        """The rows in another order."""
        rows = Rows(self._held.typecode)
        for row in order:
            rows.add(self[row])
        return rows


class Postings:
    """The rows that hold each number below `size`, in order."""

    def __init__(self, rows: Rows, size: int) -> None:
        self._counts = array("I", bytes(4 * size))
        for number in rows.numbers():
            self._counts[number] += 1
        self._ends = array("Q", accumulate(self._counts))
        self._rows = array("I", bytes(4 * sum(self._counts)))
        free = array("Q", accumulate(self._counts[:-1], initial=0)) if size else array("Q")
        for row, held in enumerate(rows):
            for number in held:
                self._rows[free[number]] = row
                free[number] += 1

    def count(self, number: int) -> int:
        """How many rows hold a number."""
        return self._counts[number]

    def __getitem__(self, number: int) -> array[int]:
        end = self._ends[number]
        return self._rows[end - self._counts[number] : end]


def numbered(keys: Rows, most: int) -> tuple[Rows, int]:
    """Rows with small numbers in place of `keys` of 64 bits, and how many numbers there are.

    Left out are keys that a single row has, or more than `most`. No row has a key twice.
    """
    parts = [array("Q") for _ in range(_PARTS)]
    for key in keys.numbers():
        parts[key >> _BITS].append(key)
    shared = array("Q")
    for part in parts:
        held = ((key, sum(1 for _ in same)) for key, same in groupby(sorted(part)))
        shared.extend(key for key, count in held if 1 < count <= most)
    rows = Rows("I")
    for row in keys:
        places = ((key, bisect_left(shared, key)) for key in row)
        rows.add(place for key, place in places if place < len(shared) and shared[place] == key)
    return rows, len(shared)
