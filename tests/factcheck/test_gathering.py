"""Many reports on one event are gathered in time proportional to their number, and with the same result."""

from dataclasses import replace
from itertools import combinations

import pytest

from claims import extract_claims
from claims.model import Claim
from corpus import Article
from factcheck import compare
from factcheck.gathering import grouping
from factcheck.gathering.findings import split_sides
from factcheck.linking.link import excluding_slots, match_slots
from factcheck.linking.values import relation

SENTENCES = [
    "The ferry Alma Grace sank off Dunmore on Sunday and 12 passengers drowned, the coast guard said.",
    "Some 40 passengers of the Alma Grace were injured and two crew members are missing.",
    "Belarus delivered four MiG-29 fighters to Serbia in 2021 and plans to deliver two T-72 tanks.",
    "The bank forecast growth of 2.1 percent for 2023; the economy grew by 1.4 percent.",
    "Rovers beat Castle Vale 3-1 before 12,000 fans for their third win of the season.",
    "The company bought the mill for $40 million, or $12 a share, and will cut 300 jobs.",
    "The quake struck 12 miles south of Cobb; another was felt 12 miles south of Arlen.",
    "The court sentenced him to six years in prison and fined each of the three brothers $500.",
    "Two of the six reactors were shut down in March for the first time since 2011.",
]
NAMES = ("Abel", "Bruun", "Corby", "Dahl", "Eder", "Falk", "Gorse", "Hjort", "Ivers", "Jung")
ENDINGS = ("the mayor said", "police said", "officials said", "said a spokesman", "the operator said")


def claims_of(texts: list[str]) -> list[Claim]:
    articles = [Article(id=f"a{n:03}", text=text) for n, text in enumerate(texts)]
    return [claim for article in articles for claim in extract_claims(article)]


def reports(count: int) -> list[str]:
    """Reports on one event in words of their own; one in seven gives another number."""
    return [
        f"The ferry Alma Grace sank off Dunmore and {19 if n % 7 == 3 else 12} passengers drowned, "
        f"{ENDINGS[n % 5]}. A diver named {NAMES[n // 10]} {NAMES[n % 10].casefold()} went down."
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [20])
def test_no_pair_of_claims_is_looked_at_to_join_two_large_groups(count, monkeypatch):
    looked_at = []
    monkeypatch.setattr(grouping, "match_slots", lambda a, b: looked_at.append(1) or match_slots(a, b))
    costs = []
    for reported in (count, 2 * count):
        looked_at.clear()
        compare(claims_of(reports(reported)))
        costs.append(len(looked_at))
    assert costs[1] <= 2.5 * costs[0]


def test_very_many_reports_are_one_finding_with_a_side_for_each_number():
    [found] = [found for found in compare(claims_of(reports(60))) if found.verdict == "discrepancy"]
    assert sorted({(told.value, told.side) for told in found.claims}) == [("12", 0), ("19", 1)]
    assert len(found.claims) == 60


def test_what_excludes_two_claims_depends_on_nothing_else():
    claims = claims_of(SENTENCES)
    bare = [
        replace(
            claim, names=frozenset(), context=frozenset(), near=frozenset(), parties=(), when=None, value=None
        )
        for claim in claims
    ]
    for (a, b), (bare_a, bare_b) in zip(combinations(claims, 2), combinations(bare, 2), strict=True):
        assert (match_slots(a, b) is None) == (match_slots(bare_a, bare_b) is None)
    known = {}
    for claim in claims:
        apart = tuple(match_slots(claim, other) is None for other in claims)
        assert known.setdefault(excluding_slots(claim), apart) == apart


def test_the_claims_of_a_side_all_agree():
    numbers = ["12", "at least 12", "more than 11", "about 12", "12.4", "11 to 13", "19", "up to 20", "12"]
    group = claims_of([f"The flood killed {number} cows." for number in numbers])
    sides = split_sides(group)
    assert sum(map(len, sides)) == len(group)
    for side in sides:
        assert all(relation(a, b) != "different" for a, b in combinations(side, 2))
