"""What a text says of how long a number or date holds, and what it replaced."""

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from claims import extract_claims
from claims.model import Claim
from corpus import Article

PUBLISHED = date(2024, 6, 14)  # a Friday
PEAK = "Oslo, with 9 million people, had 162 cases on Friday, down from a peak of 1,450."


def claim_on(text: str, words: str) -> Claim:
    found = extract_claims(Article(id="a", text=text, published=PUBLISHED))
    [claim] = [claim for claim in found if claim.text.startswith(words)]
    return claim


@pytest.mark.parametrize(
    ("text", "words", "standing"),
    [
        # moved from one level to another
        ("The death toll from the quake rose to 29 on Wednesday.", "29", "moved"),
        ("The flood has taken the toll in the valley from 11 to 14.", "14", "moved"),
        ("The flood has taken the toll in the valley from 11 to 14.", "11", "former"),
        ("The fire had burned 5,300 acres by Monday night, up from 4,100 on Sunday.", "5,300", "moved"),
        ("The fire had burned 5,300 acres by Monday night, up from 4,100 on Sunday.", "4,100", "former"),
        ("The airline raised its fleet from 12 to 15 planes.", "15", "moved"),
        ("There are 12 centres, four more than a week ago.", "12", "moved"),
        ("It has 12 seats, four more than two years ago.", "12", None),
        (PEAK, "162", "moved"),
        (PEAK, "1,450", "former"),
        (PEAK, "9 m", None),
        ("It had 162 cases by June 3, down from 200.", "162", "moved"),
        # put right
        ("The bureau revised growth from 2.1 to 1.9 percent.", "1.9", "revised"),
        ("Factory orders fell to 96,000 from a revised 118,000.", "118,000", "revised"),
        ("The bridge costs 320 million euros, 30 million more than announced in May.", "320", "revised"),
        ("Prosecutors corrected the number of victims to 34.", "34", "revised"),
        # for the time being
        ("The quake had a preliminary magnitude of 6.3.", "6.3", "preliminary"),
        ("Damage was initially put at $2 billion.", "$2 billion", "preliminary"),
        ("Early results gave the party 41 seats.", "41", "preliminary"),
        # replaced
        ("The office had earlier put the figure at 112,000.", "112,000", "former"),
        ("A previous count gave 300 ballots.", "300", "former"),
        # the latest
        ("Firefighters now number 2,450.", "2,450", "current"),
        ("Five of the nine are still at large.", "Five", None),
        ("So far, 19 tonnes have been found.", "19", "current"),
        ("Calm returns as arrests reach 78", "78", "current"),
        ("Measles cases have reached 131.", "131", "current"),
        ("The number of homes lost stands at 131.", "131", "current"),
        ("Airlines have scrubbed 2,000 flights since Sunday.", "2,000", "current"),
        # nothing of the kind
        ("The quake killed 12 people.", "12", None),
        ("Sales were $5 billion, $1 billion more than analysts expected.", "$5", None),
        ("Pensioners who reach 65 pay less.", "65", None),
        ("Trains can reach 80 mph.", "80", None),
        ("Prices range from $2 to $4.", "$2", None),
        ("He drove from Rome to 12 villages.", "12", None),
        ("He scored 30 goals earlier this season.", "30", None),
        ("The initial public offering raised $5 billion.", "$5", None),
        ("Rovers won 4-1 and moved up to third.", "4", None),
        ("She said the rules, now 12 years old, killed 30 people.", "30", None),
        ("Airlines had scrubbed 2,000 flights since 2019.", "2,000", None),
        ("Call 0800 123 456 to donate $30.", "$30", None),
        ("TWELVE DEAD IN BLAZE", "TWELVE", None),
    ],
)
def test_the_standing_of_a_number(text: str, words: str, standing: str | None) -> None:
    assert claim_on(text, words).standing == standing


@pytest.mark.parametrize(
    ("text", "words", "standing"),
    [
        ("The opening was postponed from 1 December to 15 March 2025.", "15 March", "revised"),
        ("The opening was postponed from 1 December to 15 March 2025.", "1 December", "former"),
        ("The launch has been put off until July 9.", "July 9", "revised"),
        ("The trial will now begin on 10 July.", "10 July", "current"),
        ("They go on trial on July 10 rather than in April.", "April", "former"),
        ("The shop is open from May to August.", "August", None),
        ("The court met on June 10.", "June 10", None),
    ],
)
def test_the_standing_of_a_date(text: str, words: str, standing: str | None) -> None:
    assert claim_on(text, words).standing == standing


@pytest.mark.parametrize(
    ("text", "words", "replaces"),
    [
        ("The toll rose from 11 to 14.", "14", "11"),
        ("The fire had burned 5,300 acres by Monday night, up from 4,100 on Sunday.", "5,300", "4100"),
        ("The bureau revised growth from 2.1 to 1.9 percent.", "1.9", "2.1"),
        ("The opening was postponed from 1 December to 15 March 2025.", "15 March", "2024-12-01"),
        # figures of two periods, of which neither takes the other's place
        ("Unemployment fell to 6.4 percent in April from 6.7 percent in March.", "6.4", None),
        ("Net profit rose to $336 million from $300 million.", "$336", None),
        ("Attendance rose from 300 last year to 340.", "340", None),
        ("The toll rose by 3 to 14.", "14", None),
    ],
)
def test_what_a_number_replaced(text: str, words: str, replaces: str | None) -> None:
    assert claim_on(text, words).replaces == replaces


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The quake killed 12 people.", "12", PUBLISHED),
        ("As of Monday, 12 people had died.", "12", date(2024, 6, 10)),
        ("By Tuesday evening police had arrested 30 people.", "30", date(2024, 6, 11)),
        ("By late Tuesday 30 people had been arrested.", "30", date(2024, 6, 11)),
        ("Police arrested 30 people on Tuesday.", "30", PUBLISHED),
        ("The mayor, elected in 2019, counted 30 tents.", "30", PUBLISHED),
    ],
)
def test_the_day_as_of_which_a_number_is_told(text: str, words: str, told: date) -> None:
    assert claim_on(text, words).told == told


def test_what_was_replaced_is_of_the_same_thing():
    text = "The fire had burned 5,300 acres by Monday night, up from 4,100 on Sunday."
    now, before = claim_on(text, "5,300"), claim_on(text, "4,100")
    assert (before.unit, before.event, before.item) == (now.unit, now.event, now.item)


def test_the_lexicon_is_whole():
    text = files("claims.lexicon").joinpath("standing.toml").read_text(encoding="utf-8")
    for table in tomllib.loads(text).values():
        for forms in table.values():
            assert forms == sorted(set(forms))
            assert all(form == form.casefold() for form in forms)
