"""What `find_dates` reads, from many kinds of news, and what it leaves alone."""

from datetime import date

import pytest

from claims import find_dates

MONDAY = date(2022, 1, 10)


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("The accord was signed on April 6, 1994.", "April 6, 1994", "1994-04-06"),
        ("The accord was signed on 6 April 1994.", "6 April 1994", "1994-04-06"),
        ("Polling day is Tuesday, November 8, 2022.", "Tuesday, November 8, 2022", "2022-11-08"),
        ("BELGRADE, Oct 24 (Reuters) - Russia sent missiles.", "Oct 24", "2021-10-24"),
        ("Updated 2021-11-05.", "2021-11-05", "2021-11-05"),
        ("The union called a strike for early 2023.", "early 2023", "2023"),
        ("Wages fell in the 1990s.", "the 1990s", "199"),
        ("It struck at 11 p.m. EST Sunday.", "11 p.m. EST Sunday", "2022-01-09T23:00"),
        ("The ministry said Friday it had no plans.", "Friday", "2022-01-07"),
        ("The deal runs for six months.", "six months", "P6M"),
        ("Ferries run daily.", "daily", "P1D"),
        ("He is currently in hospital.", "currently", "PRESENT_REF"),
        ("Drills ran from Oct. 5-7.", "Oct. 5-7", "2021-10-05/2021-10-07"),
    ],
)
def test_value(text: str, found: str, value: str) -> None:
    [mention] = find_dates(text, MONDAY)
    assert (mention.text, mention.value) == (found, value)
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It came last Friday.", "XXXX-WXX-5"),
        ("It came in November.", "XXXX-11"),
        ("It came today.", "XXXX-XX-XX"),
    ],
)
def test_relative_dates_stay_open_without_publication(text: str, value: str) -> None:
    [mention] = find_dates(text)
    assert (mention.value, mention.first, mention.last) == (value, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Thirty T-72 tanks and a Boeing 747.",
        "The army lost 1,984 tanks.",
        "May said a second mayor would march on.",
        "The line is staffed 24/7.",
        "The exercise was dubbed Slavic Shield 2019.",
        "Arsenal won 3-2, and 5-4 on penalties.",
        "The form said May 35.",
    ],
)
def test_look_alikes_are_no_dates(text: str) -> None:
    assert find_dates(text, MONDAY) == []
