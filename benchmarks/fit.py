"""Set the weights of linkage from the gold clusters: `python -m benchmarks.fit` writes the file.

Logistic regression with an L2 penalty. "equal" weights are learnt from pairs whose values can be one,
"different" weights from pairs of one fact, their values hidden, against pairs of different facts.
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import factcheck
from benchmarks.gold import Cluster, Mention, load_clusters
from claims import extract_claims
from claims.model import Claim
from factcheck.features import Likeness, features_of, rarity
from factcheck.link import candidate_pairs, match_slots, question, relation_of, shown_slots
from factcheck.values import Relation

WEIGHTS = Path(factcheck.__file__).parent / "weights.toml"
ROUNDS = 400
RATE = 0.5
PENALTY = 0.6  # of one squared weight against one pair
FEWEST = 4  # pairs that a feature must occur in to get a weight
UNJUDGED = 0.3  # weight of an equal pair that the gold says nothing of, as a pair of two facts
# How often two numbers, or dates, of one story that are about different things are equal.
CHANCES = {"small number": 0.2, "round number": 0.05, "two digits": 0.03, "rare number": 0.003, "date": 0.15}
UNRELATED = 0.3  # weight of a pair from two unrelated events


# What each outcome of a slot is expected to weigh; pairs have to teach otherwise.
PRIORS = {
    "item same designation": 2.0,
    "item same variant": 1.5,
    "item same modifiers": 1.2,
    "item same head": 0.5,
    "item close type": 0.3,
    "item other": -1.0,
    "event same": 0.5,
    "event close kin": 0.2,
    "event other": -0.5,
}
GENERAL_PRIORS = {
    "parties same": 0.5,
    "parties other": -1.0,
    "when same": 0.5,
    "when close": 0.3,
    "when other": -0.7,
    "scope other": -0.7,
    "status other": -0.5,
}
# How planted or mistaken numbers lie to the true ones, in the proportions of real corrections.
PLANTED = (
    ("values near",),
    ("values near", "values of the same digits"),
    ("values not far",),
    ("values near",),
    ("values of one digit string",),
    ("values apart",),
)


@dataclass(frozen=True, slots=True)
class Example:
    """One pair of claims: its features, whether it is one fact, how much it counts."""

    features: dict[str, float]
    is_link: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different articles, with their features for each question."""

    a: Claim
    b: Claim
    related: Relation
    features: dict[str, dict[str, float]]

    def share(self, asked: str) -> float:
        """How often two other facts like these would be equal by chance; 1 if that is not asked."""
        if asked.endswith("different") or self.related != "different":
            return 1.0
        return CHANCES["date" if self.a.kind == "date" else rarity(self.a)]


def examples_of(clusters: Sequence[Cluster]) -> dict[str, list[Example]]:
    """The examples for each question, from pairs within a cluster and between unrelated ones."""
    examples: dict[str, list[Example]] = defaultdict(list)
    claims = {cluster.name: claims_of(cluster) for cluster in clusters}
    for cluster in clusters:
        facts = facts_of(cluster, claims[cluster.name])
        for pair in pairs_of(claims[cluster.name]):
            for asked, example in label_within(facts, pair):
                examples[asked].append(example)
    for one, other in pairwise(clusters):
        mixed = sorted(claims[one.name] + claims[other.name], key=lambda claim: (claim.doc, claim.start))
        own = {claim.id for claim in claims[one.name]}
        for pair in pairs_of(mixed):
            if (pair.a.id in own) != (pair.b.id in own):
                for asked, amounts in pair.features.items():
                    examples[asked].append(Example(amounts, False, UNRELATED * pair.share(asked)))
    return examples


def claims_of(cluster: Cluster) -> list[Claim]:
    found = [claim for article in cluster.articles for claim in extract_claims(article)]
    return sorted(found, key=lambda claim: (claim.doc, claim.start, claim.end))


def facts_of(cluster: Cluster, claims: Sequence[Claim]) -> dict[str, set[str]]:
    """The names of the gold facts that each claim tells, by its id."""
    facts: dict[str, set[str]] = defaultdict(set)
    for finding in cluster.findings:
        if finding.kind in ("arithmetic", "stage"):
            continue
        for mention, _ in finding.claims:
            for claim in over(mention, claims):
                facts[claim.id].add(finding.fact)
    for trap in cluster.traps:
        for mention in trap.mentions:
            for claim in over(mention, claims):
                facts[claim.id].add(f"trap {mention.doc} {mention.start}")
    return facts


