"""Where a claim stands, in words: publisher, day, file and line."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from claims.model import Claim
from corpus.article import Article
from corpus.formats import formats
from corpus.source import file_suffixes
from factcheck.terminal import visible

_WITH_LINES = ("text", "markdown")


class Sources:
    """The articles of a report by id, each with its lines; everything it returns is fit for a terminal."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._starts: dict[str, list[int]] = {}
        self._files = Counter(map(_file_name, self._articles.values()))

    def has_lines(self, doc: str) -> bool:
        """Whether the article's lines are its file's; the text of a page or document has paragraphs."""
        suffixes = file_suffixes(self._articles[doc].path or "")
        return not suffixes or any(suffixes[-1] in formats()[name].SUFFIXES for name in _WITH_LINES)

    def number(self, claim: Claim) -> int:
        """The line, or else the paragraph, that the claim starts in, from 1."""
        starts = self._starts.get(claim.doc)
        if starts is None:
            wanted = r"(?m)^" if self.has_lines(claim.doc) else r"(?m)^[^\n]*\S"
            starts = [found.start() for found in re.finditer(wanted, self._articles[claim.doc].text)]
            self._starts[claim.doc] = starts
        return bisect_right(starts, claim.start)

    def file(self, doc: str) -> str:
        """The file's name; the article's id where several articles share a name or there is no file."""
        name = _file_name(self._articles[doc])
        return visible(name if name is not None and self._files[name] == 1 else doc)

    def place(self, claim: Claim) -> str:
        """File and line, as editors and terminals open them: "storm.txt:12"; "storm.docx, paragraph 3"."""
        between = ":" if self.has_lines(claim.doc) else ", paragraph "
        return f"{self.file(claim.doc)}{between}{self.number(claim)}"

    def publisher(self, doc: str) -> str:
        """Publisher, whose text it is if another's, and day, as far as they are known; "" where none is."""
        article = self._articles[doc]
        name = article.publisher or ""
        if article.origin and article.origin != article.publisher:
            name = f"{name} (from {article.origin})".strip()
        day = article.published.isoformat() if article.published else ""
        return ", ".join(filter(None, (visible(name), day)))


def _file_name(article: Article) -> str | None:
    return PurePath(article.path).name if article.path else None
