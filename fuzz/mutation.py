"""Alter the code that reads and judges numbers, and see whether its tests notice.

    python -m fuzz.mutation [MODULE...] [--each N] [--seed N]

One thing in one function is altered at a time (`fuzz/mutants.py`). Some test that runs the altered line must
fail then; a mutant that all of them let live is printed. Which test runs which line is measured first. Each
mutant is tried in a process of its own, forked from one that has everything loaded. Of each module `--each`
mutants are drawn by lot, always the same ones; 0 tries all of them.
"""

import argparse
import importlib
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from coverage import Coverage

from fuzz.mutants import Mutant, count_mutants, mutant_of, put_in_place

ROOT = Path(__file__).parent.parent
SLOWEST = 20  # seconds; more for tests that take longer by themselves: an endless loop is noticed too
MEMORY = 6 << 30  # bytes, for a mutant that collects without end
FIRST = 30  # tests, the quickest: most mutants are noticed by these
READING = (
    "numbers", "number_words", "amounts", "ranges", "bounds", "units", "quantities", "ordinals",
)  # fmt: skip
JUDGING = (
    "judging.judge", "judging.times", "judging.dates", "judging.severity", "judging.articles",
    "linking.values", "linking.updates", "gathering.moves", "gathering.grouping", "gathering.findings",
    "gathering.disputes", "arithmetic.changes", "arithmetic.days", "arithmetic.parts", "arithmetic.passages",
    "arithmetic.products", "arithmetic.repeats", "arithmetic.shares",
)  # fmt: skip
READING_TESTS = tuple(
    f"tests/claims/test_{name}.py"
    for name in (
        "number_forms", "quantities", "quantities_lexicons", "ordinals", "elided", "money_items", "things",
        "standing", "wholes", "words",
    )
)  # fmt: skip
JUDGING_TESTS = tuple(
    f"tests/factcheck/test_{name}.py"
    for name in (
        "judge", "values", "times", "updates", "dates", "moves", "severity", "money_items", "arithmetic",
        "judgements", "gathering", "dating", "example_reports",
        "stages_and_parties", "example", "rivals", "draft", "assessment", "copies", "likeness",
    )
)  # fmt: skip
TESTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys((f"claims.{name}" for name in READING), READING_TESTS),
    **dict.fromkeys((f"factcheck.{name}" for name in JUDGING), JUDGING_TESTS),
}


@dataclass(frozen=True, slots=True)
class Runs:
    """What the tests do when nothing is altered."""

    seconds: tuple[float, ...]  # of each test
    lines: dict[str, dict[int, frozenset[int]]]  # by path and line, the tests that run it
    loaded: dict[str, frozenset[int]]  # the lines that run while modules are loaded


