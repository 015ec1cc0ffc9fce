"""What follows from two linked sentences, by the chance that they tell one fact: a row for each rule."""

from datetime import date

import pytest

from factcheck.judging.judge import judge, on_the_number
from factcheck.judging.severity import severity_of
from tests.factcheck.linked import WEDNESDAY, linked

TANKS = "Serbia received [30 T-72 tanks] from Belarus."
OLD_TANKS, DONATED_TANKS = (f"Serbia received [{words} T-72 tanks]." for words in ("30 old", "40 donated"))
ORDERED = "Serbia ordered [six Pantsir systems] from Russia."
COST = "The bridge in Torrin cost [$316 million]."
TOLL = "The flood in Leam killed [12 people] on Monday."
TWO = "The storm wrecked [two houses] in Leam."
SALE = "The club sold [12,300 tickets]."
OPENED = "The bridge in Torrin opened on [May 3, 2019]."

LATER, WEEK_APART, MONTH_APART, SPRING_APART = (
    (WEDNESDAY, day) for day in (date(2024, 3, 8), date(2024, 3, 13), date(2024, 4, 3), date(2024, 5, 8))
)

NUMBERS = [
    # what each text tells as news of its own day
    (
        "Turnout in Leam was [47.1 percent] on Tuesday.",
        "Turnout in Leam was [41.7 percent] on Tuesday.",
        {"days": MONTH_APART},
        "discrepancy value",
    ),
    (
        "Turnout in Leam was [47.1 percent] on Tuesday.",
        "Turnout in Leam was [41.7 percent] on Tuesday.",
        {"days": SPRING_APART},
        None,
    ),
    (
        "Turnout in Leam was [47.1 percent] in 2019.",
        "Turnout in Leam was [41.7 percent] on Tuesday.",
        {"days": SPRING_APART},
        "discrepancy value",
    ),
    (
        "Turnout in Leam was [47.1 percent] on February 28.",
        "Turnout in Leam was [41.7 percent] on Tuesday.",
        {"days": SPRING_APART},
        None,
    ),
    (
        "Turnout in Leam was [47.1 percent] on February 27.",
        "Turnout in Leam was [41.7 percent] on Tuesday.",
        {"days": SPRING_APART},
        "discrepancy value",
    ),
    (
        "Turnout in Leam was [47.1 percent] in March.",
        "Turnout in Leam was [41.7 percent] in May.",
        {"days": SPRING_APART},
        "discrepancy value",
    ),
    # one number
    (TANKS, TANKS, {}, "agreement value"),
    (TANKS, TANKS, {"chance": 0.7}, "agreement value"),
    (TANKS, TANKS, {"chance": 0.5}, None),
    (SALE, "The club sold more than [12,000 tickets].", {}, "agreement value"),
    (SALE, "The club sold more than [11,000 tickets].", {}, "discrepancy value"),
    (TWO, TWO, {"alike": 0.2}, "agreement value"),
    (TWO, TWO, {"alike": 0.1}, None),
    (SALE, SALE, {"alike": 0.1}, "agreement value"),
    ("Serbia ordered [six jets].", "Serbia received [six jets].", {}, None),
    ("Exports rose [2.5 percent] in 2019.", "Exports rose [2.5 percent] in 2020.", {}, None),
    # the same number by or from somebody else
    (TANKS, "Serbia received [30 T-72 tanks] from Russia.", {}, "discrepancy party"),
    (TANKS, "Serbia received [30 T-72 tanks] from Russia.", {"is_one_story": False}, None),
    (TANKS, "Serbia received [30 jets] from Russia.", {}, None),
    # other numbers
    (TANKS, "Serbia received [40 T-72 tanks] from Belarus.", {}, "discrepancy value"),
    (TANKS, "Serbia received [40 T-72 tanks] from Belarus.", {"chance": 0.8}, "discrepancy value"),
    (TANKS, "Serbia received [40 T-72 tanks] from Belarus.", {"chance": 0.7}, "review value"),
    (TANKS, "Serbia received [40 T-72 tanks] from Belarus.", {"chance": 0.7, "alike": 0.2}, None),
    (TANKS, "Serbia lost [40 T-72 tanks] in Belarus.", {"chance": 0.7}, None),
    (TANKS, "Serbia received [40 T-72 tanks] from Russia.", {"chance": 0.7}, "review value"),
    (TANKS, "Serbia received [40 T-72 tanks] from Russia.", {}, "review value"),
    (TANKS, "Serbia received [40 T-72 tanks] from Belarus.", {"chance": 0.1}, "review value"),
    (OLD_TANKS, DONATED_TANKS, {}, "review value"),
    (OLD_TANKS, "Serbia received [40 T-72 tanks].", {}, "discrepancy value"),
    (OLD_TANKS, "Serbia received [40 air-defence T-72 tanks].", {}, "discrepancy value"),
    (SALE, "The club sold [13,200 tickets].", {}, "discrepancy value"),
    (SALE, "The club sold [13,200 tickets].", {"chance": 0.7}, None),
    (SALE, "The club sold [13,200 tickets].", {"chance": 0.8, "is_one_story": False}, None),
    (SALE, "The club sold [13,200 tickets].", {"chance": 0.9, "is_one_story": False}, "discrepancy value"),
    (SALE, "The club plans to sell [13,200 tickets].", {"chance": 0.8}, None),
    (SALE, "The club plans to sell [13,200 tickets].", {"chance": 0.9}, "discrepancy value"),
    (TOLL, "The flood in Leam killed [15 people] on Sunday.", {"chance": 0.8}, "discrepancy value"),
    ("The mine has [310 miners].", "The mine has [410 miners].", {}, "discrepancy value"),
    ("The mine has [310 miners].", "The mine has [410 miners].", {"also": {"standing": "former"}}, None),
    # the same digits
    (COST, "The bridge in Torrin cost [$316 billion].", {}, "discrepancy magnitude"),
    (COST, "The bridge in Torrin cost [$31.6 million].", {}, "discrepancy magnitude"),
    ("The bridge cost [$3 million].", "The bridge cost [$30 million].", {}, "discrepancy magnitude"),
    ("The bridge cost [$300].", "The bridge cost [$3,000].", {}, "discrepancy value"),
    ("The bridge cost [$310].", "The bridge cost [$3,100].", {}, "discrepancy magnitude"),
    ("The bridge cost [$31].", "The bridge cost [$310].", {}, "discrepancy value"),
    ("The bridge cost [$310 million].", "The bridge cost [$310].", {}, None),
    ("The bridge cost [$0].", "The bridge cost [$3,100].", {}, "discrepancy value"),
    # one number in two units
    (COST, "The bridge in Torrin cost [316 million euros].", {}, "discrepancy magnitude"),
    (COST, "The bridge in Torrin cost [316 million euros].", {"chance": 0.7}, None),
    (COST, "The bridge in Torrin cost [317 million euros].", {}, None),
    ("The bridge cost [$1 million].", "The bridge cost [1 million euros].", {}, None),
    (COST, "The bridge in Torrin is [316 metres] long.", {}, None),
    ("The march was [30 miles] long.", "The march was [30 kilometres] long.", {}, "discrepancy value"),
    # stages of one deal
    (ORDERED, "Serbia received [two Pantsir systems] from Russia.", {}, "discrepancy stage"),
    (ORDERED, "Serbia received [six Pantsir systems] from Russia.", {}, None),
    (ORDERED, "Serbia received [two Pantsir systems] from Russia.", {"alike": 0.6}, "discrepancy stage"),
    (ORDERED, "Serbia received [two jets] from Russia.", {}, "discrepancy value"),
    ("The city ordered [600 trams].", "The city received [200 trams].", {"alike": 0.6}, "discrepancy stage"),
    ("The city ordered [600 trams].", "The city received [200 trams].", {"alike": 0.4, "chance": 0.5}, None),
    # of another kind, or of no number
    (
        "Egypt ordered [$600 million] of wheat.",
        "Egypt received [200 tonnes] of wheat.",
        {"chance": 0.5},
        None,
    ),
    ("Egypt ordered [140 jets].", "Egypt received [dozens] of jets.", {"chance": 0.5}, None),
    # a price that is told and one that is expected
    ("The shares closed at [$30] in London.", "The shares may close at [$35] in London.", {}, None),
    # a later number in another unit
    (
        "The slick covered [5 square miles].",
        "The slick grew to [40 square kilometres].",
        {"days": LATER},
        "update value",
    ),
    # as many at the later stage: nothing is outstanding
    (
        "Turkey ordered over [40 jets] from France.",
        "Turkey received under [40 jets] from France.",
        {"chance": 0.5},
        None,
    ),
    # a later number of somebody else's is no update
    (
        "Mali killed [12 rebels] in Kidal.",
        "Mali has killed [15 rebels] in Kidal.",
        {"days": LATER},
        "update value",
    ),
    ("Mali killed [12 rebels] in Kidal.", "Niger has killed [15 rebels] in Kidal.", {"days": LATER}, None),
]
DATES = [
    (OPENED, OPENED, {}, "agreement date"),
    (OPENED, OPENED, {"chance": 0.5}, None),
    (OPENED, "The bridge in Torrin opened on [May 4, 2019].", {}, "discrepancy date"),
    (OPENED, "The bridge in Torrin opened on [May 4, 2019].", {"chance": 0.72}, "discrepancy date"),
    (OPENED, "The bridge in Torrin opened on [May 4, 2019].", {"chance": 0.65}, None),
    (
        OPENED,
        "The bridge in Torrin opened on [May 4, 2019].",
        {"chance": 0.8, "is_one_story": False},
        None,
    ),
    (OPENED, "The bridge in Torrin opened in [2018].", {}, None),
    (OPENED, "The bridge in Torrin opened in [May 2019].", {}, "agreement date"),
    (OPENED, "The bridge in Torrin opened in [June 2019].", {}, "discrepancy date"),
    ("The club met in [May 2019].", "The fair shut in [May 2019].", {}, None),
    ("Serbia ordered jets on [May 3, 2019].", "Serbia received jets on [May 3, 2019].", {}, None),
    (OPENED, "The bridge in Torrin was festive on [May 4, 2019].", {"chance": 0.72}, "discrepancy date"),
    ("Drills began on [May 3, 2019].", "Drills began on [May 4, 2019].", {}, None),
    # what can be held against each other
    ("The bridge opened at [11 p.m.].", "The bridge opened at [9 p.m.].", {}, "discrepancy date"),
    ("The bridge opened at [11 p.m.].", "The bridge opened on [May 3, 2019].", {}, None),
    ("The bridge opened on [Tuesday].", "The bridge opened on [Monday].", {}, "discrepancy date"),
    ("The bridge opened over [the weekend].", "The bridge opened on [Monday].", {}, None),
    ("The bridge has been open since [Sunday].", "The bridge opened on [Monday].", {}, None),
    ("The bridge opened in [2018].", "The bridge opened in [2019].", {}, "discrepancy date"),
    ("The bridge opened [last year].", "The bridge opened in [2019].", {}, None),
    ("The bridge opened in [2018].", "The bridge opened in [May 2019].", {}, "discrepancy date"),
    ("The bridge opened in [2018].", "The bridge opened on [May 4, 2019].", {}, None),
    ("The bridge opened in [May 2018].", "The bridge opened on [May 4, 2019].", {}, "discrepancy date"),
    ("The bridge opened [last month].", "The bridge opened in [May 2019].", {}, "discrepancy date"),
    ("Since [Sunday] the bridge has been open.", "The bridge opened on [Monday].", {}, None),
    ("Work went on. The bridge opened until [Sunday].", "The bridge opened on [Monday].", {}, None),
    (
        "Work went on. The bridge opened on [Sunday].",
        "The bridge opened on [Monday].",
        {},
        "discrepancy date",
    ),
    # told by the day of publication
    ("The bridge opened on [Tuesday].", "The bridge opened on [Tuesday].", {"days": WEEK_APART}, None),
    (
        "The bridge opened on [Tuesday].",
        "The bridge opened on [Monday].",
        {"days": WEEK_APART},
        "discrepancy date",
    ),
    (
        "The bridge opened on [Tuesday].",
        "The bridge opened on [Monday].",
        {"days": MONTH_APART},
        "discrepancy date",
    ),
    ("The bridge opened on [Tuesday].", "The bridge opened on [Monday].", {"days": SPRING_APART}, None),
    (
        "The bridge opened at [11 p.m.].",
        "The bridge opened at [9 p.m.].",
        {"days": WEEK_APART},
        "discrepancy date",
    ),
    ("The bridge opened at [11 p.m.].", "The bridge opened at [9 p.m.].", {"days": SPRING_APART}, None),
    ("The bridge opened at [11 p.m.].", "The bridge opened at [11 p.m.].", {"days": WEEK_APART}, None),
    (
        "The bridge opened on [May 3, 2019].",
        "The bridge opened on [Jan. 4, 2018].",
        {"days": SPRING_APART},
        "discrepancy date",
    ),
    ("A raid killed 9 on [May 3, 2019].", "A raid killed 9 on [May 4, 2019].", {}, None),
]


