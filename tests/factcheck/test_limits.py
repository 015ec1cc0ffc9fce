"""What there is too much of to compare is told, wherever the report comes from."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import factcheck.comparison
import factcheck.gathering.belonging
import factcheck.linking.blocking
from claims import extract_claims
from corpus import Article
from factcheck import check_draft, compare
from factcheck.claim_store import HeldClaims
from factcheck.comparison import compare_stored
from factcheck.crosscheck import cross_check
from factcheck.draft import draft_report
from factcheck.linking.blocking import KeyedClaims, is_all_alike, pairs_between
from factcheck.model import LimitWarning
from tests.reliability.commandline import factcheck as run

TREES = [
    "alder",
    "birch",
    "cedar",
    "elder",
    "hazel",
    "ivy",
    "juniper",
    "larch",
    "maple",
    "oak",
    "pine",
    "yew",
]
GROVES = [f"{one} and {other}" for one in TREES[:5] for other in TREES[5:]]
FERRY = "The ferry Alma Grace sank off Dunmore on 3 May 2021 near the {} and 12 passengers drowned."
CROWD = [Article(id=f"a{n:02}", text=FERRY.format(grove)) for n, grove in enumerate(GROVES)]
CLAIMS = [claim for article in CROWD for claim in extract_claims(article)]
CROWDED = "20 articles are like more than 16 others; each was compared with the 16 likest"


def register(number: int) -> Article:
    return Article(id="register", text="\n".join(f"The council bought {n + 2} lamps." for n in range(number)))


def limits(claims, **options):
    return compare_stored(HeldClaims(claims), **options).limits


def of(*docs):
    return [claim for claim in CLAIMS if claim.doc in docs]


@pytest.mark.parametrize(
    ("articles", "most", "told"),
    [
        (20, 16, [CROWDED]),
        (17, 16, []),
        (17, 15, ["17 articles are like more than 15 others"]),
        (20, 40, []),
        (1, 16, []),
        (0, 16, []),
    ],
)
def test_articles_that_are_like_too_many(articles, most, told):
    found = limits(of(*(article.id for article in CROWD[:articles])), most_compared=most)
    assert [line for line in found if not any(line.startswith(start) for start in told)] == []
    assert len(found) == len(told)


@pytest.mark.parametrize(("claims", "is_told"), [(20, False), (21, True)])
def test_an_article_whose_claims_are_all_alike(claims, is_told, monkeypatch):
    monkeypatch.setattr(factcheck.linking.blocking, "MOST_ALIKE", 40)
    stated = extract_claims(register(claims))
    assert len(stated) == claims
    assert is_all_alike(stated) is is_told
    keyed = KeyedClaims(stated)
    assert (len(pairs_between(keyed, keyed)) < claims * (claims - 1) // 2) is is_told
    [*found] = limits(stated)
    assert [line[:40] for line in found] == ["1 article has more than 20 claims with a"] * is_told


def test_a_table_with_the_same_numbers_in_each_row():
    """No number is in too many rows to be compared, and all of them are in far too many pairs."""
    rows = (
        f"In {town} towns " + ", ".join(f"{7 * column + 11} people" for column in range(12)) + " were hurt."
        for town in range(100, 160)
    )
    stated = extract_claims(Article(id="table", text="\n\n".join(rows)))
    keyed, other = KeyedClaims(stated), KeyedClaims([replace(claim, doc="other") for claim in stated])
    assert 20_000 <= len(pairs_between(keyed, keyed)) < 22_000
    there, back = pairs_between(keyed, other), pairs_between(other, keyed)
    assert 40_000 <= len(there) < 44_000
    assert {(a.id, b.start) for a, b in there} == {(b.id, a.start) for a, b in back}
    assert is_all_alike(stated)


@pytest.mark.parametrize("packed", [False, True])
def test_sentences_that_are_too_many_to_be_told_together(packed, monkeypatch):
    monkeypatch.setattr(factcheck.gathering.belonging, "MOST", 6)
    monkeypatch.setattr(factcheck.comparison, "MOST", 0 if packed else 1_000)
    [found] = limits(of("a00", "a01", "a02", "a03", "a04"))
    assert found.startswith(
        "6 pairs of sentences were not told together, as more than 6 sentences hang together"
    )


def test_of_a_draft_only_its_own_company_counts():
    draft = Article(id="draft", text=FERRY.format("willows").replace("12", "14"))
    other = Article(id="other", text="A chess club in Karlby won 12 matches.")
    assert draft_report(draft, CLAIMS, articles=CROWD).limits[0].startswith("1 article is like more than 16")
    assert draft_report(draft, CLAIMS, articles=CROWD, most_compared=40).limits == ()
    assert draft_report(other, CLAIMS, articles=CROWD).limits == ()


def test_an_article_without_a_day_that_is_like_too_many_with_one():
    dated = [replace(article, published=date(2021, 5, 4)) for article in CROWD[1:20]]
    articles = [CROWD[0], *dated]
    told = (
        "1 article without a day is like more than 16 others; only the 16 likest tell when (--most-compared)"
    )
    assert cross_check(articles).limits[0] == told
    draft = Article(id="draft", text="A chess club in Karlby won 12 matches.")
    assert draft_report(draft, CLAIMS, articles=articles).limits == (told,)
    assert cross_check(articles, most_compared=40).limits == ()
    assert not any("without a day" in line for line in cross_check(CROWD[:20]).limits)


def test_who_calls_it_as_a_library_is_warned():
    with pytest.warns(LimitWarning, match="like more than 16 others"):
        compare(CLAIMS)
    with pytest.warns(LimitWarning, match="1 article is like more than 16 others"):
        check_draft(Article(id="draft", text=FERRY.format("willows")), CLAIMS, articles=CROWD)


@pytest.mark.parametrize("command", [["report", "wire"], ["check", "draft.txt", "--against", "wire"]])
def test_the_command_line_tells_it_each_time(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("wire").mkdir()
    for article in CROWD[:20]:
        Path("wire", f"{article.id}.txt").write_text(article.text)
    Path("draft.txt").write_text(FERRY.format("willows"))
    command = [*command, "--fail-on", "never", "--cache-dir", "cache"]
    for _ in range(2):  # the second report is a kept one
        told = run(*command)
        assert told.stderr.count("like more than 16 others") == 1
        assert told.stderr.startswith("factcheck: warning: ")
    assert run(*command, "--quiet").stderr == ""
    assert run(*command, "--most-compared", "30").stderr == ""
