"""Sequences whose members are made on demand: a slice of a few of ten million makes only those."""

import pytest

from corpus.lazy import LazySequence
from corpus.spans import Spans
from factcheck.engine.spilled import _Read

SLICES = [
    slice(2, 5),
    slice(None, 3),
    slice(-2, None),
    slice(None, None, -3),
    slice(5, 0, -2),
    slice(9, 2),
    slice(8, 99),
]


class Squares(LazySequence):
    """The first ten squares; notes which were made."""

    def __init__(self):
        self.made = []

    def __len__(self):
        return 10

    def _at(self, place):
        self.made.append(place)
        return place * place


class Gone(_Read):
    """The same, of a sequence that is only gone through."""

    def __len__(self):
        return 10

    def __iter__(self):
        return (place * place for place in range(10))


@pytest.mark.parametrize("asked", SLICES, ids=str)
def test_a_slice_makes_its_own_members_alone(asked):
    squares = Squares()
    assert squares[asked] == Gone()[asked] == [place * place for place in range(10)][asked]
    assert squares.made == list(range(10)[asked])


@pytest.mark.parametrize("asked", SLICES, ids=str)
def test_stretches_are_cut_as_a_list_is(asked):
    stretches = [(place, place + 2) for place in range(0, 30, 3)]
    assert Spans(stretches)[asked] == stretches[asked]
