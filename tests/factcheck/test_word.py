"""Comments in Word documents: at the very words, and nothing else is another byte."""

# ruff: noqa: E501  # markup is long

import re
from html import escape
from io import BytesIO
from xml.etree.ElementTree import canonicalize, fromstring
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.archives import open_archive
from corpus.errors import ReadProblem
from corpus.source import Source
from corpus.wordtext import WordText
from corpus.xmltree import local_name
from factcheck.word.comments import Note
from factcheck.word.document import with_comments
from tests.corpus.test_docx import STYLES, TYPES, W, document, packed, paragraph, run

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def source(data):
    return Source("a.docx", BytesIO(data))


def text_of(data):
    with open_archive(source(data)) as archive:
        return WordText(archive, "a.docx").text


def note(text, words, behind="", paragraphs=()):
    start = text.index(words, text.index(behind) + len(behind))
    return Note(start=start, end=start + len(words), paragraphs=paragraphs or (((words, False),),))


def commented(data, *words):
    text = text_of(data)
    return with_comments(source(data), text, [note(text, one) for one in words])


def part(data, name="word/document.xml"):
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def ranges(data):
    """The text that each comment's range holds, by id; every id has a start, an end and a reference."""
    open_ones, closed, referred = {}, {}, set()
    for element in fromstring(part(data)).iter():
        number = next((value for key, value in element.items() if key.endswith("}id")), None)
        kind = local_name(element)
        if kind == "commentRangeStart":
            open_ones[number] = ""
        elif kind == "commentRangeEnd":
            closed[number] = open_ones.pop(number)
        elif kind == "commentReference":
            assert number in closed
            referred.add(number)
        elif kind == "t":
            open_ones = {key: held + (element.text or "") for key, held in open_ones.items()}
    assert not open_ones
    assert referred == set(closed)
    return closed


def shown(data):
    """Every character with its run's properties and the elements it stands in; comments left out."""
    found = []

    def walk(element, above, properties):
        kind = local_name(element)
        if kind.startswith("comment"):
            return
        if kind == "r":
            own = next((child for child in element if local_name(child) == "rPr"), None)
            properties = "" if own is None else canonicalize(serialised(own))
        if kind == "t":
            text = element.text or ""
            if "preserve" not in element.attrib.values():
                text = text.strip(" \n\t")
            found.extend((character, properties, above) for character in text)
        elif kind in ("tab", "br", "drawing", "footnoteReference", "endnoteReference"):
            found.append((kind, properties, above))
        path = above if kind in ("r", "t") else (*above, kind)
        for child in element:
            walk(child, path, properties)

    walk(fromstring(part(data)), (), "")
    return found


def serialised(element):
    from xml.etree.ElementTree import tostring

    return tostring(element, encoding="unicode")


def link(*runs):
    return f"<w:hyperlink>{''.join(runs)}</w:hyperlink>"


def inserted(*runs):
    return f'<w:ins w:id="7" w:author="Ed">{"".join(runs)}</w:ins>'


def deleted(text):
    return f'<w:del w:id="8" w:author="Ed"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def field(code, *runs):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> {code.replace(chr(34), "&quot;")} </w:instrText></w:r>'
    return mark("begin") + code + mark("separate") + "".join(runs) + mark("end")


