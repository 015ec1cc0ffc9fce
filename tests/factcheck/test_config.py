"""Configuration: which file counts, what it sets, and where a mistake in it is."""

import click
import pytest
from click.testing import CliRunner

from factcheck.command.commands import commands
from factcheck.command.config import ConfigError, find_configuration, load_configuration
from factcheck.command.configured import ConfiguredCommand
from tests.reliability.commandline import run

PYPROJECT = '[tool.factcheck]\nwidth = 100\n[tool.factcheck.report]\nfail-on = "review"\n'


@pytest.fixture
def desk(tmp_path, monkeypatch):
    folder = tmp_path / "news" / "desk"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def configured(*arguments):
    """What `factcheck config` prints, as a mapping from key to value and origin."""
    result = CliRunner().invoke(commands, ["config", *arguments])
    assert result.exit_code == 0, result.output
    lines = [line.partition(" = ") for line in result.stdout.splitlines() if " = " in line]
    return {key: tuple(told.rsplit("  # ", 1)) for key, _, told in lines}


@pytest.mark.parametrize(
    ("name", "text", "width"),
    [
        ("factcheck.toml", "width = 70\n", "70"),
        ("pyproject.toml", "[tool.factcheck]\nwidth = 70\n", "70"),
        ("setup.cfg", "[factcheck]\nwidth = 70\n", "70"),
    ],
)
def test_each_file_can_set_options(desk, name, text, width):
    (desk.parent / name).write_text(text, encoding="utf-8")
    value, origin = configured()["report.width"]
    assert (value.strip('"'), origin) == (width, name)


