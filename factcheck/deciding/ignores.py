"""Comments in a draft that switch the check off for a place: `<!-- factcheck: ignore reason -->`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--[ \t]*factcheck:[ \t]*(ignore|off|on)\b([^\n]{0,500}?)-->")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Ignored:
    """A part of a draft that is not checked, from `start` to `end`, because of a comment at `place`."""

    start: int
    end: int
    reason: str
    place: int


def find_ignored(text: str) -> list[Ignored]:
    """The parts of `text` that its own comments switch off, in the comments' order.

    "ignore" is for its paragraph; alone in a paragraph, for the next one. "off" is for all up to "on", or to
    the end. What follows on the comment's line is the reason.

    >>> [(part.reason, part.end) for part in find_ignored("Six. <!-- factcheck: ignore said -->\\n\\nTwo.")]
    [('said', 38)]
    """
    breaks = [found.end() for found in _EMPTY_LINE.finditer(text)]
    ignored = list(_ignored(text, [0, *breaks, len(text)]))
    return sorted(ignored, key=lambda part: part.place)


def _ignored(text: str, bounds: list[int]) -> Iterator[Ignored]:
    opened: tuple[int, str] | None = None
    paragraph = 0
    for found in _COMMENT.finditer(text):
        word, reason = found[1], found[2].strip()
        if word == "on":
            if opened:
                yield Ignored(opened[0], found.start(), opened[1], opened[0])
            opened = None
        elif word == "off":
            opened = opened or (found.start(), reason)
        else:
            while bounds[paragraph + 1] <= found.start():
                paragraph += 1
            alone = text[bounds[paragraph] : bounds[paragraph + 1]].strip() == found.group()
            last = min(paragraph + 1 + alone, len(bounds) - 1)
            yield Ignored(bounds[paragraph], bounds[last], reason, found.start())
    if opened:
        yield Ignored(opened[0], len(text), opened[1], opened[0])
