"""Plant errors in the second of two reports: python -m benchmarks.planter [--seed N] [--errors] [--update]

Of the facts on which the gold says that two reports of a cluster agree, some are falsified in the second
report, some are only written another way, the rest is left alone; so the truth about each is known.

planted             falsified facts that were reported as discrepancy or update, of all
alarms              reported discrepancies and updates that rest on a planted error or a real difference
rewritten, left     facts recognised as the same
false alarm ...     facts that are the same and were reported as different
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from random import Random
from typing import Literal

from benchmarks.clusters import print_figures, run
from benchmarks.edits import Edit, apply_edits, edits_of
from benchmarks.errors import ERRORS
from benchmarks.gold import Cluster, GoldFinding, Mention, digest_of, load_clusters
from benchmarks.mentions import is_limit, is_vague
from benchmarks.pins import Pins, bench_parser, fallen
from benchmarks.rewrite import REWRITES
from benchmarks.scoring import LONGEST, reported_pairs
from corpus import Article
from factcheck.model import Evidence, Finding

SEED = 7
ERRORS_EACH = 3  # facts falsified in one pair of reports
REWRITTEN_EACH = 3  # facts written another way
PLAIN = 0.3  # how often another value may come before a subtler error
LEAST = 4  # facts on which two reports must agree
FIRM = ("value", "magnitude", "unit", "weekday", "date", "clock")  # errors that contradict a rounding too
PINS = Pins("planter")
Role = Literal["planted", "rewritten", "left"]


@dataclass(frozen=True, slots=True)
class Fact:
    """What was done to one fact, and where it stands in the two reports."""

    role: Role
    how: str
    name: str
    first: tuple[Mention, ...]
    second: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """Two reports of one event, the second altered, with the truth.

    `differences` are those that the reports had before; `known` are all mentions that the gold knows, each
    with the names of its facts.
    """

    name: str
    domain: str
    articles: tuple[Article, Article]
    facts: tuple[Fact, ...]
    differences: tuple[tuple[Mention, Mention], ...]
    known: tuple[tuple[Mention, str], ...] = ()
    sums: tuple[tuple[Mention, ...], ...] = ()  # figures of one report that it denies itself


def plant_all(clusters: Iterable[Cluster], seed: int = SEED) -> list[Planted]:
    """Every two reports that agree on enough facts, altered as `seed` says."""
    return [
        plant(cluster, first, second, Random(f"{seed} {first.id} {second.id}"))
        for cluster in clusters
        for first, second in combinations(cluster.articles, 2)
        if len(list(shared_facts(cluster, first.id, second.id))) >= LEAST
    ]


def shared_facts(
    cluster: Cluster, first: str, second: str
) -> Iterator[tuple[GoldFinding, tuple[Mention, ...], tuple[Mention, ...]]]:
    """The facts on which the two reports agree, with their mentions; none twice, none that is worked out."""
    busy: set[Mention] = set()
    for gold in cluster.findings:
        if gold.verdict != "agreement" or gold.kind not in ("value", "date") or "derived" in gold.how:
            continue
        mentions = [mention for mention, _ in gold.claims]
        here = tuple(mention for mention in mentions if mention.doc == first)
        there = tuple(mention for mention in mentions if mention.doc == second)
        if here and there and not any(touch(mention, other) for mention in there for other in busy):
            busy.update(there)
            yield gold, here, there


def touch(a: Mention, b: Mention) -> bool:
    """Whether two mentions share characters."""
    return a.doc == b.doc and a.start < b.end and b.start < a.end


def plant(cluster: Cluster, first: Article, second: Article, rng: Random) -> Planted:
    """The two reports with errors and rewritings in the second."""
    shared = list(shared_facts(cluster, first.id, second.id))
    docs = {first.id, second.id}
    rng.shuffle(shared)
    done: Counter[Role] = Counter()
    edits: list[Edit] = []
    facts: list[Fact] = []
    for gold, here, there in shared:
        role, how, made = alter(gold, here, there, second, done, rng)
        done[role] += 1
        edits += made
        facts.append(Fact(role, how, gold.fact, here, there))
    text, moved = apply_edits(second, edits)
    return Planted(
        name=f"{first.id} / {second.id}",
        domain=cluster.domain,
        articles=(first, replace(second, text=text)),
        facts=tuple(replace(fact, second=tuple(moved(mention) for mention in fact.second)) for fact in facts),
        differences=tuple(
            (a, moved(b)) if b.doc == second.id else (moved(a), b)
            for gold in cluster.findings
            for a, b, verdict in gold.pairs()
            if verdict != "agreement" and {a.doc, b.doc} == {first.id, second.id}
        ),
        known=tuple(
            (moved(mention), name) for mention, name in known_mentions(cluster) if mention.doc in docs
        ),
        sums=tuple(
            tuple(moved(mention) if mention.doc == second.id else mention for mention, _ in gold.claims)
            for gold in cluster.findings
            if len({mention.doc for mention, _ in gold.claims}) == 1
        ),
    )


def known_mentions(cluster: Cluster) -> Iterator[tuple[Mention, str]]:
    """Every mention of the gold with a fact that it tells; what only looks alike is a fact of its own."""
    for gold in cluster.findings:
        if gold.kind not in ("arithmetic", "stage"):
            yield from ((mention, gold.fact) for mention, _ in gold.claims)
    for trap in cluster.traps:
        yield from ((mention, f"trap {mention.doc} {mention.start}") for mention in trap.mentions)


def alter(
    gold: GoldFinding,
    here: Sequence[Mention],
    there: Sequence[Mention],
    second: Article,
    done: Counter[Role],
    rng: Random,
) -> tuple[Role, str, list[Edit]]:
    """What is done to one fact: an error or other words, by turns, while there are too few of them.

    A fact that the second report tells in two forms is left alone: both would have to change alike.
    """
    if len({mention.text.casefold() for mention in there}) > 1:
        return "left", "", []
    turns: list[Role] = ["planted", "rewritten"]
    if done["planted"] > done["rewritten"]:
        turns.reverse()
    for role in turns:
        if role == "planted" and done[role] < ERRORS_EACH:
            made = falsify(gold.kind, here, there, rng)
        elif role == "rewritten" and done[role] < REWRITTEN_EACH:
            made = reword(gold.kind, there, second.published, rng)
        else:
            continue
        if made:
            how, new = made
            return role, how, edits_of(there, new, second)
    return "left", "", []


def falsify(
    kind: str, here: Sequence[Mention], there: Sequence[Mention], rng: Random
) -> tuple[str, list[str]] | None:
    """An error and the words for every mention in the second report, or None if none can be planted."""
    words = [mention.text for mention in (*here, *there)]
    if any(is_limit(text) for text in words):
        return None
    vague = any(is_vague(text) for text in words)
    for how in ordered_errors(kind, rng):
        state = rng.random()
        new = [ERRORS[kind][how](mention.text, Random(state)) for mention in there]
        made = [text for text in new if text]
        if len(made) == len(there) and (how in FIRM or not vague):
            return how, made
    return None


def reword(
    kind: str, there: Sequence[Mention], published: date | None, rng: Random
) -> tuple[str, list[str]] | None:
    """Other words for every mention in the second report, or None if there are none."""
    for how in shuffled(REWRITES[kind], rng):
        new = [REWRITES[kind][how](mention.text, published) for mention in there]
        made = [text for text in new if text]
        if len(made) == len(there):
            return how, made
    return None


def ordered_errors(kind: str, rng: Random) -> list[str]:
    """The errors of a kind in an order of chance; another value, which always can be planted, mostly last."""
    order = shuffled(ERRORS[kind], rng)
    return order if rng.random() < PLAIN else sorted(order, key=lambda how: how == "value")


def shuffled(names: Iterable[str], rng: Random) -> list[str]:
    """The names in an order of chance."""
    order = sorted(names)
    rng.shuffle(order)
    return order


# ---- scoring


def lies_over(evidence: Evidence, mentions: Iterable[Mention]) -> bool:
    """Whether a claim shares characters with one of the mentions."""
    claim = evidence.claim
    return claim.end - claim.start <= LONGEST and any(
        mention.doc == claim.doc and mention.start < claim.end and claim.start < mention.end
        for mention in mentions
    )


def is_on(a: Evidence, b: Evidence, first: Sequence[Mention], second: Sequence[Mention]) -> bool:
    """Whether a pair of claims speaks of a fact with these mentions."""
    return (lies_over(a, first) and lies_over(b, second)) or (lies_over(b, first) and lies_over(a, second))


def is_good(planted: Planted, finding: Finding, a: Evidence, b: Evidence) -> bool:
    """Whether an alarm rests on a planted error or on a difference that the reports really have."""
    wrong = [fact for fact in planted.facts if fact.role == "planted"]
    if len({evidence.claim.doc for evidence in finding.claims}) == 1:
        of_planted = any(lies_over(e, fact.second) for e in finding.claims for fact in wrong)
        return of_planted or any(is_sum(finding, figures) for figures in planted.sums)
    if any(is_on(a, b, fact.first, fact.second) for fact in wrong):
        return True
    return any(is_on(a, b, [x], [y]) for x, y in planted.differences)


def is_sum(finding: Finding, figures: Sequence[Mention]) -> bool:
    """Whether a finding on one report rests on two figures of a sum that the report really gets wrong."""
    return sum(any(lies_over(e, [figure]) for e in finding.claims) for figure in figures) >= 2


def score(planted: Planted, findings: Iterable[Finding]) -> tuple[Counter[tuple[str, ...]], list[str]]:
    """Counts by (what, "found" or "all", ...), and a line for each miss and each false alarm."""
    counts: Counter[tuple[str, ...]] = Counter()
    notes = []
    pairs = [(finding, *pair) for finding in findings for pair in reported_pairs(finding)]
    alarms = [(f, a, b) for f, a, b, verdict in pairs if verdict in ("discrepancy", "update")]
    good_findings = {id(f) for f, a, b in alarms if is_good(planted, f, a, b)}
    for finding, a, b in alarms:
        good = is_good(planted, finding, a, b)
        if not good and a.claim.doc == b.claim.doc and id(finding) in good_findings:
            continue  # a sound finding holds claims of one report on both sides: "28 of the 46"
        counts["alarms", "found"] += good
        counts["alarms", "all"] += 1
        if not good:
            notes.append(f"FALSE {finding.verdict} {finding.kind}: {a.claim.text!r} | {b.claim.text!r}")
    for fact in planted.facts:
        alarmed = any(
            f.kind not in ("arithmetic", "party") and is_on(a, b, fact.first, fact.second)
            for f, a, b in alarms
        )
        agreed = any(v == "agreement" and is_on(a, b, fact.first, fact.second) for _, a, b, v in pairs)
        found = alarmed if fact.role == "planted" else agreed
        for what in ((fact.role,), (fact.role, fact.how)):
            counts[*what, "found"] += found
            counts[*what, "all"] += 1
        if fact.role != "planted":
            counts[f"false alarm {fact.role}", "found"] += alarmed
            counts[f"false alarm {fact.role}", "all"] += 1
        if not found or (alarmed and fact.role != "planted"):
            words = " | ".join(repr(mention.text) for mention in (fact.first[0], fact.second[0]))
            notes.append(f"{'MISSED' if not found else 'ALARM'} {fact.role} {fact.how}: {fact.name}: {words}")
    return counts, [f"{planted.name}: {note}" for note in notes]


def figures_of(clusters: Iterable[Cluster], seed: int = SEED) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """All figures as (good, all), and the notes."""
    counts: Counter[tuple[str, ...]] = Counter()
    notes: list[str] = []
    for planted in plant_all(clusters, seed):
        more, told = score(planted, run(planted.articles))
        counts += more
        notes += told
    names = sorted({key[:-1] for key in counts})
    figures = {" ".join(name).strip(): (counts[*name, "found"], counts[*name, "all"]) for name in names}
    return figures, notes


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 if a pinned figure has fallen."""
    parser = bench_parser(__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", metavar="NAME", help="only clusters whose name holds NAME")
    options = parser.parse_args(arguments)
    clusters = [cluster for cluster in load_clusters() if (options.only or "") in cluster.name]
    figures, notes = figures_of(clusters, options.seed)
    for note in notes if options.errors else ():
        print(note)
    print_figures(figures)
    if options.update:
        PINS.write(digest_of(), {name: figures[name] for name in PINNED if name in figures})
    return 0 if options.only or options.seed != SEED else fallen(PINS, digest_of(), figures)


PINNED = ("planted", "alarms", "rewritten", "left", "false alarm rewritten", "false alarm left")

if __name__ == "__main__":
    sys.exit(main())
