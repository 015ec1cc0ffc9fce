"""Runs of neighbouring words and numbers that may speak of time, each token with the code of its classes."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import accumulate, repeat
from typing import NamedTuple

from claims.lexicon import load_lexicon
from claims.timex.vocabulary import Vocabulary, load_vocabulary, phrase_pattern

_PIECES = re.compile(r"(https?://\S*|www\.\S*|[^\W\d_]+|(?<![0-9])[0-9]|[^\w\s]|\n)")
_UNKNOWN, _OPEN = " ", "?"  # codes of a token of no class, and of one whose class what follows decides
_STRETCH = re.compile(f"[^{_UNKNOWN}]+")
_WINDOW = 1 << 14  # characters that are cut into tokens at once
_LONGEST_RUN = 500  # tokens; a date has a dozen, and a list of dates longer than that can do with a cut
_WRAPPED = re.compile(r"(?m)^([^\n]{50,109})\n(?=\S)")  # columns of a line that a hard wrap may have ended
_BLOB = re.compile(r"[0-9]\w*(?:[.,:/][0-9]\w*)*")
_NUMBER = re.compile(
    r"""(?:
    (?P<isotime>[0-9]{4}-[0-9]{2}-[0-9]{2}[T\ ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)
  | (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?!-?[0-9])
  | (?P<slashdate>[0-9]{1,4}(?P<separator>[-./])[0-9]{1,2}(?P=separator)(?:[0-9]{4}|[0-9]{2}))(?![-./][0-9])
  | (?P<years>[0-9]{4}[-–—/](?:[0-9]{4}|[0-9]{2}))(?![-–/,.:][0-9])
  | (?P<decade>[0-9]{3}0['’]?s)
  | (?P<decade2>[1-9]0s)
  | (?P<ordinal>[0-9]{1,3}(?:st|nd|rd|th))
  | (?P<clockm>[0-9]{1,2}(?:[:.][0-9]{2})?(?:[ap]m|[ap]\.m\.?|[AP]M|[AP]\.M\.?))
  | (?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?![:-][0-9])
  | (?P<mixed>[0-9]{1,3}(?:\ [1-9]/[2-9]|[½¼¾]|\ and\ a\ half))
  | (?P<comma>[0-9]{1,3}(?:,[0-9]{3})+)(?![.,][0-9])
  | (?P<decimal>[0-9]{1,6}\.[0-9]{1,6})(?![.,][0-9])
  | (?P<whole>[0-9]{1,9})(?![.,:/][0-9])
    )(?!\w|\s?%|°)""",
    re.VERBOSE,
)
_AMPM = re.compile(r"[ap](?:\.\ ?m\b\.?|m\b)", re.IGNORECASE)
_DIGITS = frozenset("0123456789")
_BEFORE_DECADE = frozenset({"the", "early", "late", "mid", "-", "–"})
_BAD_BEFORE = frozenset("$€£¥₹#+=@_/\\")


class Token(NamedTuple):
    """One word, number, mark or fixed phrase of a text, in code points, with the code of its classes."""

    start: int
    end: int
    word: str  # casefolded, with single spaces and straight apostrophes
    code: str


_token = partial(tuple.__new__, Token)  # a third of the time that Token() takes


def unwrapped(text: str) -> str:
    """`text` with a space for each line break that may be a hard wrap's; all places stay the same."""
    return _WRAPPED.sub(r"\1 ", text)


def find_runs(text: str) -> Iterator[list[Token]]:
    """The maximal runs of tokens that have a class, those with a word of time among them."""
    vocabulary = load_vocabulary()
    triggers, alive = vocabulary.triggers, vocabulary.triggers | {_OPEN}
    run: list[Token] = []
    triggered = False
    skip = 0
    for words, places, codes in _coded(text):
        for stretch in _STRETCH.finditer(codes):
            if run and places[2 * stretch.start() - 1] >= skip:  # a word of no class stood between
                if triggered:
                    yield run
                run, triggered = [], False
            if not run and alive.isdisjoint(stretch[0]):
                continue
            for at in range(*stretch.span()):
                start, code = places[2 * at + 1], codes[at]
                if start < skip:
                    continue
                token: Token | None
                if code == _OPEN:
                    token, skip = _read(vocabulary, text, start, run, words[at])
                else:
                    token = _token((start, places[2 * at + 2], words[at].casefold(), code))
                if token:
                    run.append(token)
                    triggered = triggered or token.code in triggers
                if run and (token is None or len(run) == _LONGEST_RUN):
                    if triggered:
                        yield run
                    run, triggered = [], False
    if triggered:
        yield run


def _coded(text: str) -> Iterator[tuple[list[str], list[int], str]]:
    """The tokens of each stretch of text, where these begin and end in turn, and a code for each.

    Every stretch but the first begins with a token of no class, such as a line break, as long as one comes
    at all. The places open with the beginning of the stretch.
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start + _WINDOW, start + 2 * _WINDOW)
        stretch = _stretch(text, start, end if end >= 0 else start + 2 * _WINDOW)
        last = stretch[2].rfind(_UNKNOWN)
        if end >= 0 or len(text) <= start + 2 * _WINDOW or last <= 0:
            yield stretch
            start = stretch[1][-1]
        else:
            words, places, codes = stretch
            yield words[:last], places[: 2 * last + 1], codes[:last]
            start = places[2 * last + 1]


def _stretch(text: str, start: int, end: int) -> tuple[list[str], list[int], str]:
    pieces = _PIECES.split(text[start:end])  # every other one is a token
    words = pieces[1::2]
    places = list(accumulate(map(len, pieces), initial=start))
    return words, places, "".join(map(_known().get, words, repeat(_UNKNOWN)))


@cache
def _known() -> Mapping[str, str]:
    """The code of all that a token can begin with."""
    open_ended = dict.fromkeys([*_openers(), *_DIGITS], _OPEN)
    return {**load_vocabulary().codes, **open_ended}


def _read(
    vocabulary: Vocabulary, text: str, start: int, run: list[Token], word: str
) -> tuple[Token | None, int]:
    """The token that a digit or a word that may open a phrase begins, and where to read on."""
    if word in _DIGITS:
        token, skip = _number(vocabulary, text, start, run)
    else:
        token, skip = _opened(vocabulary, text, start, word), start
    return token, max(skip, token.end) if token else skip


@cache
def _openers() -> frozenset[str]:
    """Words that may open a phrase of several words, or be followed by the stop of an abbreviation."""
    vocabulary = load_vocabulary()
    short = {form for form in vocabulary.codes if form.casefold() in vocabulary.abbreviations}
    numbers = {form for form in vocabulary.codes if form.casefold() in _number_words()}
    return frozenset({*vocabulary.phrases, *short, *numbers, "a", "p", "A", "P", "am", "pm", "AM", "PM"})


@cache
def _number_words() -> frozenset[str]:
    return frozenset(load_lexicon("time_words")["numbers"])


@cache
def _spelled_number() -> re.Pattern[str]:
    numbers: dict[str, int] = load_lexicon("time_words")["numbers"]
    words = {word: value for word, value in numbers.items() if word.isalpha()}
    tens = "|".join(word for word, value in words.items() if value >= 20)
    ones = "|".join(word for word, value in words.items() if 1 <= value <= 9)
    teens = "|".join(word for word, value in words.items() if 10 <= value < 20)
    below_100 = rf"(?:(?:{tens})(?:[-\s](?:{ones}))?|{teens}|{ones})"
    return re.compile(
        rf"(?P<year>(?:nineteen|twenty|eighteen)[-\s](?:hundred|(?:{tens})(?:[-\s](?:{ones}))?|{teens})"
        rf"|two\sthousand(?:\s(?:and\s)?{below_100})?)(?![-\w])"
        rf"|(?P<number>zero|{below_100}(?:\shundred|\sdozen|\sand\sa\shalf|\s1/2)?)(?!\w)",
        re.IGNORECASE,
    )


def _opened(vocabulary: Vocabulary, text: str, start: int, word: str) -> Token | None:
    """The longest token that begins with a word that may open a phrase."""
    phrase = phrase_pattern(word).match(text, start) if word in vocabulary.phrases else None
    if phrase:
        normal = " ".join(phrase[0].split()).replace("’", "'").casefold()
        return Token(start, phrase.end(), normal, vocabulary.phrase_codes[normal])
    if word[0] in "apAP":
        clock = _AMPM.match(text, start)
        if clock and (len(word) > 1 or clock.end() > start + 1):
            return Token(start, clock.end(), clock[0].casefold(), vocabulary.numbers["ampm"])
    folded = word.casefold()
    if folded in _number_words():
        spelled = _spelled_number().match(text, start)
        if spelled and spelled["year"]:
            return Token(start, spelled.end(), spelled[0].casefold(), vocabulary.numbers["year_word"])
        if spelled and spelled.end() > start + len(word):
            return Token(start, spelled.end(), spelled[0].casefold(), vocabulary.numbers["whole"])
    code = vocabulary.codes.get(word)
    if code is None:
        return None
    end = start + len(word)
    if folded in vocabulary.abbreviations and text[end : end + 1] == ".":
        end += 1
    return Token(start, end, folded, code)


def _number(vocabulary: Vocabulary, text: str, start: int, run: list[Token]) -> tuple[Token | None, int]:
    """The number at `start`, None for a part of a code, a price or a decimal; and where to read on."""
    blob = _BLOB.match(text, start)
    skip = blob.end() if blob else start + 1
    match = _NUMBER.match(text, start)
    if match is None or not _stands_alone(text, start, run):
        return None, skip
    shape = match.lastgroup or "whole"
    if shape == "separator":
        shape = "slashdate"
    word = match[0]
    if shape == "decade" and not word[3:].isalnum() and not (run and run[-1].word in _BEFORE_DECADE):
        return Token(start, start + 4, word[:4], vocabulary.numbers["n4"]), start + 4  # "2010's floods"
    is_cut = shape == "decade2" or (shape == "whole" and len(word) == 2)
    if is_cut and run and run[-1].word in ("'", "’") and run[-1].end == start:
        quote = run.pop()
        shape, word = ("year2", word) if shape == "whole" else (shape, "'" + word)
        return Token(quote.start, match.end(), word, vocabulary.numbers[shape]), match.end()
    return Token(start, match.end(), word.casefold(), vocabulary.numbers[_shape(shape, word)]), match.end()


def _shape(shape: str, word: str) -> str:
    if shape == "whole":
        value = int(word)
        if len(word) == 4 and word[0] == "0":
            return "n0"
        if len(word) == 4 and value < 2200:
            return "n4"
        return "n12" if 1 <= value <= 12 else "n31" if 1 <= value <= 31 else "whole"
    if shape == "ordinal":
        return "dayth" if 1 <= int(word[:-2]) <= 31 else "ordinal"
    if shape == "decimal":
        whole, part = word.split(".")
        return "dotclock" if len(part) == 2 and int(whole) < 24 and int(part) < 60 else "decimal"
    if shape in ("mixed", "comma"):
        return "whole"
    return shape


def _stands_alone(text: str, start: int, run: list[Token]) -> bool:
    """Whether no code, currency sign or decimal point is glued to the number from before."""
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalpha() and run and run[-1].end == start:
        return run[-1].word in ("q", "h", "fy")
    if before in _BAD_BEFORE or before.isalnum():
        return False
    if before in ".,:" and text[start - 2 : start - 1].strip():
        return bool(run) and run[-1].end == start and run[-1].word[-1] != before
    if before in "-–—‐‑":
        if not text[start - 2 : start - 1].strip():
            return before not in "-‐‑" or start < 2
        glued = len(run) > 1 and run[-1].end == start and run[-2].end == run[-1].start
        return glued and run[-2].word not in ("a", "an", "s")
    return True
