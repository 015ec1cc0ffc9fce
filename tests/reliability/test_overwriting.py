"""No command writes over what it reads, or what people wrote by hand, whatever its options name."""

import pytest

from tests.reliability.commandline import run

FILES = {
    "in/ours.txt": "Norland's army received thirty T-72MS tanks in November 2021.\n",
    "in/theirs.txt": "Norland's army received forty T-72MS tanks in November 2021.\n",
    "in/articles.toml": '["ours.txt"]\npublisher = "The Coast"\n',
    "in/broken.pdf": "no PDF at all",
    "in/far.txt": "Die Armee hat im November dreißig Panzer und vierzig Lastwagen von Nachbarn erhalten.\n",
    "in/large.txt": "Six men died. " * 100,
    "factcheck.toml": "width = 80\n",
    "factcheck-decisions.toml": '[0123456789]\nas = "fixed"\nreason = "corrected"\n',
    "known.txt": "# Known\n0123456789 review: six or two\n",
}
CHECK = ("check", "in/ours.txt", "--against", "in/theirs.txt")
UPDATE = ("--update-baseline", "--baseline")


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "in").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "link").symlink_to("in/ours.txt")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "in", *UPDATE, "in/ours.txt"), "is one of the articles"),
        (("report", "in", *UPDATE, "link"), "is one of the articles"),
        ((*CHECK, *UPDATE, "in/ours.txt"), "is one of the articles"),
        ((*CHECK, *UPDATE, "in/theirs.txt"), "is one of the articles"),
        (("report", "in", "-o", "in/large.txt", "--max-bytes", "500"), "is one of the articles"),
        (("report", "in", "-o", "in/far.txt"), "is one of the articles"),
        (("report", "in", "--format", "json=in/broken.pdf"), "is one of the articles"),
        (("extract", "in", "-o", "in/broken.pdf"), "is one of the articles"),
        (("extract", "in", "-o", "in/articles.toml"), "tells what is known of articles"),
        (("report", "in", *UPDATE, "in/articles.toml"), "tells what is known of articles"),
        (("report", "in", "-o", "factcheck.toml"), "is the configuration"),
        (("extract", "in", "-o", "./factcheck.toml"), "is the configuration"),
        (("report", "in", *UPDATE, "factcheck.toml"), "is the configuration"),
        (("report", "in", "-o", "factcheck-decisions.toml"), "is the file of decisions"),
        (("report", "in", *UPDATE, "factcheck-decisions.toml"), "is the file of decisions"),
        (("report", "in", "-o", "known.txt", "--baseline", "known.txt"), "is the baseline"),
        (("report", "in", "-o", "known.txt", *UPDATE, "known.txt"), "is the baseline"),
        (("report", "in", "-o", "new.txt", *UPDATE, "./new.txt"), "is the baseline"),
    ],
)
def test_what_is_read_stays_as_it_was(desk, arguments, said):
    done = run(*arguments, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert {name: (desk / name).read_text(encoding="utf-8") for name in FILES} == FILES
    assert not (desk / "new.txt").exists()


@pytest.mark.parametrize("suffix", ["json", "sarif", "xml"])
def test_the_last_report_is_replaced_where_it_lies(desk, suffix):
    format = {"xml": "junit"}.get(suffix, suffix)
    for name in ("broken.pdf", "large.txt", "far.txt"):
        (desk / "in" / name).unlink()
    for _ in range(2):
        assert run("report", "in", "--format", format, "-o", f"in/last.{suffix}", cwd=desk).returncode == 1


@pytest.mark.parametrize(
    "option", ["--output", "--baseline", "--decisions", "--config", "--cache-dir", "--shards", "--scheduler"]
)
def test_an_option_that_nobody_set_is_told(desk, option):
    done = run("report", "in", option, "", cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"factcheck: {option}: '' names nothing (see factcheck report --help)\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("x" * 300, "File name too long"),
        ("loop", "ymbolic link"),
        ("gone/r.txt", "there is no folder gone"),
        (".", "is a folder"),
    ],
)
def test_a_place_that_cannot_be_is_told_before_anything_is_read(desk, name, said):
    (desk / "loop").symlink_to("loop")
    done = run("report", "in", "-o", name, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert said.casefold() in done.stderr.casefold()
    assert done.stderr.count("\n") == 1
