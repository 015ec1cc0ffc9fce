"""Reports that are kept: as they were made, and made again once anything is another."""

import sqlite3
from dataclasses import replace
from importlib.resources import files

import pytest

from benchmarks.gold import load_clusters
from claims import extract_claims
from corpus import load_articles
from corpus.article import Article
from factcheck.crosscheck import cross_check
from factcheck.draft import draft_report
from factcheck.keeping.cache import ClaimCache
from factcheck.keeping.kept_reports import kept_report
from factcheck.keeping.report_codec import decode_report, encode_report

SERBIA = list(load_articles([str(files("corpus") / "examples" / "serbia")]))
UNDATED = [replace(article, published=None, published_from=None) for article in SERBIA]
NEWS = [
    Article(id="bank", text="Nordbank’s profit fell 4.5% to €1.2 billion in the three months to June.\n"),
    Article(id="fire", text="The fire killed 3 people. It destroyed 40 homes.\n"),
    Article(id="wire", text="The fire killed 5 people. It destroyed 40 homes.\n"),
]
CORPORA = {
    "examples": SERBIA,
    "undated": UNDATED,
    "quiet": [Article(id="quiet", text="Nothing was counted.\n")],
    **{cluster.name: list(cluster.articles) for cluster in load_clusters()[::4]},
}


def checked(articles):
    """The report on the first article as a draft."""
    draft, *sources = articles
    claims = [claim for source in sources for claim in extract_claims(source)]
    return draft_report(draft, claims, articles=sources)


@pytest.mark.parametrize("made", [cross_check, checked])
@pytest.mark.parametrize("name", CORPORA)
def test_a_report_survives_being_written(name, made):
    report = made(CORPORA[name])
    assert decode_report(encode_report(report), CORPORA[name]) == report


@pytest.mark.parametrize(
    "text", ["", "[]", "[]\n", "[]\n7", '[]\n{"dated":[]}', '[]\n{"dated":[["gone",1]]}']
)
def test_what_is_no_report_is_refused(text):
    with pytest.raises(ValueError, match="not a report"):
        decode_report(text, NEWS)


@pytest.fixture
def reports(tmp_path):
    return ClaimCache(str(tmp_path)).reports()


@pytest.fixture
def report_on(reports):
    """Gives the report on articles, and whether it had to be made."""

    def given(articles, *, draft=None, complete=True):
        made = []

        def make():
            made.append(articles)
            return (cross_check(articles) if draft is None else checked(articles)), complete

        report, whole = kept_report(reports, articles, make, draft=draft)
        assert whole == complete
        assert report == (cross_check(articles) if draft is None else checked(articles))
        return bool(made)

    return given


def test_a_report_is_made_once(report_on):
    assert [report_on(NEWS), report_on(NEWS)] == [True, False]


@pytest.mark.parametrize(
    "change",
    [
        {"text": "The fire killed 4 people. It destroyed 40 homes.\n"},
        {"publisher": "Agency"},
        {"path": "stories/wire.txt"},
        {"title": "None"},
        {"id": "agency"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_change_of_an_article_makes_another_report(report_on, change):
    report_on(NEWS)
    assert report_on([*NEWS[:2], replace(NEWS[2], **change)])


def test_a_draft_is_another_report_than_that_on_all(report_on):
    assert [report_on(NEWS), report_on(NEWS, draft="bank"), report_on(NEWS, draft="bank")] == [
        True,
        True,
        False,
    ]


def test_one_article_less_is_another_report(report_on):
    assert [report_on(NEWS), report_on(NEWS[1:])] == [True, True]


def test_what_could_not_all_be_read_is_tried_again(report_on):
    assert [report_on(NEWS, complete=False), report_on(NEWS)] == [True, True]


def test_other_code_makes_the_report_again(report_on, monkeypatch):
    report_on(NEWS)
    monkeypatch.setattr("factcheck.keeping.cache._judge", lambda: b"another")
    assert report_on(NEWS)


def test_a_damaged_file_costs_time_alone(report_on, reports):
    report_on(NEWS)
    with sqlite3.connect(reports.path) as connection:
        connection.execute("UPDATE reports SET rows = replace(rows, 'discrepancy', 'agreement')")
    assert report_on(NEWS)
    with open(reports.path, "w") as file:
        file.write("no database")
    assert [report_on(NEWS), report_on(NEWS)] == [True, False]


def test_the_file_does_not_grow_for_ever(report_on, reports, monkeypatch):
    monkeypatch.setattr("factcheck.keeping.cache.ReportCache.limit", 20_000)
    for number in range(30):
        report_on([replace(NEWS[0], text=f"The fire killed {number} people.\n" * 3), *NEWS[1:]])
    assert 0 < reports.count() < 25
    assert reports.size() < 100_000


def test_clearing_the_cache_forgets_reports(report_on, tmp_path):
    report_on(NEWS)
    ClaimCache(str(tmp_path)).clear()
    assert not any(tmp_path.iterdir())
