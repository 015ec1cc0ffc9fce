"""What is told of articles in another house style: python -m benchmarks.restyled [--errors] [--style NAME]

One article of a story after the other is written in other units, with numbers in words, with dates the other
way round (benchmarks/styles.py); it says the same. The stories are the bundled example and the gold clusters.

changed ...    articles with which other facts are told, of those that the style changes
lost ...       facts of the gold that are told no more then, of those that are told of the stories as they are
agree ...      new agreements that the gold denies
denied ...     new differences that the gold denies
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.altered import Altered, Articles
from benchmarks.changes import led_back, rewritten
from benchmarks.clusters import print_figures
from benchmarks.gold import Cluster, load_clusters
from benchmarks.relations import Held, changed_between, held, stories
from benchmarks.scoring import score_cluster
from benchmarks.styles import STYLES, Style
from factcheck.crosscheck import cross_check
from factcheck.model import Report


def restyled(articles: Articles, style: Style) -> Iterator[Altered]:
    """The story with one of its articles in another style, for each article that this changes."""
    for number, article in enumerate(articles):
        changes = sorted(style(article.text))
        if changes:
            other = replace(article, text=rewritten(article.text, changes))
            yield Altered((*articles[:number], other, *articles[number + 1 :]), led_back(article.id, changes))


@dataclass(frozen=True, slots=True)
class Story:
    """Articles, what is told of them, and the gold, which the example has not."""

    name: str
    articles: Articles
    told: Report
    cluster: Cluster | None

    @classmethod
    def of(cls, articles: Articles, cluster: Cluster | None) -> Story:
        """The story of some articles as it is told."""
        return cls(cluster.name if cluster else "serbia", articles, cross_check(articles), cluster)


def count(story: Story, style: str) -> tuple[Counter[str], list[str]]:
    """What is told otherwise of one article after the other in a style, and a line for each such thing."""
    counts: Counter[str] = Counter()
    notes: list[str] = []
    for altered in restyled(story.articles, STYLES[style]):
        now = cross_check(altered.articles)
        changed = changed_between(story.told, now, altered.back)
        counts["articles"] += 1
        counts["changed"] += bool(changed.lost or changed.new)
        notes += [f"no more {fact}" for fact in sorted(map(str, changed.lost))]
        notes += [f"new {fact}" for fact in sorted(map(str, changed.new))]
        if story.cluster:
            score = score_cluster(story.cluster, story.told.findings)
            against = held(story.cluster, score, now.findings, altered.back)
            counts += _counted(against)
            notes += _told(against)
    return counts, [f"{style}: {story.name}: {note}" for note in notes]


def _counted(against: Held) -> Counter[str]:
    return Counter(
        {
            "told": against.told,
            "lost": len(against.lost),
            "agreements": len(against.agree),
            "agree": len(against.disagree()),
            "differences": len(against.differ),
            "denied": len(against.denied()),
        }
    )


def _told(against: Held) -> Iterator[str]:
    for fact in sorted(against.lost, key=lambda fact: fact.gold.fact):
        yield f"lost {fact.verdict} of {fact.gold.fact!r}"
    for word, pairs in (("agree", against.agree), ("differ", against.differ)):
        for pair in pairs:
            a, b = pair.a.claim, pair.b.claim
            yield f"{word} now, {pair.outcome}: {a.text!r} of {a.doc}, {b.text!r} of {b.doc}"


def figures_of(named: str = "", style: str = "") -> tuple[dict[str, tuple[int, int]], list[str]]:
    """All figures of stories and styles whose names hold these words, and a line for each change."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in STYLES if style in name}
    notes: list[str] = []
    clusters = {cluster.name: cluster for cluster in load_clusters()}
    for name, articles in stories().items():
        if named not in name:
            continue
        story = Story.of(articles, clusters.get(name))
        for own in counts:
            more, lines = count(story, own)
            counts[own] += more
            notes += lines
    of = {"changed": "articles", "lost": "told", "agree": "agreements", "denied": "differences"}
    figures = {
        f"{what} {name}": (own[what], own[all_of])
        for what, all_of in of.items()
        for name, own in counts.items()
    }
    return figures, notes


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true", help="list what changed")
    parser.add_argument("--only", metavar="NAME", default="", help="only stories whose name holds NAME")
    parser.add_argument("--style", metavar="NAME", default="", help="only styles whose name holds NAME")
    options = parser.parse_args(arguments)
    figures, notes = figures_of(options.only, options.style)
    for note in notes if options.errors else ():
        print(note)
    print_figures(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
