"""Whether a bare four-digit number is a year, from the words and digits beside it."""

import re

from claims.timex.context import Context
from claims.timex.phrases import Phrase
from claims.timex.plausible import PREVIOUS, next_word_as_written, words_beside

_QUOTES = frozenset("\"'“”‘’")
_STREET = re.compile(r"(?:\s[A-Z][a-z.]+){1,2}")
_DIGITS_BEFORE = re.compile(r"(?:[0-9][-–]|(?<![0-9])(?:[0-9]{1,3}|[0-9]{5,}) )$")


def is_year(phrase: Phrase, context: Context) -> bool:
    """Whether a bare four-digit number is a year.

    A count in the thousands has a unit or a plural noun after it, or an approximator before it; a number
    glued to a name ("Slavic Shield 2019", "Boeing 2707") is part of the name.
    """
    text, start = context.text, phrase.start
    before = phrase.before if phrase.first and phrase.run[phrase.first - 1].end >= start - 2 else ""
    word, after = phrase.run[phrase.first].word, next_word_as_written(text, phrase.end)
    if _is_counted(before, after, text, phrase.end) or is_numbered(text, start):
        return False
    introduced = before in words_beside("year-before")
    if not word.isdigit():
        return introduced
    value = int(word)
    if _is_plural(after) and (value % 50 == 0 or not 1900 <= value <= 2100) and before != "the":
        return False
    if not 1900 <= value <= 2100:
        return introduced and before not in ("the", "for", "to") and _is_of_name(before, text, start)
    if before in ("at", "of", "") and _is_street(text, phrase.end):
        return False
    if introduced:
        return True
    is_quoted = text[start - 1 : start] in _QUOTES and text[phrase.end : phrase.end + 1] in _QUOTES
    if is_quoted or _DIGITS_BEFORE.search(text, max(0, start - 12), start) or after == "of":
        return False
    return before != "" or not (_follows_name(text, start) or _is_object(text, start, phrase.end))


def _is_object(text: str, start: int, end: int) -> bool:
    """Whether a number ends what a verb or a noun says: "it seats 2000", "they cost 1950 and more"."""
    previous = PREVIOUS.search(text, max(0, start - 20), start)
    if previous is None or previous[2] not in (" ", "\u00a0") or not previous[1].islower():
        return False
    if previous[1] in words_beside("year-before") or text.startswith(("'s", "’s"), end):
        return False
    return next_word_as_written(text, end) in ("", "and", "or")


def _is_counted(before: str, after: str, text: str, end: int) -> bool:
    """Whether a number counts what follows it, or an approximator comes before it."""
    if before == "around" and text[end : end + 1] in (",", "."):
        return False
    return before in words_beside("not-year-before") or after.casefold() in words_beside("counted-after")


def is_numbered(text: str, start: int) -> bool:
    """Whether the word before takes a number as name: "room 1812", "resolution 1973"."""
    previous = PREVIOUS.search(text, max(0, start - 20), start)
    if previous is None or previous[2].strip(" .") != "":
        return False
    return previous[1].casefold() in words_beside("numbered-before")


def _is_plural(word: str) -> bool:
    return word[:1].islower() and word.endswith("s") and not word.endswith(("ss", "us", "is", "as"))


def _is_street(text: str, end: int) -> bool:
    """Whether a street's name follows: "1984 Elm Street"."""
    street = _STREET.match(text, end)
    return street is not None and street[0].split()[-1].casefold().rstrip(".") in words_beside("street")


def _follows_name(text: str, start: int) -> bool:
    """Whether a capitalised word comes directly before: "Slavic Shield 2019"."""
    previous = PREVIOUS.search(text, max(0, start - 40), start)
    return previous is not None and previous[2] in (" ", "-", "\u00a0") and previous[1][:1].isupper()


def _is_of_name(before: str, text: str, start: int) -> bool:
    """Whether "of", if it comes before, follows a name: "the Act of 1832", not "a total of 1832"."""
    if before != "of":
        return True
    name = re.search(r"([^\W\d_]+)\s+of\s+$", text[max(0, start - 30) : start])
    return name is not None and name[1][0].isupper()
