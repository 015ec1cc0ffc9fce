"""Claims as JSON text and back, for what keeps them outside the process: caches and shards."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from claims.model import Claim, ClaimKind, Item, When, claim_id
from claims.shared import number_of, shared, words_of

_Decoder = Callable[[Any], Any]
_VALUES = {kind: attrgetter(*(field.name for field in fields(kind))) for kind in (Claim, Item, When)}
_AS_THEY_ARE = frozenset((str, int, bool, NoneType))  # in JSON, as most values are
_PARTS = (Item, When)  # records of which neighbours share most
_OWN = ("id", "text")  # strings that no other claim has
_AT_HAND = 1 << 10
_ID, _KIND, _DOC, _START, _SENTENCE, _SENTENCE_START = map(
    [field.name for field in fields(Claim)].index,
    ("id", "kind", "doc", "start", "sentence", "sentence_start"),
)


def encode_claims(claims: Iterable[Claim], *, named: bool = True) -> str:
    """`claims` as one line of JSON; equal claims give equal text.

    Unless `named`, so do claims that are equal but for the article they stand in: its name is left out.

    >>> decode_claims(encode_claims([])), encode_claims([])
    ([], '[]')
    """
    rows = list(map(_encoded, claims))
    if not named:
        for row in rows:
            row[_ID] = row[_DOC] = ""
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def decode_claims(text: str) -> list[Claim]:
    """The claims that `encode_claims` wrote. Raises ValueError for any other text."""
    try:
        return [_record(Claim)(row) for row in _rows(text)]
    except (ArithmeticError, TypeError, ValueError) as error:
        raise ValueError(f"not claims: {error}") from error


def _rows(text: str) -> list[Any]:
    try:
        rows = json.loads(text)
    except (RecursionError, ValueError) as error:
        raise ValueError(f"not claims: {error}") from error
    if not isinstance(rows, list):
        raise ValueError("not claims: no list")
    return rows


class EncodedClaim:
    """One of the claims that `encode_claims` wrote, of which little need be known.

    >>> from claims.extract import extract_claims
    >>> from corpus.article import Article
    >>> told = extract_claims(Article(id="a", text="Six came. Four went."))
    >>> [one.sentence_start for one in encoded_claims(encode_claims(told))]
    [0, 10]
    >>> encoded_claims(encode_claims(told))[1].decode("b").id
    'b:10'
    """

    __slots__ = ("_row",)

    def __init__(self, row: list[Any]) -> None:
        self._row = row

    @property
    def kind(self) -> ClaimKind:
        kind: ClaimKind = self._row[_KIND]
        return kind

    @property
    def start(self) -> int:
        return int(self._row[_START])

    @property
    def sentence(self) -> str:
        return str(self._row[_SENTENCE])

    @property
    def sentence_start(self) -> int:
        return int(self._row[_SENTENCE_START])

    def decode(self, doc: str) -> Claim:
        """It as a claim of the article `doc`. Raises ValueError where it is none."""
        row = list(self._row)
        row[_ID], row[_DOC] = claim_id(doc, row[_START]), doc
        try:
            claim: Claim = _record(Claim)(row)
        except (ArithmeticError, TypeError, ValueError) as error:
            raise ValueError(f"not a claim: {error}") from error
        return claim


def encoded_claims(text: str) -> list[EncodedClaim]:
    """The claims that `encode_claims` wrote, one by one. Raises ValueError for other text."""
    return list(map(EncodedClaim, _rows(text)))


def _encoded(value: Any) -> Any:
    values = _VALUES.get(type(value))
    if values is not None:
        return [part if type(part) in _AS_THEY_ARE else _encoded(part) for part in values(value)]
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
    decoders = [None if name in _OWN else _decoder(hints[name], name) for name in names]

    def decode(row: list[Any]) -> Any:
        values = zip(names, decoders, row, strict=True)
        return kind(
            **{
                name: value if value is None or decoder is None else decoder(value)
                for name, decoder, value in values
            }
        )

    return decode


def _decoder(hint: Any, name: str = "") -> _Decoder | None:
    """What makes a value of type `hint` of its JSON; None where the JSON value is that already."""
    if isinstance(hint, UnionType):
        [hint] = [part for part in get_args(hint) if part is not NoneType]
    if hint in _PARTS:
        return _part(hint)
    if hint is date:
        return _day
    if hint is Decimal:
        return number_of
    if get_origin(hint) is frozenset:
        return _words
    if hint is str or get_origin(hint) is Literal:
        return shared if name == "sentence" else sys.intern
    if get_origin(hint) is tuple:
        part = _decoder(get_args(hint)[0])
        return tuple if part is None else lambda values: tuple(map(part, values))
    return None


def _part(kind: Any) -> _Decoder:
    """The decoder of a dataclass that is made once for equal rows."""
    decode = lru_cache(maxsize=_AT_HAND)(_record(kind))
    return lambda row: decode(tuple(tuple(value) if isinstance(value, list) else value for value in row))


def _words(words: Sequence[str]) -> frozenset[str]:
    return words_of(tuple(words))


_day = lru_cache(maxsize=_AT_HAND)(date.fromisoformat)
