"""Report writers, one file an output format.

A module here is a format under its own name; a trailing underscore keeps a name apart from the
standard library's (`json_.py` writes "json"), a leading one makes a module private. Each has

    render(report: Report, options: Options) -> str
"""

import pkgutil
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to render: `width` in terminal cells, `everything` to list what is usually only counted.

    `folder` is where relative paths start and `repository` the folder that tools of a repository want
    paths from; both are absolute, or "" to leave paths as they are.
    """

    width: int = 80
    everything: bool = False
    folder: str = ""
    repository: str = ""


def format_names() -> tuple[str, ...]:
    """The formats there are, in alphabetical order, without importing one.

    >>> "table" in format_names()
    True
    """
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.removesuffix("_") for name in modules if not name.startswith("_")))


def render(name: str, report: "Report", options: Options) -> str:
    """The report in the format called `name`; `ValueError` if there is none.

    A text that is not empty ends in a newline.
    """
    for module in pkgutil.iter_modules(__path__):
        if name == module.name.removesuffix("_") and not name.startswith("_"):
            text: str = import_module(f"{__name__}.{module.name}").render(report, options)
            return text
    raise ValueError(f"no report format {name!r}; there are {', '.join(format_names())}")
