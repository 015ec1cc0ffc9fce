"""Parties: the names in an event's roles, and names that have none."""

import pytest

from claims.events import find_events
from claims.governors import Governors
from claims.name_index import article_names
from claims.parties import Parties
from claims.reading import Reading
from claims.sentences import split_sentences


def parties_of(text, mention):
    start = text.index(mention)
    sentences = split_sentences(text)
    sentence = next(span for span in sentences if span.start <= start < span.end)
    reading = Reading(text, sentence)
    governors = Governors(reading, find_events(reading))
    event = governors.event_of(start, start + len(mention))
    parties = Parties(governors.clauses, article_names(text, sentences))
    return dict(parties.of(event, start)) if event else {}


@pytest.mark.parametrize(
    ("text", "mention", "parties"),
    [
        ("Belgrade bought 30 tanks from Russia.", "30", {"buyer": "Serbia", "supplier": "Russia"}),
        (
            "The Serbian military has bought from Russia five jets.",
            "five",
            {"buyer": "Serbia", "supplier": "Russia"},
        ),
        ("Serbia last year bought 30 tanks from Russia.", "30", {"buyer": "Serbia", "supplier": "Russia"}),
        (
            "On Friday Acme Rail pleaded guilty to 11 felony counts.",
            "11 felony counts",
            {"defendant": "Acme Rail"},
        ),
        ("Serbia, whose army is small, has bought 30 tanks.", "30", {"buyer": "Serbia"}),
        ("Serbia’s 2019 purchase of six jets was praised.", "six", {"buyer": "Serbia"}),
        (
            "AMD agreed to buy ATI Technologies for $5.4 billion.",
            "$5.4",
            {"buyer": "AMD", "item": "ATI Technologies"},
        ),
        ("ATI was bought by AMD for $5.4 billion.", "$5.4", {"buyer": "AMD", "item": "ATI"}),
        (
            "Intel sold a unit to Marvell Technology for $600 million.",
            "$600",
            {"buyer": "Marvell Technology", "supplier": "Intel"},
        ),
        ("The Indian navy captured 23 pirates off Yemen.", "23", {"captor": "India", "place": "Yemen"}),
        ("Police arrested 23 people in Vancouver.", "23", {"place": "Vancouver"}),
        ("In Kosovo, 12 people were killed.", "12", {"place": "Kosovo"}),
        ("Dr. Jane Roe, a surgeon, killed 12 people in Ohio.", "12", {"killer": "Jane Roe", "place": "Ohio"}),
        ("An earthquake of magnitude 4.4 struck near Cape Town.", "4.4", {"place": "Cape Town"}),
        ("The Defense Ministry received 30 tanks from Russia.", "30", {"supplier": "Russia"}),
        ("The government of Serbia bought 30 tanks.", "30", {"buyer": "Serbia"}),
        (
            "Serbia bought five jets from Russia and six from Belarus.",
            "six",
            {"buyer": "Serbia", "supplier": "Belarus"},
        ),
        (
            "Serbia bought five jets from Russia and six from Belarus.",
            "five",
            {"buyer": "Serbia", "supplier": "Russia"},
        ),
        # where a company is at home
        (
            "Graz ordered 60 buses from the Polish maker Solwagen last year.",
            "60",
            {"buyer": "Graz", "supplier": "Solwagen", "supplier's country": "Poland"},
        ),
        (
            "Kenya will buy 46 trains from Spain's Ferrolinea.",
            "46",
            {"buyer": "Kenya", "supplier": "Ferrolinea", "supplier's country": "Spain"},
        ),
        (
            "Kenya has bought nine ferries from Haaren of the Netherlands.",
            "nine",
            {"buyer": "Kenya", "supplier": "Haaren", "supplier's country": "Netherlands"},
        ),
        ("A Chinese company has so far installed 310,000 panels.", "310,000", {"builder's country": "China"}),
        ("Contractors from Vietnam have put up 130,000 panels.", "130,000", {"builder's country": "Vietnam"}),
        ("An Indian launcher put 12 satellites in orbit.", "12", {"launcher's country": "India"}),
        # "the company" is the one that was named just before, and open where two were
        (
            "Norvik Motors said sales fell. The company will cut 1,200 jobs.",
            "1,200",
            {"employer": "Norvik Motors"},
        ),
        ("Norvik is buying Tessel Systems. The company will cut 1,200 jobs.", "1,200", {}),
        ("Norvik Motors said sales fell. A company in Leeds will cut 1,200 jobs.", "1,200", {}),
        # what the verb of a noun makes of its subject
        (
            "Kenya placed an order for 40 jets with the Brazilian planemaker Condor.",
            "40",
            {"buyer": "Kenya", "supplier": "Condor", "supplier's country": "Brazil"},
        ),
        (
            "On Friday Acme Rail won an order for 30 trains from Egypt.",
            "30",
            {"buyer": "Egypt", "supplier": "Acme Rail"},
        ),
        ("The World Bank has granted a loan of $250 million.", "$250", {"creditor": "World Bank"}),
        (
            "Kenya received a loan of $250 million from the World Bank.",
            "$250",
            {"creditor": "World Bank", "debtor": "Kenya"},
        ),
        ("On Friday Acme Rail got a $3 million fine.", "$3 million", {"offender": "Acme Rail"}),
        # objects without "to", pronouns
        (
            "The European Commission fined Acme Rail 2.4 billion euros.",
            "2.4",
            {"offender": "Acme Rail", "regulator": "European Commission"},
        ),
        ("Osama bin Laden died in 2011.", "2011", {"victim": "Osama bin Laden"}),
        ("Germany beat Brazil 7-1 on Sunday.", "1", {"loser": "Brazil", "winner": "Germany"}),
        ("Russia said it delivered six jets to Serbia.", "six", {"buyer": "Serbia", "supplier": "Russia"}),
        (
            "Kenya has received 18 of the 60 buses that it ordered from Poland.",
            "60",
            {"buyer": "Kenya", "supplier": "Poland"},
        ),
    ],
)
def test_parties(text, mention, parties):
    assert parties_of(text, mention) == parties


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Turnout was 94 percent.", "94"),
        ("TWELVE DEAD AS BRIDGE COLLAPSES", "TWELVE"),
        ("Acme shares bought 30 percent of the news.", "30"),
        ("The thieves stole 12 rings.", "12"),
        ("Serbian residents bought 30 cars.", "30"),
        ("Pirates from ports like Eyl and Hobyo attacked 100 ships.", "100"),
        ("Call 555-0199 at 9 a.m.", "555"),
        ("It owns a plant in Decatur, Ill., which employs 800 workers.", "800"),
        ("The lawyer of Jane Roe bought 30 cars.", "30"),
        ("Chinese shoppers bought 30 cars.", "30"),
        ("The bank got a $3 million fine.", "$3 million"),
        ("They received a gift of 12 paintings with love.", "12"),
        ("He lost 12 kilos between March and May.", "12"),
    ],
)
def test_no_parties(text, mention):
    assert parties_of(text, mention) == {}
