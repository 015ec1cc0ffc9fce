"""Which date of a sentence, and which share of a thing, belongs to which number."""

from datetime import date

import pytest

from claims import extract_claims
from claims.model import Claim
from claims.reading import Reading
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


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # each clause has its own time
        ("While France bought 12 jets in 2019, Croatia bought ten used ones in 2021.", "12", "2019"),
        ("While France bought 12 jets in 2019, Croatia bought ten used ones in 2021.", "ten", "2021"),
        ("The army, which lost 30 tanks in March, received 12 guns in May.", "30", "2021-03"),
        ("The army, which lost 30 tanks in March, received 12 guns in May.", "12", "2021-05"),
        ("Arsenal beat Leeds 3-1 in 2019 and Spurs won the cup with 12 men in 2021.", "12", "2021"),
        # what a clause of its own tells does not date the rest
        ("Croatia, which joined the union in 2013, will receive 12 jets.", "12", None),
        ("The plant, built in 1978, employs 300 people.", "300", None),
        ("The museum, which drew 2 million visitors in 2019, has 300 rooms.", "300", None),
        ("A gunman who escaped in 2019 killed two people on Friday.", "two", "2022-01-07"),
        ("After a 2019 fire destroyed 30 homes, the council spent $2 million.", "$2", None),
        ("He was born in 1950 and has three children.", "three", None),
        ("The company said on Tuesday it had sold 300 units.", "300", None),
        ("The company said on Tuesday that it sold 300 units in May.", "300", "2021-05"),
        # what a figure is compared with has its own time, and gives it to nothing else
        ("Revenue rose from $502 million in 2020 to $600 million.", "$502", "2020"),
        ("Revenue rose from $502 million in 2020 to $600 million.", "$600", None),
        ("Profit was $5 million, compared with $3 million in 2020.", "$5", None),
        ("Turnout was 60 percent, against 55 percent in 2018.", "60", None),
        ("Turnout was 60 percent, against 55 percent in 2018.", "55", "2018"),
        ("Revenue is down 17 percent on 2020.", "17", None),
        ("Sales rose 9% from a year earlier, giving it 6.5% of the market.", "6.5%", None),
        ("Sales in May rose 9% from a year earlier.", "9%", "2021-05"),
        ("The fee rises 4% from April 2022.", "4%", "2022-04"),
        ("Shares fell 17 percent on Friday.", "17", "2022-01-07"),
        ("Crude for May delivery rose $1.84.", "$1.84", None),
        ("The union meets for three days from January 20.", "three", "2022-01-20"),
        ("Four of the nine men who fled on Monday are back.", "nine", "2022-01-10"),
        # one time for all of a clause
        ("On Monday police arrested 12 people and seized 40 guns.", "40", "2022-01-10"),
        ("The dam broke in 2021, killing 37 people.", "37", "2021"),
        ("In 2020, 30 ships sank and 12 burned.", "12", "2020"),
        ("The blast on Tuesday killed 12, 14 and 16 people in three towns.", "16", "2022-01-04"),
        ("CROATIA BUYS 12 JETS IN 2021", "12", "2021"),
        ("Nine people died when a bus overturned near Lima in March.", "Nine", "2021-03"),
        ("The quake struck shortly after 6 a.m. on Tuesday, toppling 26 houses.", "26", "2022-01-04T06:00"),
        # a participle behind its noun tells of another time
        ("Rebels released 19 soldiers captured in November 2020.", "19", None),
        ("Police recovered 18 of 21 paintings stolen from the villa in March 2021.", "18", None),
        ("Police recovered 18 of 21 paintings stolen from the villa in March 2021.", "21", "2021-03"),
        ("Police seized 12 rifles hidden under a floor on Tuesday.", "12", "2022-01-04"),
        ("Two men held since March were charged by a court in June.", "Two", None),
        ("Customs seized 12 boats in June.", "12", "2021-06"),
        # what somebody is punished for was before
        ("A judge on Tuesday jailed her for stealing 9 million euros.", "9 million", None),
        # the ends of a period
        ("The city grew by 4.1 percent between 2010 and 2020.", "4.1", None),
        ("The firm, which has 12 plants in nine countries, said sales would double by 2028.", "nine", None),
        ("The maker will recall 78,400 vans, its third recall this year.", "78,400", None),
        ("The maker will recall 78,400 vans, its third recall this year.", "third", "2022"),
    ],
)
def test_the_time_is_that_of_the_clause(text: str, words: str, value: str | None) -> None:
    when = claim_on(text, words).when
    assert (when.value if when else None) == value


def test_hostile_clauses_take_linear_time():
    text = ", which in 2019, from 3 to 4, said that after 2020 and he has 5" * 2000
    segments = Reading(text).segments
    assert len(segments.of) == len(segments.tokens)
    assert len(segments.parents) <= len(segments.tokens) + 1
