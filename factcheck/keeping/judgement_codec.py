"""Judgements on two articles as JSON text and back, for what keeps them outside the process.

Claims are named by their places in their articles' lists: nothing depends on what an article is called.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from sys import intern
from types import MappingProxyType
from typing import Any

from claims.model import Claim
from factcheck.judging.judge import Judgement
from factcheck.linking.link import Link
from factcheck.linking.slots import SlotMatch

Claims = Sequence[Claim] | Mapping[int, Claim]  # of an article, by place

_AT_HAND = 4_000  # outcomes of slots
_TOLD = tuple(field.name for field in fields(Link) if field.name not in ("a", "b", "slots"))


def encode_judgements(judgements: Iterable[Judgement], one: Sequence[Claim], other: Sequence[Claim]) -> str:
    """`judgements` on claims of the article `one` with claims of the article `other`, as one line of JSON.

    >>> encode_judgements([], [], [])
    '[]'
    """
    mine, theirs = ({claim.id: place for place, claim in enumerate(claims)} for claims in (one, other))
    rows = [
        [
            [mine[held.link.a.id], theirs[held.link.b.id]],
            [getattr(held.link, name) for name in _TOLD],
            [[match.slot, match.outcome, match.reason, match.detail] for match in held.link.slots.values()],
            [held.verdict, held.kind, held.reason],
        ]
        for held in judgements
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def decode_judgements(
    text: str,
    one: Claims,
    other: Claims,
    wholes: tuple[Mapping[int, int], Mapping[int, int]] | None = None,
) -> list[Judgement]:
    """The judgements that `encode_judgements` wrote. Raises ValueError for other text, and other claims.

    Only those on claims that are of one whole, if it is given of which `wholes` those of each article are.
    """
    try:
        rows = json.loads(text)
        if wholes is not None:
            mine, theirs = wholes
            rows = [row for row in rows if row[0][0] in mine and mine[row[0][0]] == theirs.get(row[0][1])]
        return [_judgement(row, one, other) for row in rows]
    except (IndexError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise ValueError(f"not judgements: {error}") from error


def _judgement(row: Any, one: Claims, other: Claims) -> Judgement:
    (mine, theirs), told, matches, (verdict, kind, reason) = row
    slots = MappingProxyType({match[0]: _match(*match) for match in matches})
    values: dict[str, Any] = dict(zip(_TOLD, map(_plain, told), strict=True))
    link = Link(a=one[mine], b=other[theirs], slots=slots, **values)
    return Judgement(link, _plain(verdict), _plain(kind), reason)


# Most judgements on two articles, and on those beside them, say the same of a slot: it is held once.
_match = lru_cache(maxsize=_AT_HAND)(SlotMatch)


def _plain(value: Any) -> Any:
    """A field of a record; words that very many say are held once."""
    if isinstance(value, list):
        return tuple(map(intern, value))
    return intern(value) if isinstance(value, str) else value
