"""How judged pairs become findings: which claims are one side, which sides one fact, what is told of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factcheck.claim_store import HeldClaims
from factcheck.gathering.findings import alone, facts_told
from factcheck.gathering.grouping import Fact, agreeing_groups, differing_facts
from factcheck.gathering.moves import in_progress
from factcheck.gathering.reprints import Sentences
from factcheck.judging.dates import ToldDates
from factcheck.judging.judge import Judgement
from factcheck.linking.link import Link, match_slots, relation_of
from factcheck.linking.nearby import Company
from tests.factcheck.linked import claim_of

TOLL = "The flood in Leam killed [{} people] on Monday."
PRICE = "The bridge in Torrin cost [{}]."


def claims_of(numbers: str, text: str = TOLL):
    """A claim for each of "a 12, b 15": the article's name and its number."""
    named = [told.split(maxsplit=1) for told in numbers.split(", ")]
    return {doc: claim_of(text.format(number), doc) for doc, number in named}


def judged(a, b, chance, verdict="agreement", kind="value"):
    slots = match_slots(a, b)
    assert slots is not None
    link = Link(a, b, relation_of(a, b, slots), chance, chance, slots, is_one_story=True)
    return Judgement(link, verdict, kind, f"{a.doc} and {b.doc}")


def pairs_of(claims, pairs, verdict):
    """The judgements of "ab 0.9, bc 0.7"."""
    told = [pair.split() for pair in pairs.split(", ")]
    return [judged(claims[a], claims[b], float(chance), verdict) for (a, b), chance in told]


def letters(groups):
    return sorted("".join(sorted(claim.doc for claim in group)) for group in groups)


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ("ab 0.9", ["ab", "c", "d"]),
        ("ab 0.9, bc 0.9", ["abc", "d"]),  # 0.9 and nothing between a and c: 0.45 on average
        ("ab 0.9, bc 0.8", ["abc", "d"]),  # 0.4
        ("ab 0.9, bc 0.79", ["ab", "c", "d"]),
        ("ab 0.7, bc 0.9", ["a", "bc", "d"]),  # the likeliest first
        ("ab 0.9, bc 0.9, cd 0.9", ["abc", "d"]),  # no chain joins strangers
        ("ab 0.9, bc 0.9, cd 0.9, ad 0.9", ["abcd"]),
        ("ab 0.39", ["a", "b", "c", "d"]),
    ],
)
def test_who_agrees_is_one_side_if_most_of_it_belongs_together(pairs, groups):
    claims = claims_of("a 12, b 12, c 12, d 12")
    assert letters(agreeing_groups(list(claims.values()), pairs_of(claims, pairs, "agreement"))) == groups


@pytest.mark.parametrize(
    ("compared", "crowded", "groups"),
    [
        ("ab bc ac", "", ["ab", "c"]),  # 0.6 between b and c, nothing between a and c
        ("ab bc", "c", ["abc"]),  # a and c were not compared
        ("ab bc ac", "c", ["ab", "c"]),
        ("ab bc", "ab", ["abc"]),
        ("ab ac bc", "ab", ["ab", "c"]),
        ("ab bc", "a", ["abc"]),
        ("ab bc ac", "a", ["ab", "c"]),
    ],
)
def test_what_was_not_compared_where_very_many_tell_one_event_says_nothing(compared, crowded, groups):
    claims = claims_of("a 12, b 12, c 12")
    company = Company(tuple((one, other) for one, other in compared.split()), frozenset(crowded))
    judgements = pairs_of(claims, "ab 0.9, bc 0.6", "agreement")
    assert letters(agreeing_groups(list(claims.values()), judgements, company)) == groups


def test_what_one_article_tells_as_replaced_does_not_join_what_it_tells_now():
    claims = claims_of("a 12, b 12")
    former = replace(claims["a"], id="a:9", standing="former")
    judgements = [judged(claims["a"], claims["b"], 0.9), judged(former, claims["a"], 0.9)]
    groups = agreeing_groups([former, *claims.values()], judgements)
    assert sorted(len(group) for group in groups) == [1, 2]


