"""Score factcheck on the gold clusters: python -m benchmarks.clusters [--errors] [--only NAME] [--update]

recall      facts found of those in the gold; a fact counts once however many articles tell it
judged      pairs that are right, of those that the gold can judge
strict      pairs that are right, of all that were reported
confidence  reported findings by their confidence, with the share that is right among those judged
ordinary    one report from each cluster, all of other events: what is reported there is a false alarm
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from benchmarks.gold import VERDICTS, Cluster, GoldFinding, digest_of, load_clusters
from benchmarks.pins import Pins, bench_parser, fallen
from benchmarks.scoring import Judged, Score, score_cluster
from claims import extract_claims
from corpus import Article
from factcheck import compare
from factcheck.model import Finding

SEED = 20  # of the ordinary day
PINS = Pins("clusters")
__all__ = ["load_clusters", "measure", "run", "score_all"]


def run(articles: Sequence[Article]) -> list[Finding]:
    """What factcheck reports on `articles`."""
    claims = [claim for article in articles for claim in extract_claims(article)]
    return list(compare(claims, articles=articles))


def score_all(clusters: Iterable[Cluster]) -> list[Score]:
    """Every cluster by itself."""
    return [score_cluster(cluster, run(cluster.articles)) for cluster in clusters]


def ordinary_day(clusters: Iterable[Cluster], seed: int = SEED) -> list[Article]:
    """One report from each cluster, none that contradicts itself, in an order that `seed` fixes."""
    rng = random.Random(seed)
    picked = []
    for cluster in clusters:
        odd = {
            gold.claims[0][0].doc
            for gold in cluster.findings
            if gold.kind == "arithmetic" or is_internal(gold)
        }
        picked.append(rng.choice([article for article in cluster.articles if article.id not in odd]))
    rng.shuffle(picked)
    return picked


def is_internal(gold: GoldFinding) -> bool:
    """Whether all claims of a gold finding stand in one report."""
    return len({mention.doc for mention, _ in gold.claims}) == 1


def measure(scores: Sequence[Score]) -> dict[str, tuple[int, int]]:
    """Every figure that is printed and pinned, as (good, all)."""
    figures: dict[str, tuple[int, int]] = {}
    facts = [(fact, fact in score.found) for score in scores for fact in score.facts()]
    pairs = [pair for score in scores for pair in score.pairs]
    verdict: str
    for verdict in VERDICTS:
        figures[f"{verdict} recall"] = share(found for fact, found in facts if fact.verdict == verdict)
        said = Counter(pair.outcome for pair in pairs if pair.verdict == verdict)
        known = said.total() - said["unjudged"] - said["soft"]
        figures[f"{verdict} judged"] = (said["right"], known)
        figures[f"{verdict} strict"] = (said["right"], said.total() - said["soft"])
    for verdict, kind in sorted({(fact.verdict, fact.gold.kind) for fact, _ in facts}):
        found = (found for fact, found in facts if (fact.verdict, fact.gold.kind) == (verdict, kind))
        figures[f"found {verdict} {kind}"] = share(found)
    for how in sorted({how for fact, _ in facts for how in fact.gold.how}):
        figures[f"how {how}"] = share(found for fact, found in facts if how in fact.gold.how)
    for reason in sorted({trap.reason for score in scores for trap in score.cluster.traps}):
        hit = [
            trap in score.trapped for score in scores for trap in score.cluster.traps if trap.reason == reason
        ]
        figures[f"trap {reason}"] = (sum(hit), len(hit))
    figures["traps hit"] = (
        sum(len(score.trapped) for score in scores),
        sum(len(s.cluster.traps) for s in scores),
    )
    figures["independent sources"] = share(sources_right(scores))
    return figures


def is_pinned(name: str) -> bool:
    """Whether a figure is pinned: those of a kind, a reason or a difficulty are too small to be."""
    return not name.startswith(("found ", "how ", "trap "))


def share(hits: Iterable[bool]) -> tuple[int, int]:
    """How many are true, and how many there are."""
    seen = list(hits)
    return sum(seen), len(seen)


def sources_right(scores: Iterable[Score]) -> Iterator[bool]:
    """For each found fact whose number of independent sources is known: whether it was reported so."""
    for score in scores:
        for fact in score.found:
            if fact.gold.independent is None or fact.verdict != fact.gold.verdict:
                continue
            members = {(mention.doc, mention.start) for mention, _ in fact.gold.claims}
            told = [
                pair.finding.independent_sources
                for pair in score.pairs
                if pair.outcome == "right"
                and any(
                    doc == pair.a.claim.doc and pair.a.claim.start <= start < pair.a.claim.end
                    for doc, start in members
                )
            ]
            yield fact.gold.independent in told


def calibration(scores: Iterable[Score]) -> list[tuple[str, int, int, int]]:
    """(decile of confidence, right, wrong, unjudged) over findings; right is a finding with no wrong pair."""
    rows: dict[int, Counter[str]] = defaultdict(Counter)
    for score in scores:
        for finding in {id(pair.finding): pair.finding for pair in score.pairs}.values():
            said = score.outcomes(finding)
            bad = said["wrong"] + said["trap"] + said["apart"]
            worth = "wrong" if bad else "right" if said["right"] else "unjudged"
            rows[min(9, int(finding.confidence * Decimal(10)))][worth] += 1
    return [
        (f"{decile / 10:.1f}-{(decile + 1) / 10:.1f}", said["right"], said["wrong"], said["unjudged"])
        for decile, said in sorted(rows.items())
    ]


def alarms_of(clusters: Sequence[Cluster], seed: int = SEED) -> list[Finding]:
    """What is reported on an ordinary day that is more than a note; every one of it is false."""
    return [finding for finding in run(ordinary_day(clusters, seed)) if finding.severity != "note"]


def figures_of(clusters: Sequence[Cluster], scores: Sequence[Score] = ()) -> dict[str, tuple[int, int]]:
    """All figures of the bench, the ordinary day included."""
    figures = measure(scores or score_all(clusters))
    alarms = Counter(finding.severity for finding in alarms_of(clusters))
    for severity in ("error", "warning"):
        figures[f"ordinary day {severity}s"] = (alarms[severity], len(clusters))
    return figures


def print_figures(figures: dict[str, tuple[int, int]]) -> None:
    """All figures, one a line."""
    for name, (good, whole) in figures.items():
        print(f"{name:<34} {good:>5} / {whole:<5} {good / whole if whole else 0:.3f}")


def print_errors(scores: Iterable[Score]) -> None:
    """Every fact that was missed and every pair that is not right, with the words."""
    for score in scores:
        for fact in score.facts():
            if fact not in score.found:
                gold = fact.gold
                print(
                    f"{score.cluster.name}: MISSED {fact.verdict} {gold.kind}: {gold.fact}: {quotes_of(gold)}"
                )
        for pair in score.pairs:
            if pair.outcome in ("wrong", "trap", "apart", "unjudged"):
                said = f"{pair.outcome.upper()} {pair.verdict} {pair.finding.kind}"
                print(f"{score.cluster.name}: {said}: {words_of(pair)}")


def print_alarms(findings: Iterable[Finding]) -> None:
    """Every alarm of the ordinary day."""
    for finding in findings:
        words = " | ".join(f"{e.claim.doc} {e.claim.text!r}" for e in finding.claims)
        print(f"ordinary day: {finding.severity.upper()} {finding.verdict} {finding.kind}: {words}")


def quotes_of(gold: GoldFinding) -> str:
    """The mentions of a fact, short."""
    return ", ".join(f"{mention.doc.rpartition('.')[2]} {mention.text!r}" for mention, _ in gold.claims)


def words_of(pair: Judged) -> str:
    """The claims of a pair, short."""
    return " | ".join(
        f"{e.claim.doc.rpartition('.')[2]} {e.claim.text!r} in {e.claim.sentence[:90]!r}"
        for e in (pair.a, pair.b)
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 if a pinned figure has fallen."""
    parser = bench_parser(__doc__)
    parser.add_argument("--only", metavar="NAME", help="only clusters whose name holds NAME")
    options = parser.parse_args(arguments)
    clusters = [cluster for cluster in load_clusters() if (options.only or "") in cluster.name]
    scores = score_all(clusters)
    figures = figures_of(clusters, scores)
    if options.errors:
        print_errors(scores)
        print_alarms(alarms_of(clusters))
    print_figures(figures)
    for decile, right, wrong, unjudged in calibration(scores):
        rate = right / (right + wrong) if right + wrong else 0
        print(f"confidence {decile}: right {right}, wrong {wrong}, unjudged {unjudged}: {rate:.2f}")
    if options.update:
        PINS.write(digest_of(), {name: figure for name, figure in figures.items() if is_pinned(name)})
    return 0 if options.only else fallen(PINS, digest_of(), figures)


if __name__ == "__main__":
    sys.exit(main())
