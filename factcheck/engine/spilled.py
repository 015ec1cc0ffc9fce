"""Claims and findings of a report that is larger than memory: read as they are gone through."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from heapq import merge
from itertools import islice
from typing import TypeVar

from claims.model import Claim
from corpus.lazy import LazySequence
from factcheck.engine.shards import Entry, read_claims
from factcheck.gathering.findings import RANKS, Order, finding_order, numbered, with_ids
from factcheck.keeping.finding_codec import decode_finding
from factcheck.keeping.lines import Place, read_line
from factcheck.model import SEVERITIES, Finding, FindingList, Severity, Verdict
from factcheck.parted import Parts, led_back

_AT_HAND = 100  # articles whose claims are kept in memory
_SORTED = 1_000  # articles on which findings are sorted at a time
_Thing = TypeVar("_Thing")


class _Read(LazySequence[_Thing]):
    """A sequence that is only ever gone through from its beginning."""

    def _at(self, place: int) -> _Thing:
        return next(islice(iter(self), place, None))

    def _slice(self, places: range) -> list[_Thing]:
        members = list(self) if places else []
        return [members[place] for place in places]


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
        self._settled: dict[int, _Settled] = defaultdict(_Settled)

    def add(self, order: Order, severity: Severity, name: str, place: Place) -> None:
        """One that stands at `place` comes in this `order`; equal ones come as they stand there.

        `name` is its fingerprint.
        """
        rank, sureness, kind, doc, start = order
        told = (self._number[doc], start, place.offset, place.length)
        self._found[rank, sureness, kind].add(*told, SEVERITIES.index(severity), int(name, 16))

    def settle(self) -> None:
        """No more are added: only their order is kept."""
        for key in sorted(self._found):
            self._settled[key[0]].extend(self._found.pop(key).in_order())
        for rank, held in self._settled.items():
            held.settle(are_numbered=RANKS[rank] != "uncorroborated")
        self._number.clear()

    def of_rank(self, rank: int, severity: Severity | None = None) -> Iterator[tuple[Place, int]]:
        """The places of one rank in the order of the report, and which of its name each is."""
        wanted = severity and SEVERITIES.index(severity)
        for offset, length, number in self._settled[rank].told(wanted):
            yield Place(self._path, offset, length), number

    def count(self, rank: int) -> int:
        """How many are of one rank."""
        return len(self._settled[rank])


class _Found:
    """Findings of one rank, sureness and kind: in which article they begin and where, and the rest."""

    def __init__(self) -> None:
        self._columns: list[array[int]] = [array(kind) for kind in "IIQIBQ"]

    def add(self, *told: int) -> None:
        """One: its article, where it begins, offset, length, severity and name."""
        for column, value in zip(self._columns, told, strict=True):
            column.append(value)

    def in_order(self) -> Iterator[tuple[int, ...]]:
        """Offset, length, severity and name of each; few of them are objects at a time."""
        some: dict[int, array[int]] = defaultdict(lambda: array("I"))
        for number, doc in enumerate(self._columns[0]):
            some[doc // _SORTED].append(number)
        for numbers in map(some.pop, sorted(some)):
            for told in sorted(tuple(column[number] for column in self._columns) for number in numbers):
                yield told[2:]


class _Settled:
    """Findings of one rank in order."""

    def __init__(self) -> None:
        self._offsets, self._lengths, self._severities = array("Q"), array("I"), array("B")
        self._names = array("Q")
        self._again: dict[int, int] = {}  # which of its name one is, where it is not the first

    def __len__(self) -> int:
        return len(self._offsets)

    def extend(self, told: Iterable[tuple[int, ...]]) -> None:
        """More of them: offset, length, severity and name of each."""
        for offset, length, severity, name in told:
            self._offsets.append(offset)
            self._lengths.append(length)
            self._severities.append(severity)
            self._names.append(name)

    def settle(self, *, are_numbered: bool) -> None:
        """No more come: number those that share a name, if it is wanted, and forget the names."""
        used: dict[int, int] = defaultdict(int)
        for place, name in enumerate(self._names if are_numbered else ()):
            used[name] += 1
            if used[name] > 1:
                self._again[place] = used[name]
        self._names = array("Q")

    def told(self, severity: int | None) -> Iterator[tuple[int, int, int]]:
        """Offset, length, and which of its name each is of one severity, or of all."""
        for number, held in enumerate(self._severities):
            if severity in (None, held):
                yield self._offsets[number], self._lengths[number], self._again.get(number, 1)


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

    def of_verdict(self, verdict: Verdict, severity: Severity | None = None) -> Iterator[Finding]:
        rank = RANKS.index(verdict)
        if verdict == "uncorroborated":
            held = (decode_finding(read_line(place)) for place, _ in self._places.of_rank(rank))
            found = with_ids(merge(held, self._alone(), key=finding_order))
            yield from (finding for finding in found if severity in (None, finding.severity))
            return
        for place, number in self._places.of_rank(rank, severity):
            finding = decode_finding(read_line(place))
            yield replace(finding, id=numbered(finding.id, number)) if number > 1 else finding

    def number_of(self, verdict: Verdict) -> int:
        held = self._places.count(RANKS.index(verdict))
        return held + (self._count if verdict == "uncorroborated" else 0)


class LedBack(_Read[Finding], FindingList):
    """`findings` on texts with `parts`, their claims in the articles that they stand in."""

    def __init__(self, findings: FindingList, parts: Parts) -> None:
        self._findings, self._parts = findings, parts

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[Finding]:
        return (led_back(finding, self._parts) for finding in self._findings)

    def of_verdict(self, verdict: Verdict, severity: Severity | None = None) -> Iterator[Finding]:
        return (led_back(finding, self._parts) for finding in self._findings.of_verdict(verdict, severity))

    def number_of(self, verdict: Verdict) -> int:
        return self._findings.number_of(verdict)
