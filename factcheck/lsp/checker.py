"""Checks of open drafts on a thread of their own: soon after the last change, and one at a time."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from factcheck.model import Report

_PAUSE = 0.3  # seconds without a change; editors of text wait about as long
_PATIENCE = 30.0  # seconds that a question waits for its answer


@dataclass(frozen=True, slots=True)
class Document:
    """An open document as the editor holds it; `path` is where it would be saved."""

    uri: str
    path: str
    text: str
    version: int | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A document and what came of checking it; `report` is None where it is no draft that can be checked."""

    document: Document
    report: Report | None


class Checker:
    """Calls `check` for documents that were opened or changed, then `done` where the text is still the same.

    `prepare` is called before each round and tells whether all open documents need a new check.
    """

    def __init__(
        self,
        prepare: Callable[[], bool],
        check: Callable[[Document], Report | None],
        done: Callable[[Checked], None],
    ) -> None:
        self._prepare = prepare
        self._check = check
        self._done = done
        self._open: dict[str, Document] = {}
        self._due: dict[str, float] = {}
        self._checked: dict[str, Checked] = {}
        self._changed = threading.Condition()
        self._is_stopped = False
        self._thread = threading.Thread(target=self._work, name="factcheck", daemon=True)

    def start(self) -> None:
        """Begin; before this, documents only gather."""
        self._thread.start()

    def stop(self) -> None:
        """End after the check that runs."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()

    def put(self, document: Document, *, at_once: bool = False) -> None:
        """A document was opened, changed or saved: check it after a pause, or at once."""
        with self._changed:
            self._open[document.uri] = document
            self._due[document.uri] = monotonic() + (0 if at_once else _PAUSE)
            self._changed.notify_all()

    def drop(self, uri: str) -> None:
        """A document was closed: what is known of it is forgotten."""
        with self._changed:
            for known in (self._open, self._due, self._checked):
                known.pop(uri, None)
            self._changed.notify_all()

    def renew(self) -> None:
        """Check every open document again."""
        with self._changed:
            self._due |= dict.fromkeys(self._open, 0.0)
            self._changed.notify_all()

    def _renew_others(self, uri: str) -> None:
        with self._changed:
            self._due |= {other: 0.0 for other in self._open if other != uri}

    def answer(self, uri: str) -> Checked | None:
        """What came of checking the document as it is now: waits for the check, without the pause.

        None where the document is not open, or no answer comes.
        """
        with self._changed:
            if uri in self._due:
                self._due[uri] = 0.0
                self._changed.notify_all()
            self._changed.wait_for(lambda: self._is_stopped or self._is_known(uri), _PATIENCE)
            return self._checked.get(uri) if self._is_known(uri) else None

    def _is_known(self, uri: str) -> bool:
        checked = self._checked.get(uri)
        return uri not in self._open or (checked is not None and checked.document is self._open[uri])

    def _work(self) -> None:
        while (document := self._next()) is not None:
            if self._prepare():
                self._renew_others(document.uri)
            checked = Checked(document, self._check(document))
            with self._changed:
                is_current = self._open.get(document.uri) is document
                if is_current:
                    self._checked[document.uri] = checked
                self._changed.notify_all()
            if is_current:
                self._done(checked)

    def _next(self) -> Document | None:
        """The document that is due next, waited for; None at the end."""
        with self._changed:
            while not self._is_stopped:
                uri = min(self._due, key=self._due.__getitem__, default=None)
                wait = None if uri is None else self._due[uri] - monotonic()
                if uri is not None and wait is not None and wait <= 0:
                    del self._due[uri]
                    return self._open[uri]
                self._changed.wait(wait)
            return None
