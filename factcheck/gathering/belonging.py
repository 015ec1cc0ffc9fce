"""Belonging: what is gathered together, because something judged holds it, and how much of it at most.

Where very much hangs together by what was judged of it, as in a corpus whose reports are all alike, the
likeliest judgements decide what is gathered together, and what lies between two that are full is left out.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from itertools import chain

from claims.model import Claim
from factcheck.arithmetic import Miscount
from factcheck.judging.judge import Judgement

# Sentences, and days told in them, that are gathered together: what ten dozen articles tell of one event has
# some hundred, and each group that agrees is held against each.
MOST = 2_000
_NODE_BYTES = 8
_CHANCES = 1_000  # a chance has three decimals
_PARTS = 4  # in which nodes are gathered, so that few of them are objects at a time
_BITS = 62  # of a node, left away to tell its part
_SORTED = 64  # parts of the offers of one chance, for the same reason
_NEW = 50_000  # ties that are held as objects
Node = int  # stands for a sentence of an article, or for a day that it tells
Days = Mapping[tuple[str, int], Sequence[str]]  # the days that are told in each sentence
Offer = tuple[Node, Node, int]  # two sentences of which something was judged, and how likely that is


def days_of(claims: Iterable[Claim]) -> Days:
    """The days that are told in each sentence."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "date" and claim.when:
            found[claim.doc, claim.sentence_start].append(claim.when.value)
    return found


def sentence_node(claim: Claim) -> Node:
    """What stands for the sentence of a claim."""
    return node_of(claim.doc, claim.sentence_start)


def node_of(doc: str, sentence_start: int) -> Node:
    """What stands for the sentence of an article that starts there."""
    return _node(doc, str(sentence_start))


def _node(doc: str, what: str) -> Node:
    key = f"{doc}\0{what}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(key, digest_size=_NODE_BYTES).digest())


def _nodes(claim: Claim, days: Days) -> set[Node]:
    """The sentence of a claim, and the days told there, which its article may tell elsewhere too."""
    told = days.get((claim.doc, claim.sentence_start), ())
    return {sentence_node(claim), *(_node(claim.doc, day) for day in told)}


def ties_of(
    judgements: Iterable[Judgement], miscounts: Iterable[Miscount], days: Days
) -> tuple[set[tuple[Node, ...]], list[Offer]]:
    """What belongs together in any case, each article by itself, and what does as far as there is room.

    A node that belongs with no other in any case is among the second alone.
    """
    ties: set[tuple[Node, ...]] = set()
    offers: dict[tuple[Node, Node], int] = {}
    for judgement in judgements:
        a, b = judgement.link.a, judgement.link.b
        own = [_nodes(a, days), _nodes(b, days)]
        ties.update(tuple(sorted(nodes)) for nodes in ([own[0] | own[1]] if a.doc == b.doc else own))
        pair = sentence_node(a), sentence_node(b)
        offers[pair] = max(offers.get(pair, 0), round(judgement.chance * _CHANCES))
    for found in miscounts:
        ties.add(
            tuple(sorted(node for claim in (*found.parts, found.result) for node in _nodes(claim, days)))
        )
        offers.setdefault((sentence_node(found.result),) * 2, _CHANCES)
    ties = {nodes for nodes in ties if len(nodes) > 1}
    return ties, [(a, b, chance) for (a, b), chance in sorted(offers.items())]


def gathered_together(
    claims: Sequence[Claim], judgements: Sequence[Judgement], miscounts: Sequence[Miscount]
) -> tuple[Sequence[Judgement], int]:
    """The judgements without those between two wholes that are full; how many pairs of sentences it parts."""
    if 2 * len(claims) <= MOST:
        return judgements, 0
    belonging = Belonging()
    ties, offers = ties_of(judgements, miscounts, days_of(claims))
    belonging.tie(ties)
    belonging.offer(offers)
    belonging.settle()
    root = belonging.root_of
    kept = [j for j in judgements if root(sentence_node(j.link.a)) == root(sentence_node(j.link.b))]
    return kept, belonging.left_out()