class Trial:
    """In place of pytest's own loop over the tests: with each mutant, those that may notice it."""

    def __init__(self, names: Sequence[str], each: int, seed: int, measured: Coverage) -> None:
        self.names, self.each, self.seed, self.measured = names, each, seed, measured
        self.failed = False
        self.counts: list[tuple[str, int, int]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed |= report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant that was drawn."""
        self.measured.stop()
        runs = self._recorded(session.items)
        if runs is None:
            print("the tests fail as they are")
            return True
        for name in self.names:
            self.counts.append((name, *self._tried(name, session.items, runs)))
        return True

    def _passes(self, items: Sequence[pytest.Item]) -> bool:
        """Whether the tests pass, up to the first that does not."""
        for item, after in zip(items, [*items[1:], None], strict=True):
            item.ihook.pytest_runtest_protocol(item=item, nextitem=after)
            if self.failed:
                return False
        return True

    def _recorded(self, items: Sequence[pytest.Item]) -> Runs | None:
        """Which test runs which line, or None if one fails."""
        with tempfile.NamedTemporaryFile() as file:
            path = Path(file.name)
            if _in_child(lambda: self._record(items, path), 3600) != 0:
                return None
            seconds, lines = json.loads(path.read_bytes())
        by_line = {
            path: {int(line): frozenset(int(test) for test in tests if test) for line, tests in told.items()}
            for path, told in lines.items()
        }
        loaded = {
            path: frozenset(int(line) for line, tests in told.items() if "" in tests)
            for path, told in lines.items()
        }
        return Runs(tuple(seconds), by_line, loaded)

    def _record(self, items: Sequence[pytest.Item], path: Path) -> bool:
        seconds = []
        self.measured.start()
        for number, item in enumerate(items):
            self.measured.switch_context(str(number))
            start = time.process_time()
            if not self._passes([item]):
                print(f"{item.nodeid} fails", file=sys.__stderr__)
                return False
            seconds.append(time.process_time() - start)
        self.measured.stop()
        data = self.measured.get_data()
        lines = {path: data.contexts_by_lineno(path) for path in data.measured_files()}
        path.write_text(json.dumps([seconds, lines]), encoding="utf-8")
        return True

    def _tried(self, name: str, items: Sequence[pytest.Item], runs: Runs) -> tuple[int, int]:
        """How many mutants of a module were noticed, of how many; those that live are printed."""
        path = Path(str(importlib.import_module(name).__file__))
        lines, loaded = runs.lines.get(str(path), {}), runs.loaded.get(str(path), frozenset())
        source = path.read_text(encoding="utf-8")
        total = count_mutants(source)
        drawn = random.Random(f"{self.seed} {name}").sample(range(total), total)
        noticed = tried = 0
        for mutant in (mutant_of(source, number) for number in drawn):
            if self.each and tried == self.each:
                break
            tests = frozenset[int]().union(*(lines.get(line, ()) for line in mutant.lines))
            if not tests and not loaded.isdisjoint(mutant.lines):
                continue  # what runs only while modules are loaded has run
            tried += 1
            if self._is_noticed(name, mutant, items, tests, runs.seconds):
                noticed += 1
            else:
                told = f"{mutant.was}  ->  {mutant.now}"[:900]
                print(f"{name}:{mutant.lines[0]}: lives ({len(tests)} tests): {told}", flush=True)
        print(f"{name}: {noticed} of {tried} noticed, {total} in all", flush=True)
        return noticed, tried

    def _is_noticed(
        self, name: str, mutant: Mutant, items: Sequence[pytest.Item], tests: Iterable[int],
        seconds: Sequence[float],
    ) -> bool:  # fmt: skip
        """Whether one of `tests`, or another of their files, fails with the mutant in place."""
        quickest = sorted(tests, key=lambda number: seconds[number])
        files = {items[number].path for number in quickest}
        others = [n for n, item in enumerate(items) if item.path in files and n not in set(quickest)]
        for chosen in (quickest[:FIRST], quickest[FIRST:], others):

            def trial(chosen: Sequence[int] = chosen) -> bool:
                put_in_place(name, mutant)
                return self._passes([items[number] for number in sorted(chosen)])

            if chosen and _in_child(trial, SLOWEST + 10 * sum(seconds[n] for n in chosen)) != 0:
                return True
        return False


def _in_child(work: Callable[[], bool], longest: float) -> int:
    """Do the work in a forked process: 0 if it says yes; else, or if it takes too long, another number."""
    child = os.fork()
    if child == 0:
        code = 2
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            code = int(not work())
        finally:
            os._exit(code)
    deadline = time.monotonic() + longest
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.005)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 1 where fewer than 85 of 100 mutants of a module are noticed."""
    parser = argparse.ArgumentParser(
        prog="python -m fuzz.mutation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=", ".join(TESTS))
    parser.add_argument("--each", type=int, default=25, help="mutants of each module; 0 for all")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    names = options.modules or list(TESTS)
    sources = [str(ROOT / (name.replace(".", "/") + ".py")) for name in names]
    tests = dict.fromkeys(path for name in names for path in TESTS[name])
    measured = Coverage(data_file=None, config_file=False, include=sources)
    trial = Trial(names, options.each, options.seed, measured)
    measured.start()
    how = ["--override-ini=addopts=", "--doctest-modules", "--assert=plain", "--hypothesis-seed=0"]
    how += ["-p", "no:terminal", "-p", "no:cacheprovider", f"--rootdir={ROOT}"]
    pytest.main([*how, *(str(ROOT / path) for path in tests), *sources], plugins=[trial])
    for name, noticed, tried in trial.counts:
        print(f"{name:40} {noticed:4} of {tried:4}")
    return int(not trial.counts or any(noticed < 0.85 * tried for _, noticed, tried in trial.counts))


if __name__ == "__main__":
    sys.exit(main())
