"""Report writers, one file an output format.

A module here is a format under its own name; a trailing underscore keeps a name apart from the
standard library's (`json_.py` writes "json"), a leading one makes a module private. Each has

    render(report: Report, options: Options) -> str

One whose report may be larger than memory has `pieces` as well, with the same arguments, which yields the
text piece by piece. One that is a marked copy of a draft's file gives bytes instead, and says so:
`COPIES_DRAFT = True`.
"""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to render: `width` in terminal cells, `everything` to list what is usually only counted.

    `quiet` leaves out what needs no look: agreements, counts. `color` is for a terminal.
    `bom` begins a table for spreadsheets with the mark that Excel knows UTF-8 by. `folder` is where relative
    paths start and `repository` the folder that tools of a repository want paths from; both are absolute, or
    "" to leave paths as they are. `original` is the draft's file, byte for byte, for a marked copy of it;
    `stamp` dates what needs a date.
    """

    width: int = 80
    everything: bool = False
    quiet: bool = False
    color: bool = False
    bom: bool = False
    folder: str = ""
    repository: str = ""
    original: bytes | None = None
    stamp: datetime | None = None
    unread: tuple[str, ...] = ()


def format_names() -> tuple[str, ...]:
    """The formats there are, in alphabetical order, without importing one.

    >>> "table" in format_names()
    True
    """
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.removesuffix("_") for name in modules if not name.startswith("_")))


def copies_draft(name: str) -> bool:
    """Whether the format called `name` is a marked copy of a draft's file.

    >>> copies_draft("docx"), copies_draft("table")
    (True, False)
    """
    return bool(getattr(_module(name), "COPIES_DRAFT", False))


def render(name: str, report: "Report", options: Options) -> str | bytes:
    """The report in the format called `name`; `ValueError` if there is none.

    A text that is not empty ends in a newline.
    """
    written: str | bytes = _module(name).render(report, options)
    return written


def pieces(name: str, report: "Report", options: Options) -> str | bytes | Iterator[str]:
    """The same piece by piece, where the format can be written so."""
    module = _module(name)
    found: str | bytes | Iterator[str] = getattr(module, "pieces", module.render)(report, options)
    return found


def _module(name: str) -> ModuleType:
    for module in pkgutil.iter_modules(__path__):
        if name == module.name.removesuffix("_") and not name.startswith("_"):
            return import_module(f"{__name__}.{module.name}")
    raise ValueError(f"no report format {name!r}; there are {', '.join(format_names())}")
