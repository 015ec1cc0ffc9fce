"""An article in parts is compared as one text, and told of where it stands."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from claims import extract_claims
from corpus import Article
from factcheck.command.commands import commands
from factcheck.comparison import compare
from factcheck.crosscheck import cross_check
from factcheck.draft import check_draft

DAY = date(2021, 11, 22)
FIRST = "Serbia's army received thirty T-72MS tanks in Nis on Monday, the defence ministry said."
SECOND = "Serbia's army ordered six Pantsir-S1 systems from Russia. It lost nine T-72MS tanks in Nis."
OTHER = "Serbia's army received 30 T-72MS tanks in Nis on Monday. It ordered two Pantsir-S1 from Russia."


def wire(name, text):
    return Article(id=name, text=text, publisher="The Wire", published=DAY)


PARTS = [wire("army-part1", FIRST), wire("army-part2", SECOND)]
POST = Article(id="post", text=OTHER, publisher="The Post", published=DAY)


def docs(finding):
    return {evidence.claim.doc for evidence in finding.claims}


def told(findings):
    """What is told, by verdict, and of which articles."""
    return [(finding.verdict, finding.kind, docs(finding)) for finding in findings if len(docs(finding)) > 1]


def test_parts_tell_what_the_whole_tells():
    parts = cross_check([*PARTS, POST]).findings
    whole = cross_check([wire("army-part1", f"{FIRST}\n\n{SECOND}"), POST]).findings
    assert told(parts) == [
        ("discrepancy", "value", {"army-part2", "post"}),
        ("agreement", "date", {"army-part1", "post"}),
        ("agreement", "value", {"army-part1", "post"}),
    ]
    assert [finding.id for finding in parts] == [finding.id for finding in whole]


def test_every_claim_stands_where_it_is_told_to():
    texts = {article.id: article.text for article in (*PARTS, POST)}
    report = cross_check([*PARTS, POST])
    known = {claim.id: claim for claim in report.claims}
    told = [evidence.claim for finding in report.findings for evidence in finding.claims]
    assert {claim.doc for claim in told} == texts.keys()
    for claim in told:
        assert claim == known[claim.id]
        assert texts[claim.doc][claim.start : claim.end] == claim.text


@pytest.mark.parametrize("about", ["army-part1", "army-part2", "post"])
def test_what_is_asked_of_one_part_rests_on_it(about):
    articles = [*PARTS, POST]
    claims = [claim for article in articles for claim in extract_claims(article)]
    everything = compare(claims, articles=articles)
    expected = [finding for finding in everything if about in docs(finding)]
    assert compare(claims, articles=articles, about=about) == expected


def test_a_draft_is_checked_against_parts():
    draft = Article(id="draft", text="Serbia's army ordered four Pantsir-S1 systems from Russia.")
    claims = [claim for article in PARTS for claim in extract_claims(article)]
    assert told(check_draft(draft, claims, articles=PARTS)) == [
        ("discrepancy", "value", {"army-part2", "draft"})
    ]


@pytest.fixture
def folder(tmp_path):
    for article in (*PARTS, POST):
        (tmp_path / f"{article.id}.txt").write_text(article.text)
    return str(tmp_path)


def test_verbose_tells_what_is_compared_as_one(folder):
    said = CliRunner().invoke(commands, ["report", "-v", "--no-cache", folder]).stderr
    assert f"{folder}/army-part2.txt: compared as the parts of one article" in said


def test_explain_tells_it_too(folder):
    report = CliRunner().invoke(commands, ["report", "--format", "json", "--no-cache", folder])
    [finding, *_] = json.loads(report.stdout)["findings"]
    explained = CliRunner().invoke(commands, ["explain", finding["id"], folder])
    assert "compared as the parts of one article" in " ".join(explained.stdout.split())
