"""The lines of a text, and their words as phrases of the lexicons are compared with."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(r"\d+|[^\W\d_]+")
_PHRASE_WORD = re.compile(r"#|\d+|[^\W\d_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
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
    start = 0
    for content in text.split("\n"):
        stripped = content.strip()
        if stripped:
            indent = len(content) - len(content.lstrip())
            yield Line(start + indent, start + indent + len(stripped), stripped)
        start += len(content) + 1


def words_of(line: str) -> tuple[str, ...]:
    """The words of `line`, casefolded, without apostrophes; each run of numbers is "#".

    >>> words_of("Comments (1,234) aren't open")
    ('comments', '#', 'arent', 'open')
    """
    return _folded(_WORD.findall(_COPYRIGHT.sub(" copyright ", line).casefold().translate(_APOSTROPHES)))


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The words of a lexicon's phrase, in which "#" stands for numbers."""
    return _folded(_PHRASE_WORD.findall(phrase.casefold().translate(_APOSTROPHES)))


def _folded(found: list[str]) -> tuple[str, ...]:
    words: list[str] = []
    for word in found:
        word = "#" if word[0].isdigit() else word
        if word != "#" or words[-1:] != ["#"]:
            words.append(word)
    return tuple(words)
