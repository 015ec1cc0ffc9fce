"""From files to articles."""

from corpus.article import Article

__all__ = ["Article"]
