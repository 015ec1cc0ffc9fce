"""Article ids: the stem, or the shortest path ending that tells equal stems apart."""

import pytest

from corpus.identify import name_files


@pytest.mark.parametrize(
    ("paths", "ids"),
    [
        (["a.txt"], ["a"]),
        (["desk/a.txt", "desk/b.md"], ["a", "b"]),
        (["x/a.txt", "y/a.txt"], ["x/a", "y/a"]),
        (["1/x/a.txt", "2/x/a.txt", "2/y/b.txt"], ["1/x/a", "2/x/a", "b"]),
        (["a.txt", "x/a.txt"], ["a", "x/a"]),
        (["a.txt", "a.md"], ["a.txt", "a.md"]),
        (["x/a.txt", "x/a.md", "y/a.txt"], ["x/a.txt", "a.md", "y/a"]),
        (["a", "a.txt"], ["a", "a.txt"]),
        (["v1.2.txt", "-.txt"], ["v1.2", "-"]),
        (["/in/a.txt", "/out/a.txt"], ["in/a", "out/a"]),
        (["-"], ["-"]),
        ([], []),
    ],
)
def test_ids(paths, ids):
    assert name_files(paths) == ids
    assert len(set(ids)) == len(ids)


def test_bytes_of_a_name_that_are_no_text_are_written_out():
    assert name_files(["caf\udce9.txt", "b.txt"]) == ["caf\\xe9", "b"]
