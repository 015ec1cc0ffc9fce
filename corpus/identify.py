"""Article ids: a file's stem, with as much more of its path as tells equal stems apart."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from corpus.article import Article
from corpus.errors import ReadProblem
from corpus.source import file_suffixes


def name_files(paths: Sequence[str]) -> list[str]:
    """The id of each of the files at `paths`, which are distinct and have forward slashes.

    Bytes of a file name that are not UTF-8 are shown as `\\\\xNN`.

    >>> name_files(["desk/flood.txt", "wire/flood.txt", "wire/vote.md", "wire/vote.txt"])
    ['desk/flood', 'wire/flood', 'vote.md', 'vote.txt']
    """
    endings = Counter(ending for path in paths for ending in set(_endings(path)))
    stems = Counter(_without_suffix(path) for path in paths)
    known = frozenset(paths)
    ids = []
    for path in paths:
        own = (ending for ending in _endings(path) if endings[ending] == 1)
        whole = _without_suffix(path)
        whole = whole if stems[whole] == 1 and whole not in known else path
        ids.append(printable(next(own, whole)))
    return ids


def name_records(
    records: Iterator[Article | ReadProblem], stem: str, taken: set[str]
) -> Iterator[Article | ReadProblem]:
    """The records of one file with their ids: their own, else `stem`, numbered where there are several.

    An own id that is among those `taken` does not count; those given are added to them. Problems that come
    between the first article and the second one are yielded before both.
    """
    first: Article | None = None
    for record in records:
        if isinstance(record, Article):
            if first is not None:
                yield from _numbered(chain([first, record], records), stem, taken)
                return
            first = record
        else:
            yield record
    if first is not None:
        yield _named(first, stem, taken)


def _numbered(
    records: Iterable[Article | ReadProblem], stem: str, taken: set[str]
) -> Iterator[Article | ReadProblem]:
    number = 0
    for record in records:
        if isinstance(record, Article):
            number += 1
            record = _named(record, f"{stem}#{number}", taken)
        yield record


def _named(article: Article, otherwise: str, taken: set[str]) -> Article:
    """`article` under its own id, unless that is taken or empty."""
    name = article.id if article.id and article.id not in taken else otherwise
    taken.add(name)
    return replace(article, id=name)


def printable(name: str) -> str:
    """`name` with undecodable bytes of a file name as `\\\\xNN`, so that any output can carry it.

    >>> print(printable("caf\\udce9"))
    caf\\xe9
    """
    return "".join(f"\\x{ord(char) - 0xDC00:02x}" if 0xDC80 <= ord(char) <= 0xDCFF else char for char in name)


def _endings(path: str) -> Iterator[str]:
    """The endings of `path`, shortest first, each without and with the suffix."""
    *folders, name = (part for part in path.split("/") if part not in ("", "."))
    stem = _without_suffix(name)
    for depth in range(len(folders), -1, -1):
        prefix = "".join(f"{folder}/" for folder in folders[depth:])
        yield prefix + stem
        yield prefix + name


def _without_suffix(path: str) -> str:
    """`path` without the suffix of the file; of a compressed file, without both.

    >>> _without_suffix("desk/crawl.warc.gz")
    'desk/crawl'
    """
    return path[: len(path) - sum(map(len, file_suffixes(path)))]
