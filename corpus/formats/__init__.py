"""Input formats, one file each: whatever module lies in this folder is offered, nothing is registered.

A format module holds

    SUFFIXES: tuple[str, ...]            the suffixes that make a file in a folder an article, casefolded
    recognises(data: bytes) -> bool      whether the content itself shows this format beyond doubt
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
from corpus.source import Source

_PLAIN = "text"  # what content without a sign of its own is read as


class Format(Protocol):
    """What a module of this folder provides."""

    SUFFIXES: tuple[str, ...]

    def recognises(self, data: bytes) -> bool: ...

    def read(self, source: Source) -> Iterator[Article | ReadProblem]: ...


@cache
def formats() -> Mapping[str, Format]:
    """Every format by the name of its module, in the order of names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return MappingProxyType({name: cast(Format, import_module(f"{__name__}.{name}")) for name in names})


@cache
def suffixes() -> frozenset[str]:
    """The suffixes of all formats."""
    return frozenset(suffix for form in formats().values() for suffix in form.SUFFIXES)


def choose_format(source: Source) -> Format:
    """The format that the content shows, else the one of the name's suffix, else plain text."""
    shown = [form for form in formats().values() if form.recognises(source.data)]
    named = [form for form in formats().values() if source.suffix in form.SUFFIXES]
    both = [form for form in shown if form in named]
    return (both or shown or named or [formats()[_PLAIN]])[0]
