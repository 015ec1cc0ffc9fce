"""From bytes to text: which encoding a file is in, and what could not be decoded."""

import codecs
import re
from typing import NamedTuple

# Longest first: the UTF-16 mark is the beginning of the UTF-32 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SNIFFED = 4096  # bytes looked at for NULs: enough for several sentences in any wide encoding
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b") | {0x7F})
_PAIR = re.compile(rb"[\xc2-\xc5\xce-\xd1\xd7-\xd9][\x80-\xbf]")  # Latin, Greek, Cyrillic, Hebrew, Arabic
_TRIPLE = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")  # surrogates of CESU-8, too
_TRIPLE_WEIGHT = 4
_BINARY_SHARE = 0.05  # random bytes hold 11% of these controls, text none
_BINARY_LEAST = 4  # a stray NUL or two does not make a text binary


class Decoded(NamedTuple):
    """A decoded text without its byte order mark, and what had to be guessed (None if nothing)."""

    text: str
    warning: str | None


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text in any encoding: too many control characters.

    >>> is_binary(b"Six jets came."), is_binary(bytes(range(256)))
    (False, True)
    """
    if _mark(data) or _wide_encoding(data):
        return False
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls >= _BINARY_LEAST and controls > _BINARY_SHARE * len(data)


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of `data`: by its byte order mark, else strict UTF-8, else `declared`, else Windows-1252.

    What cannot be decoded becomes U+FFFD, and the warning gives the offset of the first such byte.
    `declared` is a Python codec's name.
    Source of the order: Encoding Standard (WHATWG), "decode".

    >>> decode(b"a 10\\x80 note").text
    'a 10€ note'
    """
    mark = _mark(data)
    if mark:
        return _lossy(data[len(mark[0]) :], mark[1], len(mark[0]))
    wide = _wide_encoding(data)
    if wide:
        return _lossy(data, wide, 0)
    try:
        return Decoded(data.decode("utf-8"), None)
    except UnicodeDecodeError as error:
        offset = error.start
    if declared:
        return _lossy(data, declared, 0)
    if _is_damaged_utf8(data):
        return _lossy(data, "utf-8", 0)
    text = data.decode("cp1252", errors="replace")
    return Decoded(text, f"is not UTF-8 (byte {offset}); read as Windows-1252")


def guess_encoding(head: bytes) -> tuple[str, int]:
    """The encoding that a text's first bytes show, and how many of them are its byte order mark.

    >>> guess_encoding("Šest".encode()), guess_encoding("Šest".encode("cp1250"))
    (('utf-8', 0), ('cp1252', 0))
    """
    mark = _mark(head)
    if mark:
        return mark[1], len(mark[0])
    wide = _wide_encoding(head)
    if wide:
        return wide, 0
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # the last character may be cut in two
    except UnicodeDecodeError:
        return ("utf-8" if _is_damaged_utf8(head) else "cp1252"), 0
    return "utf-8", 0


def with_unix_lines(text: str) -> str:
    """`text` with CR LF and CR as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _mark(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: in a Latin text most of every second byte is NUL."""
    head = data[:_SNIFFED]
    if len(head) < 8 or head.count(0) * 3 < len(head):
        return None
    nul = [head[place::4].count(0) / len(head[place::4]) for place in range(4)]
    if min(nul[1:]) > 0.7 and nul[0] < 0.1:
        return "utf-32-le"
    if min(nul[:3]) > 0.7 and nul[3] < 0.1:
        return "utf-32-be"
    if min(nul[1], nul[3]) > 0.7 and max(nul[0], nul[2]) < 0.1:
        return "utf-16-le"
    if min(nul[0], nul[2]) > 0.7 and max(nul[1], nul[3]) < 0.1:
        return "utf-16-be"
    return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether broken UTF-8 is likelier than Windows-1252: as much speaks for it as there are broken places.

    In Windows-1252 a character of two bytes would be "Ã©", one of three "â€œ": the one is rare, the other no
    text at all. Only leads of the alphabets in use count, since "É’" and "Ü“" of capitals are pairs, too.
    """
    broken = len(re.findall(r"\ufffd+", data.decode("utf-8", errors="replace")))
    return len(_PAIR.findall(data)) + _TRIPLE_WEIGHT * len(_TRIPLE.findall(data)) >= max(broken, 1)


def _lossy(data: bytes, encoding: str, skipped: int) -> Decoded:
    try:
        return Decoded(data.decode(encoding), None)
    except UnicodeDecodeError as error:
        offset = skipped + error.start
        text = data.decode(encoding, errors="replace")
    return Decoded(
        text, f"has bytes that are not {encoding.upper()}, the first at byte {offset}; shown as U+FFFD"
    )
