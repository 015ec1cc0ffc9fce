"""The text of a Word document as its author means it, and where in the package each character stands.

Tracked insertions are in, deletions out; a table gives a line a row; text boxes follow their paragraph, notes
come last.
"""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from corpus.archives import read_member
from corpus.errors import NoArticle, ReadProblem
from corpus.lines import folded
from corpus.xmltree import local_name, parse_xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"  # the same elements, in the strict variant
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
# What is deleted, moved away, computed, or a second rendering of what comes anyway.
_LEFT_OUT = frozenset(
    ("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "Fallback", "object")
)
_DOCUMENT_RELATION = "/officeDocument"
_NOTES = ("footnotes", "endnotes")


class _Piece(NamedTuple):
    """Characters that stand together, from `offset` of the text of `element` on.

    `element` is None for the line ends and separators that no element has.
    """

    text: str
    element: Element | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the characters `start` to `end` of a document's text stand.

    `element` counts the elements of the part in document order, the root being 0; `offset` counts the
    characters of that element's text, whose whole is `text`.
    """

    start: int
    end: int
    part: str
    element: int
    offset: int
    text: str


class WordText:
    """The text of the document in `archive`; `main` is the name of the part with its body.

    Raises NoArticle for what is no Word document or holds no text, ReadProblem where a part is damaged.
    """

    def __init__(self, archive: ZipFile, path: str) -> None:
        self.main = _main_part(archive, path)
        folder = posixpath.dirname(self.main)
        notes = (f"{folder}/{name}.xml" for name in _NOTES)
        names = [self.main, *(name for name in notes if name in archive.namelist())]
        self._parts = {name: _part(archive, name, path) for name in names}
        self._styles = _style_names(archive, f"{folder}/styles.xml", path)
        lines = list(_lines(self._parts[self.main]))
        for name in names[1:]:
            lines += [(line, style) for line, style in _lines(self._parts[name]) if _text_of(line).strip()]
        self._pieces = [*_stripped(_joined("\n", (line for line, _ in lines)), "\n"), _Piece("\n")]
        self.text = _text_of(self._pieces)
        if not self.text.strip():
            raise NoArticle(path, "holds no text")
        titled = (text for line, style in lines if self._is_title(style) and (text := _text_of(line).strip()))
        self.title = folded(next(titled, ""))

    def style(self, name: str) -> str | None:
        """The id of the style that is called `name` in every language, or None."""
        return next((key for key, called in self._styles.items() if called == name), None)

    def places(self) -> list[Place]:
        """Where each character of the text stands, in the order of the text.

        White space that the layout stands for (the end of a line, a table's columns) stands nowhere.
        """
        found = {
            id(element): (name, number)
            for name, root in self._parts.items()
            for number, element in enumerate(root.iter())
        }
        places = []
        start = 0
        for text, element, offset in self._pieces:
            if element is not None:
                whole = element.text if local_name(element) == "t" else text
                places.append(Place(start, start + len(text), *found[id(element)], offset, whole or ""))
            start += len(text)
        return places

    def _is_title(self, style: str) -> bool:
        return self._styles.get(style) in ("title", "heading 1")


def _main_part(archive: ZipFile, path: str) -> str:
    """The name of the part with the text, as the package's relations give it."""
    relations = (
        _part(archive, "_rels/.rels", path) if "_rels/.rels" in archive.namelist() else Element("none")
    )
    for relation in relations:
        if relation.get("Type", "").endswith(_DOCUMENT_RELATION):
            name = posixpath.normpath(relation.get("Target", "").lstrip("/"))
            if name in archive.namelist() and _is_word(archive, name, path):
                return name
    raise NoArticle(path, "is an Office file, but no Word document")


def _is_word(archive: ZipFile, name: str, path: str) -> bool:
    return _part(archive, name, path).tag in (f"{_W}document", f"{_STRICT}document")


def _part(archive: ZipFile, name: str, path: str) -> Element:
    try:
        return parse_xml(read_member(archive, name, path))
    except ValueError as error:
        reason = error.reason if isinstance(error, ReadProblem) else f"{name}: {error}"
        raise ReadProblem(path, reason) from error


def _style_names(archive: ZipFile, name: str, path: str) -> dict[str, str]:
    """The names of the styles, which are the same in every language, by id."""
    if name not in archive.namelist():
        return {}
    found = {}
    for style in _part(archive, name, path):
        names = [_value(child) for child in style if local_name(child) == "name"]
        key = next((value for key, value in style.items() if key.endswith("styleId")), "")
        found[key] = names[0].casefold() if names else ""
    return found


def _lines(part: Element) -> Iterator[tuple[list[_Piece], str]]:
    """The paragraphs and table rows of a part as lines, each with the id of its style."""
    joined: list[_Piece] = []  # of paragraphs whose mark is deleted: they run on
    waiting = list(reversed(part))
    while waiting:
        block = waiting.pop()
        kind = local_name(block)
        if kind == "p":
            inner: list[Element] = []
            joined += _pieces(block, inner)
            if not _is_mark_deleted(block):
                yield joined, _style(block)
                joined = []
            waiting += reversed(inner)  # text boxes anchored in the paragraph
        elif kind == "tr":
            if not _is_row_deleted(block):
                yield _joined("\t", _cells(block)), ""
        elif kind not in _LEFT_OUT:
            waiting += reversed(block)
    if joined:
        yield joined, ""


def _cells(row: Element) -> Iterator[list[_Piece]]:
    """The text of each cell of a row, its paragraphs and inner tables run together."""
    waiting = list(reversed(row))
    while waiting:
        block = waiting.pop()
        if local_name(block) == "tc":
            lines = (_stripped(line) for line, _ in _lines(block))
            yield _joined(" ", (line for line in lines if line))
        elif local_name(block) not in _LEFT_OUT:
            waiting += reversed(block)


def _pieces(paragraph: Element, inner: list[Element]) -> Iterator[_Piece]:
    """The text of a paragraph; what is laid out apart from it, in text boxes, is appended to `inner`."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        kind = local_name(element)
        if kind == "t":
            yield _Piece(element.text or "", element)
        elif kind in _CHARACTERS:
            yield _Piece(_CHARACTERS[kind], element)
        elif kind == "txbxContent":
            inner.append(element)
        elif kind not in _LEFT_OUT and not (kind == "r" and _has(element, "rPr", "vanish")):
            waiting += reversed(element)


def _text_of(pieces: Iterable[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _joined(between: str, lines: Iterable[list[_Piece]]) -> list[_Piece]:
    pieces: list[_Piece] = []
    gap = _Piece(between)
    for number, line in enumerate(lines):
        if number:
            pieces.append(gap)
        pieces += line
    return pieces


def _stripped(pieces: list[_Piece], what: str | None = None) -> list[_Piece]:
    """`pieces` as `str.strip` would leave their text."""
    text = _text_of(pieces)
    first = len(text) - len(text.lstrip(what))
    last = len(text.rstrip(what))
    kept: list[_Piece] = []
    start = 0
    for piece in pieces:
        cut = max(0, first - start)
        left = piece.text[cut : max(0, last - start)]
        if len(left) == len(piece.text):
            kept += [piece] if left else ()
        elif left:
            kept.append(_Piece(left, piece.element, piece.offset + cut))
        start += len(piece.text)
    return kept


def _has(element: Element, properties: str, mark: str) -> bool:
    """Whether one of the properties of `element` is `mark`, and not switched off."""
    found = (child for child in element if local_name(child) == properties)
    marks = (one for child in found for one in child if local_name(one) == mark)
    return any(_value(one) not in ("0", "false", "off") for one in marks)


def _is_mark_deleted(paragraph: Element) -> bool:
    properties = (child for child in paragraph if local_name(child) == "pPr")
    return any(_has(child, "rPr", "del") for child in properties)


def _is_row_deleted(row: Element) -> bool:
    return _has(row, "trPr", "del")


def _style(paragraph: Element) -> str:
    properties = (child for child in paragraph if local_name(child) == "pPr")
    return next((_value(one) for child in properties for one in child if local_name(one) == "pStyle"), "")


def _value(element: Element) -> str:
    return next((value for key, value in element.items() if key.endswith("val")), "")
