"""Plain text: the whole file is the text, so that offsets give its lines and columns."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.article import Article
from corpus.encodings import decode, is_binary, with_unix_lines
from corpus.errors import NoArticle, ReadProblem
from corpus.frontmatter import with_front_matter
from corpus.headline import find_headline
from corpus.lines import lines_of
from corpus.published import stamped_day
from corpus.source import Source

SUFFIXES = (".txt", ".text")
_SOURCES = (  # text for a program, which only that can show to people
    (b"{\\rtf", "RTF; save it as .docx or .txt"),
    (b"%!PS", "PostScript; save it as .pdf"),
)


def recognises(head: bytes) -> bool:
    """Nothing in its bytes marks a plain text."""
    return False


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The one article of a text file; its front matter, if any, stays in the text."""
    data = source.data()
    if is_binary(data):
        raise ReadProblem(source.path, "is binary, not text")
    for opening, kind in _SOURCES:
        if data.lstrip()[: len(opening)] == opening:
            raise ReadProblem(source.path, f"is {kind}")
    text, warning = decode(data)
    text = with_unix_lines(text)
    if not text.strip():
        raise NoArticle(source.path, "is empty")
    if warning:
        yield ReadProblem(source.path, warning, severity="warning")
    article, warning = with_front_matter(Article(id="", text=text))
    if warning:
        yield ReadProblem(source.path, warning, severity="warning")
    article = replace(article, title=article.title or find_headline(text))
    day = None if article.published else stamped_day(line.text for line in lines_of(text))
    yield replace(article, published=day, published_from="text") if day else article