def raw(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def box(*paragraphs):
    return (
        f'<w:r><w:t>At sea</w:t><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice><w:txbxContent>{"".join(paragraphs)}'
        f"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


BOLD, RED = "<w:b/>", '<w:color w:val="FF0000"/>'

# name: body, the words of the claim, what the range holds (the words, unless Word has no room for them)
BODIES = {
    "a whole run": (paragraph("six jets"), "six jets", None),
    "the start of a run": (paragraph("six jets left"), "six jets", None),
    "the middle of a run": (paragraph(run("the six jets left", BOLD)), "six jets", None),
    "the end of a run": (paragraph("the six jets"), "six jets", None),
    "several runs": (paragraph("the s", run("ix", BOLD), run(" je", RED), "ts left"), "six jets", None),
    "runs with revision marks": (
        paragraph('<w:r w:rsidR="00A1" w:rsidRPr="00B2"><w:rPr><w:i/></w:rPr><w:t>the six jets</w:t></w:r>'),
        "six",
        None,
    ),
    "entities and wide characters": (paragraph("A&amp;B &#x2014; “😀” &lt;six&gt; 東京 jets"), "six", None),
    "an entity at the edge": (paragraph("A&amp;6&amp;B"), "6", None),
    "a tracked insertion": (
        paragraph("the ", deleted("9"), inserted(run("12 big")), " jets"),
        "12 big jets",
        None,
    ),
    "half a tracked insertion": (paragraph("the ", inserted(run("12 big jets")), " left"), "12", None),
    "round a deletion": (paragraph("$1", deleted(".5"), " million"), "$1 million", None),
    "a tracked move": (paragraph(f'<w:moveTo w:id="9">{run("all 12 of them")}</w:moveTo>'), "12", None),
    "a hyperlink": (paragraph("see ", link(run("the 12 dead")), "."), "12 dead", None),
    "into a hyperlink": (paragraph("see 12", link(run(" dead there")), "."), "12 dead", None),
    "an insertion in a link": (paragraph("see ", link(inserted(run("the 12 dead")))), "12", None),
    "a complex field": (paragraph("on ", field("DATE", run("May 7, 12:30")), " at noon"), "7", None),
    "a link as a field": (paragraph("the ", field('HYPERLINK "https://a.example/"', run("12 dead"), run(" there"))), "12", None),
    "round a field": (paragraph("on May ", field("DATE", run("7")), " 2021, then"), "May 7 2021", None),
    "a content control": (
        paragraph(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('all 7 boats')}</w:sdtContent></w:sdt>"),
        "7 boats",
        None,
    ),
    "a smart tag": (paragraph(f"<w:smartTag>{run('all 7 boats')}</w:smartTag>"), "7 boats", None),
    "a simple field": (
        paragraph(f'<w:fldSimple w:instr="DATE">{run("May 7")}</w:fldSimple>'),
        "7",
        "May 7",
    ),
    "beside a tab": (paragraph("<w:r><w:t>dead</w:t><w:tab/><w:t>12</w:t><w:br/><w:t>so far</w:t></w:r>"), "12", None),
    "two texts of a run": (paragraph("<w:r><w:t>the six</w:t><w:t xml:space='preserve'> jets left</w:t></w:r>"), "six jets", None),
    "a note's mark in the run": (
        paragraph('<w:r><w:t>six</w:t><w:footnoteReference w:id="2"/><w:t>jets</w:t></w:r>'),
        "six",
        None,
    ),
    "space that was passed over": (paragraph(raw("  the six jets  "), raw("left")), "six", None),
    "space at the cut": (paragraph(raw(" six jets")), "six", None),
    "space by default": (paragraph('<w:r><w:t xml:space="default">the six jets</w:t></w:r>'), "six", None),
    "a character section": (paragraph("<w:r><w:t>the <![CDATA[six & jets]]> left</w:t></w:r>"), "six", "the six & jets left"),
    "a remark in the text": (paragraph("<w:r><w:t>the <!-- six? -->six jets</w:t></w:r>"), "six jets", None),
    "a cell": (f"<w:tbl><w:tr><w:tc>{paragraph('2019')}</w:tc><w:tc>{paragraph('7 dead')}</w:tc></w:tr></w:tbl>", "7", None),
    "a paragraph that runs on": (
        paragraph("six ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("jets."),
        "six jets",
        None,
    ),
    "a text box": (paragraph("Six ", box(paragraph("9 facts")), " left"), "9 facts", "At sea9 facts9 facts"),
    "a formula": (
        paragraph("is ", '<m:oMath xmlns:m="urn:m"><m:r><m:t>12 + 3</m:t></m:r></m:oMath>', " in all"),
        "12",
        "12 + 3",
    ),
    "a phonetic guide": (
        paragraph(f"<w:r><w:ruby><w:rt>{run('roku')}</w:rt><w:rubyBase>{run('6 jets')}</w:rubyBase></w:ruby></w:r>"),
        "6",
        "roku6 jets",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_a_comment_is_at_the_very_words(name):
    body, words, held = BODIES[name]
    data = document(paragraph("Before, 1.") + body + paragraph("After, 2."))
    marked = commented(data, words)
    assert list(ranges(marked).values()) == [held or words]
    assert text_of(marked) == text_of(data)
    assert shown(marked) == shown(data)


LETTERS = st.text(st.sampled_from("ab <&>'\"\u00e9\u20ac\U0001f600 6"), max_size=6)
INLINE = st.builds(
    lambda text, wrap, how: wrap(f"<w:r>{how}<w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"),
    LETTERS,
    st.sampled_from([str, link, inserted, lambda one: f"<w:smartTag>{one}</w:smartTag>"]),
    st.sampled_from(["", f"<w:rPr>{BOLD}</w:rPr>", f"<w:rPr>{RED}</w:rPr>"]),
) | st.just(deleted("999"))
PARAGRAPHS = st.lists(
    st.lists(INLINE, max_size=5).map(lambda runs: f"<w:p>{''.join(runs)}</w:p>"), max_size=4
)


@given(paragraphs=PARAGRAPHS, data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_ranges_in_any_document(paragraphs, data):
    document_ = document(f"<w:p>{run('First')}</w:p>{''.join(paragraphs)}")
    text = text_of(document_)
    inked = [place for place, character in enumerate(text) if not character.isspace()]
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(inked), st.sampled_from(inked)), max_size=4))
    spans = [(min(pair), max(pair) + 1) for pair in pairs]
    notes = [Note(start=start, end=end, paragraphs=((("x", False),),)) for start, end in spans]
    marked = with_comments(source(document_), text, notes)
    held = ranges(marked)
    assert [held[str(number)] for number in range(len(spans))] == [
        text[start:end].replace("\n", "") for start, end in spans
    ]
    assert (text_of(marked), shown(marked)) == (text, shown(document_))


@pytest.mark.parametrize("name", BODIES)
def test_taking_out_the_markers_leaves_what_was_there(name):
    """Every byte of the body is still there, in order."""
    body, words, _ = BODIES[name]
    data = document(body)
    rest = iter(part(commented(data, words)))
    assert all(byte in rest for byte in part(data))


def test_every_other_part_is_the_same_bytes_packed_the_same_way():
    data = document(paragraph("six jets"), word__theme="<theme/>", customXml__item1="x" * 5000)
    marked = commented(data, "six")
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(marked)) as new:
        assert new.testzip() is None
        added = ["word/comments.xml", "word/_rels/document.xml.rels"]
        assert new.namelist() == [*old.namelist(), *added]
        same = set(old.namelist()) - {"word/document.xml", "[Content_Types].xml"}
        for name in same:
            assert new.read(name) == old.read(name)
            before, after = old.getinfo(name), new.getinfo(name)
            assert (before.compress_size, before.date_time) == (after.compress_size, after.date_time)


def test_no_notes_give_the_file_back():
    data = document(paragraph("six jets"))
    assert commented(data) == data


def test_the_same_bytes_each_time_and_a_date_only_if_one_is_given():
    from datetime import datetime

    data = document(paragraph("six jets"))
    text = text_of(data)
    notes = [note(text, "six")]
    assert with_comments(source(data), text, notes) == with_comments(source(data), text, notes)
    assert b"w:date" not in part(with_comments(source(data), text, notes), "word/comments.xml")
    dated = with_comments(source(data), text, notes, datetime(2024, 2, 29, 12))
    assert b'w:date="2024-02-29T12:00:00Z"' in part(dated, "word/comments.xml")


def test_several_comments_on_one_claim_and_on_neighbours():
    data = document(paragraph(run("six of 12 jets", BOLD)))
    marked = commented(data, "six", "six", " of ", "12")
    assert ranges(marked) == {"0": "six", "1": "six", "2": " of ", "3": "12"}
    assert shown(marked) == shown(data)


def with_existing(comments, body):
    """A document with comments of its own, in a part of an unusual name."""
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/comments" Target="/word/notes/remarks.xml"/></Relationships>'
    )
    members = {
        "word/_rels/document.xml.rels": relations,
        "word/notes/remarks.xml": comments,
        "word/commentsExtended.xml": "<extended/>",
        "word/people.xml": "<people/>",
    }
    with ZipFile(BytesIO(document(body))) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()} | members)


