"""A sentence as it is read: its tokens and words, and what is asked of them again for each of its claims."""

from bisect import bisect_right
from collections.abc import Set
from functools import cached_property

from claims.grammar import END, TAG, WORD, tokens_of
from claims.reports import Report, find_reports
from claims.segments import Segments, find_segments
from corpus.spans import Span


class Reading:
    """One sentence of `text`, all of it by default, with its tokens.

    `words` are those of the tokens and `tags` their tags, without order: they tell at once what a sentence
    cannot say.

    >>> reading = Reading("The toll rose to 14.")
    >>> reading.index(17), reading.has_any({"rose", "fell"}), "date" in reading.tags
    (4, True, False)
    """

    def __init__(self, text: str, span: Span | None = None) -> None:
        self.text = text
        self.span = span or Span(0, len(text))
        self.sentence = text[self.span.start : self.span.end]
        self.tokens = tokens_of(self.sentence)
        self.words = frozenset(map(WORD, self.tokens))
        self.tags = frozenset(map(TAG, self.tokens))
        self._ends = list(map(END, self.tokens))

    def index(self, position: int) -> int:
        """The token that covers or follows `position` of the text."""
        return bisect_right(self._ends, position - self.span.start)

    def has_any(self, words: Set[str]) -> bool:
        """Whether one of `words` stands in the sentence."""
        return not self.words.isdisjoint(words)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The verbs of saying of the whole sentence."""
        return tuple(find_reports(self.tokens))

    @cached_property
    def segments(self) -> Segments:
        """The clauses of the sentence."""
        return find_segments(self.tokens)
