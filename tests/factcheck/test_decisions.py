"""Decisions: their file, what they do to a report, comments in a draft, baselines."""

import errno
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from unittest.mock import Mock

import pytest

from factcheck.deciding.baseline import baseline_text, read_baseline
from factcheck.deciding.decisions import DecisionsError, load_decisions, record_decision
from factcheck.deciding.ignores import find_ignored
from factcheck.deciding.rulings import decide, unmatched_decisions, unused_comments
from factcheck.model import Decision
from factcheck.report import Options, render
from tests.factcheck.sample import FINDINGS, REPORT
from tests.factcheck.sample_decided import (
    DECIDED_DRAFT,
    DECIDED_REPORT,
    DECISIONS,
    IGNORED,
    MAGNITUDE,
    ORDINAL,
)
from tests.factcheck.sample_draft import DRAFT_REPORT
from tests.factcheck.test_cli import ROOT

FILE = """\
# What was decided.

[0a1b2c3d4e]
as = "accepted"  # by the desk
reason = "two deliveries"

[9f00000000-2]
as = "dismissed"
reason = '''
[not a table]
'''
summary = "six or two"
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "factcheck-decisions.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_a_file_is_read(file):
    assert load_decisions(str(file)) == {
        "0a1b2c3d4e": Decision(ruling="accepted", reason="two deliveries"),
        "9f00000000-2": Decision(ruling="dismissed", reason="[not a table]"),
    }


@pytest.mark.parametrize(
    "reason",
    [
        "plain",
        "quoted \"so\" \\ and 'so'",
        "two\nlines\r\nand\ttab",
        "Niš \x7f\x00\x1b \u202e",
        "]] = [x]",
        "#",
    ],
)
def test_what_is_recorded_is_read_back(tmp_path, reason):
    path = tmp_path / "decisions.toml"
    for id, ruling in (("bbbbbbbbbb", "fixed"), ("aaaaaaaaaa", "dismissed"), ("cccccccccc", "accepted")):
        record_decision(str(path), id, ruling, reason, f"summary {reason}")
    decisions = load_decisions(str(path))
    assert list(decisions) == sorted(decisions) == ["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"]
    assert {one.reason for one in decisions.values()} == {reason.strip()}
    assert tomllib.loads(path.read_text(encoding="utf-8"))["aaaaaaaaaa"]["summary"] == f"summary {reason}"


def test_a_new_decision_leaves_the_others_as_they_are(tmp_path):
    path = tmp_path / "decisions.toml"
    path.write_text(FILE.replace("\n[not a table]\n", "no table"), encoding="utf-8")
    record_decision(str(path), "5555555555", "fixed", "corrected")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[:6] == [*FILE.splitlines()[:5], ""]
    assert lines[6:10] == ["[5555555555]", 'as = "fixed"', 'reason = "corrected"', ""]
    assert lines[10] == "[9f00000000-2]"
    record_decision(str(path), "0a1b2c3d4e", "dismissed", "one delivery")
    assert load_decisions(str(path))["0a1b2c3d4e"] == Decision(ruling="dismissed", reason="one delivery")
    assert path.read_text(encoding="utf-8").count("[0a1b2c3d4e]") == 1


def test_the_articles_are_named_from_the_folder_of_the_file_on(tmp_path, monkeypatch):
    (tmp_path / "desk" / "in").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "desk")
    files = ["in/b.txt", str(tmp_path / "wire" / 'é "a".txt'), "in/b.txt"]
    record_decision("../d.toml", "5555555555", "fixed", "corrected", "said", files)
    text = (tmp_path / "d.toml").read_text(encoding="utf-8")
    assert 'articles = ["desk/in/b.txt", "wire/é \\"a\\".txt"]\n' in text
    assert load_decisions("../d.toml")["5555555555"].articles == ("desk/in/b.txt", 'wire/é "a".txt')


def test_a_file_that_a_program_would_spoil_is_left_alone(file):
    with pytest.raises(DecisionsError, match="by hand"):
        record_decision(str(file), "a000000000", "fixed", "corrected")
    assert file.read_text(encoding="utf-8") == FILE
    assert os.listdir(file.parent) == [file.name]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[x", "Expected"),
        ("[word]\nas = 'fixed'\nreason = 'r'", r"\[word\]: is no id"),
        ("[0a1b2c3d4e]\nas = 'wrong'\nreason = 'r'", "as = 'wrong' is not one of accepted, dismissed, fixed"),
        ("[0a1b2c3d4e]\nreason = 'r'", "is not one of"),
        ("[0a1b2c3d4e]\nas = 'fixed'", "has no reason"),
        ("[0a1b2c3d4e]\nas = 'fixed'\nreason = ' '", "has no reason"),
        ("[0a1b2c3d4e]\nas = 'fixed'\nreason = 'r'\nresaon = ''", "unknown key 'resaon'"),
        ("[0a1b2c3d4e]\nas = 'fixed'\nreason = 3", "reason is no string"),
        ("[0a1b2c3d4e]\nas = 'fixed'\nreason = 'r'\narticles = 'a.txt'", "articles is no list of strings"),
        ("[0a1b2c3d4e]\nas = 'fixed'\nreason = 'r'\narticles = [1]", "articles is no list of strings"),
        ("0a1b2c3d4e = 1", "is no table"),
        ("\udcff", "is not UTF-8"),
    ],
)
def test_a_wrong_file_is_named_with_the_place(tmp_path, text, said):
    path = tmp_path / "decisions.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(DecisionsError, match=f"decisions.toml: .*{said}"):
        load_decisions(str(path))


@pytest.mark.parametrize(
    ("id", "ruling", "reason", "said"),
    [
        ("x]\n[y", "fixed", "r", "is no id"),
        ("0a1b2c3d4e", "wrong", "r", "not one of"),
        ("0a1b2c3d4e", "fixed", " \n", "needs a reason"),
    ],
)
def test_no_nonsense_is_recorded(tmp_path, id, ruling, reason, said):
    with pytest.raises(DecisionsError, match=said):
        record_decision(str(tmp_path / "d.toml"), id, ruling, reason)
    assert os.listdir(tmp_path) == []


def test_decided_findings_count_no_more():
    assert len(DECIDED_REPORT.findings) == len(FINDINGS) - 4
    rulings = [one.decision.ruling for one in DECIDED_REPORT.decided]
    assert rulings == ["accepted", "dismissed", "fixed", "known"]
    assert unmatched_decisions(DECIDED_REPORT, {**DECISIONS, "0123456789": DECISIONS[MAGNITUDE]}) == [
        "0123456789"
    ]
    assert unmatched_decisions(REPORT, {"0123456789": Decision(ruling="fixed", reason="r")}) == []
    assert decide(REPORT, {}) is REPORT


def test_a_comment_decides_what_rests_on_its_claims_alone():
    decided = decide(DRAFT_REPORT, {}, ignored=IGNORED)
    assert [(one.finding.kind, one.decision) for one in decided.decided] == [
        (kind, Decision(ruling="ignored", reason="the sum is quoted")) for kind in ("arithmetic", None)
    ]
    texts = [one.claim.text for one in decided.draft.claims]
    assert texts == ["At least 12 people", "$1.2 billion", "2018", "40,000 people", "the third win"]


def test_a_draft_is_assessed_by_what_is_left():
    price = next(one for one in DRAFT_REPORT.draft.claims if one.claim.text == "$1.2 billion")
    assert price.assessment == "contradicted"
    [blaming] = price.findings
    left = decide(DRAFT_REPORT, {blaming: Decision(ruling="dismissed", reason="r")})
    price = next(one for one in left.draft.claims if one.claim.text == "$1.2 billion")
    assert (price.assessment, price.findings) == ("unsupported", ())


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("1 <!-- factcheck: ignore said -->\n\n2", [("1 <!-- factcheck: ignore said -->\n\n", "said")]),
        ("<!--factcheck:ignore-->\n\n2.\n3.\n\n4.", [("<!--factcheck:ignore-->\n\n2.\n3.\n\n", "")]),
        ("One.\n\n<!-- factcheck: ignore x -->", [("<!-- factcheck: ignore x -->", "x")]),
        (
            "A <!-- factcheck: off draft --> b\n\nc <!-- factcheck: on --> d",
            [("<!-- factcheck: off draft --> b\n\nc ", "draft")],
        ),
        ("A <!-- factcheck: off -->b", [("<!-- factcheck: off -->b", "")]),
        ("<!-- factcheck: on --> a", []),
        ("<!-- factcheck: ignored --> a <!-- factcheck ignore --> factcheck: ignore", []),
        ("<!-- factcheck: ignore\nreason -->", []),
        ("<!-- factcheck: ignore " * 3 + "x", []),
    ],
)  # fmt: skip
def test_comments(text, ignored):
    assert [(text[one.start : one.end], one.reason) for one in find_ignored(text)] == ignored


def test_each_comment_is_told_at_its_place():
    text = "Six died. <!-- factcheck: off --> In 2018 <!-- factcheck: off --> nine sank."
    assert [(part.start, part.place) for part in find_ignored(text)] == [(10, 10)]
    text = (
        "Six <!-- factcheck: ignore --> died, nine <!-- factcheck: ignore --> sank. <!-- factcheck: off -->"
    )
    assert [(part.start, part.place) for part in find_ignored(text)] == [(0, 4), (0, 42), (75, 75)]


def test_comments_for_nothing_are_told():
    end = len(DRAFT_REPORT.draft.article.text)
    [ignored] = find_ignored("<!-- factcheck: off -->" + " " * end)
    nothing = replace(ignored, start=end - 1, end=end, place=end - 1)
    assert unused_comments(DRAFT_REPORT, [ignored, nothing]) == [nothing]
    assert unused_comments(REPORT, [ignored]) == [ignored]
    assert decide(REPORT, {}, ignored=[ignored]) is REPORT


def test_a_baseline_knows_what_was_there():
    text = baseline_text(reversed(FINDINGS))
    assert text == baseline_text(FINDINGS)
    report = decide(REPORT, {}, baseline=read_baseline(text))
    assert {one.verdict for one in report.findings} == {"agreement", "uncorroborated"}
    assert {one.decision.ruling for one in report.decided} == {"known"}


@pytest.mark.parametrize("name", ["table", "json", "jsonl", "csv", "sarif", "junit", "markdown"])
def test_decided_findings_as_their_golden_report(name, check_golden):
    check_golden(f"reports/decided.{name}.txt", render(name, DECIDED_REPORT, Options()))


@pytest.mark.parametrize("name", ["table", "full", "concise", "markdown", "github", "gitlab"])
def test_formats_that_show_what_to_do_leave_decided_findings_out(name):
    text = render(name, DECIDED_REPORT, Options(everything=True))
    assert MAGNITUDE not in text
    assert render(name, DECIDED_DRAFT, Options(everything=True))


def test_decided_findings_stay_in_sarif_as_suppressed():
    [run] = json.loads(render("sarif", DECIDED_REPORT, Options()))["runs"]
    suppressed = {
        result["partialFingerprints"]["factcheck/v1"]: result["suppressions"][0]
        for result in run["results"]
        if "suppressions" in result
    }
    assert set(suppressed) == {*DECISIONS, ORDINAL}
    assert suppressed[MAGNITUDE]["kind"] == "external"
    states = {
        result["partialFingerprints"]["factcheck/v1"]: result["baselineState"] for result in run["results"]
    }
    assert [id for id, state in states.items() if state == "unchanged"] == [ORDINAL]
    [run] = json.loads(render("sarif", DECIDED_DRAFT, Options()))["runs"]
    kinds = [one["suppressions"][0]["kind"] for one in run["results"] if "suppressions" in one]
    assert kinds == ["inSource", "inSource"]


AT_ONCE = """
import sys
from factcheck.deciding.decisions import record_decision

