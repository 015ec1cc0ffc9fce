"""What `find_dates` reads, from many kinds of news, and what it leaves alone."""

from datetime import date

import pytest

from claims import find_dates
from claims.timex.unusual import parse_unusual

MONDAY = date(2022, 1, 10)


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        # a spoken clock
        ("The talks began at half past seven.", "half past seven", "2022-01-10T07:30"),
        (
            "The belt caught fire at twenty to six yesterday morning.",
            "twenty to six yesterday morning",
            "2022-01-09T05:40",
        ),
        (
            "He was led down at a quarter past three in the afternoon.",
            "a quarter past three in the afternoon",
            "2022-01-10T15:15",
        ),
        # politics, courts
        ("The accord was signed on April 6, 1994.", "April 6, 1994", "1994-04-06"),
        ("The accord was signed on 6 April 1994.", "6 April 1994", "1994-04-06"),
        ("Polling day is Tuesday, November 8, 2022.", "Tuesday, November 8, 2022", "2022-11-08"),
        ("The law takes effect in March.", "March", "2022-03"),
        ("Prices rose in March.", "March", "2021-03"),
        ("The ministry said Friday it had no plans.", "Friday", "2022-01-07"),
        ("The trial will resume Friday.", "Friday", "2022-01-14"),
        ("He spoke on Monday.", "Monday", "2022-01-10"),
        ("They met last week.", "last week", "2022-W01"),
        ("A vote could come on Friday.", "Friday", "2022-01-14"),
        ("The court may rule on Friday.", "Friday", "2022-01-14"),
        ("They could not reach the village on Friday.", "Friday", "2022-01-07"),
        ("Neighbours could hear shots on Friday.", "Friday", "2022-01-07"),
        ("He may have died on Friday.", "Friday", "2022-01-07"),
        ("They agreed to raise output from February.", "February", "2022-02"),
        ("The bank signalled one more cut by February.", "February", "2022-02"),
        ("The minister said the dam had failed in February.", "February", "2021-02"),
        ("They have put back the vote since July.", "July", "2021-07"),
        ("Petrol duty up 3p from April, first rise since then.", "April", "2022-04"),
        # fixtures
        ("City travel to Brackley on Saturday.", "Saturday", "2022-01-15"),
        ("United host Spurs on Wednesday.", "Wednesday", "2022-01-12"),
        ("The sides meet again on Thursday.", "Thursday", "2022-01-13"),
        ("World Cup host Qatar beat Iran on Friday.", "Friday", "2022-01-07"),
        ("After a visit to Paris on Friday he flew home.", "Friday", "2022-01-07"),
        ("Air travel to Spain was halted on Friday.", "Friday", "2022-01-07"),
        # disasters
        ("It struck at 11 p.m. EST Sunday.", "11 p.m. EST Sunday", "2022-01-09T23:00"),
        ("The wave hit late last July.", "late last July", "2021-07"),
        ("Power failed at 1.05am.", "1.05am", "2022-01-10T01:05"),
        ("Rain fell on Sunday night.", "Sunday night", "2022-01-09TNI"),
        ("Crews worked over the weekend.", "the weekend", "2022-W01-WE"),
        # money, business
        ("Profit fell in the fourth quarter.", "the fourth quarter", "2021-Q4"),
        ("Sales doubled in the first half of 2021.", "the first half of 2021", "2021-H1"),
        ("It lost money in fiscal 2021.", "fiscal 2021", "2021"),
        ("The plant opens in spring 2023.", "spring 2023", "2023-SP"),
        ("Wages fell in the 1990s.", "the 1990s", "199"),
        ("It paid $5 million a year.", "a year", "P1Y"),
        ("Ferries run daily.", "daily", "P1D"),
        # sport, science, war, health
        ("The union called a strike for early 2023.", "early 2023", "2023"),
        ("The camp is open every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The dig began in the 17th century.", "the 17th century", "16"),
        ("They fought for decades.", "decades", "PXDE"),
        ("The raid began at 0430 hours.", "0430 hours", "2022-01-10T04:30"),
        ("The truce of 2 1/2 years ended.", "2 1/2 years", "P2Y6M"),
        ("He is currently in hospital.", "currently", "PRESENT_REF"),
        ("A cure was recently found.", "recently", "PAST_REF"),
        ("BELGRADE, Oct 24 (Reuters) - Russia sent missiles.", "Oct 24", "2021-10-24"),
        ("Updated 2021-11-05.", "2021-11-05", "2021-11-05"),
        ("Drills ran from Oct. 5-7.", "Oct. 5-7", "2021-10-05/2021-10-07"),
        ("They were unbeaten in 2019-21.", "2019-21", "2019/2021"),
        ("Crude for May delivery rose.", "May", "2022-05"),
        ("Crude rose in May.", "May", "2021-05"),
        ("They face a rise of 4 percent from March after they voted for it.", "March", "2022-03"),
        ("Shops shut on Thanksgiving.", "Thanksgiving", "2021-11-25"),
        ("After the Sept. 11 attacks the law was changed.", "Sept. 11", "2001-09-11"),
        ("The deal runs for six months.", "six months", "P6M"),
        ("The last day of August was the hottest.", "The last day of August", "2021-08-31"),
        ("It sent a signal before going missing on Saturday.", "Saturday", "2022-01-08"),
        ("She is going to resign on Saturday.", "Saturday", "2022-01-15"),
    ],
)
def test_value(text: str, found: str, value: str) -> None:
    [mention] = find_dates(text, MONDAY)
    assert (mention.text, mention.value) == (found, value)
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in November", date(2021, 11, 1), date(2021, 11, 30)),
        ("in mid-October", date(2021, 10, 8), date(2021, 10, 24)),
        ("in early 2020", date(2020, 1, 1), date(2020, 6, 30)),
        ("by the end of 2020", date(2020, 9, 1), date(2020, 12, 31)),
        ("earlier this year", date(2022, 1, 1), MONDAY),
        ("in the past three years", date(2019, 1, 10), MONDAY),
        ("in fiscal 2021", date(2020, 4, 1), date(2022, 6, 30)),
        ("in the summer of 2021", date(2021, 6, 1), date(2021, 9, 30)),
        ("for six months", None, None),
        ("recently", None, None),
    ],
)
def test_days(text: str, first: date | None, last: date | None) -> None:
    [mention] = find_dates(text, MONDAY)
    assert (mention.first, mention.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It closed on May 3, 2019. Two days later it burned.", ["2019-05-03", "2019-05-05"]),
        ("He won in 2015 and lost the seat that year.", ["2015", "2015"]),
        ("It was 2.3 in May, against 2.6 the month before.", ["2021-05", "2021-04"]),
        ("They had 143 last week, more than the week before.", ["2022-W01", "2021-W52"]),
        ("It met on Thursday. Prices rose 2.3, against 2.6 the month before.", ["2022-01-06", "XXXX-XX"]),
        ("Crime rose in 2019. A year before, it fell.", ["2019", "2018"]),
        ("They left in 2019, a year before the war.", ["2019", "P1Y"]),
        ("It has 12 centres, four more than a week ago.", ["2022-W01"]),
        ("She left in June 2019. The following month he did.", ["2019-06", "2019-07"]),
        ("It ran from May to July 2019.", ["2019-05", "2019-07"]),
        ("It ran between 1998 and 2001.", ["1998", "2001"]),
        ("They met on June 3 and 4.", ["2021-06-03", "2021-06-04"]),
        # a time of day is of the day of its sentence, or of the one day named before
        ("The blast at 9:40 p.m. killed four on Sunday evening.", ["2022-01-09T21:40", "2022-01-09TEV"]),
        ("He fell on Sunday. She left at 5.30am the next morning.", ["2022-01-09", "2022-01-10T05:30"]),
        ("He fell on Sunday. It was 9:40 p.m., she said.", ["2022-01-09", "2022-01-09T21:40"]),
        ("On Friday he fell. On Sunday he left at 8 p.m.", ["2022-01-07", "2022-01-09", "2022-01-09T20:00"]),
        # of that of publication where two days were named, or none, or only in the next sentence
        (
            "They voted on Friday and met on Sunday. A poll at 8 p.m. put him ahead.",
            ["2022-01-07", "2022-01-09", "2022-01-10T20:00"],
        ),
        ("It began at 11 p.m. Officials came on Friday.", ["2022-01-10T23:00", "2022-01-07"]),
        ("It runs from June to October.", ["2022-06", "2022-10"]),
        ("Revenue was $7m in the fourth quarter, up from $6m a year earlier.", ["2021-Q4", "2020-Q4"]),
        ("It opens next year, six months later than planned.", ["2023", "P6M"]),
        (
            "At 2.15am on Sunday he fled; on Monday, at 4 p.m., he gave up.",
            ["2022-01-09T02:15", "2022-01-10T16:00"],
        ),
    ],
)
def test_dates_that_lean_on_others(text: str, values: list[str]) -> None:
    assert [mention.value for mention in find_dates(text, MONDAY)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It came last Friday.", "XXXX-WXX-5"),
        ("It came in November.", "XXXX-11"),
        ("It came today.", "XXXX-XX-XX"),
    ],
)
def test_relative_dates_stay_open_without_publication(text: str, value: str) -> None:
    [mention] = find_dates(text)
    assert (mention.value, mention.first, mention.last) == (value, None, None)


