"""Every output format, fed the same sample, and hostile text in every field."""

import json
import unicodedata
from dataclasses import replace

import pytest

from corpus.article import Article
from factcheck.model import DecidedFinding, DraftCheck, Report
from factcheck.report import Options, copies_draft, format_names, pieces, render
from factcheck.telling.claim_table import render_claims
from factcheck.telling.explain import render_finding
from factcheck.telling.records import json_text
from factcheck.telling.terminal import cells
from tests.factcheck.sample import ARTICLES, FINDINGS, REPORT
from tests.factcheck.sample_decided import DECIDED_REPORT
from tests.factcheck.sample_draft import DRAFT_REPORT

TEXT_FORMATS = [name for name in format_names() if not copies_draft(name)]

PAYLOADS = (
    "\x1b[2J\x1b]0;owned\x07",
    "\x9b31m\x90q\x9c",
    "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "a\rb\x08c\x00d\x7fe\x0bf\x0cg",
    "\u202e21\u202c\u2066x\u2069\u200b\u200d\ufeff\U000e0041",
    "line\u2028para\u2029next\x85",
    "tab\tnewline\nnbsp\xa0",
    "::error::forged",
    "\udcff\ud800",
)


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_sample_is_rendered_as_its_golden_report(name, check_golden):
    check_golden(f"reports/sample.{name}.txt", render(name, REPORT, Options()))


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_sample_draft_is_rendered_as_its_golden_report(name, check_golden):
    check_golden(f"reports/draft.{name}.txt", render(name, DRAFT_REPORT, Options()))


@pytest.mark.parametrize(
    ("name", "options"),
    [("wide", Options(width=130)), ("all", Options(everything=True)), ("narrow", Options(width=60))],
)
def test_table_options(name, options, check_golden):
    check_golden(f"reports/sample.table-{name}.txt", render("table", REPORT, options))


@pytest.mark.parametrize("position", range(len(FINDINGS)))
def test_explanations(position, check_golden):
    finding = FINDINGS[position]
    name = f"{position}-{finding.verdict}-{finding.kind}"
    check_golden(f"explanations/{name}.txt", render_finding(REPORT, finding, 80))


def test_claim_table(check_golden):
    check_golden("reports/sample.claims.txt", render_claims(REPORT.articles, REPORT.claims, 80))


def test_unknown_format_names_those_there_are():
    with pytest.raises(ValueError, match=r"no report format 'odt'; there are .*json.*table"):
        render("odt", REPORT, Options())


def hostile(report: Report, payload: str) -> Report:
    """`report` with `payload` in every text that comes from outside."""

    def spoil_article(article: Article) -> Article:
        return replace(
            article,
            title=payload,
            publisher=f"P{payload}",
            origin=f"O{payload}",
            path=f"x/{payload}.txt",
            url=payload,
        )

    def spoil_claim(claim):
        parties = tuple((role, f"{name}{payload}") for role, name in claim.parties)
        item = replace(claim.item, text=f"{payload}{claim.item.text}", head=payload) if claim.item else None
        text = claim.text + payload
        return replace(
            claim,
            text=text,
            sentence=f"{payload}{claim.sentence[: claim.start - claim.sentence_start]}{text}{payload}",
            sentence_start=claim.sentence_start - len(payload),
            noun=payload,
            event=payload,
            attribution=payload,
            scope=payload,
            parties=parties,
            item=item,
        )

    def spoil_finding(finding):
        evidence = tuple(replace(one, claim=spoil_claim(one.claim)) for one in finding.claims)
        reasons = tuple(f"{payload}{reason}" for reason in finding.reasons)
        return replace(finding, claims=evidence, reasons=reasons, summary=f"{payload}{finding.summary}")

    def spoil_draft(draft):
        claims = tuple(replace(one, claim=spoil_claim(one.claim)) for one in draft.claims)
        return DraftCheck(article=spoil_article(draft.article), claims=claims)

    return Report(
        articles=tuple(map(spoil_article, report.articles)),
        claims=tuple(map(spoil_claim, report.claims)),
        findings=tuple(map(spoil_finding, report.findings)),
        draft=spoil_draft(report.draft) if report.draft else None,
        decided=tuple(
            DecidedFinding(
                finding=spoil_finding(one.finding), decision=replace(one.decision, reason=f"r{payload}")
            )
            for one in report.decided
        ),
    )


def is_harmless(text: str) -> bool:
    return not any(
        character != "\n" and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        for character in text
    )


