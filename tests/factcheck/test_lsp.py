"""`factcheck lsp` as an editor meets it: a real client and a real server, streams between them."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from contextlib import asynccontextmanager
from typing import Union

import pytest

from tests.corpus.test_read import put

pytest.importorskip("pygls.lsp.server", reason="needs pygls 2")

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

from factcheck.deciding.decisions import load_decisions
from factcheck.lsp.checker import Checked, Document
from factcheck.lsp.messages import Messages, escaped
from tests.factcheck.sample_draft import DRAFT, DRAFT_REPORT
from tests.factcheck.test_cli import ROOT
from tests.factcheck.test_report_formats import PAYLOADS, hostile, is_harmless

PATIENCE = 60
WIRE = (
    "The state railway ordered 40 trains from Stadler in March 2021, the ministry said.\n\n"
    "The trains cost 120 million euros. Some 300 drivers were trained.\n"
)
DRAFT_TEXT = (
    "# Late trains\r\n\r\n😀 東京: the state railway ordered 46 trains from Stadler in March 2021.\r\n"
)
FULL = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True),
    ),
    window=types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(support=True)),
)


def converter():
    """The library's, which takes every code action with a command for a bare command, put right."""
    own = default_converter()
    either = Union[types.Command, types.CodeAction]  # noqa: UP007  # as the library spells it
    own.register_structure_hook(either, lambda value, _: own.structure(value, types.CodeAction))
    return own


