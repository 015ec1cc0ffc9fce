"""Whether a capitalised word is the name of a month: "in May", but not "May said" or "March on"."""

import re

from claims.lexicon import load_lexicon
from claims.timex.context import Context
from claims.timex.meaning import month_number
from claims.timex.phrases import Phrase
from claims.timex.plausible import PREVIOUS, is_sentence_start, next_word, words_beside

_NAMED_MAY = re.compile(r"(?<=[a-z.]) May\b(?! [0-9])")
_AMBIGUOUS = frozenset({"march", "august", "april", "june"})
_DASHES = frozenset("-–—‐‑")


def is_month(phrase: Phrase, context: Context) -> bool:
    """Whether the bare month name of a phrase is a month."""
    text = context.text
    word = phrase.word("month").rstrip(".")
    if _is_unlikely_short(phrase, word) or _beside_no_day(phrase):
        return False
    before, after = _word_before(phrase), text[phrase.end : phrase.end + 2].strip()
    if before in words_beside("strict-month-before") or (before == "of" and _part_before(phrase)):
        return True
    if word == "may":
        return _is_may(phrase, before, context)
    if next_word(phrase, text) in words_beside("said") or (not before and _follows_name(phrase, text)):
        return False
    if word == "march" and not (
        before in ("of", "by") or next_word(phrase, text) not in words_beside("march-not-after")
    ):
        return False
    if word in _AMBIGUOUS and after[:1].isupper() and before in ("", "the", "and", "or", ","):
        return False
    return (
        word == "march"
        or word not in _AMBIGUOUS
        or before in words_beside("month-before")
        or _has_noun(phrase, text)
    )


def _is_may(phrase: Phrase, before: str, context: Context) -> bool:
    """Whether "May" is the month, where no preposition of time says so: "by May", "May sales"."""
    text = context.text
    if context.may_is_named is None:
        context.may_is_named = _names_may(text)
    if context.may_is_named:
        return before in words_beside("may-before") and _beside_month(phrase)
    if _has_noun(phrase, text):
        return True
    if before == "for":
        previous = PREVIOUS.search(text, max(0, phrase.start - 30), phrase.start - 4)
        return previous is not None and previous[1].casefold() in words_beside("month-nouns")
    if before == "by":
        previous = PREVIOUS.search(text, max(0, phrase.start - 30), phrase.start - 3)
        maker = previous[1].casefold() if previous else ""
        is_made = maker.endswith("ed") or maker in words_beside("made-by")
        return not is_made and not text[phrase.end : phrase.end + 2].startswith(("'", "’"))
    return before in words_beside("may-before") and _beside_month(phrase)


def _names_may(text: str) -> bool:
    """Whether a text speaks of somebody of that name: "Theresa May", "Mrs. May"."""
    for match in _NAMED_MAY.finditer(text):
        name = text[max(0, match.start() - 20) : match.start()].split()[-1:]
        if name and name[0][0].isupper() and name[0].casefold() not in words_beside("month-before"):
            return True
    return False


def _has_noun(phrase: Phrase, text: str) -> bool:
    return next_word(phrase, text) in words_beside("month-nouns")


def _is_unlikely_short(phrase: Phrase, word: str) -> bool:
    """Whether an abbreviation stands without its full stop, and without a word that a month follows."""
    is_short = len(word) <= 4 and word not in ("may", "june", "july")
    return (
        is_short
        and not phrase["month"].word.endswith(".")
        and phrase.before not in words_beside("month-before")
    )


def _word_before(phrase: Phrase) -> str:
    """The word before, over a dash ("mid-May"), if nothing but a space parts them; else ""."""
    at = phrase.first - 1
    if at >= 1 and phrase.run[at].word in _DASHES and phrase.run[at - 1].end == phrase.run[at].start:
        at -= 1
    near = at >= 0 and phrase.run[at].end >= phrase.start - 2
    return phrase.run[at].word if near else ""


def _part_before(phrase: Phrase) -> bool:
    """Whether "of" follows a part: "the end of May"."""
    return phrase.first >= 2 and phrase.run[phrase.first - 2].word in load_lexicon("time_words")["parts"]


def _follows_name(phrase: Phrase, text: str) -> bool:
    previous = PREVIOUS.search(text, max(0, phrase.start - 40), phrase.start)
    if previous is None or previous[2] != " " or not previous[1][0].isupper():
        return False
    return not is_sentence_start(text, previous.start(1))


def _beside_no_day(phrase: Phrase) -> bool:
    """Whether the number beside the month is a day that it has not: "30 February", "May 35"."""
    beside = (phrase.before, phrase.after)
    return any(word.isdigit() and len(word) <= 2 and 29 <= int(word) < 40 for word in beside)


def _beside_month(phrase: Phrase) -> bool:
    near = [*phrase.run[max(0, phrase.first - 4) : phrase.first], *phrase.run[phrase.last : phrase.last + 4]]
    return any(month_number(token.word) for token in near)
