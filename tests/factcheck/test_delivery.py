"""Several formats in one run, each to its file; what is annotated in a repository; the job summary."""

import json
import os

import click
import pytest
from click.testing import CliRunner

from factcheck.command.commands import commands
from factcheck.command.delivery import Delivery, Target
from factcheck.output import OutputError
from factcheck.report import Options, render
from tests.factcheck.sample import REPORT
from tests.reliability.commandline import run


@pytest.mark.parametrize(
    ("formats", "output", "targets"),
    [
        ([], None, [("table", None)]),
        ([], "-", [("table", None)]),
        ([], "r.txt", [("table", "r.txt")]),
        ([("json", None)], "r.json", [("json", "r.json")]),
        ([("json", "r.json")], None, [("json", "r.json")]),
        ([("github", None), ("sarif", "r.sarif")], None, [("github", None), ("sarif", "r.sarif")]),
        ([("sarif", "r.sarif"), ("table", None)], "r.txt", [("sarif", "r.sarif"), ("table", "r.txt")]),
        ([("json", "a"), ("json", "b")], None, [("json", "a"), ("json", "b")]),
    ],
)
def test_targets(formats, output, targets):
    assert list(Delivery(formats, output, None).targets) == [Target(*one) for one in targets]


@pytest.mark.parametrize(
    ("formats", "output", "said"),
    [
        ([("json", None), ("csv", None)], None, "json and csv: only one"),
        ([("json", "r.json")], "x", "--output is for"),
        ([("json", "r"), ("csv", "./r")], None, "two reports would go to ./r"),
        ([("json", "-"), ("csv", None)], None, "two reports would go to standard output"),
        ([("json", "r"), ("csv", None)], "r", "two reports would go to r"),
    ],
)
def test_reports_that_have_no_place_of_their_own(formats, output, said):
    with pytest.raises(click.UsageError, match=said):
        Delivery(formats, output, None)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("tabel=x", "did you mean 'table'?"),
        ("json=", "'json=' names no file"),
        ("=x", "'' is not one of"),
    ],
)
def test_wrong_formats(value, said):
    result = CliRunner().invoke(commands, ["report", "--format", value, "x"])
    assert result.exit_code == 2
    assert said in result.output


def test_every_report_is_written_though_one_fails(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    delivery = Delivery([("json", "missing/r.json"), ("csv", "r=1.csv"), ("junit", "r.xml")], None, None)
    with pytest.raises(OutputError, match="missing"):
        delivery.write(REPORT)
    assert sorted(os.listdir(tmp_path)) == ["r.xml", "r=1.csv"]
    assert (tmp_path / "r=1.csv").read_text(encoding="utf-8") == render("csv", REPORT, Options())


def test_paths_start_at_the_repository_wherever_it_runs(tmp_path, monkeypatch):
    desk = tmp_path / "news" / "desk"
    desk.mkdir(parents=True)
    (tmp_path / "news" / ".git").mkdir()
    monkeypatch.chdir(desk)
    Delivery([("gitlab", "r.json")], None, None).write(REPORT)
    paths = {issue["location"]["path"] for issue in json.loads((desk / "r.json").read_text(encoding="utf-8"))}
    assert "desk/stories/rovers.txt" in paths


@pytest.fixture
def summary(tmp_path, monkeypatch):
    path = tmp_path / "summary.md"
    path.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def test_job_summary_is_added_to_what_is_there(summary, capsysbinary):
    Delivery([("github", None)], None, None).write(REPORT)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n## factcheck\n")
    assert capsysbinary.readouterr().out.startswith(b"::error ")


def test_only_annotations_come_with_a_job_summary(summary, tmp_path):
    Delivery([("markdown", str(tmp_path / "r.md"))], None, None).write(REPORT)
    assert summary.read_text(encoding="utf-8") == "before\n"


def test_a_long_job_summary_ends_with_a_whole_line(summary, monkeypatch, tmp_path):
    monkeypatch.setattr("factcheck.command.delivery._SUMMARY_BYTES", 1_000)
    Delivery([("github", str(tmp_path / "r"))], None, None).write(REPORT)
    lines = summary.read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == ["The rest is left out.", ""]
    assert lines[-4].endswith(" |")
    assert summary.stat().st_size < 1_100


def test_a_job_summary_that_cannot_be_written_spoils_nothing(monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "missing" / "summary.md"))
    Delivery([("github", str(tmp_path / "r"))], None, None).write(REPORT)
    assert (tmp_path / "r").stat().st_size > 0


def test_several_formats_from_the_command_line(tmp_path):
    done = run(
        "demo", "--format", "concise", "--format", "json=r.json", "--format", "sarif=r.sarif", cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(os.listdir(tmp_path)) == ["r.json", "r.sarif"]
    ids = {
        finding["id"] for finding in json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["findings"]
    }
    assert {line.rpartition("[")[2].rstrip("]") for line in done.stdout.splitlines()} <= ids


def test_no_article_is_written_over(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("The storm killed 9 people.\n", encoding="utf-8")
    done = run("report", "--format", "table", "--format", "json=story.txt", "story.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is one of the articles" in done.stderr
    assert story.read_text(encoding="utf-8") == "The storm killed 9 people.\n"
