"""JSON Lines: one article a line, an object with the columns of `corpus.columns`."""

from collections.abc import Iterator

from corpus.article import Article
from corpus.columns import open_text, read_record
from corpus.encodings import decode
from corpus.errors import NoArticle, ReadProblem
from corpus.jsontext import parse_json
from corpus.source import Source

SUFFIXES = (".jsonl", ".ndjson")
_MOST_BLANK = 100_000  # in a row; a file of nothing but line ends would take minutes


def recognises(head: bytes) -> bool:
    """Whether the first line is a whole object with a text."""
    line = decode(head).text.lstrip().partition("\n")[0]
    if not line.startswith("{"):
        return False
    try:
        first = parse_json(line)
    except ValueError:
        return False
    return isinstance(first, dict) and isinstance(first.get("text"), str)


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The articles of all lines; a line that cannot be read is named by its number, and the rest go on."""
    filled = False
    for number, line in _lines(source):
        place = f"line {number}"
        if line is None:
            yield ReadProblem(
                source.path,
                f"{place}: is larger than {source.max_bytes:,} characters (--max-bytes reads more)",
            )
        elif line.strip():
            filled = True
            try:
                record = parse_json(line)
            except ValueError as error:
                yield ReadProblem(source.path, f"{place}: {error}")
                continue
            if isinstance(record, dict):
                yield from read_record(record, source.path, place)
            else:
                yield ReadProblem(source.path, f"{place}: is no object")
    if not filled:
        raise NoArticle(source.path, "is empty")


def _lines(source: Source) -> Iterator[tuple[int, str | None]]:
    """The lines with their numbers, from 1; None for one that is longer than an article may be."""
    with open_text(source) as stream:
        number = blank = 0
        while line := stream.readline(source.max_bytes + 1):
            number += 1
            blank = blank + 1 if line.isspace() else 0
            if blank > _MOST_BLANK:
                raise ReadProblem(
                    source.path, f"line {number}: is one of more than {_MOST_BLANK:,} empty lines"
                )
            if len(line) > source.max_bytes:
                while line and not line.endswith("\n"):
                    line = stream.readline(source.max_bytes)
                yield number, None
            else:
                yield number, line
