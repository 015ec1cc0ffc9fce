"""Findings: judged pairs gathered into one finding a fact, with sides, summary and a stable id."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from claims.model import Claim
from claims.shared import number_of, shared
from factcheck.arithmetic import Miscount
from factcheck.gathering.disputes import disputes
from factcheck.gathering.grouping import ALL_COMPARED, Fact, agreeing_groups, differing_facts
from factcheck.gathering.moves import in_progress
from factcheck.gathering.reprints import Reprints, Sentences, reprints_among, with_reprints
from factcheck.gathering.sides import by_place, side_order, split_sides
from factcheck.judging.dates import ToldDates, differing_dates, join_pairs, sides_of, sound_differences
from factcheck.judging.judge import Judgement, on_the_number
from factcheck.judging.severity import severity_of
from factcheck.linking.nearby import Company
from factcheck.model import Evidence, Finding, FindingKind, Verdict
from factcheck.words.wording import fact_words, summary_of, value_words

_RANK: tuple[Verdict, ...] = ("discrepancy", "update", "review", "agreement")
RANKS: tuple[Verdict, ...] = (*_RANK, "uncorroborated")  # the order in which findings are told
Order = tuple[int, Decimal, str, str, int]

_ID_BYTES = 5
_TAKEN_FOR_GRANTED = ("scope", "status")  # slots that are told only where they differ
_CERTAIN = Decimal(1)
_CONFIDENCE_OF_SUMS = Decimal("0.9")  # the sums are exact; nine in ten are read as their sentence means them


@dataclass(frozen=True, slots=True)
class Told:
    """What one finding tells: its verdict, the claims by side, and the judgements that brought them there."""

    verdict: Verdict
    kind: FindingKind | None
    sides: tuple[tuple[Claim, ...], ...]
    judgements: tuple[Judgement, ...]
    title: str | None = None


def facts_told(
    claims: Sequence[Claim],
    judgements: Sequence[Judgement],
    origins: Mapping[str, str],
    told_dates: ToldDates,
    sentences: Sentences,
    miscounts: Sequence[Miscount] = (),
    copies: Mapping[str, Sequence[Claim]] = MappingProxyType({}),
    company: Company = ALL_COMPARED,
) -> list[Finding]:
    """The findings on `claims`, in no set order and without ids; `origins` names the voice of each article.

    `told_dates` and `sentences` are those of the articles of all `claims`. `miscounts` are what single
    articles state and their own figures deny; `copies` are the same claims of further articles, by the id of
    the claim that speaks for them. `company` is as for `agreeing_groups`.
    """
    reprints = reprints_among(judgements, sentences)
    copies = with_reprints(copies, reprints)
    claims = [claim for claim in claims if claim.id not in reprints.following]
    judgements = [j for j in judgements if reprints.following.isdisjoint((j.link.a.id, j.link.b.id))]
    disputed = [j for j in judgements if j.kind == "party" and j.link.a.doc != j.link.b.doc]
    agreed = [j for j in judgements if j.verdict == "agreement"] + list(map(on_the_number, disputed))
    stages = [j for j in judgements if j.kind == "stage"]
    differing = [
        j
        for j in sound_differences(judgements, told_dates)
        if j.verdict != "agreement" and j.kind not in ("party", "stage") and j.link.a.doc != j.link.b.doc
    ]
    groups = agreeing_groups(claims, agreed, company)
    facts = differing_facts(groups, differing, company, copies)
    differences = _each_once([_differing(fact) for fact in facts])
    verdicts = [
        *differences,
        *_agreements(groups, facts, agreed),
        *_stage_verdicts(groups, stages),
        *_party_verdicts(disputed),
        *_date_verdicts(agreed, told_dates, differences),
        *_sum_verdicts(miscounts),
    ]
    told = {claim.id for fact in verdicts for side in fact.sides for claim in side}
    verdicts += [
        _by_nobody_else(group, reprints) for group in groups if not any(claim.id in told for claim in group)
    ]
    complete = [fact for verdict in verdicts for fact in _with_copies(verdict, copies)]
    return [_finding(fact, origins) for fact in complete]


def alone(claim: Claim, origins: Mapping[str, str]) -> Finding:
    """The finding, without its id, that nobody else says what a claim does."""
    return _finding(Told("uncorroborated", None, ((claim,),), ()), origins)


def _by_nobody_else(group: Sequence[Claim], reprints: Reprints) -> Told:
    """What is told of claims that no other article tells, unless it has them in the same words."""
    agreed = tuple(reprints.agreed[claim.id] for claim in group if claim.id in reprints.agreed)
    if not agreed:
        return Told("uncorroborated", None, (tuple(group),), ())
    kind: FindingKind = "ordinal" if group[0].kind == "ordinal" else agreed[0].kind
    return Told("agreement", kind, (tuple(group),), agreed)


def _with_copies(fact: Told, copies: Mapping[str, Sequence[Claim]]) -> Iterator[Told]:
    """`fact` with the claims of further copies on their sides; what nobody else says, each says alone."""
    further = [[same for claim in side for same in copies.get(claim.id, ())] for side in fact.sides]
    if fact.judgements and any(further):
        sides = tuple(
            tuple(sorted((*side, *more), key=by_place))
            for side, more in zip(fact.sides, further, strict=True)
        )
        is_ordered = fact.kind in ("stage", "party")
        yield replace(fact, sides=sides if is_ordered else tuple(sorted(sides, key=side_order)))
        return
    yield fact
    if fact.verdict == "uncorroborated":
        yield from (replace(fact, sides=((same,),)) for more in further for same in more)


def _differing(fact: Fact) -> Told:
    held = sorted(in_progress(fact), key=lambda j: (_RANK.index(j.verdict), -j.chance))
    sides = tuple(sorted(fact.groups, key=side_order))
    if len(sides) > 2:  # groups that differ from a third one may agree with each other
        sides = split_sides([claim for side in sides for claim in side])
    return Told(held[0].verdict, held[0].kind, sides, tuple(held))


def _each_once(facts: Sequence[Told]) -> list[Told]:
    """`facts` without a difference of dates told twice, as in a headline and below it."""
    seen: dict[tuple[object, ...], Told] = {}
    for fact in sorted(facts, key=lambda fact: -max(j.chance for j in fact.judgements)):
        days = frozenset((claim.doc, value_words(claim)) for side in fact.sides for claim in side)
        key = (fact.verdict, days) if fact.kind == "date" else (id(fact),)
        seen.setdefault(key, fact)
    kept = {id(fact) for fact in seen.values()}
    return [fact for fact in facts if id(fact) in kept]


def _agreements(
    groups: Sequence[tuple[Claim, ...]], facts: Sequence[Fact], agreed: Sequence[Judgement]
) -> list[Told]:
    """The groups of claims from several articles that no difference tells of already."""
    differ = {claim.id for fact in facts for group in fact.groups for claim in group}
    held: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in agreed:
        held[judgement.link.a.id].append(judgement)
    told = []
    for group in groups:
        if group[0].id in differ:
            continue
        for side in split_sides(group):
            inside = {claim.id for claim in side}
            links = tuple(j for claim in side for j in held[claim.id] if j.link.b.id in inside)
            if len({claim.doc for claim in side}) > 1 and links:
                kind: FindingKind = "ordinal" if side[0].kind == "ordinal" else links[0].kind
                told.append(Told("agreement", kind, (side,), links))
    return told


def _stage_verdicts(groups: Sequence[tuple[Claim, ...]], stages: Sequence[Judgement]) -> list[Told]:
    """One verdict for each pair of agreed numbers that stand at two stages of one course.

    An article that tells both stages by itself is no discrepancy: another one has to tell one of them.
    """
    home = {claim.id: number for number, group in enumerate(groups) for claim in group}
    pairs: dict[tuple[int, int], list[Judgement]] = defaultdict(list)
    for judgement in stages:
        first, second = sorted((home[judgement.link.a.id], home[judgement.link.b.id]))
        pairs[first, second].append(judgement)
    return [
        Told("discrepancy", "stage", (groups[first], groups[second]), tuple(held))
        for (first, second), held in pairs.items()
        if len({claim.doc for claim in (*groups[first], *groups[second])}) > 1
    ]


def _party_verdicts(disputed: Sequence[Judgement]) -> list[Told]:
    """Where a number agrees and the texts name other parties: one verdict a deal."""
    return [
        Told("discrepancy", "party", tuple(sorted(sides, key=side_order)), tuple(held))
        for sides, held in disputes(disputed)
    ]


def _sum_verdicts(miscounts: Sequence[Miscount]) -> list[Told]:
    return [
        Told(
            "discrepancy",
            miscount.kind,
            tuple(side for side in (miscount.parts, (miscount.result,)) if side),
            (),
            miscount.reason,
        )
        for miscount in miscounts
    ]


def _date_verdicts(agreed: Sequence[Judgement], told: ToldDates, facts: Sequence[Told]) -> list[Told]:
    """Where a number agrees and the event happens once, the times told with it are compared."""
    found = []
    pairs = differing_dates(agreed, told)
    for joined in join_pairs(pairs, [fact.sides for fact in facts if fact.kind == "date"]):
        sides = sides_of(joined)
        title = summary_of("discrepancy", "date", sides, about=joined[0].judgement.link.a)
        found.append(Told("discrepancy", "date", sides, tuple(pair.judgement for pair in joined), title))
    return found


def _finding(fact: Told, origins: Mapping[str, str]) -> Finding:
    evidence = tuple(
        Evidence(
            claim=claim,
            value=shared(value_words(claim)),
            unit=claim.unit if claim.kind != "date" else None,
            side=side,
        )
        for side, members in enumerate(fact.sides)
        for claim in members
    )
    reasons = [fact.title] if fact.title and not fact.judgements else []
    for judgement in fact.judgements:
        reasons += [judgement.reason, *_link_reasons(judgement)]
    return Finding(
        id="",
        verdict=fact.verdict,
        kind=fact.kind,
        severity=severity_of(fact.verdict, fact.judgements),
        confidence=_confidence(fact),
        summary=fact.title or summary_of(fact.verdict, fact.kind, fact.sides),
        reasons=tuple(map(shared, dict.fromkeys(reasons))),
        independent_sources=len({origins.get(item.claim.doc, item.claim.doc) for item in evidence}),
        claims=evidence,
    )


def _link_reasons(judgement: Judgement) -> list[str]:
    """What speaks for the link, and what spoke against it and was outweighed."""
    reasons = []
    for match in judgement.link.slots.values():
        if match.outcome == "other":
            reasons.append(f"though {match.reason}")
        elif match.outcome in ("same", "close") and match.slot not in _TAKEN_FOR_GRANTED:
            reasons.append(match.reason)
    return [*reasons, *judgement.link.signs]


def _confidence(fact: Told) -> Decimal:
    """The chance of the best link behind the verdict; what needs no link is as sure as its reading."""
    if not fact.judgements:
        return _CONFIDENCE_OF_SUMS if fact.verdict == "discrepancy" else _CERTAIN
    chances = [
        judgement.chance
        for judgement in fact.judgements
        if judgement.verdict == fact.verdict or fact.kind == "date"
    ]
    return number_of(f"{max(chances):.2f}")


def with_ids(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings, given in their order, each with an id made of what it says, never of where it stands."""
    used: dict[str, int] = defaultdict(int)
    for finding in findings:
        name = fingerprint(finding)
        used[name] += 1
        yield replace(finding, id=numbered(name, used[name]))


def numbered(name: str, number: int) -> str:
    """The id of the first, the second ... finding of one fingerprint."""
    return name if number == 1 else f"{name}-{number}"


def fingerprint(finding: Finding) -> str:
    """A digest of what a finding says."""
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
    return hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=_ID_BYTES).hexdigest()


def finding_order(finding: Finding) -> Order:
    """The key by which findings are sorted: the worst and the surest first."""
    order = RANKS.index(finding.verdict)
    first = finding.claims[0].claim
    return (order, _least_first(finding.confidence), finding.kind or "", first.doc, first.start)


@lru_cache(maxsize=1 << 10)
def _least_first(confidence: Decimal) -> Decimal:
    """What sorts the surest first: one object for all that are as sure."""
    return -confidence