class Belonging:
    """Sets of nodes that grow together (union-find), and what is offered to join them, in a few bytes.

    Once it is settled, a node goes by its number: its place in `nodes`, which are sorted.
    """

    def __init__(self) -> None:
        self.nodes = array("Q")
        self._one, self._other, self._chance = array("Q"), array("Q"), array("H")
        self._tied, self._tied_to = array("Q"), array("Q")
        self._new: set[tuple[Node, Node]] = set()  # ties that are not in the arrays yet: many come again soon
        self._above = array("I")

    def tie(self, ties: Iterable[Sequence[Node]]) -> None:
        """The nodes of each of `ties` belong together."""
        self._new.update((nodes[0], node) for nodes in ties for node in nodes[1:])
        if len(self._new) > _NEW:
            self._take_new()

    def _take_new(self) -> None:
        for one, other in self._new:
            self._tied.append(one)
            self._tied_to.append(other)
        self._new.clear()

    def offer(self, offers: Iterable[Offer]) -> int:
        """Two nodes each may belong together; the number of all offers."""
        for one, other, chance in offers:
            self._one.append(one)
            self._other.append(other)
            self._chance.append(chance)
        return len(self._one)

    def settle(self) -> None:
        """Join what was offered, the likeliest first, as long as no more than `MOST` nodes belong together.

        The order in which it was offered makes no difference. Nothing more is offered or tied.
        """
        self._take_new()
        self._number_nodes()
        for one, other in zip(self._tied, self._tied_to, strict=True):
            first, second = sorted((self.root(one), self.root(other)))
            self._above[second] = first
        del self._tied, self._tied_to
        sizes = array("I", bytes(4 * len(self.nodes)))
        for number in range(len(self.nodes)):
            sizes[self.root(number)] += 1
        for one, other in self._likeliest_first():
            first, second = sorted((self.root(one), self.root(other)))
            if first != second and sizes[first] + sizes[second] <= MOST:
                self._above[second] = first
                sizes[first] += sizes[second]
        del self._chance

    def _number_nodes(self) -> None:
        """Numbers stand for nodes from now on."""
        held = (self._one, self._other, self._tied, self._tied_to)
        for part in range(_PARTS):
            self.nodes.extend(sorted({node for node in chain(*held) if node >> _BITS == part}))
        place = partial(bisect_left, self.nodes)
        self._one = array("I", map(place, self._one))
        self._other = array("I", map(place, self._other))
        self._tied = array("I", map(place, self._tied))
        self._tied_to = array("I", map(place, self._tied_to))
        self._above = array("I", range(len(self.nodes)))

    def _likeliest_first(self) -> Iterator[tuple[int, int]]:
        """What was offered; of equal chances in the order of the nodes. Few of them are objects at a time."""
        some: dict[tuple[int, int], array[int]] = defaultdict(lambda: array("I"))
        for offer, (one, chance) in enumerate(zip(self._one, self._chance, strict=True)):
            some[-chance, _SORTED * one // len(self.nodes)].append(offer)
        for offers in map(some.pop, sorted(some)):
            yield from sorted((self._one[offer], self._other[offer]) for offer in offers)

    def root(self, number: int) -> int:
        """The number of what stands for all that belongs with a node: the smallest of it."""
        held = self._above
        above = held[number]
        while above != held[above]:
            held[number] = held[above]
            number, above = above, held[above]
        return above

    def root_of(self, node: Node) -> int:
        """The same for a node that was offered or tied."""
        return self.root(bisect_left(self.nodes, node))

    def roots(self, start: int, end: int) -> set[int]:
        """What stands for the offers from one number to another that were taken."""
        pairs = zip(self._one[start:end], self._other[start:end], strict=True)
        found = ((self.root(one), self.root(other)) for one, other in pairs)
        return {one for one, other in found if one == other}

    def left_out(self) -> int:
        """How many offers were not taken."""
        pairs = zip(self._one, self._other, strict=True)
        return sum(self.root(one) != self.root(other) for one, other in pairs)


class NodeSet:
    """Nodes in eight bytes each; given in order."""

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._nodes = array("Q", nodes)

    def __contains__(self, node: Node) -> bool:
        place = bisect_left(self._nodes, node)
        return place < len(self._nodes) and self._nodes[place] == node
