"""Findings: judged pairs gathered into one finding a fact, with sides, summary and a stable id."""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.model import Claim
from factcheck.judge import Judgement
from factcheck.model import Evidence, Finding, FindingKind, Severity, Verdict
from factcheck.slots import match_when
from factcheck.values import claim_meant, relation
from factcheck.wording import fact_words, summary_of, value_words

_RANK: tuple[Verdict, ...] = ("discrepancy", "update", "review", "agreement")
_ID_BYTES = 5


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims that are judged together, by side, with the judgements that brought them there."""

    verdict: Verdict
    kind: FindingKind | None
    sides: tuple[tuple[Claim, ...], ...]
    judgements: tuple[Judgement, ...]


class _Groups:
    """Disjoint sets of claims, by id."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {claim_id: claim_id for claim_id in ids}

    def find(self, claim_id: str) -> str:
        root = claim_id
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[claim_id] != root:
            self._parent[claim_id], claim_id = root, self._parent[claim_id]
        return root

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first


def gather(
    claims: Sequence[Claim], judgements: Sequence[Judgement], origins: Mapping[str, str]
) -> list[Finding]:
    """The findings on `claims`, worst first; `origins` names the independent voice of each article."""
    agreed = [j for j in judgements if j.verdict == "agreement"]
    differing = best_differences([j for j in judgements if j.verdict != "agreement"], agreed)
    facts = [
        *_value_facts(claims, agreed, [j for j in differing if j.kind != "stage"]),
        *_stage_facts(claims, agreed, [j for j in differing if j.kind == "stage"]),
        *_date_facts(claims, agreed),
    ]
    told = {claim.id for fact in facts for side in fact.sides for claim in side}
    facts += [Fact("uncorroborated", None, ((claim,),), ()) for claim in claims if claim.id not in told]
    return _with_ids([_finding(fact, origins) for fact in facts])


def best_differences(differing: Sequence[Judgement], agreed: Sequence[Judgement]) -> list[Judgement]:
    """The differences that are each other's best candidate between two articles.

    A claim that agrees with one claim of an article does not differ from another claim of it: the article
    speaks of two facts. Stages are spared: what was ordered agrees and is still not what was delivered.
    """
    settled = {(a.id, b.doc) for j in agreed for a, b in ((j.link.a, j.link.b), (j.link.b, j.link.a))}
    best: dict[tuple[str, str, bool], Judgement] = {}
    open_cases = []
    for judgement in differing:
        a, b = judgement.link.a, judgement.link.b
        is_stage = judgement.kind == "stage"
        if not is_stage and (a.doc == b.doc or (a.id, b.doc) in settled or (b.id, a.doc) in settled):
            continue
        open_cases.append(judgement)
        for key in ((a.id, b.doc, is_stage), (b.id, a.doc, is_stage)):
            if key not in best or judgement.points > best[key].points:
                best[key] = judgement
    return [
        j
        for j in open_cases
        if best[j.link.a.id, j.link.b.doc, j.kind == "stage"] is j
        and best[j.link.b.id, j.link.a.doc, j.kind == "stage"] is j
    ]


def _value_facts(
    claims: Sequence[Claim], agreed: Sequence[Judgement], differing: Sequence[Judgement]
) -> list[Fact]:
    groups = _Groups(claim.id for claim in claims)
    for judgement in (*agreed, *differing):
        groups.join(judgement.link.a.id, judgement.link.b.id)
    members: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        members[groups.find(claim.id)].append(claim)
    held: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in (*differing, *agreed):
        held[groups.find(judgement.link.a.id)].append(judgement)
    facts: list[Fact] = []
    for root, group in members.items():
        if len(group) > 1:
            facts += _facts_of_group(group, held[root])
    return facts


def _facts_of_group(group: Sequence[Claim], judgements: Sequence[Judgement]) -> list[Fact]:
    sides = split_sides(group)
    worst = min(judgements, key=lambda j: _RANK.index(j.verdict))
    if worst.verdict != "agreement":
        return [Fact(worst.verdict, worst.kind, sides, tuple(judgements))]
    facts = []
    for side in sides:
        inside = {claim.id for claim in side}
        if len({claim.doc for claim in side}) > 1:
            held = tuple(j for j in judgements if {j.link.a.id, j.link.b.id} <= inside)
            facts.append(Fact("agreement", worst.kind, (side,), held))
    return facts


