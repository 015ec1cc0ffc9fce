"""Word documents: what their author means, and what hostile packages do."""

# ruff: noqa: E501  # markup is long

import struct
from io import BytesIO
from time import process_time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.corpus.test_read import STORY, put, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
STYLES = (
    f'<w:styles {W}><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1">'
    '<w:name w:val="heading 1"/></w:style><w:style w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)


def document(body, opening="", **parts):
    """A document with `body`; `parts` by name, "/" written as "__" and the suffix left out."""
    members = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'<?xml version="1.0"?>{opening}<w:document {W}><w:body>{body}</w:body></w:document>',
        "word/styles.xml": STYLES,
    } | {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    return packed(members)


def packed(members):
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(one if '<' in one else run(one) for one in runs)}</w:p>"


def text_of(tmp_path, body, **parts):
    put(tmp_path, {"a.docx": document(body, **parts)})
    [article], problems = read(tmp_path / "a.docx")
    assert problems == []
    return article.text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("Six ", "jets.") + paragraph("Two left."), "Six jets.\nTwo left.\n"),
        (
            paragraph(
                "Has ",
                f"<w:ins>{run('12')}</w:ins>",
                "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>",
                " jets",
            ),
            "Has 12 jets\n",
        ),
        (paragraph(f"<w:moveFrom>{run('a 1')}</w:moveFrom>", f"<w:moveTo>{run('b 2')}</w:moveTo>"), "b 2\n"),
        (paragraph("See ", f"<w:hyperlink>{run('12 dead')}</w:hyperlink>", "."), "See 12 dead.\n"),
        (
            paragraph(
                f"<w:smartTag><w:sdt><w:sdtContent>{run('7 boats')}</w:sdtContent></w:sdt></w:smartTag>"
            ),
            "7 boats\n",
        ),
        (
            paragraph(
                "a", "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
            ),
            "a\tb\nc-d\n",
        ),
        (paragraph("Six", run(" 99", "<w:vanish/>"), run(" jets", '<w:vanish w:val="0"/>')), "Six jets\n"),
        (paragraph("<w:r><w:instrText>PAGE 3</w:instrText></w:r>", "Page"), "Page\n"),
        (paragraph("Six ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("jets."), "Six jets.\n"),
        (f"<w:sdt><w:sdtContent>{paragraph('Six')}</w:sdtContent></w:sdt>", "Six\n"),
    ],
)
def test_text(tmp_path, body, text):
    assert text_of(tmp_path, body) == text


def test_tables_a_row_a_line(tmp_path):
    def row(*cells, properties=""):
        return f"<w:tr>{properties}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    table = row(paragraph("Year"), paragraph("Dead")) + row(
        paragraph("2019"), paragraph("1") + paragraph("2")
    )
    table += row(paragraph("2018"), paragraph("9"), properties="<w:trPr><w:del/></w:trPr>")
    text = text_of(tmp_path, paragraph("Toll") + f"<w:tbl>{table}</w:tbl>" + paragraph("End"))
    assert text == "Toll\nYear\tDead\n2019\t1 2\nEnd\n"


def test_a_table_in_a_table_is_read_once(tmp_path):
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('9')}</w:tc><w:tc>{paragraph('dead')}</w:tc></w:tr></w:tbl>"
    outer = (
        f"<w:tbl><w:tr><w:tc>{paragraph('Toll')}{inner}</w:tc><w:tc>{paragraph('2019')}</w:tc></w:tr></w:tbl>"
    )
    assert text_of(tmp_path, outer) == "Toll 9\tdead\t2019\n"


