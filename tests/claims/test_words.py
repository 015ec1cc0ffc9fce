"""Inflection: singulars, verb forms and stems."""

import pytest

from claims.words import singular, stem, verb_forms


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("tanks", "tank"),
        ("deliveries", "delivery"),
        ("houses", "house"),
        ("diseases", "disease"),
        ("buses", "bus"),
        ("losses", "loss"),
        ("matches", "match"),
        ("servicemen", "serviceman"),
        ("specimen", "specimen"),
        ("people", "person"),
        ("aircraft", "aircraft"),
        ("crisis", "crisis"),
        ("gas", "gas"),
        ("politics", "politics"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
    assert singular(plural.upper()) == one


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("steal", {"steal", "steals", "stole", "stolen", "stealing"}),
        ("free", {"free", "frees", "freed", "freeing"}),
        ("pass", {"pass", "passes", "passed", "passing"}),
    ],
)
def test_verb_forms(base: str, forms: set[str]) -> None:
    assert verb_forms(base) == forms


def test_consonants_that_may_double_are_given_both_ways() -> None:
    assert {"shipped", "shipping"} <= verb_forms("ship")
    assert {"ordered", "ordering"} <= verb_forms("order")


@pytest.mark.parametrize(
    "words", [("killed", "kill", "killing"), ("seized", "seize", "seizing"), ("sank", "sink")]
)
def test_forms_of_one_word_share_a_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1
