"""Reading real files: what is read, in which order, under which id, and what is said of the rest."""

import io
import json
import os
import socket
import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from corpus import ReadProblem, ReadWarning, load_articles, read_corpus
from corpus.language import language_of
from corpus.source import MAX_BYTES

STORY = "Six die in harbour fire\n\nSix people died in a fire in the harbour on Monday, police said.\n"


def put(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(*paths, **options):
    """The articles, and the problems but for notes as (severity, name, reason)."""
    items = list(read_corpus([str(path) for path in paths], **options))
    problems = [item for item in items if isinstance(item, ReadProblem) and item.severity != "note"]
    return (
        [item for item in items if not isinstance(item, ReadProblem)],
        [(problem.severity, os.path.basename(problem.path), problem.reason) for problem in problems],
    )


def test_a_folder_in_the_order_of_names_with_its_subfolders(tmp_path):
    put(
        tmp_path,
        {"b.txt": STORY, "a/z.md": STORY, "a/c.txt": STORY, "d.TXT": STORY, "photo.jpg": b"\xff\xd8"},
    )
    put(tmp_path, {".hidden.txt": STORY, ".git/x.txt": STORY, "notes.toml": ""})
    articles, problems = read(tmp_path)
    assert [article.id for article in articles] == ["c", "z", "b", "d"]
    assert [article.path for article in articles] == [
        f"{tmp_path.as_posix()}/{name}" for name in ("a/c.txt", "a/z.md", "b.txt", "d.TXT")
    ]
    assert problems == []
    note = list(read_corpus([tmp_path]))[-1]
    assert isinstance(note, ReadProblem)
    assert (note.severity, note.reason[:7]) == ("note", "4 files")


def test_the_text_is_the_whole_file_with_unix_lines(tmp_path):
    put(tmp_path, {"a.txt": b"\xef\xbb\xbfSix die\r\n\r\nSix people died.\rTwo fled.\x0b\x00\n"})
    [article], problems = read(tmp_path / "a.txt")
    assert article.text == "Six die\n\nSix people died.\nTwo fled.\x0b\x00\n"
    assert article.title == "Six die"
    assert problems == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (STORY, "Six die in harbour fire"),
        ("# Storm *Ada*\n\nTwo died.\n", "Storm *Ada*"),
        ("Share this article\n\nRates rise to 5%\nThe bank raised rates on Monday.\n", "Rates rise to 5%"),
        ("Fire kills six\nLONDON (Reuters) - Six died.\n", "Fire kills six"),
        ("Who won?\n\nNobody did, the court found.\n", "Who won?"),
        ("Storm Ada: two die.\n=====\n\nTwo died.\n", "Storm Ada: two die."),
        ("FLOODS HIT U.S.\n\nTwo died.\n", "FLOODS HIT U.S."),
        ("LONDON (Reuters) - Six people died\n\nTwo fled.\n", None),
        ("Six people died on Monday.\n\nTwo fled.\n", None),
        ("The army said on Monday that it had received six\nsystems and two radars.\n", None),
        ("Fire\n\nSix died.\n", None),
        ("Six die in harbour fire\n", None),
    ],
)
def test_the_title_of_a_bare_text(tmp_path, text, title):
    put(tmp_path, {"a.txt": text})
    assert read(tmp_path / "a.txt")[0][0].title == title


def test_front_matter_stays_in_the_text_and_is_metadata(tmp_path):
    text = "---\ntitle: 'Six: jets'\npublisher: Gazette  # ours\ndate: 2021-03-04T23:10:00Z\ntags: [a]\n---\n"
    put(tmp_path, {"a.md": text + "# Other\n\nSix came.\n"})
    [article], problems = read(tmp_path / "a.md")
    assert article.text.startswith("---\ntitle")
    assert (article.title, article.publisher, article.published, article.published_from) == (
        "Six: jets",
        "Gazette",
        date(2021, 3, 4),
        "front-matter",
    )
    assert problems == []


def test_a_front_matter_date_that_is_none_is_said(tmp_path):
    put(tmp_path, {"a.md": "---\ndate: next week\n---\nSix came.\n"})
    [article], [(severity, name, reason)] = read(tmp_path / "a.md")
    assert article.published is None
    assert (severity, name) == ("warning", "a.md")
    assert "next week" in reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: x\nSix came.\n---\nTwo left.\n", "line 3 is no key"),
        ("---\npublisher: x\n\nSix came.\n", "line 4 is no key"),
        ("---\ntitle: x\ndate: 2020-01-02\n", "the closing --- is missing"),
        ("---\ntitle: x\n" + "- 1\n" * 500 + "---\nSix came.\n", "does not end within 400 lines"),
    ],
)
def test_front_matter_that_is_broken_is_said_and_is_text(tmp_path, text, reason):
    put(tmp_path, {"a.md": text})
    [article], [(severity, name, said)] = read(tmp_path / "a.md")
    assert (article.text, article.publisher, severity, name) == (text, None, "warning", "a.md")
    assert said.startswith(f"front matter: {reason}")


