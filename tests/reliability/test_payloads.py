"""No text from outside is more than text: one corpus in every field, each format read as its reader does."""

import csv
import io
import json
import os
import re
import unicodedata
from dataclasses import replace
from xml.etree import ElementTree
from zipfile import ZipFile

import jsonschema
import pytest
from markdown_it import MarkdownIt

from factcheck.report import Options, copies_draft, format_names, render
from tests.factcheck.sample import REPORT
from tests.factcheck.sample_decided import DECIDED_REPORT
from tests.factcheck.sample_draft import DRAFT_REPORT
from tests.factcheck.test_docx_report import WORD_DRAFT
from tests.factcheck.test_formats_for_tools import SARIF
from tests.factcheck.test_page import Page, shapes, with_hostile_ids
from tests.factcheck.test_report_formats import hostile
from tests.reliability.commandline import factcheck
from tests.reliability.payloads import PAYLOADS

SAMPLES = {"report": REPORT, "draft": DRAFT_REPORT, "decided": DECIDED_REPORT}
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FORGED = re.compile(r"^\s*(::[A-Za-z][\w-]*( |::)|##\[)", re.MULTILINE)


def check_lines(text, plain):
    """For a terminal, and for logs: no control but line feeds, no command."""
    seen = [character for character in text if character != "\n"]
    assert not [one for one in seen if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    assert not FORGED.search(text)


def check_csv(text, plain):
    head, *rows = csv.reader(io.StringIO(text), strict=True)
    assert len(rows) == len(list(csv.reader(io.StringIO(plain)))) - 1
    for row in rows:
        assert len(row) == len(head)
        for name, cell in zip(head, row, strict=True):
            if name not in ("value", "line", "column"):
                assert not re.match(r"\s*[=+\-@|\t\r]", cell), cell


def check_json(text, plain):
    assert outline(json.loads(text)) == outline(json.loads(plain))


def check_jsonl(text, plain):
    assert list(map(outline, map(json.loads, text.split("\n")[:-1]))) == [
        outline(json.loads(line)) for line in plain.split("\n")[:-1]
    ]


def outline(value):
    """The shape of a JSON value: what may not depend on the texts in it, nulls and addresses aside."""
    if isinstance(value, dict):
        return {key: outline(member) for key, member in value.items() if key not in ("url", "uri", "@id")}
    return [outline(member) for member in value] if isinstance(value, list) else None


def check_sarif(text, plain):
    log = json.loads(text)
    jsonschema.Draft4Validator(SARIF).validate(log)
    messages = [result["message"]["text"] for result in log["runs"][0]["results"]]
    assert len(messages) == len(json.loads(plain)["runs"][0]["results"])
    assert not [message for message in messages if re.search(r"(?<!\\)[][]", message)]


def check_xml(text, plain):
    names, expected = ([one.tag for one in ElementTree.fromstring(one).iter()] for one in (text, plain))
    assert names == expected


def check_markdown(text, plain):
    tags, expected = (set(re.findall(r"<(/?\w+)", MARKDOWN.render(one))) for one in (text, plain))
    assert tags <= expected | {"br"}
    assert "a" not in tags


def check_html(text, plain):
    assert shapes(Page(text)) <= shapes(Page(plain))
    assert Page(text).raw == Page(plain).raw
    assert not [link for link in Page(text).values("href") if not re.match(r"#|https?://[^/]|data:,$", link)]


def check_commands(text, plain):
    """GitHub's own reader: a command a line, its properties and its message unescaped, no other line."""
    assert len(text.split("\n")) == len(plain.split("\n"))
    for line in text.split("\n")[:-1]:
        found = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^,:]*,)*\w+=[^,:]*)::(.*)", line)
        assert found, line
        assert {one.partition("=")[0] for one in found[2].split(",")} <= {
            *("file", "line", "endLine", "col", "endColumn", "title")
        }
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", found[2] + found[3])


CHECKS = {
    "csv": check_csv,
    "json": check_json,
    "jsonl": check_jsonl,
    "gitlab": check_json,
    "claimreview": check_json,
    "sarif": check_sarif,
    "junit": check_xml,
    "markdown": check_markdown,
    "html": check_html,
    "github": check_commands,
}
MANY_LINES = {"html", "json", "jsonl", "gitlab", "claimreview", "sarif", "junit"}  # read by programs alone


@pytest.mark.parametrize("name", [name for name in format_names() if not copies_draft(name)])
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_format(name, sample):
    plain = render(
        name, spoilt(SAMPLES[sample], "https://coast.example/x"), Options(everything=True, unread=("x",))
    )
    for payload in PAYLOADS:
        report = spoilt(SAMPLES[sample], payload)
        text = render(name, report, Options(everything=True, unread=(payload,)))
        text.encode()
        CHECKS.get(name, check_lines)(text, plain)
        if name not in MANY_LINES | {"github"}:
            check_lines(text, plain)


