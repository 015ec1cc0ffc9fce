"""Claims as JSON text and back, for what keeps them outside the process: caches and shards."""

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from claims.model import Claim, Item, When

_Decoder = Callable[[Any], Any]
_RECORDS = (Claim, Item, When)


def encode_claims(claims: Iterable[Claim]) -> str:
    """`claims` as one line of JSON; equal claims give equal text.

    >>> decode_claims(encode_claims([])), encode_claims([])
    ([], '[]')
    """
    return json.dumps([_encoded(claim) for claim in claims], ensure_ascii=False, separators=(",", ":"))


def decode_claims(text: str) -> list[Claim]:
    """The claims that `encode_claims` wrote. Raises ValueError for any other text."""
    try:
        rows = json.loads(text)
        if isinstance(rows, list):
            return [_record(Claim)(row) for row in rows]
    except (ArithmeticError, RecursionError, TypeError, ValueError) as error:
        raise ValueError(f"not claims: {error}") from error
    raise ValueError("not claims: no list")


def _encoded(value: Any) -> Any:
    if isinstance(value, _RECORDS):
        return [_encoded(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_encoded(part) for part in value]
    return str(value) if isinstance(value, Decimal | date) else value


@cache
def _record(kind: Any) -> _Decoder:
    """The decoder of a dataclass: a list of its fields' values, in their order."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    decoders = [_decoder(hints[name]) for name in names]

    def decode(row: list[Any]) -> Any:
        values = zip(names, decoders, row, strict=True)
        return kind(
            **{
                name: value if value is None or decoder is None else decoder(value)
                for name, decoder, value in values
            }
        )

    return decode


def _decoder(hint: Any) -> _Decoder | None:
    """What makes a value of type `hint` of its JSON; None where the JSON value is that already."""
    if isinstance(hint, UnionType):
        [hint] = [part for part in get_args(hint) if part is not NoneType]
    if hint in _RECORDS:
        return _record(hint)
    if hint is date:
        return date.fromisoformat
    if hint is Decimal:
        return Decimal
    if get_origin(hint) is frozenset:
        return frozenset
    if get_origin(hint) is tuple:
        part = _decoder(get_args(hint)[0])
        return tuple if part is None else lambda values: tuple(map(part, values))
    return None
