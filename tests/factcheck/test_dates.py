"""Dates that two articles give one event: those that differ, told once, and those that say nothing."""

from dataclasses import replace
from datetime import date

import pytest

from claims import extract_claims
from corpus import Article
from factcheck import compare
from factcheck.judging.dates import ToldDates, differing_dates, sound_differences
from factcheck.judging.judge import Judgement, judge
from factcheck.model import Finding
from tests.factcheck.linked import claim_of, linked

DAY = date(2024, 12, 4)  # a Wednesday


def differences(first: str, second: str, *more: str, published: date = DAY) -> list[Finding]:
    articles = [
        Article(id=f"a{number}", text=text, publisher=f"P{number}", published=published)
        for number, text in enumerate((first, second, *more))
    ]
    claims = [claim for article in articles for claim in extract_claims(article)]
    found = compare(claims, articles=articles)
    return [finding for finding in found if (finding.verdict, finding.kind) == ("discrepancy", "date")]


STORY = (
    "Eleven miners were killed in an explosion at the Severin coal mine in Karsk {}, the ministry said. "
    "The Severin mine opened in 1967 and belongs to Karsk Coal."
)
SALE = (
    "The painting by Pieter Verhoeven fetched 11.4 million francs at auction in Geneva {}. "
    "The Verhoeven had hung above a stove in Lyon."
)
ARREST = (
    "Police arrested four men in Vesterholm {} over the theft of nine paintings from the Ridley Museum. "
    "The Ridley Museum in Vesterholm opened in the autumn of 1903."
)


@pytest.mark.parametrize(
    ("story", "first", "second"),
    [
        (STORY, "on Monday", "on Sunday"),
        (STORY, "on Monday night", "on Saturday night"),
        (STORY, "on December 2", "on December 12"),
        (STORY, "on 2 December 2024", "on 20 December 2023"),
        (STORY, "on Monday", "on November 28"),
        (SALE, "on Tuesday", "on Monday"),
        (SALE, "in May 2021", "in June 2021"),
        (SALE, "in 2019", "in 2016"),
        (ARREST, "on Tuesday", "on Sunday"),
        (ARREST, "on November 9, 2024", "on November 19, 2024"),
    ],
)
def test_one_event_on_two_days_is_one_finding(story: str, first: str, second: str) -> None:
    [finding] = differences(story.format(first), story.format(second))
    assert len({evidence.side for evidence in finding.claims}) == 2


@pytest.mark.parametrize(
    ("story", "first", "second"),
    [
        (STORY, "on Monday", "on Monday night"),
        (STORY, "on Monday", "on December 2"),
        (STORY, "two days ago", "on Monday"),
        (STORY, "on Monday", "this week"),
        (STORY, "on Monday", "at the weekend"),
        (STORY, "on Monday", "on November 25"),  # a Monday too
        (STORY, "on Monday", "on May 12"),
        (SALE, "in 2019", "in May 2019"),
        (SALE, "last month", "in November"),
        (SALE, "last year", "in 2023"),
        (ARREST, "at 3:15 a.m. on Tuesday", "at three in the morning on Tuesday"),
        (ARREST, "at 9:15 a.m. on Tuesday", "on Tuesday morning"),
    ],
)
def test_times_that_can_be_one_are_none(story: str, first: str, second: str) -> None:
    assert differences(story.format(first), story.format(second)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # what somebody said, and when
        (
            "Customs seized 3.2 tonnes of cocaine at Havnes, a spokesman said on Tuesday.",
            "Customs seized 3.2 tonnes of cocaine at Havnes, a spokesman said on Monday.",
        ),
        # what happens again and again
        (
            "Inflation in Valtera was 3.1 percent in October, the bank said.",
            "Inflation in Valtera was 3.1 percent in September, the bank said.",
        ),
        (
            "Shares of Corvin closed at $14.20 in London on Monday.",
            "Shares of Corvin closed at $14.20 in London on Tuesday.",
        ),
        (
            "Harrowden Rovers drew 22,417 fans to Castle Park on Saturday.",
            "Ashby Town drew 31,208 fans to Mill Lane on Sunday.",
        ),
        # two events of one kind
        (
            "Police arrested four men in Leeds on Monday over a stabbing.",
            "Police arrested two women in Osk on Sunday over a bank fraud.",
        ),
        # a bound is no day
        (
            "Eleven people have died in the Barpara floods since Sunday, seven of them in landslides.",
            "Eleven people died in the Barpara floods on Tuesday night, seven of them in landslides.",
        ),
        # a toll told on two days
        (
            "The death toll of the Barpara floods stood at 11 on Monday, officials said.",
            "The death toll of the Barpara floods stood at 11 on Tuesday, officials said.",
        ),
        # a text that tells both days
        (
            STORY.format("on Monday"),
            STORY.format("on Sunday") + " On Monday the mine was still burning.",
        ),
        # an hour without a day
        (
            STORY.format("at 11:20 p.m.") + " The miners had gone down on Monday.",
            STORY.format("at 11:20 p.m.") + " The miners had gone down on Monday.",
        ),
    ],
)
def test_days_that_say_nothing_against_each_other(first: str, second: str) -> None:
    assert differences(first, second) == []


