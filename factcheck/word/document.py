"""A Word document with comments added: two to four of its parts change, all others are copied."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import datetime

from corpus.archives import open_archive
from corpus.errors import ReadProblem
from corpus.source import Source
from corpus.wordtext import Place, WordText
from factcheck.word.anchors import Edge, insert, insertions, note_of
from factcheck.word.comments import Note, Styles, comment, free_ids
from factcheck.word.names import Names
from factcheck.word.package import Package, append
from factcheck.word.scan import Node, Scan, scan

_COMMENTS = "comments"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION_BASES = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://purl.oclc.org/ooxml/officeDocument/relationships"
}
_RELATION_BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_comments(source: Source, text: str, notes: Sequence[Note], stamp: datetime | None = None) -> bytes:
    """The document in `source`, whose text is `text`, with `notes` as its comments.

    Text, formatting, tracked changes and comments that are there stay as they are; without notes the bytes
    of the document come back. `stamp` dates the comments. Raises ReadProblem where the file is no Word
    document that can be read, or its text is another one.
    """
    with open_archive(source) as archive:
        document = WordText(archive, source.path)
        if document.text != text:
            raise ReadProblem(source.path, "has changed since it was read")
        if not notes:
            return source.data()
        package = Package(archive, source.path)
        _comment(package, document, notes, stamp)
        return package.copy(source.stream)


def _comment(package: Package, document: WordText, notes: Sequence[Note], stamp: datetime | None) -> None:
    places = _Places(document)
    spans = [places.span(note) for note in notes]
    body = package.read(document.main)
    found = scan(body, places.wanted(document.main, spans))
    names = Names.of(found.root)
    styles = Styles(document.style("annotation text"), document.style("annotation reference"))
    numbers = _write_comments(package, document.main, found, notes, styles, stamp)
    edges = _Edges(package, document, found, places)
    ranges = [
        (number, edges.of(first, note.start), edges.of(last, note.end))
        for number, note, (first, last) in zip(numbers, notes, spans, strict=True)
    ]
    package.write(document.main, insert(body, insertions(body, ranges, names, styles.reference)))


def _write_comments(
    package: Package, main: str, body: Scan, notes: Sequence[Note], styles: Styles, stamp: datetime | None
) -> list[int]:
    """Put the notes among the comments of the package; the ids that they get."""
    name = package.related(main, _COMMENTS)
    old = package.read(name) if name else b""
    there = scan(old, ()) if name else None
    numbers = free_ids(body.ids | (there.ids if there else frozenset()), len(notes))
    names = Names.of(there.root if there else body.root)
    written = "".join(
        comment(number, note, names, styles, stamp) for number, note in zip(numbers, notes, strict=True)
    )
    if name:
        package.write(name, append(old, written))
    else:
        base = _RELATION_BASES.get(names.uri, _RELATION_BASE)
        package.add_related(main, _COMMENTS, base, _COMMENTS_TYPE, names.document(_COMMENTS, written))
    return numbers


class _Places:
    """The places of a document's characters, by where they start."""

    def __init__(self, document: WordText) -> None:
        self._places = document.places()
        self._starts = [place.start for place in self._places]

    def span(self, note: Note) -> tuple[Place, Place]:
        """The places that hold the first and the last character of what `note` is about."""
        first = self._places[max(0, bisect_right(self._starts, note.start) - 1)]
        last = self._places[max(0, bisect_left(self._starts, note.end) - 1)]
        return first, last

    def first(self, part: str) -> Place | None:
        """The place of the first character that stands in `part`."""
        return next((place for place in self._places if place.part == part), None)

    def wanted(self, part: str, spans: Sequence[tuple[Place, Place]]) -> set[int]:
        """The numbers of the elements in `part` that ranges begin or end in, and of the first."""
        first = self.first(part)
        places = [place for span in spans for place in span if place.part == part]
        return {place.element for place in ([first, *places] if first else places)}


class _Edges:
    """Turns places into edges in the body: Word has no comments in notes, so those go to the reference."""

    def __init__(self, package: Package, document: WordText, body: Scan, places: _Places) -> None:
        self._package = package
        self._main = document.main
        self._body = body
        self._first = places.first(document.main)

    def of(self, place: Place, position: int) -> Edge:
        """The edge at `position` of the document's text, which lies in `place` or beside it."""
        if place.part != self._main:
            return Edge(self._reference(place), int(position > place.start), "\0")
        offset = place.offset + min(max(position, place.start), place.end) - place.start
        return Edge(self._body.nodes[place.element], offset, place.text)

    def _reference(self, place: Place) -> Node:
        """What refers to the note that `place` is in; the first words of the document where nothing does."""
        note = scan(self._package.read(place.part), {place.element}).nodes[place.element]
        found = self._body.references.get(note_of(note))
        if found is None and self._first is not None:
            return self._body.nodes[self._first.element]
        if found is None:
            raise ReadProblem(place.part, "is a note that nothing refers to")
        return found
