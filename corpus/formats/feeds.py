"""RSS and Atom feeds: an article an item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from corpus.article import Article
from corpus.errors import NoArticle, ReadProblem
from corpus.extras import MissingExtraError, import_extra, quiet
from corpus.headline import with_headline
from corpus.layout import paragraphs_of
from corpus.published import parse_day
from corpus.source import Source
from corpus.xmltree import local_name, paragraphs_in, parse_xml, root_name, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES = (".rss", ".atom", ".xml")
_ROOTS = frozenset(("rss", "RDF", "feed"))
_WHOLE = ("encoded", "content")  # where a feed gives the whole text; elsewhere stands the beginning
_BEGINNING = ("description", "summary")
_MOST_MENDED = 2_000_000  # bytes; feedparser takes seventy times as much, and real feeds are a tenth
_DAYS = ("pubDate", "published", "date", "issued", "created")


def recognises(head: bytes) -> bool:
    """Whether the root element is that of a feed."""
    return root_name(head) in _ROOTS


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The articles of a feed; most feeds give only the beginning of each, which is noted."""
    data = source.data()
    try:
        root = parse_xml(data)
    except ValueError as error:
        yield from _mended(data, source.path, str(error))
        return
    if local_name(root) not in _ROOTS:
        raise NoArticle(source.path, "is XML, but neither a feed nor an agency's format")
    items = [one for one in root.iter() if local_name(one) in ("item", "entry")]
    channel = next((child for child in root if local_name(child) == "channel"), root)
    title, language = _text(channel, "title"), _language(channel, root)
    yield from _told((_article(item, title, language) for item in items), source.path)


def _told(articles: Iterable[tuple[Article | None, bool]], path: str) -> Iterator[Article | ReadProblem]:
    """The articles, and at the end how many were only beginnings or had no text."""
    count = beginnings = 0
    for article, is_whole in articles:
        if article is not None:
            count += 1
            beginnings += not is_whole
            yield with_headline(article)
    if not count:
        raise NoArticle(path, "is a feed without an article in it")
    if beginnings:
        yield ReadProblem(
            path, f"gives only the beginning of {beginnings} of {count} articles", severity="note"
        )


def _article(item: Element, feed: str, language: str | None) -> tuple[Article | None, bool]:
    """The article of an item of the feed of that title, None if it has no text, and whether it is whole."""
    whole = [paragraph for name in _WHOLE for paragraph in _paragraphs(item, name)]
    text = "\n\n".join(whole or [paragraph for name in _BEGINNING for paragraph in _paragraphs(item, name)])
    if not text:
        return None, False
    days = (parse_day(_text(item, name)) for name in _DAYS)
    day = next((day for day in days if day), None)
    article = Article(
        id="",
        text=text + "\n",
        title=_text(item, "title") or None,
        publisher=_text(item, "source") or feed or None,
        published=day,
        published_from="declared" if day else None,
        url=_address(item),
        language=language,
    )
    return article, bool(whole)


def _paragraphs(item: Element, name: str) -> list[str]:
    """The paragraphs of the first part of that name, which is text, escaped HTML or XHTML."""
    part = next((child for child in item if local_name(child) == name), None)
    if part is None:
        return []
    return paragraphs_in(part) if len(part) else paragraphs_of(part.text or "")


def _text(item: Element, name: str) -> str:
    found = next((child for child in item if local_name(child) == name), None)
    title = (
        next((child for child in found if local_name(child) == "title"), found) if found is not None else None
    )
    return " ".join(paragraphs_of(text_of(title))) if title is not None else ""


def _language(channel: Element, root: Element) -> str | None:
    said = _text(channel, "language") or next(
        (value for key, value in root.items() if key.endswith("}lang")), ""
    )
    return said.casefold().partition("-")[0] or None


def _address(item: Element) -> str | None:
    links = [child for child in item if local_name(child) == "link"]
    said = [
        link.get("href") or (link.text or "").strip()
        for link in links
        if link.get("rel", "alternate") == "alternate"
    ]
    return next((url for url in said if url.startswith(("http://", "https://"))), None)


def _mended(data: bytes, path: str, reason: str) -> Iterator[Article | ReadProblem]:
    """The articles of a feed that is no well-formed XML, as feedparser (extra [feeds]) makes them out."""
    if len(data) > _MOST_MENDED:
        raise ReadProblem(path, f"{reason}; only of {_MOST_MENDED:,} bytes is made out what can be")
    try:
        feedparser = import_extra("feedparser", "feeds")
    except MissingExtraError as error:
        raise ReadProblem(path, f"{reason}; to read it all the same, {error}") from error
    try:
        with quiet():
            # A stream, since text might be taken for an address or a file's name.
            found = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # what feedparser does not expect, a space in a namespace among it
        raise ReadProblem(path, f"{reason}; nothing could be made out") from error
    yield ReadProblem(path, f"{reason}; what could be made out is read", severity="warning")
    yield from _told((_mended_article(entry, found.feed) for entry in found.entries), path)


def _mended_article(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> tuple[Article | None, bool]:
    whole = "\n".join(part.get("value") or "" for part in entry.get("content") or ())
    text = "\n\n".join(paragraphs_of(whole or entry.get("summary") or ""))
    day = parse_day(entry.get("published") or "")
    url = entry.get("link") or ""
    article = Article(
        id="",
        text=text + "\n",
        title=entry.get("title") or None,
        publisher=feed.get("title") or None,
        published=day,
        published_from="declared" if day else None,
        url=url if url.startswith(("http://", "https://")) else None,
    )
    return (article if text else None), bool(whole)
