"""Markup that cannot be forged: whatever is not markup already is escaped on its way in."""

import html
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from factcheck.telling.terminal import visible

_VOID = frozenset({"br", "input", "link", "meta"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_WEB_ADDRESS = re.compile(r"https?://[^\s\\]+", re.IGNORECASE)

Attribute = str | int | bool | None


class Markup(str):
    """Text that is markup already; every other `str` is escaped when it meets a `tag`."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """The one way of a value into the page, be it text or an attribute.

    Characters that a reader could not see, bidirectional ones above all, are written out as in a terminal.

    >>> escape("<b>5 & 6 \\u202e")
    '&lt;b&gt;5 &amp; 6 &lt;U+202E&gt;'
    """
    return Markup(html.escape(visible(text)))


def join(parts: Iterable[str], between: str = "") -> Markup:
    """`parts` one after another, each escaped unless it is markup."""
    return Markup(escape(between).join(part if isinstance(part, Markup) else escape(part) for part in parts))


def tag(name: str, /, *children: str, **attributes: Attribute) -> Markup:
    """An element. None and False leave an attribute out, True gives it no value.

    An underscore at the end of an attribute's name is dropped, any other becomes a hyphen. What the page's
    security policy forbids, inline styles and event handlers, is a `ValueError`.

    >>> tag("a", "5 < 6", href="#five", class_="near", hidden=False)
    '<a href="#five" class="near">5 &lt; 6</a>'
    """
    start = [name]
    for key, value in attributes.items():
        if key.startswith(("on", "style")):
            raise ValueError(f"<{name} {key}>: the page's security policy forbids it")
        if value is None or value is False:
            continue
        label = key.rstrip("_").replace("_", "-")
        start.append(label if value is True else f'{label}="{escape(str(value))}"')
    opened = f"<{' '.join(start)}>"
    return Markup(opened if name in _VOID else f"{opened}{join(children)}</{name}>")


def web_address(url: str | None) -> str | None:
    """`url` if it can be made a link: http or https, with a host, and nothing in it that hides.

    >>> web_address("https://coast-herald.example/ferry"), web_address("javascript:alert(1)")
    ('https://coast-herald.example/ferry', None)
    """
    if url is None or not _WEB_ADDRESS.fullmatch(url) or visible(url) != url:
        return None
    return url if host_of(url) else None


def host_of(url: str) -> str | None:
    """The host that a link leads to, without what stands before an "@"; None where there is none.

    >>> host_of("https://coast-herald.example@elsewhere.example/")
    'elsewhere.example'
    """
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def web_link(url: str | None) -> Markup:
    """A link that shows its host; an address that is no link stands as text; "" for none."""
    if not url:
        return Markup()
    address = web_address(url)
    if address is None:
        return tag("bdi", _cut(url))
    return tag("a", host_of(address) or "", href=address, rel="noopener noreferrer nofollow")


def _cut(text: str, longest: int = 200) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def language_of(declared: str | None) -> str | None:
    """`declared` if it is a language tag.

    >>> language_of("pt-BR"), language_of("the Queen's")
    ('pt-BR', None)
    """
    return declared if declared and _LANGUAGE.fullmatch(declared) else None


def unseen(text: str) -> Markup:
    """Text for those who hear the page."""
    return tag("span", text, class_="unseen")


def symbol(character: str) -> Markup:
    """A sign for those who see the page; the words beside it say the same."""
    return tag("span", character, class_="symbol", aria_hidden="true")
