"""`factcheck check` as editors meet it: its output, its exit code."""

import json

import pytest

from tests.reliability.commandline import run

SOURCE = "Norland's army received thirty T-72MS tanks in November 2021.\n"
DRAFTS = {
    "supported": "Norland's army received thirty T-72MS tanks.\n",
    "unsupported": "Norland's army received nine helicopters.\n",
    "inconsistent": "Eight people (three men and four women) were hurt.\n",
    "contradicted": "Norland's army received forty T-72MS tanks.\n",
}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wire.txt").write_text(SOURCE, encoding="utf-8")
    for name, text in DRAFTS.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("level", "failing"),
    [
        ("contradicted", {"contradicted"}),
        ("inconsistent", {"contradicted", "inconsistent"}),
        ("unsupported", {"contradicted", "inconsistent", "unsupported"}),
        ("never", set()),
    ],
)
def test_exit_code_of_each_level(desk, level, failing):
    codes = {
        name: run("check", f"{name}.md", "--against", "sources", "--fail-on", level, cwd=desk).returncode
        for name in DRAFTS
    }
    assert codes == {name: int(name in failing) for name in DRAFTS}


def test_default_is_contradicted(desk):
    assert run("check", "contradicted.md", "--against", "sources", cwd=desk).returncode == 1
    assert run("check", "inconsistent.md", "--against", "sources", cwd=desk).returncode == 0


def test_json_carries_the_assessments(desk):
    done = run("check", "contradicted.md", "--against", "sources", "--format", "json", cwd=desk)
    record = json.loads(done.stdout)
    [claim] = record["draft"]["claims"]
    assert (claim["text"], claim["assessment"]) == ("forty T-72MS tanks", "contradicted")
    assert claim["findings"] == [finding["id"] for finding in record["findings"]]


def test_draft_on_standard_input(desk):
    draft = (desk / "contradicted.md").read_bytes()
    done = run("check", "-", "--against", "sources", cwd=desk, stdin=draft)
    assert done.returncode == 1
    assert "forty T-72MS tanks" in done.stdout


def test_the_drafts_own_file_is_no_source(desk):
    done = run("check", "unsupported.md", "--against", ".", "--claims", cwd=desk)
    assert "1 unsupported" in " ".join(done.stdout.split())


def test_a_draft_of_a_sources_name_is_told_apart(desk):
    (desk / "wire.txt").write_text(DRAFTS["contradicted"], encoding="utf-8")
    done = run("check", "wire.txt", "--against", "sources", "--format", "json", cwd=desk)
    record = json.loads(done.stdout)
    assert record["draft"]["id"] == "draft"
    assert [article["id"] for article in record["articles"]] == ["draft", "wire"]


def test_sources_are_all_that_follows_against(desk):
    files = ("unsupported.md", "supported.md", "sources/wire.txt")
    done = run("check", "contradicted.md", "--against", *files, "--fail-on", "never", cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert "against 3 sources" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("supported.md",), "--against"),
        (("--against", "sources", "supported.md"), "DRAFT"),
        (("missing.md", "--against", "sources"), "missing.md: no such file"),
        ((".", "--against", "sources"), "holds 5 articles; a draft is one"),
        (("-", "--against", "-"), "standard input"),
        (("supported.md", "--against", "sources", "--fail-on", "contradict"), "did you mean 'contradicted'?"),
        (("supported.md", "--against", "sources", "-o", "supported.md"), "is one of the articles"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(desk, arguments, said):
    done = run("check", *arguments, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_unreadable_source_spoils_the_exit_code_alone(desk):
    done = run("check", "contradicted.md", "--against", "sources", "missing.txt", cwd=desk)
    assert (done.returncode, done.stderr) == (2, "factcheck: missing.txt: no such file or folder\n")
    assert "CONTRADICTED" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.md", b"", "is empty"),
        ("blank.md", b" \n\n\t\n", "is empty"),
        ("torn.docx", b"PK\x03\x04 no archive", "archive"),
        ("large.md", b"six jets " * 2_300_000, "is larger than"),
    ],
)
def test_a_draft_that_is_none_is_one_line_and_exit_code_2(desk, name, content, said):
    (desk / name).write_bytes(content)
    done = run("check", name, "--against", "sources", cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"factcheck: {name}: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_nothing_in_a_draft_reaches_the_terminal_as_control(desk):
    text = (
        "\x1b[2JNorland's army\u202e received\x9b forty T-72MS tanks \x00.\n\n::error:: six jets ##[error]\n"
    )
    (desk / "hostile.md").write_text(text, encoding="utf-8")
    done = run("check", "hostile.md", "--against", "sources", "--claims", cwd=desk)
    assert done.returncode in (0, 1)
    assert "six jets" in done.stdout
    assert "their sentences are not read" in done.stderr
    assert not set("\x1b\x9b\x00\u202e") & set(done.stdout + done.stderr)
    assert not any(line.startswith(("::", "##[")) for line in done.stdout.splitlines())


def test_a_draft_without_a_number_is_clean(desk):
    (desk / "plain.md").write_text("The army received tanks.\n", encoding="utf-8")
    done = run("check", "plain.md", "--against", "sources", "--fail-on", "unsupported", cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("plain.md: 0 claims against 1 source\n")


def test_a_sentence_without_end_is_shown_in_part(desk):
    (desk / "endless.md").write_text("Six jets and " * 400, encoding="utf-8")
    done = run("check", "endless.md", "--against", "sources", cwd=desk)
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert len(done.stdout) < 5_000
