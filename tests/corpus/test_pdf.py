"""PDF: text layers, running heads, paragraphs over lines and pages; locked, damaged and scanned files."""

# ruff: noqa: E501  # a document is as long as it is

from datetime import date
from time import process_time

import pytest

from corpus.extras import MissingExtraError
from corpus.formats import pdf as pdf_format
from corpus.reflow import paragraphs_of_pages
from tests.corpus.test_read import STORY, put, read


def pdf(*pages, trailer="", root="/Root 1 0 R"):
    """A PDF of pages of lines, in the plainest form that there is."""
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"]
    for n, lines in enumerate(pages):
        shown = "".join(f"0 -14 Td ({line}) Tj\n" for line in lines)
        content = f"BT /F1 10 Tf 50 800 Td\n{shown}ET" if lines else "0 0 99 99 re f"
        font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {4 + 2 * n} 0 R/Resources<</Font<</F1 {font}>>>>>>"
        )
        objects.append(f"<</Length {len(content)}>>\nstream\n{content}\nendstream")
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}{root}{trailer}>>\nstartxref\n{len(data)}\n%%EOF"
    return data + end.encode()


LINES = [
    "Six die in harbour fire",
    "",
    "Published: 4 March 2021",
    "Six people died in a fire in the harbour on Monday, the police said, and two more",
    "were taken to hospital. The fire broke out at 4 a.m. on a trawler built in 1987.",
    "It took 40 men three hours to put it out.",
    "The harbour was closed until noon. Damage is put at 1.2 million euros, said Kari",
    "Moen of the harbour authority.",
]


@pytest.fixture
def needs_extra():
    pytest.importorskip("pypdfium2", reason="needs the extra [pdf]", exc_type=ImportError)


@pytest.mark.usefixtures("needs_extra")
def test_a_page(tmp_path):
    put(tmp_path, {"a.bin": pdf(LINES)})
    [article], problems = read(tmp_path / "a.bin")
    assert article.text == (
        "Six die in harbour fire\nPublished: 4 March 2021\n"
        "Six people died in a fire in the harbour on Monday, the police said, and two more were taken to hospital. "
        "The fire broke out at 4 a.m. on a trawler built in 1987. It took 40 men three hours to put it out.\n"
        "The harbour was closed until noon. Damage is put at 1.2 million euros, said Kari Moen of the harbour "
        "authority.\n"
    )
    assert (article.title, article.published, article.published_from) == (LINES[0], date(2021, 3, 4), "text")
    assert problems == []


@pytest.mark.parametrize(
    ("pages", "paragraphs"),
    [
        ([["Six."], ["Two."]], ["Six.", "Two."]),
        ([["The harbour was closed until noon, said Kari Moen of"], ["the harbour authority."]],
         ["The harbour was closed until noon, said Kari Moen of the harbour authority."]),
        ([["Report 7", f"Text {word} of a page that has no end", "here.", f"Page {n} of 3"] for n, word in enumerate("abc")],
         [f"Text {word} of a page that has no end here." for word in "abc"]),
        ([["Text a of the page.", "1"], ["Text b of the page.", "2"]], ["Text a of the page.", "Text b of the page."]),
        ([["Total", "40"]], ["Total", "40"]),
        ([["Year 2018 2019 2020 2021 2022", "Dead 1,204 1,310 998 1,007 876", "Hurt 7,011 6,002 5,938 5,120 4,888"]],
         ["Year 2018 2019 2020 2021 2022", "Dead 1,204 1,310 998 1,007 876", "Hurt 7,011 6,002 5,938 5,120 4,888"]),
        ([["An anti\ufffe", "aircraft gun and 6 air-", "craft."]], ["An antiaircraft gun and 6 air-craft."]),
        ([["• Six died in the harbour fire", "• Two fled"]], ["• Six died in the harbour fire", "• Two fled"]),
        ([[], [""]], []),
        ([], []),
    ],
)  # fmt: skip
def test_paragraphs(pages, paragraphs):
    assert paragraphs_of_pages(pages) == paragraphs


@pytest.mark.usefixtures("needs_extra")
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([], [], []), "has no text layer (3 pages of pictures)"),
        (pdf([]), "has no text layer (1 page of pictures)"),
        (b"%PDF-1.4\n" + b"garbage" * 100, "is a damaged PDF"),
        (pdf(LINES, trailer="/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O(" + "o" * 32 + ")/U(" + "u" * 32 + ")>>/ID[(aaaaaaaaaaaaaaaa)(aaaaaaaaaaaaaaaa)]"), "is locked with a password"),
        (b"no pdf", "is no PDF"),
        (pdf(LINES).replace(b"/Kids[3 0 R]/Count 1", b"/Kids[2 0 R]/Count 1"), ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read(tmp_path, data, reason):
    put(tmp_path, {"a.pdf": data, "z.txt": STORY})
    began = process_time()
    articles, problems = read(tmp_path / "a.pdf", tmp_path / "z.txt")
    assert process_time() - began < 5
    assert [article.id for article in articles] == ["z"]
    assert [problem[:2] for problem in problems] == [("error", "a.pdf")]
    assert reason in problems[0][2]


@pytest.mark.usefixtures("needs_extra")
def test_a_cut_file_gives_what_is_left(tmp_path):
    data = pdf(LINES, LINES)
    for size in range(0, len(data), 97):
        put(tmp_path, {"a.pdf": data[:size] + b" "})
        articles, problems = read(tmp_path / "a.pdf")
        assert articles or problems


@pytest.mark.usefixtures("needs_extra")
def test_very_many_pages(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_format, "_MOST_PAGES", 5)
    put(tmp_path, {"a.pdf": pdf(*[[f"Chapter {n}", *LINES] for n in range(9)])})
    [(severity, _, reason)] = read(tmp_path)[1]
    assert (severity, reason) == ("warning", "has 9 pages; only the first 5 are read")


def test_the_extra_is_named_with_the_command_that_installs_it(tmp_path, monkeypatch):
    def missing(module, extra):
        raise MissingExtraError(f"needs {module}; install it with pip install '.[{extra}]'")

    monkeypatch.setattr(pdf_format, "import_extra", missing)
    put(tmp_path, {"a.pdf": pdf(LINES), "z.txt": STORY})
    articles, problems = read(tmp_path)
    assert [article.id for article in articles] == ["z"]
    assert problems == [("error", "a.pdf", "needs pypdfium2; install it with pip install '.[pdf]'")]
