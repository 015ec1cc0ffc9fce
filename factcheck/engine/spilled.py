"""Claims and findings of a report that is larger than memory: read as they are gone through."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import merge
from itertools import islice
from typing import TypeVar, overload

from claims.model import Claim
from factcheck.engine.shards import Entry, Place, read_claims, read_line
from factcheck.gathering.findings import RANKS, Order, finding_order, with_ids
from factcheck.keeping.finding_codec import decode_finding
from factcheck.model import Finding, FindingList, Verdict

_AT_HAND = 100  # articles whose claims are kept in memory
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


class SpilledFindings(_Read[Finding], FindingList):
    """Findings in their order: those at `places`, and `count` that `alone` yields, which nobody else says."""

    def __init__(
        self,
        places: Iterable[tuple[Order, Place]],
        alone: Callable[[], Iterator[Finding]],
        count: int,
    ) -> None:
        self._places: dict[int, list[Place]] = {}
        for (rank, *_), place in places:
            self._places.setdefault(rank, []).append(place)
        self._alone, self._count = alone, count

    def __len__(self) -> int:
        return self._count + sum(map(len, self._places.values()))

    def __iter__(self) -> Iterator[Finding]:
        for verdict in RANKS:
            yield from self.of_verdict(verdict)

    def of_verdict(self, verdict: Verdict) -> Iterator[Finding]:
        found = map(_finding_at, self._places.get(RANKS.index(verdict), ()))
        if verdict == "uncorroborated":
            return with_ids(merge(found, self._alone(), key=finding_order))
        return with_ids(found)

    def number_of(self, verdict: Verdict) -> int:
        held = len(self._places.get(RANKS.index(verdict), ()))
        return held + (self._count if verdict == "uncorroborated" else 0)


def _finding_at(place: Place) -> Finding:
    return decode_finding(read_line(place), "")
