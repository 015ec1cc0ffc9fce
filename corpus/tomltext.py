"""TOML from strangers: whatever is wrong with it has a reason in words."""

import tomllib
from typing import Any


def parse_toml(text: str) -> dict[str, Any]:
    """The tables of a TOML text. Raises ValueError with the reason in words.

    >>> parse_toml("published = 2021-05-03")
    {'published': datetime.date(2021, 5, 3)}
    """
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("is nested too deep") from error
    except tomllib.TOMLDecodeError:
        raise
    except ValueError as error:  # a number of more digits than Python reads, a year that is none
        raise ValueError("has a number or date that cannot be read") from error