class Editor:
    """One editor with its server: what it was told waits in queues."""

    def __init__(self):
        self.client = LanguageClient("editor", "1", converter_factory=converter)
        self.published, self.logged, self.opened = asyncio.Queue(), asyncio.Queue(), asyncio.Queue()
        take = self.client.feature
        take(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self.published.put_nowait(params))
        take(types.WINDOW_LOG_MESSAGE)(lambda params: self.logged.put_nowait(params.message))

        def show(params: types.ShowDocumentParams):
            self.opened.put_nowait(params)
            return types.ShowDocumentResult(success=True)

        take(types.WINDOW_SHOW_DOCUMENT)(show)

    async def open(self, uri, text, version=1, language="markdown"):
        item = types.TextDocumentItem(uri=uri, language_id=language, version=version, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    async def change(self, uri, text, version):
        document = types.VersionedTextDocumentIdentifier(uri=uri, version=version)
        change = types.TextDocumentContentChangeWholeDocument(text=text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def told(self, version=None):
        """The next diagnostics; where a version is asked for, those of that version."""
        while True:
            params = await asyncio.wait_for(self.published.get(), PATIENCE)
            if version is None or params.version == version:
                return params

    async def hover(self, uri, line, column):
        place = types.Position(line, column)
        params = types.HoverParams(types.TextDocumentIdentifier(uri), place)
        return await self.client.text_document_hover_async(params)

    async def actions(self, uri, wanted):
        document, context = types.TextDocumentIdentifier(uri), types.CodeActionContext([])
        return await self.client.text_document_code_action_async(
            types.CodeActionParams(document, wanted, context)
        )


@asynccontextmanager
async def editor(folder, *arguments, capabilities=FULL, root=True):
    one = Editor()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "FACTCHECK_CACHE_DIR": str(folder / "cache")}
    command = ["-m", "factcheck", "lsp", "--against", *(arguments or ("sources",))]
    await one.client.start_io(sys.executable, *command, env=environment, cwd=folder)
    try:
        started = await one.client.initialize_async(
            types.InitializeParams(
                capabilities=capabilities, root_uri=folder.as_uri() if root else None, process_id=os.getpid()
            )
        )
        one.capabilities = started.capabilities
        one.client.initialized(types.InitializedParams())
        yield one
        await one.client.shutdown_async(None)
        one.client.exit(None)
    except BaseException:
        one.client._server.kill()
        raise
    finally:
        await one.client.stop()


@pytest.fixture
def desk(tmp_path):
    put(tmp_path, {"sources/wire.txt": WIRE})
    return tmp_path


def played(scene):
    """Run one scene with an editor to its end."""
    asyncio.run(asyncio.wait_for(scene(), 3 * PATIENCE))


def place(text, words, encoding="utf-16-le"):
    """The range of `words` in `text`, in an editor's lines and units."""
    before, _, _ = text.partition(words)
    line = before.count("\n")
    units = {"utf-16-le": 2, "utf-8": 1}[encoding]
    start, length = (len(part.encode(encoding)) // units for part in (before.rpartition("\n")[2], words))
    return types.Range(types.Position(line, start), types.Position(line, start + length))


def test_a_draft_is_underlined_and_explained(desk):
    uri = (desk / "draft.md").as_uri()

    async def scene():
        async with editor(desk) as one:
            await one.open(uri, DRAFT_TEXT)
            told = await one.told()
            assert (told.uri, told.version) == (uri, 1)
            [found] = [one for one in told.diagnostics if one.severity == types.DiagnosticSeverity.Warning]
            assert found.message.startswith("Contradicted: trains, ordered: 40 / 46\nWhy: ")
            assert (found.source, found.range) == ("factcheck", place(DRAFT_TEXT, "46 trains"))
            [related] = found.related_information
            assert related.location.uri == (desk / "sources" / "wire.txt").as_uri()
            assert related.location.range == place(WIRE, "40 trains")
            assert "ordered 40 trains from Stadler" in related.message
            hover = await one.hover(uri, 2, place(DRAFT_TEXT, "46").start.character)
            assert hover.range == found.range
            assert "ordered **40 trains** from Stadler" in hover.contents.value
            assert f"[wire.txt:1]({(desk / 'sources' / 'wire.txt').as_uri()}#L1)" in hover.contents.value
            assert await one.hover(uri, 0, 0) is None
            assert await one.hover((desk / "other.md").as_uri(), 0, 0) is None

    played(scene)


def test_a_draft_like_too_many_sources_is_told_once(desk):
    put(desk, {f"sources/wire-{number}.txt": WIRE for number in range(3)})
    uri = (desk / "draft.md").as_uri()

    async def scene(*options):
        async with editor(desk, "sources", *options) as one:
            await one.open(uri, DRAFT_TEXT)
            await one.told(1)
            await one.change(uri, DRAFT_TEXT + "More.", 2)
            await one.told(2)
            return [one.logged.get_nowait() for _ in range(one.logged.qsize())]

    few, enough = (asyncio.run(scene("--most-compared", most)) for most in ("1", "3"))
    assert enough == []
    assert [told.partition(": ")[2] for told in few] == [
        "1 article is like more than 1 others; it was compared with the 1 likest (--most-compared N: with N)"
    ]


def test_unsaved_changes_are_checked_and_closing_takes_all_away(desk):
    uri = (desk / "draft.md").as_uri()

    async def scene():
        async with editor(desk) as one:
            await one.open(uri, DRAFT_TEXT)
            await one.told(1)
            for version in range(2, 8):
                await one.change(uri, DRAFT_TEXT + "More" * version, version)
            mended = "Now:\r\n" + DRAFT_TEXT.replace("46", "40")
            await one.change(uri, mended, 8)
            column = place(mended, "40 trains").start.character
            hover = await one.hover(uri, 3, column)  # at once: asking is not waiting for the pause
            assert hover.contents.value.startswith("**Supported**")
            told = await one.told(8)
            assert not [d for d in told.diagnostics if d.severity == types.DiagnosticSeverity.Warning]
            one.client.text_document_did_close(
                types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
            )
            while (told := await one.told()).version is not None:
                pass
            assert (told.uri, len(told.diagnostics)) == (uri, 0)

    played(scene)


def test_a_decision_is_recorded_and_opened_for_its_reason(desk):
    uri = (desk / "draft.md").as_uri()
    path = desk / "factcheck-decisions.toml"

    async def scene():
        async with editor(desk) as one:
            await one.open(uri, DRAFT_TEXT)
            told = await one.told(1)
            [found] = [d for d in told.diagnostics if d.severity == types.DiagnosticSeverity.Warning]
            assert not await one.actions(uri, place(DRAFT_TEXT, "Late"))
            actions = await one.actions(uri, found.range)
            assert [action.title.partition(":")[0] for action in actions] == [
                "Dismiss, a false alarm",
                "Accept, the draft stands",
            ]
            assert [one.diagnostics[0].code for one in actions] == [found.code] * 2
            command = actions[0].command
            await one.client.workspace_execute_command_async(
                types.ExecuteCommandParams(command.command, command.arguments)
            )
            shown = await asyncio.wait_for(one.opened.get(), PATIENCE)
            lines = path.read_text(encoding="utf-8").split("\n")
            start, end = shown.selection.start, shown.selection.end
            assert shown.uri == path.as_uri()
            assert lines[start.line][start.character : end.character] == "decided in the editor"
            told = await one.told()
            assert found.code not in [d.code for d in told.diagnostics]
            decided = load_decisions(str(path))[found.code]
            assert (decided.ruling, decided.reason) == ("dismissed", "decided in the editor")
            assert "trains, ordered: 40 / 46" in path.read_text(encoding="utf-8")

    played(scene)


def test_a_source_that_changes_is_read_again(desk):
    uri = (desk / "draft.md").as_uri()

    async def scene():
        async with editor(desk) as one:
            await one.open(uri, DRAFT_TEXT)
            before = await one.told(1)
            put(desk, {"sources/wire.txt": WIRE.replace("40 trains", "46 trains")})
            one.client.text_document_did_save(
                types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
            )
            after = await one.told(1)
            severities = [[d.severity for d in told.diagnostics] for told in (before, after)]
            assert types.DiagnosticSeverity.Warning in severities[0]
            assert types.DiagnosticSeverity.Warning not in severities[1]

    played(scene)


def test_an_editor_that_can_do_little(desk):
    """No related places, no Markdown, columns in UTF-8, no workspace, a document that was never saved."""
    little = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf8])
    )

    async def scene():
        async with editor(desk, capabilities=little, root=False) as one:
            await one.open("untitled:Untitled-1", DRAFT_TEXT, language="plaintext")
            told = await one.told()
            [found] = [d for d in told.diagnostics if d.severity == types.DiagnosticSeverity.Warning]
            assert found.range == place(DRAFT_TEXT, "46 trains", "utf-8")
            assert found.related_information is None
            assert "wire.txt:1: 40, “The state railway ordered 40 trains" in found.message
            hover = await one.hover(told.uri, 2, found.range.start.character)
            assert hover.contents.kind == types.MarkupKind.PlainText

    played(scene)


