"""`check --format docx`: the draft with each finding as a comment, from the command line to LibreOffice."""

# ruff: noqa: E501  # markup is long

import os
import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest

from corpus.errors import ReadProblem
from corpus.xmltree import local_name
from factcheck.report import Options, copies_draft, render
from factcheck.telling.remarks import remarks_on
from factcheck.word.document import with_comments
from tests.corpus.test_docx import document, packed, paragraph, run
from tests.corpus.test_read import put
from tests.factcheck.sample import REPORT
from tests.factcheck.sample_draft import DRAFT, DRAFT_REPORT
from tests.factcheck.test_word import (
    BODIES,
    deleted,
    inserted,
    link,
    note,
    part,
    ranges,
    shown,
    source,
    text_of,
)
from tests.reliability.commandline import run as factcheck

WORD_DRAFT = document("".join(paragraph(line) for line in DRAFT.text.rstrip("\n").split("\n")))


def comments(data):
    """The paragraphs of each comment by its id."""
    return {
        next(value for key, value in comment.items() if key.endswith("}id")): [
            "".join(one.text or "" for one in part.iter() if local_name(one) == "t") for part in comment
        ]
        for comment in fromstring(part(data, "word/comments.xml"))
    }


def marked(**options):
    return render("docx", DRAFT_REPORT, Options(original=WORD_DRAFT, **options))


def test_sample_draft_is_marked_as_its_golden_report(check_golden):
    data = marked()
    held = ranges(data)
    lines = [
        f"[{held[number]}]\n" + "".join(f"  {line}\n" for line in said)
        for number, said in comments(data).items()
    ]
    check_golden("reports/draft.docx.txt", "\n".join(lines))


def test_what_is_supported_has_comments_only_if_asked_for():
    few, all_of_them = comments(marked()), comments(marked(everything=True))
    assert not [said for said in few.values() if said[0].startswith("Supported")]
    assert [said for said in all_of_them.values() if said[0].startswith("Supported")]
    assert len(few) < len(all_of_them)


def test_every_finding_against_the_draft_has_a_comment():
    told = {remark.finding.id for remark in remarks_on(DRAFT_REPORT) if remark.finding}
    wanted = {one.id for one in DRAFT_REPORT.findings if one.verdict not in ("agreement", "uncorroborated")}
    assert wanted <= told
    said = "\n".join(line for lines in comments(marked()).values() for line in lines)
    assert all(f"id {name}" in said for name in wanted)


def test_a_wire_story_in_many_papers_is_cut_short():
    finding = next(one for one in DRAFT_REPORT.findings if one.verdict == "discrepancy")
    others = [one for one in finding.claims if one.claim.doc != DRAFT.id]
    many = replace(finding, claims=(*finding.claims, *others * 40))
    findings = tuple(many if one is finding else one for one in DRAFT_REPORT.findings)
    data = render("docx", replace(DRAFT_REPORT, findings=findings), Options(original=WORD_DRAFT))
    [said] = [lines for lines in comments(data).values() if any(line.startswith("and ") for line in lines)]
    assert len(said) < 12


def test_only_a_draft_in_word_can_be_marked():
    assert copies_draft("docx")
    with pytest.raises(ReadProblem, match="there is none"):
        render("docx", REPORT, Options(original=WORD_DRAFT))
    with pytest.raises(ReadProblem, match="there is none"):
        render("docx", DRAFT_REPORT, Options())
    with pytest.raises(ReadProblem, match=r"alina-draft\.md: is no Word document"):
        render("docx", DRAFT_REPORT, Options(original=b"# The last voyage"))
    with pytest.raises(ReadProblem, match="has changed since it was read"):
        render("docx", DRAFT_REPORT, Options(original=document(paragraph("Another draft"))))


SOURCE = (
    "The state railway ordered 40 trains from Stadler in March 2021, the ministry said.\n\n"
    "The trains cost 120 million euros. Some 300 drivers were trained.\n"
)
BODY = (
    paragraph("Late trains", properties='<w:pStyle w:val="Titel"/>')
    + paragraph(
        "The state railway ordered ", run("4", "<w:b/>"), run("6 tra"), run("ins from Stadler in March 2021.")
    )
    + paragraph("The trains cost ", deleted("120"), inserted(run("120 billion euros")), ".")
    + paragraph("Some ", link(run("300 drivers")), " were trained.")
)


