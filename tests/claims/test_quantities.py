"""Quantities in sentences of news from many fields, and what must yield none."""

from decimal import Decimal

import pytest

from claims import find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit", "noun"),
    [
        ("Serbia took delivery of thirty T-72MS tanks.", "30", "", "T-72MS tanks"),
        ("It received six donated MiG-29 aircraft.", "6", "", "donated MiG-29 aircraft"),
        ("They signed a $20 million deal.", "20000000", "USD", "deal"),
        ("The Nasdaq fell 2.5%.", "2.5", "percent", "Nasdaq"),
        ("They backed the measure, with turnout at about 61%.", "61", "percent", "turnout"),
        ("Growth beat the 2.1% analysts expected.", "2.1", "percent", "Growth"),
        ("Some 12% of investors sold.", "12", "percent", "investors"),
        ("The convoy was 40 km long.", "40", "kilometer", "convoy"),
        ("One man was killed.", "1", "", "man"),
        ("Both praised the two countries’ “upward trend”.", "2", "", "countries"),
        ("The three brothers' trial began.", "3", "", "brothers"),
        ("Two teachers' unions struck.", "2", "", "teachers' unions"),
        ("Two of those systems have arrived.", "2", "", "systems"),
        ("The toll rose to 112 on Monday.", "112", "", "toll"),
        ("The toll rose to 112 last week.", "112", "", "toll"),
        ("She scored 15 late goals.", "15", "", "late goals"),
        ("Ms Hale, 44, denied it.", "44", "year", "Ms Hale"),
        ("It was minus 26C in Oslo.", "-26", "degree_Celsius", None),
        ("Inflation slowed to 2.1 percent.", "2.1", "percent", "Inflation"),
        ("One in four children is poor.", "0.25", "", "children"),
        ("It has a 1-in-50 chance.", "0.02", "", "chance"),
        ("It has a three-in-five chance.", "0.6", "", "chance"),
        ("The rate fell to 48 per 100,000.", "48", "", "rate"),
        ("The bank cut its rate by 25 basis points.", "25", "basis_point", "rate"),
        ("He stands 5 ft 3 in tall.", "5.25", "foot", None),
        ("Shares fell to 164p.", "1.64", "GBP", "Shares"),
        ("It bought the plant for A$300m.", "300000000", "AUD", "plant"),
        ("The tax raised 4.2 trillion roubles.", "4200000000000", "RUB", "tax"),
        ("Output fell to 9.8 million barrels a day.", "9800000", "oil_barrel / day", "Output"),
        ("They sold 4.3M homes.", "4300000", "", "homes"),
        ("A $5-a-day meal plan began.", "5", "USD", "meal plan"),
        ("Weight: 20 (kg)", "20", "kilogram", "Weight"),
        ("The wall is 37m tall.", "37", "meter", "wall"),
        ("She won the 400m hurdles.", "400", "meter", "hurdles"),
        ("POLICE ARREST 12 PROTESTERS", "12", "", "PROTESTERS"),
        ("5.9-MAGNITUDE QUAKE HITS COAST", "5.9", "", "MAGNITUDE"),
        ("The other three drones missed.", "3", "", "drones"),
        ("The last three hit Odesa overnight.", "3", "", None),
        ("Three stolen Picassos were found.", "3", "", "stolen Picassos"),
        ("Six captured Merkava tanks burned.", "6", "", "captured Merkava tanks"),
        ("Her parents, both 31, died.", "31", "year", "parents"),
        ("A 4.2 magnitude quake hit the coast.", "4.2", "", "magnitude quake"),
        ("The whale lived 39 million years ago.", "39000000", "year", "whale"),
        ("Dinosaurs died out 66m years ago.", "66000000", "year", "Dinosaurs"),
        # half of a unit; a quarter of one
        ("Half a tonne of cocaine was seized.", "0.5", "metric_ton", "cocaine"),
        ("They were trapped half a kilometre below ground.", "0.5", "kilometer", None),
        ("The bank cut its rate by a quarter of a percentage point.", "0.25", "percent", "rate"),
        ("Half a million fans came.", "500000", "", "fans"),
        # pounds of money and of weight
        ("A driver's average wage is 13,400 pounds.", "13400", "GBP", "driver's average wage"),
        ("He owes the bank 4,000 pounds.", "4000", "GBP", None),
        ("Experts value the find at 180,000 pounds.", "180000", "GBP", "value"),
        ("He took 90,000 pounds in bribes.", "90000", "GBP", "bribes"),
        ("The fire caused 3 million pounds of damage.", "3000000", "GBP", "damage"),
        ("It wasted 2 million pounds of the town's own money.", "2000000", "GBP", "town's own money"),
        ("Of 50 million pounds of which half is left, it spent all.", "50000000", "GBP", None),
        ("The plant recalled 2.5 million pounds of ground beef.", "2500000", "pound", "ground beef"),
        ("Thieves who paid nothing took 300 pounds of copper wire.", "300", "pound", "copper wire"),
        ("The baby weighed eight pounds.", "8", "pound", "baby"),
        # abbreviations in capitals are no pronouns
        ("DHL plans to cut 9,500 US jobs.", "9500", "", "US jobs"),
        ("BLAST KILLS 12 US SOLDIERS", "12", "", "US SOLDIERS"),
        ("Some 300 WHO experts came.", "300", "", "WHO experts"),
        ("It bought 12 IT firms.", "12", "", "IT firms"),
        ("She sent 12 who lost their homes.", "12", "", None),
        # what a count, a wave or a side is of
        ("The number of victims exceeds 3,000.", "3000", "", "victims"),
        ("Covid deaths passed 100,000 on Monday.", "100000", "", "Covid deaths"),
        ("Lee hit 31 in the first hour.", "31", "", None),
        ("Turnout was 55% meaning that most stayed at home.", "55", "percent", "Turnout"),
        ("It is a coast where waves of five metres were seen.", "5", "meter", "waves"),
        ("The firm, whose debt of $3 million is due, closed.", "3000000", "USD", "debt"),
        ("Prices, which range from 5 euros upwards, rose.", "5", "EUR", "Prices"),
        ("It left a crater some 30 metres wide.", "30", "meter", "crater"),
        ("It packed winds in excess of 170 mph.", "170", "mile / hour", "winds"),
        ("He has debts upwards of $3 million.", "3000000", "USD", "debts"),
        ("He drove the 150-foot, triple-deck ferry.", "150", "foot", "triple-deck ferry"),
        ("The number of jobs created last month was 310,000.", "310000", "", "jobs"),
        # wire style
        ("India expects 117.5 mln T of wheat.", "117500000", "metric_ton", "wheat"),
        # a verb behind what is counted is no part of it
        ("A crowd of 18,452 saw Ana Lee head the visitors in front.", "18452", "", "crowd"),
        ("Train carrying 300 passengers derails", "300", "", "passengers"),
        ("Two plane crashes were reported.", "2", "", "plane crashes"),
        ("Ferry with 214 aboard capsizes off island", "214", "", None),
        ("Roughly 6% of the dose was lost.", "6", "percent", "dose"),
        # what those counted did is no part of what they are
        ("In a poll 61 per cent said they did not believe it.", "61", "percent", "poll"),
        ("61% backed legal abortion.", "61", "percent", None),
        ("One in 20 suffered severe ill effects.", "0.05", "", None),
        ("Some 300 suffered severe burns.", "300", "", None),
        ("It carries a 12 percent reduced rate.", "12", "percent", "reduced rate"),
        ("Twelve registered voters stayed away.", "12", "", "registered voters"),
        # what follows "and" is something else
        ("It raised $4 billion and sales rose.", "4000000000", "USD", None),
        ("Output fell 12 percent and profits halved.", "12", "percent", "Output"),
        ("They sold 1,200 Kia and Hyundai vehicles.", "1200", "", "Kia and Hyundai vehicles"),
        # times beside what they time
        ("Sales this year rose 3%.", "3", "percent", "Sales"),
        ("Profit last year fell 3%.", "3", "percent", "Profit"),
        ("Made in 29 days, the film was cheap.", "29", "day", None),
        ("Five dozen men came.", "60", "", "men"),
        ("The plant paid €75 EUR today.", "75", "EUR", "plant"),
        # cricket
        ("Rathore 128 not out.", "128", "", None),
        ("The work will take a year and a half.", "1.5", "year", "work"),
        ("About 200g come from fruit.", "200", "gram", None),
        ("The work took two years and a half.", "2.5", "year", "work"),
        ("It used a pound and a half of beef.", "1.5", "pound", "beef"),
    ],
)
def test_value_unit_and_noun(text: str, value: str, unit: str, noun: str | None) -> None:
    [quantity] = find_quantities(text)
    assert (quantity.value, quantity.unit, quantity.noun) == (Decimal(value), unit, noun)
    assert text[quantity.start : quantity.end] == quantity.text


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("at least 40 people", "at_least", "40", None),
        ("up to 40 people", "at_most", None, "40"),
        ("more than 40 people", "more_than", "40", None),
        ("nearly 40 people", "less_than", None, "40"),
        ("some 40 people", "about", None, None),
        ("40 or more people", "at_least", "40", None),
        ("between 30 and 40 people", "between", "30", "40"),
        ("at 4.25%-4.5%", "between", "4.25", "4.5"),
        ("a 5km-6km walk", "between", "5", "6"),
        ("it is 20°C–25°C", "between", "20", "25"),
        ("5m-6m people", "between", "5000000", "6000000"),
        ("30 to 40 people", "between", "30", "40"),
        ("30-40 people", "between", "30", "40"),
        ("three or four people", "between", "3", "4"),
        ("6-8 million people", "between", "6000000", "8000000"),
        ("dozens of people", "between", "24", "99"),
        ("tens of thousands of people", "between", "10000", "100000"),
        ("several hundred people", "between", "300", "900"),
        ("They took 3-10 people", "between", "3", "10"),
        ("It took 2-3 hours", "between", "2", "3"),
        ("over 40 people", "more_than", "40", None),
    ],
)
def test_bounds_and_ranges(text: str, bound: str, low: str | None, high: str | None) -> None:
    [quantity] = find_quantities(f"The flood drove out {text}.")
    assert quantity.bound == bound
    assert quantity.low == (None if low is None else Decimal(low))
    assert quantity.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Prices are expected to rise 2% to 4% in 2026.", [("2", "4")]),
        ("Sales will fall 3% to 5%.", [("3", "5")]),
        ("It cut its forecast to $2 billion to $3 billion.", [("2000000000", "3000000000")]),
        ("Inflation rose 0.2% to 4%.", []),
        ("Shares will fall 2% to $3.", []),
        ("to between $7.2bn and $7.4bn from $7.3bn to $7.5bn", [("7.2e9", "7.4e9"), ("7.3e9", "7.5e9")]),
        (
            "to 310-330 million euros from 365 million to 380 million",
            [("310e6", "330e6"), ("365e6", "380e6")],
        ),
    ],
)
def test_ranges_of_what_is_to_come(text: str, ends: list[tuple[str, str]]) -> None:
    ranges = [found for found in find_quantities(text) if found.bound == "between"]
    assert [(found.low, found.high) for found in ranges] == [(Decimal(a), Decimal(b)) for a, b in ends]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Hundreds of nurses joined the row over 300 jobs.", "exact"),
        ("The mayor was fined $5,000 over 12 deaths at the plant.", "exact"),
        ("He was jailed over 14 burglaries.", "exact"),
        ("They celebrated a win over ten-man Rovers.", "exact"),
        ("Police arrested over 300 people.", "more_than"),
        ("The firm was fined over $5 million.", "more_than"),
        ("Labour could win over 300 seats.", "more_than"),
        ("He has a lead of over 300 votes.", "more_than"),
        ("They drove over 300 miles after the protest.", "more_than"),
    ],
)
def test_what_a_row_is_over(text: str, bound: str) -> None:
    assert find_quantities(text)[-1].bound == bound


