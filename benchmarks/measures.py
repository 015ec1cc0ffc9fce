"""What `python -m benchmarks` measures: each module here with a mapping `MEASURES` adds its own, by name."""

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

_PREFIXES = ("speed_", "scale")  # of the modules that have measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One result: `what` was measured, in `unit` ("x" for a ratio), and what it must be and should be."""

    what: str
    value: float
    unit: str = "x"
    must: str = ""
    aim: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the command line asks for: how many made-up articles, or whose; how many claims; and how often.

    `peers` is the Python that has other tools installed, which are measured if they are there; `scratch` is a
    folder for files.
    """

    articles: int
    claims: int
    rounds: int
    folder: Path | None
    peers: str
    scratch: Path


Measure = Callable[[Setting], Iterable[Row]]


def measures() -> Mapping[str, Measure]:
    """Every measure by name, in the order of modules and of their mappings."""
    names = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    found: dict[str, Measure] = {}
    for name in names:
        if name.startswith(_PREFIXES):
            found.update(import_module(f"benchmarks.{name}").MEASURES)
    return found
