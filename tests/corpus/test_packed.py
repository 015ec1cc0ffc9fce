"""Archives: zip, gzip and WARC, honest ones and bombs."""

# ruff: noqa: E501  # markup is long

import gzip
from datetime import date
from io import BytesIO
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from corpus import ReadProblem, read_corpus
from corpus.extras import MissingExtraError, import_extra
from corpus.formats import warc as warc_format
from tests.corpus.layouts import STORIES, document, semantic
from tests.corpus.test_docx import document as word
from tests.corpus.test_docx import paragraph
from tests.corpus.test_exports import lines
from tests.corpus.test_read import STORY, put, read


def zipped(members):
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_every_member_in_the_order_of_names(tmp_path):
    members = {
        "b.txt": STORY,
        "a/c.docx": word(paragraph("Six.")),
        "x.jpg": "",
        "__MACOSX/b.txt": "x",
        ".h.txt": "x",
    }
    put(tmp_path, {"in.zip": zipped(members | {"a/e.jsonl": lines({"text": "One."}, {"text": "Two."})})})
    articles, problems = read(tmp_path)
    assert [article.id for article in articles] == ["c", "e#1", "e#2", "b"]
    assert {article.path for article in articles} == {(tmp_path / "in.zip").as_posix()}
    assert problems == []


def test_equal_names_inside_and_outside_an_archive(tmp_path):
    put(tmp_path, {"a.zip": zipped({"x/s.txt": STORY, "y/s.txt": STORY, "z/t.txt": STORY}), "t.txt": STORY})
    assert [article.id for article in read(tmp_path)[0]] == ["s", "a#2", "a#3", "t"]


def test_bad_members_are_named_and_the_others_read(tmp_path):
    members = {
        "a.txt": "",
        "b.txt": bytes(range(256)) * 20,
        "c.zip": zipped({"a.txt": STORY}),
        "d.docx": b"PK\x03\x04",
        "z.txt": STORY,
    }
    put(tmp_path, {"in.zip": zipped(members)})
    articles, problems = read(tmp_path)
    assert [article.id for article in articles] == ["z"]
    assert problems == [
        ("warning", "a.txt", "is empty"),
        ("error", "b.txt", "is binary, not text"),
        ("warning", "c.zip", "is an archive in an archive and not read"),
        ("warning", "d.docx", "is an archive in an archive and not read"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({}), "is an archive without an article in it"),
        (zipped({"x.jpg": "x"}), "is an archive without an article in it"),
        (zipped({"a.txt": "a" * 30_000_000}), "a.txt: unpacks to more than 200 times its size; not read"),
        (zipped({"a.txt": STORY})[:-30], "is a damaged archive: "),
        (zipped({f"{n}.txt": "" for n in range(5_001)}), "has 5,001 members"),
    ],
)
def test_archives_that_are_not_read(tmp_path, data, reason):
    put(tmp_path, {"a.zip": data, "z.txt": STORY})
    articles, [(severity, name, said)] = read(tmp_path / "a.zip", tmp_path / "z.txt")
    assert ([article.id for article in articles], severity, name) == (["z"], "error", "a.zip")
    assert said.startswith(reason)


def test_a_member_over_the_cap(tmp_path):
    put(tmp_path, {"a.zip": zipped({"a.txt": STORY * 100, "z.txt": STORY})})
    articles, problems = read(tmp_path, max_bytes=2_000)
    assert ([article.id for article in articles], problems) == (
        ["z"],
        [("error", "a.txt", "is larger than 2,000 bytes (--max-bytes reads more)")],
    )


def test_gzip(tmp_path):
    put(
        tmp_path,
        {"a.txt.gz": gzip.compress(STORY.encode()), "b.gz": gzip.compress(semantic(STORIES[0]).encode())},
    )
    put(
        tmp_path,
        {
            "c.jsonl.gz": gzip.compress(lines({"text": "One."}).encode()) * 2,
            "d.tar.gz": b"x",
            "e.jpg.gz": b"x",
        },
    )
    articles, problems = read(tmp_path)
    assert [article.id for article in articles] == ["a", "b", "c#1", "c#2"]
    assert articles[1].title == STORIES[0].title
    assert [problem for problem in problems if "install" not in problem[2]] == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(STORY.encode() * 50)[:-60], "is a damaged gzip file: "),
        (gzip.compress(STORY.encode())[:-8] + b"\0" * 8, "is a damaged gzip file: "),
        (gzip.compress(gzip.compress(STORY.encode())), "is compressed twice and not read"),
        (gzip.compress(b"a" * 21_000_000), "is larger than 20,000,000 bytes"),
        (
            gzip.compress((b'{"text": ""}' + b" " * 9_999_988) * 9 + b"\n", 1),
            "unpacks to more than 200 times its size",
        ),
        (gzip.compress(b"\n" * 1_000_000), "line 100001: is one of more than 100,000 empty lines"),
        (b"\x1f\x8b", "is a damaged gzip file: "),
    ],
    ids=["cut", "false sum", "twice", "large", "bomb", "empty lines", "a head alone"],
)
def test_gzip_that_is_not_read(tmp_path, data, reason):
    name = "a.jsonl.gz" if "200 times" in reason or "empty" in reason else "a.txt.gz"
    put(tmp_path, {name: data, "z.txt": STORY})
    began = process_time()
    articles, problems = read(tmp_path / name, tmp_path / "z.txt")
    assert process_time() - began < 20
    assert [article.id for article in articles] == ["z"]
    assert [problem[0] for problem in problems] == ["error"]
    assert problems[0][2].startswith(reason)


