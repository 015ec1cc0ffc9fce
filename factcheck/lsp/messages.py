"""What the editor is told: diagnostics, hover texts and actions, made of the remarks on a draft."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lsprotocol import types

from claims.model import Claim
from factcheck.deciding.rulings import files_of
from factcheck.lsp.checker import Checked
from factcheck.lsp.positions import Lines
from factcheck.model import Report, Ruling
from factcheck.telling.remarks import Quotation, Remark, remarks_on
from factcheck.telling.sources import Sources

DECIDE = "factcheck.decide"
SOURCE = "factcheck"

# What Markdown acts on, and what editors make a link of.
_ACTIVE = re.compile(r"[\\`*_\[\]<>|~&#!$]|:(?=//)|(?<=\b[Ww]{3})\.|@(?=\w)")
_ACTIONS: Mapping[Ruling, str] = {
    "dismissed": "Dismiss, a false alarm",
    "accepted": "Accept, the draft stands",
}


class Messages:
    """The messages on one checked document, for an editor that counts columns in `encoding`."""

    def __init__(self, checked: Checked, encoding: str) -> None:
        report = checked.report or Report(articles=(), claims=(), findings=())
        self._document = checked.document
        self._encoding = encoding
        self._articles = {article.id: article for article in report.articles}
        self._sources = Sources(report.articles)
        self._lines: dict[str, Lines] = {}
        self._draft = report.draft.article.id if report.draft else None
        self._report = report

    def diagnostics(self, *, with_related: bool) -> list[types.Diagnostic]:
        """The remarks in the draft's order; without related locations the quotations stand in the message."""
        return [self._diagnostic(remark, with_related) for remark in remarks_on(self._report)]

    def hover(self, line: int, column: int, *, is_markdown: bool) -> types.Hover | None:
        """The evidence on the claim at a place, or None; what is supported is told, too."""
        if self._draft is None:
            return None
        offset = self._lines_of(self._draft).offset(line, column)
        found = [
            remark
            for remark in remarks_on(self._report, everything=True)
            if remark.claim.start <= offset <= remark.claim.end
        ]
        if not found:
            return None
        blocks = [self._markdown(remark) if is_markdown else _plain(remark) for remark in found]
        kind = types.MarkupKind.Markdown if is_markdown else types.MarkupKind.PlainText
        between = "\n\n---\n\n" if is_markdown else "\n\n"
        content = types.MarkupContent(kind=kind, value=between.join(blocks))
        return types.Hover(contents=content, range=self._range(found[0].claim))

    def actions(self, wanted: types.Range) -> list[types.CodeAction]:
        """The ways to decide each finding that touches the range."""
        diagnostics = {one.code: one for one in self.diagnostics(with_related=False)}
        actions = []
        for remark in remarks_on(self._report):
            if remark.finding and _touch(self._range(remark.claim), wanted):
                actions += [
                    self._action(remark, decided_as, title, diagnostics[remark.finding.id])
                    for decided_as, title in _ACTIONS.items()
                ]
        return actions

    def decided(self, finding: str) -> tuple[str, set[str]]:
        """What a decision on the finding with this id tells beside it: its summary and its files."""
        for one in self._report.findings:
            if one.id == finding:
                return one.summary, files_of(one, self._report.articles)
        return "", set()

    def _diagnostic(self, remark: Remark, with_related: bool) -> types.Diagnostic:
        lines = [f"{remark.title}: {remark.summary}"]
        related = None
        if with_related:
            related = [
                types.DiagnosticRelatedInformation(location=self._location(one.claim), message=_told(one))
                for one in remark.quotations
            ]
        else:
            lines += map(_told, remark.quotations)
        if remark.why:
            lines.append(f"Why: {remark.why}")
        return types.Diagnostic(
            range=self._range(remark.claim),
            message="\n".join(lines),
            severity=_severity(remark),
            code=remark.finding.id if remark.finding else remark.assessment,
            source=SOURCE,
            related_information=related,
        )

    def _action(
        self, remark: Remark, decided_as: Ruling, title: str, diagnostic: types.Diagnostic
    ) -> types.CodeAction:
        assert remark.finding is not None
        label = f"{title}: {remark.summary}"
        arguments: list[Any] = [self._document.uri, remark.finding.id, decided_as]
        return types.CodeAction(
            title=label,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            command=types.Command(title=label, command=DECIDE, arguments=arguments),
        )

    def _markdown(self, remark: Remark) -> str:
        lines = [f"**{escaped(remark.title)}**: {escaped(remark.summary)}", ""]
        for one in remark.quotations:
            place = escaped(one.place)
            if one.claim.doc != self._draft and self._sources.has_lines(one.claim.doc):
                place = f"[{place}]({self._link(one.claim)})"
            who = f"{escaped(one.publisher)} ({place})" if one.publisher else place
            words = f"“{escaped(one.before)}**{escaped(one.words)}**{escaped(one.after)}”"
            lines.append(f"- {who}: {escaped(one.says)}, {words}")
        if remark.left_out:
            lines.append(f"- and {remark.left_out:,} more")
        lines += ["", f"Why: {escaped(remark.why)}"] if remark.why else []
        lines += ["", escaped(remark.facts)] if remark.facts else []
        return "\n".join(lines).rstrip()

    def _link(self, claim: Claim) -> str:
        location = self._location(claim)
        return f"{location.uri}#L{location.range.start.line + 1}".replace("(", "%28").replace(")", "%29")

    def _location(self, claim: Claim) -> types.Location:
        """Where a claim stands; of a file without lines of its own, the beginning."""
        if claim.doc == self._draft:
            return types.Location(uri=self._document.uri, range=self._range(claim))
        path = self._articles[claim.doc].path
        uri = uri_of(path) if path else None
        start = types.Position(line=0, character=0)
        nowhere = types.Range(start=start, end=start)
        return types.Location(
            uri=uri or self._document.uri,
            range=self._range(claim) if self._sources.has_lines(claim.doc) else nowhere,
        )

    def _range(self, claim: Claim) -> types.Range:
        lines = self._lines_of(claim.doc)
        places = (lines.place(claim.start), lines.place(claim.end))
        start, end = (types.Position(line=line, character=column) for line, column in places)
        return types.Range(start=start, end=end)

    def _lines_of(self, doc: str) -> Lines:
        """The lines of an article: those of the file, though they end in LF alone."""
        if doc not in self._lines:
            self._lines[doc] = Lines(self._articles[doc].text, self._encoding)
        return self._lines[doc]


