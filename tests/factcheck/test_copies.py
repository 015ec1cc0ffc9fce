"""Articles that say the very same are compared once, and all of them are told."""

import pytest

from claims import extract_claims
from corpus import Article
from factcheck import compare
from factcheck.claim_store import HeldClaims
from factcheck.linking.copies import copies_in, followers_of

STORY = "The ferry Alma Grace sank off Dunmore on 3 May 2021 and {} passengers drowned, the coast guard said."
TEXTS = [*[STORY.format(12)] * 6, STORY.format(19)]


def articles_of(texts):
    return [Article(id=f"a{n}", text=text, publisher=f"Paper {n}") for n, text in enumerate(texts)]


def claims_of(articles):
    return [claim for article in articles for claim in extract_claims(article)]


def test_two_of_each_wording_are_compared():
    store = HeldClaims(claims_of(articles_of(TEXTS)))
    assert followers_of(store) == {"a1": ("a2", "a3", "a4", "a5")}
    assert {same.doc for others in copies_in(store, followers_of(store)).values() for same in others} == {
        *("a2", "a3", "a4", "a5")
    }


def test_the_article_asked_about_is_compared():
    assert followers_of(HeldClaims(claims_of(articles_of(TEXTS))), about="a4") == {
        "a0": ("a1", "a2", "a3", "a5")
    }


@pytest.mark.parametrize("about", [None, "a1", "a4", "a6"])
def test_every_copy_is_told_on_its_side(about):
    articles = articles_of(TEXTS)
    found = compare(claims_of(articles), articles=articles, about=about)
    [differing] = [finding for finding in found if finding.verdict == "discrepancy"]
    sides = {evidence.claim.doc: evidence.side for evidence in differing.claims}
    assert sides == {**dict.fromkeys([f"a{n}" for n in range(6)], 0), "a6": 1}
    assert differing.independent_sources == 7


def test_what_nobody_else_says_is_counted_for_each_copy():
    articles = articles_of(["Some 40 buses came."] * 2 + ["It cost $9."])
    alone = [f for f in compare(claims_of(articles), articles=articles) if f.verdict == "uncorroborated"]
    assert [finding.claims[0].claim.doc for finding in alone] == ["a2"]


def test_many_copies_take_time_in_proportion(monkeypatch):
    compared = []
    import factcheck.linking.link as link

    original = link.match_slots
    monkeypatch.setattr(link, "match_slots", lambda a, b: compared.append(1) or original(a, b))
    articles = articles_of([STORY.format(12)] * 50)
    compare(claims_of(articles), articles=articles)
    assert len(compared) < 100
