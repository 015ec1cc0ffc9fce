"""Where the elements of an XML document stand in its bytes: it can be edited without being rewritten."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate

# A start tag; ">" may stand in a value.
_TAG = re.compile(rb"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")


@dataclass(slots=True, eq=False)
class Node:
    """An element and its bytes, from `start` to `end`: content from `opened` to `closing`.

    `name` is as written, prefix and all. `inside` spans its children save its properties (as "rPr"),
    `properties` those; None where there are none. `pieces` are the position and text of what it holds, in
    the order of the document; a position is None in a CDATA section, where nothing can be inserted.
    """

    name: str
    attributes: Mapping[str, str]
    parent: "Node | None"
    start: int
    opened: int = 0
    closing: int = 0
    end: int = 0
    inside: tuple[int, int] | None = None
    properties: tuple[int, int] | None = None
    pieces: list[tuple[int | None, str]] = field(default_factory=list)

    @property
    def local_name(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def text(self) -> str:
        """The characters that stand in the element itself."""
        return "".join(text for _, text in self.pieces)

    def position(self, offset: int) -> int | None:
        """The byte at which the character `offset` of the text begins; None where nothing can be inserted."""
        for position, text in self.pieces:
            if offset < len(text):
                return None if position is None else position + len(text[:offset].encode())
            offset -= len(text)
        return None


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found: the root, wanted elements by number, references to notes by kind and id; taken ids."""

    root: Node
    nodes: Mapping[int, Node]
    references: Mapping[tuple[str, str], Node]
    ids: frozenset[str]


def scan(data: bytes, wanted: Collection[int]) -> Scan:
    """The elements of the UTF-8 document `data` whose numbers, in document order from 0, are in `wanted`.

    Their parents come with them. `ids` are those of all comments that the document speaks of.

    >>> node = scan("<a><b>“6” jets</b></a>".encode(), {1}).nodes[1]
    >>> node.start, node.opened, node.position(3), node.text
    (3, 6, 13, '“6” jets')
    """
    return _Scanner(data, wanted).result()


class _Scanner:
    """The handlers of one parse; elements that nobody wants are forgotten where they end."""

    def __init__(self, data: bytes, wanted: Collection[int]) -> None:
        self._data = data
        self._wanted = wanted
        self._count = -1
        self._open: list[Node] = []
        self._root: Node | None = None
        self._nodes: dict[int, Node] = {}
        self._references: dict[tuple[str, str], Node] = {}
        self._ids: set[str] = set()
        self._is_raw = False  # in a CDATA section
        self._parser = ParserCreate("utf-8")  # whatever the declaration says: the bytes were recoded
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartCdataSectionHandler = lambda: self._raw(True)
        self._parser.EndCdataSectionHandler = lambda: self._raw(False)

    def result(self) -> Scan:
        self._parser.Parse(self._data, True)
        assert self._root is not None
        return Scan(self._root, self._nodes, self._references, frozenset(self._ids))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        parent = self._open[-1] if self._open else None
        node = Node(name, attributes, parent, self._parser.CurrentByteIndex)
        self._open.append(node)
        self._root = self._root or node
        if self._count in self._wanted:
            self._nodes[self._count] = node
        kind = node.local_name
        if kind in ("footnoteReference", "endnoteReference"):
            self._references.setdefault((kind, _id_of(attributes)), node)
        elif kind in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference"):
            self._ids.add(_id_of(attributes))

    def _end(self, name: str) -> None:
        node = self._open.pop()
        tag = _TAG.match(self._data, node.start)
        assert tag is not None
        node.opened = tag.end()
        if tag[0].endswith(b"/>"):
            node.closing = node.end = node.opened
        else:
            node.closing = self._parser.CurrentByteIndex
            node.end = self._data.index(b">", node.closing) + 1
        if node.parent is not None:
            self._tell_parent(node, node.parent)

    @staticmethod
    def _tell_parent(node: Node, parent: Node) -> None:
        if node.local_name == "rPr" and parent.inside is None:
            parent.properties = (node.start, node.end)
        else:
            first = parent.inside[0] if parent.inside else node.start
            parent.inside = (first, node.end)

    def _characters(self, text: str) -> None:
        if self._count in self._wanted and self._open[-1] is self._nodes[self._count]:
            position = None if self._is_raw else self._parser.CurrentByteIndex
            self._open[-1].pieces.append((position, text))

    def _raw(self, is_raw: bool) -> None:
        self._is_raw = is_raw


def _id_of(attributes: Mapping[str, str]) -> str:
    """The value of "w:id", whatever the prefix is called."""
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
