"""Feeds: RSS 2.0 and 1.0, Atom; whole texts and beginnings; broken and hostile ones."""

# ruff: noqa: E501  # markup is long

from datetime import date

import pytest

from corpus import ReadProblem, read_corpus
from corpus.extras import MissingExtraError
from corpus.formats import feeds as feeds_format
from tests.corpus.test_read import STORY, put, read

CONTENT = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
RSS = f"""<?xml version="1.0"?><rss version="2.0" {CONTENT}><channel><title>Coast &amp; Sea</title><language>en-GB</language>
<item><title>Six die in fire</title><link>https://example.org/1</link><pubDate>Mon, 24 Feb 2020 23:00:00 +0100</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>Six people &amp; a dog died.</p><p>Two <b>fled</b>.</p>]]>
</content:encoded></item>
<item><title>Rates &lt;b&gt;rise&lt;/b&gt;</title><description>&lt;p&gt;The bank raised rates to 5%.&lt;/p&gt;</description>
<dc:date>2020-02-25T10:00:00Z</dc:date><source url="https://e.org">The Wire</source><link>javascript:alert(1)</link></item>
<item><title>No text at all</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Gazette</title>
<entry><title type="html">Six &amp;amp; two</title><link rel="self" href="https://e.org/self"/><link href="https://e.org/1"/>
<published>2020-02-24T01:00:00Z</published><updated>2021-01-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Six people <i>died</i>.</p><ul><li>Two fled.</li></ul></div></content>
</entry><entry><title>Later</title><summary>Only a summary of it.</summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old Feed</title></channel>
<item><title>Six die</title><description>Six people died.</description><dc:date>2003-02-24</dc:date></item></rdf:RDF>"""


def test_rss(tmp_path):
    put(tmp_path, {"wire.xml": RSS})
    [one, two], problems = read(tmp_path)
    assert one.text == "Six die in fire\n\nSix people & a dog died.\n\nTwo fled.\n"
    assert (one.id, one.publisher, one.url, one.language) == (
        "wire#1",
        "Coast & Sea",
        "https://example.org/1",
        "en",
    )
    assert (one.published, one.published_from) == (date(2020, 2, 24), "declared")
    assert two.text == "Rates rise\n\nThe bank raised rates to 5%.\n"
    assert (two.title, two.publisher, two.published, two.url) == (
        "Rates rise",
        "The Wire",
        date(2020, 2, 25),
        None,
    )
    assert problems == []
    [note] = [item for item in read_corpus([tmp_path]) if isinstance(item, ReadProblem)]
    assert (note.severity, note.reason) == ("note", "gives only the beginning of 1 of 2 articles")


def test_atom(tmp_path):
    put(tmp_path, {"a.atom": ATOM})
    [one, two], _ = read(tmp_path)
    assert one.text == "Six & two\n\nSix people died.\n\nTwo fled.\n"
    assert (one.url, one.published, one.publisher) == ("https://e.org/1", date(2020, 2, 24), "Gazette")
    assert (two.text, two.published) == ("Later\n\nOnly a summary of it.\n", None)


def test_the_oldest_kind(tmp_path):
    put(tmp_path, {"feed.txt": RDF})
    [article], _ = read(tmp_path)
    assert (article.text, article.published) == ("Six die\n\nSix people died.\n", date(2003, 2, 24))
    assert article.publisher == "Old Feed"


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "is a feed without an article in it"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "is XML, but neither a feed nor an agency's format"),
    ],
)
def test_what_is_no_article(tmp_path, feed, reason):
    put(tmp_path, {"a.xml": feed, "z.txt": STORY})
    assert read(tmp_path / "a.xml")[1] == [("error", "a.xml", reason)]
    assert read(tmp_path)[1] == [("warning", "a.xml", reason)]


BROKEN = {
    "entity": RSS.replace("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss').replace(
        "Short.", "&x;"
    ),
    "cut": RSS[: RSS.index("<item><title>No text")],
    "deep": RSS.replace("Short.", "<b>" * 5_000),
    "ampersand": RSS.replace("Coast &amp; Sea", "Coast & Sea"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_feeds_with_and_without_the_extra(tmp_path, monkeypatch, name):
    put(tmp_path, {"a.xml": BROKEN[name], "z.txt": STORY})

    def missing(module, extra):
        raise MissingExtraError(f"needs {module}; install it with pip install '.[{extra}]'")

    with monkeypatch.context() as patch:
        patch.setattr(feeds_format, "import_extra", missing)
        articles, [(severity, file, reason)] = read(tmp_path)
        assert ([article.id for article in articles], severity, file) == (["z"], "error", "a.xml")
        assert reason.endswith(
            "; to read it all the same, needs feedparser; install it with pip install '.[feeds]'"
        )
    pytest.importorskip("feedparser", reason="needs the extra [feeds]", exc_type=ImportError)
    articles, problems = read(tmp_path)
    assert articles[-1].id == "z"
    assert problems[0][0] in ("warning", "error")
    assert not any("root:" in article.text for article in articles)
    if name == "ampersand":
        assert "Six people & a dog died." in articles[0].text


def test_nothing_is_fetched(tmp_path, monkeypatch):
    import socket

    def refuse(*_):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    put(tmp_path, {"a.xml": '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">' + RSS.partition("?>")[2]})
    assert len(read(tmp_path)[0]) == 2
