"""What a set of findings is worth against the gold of one cluster.

A reported finding is taken apart into pairs of claims: one side says agreement, two sides say the finding's
verdict. A pair meets a gold pair where each claim lies over a gold mention of it, and is then

right       the gold has this verdict and kind for it (magnitude and ordinal count as value)
wrong       the gold has another verdict for it
trap        the two must not be compared
apart       both lie over gold mentions, of different facts
unjudged    one of them lies over nothing that was annotated
soft        review for a real difference; discrepancy for an update in a group that holds both; equal numbers
            where another party is the point: neither right nor wrong
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Literal

from benchmarks.gold import Cluster, GoldFinding, Mention, Trap
from factcheck.model import Evidence, Finding

LONGEST = 80  # characters of a mention; a longer one lies over nothing

Outcome = Literal["right", "wrong", "trap", "apart", "unjudged", "soft"]
FAMILY = {"magnitude": "value", "ordinal": "value"}
DIFFERENCES = ("discrepancy", "update")


@dataclass(frozen=True, slots=True)
class Fact:
    """What can be found: one gold finding, or the agreement of those on one side of a difference."""

    gold: GoldFinding
    verdict: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One reported pair and what it was worth."""

    verdict: str
    outcome: Outcome
    finding: Finding
    a: Evidence
    b: Evidence


@dataclass(slots=True)
class Score:
    """The pairs of one cluster, the facts that they found, and the traps they fell into."""

    cluster: Cluster
    pairs: list[Judged] = field(default_factory=list)
    found: set[Fact] = field(default_factory=set)
    trapped: list[Trap] = field(default_factory=list)

    def facts(self) -> Iterator[Fact]:
        """Every fact that the cluster holds."""
        for gold in self.cluster.findings:
            verdicts = {gold.verdict} | {verdict for _, _, verdict in gold.pairs()}
            yield from (Fact(gold, verdict) for verdict in sorted(verdicts))

    def outcomes(self, finding: Finding) -> Counter[Outcome]:
        """How the pairs of one reported finding came out."""
        return Counter(pair.outcome for pair in self.pairs if pair.finding is finding)


def score_cluster(cluster: Cluster, findings: Sequence[Finding]) -> Score:
    """Judge everything that was reported on `cluster`."""
    score = Score(cluster)
    gold = GoldPairs(cluster)
    for finding in findings:
        if finding.verdict == "uncorroborated":
            continue
        if finding.kind == "arithmetic":
            judge_arithmetic(score, gold, finding)
        else:
            judge_pairs(score, gold, finding)
    score.trapped = [trap for trap in cluster.traps if trap in gold.trapped]
    return score


def judge_pairs(score: Score, gold: "GoldPairs", finding: Finding) -> None:
    """Judge every pair of `finding`."""
    judged = []
    for a, b, verdict in reported_pairs(finding):
        outcome, facts = gold.judge(a, b, verdict, family_of(finding.kind, verdict))
        score.found.update(facts)
        judged.append(Judged(verdict, outcome, finding, a, b))
    held = any(pair.outcome == "right" and pair.verdict == finding.verdict for pair in judged)
    for pair in judged:
        if pair.outcome == "wrong" and held and gold.is_difference(pair.a, pair.b):
            pair = Judged(pair.verdict, "soft", finding, pair.a, pair.b)
        score.pairs.append(pair)


def judge_arithmetic(score: Score, gold: "GoldPairs", finding: Finding) -> None:
    """A sum is right if two of its numbers belong to one gold sum; it is one pair, whatever its length."""
    a, b = finding.claims[0], finding.claims[-1]
    mentions = [gold.over(evidence) for evidence in finding.claims]
    for known in gold.cluster.findings:
        members = {mention for mention, _ in known.claims}
        if known.kind == "arithmetic" and sum(bool(members & set(over)) for over in mentions) >= 2:
            score.found.add(Fact(known, known.verdict))
            score.pairs.append(Judged(finding.verdict, "right", finding, a, b))
            return
    outcome: Outcome = "apart" if all(mentions) else "unjudged"
    for trap in gold.cluster.traps:
        if sum(bool(set(trap.mentions) & set(over)) for over in mentions) >= 2:
            gold.trapped.append(trap)
            outcome = "trap"
    score.pairs.append(Judged(finding.verdict, outcome, finding, a, b))


