"""What fixes a text's own publication date, and what only dates what it tells."""

from datetime import date

import pytest

from claims.published import published_from_text

DAY = date(2019, 10, 24)


@pytest.mark.parametrize(
    "text",
    [
        "BELGRADE, Oct. 24, 2019 (Reuters) - Russia sent missiles on Friday.",
        "BELGRADE, Serbia, October 24, 2019 — Russia sent missiles.",
        "LONDON/MOSCOW, 24 October 2019 (AP) — Talks began.",
        "Missiles arrive\nPublished: 24 October 2019\nThe first came in 2018.",
        "Missiles arrive\nPublished on October 24, 2019 at 10:15\nText.",
        "Missiles arrive\nPosted on October 24, 2019 by admin\nText.",
        "Missiles arrive\nFirst published 24 Oct 2019\nText.",
        "Missiles arrive\nThursday, October 24, 2019\nText.",
        "Missiles arrive\n\n2019-10-24\n\nText.",
        "Missiles arrive\n24 October 2019, 10:15 GMT\nText.",
        "Missiles arrive\nThursday, October 24\nText.\n© 2019 The Saltmark Times",
    ],
)
def test_a_text_that_says_when_it_was_published(text: str) -> None:
    assert published_from_text(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The treaty was signed on October 24, 2019.",
        "BELGRADE, Oct 24 (Reuters) - Russia sent missiles.",
        "Published: yesterday\nText.",
        "October 24, 2019 saw the first delivery.",
        "Published figures of October 24, 2019 show a rise.",
        "Posted on October 24, 2019\nFirst.\nPosted on October 25, 2019\nSecond.",
        "Missiles arrive\nThursday, October 24\nText.",
        "Missiles arrive\nFriday, October 24\nText.\n© 2019 The Saltmark Times",
        "NATO and the EU, October 24, 2019 was the day they met.",
        "The date 24 October 2019 was set.",
        "Copyright 2019",
        "Date: to be confirmed",
    ],
)
def test_a_text_that_does_not(text: str) -> None:
    assert published_from_text(text) is None


@pytest.mark.parametrize(
    ("first", "last", "day"),
    [
        (date(2019, 1, 1), date(2021, 12, 31), DAY),
        (date(2015, 1, 1), date(2023, 12, 31), DAY),
        (date(2012, 1, 1), date(2020, 12, 31), None),  # 2013 fits too
        (date(2020, 1, 1), date(2021, 12, 31), None),
        (date(2019, 11, 1), date(2021, 12, 31), None),
        (date(2019, 1, 1), None, None),
    ],
)
def test_a_weekday_fixes_the_year_within_bounds(first: date, last: date | None, day: date | None) -> None:
    assert published_from_text("Missiles arrive\nThursday, October 24\nText.", first=first, last=last) == day


def test_a_day_outside_the_bounds_is_none() -> None:
    assert published_from_text("Published: 24 October 2019", last=date(2019, 1, 1)) is None
