"""Which language a text is in, told by its most frequent words and its script."""

import re
from collections.abc import Mapping
from functools import cache

from corpus.data import load_data

ENGLISH = "en"
UNKNOWN = "und"  # ISO 639-2: undetermined

_LETTERS_NEEDED = 200
_LOOKED_AT = 20_000  # characters: of a long text its beginning is enough
_BEYOND_LATIN = re.compile("[^\0-\u024f]")  # as "all from U+0250 on" it takes 5 ms to compile
_WORD = re.compile(r"[^\W\d_]{2,40}")

# Shares of all words that are among a language's 60 most frequent ones. English news has 0.3 to 0.5; a
# table of English names and numbers next to none, but then few of its words are written small.
_ENGLISH_SURELY = 0.15
_OTHER_AT_LEAST = 0.15
_OTHER_AHEAD = 1.5
_ENGLISH_HARDLY = 0.06
_PROSE = 0.6


def language_of(text: str) -> str | None:
    """The ISO 639 code of the language that `text` is in; None where fewer than 200 letters tell it.

    "und" stands for a language that is not English but none of those in corpus/languages.toml.
    A text in doubt, such as a table of results or a page in two languages, counts as English.

    >>> language_of("In der Nacht ist der Fluss um zwei Meter gestiegen, und das Ufer steht leer. " * 4)
    'de'
    """
    text = text[:_LOOKED_AT]
    letters = sum(map(str.isalpha, text))
    if letters < _LETTERS_NEEDED:
        return None
    words = _WORD.findall(text)
    shares = _shares(words)
    english = shares[ENGLISH]
    other = max(shares, key=lambda code: (shares[code] if code != ENGLISH else -1.0, code))
    if 2 * sum(map(str.isalpha, _BEYOND_LATIN.findall(text))) > letters:
        return other if shares[other] >= _OTHER_AT_LEAST else UNKNOWN
    if english >= _ENGLISH_SURELY and shares[other] <= english * _OTHER_AHEAD:
        return ENGLISH
    if shares[other] >= _OTHER_AT_LEAST and shares[other] > english * _OTHER_AHEAD:
        return other
    is_prose = sum(map(str.islower, words)) >= _PROSE * len(words)
    return UNKNOWN if is_prose and english < _ENGLISH_HARDLY else ENGLISH


def language_name(code: str) -> str:
    """The English name of the language with that code.

    >>> language_name("de"), language_name("und")
    ('German', 'another language')
    """
    named = load_data("languages").get(code)
    return str(named["name"]) if named else "another language"


def _shares(words: list[str]) -> dict[str, float]:
    frequent = _frequent_words()
    counts = dict.fromkeys(load_data("languages"), 0)
    for word in words:
        for code in frequent.get(word.casefold(), ()):
            counts[code] += 1
    return {code: count / max(len(words), 1) for code, count in counts.items()}


@cache
def _frequent_words() -> Mapping[str, tuple[str, ...]]:
    """Every frequent word with the languages in which it is one."""
    languages: dict[str, tuple[str, ...]] = {}
    for code, table in load_data("languages").items():
        for word in table["words"].split():
            languages[word] = (*languages.get(word, ()), code)
    return languages
