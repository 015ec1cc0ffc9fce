"""Belonging: what is gathered together, because something judged holds it, and how much of it at most.

Where very much hangs together by what was judged of it, as in a corpus whose reports are all alike, the
likeliest judgements decide what is gathered together, and what lies between two that are full is left out.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from claims.model import Claim
from factcheck.arithmetic import Miscount
from factcheck.judging.judge import Judgement

MOST = 2_000  # sentences, and days told in them, that are gathered together
_NODE_BYTES = 8
_CHANCES = 1_000  # a chance has three decimals
_PREFIX = 58  # bits of a node that are left away, to sort few at a time
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
    """What belongs together in any case, each article by itself, and what does as far as there is room."""
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
    return ties, [(a, b, chance) for (a, b), chance in sorted(offers.items())]


def gathered_together(
    claims: Sequence[Claim], judgements: Sequence[Judgement], miscounts: Sequence[Miscount]
) -> Sequence[Judgement]:
    """The judgements without those that lie between two wholes that are full."""
    if 2 * len(claims) <= MOST:
        return judgements
    belonging = Belonging()
    ties, offers = ties_of(judgements, miscounts, days_of(claims))
    belonging.tie(ties)
    belonging.offer(offers)
    belonging.settle()
    root = belonging.root
    return [j for j in judgements if root(sentence_node(j.link.a)) == root(sentence_node(j.link.b))]


class Belonging:
    """Sets of nodes that grow together (union-find), and what is offered to join them, in a few bytes."""

    def __init__(self) -> None:
        self._above: dict[Node, Node] = {}
        self._one, self._other, self._chance = array("Q"), array("Q"), array("H")

    def tie(self, ties: Iterable[Iterable[Node]]) -> None:
        """The nodes of each of `ties` belong together."""
        for nodes in ties:
            roots = sorted({self.root(node) for node in nodes})
            for root in roots[1:]:
                self._above[root] = roots[0]

    def offer(self, offers: Iterable[Offer]) -> int:
        """Two nodes each may belong together; the number of all offers."""
        for one, other, chance in offers:
            self._one.append(one)
            self._other.append(other)
            self._chance.append(chance)
        return len(self._one)

    def settle(self) -> None:
        """Join what was offered, the likeliest first, as long as no more than `MOST` nodes belong together.

        The order in which it was offered makes no difference.
        """
        sizes = Counter(map(self.root, self._above))
        some: dict[tuple[int, int], array[int]] = defaultdict(lambda: array("I"))
        for number, (one, chance) in enumerate(zip(self._one, self._chance, strict=True)):
            some[-chance, one >> _PREFIX].append(number)
        for numbers in map(some.pop, sorted(some)):
            for one, other in sorted((self._one[number], self._other[number]) for number in numbers):
                first, second = sorted((self.root(one), self.root(other)))
                size = sizes[first] + sizes[second]
                if first != second and size <= MOST:
                    self._above[second] = first
                    sizes[first] = size
                    del sizes[second]

    def root(self, node: Node) -> Node:
        """What stands for all that belongs with `node`: the smallest of it."""
        above = self._above.setdefault(node, node)
        while above != self._above[above]:
            self._above[node] = self._above[above]
            node, above = above, self._above[above]
        return above

    def roots(self, start: int, end: int) -> set[Node]:
        """What stands for the offers from one number to another that were taken."""
        pairs = zip(self._one[start:end], self._other[start:end], strict=True)
        found = ((self.root(one), self.root(other)) for one, other in pairs)
        return {one for one, other in found if one == other}

    def __iter__(self) -> Iterator[Node]:
        return iter(self._above)


class NodeSet:
    """Nodes in eight bytes each."""

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._nodes = array("Q", sorted(nodes))

    def __contains__(self, node: Node) -> bool:
        place = bisect_left(self._nodes, node)
        return place < len(self._nodes) and self._nodes[place] == node
