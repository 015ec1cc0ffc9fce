"""Sequences whose members are made as they are asked for, for there may be too many to hold."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

_Member = TypeVar("_Member")


class LazySequence(Sequence[_Member]):
    """A sequence that need only say how long it is and what stands at a place, counted from 0."""

    @abstractmethod
    def _at(self, place: int) -> _Member:
        """What stands there."""

    def _slice(self, places: range) -> list[_Member]:
        """What stands at `places`; nothing else is made."""
        return list(map(self._at, places))

    @overload
    def __getitem__(self, index: int) -> _Member: ...
    @overload
    def __getitem__(self, index: slice) -> list[_Member]: ...
    def __getitem__(self, index: int | slice) -> _Member | list[_Member]:
        if isinstance(index, slice):
            return self._slice(range(len(self))[index])
        return self._at(range(len(self))[index])
