"""JSON Lines: one article a line, an object with the columns of `corpus.columns`."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from corpus.article import Article
from corpus.columns import open_text, read_record
from corpus.encodings import decode
from corpus.errors import NoArticle, ReadProblem
from corpus.source import Source

SUFFIXES = (".jsonl", ".ndjson")


def recognises(head: bytes) -> bool:
    """Whether the first line is a whole object with a text."""
    line = decode(head).text.lstrip().partition("\n")[0]
    if not line.startswith("{"):
        return False
    try:
        first = _parsed(line)
    except ValueError:
        return False
    return isinstance(first, dict) and isinstance(first.get("text"), str)


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The articles of all lines; a line that cannot be read is named by its number, and the rest go on."""
    filled = False
    for number, line in _lines(source):
        place = f"line {number}"
        if line is None:
            yield ReadProblem(source.path, f"{place}: is larger than {source.max_bytes:,} characters")
        elif line.strip():
            filled = True
            try:
                record = _parsed(line)
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
        number = 0
        while line := stream.readline(source.max_bytes + 1):
            number += 1
            if len(line) > source.max_bytes:
                while line and not line.endswith("\n"):
                    line = stream.readline(source.max_bytes)
                yield number, None
            else:
                yield number, line


def _parsed(line: str) -> Any:
    """The value of one line. Raises ValueError with the reason in words."""
    try:
        return json.loads(line, object_pairs_hook=_unique, parse_constant=_refused, parse_int=_integer)
    except json.JSONDecodeError as error:
        raise ValueError(f"is no JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise ValueError("is nested too deep") from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        [(twice, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"has {twice[:40]!r} twice")
    return found


def _refused(name: str) -> None:
    raise ValueError(f"is no JSON: {name}")


def _integer(digits: str) -> int | str:
    """A whole number; one too long for any use stays the text that it is."""
    return int(digits) if len(digits) <= 40 else digits
