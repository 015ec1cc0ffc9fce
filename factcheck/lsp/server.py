"""The language server: what the editor asks and tells, over standard input and output."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from corpus.formats import formats
from corpus.read import Language
from corpus.source import MAX_BYTES, file_suffixes
from factcheck.deciding.decisions import DecisionsError, find_decisions, load_decisions, record_decision
from factcheck.deciding.ignores import find_ignored
from factcheck.deciding.rulings import decide as decide_report
from factcheck.desk import read_unsaved_draft
from factcheck.draft import draft_report
from factcheck.keeping.cache import ClaimCache
from factcheck.linking import MOST_COMPARED
from factcheck.lsp.checker import Checked, Checker, Document
from factcheck.lsp.messages import DECIDE, SOURCE, Messages, uri_of
from factcheck.lsp.sources import DraftSources
from factcheck.model import Decision, Report, Ruling
from factcheck.output import OutputError
from factcheck.telling.terminal import visible
from factcheck.version import __version__

_READ_AS_TEXT = ("text", "markdown")  # formats whose lines are the editor's lines
_STANDARD_OUTPUT = 1
_REASON = "decided in the editor"  # until somebody writes why


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line asks for: how sources are read, and how many like it a draft is compared with."""

    language: Language
    max_bytes: int = MAX_BYTES
    most_compared: int = MOST_COMPARED


