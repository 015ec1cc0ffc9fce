"""How dates are told in the news, a row for each way, published on Monday 10 January 2022."""

from datetime import date

import pytest

from claims import find_dates

MONDAY = date(2022, 1, 10)
BESIDE_PUBLICATION = [
    # courts, votes, travel
    ("The court rose on Monday last week.", "Monday last week", "2022-01-03"),
    ("Last week on Tuesday the court rose.", "Last week on Tuesday", "2022-01-04"),
    ("The vote is on Thursday next week.", "Thursday next week", "2022-01-20"),
    ("The trial opens Tuesday the 18th.", "Tuesday the 18th", "2022-01-18"),
    ("The ship docked on Sunday, the 2nd.", "Sunday, the 2nd", "2022-01-02"),
    ("The trial opens Tuesday the 19th.", "Tuesday", "2022-01-11"),  # a Wednesday
    ("This Friday they vote.", "This Friday", "2022-01-14"),
    ("That Friday they voted.", "That Friday", "XXXX-WXX-5"),
    ("Next Friday they vote.", "Next Friday", "2022-01-14"),
    ("Friday is the deadline.", "Friday", "2022-01-14"),
    ("Shares rose after Friday's close.", "Friday", "2022-01-07"),
    ("The day before yesterday a dam burst.", "The day before yesterday", "2022-01-08"),
    ("The day after tomorrow the strike ends.", "The day after tomorrow", "2022-01-12"),
    ("Talks resume the week after next.", "the week after next", "2022-W04"),
    ("They met the week before last.", "the week before last", "2021-W52"),
    ("He will rest over the weekend.", "the weekend", "2022-W02-WE"),
    ("Two weekends ago the roof fell in.", "Two weekends ago", "2021-W52-WE"),
    ("The mine opens next May.", "next May", "2022-05"),
    ("The mine opened last March.", "last March", "2021-03"),
    ("The mine opens this September.", "this September", "2022-09"),
    ("Orders fell this decade.", "this decade", "202"),
    ("The dynasty fell last century.", "last century", "19"),
    # money
    ("Shares are up 3 percent for the year.", "the year", "2022"),
    ("Last fiscal year it lost money.", "Last fiscal year", "2021"),
    ("The bridge will stand by year-end.", "year-end", "2022"),
    ("Two quarters ago it lost money.", "Two quarters ago", "2021-Q3"),
    ("Half a year ago it lost money.", "Half a year ago", "2021-07"),
    ("It grew 10 percent more than two years ago.", "two years ago", "2020"),
    ("Two decades ago the reef was alive.", "Two decades ago", "200"),
    ("A century ago the ice was thick.", "A century ago", "19"),
    ("Two and a half decades ago they wed.", "Two and a half decades ago", "1997"),
    ("Years ago the river froze.", "Years ago", "PAST_REF"),
    ("The satellite flies six months from now.", "six months from now", "2022-07"),
    ("The satellite falls ten years from today.", "ten years from today", "2032"),
    ("It expects growth in coming quarters.", "coming quarters", "FUTURE_REF"),
    ("He is feared less than in the past.", "the past", "PAST_REF"),
    ("Seas will rise in the near future.", "the near future", "FUTURE_REF"),
]
PARTS_OF_A_YEAR = [
    ("Sales fell in the third quarter.", "the third quarter", "2021-Q3"),
    ("Sales will fall in the third quarter.", "the third quarter", "2022-Q3"),
    ("Sales will fall in the first quarter.", "the first quarter", "2022-Q1"),
    ("The 3rd quarter of 2020 was flat.", "The 3rd quarter of 2020", "2020-Q3"),
    ("Sales fell in the final quarter of 2012.", "the final quarter of 2012", "2012-Q4"),
    ("In the quarter, sales fell.", "the quarter", "2021-Q4"),
    ("Sales fell from the year-earlier quarter.", "the year-earlier quarter", "2020-Q4"),
    ("Sales fell from the same quarter last year.", "the same quarter last year", "2020-Q4"),
    ("Sales fell from the same period a year ago.", "the same period a year ago", "2021"),
    ("The second half of last year was weak.", "The second half of last year", "2021-H2"),
    ("The first two quarters of 1990 were weak.", "The first two quarters of 1990", "1990-H1"),
    ("The last six months of 2020 were wet.", "The last six months of 2020", "2020-H2"),
    ("The first week of March was dry.", "The first week of March", "2021-W09"),
    ("The fifth week of March was dry.", "The fifth week of March", "XXXX-WXX"),
    ("In winter 2019, snow fell.", "winter 2019", "2019-WI"),
    ("Last winter, snow fell.", "Last winter", "2021-WI"),
    ("This winter, snow fell.", "This winter", "2021-WI"),
    ("Next summer, the games begin.", "Next summer", "2022-SU"),
    ("The swifts will be back in the spring.", "the spring", "2022-SP"),
    ("The swifts left in the autumn.", "the autumn", "2021-FA"),
    ("The mill closed in the fall.", "the fall", "2021-FA"),
    ("On Christmas Day 2019 a plane fell.", "Christmas Day 2019", "2019-12-25"),
    ("At Easter 2021 the church was shut.", "Easter 2021", "2021-04-04"),
    ("This Easter the church will be full.", "This Easter", "2022-04-17"),
    ("Last Easter the church was shut.", "Last Easter", "2021-04-04"),
    ("Next Christmas the shop will be gone.", "Next Christmas", "2022-12-25"),
]
WHAT_REPEATS = [
    ("The market is held each Saturday morning.", ["each Saturday morning: XXXX-WXX-6TMO"]),
    ("The committee sits every Tuesday and Thursday.", ["every Tuesday: XXXX-WXX-2", "Thursday: XXXX-WXX-4"]),
    ("She swims every morning.", ["every morning: XXXX-XX-XXTMO"]),
    ("They vote every November.", ["every November: XXXX-11"]),
    ("The reef bleaches every summer.", ["every summer: XXXX-SU"]),
    ("A census is held every ten years.", ["every ten years: P10Y"]),
    ("The boxer trains every other day.", ["every other day: P2D"]),
    ("Rent is 300 dollars per month.", ["per month: P1M"]),
    ("The clinic opens on Mondays.", ["Mondays: XXXX-WXX-1"]),
    ("Dividends are paid quarterly.", ["quarterly: P3M"]),
]
LISTS_AND_RANGES = [
    ("Talks were held on 5-7 October 2021.", ["5-7 October 2021: 2021-10-05/2021-10-07"]),
    ("Talks were held on June 3 and 4.", ["June 3: 2021-06-03", "4: 2021-06-04"]),
    (
        "Talks were held on June 3, 4 and 5, 2021.",
        ["June 3: 2021-06-03", "4: 2021-06-04", "5, 2021: 2021-06-05"],
    ),
    ("The fair is on the 3rd and 4th of May 2023.", ["3rd: 2023-05-03", "4th of May 2023: 2023-05-04"]),
    ("Rain fell May-July 2019.", ["May-July 2019: 2019-05/2019-07"]),
    ("Snow fell December-February 2019.", ["December-February 2019: 2018-12/2019-02"]),
    ("From May to July 2019 they fought.", ["May: 2019-05", "July 2019: 2019-07"]),
    ("From November to March 2019 they fought.", ["November: 2018-11", "March 2019: 2019-03"]),
    (
        "From 1 December to 15 March 2025 they fought.",
        ["1 December: 2024-12-01", "15 March 2025: 2025-03-15"],
    ),
    ("They led the league in 1999/2000.", ["1999/2000: 1999/2000"]),
    ("The army starved in the winter of 1915-16.", ["the winter of 1915-16: 1915-WI"]),
]
YEARS_AND_AGES = [
    ("It was signed in nineteen ninety-eight.", ["nineteen ninety-eight: 1998"]),
    ("It was signed in two thousand and six.", ["two thousand and six: 2006"]),
    ("It was signed in nineteen hundred.", ["nineteen hundred: 1900"]),
    ("The class of '98 met.", ["'98: 1998"]),
    ("The year 2019 was dry.", ["The year 2019: 2019"]),
    ("Disco came back in the '80s.", ["the '80s: 198"]),
    ("Prices soared in the nineties.", ["the nineties: 199"]),
    ("Caesar was killed in 44 BC.", ["44 BC: BC0044"]),
    ("Vesuvius erupted in AD 79.", ["AD 79: 0079"]),
    ("The 5th century BC temple burned.", ["The 5th century BC: BC04"]),
    ("The 21st-century plague came.", ["21st-century: 20"]),
    ("The form is dated 13/4/2021.", ["13/4/2021: 2021-04-13"]),
    ("The form is dated 4/13/2021.", ["4/13/2021: 2021-04-13"]),
    ("It was logged at 2021-03-04T05:06.", ["2021-03-04T05:06: 2021-03-04T05:06"]),
]
BESIDE_WHAT_WAS_NAMED = [
    ("The quake struck on May 3, 2019. The day after, looters came.", "2019-05-04"),
    ("She won in May 2019. The same month, her rival quit.", "2019-05"),
    ("She won in 2019. That year, her rival quit.", "2019"),
    ("The fire began on March 4, 2020. The same day, troops left.", "2020-03-04"),
    ("The fire began on March 4, 2020. That week, troops left.", "2020-W10"),
    ("The fire began on March 3, 2020. That Friday, troops left.", "2020-03-06"),
    ("The fire began on March 6, 2020. The same Friday, troops left.", "2020-03-06"),
    ("The fire began on March 7, 2020. That Friday, troops left.", "XXXX-WXX-5"),
    ("Sales rose in the third quarter of 2020. The same quarter, costs fell.", "2020-Q3"),
    ("Sales rose in the third quarter of 2020. The following quarter, they fell.", "2020-Q4"),
    ("Sales rose in 2018. The following year, they fell.", "2019"),
    ("Sales rose in June 2018. The following month, they fell.", "2018-07"),
    ("She was born in June 1990. That September, they moved.", "1990-09"),
    ("The fire began on May 3, 2019. Two days later it was out.", "2019-05-05"),
    ("The fire began on May 3, 2019. It was out two hours later.", "PT2H"),
    ("The war began in 1939. Six years later it ended.", "1945"),
    ("The war began in May 1939. Two months later it spread.", "1939-07"),
    ("The war began in 1939. Two decades later, they met.", "195"),
    ("The launch was on May 3, 2019, two days later than planned.", "P2D"),
]
SPANS = [
    ("Profit rose over the last year.", date(2021, 1, 10), MONDAY),
    ("Rain is due over the next week.", MONDAY, date(2022, 1, 17)),
    ("The second half of October was wet.", date(2021, 10, 16), date(2021, 10, 31)),
    ("The first half of February 2020 was wet.", date(2020, 2, 1), date(2020, 2, 15)),
    ("The first nine months of 2020 were wet.", date(2020, 1, 1), date(2020, 9, 30)),
    ("The last three months of 2020 were wet.", date(2020, 10, 1), date(2020, 12, 31)),
    ("The last week of May 2021 was dry.", date(2021, 5, 25), date(2021, 5, 31)),
    ("The first day of 2020 was cold.", date(2020, 1, 1), date(2020, 1, 1)),
    ("The final day of February 2020 was cold.", date(2020, 2, 29), date(2020, 2, 29)),
    ("Cases doubled in the week of April 10th, 2021.", date(2021, 4, 5), date(2021, 4, 11)),
    ("Thousands drove on Memorial Day weekend.", date(2021, 5, 29), date(2021, 5, 31)),
    ("Thousands drove on the Labor Day weekend.", date(2021, 9, 4), date(2021, 9, 6)),
    ("Thousands flew over Thanksgiving weekend.", date(2021, 11, 25), date(2021, 11, 28)),
    ("In fiscal 2019 it lost money.", date(2018, 4, 1), date(2020, 6, 30)),
    ("The plant will be shut by year-end.", date(2022, 9, 1), date(2022, 12, 31)),
]
OPEN_WITHOUT_PUBLICATION = [
    ("The ship sank the day before.", "XXXX-XX-XX"),
    ("Two days ago it rained.", "XXXX-XX-XX"),
    ("They met the week before last.", "XXXX-WXX"),
    ("The court rose on Monday last week.", "XXXX-WXX-1"),
    ("Last Friday they voted.", "XXXX-WXX-5"),
    ("He rested over the weekend.", "XXXX-WXX-WE"),
    ("Thousands drove on Memorial Day weekend.", "XXXX-WXX-WE"),
    ("She won. That year, her rival quit.", "XXXX"),
    ("It opens next May.", "XXXX-05"),
    ("Revenue for the fiscal year was flat.", "XXXX"),
    ("It will be built by year-end.", "XXXX"),
    ("The last week of May was dry.", "XXXX-WXX"),
    ("The last day of August was the hottest.", "XXXX-XX-XX"),
    ("In the week of April 10, cases doubled.", "XXXX-WXX"),
    ("Sales fell in the third quarter.", "XXXX-Q3"),
    ("In the quarter, sales fell.", "XXXX-QX"),
    ("Sales fell from the year-earlier quarter.", "XXXX-QX"),
    ("Sales fell from the same period last year.", "XXXX"),
    ("The first half of February was wet.", "XXXX-02"),
    ("Last winter, snow fell.", "XXXX-WI"),
    ("They returned in the autumn.", "XXXX-FA"),
    ("On Christmas Day, a plane fell.", "XXXX-12-25"),
    ("At Easter a plane fell.", "XXXX-XX-XX"),
]
NO_DATES = [
    "USA TODAY reported it.",
    "He told the Sunday Times.",
    "The fall of Kabul shocked them.",
    "They sell spring water.",
    "Christmas party guests fell ill.",
    "Temperatures were in the 80s on the coast.",
    "He is in his 80s.",
    "He is in his nineties.",
    "The 45th century is far.",
    "It is told in paragraph 12.1.2015 of the code.",
    "The file is 123/4/2021.",
    "The track is 4.5.21.",
    "It was logged on 2021-02-30.",
    "They counted down 1995-1991.",
    "The train runs at 300 km per hour.",
    "The firm's quarterly results were poor.",
    "Come as soon as you can.",
    "It will leave soon after dawn.",
    "One of these days the wall falls.",
    "In the long term, seas rise.",
    "The second half was weak.",
]