@pytest.mark.parametrize(
    ("text", "day_first", "value"),
    [
        ("Paid 05/11/2021.", None, "2021-05-11"),
        ("Paid 05/11/2021.", True, "2021-11-05"),
        ("Paid 05/11/2021.", False, "2021-05-11"),
        ("Paid 25/11/2021.", False, "2021-11-25"),
        ("Paid 5.11.2021.", True, "2021-11-05"),
    ],
)
def test_order_of_day_and_month(text: str, day_first: bool | None, value: str) -> None:
    [mention] = find_dates(text, day_first=day_first)
    assert mention.value == value


@pytest.mark.parametrize(
    "text",
    ["2021, 5th of November", "2021-Nov-5", "Nov-5-2021", "2021 Nov. 5th", "the 5th day of November, 2021"],
)
def test_unusual_orders_of_an_absolute_date(text: str) -> None:
    [mention] = find_dates(f"It is dated {text} and sealed.")
    assert (mention.text, mention.value) == (text, "2021-11-05")


def test_dateparser_gets_no_long_span() -> None:
    assert parse_unusual("5 November " + " " * 60 + "2021", None) is None


@pytest.mark.parametrize(
    "text",
    [
        "Thirty T-72 tanks and a Boeing 747.",
        "The army lost 1,984 tanks.",
        "May said a second mayor would march on.",
        "The line is staffed 24/7.",
        "The exercise was dubbed Slavic Shield 2019.",
        "Arsenal won 3-2, and 5-4 on penalties.",
        "The form said May 35.",
        "She ran it in 2:19:42.",
        "A 61-year-old man was killed at the office Christmas party.",
        "It was UN resolution 1973.",
        "He lives at 2020 Lake Road.",
        "The shares cost $2019, or 1950 yen.",
        "Call 020 7946 0958.",
        "The fall of the city and the Arab Spring.",
        "It did 60 miles an hour.",
        "The Six-Day War and the Thirty Years' War.",
        'He read "1984".',
        "https://example.org/2019/10/24/may-2019",
        "Windows 2000 and the USA TODAY poll.",
        "The sun sat low in the west; a march wound on.",
        "The arena seats 2000 and cost 1850 pounds.",
        "Call 1-800-555-1990 or +44 1912 345678, or quote ISBN 978-0-1998-2012-1.",
        "The Sunday Times and the Saturday Night Live sketch.",
        "April Ryan, June Allyson and May Johnson spoke on Super Tuesday.",
        "It broke paragraph 12.1.2015 of the contract.",
        "It lived 66m years ago, or 66 million years ago.",
        "They beat them 6-4 6-3; Psalm 23:4; highs in the 80s.",
        "Three quarters of the staff left; they had no current.",
    ],
)
def test_look_alikes_are_no_dates(text: str) -> None:
    assert find_dates(text, MONDAY) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param(
            "PM TO VISIT ON MONDAY",
            "2022-01-17",
            marks=pytest.mark.xfail(strict=True, reason="a headline's infinitive is no cue of the future"),
        ),
        pytest.param(
            "The festival, held annually, returns in July.",
            "2022-07",
            marks=pytest.mark.xfail(strict=True, reason="the nearest verb before is not the date's verb"),
        ),
        pytest.param(
            "The winter in Sydney, June to August 2021, was mild.",
            "2021-WI",
            marks=pytest.mark.xfail(strict=True, reason="a place does not tell its seasons"),
        ),
    ],
)
def test_known_misses(text: str, value: str) -> None:
    assert find_dates(text, MONDAY)[-1].value == value
