"""The exit code that `--fail-on` asks for, and that what could not be read wins over it."""

from dataclasses import replace

import pytest

from factcheck.cli import main
from tests.factcheck.sample import ARTICLES, FINDINGS, REPORT

ERROR = next(finding for finding in FINDINGS if finding.severity == "error")
WARNING = next(
    finding for finding in FINDINGS if finding.verdict == "discrepancy" and finding.severity == "warning"
)
BY_VERDICT = {finding.verdict: finding for finding in FINDINGS if finding.verdict != "discrepancy"}


@pytest.fixture
def exit_code(monkeypatch, capfdbinary):
    """The exit code of a command line when comparing yields these findings."""

    def run(findings, *options, complete=True):
        def read(paths, tell, **options):
            if not complete:
                tell("torn.docx: is no archive")
            return list(ARTICLES), complete

        report = replace(REPORT, findings=tuple(findings))
        monkeypatch.setattr("factcheck.crosscheck.read_articles", read)
        monkeypatch.setattr("factcheck.crosscheck.cross_check", lambda articles, claims, **options: report)
        with pytest.raises(SystemExit) as leaving:
            main(["report", *options, "stories"])
        captured = capfdbinary.readouterr()
        assert captured.err == (b"" if complete else b"factcheck: torn.docx: is no archive\n")
        return leaving.value.code

    return run


@pytest.mark.parametrize(
    ("finding", "levels"),
    [
        (ERROR, ["error", "discrepancy", "review"]),
        (WARNING, ["discrepancy", "review"]),
        (BY_VERDICT["review"], ["review"]),
        (BY_VERDICT["update"], []),
        (BY_VERDICT["agreement"], []),
        (BY_VERDICT["uncorroborated"], []),
    ],
    ids=["error", "discrepancy", "review", "update", "agreement", "uncorroborated"],
)
@pytest.mark.parametrize("level", ["error", "discrepancy", "review", "never"])
@pytest.mark.parametrize("format", ["table", "json"])
def test_levels(exit_code, finding, levels, level, format):
    assert exit_code([finding], "--fail-on", level, "--format", format) == (1 if level in levels else 0)


def test_the_default_level_is_discrepancy(exit_code):
    assert exit_code([WARNING]) == 1
    assert exit_code([BY_VERDICT["review"]]) == 0


@pytest.mark.parametrize("level", ["error", "never"])
def test_unreadable_input_wins(exit_code, level):
    assert exit_code([ERROR], "--fail-on", level, complete=False) == 2


def test_an_output_file_changes_no_exit_code(exit_code, tmp_path):
    assert exit_code([ERROR], "-o", str(tmp_path / "report.txt")) == 1
    assert (tmp_path / "report.txt").read_text(encoding="utf-8").startswith("DISCREPANCIES")