sys.stdin.readline()
for number in range(20):
    record_decision(sys.argv[1], f"{int(sys.argv[2]):06x}{number:04x}", "accepted", "both stand")
"""


def test_decisions_at_the_same_moment_are_all_kept(tmp_path):
    path = tmp_path / "factcheck-decisions.toml"
    editors = [
        subprocess.Popen(
            [sys.executable, "-c", AT_ONCE, str(path), str(number)],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for number in range(3)
    ]
    for editor in editors:
        editor.stdin.write(b"now\n")
        editor.stdin.flush()
    assert [(editor.communicate()[1], editor.returncode) for editor in editors] == [(b"", 0)] * 3
    assert len(load_decisions(str(path))) == 60
    assert os.listdir(tmp_path) == [path.name]


def test_nobody_waits_for_ever_for_a_turn(tmp_path, monkeypatch):
    fcntl = pytest.importorskip("fcntl", reason="needs locks of the system")
    monkeypatch.setattr("factcheck.deciding.turns._PAUSE", 0)
    other = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(other, fcntl.LOCK_EX)
        record_decision(str(tmp_path / "d.toml"), "0123456789", "fixed", "corrected")
    finally:
        os.close(other)
    assert list(load_decisions(str(tmp_path / "d.toml"))) == ["0123456789"]


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EBADF, errno.EOPNOTSUPP])
def test_a_disk_without_locks_takes_decisions(tmp_path, monkeypatch, number):
    pytest.importorskip("fcntl", reason="needs locks of the system")
    monkeypatch.setattr("fcntl.flock", Mock(side_effect=OSError(number, "no locks")))
    record_decision(str(tmp_path / "d.toml"), "0123456789", "fixed", "corrected")
    assert list(load_decisions(str(tmp_path / "d.toml"))) == ["0123456789"]
