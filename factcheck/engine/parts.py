"""What was judged of a corpus, in a few bytes a pair, and the parts of it that belong together."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.engine.tasks import Judged
from factcheck.gathering.belonging import Belonging, Node, NodeSet
from factcheck.keeping.lines import Place
from factcheck.linking.nearby import Docs

_FULL = 4  # a part may end from the fourth of its size on, after what one in `_ENDS` holds together
_ENDS = 8
_NONE = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Held:
    """A part: its nodes, each with the root of those it belongs with, and where it stands what was judged."""

    nodes: dict[Node, Node]
    judged: dict[Docs, Place]


class JudgedPairs:
    """Where it stands what came of each pair of `docs`, the ids of all articles in order, and the ties."""

    def __init__(self, docs: Sequence[str]) -> None:
        self._docs = docs
        self._number = {doc: number for number, doc in enumerate(docs)}
        self._pairs = array("Q")
        self._offsets, self._lengths, self._ends = array("Q"), array("I"), array("Q")
        self._belonging = Belonging()
        self._path = ""

    def add(self, docs: Docs, place: Place, judged: Judged) -> None:
        """What came of two articles stands at `place`, in the file of all others."""
        one, other = docs
        self._path = place.path
        self._pairs.append(self._number[one] << 32 | self._number[other])
        self._offsets.append(place.offset)
        self._lengths.append(place.length)
        self._belonging.tie(judged.ties)
        self._ends.append(self._belonging.offer(judged.offers))

    def settle(self) -> NodeSet:
        """No more is added; the nodes that anything holds."""
        self._belonging.settle()
        nodes, root = self._belonging.nodes, self._belonging.root
        holds = bytearray(len(nodes))
        for number in range(len(self._pairs)):
            for one in self._roots(number):
                holds[one] = True
        return NodeSet(node for number, node in enumerate(nodes) if holds[root(number)])

    def left_out(self) -> int:
        """How many pairs of sentences do not belong together although something was judged of them."""
        return self._belonging.left_out()

    def parts(self, size: int) -> Iterator[Held]:
        """What belongs together, in parts of about `size` nodes, unless more belong together.

        Where a part ends depends on what stands there, so that something new leaves the parts that it has
        nothing to do with as they were.
        """
        nodes, root = self._belonging.nodes, self._belonging.root
        part_of, parts = self._numbered(size)
        held = [array("I") for _ in range(parts)]
        for number in range(len(nodes)):
            if part_of[root(number)] != _NONE:
                held[part_of[root(number)]].append(number)
        judged = [array("I") for _ in held]
        for number in range(len(self._pairs)):
            for part in {part_of[one] for one in self._roots(number)}:
                judged[part].append(number)
        for own, numbers in zip(held, judged, strict=True):
            yield Held({nodes[one]: nodes[root(one)] for one in own}, dict(sorted(map(self._at, numbers))))

    def _numbered(self, size: int) -> tuple[array[int], int]:
        """The part of what each root holds together, and how many parts there are; neighbours share one.

        What nothing judged holds is in `_NONE`.
        """
        nodes = self._belonging.nodes
        sizes = array("I", bytes(4 * len(nodes)))
        for number in range(len(nodes)):
            sizes[self._belonging.root(number)] += 1
        part_of = array("I", [_NONE]) * len(nodes)
        part = filled = 0
        for number in sorted(range(len(self._pairs)), key=self._pairs.__getitem__):
            for root in sorted(self._roots(number)):
                if part_of[root] == _NONE:
                    part_of[root] = part
                    filled += sizes[root]
                    if filled >= size or (_FULL * filled >= size and nodes[root] % _ENDS == 0):
                        part, filled = part + 1, 0
        return part_of, part + (filled > 0)

    def _roots(self, number: int) -> set[int]:
        return self._belonging.roots(self._ends[number - 1] if number else 0, self._ends[number])

    def _at(self, number: int) -> tuple[Docs, Place]:
        pair = self._pairs[number]
        docs = self._docs[pair >> 32], self._docs[pair & 0xFFFFFFFF]
        return docs, Place(self._path, self._offsets[number], self._lengths[number])
