"""Bounds on the day of publication of articles that have none: what gives them, and what must not."""

from datetime import date
from itertools import permutations

import pytest

from claims import extract_claims
from claims.within import published_when
from corpus import Article
from factcheck.claim_store import HeldClaims
from factcheck.crosscheck import cross_check
from factcheck.dating import date_by_others
from factcheck.model import Dating
from factcheck.telling.explain import dating_words
from factcheck.telling.sources import Sources

EVENT = "Eleven miners were killed in an explosion at the Severin coal mine in Karsk {}, the ministry said. "
TAIL = "The Severin mine belongs to Karsk Coal."
WIRE = Article(id="wire", text=EVENT.format("on Monday night") + TAIL, published=date(2024, 12, 4))
BLAST = date(2024, 12, 2)


def dated(text: str, *others: Article, **known: date) -> tuple[Article, list[Dating]]:
    article = Article(id="undated", text=text, **known)  # type: ignore[arg-type]
    articles = sorted([article, *others], key=lambda one: one.id)
    claims = [claim for one in articles for claim in extract_claims(one)]
    found, _, datings, _ = date_by_others(articles, HeldClaims(claims))
    [result] = [one for one in found if one.id == "undated"]
    return result, [dating for dating in datings if dating.doc == "undated"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The bridge was opened on May 5, 2023.", date(2023, 5, 5), None),
        ("The court fined Corvina $87 million in May 2021.", date(2021, 5, 1), None),
        ("He was arrested on 3 May 2019. Two men were killed on 4 May 2020.", date(2020, 5, 4), None),
        ("The tunnel will open on June 3, 2026.", None, date(2026, 6, 3)),
        (
            "The bridge was opened on May 5, 2023. The tunnel will open on June 3, 2026.",
            date(2023, 5, 5),
            date(2026, 6, 3),
        ),
    ],
)
def test_what_a_text_tells_bounds_it(text: str, first: date | None, last: date | None) -> None:
    article, [dating] = dated(text)
    assert (article.published, article.published_first, article.published_last) == (None, first, last)
    assert article.published_from == "text"
    assert dating.reasons


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Harrowden won 3-1 on Sunday.",
        "The bridge was opened on May 5.",
        "The treaty of 2026 is a novel.",
        "The bridge may be opened on May 5, 2023.",
        "The tunnel was to have opened on June 3, 2026.",
        # both cannot be
        "The north bridge will be opened on May 5, 2023. The south bridge was opened on June 3, 2024.",
        "Call 020 2025 0506.",
        "The festival runs from June 3, 2026 to June 9, 2026.",
    ],
)
def test_what_bounds_nothing(text: str) -> None:
    article, datings = dated(text)
    assert (article.published_first, article.published_last, article.published_from) == (None, None, None)
    assert datings == []


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("yesterday", date(2024, 12, 3), date(2024, 12, 3)),
        ("two days ago", date(2024, 12, 4), date(2024, 12, 4)),
        ("on Monday night", date(2024, 12, 2), date(2024, 12, 8)),
        ("last month", date(2025, 1, 1), date(2025, 1, 31)),
    ],
)
def test_a_dated_article_on_the_same_event_bounds_another(told: str, first: date, last: date) -> None:
    article, [dating] = dated(EVENT.format(told) + TAIL, WIRE)
    assert (article.published, article.published_first, article.published_last) == (None, first, last)
    assert article.published_from == "linked"
    assert "wire" in dating.reasons[0]


@pytest.mark.parametrize(
    "text",
    [
        # another event, another place, another number
        "Four men were arrested in Vesterholm yesterday over a theft from the Ridley Museum.",
        "Two hikers were killed in an avalanche near Osk yesterday, rescuers said.",
        # the weekday cannot be that of the event
        EVENT.format("on Thursday") + TAIL,
        # no day is told
        EVENT.format("") + TAIL,
    ],
)
def test_another_event_bounds_nothing(text: str) -> None:
    assert dated(text, WIRE)[1] == []


