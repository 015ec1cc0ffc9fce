"""From files to articles."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.errors import ReadProblem, ReadWarning
    from corpus.read import load_articles, read_corpus

__all__ = ["Article", "ReadProblem", "ReadWarning", "load_articles", "read_corpus"]

_HOMES = {
    "Article": "corpus.article",
    "ReadProblem": "corpus.errors",
    "ReadWarning": "corpus.errors",
    "load_articles": "corpus.read",
    "read_corpus": "corpus.read",
}


def __getattr__(name: str) -> Any:
    """Public names are loaded when they are first used: most of the program needs few of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