def test_what_is_no_draft_is_left_alone(desk):
    put(desk, {"sources/odd.docx": b"PK\x03\x04 no document"})

    async def scene():
        async with editor(desk, "sources", "nowhere") as one:
            await one.open((desk / "page.html").as_uri(), f"<p>{DRAFT_TEXT}", language="html")
            await one.open((desk / "empty.md").as_uri(), "")
            assert not (await one.told()).diagnostics
            await one.open((desk / "sources" / "wire.txt").as_uri(), WIRE)  # a source is not its own source
            codes = {d.code for d in (await one.told()).diagnostics}
            assert codes <= {"unsupported"}
            await one.open((desk / "nul.md").as_uri(), "46 trains\x00\ud800")
            assert (await one.told()).uri.endswith("nul.md")
            said = [one.logged.get_nowait() for _ in range(one.logged.qsize())]
            assert any("nowhere: no such file" in line for line in said)
            assert any("odd.docx" in line for line in said)

    played(scene)


def test_sigterm_ends_it_at_once(desk):
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "lsp", "--against", "sources"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with process:
        process.stdin.write(b'Content-Length: 46\r\n\r\n{"jsonrpc":"2.0","id":1,"method":"initialize"}')
        process.stdin.flush()
        assert process.stdout.readline()  # it answers, so its signals are its own
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 143


def written(**message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


HELLO = written(id=1, method="initialize", params={"capabilities": {}}) + written(
    method="initialized", params={}
)
GOODBYE = written(id=9, method="shutdown") + written(method="exit")


@pytest.mark.parametrize(
    ("said", "code", "message"),
    [
        (HELLO + GOODBYE, 0, ""),
        (HELLO, 0, ""),
        (HELLO + b"Content-Length: -5\r\n\r\n{}\r\n" + GOODBYE, 0, ""),
        (HELLO + b"\0\xff\r\n\r\n" + written(id=5, method="no/such") + GOODBYE, 0, ""),
        (HELLO + b"Content-Length: 1" + b"0" * 15 + b"\r\n\r\n{}", 2, "there is not enough memory"),
    ],
    ids=["goodbye", "silence", "no length", "no message", "a length beyond all memory"],
)
def test_however_the_editor_leaves_the_server_ends_without_a_trace(desk, said, code, message):
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "lsp", "--against", "sources", "--no-cache"],
        input=said,
        capture_output=True,
        timeout=60,
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == code, done.stderr
    assert done.stderr.decode().startswith(f"factcheck: {message}" if message else "")
    assert done.stderr.count(b"\n") == bool(message)


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
def test_a_closed_stream_is_told(stream):
    code, output, errors = leaving(f"import sys; sys.{stream} = None", "lsp", "--against", "x")
    assert (code, output) == (2, "")
    assert errors == ("factcheck: standard input or output is closed: that is where the editor speaks\n")


