"""The parts of the language server that no editor is needed for: places, the pace of checks, the sources."""

import os
import threading

import pytest

from factcheck.lsp.checker import Checker, Document
from factcheck.lsp.positions import Lines
from factcheck.lsp.sources import DraftSources
from factcheck.model import Report
from tests.corpus.test_read import put


@pytest.mark.parametrize(("text", "encoding", "offset", "place"), [
    ("", "utf-16", 0, (0, 0)),
    ("six", "utf-16", 3, (0, 3)),
    ("a\nsix", "utf-16", 2, (1, 0)),
    ("a\r\nsix", "utf-16", 3, (1, 0)),
    ("a\rsix", "utf-16", 2, (1, 0)),
    ("a\n", "utf-16", 2, (1, 0)),
    ("a\u2028b\x85c\x0bd\x0ce six", "utf-16", 10, (0, 10)),  # ends of lines to Python alone
    ("😀 six", "utf-16", 2, (0, 3)),
    ("😀 six", "utf-32", 2, (0, 2)),
    ("😀 six", "utf-8", 2, (0, 5)),
    ("東京 six", "utf-16", 3, (0, 3)),
    ("東京 six", "utf-8", 3, (0, 7)),
    ("e\u0301 six", "utf-16", 3, (0, 3)),
    ("\ud800 six", "utf-8", 2, (0, 4)),
    ("😀 six", "utf-7", 2, (0, 3)),  # unheard of: the protocol's own
])  # fmt: skip
def test_places(text, encoding, offset, place):
    lines = Lines(text, encoding)
    assert lines.place(offset) == place
    assert lines.offset(*place) == offset


@pytest.mark.parametrize(("text", "line", "column", "offset"), [
    ("six\njets", 0, 99, 3),
    ("six\r\njets", 0, 99, 3),
    ("six\njets", 9, 0, 8),
    ("😀😀 six", 0, 1, 0),  # in the middle of a character
    ("😀😀 six", 0, 99, 6),
])  # fmt: skip
def test_places_that_are_none_become_the_nearest(text, line, column, offset):
    assert Lines(text).offset(line, column) == offset


def empty(document):
    return Report(articles=(), claims=(), findings=())


class Desk:
    """A checker whose checks wait for leave, with a record of what was checked and told."""

    def __init__(self):
        self.met, self.told = [], []
        self.leave = threading.Semaphore(0)
        self.told_one = threading.Semaphore(0)
        self.is_renewed = False
        self.checker = Checker(self.prepare, self.check, self.done)

    def prepare(self):
        renewed, self.is_renewed = self.is_renewed, False
        return renewed

    def check(self, document):
        assert self.leave.acquire(timeout=20)
        self.met.append(document.text)
        return empty(document)

    def done(self, checked):
        self.told.append((checked.document.uri, checked.document.version))
        self.told_one.release()

    def wait(self, count):
        for _ in range(count):
            assert self.told_one.acquire(timeout=20)


@pytest.fixture
def desk():
    desk = Desk()
    yield desk
    desk.checker.stop()
    desk.leave.release(99)


def text(words, version, uri="a"):
    return Document(uri, f"{uri}.md", words, version)


def test_only_the_last_of_many_changes_is_checked(desk):
    for version in range(9):
        desk.checker.put(text(f"draft {version}", version))
    desk.checker.start()
    desk.leave.release()
    desk.wait(1)
    assert (desk.met, desk.told) == (["draft 8"], [("a", 8)])


def test_what_changed_under_the_check_is_not_told(desk):
    desk.checker.put(text("old", 1), at_once=True)
    desk.checker.start()
    desk.checker.put(text("new", 2), at_once=True)
    desk.leave.release(2)
    desk.wait(1)
    assert desk.told == [("a", 2)]


def test_a_question_is_answered_for_the_text_as_it_is(desk):
    desk.checker.put(text("old", 1))
    desk.checker.put(text("new", 2))
    desk.checker.start()
    desk.leave.release()
    checked = desk.checker.answer("a")
    assert (checked.document.version, desk.met) == (2, ["new"])
    assert desk.checker.answer("a") is checked
    assert desk.checker.answer("b") is None


def test_a_closed_document_is_forgotten(desk):
    desk.checker.put(text("old", 1))
    desk.checker.drop("a")
    desk.checker.put(text("other", 1, "b"), at_once=True)
    desk.checker.start()
    desk.leave.release()
    desk.wait(1)
    assert desk.told == [("b", 1)]
    assert desk.checker.answer("a") is None


def test_new_sources_concern_every_open_document(desk):
    desk.checker.put(text("one", 1, "a"), at_once=True)
    desk.checker.put(text("two", 1, "b"), at_once=True)
    desk.checker.start()
    desk.leave.release(2)
    desk.wait(2)
    desk.is_renewed = True
    desk.checker.put(text("one", 2, "a"), at_once=True)
    desk.leave.release(2)
    desk.wait(2)
    assert desk.told == [("a", 1), ("b", 1), ("a", 2), ("b", 1)]


def test_nobody_waits_when_the_server_ends(desk):
    desk.checker.put(text("one", 1))
    desk.checker.stop()
    desk.checker.start()
    assert desk.checker.answer("a") is None


def test_sources_are_read_once_and_again_where_they_changed(tmp_path, monkeypatch):
    put(
        tmp_path,
        {"a.txt": "Six people died on Monday.", "b.txt": "Nine jets landed in Cork.", "articles.toml": ""},
    )
    read = []
    import factcheck.lsp.sources as module

    def extract(articles, **more):
        read.append([article.id for article in articles])
        return real(articles, **more)

    real = module.extract_from
    monkeypatch.setattr(module, "extract_from", extract)
    sources = DraftSources([str(tmp_path)], pytest.fail, "en")
    assert [sources.refresh(), sources.refresh()] == [True, False]
    assert {claim.doc for claim in sources.claims} == {"a", "b"}
    put(tmp_path, {"b.txt": "Nine jets landed in Cork, and 12 in Ennis.", "c.txt": "Two boats sank."})
    assert sources.refresh()
    assert {article.id for article in sources.articles} == {"a", "b", "c"}
    assert "12 in Ennis" in "".join(claim.sentence for claim in sources.claims)
    os.unlink(tmp_path / "a.txt")
    assert sources.refresh()
    put(tmp_path, {"articles.toml": '["b.txt"]\npublisher = "The Cork Herald"\n'})
    assert sources.refresh()
    assert {article.publisher for article in sources.articles} == {None, "The Cork Herald"}
    assert read == [["a", "b"], ["b", "c"], [], ["b"]]


def test_sources_that_cannot_be_read_are_told_of(tmp_path):
    told = []
    sources = DraftSources([str(tmp_path / "none")], told.append, "en")
    assert sources.refresh()
    assert (sources.articles, sources.claims) == ([], [])
    assert len(told) == 1
    assert "no such file" in told[0]
