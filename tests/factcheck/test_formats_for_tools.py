"""Formats that other tools read: each is read back by a real parser, or checked against its schema."""

import csv
import io
import json
import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import junitparser
import pytest
from markdown_it import MarkdownIt

from corpus import load_articles
from corpus.article import Article
from factcheck.crosscheck import cross_check
from factcheck.report import Options, render, sarif
from factcheck.report._places import marked_claims
from factcheck.report._rules import RULES
from tests.factcheck.sample import FINDINGS, REPORT
from tests.factcheck.sample_draft import DRAFT_REPORT
from tests.factcheck.test_report_formats import PAYLOADS, hostile

SARIF = json.loads(
    (Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)
ASSESSMENTS = ("contradicted", "inconsistent", "outdated", "unsupported", "supported")
EVERYTHING = Options(everything=True)
HOSTILE = [
    *PAYLOADS,
    "]]></failure>&amp;<x a='b' \"c\">",
    "\ufffe\uffff",
    "%0A::error::forged,title=x:y",
    "[evil](http://evil.example) {0} ![x](x) <https://evil.example>",
    "|`|```|*__~~<!-- -->$x$\n\n# h\n\n> q",
    "=HYPERLINK(1)",
]


def hostile_reports(test):
    """The test for the sample, and for the draft, with each payload in every text from outside."""
    test = pytest.mark.parametrize("payload", ["", *HOSTILE], ids=range(len(HOSTILE) + 1))(test)
    return pytest.mark.parametrize("sample", [REPORT, DRAFT_REPORT], ids=["report", "draft"])(test)


def sarif_run(report, options=EVERYTHING):
    log = json.loads(render("sarif", report, options))
    jsonschema.Draft4Validator(SARIF).validate(log)
    [run] = log["runs"]
    return run


@hostile_reports
def test_sarif_follows_its_schema(payload, sample):
    report = hostile(sample, payload)
    results = sarif_run(report)["results"]
    assert len(results) == len(report.findings)
    for result in results:
        for place in (*result["locations"], *result["relatedLocations"]):
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"[A-Za-z0-9%._~/-]+", uri)
        assert not re.search(r"(?<!\\)[][]", result["message"]["text"])


def test_a_draft_is_where_its_findings_are_shown():
    places = [
        *(one["location"]["path"] for one in json.loads(render("gitlab", DRAFT_REPORT, EVERYTHING))),
        *re.findall(r"file=(.*?),", render("github", DRAFT_REPORT, EVERYTHING)),
        *(
            place["physicalLocation"]["artifactLocation"]["uri"]
            for result in sarif_run(DRAFT_REPORT)["results"]
            for place in result["locations"]
        ),
    ]
    assert set(places) == {"desk/alina-draft.md"}
    assert len(places) >= 3 * len(DRAFT_REPORT.findings)


def test_sarif_of_the_example_follows_its_schema():
    report = cross_check(load_articles([str(files("corpus") / "examples" / "serbia")]))
    assert len(sarif_run(report)["results"]) == len(report.findings)


def test_sarif_tells_each_finding_once_with_both_sides():
    findings = {finding.id: finding for finding in FINDINGS}
    run = sarif_run(REPORT)
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        finding = findings.pop(result["partialFingerprints"]["factcheck/v1"])
        assert len(result["locations"]) == len({evidence.side for evidence in finding.claims})
        assert len(result["relatedLocations"]) == len(finding.claims)
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        no_problem = finding.verdict in ("agreement", "uncorroborated")
        assert result["level"] == ("none" if no_problem else finding.severity)
    assert findings == {}


def test_sarif_regions_are_the_words():
    texts = {article.path: article.text for article in REPORT.articles}
    seen = 0
    for result in sarif_run(REPORT)["results"]:
        for place in result["relatedLocations"]:
            where = place["physicalLocation"]
            region = where["region"]
            text = texts.get(unquote(where["artifactLocation"]["uri"]))
            if text is None or "snippet" not in region:
                continue
            lines = text.split("\n")
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
            seen += 1
    assert seen > 10


def test_rules_keep_their_names_and_order():
    assert [rule.id for rule in RULES] == [
        *(f"discrepancy/{kind}" for kind in ("value", "stage", "date", "magnitude", "arithmetic", "party")),
        *("discrepancy/ordinal", "update", "review", "agreement", "uncorroborated"),
    ]


