"""Tokens: the words and marks of a stretch of text, with where they stand."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-'’.&]\w+)*|[^\w\s]")
_POSSESSIVES = ("'s", "’s", "'S", "’S")


class Token(NamedTuple):
    """One word or mark of a text in code points, `end` exclusive."""

    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        """The word without a possessive "'s"."""
        return self.text[:-2] if self.text.endswith(_POSSESSIVES) else self.text

    @property
    def low(self) -> str:
        """The word as lexicons list it: casefolded, without a possessive, with straight apostrophes."""
        return self.bare.casefold().replace("’", "'")

    @property
    def is_word(self) -> bool:
        """Whether this is a word or number rather than a mark."""
        return self.text[0].isalnum() or self.text[0] == "_"

    @property
    def is_possessive(self) -> bool:
        """Whether the word ends in "'s"."""
        return self.text.endswith(_POSSESSIVES)


def find_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and marks of `text[start:end]`, in order; hyphens and apostrophes inside a word are its own.

    >>> [token.text for token in find_tokens("The U.S.-led drill cost $2.5m, Serbia’s army said.")]
    ['The', 'U.S.', '-', 'led', 'drill', 'cost', '$', '2.5m', ',', 'Serbia’s', 'army', 'said', '.']
    """
    limit = len(text) if end is None else end
    return [Token(found.start(), found.end(), found[0]) for found in _TOKEN.finditer(text, start, limit)]