def reported_pairs(finding: Finding) -> Iterator[tuple[Evidence, Evidence, str]]:
    """Pairs of claims with the verdict that `finding` gives them; two of one article on one side are none."""
    for a, b in combinations(finding.claims, 2):
        if a.side != b.side:
            yield a, b, finding.verdict
        elif a.claim.doc != b.claim.doc:
            yield a, b, "agreement"


def family_of(kind: str | None, verdict: str) -> str:
    """What must match besides the verdict: the agreement inside a stage or a party finding is of values."""
    if kind is None or (verdict == "agreement" and kind != "date"):
        return "value"
    return FAMILY.get(kind, kind)


class GoldPairs:
    """The pairs of one cluster's gold, by mention."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.trapped: list[Trap] = []
        self.mentions: dict[str, set[Mention]] = defaultdict(set)
        self.truths: dict[frozenset[Mention], list[tuple[Fact, str]]] = defaultdict(list)
        self.facts: dict[Mention, set[str]] = defaultdict(set)
        self.traps: dict[frozenset[Mention], list[Trap]] = defaultdict(list)
        for gold in cluster.findings:
            for mention, _ in gold.claims:
                self.mentions[mention.doc].add(mention)
                self.facts[mention].add(gold.fact)
            for a, b, verdict in gold.pairs():
                known = Fact(gold, verdict), family_of(gold.kind, verdict)
                self.truths[frozenset((a, b))].append(known)
        for trap in cluster.traps:
            for mention in trap.mentions:
                self.mentions[mention.doc].add(mention)
            for a, b in trap.pairs() if trap.reason != "sum_holds" else ():
                self.traps[frozenset((a, b))].append(trap)

    def over(self, evidence: Evidence) -> list[Mention]:
        """The gold mentions that a claim lies over."""
        claim = evidence.claim
        if claim.end - claim.start > LONGEST:
            return []
        near = self.mentions.get(claim.doc, ())
        return [mention for mention in near if mention.start < claim.end and claim.start < mention.end]

    def meetings(self, a: Evidence, b: Evidence) -> list[frozenset[Mention]]:
        """Every two gold mentions that the pair lies over."""
        return [frozenset(pair) for pair in product(self.over(a), self.over(b))]

    def is_difference(self, a: Evidence, b: Evidence) -> bool:
        """Whether the gold sees a discrepancy or an update between the two."""
        return any(
            fact.verdict in DIFFERENCES
            for pair in self.meetings(a, b)
            for fact, _ in self.truths.get(pair, ())
        )

    def judge(self, a: Evidence, b: Evidence, verdict: str, family: str) -> tuple[Outcome, list[Fact]]:
        """What one pair is worth, and the facts it found."""
        meetings = self.meetings(a, b)
        truths = [truth for pair in meetings for truth in self.truths.get(pair, ())]
        facts = [fact for fact, known in truths if fact.verdict == verdict and known == family]
        if facts:
            return "right", facts
        if truths:
            return judge_other(verdict, truths), []
        traps = [trap for pair in meetings for trap in self.traps.get(pair, ())]
        if traps:
            if verdict != "review":
                self.trapped.extend(traps)
            return "trap", []
        if any(len(set.intersection(*(self.facts[mention] for mention in pair))) for pair in meetings):
            return "soft", []
        return ("apart" if meetings else "unjudged"), []


def judge_other(verdict: str, truths: Iterable[tuple[Fact, str]]) -> Outcome:
    """The outcome where the gold knows the pair but not this verdict for it."""
    known = {fact.verdict for fact, _ in truths}
    families = {family for _, family in truths}
    if verdict == "review" and known & set(DIFFERENCES):
        return "soft"
    if verdict == "agreement" and "party" in families:
        return "soft"
    return "wrong"