def test_sarif_keeps_to_the_limits_of_code_scanning(monkeypatch):
    monkeypatch.setattr(sarif, "_MOST_RESULTS", 3)
    monkeypatch.setattr(sarif, "_MOST_LOCATIONS", 1)
    run = sarif_run(REPORT)
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning"]
    assert all(len(result["relatedLocations"]) == 1 for result in run["results"])
    [note] = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith(f"{len(FINDINGS) - 3} findings are left out")


@pytest.mark.parametrize(
    ("path", "folder", "uri", "shown"),
    [
        ("a.txt", "/news/desk", "desk/a.txt", "desk/a.txt"),
        ("./x/../a b#1.txt", "/news", "a%20b%231.txt", "a b#1.txt"),
        ("../a.txt", "/news/desk", "a.txt", "a.txt"),
        ("/news/desk/Niš.txt", "/tmp", "desk/Ni%C5%A1.txt", "desk/Niš.txt"),
        ("/elsewhere/a.txt", "/news", "file:///elsewhere/a.txt", "/elsewhere/a.txt"),
        ("/newsroom/a.txt", "/news", "file:///newsroom/a.txt", "/newsroom/a.txt"),
        ("b\udcff.txt", "/news", "b%FF.txt", "b\\xff.txt"),
    ],
)
def test_paths_start_at_the_root_of_the_repository(path, folder, uri, shown):
    articles = tuple(replace(article, path=path) for article in REPORT.articles)
    options = Options(folder=folder, repository="/news")
    report = replace(REPORT, articles=articles)
    for result in sarif_run(report, options)["results"]:
        assert {place["physicalLocation"]["artifactLocation"]["uri"] for place in result["locations"]} == {
            uri
        }
    issues = json.loads(render("gitlab", report, options))
    assert {issue["location"]["path"] for issue in issues} == {shown}
    assert f"file={shown}," in render("github", report, options)


@hostile_reports
def test_junit_is_read_by_a_parser(payload, sample):
    report = hostile(sample, payload)
    suites = junitparser.JUnitXml.fromstring(render("junit", report, Options()).encode())
    [suite] = suites
    cases = list(suite)
    results = [type(result).__name__ for case in cases for result in case.result]
    counts = (len(cases), results.count("Failure"), results.count("Skipped"))
    assert (suites.tests, suites.failures, suites.skipped) == counts
    assert counts == ((9, 5, 3) if report.draft else (13, 8, 1))
    assert len({(case.classname, case.name) for case in cases}) == len(cases)


@hostile_reports
def test_gitlab_fingerprints_are_unique(payload, sample):
    report = hostile(sample, payload)
    report = replace(report, findings=(*report.findings, *report.findings))
    issues = json.loads(render("gitlab", report, EVERYTHING))
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints) > len(report.findings)
    for issue in issues:
        assert list(issue) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")


def test_fingerprints_stay_when_paragraphs_move():
    def moved(article: Article) -> Article:
        return replace(article, text=f"New first paragraph.\n\n{article.text}")

    later = replace(
        REPORT,
        articles=tuple(map(moved, REPORT.articles)),
        findings=tuple(
            replace(
                finding,
                claims=tuple(
                    replace(one, claim=replace(one.claim, start=one.claim.start + 22, end=one.claim.end + 22))
                    for one in finding.claims
                ),
            )
            for finding in REPORT.findings
        ),
    )
    before, after = (json.loads(render("gitlab", report, Options())) for report in (REPORT, later))
    assert [one["fingerprint"] for one in before] == [one["fingerprint"] for one in after]
    lines = [[one["location"]["lines"]["begin"] for one in issues] for issues in (before, after)]
    assert lines[0] != lines[1]


@hostile_reports
def test_no_article_can_forge_an_annotation(payload, sample):
    report = hostile(sample, payload)
    lines = render("github", report, EVERYTHING).split("\n")
    assert lines.pop() == ""
    assert len(lines) == sum(len(marked_claims(finding, report)) for finding in report.findings)
    for line in lines:
        found = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^,:]*,)*\w+=[^,:]*)::(.*)", line)
        assert found, line
        names = [one.partition("=")[0] for one in found[2].split(",")]
        assert names in (
            ["file", "line", "endLine", "col", "endColumn", "title"],
            ["file", "line", "endLine", "title"],
            ["file", "title"],
        )
        assert re.sub(r"%(25|0A|0D)", "", found[3]).count("%") == 0


