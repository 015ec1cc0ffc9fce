"""Blocking: which claims are worth looking at as a pair, by what they share."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, product

from claims.model import Claim
from factcheck.values import dimension_of

Docs = tuple[str, str]

_LIMIT = 400  # claims that share a key; a commoner key tells nothing and is passed over


class Blocks:
    """The claims that share a blocking key, kept by article. `claims` come by article and place."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._place = {claim.id: index for index, claim in enumerate(claims)}
        blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, claim in enumerate(claims):
            for key in blocking_keys(claim):
                blocks[key].append(index)
        self._shared: dict[Docs, list[tuple[list[int], list[int]]]] = defaultdict(list)
        for block in blocks.values():
            if 2 <= len(block) <= _LIMIT:
                by_doc: dict[str, list[int]] = defaultdict(list)
                for index in block:
                    by_doc[claims[index].doc].append(index)
                for one, other in combinations(by_doc, 2):
                    self._shared[one, other].append((by_doc[one], by_doc[other]))
                for doc, inside in by_doc.items():
                    if len(inside) > 1:
                        self._shared[doc, doc].append((inside, inside))

    def articles(self, about: Collection[str] | None = None) -> Iterator[Docs]:
        """Every two articles that share a key, or one that shares it with itself.

        With `about`, ids of claims, only those where one of them does.
        """
        if about is None:
            yield from self._shared
            return
        wanted = {self._place[name] for name in about}
        for docs, blocks in self._shared.items():
            if any(index in wanted for one, other in blocks for index in (*one, *other)):
                yield docs

    def pairs(self, docs: Docs) -> list[tuple[Claim, Claim]]:
        """The pairs of claims of two articles that share a key, each once, in order."""
        found = {
            pair for one, other in self._shared[docs] for pair in product(one, other) if pair[0] < pair[1]
        }
        return [(self._claims[i], self._claims[j]) for i, j in sorted(found)]


def blocking_keys(claim: Claim) -> set[tuple[str, ...]]:
    """What two claims must share one of to be looked at as a pair."""
    kind = (claim.kind, dimension_of(claim.unit))
    keys: set[tuple[str, ...]] = {(*kind, "name", name) for name in claim.names}
    keys |= {(*kind, "word", word) for word in claim.context}
    if claim.item:
        keys.add((*kind, "head", claim.item.head))
        if claim.item.type:
            keys.add((*kind, "type", claim.item.type))
    if claim.event:
        keys.add((*kind, "event", claim.event))
    if claim.unit:
        keys.add((*kind, "dimension"))
    if claim.value is not None:
        keys.add((*kind, "value", f"{claim.value.normalize():f}"))
    if claim.when and claim.when.first:
        keys.add((*kind, "year", str(claim.when.first.year)))
    return keys
