"""WARC: the pages of a crawl, an article each (extra [warc])."""

from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from io import StringIO
from typing import Any

from corpus.article import Article
from corpus.encodings import decode, is_binary, with_unix_lines
from corpus.errors import NoArticle, ReadProblem
from corpus.extras import MissingExtraError, import_extra, quiet
from corpus.formats import html
from corpus.labels import codec_of, declared_encoding
from corpus.published import parse_day
from corpus.source import Source

SUFFIXES = (".warc",)
_SIGNATURE = b"WARC/"
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def recognises(head: bytes) -> bool:
    """Whether the content opens with a record."""
    return head.startswith(_SIGNATURE)


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The articles of the pages that were answered with success, one page in memory at a time.

    A page without a day was published at the latest on the day on which it was fetched. Other records and
    pages without text are only counted.
    """
    try:
        library = import_extra("warcio.archiveiterator", "warc")
    except MissingExtraError as error:
        raise ReadProblem(source.path, str(error)) from error
    source.stream.seek(0)
    articles = others = 0
    said: set[str] = set()  # what has been said of one page need not be said of each
    for record in _records(library, source):
        if isinstance(record, ReadProblem):
            yield record
            continue
        for item in _page(record, source):
            if isinstance(item, Article):
                articles += 1
                yield item
            elif item.severity == "note":
                others += 1
            elif item.reason not in said:
                said.add(item.reason)
                yield item
    if not articles:
        raise NoArticle(source.path, "holds no page with an article")
    if others:
        yield ReadProblem(
            source.path, f"{others} records passed over: no pages, or without text", severity="note"
        )


def _records(library: Any, source: Source) -> Iterator[Any]:
    """The records; where the file is damaged, a problem, and no more."""
    with quiet():
        records = iter(library.ArchiveIterator(source.stream))
    count = 0
    while True:
        try:
            with quiet(), redirect_stderr(StringIO()):  # it prints what it finds odd
                record = next(records)
        except StopIteration:
            return
        except ReadProblem as problem:
            yield problem
            return
        except Exception as error:  # warcio's own, and what its parsers let through
            yield ReadProblem(source.path, f"is damaged after {count} records: {str(error).strip()[:200]}")
            return
        count += 1
        yield record


def _page(record: Any, source: Source) -> Iterator[Article | ReadProblem]:
    """The article of one record; a note where it is none."""
    nothing = ReadProblem(source.path, "is no page", severity="note")
    kind, charset = _content_type(record)
    if record.rec_type not in ("response", "resource") or kind not in _PAGE_TYPES or not _is_success(record):
        yield nothing
        return
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        with quiet():
            data = record.content_stream().read(source.max_bytes + 1)
    except Exception as error:  # broken compression or chunks
        yield ReadProblem(source.path, f"{url[:200]}: cannot be unpacked: {str(error)[:100]}")
        return
    if len(data) > source.max_bytes:
        yield ReadProblem(
            source.path, f"{url[:200]}: is larger than {source.max_bytes:,} bytes (--max-bytes reads more)"
        )
        return
    if is_binary(data):
        yield nothing
        return
    text, _ = decode(data, declared=codec_of(charset) or declared_encoding(data))
    fetched = parse_day(record.rec_headers.get_header("WARC-Date") or "")
    try:
        address = url if url.startswith(("http://", "https://")) else None
        for item in html.read_html(with_unix_lines(text), source.path, url=address):
            if isinstance(item, Article) and item.published is None:
                item = replace(item, published_last=fetched)
            yield item
    except NoArticle:
        yield nothing


def _content_type(record: Any) -> tuple[str, str]:
    """The media type and the charset that the server declared."""
    headers = record.http_headers or record.rec_headers
    kind, _, rest = (headers.get_header("Content-Type") or "").partition(";")
    charset = rest.casefold().partition("charset=")[2].strip(" \"'")
    return kind.strip().casefold(), charset.partition(";")[0].strip(" \"'")


def _is_success(record: Any) -> bool:
    return record.http_headers is None or str(record.http_headers.get_statuscode()) == "200"