def test_an_article_that_was_only_bounded_bounds_no_other() -> None:
    first = Article(id="first", text=EVENT.format("yesterday") + TAIL + " Two men were arrested today.")
    second = "Two men were arrested in Karsk yesterday."
    article, _ = dated(second, WIRE, first)
    assert article.published_first is None


def test_known_bounds_are_narrowed_and_never_widened() -> None:
    known = {"published_first": date(2024, 1, 1), "published_last": date(2024, 12, 31)}
    article, _ = dated(EVENT.format("yesterday") + TAIL, WIRE, **known)
    assert (article.published_first, article.published_last) == (date(2024, 12, 3), date(2024, 12, 3))
    article, datings = dated("The bridge was opened on May 5, 2023.", **known)
    assert (article.published_first, datings) == (date(2024, 1, 1), [])
    article, datings = dated("The bridge was opened on May 5, 2025.", **known)
    assert (article.published_last, datings) == (date(2024, 12, 31), [])


def test_what_a_bound_rests_on_stays_open_and_other_dates_are_read_by_it() -> None:
    text = EVENT.format("yesterday") + "Four men were arrested on Tuesday. The owner died last month."
    report = cross_check([WIRE, Article(id="undated", text=text)])
    days = {
        claim.text: claim.when.value
        for claim in report.claims
        if claim.doc == "undated" and claim.kind == "date" and claim.when
    }
    assert days == {"yesterday": "XXXX-XX-XX", "Tuesday": "2024-12-03", "last month": "2024-11"}
    assert not [f for f in report.findings if f.kind == "date" and f.verdict == "agreement"]


def test_wide_bounds_leave_dates_open() -> None:
    text = "The bridge was opened on May 5, 2023. The tunnel will open on June 3, 2026. He died on Tuesday."
    report = cross_check([Article(id="a", text=text)])
    [tuesday] = [claim.when for claim in report.claims if claim.text == "Tuesday" and claim.when]
    assert tuesday.first is None


def test_the_order_of_the_articles_makes_no_difference() -> None:
    articles = [
        WIRE,
        Article(id="b", text=EVENT.format("yesterday") + TAIL),
        Article(id="c", text=EVENT.format("last month") + TAIL),
    ]
    reports = [cross_check(order) for order in permutations(articles)]
    assert all(report == reports[0] for report in reports)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (BLAST, BLAST, "probably on 2024-12-02"),
        (BLAST, date(2024, 12, 8), "between 2024-12-02 and 2024-12-08"),
        (BLAST, None, "not before 2024-12-02"),
        (None, BLAST, "not after 2024-12-02"),
    ],
)
def test_bounds_are_told_in_words(first: date | None, last: date | None, words: str) -> None:
    dating = Dating(doc="wire", first=first, last=last, reasons=("because",))
    assert dating_words(dating, Sources([WIRE])) == f"wire: published {words}: because"


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("today", BLAST, BLAST),
        ("yesterday", date(2024, 12, 3), date(2024, 12, 3)),
        ("on Monday", date(2024, 12, 2), date(2024, 12, 8)),
        ("last week", date(2024, 12, 9), date(2024, 12, 15)),
        ("this month", date(2024, 12, 2), date(2024, 12, 31)),
    ],
)
def test_the_days_on_which_words_can_mean_a_day(phrase: str, first: date, last: date) -> None:
    claims = extract_claims(Article(id="a", text=f"Eleven miners were killed {phrase}."))
    assert published_when(claims[-1], BLAST) == (first, last)


@pytest.mark.parametrize("phrase", ["on Thursday", "on May 5, 2019"])
def test_words_that_cannot_mean_a_day(phrase: str) -> None:
    claims = extract_claims(Article(id="a", text=f"Eleven miners were killed {phrase}."))
    assert published_when(claims[-1], BLAST) is None
