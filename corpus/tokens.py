"""The tags and texts of a page, in one pass and in linear time whatever the page holds."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})((?:\s|/)[^<>]*)?>")
_ATTRIBUTE = re.compile(r"([a-zA-Z_:@][\w:.-]{0,60})\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_RAW = frozenset(("script", "style", "textarea", "title", "noscript", "template", "iframe", "svg", "math"))


_DECLARATION_LONGEST = 200


class Token(NamedTuple):
    """A text between tags (`tag` is "", entities resolved), or a tag; of a raw element also its content."""

    tag: str  # casefolded
    is_end: bool
    text: str  # of a tag its attributes as written, of a raw element its content
    attributes: str = ""


def tokens_of(page: str) -> Iterator[Token]:
    """The texts and tags of `page` in order; comments and declarations are left out.

    >>> [(token.tag, token.text) for token in tokens_of("<p>Six &lt; 7<!-- x --><br></p>")]
    [('p', ''), ('', 'Six < 7'), ('br', ''), ('p', '')]
    """
    at = 0
    closed: dict[str, bool] = {}  # raw elements: whether another end tag may follow
    while at < len(page):
        opening = page.find("<", at)
        if opening < 0:
            opening = len(page)
        if opening > at:
            yield Token("", False, unescape(page[at:opening]))
        if opening == len(page):
            return
        tag = _TAG.match(page, opening)
        if tag:
            name, attributes = tag[2].casefold(), tag[3] or ""
            at = tag.end()
            content = ""
            if name in _RAW and not tag[1] and not attributes.endswith("/") and closed.get(name, True):
                end = _end_tag(name).search(page, at)
                closed[name] = end is not None
                if end:
                    content, at = page[at : end.start()], end.start()
            yield Token(name, bool(tag[1]), content, attributes)
        elif page.startswith("<!--", opening):
            close = page.find("-->", opening + 4) if closed.get("--", True) else -1
            closed["--"] = close >= 0
            at = close + 3 if close >= 0 else opening + 4
        else:
            is_declaration = page[opening + 1 : opening + 2] in ("!", "?")
            close = page.find(">", opening, opening + _DECLARATION_LONGEST) if is_declaration else -1
            if close < 0:
                yield Token("", False, "<")
            at = max(close, opening) + 1


def attributes_of(token: Token) -> Mapping[str, str]:
    """The attributes of a tag by casefolded name, entities resolved; the first of a name counts."""
    found: dict[str, str] = {}
    for attribute in _ATTRIBUTE.finditer(token.attributes):
        value = next(value for value in (*attribute.groups()[1:], "") if value is not None)
        found.setdefault(attribute[1].casefold(), unescape(value).strip())
    return found


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}", re.IGNORECASE)