def test_three_articles_are_one_finding() -> None:
    texts = [STORY.format(day) for day in ("on Monday", "on Monday night", "on Saturday night")]
    [finding] = differences(*texts)
    assert [(evidence.claim.doc, evidence.side) for evidence in finding.claims] == [
        ("a0", 0), ("a1", 0), ("a2", 1),
    ]  # fmt: skip


def test_a_headline_and_its_story_are_one_finding() -> None:
    first = "Mine explosion kills eleven on Monday\n\n" + STORY.format("on Monday")
    assert len(differences(first, STORY.format("on Saturday night"))) == 1


@pytest.mark.xfail(strict=True, reason="a clock time without a day has too little in common to be linked")
def test_two_hours_of_one_take_off() -> None:
    first = "The Heron rocket took off from Alcantara Bay at 9:15 a.m., the agency said."
    assert differences(first, first.replace("9:15", "9:51"))


BLAST = "The Severin mine in Karsk blew up {}."


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (BLAST.format("on [Monday]"), BLAST.format("on [Sunday]"), False),
        (BLAST.format("on [Monday]") + " Miners met in Karsk on Sunday.", BLAST.format("on [Sunday]"), True),
        (BLAST.format("on [Monday]"), BLAST.format("on [Sunday]") + " Miners met in Karsk on Monday.", True),
        (
            BLAST.format("on [Monday]") + " Fire broke out there on Sunday.",
            BLAST.format("on [Sunday]"),
            False,
        ),
        (
            BLAST.format("in [May 2021]") + " Miners met in Karsk in June 2021.",
            BLAST.format("in [June 2021]"),
            False,
        ),
        (
            BLAST.format("in [May 2021]") + " It blew up in June 2021.",
            BLAST.format("in [June 2021]"),
            True,
        ),
        (
            BLAST.format("in [May 2021]") + " It blew up on June 3, 2021.",
            BLAST.format("in [June 2021]"),
            True,
        ),
        (
            BLAST.format("on [May 3, 2021]") + " It blew up in 2020.",
            BLAST.format("on [June 3, 2020]"),
            False,
        ),
    ],
)
def test_a_day_that_the_other_article_tells_too(first: str, second: str, both: bool) -> None:
    claims = []
    for doc, text in (("a", first), ("b", second)):
        plain = text.replace("[", "").replace("]", "")
        claims += extract_claims(Article(id=doc, text=plain, publisher=doc, published=DAY))
    told = ToldDates(claims)
    a, b = claim_of(first, "a", DAY), claim_of(second, "b", DAY)
    assert told.are_both_told(a, b) == told.are_both_told(b, a) == both
    assert told.are_both_told(a, a)


