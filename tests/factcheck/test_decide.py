"""`factcheck decide`, baselines and comments in a draft, as editors meet them."""

import os
import re

import pytest

from tests.reliability.commandline import run

OURS = "Norland's army received thirty T-72MS tanks in November 2021.\n"
THEIRS = "Norland's army received forty T-72MS tanks in November 2021.\n"
BLAMED = "Norland's army received forty T-72MS tanks.\n"


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ours.txt").write_text(OURS, encoding="utf-8")
    (tmp_path / "in" / "theirs.txt").write_text(THEIRS, encoding="utf-8")
    return tmp_path


def report(desk, *options):
    return run("report", "in", "--format", "concise", *options, cwd=desk)


def test_a_decided_finding_counts_no_more(desk):
    found = report(desk)
    [id] = set(re.findall(r"\[(\w+)\]$", found.stdout, re.MULTILINE))
    assert found.returncode == 1
    done = run("decide", id[:4], "--as", "dismissed", "--reason", "two armies", "in", cwd=desk)
    assert (done.returncode, done.stdout, done.stderr) == (
        0, f"{id}: dismissed, in factcheck-decisions.toml\n", "",
    )  # fmt: skip
    assert "summary = " in (desk / "factcheck-decisions.toml").read_text(encoding="utf-8")
    assert (report(desk).returncode, report(desk).stdout) == (0, "")
    assert "1 decided" in run("report", "in", "--width", "100", cwd=desk).stdout
    (desk / "in" / "below").mkdir()
    again = run("decide", id, "--as", "fixed", "--reason", "corrected", cwd=desk / "in" / "below")
    assert again.stdout == f"{id}: fixed, in ../../factcheck-decisions.toml\n"
    said = f"factcheck: factcheck-decisions.toml: said to be fixed, and still there: {id}\n"
    assert (report(desk).returncode, report(desk).stderr) == (0, said)


def test_decisions_that_match_nothing_are_named(desk):
    run("decide", "0123456789", "--as", "accepted", "--reason", "r", "--decisions", "d.toml", cwd=desk)
    assert os.path.exists(desk / "d.toml")
    done = report(desk, "--decisions", "d.toml")
    assert (done.returncode, done.stderr) == (
        1, "factcheck: d.toml: no finding of these articles is 0123456789\n",
    )  # fmt: skip


def test_a_part_of_an_archive_says_nothing_of_decisions_on_the_rest(desk):
    [id] = set(re.findall(r"\[(\w+)\]$", report(desk).stdout, re.MULTILINE))
    run("decide", id, "--as", "dismissed", "--reason", "two armies", "in", cwd=desk)
    text = (desk / "factcheck-decisions.toml").read_text(encoding="utf-8")
    assert 'articles = ["in/ours.txt", "in/theirs.txt"]' in text
    part = run("report", "in/ours.txt", cwd=desk)
    assert (part.returncode, part.stderr) == (0, "")
    (desk / "in" / "theirs.txt").write_text("The army has no tanks.\n", encoding="utf-8")
    said = f"factcheck: factcheck-decisions.toml: no finding of these articles is {id}\n"
    assert run("report", "in", cwd=desk).stderr == said
    assert run("report", "--quiet", "in", cwd=desk).stderr == ""
    (desk / "in" / "theirs.txt").unlink()
    assert run("report", "in/ours.txt", cwd=desk).stderr == said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("decide", "0123456789", "--as", "dismised", "--reason", "r"), "did you mean 'dismissed'?"),
        (("decide", "0123456789", "--as", "fixed"), "--reason is missing: "),
        (("decide", "0123456789", "--reason", "r"), "--as is missing: "),
        (("decide", "0123456789", "--as", "fixed", "--reason", " "), "needs a reason"),
        (("decide", "\x1b[2J", "--as", "fixed", "--reason", "r"), "is no id"),
        (("decide", "ffff", "--as", "fixed", "--reason", "r", "in"), "no finding 'ffff'"),
        (("report", "in", "--decisions", "missing.toml"), "missing.toml: there is no such file"),
        (("report", "in", "--decisions", "in/ours.txt"), "in/ours.txt: "),
        (("report", "in", "--baseline", "missing.txt"), "--update-baseline makes one"),
        (("report", "in", "--update-baseline"), "--update-baseline needs --baseline"),
        (("report", "in", "--baseline", "in"), "in: is a folder, not a file"),
        (("report", "in", "--baseline", "in", "--update-baseline"), "in: is a folder, not a file"),
    ],
)
def test_wrong_usage_is_one_line(desk, arguments, said):
    done = run(*arguments, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(os.listdir(desk)) == ["in"]


@pytest.mark.parametrize(
    ("option", "content", "said"),
    [
        ("--baseline", "# Known\nThe army has tanks.\n", "line 2 begins with no id of a finding"),
        ("--baseline", '{"findings": []}', "line 1 begins with no id of a finding"),
        ("--decisions", f"a = {'[' * 3000}{']' * 3000}", "is nested too deep"),
        ("--decisions", f"a = {'9' * 5000}", "has a number or date that cannot be read"),
    ],
)
def test_another_file_is_no_baseline_and_no_decision(desk, option, content, said):
    (desk / "known").write_text(content, encoding="utf-8")
    done = run("report", "in", option, "known", cwd=desk)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"factcheck: known: {said}\n")
    assert (desk / "known").read_text(encoding="utf-8") == content


def test_a_baseline_lets_only_new_findings_count(desk):
    assert report(desk, "--baseline", "known.txt", "--update-baseline").returncode == 0
    known = (desk / "known.txt").read_text(encoding="utf-8")
    assert known.count("\n") == 2
    assert report(desk, "--baseline", "known.txt").returncode == 0
    assert report(desk, "--baseline", "known.txt", "--update-baseline").returncode == 0
    assert (desk / "known.txt").read_text(encoding="utf-8") == known
    (desk / "in" / "third.txt").write_text(OURS.replace("thirty", "sixty"), encoding="utf-8")
    assert report(desk, "--baseline", "known.txt").returncode == 1


@pytest.mark.parametrize(
    ("draft", "source", "code", "told"),
    [
        (BLAMED, OURS, 1, ""),
        (f"{BLAMED[:-1]} <!-- factcheck: ignore as the minister said -->\n", OURS, 0, ""),
        (f"<!-- factcheck: off -->\n\n{BLAMED}\n<!-- factcheck: on -->\n", OURS, 0, ""),
        (BLAMED, f"{OURS[:-1]} <!-- factcheck: ignore -->\n", 1, ""),
        (BLAMED, f"<!-- factcheck: off -->\n\n{OURS}", 1, ""),
        (
            f"<!-- factcheck: ignore -->\n\nNothing.\n\n{BLAMED}",
            OURS,
            1,
            "factcheck: draft.md:1: the comment is for no number and no date\n",
        ),
    ],
)
def test_comments_work_in_the_draft_alone(desk, draft, source, code, told):
    (desk / "in" / "theirs.txt").unlink()
    (desk / "in" / "ours.txt").write_text(source, encoding="utf-8")
    (desk / "draft.md").write_text(draft, encoding="utf-8")
    done = run("check", "draft.md", "--against", "in", cwd=desk)
    assert (done.returncode, done.stderr) == (code, told)
