"""`python -m benchmarks`: how fast and how large, against what stands beside it in the same run.

Every figure is a ratio of CPU times of processes of their own, the methods in turn, the median of the rounds;
of the clock only where several processes work at once. Text is made up (`benchmarks/articles.py`), or that of
`--folder`. Nothing is installed: peers that are not there are left out.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measures import Row, Setting, measures

_COLUMNS = ("measured", "result", "must", "aim", "")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measures that are asked for, print a table, and write JSON where that is asked for."""
    known = measures()
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.partition("\n")[0])
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=f"all by default: {', '.join(known)}")
    parser.add_argument("--articles", type=int, default=700, help="made-up articles to read (default: 700)")
    parser.add_argument(
        "--claims", type=int, default=100_000, help="made-up claims to compare (default: 100000)"
    )
    parser.add_argument("--rounds", type=int, default=3, help="runs of each method, in turn (default: 3)")
    parser.add_argument("--folder", type=Path, help="read the articles of this folder instead")
    parser.add_argument("--peers", default=sys.executable, help="the Python that has other tools")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there, too")
    asked = parser.parse_args(arguments)
    unknown = set(asked.measures) - set(known)
    if unknown:
        parser.error(f"no measure {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    results: dict[str, list[Row]] = {}
    with TemporaryDirectory(prefix="factcheck-benchmarks-") as scratch:
        setting = Setting(
            articles=asked.articles,
            claims=asked.claims,
            rounds=asked.rounds,
            folder=asked.folder,
            peers=asked.peers,
            scratch=Path(scratch),
        )
        for name in asked.measures or known:
            print(f"{name} ...", file=sys.stderr, flush=True)
            results[name] = list(known[name](setting))
    print(_table([row for rows in results.values() for row in rows]))
    print(f"\n{_machine()}")
    if asked.json:
        told = {name: [asdict(row) for row in rows] for name, rows in results.items()}
        asked.json.write_text(json.dumps({"machine": _machine(), "measures": told}, indent=2) + "\n")


def _table(rows: Sequence[Row]) -> str:
    """A Markdown table."""
    lines = [_COLUMNS, ("---",) * len(_COLUMNS)]
    for row in rows:
        unit = row.unit if row.unit == "x" else f" {row.unit}"
        lines.append((row.what, f"{_rounded(row.value)}{unit}", row.must, row.aim, row.note))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _rounded(value: float) -> str:
    """Three digits of what matters, and no exponent.

    >>> _rounded(1234.5), _rounded(12.345), _rounded(1.345), _rounded(0.012)
    ('1,234', '12.3', '1.34', '0.01')
    """
    return f"{value:,.{0 if value >= 100 else 1 if value >= 10 else 2}f}"


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    processor = next(
        (
            line.partition(":")[2].strip()
            for line in _lines_of("/proc/cpuinfo")
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{processor}, {cores} cores{load}, {platform.system()}, Python {platform.python_version()}"


def _lines_of(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


if __name__ == "__main__":
    main()
