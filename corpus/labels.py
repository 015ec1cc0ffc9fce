"""The encoding that a page or a document declares in its own first bytes."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from corpus.data import load_data

_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w:.-]{1,40})|<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([\w:.-]{1,40})",
    re.IGNORECASE,
)
_SNIFFED = 4096  # bytes; the standard asks for 1,024, pages do not keep to it


def declared_encoding(head: bytes) -> str | None:
    """The Python codec of the encoding that `head` declares; None where it declares none that is known.

    >>> declared_encoding(b'<meta charset="ISO-8859-1">')
    'cp1252'
    """
    declared = _DECLARED.search(head[:_SNIFFED])
    return codec_of((declared[1] or declared[2]).decode("ascii")) if declared else None


def codec_of(label: str) -> str | None:
    """The Python codec that reads what `label` means; None for an unknown label.

    >>> codec_of("Shift_JIS")
    'cp932'
    """
    return _codecs().get(label.strip().casefold())


@cache
def _codecs() -> Mapping[str, str]:
    found = ((label, codec) for codec, labels in load_data("labels").items() for label in labels)
    return MappingProxyType(dict(found))
