"""The lines of a text, and their words as phrases of the lexicons are compared with."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_WORD = re.compile(r"\d+|[^\W\d_]+")
_SPACE = re.compile(r"\s")
_PIECE = 1 << 13  # characters
_LINE = re.compile(r"\S[^\n]*")
_PHRASE_WORD = re.compile(r"#|\d+|[^\W\d_]+")
WRAP_SHORTEST, WRAP_LONGEST = 55, 100  # columns of a hard-wrapped line
_APOSTROPHES = "'’‘`´"
_COPYRIGHT = re.compile(r"©|\([cC]\)(?=\s*\d)")


class Line(NamedTuple):
    """One line without the white space round it; `end` is exclusive."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> Iterator[Line]:
    """The lines of `text` that hold anything but white space.

    >>> [line.text for line in lines_of(" Six died. \\n\\nOne fled.")]
    ['Six died.', 'One fled.']
    """
    for found in _LINE.finditer(text):
        content = found[0].rstrip()
        yield Line(found.start(), found.start() + len(content), content)


def folded(text: str) -> str:
    """`text` with single spaces for its white space and none at its ends, its words held a few at a time.

    >>> folded(" Six\\n  died. ")
    'Six died.'
    """
    if len(text) <= _PIECE:
        return " ".join(text.split())
    pieces = []
    start = 0
    while start < len(text):
        cut = _SPACE.search(text, start + _PIECE)
        end = cut.start() if cut else len(text)
        pieces.append(" ".join(text[start:end].split()))
        start = end
    return " ".join(filter(None, pieces))


def paragraphs_of(text: str) -> Iterator[Line]:
    """The lines of `text`; of hard-wrapped text, the paragraphs, each as one line of the same length.

    >>> [line.text for line in paragraphs_of("Six died.\\nTwo fled.")]
    ['Six died.', 'Two fled.']
    """
    if not _is_hard_wrapped(text):
        yield from lines_of(text)
        return
    start = end = -1
    runs_on = False
    for line in lines_of(text):
        if start < 0 or not (runs_on and _touch(text, end, line.start)):
            if start >= 0:
                yield paragraph_at(text, start, end)
            start = line.start
        end = line.end
        runs_on = len(line.text) >= WRAP_SHORTEST
    if start >= 0:
        yield paragraph_at(text, start, end)


def paragraph_at(text: str, start: int, end: int) -> Line:
    """The paragraph that stands there, as one line."""
    return Line(start, end, text[start:end].replace("\n", " "))


def _is_hard_wrapped(text: str) -> bool:
    """Whether lines are broken at one width: most of those with a next line are as wide as a column."""
    inner = full = width = 0
    end = -1
    for line in lines_of(text):
        if end >= 0 and _touch(text, end, line.start):
            inner += 1
            full += width >= WRAP_SHORTEST
        end, width = line.end, len(line.text)
        if width > WRAP_LONGEST:
            return False
    return inner >= 4 and full >= 0.7 * inner


def _touch(text: str, end: int, start: int) -> bool:
    """Whether a line begins below the one that ends there, no blank line between them."""
    return text.count("\n", end, start) == 1


def words_of(line: str) -> tuple[str, ...]:
    """The words of `line`, casefolded, without apostrophes; each run of numbers is "#".

    >>> words_of("Comments (1,234) aren't open")
    ('comments', '#', 'arent', 'open')
    """
    if "©" in line or "(" in line:
        line = _COPYRIGHT.sub(" copyright ", line)
    return _folded(_WORD.findall(_without_apostrophes(line.casefold())))


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The words of a lexicon's phrase, in which "#" stands for numbers."""
    return _folded(_PHRASE_WORD.findall(_without_apostrophes(phrase.casefold())))


def _without_apostrophes(line: str) -> str:
    for sign in _APOSTROPHES:
        line = line.replace(sign, "")
    return line


def _folded(found: list[str]) -> tuple[str, ...]:
    words = ["#" if word[0].isdigit() else word for word in found]
    if "#" in words:
        words = [word for before, word in pairwise(["", *words]) if word != "#" or before != "#"]
    return tuple(words)
