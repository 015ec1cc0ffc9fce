"""Score find_dates on the gold sentences: python -m benchmarks.accuracy_dates [--errors] [--update]

strict    mentions whose span is that of a gold mention; recall of the gold, precision of what was found
relaxed   mentions that share a character with a gold mention
value     of the relaxed pairs, those with the same TIMEX3 value; kind and days (first and last) likewise
domain    sentences of a domain with nothing wrong in them
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.pins import Pins, bench_parser, fallen
from claims import find_dates
from claims.model import DateMention

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "dates.jsonl"
PINS = Pins("dates")
Figures = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A few words of news as a newsroom might print them, and every date in them."""

    domain: str
    published: date | None
    text: str
    dates: tuple[DateMention, ...]


def load_sentences(path: Path = GOLD) -> list[Sentence]:
    """The gold sentences in the order of the file."""
    return [_sentence(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _sentence(line: str) -> Sentence:
    row = json.loads(line)
    dates = [
        {**mention, "first": _day(mention["first"]), "last": _day(mention["last"])}
        for mention in row["dates"]
    ]
    return Sentence(
        domain=row["domain"],
        published=_day(row["published"]),
        text=row["text"],
        dates=tuple(DateMention(**mention) for mention in dates),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def pair(
    found: Sequence[DateMention], gold: Sequence[DateMention]
) -> Iterator[tuple[DateMention, DateMention]]:
    """One-to-one matches of mentions that overlap, equal spans first."""
    overlaps = [
        (
            (mine.start, mine.end) != (true.start, true.end),
            -min(mine.end, true.end) + max(mine.start, true.start),
            i,
            j,
        )
        for i, mine in enumerate(found)
        for j, true in enumerate(gold)
        if mine.start < true.end and true.start < mine.end
    ]
    seen_found: set[int] = set()
    seen_gold: set[int] = set()
    for _, _, i, j in sorted(overlaps):
        if i not in seen_found and j not in seen_gold:
            seen_found.add(i)
            seen_gold.add(j)
            yield found[i], gold[j]


def score(sentences: Sequence[Sentence]) -> tuple[Figures, list[tuple[Sentence, list[DateMention]]]]:
    """The figures, as (right, of how many), and the sentences with something wrong, with what was found."""
    count: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    wrong = []
    for sentence in sentences:
        found = find_dates(sentence.text, sentence.published)
        pairs = list(pair(found, sentence.dates))
        count.update(found=len(found), gold=len(sentence.dates), relaxed=len(pairs))
        for mine, true in pairs:
            count["strict"] += (mine.start, mine.end) == (true.start, true.end)
            count["value"] += mine.value == true.value
            count["kind"] += mine.kind == true.kind
            count["days"] += (mine.first, mine.last) == (true.first, true.last)
        is_right = found == list(sentence.dates)
        count[f"domain {sentence.domain}"] += is_right
        whole[f"domain {sentence.domain}"] += 1
        if not is_right:
            wrong.append((sentence, found))
    figures = {
        f"{span} {side}": (count[span], count["gold" if side == "recall" else "found"])
        for span in ("strict", "relaxed")
        for side in ("recall", "precision")
    }
    figures |= {name: (count[name], count["relaxed"]) for name in ("value", "kind", "days")}
    return figures | {name: (count[name], whole[name]) for name in sorted(whole)}, wrong


def f1(figures: Figures, span: str) -> float:
    """The F1 of a span level, in percent."""
    right, gold = figures[f"{span} recall"]
    return 200 * right / (gold + figures[f"{span} precision"][1])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores and what was gained and lost against the pins; 1 if a pinned score has fallen."""
    options = bench_parser(__doc__).parse_args(arguments)
    digest = hashlib.sha256(GOLD.read_bytes()).hexdigest()
    figures, wrong = score(load_sentences())
    relaxed, (right, pairs) = f1(figures, "relaxed"), figures["value"]
    value = relaxed * right / pairs
    print(f"strict F1 {f1(figures, 'strict'):.1f}, relaxed F1 {relaxed:.1f}, value F1 {value:.1f}")
    pinned = PINS.read()[1]
    for name, (good, of) in figures.items():
        change = good - pinned.get(name, (good, of))[0]
        print(f"{name:22} {good:4} of {of:4}" + (f"  {change:+d}" if change else ""))
    for sentence, found in wrong if options.errors else ():
        print(f"\n{sentence.published} {sentence.text}")
        for title, mentions in (("gold", sentence.dates), ("found", found)):
            print(f"  {title:5}", [(d.text, d.value, d.kind, str(d.first), str(d.last)) for d in mentions])
    if options.update:
        PINS.write(digest, figures)
        return 0
    return fallen(PINS, digest, figures)


if __name__ == "__main__":
    sys.exit(main())
