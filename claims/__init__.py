"""From an article's text to its claims: mentions of quantities and dates, and what they say of whom."""

from claims.dates import find_dates
from claims.ordinals import find_ordinals
from claims.quantities import find_quantities

__all__ = ["find_dates", "find_ordinals", "find_quantities"]