def test_a_part_and_its_whole_are_two() -> None:
    found = find_quantities("It received two of the six ordered short-range, rapid-fire systems.")
    assert [quantity.text for quantity in found] == ["two", "six ordered short-range, rapid-fire systems"]
    assert {quantity.noun for quantity in found} == {"ordered short-range, rapid-fire systems"}


def test_a_conversion_has_the_bound_of_what_it_converts() -> None:
    found = find_quantities("It makes just under 296 hp (224 kW / 300 PS).")
    assert [quantity.bound for quantity in found] == ["less_than"] * 3


@pytest.mark.parametrize(
    ("text", "values", "changes"),
    [
        ("Profit fell from $75m to $45.9m.", ["75000000", "45900000"], [None, None]),
        ("The index rose 1.1% to 1,334.20.", ["1.1", "1334.20"], ["up", None]),
        ("Sales were 5% lower, a 2% drop.", ["5", "2"], ["down", "down"]),
        ("City won 3-2.", ["3", "2"], [None, None]),
        ("The start-up raised $75m.", ["75000000"], [None]),
        ("Sales went up by $3 million to $12 million.", ["3000000", "12000000"], ["up", None]),
        ("The rate fell by 0.3 percentage points to 6.4 percent.", ["0.3", "6.4"], ["down", None]),
        ("Copper made up 40 percent of exports.", ["40"], [None]),
        ("The army shot down 12 drones and blew up 3 bridges.", ["12", "3"], [None, None]),
        ("They set up 40 tents and called up 300 troops.", ["40", "300"], [None, None]),
        ("Shares shot up 12 percent.", ["12"], ["up"]),
        ("Shares ended up 2 percent; sales were down 3 percent.", ["2", "3"], ["up", "down"]),
        ("England were 420-5 after Khan took 3-88.", ["420", "5", "3", "88"], [None] * 4),
        ("She had figures of 4-91 from 28 overs.", ["4", "91", "28"], [None] * 3),
        ("Housing starts up 12 percent, emergency calls up 3 percent.", ["12", "3"], ["up", "up"]),
    ],
)
def test_changes_are_no_ranges(text: str, values: list[str], changes: list[str | None]) -> None:
    found = find_quantities(text)
    assert [quantity.value for quantity in found] == [Decimal(value) for value in values]
    assert [quantity.change for quantity in found] == changes


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Shares in Sweden's Halvdan fell to 41.30 crowns.", "SEK"),
        ("The Norwegian firm paid 300 million crowns ($28 million) for it.", "NOK"),
        ("It met in Prague. A seat costs 2,500 crowns.", "CZK"),
        ("Denmark said so. The Swedish bank lost 4 billion crowns.", "SEK"),
        # whose crowns, or what kings wear
        ("It paid 300 million crowns.", ""),
        ("Sweden sold it to Norway for 300 million crowns.", ""),
        ("Sweden's king has 12 crowns.", ""),
        ("The Swedish artist made 1,200 crowns of thorns.", ""),
    ],
)
def test_crowns_are_those_of_the_land_that_is_named(text: str, unit: str) -> None:
    assert find_quantities(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They won 88 seats in the 240-member house, up from 63.", "seats"),
        ("She hired 12 pilots for the 18-month tour, up from 9.", "pilots"),
        ("Mr Cole, a father of four, died in hospital.", None),
        ("She said that one in eight parents had doubts.", "parents"),
    ],
)
def test_the_noun_of_the_last_number(text: str, noun: str | None) -> None:
    assert find_quantities(text)[-1].noun == noun