def uri_of(path: str) -> str | None:
    """The address of a file; None where its name cannot be written as one."""
    try:
        return Path(os.path.abspath(path)).as_uri()
    except UnicodeEncodeError:
        return None


def escaped(text: str) -> str:
    r"""`text` as Markdown that shows it as it is: no markup, no link, no mention.

    >>> print(escaped("<b>*6* [jets](https://x.example) www.x.example"))
    \<b\>\*6\* \[jets\](https\://x.example) www\.x.example
    """
    return _ACTIVE.sub(r"\\\g<0>", text)


def _told(quotation: Quotation) -> str:
    words = f"“{quotation.before}{quotation.words}{quotation.after}”"
    return f"{quotation.who}: {quotation.says}, {words}"


def _plain(remark: Remark) -> str:
    lines = [f"{remark.title}: {remark.summary}", *map(_told, remark.quotations)]
    lines += [f"and {remark.left_out:,} more"] if remark.left_out else []
    lines += [f"Why: {remark.why}"] if remark.why else []
    return "\n".join([*lines, remark.facts]).rstrip()


def _severity(remark: Remark) -> types.DiagnosticSeverity:
    """A warning or an error where a source is against the draft, less where a person must decide."""
    if remark.finding is None:
        return types.DiagnosticSeverity.Hint
    if remark.finding.severity == "error":
        return types.DiagnosticSeverity.Error
    if remark.is_blamed:
        return types.DiagnosticSeverity.Warning
    return types.DiagnosticSeverity.Information


def _touch(a: types.Range, b: types.Range) -> bool:
    return _key(a.start) <= _key(b.end) and _key(b.start) <= _key(a.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
