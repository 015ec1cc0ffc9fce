"""Characters that make readers see another text than the one that is read."""

import re
from collections.abc import Iterator
from itertools import islice

# Zero-width and soft hyphens, marks and embeddings of direction, variation selectors, tags: harmless between
# letters, and needed by some scripts, but not inside a number.
_UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
)
_HIDDEN = re.compile(
    # What makes a terminal overwrite or restyle, and what shows digits in another order.
    "[\b\x1b\x9b\u202d\u202e]"
    rf"|(?<=\d)(?:[.,]?[{_UNSEEN}]{{1,20}}[.,]?)(?=\d)"
    # Digits of two scripts in one number, and the alphabets of mathematics, which look like ordinary digits.
    r"|(?<=[0-9])(?![0-9])\d|(?<=\d)(?<![0-9])[0-9]"
    "|[\U0001d7ce-\U0001d7ff]"
)
# One of these must be there; either is searched for much faster than the rest.
_SUSPICIOUS = re.compile(f"[\b\x1b\x9b{_UNSEEN}]"), re.compile(r"[^\D0-9]")
_ASCII = ("\b", "\x1b")  # those of them that plain ASCII has
_NAMED = 3  # characters that a warning names; more would be no line to read


def hidden_spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans of `text` that show another number than they hold, in order.

    >>> list(hidden_spans("1\\u200b2 people, \\u202e21\\u202c dead, \\ufeff12 co\\xadop"))
    [(1, 2), (12, 13)]
    """
    if text.isascii() and not any(sign in text for sign in _ASCII):
        return
    if any(sign.search(text) for sign in _SUSPICIOUS):
        for found in _HIDDEN.finditer(text):
            yield found.span()


def hidden_warning(text: str) -> str | None:
    """What to say of the hidden characters of `text`; None where there are none.

    >>> hidden_warning("Rain\\n\\x1b[31m31 meters")
    'has characters that can show another number: U+001B in line 2; their sentences are not read'
    """
    places = dict.fromkeys(
        f"U+{ord(_telling(text[start:end])):04X} in line {text.count(chr(10), 0, start) + 1}"
        for start, end in islice(hidden_spans(text), _NAMED)
    )
    if not places:
        return None
    named = ", ".join(places)
    return f"has characters that can show another number: {named}; their sentences are not read"


def _telling(hidden: str) -> str:
    """The character that is named: not the point beside it."""
    return hidden.strip(".,")[0]
