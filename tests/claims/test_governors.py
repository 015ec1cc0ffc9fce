"""The event that a number or a date belongs to: one sentence a row, from many domains."""

import pytest

from tests.claims.test_events import governing

NUMBERS = [
    # object, subject, list
    ("The blast killed 12 people and injured 30.", "30", "injured"),
    ("The blast killed at least 14 people.", "14 people", "killed"),
    ("12 were killed and 30 injured.", "30", "injured"),
    ("12 dead, 30 injured in bus crash", "12", "killed"),
    ("TWELVE DEAD AND 30 INJURED IN BUS CRASH", "30", "injured"),
    ("Police said 12 people were missing.", "12 people", "missing"),
    ("Twelve people, including three children, were killed.", "Twelve people", "killed"),
    ("Twelve people, police said, were killed.", "Twelve people", "killed"),
    ("Twelve people — most of them tourists — drowned.", "Twelve people", "killed"),
    ("The navy captured 23 pirates who attacked a freighter.", "23 pirates", "arrest"),
    ("Customs seized 12 boats, three rifles and 40 radios.", "40 radios", "seizure"),
    ("Three rifles, 12 boats and a radio were seized from the gang.", "12 boats", "seizure"),
    ("Of nine women killed last year, four were shot.", "four", "shooting"),
    ("About 2,400 houses were damaged and 310 of them were flattened.", "310", "destroyed"),
    ("Three robbers burst in and stole a Rubens.", "Three robbers", "robbery"),
    ("Robbers stole gems valued at 85 million euros.", "85 million euros", "robbery"),
    ("The gang made off with rings worth $12 million.", "$12 million", "robbery"),
    ("Gems worth $160 million have been stolen.", "$160 million", "robbery"),
    # what somebody thinks or says of the subject
    ("Ten people are thought to have died.", "Ten people", "killed"),
    ("Ten people were said to have drowned.", "Ten people", "killed"),
    ("About 40 people are expected to die.", "40 people", "killed"),
    ("Ten people are presumed drowned.", "Ten people", "killed"),
    ("Ten people appear to have died.", "Ten people", "killed"),
    ("Ten men were hired to kill a judge.", "Ten men", "hiring"),
    ("Ten men waited to attack a convoy.", "Ten men", None),
    # the verb that the lexicon does not know governs, and tells nothing
    ("Soldiers boarded two of the boats to nab 12 men.", "two", None),
    ("The bank, which has 45 branches, announced a merger.", "45 branches", None),
    ("It would cost $4 million, the two boards announced.", "two boards", None),
    ("The museum has 1,400 works on show.", "1,400 works", None),
    ("Call 0800 555 0199 for help.", "0800", None),
    ("Comments (0)", "0", None),
    # nouns
    ("the arrest of the 23 pirates", "23 pirates", "arrest"),
    ("They reported 212 new cases of measles.", "212 new cases", "infected"),
    ("They were released on bail of $10,000 each.", "$10,000", "release"),
    ("The firm released 12 albums.", "12 albums", "introduction"),
    ("The party won 61 seats in parliament.", "61 seats", "win"),
    ("The court imposed a $3 million fine.", "$3 million", "fine"),
    ("Belgrade inked a $20 million deal for six drones.", "six drones", "agreement"),
    ("The death toll from Tuesday's earthquake has risen to 17.", "17", "killed"),
    ("The institute revised the magnitude of the quake to 6.1.", "6.1", "magnitude"),
    ("A magnitude 6.3 earthquake killed 14.", "6.3", "magnitude"),
    ("The dead included three children and two nurses.", "two nurses", "killed"),
    ("Turnout reached 93.87 percent in the election.", "93.87 percent", "attendance"),
    ("They raised the number of seats in parliament from 65 to 125.", "125", "seats"),
    ("It had a loss of $92.2 million, or $6.98 a share.", "$6.98", "loss"),
    ("Net income fell 8% to $33 million, or 35 cents a share, from $36 million.", "$36 million", "profit"),
    ("Damage is put at $700 million by insurers.", "$700 million", "damage"),
    ("It raised its stake in the club to 93.2%.", "93.2%", "ownership"),
    ("Dead: 63", "63", "killed"),
    ("Turnout: 58%", "58%", "attendance"),
    ("The deficit falls to 3.8% of output.", "3.8%", "debt"),
    ("The number of unemployed dropped by 9,000 to 428,000.", "428,000", "unemployment"),
    ("Police held the theft of nine paintings worth $22 million to be solved.", "$22 million", "robbery"),
    ("The toll is three pounds for a car.", "three pounds", None),
    ("The 2-km bridge cost a fortune.", "2-km", None),
    ("Eighteen bodies have been found.", "Eighteen bodies", "killed"),
    ("Rescuers pulled three bodies from the rubble.", "three bodies", "killed"),
    ("They helped pull at least 40 injured people from the rubble.", "40 injured people", "rescued"),
    ("The bank pulled $3 million from the fund.", "$3 million", None),
    ("The bakery lays off nearly 1,700 workers.", "1,700 workers", "layoff"),
    ("Kelby finish 14th with 44 points.", "14th", "placing"),
    ("With some 400 people reported dead, aid arrived.", "400 people", "killed"),
    ("Rebels brought down two jets.", "two jets", "shoot-down"),
    ("Floods brought down two bridges.", "two bridges", None),
    ("Four dockers are being held.", "Four dockers", "arrest"),
    ("Landslide toll climbs to 44 as rescuers reach villages", "44", "killed"),
    ("The number of wounded rose to 310.", "310", "injured"),
    ("The number of people killed rose to 31.", "31", "killed"),
    ("The number of those who fled has reached 31,000.", "31,000", "displaced"),
    ("The number of homes destroyed in the floods hit 310.", "310", "destroyed"),
    ("The number of people it heard was 31.", "31", None),
    ("Q3 profit up 12% to $4.1bn", "$4.1bn", "profit"),
    ("The Greens took 14.2 percent of the vote.", "14.2 percent", "vote"),
    ("With 92% of ballots counted, the coalition led.", "92%", None),
    ("Toll reaches 58, with 19 still missing", "19", "missing"),
    ("It was the tenth exchange of the war.", "tenth exchange", None),
    # participles that tell which are meant
    ("The ministry confirmed receiving two of the six ordered systems.", "two", "delivery"),
    ("The ministry confirmed receiving two of the six ordered systems.", "six ordered systems", "purchase"),
    ("It received six donated jets.", "six donated jets", "delivery"),
    # domains
    ("The judge sentenced him to 12 years in prison.", "12 years", "sentence"),
    ("Salah has netted 20 goals.", "20 goals", "score"),
    ("The union's 4,000 nurses went on strike.", "4,000 nurses", "strike-action"),
    ("Nissan will cut 9,000 jobs.", "9,000 jobs", "layoff"),
    ("The vaccine was given to 30,000 volunteers.", "30,000 volunteers", "delivery"),
    ("Only 81 per cent of children are vaccinated.", "81 per cent", "vaccinated"),
    ("India launched 104 satellites on one rocket.", "104 satellites", "space-launch"),
    ("The town lies 53 miles north of Brenna.", "53 miles", "distance"),
    ("Zoe, who is 44 years old, won.", "44 years", "age"),
    ("Some 2.44 million people cast their ballots.", "2.44 million people", "vote"),
    ("Over 2.5 million people were eligible to vote.", "2.5 million people", "eligible"),
    ("All 40 passengers escaped unhurt.", "40 passengers", "escaped"),
    ("The firm paid $35,538 for the panels.", "$35,538", "payment"),
    ("The ferry can hold 600 people.", "600 people", None),
    ("Police hold 12 people.", "12 people", "arrest"),
    ("Its sister ship Ida lost 24 containers.", "24 containers", None),
]


