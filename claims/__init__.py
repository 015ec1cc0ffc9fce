"""From an article's text to its claims: mentions of quantities and dates, and what they say of whom."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.dates import find_dates
    from claims.extract import extract_claims
    from claims.model import Claim, DateMention, Ordinal, Quantity
    from claims.ordinals import find_ordinals
    from claims.quantities import find_quantities

__all__ = [
    "Claim",
    "DateMention",
    "Ordinal",
    "Quantity",
    "extract_claims",
    "find_dates",
    "find_ordinals",
    "find_quantities",
]

_HOMES = {
    "extract_claims": "claims.extract",
    "find_dates": "claims.dates",
    "find_ordinals": "claims.ordinals",
    "find_quantities": "claims.quantities",
}


def __getattr__(name: str) -> Any:
    """Public names are loaded when they are first used: `factcheck --help` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "claims.model")), name)