def test_of_two_articles_the_likeliest_pair_counts():
    claims = claims_of("a 12, b 12, c 12")
    again = replace(claims["a"], id="a:9")
    pairs = [("c", "a", 0.9), ("c", "again", 0.9), ("b", "a", 0.3), ("b", "again", 0.45)]
    told = {**claims, "again": again}
    judgements = [judged(told[one], told[other], chance) for one, other, chance in pairs]
    assert letters(agreeing_groups(list(told.values()), judgements)) == ["aac", "b"]


@pytest.mark.parametrize(
    ("agreeing", "differing", "facts"),
    [
        ("ab 0.9", "ac 0.8, bc 0.8", ["abc"]),
        ("ab 0.9", "ac 0.8", ["abc"]),  # half of the pairs say so
        ("ab 0.9", "ac 0.5", ["abc"]),
        ("ab 0.9", "ac 0.49", []),
        ("ab 0.9, bd 0.9, ad 0.9", "ac 0.9", []),  # one pair of three
        ("ab 0.9, bd 0.9, ad 0.9", "ac 0.9, bc 0.9", ["abcd"]),
        ("ab 0.9", "ab 0.9", []),  # what agrees is one side
        ("ab 0.9", "ac 0.9, ad 0.9, cd 0.9", ["abcd"]),
        ("ab 0.9", "ac 0.9, cd 0.5", ["abc"]),  # d is told apart from c alone
    ],
)
def test_sides_are_one_fact_if_half_of_their_articles_say_so(agreeing, differing, facts):
    claims = claims_of("a 12, b 12, d 12, c 15")
    groups = agreeing_groups(list(claims.values()), pairs_of(claims, agreeing, "agreement"))
    found = differing_facts(groups, pairs_of(claims, differing, "discrepancy"))
    assert letters([claim for group in fact.groups for claim in group] for fact in found) == facts


@pytest.mark.parametrize(("standing", "facts"), [(None, 0), ("former", 1)])
def test_an_article_with_both_numbers_tells_two_things_unless_one_was_replaced(standing, facts):
    claims = claims_of("a 12, b 15")
    both = replace(claim_of(TOLL.format("12"), "b"), id="b:9", standing=standing)
    groups = [(claims["a"], both), (claims["b"],)]
    found = differing_facts(groups, [judged(claims["a"], claims["b"], 0.9, "discrepancy")])
    assert len(found) == facts


@pytest.mark.parametrize(
    ("days", "kind", "verdict"),
    [
        ((1, 3), "value", "update"),
        ((1, 3), "date", "update"),
        ((1, 3), "magnitude", "discrepancy"),
        ((3, 3), "value", "discrepancy"),
        ((3, 1), "value", "discrepancy"),
        ((None, 3), "value", "discrepancy"),
        ((1, None), "value", "discrepancy"),
    ],
)
def test_a_move_explains_what_was_told_before_it(days, kind, verdict):
    claims = claims_of("a 12, b 15, c 15")
    told = [day and date(2024, 3, day) for day in days]
    a, c = replace(claims["a"], told=told[0]), replace(claims["c"], told=told[1])
    before = replace(claims["a"], id="d:9", doc="d", told=date(2024, 3, 1))
    b = replace(claims["b"], standing="moved", told=date(2024, 3, 3))
    fact = differing_facts(
        [(a, before), (b, c)],
        [
            judged(before, b, 0.9, "update"),
            judged(a, c, 0.9, "discrepancy", kind),
            judged(a, b, 0.9, "update"),
        ],
    )[0]
    assert [judgement.verdict for judgement in in_progress(fact)] == ["update", verdict, "update"]


@pytest.mark.parametrize("verdict", ["review", "agreement"])
def test_a_move_explains_differences_alone(verdict):
    claims = claims_of("a 12, b 15, c 15")
    a, c = (replace(claims[doc], told=date(2024, 3, day)) for doc, day in (("a", 1), ("c", 3)))
    b = replace(claims["b"], standing="moved", told=date(2024, 3, 3))
    other = judged(a, c, 0.9, verdict)
    fact = Fact(((a,), (b, c)), (judged(a, b, 0.9, "update"), other))
    assert in_progress(fact)[1] == other


