"""Agencies' formats: ninjs 1 to 3, NITF, NewsML-G2, NewsML 1."""

# ruff: noqa: E501  # markup is long

import json
from datetime import date

import pytest

from tests.corpus.test_read import STORY, put, read

HTML = "<section><p>Six people &amp; a dog died.</p><p>Two <b>fled</b>.</p></section>"
TEXT = "Six die in fire\n\nSix people & a dog died.\n\nTwo fled.\n"
NINJS = {
    "one": {
        "uri": "http://e.org/1", "type": "text", "versioncreated": "2020-02-24T10:00:00Z", "language": "en-GB", "headline": "Six die in fire",
        "body_text": "Six people & a dog died. Two fled.", "body_xhtml": HTML, "copyrightholder": "Coast Wire",
    },
    "two": {
        "uri": "http://e.org/1", "versioncreated": "2020-02-24T10:00:00Z", "language": "en", "copyrightholder": "Coast Wire",
        "bodies": [{"role": "html", "contenttype": "text/html", "value": HTML}], "headlines": [{"role": "main", "value": "Six die in fire"}],
    },
    "three": {
        "uri": "http://e.org/1", "versionCreated": "2020-02-24T10:00:00Z", "language": "en", "copyrightHolder": "Coast Wire", "type": "text",
        "bodies": [{"contentType": "text/plain", "value": "Six people & a dog died.\r\n\r\nTwo fled."}], "headlines": [{"value": "Six die in fire"}],
    },
}  # fmt: skip
NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><title>slug</title><docdata><date.issue norm="20200224T100000Z"/></docdata><pubdata name="Coast Wire"/></head>
<body><body.head><hedline><hl1>Six die in fire</hl1></hedline><byline>By Ann</byline></body.head><body.content>
<block><p>Six people &amp; a&nbsp;dog died.</p><media><media-metadata name="x" value="9"/><media-caption>A quay.</media-caption></media>
<p>Two <em>fled</em>.</p></block><table><tr><td>2019</td><td>7</td></tr></table></body.content></body></nitf>"""
G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem xml:lang="en-US" guid="1"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:CW"><name>Coast Wire</name></provider>
<versionCreated>2020-02-24T10:00:00+01:00</versionCreated></itemMeta><contentMeta><headline>Six die in fire</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>
<newsItem><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet><inlineData>Not text.</inlineData></contentSet></newsItem>
</itemSet></newsMessage>"""
NEWSML = """<NewsML><NewsItem><NewsManagement><FirstCreated>20200223T100000+0000</FirstCreated>
<ThisRevisionCreated>20200224T100000+0000</ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Six die in fire</HeadLine>
</NewsLines><AdministrativeMetadata><Provider><Party FormalName="Coast Wire"/></Provider></AdministrativeMetadata><DescriptiveMetadata>
<Language FormalName="en"/></DescriptiveMetadata><ContentItem><DataContent><p>Six people &amp; a dog died.</p><p>Two fled.</p></DataContent>
</ContentItem></NewsComponent></NewsItem></NewsML>"""
CONTENTS = {
    "nitf": '<inlineXML contenttype="application/nitf+xml">'
    + NITF[NITF.index("<nitf") :]
    .replace("&nbsp;", " ")
    .replace("<table><tr><td>2019</td><td>7</td></tr></table>", "")
    .replace("<media-caption>A quay.</media-caption>", "")
    + "</inlineXML>",
    "xhtml": '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Six people &amp; a dog died.</p><p>Two fled.</p></body></html></inlineXML>',
    "plain": '<inlineData contenttype="text/plain">Six people &amp; a dog died.\n\nTwo fled.</inlineData>',
    "escaped": "<inlineData>&lt;p&gt;Six people &amp;amp; a dog died.&lt;/p&gt;&lt;p&gt;Two fled.&lt;/p&gt;</inlineData>",
    "remote": '<remoteContent href="http://127.0.0.1:9/"/><inlineData>Six people &amp; a dog died.\nTwo fled.</inlineData>',
}


def expect(article, text=TEXT):
    assert article.text == text
    assert (article.title, article.publisher) == ("Six die in fire", "Coast Wire")
    assert (article.published, article.published_from) == (date(2020, 2, 24), "declared")


@pytest.mark.parametrize("version", NINJS)
@pytest.mark.parametrize("indent", [None, 1])
def test_ninjs(tmp_path, version, indent):
    put(tmp_path, {"a.json": json.dumps(NINJS[version], indent=indent)})
    [article], problems = read(tmp_path)
    expect(article)
    assert (article.id, article.url, article.language, problems) == ("a", "http://e.org/1", "en", [])