@pytest.mark.parametrize(("text", "mention", "event"), NUMBERS)
def test_number(text, mention, event):
    assert governing(text, mention) == event


MISSED = [
    ("A leak sickened 48 bathers; nine were kept in hospital.", "nine", "hospitalised"),
    ("Firefighters freed 14 people from a lift damaged in 2019.", "14 people", "rescued"),
    ("The flood swept away 14 bridges and another three are in danger of collapse.", "three", "collapse"),
]


@pytest.mark.parametrize(("text", "mention", "event"), MISSED)
@pytest.mark.xfail(strict=True, reason="what the number is subject of is told by no word of the lexicon")
def test_missed_number(text, mention, event):
    assert governing(text, mention) == event


DATES = [
    ("It will settle charges stemming from the explosion of the rig in April 2010.", "April 2010", "bombing"),
    ("It will settle the charges over the spill in the Gulf in April.", "April", None),
    ("NATO intervened in 1999.", "1999", "intervention"),
    ("In 1999, NATO intervened.", "1999", "intervention"),
    ("Kosovo, which seceded in 2008 after a war, is small.", "2008", "independence"),
    ("the 2019 purchase of six systems", "2019", "purchase"),
    ("The size of Sunday morning's earthquake surprised them.", "Sunday", "earthquake"),
    ("The exercises began on Wednesday.", "Wednesday", "exercise"),
    ("In October, Minsk held joint air exercises with troops.", "October", "exercise"),
    ("Officials said on Friday 12 people died.", "Friday", "statement"),
    ("He was charged with first-degree murder Saturday.", "Saturday", "charge"),
    ("The navy has sunk a boat since its deployment on November 2.", "November 2", "deployment"),
    ("The Navy on Saturday prevented pirates from attacking a ship.", "Saturday", None),
    ("The clip was condemned on Friday by the pope.", "Friday", None),
    ("The company posted a loss for the quarter ended June 30.", "June 30", "loss"),
    ("Production is now to begin at the end of 2029.", "2029", "output"),
    ("It was the third strike this year.", "this year", None),
    ("Two were hurt in the crash, which happened at about 11 p.m.", "11 p.m.", "accident"),
    ("The quake struck shortly after 6 a.m.", "6 a.m.", "earthquake"),
    ("Three schools are closed until February 5.", "February 5", None),
    ("The army has killed 300 since 2019.", "2019", None),
]


@pytest.mark.parametrize(("text", "mention", "event"), DATES)
def test_date(text, mention, event):
    assert governing(text, mention, dated=True) == event


HARD = [
    ("The owner of the ship, which sank in May, was fined.", "May", "sinking", True, None),
    ("The attack was condemned by two ministers.", "two ministers", None, False, None),
    ("Deaths and injuries came to 12 and 30.", "30", "injured", False, "two lists told off one by one"),
    ("COPS BAG 51 IN STING", "51", "arrest", False, "a headline's slang without its object"),
    (
        "Colorin was hit hardest with 340 million euros.",
        "340 million euros",
        "fine",
        False,
        "told a sentence before",
    ),
    ("The agreement of 2019 to buy six jets lapsed.", "six jets", "purchase", False, None),
    ("Having lost 12 men, the army withdrew on Monday.", "Monday", "withdrawal", True, None),
    ("Defence gets 6.1 billion.", "6.1 billion", "budget", False, "the verb says nothing"),
]


@pytest.mark.parametrize(
    ("text", "mention", "event", "dated"),
    [
        pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason) if reason else ())
        for *row, reason in HARD
    ],
)
def test_hard(text, mention, event, dated):
    assert governing(text, mention, dated=dated) == event
