"""Hostile files on the real command line: named in a line or read right, and their neighbour is read."""

import json
import os

import pytest

from corpus import load_articles
from tests.reliability.commandline import factcheck

STORY = "The storm killed 12 people in Norhaven on Monday, police said.\n"
NINES = "9" * 1_000_000
ODD_ENDS = "Six people\0 died.\x0cTwelve\u2028men\x0b were hurt.\r30 homes burned.\r\n40 men stayed.\x85\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(STORY)
    return tmp_path


def read(desk, name, content, code=0):
    """The claims of the file by their words; those of its neighbour must be there."""
    (desk / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    done = factcheck("extract", "--format", "jsonl", name, "good.txt")
    assert done.code == code
    assert "Traceback" not in done.stderr
    assert all(line.startswith(("factcheck: ", "factcheck: warning: ")) for line in done.stderr.splitlines())
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert sum(claim["doc"] == "good" for claim in claims) == 2
    return {claim["text"]: claim["value"] for claim in claims if claim["doc"] != "good"}, done.stderr


@pytest.mark.parametrize(
    "written",
    [f"${NINES}", f"{NINES} people", f"0.{NINES} percent", "1e999999999 tonnes", "1E+99999 people",
     ",".join(["999"] * 100_000) + " people", f"{NINES[:5000]}-{NINES[:5000]}", f"1{'0' * 41} people"],
    ids=range(8),
)  # fmt: skip
def test_numbers_that_no_machine_should_write_out(desk, written):
    claims, said = read(desk, "a.txt", f"It was {written} in all. Then 7 boats sank.\n")
    assert claims["7 boats"] == "7"
    assert said == ""
    assert all(value is None or len(value) <= 45 for value in claims.values())


@pytest.mark.parametrize("depth", [1_000, 10_000, 100_000])
@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "blockquote", "svg"])
def test_nested_elements(desk, depth, tag):
    if tag == "svg" and depth > 1_000:
        pytest.skip("what stands in drawings is not read: only that it ends counts")
    claims, _ = read(desk, "a.html", f"<html><body>{f'<{tag}>' * depth}</svg>{STORY}")
    assert claims["12 people"] == "12"


def test_offsets_hold_whatever_ends_a_line(desk):
    (desk / "a.txt").write_bytes(ODD_ENDS.encode())
    [article] = load_articles(["a.txt"])
    done = factcheck("report", "a.txt", "good.txt", "--format", "json")
    claims = [claim for claim in json.loads(done.stdout)["claims"] if claim["doc"] == "a"]
    assert len(claims) >= 4
    for claim in claims:
        assert article.text[claim["start"] : claim["end"]] == claim["text"]


def test_lines_of_records(desk):
    records = [
        '{"text": "12 boats sank."}', "{bad", '{"text": 1}', '{"title": "x"}', '{"text": "a", "text": "b"}',
        '{"text": NaN}', "[" * 100_000, "[1]", '{"text": "9 boats sank."}',
    ]  # fmt: skip
    claims, said = read(desk, "a.jsonl", "\ufeff" + "\n".join(records) + "\n", code=2)
    assert set(claims) == {"12 boats", "9 boats"}
    assert [f"line {number}: " in said for number in range(1, 10)] == [False] + [True] * 7 + [False]


@pytest.mark.skipif(os.name == "nt", reason="such names do not exist there")
@pytest.mark.parametrize(
    "name", ["-x.txt", "--help.txt", "a\nb.txt", "\udcff.txt", "x" * 251 + ".txt", "CON.txt", "::x.txt"]
)  # fmt: skip
def test_names_of_files(desk, name):
    (desk / name).write_text("A quake killed 7 people.\n")
    for command in (
        ("extract",),
        ("report", "--all"),
        ("report", "--format", "html"),
        ("report", "--format", "csv"),
    ):
        done = factcheck(*command, "--", name, "good.txt")
        assert (done.code, done.stderr) == (0, "")
        assert done.written.decode("utf-8")


def test_a_source_cannot_switch_the_check_off(desk):
    for number, comment in ((12, "<!-- factcheck: ignore -->"), (21, "<!-- factcheck: off -->")):
        text = f"Storm\n\nThe storm Ada killed {number} people in Norhaven on 3 May 2021. {comment}\n"
        (desk / f"{number}.md").write_text(text)
    done = factcheck("report", "12.md", "21.md", "--format", "json")
    assert [one["verdict"] for one in json.loads(done.stdout)["findings"]].count("discrepancy") == 1
    assert done.code == 1
