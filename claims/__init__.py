"""From an article's text to its claims: mentions of quantities and dates, and what they say of whom."""

from claims.dates import find_dates

__all__ = ["find_dates"]