def over(mention: Mention, claims: Sequence[Claim]) -> Iterator[Claim]:
    return (c for c in claims if c.doc == mention.doc and c.start < mention.end and mention.start < c.end)


def pairs_of(claims: Sequence[Claim]) -> Iterator[Pair]:
    """Candidate pairs between articles, with the features for each question that their values may ask."""
    likeness = Likeness(claims)
    for i, j in candidate_pairs(claims):
        a, b = claims[i], claims[j]
        slots = match_slots(a, b) if a.doc != b.doc else None
        if slots is None:
            continue
        related = relation_of(a, b, slots)
        shown = shown_slots(a, slots)
        asked: tuple[Relation, ...] = ("different", "equal" if related == "different" else related)
        yield Pair(
            a, b, related, {question(a, kind): features_of(a, b, shown, kind, likeness) for kind in asked}
        )


def label_within(facts: dict[str, set[str]], pair: Pair) -> Iterator[tuple[str, Example]]:
    """What one pair teaches: one fact, whatever its values, or two, as if their values were equal."""
    mine, theirs = facts.get(pair.a.id, set()), facts.get(pair.b.id, set())
    is_link = bool(mine & theirs)
    planted = dict.fromkeys(PLANTED[(pair.a.start + pair.b.start) % len(PLANTED)], 1.0)
    for asked, amounts in pair.features.items():
        if asked.endswith("different") and (is_link or pair.related == "different"):
            is_hidden = pair.related != "different" and pair.a.kind != "date"
            shown = {name: x for name, x in amounts.items() if not (is_hidden and name.startswith("values "))}
            yield asked, Example(shown | planted if is_hidden else shown, is_link, 1.0)
        elif asked.endswith("equal") and is_link and pair.related != "different":
            yield asked, Example(amounts, True, 1.0)
        elif asked.endswith("equal") and not is_link:
            sure = 1.0 if mine and theirs else UNJUDGED
            yield asked, Example(amounts, False, sure if pair.related != "different" else pair.share(asked))


def priors(asked: str) -> dict[str, float]:
    sorts = ("date",) if asked.startswith("date") else ("amount", "count", "measure", "ordinal")
    return {f"{sort}: {name}": weight for sort in sorts for name, weight in PRIORS.items()} | GENERAL_PRIORS


def fit(examples: Sequence[Example], expected: dict[str, float]) -> dict[str, float]:
    """Weights by adaptive gradient descent, held near the expected ones; rounded as a file holds them."""
    seen = Counter(name for example in examples for name in example.features)
    weights = {name: 0.0 for name, count in seen.items() if count >= FEWEST} | expected
    names = sorted(weights)
    squares = dict.fromkeys(names, 1e-6)
    rows = [
        ([(n, x) for n, x in sorted(e.features.items()) if n in weights and x], e.is_link, e.weight)
        for e in examples
    ]
    for _ in range(ROUNDS):
        gradient = {name: PENALTY * (weight - expected.get(name, 0.0)) for name, weight in weights.items()}
        for row, is_link, weight in rows:
            points = sum(weights[name] * amount for name, amount in row)
            error = weight * (1 / (1 + math.exp(-max(-30.0, min(30.0, points)))) - is_link)
            for name, amount in row:
                gradient[name] += error * amount
        for name in names:
            squares[name] += gradient[name] ** 2
            weights[name] -= RATE * gradient[name] / math.sqrt(squares[name])
    return {name: rounded for name, weight in weights.items() if (rounded := round(weight, 2))}


def write(tables: dict[str, dict[str, float]]) -> str:
    lines = [
        "# How much each feature of two claims speaks for one fact, in logits: the sum gives the chance.",
        "# Written by `python -m benchmarks.fit` from tests/gold/clusters; see docs/architecture.md.",
    ]
    for asked, weights in sorted(tables.items()):
        lines += ["", f'["{asked}"]']
        lines += [f'"{name}" = {weight}' for name, weight in sorted(weights.items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    examples = examples_of(load_clusters())
    tables = {asked: fit(found, priors(asked)) for asked, found in sorted(examples.items())}
    WEIGHTS.write_text(write(tables), encoding="utf-8")
    for asked, found in sorted(examples.items()):
        print(f"{asked:16} {sum(e.is_link for e in found):5} of {len(found):6} pairs are one fact")
    return 0


if __name__ == "__main__":
    sys.exit(main())
