"""Claims in little memory: what most of them have alike is held once, the words of a sentence as a row."""

import sys
from collections.abc import Callable, Hashable
from dataclasses import MISSING, FrozenInstanceError, fields
from functools import lru_cache, wraps
from operator import attrgetter, itemgetter
from typing import Any, NoReturn, TypeVar

from claims.shared import words_of

# Fields that many claims have alike, and that are seldom asked for: one record holds them for all of these.
_ALIKE = (
    "low",
    "high",
    "change",
    "stage",
    "whole",
    "landmark",
    "parties",
    "is_forecast",
    "replaces",
    "told",
    "attribution",
)
_NUMBERS = ("low", "high", "whole")  # of these: 2.50 equals 2.5 and is written otherwise
_BAGS = ("context", "near")  # sets, which take four times what a row of the same words does
_PLACES = ("start", "end", "sentence_start")
_KNOWN_PLACES = tuple(range(1 << 13))  # are one object each; few articles are longer
_AT_HAND = 1 << 10
_Kind = TypeVar("_Kind")


def light(kind: type[_Kind]) -> type[_Kind]:
    """`kind`, the dataclass Claim, as a class of objects of half the memory.

    To whoever uses it nothing is different, but that a field of `_ALIKE` or `_BAGS` takes longer to read, and
    that the text is read from the sentence, where it stands there. Equal offsets and nouns are one object.
    """
    names = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]
    own = tuple(name for name in names if name not in {*_ALIKE, *_BAGS, "text"})
    left = {*names, "__dict__", "__weakref__"}
    body: dict[str, Any] = {name: value for name, value in vars(kind).items() if name not in left}
    body["__slots__"] = (*own, "_text", "_alike", *(f"_{name}" for name in _BAGS))
    body |= {name: property(attrgetter(f"_alike.{name}")) for name in _ALIKE}
    body |= {name: property(_bag_getter(f"_{name}")) for name in _BAGS}
    body |= {"text": property(_text), "__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _reduced}
    made: Any = type(kind.__name__, kind.__bases__, body)
    made.__init__ = wraps(kind.__init__)(_initialiser(made, own))
    return made  # type: ignore[no-any-return]


class _Alike:
    """What many claims have alike."""

    __slots__ = _ALIKE

    def __init__(self, values: tuple[Hashable, ...]) -> None:
        for name, value in zip(_ALIKE, values, strict=True):
            setattr(self, name, value)


@lru_cache(maxsize=_AT_HAND)
def _alike(values: tuple[Hashable, ...], written: tuple[str, ...]) -> _Alike:
    """The record of `values`, the numbers among which are written so."""
    return _Alike(values)


@lru_cache(maxsize=_AT_HAND)
def _row(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(map(sys.intern, sorted(words)))


def _initialiser(kind: Any, own: tuple[str, ...]) -> Callable[..., None]:
    """The `__init__` of the class `kind`, which holds its `own` fields as they are given."""
    defaults = {field.name: field.default for field in fields(kind) if field.default is not MISSING}
    number = len(fields(kind))
    puts, of_own = [vars(kind)[name].__set__ for name in own], itemgetter(*own)
    put_bags = [(name, vars(kind)[f"_{name}"].__set__) for name in _BAGS]
    put_text, put_alike = vars(kind)["_text"].__set__, vars(kind)["_alike"].__set__
    alike, numbers = itemgetter(*_ALIKE), itemgetter(*_NUMBERS)

    def initialise(self: Any, **given: Any) -> None:
        told = defaults | given
        if len(told) != number:
            raise TypeError(f"{kind.__name__} takes its {number} fields, given are {', '.join(given)}")
        for name in _PLACES:
            told[name] = _place(told[name])
        if told["noun"] is not None:
            told["noun"] = sys.intern(told["noun"])
        for put, value in zip(puts, of_own(told), strict=True):
            put(self, value)
        for name, put in put_bags:
            put(self, _row(told[name]))
        put_text(self, None)
        if self.text != told["text"]:
            put_text(self, told["text"])
        put_alike(self, _alike(alike(told), tuple(map(str, numbers(told)))))

    return initialise


def _place(place: int) -> int:
    """An equal number, the same object as far as they are known."""
    return _KNOWN_PLACES[place] if 0 <= place < len(_KNOWN_PLACES) else place


def _text(claim: Any) -> str:
    if claim._text is not None:
        return str(claim._text)
    start = claim.start - claim.sentence_start
    return str(claim.sentence[start : claim.end - claim.sentence_start])


def _bag_getter(held: str) -> Callable[[Any], frozenset[str]]:
    row = attrgetter(held)
    return lambda claim: words_of(row(claim))


def _refuse(claim: Any, name: str, value: Any = None) -> NoReturn:
    raise FrozenInstanceError(f"cannot change the field {name!r}")


def _reduced(claim: Any) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    """For pickle and copy."""
    return _made, (type(claim), {field.name: getattr(claim, field.name) for field in fields(claim)})


def _made(kind: type[_Kind], told: dict[str, Any]) -> _Kind:
    return kind(**told)
