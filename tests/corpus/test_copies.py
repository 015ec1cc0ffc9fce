"""Near copies: what was made from one text, and what only tells of one event."""

import random
from itertools import combinations
from time import process_time

import pytest

from corpus import Article
from corpus.copies import CONTAINED, _Held, near_copies

WIRE = """A passenger ferry with 212 people on board capsized off the northern coast, killing at least six.

Rescuers pulled 34 survivors from the water before dark, said a spokesman for the harbour authority in Oslo.

The vessel, built in 1987, had left the port of Harstad at noon in a rising storm, according to the operator.

“We saw people in the water and threw them ropes,” said Kari Moen, a fisherman who reached the scene first.

Divers will resume the search at dawn, and two cranes are on their way from the capital, the coast guard said.

The transport minister promised an inquiry. It is the worst disaster at sea in the country since 1999."""
# Cut from below and given a new first sentence, as a desk does.
CUT = "\n\n".join(["A ferry disaster has shocked the north.", *WIRE.split("\n\n")[:4]])
# Light editing: other words for "people", "said" moved, a sentence dropped and one added.
EDITED = (
    WIRE.replace("A passenger ferry", "A ferry").replace("killing at least six", "leaving at least six dead")
    + "\n\nShares of the operator fell four percent on Tuesday morning in thin trading."
)
# Another reporter on the same event, with the same quotation.
OTHER = """Six people were killed when a ferry turned over near Harstad in heavy seas, officials said.

The ship was carrying more than 200 passengers to the islands; by evening 34 of them were ashore alive.

“We saw people in the water and threw them ropes,” said Kari Moen, who fishes in these waters every winter.

Police have questioned the captain. The operator said the ship had been inspected in March without complaint.

Prime Minister Nils Lund will visit the families on Wednesday, his office announced late in the evening."""
SITE = (
    "\n\nSubscribe\n\nAdvertisement\n\nShare this article\n\nComments (3)\n\nThank you all for reading this."
)


def groups(**texts):
    return near_copies([Article(id=name, text=text) for name, text in texts.items()])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"a": WIRE, "b": WIRE}, [("a", "b")]),
        ({"a": WIRE, "b": CUT, "c": EDITED, "d": OTHER}, [("a", "b", "c")]),
        ({"a": WIRE.upper(), "b": WIRE.replace("\n\n", " ")}, [("a", "b")]),
        ({"a": WIRE, "b": "Ferry\n\nBy Ann Lee\n\n" + WIRE + SITE}, [("a", "b")]),
        ({"a": WIRE, "b": OTHER}, []),
        ({"a": WIRE + SITE, "b": OTHER + SITE}, []),
        ({"a": "Six died.", "b": "Six died."}, []),
        ({"a": "", "b": ""}, []),
        ({}, []),
    ],
)
def test_copies(texts, expected):
    assert groups(**texts) == expected
    assert groups(**dict(reversed(texts.items()))) == expected


def test_copies_of_copies_are_one_group():
    paragraphs = WIRE.split("\n\n")
    longer = "\n\n".join([*paragraphs, *OTHER.split("\n\n")])
    assert groups(a=longer, b=WIRE, c="\n\n".join(paragraphs[:3])) == [("a", "b", "c")]


def containment(one, other):
    from corpus.copies import shingles_in

    mine, theirs = set(shingles_in(one)), set(shingles_in(other))
    return len(mine & theirs) / min(len(mine), len(theirs))


def test_the_threshold_lies_between_reports_of_one_event_and_copies():
    assert max(containment(other, OTHER) for other in (WIRE, CUT, EDITED)) < 0.25
    assert min(containment(one, two) for one, two in combinations((WIRE, CUT, EDITED), 2)) > 0.6
    assert 0.25 < CONTAINED < 0.6


def invented(seed, words=300):
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("abcdefghij", k=5)) for _ in range(words)) + "."


def test_many_articles_and_many_copies_of_one():
    articles = [Article(id=f"n{n}", text=invented(n)) for n in range(200)]
    articles += [Article(id=f"w{n}", text=WIRE + f"\n\nPrinted in edition {n}.") for n in range(200)]
    began = process_time()
    [group] = near_copies(articles)
    assert set(group) == {f"w{n}" for n in range(200)}
    assert process_time() - began < 10


def test_of_very_many_words_few_are_held(monkeypatch):
    texts = {f"n{seed}{end}": f"{invented(seed)} {end}" for seed in range(12) for end in "abc"}
    held_all = groups(**texts)
    monkeypatch.setattr("corpus.copies.AT_HAND", 700)
    sizes = []
    monkeypatch.setattr("corpus.copies._Held", lambda make: _noting(make, sizes))
    assert groups(**texts) == held_all
    assert len(held_all) == 12
    assert 300 < max(sizes) <= 700


def _noting(make, sizes):
    held = _Held(make)

    def ask(name):
        found = held(name)
        sizes.append(held.size)
        return found

    return ask
