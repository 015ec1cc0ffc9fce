"""Status: asserted, planned, possible, denied, questioned; each clause for itself."""

import pytest

from claims.events import find_events
from claims.governors import Governors
from claims.reading import Reading
from claims.status import find_status


def status_of(text, mention):
    start = text.index(mention)
    reading = Reading(text)
    event = Governors(reading, find_events(reading)).event_of(start, start + len(mention))
    return find_status(reading, start, event)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Serbia took delivery of thirty T-72MS tanks.", "thirty"),
        ("It signed a contract for the purchase of 30 tanks.", "30"),
        ("Two days after the deal it paid for the delivery of six jets.", "six"),
        ("A compensation deal for the deaths of 12 miners was signed.", "12"),
        ("An estimated 1,500 pirates are based in Somalia.", "1,500"),
        ("The fire killed 12 people, and police may file charges.", "12"),
        ("The train, which would have closed next year, killed 12 people.", "12"),
        ("No fewer than 40 homes were destroyed.", "40"),
        ("Not only did the fire kill 12 people, it spread.", "12"),
        ("Rovers beat City 3-1 and will play Athletic next.", "3-1"),
        ("Net income rose to $4.2 million, the firm said, but sales could fall.", "$4.2 million"),
        ("He was sentenced to 12 years in prison.", "12 years"),
        ("TWELVE DEAD AS BRIDGE COLLAPSES", "TWELVE"),
        ("The company had to pay $5 million.", "$5 million"),
        ("It managed to sell 40 cars.", "40"),
        ("If it rains, they go inside, said Roe, who counted 40 birds.", "40"),
        ("They did not say when the 30 tanks arrived.", "30"),
        ("Turnout was 94 percent, officials said.", "94 percent"),
        ("Some 6,800 people have been told to leave.", "6,800"),
        ("Of the 400 million that donors promised, a mere 140 million has arrived.", "140 million"),
        ("Voters rejected a runway for the airport by 53.8 percent.", "53.8 percent"),
        ("The 780-million-franc project had been backed by voters.", "780"),
        ("She will face Dale Roe, a 54-year-old rancher.", "54-year-old"),
        ("Some 38,000 households were without power.", "38,000"),
        ("The otter weighed some 90 kg.", "90 kg"),
        ("The shot prevented 40 percent of cases.", "40 percent"),
        ("The airline cancelled 40 flights.", "40"),
        ("The bank added 18 million to reserves and wrote off $9 million of good will.", "$9 million"),
        ("Payments of $3 million to those not staying are large.", "$3 million"),
        ("Ethereum fell from $2,415 to $2,315 from 1.05am to 7.05am.", "$2,315"),
        ("Three projects with 1.1 gigawatts run.", "1.1 gigawatts"),
        ("India will figure prominently in its $5.4 billion acquisition of the firm.", "$5.4 billion"),
        ("The firm could lose a business, worth $90 million a year.", "$90 million"),
        ("It cannot speculate about the merger for 90 days.", "90 days"),
        ("The team has a capacity to launch products every 12 months.", "12 months"),
        ("Some 20 people feared for their lives.", "20"),
        ("Twelve suspected cases were recorded.", "Twelve"),
        ("The feared gang robbed 12 banks.", "12"),
        ("Nine were killed and 12 are feared dead.", "Nine"),
        ("The suspected arsonist burned 30 houses.", "30"),
    ],
)
def test_asserted(text, mention):
    assert status_of(text, mention) == "asserted"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The deal for the delivery of six jets was signed on Monday.", "six"),
        ("Contracts for the arrival of 180 tanks by 2025 were signed in August.", "180"),
        ("A contract worth $3 million for the construction of 30 homes was signed.", "30"),
        ("Serbia to receive six missile systems", "six"),
        ("Russia will deliver six systems to Serbia.", "six"),
        ("The council plans to build 400 homes by 2030.", "400"),
        ("The council is to build 400 homes.", "400"),
        ("The deal is set to bring in $300 million.", "$300 million"),
        ("AMD agreed to buy ATI for $5.4 billion.", "$5.4 billion"),
        ("Its decision to buy ATI for $5.4 billion surprised rivals.", "$5.4 billion"),
        ("Twelve more flights are scheduled to leave on Friday.", "Twelve"),
        ("He said they would hire 200 nurses.", "200"),
        ("Analysts expected earnings of 50 cents a share.", "50 cents"),
        ("The government forecasts growth of 2.1 percent.", "2.1 percent"),
        ("The firm is about to cut 900 jobs.", "900"),
        ("Their plan to launch 12 satellites was approved.", "12"),
        ("The proposed purchase of 20 jets was praised.", "20"),
        ("Corvin agreed on Monday to buy Lyndale for 3 million euros.", "3 million"),
        ("Halvard will cut 1,200 jobs and close two factories.", "two factories"),
        ("The last of the 40 jets will not arrive before 2030.", "40"),
        ("The stock would have a rate of 4 percent.", "4 percent"),
        ("About 190 witnesses are to be called.", "190"),
        ("The offering would bring in an additional $300 million in revenue.", "$300 million"),
    ],
)
def test_planned(text, mention):
    assert status_of(text, mention) == "planned"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The storm could leave 2 million homes without power.", "2 million"),
        ("The firm may cut 900 jobs.", "900"),
        ("If 50 members resign, the council falls.", "50"),
        ("It might be sold for $3 billion.", "$3 billion"),
        ("The firm is considering buying 40 jets.", "40"),
        ("Police fear 40 people drowned.", "40"),
        ("A possible purchase of 20 jets was discussed.", "20"),
        ("If convicted, the engineers face up to ten years in prison.", "ten years"),
        ("By now it should have had 14.", "14"),
        ("Seven people are feared dead.", "Seven"),
        ("SEVEN FEARED DEAD AS FERRY SINKS", "SEVEN"),
        ("At least 20 miners are believed trapped.", "20"),
        ("Ten people were presumed drowned.", "Ten"),
        ("About 300 homes are thought to have been damaged.", "300"),
        ("The firm is believed to have paid $2 million.", "$2 million"),
        ("It is feared that 40 people died.", "40"),
        ("It is believed 30 houses burned.", "30"),
        ("There are fears that 40 jobs were cut.", "40"),
        ("About 300 aftershocks are possible, officials said.", "300"),
        ("A fine of $5 million is now highly unlikely.", "$5 million"),
    ],
)
def test_possible(text, mention):
    assert status_of(text, mention) == "possible"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The army did not buy 30 tanks.", "30"),
        ("The ministry denied that 40 soldiers were killed.", "40"),
        ("The government denied reports that 1,000 soldiers had been called in.", "1,000"),
        ("The bank denied paying $5 million to Roe.", "$5 million"),
        ("The firm refused to pay the $2 million fine.", "$2 million"),
        ("The two systems have not been delivered.", "two"),
        ("The court has never awarded $9 million.", "$9 million"),
        ("It failed to deliver 12 trains on time.", "12"),
        ("They have no plans to close 15 schools.", "15"),
        ("None of the 40 hostages was killed.", "40"),
    ],
)
def test_denied(text, mention):
    assert status_of(text, mention) == "denied"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Did the blast kill 12 people?", "12"),
        ("It is unclear whether 12 people were killed.", "12"),
        ("Police do not know if 12 people were killed.", "12"),
        ("They asked whether the state would buy 30 jets.", "30"),
    ],
)
def test_questioned(text, mention):
    assert status_of(text, mention) == "questioned"
