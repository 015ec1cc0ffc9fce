"""From files to articles."""

from corpus.article import Article
from corpus.errors import ReadProblem, ReadWarning
from corpus.read import load_articles, read_corpus

__all__ = ["Article", "ReadProblem", "ReadWarning", "load_articles", "read_corpus"]
