"""Which articles are compared: those that may tell one event, found without looking at every pair."""

from random import Random

import pytest

from claims import extract_claims
from corpus import Article
from factcheck import compare
from factcheck.linking import MOST_COMPARED, search
from factcheck.linking.blocking import KeyedClaims, pairs_between
from factcheck.linking.nearby import NearbyIndex, Signature, company_of, signature_of
from factcheck.linking.search import Search, _share
from factcheck.model import LimitWarning


def signature(words: str = "", *numbers: int) -> Signature:
    return Signature(frozenset(words.split()), frozenset(numbers))


def pairs(**signatures: Signature) -> list[tuple[str, str]]:
    return list(company_of(signatures).pairs)


FERRY = "The ferry Alma Grace sank off Dunmore on 3 May 2021 and {} passengers drowned."


@pytest.mark.parametrize(
    ("one", "other", "are_compared"),
    [
        (FERRY.format(12), FERRY.format(14), True),
        (FERRY.format(12), "Divers found 12 dead in the Alma Grace, the ferry that sank off Dunmore.", True),
        ("Kestrel Bank lost 4.73 billion crowns.", "Losses of 4.73 billion crowns sank Kestrel.", True),
        (FERRY.format(12), "Twelve children won a chess tournament in Karlby in 2021.", False),
        ("It cost 12 dollars.", "It cost 12 dollars.", True),
        ("Some 40 people were hurt in Karlby.", "Some 40 people were hurt in Ostrava.", True),
    ],
)
def test_articles_that_share_enough(one, other, are_compared):
    articles = (Article(id="a", text=one), Article(id="b", text=other))
    found = pairs(**{article.id: signature_of(extract_claims(article)) for article in articles})
    assert found == ([("a", "b")] if are_compared else [])


def test_a_rare_number_beside_a_rare_word_leads_across_stories():
    filler = "alder birch cedar dogwood elder fir ginkgo hazel ivy juniper larch maple"
    told = Article(id="a", text="Volunteers planted 48,317 saplings near Karlby.")
    listed = signature_of(extract_claims(told))
    other = Signature(frozenset(filler.split()), listed.numbers)
    assert pairs(a=listed, b=other) == [("a", "b")]
    assert pairs(a=listed, b=Signature(other.words, frozenset())) == []


def test_what_very_many_articles_say_leads_nowhere():
    articles = {f"a{n:04}": signature(f"people said own{n}") for n in range(2500)}
    articles["twin"] = signature("people said own7")
    assert list(company_of(articles).pairs) == [("a0007", "twin")]


def test_of_very_many_on_one_event_each_is_compared_with_some():
    size = 300
    company = company_of({f"a{n:03}": signature(f"ferry sank karlby own{n}") for n in range(size)})
    assert size < len(company.pairs) < size * 17
    assert {doc for docs in company.pairs for doc in docs} == company.crowded
    assert company.pairs[-1] == company.pairs[-2:][1] == list(company.pairs)[-1]


def test_beside_a_near_one_most_faint_ones_are_left_out():
    long = " ".join(f"w{n}" for n in range(40))
    told = {"one": signature(f"ferry sank {long}"), "two": signature(f"ferry sank {long}")}
    for n in range(14):
        told[f"a{n:02}"] = told[f"b{n:02}"] = signature(f"ferry sank own{n} other{n} third{n} fourth{n}")
    company = company_of(told)
    assert "two" in company.beside("one")
    assert len(company.beside("one")) == search._FIRST
    assert "one" not in company.crowded
    numbered = {doc: Signature(words.words, frozenset({7})) for doc, words in told.items()}
    assert len(company_of(numbered).beside("one")) == MOST_COMPARED


def test_who_wants_more_compared_gets_more():
    size = 300
    signatures = {f"a{n:03}": signature(f"ferry sank karlby own{n}") for n in range(size)}
    assert len(company_of(signatures, 1).pairs) < size
    assert len(company_of(signatures, 40).pairs) > 20 * size
    assert len(company_of(signatures, size).pairs) == size * (size - 1) // 2
    assert not company_of(signatures, size).crowded


class Found(dict):
    """What searches found, for later ones."""

    def known(self, keys):
        return {key: self[key] for key in keys if key in self}

    def learn(self, found):
        self.update(found)


