"""What agencies' XML formats have in common: NITF stands by itself and inside NewsML."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.layout import paragraphs_of
from corpus.published import parse_day
from corpus.xmltree import child_of, local_name, paragraphs_in, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def nitf_article(nitf: Element) -> Article | None:
    """The article of a NITF document, its id left empty; None where it has no text.

    Source: News Industry Text Format 3.6 (IPTC).
    """
    content = child_of(nitf, "body", "body.content")
    paragraphs = paragraphs_in(content) if content is not None else []
    if not paragraphs:
        return None
    head = child_of(nitf, "body", "body.head")
    data = child_of(nitf, "head", "docdata")
    title = text_of(child_of(head, "hedline", "hl1")) or text_of(child_of(nitf, "head", "title"))
    written = [_attribute(child_of(data, name), "norm") for name in ("date.release", "date.issue")]
    written.append(_attribute(child_of(nitf, "head", "pubdata"), "date.publication"))
    day = first_day(*written)
    publication = _attribute(child_of(nitf, "head", "pubdata"), "name")
    holder = _attribute(child_of(data, "doc.copyright"), "holder")
    return Article(
        id="",
        text="\n\n".join(paragraphs) + "\n",
        title=title or None,
        publisher=publication or text_of(child_of(head, "distributor")) or holder or None,
        published=day,
        published_from="declared" if day else None,
    )


def content_article(content: Element) -> Article | None:
    """The article of a piece of content: NITF, XHTML, or plain or escaped text; None where it has no text."""
    nitf = next((one for one in content.iter() if local_name(one) == "nitf"), None)
    if nitf is not None:
        return nitf_article(nitf)
    body = next((one for one in content.iter() if local_name(one) in ("body", "body.content")), content)
    text = body.text or ""
    if len(body):
        paragraphs = paragraphs_in(body)
    elif "<p" in text.casefold():
        paragraphs = paragraphs_of(text)
    else:
        paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    return Article(id="", text="\n\n".join(paragraphs) + "\n") if paragraphs else None


def first_day(*written: str) -> date | None:
    """The first of the days written that can be read."""
    return next((day for day in map(parse_day, written) if day), None)


def _attribute(element: Element | None, name: str) -> str:
    return element.get(name, "") if element is not None else ""
