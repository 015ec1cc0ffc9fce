"""How much memory a reader takes: at most twenty times its file, whatever that holds."""

from contextlib import suppress
from io import BytesIO

import pytest

from corpus import jsontext, xmltree
from corpus.errors import ReadProblem
from corpus.formats import feeds, formats, html
from corpus.jsontext import parse_json
from corpus.source import Source
from corpus.xmltree import parse_xml
from fuzz.files import FILES
from tests.reliability.commandline import factcheck
from tests.reliability.test_memory import peak

SIZE = 10_000  # characters of the text
TEXTS = {
    "one line": ["and so on, " * (SIZE // 11)],
    "letters": ["a\n" * (SIZE // 2)],
    "paragraphs": ["<p>xy" * (SIZE // 5)],
    "bold": ["<b>x</b>" * (SIZE // 8)],
    "breaks": ["x<br>" * (SIZE // 5)],
    "records": ["a"] * (SIZE // 40),
}


def read(name, data):
    """Read a file of that format, and hold no more of it than the latest article."""
    form = formats()[name]
    with suppress(ReadProblem):
        for _ in form.read(Source(f"a{form.SUFFIXES[0]}", BytesIO(data))):
            pass


def read_size(name, texts):
    """The most memory for each byte of the file or character of the texts, what each file takes set aside."""
    once, twice = (FILES[name](texts * times) for times in (1, 2))
    more = max(len(twice) - len(once), sum(map(len, texts)))
    read(name, once)  # fills the caches
    return (peak(read, name, twice) - peak(read, name, once)) / more


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", formats())
def test_a_reader_takes_a_few_times_its_file(monkeypatch, name, texts):
    monkeypatch.setattr(html, "_MOST_CHARACTERS", 0)  # the better extractors have a limit of their own
    monkeypatch.setattr(feeds, "_MOST_MENDED", 0)
    assert read_size(name, texts) <= 20


def test_xml_of_very_many_elements_is_refused(monkeypatch):
    monkeypatch.setattr(xmltree, "_MOST_ELEMENTS", 100)
    assert len(parse_xml(b"<a>" + b"<b/>" * 99 + b"</a>")) == 99
    with pytest.raises(ValueError, match="has more than 100 elements; split it"):
        parse_xml(b"<a>" + b"<b/>" * 100 + b"</a>")


@pytest.mark.parametrize("one", ["[]", "{}"])
def test_json_of_very_many_objects_is_refused(monkeypatch, one):
    monkeypatch.setattr(jsontext, "_MOST_VALUES", 100)
    assert len(parse_json(f"[{','.join([one] * 99)}]")) == 99
    with pytest.raises(ValueError, match="has more than 100 lists and objects; split it"):
        parse_json(f"[{','.join([one] * 100)}]")


def test_a_broken_feed_that_is_too_long_to_mend_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_MOST_MENDED", 100)
    (tmp_path / "a.rss").write_text("<rss version='2.0'><channel><item>" + "<br>" * 100)
    done = factcheck("extract", tmp_path)
    assert done.code == 2
    assert "a.rss: is no well-formed XML" in done.stderr
    assert done.stderr.endswith("; only of 100 bytes is made out what can be\n")


def test_a_long_page_is_read_by_its_tags_and_that_is_told(tmp_path, monkeypatch):
    pytest.importorskip("trafilatura", reason="needs the extra [html]", exc_type=ImportError)
    monkeypatch.setattr(html, "_MOST_CHARACTERS", 1_000)
    body = "<p>The storm killed 12 people in Norhaven on Monday, police said.</p>"
    (tmp_path / "a.html").write_text(f"<html><body>{body * 5}<script>{'x' * 2_000}</script>")
    assert factcheck("extract", tmp_path).complaints == ""
    (tmp_path / "a.html").write_text(f"<html><body>{body * 20}")
    done = factcheck("extract", tmp_path)
    assert done.code == 0
    assert "a.html: has more than 1,000 characters beside scripts; read by its tags alone\n" in done.stderr
