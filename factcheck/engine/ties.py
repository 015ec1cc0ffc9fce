"""Ties: which sentences have to be gathered together, because something judged holds them."""

from collections import defaultdict
from collections.abc import Iterable


class Ties:
    """Sets of nodes that grow together (union-find)."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def tie(self, nodes: Iterable[int]) -> None:
        """All of `nodes` belong together."""
        roots = sorted({self.root(node) for node in nodes})
        for root in roots[1:]:
            self._above[root] = roots[0]

    def root(self, node: int) -> int:
        """What stands for all that belongs with `node`."""
        above = self._above.setdefault(node, node)
        while above != self._above[above]:
            self._above[node] = self._above[above]
            node, above = above, self._above[above]
        return above

    def __contains__(self, node: int) -> bool:
        return node in self._above

    def members(self) -> dict[int, list[int]]:
        """The nodes that belong together, by what stands for them."""
        found: dict[int, list[int]] = defaultdict(list)
        for node in self._above:
            found[self.root(node)].append(node)
        return found
