"""Whose voice an article is: aliases, what the text states, copies, and chains of reprints."""

from datetime import date
from itertools import permutations

import pytest

from corpus import Article
from corpus.provenance import origins
from corpus.publishers import canonical_publisher, stated_origin
from tests.corpus.test_copies import CUT, EDITED, WIRE


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Radio Free Europe/Radio Liberty", "RFE/RL"),
        ("RFE/RL", "RFE/RL"),
        ("The Associated Press", "AP"),
        ("ap", "AP"),
        ("Agence France-Presse", "AFP"),
        ("Thomson Reuters", "Reuters"),
        ("www.bbc.co.uk", "BBC"),
        ("The New York Times", "New York Times"),
        ("  The Coast\n Gazette. ", "Coast Gazette"),
        ("The", "The"),
        ("", ""),
    ],
)
def test_publishers_have_one_name(name, canonical):
    assert canonical_publisher(name) == canonical
    assert canonical_publisher(canonical) == canonical


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("LONDON (Reuters) - Six died.", "Reuters"),
        ("MOSCOW/BELGRADE (Reuters) - Russia said on Thursday a division would come.", "Reuters"),
        ("Fire kills six\n\nBy Ann Lee\n\nSEOUL, South Korea (AP) — Six died.", "AP"),
        ("BEIJING, Jan. 12 (Xinhua) -- Six died.", "Xinhua"),
        ("Paris, March 4 (AFP) - Six died.", "AFP"),
        ("(Reuters) - Six died.", "Reuters"),
        (
            "This article was originally published by Radio Free Europe/Radio Liberty.\n\nSix died.",
            "RFE/RL",
        ),
        ("Six died.\n\nThis story was first published on The Conversation.", "Conversation"),
        (
            "This article originally appeared in the Coast Gazette on March 3, 2020.\n\nSix died.",
            "Coast Gazette",
        ),
        ("Republished with permission from The Coast Gazette.\n\nSix died.", "Coast Gazette"),
        ("Six died.\n\n— Associated Press", "AP"),
        ("Six died.\n\nSource: AFP", "AFP"),
        ("Fire\n\nBy The Associated Press\n\nSix died.", "AP"),
        ("Six died.\n\nCopyright 2020 The Associated Press. All rights reserved.", "AP"),
        ("Six died.\n\n© 2021 AFP", "AFP"),
        ("Six died.\n\nOur Standards: The Thomson Reuters Trust Principles.", "Reuters"),
        # quoted, helped, or something else altogether
        ("Six died, the AP reported.", None),
        ("Six died, police told Reuters.\n\nTwo fled (Reuters).", None),
        ("Six died.\n\nWith reporting by Reuters and AFP", None),
        ("Six died.\n\nReporting by Ann Lee; Editing by Bo Berg", None),
        ("Six died.\n\n© 2021 Coast Gazette", None),
        ("Trump led by 3 points in a poll (Reuters) - the largest lead of the year, the survey said.", None),
        ("He works at the station (BBC) - six days a week, they say.", None),
        ("LONDON (Tribune) - Six died.", None),
        ("The study was originally published in Nature in 2019.", None),
        ("This study was first published online and in print.", None),
        ("The law was reprinted in 12 papers.", None),
        ("", None),
    ],
)
def test_what_a_text_says_of_its_origin(text, origin):
    assert stated_origin(text) == origin


def voices(*articles):
    found = {tuple(sorted(origins(order).items())) for order in permutations(articles)}
    assert len(found) == 1  # in whatever order the articles come
    return dict(found.pop())


def test_origin_then_text_then_publisher_then_the_article_itself():
    assert voices(
        Article(id="a", text="Six.", publisher="X", origin="Radio Liberty"),
        Article(id="b", text="LONDON (Reuters) - Six.", publisher="X"),
        Article(id="c", text="Six.", publisher="The Gazette"),
        Article(id="d", text="Six."),
    ) == {"a": "RFE/RL", "b": "Reuters", "c": "Gazette", "d": "d"}


def test_copies_are_one_voice_the_earliest_publishers():
    assert voices(
        Article(id="a", text=WIRE, publisher="X", published=date(2020, 3, 4)),
        Article(id="b", text=CUT, publisher="Y", published=date(2020, 3, 3)),
        Article(id="c", text="Six.", publisher="X"),
    ) == {"a": "Y", "b": "Y", "c": "X"}


def test_one_copy_that_names_the_origin_names_it_for_all():
    assert voices(
        Article(id="a", text=WIRE, publisher="X"),
        Article(id="b", text="OSLO (AFP) - " + EDITED, publisher="Y"),
    ) == {"a": "AFP", "b": "AFP"}


def test_a_chain_of_reprints_ends_at_its_first_link():
    assert voices(
        Article(id="a", text=WIRE, publisher="X", origin=None),
        Article(
            id="b", text="This story was first published by the Harbour Post.\n\n" + EDITED, publisher="Y"
        ),
        Article(id="c", text="OSLO (AP) - " + CUT, publisher="Harbour Post"),
    ) == {"a": "AP", "b": "AP", "c": "AP"}


def test_an_origin_given_by_the_newsroom_is_never_overruled():
    assert voices(
        Article(id="a", text=WIRE, publisher="X", origin="Own desk"),
        Article(id="b", text="OSLO (AFP) - " + WIRE, publisher="Y"),
    ) == {"a": "Own desk", "b": "AFP"}


def test_the_example():
    from corpus import load_articles

    found = origins(load_articles("corpus/examples/serbia"))
    assert found == {
        "amn-pantsir-sanctions": "RFE/RL",
        "national-interest-kornet": "National Interest",
        "reuters-ministry-office": "Reuters",
        "rferl-pantsir-delivery": "RFE/RL",
        "wnctimes-s400-drill": "Reuters",
    }