@pytest.mark.parametrize("name", ["table", "full", "concise", "markdown", "csv", "json", "jsonl", "sarif"])
@pytest.mark.parametrize(
    "payload", ["::error file=x,line=1::forged", "##[error]forged", f"{'a' * 76}::error::x"]
)
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_log_takes_an_article_for_a_command(name, payload, width):
    text = render(name, hostile(REPORT, payload), Options(width=width, everything=True))
    for line in text.splitlines():
        assert not re.match(r"\s*::\w", line)
        assert "##[" not in line


def test_github_shows_one_side_of_every_finding_first():
    titles = re.findall(r"factcheck id (\w+)$", render("github", REPORT, Options()), re.MULTILINE)
    noted = {one.id for one in FINDINGS if one.verdict in ("discrepancy", "update", "review")}
    assert set(titles[: len(noted)]) == noted


@hostile_reports
def test_no_cell_is_a_formula(payload, sample):
    report = hostile(sample, payload)
    head, *rows = csv.reader(io.StringIO(render("csv", report, EVERYTHING)))
    assert len(rows) == sum(len(finding.claims) for finding in report.findings)
    for row in rows:
        assert len(row) == len(head)
        for name, cell in zip(head, row, strict=True):
            if name not in ("value", "line", "column"):
                assert not re.match(r"""[\s'"]*[=+\-@|＝＋－＠]""", cell.removeprefix("'")) or cell[0] == "'"


def test_excel_is_told_of_utf_8_if_asked_for():
    text = render("csv", REPORT, Options(bom=True))
    assert text == "\ufeff" + render("csv", REPORT, Options())
    assert render("json", REPORT, Options(bom=True)) == render("json", REPORT, Options())


def test_numbers_stay_numbers_for_a_spreadsheet():
    rows = {row["text"]: row for row in csv.DictReader(io.StringIO(render("csv", REPORT, EVERYTHING)))}
    assert (rows["'-5 percent"]["value"], rows["'-5 percent"]["unit"]) == ("-5", "percent")
    assert rows["200 to 300 houses"]["value"] == ""
    assert rows["in 2018"]["value"] == "2018"
    assert rows["$1.2 billion"]["value"] == "1200000000"


@hostile_reports
def test_markdown_shows_hostile_text_as_it_is(payload, sample):
    report = hostile(sample, payload)
    page = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .render(render("markdown", report, EVERYTHING))
    )
    tags = set(re.findall(r"<(/?\w+)", page))
    assert tags <= {f"{end}{tag}" for end in ("", "/") for tag in (
        *("h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "code", "br"),
    )}  # fmt: skip
    assert set(re.findall(r"<code>(.*?)</code>", page)) <= {one.id for one in report.findings}
    assert set(re.findall(r"<br[^>]*>", page)) <= {"<br>"}
    for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL):
        assert row.count("<td>") in (0, 5 if report.draft else 6)
    if payload == "=HYPERLINK(1)":
        assert payload in page


@hostile_reports
def test_concise_lines_have_one_form(payload, sample):
    lines = render("concise", hostile(sample, payload), EVERYTHING).split("\n")
    assert lines.pop() == ""
    kinds = "|".join((*(rule.id for rule in RULES), *ASSESSMENTS))
    for line in lines:
        assert re.fullmatch(rf".+:\d+:\d+: ({kinds}): .+", line)


def test_json_lines_are_the_json_report():
    whole = json.loads(render("json", DRAFT_REPORT, Options()))
    records = [json.loads(line) for line in render("jsonl", DRAFT_REPORT, Options()).splitlines()]
    assert records[0] == {"record": "report", "schema": whole["schema"], "version": whole["version"]}
    for part in ("article", "claim", "finding"):
        members = [one for one in records if one["record"] == part]
        assert members == [{"record": part, **member} for member in whole[f"{part}s"]]
    checked = [one for one in records if one["record"] == "draft-claim"]
    draft = whole["draft"]
    assert checked == [{"record": "draft-claim", "doc": draft["id"], **one} for one in draft["claims"]]


@pytest.mark.parametrize("name", ["github", "concise"])
def test_nothing_to_say_is_no_line(name):
    assert render(name, replace(REPORT, findings=()), Options()) == ""
