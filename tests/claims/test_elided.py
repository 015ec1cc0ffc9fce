"""What a number leaves out: unit, scale, thing and event that another number of its sentence gives."""

from decimal import Decimal

import pytest

from claims import extract_claims
from claims.model import Claim
from corpus import Article


def claim_on(text: str, words: str) -> Claim:
    [found] = [claim for claim in extract_claims(Article(id="a", text=text)) if claim.text.startswith(words)]
    return found


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "head", "event"),
    [
        ("The deficit will widen from $1.2 billion to 1.5.", "1.5", "1.5e9", "USD", "deficit", "debt"),
        ("The court cut his sentence from 18 years to 11.", "11", "11", "year", "sentence", "sentence"),
        ("The Greens took 14.2 percent of the vote, up from 9.8.", "9.8", "9.8", "percent", "vote", "vote"),
        ("Revenue was 640 million pounds, against 588 million.", "588", "588e6", "GBP", "revenue", "revenue"),
        ("The dividend was raised to 42 pence from 38.", "38", "0.38", "GBP", "dividend", "dividend"),
        ("They found 27 cases of cholera, bringing the total to 412.", "412", "412", "", "case", "infected"),
        ("The number of wounded rose to 310 from 284.", "284", "284", "", "wounded", "injured"),
        ("He had 42 points and 11 rebounds in a 118-112 win.", "118", "118", "", "point", "score"),
        ("Ten adults, including four children, were killed and 27 hurt.", "27", "27", "", "adult", "injured"),
        ("Winds of 130 mph (210 kph), up from 105, blew.", "105", "105", "mile / hour", "wind", "wind-speed"),
        ("It found 1,287 cases of cholera in six weeks against 398.", "398", "398", "", "case", "infected"),
        ("The work took 12 weeks, against 10.", "10", "10", "week", "work", None),
        # a number with a thing of its own, another party's or an own unit keeps it
        ("She has 217,940 votes, against 214,060 for Mr Adair.", "214,060", "214060", "", "vote", None),
        ("Rovers won 12 games from 8 venues.", "8", "8", "", "venue", "win"),
        ("It cut 900 jobs, against $3 million in savings.", "$3", "3e6", "USD", "saving", "savings"),
        ("The price rose from $1.2 billion to 950 this week.", "950", "950", "USD", "price", "cost"),
    ],
)  # fmt: skip
def test_what_another_number_gives(text, words, value, unit, head, event):
    claim = claim_on(text, words)
    assert (claim.value, claim.unit, claim.event) == (Decimal(value), unit, event)
    assert claim.item is not None
    assert claim.item.head == head


def test_the_whole_of_what_was_counted_before():
    assert claim_on("At least 31 people died, 12 of them children.", "12").whole == 31
    two = "The blast killed 31 people and injured 40, 12 of them children."
    assert claim_on(two, "12").whole is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He took 11 rebounds in a 118-112 win.", "118"),
        ("Each household gets a £150 rebate, and 2.1 million will get £400.", "2.1 million"),
    ],
)
def test_what_no_other_number_gives(text, words):
    claim = claim_on(text, words)
    assert (claim.unit, claim.item) == ("", None)


def test_an_age_between_commas():
    assert claim_on("The driver, 54, was taken to hospital.", "54").event == "age"


@pytest.mark.parametrize(
    ("text", "words", "scope"),
    [
        ("The line carries 190,000 passengers a day.", "190,000", "per day"),
        ("About 190,000 people use them every day.", "190,000", "per day"),
        ("A daily traffic of 14,000 vehicles is forecast.", "14,000", "per day"),
        (
            "On most days of the year, so the ministry says, some 48,000 cars and\ntrucks cross it daily.",
            "48,000",
            "per day",
        ),
        ("It has a fleet of 48,000 cars\n\nDaily traffic is heavy.", "48,000", None),
        ("They can produce 40 million doses annually.", "40", "per year"),
        ("He killed 12 people a day after the quake.", "12", None),
        ("The dead were four members of the flight crew.", "four", None),
        ("Unemployment edged up to 5.6 percent.", "5.6", None),
        ("The rate of infection dropped from 48 per 100,000.", "48", "per 100000"),
        ("It was the season's third cyclone.", "third", "of the season"),
        ("It was the first strike in 39 years.", "first", "of 39 years"),
        ("A display, a 4,850mAh battery and more.", "4,850", None),
        ("Stocks stood at 20 million tonnes, a four-year high.", "20", None),
        ("It costs $3 a litre.", "$3", "per litre"),
        ("It earned $1.37 per diluted share.", "$1.37", "per share"),
        ("Rents are $30 per square foot.", "$30", "per square foot"),
        ("It was their seventh win in a row.", "seventh", "in a row"),
        ("It was a seventh consecutive win.", "seventh", "in a row"),
        ("It was the fourth time running.", "fourth", "in a row"),
        ("It was the fourth time running shoes sold out.", "fourth", "in a row"),
        ("It costs 2,585 rupees per 100 kg.", "2,585", "per 100"),
        ("It was the third cyclone in two years.", "third", "of two years"),
        ("It was the third cyclone in a year.", "third", "of the year"),
        ("It was the third cyclone to hit Marova.", "third", None),
    ],
)
def test_the_scope_of_rates_and_ranks(text, words, scope):
    assert claim_on(text, words).scope == scope


def test_hostile_lists_take_linear_time():
    text = "it rose from $3 to 4, against 5 of them, " * 100
    assert len(extract_claims(Article(id="a", text=text))) > 100