def test_notes_and_text_boxes_come_as_lines_of_their_own(tmp_path):
    note = f"<w:footnotes {W}><w:footnote>{paragraph('')}</w:footnote><w:footnote>{paragraph('Of 40.')}</w:footnote></w:footnotes>"
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:txbxContent>{paragraph('9 facts')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        f"{paragraph('9 facts')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = paragraph("Six", '<w:r><w:footnoteReference w:id="2"/></w:r>', " jets", box) + paragraph("Two.")
    assert text_of(tmp_path, body, word__footnotes=note) == "Six jets\n9 facts\nTwo.\nOf 40.\n"


@pytest.mark.parametrize(
    ("style", "title"), [("Titel", "Six jets: a tale"), ("berschrift1", "Six jets: a tale"), ("Normal", None)]
)
def test_title(tmp_path, style, title):
    styled = paragraph("Six jets: ", "a tale", properties=f'<w:pStyle w:val="{style}"/>')
    put(tmp_path, {"a.docx": document(paragraph("Draft 3 of the desk.") + styled + paragraph("Six came."))})
    [article], _ = read(tmp_path)
    assert (article.id, article.title, article.published) == ("a", title, None)


def test_a_document_that_a_library_wrote(tmp_path):
    docx = pytest.importorskip("docx", reason="needs python-docx")
    written = docx.Document()
    written.add_heading("Six die in fire", 0)
    written.add_paragraph("Six people died.")
    table = written.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2019", "7"
    written.save(tmp_path / "a.docx")
    [article], problems = read(tmp_path)
    assert (article.text, article.title, problems) == (
        "Six die in fire\nSix people died.\n2019\t7\n",
        "Six die in fire",
        [],
    )


def test_recognised_by_content(tmp_path):
    put(tmp_path, {"a.bin": document(paragraph("Six."))})
    assert read(tmp_path / "a.bin")[0][0].text == "Six.\n"


def twice():
    stream = BytesIO(document(paragraph("Six.")))
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(stream, "a") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return stream.getvalue()


def encrypted():
    data = bytearray(document(paragraph("Six.")))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 1)
    return bytes(data)


HOSTILE = {
    "bomb": (
        lambda: document("<w:p><w:r><w:t>" + "a" * 30_000_000 + "</w:t></w:r></w:p>"),
        "more than 200 times",
    ),
    "total": (lambda: document("", **{f"x{n}": "\0" * 30_000_000 for n in range(4)}), "unpacks to 120,"),
    "paragraphs": (lambda: document("<w:p/>" * 1_500_000), "more than 200 times"),
    "members": (lambda: document("", **{f"x{n}": "" for n in range(5_000)}), "has 5,004 members"),
    "twice": (twice, "has 'word/document.xml' twice"),
    "encrypted": (encrypted, "is encrypted"),
    "cut": (lambda: document(paragraph("Six."))[:-40], "is a damaged archive"),
    "damaged": (
        lambda: document(paragraph("Six.")).replace(b"PK\x01\x02", b"PK\x01\x03"),
        "is a damaged archive",
    ),
    "deep": (lambda: document("<w:p>" * 5_000), "word/document.xml: is nested more than 500 levels deep"),
    "broken": (lambda: document("<w:p>"), "word/document.xml: is no well-formed XML"),
    "entity": (
        lambda: document(paragraph("&x;"), opening='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "declares entities of its own",
    ),
    "laughs": (
        lambda: document(paragraph("&b;"), opening='<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'),
        "declares entities of its own",
    ),
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "is in Word's old format"),
    "locked": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99) + "EncryptedPackage".encode("utf-16-le"),
        "is an encrypted document",
    ),
    "sheet": (
        lambda: packed({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<x/>"}),
        "but no Word document",
    ),
    "empty": (lambda: document(paragraph("")), "holds no text"),
    "outside": (
        lambda: packed(
            {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS.replace("word/", "../../etc/")}
        ),
        "but no Word document",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_packages(tmp_path, name):
    make, reason = HOSTILE[name]
    put(tmp_path, {"a.docx": make(), "z.txt": STORY})
    began = process_time()
    articles, [(severity, file, said)] = read(tmp_path / "a.docx", tmp_path / "z.txt")
    assert process_time() - began < 5
    assert [article.id for article in articles] == ["z"]
    assert (severity, file) == ("error", "a.docx")
    assert reason in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "z.txt"]


def test_a_member_outside_the_package_is_never_written(tmp_path):
    put(tmp_path, {"in/a.docx": document(paragraph("Six."), **{"..__..__evil": "x"})})
    assert read(tmp_path / "in")[0][0].text == "Six.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
