"""What the sources make of a draft's claims."""

from datetime import date

import pytest

from claims.extract import extract_claims
from corpus.article import Article
from factcheck import check_draft, compare
from factcheck.draft import draft_report

SOURCE = Article(
    id="wire",
    text="Norland's army received thirty T-72MS tanks in November 2021. It ordered six Pantsirs in 2019.",
    publisher="Wire",
)


def assessed(text, *sources, **slots):
    """Each claim of a draft with its assessment and its independent sources."""
    draft = Article(id="draft", text=text, **slots)
    claims = [claim for source in sources for claim in extract_claims(source)]
    report = draft_report(draft, claims, articles=sources)
    assert report.draft is not None
    return {one.claim.text: (one.assessment, one.independent_sources) for one in report.draft.claims}


@pytest.mark.parametrize(
    ("text", "mention", "assessment", "sources"),
    [
        ("Norland's army received thirty T-72MS tanks.", "thirty T-72MS tanks", "supported", 1),
        ("Norland's army received forty T-72MS tanks.", "forty T-72MS tanks", "contradicted", 0),
        ("Norland's army received nine helicopters.", "nine helicopters", "unsupported", 0),
        ("Eight people (three men and four women) were hurt.", "Eight people", "inconsistent", 0),
    ],
)
def test_assessment(text, mention, assessment, sources):
    assert assessed(text, SOURCE)[mention] == (assessment, sources)


def test_the_findings_are_those_that_rest_on_the_draft():
    other = Article(id="other", text="Norland's army received thirty T-72MS tanks. It has nine ships.")
    draft = Article(id="draft", text="Norland's army received thirty T-72MS tanks.")
    sources = (SOURCE, other)
    claims = [claim for source in sources for claim in extract_claims(source)]
    findings = check_draft(draft, claims, articles=sources)
    assert findings
    for finding in findings:
        assert "draft" in {evidence.claim.doc for evidence in finding.claims}
    [agreement] = [finding for finding in findings if finding.verdict == "agreement"]
    assert {evidence.claim.doc for evidence in agreement.claims} == {"draft", "wire", "other"}


def test_what_the_drafts_own_newsroom_said_before_is_no_support():
    text = "Norland's army received thirty T-72MS tanks."
    assert assessed(text, SOURCE, publisher="Wire") == {"thirty T-72MS tanks": ("unsupported", 0)}


def test_no_sources_support_nothing():
    assert assessed("Nine ships sank.") == {"Nine ships": ("unsupported", 0)}


def test_a_draft_without_claims():
    assert assessed("", SOURCE) == {}


HERALD = Article(
    id="herald", text="At least 12 people were killed when a train derailed near Oslo.", publisher="Herald",
    published=date(2024, 3, 4),
)  # fmt: skip
POST = Article(
    id="post", text="The death toll has risen to 15 after a train derailed near Oslo.", publisher="Post",
    published=date(2024, 3, 5),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        ("Fifteen people were killed when a train derailed near Oslo.", [HERALD, POST], "supported"),
        ("Twelve people were killed when a train derailed near Oslo.", [HERALD], "supported"),
        ("Twelve people were killed when a train derailed near Oslo.", [HERALD, POST], "outdated"),
    ],
)
def test_a_draft_without_a_day_is_as_new_as_its_newest_source(text, sources, expected):
    [(assessment, _)] = assessed(text, *sources).values()
    assert assessment == expected


def test_only_what_the_draft_touches_is_judged_and_the_same_comes_out():
    everyone = [SOURCE, HERALD, POST, Article(id="x", text="Norland's army received 31 T-72MS tanks.")]
    claims = [claim for article in everyone for claim in extract_claims(article)]
    whole = compare(claims, articles=everyone)
    for article in everyone:
        wanted = [one for one in whole if any(e.claim.doc == article.id for e in one.claims)]
        assert compare(claims, articles=everyone, about=article.id) == wanted


def test_sources_of_which_only_the_claims_are_given_are_voices_of_their_own():
    text = "The army received thirty T-72MS tanks."
    claims = [claim for name in "ab" for claim in extract_claims(Article(id=name, text=text))]
    [finding] = check_draft(Article(id="draft", text=text), claims)
    assert (finding.verdict, finding.independent_sources) == ("agreement", 3)
