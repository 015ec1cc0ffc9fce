"""What must not change what is told: python -m benchmarks.relations [--errors] [--only NAME]

Each relation alters the articles of a story so that the same facts are in them, and the facts that are told
are compared: verdict, kind, and which characters of which article stand on each side. The stories are the
bundled example and the gold clusters.

changed ...     stories of which other facts are told, of those that the relation applies to
alarms ...      stories with two places that were no discrepancy or update before, and are one now
denied torn     of the differences that are told of torn articles alone, those that the gold denies
kept torn       facts of the gold that are told of torn articles, of those that are told of the whole
both told       numbers and dates falsified alike in two reports that agreed on them, told as a difference
both inside     the same, told as what one report denies by itself: "seven of the four stolen works" is right
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from random import Random

import corpus
from benchmarks.altered import RELATIONS, Articles, Relation, as_it_is, torn
from benchmarks.changes import Place
from benchmarks.clusters import print_figures
from benchmarks.edits import apply_edits, edits_of
from benchmarks.errors import ERRORS
from benchmarks.gold import Cluster, Mention, load_clusters
from benchmarks.planter import is_on, lies_over, shared_facts
from benchmarks.scoring import Fact as GoldFact
from benchmarks.scoring import Judged, Score, reported_pairs, score_cluster
from corpus import Article, load_articles
from factcheck.crosscheck import cross_check
from factcheck.model import Evidence, Finding, Report

EXAMPLE = Path(corpus.__file__).parent / "examples" / "serbia"

ALARMS = ("discrepancy", "update")
DENIED = ("wrong", "trap", "apart")

Fact = tuple[str, str | None, frozenset[frozenset[Place]]]


def stories() -> dict[str, Articles]:
    """All stories by name: the bundled example and the gold clusters."""
    example = tuple(load_articles([str(EXAMPLE)]))
    return {"serbia": example} | {cluster.name: tuple(cluster.articles) for cluster in load_clusters()}


def facts_of(report: Report, back: Callable[[Place], Place]) -> set[Fact]:
    """The facts that are told, save what only one article says; `back` tells where its place was at first."""
    told = set()
    for finding in report.findings:
        sides = frozenset(
            frozenset(back((e.claim.doc, e.claim.start)) for e in finding.claims if e.side == side)
            for side in {e.side for e in finding.claims}
        )
        docs = {doc for side in sides for doc, _ in side}
        if len(docs) > 1 or finding.verdict not in ("agreement", "uncorroborated"):
            told.add((finding.verdict, "value" if finding.kind == "magnitude" else finding.kind, sides))
    return told


# ---- what came of them


@dataclass(frozen=True, slots=True)
class Changed:
    """The facts that are told no more, those that are new, and the new pairs of places that differ."""

    lost: frozenset[Fact]
    new: frozenset[Fact]
    alarms: frozenset[frozenset[Place]]


def changed_by(relation: Relation, articles: Articles, was: Report) -> Changed | None:
    """What a relation changes of the report `was` on `articles`; None where it does not apply."""
    altered = relation(articles)
    return changed_between(was, cross_check(altered.articles), altered.back) if altered else None


def changed_between(was: Report, now: Report, back: Callable[[Place], Place]) -> Changed:
    """What `now` tells otherwise than `was`; `back` tells where its places were at first."""
    before, after = facts_of(was, as_it_is), facts_of(now, back)
    return Changed(frozenset(before - after), frozenset(after - before), _alarmed(after) - _alarmed(before))


def _alarmed(facts: set[Fact]) -> frozenset[frozenset[Place]]:
    """The pairs of places that are told as a difference of two articles."""
    return frozenset(
        frozenset((a, b))
        for verdict, _, sides in facts
        if verdict in ALARMS
        for one, other in combinations(sides, 2)
        for a in one
        for b in other
        if a[0] != b[0]
    )


# ---- an altered story, against the gold


@dataclass(frozen=True, slots=True)
class Held:
    """What altering a story did to what the gold says of it."""

    told: int  # facts of the gold that were told of it as it was
    lost: frozenset[GoldFact]  # of these, those that are told no more
    agree: tuple[Judged, ...]  # pairs that are told to agree now, and were not
    differ: tuple[Judged, ...]  # pairs that are told to differ now, and did not

    def denied(self) -> list[Judged]:
        """Of the new differences those that are none."""
        return [pair for pair in self.differ if pair.outcome in DENIED]

    def disagree(self) -> list[Judged]:
        """Of the new agreements those that are none."""
        return [pair for pair in self.agree if pair.outcome in DENIED]


def halves_of(cluster: Cluster) -> Held | None:
    """The gold facts and the differences that are told of `cluster` with its first article torn."""
    altered = torn(tuple(cluster.articles))
    if altered is None:
        return None
    was = score_cluster(cluster, cross_check(cluster.articles).findings)
    return held(cluster, was, cross_check(altered.articles).findings, altered.back)


def held(cluster: Cluster, was: Score, found: Sequence[Finding], back: Callable[[Place], Place]) -> Held:
    """What is `found` in an altered cluster against its gold, and against what `was` told before."""
    now = score_cluster(cluster, [_led_back(finding, back) for finding in found])
    agree, differ = (_new_pairs(was, now, verdicts) for verdicts in (("agreement",), ALARMS))
    return Held(len(was.found), frozenset(was.found - now.found), tuple(agree), tuple(differ))


def _new_pairs(was: Score, now: Score, verdicts: Sequence[str]) -> list[Judged]:
    known = {_place_of(pair) for pair in was.pairs if pair.verdict in verdicts}
    return [pair for pair in now.pairs if pair.verdict in verdicts and _place_of(pair) not in known]


def _led_back(finding: Finding, back: Callable[[Place], Place]) -> Finding:
    """The finding with its claims where they stood at first."""
    return replace(finding, claims=tuple(_evidence_at_first(evidence, back) for evidence in finding.claims))


def _evidence_at_first(evidence: Evidence, back: Callable[[Place], Place]) -> Evidence:
    claim = evidence.claim
    doc, start = back((claim.doc, claim.start))
    end = max(start + 1, back((claim.doc, claim.end))[1])
    sentence_start = back((claim.doc, claim.sentence_start))[1]
    return replace(
        evidence, claim=replace(claim, doc=doc, start=start, end=end, sentence_start=sentence_start)
    )


def _place_of(pair: Judged) -> frozenset[Place]:
    return frozenset((evidence.claim.doc, evidence.claim.start) for evidence in (pair.a, pair.b))


# ---- the same error in two reports


@dataclass(frozen=True, slots=True)
class SameError:
    """Two reports that tell one thing in the same words, falsified alike, and where that stands in each."""

    how: str
    articles: Articles
    here: Sequence[Mention]
    there: Sequence[Mention]


def same_errors(cluster: Cluster) -> Iterator[tuple[SameError, SameError]]:
    """Two reports as they were and with the same error in both, for each error that can be planted."""
    for first, second in combinations(cluster.articles, 2):
        for gold, here, there in shared_facts(cluster, first.id, second.id):
            if len({mention.text.casefold() for mention in (*here, *there)}) > 1:
                continue
            for how, plant in ERRORS[gold.kind].items():
                new = plant(here[0].text, Random(1))
                if new:
                    one, other = _written(first, here, new), _written(second, there, new)
                    planted = SameError(how, (one[0], other[0]), one[1], other[1])
                    yield SameError(how, (first, second), here, there), planted


def _written(article: Article, mentions: Sequence[Mention], new: str) -> tuple[Article, list[Mention]]:
    text, moved = apply_edits(article, edits_of(mentions, [new] * len(mentions), article))
    return replace(article, text=text), [moved(mention) for mention in mentions]


def told_of(error: SameError, findings: Sequence[Finding]) -> tuple[int, int]:
    """How many findings hold its two reports against each other, and how many one of them against itself."""
    between = inside = 0
    mentions = (*error.here, *error.there)
    for finding in findings:
        if finding.verdict not in ALARMS:
            continue
        if len({evidence.claim.doc for evidence in finding.claims}) == 1:
            inside += any(lies_over(evidence, mentions) for evidence in finding.claims)
        else:
            between += any(
                verdict in ALARMS and is_on(a, b, error.here, error.there)
                for a, b, verdict in reported_pairs(finding)
            )
    return between, inside


def count_same_errors(clusters: Sequence[Cluster]) -> tuple[Counter[str], list[str]]:
    """How many errors were planted in both reports, told and told inside one, and a line for each told."""
    counts: Counter[str] = Counter()
    notes = []
    for cluster in clusters:
        known: dict[Articles, Sequence[Finding]] = {}
        for plain, planted in same_errors(cluster):
            if plain.articles not in known:
                known[plain.articles] = cross_check(plain.articles).findings
            before = told_of(plain, known[plain.articles])
            after = told_of(planted, cross_check(planted.articles).findings)
            counts["all"] += 1
            for what, was, now in zip(("told", "inside"), before, after, strict=True):
                if now > was:
                    counts[what] += 1
                    words = f"{plain.here[0].text!r} as {planted.here[0].text!r}"
                    notes.append(f"both {what}: {cluster.name}: {planted.how}: {words}")
    return counts, notes


def figures_of(only: str = "") -> tuple[dict[str, tuple[int, int]], list[str]]:
    """All figures, and a line for each story that changed."""
    counts: Counter[str] = Counter()
    notes = []
    for story, articles in stories().items():
        if only not in story:
            continue
        was = cross_check(articles)
        for name, relation in RELATIONS.items():
            changed = changed_by(relation, articles, was)
            if changed is None:
                continue
            counts[name] += 1
            counts[f"changed {name}"] += bool(changed.lost or changed.new)
            counts[f"alarms {name}"] += bool(changed.alarms)
            notes += [f"{name}: {story}: no more {fact}" for fact in sorted(map(str, changed.lost))]
            notes += [f"{name}: {story}: new {fact}" for fact in sorted(map(str, changed.new))]
    clusters = [cluster for cluster in load_clusters() if only in cluster.name]
    for halves in filter(None, map(halves_of, clusters)):
        counts["told"] += halves.told
        counts["kept"] += halves.told - len(halves.lost)
        counts["new"] += len(halves.differ)
        counts["denied"] += len(halves.denied())
        notes += [
            f"denied: {pair.a.claim.text!r} of {pair.a.claim.doc}, {pair.b.claim.text!r}"
            for pair in halves.denied()
        ]
    same, told = count_same_errors(clusters)
    figures = {
        f"{what} {name}": (counts[f"{what} {name}"], counts[name])
        for what in ("changed", "alarms")
        for name in RELATIONS
    }
    figures |= {
        "denied torn": (counts["denied"], counts["new"]),
        "kept torn": (counts["kept"], counts["told"]),
    }
    figures |= {f"both {what}": (same[what], same["all"]) for what in ("told", "inside")}
    return figures, notes + told


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="list what changed")
    parser.add_argument("--only", metavar="NAME", default="", help="only stories whose name holds NAME")
    options = parser.parse_args(arguments)
    figures, notes = figures_of(options.only)
    for note in notes if options.errors else ():
        print(note)
    print_figures(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