def test_two_times_of_one_article_are_both_told() -> None:
    text = "In May 2021 it was festive in Karsk. In June 2021 it was calm."
    claims = extract_claims(Article(id="a", text=text, published=DAY))
    a, b = (claim for claim in claims if claim.kind == "date")
    assert ToldDates(claims).are_both_told(a, b)


@pytest.mark.parametrize(
    ("text", "date_of_it"),
    [
        ("The blast in Karsk on Monday killed [11 miners].", "Monday"),
        ("The blast in Karsk on Monday killed [11 miners], the ministry said on Tuesday.", "Monday"),
        ("The ministry said on Tuesday that a blast on Monday killed [11 miners].", "Monday"),
        ("The blast in Karsk killed [11 miners].", None),
        ("The blast in Karsk killed [11 miners]. Mining began on Monday.", None),
    ],
)
def test_the_date_of_a_number(text: str, date_of_it: str | None) -> None:
    claims = extract_claims(Article(id="a", text=text.replace("[", "").replace("]", ""), published=DAY))
    found = ToldDates(claims).of_number(claim_of(text, "a", DAY))
    assert (found and found.text) == date_of_it


def test_a_day_of_a_text_that_does_not_say_when_it_was_published_tells_nothing() -> None:
    texts = {"a": BLAST.format("on [Monday]"), "b": BLAST.format("on [Sunday]") + " Miners met on Monday."}
    claims = [
        claim
        for doc, text in texts.items()
        for claim in extract_claims(Article(id=doc, text=text.replace("[", "").replace("]", "")))
    ]
    a, b = (claim_of(text, doc, None) for doc, text in texts.items())
    assert not ToldDates(claims).are_both_told(a, b)


def test_the_only_date_of_a_sentence_is_that_of_its_number() -> None:
    one, two = "Monday saw [11 miners] dead.", "Monday and Tuesday saw [11 miners] dead."
    for text, date_of_it in ((one, "Monday"), (two, None)):
        plain = text.replace("[", "").replace("]", "")
        told = ToldDates(extract_claims(Article(id="a", text=plain, published=DAY)))
        found = told.of_number(replace(claim_of(text, "a", DAY), when=None))
        assert (found and found.text) == date_of_it


def test_a_nearer_day_is_not_that_of_a_number_that_has_another() -> None:
    text = "The blast on Monday killed, the ministry said on Tuesday, [11 miners]."
    claims = extract_claims(Article(id="a", text=text.replace("[", "").replace("]", ""), published=DAY))
    monday = next(claim for claim in claims if claim.text == "Monday")
    found = ToldDates(claims).of_number(replace(claim_of(text, "a", DAY), when=monday.when))
    assert found == monday


def test_a_difference_of_dates_stands_only_if_no_text_tells_both() -> None:
    def judged(first: str, second: str) -> tuple[Judgement, ToldDates]:
        judgement = judge(linked(first, second, days=(DAY, DAY)))
        assert judgement is not None
        return judgement, ToldDates((judgement.link.a, judgement.link.b))

    other, told = judged(BLAST.format("on [Monday]"), BLAST.format("on [Sunday]"))
    number, _ = judged("The blast in Karsk killed [11 miners].", "The blast in Karsk killed [12 miners].")
    same, _ = judged(BLAST.format("on [Monday]"), BLAST.format("on [Monday]"))
    assert sound_differences([other, number, same], told) == [other, number, same]
    both = ToldDates((other.link.a, other.link.b, replace(other.link.b, doc=other.link.a.doc)))
    assert sound_differences([other, number, same], both) == [number, same]


