"""PDF: the text layer, its lines put together to paragraphs again (extra [pdf])."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from corpus.article import Article
from corpus.encodings import with_unix_lines
from corpus.errors import NoArticle, ReadProblem
from corpus.extras import MissingExtraError, import_extra, quiet
from corpus.headline import find_headline
from corpus.published import stamped_day
from corpus.reflow import paragraphs_of_pages
from corpus.source import Source

SUFFIXES = (".pdf",)
_SIGNATURE = b"%PDF-"
_MOST_PAGES = 2_000  # a few seconds; the longest inquiry reports stay below
_PASSWORD = "password"
_LEAST = 20  # characters a page, in the mean, below which the pages are pictures


def recognises(head: bytes) -> bool:
    """Whether the signature stands where viewers look for it."""
    return _SIGNATURE in head[:1024]


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The one article of a PDF. Its properties give neither title nor day: programs fill them in."""
    data = source.data()
    if not recognises(data):
        raise ReadProblem(source.path, "is no PDF")
    try:
        library = import_extra("pypdfium2", "pdf")
    except MissingExtraError as error:
        raise ReadProblem(source.path, str(error)) from error
    with quiet():
        pages, count = _pages(library, data, source.path)
    if count > len(pages):
        reason = f"has {count:,} pages; only the first {len(pages):,} are read"
        yield ReadProblem(source.path, reason, severity="warning")
    paragraphs = paragraphs_of_pages(pages)
    if sum(map(len, paragraphs)) < _LEAST * len(pages) or not paragraphs:
        raise NoArticle(
            source.path, f"has no text layer ({count} {'page' if count == 1 else 'pages'} of pictures)"
        )
    text = "\n".join(paragraphs) + "\n"
    article = Article(id="", text=text, title=find_headline(text))
    day = stamped_day(paragraphs)
    yield replace(article, published=day, published_from="text") if day else article


def _pages(library: Any, data: bytes, path: str) -> tuple[list[list[str]], int]:
    """The lines of each page, and how many pages there are."""
    try:
        document = library.PdfDocument(data)
    except library.PdfiumError as error:
        locked = _PASSWORD in str(error).casefold()
        raise ReadProblem(path, "is locked with a password" if locked else "is a damaged PDF") from error
    try:
        count = len(document)
        return [_lines(document, number, library) for number in range(min(count, _MOST_PAGES))], count
    finally:
        document.close()


def _lines(document: Any, number: int, library: Any) -> list[str]:
    """The lines of one page; none where the page is damaged."""
    try:
        page = document[number]
        layer = page.get_textpage()
        text = layer.get_text_range()
        layer.close()
        page.close()
    except library.PdfiumError:
        return []
    return [" ".join(line.split()) for line in with_unix_lines(text).split("\n")]
