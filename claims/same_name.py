"""Whether two names name the same: abbreviations, spellings, short forms, capitals for countries."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from claims.common_words import is_common_word, is_given_name
from claims.lexicon import load_lexicon
from claims.memo import MEMO
from claims.places import Place, canonical_place, fold_name

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’&.]\w+)*")
_DOUBLED = re.compile(r"(.)\1")
_SHORTEST_TYPO = 5  # letters of a name that may be misspelled
_TWO_ERRORS = 8  # letters from which on two letters may be wrong
_ACTS_AS_STATE = frozenset({"country", "nationality", "capital", "seat"})


@lru_cache(maxsize=MEMO)
def same_name(one: str, other: str) -> bool:
    """Whether `one` and `other` name the same bearer, as far as names alone can tell.

    A capital or a seat of government is its country's, an abbreviation its full name's, a family name that of
    whoever bears it, a spelling its transliterations'. Never across different digits.

    >>> same_name("U.N.", "United Nations"), same_name("Moscow", "Russia"), same_name("Kiev", "Kyiv")
    (True, True, True)
    >>> same_name("Iran", "Iraq"), same_name("S-300", "S-400"), same_name("the company", "the company's")
    (False, False, False)
    """
    if not one[:1].strip() or not _is_name(one) or not _is_name(other):
        return False
    places = canonical_place(one), canonical_place(other)
    if places[0] and places[1]:
        return _same_place(places[0], places[1])
    first, second = _words(one), _words(other)
    if first == second:
        return True
    if _digits(one) != _digits(other):
        return False
    if is_initials(one, other) or is_initials(other, one) or _same_acronym(one, other):
        return True
    if any(places):
        return len(first) == len(second) == 1 and is_misspelling(first[0], second[0])
    return _same_words(first, second)


def is_initials(short: str, full: str) -> bool:
    """Whether `short` is made of the first letters of `full`, its small words counted or not.

    >>> is_initials("IISS", "International Institute of Strategic Studies")
    True
    """
    letters = short.replace(".", "").rstrip("s")
    words = _WORD.findall(full.replace("-", " "))
    if len(letters) < 3 or not letters.isupper() or len(words) < 3:
        return len(letters) == 2 == len(words) and letters == "".join(word[0] for word in words)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0] for word in words).upper()
    return letters in (capitals, every, every.replace("T", "", 1) if words[0].casefold() == "the" else every)


def is_misspelling(word: str, other: str) -> bool:
    """Whether two long words differ so little that one is likely the other, misspelled or transliterated.

    >>> is_misspelling("Panstir", "Pantsir"), is_misspelling("Qaddafi", "Gaddafi")
    (True, True)
    >>> is_misspelling("Jansen", "Hansen")
    False
    """
    one, two = fold_name(word), fold_name(other)
    if one == two:
        return True
    if min(len(one), len(two)) < _SHORTEST_TYPO or _digits(one) != _digits(two):
        return False
    if is_common_word(one) or is_common_word(two) or (is_given_name(one) and is_given_name(two)):
        return False
    if one[0] != two[0] and not any(
        one[0] in alike and two[0] in alike for alike in _interchanged("initials")
    ):
        return False
    if canonical_place(word.title()) and canonical_place(other.title()):
        return False
    allowed = 2 if min(len(one), len(two)) >= _TWO_ERRORS else 1
    return OSA.distance(_transliterated(one), _transliterated(two), score_cutoff=allowed) <= allowed


@cache
def _interchanged(key: str) -> tuple[str, ...]:
    return tuple(load_lexicon("spelling")["transliteration"][key])


@cache
def _spellings() -> dict[str, str]:
    return dict(load_lexicon("spelling")["british"])


def _transliterated(word: str) -> str:
    for pair in _interchanged("letters"):
        written, read = pair.split("=")
        word = word.replace(written, read)
    return _DOUBLED.sub(r"\1", word)


def _is_name(name: str) -> bool:
    return any(word[0].isupper() or word[0].isdigit() for word in _WORD.findall(name))


def _same_place(one: Place, other: Place) -> bool:
    if one.name == other.name:
        return True
    acts = one.kind in _ACTS_AS_STATE and other.kind in _ACTS_AS_STATE
    return acts and one.country is not None and one.country == other.country


def _words(name: str) -> tuple[str, ...]:
    """The words that tell names apart: no article, title or legal form; places and spellings normalised."""
    lexicon = load_lexicon("names")
    small = {"the", "of", "for", "and", "in", "on"}
    words = []
    for found in _WORD.findall(name):
        bare = re.sub(r"['’]s$", "", found)
        place = canonical_place(bare)
        acting = place.country if place and place.kind in _ACTS_AS_STATE else None
        word = fold_name(acting or (place.name if place else bare))
        if word not in small:
            words.append(_spellings().get(word, word))
    while len(words) > 1 and words[0] in lexicon["titles"]["strong"]:
        words.pop(0)
    while len(words) > 1 and words[-1].rstrip(".") in lexicon["organisations"]["suffixes"]:
        words.pop()
    return tuple(words)


def _digits(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def _same_acronym(one: str, other: str) -> bool:
    known: dict[str, str] = load_lexicon("names")["acronyms"]
    full = known.get(one, one), known.get(other, other)
    return full != (one, other) and _words(full[0]) == _words(full[1])


def _same_words(first: Sequence[str], second: Sequence[str]) -> bool:
    if len(first) > len(second):
        first, second = second, first
    if not first:
        return False
    if len(first) == len(second):
        wrong = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
        initials = [pair for pair in wrong if min(map(len, pair)) == 1 and pair[0][0] == pair[1][0]]
        return len(wrong) == len(initials) or (len(wrong) == 1 and is_misspelling(*wrong[0]))
    if len(first) == 1:
        return _is_short_form(first[0], second)
    return first[0] == second[0] and first[-1] == second[-1] and not is_common_word(first[0])


def _is_short_form(short: str, full: Sequence[str]) -> bool:
    """Whether one word is the family name of a person or the first word of an organisation."""
    if canonical_place(short.title()) or is_given_name(short):
        return False
    if is_common_word(short) and not (len(full) == 2 and is_given_name(full[0])):
        return False
    if short == full[-1] or (len(short) >= _TWO_ERRORS and is_misspelling(short, full[-1])):
        return len(full) <= 3
    return short == full[0] and all(is_common_word(word) for word in full[1:])
