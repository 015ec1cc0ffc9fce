"""Write factcheck/linking/news_words.toml: python -m benchmarks.generate_news_words

In how many events of the gold clusters each word occurs, without inflection: what many have says little.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path
from textwrap import fill

import factcheck
from benchmarks.gold import load_clusters
from claims import extract_claims

PATH = Path(factcheck.__file__).parent / "linking" / "news_words.toml"
FEWEST = 3  # events that a word must occur in to be listed
HEAD = """\
# Written by benchmarks/generate_news_words.py from tests/gold/clusters: words of the news, without
# inflection, by the number of events, of {events}, in which they occur. A word that is not listed is rare.
"""


def main() -> int:
    clusters = load_clusters()
    counts: Counter[str] = Counter()
    for cluster in clusters:
        claims = [claim for article in cluster.articles for claim in extract_claims(article)]
        counts.update(frozenset[str]().union(*(claim.context for claim in claims)))
    listed: dict[int, list[str]] = defaultdict(list)
    for word, count in sorted(counts.items()):
        if count >= FEWEST:
            listed[count].append(word)
    rows = [
        f'{count} = """\n{fill(" ".join(words), 110, break_on_hyphens=False)}\n"""\n'
        for count, words in sorted(listed.items())
    ]
    text = HEAD.format(events=len(clusters)) + f"\nevents = {len(clusters)}\n\n[words]\n" + "".join(rows)
    PATH.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
