"""Blocking: which claims are worth looking at as a pair, by what they share."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import combinations, product

from claims.model import Claim
from factcheck.linking.likeness import ArticleWords
from factcheck.linking.spellings import Spellings
from factcheck.linking.values import dimension_of

# Claims of two articles that share a key. What more share tells next to nothing, and each would be compared
# with each; claims that share anything rarer are compared all the same.
MOST_ALIKE = 400
# Pairs of claims of two articles that are looked at: a second or two, and some hundred megabytes. A table of
# the same numbers in each row would have millions.
MOST_PAIRS = 40_000


class KeyedClaims:
    """The claims of one article by the blocking keys that they have, in order of their place."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self.by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, claim in enumerate(claims):
            for key in blocking_keys(claim):
                self.by_key[key].append(index)

    @cached_property
    def words(self) -> ArticleWords:
        """The words of the article's claims."""
        return ArticleWords(self.claims)

    @cached_property
    def spellings(self) -> Spellings:
        """The words of the article that may be misspelt."""
        return Spellings(self.claims)


def pairs_between(one: KeyedClaims, other: KeyedClaims) -> list[tuple[Claim, Claim]]:
    """The pairs of claims of two articles, or of one and itself, that share a key: each once, in order.

    Where there are very many, those that share what is rarest.
    """
    shared = []
    for key, mine in one.by_key.items():
        theirs = other.by_key.get(key)
        if theirs is not None and len(mine) + len(theirs) <= MOST_ALIKE:
            shared.append((len(mine) * len(theirs), key))
    most = MOST_PAIRS // 2 if one is other else MOST_PAIRS
    if sum(size for size, _ in shared) > most:
        shared.sort()
    found: set[tuple[int, int]] = set()
    for _, key in shared:
        if len(found) > most:
            break
        mine, theirs = one.by_key[key], other.by_key[key]
        found.update(combinations(mine, 2) if one is other else product(mine, theirs))
    return [(one.claims[i], other.claims[j]) for i, j in sorted(found)]


def is_all_alike(claims: Sequence[Claim]) -> bool:
    """Whether so many of an article's claims share a key, or keys, that not each is compared with each.

    Of two articles to which that happens, it happens to one by itself.
    """
    if 2 * len(claims) <= MOST_ALIKE:
        return False
    keyed = KeyedClaims(claims)
    if 2 * max(map(len, keyed.by_key.values()), default=0) > MOST_ALIKE:
        return True
    return len(pairs_between(keyed, keyed)) > MOST_PAIRS // 2


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
        digits = sorted(claim.value.normalize().as_tuple().digits)
        if len(digits) > 1:  # what a slip of the pen leaves: the digits, in another order or of another size
            keys.add((*kind, "digits", "".join(map(str, digits))))
    if claim.when and claim.when.first:
        keys.add((*kind, "year", str(claim.when.first.year)))
    return keys
