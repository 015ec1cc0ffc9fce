"""Manners on a terminal and in pipes: colour, --quiet, --statistics, --show-files, paths from a file."""

import io
import re

import pytest
from click.testing import CliRunner

from factcheck.command.commands import commands
from factcheck.command.options import wants_color
from factcheck.report import Options, copies_draft, format_names, render
from factcheck.telling.claim_table import render_claims
from factcheck.telling.explain import render_finding
from tests.factcheck.sample import REPORT
from tests.factcheck.sample_decided import DECIDED_REPORT
from tests.factcheck.sample_draft import DRAFT_REPORT
from tests.factcheck.test_report_formats import PAYLOADS, hostile, is_harmless
from tests.reliability.commandline import run

PAINT = re.compile(r"\x1b\[[0-9;]+m")
PAINTED = ("table", "full", "concise", "statistics")
TEXTS = [name for name in format_names() if not copies_draft(name)]
SAMPLES = {"report": REPORT, "draft": DRAFT_REPORT, "decided": DECIDED_REPORT}


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "asked", "file", "colored"),
    [
        (Terminal(), {}, "auto", None, True),
        (Terminal(), {"TERM": "dumb"}, "auto", None, False),
        (Terminal(), {"NO_COLOR": "1"}, "auto", None, False),
        (Terminal(), {"NO_COLOR": ""}, "auto", None, True),
        (Terminal(), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, "auto", None, True),
        (Terminal(), {"FORCE_COLOR": "1"}, "never", None, False),
        (Terminal(), {}, "auto", "report.txt", False),
        (Terminal(), {"FORCE_COLOR": "1"}, "auto", "report.txt", False),
        (io.StringIO(), {}, "auto", None, False),
        (io.StringIO(), {"FORCE_COLOR": ""}, "auto", None, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, "auto", None, True),
        (io.StringIO(), {"FORCE_COLOR": "1", "TERM": "dumb"}, "auto", None, True),
        (io.StringIO(), {"NO_COLOR": "1", "TERM": "dumb"}, "always", None, True),
        (io.StringIO(), {}, "always", "report.txt", True),
        (None, {"FORCE_COLOR": "1"}, "auto", None, False),
    ],
)
def test_what_decides_on_colour(monkeypatch, stream, environment, asked, file, colored):
    for name in ("TERM", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout", stream)
    assert wants_color(asked, file) is colored


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("name", TEXTS)
def test_colour_adds_nothing_to_what_is_said(name, sample):
    plain = render(name, SAMPLES[sample], Options())
    painted = render(name, SAMPLES[sample], Options(color=True))
    assert PAINT.sub("", painted) == plain
    if name not in PAINTED:
        assert painted == plain
    elif plain:
        assert painted != plain


def test_colour_adds_nothing_to_explanations_and_claims():
    pairs = [
        (
            render_claims(REPORT.articles, REPORT.claims, 80, color=True),
            render_claims(REPORT.articles, REPORT.claims, 80),
        ),
        *(
            (render_finding(REPORT, one, 80, color=True), render_finding(REPORT, one, 80))
            for one in REPORT.findings
        ),
    ]
    for painted, plain in pairs:
        assert painted != plain
        assert PAINT.sub("", painted) == plain


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", PAINTED)
def test_no_article_can_paint(name, payload):
    painted = render(name, hostile(REPORT, payload), Options(color=True, everything=True))
    assert is_harmless(PAINT.sub("", painted))
    starts, ends = (len(re.findall(code, painted)) for code in (r"\x1b\[[1-9][0-9;]*m", r"\x1b\[0m"))
    assert starts == ends


@pytest.mark.parametrize("name", ["table", "full"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_quiet_keeps_what_needs_a_look(name, sample):
    quiet = render(name, SAMPLES[sample], Options(quiet=True))
    assert render(name, SAMPLES[sample], Options()).startswith(quiet)
    assert "uncorroborated" not in quiet
    assert "AGREEMENTS" not in quiet
    assert quiet.count("id ") >= 2


def test_quiet_says_nothing_where_nothing_is_wrong(tmp_path):
    (tmp_path / "a.txt").write_text("The flood killed 9 people in Varna.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    loud = run("report", tmp_path)
    assert loud.stdout
    assert "warning: " in loud.stderr
    done = run("report", "--quiet", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    missing = run("report", "-q", tmp_path, tmp_path / "nowhere")
    assert (missing.returncode, missing.stdout, missing.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("configured", ["quiet", "verbose"])
def test_quiet_and_verbose_on_the_command_line_beat_the_configuration(tmp_path, monkeypatch, configured):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "factcheck.toml").write_text(f"{configured} = true\n", encoding="utf-8")
    said = "verbose" if configured == "quiet" else "quiet"
    told = {}
    monkeypatch.setattr(
        "factcheck.command.commands.read", lambda *arguments: told.update(verbose=arguments[3]) or ([], True)
    )
    result = CliRunner().invoke(commands, ["report", f"--{said}", "x"])
    assert result.exit_code == 0
    assert told == {"verbose": said == "verbose"}
    both = CliRunner().invoke(commands, ["report", "--quiet", "--verbose", "x"])
    assert (both.exit_code, "ask for the opposite" in both.output) == (2, True)


def test_statistics_is_the_format_of_that_name(tmp_path):
    (tmp_path / "a.txt").write_text("The flood killed 9 people in Varna.\n", encoding="utf-8")
    done = run("report", "--statistics", tmp_path)
    assert done.stdout == run("report", "--format", "statistics", tmp_path).stdout
    assert done.stdout.startswith("Findings ")
    both = run("report", "--statistics", "--format", f"json={tmp_path}/r.json", tmp_path)
    assert both.stdout == done.stdout
    assert (tmp_path / "r.json").exists()
    done = run("report", "--statistics", "--format", "json", tmp_path)
    assert done.stderr.startswith("factcheck: --format json and statistics: only one can go without =FILE")


def test_statistics_count_every_finding_once():
    lines = render("statistics", DECIDED_REPORT, Options()).splitlines()
    counted = lines[1 : lines.index("")]
    numbers = [int(re.split(r"  +", line)[1]) for line in counted]
    assert sum(numbers) == len(DECIDED_REPORT.findings) + len(DECIDED_REPORT.decided)


def test_show_files_reads_none_of_them(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_bytes(b"\0\0")
    (tmp_path / "in" / "a.md").write_text("text", encoding="utf-8")
    (tmp_path / "in" / "photo.jpg").write_bytes(b"")
    (tmp_path / "empty").mkdir()
    for command in ("report", "extract"):
        done = run(command, "--show-files", "in", cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "in/a.md\nin/b.txt\n", "")
    done = run("check", "in/a.md", "--against", "in", "--show-files", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "in/a.md\nin/b.txt\n")
    done = run("report", "--show-files", "in", "empty", "nowhere", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "in/a.md\nin/b.txt\n")
    assert [line.split(":")[1] for line in done.stderr.splitlines()] == [" empty", " nowhere"]


@pytest.mark.parametrize("paths", ['["in"]', '"in"'])
@pytest.mark.parametrize("place", ["", "[COMMAND]\n"])
@pytest.mark.parametrize("command", ["report", "extract"])
def test_paths_can_stand_in_the_configuration(tmp_path, monkeypatch, command, place, paths):
    (tmp_path / "desk" / "in").mkdir(parents=True)
    (tmp_path / "desk" / "in" / "a.txt").write_text("Nine people died.\n", encoding="utf-8")
    text = f"{place.replace('COMMAND', command)}paths = {paths}\n"
    (tmp_path / "desk" / "factcheck.toml").write_text(text, encoding="utf-8")
    (tmp_path / "desk" / "below").mkdir()
    monkeypatch.chdir(tmp_path / "desk" / "below")
    result = CliRunner().invoke(commands, [command, "--show-files"])
    assert (result.exit_code, result.stdout) == (0, "../in/a.txt\n")
    said = CliRunner().invoke(commands, [command, "--show-files", "nowhere"])
    assert said.exit_code == 0  # the command line comes first; the exit code is the command's to give
    assert "nowhere: " in said.output