class FactcheckServer:
    """One editor's server: every draft that is open, against the sources under `paths`.

    Relative paths start in the editor's workspace, or where the server was started if it has none.
    """

    def __init__(self, paths: Sequence[str], settings: Settings, cache: ClaimCache | None = None) -> None:
        self.lsp = LanguageServer(
            SOURCE, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self._paths = paths
        self._settings = settings
        self._cache = cache
        self._sources: DraftSources | None = None
        self._limits: set[tuple[str, str]] = set()  # told, by draft
        self._checker = Checker(self._prepare, self._check, self._publish)
        self._register()

    def run(self) -> None:
        """Serve until the editor leaves."""
        with open(os.dup(_STANDARD_OUTPUT), "wb") as editor:  # the library closes what it writes to
            self.lsp.start_io(stdout=editor)
        self._checker.stop()

    def _register(self) -> None:
        """Functions of their own, since the library writes on what it registers."""

        def opened(params: types.DidOpenTextDocumentParams) -> None:
            document = params.text_document
            self._put(document.uri, document.text, document.version, at_once=True)

        def changed(params: types.DidChangeTextDocumentParams) -> None:
            document = self.lsp.workspace.get_text_document(params.text_document.uri)
            self._put(document.uri, document.source, params.text_document.version)

        def saved(params: types.DidSaveTextDocumentParams) -> None:
            self._checker.renew()

        def closed(params: types.DidCloseTextDocumentParams) -> None:
            uri = params.text_document.uri
            self._checker.drop(uri)
            gone = types.PublishDiagnosticsParams(uri=uri, diagnostics=[])
            self.lsp.text_document_publish_diagnostics(gone)

        def begin(params: types.InitializedParams) -> None:
            self._begin()

        def hover(params: types.HoverParams) -> types.Hover | None:
            messages = self._answer(params.text_document.uri)
            position = params.position
            if messages is None:
                return None
            return messages.hover(position.line, position.character, is_markdown=self._reads_markdown())

        def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
            messages = self._answer(params.text_document.uri)
            return [] if messages is None else messages.actions(params.range)

        def decide(uri: str, finding: str, decided_as: str) -> None:
            self._decide(uri, finding, decided_as)

        feature, thread = self.lsp.feature, self.lsp.thread()
        feature(types.INITIALIZED)(begin)
        feature(types.TEXT_DOCUMENT_DID_OPEN)(opened)
        feature(types.TEXT_DOCUMENT_DID_CHANGE)(changed)
        feature(types.TEXT_DOCUMENT_DID_SAVE)(saved)
        feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
        feature(types.TEXT_DOCUMENT_HOVER)(thread(hover))
        kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
        feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(thread(actions))
        self.lsp.command(DECIDE)(thread(decide))

    def _begin(self) -> None:
        root = self._root()
        paths = [os.path.join(root, path) if root else path for path in self._paths]
        self._sources = DraftSources(
            paths, self._tell, self._settings.language, self._cache, self._settings.max_bytes
        )
        self._checker.start()

    def _root(self) -> str:
        return self.lsp.workspace.root_path or ""

    def _put(self, uri: str, text: str, version: int | None, *, at_once: bool = False) -> None:
        path = to_fs_path(uri) if uri.startswith("file:") else None
        path = path or uri.rpartition("/")[2].rpartition(":")[2]
        if _is_possible(path) and _has_lines(path):
            self._checker.put(Document(uri, path, text, version), at_once=at_once)

    def _prepare(self) -> bool:
        """Read the sources where they have changed."""
        try:
            return self._sources is not None and self._sources.refresh()
        except Exception as error:  # whatever it is, the next change may cure it
            self._tell(f"the sources cannot be read: {type(error).__name__}: {error}")
            return False

    def _check(self, document: Document) -> Report | None:
        if self._sources is None:
            return None
        try:
            draft, others = read_unsaved_draft(
                document.path,
                document.text,
                self._sources.articles,
                self._tell,
                language=self._settings.language,
            )
            known = {article.id for article in others}
            claims = [claim for claim in self._sources.claims if claim.doc in known]
            if draft is None:
                return None
            report = draft_report(draft, claims, articles=others, most_compared=self._settings.most_compared)
            self._tell_limits(document.path, report.limits)
            decisions = self._decisions(document)
            return decide_report(report, decisions, ignored=find_ignored(draft.text))
        except Exception as error:  # one draft must not end the server
            self._tell(f"{document.path}: internal error: {type(error).__name__}: {error}")
            return None

    def _tell_limits(self, path: str, limits: Sequence[str]) -> None:
        """Tell what there was too much of to compare, but not at each keystroke again."""
        for limit in limits:
            if (path, limit) not in self._limits:
                self._limits.add((path, limit))
                self._tell(f"{path}: {limit}")

    def _publish(self, checked: Checked) -> None:
        diagnostics = self._messages(checked).diagnostics(with_related=self._shows_related())
        self.lsp.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=checked.document.uri, version=checked.document.version, diagnostics=diagnostics
            )
        )

    def _answer(self, uri: str) -> Messages | None:
        checked = self._checker.answer(uri)
        return None if checked is None else self._messages(checked)

    def _messages(self, checked: Checked) -> Messages:
        return Messages(checked, self._encoding())

    def _decisions(self, document: Document) -> dict[str, Decision]:
        try:
            return load_decisions(self._decisions_file(document))
        except FileNotFoundError:
            return {}
        except DecisionsError as error:
            self._tell(str(error))
            return {}

    def _decisions_file(self, document: Document) -> str:
        return find_decisions(self._root() or os.path.dirname(document.path))

    def _decide(self, uri: str, finding: str, decided_as: str) -> None:
        """Record a decision, take its remarks away, and open the file for the reason to be written."""
        checked = self._checker.answer(uri)
        if checked is None:
            return
        path = self._decisions_file(checked.document)
        summary, files = self._messages(checked).decided(finding)
        try:
            record_decision(path, finding, cast(Ruling, decided_as), _REASON, summary, files)
        except (DecisionsError, OutputError) as error:
            self._tell(f"the decision was not recorded: {error}")
            return
        self._checker.renew()
        self._show(path, finding)

    def _show(self, path: str, finding: str) -> None:
        window = self.lsp.client_capabilities.window
        uri = uri_of(path)
        if uri is None or window is None or window.show_document is None or not window.show_document.support:
            return
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        line = lines.index(f"[{finding}]") + 2  # behind the header and "as"
        start = lines[line].index(_REASON)
        first, last = (types.Position(line=line, character=place) for place in (start, start + len(_REASON)))
        selection = types.Range(start=first, end=last)
        self.lsp.window_show_document(types.ShowDocumentParams(uri=uri, take_focus=True, selection=selection))

    def _encoding(self) -> str:
        return str(self.lsp.workspace.position_encoding or types.PositionEncodingKind.Utf16)

    def _shows_related(self) -> bool:
        document = self.lsp.client_capabilities.text_document
        diagnostics = document.publish_diagnostics if document else None
        return bool(diagnostics and diagnostics.related_information)

    def _reads_markdown(self) -> bool:
        document = self.lsp.client_capabilities.text_document
        formats = document.hover.content_format if document and document.hover else None
        return bool(formats and types.MarkupKind.Markdown in formats)

    def _tell(self, message: str) -> None:
        """One line in the editor's log; what is wrong shows there, beside the server's name."""
        self.lsp.window_log_message(
            types.LogMessageParams(type=types.MessageType.Warning, message=visible(message))
        )


def _is_possible(path: str) -> bool:
    """Whether a file could have that name."""
    try:
        return path != "" and b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _has_lines(path: str) -> bool:
    """Whether the file's format, if it is one of ours, has the editor's lines."""
    last = file_suffixes(path)[:1]
    others = (form for name, form in formats().items() if name not in _READ_AS_TEXT)
    return not any(suffix in form.SUFFIXES for form in others for suffix in last)


def serve(paths: Sequence[str], settings: Settings, cache: ClaimCache | None = None) -> None:
    """Serve one editor over standard input and output, until it leaves."""
    FactcheckServer(paths, settings, cache).run()