def told(text, published=MONDAY):
    return [f"{mention.text}: {mention.value}" for mention in find_dates(text, published)]


@pytest.mark.parametrize(("text", "found", "value"), [*BESIDE_PUBLICATION, *PARTS_OF_A_YEAR])
def test_a_date_beside_publication(text, found, value):
    assert told(text) == [f"{found}: {value}"]


@pytest.mark.parametrize(("text", "values"), [*WHAT_REPEATS, *LISTS_AND_RANGES, *YEARS_AND_AGES])
def test_dates_in_their_order(text, values):
    assert told(text) == values


@pytest.mark.parametrize(("text", "value"), BESIDE_WHAT_WAS_NAMED)
def test_a_date_beside_one_that_the_text_named(text, value):
    assert [mention.value for mention in find_dates(text, MONDAY)][1:] == [value]


@pytest.mark.parametrize(("text", "first", "last"), SPANS)
def test_the_days_that_are_meant(text, first, last):
    [mention] = find_dates(text, MONDAY)
    assert (mention.first, mention.last) == (first, last)


@pytest.mark.parametrize(("text", "value"), OPEN_WITHOUT_PUBLICATION)
def test_without_a_day_of_publication_it_stays_open(text, value):
    [mention] = find_dates(text)
    assert (mention.value, mention.first, mention.last) == (value, None, None)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text):
    assert told(text) == []
