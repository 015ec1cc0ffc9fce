"""Which rows have a number, in a few bytes each."""

import pytest

from factcheck.linking.postings import Postings, Rows, numbered


def rows_of(kind: str, *rows: list[int]) -> Rows:
    found = Rows(kind)
    for row in rows:
        found.add(row)
    return found


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([], [[], [], []]),
        ([[], []], [[], [], []]),
        ([[0, 2], [2], [], [1, 2]], [[0], [3], [0, 1, 3]]),
    ],
)
def test_every_number_has_the_rows_that_hold_it(rows, places):
    postings = Postings(rows_of("I", *rows), 3)
    assert [list(postings[number]) for number in range(3)] == places
    assert [postings.count(number) for number in range(3)] == list(map(len, places))


def test_nothing_is_held_of_no_numbers():
    assert list(rows_of("I", [1, 2], [3])) != list(Rows("I")) == []
    assert Postings(Rows("I"), 0)


def test_keys_that_several_rows_share_become_small_numbers():
    high = 2**64 - 1
    rows, different = numbered(rows_of("Q", [high, 5, 7], [7, high], [7, 6], [high, 6], []), 3)
    assert different == 3
    assert [len(row) for row in rows] == [2, 2, 2, 2, 0]
    assert rows[0][0] == rows[1][1] == rows[3][0]
    rows, different = numbered(rows_of("Q", [1, 2], [1, 2], [1]), 2)
    assert (list(map(list, rows)), different) == ([[0], [0], []], 1)


def test_a_place_tells_its_row():
    rows = rows_of("I", [7], [], [8, 9])
    assert [rows.at(place) for place in range(rows.size())] == [(0, 7), (2, 8), (2, 9)]
