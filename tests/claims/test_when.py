"""Which date of a sentence, and which share of a thing, belongs to which number."""

from datetime import date

import pytest

from claims import extract_claims
from claims.model import Claim
from corpus import Article


def claim_on(text: str, words: str) -> Claim:
    article = Article(id="a", text=text, published=date(2022, 1, 10))
    [found] = [claim for claim in extract_claims(article) if claim.text.startswith(words)]
    return found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In November, Serbia took delivery of thirty tanks and thirty carriers.", "thirty t", "2021-11"),
        ("The quake on Tuesday killed 12 people.", "12", "2022-01-04"),
        ("Belgrade's 2019 purchase of six older systems was costly.", "six", "2019"),
        ("Sales rose to $9 million in 2021 from $6 million in 2020.", "$9", "2021"),
        ("Sales rose to $9 million in 2021 from $6 million in 2020.", "$6", "2020"),
        ("He said on February 23 that the ministry had received two systems.", "two", None),
        ("Since 2016 the army has lost 12 tanks.", "12", None),
        ("Rovers won 27 games before 2019.", "27", None),
        ("The court jailed 14 men.", "14", None),
    ],
)
def test_the_time_of_a_number(text: str, words: str, value: str | None) -> None:
    when = claim_on(text, words).when
    assert (when.value if when else None) == value


@pytest.mark.parametrize(
    ("text", "words", "scope"),
    [
        ("The army received 30 more tanks.", "30", "additional"),
        ("Two of the six systems have arrived.", "Two", "part"),
        ("A total of 40 homes burned.", "40", "total"),
        ("Each truck carries up to four missiles.", "four", "up to"),
        ("Winners get $500 each.", "$500", "each"),
        ("Oil fell to $71 a barrel.", "$71", "per barrel"),
        ("The tax is 20 cents per litre.", "20", "per litre"),
        ("Nine people were hurt.", "Nine", None),
        ("The 72 turbines, each as tall as a tower, turn.", "72", None),
        ("He spent $30 a year ago.", "$30", None),
    ],
)
def test_the_scope_of_a_number(text: str, words: str, scope: str | None) -> None:
    assert claim_on(text, words).scope == scope


@pytest.mark.parametrize(
    "text",
    [
        "BELGRADE, Oct 24 (Reuters) - Serbia said it was neutral.",
        "The ministry is now neutral.",
    ],
)
def test_a_dateline_and_a_vague_time_date_no_event(text: str) -> None:
    assert extract_claims(Article(id="a", text=text)) == []


def test_a_definite_phrase_means_what_was_named_before() -> None:
    text = "Serbia bought Pantsir S1 air-defense systems. Two of the six ordered systems came."
    six = claim_on(text, "six")
    assert six.item is not None
    assert six.item.designation == "Pantsir S1"
    plain = claim_on("Serbia bought Pantsir S1 systems. Six radar systems came from Spain.", "Six")
    assert plain.item is not None
    assert plain.item.designation is None