@pytest.mark.parametrize(
    "text", ["---\nSix came.\n---\n", "---\n", "---\n---\n", "--- title: x\n", "a: b\n---\n"]
)
def test_what_is_no_front_matter(tmp_path, text):
    put(tmp_path, {"a.txt": text})
    [article], problems = read(tmp_path / "a.txt")
    assert (article.text, article.published, problems) == (text, None, [])


def test_articles_toml_beats_front_matter(tmp_path):
    put(
        tmp_path,
        {
            "a.md": "---\ntitle: Old\nurl: https://example.org/a\npublished: 2020-01-01\n---\nSix came.\n",
            "articles.toml": '["a.md"]\ntitle = "New"\npublished = 2021-02-03\norigin = "AFP"\n',
        },
    )
    [article], problems = read(tmp_path)
    assert (article.title, article.origin, article.url) == ("New", "AFP", "https://example.org/a")
    assert (article.published, article.published_from) == (date(2021, 2, 3), "articles.toml")
    assert problems == []
    assert read(tmp_path / "a.md")[0] == [article]  # also where the file itself is named


def test_the_origin_is_what_the_newsroom_says_else_what_the_text_says(tmp_path):
    put(tmp_path, {f"{name}.txt": f"LONDON (Reuters) - Six died in fire {name}.\n" for name in "abc"})
    put(
        tmp_path,
        {"articles.toml": '["a.txt"]\norigin = "Own desk"\n["c.txt"]\npublisher = "Thomson Reuters"\n'},
    )
    assert [article.origin for article in read(tmp_path)[0]] == ["Own desk", "Reuters", None]


@pytest.mark.parametrize(
    ("toml", "reason", "kept"),
    [
        ('["a.txt"]\npublisher = "X"\npublishd = 2020-01-01\n', "did you mean published?", "X"),
        (
            '["a.txt"]\npublisher = "X"\ncolour = "red"\n',
            "known are title, publisher, origin, url, published",
            "X",
        ),
        ('["a.txt"]\npublisher = "X"\npublished = "2020-01-01"\n', "published: not a date; write it", "X"),
        ('["a.txt"]\npublisher = 7\n', "publisher: not a text", None),
        ('["a.txt"]\npublisher = " "\n', "publisher: not a text", None),
        ('["b.txt"]\npublisher = "X"\n', '["b.txt"] names no file', None),
        ('["../a.txt"]\npublisher = "X"\n', '["../a.txt"] names no file', None),
        ('publisher = "X"\n', "publisher: not in a table", None),
        ('["a.txt"\n', "cannot be read: ", None),
        (b"\xff\xfe", "cannot be read: ", None),
        ("a = " + "[" * 100_000, "cannot be read: ", None),
    ],
)
def test_a_bad_articles_toml_is_named_once_and_the_article_still_read(tmp_path, toml, reason, kept):
    put(tmp_path, {"a.txt": STORY, "c.txt": STORY, "articles.toml": toml})
    articles, [(severity, name, said)] = read(tmp_path)
    assert [article.id for article in articles] == ["a", "c"]
    assert articles[0].publisher == kept
    assert (severity, name) == ("error", "articles.toml")
    assert reason in said


def test_an_articles_toml_that_is_a_folder(tmp_path):
    put(tmp_path, {"a.txt": STORY, "articles.toml/x": ""})
    articles, [(severity, name, _)] = read(tmp_path / "a.txt")
    assert [article.id for article in articles] == ["a"]
    assert (severity, name) == ("error", "articles.toml")


def test_articles_toml_among_the_paths_is_no_article(tmp_path):
    put(tmp_path, {"a.txt": STORY, "articles.toml": ""})
    articles, problems = read(tmp_path / "a.txt", tmp_path / "articles.toml")
    assert ([article.id for article in articles], problems) == (["a"], [])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.bin", bytes(range(256)) * 20, "is binary, not text"),
        ("a.txt", bytes(range(256)) * 20, "is binary, not text"),
        ("a.rtf", b"{\\rtf1\\ansi Six died.}", "is RTF; save it as .docx or .txt"),
        ("a.txt", b"%!PS-Adobe-3.0\n(Six died.) show\n", "is PostScript; save it as .pdf"),
    ],
)
def test_a_named_file_that_cannot_be_read(tmp_path, name, content, reason):
    put(tmp_path, {name: content, "z.txt": STORY})
    articles, problems = read(tmp_path / name, tmp_path / "z.txt")
    assert [article.id for article in articles] == ["z"]
    assert problems == [("error", name, reason)]