def test_an_update_that_tells_no_move_does_not_hide_one_that_does():
    claims = claims_of("a 12, b 15, c 15, d 15")
    a, c, d = (replace(claims[doc], told=date(2024, 3, day)) for doc, day in (("a", 1), ("c", 3), ("d", 3)))
    b = replace(claims["b"], standing="moved", told=date(2024, 3, 3))
    held = [judged(a, d, 0.9, "update"), judged(a, b, 0.9, "update"), judged(a, c, 0.9, "discrepancy")]
    fact = Fact(((a,), (b, c, d)), tuple(held))
    assert [judgement.verdict for judgement in in_progress(fact)] == ["update"] * 3


def test_a_swapped_unit_is_no_move():
    claims = claims_of("a $12 million, b 12 million euros, c 12 million euros", PRICE)
    a = replace(claims["a"], told=date(2024, 3, 1))
    b = replace(claims["b"], standing="moved", told=date(2024, 3, 3))
    c = replace(claims["c"], told=date(2024, 3, 3))
    held = [judged(a, b, 0.9, "update"), judged(a, c, 0.9, "discrepancy")]
    [fact] = differing_facts([(a,), (b, c)], held)
    assert [judgement.verdict for judgement in in_progress(fact)] == ["update", "discrepancy"]


def told(claims, judgements):
    held = list(claims.values())
    return facts_told(
        held, judgements, {"a": "wire", "b": "wire"}, ToldDates(()), Sentences(HeldClaims(held).of)
    )


def test_a_difference_is_as_sure_as_its_likeliest_pair_of_that_verdict():
    claims = claims_of("a 12, b 12, c 15")
    judgements = [
        judged(claims["a"], claims["b"], 0.98),
        judged(claims["a"], claims["c"], 0.91, "discrepancy"),
        judged(claims["b"], claims["c"], 0.83, "discrepancy"),
    ]
    [finding] = told(claims, judgements)
    assert (finding.verdict, finding.kind, finding.confidence) == ("discrepancy", "value", Decimal("0.91"))
    assert finding.independent_sources == 2
    assert {item.claim.doc: item.side for item in finding.claims} == {"a": 0, "b": 0, "c": 1}
    assert finding.reasons[0] == "a and c"


def test_a_finding_tells_what_matches_and_what_was_outweighed():
    claims = {
        "a": claim_of("The flood in Leam killed [12 people] on Monday.", "a"),
        "b": claim_of("The flood in Leam killed [15 people] on Sunday.", "b"),
    }
    [finding] = told(claims, [judged(claims["a"], claims["b"], 0.9, "discrepancy")])
    assert finding.reasons == (
        "a and b",
        "same noun: person",
        "same event: killed",
        "same parties: Leam",
        "though other time: 4 Mar 2024 / 3 Mar 2024",
    )


def test_what_nobody_else_says_stands_alone():
    claims = claims_of("a 12, b 15")
    findings = told(claims, [])
    assert [finding.verdict for finding in findings] == ["uncorroborated"] * 2
    assert findings[0] == alone(claims["a"], {"a": "wire"})
    assert (findings[0].confidence, findings[0].independent_sources) == (Decimal(1), 1)


def test_two_numbers_of_one_article_are_no_difference():
    claims = claims_of("a 12, b 12")
    other = replace(claim_of(TOLL.format("15"), "a"), id="a:9")
    judgements = [
        judged(claims["a"], claims["b"], 0.9),
        judged(claims["a"], other, 0.9, "discrepancy"),
    ]
    held = [*claims.values(), other]
    found = facts_told(held, judgements, {}, ToldDates(()), Sentences(HeldClaims(held).of))
    assert sorted(finding.verdict for finding in found) == ["agreement", "uncorroborated"]
