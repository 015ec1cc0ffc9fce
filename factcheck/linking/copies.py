"""Copies: articles that say the very same are compared once, whatever their number."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claims.model import Claim
from factcheck.claim_store import ClaimStore

_COMPARED = 2  # articles of one wording that are compared: two tell that they agree, more tell no more


def followers_of(store: ClaimStore, about: str | None = None) -> Mapping[str, tuple[str, ...]]:
    """The articles that are not compared, for two others say the very same, by the id of the one they follow.

    That is the second of the two. The article `about` always is one of them.
    """
    alike: dict[bytes, list[str]] = defaultdict(list)
    for doc in store.docs():
        alike[store.wording(doc)].append(doc)
    followers = {}
    for docs in alike.values():
        docs.sort(key=lambda doc: (doc != about, doc))
        if len(docs) > _COMPARED:
            followers[docs[_COMPARED - 1]] = tuple(docs[_COMPARED:])
    return followers


def copies_in(store: ClaimStore, followers: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[Claim, ...]]:
    """The claims of the followers, by the id of the claim that speaks for them."""
    return {
        claim.id: same
        for doc, others in followers.items()
        for claim, same in zip(
            store.of(doc), zip(*(store.of(other) for other in others), strict=True), strict=True
        )
    }
