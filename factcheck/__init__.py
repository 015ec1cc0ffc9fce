"""From claims to findings, and the command line."""

TYPE_CHECKING = False  # that of `typing`, which `factcheck --help` can do without
if TYPE_CHECKING:
    from typing import Any

    from factcheck.comparison import compare
    from factcheck.draft import check_draft
    from factcheck.model import Finding, Report

__all__ = ["Finding", "Report", "check_draft", "compare"]

_HOMES = {
    "check_draft": "factcheck.draft",
    "compare": "factcheck.comparison",
    "Finding": "factcheck.model",
    "Report": "factcheck.model",
}


def __getattr__(name: str) -> "Any":
    """Public names are loaded when they are first used: `factcheck --help` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
