"""Ordinals: ranks that a text gives a thing, "the third quake"."""

import re
from decimal import Decimal
from functools import cache

from claims.amounts import blocked_tokens
from claims.guards import words
from claims.lexicon import load_lexicon
from claims.model import Ordinal
from claims.nouns import phrase_after
from claims.numbers import parse_literal
from claims.sentences import split_sentences
from claims.token_list import Tokens

_CANDIDATE = re.compile(r"(?:st|nd|rd|th|ST|ND|RD|TH)\b")
_LONGEST = 80


@cache
def _units() -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in load_lexicon("ordinals")["units"]["forms"].items()}


@cache
def _forms(table: str) -> frozenset[str]:
    return frozenset(load_lexicon("ordinals")[table]["forms"])


def find_ordinals(text: str) -> list[Ordinal]:
    """Ordinals in `text` that rank a noun, in text order; dates, floors, units and addresses are none.

    >>> [o] = find_ordinals("It was the third quake in a week, said the 72nd brigade.")
    >>> o.text, o.value, o.noun
    ('third quake', Decimal('3'), 'quake')
    """
    found: list[Ordinal] = []
    for start, end in split_sentences(text):
        if _CANDIDATE.search(text, start, end):
            found.extend(_in_sentence(Tokens(text, start, end)))
    return found


def _in_sentence(tokens: Tokens) -> list[Ordinal]:
    found = []
    closed = blocked_tokens(tokens)
    for i in range(len(tokens)):
        read = _rank(tokens, i)
        if read is None or i in closed:
            continue
        value, first, last = read
        ordinal = _ranked(tokens, value, first, last)
        if ordinal is not None:
            found.append(ordinal)
    return found


def _rank(tokens: Tokens, i: int) -> tuple[Decimal, int, int] | None:
    """The rank written at token `i`, and its first and last tokens."""
    low = tokens.lows[i]
    if tokens.is_number(i) and tokens.is_glued(i + 1) and tokens.low(i + 1) in _forms("suffixes"):
        value = parse_literal(tokens.words[i])
        if (
            value is None
            or value != int(value)
            or tokens.is_glued(i)
            or (tokens.is_glued(i + 2) and tokens.words[i + 2][0].isalnum())
        ):
            return None
        return value, i, i + 1
    value = _units().get(low)
    if value is None or (tokens.is_glued(i) and tokens.words[i - 1] not in "(\"'“‘"):
        return None
    return value, i, i


def _ranked(tokens: Tokens, value: Decimal, first: int, last: int) -> Ordinal | None:
    if tokens.is_glued(last + 1) and tokens.words[last + 1] in "-‑–'’":
        return None
    if tokens.low(first - 1) not in _forms("openers") and first > 0:
        return None
    if tokens.low(last + 1) in words("month") or tokens.low(last + 1) == "of":
        return None
    stop = last + 2 if tokens.low(last + 1) in ("time", "times") else None
    phrase = phrase_after(tokens, last + 1, singular=True, stop=stop)
    if phrase is None or any(
        tokens.lows[k] in _forms("not-before") for k in range(phrase.first, phrase.last + 1)
    ):
        return None
    if tokens.is_capitalised(first) and tokens.is_capitalised(phrase.first) and not tokens.is_title_case:
        return None
    if tokens.low(last + 1) in ("later", "ago", "before", "after"):
        return None
    start, end = tokens.starts[first], tokens.ends[phrase.last]
    if end - start > _LONGEST:
        return None
    noun = tokens.text[tokens.starts[phrase.first] : end]
    return Ordinal(start=start, end=end, text=tokens.text[start:end], value=value, noun=noun)
