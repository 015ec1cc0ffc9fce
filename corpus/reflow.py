"""Printed lines put together to paragraphs again, the running heads and feet of the pages left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from corpus.lines import words_of

_EDGE = 2  # lines at the top and the bottom of a page that may be a running head or foot
_OFTEN = 3  # pages on which a running head or foot comes at least
_FULL = 0.75  # of the usual width, from which a line has been broken for want of room
_FULL_SENTENCE = 0.92  # the same, for a line that ends with a sentence
_NARROWEST = 25  # characters of a column of prose
_TABULAR = 0.3  # share of digits in a row of a table
_BROKEN = "\ufffe\x02\xad"  # what stands for a hyphen at a line's end
_FINISHED = (".", "!", "?", ":", ".”", '."', ".’", ".)", "!”", "?”")
_BULLETS = "•◦▪–—*·■□"


def paragraphs_of_pages(pages: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of the pages, each given as its lines; a paragraph may run on over a page.

    >>> paragraphs_of_pages([["Six people died in a fire in the harbour on", "Monday.", "Two fled."]])
    ['Six people died in a fire in the harbour on Monday.', 'Two fled.']
    """
    bodies = list(_without_running_lines(pages))
    usual = _usual_width(line for body in bodies for line in body)
    paragraphs: list[str] = []
    previous = ""
    for body in bodies:
        for line in body:
            if previous and line and _runs_on(previous, line, usual):
                paragraphs[-1] = _joined(paragraphs[-1], line)
            elif line:
                paragraphs.append(line)
            previous = line
        previous = previous or (paragraphs[-1] if paragraphs else "")
    return [paragraph.strip(_BROKEN + " ") for paragraph in paragraphs]


def _runs_on(line: str, following: str, usual: int) -> bool:
    """Whether the paragraph of `line` goes on in the line after it."""
    if following[0] in _BULLETS:
        return False
    if line[-1] in _BROKEN or line.endswith("-"):
        return True
    if usual < _NARROWEST or max(_figures(line), _figures(following)) > _TABULAR:
        return False
    if len(line) >= (_FULL_SENTENCE if line.endswith(_FINISHED) else _FULL) * usual:
        return True
    return following[0].islower() and not line.endswith(_FINISHED)


def _figures(line: str) -> float:
    return sum(map(str.isdigit, line)) / len(line)


def _joined(paragraph: str, line: str) -> str:
    if paragraph[-1] in _BROKEN:
        return paragraph.rstrip(_BROKEN) + line
    if paragraph.endswith("-"):
        return paragraph + line
    return f"{paragraph} {line}"


def _usual_width(lines: Iterable[str]) -> int:
    """The width that nine lines in ten stay within: the room that the layout gives."""
    widths = sorted(len(line) for line in lines if line)
    return widths[len(widths) * 9 // 10] if widths else 0


def _without_running_lines(pages: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    filled = [[line for line in page if line] for page in pages]
    edges = Counter(
        shape for page in filled for shape in {words_of(line) for line in (*page[:_EDGE], *page[-_EDGE:])}
    )
    for page, lines in zip(pages, filled, strict=True):
        at_edge = {*lines[:_EDGE], *lines[-_EDGE:]}
        yield [line for line in page if line not in at_edge or not _is_running(line, edges, len(pages))]


def _is_running(line: str, edges: Counter[tuple[str, ...]], pages: int) -> bool:
    """Whether `line`, at the edge of a page, is a page number or comes on many pages."""
    shape = words_of(line)
    if shape in (("#",), ("page", "#"), ("page", "#", "of", "#")) and len(line) <= 20:
        return pages > 1 or shape[0] == "page"
    return not line.endswith(_FINISHED) and edges[shape] >= max(_OFTEN, pages // 2)
