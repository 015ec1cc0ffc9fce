"""Set the weights of linkage from the gold clusters: python -m benchmarks.fit [--folds]

Logistic regression with an L2 penalty, in two steps. First "alike": whether two claims are one fact, their
values left aside; "equal at first" for values that can be one. Then, with what the rivals of a pair tell,
"equal" and "different": the second learns from real and planted contradictions. --folds writes nothing: it
prints what weights from all other domains make of the pairs of each domain, by their chance.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import factcheck
from benchmarks.gold import load_clusters
from benchmarks.pairs import Case, cases_of
from benchmarks.regression import Example, fit
from factcheck.linking.features import of_equal
from factcheck.linking.link import (
    Tables,
    amounts_of,
    candidates_of,
    cannot_differ,
    chance_of,
    companies,
    points_of,
)

WEIGHTS = Path(factcheck.__file__).parent / "linking" / "weights.toml"
PENALTY = 0.6  # of one squared weight against one pair
FOLDS = 6  # each leaves out whole domains
Rows = dict[str, list[Example]]

# What each outcome of a slot is expected to weigh; pairs have to teach otherwise.
PRIORS = {
    "item same designation": 2.0,
    "item same variant": 1.5,
    "item same modifiers": 1.2,
    "item same head": 0.5,
    "item close type": 0.3,
    "item other": -1.0,
    "event same": 0.5,
    "event close kin": 0.2,
    "event other": -0.5,
    "parties same": 0.5,
    "parties other": -1.0,
    "when same": 0.5,
    "when close": 0.3,
    "when other": -0.7,
    "scope other": -0.7,
    "status other": -0.5,
}
SECOND_PRIORS = {"points": 3.0}  # the first points, as they are


def first_rows(cases: Iterable[Case]) -> Rows:
    """What teaches each pair's chance by itself."""
    rows: Rows = defaultdict(list)
    for case in cases:
        for labelled in (found for pairs in case.articles for found in pairs):
            pair = labelled.pair
            rows[f"{pair.slot} alike"].append(Example(pair.shared, labelled.is_one, labelled.weight))
            if pair.likened != "different":
                amounts = pair.shared | of_equal(pair.a, pair.b, pair.slots, pair.likened)
                rows[f"{pair.slot} equal at first"].append(Example(amounts, labelled.is_one, labelled.weight))
    return rows


def second_rows(cases: Iterable[Case], tables: Tables) -> Rows:
    """What teaches each pair's chance among its rivals."""
    rows: Rows = defaultdict(list)
    for case in cases:
        for pairs in case.articles:
            company = companies(candidates_of([found.pair for found in pairs], tables))
            for labelled, told in zip(pairs, company, strict=True):
                pair = labelled.pair
                amounts = amounts_of(pair, told)
                if pair.likened != "different":
                    rows[pair.asked].append(Example(amounts, labelled.is_one, labelled.weight))
                elif not cannot_differ(pair, case.likeness) and labelled.is_one == labelled.is_contradiction:
                    example = Example(amounts, labelled.is_contradiction, labelled.weight)
                    rows[pair.asked].append(example)
    return rows


def tables_of(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    """The weights for every question."""
    tables = {asked: fit(rows, PRIORS, PENALTY) for asked, rows in sorted(first_rows(cases).items())}
    second = second_rows(cases, tables)
    return tables | {asked: fit(rows, SECOND_PRIORS, PENALTY) for asked, rows in sorted(second.items())}


def folds_of(cases: Sequence[Case]) -> Iterator[tuple[list[Case], list[Case]]]:
    """The cases parted by domain: those to learn from, and those to be tried on."""
    domains = sorted({case.domain for case in cases})
    for fold in range(FOLDS):
        left_out = set(domains[fold::FOLDS])
        yield [c for c in cases if c.domain not in left_out], [c for c in cases if c.domain in left_out]


def held_out(cases: Sequence[Case]) -> Iterator[tuple[str, float, bool]]:
    """For every pair the question, the chance by weights from other domains, and the truth."""
    for learnt, tried in folds_of(cases):
        tables = tables_of(learnt)
        for asked, rows in second_rows(tried, tables).items():
            for row in rows:
                yield asked, chance_of(points_of(row.features, tables[asked])), row.is_right


def print_held_out(told: Iterable[tuple[str, float, bool]]) -> None:
    """By question and tenth of chance, how many pairs there are and how many are right."""
    counts: dict[str, Counter[tuple[int, bool]]] = defaultdict(Counter)
    for asked, chance, is_right in told:
        counts[asked][min(9, int(chance * 10)), is_right] += 1
    for asked, seen in sorted(counts.items()):
        for tenth in range(10):
            right, whole = seen[tenth, True], seen[tenth, True] + seen[tenth, False]
            share = f"{right / whole:.2f}" if whole else "   -"
            said = f"{tenth / 10:.1f}-{(tenth + 1) / 10:.1f}"
            print(f"{asked:16} said {said}: {right:5} of {whole:5} right = {share}")


def write(tables: Mapping[str, Mapping[str, float]]) -> str:
    lines = [
        "# How much each feature of two claims speaks for one fact, in logits: the sum gives the chance.",
        "# Written by `python -m benchmarks.fit` from tests/gold/clusters; see docs/architecture.md.",
    ]
    for asked, weights in sorted(tables.items()):
        lines += ["", f'["{asked}"]']
        lines += [f'"{name}" = {weight}' for name, weight in sorted(weights.items())]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", action="store_true", help="print what comes of domains left out")
    options = parser.parse_args(arguments)
    cases = list(cases_of(load_clusters()))
    if options.folds:
        print_held_out(held_out(cases))
    else:
        WEIGHTS.write_text(write(tables_of(cases)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
