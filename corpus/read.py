"""From paths to articles: what every command starts with."""

import os
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Literal

from corpus.article import Article
from corpus.errors import NoArticle, OtherLanguage, ReadProblem, ReadWarning, Severity
from corpus.files import Root, find_files, without_articles
from corpus.formats import choose_format
from corpus.hidden import hidden_warning
from corpus.identify import name_files, name_records
from corpus.language import ENGLISH, language_name, language_of
from corpus.metadata import FolderMetadata, load_metadata
from corpus.publishers import canonical_publisher, stated_origin
from corpus.source import MAX_BYTES, STANDARD_INPUT, Source, open_source, reason_of

# Problems of one file, of each severity, that are named; of a table with every row broken nobody reads more,
# and each takes some hundred times the memory of a short row.
MOST_PROBLEMS = 100

StrPath = str | os.PathLike[str]
Language = Literal["en", "any"]


def load_articles(
    paths: Iterable[StrPath] | StrPath,
    *,
    errors: Literal["raise", "skip"] = "raise",
    language: Language = "en",
) -> Iterator[Article]:
    """The articles of the files, folders and standard input ("-") at `paths`, in order, each file once.

    With `errors="raise"` the first thing that cannot be read raises ReadProblem; with "skip" it is
    warned of as ReadWarning and the rest is yielded. Guesses (an encoding) are warned of in both, and
    articles that are not English, which are left out unless `language` is "any".

    >>> list(load_articles(["no-such-file.txt"]))
    Traceback (most recent call last):
    corpus.errors.ReadProblem: no-such-file.txt: no such file or folder
    """
    if errors not in ("raise", "skip"):
        raise ValueError(f'errors={errors!r}: use "raise" or "skip"')
    for item in read_corpus([paths] if isinstance(paths, (str, os.PathLike)) else paths, language=language):
        if isinstance(item, Article):
            yield item
        elif item.severity == "error" and errors == "raise":
            raise item
        elif item.severity != "note":
            warnings.warn(str(item), ReadWarning, stacklevel=2)


def read_corpus(
    paths: Iterable[StrPath], *, max_bytes: int = MAX_BYTES, language: Language = "en"
) -> Iterator[Article | ReadProblem]:
    """Like `load_articles`, with the problems among the articles, each where it was met; nothing is raised.

    A problem's severity says what follows: "error" exit code 2, "warning" a word, "note" a word where
    the user wants many. A file with more than `max_bytes` bytes is an error.
    """
    roots = find_files(paths)
    files = [found for root in roots for found in root.found if isinstance(found, str)]
    ids = dict(zip(files, name_files(files), strict=True))
    reading = _Reading(ids, max_bytes, language)
    for root in roots:
        yield from reading.read_root(root)


def read_unsaved(path: str, content: bytes, *, language: Language = "en") -> Iterator[Article | ReadProblem]:
    """Like `read_corpus` for the one file `path`, as if `content` had been saved there.

    >>> [article] = read_unsaved("desk/flood.txt", b"Six people died.")
    >>> article.id, article.text
    ('flood', 'Six people died.')
    """
    reading = _Reading(dict(zip([path], name_files([path]), strict=True)), MAX_BYTES, language, content)
    yield from reading.read_root(Root(path, found=[path]))


def _records(path: str, max_bytes: int, content: bytes | None) -> Iterator[Article | ReadProblem]:
    """What the reader of the file's format yields; where it gives up, what was read before is kept.

    `content` stands for what is in the file, where it is given.
    """
    given = None if content is None else Source(path, BytesIO(content), max_bytes)
    try:
        with nullcontext(given) if given else open_source(path, max_bytes=max_bytes) as source:
            yield from choose_format(source).read(source)
    except ReadProblem as problem:
        yield problem
    except OSError as error:
        yield ReadProblem(path, reason_of(error))
    except Exception as error:  # a parser that some hostile file got the better of
        yield ReadProblem(path, f"cannot be read: {type(error).__name__}: {str(error)[:200]}")


def _few_problems(items: Iterable[Article | ReadProblem], path: str) -> Iterator[Article | ReadProblem]:
    """The items of one file, only the first problems of each severity, and the number of the others."""
    met: Counter[Severity] = Counter()
    for item in items:
        if isinstance(item, ReadProblem) and not isinstance(item, NoArticle):
            met[item.severity] += 1
            if met[item.severity] > MOST_PROBLEMS:
                continue
        yield item
    for severity, number in met.items():
        if more := max(0, number - MOST_PROBLEMS):
            reason = f"and {more:,} more {severity}{'s' * (more > 1)} of this file"
            yield ReadProblem(path, reason, severity=severity)


def _with_origin(article: Article) -> Article:
    """`article` with the origin that its text states, unless it is known already or the publisher itself."""
    origin = article.origin or stated_origin(article.text)
    if origin is None or (not article.origin and origin == canonical_publisher(article.publisher or "")):
        return article
    return replace(article, origin=origin)


def _in_language(article: Article, wanted: Language, stem: str) -> Article | ReadProblem:
    """`article` with the language that its text tells; a warning where that is not the one `wanted`."""
    told = language_of(article.text)
    if told not in (None, ENGLISH) and wanted == ENGLISH:
        subject = "is" if article.id == stem else f"article {article.id} is"
        reason = f"{subject} in {language_name(told)}, not English; passed over (--language any reads it)"
        return OtherLanguage(article.path or article.id, reason, severity="warning")
    return replace(article, language=told or article.language)


class _Reading:
    """One pass over the files: remembers the ids given and the folders whose metadata was reported."""

    def __init__(
        self, ids: dict[str, str], max_bytes: int, language: Language, content: bytes | None = None
    ) -> None:
        self._ids = ids
        self._taken = set(ids.values())
        self._max_bytes = max_bytes
        self._language = language
        self._content = content
        self._reported: set[str] = set()
        self._metadata = lru_cache(maxsize=64)(load_metadata)

    def read_root(self, root: Root) -> Iterator[Article | ReadProblem]:
        articles = errors = 0
        for found in root.found:
            items = (
                [found] if isinstance(found, ReadProblem) else _few_problems(self._read_file(found), found)
            )
            for item in items:
                if isinstance(item, NoArticle) and root.is_folder:
                    item = ReadProblem(item.path, item.reason, severity=item.in_folder)
                articles += isinstance(item, Article | OtherLanguage)
                errors += isinstance(item, ReadProblem) and item.severity == "error"
                yield item
        if root.is_folder and not (articles or errors or root.known):
            yield without_articles(root)
        if root.passed_over:
            files = "1 file" if root.passed_over == 1 else f"{root.passed_over} files"
            yield ReadProblem(root.path, f"{files} passed over: hidden, or no article", severity="note")

    def _file(self, path: str) -> Iterator[Article | ReadProblem]:
        return _few_problems(self._read_file(path), path)

    def _read_file(self, path: str) -> Iterator[Article | ReadProblem]:
        folder, _, name = path.rpartition("/")
        metadata = FolderMetadata({}, ())
        if path != STANDARD_INPUT:
            metadata = self._metadata(folder or ("/" if path.startswith("/") else ""))
            yield from () if folder in self._reported else metadata.problems
            self._reported.add(folder)
        for item in name_records(
            _records(path, self._max_bytes, self._content), self._ids[path], self._taken
        ):
            if isinstance(item, Article):
                article = _with_origin(metadata.applied_to(replace(item, path=path), name))
                item = _in_language(article, self._language, self._ids[path])
            yield item
            if isinstance(item, Article) and (warning := hidden_warning(item.text)):
                yield ReadProblem(path, warning, severity="warning")
