"""What hangs together in a large corpus is gathered part by part: the findings are those of all at once."""

from dataclasses import replace

import pytest

from benchmarks.articles import news_articles
from benchmarks.scale import made_up_claims
from claims.extract import extract_claims
from corpus.article import Article
from factcheck import compare, comparison, judged
from factcheck.linking import link

_BUDGET = [
    Article(
        id="gazette", text="The council spent $40 million: $25 million on roads, $10 million on schools."
    ),
    Article(id="herald", text="The council spent $42 million, of which $25 million went to roads."),
]


def _copied(articles):
    """Articles, some of them four times: two of one wording are compared, the others follow them."""
    found = list(articles)
    return found + [replace(one, id=one.id + copy) for one in found[:3] for copy in ("-b", "-c", "-d")]


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param([], id="nothing"),
        pytest.param(_BUDGET, id="a sum that does not add up"),
        pytest.param(_copied(_BUDGET), id="copies"),
        pytest.param(_copied(news_articles(12)), id="news"),
    ],
)
@pytest.mark.parametrize("size", [1, 30, 10_000])
def test_part_by_part_is_the_same_as_at_once(articles, size, monkeypatch):
    claims = [claim for article in articles for claim in extract_claims(article)]
    at_once = compare(claims, articles=articles)
    monkeypatch.setattr(comparison, "MOST", 0)
    monkeypatch.setattr(judged, "_PART", size)
    assert compare(claims, articles=articles) == at_once


@pytest.mark.parametrize(("size", "parts"), [(1, 3), (10_000, 1)])
def test_parts_are_as_large_as_asked(size, parts, monkeypatch):
    text = "The fire in Leam killed 12 people. The Oster bridge cost $40 million. Rovers sold 3,000 tickets."
    articles = [Article(id=id, text=text) for id in "ab"]
    held = []
    given = judged.PackedJudgements.parts

    def counted(packed):
        for part in given(packed):
            held.append(len(part.claims))
            yield part

    monkeypatch.setattr(comparison, "MOST", 0)
    monkeypatch.setattr(judged, "_PART", size)
    monkeypatch.setattr(judged.PackedJudgements, "parts", counted)
    compare([claim for article in articles for claim in extract_claims(article)], articles=articles)
    assert (len(held), sum(held)) == (parts, 6)


def test_claims_that_nobody_wrote(monkeypatch):
    claims = list(made_up_claims(80))
    at_once = compare(claims)
    monkeypatch.setattr(comparison, "MOST", 0)
    assert compare(claims) == at_once


_LISTS = [
    Article(id="a", text="It sank " + ", ".join(f"{n} boats" for n in range(10, 30)) + ". It ended."),
    Article(
        id="b", text="It lost " + ", ".join(f"{n} boats" for n in range(20, 40)) + ". " + "Nine fell. " * 9
    ),
]


@pytest.mark.parametrize("articles", [_LISTS, list(news_articles(8))], ids=["lists", "news"])
def test_claims_that_are_alike_are_compared_as_any_others(articles, monkeypatch):
    claims = [claim for article in articles for claim in extract_claims(article)]
    one_by_one = compare(claims)
    monkeypatch.setattr(link, "_MANY", 0)
    assert compare(claims) == one_by_one
