"""Where a claim stands, in words: publisher, day, file and line."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from claims.model import Claim
from corpus.article import Article
from factcheck.terminal import visible


class Sources:
    """The articles of a report by id, each with its lines; everything it returns is fit for a terminal."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._lines: dict[str, list[int]] = {}
        self._files = Counter(map(_file_name, self._articles.values()))

    def line(self, claim: Claim) -> int:
        """The line of the article's text that the claim starts on, from 1."""
        starts = self._lines.get(claim.doc)
        if starts is None:
            text = self._articles[claim.doc].text
            starts = [0, *(newline.end() for newline in re.finditer("\n", text))]
            self._lines[claim.doc] = starts
        return bisect_right(starts, claim.start)

    def file(self, doc: str) -> str:
        """The file's name; the article's id where several articles share a name or there is no file."""
        name = _file_name(self._articles[doc])
        return visible(name if name is not None and self._files[name] == 1 else doc)

    def place(self, claim: Claim) -> str:
        """File and line, as editors and terminals open them: "storm.txt:12"."""
        return f"{self.file(claim.doc)}:{self.line(claim)}"

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
