"""JSON from strangers: strict, and bounded in depth and in the size of its numbers."""

import json
from collections import Counter
from typing import Any

_MOST_VALUES = 500_000  # lists and objects; each takes seventy bytes, and may be written in three
_LONGEST_NUMBER = 40  # digits; no figure of an article has more


def parse_json(text: str) -> Any:
    """The value of a JSON text. Raises ValueError with the reason in words, also for a key that comes twice.

    >>> parse_json('{"text": "Six died."}')
    {'text': 'Six died.'}
    """
    if text.count("[") + text.count("{") > _MOST_VALUES:
        raise ValueError(f"has more than {_MOST_VALUES:,} lists and objects; split it")
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refused, parse_int=_integer)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise ValueError(f"is no JSON: {error.msg} at {place}") from error
    except RecursionError as error:
        raise ValueError("is nested too deep") from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        [(twice, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"has {twice[:40]!r} twice")
    return found


def _refused(name: str) -> None:
    raise ValueError(f"is no JSON: {name}")


def _integer(digits: str) -> int | str:
    """A whole number; one too long for any use stays the text that it is."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits
