"""Pages: text, title, day, publisher; encodings; with the extra [html] and without; hostile ones."""

# ruff: noqa: E501  # markup is long

import json
from datetime import date
from time import process_time

import pytest

from corpus.encodings import decode
from corpus.extras import MissingExtraError
from corpus.formats import html as html_format
from corpus.formats.html import recognises
from corpus.labels import declared_encoding
from corpus.pages import read_page
from corpus.published import day_in_address, parse_day, stamped_day
from tests.corpus.layouts import LAYOUTS, STORIES, score, semantic, wordpress
from tests.corpus.test_read import put, read


@pytest.fixture
def without_extra(monkeypatch):
    def missing(module, extra):
        raise MissingExtraError(f"needs {module}; install it with pip install '.[{extra}]'")

    monkeypatch.setattr(html_format, "import_extra", missing)


@pytest.fixture
def with_extra():
    pytest.importorskip("trafilatura", reason="needs the extra [html]", exc_type=ImportError)


def readings(folder):
    put(
        folder, {f"{layout.__name__}{n}.html": layout(s) for layout in LAYOUTS for n, s in enumerate(STORIES)}
    )
    articles, problems = read(folder)
    assert len(articles) == len(LAYOUTS) * len(STORIES)
    return [(STORIES[int(article.id[-1])], article) for article in articles], problems


@pytest.mark.usefixtures("with_extra")
def test_ten_layouts(tmp_path):
    found, problems = readings(tmp_path)
    assert problems == []
    assert {article.text.split("\n")[0] for _, article in found} >= {story.title for story in STORIES}
    scores = score(found)
    assert scores["text F1"] >= 0.99
    assert scores["number precision"] >= 0.97
    assert scores["number recall"] >= 0.99
    assert scores["date precision"] == 1
    assert scores["date recall"] >= 0.9
    assert scores["exact title"] == 1


@pytest.mark.usefixtures("without_extra")
def test_ten_layouts_by_their_tags_alone(tmp_path):
    found, problems = readings(tmp_path)
    assert {severity for severity, _, _ in problems} == {"warning"}
    assert all(reason.endswith("; install it with pip install '.[html]'") for _, _, reason in problems)
    scores = score(found)
    assert scores["text F1"] >= 0.98
    assert scores["number precision"] >= 0.93
    assert scores["date precision"] == 1
    assert scores["exact title"] == 1


def test_a_page_declares_itself(tmp_path):
    put(tmp_path, {"a.txt": semantic(STORIES[0]).replace('lang="en"', 'lang="en-GB"')})
    [article] = read(tmp_path / "a.txt")[0]
    assert (article.publisher, article.language, article.published_from) == (
        "Coast Gazette",
        "en",
        "declared",
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Six die | Gazette</title>", "Six die | Gazette"),
        ("<title>Six die in fire near port | Gazette</title>", "Six die in fire near port"),
        ("<title>Six die - Gazette</title><meta property='og:site_name' content='Gazette'>", "Six die"),
        ("<title>Q&amp;A: six die</title>", "Q&A: six die"),
        ("<title>Gazette</title><meta property=og:title content='Six die in fire'>", "Six die in fire"),
        (
            "<title>x</title><h1>Six <i>die</i> in fire</h1><meta name=og:title content='Fire: six die'>",
            "Six die in fire",
        ),
        ("<h1>Gazette</h1><meta property=og:title content='Six die'>", "Six die"),
        ("<h1>Six die</h1>", "Six die"),
        ("<h1>Six die</h1><h1>Two flee</h1>", None),
        ("<TITLE>Six die</TITLE>", "Six die"),
        ("<title>Six die", None),
        ("", None),
    ],
)
def test_titles(head, title):
    assert read_page(head).title() == title


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2020-02-24T23:00:00+01:00">', date(2020, 2, 24)),
        ('<meta itemprop="datePublished" content="20200224">', date(2020, 2, 24)),
        ('<meta name="DC.date.issued" content="24 Feb 2020">', date(2020, 2, 24)),
        (
            '<script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2020-02-24"}</script>',
            date(2020, 2, 24),
        ),
        (
            '<script type=application/ld+json>[{"@type":["X","Article"],"datePublished":"2020-02-24"}]</script>',
            date(2020, 2, 24),
        ),
        ('<script type=application/ld+json>{"@type":"Person","birthDate":"2020-02-24"}</script>', None),
        ("<script type=application/ld+json>{broken</script>", None),
        (f"<script type=application/ld+json>{'[' * 100_000}</script>", None),
        ('<meta property="article:modified_time" content="2020-02-24">', None),
        ('<meta name="date" content="1970-01-01">', None),
        ('<link rel="canonical" href="https://example.org/2020/02/24/x">', date(2020, 2, 24)),
        ('<time datetime="2020-02-24">today</time>', date(2020, 2, 24)),
        ('<time datetime="2020-02-24">a</time><time datetime="2020-02-25">b</time>', None),
        (
            '<time class="entry-date published" datetime="2020-02-24">a</time><time datetime="2020-02-25">b</time>',
            date(2020, 2, 24),
        ),
        ("", None),
    ],
)
def test_declared_days(head, day):
    assert read_page(head).published() == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020-02-24", date(2020, 2, 24)),
        ("2020-02-24 10:00:00 UTC", date(2020, 2, 24)),
        ("20200224T101500Z", date(2020, 2, 24)),
        ("2020/2/24", date(2020, 2, 24)),
        ("Mon, 24 Feb 2020 10:00:00 GMT", date(2020, 2, 24)),
        ("Monday, February 24th, 2020", date(2020, 2, 24)),
        ("24. Feb 2020", None),
        ("24/02/2020", date(2020, 2, 24)),
        ("02/24/2020", date(2020, 2, 24)),
        ("02/03/2020", None),
        ("03/03/2020", date(2020, 3, 3)),
        ("2020", None),
        ("2020-02-30", None),
        ("3 hours ago", None),
        ("Maybe 24, 2020", None),
        ("x" * 100_000, None),
        ("9" * 5_000, None),
        ("", None),
    ],
)
def test_written_days(written, day):
    assert parse_day(written) == day


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Six die", "Published: 4 March 2021 10:30 GMT"], date(2021, 3, 4)),
        (["Six die", "March 4, 2021", "A" * 90], date(2021, 3, 4)),
        (["Tuesday, May 5, 2026", "Six die", "4 March 2021", "A" * 90], date(2021, 3, 4)),
        (["Six die", "Last updated on March 5, 2021", "A" * 90], None),
        (["Six die", "A" * 90, "March 4, 2021"], None),
        (["March 4, 2021, was a day to remember", "A" * 90], None),
        (["Six die", "A" * 90, "Posted on 4 March 2021"], date(2021, 3, 4)),
        ([], None),
    ],
)
def test_stamped_days(lines, day):
    assert stamped_day(lines) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2020/02/24/fire", date(2020, 2, 24)),
        ("https://example.org/news/2020-02-24/fire", date(2020, 2, 24)),
        ("https://example.org/2020/feb/24/fire", date(2020, 2, 24)),
        ("https://example.org/2020/02/fire-24", None),
        ("https://example.org/2020/99/99/fire", None),
        ("https://example.org/id/2020022412345", None),
    ],
)
def test_days_in_addresses(address, day):
    assert day_in_address(address) == day


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("iso-8859-1", "cp1252"),
        ("ASCII", "cp1252"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("utf8", "utf-8"),
        ("x-no", None),
    ],
)
def test_labels_mean_what_the_standard_says(label, codec):
    assert declared_encoding(f'<meta http-equiv=x content="text/html; charset={label}">'.encode()) == codec
    assert declared_encoding(f"<?xml version='1.0' encoding='{label}'?>".encode()) == codec
    if codec:
        "six".encode(codec)


@pytest.mark.parametrize(
    ("encoding", "label"),
    [
        ("cp1252", "iso-8859-1"),
        ("cp1250", "windows-1250"),
        ("utf-8", "iso-8859-1"),
        ("utf-8-sig", "x"),
        ("utf-16", "utf-16"),
    ],
)
def test_pages_are_decoded_as_declared(tmp_path, encoding, label):
    text = (
        "The bill came to “5” € – or 6 …, said Zoë Müller of the coast guard in the harbour of Tromsö. " * 5
    )
    text = (
        text
        if encoding != "cp1250"
        else "Šest “Pancir” za 230 miliona € – kaže Vučić u Beogradu. ".replace("ć", "c") * 8
    )
    page = f"<html><head><meta charset={label}></head><body><article><p>{text}</p></article></body></html>"
    put(tmp_path, {"a.html": page.encode(encoding)})
    [article], problems = read(tmp_path)
    assert text.strip() in article.text
    assert [problem for problem in problems if "UTF" in problem[2]] == []


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\ufeff\n <!-- x --><?xml version='1.0'?>\n<!DOCTYPE HTML PUBLIC>", True),
        ("<html lang=en>", True),
        ("<div>Six</div>", False),
        ("<?xml version='1.0'?><rss>", False),
        ("The <html> tag was named 6 times.", False),
        ("<!--" * 2000, False),
        ("", False),
        ("<!---->" * 5 + "<html>", True),
        ("<!---->" * 500, False),
    ],
)
def test_recognised_by_content(head, is_page):
    assert recognises(head.encode()) is is_page


PROSE = "Six people died when a ferry capsized off the coast on Monday, the coast guard said. " * 4
HOSTILE = {
    "deep": "<html><body>" + "<div>" * 10_000 + f"<p>{PROSE}</p>",
    "unclosed": f"<html><body><nav><ul><li><a href=/x>Home<p>{PROSE}<p>{PROSE}",
    "attributes": "<html><body><p " + "a=1 " * 200_000 + f">{PROSE}</p>",
    "many": "<html><body>" + f"<p>{PROSE[:86]}</p>" * 31_000,
    "spans": f"<html><body><p>{PROSE}</p><table><tr><td colspan=9007199254740991 rowspan=99999999>7</table>",
    "entities": f"<html><body><p>{PROSE} &#x110000; &#0; &nosuch; &amp;lt;</p>",
    "scripts": "<html><body>" + "<script>" * 20_000 + f"<p>{PROSE}</p>",
    "comments": "<html><body>" + "<!--" * 50_000 + f"<p>{PROSE}</p>",
    "open": f"<html><body><p>{PROSE}</p>" + "<a " * 100_000,
    "external": f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; {PROSE}</p>',
    "svg": f"<html><body><svg onload=alert(1)><text>9</text></svg><p>{PROSE}</p>",
}


@pytest.mark.parametrize("extra", [True, False])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages(tmp_path, monkeypatch, request, name, extra):
    request.getfixturevalue("with_extra" if extra else "without_extra")
    put(tmp_path, {"a.html": HOSTILE[name], "z.txt": PROSE})
    began = process_time()
    articles, problems = read(tmp_path)
    assert process_time() - began < 20
    assert articles[-1].id == "z"
    assert "Six people died when a ferry capsized" in articles[0].text or [
        p for p in problems if p[0] == "error"
    ]
    assert "root:" not in articles[0].text


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>var six = 6;</script></body></html>"])
def test_a_page_without_text_is_no_article(tmp_path, page):
    put(tmp_path, {"a.html": page})
    assert ("error", "a.html", "holds no text that can be found") in read(tmp_path / "a.html")[1]
    put(tmp_path, {"z.txt": PROSE})
    assert ("warning", "a.html", "holds no text that can be found") in read(tmp_path)[1]


@pytest.mark.parametrize(
    "body", ["Six died.\r\nTwo fled &amp; hid. " * 20, "<p>Six died.</p><p>Two fled &amp; hid.</p>" * 20]
)
def test_a_page_that_shows_its_article_only_by_script(tmp_path, body):
    found = json.dumps({"@type": "NewsArticle", "headline": "Six die", "articleBody": body})
    head = f'<script type="application/ld+json">{found}</script>'
    page = f"<html><head>{head}</head><body><p>Please enable JavaScript to read on.</p></body></html>"
    put(tmp_path, {"a.html": page})
    [article] = read(tmp_path)[0]
    assert article.text.startswith("Six die\n\nSix died.\n")
    assert "Two fled & hid." in article.text
    assert "JavaScript" not in article.text


def test_binary_and_undecodable_pages(tmp_path):
    put(tmp_path, {"a.html": bytes(range(256)) * 30})
    assert read(tmp_path / "a.html")[1] == [("error", "a.html", "is binary, not HTML")]
    assert decode(b"<p>caf\xe9", declared="utf-8").warning


@pytest.mark.usefixtures("with_extra")
def test_readers_comments_and_sidebars_are_left_out(tmp_path):
    put(tmp_path, {"a.html": wordpress(STORIES[0])})
    text = read(tmp_path)[0][0].text
    assert "1974" not in text
    assert "House prices" not in text


def test_cells_wider_than_any_table_are_narrow_before_a_parser_sees_them(monkeypatch):
    seen = []
    monkeypatch.setattr(html_format, "_extracted", lambda page: (seen.append(page) or "", None))
    assert list(html_format.read_html(HOSTILE["spans"], "a.html"))
    assert "<td" in seen[0]
    assert not {"9007199254740991", "99999999"} & set(seen[0].replace("=", " ").replace(">", " ").split())