@pytest.mark.parametrize(
    "text",
    [
        "The T-72 and the S-400 were shown by the 72nd brigade.",
        "A Boeing 737 landed at 10.45pm on 3 May 2019.",
        "Call 0800 555 0199 or visit https://t.co/jK45IzTlJN today.",
        "It is one of the best, and no one objects to each other.",
        "The S&P 500 and the Nasdaq 100 were mixed.",
        "Slavic Shield 2019 began at 1100 hours.",
        "See page 4, Section 230 and Article 5.",
        "He was born in 1950, on Oct. 15.",
        "They met three years ago.",
        "It was the 96th minute of Game 7.",
        "They were a point and a half ahead.",
        "It was a story and a half.",
        "Write to 9 Hill Street.",
        "The code is 978-3-16-148410-0.",
        "It is a 2-in-1 laptop.",
        "The 737 MAX 9 and the iPhone 15 Pro were grounded.",
        "They saw a 1-in-100-year flood.",
        "Day two of the strike brought chaos.",
        "It was a category three hurricane.",
        "By year three it pays for itself.",
        "It struck at half past two.",
        "Reddy added a third in stoppage time.",
        "The belt caught fire at twenty to six yesterday morning.",
        "He was led down at a quarter past three, and left at nine o'clock.",
    ],
)
def test_nothing_is_counted(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On the day two people died, it rained.", "2"),
        ("By week three million people had fled.", "3000000"),
        ("They lost a third in the crash.", "0.333333333333"),
        ("She added a third of the flour.", "0.333333333333"),
        ("In the year two ships sank.", "2"),
    ],
)
def test_a_label_or_a_goal_is_told_from_a_count(text: str, value: str) -> None:
    assert [quantity.value for quantity in find_quantities(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    "text",
    [
        "Hartwell 3-1 Cotton Vale",
        "Liverpool 3-1 Everton: Salah is back",
        "It ended Hibs 3-1 Hearts on Sunday.",
    ],
)
def test_a_score_between_two_names_counts_neither(text: str) -> None:
    assert [(quantity.value, quantity.text) for quantity in find_quantities(text)] == [(3, "3"), (1, "1")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The cost has risen from 3.9 to 4.3 billion euros.", ["3900000000", "4300000000"]),
        ("Revenue climbed to $4.3 billion from $3.9.", ["4300000000", "3900000000"]),
        ("Sales fell from 5.1 to 4.3 million cars.", ["5100000", "4300000"]),
        ("Takings rose from $900 to $1.2 million.", ["900", "1200000"]),
        ("Members rose from 900 to 1 million.", ["900", "1000000"]),
        ("The rate rose from 6.7 to 6.8 percent.", ["6.7", "6.8"]),
        ("He flew from 3 towns to 4 million-dollar homes.", ["3", "4000000"]),
    ],
)
def test_two_levels_of_one_thing_share_a_scale(text: str, values: list[str]) -> None:
    assert [quantity.value for quantity in find_quantities(text)] == [Decimal(value) for value in values]
