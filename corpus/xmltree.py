"""XML from strangers: nothing is fetched, no entity is expanded, no nesting is too deep to survive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from corpus.data import load_forms
from corpus.encodings import decode
from corpus.lines import folded

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SNIFFED = 8192  # bytes of prologue
_ROOT = re.compile(r"<(?:[\w.-]{1,60}:)?([\w.-]{1,60})")
_NEWS_BLOCKS = frozenset(
    ("block", "bq", "datasource", "hl1", "hl2", "media", "note", "nitf-table", "tagline")
)
_UNREAD = frozenset(("media-metadata", "media-reference", "media-producer", "script", "style"))
_DEEPEST = 500  # levels; documents of newsrooms have a dozen
_MOST_ELEMENTS = 1_000_000  # a book of a thousand pages has half of it; each takes a hundred bytes and more


def parse_xml(data: bytes) -> Element:
    """The root element of the document `data`, names as "{namespace}local".

    Raises ValueError with the reason in words for what is no well-formed XML, declares entities of its
    own, or is nested too deep. HTML's named characters are known where a DTD is named.

    >>> parse_xml(b"<a xmlns='x'>6 &lt; 7</a>").tag
    '{x}a'
    """
    from xml.etree.ElementTree import TreeBuilder
    from xml.parsers.expat import ExpatError, ParserCreate

    builder = TreeBuilder()
    parser = ParserCreate(None, "}")
    parser.buffer_text = True
    depth = count = 0
    named = cache(_named)  # of this document alone

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > _DEEPEST:
            raise ValueError(f"is nested more than {_DEEPEST} levels deep")
        if count > _MOST_ELEMENTS:
            raise ValueError(f"has more than {_MOST_ELEMENTS:,} elements; split it")
        builder.start(named(name), {named(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(named(name))

    def other(written: str) -> None:
        if written.startswith("&"):
            builder.data(unescape(written))

    def refuse(*_: object) -> None:
        raise ValueError("declares entities of its own, which are not read")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    parser.DefaultHandlerExpand = other
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        raise ValueError(f"is no well-formed XML: {error}") from error
    except (LookupError, UnicodeError) as error:
        raise ValueError(f"is in an unknown encoding: {error}") from error
    return builder.close()


def root_name(head: bytes) -> str | None:
    """The local name of the root element of the document that begins with `head`; None for no XML.

    >>> root_name(b"<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf.dtd'><!-- x --><n:nitf>")
    'nitf'
    """
    text = decode(head[:_SNIFFED]).text.lstrip()
    while text.startswith(("<?", "<!")):
        _, found, text = text.partition(_close_of(text))
        text = text.lstrip() if found else ""
    name = _ROOT.match(text)
    return name[1] if name else None


def _close_of(prologue: str) -> str:
    """What ends the comment, instruction or declaration that `prologue` opens with."""
    if prologue.startswith("<!--"):
        return "-->"
    if prologue.startswith("<?"):
        return "?>"
    return "]>" if "[" in prologue.partition(">")[0] else ">"


def paragraphs_in(element: Element) -> list[str]:
    """The paragraphs of a marked-up text, as NITF and XHTML have them; a table gives a line a row.

    >>> paragraphs_in(parse_xml(b"<b><p>Six <i>died</i>.</p>Two<br/>fled.</b>"))
    ['Six died.', 'Two', 'fled.']
    """
    paragraphs: list[str] = []
    pieces: list[str] = []

    def flush() -> None:
        paragraph = folded("".join(pieces))
        paragraphs.extend([paragraph] if paragraph else [])
        pieces.clear()

    blocks = load_forms("pages")["blocks"]
    for is_start, one in _walked(element):
        name = local_name(one).casefold()
        if name in blocks or name in _NEWS_BLOCKS:
            flush()
        elif name in ("td", "th"):
            pieces.append(" ")
        if is_start and name not in _UNREAD:
            pieces.append(one.text or "")
        elif not is_start and one is not element:
            pieces.append(one.tail or "")
    flush()
    return paragraphs


def local_name(element: Element) -> str:
    """The name of `element` without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2]


def child_of(element: Element | None, *names: str) -> Element | None:
    """The first element down the path of local names from `element`; None where there is none.

    >>> child_of(parse_xml(b"<a><b/><b><c/></b></a>"), "b", "c").tag
    'c'
    """
    found = [element] if element is not None else []
    for name in names:
        found = [child for one in found for child in one if local_name(child) == name]
    return found[0] if found else None


def text_of(element: Element | None) -> str:
    """All text in `element`, white space folded; "" for None."""
    return folded("".join(element.itertext())) if element is not None else ""


def _walked(element: Element) -> Iterator[tuple[bool, Element]]:
    """Every element in and with `element`, once where it starts and once where it ends."""
    open_ones = [(element, iter(element))]
    yield True, element
    while open_ones:
        one, children = open_ones[-1]
        child = next(children, None)
        if child is None:
            open_ones.pop()
            yield False, one
        else:
            open_ones.append((child, iter(child)))
            yield True, child


def _named(name: str) -> str:
    return "{" + name if "}" in name else name
