"""Score find_quantities on the gold sentences: python -m benchmarks.accuracy_quantities [--errors] [--update]

Mentions meet where they share a character. Each level asks more than the one before it, noun and bound
apart from each other; recall is of the gold, precision of what was found.

value     the number, or both ends of the range
unit      and the unit
noun      value and unit, and the noun as written
bound     value and unit, and the bound with its ends
change    value and unit, and the direction
span      value and unit, and the same characters
domain    sentences of a domain with nothing wrong in them
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.pins import Pins, bench_parser, fallen
from claims import find_quantities
from claims.model import Quantity

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "quantities.jsonl"
PINS = Pins("quantities")
LEVELS = ("value", "unit", "noun", "bound", "change", "span")
Figures = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence as a newsroom might print it, and every quantity in it."""

    domain: str
    text: str
    quantities: tuple[Quantity, ...]


def load_sentences(path: Path = GOLD) -> list[Sentence]:
    """The gold sentences in the order of the file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Sentence(
            domain=row["domain"],
            text=row["text"],
            quantities=tuple(_quantity(row["text"], mention) for mention in row["quantities"]),
        )
        for row in rows
    ]


def _quantity(text: str, mention: dict[str, Any]) -> Quantity:
    numbers = {key: Decimal(mention[key]) if key in mention else None for key in ("value", "low", "high")}
    words = {key: mention[key] for key in ("bound", "unit", "noun", "change") if key in mention}
    start, end = mention["start"], mention["end"]
    return Quantity(start=start, end=end, text=text[start:end], **numbers, **words)


def pair(found: Sequence[Quantity], gold: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """One-to-one matches of mentions that share a character, in text order."""
    left = list(found)
    for true in gold:
        for mine in left:
            if mine.start < true.end and true.start < mine.end:
                left.remove(mine)
                yield mine, true
                break


def levels_met(mine: Quantity, true: Quantity) -> Iterator[str]:
    """The levels at which a found quantity is right."""
    if mine.value != true.value or (mine.value is None and (mine.low, mine.high) != (true.low, true.high)):
        return
    yield "value"
    if mine.unit != true.unit:
        return
    yield "unit"
    if mine.noun == true.noun:
        yield "noun"
    if (mine.bound, mine.low, mine.high) == (true.bound, true.low, true.high):
        yield "bound"
    if mine.change == true.change:
        yield "change"
    if (mine.start, mine.end) == (true.start, true.end):
        yield "span"


def score(sentences: Sequence[Sentence]) -> tuple[Figures, list[tuple[Sentence, list[Quantity]]]]:
    """The figures, as (right, of how many), and the sentences with something wrong, with what was found."""
    count: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    wrong = []
    for sentence in sentences:
        found = find_quantities(sentence.text)
        count.update(found=len(found), gold=len(sentence.quantities))
        for mine, true in pair(found, sentence.quantities):
            count.update(levels_met(mine, true))
        is_right = found == list(sentence.quantities)
        count[f"domain {sentence.domain}"] += is_right
        whole[f"domain {sentence.domain}"] += 1
        if not is_right:
            wrong.append((sentence, found))
    figures = {
        f"{level} {side}": (count[level], count["gold" if side == "recall" else "found"])
        for level in LEVELS
        for side in ("recall", "precision")
    }
    return figures | {name: (count[name], whole[name]) for name in sorted(whole)}, wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores and what was gained and lost against the pins; 1 if a pinned score has fallen."""
    options = bench_parser(__doc__).parse_args(arguments)
    digest = hashlib.sha256(GOLD.read_bytes()).hexdigest()
    figures, wrong = score(load_sentences())
    pinned = PINS.read()[1]
    for level in LEVELS:
        right, gold = figures[f"{level} recall"]
        found = figures[f"{level} precision"][1]
        change = right - pinned.get(f"{level} recall", (right, gold))[0]
        difference = f"  {change:+d}" if change else ""
        print(
            f"{level:7} F1 {200 * right / (gold + found):5.1f}  {right} of {gold}, {found} found{difference}"
        )
    for sentence, found_in in wrong if options.errors else ():
        print(f"\n{sentence.text}")
        for title, mentions in (("gold", sentence.quantities), ("found", found_in)):
            print(f"  {title:5}", "; ".join(map(_shown, mentions)))
    if options.update:
        PINS.write(digest, figures)
        return 0
    return fallen(PINS, digest, figures)


def _shown(quantity: Quantity) -> str:
    value = quantity.value if quantity.value is not None else f"{quantity.low}..{quantity.high}"
    return f"[{quantity.text}] {value} {quantity.unit} {quantity.bound} {quantity.change} | {quantity.noun}"


if __name__ == "__main__":
    sys.exit(main())
