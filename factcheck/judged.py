"""What was judged of very many claims that hang together, packed until what belongs together is gathered."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import compress, decompress

from claims.model import Claim
from factcheck.arithmetic import Miscount
from factcheck.claim_store import ClaimStore
from factcheck.gathering.belonging import Belonging, days_of, sentence_node, ties_of
from factcheck.judging.judge import Judgement
from factcheck.keeping.judgement_codec import decode_judgements, encode_judgements
from factcheck.linking.nearby import Docs

_PART = 1_000  # sentences and days that are gathered at a time, unless more belong together


@dataclass(frozen=True, slots=True)
class Part:
    """Some claims with all that was judged of them; `docs` are their articles."""

    docs: Sequence[str]
    claims: Sequence[Claim]
    judgements: Sequence[Judgement]
    miscounts: Sequence[Miscount]


class PackedJudgements:
    """What came of each pair of articles, in a tenth of the memory; `docs` are all that will be named."""

    def __init__(self, store: ClaimStore, docs: Sequence[str]) -> None:
        self._store = store
        self._numbers = {doc: number for number, doc in enumerate(docs)}
        self._docs = docs
        self._pairs = array("I")  # the numbers of the two articles, one after the other
        self._packed: list[bytes] = []
        self._miscounts: dict[str, Sequence[Miscount]] = {}
        self._ends = array("Q")
        self._belonging = Belonging()
        self._part_of = array("i")  # by the number of what stands for all that belongs together, or -1
        self._wanted = array("I")  # by how many parts each of the pairs is

    def add(self, docs: Docs, judgements: Sequence[Judgement], miscounts: Sequence[Miscount] = ()) -> None:
        """What came of two articles, or of one with itself; `miscounts` are those of the first."""
        if not judgements and not miscounts:
            return
        one, other = self._store.of(docs[0]), self._store.of(docs[1])
        ties, offers = ties_of(judgements, miscounts, days_of((*one, *other)))
        self._belonging.tie(sorted(ties))
        self._ends.append(self._belonging.offer(offers))
        text = encode_judgements(judgements, one, other)
        self._pairs.extend(map(self._numbers.__getitem__, docs))
        self._packed.append(compress(text.encode("utf-8", "surrogatepass"), 1))
        if miscounts:
            self._miscounts[docs[0]] = miscounts

    def parts(self) -> Iterator[Part]:
        """What belongs together, part by part; nothing is added any more."""
        self._belonging.settle()
        for part, numbers in enumerate(self._numbered()):
            docs = sorted({doc for number in numbers for doc in self._pair(number)})
            wholes = {doc: self._inside(doc, part) for doc in docs}
            yield Part(
                docs,
                [self._store.of(doc)[place] for doc in docs for place in wholes[doc]],
                [judgement for number in numbers for judgement in self._unpacked(number, wholes)],
                [
                    found
                    for doc in docs
                    for found in self._miscounts.get(doc, ())
                    if self._part(self._root_of(found.result)) == part
                ],
            )

    def left_out(self) -> int:
        """How many pairs of sentences are in no part, all of them given, although something was judged."""
        return self._belonging.left_out()

    def is_held(self, claim: Claim) -> bool:
        """Whether a claim is in one of the parts, all of which were given."""
        return self._part(self._root_of(claim)) >= 0

    def _numbered(self) -> list[array[int]]:
        """The pairs of each part, by number; parts are filled in the order of the pairs."""
        sizes = array("I", bytes(4 * len(self._belonging.nodes)))
        for node in range(len(self._belonging.nodes)):
            sizes[self._belonging.root(node)] += 1
        self._part_of = array("i", [-1]) * len(self._belonging.nodes)
        parts = [array("I")]
        filled = 0
        for number in range(len(self._packed)):
            for root in sorted(self._roots(number)):
                if self._part_of[root] < 0:
                    if filled >= _PART:
                        parts.append(array("I"))
                        filled = 0
                    self._part_of[root] = len(parts) - 1
                    filled += sizes[root]
        for number in range(len(self._packed)):
            inside = {self._part_of[root] for root in self._roots(number)}
            self._wanted.append(len(inside))
            for part in inside:
                parts[part].append(number)
        return parts

    def _part(self, root: int) -> int:
        """Which part what belongs together is in, -1 where it is in none."""
        return self._part_of[root] if root >= 0 else -1

    def _pair(self, number: int) -> Docs:
        return self._docs[self._pairs[2 * number]], self._docs[self._pairs[2 * number + 1]]

    def _roots(self, number: int) -> set[int]:
        return self._belonging.roots(self._ends[number - 1] if number else 0, self._ends[number])

    def _root_of(self, claim: Claim) -> int:
        """The number of what stands for all that belongs with a claim, -1 where nothing does."""
        nodes, node = self._belonging.nodes, sentence_node(claim)
        place = bisect_left(nodes, node)
        return self._belonging.root(place) if place < len(nodes) and nodes[place] == node else -1

    def _inside(self, doc: str, part: int) -> dict[int, int]:
        """The places of the claims of an article that are in a part, with the whole that each is of."""
        roots = enumerate(map(self._root_of, self._store.of(doc)))
        return {place: root for place, root in roots if self._part(root) == part}

    def _unpacked(self, number: int, wholes: Mapping[str, Mapping[int, int]]) -> list[Judgement]:
        one, other = self._pair(number)
        text = decompress(self._packed[number]).decode("utf-8", "surrogatepass")
        self._wanted[number] -= 1
        if not self._wanted[number]:
            self._packed[number] = b""  # findings take its room
        inside = wholes[one], wholes[other]
        return decode_judgements(text, self._store.of(one), self._store.of(other), inside)
