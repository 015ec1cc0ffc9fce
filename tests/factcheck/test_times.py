"""Which stated times can contradict each other."""

from datetime import date

import pytest

from claims import extract_claims
from corpus import Article
from factcheck.judging.times import are_two_times, is_bare_hour

PUBLISHED = date(2021, 3, 5)  # a Friday


def told(text, published=PUBLISHED):
    claims = extract_claims(Article(id="a", text=text, published=published))
    return next(claim for claim in claims if claim.kind == "date")


@pytest.mark.parametrize(
    ("text", "is_bare"),
    [
        ("The pit blew up at 11:20 p.m.", True),
        ("The pit blew up at 11:20 p.m. on March 3, 2021.", False),
        ("The pit blew up on Monday morning.", False),
        ("The pit blew up on March 3, 2021.", False),
    ],
)
def test_an_hour_without_a_day(text, is_bare):
    assert is_bare_hour(told(text)) is is_bare


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("The dam burst on March 3, 2021.", "The dam burst on March 4, 2021.", True),
        ("The dam burst on March 3, 2021.", "The dam burst on March 3, 2021.", False),
        ("The dam burst on March 3, 2021.", "The dam burst in March 2021.", False),
        ("The dam burst on March 3, 2021.", "The dam burst in 2019.", False),
        ("The dam burst in March 2021.", "The dam burst in February 2021.", True),
        ("Sales rose in the third quarter of 2021.", "Sales rose in the fourth quarter of 2021.", False),
        ("Sales rose in the third quarter of 2021.", "Sales rose in December 2021.", False),
        ("The dam burst on Tuesday.", "The dam burst on Wednesday.", True),
        ("The dam burst on Tuesday.", "The dam burst on May 4, 2019.", False),
        ("The dam burst at 11:20 p.m.", "The dam burst at 10:20 p.m.", True),
        ("The dam burst at 11:20 p.m.", "The dam burst at 11:20 p.m.", False),
        ("The dam burst at 11:20 p.m.", "The dam burst on March 3, 2021.", False),
    ],
)
def test_two_times_of_one_event(one, other, two):
    assert are_two_times(told(one), told(other)) is two
    assert are_two_times(told(other), told(one)) is two


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("Prices fell in March.", "Prices fell in March.", False),
        ("Prices fell in March.", "In MARCH, prices fell.", False),
        ("The dam burst on March 9.", "The dam burst on 9 March.", False),
        ("Prices fell in March.", "Prices fell in April.", True),
        ("The dam burst on March 9.", "The dam burst on March 8.", True),
        ("Prices fell in March 2020.", "Prices fell in March 2021.", True),
        ("Prices fell in March '20.", "Prices fell in March '21.", True),
    ],
)
def test_a_month_in_the_same_words_is_one_month_whoever_tells_it_first(one, other, two):
    """Before March has begun, "in March" is that of last year; then that of this year."""
    early, late = told(one, date(2021, 2, 28)), told(other, date(2021, 3, 12))
    assert are_two_times(early, late) is two
    assert are_two_times(late, early) is two


@pytest.mark.parametrize(
    ("past", "coming", "two"),
    [
        ("The plant closed last month.", "The plant will close in September.", False),
        ("The plant closed in January.", "The plant will close in September.", False),
        ("The plant closed last month.", "The plant will close in March.", True),
        ("The plant will close in August.", "The plant will close in September.", True),
        ("The plant closed in February 2021.", "The plant closed in September 2021.", True),
        ("The plant closed in January.", "The plant closed in February.", True),
    ],
)
def test_what_is_over_is_not_what_is_awaited_in_another_season(past, coming, two):
    assert are_two_times(told(past), told(coming)) is two
    assert are_two_times(told(coming), told(past)) is two


def test_last_year_is_another_year_in_another_year():
    one, other = (told("Sales fell by 3 percent last year.", date(year, 3, 5)) for year in (2021, 2023))
    assert are_two_times(one, other, of_number=True)
    assert not are_two_times(one, other)


@pytest.mark.parametrize(
    ("hour", "day", "two"),
    [
        ("11:20 p.m.", date(2021, 3, 6), False),  # the day is that of publication, and nobody tells it
        ("10:20 p.m.", date(2021, 3, 6), True),
        ("10:20 p.m.", date(2021, 4, 20), False),
    ],
)
def test_an_hour_is_held_against_an_hour_of_those_weeks(hour, day, two):
    one, other = told("The dam burst at 11:20 p.m."), told(f"The dam burst at {hour}", day)
    assert are_two_times(one, other) is two
    assert are_two_times(other, one) is two
