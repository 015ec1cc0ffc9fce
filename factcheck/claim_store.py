"""Where claims are kept while they are compared: in memory, or outside (`factcheck/engine/spill.py`)."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Protocol

from claims.codec import encode_claims
from claims.model import Claim, claim_order


class ClaimStore(Protocol):
    """The claims of articles, by the article's id."""

    def docs(self) -> Sequence[str]:
        """The ids of the articles that have claims, in order."""

    def of(self, doc: str) -> Sequence[Claim]:
        """The claims of one article in the order of their places; none of an unknown one."""

    def wording(self, doc: str) -> bytes:
        """A digest of what the article claims, whatever its id: copies have one wording."""


class HeldClaims:
    """Claims in memory."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = sorted(claims, key=claim_order)
        self._docs: list[str] = []
        self._ends = array("Q", [0])  # of the claims of each article
        for doc, own in groupby(self._claims, key=lambda claim: claim.doc):
            self._docs.append(doc)
            self._ends.append(self._ends[-1] + sum(1 for _ in own))

    def docs(self) -> Sequence[str]:
        return list(self._docs)

    def of(self, doc: str) -> Sequence[Claim]:
        place = bisect_left(self._docs, doc)
        if place == len(self._docs) or self._docs[place] != doc:
            return ()
        return self._claims[self._ends[place] : self._ends[place + 1]]

    def wording(self, doc: str) -> bytes:
        return wording_of(encode_claims(self.of(doc), named=False))


def all_claims(store: ClaimStore) -> list[Claim]:
    """Every claim by article and place."""
    return [claim for doc in store.docs() for claim in store.of(doc)]


class Overlaid:
    """The claims of `store`, those of some articles replaced."""

    def __init__(self, store: ClaimStore, changed: Mapping[str, Sequence[Claim]]) -> None:
        self._store = store
        self._changed = HeldClaims(claim for claims in changed.values() for claim in claims)
        self._known = frozenset(changed)

    def changed(self) -> Sequence[str]:
        """The articles whose claims were replaced."""
        return sorted(self._known)

    def docs(self) -> Sequence[str]:
        return self._store.docs()

    def of(self, doc: str) -> Sequence[Claim]:
        return (self._changed if doc in self._known else self._store).of(doc)

    def wording(self, doc: str) -> bytes:
        return (self._changed if doc in self._known else self._store).wording(doc)


def wording_of(encoded: str) -> bytes:
    """The digest of the encoded claims of an article, named by nothing."""
    return blake2b(encoded.encode("utf-8", "surrogatepass"), digest_size=16).digest()