@pytest.fixture
def desk(tmp_path):
    put(
        tmp_path,
        {
            "draft.docx": document(BODY),
            "draft.md": "The state railway ordered 46 trains from Stadler.\n",
            "in/wire.txt": SOURCE,
        },
    )
    return tmp_path


def check(desk, *options, draft="draft.docx", **more):
    return factcheck("check", desk / draft, "--against", desk / "in", "--format", "docx", *options, **more)


def test_from_the_command_line(desk):
    draft = (desk / "draft.docx").read_bytes()
    done = check(desk, "-o", desk / "checked.docx")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    data = (desk / "checked.docx").read_bytes()
    held, said = ranges(data), comments(data)
    wrong = [held[number] for number, lines in said.items() if lines[0].startswith("Contradicted")]
    assert "46 trains" in wrong
    [lines] = [said[number] for number in said if held[number] == "46 trains"]
    assert any(
        "40" in line and "wire.txt:1" in line and "ordered 40 trains from Stadler" in line for line in lines
    )
    assert (text_of(data), shown(data)) == (text_of(draft), shown(draft))
    assert (desk / "draft.docx").read_bytes() == draft
    again = check(desk, "-o", desk / "again.docx")
    assert (again.returncode, (desk / "again.docx").read_bytes()) == (1, data)


def test_a_clean_draft_is_copied_as_it_is(desk):
    put(
        desk,
        {
            "draft.docx": document(
                paragraph("The state railway ordered 40 trains from Stadler in March 2021.")
            )
        },
    )
    assert check(desk, "-o", desk / "checked.docx").returncode == 0
    assert (desk / "checked.docx").read_bytes() == (desk / "draft.docx").read_bytes()


def test_comments_are_dated_by_source_date_epoch_alone(desk):
    check(desk, "-o", desk / "checked.docx", env={"SOURCE_DATE_EPOCH": "1700000000"})
    dates = re.findall(rb'w:date="(.*?)"', part((desk / "checked.docx").read_bytes(), "word/comments.xml"))
    assert set(dates) == {b"2023-11-14T22:13:20Z"}
    done = check(desk, "-o", desk / "other.docx", env={"SOURCE_DATE_EPOCH": "noon"})
    assert (done.returncode, "SOURCE_DATE_EPOCH" in done.stderr) == (2, True)


@pytest.mark.parametrize(("arguments", "said"), [
    (("report", "in", "--format", "docx"), "marked copy of a draft"),
    (("report", "in", "--format", "docx", "-o", "x.docx"), "marked copy of a draft"),
    (("demo", "--format", "docx"), "marked copy of a draft"),
    (("check", "draft.docx", "--against", "in", "--format", "docx"), "add --output FILE"),
    (("check", "draft.docx", "--against", "in", "--format", "docx", "-o", "-"), "add --output FILE"),
    (("check", "-", "--against", "in", "--format", "docx", "-o", "x.docx"), "instead of -"),
    (("check", "draft.docx", "--against", "in", "--format", "docx=x.docm"), "a copy of draft.docx ends in .docx"),
    (("check", "draft.md", "--against", "in", "--format", "docx", "-o", "x.docx"), "draft.md: is no Word document"),
    (("check", "draft.docx", "--against", "in", "--format", "docx", "-o", "draft.docx"), "is one of the articles"),
])  # fmt: skip
def test_wrong_usage_is_one_line_and_exit_code_2(desk, arguments, said):
    done = factcheck(*arguments, cwd=desk)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr
    assert not (desk / "x.docx").exists()


OFFICE = shutil.which("soffice")