def split_sides(group: Sequence[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """The claims of one fact by side: within a side all agree. The side with most articles comes first."""
    sides: list[list[Claim]] = []
    for claim in sorted(group, key=_value_order):
        for side in sides:
            if all(_agree(claim, other) for other in side):
                side.append(claim)
                break
        else:
            sides.append([claim])
    ordered = sorted(sides, key=lambda side: (-len({claim.doc for claim in side}), _value_order(side[0])))
    return tuple(tuple(sorted(side, key=lambda claim: (claim.doc, claim.start))) for side in ordered)


def _agree(a: Claim, b: Claim) -> bool:
    if a.kind == "date":
        return match_when(a.when, b.when).outcome != "other"
    return a.unit == b.unit and relation(a, b) != "different"


def _value_order(claim: Claim) -> tuple[Decimal, Decimal, str, str, int]:
    if claim.kind == "date":
        first = claim.when.first if claim.when else None
        day = Decimal(first.toordinal() if first else 0)
        return (day, day, claim.unit, claim.doc, claim.start)
    reach = claim_meant(claim)
    return (reach.low, reach.high, claim.unit, claim.doc, claim.start)


def _stage_facts(
    claims: Sequence[Claim], agreed: Sequence[Judgement], stages: Sequence[Judgement]
) -> list[Fact]:
    """One fact for each pair of agreed numbers that stand at two stages of one course."""
    groups = _Groups(claim.id for claim in claims)
    for judgement in agreed:
        groups.join(judgement.link.a.id, judgement.link.b.id)
    members: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        members[groups.find(claim.id)].append(claim)
    pairs: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for judgement in stages:
        first, second = sorted((groups.find(judgement.link.a.id), groups.find(judgement.link.b.id)))
        pairs[first, second].append(judgement)
    return [
        Fact("discrepancy", "stage", (tuple(members[first]), tuple(members[second])), tuple(held))
        for (first, second), held in pairs.items()
    ]


def _date_facts(claims: Sequence[Claim], agreed: Sequence[Judgement]) -> list[Fact]:
    """Where a number agrees and the event happens once, the times told with it are compared."""
    dated: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "date" and claim.when:
            dated[claim.doc, claim.when.value].append(claim)
    facts = []
    for judgement in agreed:
        a, b = judgement.link.a, judgement.link.b
        if a.kind == "date" or judgement.link.outcome("when") != "other" or a.doc == b.doc:
            continue
        mine, theirs = _date_claim(a, dated), _date_claim(b, dated)
        if mine and theirs:
            facts.append(Fact("discrepancy", "date", ((mine,), (theirs,)), (judgement,)))
    return _without_repeats(facts)


def _date_claim(claim: Claim, dated: Mapping[tuple[str, str], Sequence[Claim]]) -> Claim | None:
    """The date claim that gives `claim` its time: the nearest one with that value in the article."""
    if claim.when is None:
        return None
    candidates = dated.get((claim.doc, claim.when.value), ())
    return min(candidates, key=lambda other: (abs(other.start - claim.start), other.start), default=None)


def _without_repeats(facts: Sequence[Fact]) -> list[Fact]:
    seen: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        seen.setdefault(tuple(claim.id for side in fact.sides for claim in side), fact)
    return list(seen.values())


def _finding(fact: Fact, origins: Mapping[str, str]) -> Finding:
    evidence = tuple(
        Evidence(
            claim=claim,
            value=value_words(claim),
            unit=claim.unit if claim.kind != "date" else None,
            side=side,
        )
        for side, members in enumerate(fact.sides)
        for claim in members
    )
    reasons = dict.fromkeys(
        reason for judgement in fact.judgements for reason in (judgement.reason, *_link_reasons(judgement))
    )
    return Finding(
        id="",
        verdict=fact.verdict,
        kind=fact.kind,
        severity=_severity(fact.verdict),
        confidence=_confidence(fact),
        summary=summary_of(fact.verdict, fact.kind, fact.sides),
        reasons=tuple(reasons),
        independent_sources=len({origins.get(item.claim.doc, item.claim.doc) for item in evidence}),
        claims=evidence,
    )


def _link_reasons(judgement: Judgement) -> list[str]:
    return [
        match.reason for match in judgement.link.slots.values() if match.outcome in ("same", "close", "other")
    ]


def _severity(verdict: Verdict) -> Severity:
    return "warning" if verdict in ("discrepancy", "review") else "note"


def _confidence(fact: Fact) -> Decimal:
    """The weakest needed link's points on a logistic curve; an uncorroborated claim is what it says."""
    if not fact.judgements:
        return Decimal(1)
    points = max(
        judgement.points
        for judgement in fact.judgements
        if judgement.verdict == fact.verdict or fact.kind == "date"
    )
    return Decimal(f"{1 / (1 + math.exp(2.0 - points / 2)):.2f}")


def _with_ids(findings: Sequence[Finding]) -> list[Finding]:
    """Findings in their final order, each with an id made of what it says, never of where it stands."""
    from dataclasses import replace

    ordered = sorted(findings, key=_finding_order)
    used: dict[str, int] = defaultdict(int)
    result = []
    for finding in ordered:
        content = "\x1f".join(
            (
                finding.verdict,
                finding.kind or "",
                *sorted(
                    "\x1e".join(
                        (item.claim.doc, item.claim.text.casefold(), item.value or "", fact_words(item.claim))
                    )
                    for item in finding.claims
                ),
            )
        )
        digest = hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=_ID_BYTES).hexdigest()
        used[digest] += 1
        name = digest if used[digest] == 1 else f"{digest}-{used[digest]}"
        result.append(replace(finding, id=name))
    return result


def _finding_order(finding: Finding) -> tuple[int, Decimal, str, str, int]:
    order = (*_RANK, "uncorroborated").index(finding.verdict)
    first = finding.claims[0].claim
    return (order, -finding.confidence, finding.kind or "", first.doc, first.start)
