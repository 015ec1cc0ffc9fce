"""What the bundled example must and must not say: five articles on arms for Serbia."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

import corpus
from claims import extract_claims
from claims.model import Claim
from corpus import Article, load_articles
from factcheck import Finding, compare

EXAMPLE = Path(corpus.__file__).parent / "examples" / "serbia"
RFERL, NATIONAL_INTEREST = "rferl-pantsir-delivery", "national-interest-kornet"
AMN, WNC, REUTERS = "amn-pantsir-sanctions", "wnctimes-s400-drill", "reuters-ministry-office"
ORIGINS = {NATIONAL_INTEREST: "The National Interest", RFERL: "RFE/RL", AMN: "RFE/RL", WNC: "Reuters"}
COMPARED = ("agreement", "discrepancy", "update")


def findings_of(articles: Iterable[Article]) -> list[Finding]:
    articles = tuple(articles)
    return compare([claim for article in articles for claim in extract_claims(article)], articles=articles)


@pytest.fixture(scope="module")
def dated() -> list[Finding]:
    return findings_of(load_articles([str(EXAMPLE)]))


@pytest.fixture(scope="module")
def bare() -> list[Finding]:
    """The same texts, without anything that `articles.toml` says of them."""
    texts = load_articles([str(EXAMPLE)])
    return findings_of(
        replace(article, published=None, published_from=None, publisher=None, origin=None)
        for article in texts
    )


def holding(findings: Iterable[Finding], verdict: str, kind: str, *wanted: tuple[str, str]) -> list[Finding]:
    """The findings of a verdict and kind that rest on all `wanted`: (article, words of the mention)."""

    def rests_on(finding: Finding, doc: str, words: str) -> bool:
        return any(e.claim.doc == doc and words in e.claim.text for e in finding.claims)

    return [
        finding
        for finding in findings
        if finding.verdict == verdict
        and finding.kind == kind
        and all(rests_on(finding, *pair) for pair in wanted)
    ]


@pytest.mark.parametrize("source", ["dated", "bare"])
@pytest.mark.parametrize(
    ("verdict", "kind", "wanted"),
    [
        ("agreement", "value", [(NATIONAL_INTEREST, "six older Pantsir-S1"), (RFERL, "six ordered")]),
        ("agreement", "value", [(NATIONAL_INTEREST, "thirty T-72MS tanks"), (RFERL, "30 more T-72 tanks")]),
        ("agreement", "date", [(RFERL, "1999"), (AMN, "1999")]),
        ("agreement", "date", [(AMN, "2008"), (WNC, "2008")]),
        ("agreement", "ordinal", [(AMN, "first time"), (RFERL, "first time")]),
        ("discrepancy", "stage", [(RFERL, "two"), (RFERL, "six ordered")]),
        ("discrepancy", "stage", [(RFERL, "two"), (NATIONAL_INTEREST, "six older Pantsir-S1")]),
    ],
)
def test_is_told(
    source: str, verdict: str, kind: str, wanted: list[tuple[str, str]], request: pytest.FixtureRequest
) -> None:
    findings = request.getfixturevalue(source)
    assert len(holding(findings, verdict, kind, *wanted)) == 1


def test_the_thirty_tanks_came_in_two_different_years(dated: list[Finding]) -> None:
    [finding] = holding(dated, "discrepancy", "date", (NATIONAL_INTEREST, "November"), (RFERL, "last year"))
    assert {evidence.value for evidence in finding.claims} == {"2021-11", "2019"}


def test_two_stories_of_one_newsroom_are_one_source(dated: list[Finding]) -> None:
    [finding] = holding(dated, "agreement", "date", (RFERL, "October"), (AMN, "Last month"))
    assert finding.independent_sources == len({ORIGINS[e.claim.doc] for e in finding.claims})


def test_four_systems_are_outstanding(dated: list[Finding]) -> None:
    [finding] = holding(dated, "discrepancy", "stage", (RFERL, "two"))
    assert any("4 outstanding" in reason for reason in finding.reasons)


@pytest.mark.parametrize("source", ["dated", "bare"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((NATIONAL_INTEREST, "thirty T-72MS"), (NATIONAL_INTEREST, "thirty BRDM")),
        ((NATIONAL_INTEREST, "thirty T-72MS"), (RFERL, "30 armored")),
        ((NATIONAL_INTEREST, "thirty BRDM"), (RFERL, "30 more T-72")),
        ((NATIONAL_INTEREST, "six older Pantsir-S1"), (NATIONAL_INTEREST, "six Chinese")),
        ((NATIONAL_INTEREST, "six Chinese"), (RFERL, "six ordered")),
        ((RFERL, "six ordered"), (RFERL, "six donated")),
        ((RFERL, "six donated"), (NATIONAL_INTEREST, "six older")),
        ((NATIONAL_INTEREST, "2021"), (WNC, "2019")),
        ((NATIONAL_INTEREST, "four modernized MiG-29"), (RFERL, "six donated MiG-29")),
    ],
)
def test_is_not_compared(
    source: str, one: tuple[str, str], other: tuple[str, str], request: pytest.FixtureRequest
) -> None:
    for verdict in COMPARED:
        for kind in ("value", "date", "stage", "magnitude"):
            assert holding(request.getfixturevalue(source), verdict, kind, one, other) == []


def test_donated_and_belarusian_fighters_are_for_a_person_to_compare(dated: list[Finding]) -> None:
    assert holding(
        dated, "review", "value", (NATIONAL_INTEREST, "four modernized MiG-29"), (RFERL, "six donated")
    )


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    return [claim for article in load_articles([str(EXAMPLE)]) for claim in extract_claims(article)]


@pytest.mark.parametrize(
    "words",
    ["72nd", "9M133", "Rated", "Comments", "voters", "Attachments", "10 hours ago", "Takeaways", "2012"],
)
def test_is_no_claim(words: str, claims: list[Claim]) -> None:
    assert [claim.text for claim in claims if words in claim.text] == []


@pytest.mark.parametrize("words", ["Rated 0", "Takeaways", "By the Numbers", "Engineering Technologies"])
def test_holds_no_claim(words: str, claims: list[Claim]) -> None:
    assert [claim.text for claim in claims if words in claim.sentence] == []


def test_claims_lie_where_they_say(claims: list[Claim]) -> None:
    texts = {article.id: article.text for article in load_articles([str(EXAMPLE)])}
    assert claims
    assert all(texts[claim.doc][claim.start : claim.end] == claim.text for claim in claims)
