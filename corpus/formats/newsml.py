"""NewsML-G2 and NewsML 1: the XML in which agencies send their items (IPTC)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.errors import NoArticle, ReadProblem
from corpus.headline import with_headline
from corpus.news import content_article, first_day
from corpus.source import Source
from corpus.xmltree import child_of, local_name, parse_xml, root_name, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES = (".newsml",)
_ROOTS = frozenset(("newsMessage", "newsItem", "packageItem", "NewsML"))
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def recognises(head: bytes) -> bool:
    """Whether the root element is that of a news item or of a message with some."""
    return root_name(head) in _ROOTS


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The articles among the items; pictures, videos and packages are passed over."""
    try:
        root = parse_xml(source.data())
    except ValueError as error:
        raise error if isinstance(error, ReadProblem) else ReadProblem(source.path, str(error)) from error
    found = [_g2_article(item) for item in root.iter() if local_name(item) == "newsItem"]
    found += [_older_article(item) for item in root.iter() if local_name(item) == "NewsItem"]
    articles = [article for article in found if article is not None]
    if not articles:
        raise NoArticle(source.path, "holds no item with a text")
    yield from map(with_headline, articles)


def _g2_article(item: Element) -> Article | None:
    """The article of an item of NewsML-G2, None where it is no text.

    Source: NewsML-G2 Guidelines (IPTC), "Text".
    """
    meta, described = child_of(item, "itemMeta"), child_of(item, "contentMeta")
    kind = child_of(meta, "itemClass")
    if kind is not None and kind.get("qcode", "text").rpartition(":")[2] != "text":
        return None
    contents = child_of(item, "contentSet")
    renderings = (content_article(content) for content in (contents if contents is not None else ()))
    article = next((one for one in renderings if one is not None), None)
    if article is None:
        return None
    days = (text_of(child_of(meta, name)) for name in ("versionCreated", "firstCreated"))
    day = first_day(*days, text_of(child_of(described, "contentCreated")))
    publisher = next(filter(None, (_party(child_of(part, name)) for part, name in (
        (described, "infoSource"), (meta, "provider"), (child_of(item, "rightsInfo"), "copyrightHolder"),
    ))), None)  # fmt: skip
    said = child_of(described, "language")
    language = (said.get("tag", "") if said is not None else "") or item.get(_XML_LANGUAGE, "")
    titles = (text_of(child_of(described, "headline")), article.title, text_of(child_of(meta, "title")))
    return replace(
        article,
        title=next(filter(None, titles), None),
        publisher=publisher or article.publisher,
        published=day or article.published,
        published_from="declared" if day or article.published else None,
        language=language.casefold().partition("-")[0] or None,
    )


def _older_article(item: Element) -> Article | None:
    """The article of an item of NewsML 1, None where it is no text."""
    contents = (one for one in item.iter() if local_name(one) == "DataContent")
    article = next((found for found in map(content_article, contents) if found is not None), None)
    if article is None:
        return None
    management = child_of(item, "NewsManagement")
    day = first_day(
        *(text_of(child_of(management, name)) for name in ("ThisRevisionCreated", "FirstCreated"))
    )
    first = {local_name(one): one for one in reversed(list(item.iter()))}
    party = child_of(first.get("Provider"), "Party")
    language = first["Language"].get("FormalName", "") if "Language" in first else ""
    return replace(
        article,
        title=text_of(first.get("HeadLine")) or article.title,
        publisher=(party.get("FormalName") if party is not None else None) or article.publisher,
        published=day or article.published,
        published_from="declared" if day or article.published else None,
        language=language.casefold().partition("-")[0] or None,
    )


def _party(party: Element | None) -> str:
    """The name of a party, else what its code or literal calls it."""
    if party is None:
        return ""
    return (
        text_of(child_of(party, "name"))
        or party.get("literal", "")
        or party.get("qcode", "").rpartition(":")[2]
    )
