"""Claims and findings of a report that is larger than memory: read as they are gone through."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from heapq import merge
from itertools import islice
from typing import TypeVar, overload

from claims.model import Claim
from factcheck.engine.shards import Entry, read_claims
from factcheck.gathering.findings import RANKS, Order, finding_order, with_ids
from factcheck.keeping.finding_codec import decode_finding
from factcheck.keeping.lines import Place, read_line
from factcheck.model import Finding, FindingList, Verdict

_AT_HAND = 100  # articles whose claims are kept in memory
_SORTED = 1_000  # articles on which findings are sorted at a time
_Thing = TypeVar("_Thing")


class _Read(Sequence[_Thing]):
    """A sequence that is only ever gone through from its beginning."""

    @overload
    def __getitem__(self, index: int) -> _Thing: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Thing]: ...
    def __getitem__(self, index: int | slice) -> _Thing | Sequence[_Thing]:
        if isinstance(index, slice):
            return list(self)[index]
        wanted = index + len(self) if index < 0 else index
        found = next(islice(iter(self), wanted, None), None) if wanted >= 0 else None
        if found is None:
            raise IndexError(index)
        return found


class SpilledClaims(_Read[Claim]):
    """The claims of articles whose entries are given by id, by article and place; also a store of claims."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._docs = sorted(entries)
        self._read = lru_cache(maxsize=_AT_HAND)(read_claims)

    def __len__(self) -> int:
        return sum(entry.claims for entry in self._entries.values())

    def __iter__(self) -> Iterator[Claim]:
        for doc in self._docs:
            yield from read_claims(self._entries[doc])

    def docs(self) -> Sequence[str]:
        return self._docs

    def of(self, doc: str) -> Sequence[Claim]:
        return self._read(self._entries[doc]) if doc in self._entries else ()

    def wording(self, doc: str) -> bytes:
        return self._entries[doc].wording


class FindingPlaces:
    """Where gathered findings on `docs` stand in the file `path`, by rank and in the order of the report."""

    def __init__(self, path: str, docs: Sequence[str]) -> None:
        self._path = path
        self._number = {doc: number for number, doc in enumerate(docs)}
        self._found: dict[tuple[int, Decimal, str], _Found] = defaultdict(_Found)
        self._settled: dict[int, tuple[array[int], array[int]]] = {}

    def add(self, order: Order, place: Place) -> None:
        """One that stands at `place` comes in this `order`; equal ones come as they stand there."""
        rank, sureness, kind, doc, start = order
        self._found[rank, sureness, kind].add(self._number[doc], start, place)

    def settle(self) -> None:
        """No more are added: only their order is kept."""
        for key in sorted(self._found):
            offsets, lengths = self._settled.setdefault(key[0], (array("Q"), array("I")))
            for offset, length in self._found.pop(key).in_order():
                offsets.append(offset)
                lengths.append(length)
        self._number.clear()

    def of_rank(self, rank: int) -> Iterator[Place]:
        """The places of one rank in the order of the report."""
        for offset, length in zip(*self._settled.get(rank, ((), ())), strict=True):
            yield Place(self._path, offset, length)

    def count(self, rank: int) -> int:
        """How many are of one rank."""
        return len(self._settled.get(rank, ((), ()))[0])


class _Found:
    """Findings of one rank, sureness and kind: in which article they begin and where, and their places."""

    def __init__(self) -> None:
        self._docs, self._starts, self._lengths = array("I"), array("I"), array("I")
        self._offsets = array("Q")

    def add(self, doc: int, start: int, place: Place) -> None:
        self._docs.append(doc)
        self._starts.append(start)
        self._offsets.append(place.offset)
        self._lengths.append(place.length)

    def in_order(self) -> Iterator[tuple[int, int]]:
        """Where each stands in the file, and its length; few of them are objects at a time."""
        some: dict[int, array[int]] = defaultdict(lambda: array("I"))
        for number, doc in enumerate(self._docs):
            some[doc // _SORTED].append(number)
        columns = self._docs, self._starts, self._offsets, self._lengths
        for numbers in map(some.pop, sorted(some)):
            for found in sorted(tuple(column[number] for column in columns) for number in numbers):
                yield found[2], found[3]


class SpilledFindings(_Read[Finding], FindingList):
    """Findings in their order: those at `places`, and `count` that `alone` yields, which nobody else says."""

    def __init__(self, places: FindingPlaces, alone: Callable[[], Iterator[Finding]], count: int) -> None:
        places.settle()
        self._places, self._alone, self._count = places, alone, count

    def __len__(self) -> int:
        return sum(map(self.number_of, RANKS))

    def __iter__(self) -> Iterator[Finding]:
        for verdict in RANKS:
            yield from self.of_verdict(verdict)

    def of_verdict(self, verdict: Verdict) -> Iterator[Finding]:
        found = map(_finding_at, self._places.of_rank(RANKS.index(verdict)))
        if verdict == "uncorroborated":
            return with_ids(merge(found, self._alone(), key=finding_order))
        return with_ids(found)

    def number_of(self, verdict: Verdict) -> int:
        held = self._places.count(RANKS.index(verdict))
        return held + (self._count if verdict == "uncorroborated" else 0)


def _finding_at(place: Place) -> Finding:
    return decode_finding(read_line(place), "")
