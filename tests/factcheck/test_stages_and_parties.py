"""Differences of stage and of party: two short reports a row."""

import pytest

from claims import extract_claims
from corpus.article import Article
from factcheck import compare

DEAL = "The harbour town of Brill wants cleaner air. The council of Brill voted for electric buses in May."


def kinds(first, second):
    articles = [
        Article(
            id=name, text=f"{DEAL} {text} The mayor of Brill, Ada Krol, was pleased with the electric buses."
        )
        for name, text in (("one", first), ("two", second))
    ]
    claims = [claim for article in articles for claim in extract_claims(article)]
    return {f.kind for f in compare(claims, articles=articles) if f.verdict == "discrepancy"}


ORDERED = "Brill ordered 60 electric buses from Poland."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (ORDERED, "Brill has received 18 of the 60 electric buses that it ordered."),
        (ORDERED, "Of the 60 electric buses ordered, 18 have arrived in Brill."),
        ("Poland donated 60 electric buses to Brill.", "So far 18 of the 60 electric buses were delivered."),
    ],
)
def test_stage(first, second):
    assert kinds(first, second) == {"stage"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (ORDERED, "Brill ordered 60 electric buses from Hungary."),
        (ORDERED, "Brill ordered 60 electric buses from the Hungarian maker Ikarbus."),
        ("Poland donated 60 electric buses to Brill.", "Hungary donated 60 electric buses to Brill."),
        (
            "Brill bought 60 electric buses from the Polish maker Solwagen.",
            "Brill bought 60 electric buses from the Hungarian maker Solwagen.",
        ),
    ],
)
def test_party(first, second):
    assert kinds(first, second) == {"party"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (ORDERED, ORDERED),
        (ORDERED, "Brill ordered 60 electric buses from the Polish maker Solwagen."),
        (ORDERED, "Brill ordered 60 electric buses from Warsaw."),
        (ORDERED, "Hungary ordered 60 tanks from Poland."),
        (ORDERED, "Brill ordered 60 electric buses in Gdansk."),
        ("Brill has received 18 of the 60 electric buses that it ordered.", "It was a sunny day in Brill."),
        ("Twelve people were killed in Lyon.", "Twelve people were killed in Paris."),
    ],
)
def test_neither(first, second):
    assert not kinds(first, second) & {"party", "stage"}
