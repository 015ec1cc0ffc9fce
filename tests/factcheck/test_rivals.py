"""What the other claims of two articles tell of one pair."""

from decimal import Decimal

import pytest

from claims.model import Claim
from factcheck.linking.rivals import Candidate, Rivals
from factcheck.linking.values import Relation


def claim(doc: str, start: int, value: int, sentence: int = 0) -> Claim:
    return Claim(
        id=f"{doc}:{start}",
        kind="quantity",
        doc=doc,
        start=start,
        end=start + 2,
        text=str(value),
        sentence="",
        sentence_start=sentence,
        value=Decimal(value),
    )


def pair(a: Claim, b: Claim, points: float, chance: float = 0.0) -> Candidate:
    related: Relation = "equal" if a.value == b.value else "different"
    return Candidate(a, b, related, points, chance)


A, OTHER_A = claim("a", 0, 30), claim("a", 9, 12)
B, OTHER_B, SAME_B = claim("b", 0, 40), claim("b", 9, 12), claim("b", 20, 40)


def test_a_pair_alone_has_no_rival():
    only = pair(A, B, 1.0)
    found = Rivals([only]).features(only)
    assert found["no rival"] == 1
    assert found["best of both"] == 1
    assert found["neither agrees elsewhere"] == 1


@pytest.mark.parametrize("rival", [0.5, 2.0])
def test_a_rival_of_one_claim(rival):
    asked = pair(A, B, 1.0)
    found = Rivals([asked, pair(A, OTHER_B, rival)]).features(asked)
    assert ("best of both" in found) == (rival < 1)
    assert (found["ahead"] > 0) == (rival < 1)
    assert (found["behind"] > 0) == (rival > 1)


def test_a_second_mention_of_one_number_is_no_rival():
    asked = pair(A, B, 1.0)
    assert "no rival" in Rivals([asked, pair(A, SAME_B, 3.0)]).features(asked)


def test_a_claim_that_agrees_with_another_is_taken():
    asked = pair(OTHER_A, B, 1.0)
    found = Rivals([asked, pair(OTHER_A, OTHER_B, 2.0, 0.9)]).features(asked)
    assert found["one agrees elsewhere"] == 0.9
    assert found["both agree elsewhere"] == 0
    assert "neither agrees elsewhere" not in found


def test_agreement_beside_the_pair_in_the_same_sentences():
    asked = pair(A, B, 1.0)
    beside = pair(OTHER_A, OTHER_B, 2.0, 0.9)
    elsewhere = pair(claim("a", 90, 7, sentence=80), claim("b", 90, 7, sentence=80), 2.0, 0.9)
    assert Rivals([asked, beside]).features(asked)["agreed beside at all"] == 1
    assert "agreed beside at all" not in Rivals([asked, elsewhere]).features(asked)


def test_the_best_of_many_is_remembered():
    asked = pair(A, B, 1.0)
    many = [pair(A, claim("b", 100 + n, 100 + n), n / 100) for n in range(300)]
    assert Rivals([*many, asked]).features(asked)["behind"] == pytest.approx(1.99 / 4)