@pytest.mark.parametrize("sample", [REPORT, DRAFT_REPORT, DECIDED_REPORT], ids=["report", "draft", "decided"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_article_text_reaches_a_terminal_as_control(payload, sample):
    report = hostile(sample, payload)
    for name in TEXT_FORMATS:
        text = render(name, report, Options(everything=True))
        assert is_harmless(text), name
        if name != "github":
            assert not any(line.lstrip().startswith("::") for line in text.splitlines()), name
    assert is_harmless(render_claims(report.articles, report.claims, 80))
    for finding in report.findings:
        assert is_harmless(render_finding(report, finding, 80))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_keeps_hostile_text_as_it_was(payload):
    report = hostile(REPORT, payload)
    record = json.loads(render("json", report, Options()))
    assert record["articles"][0]["publisher"] == f"P{payload}"


@pytest.mark.parametrize("width", [60, 72, 80, 100, 119, 120, 140, 200])
def test_no_line_is_wider_than_asked_for(width):
    text = "".join(
        render(name, report, Options(width=width, everything=True))
        for name in ("table", "full")
        for report in (REPORT, DRAFT_REPORT)
    )
    text += render_claims(ARTICLES, REPORT.claims, width)
    text += "".join(render_finding(REPORT, finding, width) for finding in FINDINGS)
    assert max(map(cells, text.splitlines())) <= width


def test_json_follows_the_schema():
    record = json.loads(render("json", REPORT, Options()))
    assert list(record) == ["schema", "version", "articles", "claims", "findings"]
    assert record["schema"] == "factcheck-report/1"
    assert list(record["articles"][0]) == [
        *("id", "title", "publisher", "published", "published_first", "published_last", "published_from"),
        *("url", "language", "path", "origin"),
    ]
    assert list(record["claims"][0]) == [
        *(
            "id",
            "kind",
            "doc",
            "start",
            "end",
            "text",
            "sentence",
            "value",
            "low",
            "high",
            "bound",
            "unit",
            "noun",
        ),
        *("change", "item", "event", "stage", "scope", "parties", "when", "status", "attribution"),
    ]
    assert list(record["findings"][0]) == [
        *(
            "id",
            "verdict",
            "kind",
            "severity",
            "confidence",
            "summary",
            "reasons",
            "independent_sources",
            "claims",
        ),
    ]
    assert list(record["findings"][0]["claims"][0]) == [
        "id",
        "doc",
        "start",
        "end",
        "text",
        "value",
        "unit",
        "side",
    ]


@pytest.mark.parametrize("report", [REPORT, DRAFT_REPORT, replace(REPORT, claims=(), findings=())])
def test_json_is_written_piece_by_piece(report):
    written = list(pieces("json", report, Options()))
    assert "".join(written) == json_text(json.loads("".join(written)), indent=2) + "\n"
    things = [*report.articles, *report.claims, *report.findings]
    assert len(written) > len(things)


def test_json_of_a_draft_tells_of_its_claims_in_its_order():
    record = json.loads(render("json", DRAFT_REPORT, Options()))
    assert list(record) == ["schema", "version", "articles", "claims", "findings", "draft"]
    assert record["draft"]["id"] == "alina-draft"
    claims = record["draft"]["claims"]
    assert list(claims[0]) == [
        *("id", "start", "end", "text", "assessment", "independent_sources", "findings"),
    ]
    assert [claim["start"] for claim in claims] == sorted(claim["start"] for claim in claims)
    known = {finding["id"] for finding in record["findings"]}
    assert all(set(claim["findings"]) <= known for claim in claims)


def test_json_values():
    record = json.loads(render("json", REPORT, Options()))
    claims = {claim["text"]: claim for claim in record["claims"]}
    assert claims["$1.2 billion"]["value"] == "1200000000"
    assert claims["$1.2 million"]["parties"] == {"buyer": "the shipping line"}
    assert claims["At least 12 people"]["when"] == {
        "value": "2023-05-01",
        "first": "2023-05-01",
        "last": "2023-05-01",
    }
    assert claims["At least 12 people"]["item"] == {
        "text": "people",
        "head": "person",
        "designation": None,
        "type": "person",
    }
    assert (claims["in 2018"]["value"], claims["in 2018"]["unit"]) == (None, None)
    assert (claims["61 passengers"]["unit"], claims["61 passengers"]["item"]) == ("", None)
    assert record["articles"][0]["published"] == "2023-05-02"
    assert record["articles"][2]["published"] is None
    assert record["findings"][0]["confidence"] == 0.97


def test_a_fact_in_many_papers_is_cut_short_and_says_so():
    agreement = next(finding for finding in FINDINGS if finding.verdict == "agreement")
    crowded = replace(agreement, claims=agreement.claims * 6)
    report = replace(REPORT, findings=(crowded,) * 103)
    text = render("table", report, Options())
    assert "    8 more; --all shows them" in text.splitlines()
    assert "3 more agreements are left out; --all shows them." in text.splitlines()
    assert "more" not in render("table", report, Options(everything=True))


def test_no_articles_make_an_empty_report():
    empty = Report(articles=(), claims=(), findings=())
    assert render("table", empty, Options()).startswith("0 articles, 0 claims:\n0 agreements, 0 d")
    assert json.loads(render("json", empty, Options()))["findings"] == []
