"""Places in a text as the protocol counts them: lines from 0, and in a line code units of an encoding."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping

_LINE_END = re.compile(r"\r\n|\n|\r")  # the protocol knows no other, whatever Python splits lines at

# The length of a text in the units of each encoding; UTF-16 is what every editor has.
_UNITS: Mapping[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", errors="surrogatepass")),
    "utf-16": lambda text: len(text) + sum(character > "\uffff" for character in text),
    "utf-32": len,
}


class Lines:
    """The lines of one text, for an editor that counts in `encoding`."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self._units = _UNITS.get(encoding, _UNITS["utf-16"])

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of the code point `offset`.

        >>> Lines("a\\r\\n😀 12", "utf-16").place(5)
        (1, 3)
        """
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return line, self._units(self._text[start:offset])

    def offset(self, line: int, column: int) -> int:
        """The code point at a line and column; the nearest where there is no such place.

        >>> Lines("a\\r\\n😀 12", "utf-16").offset(1, 3)
        5
        """
        if line >= len(self._starts):
            return len(self._text)
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
        inside = self._text[start:end].rstrip("\r\n")
        if self._units(inside) == len(inside):
            return start + min(column, len(inside))
        offset = start
        for character in inside:
            column -= self._units(character)
            if column < 0:
                break
            offset += 1
        return offset