def test_lists_of_items_pictures_and_beginnings(tmp_path):
    picture = {"type": "picture", "headline": "x", "body_text": "A quay."}
    short = {"type": "text", "descriptions": [{"contenttype": "text/plain", "value": "Six died."}]}
    put(
        tmp_path,
        {
            "a.txt": json.dumps([NINJS["two"], picture, short]),
            "b.json": json.dumps({"items": [NINJS["one"]]}),
        },
    )
    put(
        tmp_path,
        {
            "c.json": json.dumps(
                [{"text": "Six died.", "title": "Fire", "published": "2020-02-24"}, {"text": "Two."}]
            )
        },
    )
    assert [article.id for article in read(tmp_path)[0]] == ["a#1", "a#2", "b", "c#1", "c#2"]
    assert read(tmp_path)[1] == []


@pytest.mark.parametrize(
    ("text", "severity", "reason"),
    [
        ('{"name": "package", "version": 7}', None, "is JSON, but holds no article"),
        ("[]", None, "is JSON, but holds no article"),
        ('{"bodies": [], "headlines": 7}', None, "is JSON, but holds no article"),
        ('{"bodies": "x", "type": ["text"]}', None, "is JSON, but holds no article"),
        ('{"headline": ', "warning", "is no JSON: "),
        ("{ // settings\n}", "warning", "is no JSON: "),
        ('{"a": 1,\n"a": 2}', "warning", "has 'a' twice"),
        ("[" * 100_000, "warning", "is nested too deep"),
        ('{"bodies": [], "headlines": ', "error", "is no JSON: "),
        ('{"bodies": [], "headlines": ' + "[" * 100_000, "error", "is nested too deep"),
    ],
)
def test_other_json_is_passed_over_in_a_folder_and_refused_by_name(tmp_path, text, severity, reason):
    put(tmp_path, {"a.json": text, "z.txt": STORY})
    articles, problems = read(tmp_path)
    assert [article.id for article in articles] == ["z"]
    assert [problem[0] for problem in problems] == [severity] * bool(severity)
    [(said_severity, _, said)] = read(tmp_path / "a.json")[1]
    assert said_severity == "error"
    assert said.startswith(reason)


def test_nitf(tmp_path):
    put(tmp_path, {"a.xml": NITF})
    [article], problems = read(tmp_path)
    expect(article, TEXT.replace("Two", "A quay.\n\nTwo") + "\n2019 7\n")
    assert problems == []


@pytest.mark.parametrize("kind", CONTENTS)
def test_newsml_g2(tmp_path, kind):
    put(tmp_path, {"a.xml": G2.format(content=CONTENTS[kind])})
    [article], problems = read(tmp_path)
    expect(article)
    assert (article.id, article.language, problems) == ("a", "en", [])


def test_several_items_in_one_message(tmp_path):
    one = G2.format(content=CONTENTS["plain"])
    item = one[one.index("<newsItem") : one.index("</newsItem>") + 11]
    put(tmp_path, {"a.xml": one.replace(item, item * 3)})
    assert [article.id for article in read(tmp_path)[0]] == ["a#1", "a#2", "a#3"]


def test_newsml_1(tmp_path):
    put(tmp_path, {"a.newsml": NEWSML})
    [article], _ = read(tmp_path)
    expect(article)
    assert article.language == "en"


@pytest.mark.parametrize(
    ("text", "severity", "reason"),
    [
        (NITF.replace("body.content", "x"), "warning", "holds no text in body.content"),
        (G2.format(content=""), "warning", "holds no item with a text"),
        (NITF[:300], "error", "is no well-formed XML"),
        (G2[:200], "error", "is no well-formed XML"),
        (NITF.replace("<p>", "<p>" + "<em>" * 2000), "error", "is nested more than 500 levels deep"),
        (
            NITF.replace('SYSTEM "nitf-3-6.dtd"', '[<!ENTITY nbsp SYSTEM "file:///etc/passwd">]'),
            "error",
            "declares entities",
        ),
        (NITF.replace('version="1.0"', 'version="1.0" encoding="x-none"'), "error", "is "),
    ],
)
def test_bad_documents(tmp_path, text, severity, reason):
    put(tmp_path, {"a.xml": text, "z.txt": STORY})
    articles, [(said_severity, name, said)] = read(tmp_path)
    assert ([article.id for article in articles], said_severity, name) == (["z"], severity, "a.xml")
    assert said.startswith(reason)
