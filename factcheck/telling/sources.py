"""Where a claim stands, in words: publisher, day, file and line."""

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from claims.model import Claim
from corpus.article import Article
from corpus.formats import formats
from corpus.source import file_suffixes
from factcheck.telling.terminal import visible

_WITH_LINES = ("text", "markdown")


@dataclass(frozen=True, slots=True)
class Region:
    """Where a claim stands in its file: lines and columns from 1, in code points, `end_column` exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Sources:
    """The articles of a report by id, each with its lines; every text it returns is fit for a terminal."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._starts: dict[str, array[int]] = {}
        self._files = Counter(map(_file_name, self._articles.values()))

    def has_lines(self, doc: str) -> bool:
        """Whether the article's lines are its file's; the text of a page or document has paragraphs."""
        suffixes = file_suffixes(self._articles[doc].path or "")
        return not suffixes or any(suffixes[-1] in formats()[name].SUFFIXES for name in _WITH_LINES)

    def number(self, claim: Claim) -> int:
        """The line, or else the paragraph, that the claim starts in, from 1."""
        return bisect_right(self._lines(claim.doc), claim.start)

    def region(self, claim: Claim) -> Region:
        """The claim's lines and columns; where the file has no lines, those of its paragraphs."""
        starts = self._lines(claim.doc)
        last = max(claim.start, claim.end - 1)
        line, end_line = bisect_right(starts, claim.start), bisect_right(starts, last)
        columns = (claim.start - starts[line - 1] + 1, last - starts[end_line - 1] + 2)
        return Region(line, columns[0], end_line, columns[1])

    def _lines(self, doc: str) -> "array[int]":
        """Where each line, or else each paragraph, starts."""
        starts = self._starts.get(doc)
        if starts is None:
            wanted = r"(?m)^" if self.has_lines(doc) else r"(?m)^[^\n]*\S"
            starts = array("Q", (found.start() for found in re.finditer(wanted, self._articles[doc].text)))
            self._starts[doc] = starts
        return starts

    def path(self, doc: str) -> str:
        """The file's path as the user gave it; the article's id where there is no file."""
        return visible(self._articles[doc].path or doc)

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
