"""The comments themselves: what stands in the margin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from factcheck.word.names import Names

_AUTHOR = "factcheck"
_INITIALS = "fc"

Words = tuple[tuple[str, bool], ...]  # text, and whether it is bold


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A comment on the characters `start` to `end` of the document's text; a paragraph is a row of words."""

    start: int
    end: int
    paragraphs: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids of the document's own styles for comments; None where it has none."""

    paragraph: str | None
    reference: str | None


def comment(number: int, note: Note, names: Names, styles: Styles, stamp: datetime | None) -> str:
    """The comment as markup, with `number` as its id. Without `stamp` it has no date."""
    attributes = {
        "id": str(number),
        "author": _AUTHOR,
        "date": None if stamp is None else f"{stamp:%Y-%m-%dT%H:%M:%SZ}",
        "initials": _INITIALS,
    }
    paragraphs = [
        _paragraph(words, names, styles, is_first=not place) for place, words in enumerate(note.paragraphs)
    ]
    return names.element("comment", attributes, "".join(paragraphs))


def free_ids(taken: Iterable[str], count: int) -> list[int]:
    """The first `count` ids that no comment has.

    >>> free_ids(["0", "2", "x"], 3)
    [1, 3, 4]
    """
    used = set(taken)
    candidates = range(len(used) + count)
    return [number for number in candidates if str(number) not in used][:count]


def _paragraph(words: Sequence[tuple[str, bool]], names: Names, styles: Styles, *, is_first: bool) -> str:
    content = _properties("pPr", "pStyle", styles.paragraph, names)
    if is_first:
        style = _properties("rPr", "rStyle", styles.reference, names)
        content += names.element("r", {}, style + names.element("annotationRef", {}))
    for text, is_bold in words:
        weight = names.element("rPr", {}, names.element("b", {})) if is_bold else ""
        content += names.element("r", {}, weight + names.text(text))
    return names.element("p", {}, content)


def _properties(name: str, kind: str, style: str | None, names: Names) -> str:
    return names.element(name, {}, names.element(kind, {"val": style})) if style else ""
