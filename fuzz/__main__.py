"""Fuzz factcheck: python -m fuzz [TARGET...] [--seconds N | --runs N] [--replay] [--list]

Each target runs in a process of its own under atheris (pip install '.[fuzz]'), starting from the inputs in
fuzz/corpus/TARGET and from what earlier runs found in fuzz/.grown. What breaks a target is written to
fuzz/.found; shortened, it belongs into fuzz/corpus/TARGET, where the tests try it for ever. With --replay, or
without atheris, only the inputs that are kept are tried.
"""

import argparse
import os
import re
import sys
import tempfile
import warnings
from collections.abc import Sequence
from contextlib import nullcontext, redirect_stderr
from io import StringIO
from pathlib import Path

from fuzz.hostile import PIECES

try:
    import atheris
except ImportError:
    atheris = None

OURS = ["corpus", "claims", "factcheck"]
with atheris.instrument_imports(include=OURS) if atheris else nullcontext(), redirect_stderr(StringIO()):
    from fuzz.targets import CORPUS, LONGEST, SHORTER, TARGETS, replay

HERE = Path(__file__).parent
MEMORY = 2_048  # megabytes
SLOWEST = 20  # seconds for one input, where most take a thousandth of one


def run(name: str, seconds: int, runs: int, seed: int) -> bool:
    """Fuzz one target in a process of its own; whether it held."""
    grown, found = HERE / ".grown" / name, HERE / ".found"
    grown.mkdir(parents=True, exist_ok=True)
    found.mkdir(exist_ok=True)
    words = HERE / ".grown" / "words"
    words.write_text("".join(f'"{escaped(piece)}"\n' for piece in PIECES))
    with tempfile.TemporaryFile("w+", errors="replace") as log:
        options = [
            *(f"-dict={words}", f"-artifact_prefix={found}/{name}-", "-print_final_stats=1"),
            *(f"-max_len={SHORTER.get(name, LONGEST)}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}"),
            *(f"-max_total_time={seconds}", f"-runs={runs or -1}", f"-seed={seed}"),
        ]
        child = os.fork()
        if child == 0:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
            atheris.Setup([sys.argv[0], *options, str(grown), str(CORPUS / name)], TARGETS[name])
            atheris.Fuzz()  # ends the process
        _, status = os.waitpid(child, 0)
        log.seek(0)
        told = log.read()
    executed = re.search(r"stat::number_of_executed_units:\s+(\d+)", told)
    print(f"{name}: {executed[1] if executed else 'no'} executions", flush=True)
    if status:
        print("\n".join(line for line in told.splitlines() if not line.startswith("#")))
    return status == 0


def escaped(piece: str) -> str:
    """A piece as libFuzzer's dictionaries write it."""
    return "".join(f"\\x{byte:02x}" for byte in piece.encode())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 1 where a target broke."""
    parser = argparse.ArgumentParser(
        prog="python -m fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="which ones; all if none is named")
    parser.add_argument("--seconds", type=int, default=0, help="for each target")
    parser.add_argument("--runs", type=int, default=0, help="executions of each target")
    parser.add_argument("--seed", type=int, default=0, help="of the tries; another each time unless given")
    parser.add_argument("--replay", action="store_true", help="only try the inputs that are kept")
    parser.add_argument("--list", action="store_true", help="print the names of the targets")
    options = parser.parse_args(arguments)
    if unknown := set(options.targets) - TARGETS.keys():
        parser.error(f"no target {', '.join(sorted(unknown))}; --list names them")
    names = options.targets or list(TARGETS)
    if options.list:
        print("\n".join(names))
        return 0
    with atheris.instrument_imports(include=OURS) if atheris else nullcontext(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tried = sum(map(replay, names))  # imports what the targets need
        if options.replay or atheris is None:
            print(f"{tried} kept inputs tried")
            return 0
        if not (options.seconds or options.runs):
            parser.error("--seconds or --runs: fuzzing does not end by itself")
        return min(sum(not run(name, options.seconds, options.runs, options.seed) for name in names), 1)


if __name__ == "__main__":
    sys.exit(main())