def spoilt(report, payload):
    """The payload in every text and name; ids of findings are our own digests and stay."""
    found = with_hostile_ids(hostile(report, payload), payload)
    if found.draft and report.draft:
        checked = (
            replace(one, findings=was.findings)
            for one, was in zip(found.draft.claims, report.draft.claims, strict=True)
        )
        found = replace(found, draft=replace(found.draft, claims=tuple(checked)))
    findings = tuple(
        replace(one, id=was.id) for one, was in zip(found.findings, report.findings, strict=True)
    )
    decided = tuple(
        replace(one, finding=replace(one.finding, id=was.finding.id))
        for one, was in zip(found.decided, report.decided, strict=True)
    )
    return replace(found, findings=findings, decided=decided)


def test_a_marked_document():
    for payload in PAYLOADS:
        report = hostile(DRAFT_REPORT, payload)
        report = replace(report, draft=DRAFT_REPORT.draft)
        with ZipFile(io.BytesIO(render("docx", report, Options(original=WORD_DRAFT)))) as archive:
            for name in archive.namelist():
                assert not name.startswith(("/", "..")), name
                ElementTree.fromstring(archive.read(name))


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_every_field_of_every_file(tmp_path, monkeypatch, payload):
    """On the real way in: names, articles.toml, records, texts, decisions, and what is told of errors."""
    monkeypatch.chdir(tmp_path)
    desk(payload)
    texts = []
    for name in ("table", "full", "csv", "markdown", "github", "json", "html", "junit"):
        done = factcheck("report", "in", "--format", name, "--fail-on", "never", "--all", "--verbose")
        assert done.code in (0, 2), done.stderr
        assert "internal error" not in done.stderr
        texts.append(done.stderr)
        if name in ("table", "full", "csv", "markdown"):
            texts.append(done.stdout)
    texts.append(factcheck("extract", "in").stdout)
    report = factcheck("report", "in", "--format", "json").stdout or '{"findings": []}'
    for finding in json.loads(report)["findings"][:1]:
        texts.append(factcheck("explain", finding["id"], "in").stdout)
        done = factcheck("decide", finding["id"], "in", "--as", "accepted", "--reason", f"r {payload}")
        assert done.code in (0, 2), done.stderr
        texts += [done.stdout, done.stderr, factcheck("report", "in", "--all").stdout]
    for text in texts:
        check_lines(text, "")
    assert set(os.listdir(tmp_path)) <= {"factcheck-decisions.toml", "in"}


def desk(payload):
    """Two articles that differ and one more, with the payload wherever a file can hold it."""
    os.makedirs("in")
    name = re.sub(r"[\0/\ud800]", "_", payload)[:60]
    text = f"Storm\n\n{payload} The storm killed {{}} people in Norhaven on 3 May 2021, {payload} said.\n"
    for number, stem in ((12, f"a{name}"), (21, f"b{name}")):
        with open(os.path.join("in", f"{stem}.txt"), "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text.format(number) if "{" not in payload else text.replace("{}", str(number)))
    with open("in/c.jsonl", "w", encoding="utf-8") as file:
        said = dict.fromkeys(("title", "publisher", "url", "id", "published"), payload)
        file.write(json.dumps(said | {"text": f"The storm killed 30 people. {payload}"}) + "\n")
    with open("in/articles.toml", "w", encoding="utf-8") as file:
        value = json.dumps(payload.encode("utf-8", "replace").decode()).replace("\x7f", "\\u007f")
        file.write(f'["a.txt"]\ntitle = {value}\npublisher = {value}\n{value} = {value}\n')


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_every_message(tmp_path, monkeypatch, payload):
    """What is wrong is said in lines of our own, whatever was said."""
    monkeypatch.chdir(tmp_path)
    value = json.dumps(payload.encode("utf-8", "replace").decode()).replace("\x7f", "\\u007f")
    (tmp_path / "bad.toml").write_text(f"{value} = {value}\n", encoding="utf-8")
    (tmp_path / "worse.toml").write_text(f"fail-on = {value}\n", encoding="utf-8")
    (tmp_path / "paths.toml").write_text(
        f"output = {json.dumps('missing/')[:-1]}{value[1:]}\n", encoding="utf-8"
    )
    (tmp_path / "decided.toml").write_text(f"[{value}]\nas = {value}\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("The storm killed 12 people.\n")
    # What a process can be given: bytes without NUL, those that are no UTF-8 as lone surrogates.
    payload = "".join(character for character in payload if character not in "\0\ud800")
    for arguments in (
        ("report", payload),
        ("report", "--format", payload, "a.txt"),
        ("report", f"--{payload}", "a.txt"),
        ("report", "a.txt", "-o", os.path.join("missing", payload)),
        ("report", "a.txt", "--width", payload),
        ("report", "a.txt", "--config", "bad.toml"),
        ("report", "a.txt", "--config", "worse.toml"),
        ("report", "a.txt", "--config", "paths.toml"),
        ("report", "a.txt", "--decisions", "decided.toml"),
        ("report", "a.txt", "--decisions", payload),
        ("explain", payload, "a.txt"),
        ("decide", payload, "--as", payload, "--reason", payload),
        ("decide", payload, "--as", "accepted", "--reason", payload),
        (payload,),
    ):
        done = factcheck(*arguments)
        assert done.code == 2, arguments
        assert "internal error" not in done.stderr, (arguments, done.stderr)
        assert done.stderr.count("\n") == 1, (arguments, done.stderr)
        check_lines(done.stderr, "")
