"""Processes that are measured: their CPU time, the clock's, and their peak memory."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
PEAK = (  # its own: what the system counts for a child begins with its parent's
    "import re; print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1], "
    "file=__import__('sys').stderr)"
)


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process and its own took, in seconds, and what it wrote."""

    cpu: float
    clock: float
    output: str
    errors: str


def spend(arguments: Sequence[str], *, cwd: Path | None = None, any_code: bool = False) -> Spent:
    """Run Python with `arguments`. Raises RuntimeError where it fails, unless `any_code` is as good."""
    return spend_command([sys.executable, *arguments], cwd=cwd, any_code=any_code)


def spend_command(command: Sequence[str], *, cwd: Path | None = None, any_code: bool = False) -> Spent:
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", cwd=cwd, env=_environment()
    )
    clock, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode and not any_code:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()[-500:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(cpu, clock, done.stdout, done.stderr)


def in_turn(methods: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of what each method gives in `rounds` rounds, in each of which every method has its turn."""
    given: dict[str, list[float]] = {name: [] for name in methods}
    for _ in range(rounds):
        for name, method in methods.items():
            given[name].append(method())
    return {name: median(values) for name, values in given.items()}


def _environment() -> dict[str, str]:
    """As users have it: Python may keep what it compiled."""
    passed = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**passed, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
