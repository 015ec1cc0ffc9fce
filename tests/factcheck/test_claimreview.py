"""Drafts of ClaimReview: what they say, what they leave to people, and that a page can hold them."""

import json
from dataclasses import replace

import pytest

from factcheck.model import Report
from factcheck.report import Options, render
from tests.factcheck.sample import REPORT
from tests.factcheck.sample_draft import DRAFT, DRAFT_REPORT
from tests.factcheck.test_report_formats import PAYLOADS, hostile


def reviews(report):
    record = json.loads(render("claimreview", report, Options()))
    assert record["@context"] == "https://schema.org"
    return record["@graph"]


def test_one_review_a_contradicted_claim_of_the_draft():
    found = reviews(DRAFT_REPORT)
    assert [review["reviewBody"] for review in found] == [
        "the price of the ferry Alina: 1.2 million USD or 1.2 billion USD",
        "the ferry Alina was bought in 2018 or in 2017",
    ]
    assert [[work["headline"] for work in review["itemReviewed"]["appearance"]] for review in found] == [
        [DRAFT.title],
        [DRAFT.title],
    ]


def test_those_who_contradict_are_quoted_with_publisher_and_day():
    price, _ = reviews(DRAFT_REPORT)
    [quotation] = price["citation"]
    assert quotation["text"] == "The shipping line had paid $1.2 million for the vessel in 2018."
    assert quotation["isPartOf"]["publisher"] == {"@type": "Organization", "name": "The Coast Herald"}
    assert quotation["isPartOf"]["datePublished"] == "2023-05-02"


@pytest.mark.parametrize("report", [REPORT, DRAFT_REPORT], ids=["report", "draft"])
def test_rating_and_reviewer_are_left_to_people(report):
    for review in reviews(report):
        assert review["@type"] == "ClaimReview"
        assert [review[key] for key in ("url", "author", "datePublished", "reviewRating")] == [None] * 4


def test_without_a_draft_each_side_of_a_contradiction_is_a_claim():
    [finding] = [one for one in REPORT.findings if one.kind == "magnitude"][:1]
    report = replace(REPORT, findings=(finding,))
    assert ["million" in review["claimReviewed"] for review in reviews(report)] == [True, False]


@pytest.mark.parametrize("verdict", ["agreement", "review", "update", "uncorroborated"])
def test_what_contradicts_nobody_is_not_reviewed(verdict):
    findings = tuple(one for one in REPORT.findings if one.verdict == verdict)
    assert findings
    assert reviews(replace(REPORT, findings=findings)) == []


def test_two_stages_contradict_nobody():
    findings = tuple(one for one in REPORT.findings if one.kind == "stage")
    assert findings
    assert reviews(replace(REPORT, findings=findings)) == []


@pytest.mark.parametrize("payload", ["</script><script>alert(1)</script>", "<!--", *PAYLOADS])
def test_no_article_can_end_the_script_that_holds_the_review(payload):
    assert "<" not in render("claimreview", hostile(REPORT, payload), Options())


def test_nothing_to_review():
    assert reviews(Report(articles=(), claims=(), findings=())) == []