OLD_COMMENT = '<w:comment w:id="0" w:author="Ed"><w:p><w:r><w:t>Sure?</w:t></w:r></w:p></w:comment>'
OLD_RANGE = f'<w:commentRangeStart w:id="0"/>{run("six")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'


@pytest.mark.parametrize("comments", [
    f'<?xml version="1.0"?>\n<w:comments {W}>{OLD_COMMENT}</w:comments>\n',
    f'<w:comments {W}/>',
    f"<w:comments {W}></w:comments>",
])  # fmt: skip
def test_comments_that_are_there_stay(comments):
    orphan = '<w:commentRangeStart w:id="2"/><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>'
    data = with_existing(comments, paragraph(OLD_RANGE, " of 12 jets", orphan))
    marked = commented(data, "six", "12")
    assert ranges(marked) == {"0": "six", "1": "six", "2": "", "3": "12"}
    written = part(marked, "word/notes/remarks.xml").decode()
    assert (OLD_COMMENT in comments) == (OLD_COMMENT in written)
    fromstring(written)
    assert re.findall('w:comment w:id="(.)"', written)[-2:] == ["1", "3"]
    for name in (
        "word/people.xml",
        "word/commentsExtended.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    ):
        assert part(marked, name) == part(data, name)


def test_a_new_part_is_made_known():
    relations = (
        '<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<r:Relationship Id="rid1" Type="x/styles" Target="styles.xml"/></r:Relationships>'
    )
    data = document(paragraph("six jets"), word__Comments="<taken/>")
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    data = packed(members | {"word/_rels/document.xml.rels": relations})
    marked = commented(data, "six")
    assert (
        '<Override PartName="/word/comments1.xml" ContentType="application/vnd.'
        in part(marked, "[Content_Types].xml").decode()
    )
    added = f'<r:Relationship Id="rId2" Type="{RELATIONS}/comments" Target="comments1.xml"/>'
    assert part(marked, "word/_rels/document.xml.rels").decode() == relations.replace("</r:", f"{added}</r:")
    assert part(marked, "word/Comments.xml") == b"<taken/>"


@pytest.mark.parametrize(("kind", "words"), [("footnote", "Of 40"), ("endnote", "Of 40")])
def test_a_note_has_its_comment_at_its_mark(kind, words):
    notes = f'<w:{kind}s {W}><w:{kind} w:id="-1">{paragraph("")}</w:{kind}><w:{kind} w:id="2">{paragraph("Of 40.")}</w:{kind}></w:{kind}s>'
    mark = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="2"/></w:r>'
    data = document(paragraph("Six", mark, " jets"), **{f"word__{kind}s": notes})
    marked = commented(data, words, "jets")
    assert list(ranges(marked).values()) == ["", "jets"]
    assert re.search(
        rb'commentRangeStart w:id="0"/><w:r><w:rPr>.{,60}</w:rPr><w:%bReference w:id="2"/></w:r><w:commentRangeEnd w:id="0"'
        % kind.encode(),
        part(marked),
    )
    assert part(marked, f"word/{kind}s.xml").decode() == notes


def test_a_note_that_nothing_refers_to_has_its_comment_at_the_first_words():
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("Of 40.")}</w:footnote></w:footnotes>'
    data = document(paragraph("Six jets") + paragraph("left"), word__footnotes=notes)
    assert list(ranges(commented(data, "40")).values()) == ["Six jets"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "iso-8859-1"])