WITHOUT_PYGLS = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "pygls":
            raise ModuleNotFoundError("No module named 'pygls'", name="pygls")

sys.meta_path.insert(0, Absent())
"""


def leaving(code, *arguments):
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nfrom factcheck.cli import main\nmain({list(arguments)!r})"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return done.returncode, done.stdout, done.stderr


def test_without_its_library_it_says_how_to_install_it():
    told = leaving(WITHOUT_PYGLS, "lsp", "--against", "x")
    wanted = "factcheck: factcheck lsp needs pygls; install it with pip install '.[lsp]'\n"
    assert told == (2, "", wanted)


@pytest.mark.parametrize(("arguments", "said"), [((), "--against"), (("--against", "-"), "standard input")])
def test_wrong_usage(arguments, said):
    code, out, err = leaving("", "lsp", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def messages(report=DRAFT_REPORT, encoding="utf-16"):
    document = Document("file:///desk/alina-draft.md", "desk/alina-draft.md", DRAFT.text, 1)
    return Messages(Checked(document, report), encoding)


def test_severities_tell_what_is_against_the_draft():
    found = messages().diagnostics(with_related=True)
    names = {(d.message.partition(":")[0], d.severity.name) for d in found}
    assert names == {
        ("Contradicted", "Error"), ("Contradicted", "Warning"), ("Inconsistent", "Warning"),
        ("Outdated", "Warning"), ("To review", "Information"), ("Unsupported", "Hint"),
    }  # fmt: skip


def test_the_draft_itself_is_a_related_place():
    found = messages().diagnostics(with_related=True)
    [first, *_] = [d for d in found if d.message.startswith("Inconsistent")]
    assert {one.location.uri for one in first.related_information} == {"file:///desk/alina-draft.md"}


@pytest.mark.parametrize(
    "payload", [*PAYLOADS, "[x](command:evil)", "<img src=x onerror=y>", "www.a.example"]
)
def test_hostile_text_does_nothing_in_an_editor(payload):
    report = hostile(DRAFT_REPORT, payload)
    told = messages(report)
    for diagnostic in told.diagnostics(with_related=False):
        assert is_harmless(diagnostic.message)
    for line in range(8):
        for column in range(0, 60, 3):
            hover = told.hover(line, column, is_markdown=True)
            if hover:
                assert is_harmless(hover.contents.value)
                assert not re.search(r"(?<!\\)\]\(command:", hover.contents.value)
                assert "<img" not in hover.contents.value.replace("\\<", "")
    assert is_harmless("".join(action.title for action in told.actions(place(DRAFT.text, "2018"))))


@pytest.mark.parametrize(
    "text", ["*a* _b_ `c`", "[a](b)", "<b>&amp;", "~~a~~", "# a", "$x$", "a|b", "\\", "@desk"]
)
def test_markdown_is_escaped(text):
    markdown_it = pytest.importorskip("markdown_it", reason="needs markdown-it-py")
    from html import escape

    shown = markdown_it.MarkdownIt("commonmark").render(f"x {escaped(text)}")
    assert shown == f"<p>x {escape(text)}</p>\n".replace("&#x27;", "'")


def test_the_guide_names_what_there_is():
    guide = (ROOT / "docs" / "editors-lsp.md").read_text(encoding="utf-8")
    titles = [action.title.partition(":")[0] for action in messages().actions(place(DRAFT.text, "2018"))]
    assert titles
    assert all(title in guide for title in titles)


def test_a_document_that_no_file_can_be_is_passed_over(desk):
    async def scene():
        async with editor(desk) as one:
            for uri in ("", "untitled:", "file:///a%00b.md", "\ud800.md"):
                await one.open(uri, DRAFT_TEXT)
            await one.open((desk / "page.md").as_uri(), DRAFT_TEXT)
            assert (await one.told()).uri.endswith("page.md")
            assert one.logged.empty()

    played(scene)
