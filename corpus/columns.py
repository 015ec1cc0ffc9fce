"""Exports of content systems: one article a record, its fields in columns with known names."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from typing import IO, Any

from corpus.article import Article
from corpus.encodings import guess_encoding, with_unix_lines
from corpus.errors import ReadProblem, Severity
from corpus.frontmatter import parse_iso_day
from corpus.headline import with_headline
from corpus.source import Source

COLUMNS = ("text", "title", "publisher", "published", "url", "id")
_LOST = "\N{REPLACEMENT CHARACTER}"


@contextmanager
def open_text(source: Source) -> Iterator[IO[str]]:
    """The content of `source` as a stream of text, its encoding told from its beginning; line ends are kept.

    What is not in that encoding further down becomes U+FFFD.
    """
    encoding, mark = guess_encoding(source.head())
    source.stream.seek(mark)
    stream = TextIOWrapper(source.stream, encoding, errors="replace", newline="")
    try:
        yield stream
    finally:
        stream.detach()  # the stream below is its owner's to close


def read_record(fields: Mapping[str, Any], path: str, place: str) -> Iterator[Article | ReadProblem]:
    """The article of one record, at `place` ("line 7") of the file at `path`, and what is wrong with it.

    A column that is not known is passed over; one of the wrong type is left out and named.
    """

    def problem(reason: str, severity: Severity = "error") -> ReadProblem:
        return ReadProblem(path, f"{place}: {reason}", severity=severity)

    text = fields.get("text")
    if text is None or not isinstance(text, str):
        yield problem("has no text" if text is None else "text: not a text")
        return
    if not text.strip():
        yield problem("is empty", "warning")
        return
    if _LOST in text:
        yield problem("has characters that could not be decoded; shown as U+FFFD", "warning")
    known: dict[str, str] = {}
    for column in COLUMNS[1:]:
        value = fields.get(column)
        if column == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str):
            known[column] = value.strip()
        elif value is not None:
            yield problem(f"{column}: not a text")
    known = {column: value for column, value in known.items() if value}
    written = known.pop("published", None)
    published = parse_iso_day(written) if written else None
    if written and not published:
        yield problem(f"published: {written[:40]!r} is no date; write it as 2021-10-31", "warning")
    article = Article(
        id=known.get("id", ""),
        text=with_unix_lines(text),
        title=known.get("title"),
        publisher=known.get("publisher"),
        url=known.get("url"),
        published=published,
        published_from="declared" if published else None,
    )
    yield with_headline(article)
