"""Input formats, one file each: whatever module lies in this folder is offered, nothing is registered.

A format module holds

    SUFFIXES: tuple[str, ...]            the suffixes that make a file in a folder an article, casefolded
    recognises(head: bytes) -> bool      whether the first bytes show this format beyond doubt
    read(source: Source) -> Iterator[Article | ReadProblem]

`read` leaves `Article.id` empty, or gives the record's own id; paths and final ids are the caller's.
It raises ReadProblem where nothing can be read at all, and yields one for what it left out. Heavy
libraries are imported inside `read`.
"""

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from corpus.article import Article
from corpus.errors import ReadProblem
from corpus.source import Source, file_suffixes

_PLAIN = "text"  # what content without a sign of its own is read as


class Format(Protocol):
    """What a module of this folder provides."""

    SUFFIXES: tuple[str, ...]

    def recognises(self, head: bytes) -> bool: ...

    def read(self, source: Source) -> Iterator[Article | ReadProblem]: ...


@cache
def formats() -> Mapping[str, Format]:
    """Every format by the name of its module, in the order of names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return MappingProxyType({name: cast(Format, import_module(f"{__name__}.{name}")) for name in names})


def is_article_name(name: str) -> bool:
    """Whether a file of this name in a folder is an article, or many: it has the suffix of a format.

    >>> is_article_name("Flood.TXT"), is_article_name("flood.txt.gz"), is_article_name("photo.jpg")
    (True, True, False)
    """
    found = file_suffixes(name)
    return bool(found) and found[-1] in suffixes()


@cache
def suffixes() -> frozenset[str]:
    return frozenset(suffix for form in formats().values() for suffix in form.SUFFIXES)


def choose_format(source: Source) -> Format:
    """The format that the content shows, else the one of the name's suffix, else plain text."""
    head = source.head()
    shown = [form for form in formats().values() if form.recognises(head)]
    named = [form for form in formats().values() if not set(source.suffixes).isdisjoint(form.SUFFIXES)]
    both = [form for form in shown if form in named]
    return (both or shown or named or [formats()[_PLAIN]])[0]