def converted(path, kind):
    """What LibreOffice makes of the document, with a profile of its own."""
    profile = (path.parent / "profile").as_uri()
    command = [
        OFFICE,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        path.parent,
        path,
    ]
    subprocess.run(
        command, check=True, capture_output=True, timeout=240, env={**os.environ, "HOME": str(path.parent)}
    )
    return path.with_suffix(f".{kind.partition(':')[0]}").read_bytes()


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice's soffice")
def test_libreoffice_finds_the_comments_and_the_text_unchanged(tmp_path):
    docx = pytest.importorskip("docx", reason="needs python-docx")
    written = docx.Document()
    written.add_heading(DRAFT.text.partition("\n")[0], 0)
    for line in DRAFT.text.rstrip("\n").split("\n")[1:]:
        words = line.partition("2018")
        spoken = written.add_paragraph(words[0])
        spoken.add_run(words[1]).bold = True
        spoken.add_run(words[2])
    written.add_comment(written.paragraphs[0].runs, "Sure?", author="Ed", initials="E")
    stream = BytesIO()
    written.save(stream)
    data = render("docx", DRAFT_REPORT, Options(original=stream.getvalue()))
    put(tmp_path, {"draft.docx": stream.getvalue(), "checked.docx": data})
    odt = converted(tmp_path / "checked.docx", "odt")
    with ZipFile(BytesIO(odt)) as archive:
        content = archive.read("content.xml").decode()
    authors = re.findall(r"<dc:creator>(.*?)</dc:creator>", content)
    assert authors.count("Ed") == 1
    assert authors.count("factcheck") == len(comments(data)) - 1
    marked = [re.sub(r"<office:annotation .*?</office:annotation>|<[^>]*>", "", words) for words in re.findall(
        r"</office:annotation>((?:(?!</office:annotation>).)*?)<office:annotation-end", content)]  # fmt: skip
    assert set(marked) <= set(ranges(data).values()) | {""}
    assert "$1.2 billion" in marked
    texts = [converted(tmp_path / f"{name}.docx", "txt:Text (encoded):UTF8") for name in ("draft", "checked")]
    assert texts[0] == texts[1]
    assert converted(tmp_path / "checked.docx", "pdf").startswith(b"%PDF")


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice's soffice")
def test_libreoffice_reads_comments_at_every_kind_of_place(tmp_path):
    docx = pytest.importorskip("docx", reason="needs python-docx")
    stream = BytesIO()
    docx.Document().save(stream)
    with ZipFile(stream) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    body = "".join(paragraph(f"Case {name}.") + BODIES[name][0] for name in BODIES)
    body = body.replace('"urn:m"', '"http://schemas.openxmlformats.org/officeDocument/2006/math"')
    body = body.replace('<w:footnoteReference w:id="2"/>', "<w:tab/>")  # there is no such note
    whole = members["word/document.xml"].decode()
    start, end = whole.index("<w:body>") + len("<w:body>"), whole.index("<w:sectPr")
    members["word/document.xml"] = (
        whole[:start] + body.replace("<w:hyperlink>", '<w:hyperlink w:anchor="a">') + whole[end:]
    )
    data = packed(members)
    text = text_of(data)
    # LibreOffice computes a date of its own, and drops comments in the old one.
    notes = [note(text, BODIES[name][1], f"Case {name}.") for name in BODIES if name != "a complex field"]
    marked = with_comments(source(data), text, notes)
    assert shown(marked) == shown(data)
    put(tmp_path, {"plain.docx": data, "marked.docx": marked})
    with ZipFile(BytesIO(converted(tmp_path / "marked.docx", "odt"))) as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<office:annotation ") == len(notes)
    texts = [converted(tmp_path / f"{name}.docx", "txt:Text (encoded):UTF8") for name in ("plain", "marked")]
    assert texts[0] == texts[1]


def test_a_hostile_draft_is_refused_before_anything_is_written(desk):
    put(desk, {"draft.docx": packed({"[Content_Types].xml": "<x/>", "word/document.xml": "\0" * 30_000_000})})
    done = check(desk, "-o", desk / "x.docx")
    assert (done.returncode, (desk / "x.docx").exists()) == (2, False)
    assert "more than 200 times" in done.stderr
