"""Tokens of a sentence with their closed word classes: the light syntax that events are read with."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from claims.lexicon import load_lexicon

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’.][^\W\d_]+)*(?:[-]\d+)?|[^\w\s]|_")
_CLITIC = re.compile(r"(?:'|’)(?:s|re|ve|ll|d)?$")
_HYPHENS = "-‐‑"
_DASHES = "–—―"
_STOPS = frozenset(';:()[]“”"!?…' + _DASHES)
_MINOR = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "with",
    }
)


class Token(NamedTuple):
    """One word, number or mark of a sentence; `start` and `end` are code points of the sentence.

    `word` is the casefolded form, `tag` its closed class, or "number", "comma", "stop", "hyphen", "mark",
    "name" (a capital inside a sentence that is not written in capitals) or "word".
    """

    start: int
    end: int
    word: str
    tag: str


@cache
def _closed_classes() -> dict[str, str]:
    return {form: tag for tag, table in load_lexicon("grammar").items() for form in table["forms"]}


@cache
def forms_of(tag: str) -> frozenset[str]:
    """The forms of one closed word class of the lexicon."""
    return frozenset(load_lexicon("grammar")[tag]["forms"])


@lru_cache(maxsize=64)
def tokens_of(sentence: str) -> tuple[Token, ...]:
    """The tokens of one sentence, in order; a hyphened or dotted word is one, "4.4-magnitude" is three.

    >>> [(token.word, token.tag) for token in tokens_of("Police didn't say: 12 died.")][:4]
    [('police', 'word'), ("didn't", 'negator'), ('say', 'report'), (':', 'stop')]
    """
    pieces = _TOKEN.findall(sentence)
    shouted = is_title_case(pieces)
    tokens: list[Token] = []
    position = 0
    for piece in pieces:
        position = sentence.index(piece, position)
        end = position + len(piece)
        clitic = _CLITIC.search(piece)
        if clitic and clitic.start() and not piece.casefold().endswith(("n't", "n’t")):
            middle = position + clitic.start()
            tokens.append(_token(sentence, position, middle, bool(tokens) and not shouted))
            tokens.append(Token(middle, end, clitic[0].casefold(), "possessive"))
        else:
            tokens.append(_token(sentence, position, end, bool(tokens) and not shouted))
        position = end
    return tuple(_in_context(tokens))


def is_title_case(pieces: list[str]) -> bool:
    """Whether capitals tell nothing: a headline with a capital on nearly every word, or all in capitals."""
    words = [piece for piece in pieces if piece[0].isalpha() and piece.casefold() not in _MINOR]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _token(sentence: str, start: int, end: int, capitals_tell: bool) -> Token:
    piece = sentence[start:end]
    word = piece.casefold().replace("’", "'")
    if piece[0].isdigit():
        return Token(start, end, word, "number")
    if not piece[0].isalpha():
        return Token(start, end, word, _mark(piece))
    if word.endswith("n't"):
        return Token(start, end, word, "negator")
    tag = _closed_classes().get(word)
    if tag and not (piece == "US" or (piece[0].isupper() and word in ("may", "march"))):
        return Token(start, end, word, tag)
    return Token(start, end, word, "name" if capitals_tell and piece[0].isupper() else "word")


def _mark(piece: str) -> str:
    if piece == ",":
        return "comma"
    if piece in _HYPHENS:
        return "hyphen"
    if piece in _STOPS:
        return "stop"
    return "coordinator" if piece == "&" else "mark"


def _in_context(tokens: list[Token]) -> list[Token]:
    """After a pronoun 's, 're and 'll are verbs; "as well as" joins; the last full stop ends."""
    result = tokens[:]
    if tokens and tokens[-1].word == ".":
        result[-1] = tokens[-1]._replace(tag="stop")
    for index in range(len(tokens) - 2):
        if [token.word for token in tokens[index : index + 3]] == ["as", "well", "as"]:
            result[index : index + 3] = [
                token._replace(tag="coordinator") for token in tokens[index : index + 3]
            ]
    for index, token in enumerate(tokens):
        if token.tag == "possessive" and tokens[index - 1].tag in ("pronoun", "relative"):
            result[index] = token._replace(tag=_closed_classes().get(token.word, "possessive"))
    return result