@pytest.mark.parametrize(
    ("first", "second", "told", "pairs"),
    [
        (
            "The blast on Monday killed [11 miners].",
            "The blast on Sunday killed [11 miners].",
            {},
            ["Monday Sunday"],
        ),
        ("The blast on Monday killed [11 miners].", "The blast killed [11 miners].", {}, []),
        ("The blast killed [11 miners].", "The blast on Sunday killed [11 miners].", {}, []),
        ("The blast on Monday killed [11 miners].", "The blast on Monday killed [11 miners].", {}, []),
        (
            "The blast on Monday killed [11 miners].",
            "The blast on Sunday killed [11 miners].",
            {"chance": 0.5},
            [],
        ),
        (
            "The blast on Monday killed [11 miners].",
            "The blast on Sunday killed [11 miners].",
            {"is_one_story": False},
            [],
        ),
        (
            "The blast on Monday killed [11 miners].",
            "The ministry said on Sunday that the blast killed [11 miners].",
            {},
            [],
        ),
        (
            "The mayor resigned on Monday and [11 aides] were arrested.",
            "The mayor resigned on Sunday and [11 aides] were arrested.",
            {},
            [],
        ),
        (
            "Orla, who moved to Karlby in 1998, ran it in [37 seconds].",
            "Orla, who was third in 2006, ran it in [37 seconds].",
            {},
            [],
        ),
        (
            "The blast on Monday killed [dozens of miners].",
            "The blast on Sunday killed [dozens of miners].",
            {},
            [],
        ),
        (
            "The house will sell [11 paintings] on Monday.",
            "The house sold [11 paintings] on Sunday.",
            {},
            ["Monday Sunday"],
        ),
    ],
)
def test_the_dates_that_are_told_with_one_number(
    first: str, second: str, told: dict, pairs: list[str]
) -> None:
    link = linked(first, second, days=(DAY, DAY), **told)
    claims = []
    for doc, text in (("coast", first), ("valley", second)):
        plain = text.replace("[", "").replace("]", "")
        claims += extract_claims(Article(id=doc, text=plain, publisher=doc, published=DAY))
    agreed = [Judgement(link, "agreement", "value", "the same number")]
    found = differing_dates(agreed, ToldDates(claims))
    assert [f"{pair.a.text} {pair.b.text}" for pair in found] == pairs


@pytest.mark.parametrize(
    ("first", "second", "are_one"),
    [
        (
            "Oslund last month held naval exercises with Verland in the Kelt Sea.",
            "Oslund last month suspended talks with Verland on the Kelt Sea.",
            False,
        ),
        (
            "Ida Kroll, the mayor of Torrin, met striking teachers in October.",
            "In October, Ida Kroll opened the new wing of the Alda college.",
            False,
        ),
        (
            "Oslund spent less on its navy in 2015 than the year before, a think tank in Verland said.",
            "Verland and Oslund joined the Kelt pact in 2015.",
            False,
        ),
        (
            "Oslund last month suspended talks with Verland on the Kelt Sea.",
            "Talks on the Kelt Sea were suspended last month by Oslund, Verland said.",
            True,
        ),
        (
            "Mayor Ida Kroll opened the new wing of the Alda college in October.",
            "In October, Mayor Ida Kroll opened the Alda college's new wing.",
            True,
        ),
    ],
)
def test_two_events_of_some_month_are_no_agreement(first, second, are_one):
    articles = [Article(id=text, publisher=text, text=f"{text}\n") for text in (first, second)]
    findings = compare(
        [claim for article in articles for claim in extract_claims(article)], articles=articles
    )
    assert any(finding.verdict == "agreement" for finding in findings) == are_one


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Oslund bought 12 jets in 2019. It spent $906 million, 28.7 percent more than the year before.",
            "Oslund last year spent $906 million, or 28.7 percent more.",
        ),
        (
            "Oslund spent $906 million on its navy, 28.7 percent more than in 2021.",
            "In 2023 Oslund spent $906 million on its navy, 28.7 percent more.",
        ),
    ],
)
def test_a_year_that_is_compared_with_is_not_that_of_the_figure(first, second):
    assert differences(first, second) == []
