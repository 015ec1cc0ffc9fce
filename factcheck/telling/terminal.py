"""Text for people: made harmless for a terminal, measured in cells, wrapped."""

import re
import unicodedata
from collections.abc import Callable

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# A first sieve: all but the scripts and punctuation that hold no hidden character.
_SUSPECT = re.compile(r"[^ -~\xa1-\xac\xae-\u05ff\u2010-\u2027\u2030-\u205e]")
# Characters of one cell each, which most texts have no others of.
_NARROW = re.compile(r"[ -~\xa0-\xac\xae-\u02ff\u0400-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
# "::name::", "::name key=value::" (its beginning is enough) and "##[name]": actions/runner, ActionCommand.cs.
_COMMAND = re.compile(r":(?=:[A-Za-z][\w-]*(?:::| |$))|#(?=#\[)")
_PIECE = re.compile(r"[^-/_.]*[-/_.]*")


def visible(text: str) -> str:
    """`text` on one line, with everything that a terminal would act on, or not show, written out.

    Newlines, tabs and the wide and narrow spaces become a space; control, format and bidirectional
    characters become "<U+202E>"; bytes of a file name that are not UTF-8 become "\\xff". Readers of logs
    act, too: what GitHub's runner takes for a command, were it to begin a line, is written out as well.

    >>> visible("12\\u202e dead\\x1b[2J\\nin Genoa"), visible("::error::12 dead")
    ('12<U+202E> dead<U+001B>[2J in Genoa', '<U+003A>:error::12 dead')
    """
    shown = _SUSPECT.sub(lambda found: _visible_character(found.group()), text)
    if "::" in shown or "##[" in shown:
        shown = _COMMAND.sub(lambda found: f"<U+{ord(found.group()):04X}>", shown)
    return shown


def escape_hidden(text: str, escape: Callable[[str], str]) -> str:
    """`text` with `escape` applied to each character that a terminal would act on or show nothing for.

    Lone surrogates are among them, newlines and spaces are not.

    >>> escape_hidden("a\\u202eb", ascii)
    "a'\\\\u202e'b"
    """

    if text.isprintable():
        return text

    def escaped(found: re.Match[str]) -> str:
        character = found.group()
        return escape(character) if character != "\n" and _is_hidden(character) else character

    return _SUSPECT.sub(escaped, text)


def _is_hidden(character: str) -> bool:
    """By its category; characters newer than Python's tables are no reason to change a text."""
    return unicodedata.category(character) in _HIDDEN


def _visible_character(character: str) -> str:
    if character in "\n\t" or unicodedata.category(character) == "Zs":
        return " "
    if not _is_hidden(character):
        return character
    code = ord(character)
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"<U+{code:04X}>"


def cells(text: str) -> int:
    """How many terminal cells `text` takes; wide characters take two, combining ones none.

    >>> cells("Уфа"), cells("東京")
    (3, 4)
    """
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth  # its tables take longer to load than most reports to write

    return max(wcswidth(text), 0)


def wrap_spans(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of `text` at `width` cells as spans into it; a word too long for a line is broken.

    >>> wrap_spans("two of the six", 7)
    [(0, 6), (7, 14)]
    """
    if cells(text) <= width:
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        return [(start, end)] if start < end else []
    lines: list[tuple[int, int]] = []
    for first, last in _pieces(text, width):
        if lines and cells(text[lines[-1][0] : last]) <= width:
            lines[-1] = (lines[-1][0], last)
        else:
            lines.append((first, last))
    return lines


def wrap(text: str, width: int) -> list[str]:
    """The lines of `text` at `width` cells.

    >>> wrap("rferl-pantsir-delivery.txt:5", 16)
    ['rferl-pantsir-', 'delivery.txt:5']
    """
    return [text[start:end] for start, end in wrap_spans(text, width)]


def _pieces(text: str, width: int) -> list[tuple[int, int]]:
    """What must not be broken: words, and of words longer than a line their parts."""
    pieces: list[tuple[int, int]] = []
    for word in re.finditer(r"\S+", text):
        if cells(word.group()) <= width:
            pieces.append(word.span())
            continue
        for part in _PIECE.finditer(text, *word.span()):
            pieces.extend(_cut(text, part.start(), part.end(), width))
    return pieces


def _cut(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """The span in pieces of at most `width` cells, and of at least one character."""
    pieces = []
    for position in range(start + 1, end):
        # Marks that combine take no cell: without a limit of their own, many would make one endless piece.
        if position - start >= 4 * width or cells(text[start : position + 1]) > width:
            pieces.append((start, position))
            start = position
    if start < end:
        pieces.append((start, end))
    return pieces
