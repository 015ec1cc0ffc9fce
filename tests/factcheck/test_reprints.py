"""Copies of one text are one voice: what they repeat makes no other fact of what the others say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest

from claims import extract_claims
from corpus import Article
from factcheck import compare
from factcheck.gathering.reprints import Sentences, reprints_among
from factcheck.judging.articles import judge_articles
from factcheck.linking.blocking import KeyedClaims

WIRE = (
    "A ferry sank off Dunmore on 3 May 2021 and 12 passengers drowned, the coast guard said.\n\n"
    "It carried 340 people and 46 cars. Divers found nine lorries on the sea bed, 31 metres down."
)
LOCAL = (
    "Twelve passengers drowned when the ferry sank off Dunmore on 3 May 2021.\n\n"
    "The coast guard said that 19 lorries lie on the sea bed."
)


def article(name, text, **more):
    return Article(id=name, text=text, publisher=f"Paper {name}", **more)


def claims_of(*articles):
    return [claim for article in articles for claim in extract_claims(article)]


def repeated(*articles):
    """Who repeats whom: (the words, the article that repeats them, the article that speaks for it)."""
    known = {article.id: extract_claims(article) for article in articles}
    every = [claim for claims in known.values() for claim in claims]
    judgements = [
        judgement
        for one in known
        for other in known
        if one < other
        for judgement in judge_articles(KeyedClaims(known[one]), KeyedClaims(known[other]))
    ]
    reprints = reprints_among(judgements, Sentences(known.__getitem__))
    leads = {claim.id: claim for claim in every}
    found = {
        (claim.text, claim.doc, leads[lead].doc)
        for lead, followers in reprints.followers.items()
        for claim in followers
    }
    assert reprints.following == {claim.id for held in reprints.followers.values() for claim in held}
    assert reprints.agreed.keys() == reprints.followers.keys()
    return found


def test_a_copy_repeats_all_that_it_says():
    found = repeated(article("a", WIRE), article("b", WIRE))
    assert {text for text, _, _ in found} >= {"12 passengers", "340 people", "46 cars"}
    assert {(doc, lead) for _, doc, lead in found} == {("b", "a")}


def test_a_cut_copy_follows_the_whole_text_whatever_its_name():
    cut = WIRE.partition(" Divers")[0]
    found = repeated(article("a", "From our wire services.\n\n" + cut), article("b", WIRE))
    assert {(doc, lead) for _, doc, lead in found} == {("a", "b")}


def test_the_earlier_copy_speaks_for_the_later_one():
    found = repeated(
        article("a", WIRE + "\n\nThe search for 4 people goes on.", published=date(2021, 5, 5)),
        article("b", WIRE, published=date(2021, 5, 4)),
    )
    assert {(doc, lead) for _, doc, lead in found} == {("a", "b")}


@pytest.mark.parametrize(
    "other",
    [
        LOCAL,
        WIRE.replace("12 passengers", "19 passengers").replace("340", "360").replace("46", "64"),
        "A ferry sank off Dunmore on 3 May 2021 and 12 passengers drowned, the coast guard said. "
        "The owner has 7 ships. It bought 2 of them in 2019. Its 800 workers were told on 6 May 2021. "
        "A union wants 5 percent more pay. The last strike was in 2016.",
    ],
)
def test_what_is_told_in_other_words_or_other_figures_follows_nobody(other):
    texts = {text for text, _, _ in repeated(article("a", WIRE), article("b", other))}
    assert texts.isdisjoint({"12 passengers", "340 people", "46 cars"} if other == LOCAL else {"340 people"})


def test_one_sentence_in_common_makes_no_copy():
    """Half of the sentences of the shorter article have to be the same."""
    first = WIRE.partition("\n\n")[0]
    prices = "".join(f" A ticket to port {n} costs ${n}1." for n in range(1, 4))
    found = repeated(article("a", WIRE), article("b", first + prices))
    assert not found
    assert repeated(article("a", WIRE), article("b", first))


def test_a_sentence_that_is_said_twice_is_repeated_in_its_turn():
    twice = f"12 passengers drowned.\n\n{WIRE}\n\n12 passengers drowned."
    found = repeated(article("a", twice), article("b", twice))
    assert {(doc, lead) for _, doc, lead in found} == {("b", "a")}


def told(articles, same):
    return {
        (
            finding.verdict,
            finding.kind,
            frozenset((same.get(e.claim.doc, e.claim.doc), e.claim.text, e.side) for e in finding.claims),
        )
        for finding in compare(claims_of(*articles), articles=articles)
        if len({same.get(e.claim.doc, e.claim.doc) for e in finding.claims}) > 1
    }


@pytest.mark.parametrize("text", [WIRE, f"Morning Post.\n\n{WIRE}", WIRE.partition(" Divers")[0]])
def test_copies_change_nothing_of_what_is_told(text):
    articles = [article("m", WIRE), article("n", LOCAL)]
    before = told(articles, {})
    assert ("agreement", "value") in {fact[:2] for fact in before}
    for name in ("a", "z"):
        assert told([*articles, article(name, text)], {name: "m"}) == before


def test_a_wrong_figure_in_a_copy_is_told_beside_the_right_one_of_both():
    wrong = WIRE.replace("340 people", "430 people")
    articles = [article("a", WIRE), article("b", WIRE), article("c", wrong)]
    for order in permutations(articles):
        [finding] = [f for f in compare(claims_of(*order), articles=order) if f.verdict == "discrepancy"]
        assert {e.claim.doc: (e.side, e.value) for e in finding.claims} == {
            "a": (0, "340"),
            "b": (0, "340"),
            "c": (1, "430"),
        }


def test_what_only_copies_say_is_an_agreement_of_one_source():
    articles = [article("a", WIRE, origin="Wire"), article("b", WIRE, origin="Wire")]
    found = compare(claims_of(*articles), articles=articles)
    [cars] = [f for f in found if any(e.claim.text == "46 cars" for e in f.claims)]
    assert (cars.verdict, cars.kind, cars.independent_sources) == ("agreement", "value", 1)
    assert [e.claim.doc for e in cars.claims] == ["a", "b"]
    assert cars.reasons
    assert cars.confidence > Decimal("0.5")


def test_who_says_both_numbers_speaks_of_two_things_in_a_copy_too():
    """The copy gives both, in a sentence of the original and in one of its own."""
    own = "\n\nThe ferry had 64 cars on board when it left Leam."
    articles = [article("a", WIRE), article("b", WIRE + own)]
    found = compare(claims_of(*articles), articles=articles)
    assert not [f for f in found if f.verdict == "discrepancy"]


def test_the_place_of_a_claim_does_not_matter_but_its_reading_does():
    [first] = [claim for claim in claims_of(article("a", WIRE)) if claim.text == "46 cars"]
    moved = replace(
        first, id="b:200", doc="b", start=first.start + 9, sentence_start=first.sentence_start + 9
    )
    sentences = Sentences({"a": [first], "b": [moved]}.__getitem__)
    assert sentences.is_repeated(first, moved)
    assert not sentences.is_repeated(first, replace(moved, value=Decimal(47)))
    assert not sentences.is_repeated(first, replace(moved, event="other"))
