"""Word documents as their author means them: tracked insertions in, deletions out; tables; notes last."""

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from corpus.archives import ZIP_SIGNATURE, open_archive, read_member
from corpus.article import Article
from corpus.errors import NoArticle, ReadProblem
from corpus.headline import find_headline
from corpus.source import Source
from corpus.xmltree import local_name, parse_xml

SUFFIXES = (".docx", ".docm")
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"  # the same elements, in the strict variant
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
# What is deleted, moved away, computed, or a second rendering of what comes anyway.
_LEFT_OUT = frozenset(
    ("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "Fallback", "object")
)
_DOCUMENT_RELATION = "/officeDocument"


def recognises(head: bytes) -> bool:
    """Whether the content is an Office package, or an old or encrypted Office file."""
    is_package = head.startswith(ZIP_SIGNATURE) and b"[Content_Types].xml" in head
    return is_package or head.startswith(_OLE_SIGNATURE)


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The one article of a document: its paragraphs and table rows a line each, notes as last lines.

    The title is the first paragraph in the style Title or Heading 1. The days in a document's properties are
    those of its template, so it has none.
    """
    if source.head().startswith(_OLE_SIGNATURE):
        kind = "an encrypted document" if _ENCRYPTED in source.data() else "in Word's old format"
        raise ReadProblem(source.path, f"is {kind}; save it as .docx without a password")
    with open_archive(source) as archive:
        name = _main_part(archive, source.path)
        body = _part(archive, name, source.path)
        folder = posixpath.dirname(name)
        styles = _style_names(archive, f"{folder}/styles.xml", source.path)
        lines = list(_lines(body))
        for notes in ("footnotes", "endnotes"):
            part = f"{folder}/{notes}.xml"
            if part in archive.namelist():
                noted = _lines(_part(archive, part, source.path))
                lines += [(line, style) for line, style in noted if line.strip()]
    text = "\n".join(line for line, _ in lines).strip("\n")
    if not text.strip():
        raise NoArticle(source.path, "holds no text")
    titled = (line for line, style in lines if line.strip() and styles.get(style) in ("title", "heading 1"))
    title = " ".join(next(titled, "").split()) or find_headline(text)
    yield Article(id="", text=text + "\n", title=title)


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


def _lines(part: Element) -> Iterator[tuple[str, str]]:
    """The paragraphs and table rows of a part as lines, each with the id of its style."""
    joined = ""  # of paragraphs whose mark is deleted: they run on
    waiting = list(reversed(part))
    while waiting:
        block = waiting.pop()
        kind = local_name(block)
        if kind == "p":
            inner: list[Element] = []
            joined += _text(block, inner)
            if not _is_mark_deleted(block):
                yield joined, _style(block)
                joined = ""
            waiting += reversed(inner)  # text boxes anchored in the paragraph
        elif kind == "tr":
            if not _is_row_deleted(block):
                yield "\t".join(_cells(block)), ""
        elif kind not in _LEFT_OUT:
            waiting += reversed(block)
    if joined:
        yield joined, ""


def _cells(row: Element) -> Iterator[str]:
    """The text of each cell of a row, its paragraphs and inner tables run together."""
    for cell in row.iter():
        if local_name(cell) == "tc":
            yield " ".join(line.strip() for line, _ in _lines(cell) if line.strip())


def _text(paragraph: Element, inner: list[Element]) -> str:
    """The text of a paragraph; what is laid out apart from it, in text boxes, is appended to `inner`."""
    pieces = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        kind = local_name(element)
        if kind == "t":
            pieces.append(element.text or "")
        elif kind in _CHARACTERS:
            pieces.append(_CHARACTERS[kind])
        elif kind == "txbxContent":
            inner.append(element)
        elif kind not in _LEFT_OUT and not (kind == "r" and _has(element, "rPr", "vanish")):
            waiting += reversed(element)
    return "".join(pieces)


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
