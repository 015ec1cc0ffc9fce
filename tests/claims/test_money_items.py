"""What money is the price, the value or the sum of, and amounts of which only the payer is named."""

from datetime import date

import pytest

from claims.extract import extract_claims
from claims.model import Item
from corpus.article import Article


def items_of(text: str) -> list[str | None]:
    article = Article(id="a", text=text, publisher=None, published=date(2024, 3, 5))
    found = [claim for claim in extract_claims(article) if claim.value is not None and claim.unit]
    return [claim.item.head if isinstance(claim.item, Item) else None for claim in found]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Thieves took $90 million worth of emeralds from the shop.", "emerald"),
        ("Emeralds worth $90 million were taken from the shop.", "emerald"),
        ("The men were jailed for a $90 million diamond heist.", "heist"),
        ("The bank has to pay a fine of €40 million.", "fine"),
        ("Norway sent $25 million in aid to the islands.", "aid"),
        ("The firm had sales of $3.2 billion.", "sale"),
        ("The repairs cost £7 million.", "repair"),
        ("The bill rose to £7 million.", "bill"),
        ("The club bought the player for 30 million euros.", "player"),
        ("She signed a $2 million contract on Monday.", "contract"),
        ("The budget of $12 billion was passed.", "budget"),
    ],
)
def test_thing_paid_for(text, head):
    assert items_of(text) == [head]


@pytest.mark.parametrize(
    "text",
    [
        "The film took $12 million in second place.",
        "Third place went to a horror film, with $11.3 million.",
        "Robbers stole $90 million from a shop in Lisbon.",
        "Donors pledged $25 million on Friday.",
        "The company spent $310 million on the network.",
        "The airline lost $40 million in the first half.",
        "The government has set aside £2 billion for repairs.",
        "Families of the dead will receive $4,000.",
        "A nurse earns up to $61,000.",
        pytest.param(
            "The swindler cheated 300 savers out of $8 million.",
            marks=pytest.mark.xfail(strict=True, reason="a payer of no known kind before a preposition"),
        ),
        "THIEVES STEAL $90 MILLION",
    ],
)
def test_open_where_only_the_payer_is_named(text):
    assert items_of(text) == [None]


def test_counts_keep_their_people():
    article = Article(id="a", text="Police arrested 15 robbers.", publisher=None, published=date(2024, 3, 5))
    assert [claim.item.head for claim in extract_claims(article) if claim.item] == ["robber"]
