"""Comment ranges in the body of a document: markers are put between its bytes, none of them is changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.word.names import Names
from factcheck.word.scan import Node

_SPACE = " \t\r\n"  # what XML calls white space
# What runs may stand in, markers beside them.
_TRANSPARENT = frozenset(
    ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")
)
# The order of what is inserted at one place.
_LEADING, _CLOSE, _ENDS, _STARTS, _OPEN, _TRAILING = range(6)

Insertion = tuple[int, int, bytes]  # position, order there, what


@dataclass(frozen=True, slots=True)
class Edge:
    """One end of a range: before the character `offset` of `node`, whose whole text is `text`."""

    node: Node
    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class _Point:
    position: int
    close: bytes = b""
    open: bytes = b""


def insertions(
    data: bytes,
    ranges: Sequence[tuple[int, Edge, Edge]],
    names: Names,
    reference_style: str | None,
) -> list[Insertion]:
    """What marks `ranges` (the id of a comment, its start and its end) in `data`, in order.

    A range begins and ends at the very characters, its runs split in two. Where Word has no room for a
    comment, in a text box, a formula or a phonetic guide, it is round the run that carries these.
    """
    found: dict[Insertion, None] = {}
    for number, start, end in ranges:
        first, last = _point(data, start, at_end=False), _point(data, end, at_end=True)
        if last.position <= first.position:
            unit = _unit(start.node)
            first, last = _Point(unit.start), _Point(unit.end)
        else:
            found.update(dict.fromkeys([*_kept_space(start, first), *_kept_space(end, last)]))
        for point, order in ((first, _STARTS), (last, _ENDS)):
            found.update(dict.fromkeys(_marker(point, order, number, names, reference_style)))
    return sorted(found)


def insert(data: bytes, what: Iterable[Insertion]) -> bytes:
    """`data` with everything put in at its place.

    >>> insert(b"<a>jets</a>", [(3, 0, b"<b>"), (5, 0, b"</b>")])
    b'<a><b>je</b>ts</a>'
    """
    pieces = []
    done = 0
    for position, _, piece in what:
        pieces += [data[done:position], piece]
        done = position
    return b"".join([*pieces, data[done:]])


def note_of(node: Node) -> tuple[str, str]:
    """The kind and the id of the reference in the body to the note that holds `node`."""
    note = node
    while note.local_name not in ("footnote", "endnote") and note.parent is not None:
        note = note.parent
    number = next((value for key, value in note.attributes.items() if key.rpartition(":")[2] == "id"), "")
    return f"{note.local_name}Reference", number


def _marker(point: _Point, order: int, number: int, names: Names, style: str | None) -> Iterable[Insertion]:
    if point.close:
        yield point.position, _CLOSE, point.close
        yield point.position, _OPEN, point.open
    which = "commentRangeStart" if order == _STARTS else "commentRangeEnd"
    marker = names.element(which, {"id": str(number)})
    if order == _ENDS:
        properties = names.element("rPr", {}, names.element("rStyle", {"val": style})) if style else ""
        marker += names.element("r", {}, properties + names.element("commentReference", {"id": str(number)}))
    yield point.position, order, marker.encode()


def _point(data: bytes, edge: Edge, *, at_end: bool) -> _Point:
    node, unit = edge.node, _unit(edge.node)
    if node.parent is not unit or unit.inside is None:
        return _Point(unit.end if at_end else unit.start)
    closed = f"</{unit.name}>".encode()
    opened = data[unit.start : unit.opened] + data[slice(*(unit.properties or (0, 0)))]
    if edge.offset in (0, len(edge.text)):
        side = int(edge.offset > 0)
        position = (node.start, node.end)[side]
        if position == unit.inside[side]:
            return _Point((unit.start, unit.end)[side])
        return _Point(position, closed, opened)
    middle = node.position(edge.offset)
    if middle is None or node.text != edge.text:
        return _Point(unit.end if at_end else unit.start)
    text = f'<{node.name} xml:space="preserve">'.encode()
    return _Point(middle, f"</{node.name}>".encode() + closed, opened + text)


def _unit(node: Node) -> Node:
    """The run that `node` stands in, or whatever else a marker can stand beside."""
    chain = [node]
    while chain[-1].parent is not None:
        chain.append(chain[-1].parent)
    chain.reverse()
    inner = next((place for place, one in enumerate(chain) if one.local_name == "p"), 0) + 1
    while inner + 1 < len(chain) and chain[inner].local_name in _TRANSPARENT:
        inner += 1
    return chain[inner]


def _kept_space(edge: Edge, point: _Point) -> Iterable[Insertion]:
    """What keeps white space as it was shown where a text is cut in two.

    At the cut it is kept; at the ends it is still passed over, where it was before.
    """
    node, text = edge.node, edge.text
    if point.position != node.position(edge.offset) or edge.offset in (0, len(text)):
        return
    if node.attributes.get("xml:space") == "preserve":
        return
    leading = len(text) - len(text.lstrip(_SPACE))
    core = node.position(leading)
    if core is None:
        return
    if leading or "xml:space" in node.attributes:
        yield core, _LEADING, f'</{node.name}><{node.name} xml:space="preserve">'.encode()
    else:
        yield node.opened - 1, _LEADING, b' xml:space="preserve"'
    trailing = node.position(len(text.rstrip(_SPACE)))
    if trailing is not None:
        yield trailing, _TRAILING, f"</{node.name}><{node.name}>".encode()