def test_the_nearest_file_counts_alone(desk):
    (desk.parent / "factcheck.toml").write_text("width = 70\nlanguage = 'any'\n", encoding="utf-8")
    (desk / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (desk / "setup.cfg").write_text("[factcheck]\nwidth = 90\n", encoding="utf-8")
    told = configured()
    assert told["report.width"] == ("100", "pyproject.toml")
    assert told["report.fail-on"] == ('"review"', "pyproject.toml")
    assert told["report.language"] == ('"en"', "default")
    assert told["check.fail-on"] == ('"contradicted"', "default")


def test_files_that_do_not_speak_of_us_are_passed_over(desk):
    (desk.parent / "factcheck.toml").write_text("width = 70\n", encoding="utf-8")
    (desk / "pyproject.toml").write_text("[tool.other]\nwidth = 1\n", encoding="utf-8")
    (desk / "setup.cfg").write_text("[metadata]\nname = x\n", encoding="utf-8")
    assert find_configuration(str(desk)).path == "../factcheck.toml"
    assert configured()["report.width"] == ("70", "factcheck.toml")


def test_isolated_and_config_choose_the_file(desk):
    (desk / "factcheck.toml").write_text("width = 70\n", encoding="utf-8")
    (desk / "other.toml").write_text("width = 80\nall = true\n", encoding="utf-8")
    assert "report.width" not in configured("--isolated")
    told = configured("--config", "other.toml")
    assert (told["report.width"], told["report.all"]) == (("80", "other.toml"), ("true", "other.toml"))


def test_paths_are_meant_from_the_file_on(desk):
    (desk.parent / "factcheck.toml").write_text(
        'decisions = "d.toml"\n[check]\nagainst = ["in", "/wire"]\nformat = ["table", "sarif=out/r.sarif"]\n',
        encoding="utf-8",
    )
    told = configured()
    assert told["report.decisions"][0] == '"../d.toml"'
    assert told["check.against"][0] == '["../in", "/wire"]'
    assert told["check.format"][0] == '["table", "sarif=../out/r.sarif"]'


def test_lists_in_setup_cfg_are_lines(desk):
    text = "[factcheck]\nall = yes\n[factcheck.check]\nagainst =\n  in\n  wire\nfail-on = outdated\n"
    (desk / "setup.cfg").write_text(text, encoding="utf-8")
    told = configured()
    assert (told["check.against"][0], told["check.fail-on"][0]) == ('["in", "wire"]', '"outdated"')


def test_the_environment_and_the_command_line_come_first(desk, monkeypatch):
    monkeypatch.delenv("FACTCHECK_CACHE_DIR", raising=False)
    (desk / "factcheck.toml").write_text('cache-dir = "kept"\n', encoding="utf-8")
    assert configured()["report.cache-dir"] == ('"kept"', "factcheck.toml")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", "/elsewhere")
    assert configured()["report.cache-dir"] == ('"/elsewhere"', "FACTCHECK_CACHE_DIR")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("factcheck.toml", "widht = 70", "factcheck.toml: widht: is no option; did you mean 'width'?"),
        ("factcheck.toml", "[report]\nwidht = 70", "factcheck.toml: [report] widht: is no option; did you"),
        ("factcheck.toml", "[reprot]\nwidth = 70", "reprot: is no option; did you mean 'report'?"),
        ("factcheck.toml", "qqqq = 1", "qqqq: is no option; there are against, all,"),
        ("factcheck.toml", "[decide]\nreason = 'x'", "[decide] reason: is no option"),
        ("factcheck.toml", "fail-on = 'review'", "fail-on: differs between commands; put it in [COMMAND]"),
        ("factcheck.toml", "report = 1", "report: is a command, and its options are a table"),
        ("factcheck.toml", "width = 'wide'", "factcheck.toml: width: 'wide' is not a valid integer"),
        ("factcheck.toml", "[report]\nfail-on = 'reveiw'", "[report] fail-on: 'reveiw' is not one of"),
        ("factcheck.toml", "width = 70\nwidth = 71", "factcheck.toml: Cannot overwrite a value"),
        ("factcheck.toml", "width = inf", "factcheck.toml: width: inf is no whole number"),
        ("factcheck.toml", "max-bytes = 1e308", "factcheck.toml: max-bytes: 1e+308 is no whole number"),
        ("factcheck.toml", "width = [80]", "factcheck.toml: width: [80] is no whole number"),
        ("factcheck.toml", "width = true", "factcheck.toml: width: True is no whole number"),
        ("factcheck.toml", "max-bytes = {a = 1}", "factcheck.toml: max-bytes: {'a': 1} is no whole number"),
        ("factcheck.toml", "width = 2021-01-01", "factcheck.toml: width: 2021-01-01 is no whole number"),
        ("factcheck.toml", "verbose = []", "factcheck.toml: verbose: [] is neither true nor false"),
        ("factcheck.toml", "cache = 2", "factcheck.toml: cache: 2 is neither true nor false"),
        ("factcheck.toml", "cache-dir = 5", "factcheck.toml: cache-dir: 5 is no text; write it in quotes"),
        ("factcheck.toml", "language = [[]]", "factcheck.toml: language: [[]] is no text"),
        ("factcheck.toml", f"width = {'9' * 5000}", "factcheck.toml: has a number or date that cannot be"),
        ("factcheck.toml", f"a = {'[' * 3000}{']' * 3000}", "factcheck.toml: is nested too deep"),
        ("factcheck.toml", "\udcff", "factcheck.toml: is not UTF-8; --isolated passes it over"),
        ("pyproject.toml", "[tool.factcheck]\nwidht = 70", "pyproject.toml: [tool.factcheck] widht: is no"),
        ("pyproject.toml", "[tool]\nfactcheck = 1", "pyproject.toml: tool.factcheck is no table"),
        ("pyproject.toml", "[tool.factcheck]\nformat = 'csv'", "put it in [tool.factcheck.COMMAND]"),
        ("setup.cfg", "[factcheck]\nwidht = 70", "setup.cfg: [factcheck] widht: is no option"),
        ("setup.cfg", "[factcheck.report]\nwidht = 70", "setup.cfg: [factcheck.report] widht: is no option"),
        ("setup.cfg", "[factcheck]\nwidth = 1", "setup.cfg: [factcheck] width: 1 is not in the range"),
        ("setup.cfg", "width = 1", "setup.cfg: File contains no section headers"),
    ],
)
@pytest.mark.parametrize("command", ["report", "extract"])
def test_mistakes_are_told_with_their_place(desk, name, text, said, command):
    (desk / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    (desk / "story.txt").write_text("The storm killed 9 people.\n", encoding="utf-8")
    if "[report]" in text and "fail-on" in text and command == "extract":
        return  # its value is looked at where it is used
    result = CliRunner().invoke(commands, [command, "story.txt"])
    assert result.exit_code == 2
    assert said in " ".join(result.output.replace("│", " ").split())
    assert CliRunner().invoke(commands, [command, "--help"]).exit_code == 0
    assert CliRunner().invoke(commands, [command, "--isolated", "story.txt"]).exit_code == 0


@pytest.mark.parametrize(
    ("path", "said"),
    [("missing.toml", "there is no such file"), ("pyproject.toml", "has no"), ("setup.cfg", "has no")],
)
def test_a_named_file_must_have_a_configuration(desk, path, said):
    (desk / "pyproject.toml").write_text("", encoding="utf-8")
    (desk / "setup.cfg").write_text("[metadata]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=f"{path}: {said}"):
        load_configuration(path)


def test_every_command_can_be_configured():
    def leaves(group):
        for command in group.commands.values():
            yield from leaves(command) if isinstance(command, click.Group) else [command]

    assert {command.name for command in leaves(commands) if not isinstance(command, ConfiguredCommand)} == {
        "completion"
    }  # a shell that starts should not meet a mistake in some folder


def test_a_configured_run(desk):
    (desk / "in").mkdir()
    (desk / "in" / "a.txt").write_text("The flood killed 9 people in Varna on Monday.\n", encoding="utf-8")
    (desk / "factcheck.toml").write_text('[report]\nformat = ["json=r.json", "concise"]\n', encoding="utf-8")
    done = run("report", "in", cwd=desk)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (desk / "r.json").exists()
    (desk / "factcheck.toml").write_text("widht = 1\n", encoding="utf-8")
    done = run("report", "in", cwd=desk)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("factcheck: factcheck.toml: widht: is no option; did you mean 'width'?")
