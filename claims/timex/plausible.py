"""What the words beside a phrase make of it: an age, a speed, a name, the start of a sentence."""

import re
from functools import cache

from claims.lexicon import load_lexicon
from claims.timex.phrases import Phrase
from claims.wordclass import word_class

_NEXT = re.compile(r"[ \n\u00a0]([^\W\d_]+)")
PREVIOUS = re.compile(r"([^\W\d_]+)([^\w]*)$")


@cache
def words_beside(name: str) -> frozenset[str]:
    """The words of one list of the lexicon that tells dates from what looks like them."""
    return frozenset(load_lexicon("time_words")["beside"][name])


def counted_words() -> frozenset[str]:
    """Nouns and units that make a number before them a count."""
    return words_beside("counted-after")


def is_sentence_start(text: str, at: int) -> bool:
    """Whether a sentence or a line begins at a place of the text."""
    before = text[max(0, at - 4) : at].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:\n"


def starts_sentence(phrase: Phrase, text: str) -> bool:
    """Whether a phrase begins a sentence: "Monday is a holiday"."""
    return is_sentence_start(text, phrase.start)


def next_word(phrase: Phrase, text: str) -> str:
    """The casefolded word directly after a phrase, "" if there is none."""
    return next_word_as_written(text, phrase.end).casefold()


def next_word_as_written(text: str, end: int) -> str:
    """The word directly after a place of the text, "" if there is none."""
    following = _NEXT.match(text, end)
    return following[1] if following else ""


def is_age(phrase: Phrase, text: str) -> bool:
    """Whether a duration is an age: "61-year-old", "45 years old"."""
    return re.match(r"[-\s]olds?\b", text[phrase.end : phrase.end + 5]) is not None


def is_speed(phrase: Phrase, text: str) -> bool:
    """Whether a distance comes before the phrase: "60 miles an hour", "12 metres per second"."""
    previous = PREVIOUS.search(text, max(0, phrase.start - 15), phrase.start)
    return previous is not None and previous[1].casefold() in words_beside("distance")


def compares(phrase: Phrase, text: str) -> bool:
    """Whether "more than" compares the amount before it: "4 percent more than two years ago"."""
    if phrase.word("approx") not in ("more than", "less than"):
        return False
    words = text[max(0, phrase.start - 25) : phrase.start].split()
    last = words[-1].casefold() if words else ""
    is_number = last[-1:].isdigit() or word_class(last or ".") == "number"
    return is_number or last in words_beside("percent") or last[-1:] == "%"


def follows_scale(phrase: Phrase, text: str) -> bool:
    """Whether the units are counted by what is no number here: "66 million years", "66m years"."""
    previous = PREVIOUS.search(text, max(0, phrase.start - 15), phrase.start)
    if previous is None:
        return False
    is_behind_digit = text[previous.start() - 1 : previous.start()].isdigit()
    return is_behind_digit or previous[1].casefold() in words_beside("scale")


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