@pytest.fixture
def searched(monkeypatch):
    """The articles that were searched for."""
    found = []
    original = Search._first_beside

    def first_beside(self, one):
        found.append(self._docs[one])
        return original(self, one)

    monkeypatch.setattr(Search, "_first_beside", first_beside)
    return found


def recalled(signatures, recall, most=MOST_COMPARED):
    index = NearbyIndex(most)
    for doc, told in signatures.items():
        index.add(doc, told)
    return index.company(recall=recall)


def test_only_for_what_shares_a_word_with_a_new_article_is_searched_again(searched):
    events = {
        f"e{event:02}-{n}": signature(f"people said ferry{event} karlby{event} bank{event} own{event}x{n}")
        for event in range(33)
        for n in range(4)
    }
    found = Found()
    first = list(recalled(events, found).pairs)
    assert sorted(searched) == sorted(events)
    searched.clear()
    assert list(recalled(events, found).pairs) == first
    assert searched == []
    told = {**events, "e05-x": signature("ferry5 karlby5 other5")}
    recalled(told, found)
    assert {doc[:3] for doc in searched} == {"e05"}


@pytest.mark.parametrize("most", [1, 3, 16])
def test_what_an_earlier_search_found_makes_no_difference(most):
    rng = Random(5)
    words = [f"w{n}" for n in range(60)]
    told, found = {}, Found()
    for step in range(40):
        held = rng.choices(words, [1 / (n + 1) for n in range(60)], k=rng.randrange(12))
        told[f"a{rng.randrange(30):02}"] = signature(" ".join(held), *rng.sample(range(40), 2))
        if step % 9 == 8:
            del told[rng.choice(sorted(told))]
        expected, company = company_of(told, most), recalled(told, found, most)
        assert (list(company.pairs), company.crowded) == (list(expected.pairs), expected.crowded)


def test_what_is_no_longer_there_is_searched_for_again():
    told = {"a": signature("ferry karlby"), "b": signature("ferry karlby")}
    found = Found()
    recalled(told, found)
    expected = list(company_of(told).pairs)
    assert list(recalled(told, Found({key: ["gone"] for key in found})).pairs) == expected == [("a", "b")]


def test_very_many_reports_on_one_event_are_one_finding():
    trees = ["alder", "birch", "cedar", "dogwood", "elder", "hazel", "ivy", "juniper", "larch", "maple"]
    rows = [f"{one} and {other}" for one in trees for other in trees]
    texts = [f"{FERRY.format(12 + (n == 57))[:-1]} near the {row} groves." for n, row in enumerate(rows)]
    articles = [Article(id=f"a{n:03}", text=text) for n, text in enumerate(texts)]
    claims = [claim for article in articles for claim in extract_claims(article)]
    with pytest.warns(LimitWarning, match="100 articles are like more than 16 others"):
        findings = compare(claims)
    [toll] = [
        finding
        for finding in findings
        if finding.verdict == "discrepancy" and finding.claims[0].claim.event == "killed"
    ]
    assert len({told.claim.doc for told in toll.claims}) == 100
    assert [told.claim.doc for told in toll.claims if told.side == 1] == ["a057"]


def test_the_order_of_articles_makes_no_difference():
    articles = {f"a{n}": signature(f"word{n // 3} thing{n % 5}", n // 2) for n in range(40)}
    backwards = dict(reversed(articles.items()))
    assert list(company_of(articles).pairs) == list(company_of(backwards).pairs) != []


def test_twice_the_articles_are_twice_the_work(monkeypatch):
    asked = []
    monkeypatch.setattr(search, "_share", lambda *given: asked.append(1) or _share(*given))
    counts = []
    for size in (3000, 6000):
        asked.clear()
        company_of({f"a{n}": signature(f"all event{n // 3} alone{n}") for n in range(size)})
        counts.append(len(asked))
    assert 0 < counts[1] == 2 * counts[0]


def test_pairs_of_claims_share_a_key_and_come_once():
    one, other = (
        KeyedClaims(extract_claims(Article(id=name, text="Six tanks and 40 trucks came to Karlby in 2021.")))
        for name in "ab"
    )
    found = [(a.id, b.id) for a, b in pairs_between(one, other)]
    assert len(found) == len(set(found)) > 0
    assert found == sorted(found, key=lambda pair: [claim.rpartition(":")[0] for claim in pair])
    assert {claim.doc for pair in pairs_between(one, one) for claim in pair} == {"a"}
