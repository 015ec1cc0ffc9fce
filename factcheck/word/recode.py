"""A part's bytes as UTF-8 and back, byte for byte."""

import codecs
import re

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w.-]{1,40})")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def encoding_of(data: bytes) -> str:
    """The encoding of the XML document `data`, by its first bytes or its declaration.

    >>> encoding_of(b"<?xml version='1.0' encoding='ISO-8859-1'?><a/>")
    'iso8859-1'
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    declared = _DECLARED.match(data)
    return codecs.lookup(declared[1].decode()).name if declared else "utf-8"


def to_utf8(data: bytes, encoding: str) -> bytes:
    """`data`, a byte order mark included, as UTF-8."""
    return data if encoding == "utf-8" else data.decode(encoding).encode()


def from_utf8(data: bytes, encoding: str) -> bytes:
    """What `to_utf8` was given; characters that the encoding has not become references."""
    return data if encoding == "utf-8" else data.decode().encode(encoding, "xmlcharrefreplace")
