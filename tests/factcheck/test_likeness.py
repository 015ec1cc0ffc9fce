"""How alike sentences and articles are."""

import pytest

from claims import extract_claims
from claims.model import Claim
from corpus import Article
from factcheck.linking.likeness import Likeness

FERRY = "The ferry Alma Grace sank off Dunmore on Sunday and 12 passengers drowned, the coast guard said."


def first_claims(*texts: str) -> list[Claim]:
    """The first claim of each text, each text an article."""
    return [extract_claims(Article(id=f"a{n}", text=text))[0] for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("a", "b", "is_one"),
    [
        (FERRY, "Twelve passengers drowned when the ferry Alma Grace went down off Dunmore.", True),
        (FERRY, "Shares of the retailer fell 12 percent on Sunday, the company said.", False),
        (FERRY, "Rovers beat Castle Vale 3-1 before 12,000 fans on Sunday, the club said.", False),
    ],
)
def test_one_story(a, b, is_one):
    claims = first_claims(a, b)
    assert Likeness.among(claims).is_one_story(*claims) == is_one


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        (FERRY, FERRY.replace("12", "21"), 1, 1),
        (FERRY, "Rovers won 3-1.", 0, 0.1),
        ("", "", 0, 1),
    ],
)
def test_sentences(a, b, least, most):
    claims = first_claims(a or "12 died.", b or "12 died.")
    assert least <= Likeness.among(claims).of_sentences(*claims) <= most


def test_frames_are_the_words_next_to_the_mention():
    same = first_claims("In all 30 tanks arrived here.", "In all 40 tanks arrived here.")
    other = first_claims("In all 30 tanks arrived here.", "Then came 40 tanks from Berlin.")
    assert Likeness.among(same).of_frames(*same) == 1
    assert Likeness.among(other).of_frames(*other) < 0.5


@pytest.mark.parametrize(("common", "rare"), [("year", "poplar"), ("compan", "isotop"), ("countr", "howitz")])
def test_a_word_that_everybody_uses_tells_less(common, rare):
    likeness = Likeness(())
    assert likeness.rare_words(frozenset({common}), frozenset({common})) < 0.5
    assert likeness.rare_words(frozenset({rare}), frozenset({rare})) > 0.5


def test_what_two_sentences_share_does_not_depend_on_other_articles():
    texts = ["The flood drowned 12 cows.", "Some 12 cows drowned in the flood."]
    alone = first_claims(*texts)
    among = first_claims(*texts, *["The flood wrecked 30 homes and drowned cows."] * 20)
    bags = [claim.context for claim in alone]
    assert Likeness.among(alone).of_words(*bags) == Likeness.among(among).of_words(*bags)
    assert Likeness.among(alone).of_stories(*alone) == Likeness.among(among).of_stories(*alone)


def test_a_sentence_without_end_is_compared_in_part():
    long = "12 cows " + "and then some " * 20_000
    claims = first_claims(long, long)
    assert Likeness.among(claims).of_sentences(*claims) == 1
