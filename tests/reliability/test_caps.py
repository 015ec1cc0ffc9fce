"""Caps are told where they bite, and the one that a user may need to lift is an option."""

import pytest

from corpus.formats import html, pdf
from tests.corpus.test_pdf import pdf as pages
from tests.reliability.commandline import factcheck

STORY = "The storm killed 12 people in Norhaven on Monday, police said.\n"


@pytest.mark.parametrize("command", [("report",), ("extract",), ("check", "draft.txt", "--against")])
def test_the_largest_article_is_an_option(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "draft.txt").write_text(STORY)
    refused = factcheck(*command, "a.txt", "--max-bytes", len(STORY) - 1)
    assert refused.code == 2
    assert f"a.txt: is larger than {len(STORY) - 1} bytes (--max-bytes reads more)\n" in refused.stderr
    assert factcheck(*command, "a.txt", "--max-bytes", len(STORY)).code == 0


def test_pages_that_are_not_read_are_told(tmp_path, monkeypatch):
    pytest.importorskip("pypdfium2", reason="needs the extra [pdf]", exc_type=ImportError)
    monkeypatch.setattr(pdf, "_MOST_PAGES", 2)
    (tmp_path / "a.pdf").write_bytes(pages(*[["The storm killed 12 people in Norhaven."]] * 3))
    done = factcheck("extract", tmp_path)
    assert (done.code, done.stderr) == (
        0, f"factcheck: warning: {tmp_path}/a.pdf: has 3 pages; only the first 2 are read\n"
    )  # fmt: skip


def test_elements_that_only_tags_are_read_of_are_told(tmp_path, monkeypatch):
    pytest.importorskip("trafilatura", reason="needs the extra [html]", exc_type=ImportError)
    monkeypatch.setattr(html, "_MOST_TAGS", 20)
    (tmp_path / "a.html").write_text("<html><body>" + f"<p>{STORY}</p>" * 30)
    done = factcheck("extract", tmp_path)
    assert (done.code, done.stderr) == (
        0, f"factcheck: warning: {tmp_path}/a.html: has more than 20 elements; read by its tags alone\n"
    )  # fmt: skip


@pytest.mark.parametrize("attributes", [10_000, 1_000_000])
def test_a_tag_with_many_attributes(tmp_path, attributes):
    many = " ".join(f"a{number}=1" for number in range(attributes))
    (tmp_path / "a.html").write_text(f"<html><body><p {many}>{STORY}")
    done = factcheck("extract", tmp_path)
    assert (done.code, done.complaints) == (0, "")
    assert done.stdout.endswith("1 article, 2 claims\n")