def test_an_empty_file_in_a_folder_is_a_warning_but_an_empty_folder_an_error(tmp_path):
    put(tmp_path, {"full/a.txt": STORY, "full/b.txt": "", "bare/a.txt": "", "none/a.jpg": "x"})
    assert read(tmp_path / "full")[1] == [("warning", "b.txt", "is empty")]
    assert read(tmp_path / "bare")[1][-1] == ("error", "bare", "holds no articles")
    [(severity, path, reason)] = read(tmp_path / "none")[1]
    assert (severity, path) == ("error", "none")
    assert reason.startswith("holds no articles: nothing in it ends in .")


def test_missing_paths_and_addresses(tmp_path):
    put(tmp_path, {"z.txt": STORY})
    articles, problems = read(
        tmp_path / "a.txt", "https://example.org/a.txt", tmp_path / "z.txt", "nul\0.txt"
    )
    assert [article.id for article in articles] == ["z"]
    assert [problem[0] for problem in problems] == ["error"] * 3
    assert problems[0][2] == "no such file or folder"
    assert "nothing is fetched" in problems[1][2]


def test_a_file_over_the_cap_is_an_error_and_the_rest_is_read(tmp_path):
    put(tmp_path, {"a.txt": "x" * 200, "z.txt": STORY})
    articles, problems = read(tmp_path, max_bytes=150)
    assert [article.id for article in articles] == ["z"]
    assert problems == [("error", "a.txt", "is larger than 150 bytes (--max-bytes reads more)")]
    assert MAX_BYTES == 20_000_000


def test_each_file_once(tmp_path):
    put(tmp_path, {"a.txt": STORY, "b/c.txt": STORY})
    os.link(tmp_path / "a.txt", tmp_path / "b" / "again.txt")
    os.symlink(tmp_path / "a.txt", tmp_path / "z.txt")
    articles, problems = read(tmp_path, tmp_path / "a.txt", tmp_path / "b", f"{tmp_path}/./a.txt")
    assert [article.id for article in articles] == ["a", "c"]
    assert problems == []


