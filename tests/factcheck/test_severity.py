"""Which differences are told as errors: another number in a copied sentence of a copied text."""

from datetime import date

import pytest

from claims import extract_claims
from corpus import Article
from factcheck import compare

FERRY = (
    "The ferry Alda Marin sank off Port Selwin on 14 March 2023 and 37 people drowned. "
    "The coastguard rescued 112 passengers within 90 minutes. "
    "The ship was built in 1987 and was 64 metres long. "
    "Repairs of the harbour cost $4.5 million last year."
)
MATCH = (
    "Northport beat Ashvale 31-12 at Miller Park on 6 May 2023. "
    "Tom Harker ran 86 metres for his second try. "
    "A crowd of 18,400 watched the match, which lasted 84 minutes. "
    "Northport has won 14 of its 20 matches and is 5 points ahead."
)
FIRM = (
    "Orvane Motors said on 2 February 2024 that it would cut 2,400 jobs in Kessel. "
    "The carmaker sold 310,000 vehicles in 2023 and earned 1.7 billion euros. "
    "It will close two plants, which employ 1,150 people. "
    "Its chief executive, Ada Lorn, has led the firm for nine years."
)


def severities(first: str, second: str, *, later: date = date(2024, 5, 10)) -> list[str]:
    articles = [
        Article(id="a", text=first, publisher="The Herald", published=date(2024, 5, 10)),
        Article(id="b", text=second, publisher="The Courier", published=later),
    ]
    claims = [claim for article in articles for claim in extract_claims(article)]
    return [found.severity for found in compare(claims, articles=articles) if found.verdict == "discrepancy"]


@pytest.mark.parametrize(
    ("text", "was", "now"),
    [
        (FERRY, "37 people drowned", "73 people drowned"),
        (FERRY, "112 passengers", "211 passengers"),
        (FERRY, "$4.5 million", "$4.5 billion"),
        (MATCH, "18,400", "14,800"),
        (FIRM, "2,400 jobs", "4,200 jobs"),
        (FIRM, "310,000 vehicles", "130,000 vehicles"),
        (FIRM, "1.7 billion euros", "1.7 million euros"),
    ],
)
@pytest.mark.parametrize("headline", ["", "News in brief\n\n"])
def test_another_number_in_a_copied_sentence_is_an_error(text, was, now, headline):
    assert "error" in severities(text, headline + text.replace(was, now))


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        # the same number, told another way
        (FERRY, {"37 people": "thirty-seven people", "64 metres": "210 feet", "$4.5 million": "$4,500,000"}),
        (FERRY, {"112 passengers": "more than 100 passengers", "37 people": "nearly 40 people"}),
        (FIRM, {"310,000": "about 300,000", "1.7 billion euros": "€1.7bn", "1,150": "over 1,000"}),
        # another event on the same template
        (FERRY, {"Port Selwin": "Cape Dorn", "Alda Marin": "Vesta", "37": "52", "112": "86", "64": "71"}),
        (FERRY, {"14 March 2023": "9 June 2019", "37": "52", "112": "86", "64": "71", "1987": "1994"}),
        (MATCH, {"Ashvale": "Bexton", "31-12": "17-9", "18,400": "11,250", "86": "22", "84": "81"}),
        (MATCH, {"6 May 2023": "13 May 2023", "31-12": "17-9", "18,400": "11,250", "86": "22", "84": "81"}),
        (FIRM, {"Orvane": "Tessin", "Kessel": "Marburg", "2,400": "900", "310,000": "88,000", "1.7": "0.4"}),
        (FIRM, {"2023": "2022", "2024": "2023", "2,400": "900", "310,000": "288,000", "1.7": "1.4"}),
        # copied word for word
        (FERRY, {}),
    ],
)
def test_what_is_no_error(text, changes):
    other = text
    for was, now in changes.items():
        assert was in other
        other = other.replace(was, now)
    assert "error" not in severities(text, other)


def test_a_later_toll_is_no_error():
    later = FERRY.replace("37 people drowned", "the death toll rose to 41 from 37")
    assert "error" not in severities(FERRY, later, later=date(2024, 5, 12))


def test_one_sentence_alone_is_no_copy_of_a_text():
    assert "error" not in severities("The fire destroyed 30 houses.", "The fire destroyed 80 houses.")


def test_an_article_that_denies_itself_is_no_slip_in_a_copy():
    text = f"{FERRY} In all 41 people drowned when the ferry Alda Marin sank off Port Selwin."
    assert "error" not in severities(text, text)
