"""What follows from a linked pair whose numbers differ by their size alone."""

from datetime import date

import pytest

from corpus.article import Article
from factcheck.crosscheck import cross_check

LEAD = "A court in Torrin fined four makers of paint over a cartel on Monday. "


def differences(first: str, second: str, lead: str = LEAD) -> list[str | None]:
    articles = [
        Article(id=name, publisher=name, published=date(2024, 3, 5), text=f"{lead}{text}\n")
        for name, text in (("coast", first), ("valley", second))
    ]
    return [finding.kind for finding in cross_check(articles).findings if finding.verdict == "discrepancy"]


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        (
            "Hallmann was fined 290.5 million euros by the court.",
            "Hallmann was fined 290.5 billion euros by the court.",
            ["magnitude"],
        ),
        (
            "Colorin must pay 340 million euros and Hallmann 290 million euros in fines, the court said.",
            "Colorin must pay 340 million euros and Hallmann 290 euros in fines, the court said.",
            [],
        ),
        (
            "Colorin pays 340 million, Hallmann 290 million, the court in Torrin said.",
            "Colorin pays 340 million, Hallmann 290, the court in Torrin said.",
            [],
        ),
    ],
)
def test_a_scale_that_differs_and_one_that_is_left_out(first, second, kinds):
    assert differences(first, second) == kinds


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The Company sold 33.8 million phones and had revenue of $37.5 billion in its fourth quarter"
            " ended in September, Orlo of Karlby said.",
            "Orlo sold 33.8 million phones and had revenue of $37.5 billion in the fourth quarter of 2013,"
            " it said in Karlby.",
        ),
        (
            "Orlo sold 33.8 million phones in its fourth quarter, the company said in Karlby.",
            "Orlo of Karlby shipped 9 million phones in their launch weekend, the company said.",
        ),
    ],
)
def test_two_reports_of_one_companys_results_do_not_differ(first, second):
    texts = (("coast", first), ("valley", second))
    articles = [
        Article(id=name, publisher=name, published=date(2013, 10, 28), text=text) for name, text in texts
    ]
    told = [finding for finding in cross_check(articles).findings if finding.verdict == "discrepancy"]
    assert told == []


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (
            "A jet from Karlby crashed in Orla on Saturday. On board were 141 Danes, 77 Finns and 62 Swedes.",
            "A jet from Karlby crashed in Orla on Saturday. Two people died and dozens were hurt.",
            {"62 Swedes", "dozens"},
        ),
        (
            "A jet from Karlby crashed in Orla on Saturday, leaving just one person unaccounted for.",
            "One passenger, Ann Lee, told police that she saw the jet from Karlby crash in Orla on Saturday.",
            {"one person", "One passenger"},
        ),
    ],
)
def test_little_is_said_of_other_people(first, second, apart):
    texts = (("coast", first), ("valley", second))
    articles = [
        Article(id=name, publisher=name, published=date(2013, 7, 7), text=text) for name, text in texts
    ]
    told = [
        {evidence.claim.text for evidence in finding.claims} for finding in cross_check(articles).findings
    ]
    assert not [texts for texts in told if apart <= texts]


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (
            "Storm Orla killed at least 11 people in Vik on Monday, officials said.",
            "Storm Orla may have killed as many as 10,000 people in Karlby, officials said on Monday.",
            {"11 people", "10,000 people"},
        ),
        (
            "Karlby's central bank raised its key rate on Wednesday from a range of 0.25 to 0.5 percent.",
            "Karlby's central bank raised its key rate on Wednesday to a range of 0.5 to 0.75 percent.",
            {"0.25 to 0.5 percent", "0.5 to 0.75 percent"},
        ),
        (
            "The blast in Vik, about 80 miles (130 km) south of Karlby, was reported at 8 p.m. on Wednesday.",
            "The blast in Vik was felt 70 miles away on Wednesday; it was reported just before 8 p.m.",
            {"80 miles", "70 miles"},
        ),
    ],
)
def test_numbers_that_only_touch_are_no_agreement(first, second, apart):
    articles = [
        Article(id=name, publisher=name, published=date(2016, 12, 14), text=text)
        for name, text in (("coast", first), ("valley", second))
    ]
    told = [
        {evidence.claim.text for evidence in finding.claims} for finding in cross_check(articles).findings
    ]
    assert not [texts for texts in told if apart <= texts]


def test_round_numbers_of_two_happenings_are_no_agreement():
    texts = (
        "The toll from Sunday's earthquake in Ludian has risen to 381 people, officials said. By late Sunday"
        " more than 2,500 troops had arrived in Ludian, as well as close to 400 rescue workers and 12 dogs.",
        "The toll from the earthquake that hit Ludian on Sunday has risen sharply with nearly 400 people now"
        " reported dead, officials said. At least 12,000 homes were destroyed in Ludian.",
    )
    articles = [Article(id=f"a{n}", text=text, published=date(2021, 3, 2)) for n, text in enumerate(texts)]
    numbers = [
        {evidence.claim.text for evidence in finding.claims}
        for finding in cross_check(articles).findings
        if (finding.verdict, finding.kind) == ("agreement", "value")
    ]
    assert numbers == [{"381 people", "400 people"}]


def test_numbers_in_several_units_are_one_agreement():
    texts = (
        "The Alda tunnel, which opened on Monday, is 12 km long.",
        "The Alda tunnel, which opened on Monday, is 7.5 miles long.",
        "The Alda tunnel, which opened on Monday, is 12,000 metres long.",
    )
    articles = [Article(id=f"a{n}", text=text, published=date(2021, 3, 2)) for n, text in enumerate(texts)]
    lengths = [
        finding
        for finding in cross_check(articles).findings
        if any(evidence.unit == "kilometer" for evidence in finding.claims)
    ]
    assert [(finding.verdict, len(finding.claims)) for finding in lengths] == [("agreement", 3)]


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        (
            "The storm wrecked 120 of the 640 houses in Leam.",
            "The storm wrecked 210 houses in Leam.",
            ["value"],
        ),
        (
            "Twelve of the 49 passengers on the coach were hurt in the crash near Leam.",
            "The crash of the coach near Leam hurt 21 passengers.",
            ["value"],
        ),
        (
            "The storm wrecked 120 of the 640 houses in Leam.",
            "The storm damaged 640 houses in Leam and wrecked 310 barns.",
            [],
        ),
        (
            "Twelve of the 49 passengers on the coach were hurt in the crash near Leam.",
            "There were 49 passengers and two drivers on the coach that crashed near Leam.",
            [],
        ),
    ],
)
def test_a_part_is_held_against_a_number_of_which_no_whole_is_told(first, second, kinds):
    assert differences(first, second, lead="Anna Morell presented the figures in Leam on Monday. ") == kinds


@pytest.mark.parametrize(
    ("published", "told"),
    [((date(2024, 3, 6), date(2024, 3, 7)), 1), ((date(2024, 3, 6), date(2024, 5, 8)), 0)],
)
def test_news_of_two_days_are_two_events(published, told):
    text = "Turnout in the mayoral election in Marrowby on Tuesday was {} percent, the town of Marrowby said."
    articles = [
        Article(id=f"a{n}", publisher=f"P{n}", published=day, text=text.format(share))
        for n, (day, share) in enumerate(zip(published, ("47.1", "41.7"), strict=True))
    ]
    found = [f for f in cross_check(articles).findings if f.verdict == "discrepancy" and f.kind == "value"]
    assert len(found) == told
