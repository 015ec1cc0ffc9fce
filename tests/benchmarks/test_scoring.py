"""What reported findings are worth, on two invented reports of a quake."""

from decimal import Decimal

import pytest

from benchmarks.gold import Cluster, GoldFinding, Mention, Trap
from benchmarks.scoring import Score, score_cluster
from claims.model import Claim
from corpus import Article
from factcheck.model import Evidence, Finding

TEXTS = {
    "one": "The quake killed 14 people, hurt 30 and 2 more, and left 5 missing of 40.",
    "two": "Fourteen died on Tuesday; 35 were hurt, 3 of them badly, and 6 ran.",
}


def mention(doc: str, words: str) -> Mention:
    start = TEXTS[doc].index(words)
    return Mention(doc=doc, start=start, end=start + len(words), text=words)


def gold(verdict, kind, *claims) -> GoldFinding:
    return GoldFinding(
        fact=claims[0][1], verdict=verdict, kind=kind, claims=tuple((mention(d, w), s) for d, w, s in claims)
    )


CLUSTER = Cluster(
    name="quake",
    domain="disaster",
    articles=tuple(Article(id=doc, text=text) for doc, text in TEXTS.items()),
    findings=(
        gold("agreement", "value", ("one", "14", 0), ("two", "Fourteen", 0)),
        gold("discrepancy", "value", ("one", "30", 0), ("two", "35", 1)),
        gold("discrepancy", "arithmetic", ("one", "30", 0), ("one", "2 more", 0), ("one", "40", 1)),
    ),
    traps=(Trap(reason="other_role", mentions=(mention("one", "14"), mention("two", "35"))),),
)


def claim(doc: str, words: str) -> Claim:
    start = TEXTS[doc].index(words)
    return Claim(
        id=f"{doc}{start}", kind="quantity", doc=doc, start=start, end=start + len(words), text=words,
        sentence=TEXTS[doc], sentence_start=0,
    )  # fmt: skip


def report(verdict, kind, *evidence: Evidence) -> Score:
    finding = Finding(
        id="f", verdict=verdict, kind=kind, severity="note", confidence=Decimal("0.9"), summary="",
        reasons=(), independent_sources=1, claims=evidence,
    )  # fmt: skip
    return score_cluster(CLUSTER, [finding])


def score_of(verdict, kind, *claims) -> Score:
    evidence = [Evidence(claim=claim(d, w), value=None, unit=None, side=s) for d, w, s in claims]
    return report(verdict, kind, *evidence)


@pytest.mark.parametrize(
    ("verdict", "kind", "claims", "outcome"),
    [
        ("agreement", "value", [("one", "14 people", 0), ("two", "Fourteen", 0)], "right"),
        ("discrepancy", "value", [("one", "14", 0), ("two", "Fourteen", 1)], "wrong"),
        ("review", "value", [("one", "14", 0), ("two", "Fourteen", 1)], "wrong"),
        ("discrepancy", "magnitude", [("one", "30", 0), ("two", "35", 1)], "right"),
        ("discrepancy", "stage", [("one", "30", 0), ("two", "35", 1)], "wrong"),
        ("update", "value", [("one", "30", 0), ("two", "35", 1)], "wrong"),
        ("review", "value", [("one", "30", 0), ("two", "35", 1)], "soft"),
        ("discrepancy", "value", [("one", "14", 0), ("two", "35 were", 1)], "trap"),
        ("agreement", "value", [("one", "30", 0), ("two", "Fourteen", 0)], "apart"),
        ("agreement", "value", [("one", "5", 0), ("two", "6", 0)], "unjudged"),
        ("discrepancy", "arithmetic", [("one", "30", 0), ("one", "2", 0), ("one", "40", 1)], "right"),
        ("discrepancy", "arithmetic", [("one", "14", 0), ("two", "35", 1)], "trap"),
        ("discrepancy", "arithmetic", [("one", "14", 0), ("two", "6", 1)], "unjudged"),
    ],
)
def test_outcome_of_a_pair(verdict, kind, claims, outcome):
    assert [pair.outcome for pair in score_of(verdict, kind, *claims).pairs] == [outcome]


def test_facts_found_and_missed():
    score = score_of("discrepancy", "value", ("one", "30", 0), ("two", "35", 1))
    assert len(list(score.facts())) == 3
    assert [fact.gold.fact for fact in score.found] == ["30"]


def test_a_review_is_no_trap_that_was_fallen_into():
    assert score_of("review", "value", ("one", "14", 0), ("two", "35", 1)).trapped == []
    assert len(score_of("update", "value", ("one", "14", 0), ("two", "35", 1)).trapped) == 1


def test_a_claim_as_long_as_a_sentence_lies_over_nothing():
    whole = TEXTS["one"] * 2
    long_claim = Claim(
        id="x", kind="quantity", doc="one", start=0, end=len(whole), text=whole, sentence="", sentence_start=0
    )
    first = Evidence(claim=long_claim, value=None, unit=None, side=0)
    second = Evidence(claim=claim("two", "Fourteen"), value=None, unit=None, side=0)
    assert [pair.outcome for pair in report("agreement", "value", first, second).pairs] == ["unjudged"]
