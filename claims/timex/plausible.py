"""Whether a number is a year, and what the words beside a phrase make of it."""

import re
from functools import cache

from claims.lexicon import load_lexicon
from claims.timex.context import Context
from claims.timex.phrases import Phrase

_NEXT = re.compile(r"[ \n\u00a0]([^\W\d_]+)")
PREVIOUS = re.compile(r"([^\W\d_]+)([^\w]*)$")
_QUOTES = frozenset("\"'“”‘’")
_STREET = re.compile(r"(?:\s[A-Z][a-z.]+){1,2}")


@cache
def words_beside(name: str) -> frozenset[str]:
    """The words of one list of the lexicon that tells dates from what looks like them."""
    return frozenset(load_lexicon("time_words")["beside"][name])


def counted_words() -> frozenset[str]:
    """Nouns and units that make a number before them a count."""
    return words_beside("counted-after")


def is_year(phrase: Phrase, context: Context) -> bool:
    """Whether a bare four-digit number is a year.

    A count in the thousands has a unit or a plural noun after it, or an approximator before it; a number
    glued to a name ("Slavic Shield 2019", "Boeing 2707") is part of the name.
    """
    text, start = context.text, phrase.start
    before = phrase.before if phrase.first and phrase.run[phrase.first - 1].end >= start - 2 else ""
    word, after = phrase.run[phrase.first].word, _next_word(text, phrase.end)
    if _is_counted(before, after, text, phrase.end) or _is_numbered(text, start):
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
    return not is_quoted and (before != "" or not _follows_name(text, start))


def _is_counted(before: str, after: str, text: str, end: int) -> bool:
    """Whether a number counts what follows it, or an approximator comes before it."""
    if before == "around" and text[end : end + 1] in (",", "."):
        return False
    return before in words_beside("not-year-before") or after.casefold() in words_beside("counted-after")


def _is_numbered(text: str, start: int) -> bool:
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


def is_sentence_start(text: str, at: int) -> bool:
    """Whether a sentence or a line begins at a place of the text."""
    before = text[max(0, at - 4) : at].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:\n"


def starts_sentence(phrase: Phrase, text: str) -> bool:
    """Whether a phrase begins a sentence: "Monday is a holiday"."""
    return is_sentence_start(text, phrase.start)


def next_word(phrase: Phrase, text: str) -> str:
    """The casefolded word directly after a phrase, "" if there is none."""
    return _next_word(text, phrase.end).casefold()


def _next_word(text: str, end: int) -> str:
    following = _NEXT.match(text, end)
    return following[1] if following else ""


def is_age(phrase: Phrase, text: str) -> bool:
    """Whether a duration is an age: "61-year-old", "45 years old"."""
    return re.match(r"[-\s]olds?\b", text[phrase.end : phrase.end + 5]) is not None


def is_speed(phrase: Phrase, text: str) -> bool:
    """Whether a distance comes before the phrase: "60 miles an hour", "12 metres per second"."""
    previous = PREVIOUS.search(text, max(0, phrase.start - 15), phrase.start)
    return previous is not None and previous[1].casefold() in words_beside("distance")


def follows_percent(phrase: Phrase, text: str) -> bool:
    """Whether "more than" compares the amount before it: "4 percent more than two years ago"."""
    words = text[max(0, phrase.start - 25) : phrase.start].split()
    last = words[-1].casefold() if words else ""
    return last in words_beside("percent") or last[-1:] == "%" or last[-1:].isdigit()


def follows_scale(phrase: Phrase, text: str) -> bool:
    """Whether the units are counted by a word before that is no number here: "66 million years"."""
    previous = PREVIOUS.search(text, max(0, phrase.start - 15), phrase.start)
    return previous is not None and previous[1].casefold() in words_beside("scale")


def follows_verb(phrase: Phrase, text: str) -> bool:
    """Whether the word before makes the phrase's first word a verb: "will last three weeks"."""
    previous = PREVIOUS.search(text, max(0, phrase.start - 12), phrase.start)
    return bool(previous) and previous[1].casefold() in words_beside("verb-before")  # type: ignore[index]


def is_adverb(phrase: Phrase, text: str) -> bool:
    """Whether a word such as "quarterly" says how often: no noun follows it."""
    following = re.match(r"\s*([^\W\d_]+|[^\w\s])?", text[phrase.end : phrase.end + 20])
    after = following[1] if following else None
    return after in (None, ".") or after in words_beside("adverb-after")


def is_in_name(phrase: Phrase, text: str) -> bool:
    """Whether a duration is part of a name: "the Six-Day War", "the Hundred Years' War"."""
    following = re.match(r"['’]?\s+([A-Z])[a-z]", text[phrase.end : phrase.end + 6])
    number = phrase.get("number")
    start = number.start if number else phrase.start
    unit = text[phrase.run[phrase.last - 1].start]
    return following is not None and start > 0 and text[start].isupper() and unit.isupper()
