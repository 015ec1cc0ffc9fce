"""NITF: the XML in which agencies mark up a story (IPTC)."""

from collections.abc import Iterator

from corpus.article import Article
from corpus.errors import NoArticle, ReadProblem
from corpus.headline import with_headline
from corpus.news import nitf_article
from corpus.source import Source
from corpus.xmltree import local_name, parse_xml, root_name

SUFFIXES = (".nitf",)


def recognises(head: bytes) -> bool:
    """Whether the root element is that of NITF."""
    return root_name(head) == "nitf"


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The one article of the document."""
    try:
        root = parse_xml(source.data())
    except ValueError as error:
        raise error if isinstance(error, ReadProblem) else ReadProblem(source.path, str(error)) from error
    article = nitf_article(root) if local_name(root) == "nitf" else None
    if article is None:
        raise NoArticle(source.path, "holds no text in body.content")
    yield with_headline(article)