@pytest.mark.parametrize(("first", "second", "told", "expected"), [*NUMBERS, *DATES])
def test_a_linked_pair(first, second, told, expected):
    days = told.get("days", (WEDNESDAY, WEDNESDAY))
    for link in (linked(first, second, **told), linked(second, first, **{**told, "days": days[::-1]})):
        judgement = judge(link)
        assert (judgement and f"{judgement.verdict} {judgement.kind}") == expected


def test_where_only_the_party_differs_the_number_agrees():
    judgement = judge(linked(TANKS, "Serbia received [30 T-72 tanks] from Russia."))
    assert judgement is not None
    assert (on_the_number(judgement).verdict, on_the_number(judgement).kind) == ("agreement", "value")


@pytest.mark.parametrize(
    ("first", "second", "told", "severity"),
    [
        (COST, "The bridge in Torrin cost [$361 million].", {"is_copied": True}, "error"),
        (COST, "The bridge in Torrin cost [$316 billion].", {"is_copied": True}, "error"),
        (COST, "The bridge in Torrin cost [$361 million].", {}, "warning"),
        (COST, "The bridge in Leam cost [$361 million].", {"is_copied": True}, "warning"),
        (SALE, "The club plans to sell [13,200 tickets].", {"is_copied": True}, "warning"),
        (OPENED, "The bridge in Torrin opened on [May 4, 2019].", {"is_copied": True}, "warning"),
        (OLD_TANKS, DONATED_TANKS, {"is_copied": True}, "warning"),
        (ORDERED, "Serbia received [two Pantsir systems] from Russia.", {"is_copied": True}, "warning"),
        (COST, COST, {"is_copied": True}, "note"),
    ],
)
def test_only_another_number_in_a_copied_sentence_is_an_error(first, second, told, severity):
    judgement = judge(linked(first, second, **told))
    assert judgement is not None
    assert severity_of(judgement.verdict, [judgement]) == severity


def test_what_agrees_within_a_difference_is_no_slip():
    agreed = judge(linked(COST, COST, is_copied=True))
    assert agreed is not None
    assert severity_of("discrepancy", [agreed]) == "warning"
