"""Tokens: the words and marks of a stretch of text, with where they stand."""

import re
from functools import lru_cache
from itertools import islice
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
        return bare_word(self.text)

    @property
    def low(self) -> str:
        """The word as lexicons list it."""
        return low_word(self.text)

    @property
    def is_word(self) -> bool:
        """Whether this is a word or number rather than a mark."""
        return self.text[0].isalnum() or self.text[0] == "_"

    @property
    def is_possessive(self) -> bool:
        """Whether the word ends in "'s"."""
        return self.text.endswith(_POSSESSIVES)


@lru_cache(maxsize=1 << 12)
def bare_word(word: str) -> str:
    """`word` without a possessive "'s"."""
    return word[:-2] if word.endswith(_POSSESSIVES) else word


@lru_cache(maxsize=1 << 12)
def low_word(word: str) -> str:
    """`word` as lexicons list it: casefolded, without a possessive, with straight apostrophes."""
    return bare_word(word).casefold().replace("’", "'")


def find_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and marks of `text[start:end]`, in order; hyphens and apostrophes inside a word are its own.

    >>> [token.text for token in find_tokens("The U.S.-led drill cost $2.5m, Serbia’s army said.")]
    ['The', 'U.S.', '-', 'led', 'drill', 'cost', '$', '2.5m', ',', 'Serbia’s', 'army', 'said', '.']
    """
    tokens = []
    for word in _TOKEN.findall(text, start, len(text) if end is None else end):
        start = text.index(word, start)
        tokens.append(Token(start, start + len(word), word))
        start += len(word)
    return tokens


def first_tokens(text: str, start: int, end: int, count: int) -> list[Token]:
    """The first `count` of the tokens of `text[start:end]`."""
    found = islice(_TOKEN.finditer(text, start, end), count)
    return [Token(*piece.span(), piece[0]) for piece in found]