def record(kind, url, body, headers="HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"):
    block = headers.encode() + (body if isinstance(body, bytes) else body.encode())
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-05-06T10:00:00Z\r\nWARC-Record-ID: <urn:x>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


CRAWL = [
    record("request", "https://e.org/1", "", "GET / HTTP/1.1\r\nHost: e.org\r\n\r\n"),
    record("response", "https://e.org/1", semantic(STORIES[0])),
    record(
        "response", "https://e.org/x.png", b"\x89PNG", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"
    ),
    record(
        "response",
        "https://e.org/404",
        semantic(STORIES[1]),
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n",
    ),
    record("response", "https://e.org/empty", "<html></html>"),
    record("response", "https://e.org/3", document(STORIES[2])),
]


@pytest.fixture
def needs_extra():
    pytest.importorskip("warcio", reason="needs the extra [warc]", exc_type=ImportError)


@pytest.mark.usefixtures("needs_extra")
@pytest.mark.parametrize(
    "pack",
    [
        b"".join,
        lambda crawl: b"".join(map(gzip.compress, crawl)),
        lambda crawl: gzip.compress(b"".join(crawl)),
    ],
)
def test_a_crawl(tmp_path, pack):
    data = pack(CRAWL)
    put(tmp_path, {"crawl.warc.gz" if data.startswith(b"\x1f") else "crawl.warc": data})
    items = list(read_corpus([tmp_path]))
    one, two = (item for item in items if not isinstance(item, ReadProblem))
    assert (one.id, one.title, one.published, one.published_last) == (
        "crawl#1",
        STORIES[0].title,
        STORIES[0].day,
        None,
    )
    assert (two.id, two.title, two.published, two.published_last) == (
        "crawl#2",
        STORIES[2].title,
        None,
        date(2023, 5, 6),
    )
    assert two.url == "https://e.org/3"
    [note] = [item for item in items if isinstance(item, ReadProblem) and item.severity == "note"]
    assert note.reason == "4 records passed over: no pages, or without text"


@pytest.mark.usefixtures("needs_extra")
def test_a_damaged_crawl_gives_what_stands_before(tmp_path):
    put(tmp_path, {"a.warc": b"".join(CRAWL[:2]) + b"garbage\r\n" * 40})
    articles, problems = read(tmp_path)
    assert [article.title for article in articles] == [STORIES[0].title]
    assert any(reason.startswith("is damaged after 2 records") for _, _, reason in problems)


@pytest.mark.usefixtures("needs_extra")
def test_compressed_and_broken_answers(tmp_path):
    page = gzip.compress(semantic(STORIES[0]).encode())
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    bomb = gzip.compress(b"<html>" + b"a" * 30_000_000)
    put(
        tmp_path,
        {
            "a.warc": record("response", "https://e.org/1", page, head)
            + record("response", "https://e.org/b", bomb, head)
        },
    )
    articles, problems = read(tmp_path)
    assert [article.title for article in articles] == [STORIES[0].title]
    assert any(
        reason.startswith("https://e.org/b: is larger than 20,000,000 bytes") for _, _, reason in problems
    )


def test_the_extra_is_named(tmp_path, monkeypatch):
    def missing(module, extra):
        raise MissingExtraError(f"needs {module}; install it with pip install '.[{extra}]'")

    monkeypatch.setattr(warc_format, "import_extra", missing)
    put(tmp_path, {"a.warc": CRAWL[1]})
    assert read(tmp_path)[1][0][2].endswith("install it with pip install '.[warc]'")


def test_a_library_that_is_there_and_broken_is_told_as_such(tmp_path, monkeypatch):
    (tmp_path / "broken_library.py").write_text("from os import what_is_not_there\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(MissingExtraError, match="which does not work here"):
        import_extra("broken_library", "html")


@pytest.mark.parametrize("length", ["-5", "abc", "3", "99999999999999"])
def test_a_library_of_crawls_prints_nothing(tmp_path, capfd, length):
    pytest.importorskip("warcio", reason="needs the extra [warc]", exc_type=ImportError)
    content = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n::error::x\r\n"
    put(tmp_path, {"a.warc": content.encode()})
    assert [severity for severity, _, _ in read(tmp_path / "a.warc")[1]][-1] == "error"
    assert capfd.readouterr() == ("", "")
