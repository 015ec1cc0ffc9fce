"""Pinned scores: what the bench has reached, and the digest of the texts it reached it on."""

import argparse
import json
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "pins"
FEWER_IS_BETTER = ("trap", "ordinary", "false alarm")  # how the names of such figures begin


def bench_parser(doc: str | None) -> argparse.ArgumentParser:
    """The command line of a bench that `doc` tells of: to show what is wrong, to pin what it reached."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list what was missed and what is wrong")
    parser.add_argument("--update", action="store_true", help="pin the present scores")
    return parser


class Pins:
    """The pins of one bench, in `benchmarks/pins/NAME.json`."""

    def __init__(self, name: str, folder: Path = FOLDER) -> None:
        self.path = folder / f"{name}.json"

    def read(self) -> tuple[str, dict[str, tuple[int, int]]]:
        """The digest and the figures; empty where nothing is pinned yet."""
        if not self.path.exists():
            return "", {}
        table = json.loads(self.path.read_text(encoding="utf-8"))
        return table["digest"], {name: (good, whole) for name, (good, whole) in table["figures"].items()}

    def write(self, digest: str, figures: dict[str, tuple[int, int]]) -> None:
        """Pin `figures`, reached on texts of `digest`."""
        self.path.parent.mkdir(exist_ok=True)
        lines = ",\n".join(
            f"  {json.dumps(name)}: [{good}, {whole}]" for name, (good, whole) in figures.items()
        )
        text = f'{{"digest": {json.dumps(digest)}, "figures": {{\n{lines}\n}}}}\n'
        self.path.write_text(text, encoding="utf-8")


def worse(name: str, now: tuple[int, int], pinned: tuple[int, int]) -> bool:
    """Whether a figure has fallen behind its pin, as a share of its whole."""
    left, right = now[0] * max(1, pinned[1]), pinned[0] * max(1, now[1])
    return left > right if name.startswith(FEWER_IS_BETTER) else left < right


def fallen(pins: Pins, digest: str, figures: dict[str, tuple[int, int]]) -> int:
    """1 if a figure is worse than its pin or the texts are not the pinned ones, said on standard error."""
    pinned_digest, pinned = pins.read()
    if not pinned:
        return 0
    if digest != pinned_digest:
        print("the texts have changed since the scores were pinned: run with --update", file=sys.stderr)
        return 1
    lost = [name for name, figure in pinned.items() if worse(name, figures.get(name, (0, 0)), figure)]
    for name in lost:
        print(f"{name}: {figures.get(name)} is worse than the pinned {pinned[name]}", file=sys.stderr)
    return int(bool(lost))