def test_links_pipes_and_sockets_neither_hang_nor_loop(tmp_path):
    put(tmp_path, {"a.txt": STORY, "x.txt/inner.txt": STORY})
    os.symlink(tmp_path, tmp_path / "loop")
    os.symlink("self.txt", tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(tmp_path)  # a socket's path must be short
        try:
            server.bind("sock.txt")
        finally:
            os.chdir(here)
        articles, problems = read(tmp_path)
        assert [article.id for article in articles] == ["a", "inner"]
        assert sorted((severity, name) for severity, name, _ in problems) == [
            ("error", "self.txt"),
            ("warning", "loop"),
            ("warning", "pipe.txt"),
            ("warning", "sock.txt"),
        ]
        assert [problem[0] for problem in read(tmp_path / "pipe.txt")[1]] == ["error"]


def test_devices_are_refused():
    assert read("/dev/zero")[1] == [
        ("error", "zero", "is a device, not a file; use - to read standard input")
    ]


@contextmanager
def without_privileges():
    """Read as somebody whom permissions hold back: root may read everything."""
    nobody = 65534
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_unreadable_files_and_folders():
    with TemporaryDirectory() as name:
        folder = Path(name)
        put(folder, {"a.txt": STORY, "b/c.txt": STORY, "z.txt": STORY})
        folder.chmod(0o755)
        read(folder)  # loads what a read needs while everything may be loaded
        (folder / "a.txt").chmod(0)
        (folder / "b").chmod(0)
        try:
            with without_privileges():
                articles, problems = read(folder)
        finally:
            (folder / "b").chmod(0o700)
    assert [article.id for article in articles] == ["z"]
    assert sorted(problems) == [("error", "a.txt", "permission denied"), ("error", "b", "permission denied")]


def test_a_file_that_vanishes_or_fails_while_the_folder_is_read(tmp_path, monkeypatch):
    put(tmp_path, {"a.txt": STORY, "z.txt": STORY})
    opened = os.open

    def failing(path, *rest):
        if str(path).endswith("a.txt"):
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", failing)
    articles, problems = read(tmp_path)
    assert [article.id for article in articles] == ["z"]
    assert problems == [("error", "a.txt", "permission denied")]


def test_undecodable_bytes_are_a_warning(tmp_path):
    put(tmp_path, {"a.txt": "Caf\xe9 fire kills six\n\nSix died.".encode("latin-1")})
    [article], [(severity, name, reason)] = read(tmp_path)
    assert article.title == "Caf\xe9 fire kills six"
    assert (severity, name, reason) == ("warning", "a.txt", "is not UTF-8 (byte 3); read as Windows-1252")


@pytest.mark.parametrize("name", ["a b.txt", "-x.txt", "a\nb.txt", "“q”.txt", "n" * 200 + ".txt", "CON.txt"])
def test_odd_file_names(tmp_path, name):
    put(tmp_path, {name: STORY})
    [article], problems = read(tmp_path)
    assert (article.id, problems) == (name[:-4], [])


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are text there")
def test_a_file_name_that_is_not_utf8(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:
        file.write(STORY.encode())
    [article], problems = read(tmp_path)
    assert (article.id, problems) == ("caf\\xe9", [])
    assert os.fsencode(article.path) == path


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    [article], problems = read("-", "-")
    assert (article.id, article.path, article.title, problems) == ("-", "-", "Six die in harbour fire", [])


def test_empty_and_closed_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert read("-")[1] == [("error", "-", "is empty")]
    monkeypatch.setattr(sys, "stdin", None)
    assert read("-")[1] == [("error", "-", "standard input is closed")]


def test_load_articles_raises_the_first_error_or_skips_with_warnings(tmp_path):
    put(tmp_path, {"a.txt": STORY, "b.txt": bytes(range(256)) * 20, "c.txt": STORY})
    articles = load_articles([tmp_path])
    assert next(articles).id == "a"
    with pytest.raises(ReadProblem, match=r"b\.txt: is binary"):
        next(articles)
    with pytest.warns(ReadWarning, match=r"b\.txt: is binary"):
        assert [article.id for article in load_articles(tmp_path, errors="skip")] == ["a", "c"]
    with pytest.raises(ValueError, match='use "raise" or "skip"'):
        next(load_articles([], errors="ignore"))


def test_nothing_to_read_gives_nothing():
    assert list(load_articles([])) == []


GERMAN = (
    "Der Fluss ist in der Nacht um zwei Meter gestiegen, und die Stadt hat das Ufer geräumt. Nach Angaben "
    "der Feuerwehr wurden 340 Menschen in Sicherheit gebracht, drei von ihnen sind noch im Krankenhaus.\n"
)
SWAHILI = (
    "Serikali ilisema Jumatatu kwamba watu kumi na wawili walifariki katika mafuriko yaliyotokea usiku wa "
    "kuamkia jana katika kaunti ya pwani. Mamia ya familia wamelazimika kuhama huku maji yakizidi kupanda.\n"
)
RESULTS = """
Ashford Town 2 Barrow Rangers 1, Colne United 0 Dover Athletic 0, Eton Wanderers 3 Frome City 2,
Goole Albion 1 Hythe Rovers 1, Ilkley Thistle 2 Jarrow Dynamo 4, Kendal Harriers 0 Leek Victoria 3,
Maldon Borough 5 Neath Villa 0, Oakham Orient 1 Penrith Forest 3, Redcar Vale 2 Selby Priory 2
"""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY * 4, "en"),
        (STORY.upper() * 4, "en"),
        (GERMAN * 2, "de"),
        (SWAHILI * 2, "und"),
        ("政府は月曜日、南部で発生した洪水により十二人が死亡したと発表した。" * 8, "und"),
        (
            "Правительство сообщило, что в результате наводнения погибли 12 человек, и не все они были дома. "
            * 4,
            "ru",
        ),
        (RESULTS, "en"),
        (STORY * 6 + GERMAN, "en"),
        (GERMAN, None),
        ("", None),
        ("12 1,400 3.5 " * 100, None),
    ],
    ids=[
        "prose",
        "capitals",
        "German",
        "Swahili",
        "Japanese",
        "Russian",
        "results",
        "two",
        "short",
        "empty",
        "numbers",
    ],
)
def test_the_language_is_told_by_the_text(text, language):
    assert language_of(text) == language


def test_what_is_not_english_is_passed_over_with_one_warning(tmp_path):
    put(
        tmp_path,
        {"a.txt": STORY, "b.txt": GERMAN * 2, "c.jsonl": json.dumps({"text": SWAHILI * 2, "id": "flood"})},
    )
    articles, problems = read(tmp_path)
    assert [article.id for article in articles] == ["a"]
    assert problems == [
        ("warning", "b.txt", "is in German, not English; passed over (--language any reads it)"),
        (
            "warning",
            "c.jsonl",
            "article flood is in another language, not English; passed over (--language any reads it)",
        ),
    ]
    articles, problems = read(tmp_path, language="any")
    assert [(article.id, article.language) for article in articles] == [
        ("a", None),
        ("b", "de"),
        ("flood", "und"),
    ]
    assert problems == []


def test_a_folder_of_nothing_but_german_is_no_error(tmp_path):
    put(tmp_path, {"b.txt": GERMAN * 2})
    assert [severity for severity, _, _ in read(tmp_path)[1]] == ["warning"]
