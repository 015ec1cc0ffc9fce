"""Which of two different numbers or dates of one fact is the later one, and which pair is an error."""

from datetime import date

import pytest

from claims import extract_claims
from claims.model import Claim
from corpus import Article
from factcheck.linking.updates import earlier_and_later, is_of_two_periods, update_reason

MONDAY, TUESDAY, LATER = date(2024, 6, 10), date(2024, 6, 11), date(2024, 7, 4)


def claim_in(text: str, words: str, day: date | None) -> Claim:
    found = extract_claims(Article(id=f"{day}", text=text, published=day))
    [claim] = [claim for claim in found if claim.text.startswith(words)]
    return claim


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        # counts that grow from day to day
        (("The quake killed 12 people.", "12"), ("The quake killed 15 people.", "15"), (MONDAY, TUESDAY)),
        (("Police say 30 were injured.", "30"), ("The blast injured 41.", "41"), (MONDAY, TUESDAY)),
        (
            ("The fire burned 900 acres.", "900"),
            ("The fire has burned 1,400 acres.", "1,400"),
            (MONDAY, TUESDAY),
        ),
        (
            ("With 40,000 votes counted, she led.", "40,000"),
            ("She has 58,000 votes.", "58,000"),
            (MONDAY, TUESDAY),
        ),
        (
            ("The town counts 612 cases.", "612"),
            ("Cases: 705.", "705"),
            (MONDAY, TUESDAY),
        ),
        # told as of other days in texts of one day
        (
            ("As of Sunday, 12 people had died.", "12"),
            ("By Monday, 15 people had died.", "15"),
            (TUESDAY, TUESDAY),
        ),
        # counts that fall and rise
        (("Nine people are missing.", "Nine"), ("Five people are missing.", "Five"), (MONDAY, TUESDAY)),
        (("The fire is 12% contained.", "12"), ("The fire is 30% contained.", "30"), (MONDAY, TUESDAY)),
        # what accrues over weeks
        (("The town has built 340 homes.", "340"), ("The town has built 512 homes.", "512"), (MONDAY, LATER)),
        # the later text says so
        (("Police held 15 men.", "15"), ("The number of men held rose to 22.", "22"), (MONDAY, TUESDAY)),
        (("Some 1,900 crew fought it.", "1,900"), ("Crew now number 2,450.", "2,450"), (MONDAY, TUESDAY)),
        (
            ("The repairs cost $96 million.", "$96"),
            ("The cost rose to $104 million.", "$104"),
            (MONDAY, LATER),
        ),
        (
            ("The quake had magnitude 6.3.", "6.3"),
            ("It revised the magnitude to 6.1.", "6.1"),
            (MONDAY, TUESDAY),
        ),
        # the text itself gives what was replaced, whatever the days
        (
            ("Growth was 2.1 percent.", "2.1"),
            ("It revised growth from 2.1 to 1.9 percent.", "1.9"),
            (MONDAY, MONDAY),
        ),
        (
            ("The line will open on 1 December.", "1 December"),
            ("The opening was postponed from 1 December to 15 March 2025.", "15 March"),
            (MONDAY, MONDAY),
        ),
        # for the time being
        (
            ("The quake had a preliminary magnitude of 6.3.", "6.3"),
            ("The quake had a magnitude of 6.1.", "6.1"),
            (MONDAY, MONDAY),
        ),
        # a plan put off
        (
            ("The trial will open on 1 July.", "1 July"),
            ("The trial will now open on 9 September.", "9 September"),
            (MONDAY, TUESDAY),
        ),
    ],
)
def test_an_update(first: tuple[str, str], second: tuple[str, str], days: tuple[date, date]) -> None:
    a, b = claim_in(*first, days[0]), claim_in(*second, days[1])
    assert update_reason(a, b)
    assert update_reason(b, a) == update_reason(a, b)
    assert earlier_and_later(a, b) == earlier_and_later(b, a) == (a, b)


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        # a toll that falls, or differs on one day, or on no known day
        (("The quake killed 15 people.", "15"), ("The quake killed 12 people.", "12"), (MONDAY, TUESDAY)),
        (("The quake killed 12 people.", "12"), ("The quake killed 15 people.", "15"), (MONDAY, MONDAY)),
        (("The quake killed 12 people.", "12"), ("The quake killed 15 people.", "15"), (None, None)),
        # an event long over
        (
            ("The dam broke in 2021, killing 37 people.", "37"),
            ("The dam broke in 2021, killing 39 people.", "39"),
            (MONDAY, LATER),
        ),
        # what happens once at one stroke
        (("Police arrested 15 men.", "15"), ("Police arrested 51 men.", "51"), (MONDAY, TUESDAY)),
        (("She won 4 medals.", "4"), ("She won 5 medals.", "5"), (MONDAY, TUESDAY)),
        (("The prize is $50,000.", "$50,000"), ("The prize is $60,000.", "$60,000"), (MONDAY, TUESDAY)),
        # digits in another order
        (("Some 19 boats lay there.", "19"), ("Now 91 boats lie there.", "91"), (MONDAY, TUESDAY)),
        # two periods
        (
            ("Sales were $5 billion in 2022.", "$5"),
            ("Sales rose to $6 billion in 2023.", "$6"),
            (MONDAY, LATER),
        ),
        (("Crashes killed 300 in 2022.", "300"), ("Crashes killed 340 in 2023.", "340"), (MONDAY, LATER)),
        (("Shares were at $51.", "$51"), ("Shares rose to $54.", "$54"), (MONDAY, TUESDAY)),
        # a plan and what came of it
        (("It will build 400 homes.", "400"), ("It has built 512 homes.", "512"), (MONDAY, LATER)),
        (("The law raises the fee from $5 to $7.", "$5"), ("The fee is $9.", "$9"), (MONDAY, TUESDAY)),
    ],
)
def test_no_update(first: tuple[str, str], second: tuple[str, str], days: tuple[date, date]) -> None:
    a, b = claim_in(*first, days[0]), claim_in(*second, days[1])
    assert update_reason(a, b) is None
    assert update_reason(b, a) is None


@pytest.mark.parametrize(
    ("first", "second", "day", "two"),
    [
        ("in 2021", "in 2022", MONDAY, True),
        ("in May 2021", "in June 2021", MONDAY, True),
        ("in May 2021", "in 2021", MONDAY, False),
        ("in May 2021", "on May 31, 2021", MONDAY, False),
        ("in May 2021", "on June 1, 2021", MONDAY, True),
        ("on May 30, 2021", "on May 31, 2021", MONDAY, False),
        ("in May", "in June", None, True),
        ("in May", "in May", None, False),
        ("", "in May 2021", MONDAY, False),
    ],
)
def test_figures_of_two_periods(first: str, second: str, day: date | None, two: bool) -> None:
    a, b = (claim_in(f"Crashes killed 300 people {when}.", "300", day) for when in (first, second))
    assert is_of_two_periods(a, b) == is_of_two_periods(b, a) == two