def test_other_encodings_stay(encoding):
    body = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig").removesuffix("-le")}"?><w:document {W}><w:body>{paragraph("café, the six jets")}</w:body></w:document>'
    with ZipFile(BytesIO(document(""))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    mark = "﻿" if encoding == "utf-16-le" else ""
    data = packed(members | {"word/document.xml": (mark + body).encode(encoding)})
    marked = commented(data, "six")
    assert list(ranges(marked).values()) == ["six"]
    assert part(marked)[:4] == part(data)[:4]
    assert text_of(marked) == text_of(data)


@pytest.mark.parametrize("root", [
    '<document xmlns="{uri}" xmlns:x="{uri}">', '<document xmlns="{uri}">', '<x:document xmlns:x="{uri}">',
])  # fmt: skip
@pytest.mark.parametrize("uri", [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
])  # fmt: skip
def test_any_prefix_and_both_namespaces(root, uri):
    own = root[1:].partition("document")[0]
    body = f"<{own}body><{own}p><{own}r><{own}t>the six jets</{own}t></{own}r></{own}p></{own}body></{own}document>"
    with ZipFile(BytesIO(document(""))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    data = packed(members | {"word/document.xml": root.format(uri=uri) + body})
    marked = commented(data, "six")
    assert list(ranges(marked).values()) == ["six"]
    comments = fromstring(part(marked, "word/comments.xml"))
    assert {element.tag.partition("}")[0] for element in comments.iter()} == {f"{{{uri}"}
    base = (
        "purl.oclc.org/ooxml/officeDocument"
        if "purl" in uri
        else "schemas.openxmlformats.org/officeDocument/2006"
    )
    assert f"http://{base}/relationships/comments".encode() in part(marked, "word/_rels/document.xml.rels")


def test_the_documents_own_styles_for_comments():
    styles = STYLES.replace(
        "</w:styles>",
        '<w:style w:styleId="Kommentar"><w:name w:val="annotation text"/></w:style><w:style w:styleId="Zeichen"><w:name w:val="annotation reference"/></w:style></w:styles>',
    )
    data = document(paragraph("six jets"), word__styles=styles)
    marked = commented(data, "six")
    assert b'<w:pStyle w:val="Kommentar"/>' in part(marked, "word/comments.xml")
    assert b'<w:rStyle w:val="Zeichen"/></w:rPr><w:commentReference' in part(marked)
    assert b'<w:rStyle w:val="Zeichen"/></w:rPr><w:annotationRef/>' in part(marked, "word/comments.xml")


@pytest.mark.parametrize("text", ["a\x00\x1b[2Jb", "\ufffe\uffff", "\ud800", "<\"&'>", "\u202e21", "]]>"])
def test_what_a_comment_says_is_harmless(text):
    data = document(paragraph("six jets"))
    whole = text_of(data)
    marked = with_comments(
        source(data), whole, [note(whole, "six", paragraphs=(((text, True),), ((text, False),)))]
    )
    [comment] = fromstring(part(marked, "word/comments.xml"))
    assert len([element for element in comment.iter() if local_name(element) == "t"]) == 2
    assert not set("".join(comment.itertext())) & set("\x00\x1b\u202e\ufffe\uffff")


@pytest.mark.parametrize(("data", "reason"), [
    (document(paragraph("Seven jets")), "has changed since it was read"),
    (b"six jets", "is a damaged archive"),
    (packed({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<x/>"}), "no Word document"),
    (document(paragraph("six&x;"), opening='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "entities"),
    (document(paragraph("six"), x="\0" * 30_000_000), "more than 200 times"),
])  # fmt: skip
def test_what_is_no_such_document_is_refused(data, reason):
    with pytest.raises(ReadProblem, match=reason):
        with_comments(source(data), "Six jets\n", [])


@pytest.mark.parametrize("comments", [
    "<w:comments", "", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>', "<a>" * 600,
])  # fmt: skip
def test_damaged_comments_are_named(comments):
    data = with_existing(comments, paragraph("six jets"))
    with pytest.raises(ReadProblem, match=r"remarks\.xml"):
        commented(data, "six")


def test_steps_grow_with_the_document(monkeypatch):
    """Twice the text and twice the comments cost twice the work, counted in elements met."""
    import factcheck.word.scan as module

    met = []
    start = module._Scanner._start
    monkeypatch.setattr(module._Scanner, "_start", lambda self, *more: (met.append(1), start(self, *more))[1])

    def cost(count):
        met.clear()
        data = document("".join(paragraph(f"the {number} jets") for number in range(count)))
        text = text_of(data)
        with_comments(source(data), text, [note(text, f"the {number} ") for number in range(count)])
        return len(met)

    assert cost(200) <= 2 * cost(100) + 100


def test_a_library_reads_the_comments(tmp_path):
    docx = pytest.importorskip("docx", reason="needs python-docx")
    written = docx.Document()
    written.add_heading("Six die in fire", 0)
    spoken = written.add_paragraph("The army has ")
    spoken.add_run("thirty").bold = True
    spoken.add_run(" new tanks.")
    own = written.add_comment(spoken.runs[0], "Sure?", author="Ed", initials="E")
    stream = BytesIO()
    written.save(stream)
    marked = commented(stream.getvalue(), "Six", "thirty new")
    read = docx.Document(BytesIO(marked))
    assert [(one.author, one.text) for one in read.comments] == [
        ("Ed", "Sure?"), ("factcheck", "Six"), ("factcheck", "thirty new"),
    ]  # fmt: skip
    assert own.comment_id in {one.comment_id for one in read.comments}
    assert [one.text for one in read.paragraphs] == [one.text for one in written.paragraphs]
    assert [one.text for one in read.paragraphs[1].runs if one.bold] == ["thirty"]
