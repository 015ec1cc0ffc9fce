"""A number that one text tells as risen is no contradiction in another; two numbers of one day are."""

from dataclasses import replace
from datetime import date

import pytest

from claims import extract_claims
from corpus import Article
from factcheck import compare
from factcheck.gathering.grouping import Fact
from factcheck.gathering.moves import in_progress
from factcheck.judging.judge import Judgement
from tests.factcheck.linked import linked

BEFORE = "BELDON, Aug 5 - Police have arrested 41 people after riots in Beldon, the Beldon police force said."
RISEN = "The number of arrests over the riots in Beldon rose to 78, the Beldon police force said."
PLAIN = "Police have arrested 78 people after riots in Beldon, the Beldon police force said."


def findings_on(*told: tuple[str, date]) -> list[tuple[str, str | None, list[str]]]:
    articles = [Article(id=f"a{number}", text=text, published=day) for number, (text, day) in enumerate(told)]
    claims = [claim for article in articles for claim in extract_claims(article)]
    return [
        (finding.verdict, finding.kind, sorted(evidence.claim.text.split()[0] for evidence in finding.claims))
        for finding in compare(claims, articles=articles)
        if finding.verdict != "uncorroborated" and any("41" in e.claim.text for e in finding.claims)
    ]


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (((BEFORE, date(2025, 8, 5)), (RISEN, date(2025, 8, 7))), "update"),
        (((BEFORE, date(2025, 8, 5)), (RISEN, date(2025, 8, 7)), (PLAIN, date(2025, 8, 7))), "update"),
        (((BEFORE, date(2025, 8, 5)), (RISEN, date(2025, 8, 7)), (PLAIN, date(2025, 8, 5))), "discrepancy"),
        (((BEFORE, date(2025, 8, 5)), (PLAIN, date(2025, 8, 7))), "discrepancy"),
    ],
)
def test_a_rise_explains_the_older_number(told: tuple[tuple[str, date], ...], verdict: str) -> None:
    [(found, kind, numbers)] = findings_on(*told)
    assert (found, kind) == (verdict, "value")
    assert numbers == ["41", *["78"] * (len(told) - 1)]


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        ((date(2025, 8, 5), date(2025, 8, 7)), "update"),
        ((date(2025, 8, 4), date(2025, 8, 7)), "discrepancy"),
        ((date(2025, 8, 5), date(2025, 8, 6)), "discrepancy"),
        ((date(2025, 8, 7), date(2025, 8, 7)), "discrepancy"),
        ((date(2025, 8, 7), date(2025, 8, 5)), "discrepancy"),
    ],
)
def test_a_move_that_no_text_tells_explains_its_own_two_days(days: tuple[date, date], verdict: str) -> None:
    """ "Nine are missing", then "five": "nine" in a third paper of the first day is no contradiction."""
    told = linked(
        "[Nine] people are missing.",
        "[Five] people are missing.",
        days=(date(2025, 8, 5), date(2025, 8, 7)),
    )
    other = linked("[Nine] hikers were sought.", "[Five] hikers were sought.", days=days)
    third, fourth = replace(other.a, id="third"), replace(other.b, id="fourth")
    fact = Fact(
        groups=((told.a, third), (told.b, fourth)),
        judgements=(
            Judgement(told, "update", "value", "told later"),
            Judgement(replace(other, a=third, b=fourth), "discrepancy", "value", "other numbers"),
        ),
    )
    assert [judgement.verdict for judgement in in_progress(fact)] == ["update", verdict]
