"""Ties: which sentences have to be gathered together, because something judged holds them."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator


class Ties:
    """Sets of nodes that grow together (union-find); a node is a number of 64 bits."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def tie(self, nodes: Iterable[int]) -> None:
        """All of `nodes` belong together."""
        roots = sorted({self.root(node) for node in nodes})
        for root in roots[1:]:
            self._above[root] = roots[0]

    def root(self, node: int) -> int:
        """What stands for all that belongs with `node`: the smallest of it."""
        above = self._above.setdefault(node, node)
        while above != self._above[above]:
            self._above[node] = self._above[above]
            node, above = above, self._above[above]
        return above

    def __iter__(self) -> Iterator[int]:
        return iter(self._above)

    def nodes(self) -> "NodeSet":
        """All that is tied, in less memory."""
        return NodeSet(self._above)


class NodeSet:
    """Nodes in eight bytes each."""

    def __init__(self, nodes: Iterable[int]) -> None:
        self._nodes = array("Q", sorted(nodes))

    def __contains__(self, node: int) -> bool:
        place = bisect_left(self._nodes, node)
        return place < len(self._nodes) and self._nodes[place] == node
