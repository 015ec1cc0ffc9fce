"""CSV: one article a row, with the columns of `corpus.columns` named in the first row."""

import csv
from collections.abc import Iterator
from typing import IO

from corpus.article import Article
from corpus.columns import COLUMNS, open_text, read_record
from corpus.errors import NoArticle, ReadProblem
from corpus.source import Source

SUFFIXES = (".csv", ".tsv")
_DELIMITERS = (",", ";", "\t", "|")
_HEADER_LONGEST = 10_000  # characters


def recognises(head: bytes) -> bool:
    """A table looks like a text with commas; only its name shows it."""
    return False


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The articles of all rows; the separator is the one that gives the first row a column "text"."""
    with open_text(source) as stream:
        first = stream.readline(_HEADER_LONGEST)
        delimiter = next((mark for mark in _DELIMITERS if "text" in _names(first, mark)), None)
        if delimiter is None:
            reason = f"has no column named text in its first row; known are {', '.join(COLUMNS)}"
            raise NoArticle(source.path, reason if first.strip() else "is empty")
        names = _names(first, delimiter)
        filled = False
        for place, row in _rows(source, stream, delimiter):
            filled = filled or isinstance(row, str) or any(field.strip() for field in row)
            if isinstance(row, str):
                yield ReadProblem(source.path, f"{place}: {row}")
            elif len(row) > len(names):
                reason = f"{place}: has {len(row)} fields where the first row names {len(names)}"
                yield ReadProblem(source.path, reason)
            elif any(field.strip() for field in row):
                told = {name: field for name, field in zip(names, row, strict=False) if field.strip()}
                yield from read_record(told, source.path, place)
        if not filled:
            raise NoArticle(source.path, "has no row below its first")


def _rows(source: Source, stream: IO[str], delimiter: str) -> Iterator[tuple[str, list[str] | str]]:
    """The rows below the first with the line that each begins on; of a broken one the reason."""
    csv.field_size_limit(source.max_bytes)  # the default, 131,072 characters, is less than a long report
    rows = csv.reader(stream, delimiter=delimiter, strict=True)
    while True:
        place = f"line {rows.line_num + 2}"  # the first row has been read before
        try:
            yield place, next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield place, f"cannot be read: {error}"


def _names(line: str, delimiter: str) -> list[str]:
    """The names of the columns, casefolded; a name that comes twice counts where it stands first."""
    try:
        found = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
    names = [name.strip().casefold() for name in found]
    return [name if name not in names[:place] else "" for place, name in enumerate(names)]
