"""Pairs of claims with the truth, to learn from: of the gold clusters, of planted errors, of strangers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise

from benchmarks.gold import Cluster, Mention
from benchmarks.planter import Planted, known_mentions, plant_all
from claims import extract_claims
from claims.model import Claim
from corpus import Article
from factcheck.linking.blocking import KeyedClaims, blocking_keys, pairs_between
from factcheck.linking.likeness import Likeness
from factcheck.linking.link import Compared, compare_articles
from factcheck.linking.values import in_unit

SEEDS = (101, 102)  # of the planted errors to learn from; those of the bench's own seed are never seen
UNKNOWN = 0.6  # weight of a pair of which one claim is not in the gold, as a pair of two facts
STRANGERS = 0.3  # weight of a pair from two unrelated events
Ids = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One pair with the truth: whether it is one fact, and whether its values contradict each other."""

    pair: Compared
    is_one: bool
    is_contradiction: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Case:
    """Articles that were compared with each other: for every two of them the pairs of their claims."""

    domain: str
    likeness: Likeness
    articles: tuple[tuple[Labelled, ...], ...]


@dataclass(slots=True)
class Truth:
    """What is known of some claims: the facts that each tells, and which two contradict each other."""

    facts: dict[str, set[str]]
    differing: set[Ids]

    def label(self, pair: Compared) -> Labelled:
        mine, theirs = self.facts.get(pair.a.id, set()), self.facts.get(pair.b.id, set())
        differs = (pair.a.id, pair.b.id) in self.differing and _is_comparable(pair)
        is_one = bool(mine & theirs) or differs
        return Labelled(pair, is_one, differs, 1.0 if is_one or (mine and theirs) else UNKNOWN)


def _is_comparable(pair: Compared) -> bool:
    """Whether one value can be told from the other: those of two currencies cannot."""
    return pair.slot == "date" or in_unit(pair.b, pair.a.unit) is not None


def cases_of(clusters: Sequence[Cluster], seeds: Iterable[int] = SEEDS) -> Iterator[Case]:
    """Every cluster, the same with planted errors, and every two neighbouring clusters as strangers."""
    claims = {cluster.name: claims_of(cluster.articles) for cluster in clusters}
    for cluster in clusters:
        yield case_of(cluster.domain, claims[cluster.name], truth_of(cluster, claims[cluster.name]))
    for seed in seeds:
        for planted in plant_all(clusters, seed):
            altered = claims_of(planted.articles)
            yield case_of(planted.domain, altered, planted_truth(planted, altered))
    for one, other in pairwise(clusters):
        yield strangers(one, claims[one.name], claims[other.name])


def claims_of(articles: Iterable[Article]) -> list[Claim]:
    found = [claim for article in articles for claim in extract_claims(article)]
    return sorted(found, key=lambda claim: (claim.doc, claim.start, claim.end))


def case_of(domain: str, claims: Sequence[Claim], truth: Truth) -> Case:
    """All pairs of claims of different articles, labelled."""
    likeness = Likeness.among(claims)
    articles = tuple(
        tuple(truth.label(pair) for pair in compare_articles(taught(one, other), likeness))
        for one, other in combinations(keyed(claims).values(), 2)
    )
    return Case(domain, likeness, articles)


def strangers(cluster: Cluster, mine: Sequence[Claim], theirs: Sequence[Claim]) -> Case:
    """The pairs of claims of two unrelated events."""
    claims = sorted([*mine, *theirs], key=lambda claim: (claim.doc, claim.start, claim.end))
    own = {claim.doc for claim in mine}
    likeness, by_doc = Likeness.among(claims), keyed(claims)
    articles = tuple(
        tuple(
            Labelled(pair, False, False, STRANGERS)
            for pair in compare_articles(taught(by_doc[one], by_doc[other]), likeness)
        )
        for one, other in combinations(by_doc, 2)
        if (one in own) != (other in own)
    )
    return Case(cluster.domain, likeness, articles)


def taught(one: KeyedClaims, other: KeyedClaims) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of two articles to learn from: those that share more than the digits of their numbers.

    Of the others nearly all are of two facts, by chance; they would only teach to doubt digits.
    """
    for a, b in pairs_between(one, other):
        if any(kind != "digits" for _, _, kind, *_ in blocking_keys(a) & blocking_keys(b)):
            yield a, b


def keyed(claims: Sequence[Claim]) -> dict[str, KeyedClaims]:
    """`claims`, which come by article and place, by the article's id."""
    return {doc: KeyedClaims(list(own)) for doc, own in groupby(claims, key=lambda claim: claim.doc)}


def truth_of(cluster: Cluster, claims: Sequence[Claim]) -> Truth:
    """What the gold of a cluster says of `claims`."""
    differing = [
        (a, b, gold.kind == "date")
        for gold in cluster.findings
        if gold.kind not in ("stage", "party")
        for a, b, verdict in gold.pairs()
        if verdict in ("discrepancy", "update")
    ]
    return Truth(_facts(known_mentions(cluster), claims), set(_differing(differing, claims)))


def planted_truth(planted: Planted, claims: Sequence[Claim]) -> Truth:
    """What is true of `claims` after errors were planted."""
    wrong = [fact for fact in planted.facts if fact.role == "planted"]
    differing = [(a, b, None) for fact in wrong for a in fact.first for b in fact.second]
    differing += [(a, b, None) for a, b in planted.differences]
    return Truth(_facts(planted.known, claims), set(_differing(differing, claims)))


def _facts(known: Iterable[tuple[Mention, str]], claims: Sequence[Claim]) -> dict[str, set[str]]:
    facts: dict[str, set[str]] = defaultdict(set)
    for mention, name in known:
        for claim in over(mention, claims):
            facts[claim.id].add(name)
    return facts


def _differing(
    pairs: Iterable[tuple[Mention, Mention, bool | None]], claims: Sequence[Claim]
) -> Iterator[Ids]:
    """The claims over two mentions, either way round; dates against dates, numbers against numbers."""
    for a, b, is_date in pairs:
        for one in over(a, claims):
            for other in over(b, claims):
                kinds = {one.kind == "date", other.kind == "date"}
                if len(kinds) == 1 and (is_date is None or is_date in kinds):
                    yield one.id, other.id
                    yield other.id, one.id


def over(mention: Mention, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that share characters with a mention."""
    return (c for c in claims if c.doc == mention.doc and c.start < mention.end and mention.start < c.end)
