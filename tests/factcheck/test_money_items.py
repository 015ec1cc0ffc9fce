"""Money told of a thing in one text and of what happened to it in the other."""

from datetime import date

import pytest

from claims.extract import extract_claims
from claims.model import Claim
from corpus.article import Article
from factcheck.linking.slots import match_measured


def money(text: str) -> Claim:
    article = Article(id="a", text=text, publisher=None, published=date(2024, 3, 5))
    return next(claim for claim in extract_claims(article) if claim.value is not None)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("Thieves stole diamonds worth $90 million.", "Thieves stole jewellery worth $85 million.", "close"),
        (
            "Thieves stole paintings worth $9 million.",
            "Thieves fled after a $5m painting heist.",
            "close",
        ),
        ("Thieves stole coins worth $9 million.", "Thieves fled after an $8 million heist.", "unknown"),
        ("Thieves stole coins worth $9 million.", "Thieves stole $8 million.", "unknown"),
        ("The firm paid a fine of $9 million.", "The firm paid compensation of $8 million.", "other"),
        ("The firm has sales of $9 million.", "The firm has debts of $8 million.", "other"),
        ("Thieves stole paintings worth $9 million.", "Thieves stole diamonds worth $8 million.", "excluded"),
        ("Police counted 9 paintings.", "Police counted 8 painting heists.", "other"),
    ],
)
def test_money_of_one_event(one, other, outcome):
    assert match_measured(money(one), money(other)).outcome == outcome
    assert match_measured(money(other), money(one)).outcome == outcome
