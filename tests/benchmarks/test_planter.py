"""What the planter writes is an error, or is the same; and it knows where."""

from datetime import date
from random import Random

import pytest

from benchmarks.edits import Edit, apply_edits
from benchmarks.errors import ERRORS
from benchmarks.gold import Mention, load_clusters
from benchmarks.mentions import is_vague, read_number
from benchmarks.planter import plant_all
from benchmarks.rewrite import REWRITES
from corpus import Article


@pytest.mark.parametrize(
    ("how", "text", "new"),
    [
        ("digits", "Fourteen", "14"),
        ("digits", "sixty-one million", "61 million"),
        ("words", "47", "forty-seven"),
        ("words", "47%", None),
        ("words", "$47", None),
        ("words", "12.5", None),
        ("words", "2019-20", None),
        ("dozen", "12", "a dozen"),
        ("dozen", "12 percent", None),
        ("percent", "4.9 per cent", "4.9%"),
        ("percent", "21%", "21 per cent"),
        ("money", "€4.6m", "4.6 million euros"),
        ("money", "640 million dollars", "$640 million"),
        ("money", "75 million", None),
        ("scale", "1.4 billion euros", "1,400 million euros"),
        ("scale", "2.4 million tonnes", "2,400,000 tonnes"),
        ("scale", "41,000", "41 thousand"),
        ("scale", "3,000", None),
        ("unit", "12 km", "7.5 miles"),
        ("unit", "4,100 metres", "13,500 feet"),
        ("unit", "68-metre", None),
        ("unit", "98 kilometres per hour", None),
    ],
)
def test_numbers_in_other_words(how, text, new):
    assert REWRITES["value"][how](text, None) == new


@pytest.mark.parametrize(
    ("how", "text", "new"),
    [
        ("order", "March 5", "5 March"),
        ("order", "11 October 2026", "October 11, 2026"),
        ("order", "Saturday, 31 August", None),
        ("weekday", "yesterday", "on Tuesday"),
        ("weekday", "last night", None),
        ("clock", "6.12am", "06:12"),
        ("clock", "11:20 p.m.", "23:20"),
        ("clock", "2:19:42", None),
    ],
)
def test_dates_in_other_words(how, text, new):
    assert REWRITES["date"][how](text, date(2024, 3, 6)) == new


@pytest.mark.parametrize(
    ("kind", "how", "text"),
    [
        ("value", "value", "14"),
        ("value", "value", "Fourteen"),
        ("value", "value", "more than 3,000"),
        ("value", "transposed", "18,906"),
        ("value", "magnitude", "$4.21 billion"),
        ("value", "magnitude", "€45m"),
        ("value", "unit", "85 km"),
        ("value", "unit", "250,000 euros"),
        ("date", "weekday", "Monday night"),
        ("date", "date", "Sept. 2"),
        ("date", "date", "in 2018"),
        ("date", "date", "March"),
        ("date", "clock", "6:12 a.m."),
    ],
)
def test_an_error_is_another_text(kind, how, text):
    for seed in range(20):
        new = ERRORS[kind][how](text, Random(seed))
        assert new not in (None, text)


@pytest.mark.parametrize(
    ("kind", "how", "text"),
    [
        ("value", "value", "11 to 14"),
        ("value", "value", "a quarter"),
        ("value", "transposed", "22"),
        ("value", "transposed", "10"),
        ("value", "transposed", "8,889"),
        ("value", "magnitude", "1.2 metres"),
        ("value", "unit", "40"),
        ("date", "weekday", "Saturday, June 1"),
        ("date", "date", "Saturday, June 1"),
        ("date", "date", "yesterday"),
    ],
)
def test_no_error_where_it_would_be_none_or_two(kind, how, text):
    assert ERRORS[kind][how](text, Random(1)) is None


@pytest.mark.parametrize("text", ["more than 220,000", "about 40", "11 to 14", "fifth", "the 11th minute"])
def test_vague_mentions(text):
    assert is_vague(text) or read_number(text) is None


def test_mentions_move_with_the_edits():
    article = Article(id="one", text="Six died, 12 were hurt, 30 fled.")
    mentions = [
        Mention(doc="one", start=start, end=start + 2, text=article.text[start : start + 2])
        for start in (10, 24)
    ]
    text, moved = apply_edits(article, [Edit(mentions[0], "a dozen")])
    assert text == "Six died, a dozen were hurt, 30 fled."
    assert [text[m.start : m.end] for m in map(moved, mentions)] == ["a dozen", "30"]
    elsewhere = Mention(doc="two", start=24, end=26, text="30")
    assert moved(elsewhere) == elsewhere


def test_planting_is_the_same_for_the_same_seed():
    clusters = load_clusters()[:8]
    assert plant_all(clusters, 3) == plant_all(clusters, 3)
    assert plant_all(clusters, 3) != plant_all(clusters, 4)


def test_planted_facts_stand_where_they_are_said_to():
    for planted in plant_all(load_clusters()):
        texts = {article.id: article.text for article in planted.articles}
        for fact in planted.facts:
            for mention in (*fact.first, *fact.second):
                assert texts[mention.doc][mention.start : mention.end].casefold() == mention.text.casefold()
