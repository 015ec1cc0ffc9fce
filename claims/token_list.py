"""Token lists: the words, numbers and signs of a stretch of text, with their places."""

import re
from functools import cached_property
from itertools import accumulate
from operator import eq
from typing import Literal

from claims.wordclass import WordClass, word_class

# Grouped digits: 1,234,567.8 and Indian 12,34,567; groups parted by no-break, figure, thin or (three groups,
# or two where nothing else can be meant) plain spaces. Raised digits are no letters of the word before them.
_PIECES = re.compile(
    r"([A-Za-z]++(?=[ ,])"  # most words, found sooner
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,9}(?![0-9])(?:\.[0-9]+)?(?!,[0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,9},[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:[\u00a0\u2007-\u200a\u202f][0-9]{3}){1,9}(?![0-9])(?:[.,][0-9]+)?"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3}){1,9}(?![0-9,-])(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)*(?:[eE][+-]?[0-9]{1,3}(?![0-9A-Za-z]))?"
    r"|(?:[^\W\d_]\.){2,}(?!\w)"
    r"|[^\W\d_⁰¹²³⁴-⁹]+(?:['’][^\W\d_⁰¹²³⁴-⁹]+)*"
    r"|[⁰¹²³⁴-⁹]+"
    r"|\S)"
)
DIGITS = frozenset("0123456789")
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


class Tokens:
    """The tokens of `text[start:end]`, as parallel lists.

    `words` are as written, `lows` casefolded with a straight apostrophe; `starts` and `ends` are code
    points of `text`; `glued` tells of each token, and of none after the last, whether it follows the one
    before it without white space.
    """

    __slots__ = ("__dict__", "count", "ends", "glued", "lows", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        pieces = _PIECES.split(text[start:end])  # every other one is a token
        places = list(accumulate(map(len, pieces), initial=start))
        self.words: list[str] = pieces[1::2]
        self.starts = places[1:-1:2]
        self.ends = places[2::2]
        self.lows = list(map(str.casefold, self.words))
        if text.find("’", start, end) >= 0:
            self.lows = [low.replace("’", "'") for low in self.lows]
        self.glued = [False, *map(eq, self.starts[1:], self.ends), False]
        self.count = len(self.words)

    def __len__(self) -> int:
        return self.count

    def word(self, i: int) -> str:
        """Token `i` as written, "" outside the stretch."""
        return self.words[i] if 0 <= i < self.count else ""

    def low(self, i: int) -> str:
        """Token `i` casefolded, "" outside the stretch."""
        return self.lows[i] if 0 <= i < self.count else ""

    def kind(self, i: int) -> WordClass | Literal[""]:
        """The likeliest class of token `i`, "" where it is no word or outside the stretch."""
        return word_class(self.words[i]) if 0 <= i < self.count and self.words[i][0].isalpha() else ""

    def is_glued(self, i: int) -> bool:
        """Whether token `i` follows token `i - 1` without white space."""
        return 0 < i < self.count and self.glued[i]

    def is_number(self, i: int) -> bool:
        """Whether token `i` is written in digits."""
        return 0 <= i < self.count and self.words[i][0] in DIGITS

    def is_raised(self, i: int) -> bool:
        """Whether token `i` is raised digits joined to what is before: a power, or the mark of a note."""
        return self.is_glued(i) and self.words[i][0] in _RAISED

    def is_word(self, i: int) -> bool:
        """Whether token `i` is made of letters."""
        return 0 <= i < self.count and self.words[i][0].isalpha()

    def is_capitalised(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return 0 <= i < self.count and self.words[i][0].isupper()

    @cached_property
    def is_title_case(self) -> bool:
        """Whether the stretch is set like a headline, so that a capital letter tells nothing."""
        letters = list(filter(str.isalpha, [word[0] for word in self.words if len(word) > 3]))
        return len(letters) > 1 and sum(map(str.isupper, letters)) > 0.75 * len(letters)
