"""Forecasts: whether a figure is what somebody thought would come out, rather than what did."""

from collections.abc import Sequence
from functools import cache

from claims.grammar import Token
from claims.lexicon import load_lexicon
from claims.modality import is_likely, status_words
from claims.reading import Reading
from claims.words import verb_forms
from corpus.spans import Span

_CLAUSE = 14  # tokens looked back over for who foretells
_BEHIND = 6  # tokens behind a figure for "that analysts had expected"
_BESIDE = 4  # tokens between a noun like "forecast" and its figure
_LINKS = frozenset({"about", "around", "at", "between", "by", "for", "from", "in", "of", "to"})
_VERB_LISTS = frozenset({"estimating", "expecting", "foretelling", "polling"})


@cache
def _words(key: str) -> frozenset[str]:
    words: list[str] = load_lexicon("status")["forecast"][key]
    if key in _VERB_LISTS:
        return frozenset(form for verb in words for form in verb_forms(verb))
    return frozenset(words)


@cache
def _cues() -> frozenset[str]:
    """The words of which a sentence with a forecast has one."""
    cues = map(_words, ("estimates", "estimating", "expecting", "foretelling", "nouns", "polling"))
    return status_words("doubt", "predicates").union(*cues)


def is_forecast(reading: Reading, mention: Span) -> bool:
    """Whether the figure at `mention` of a sentence was foretold: by analysts, a poll, a target.

    What a firm or a government says that it will do is a plan and no forecast.
    Source: claims/lexicon/status.toml.

    >>> text = "Revenue was $4 billion, against a forecast of $5 billion."
    >>> [is_forecast(Reading(text), Span(at, at + 10)) for at in (12, 46)]
    [False, True]
    """
    if not reading.has_any(_cues()):
        return False
    tokens, first, last = reading.tokens, reading.index(mention.start), reading.index(mention.end - 1)
    return _is_of_noun(tokens, first, last) or _is_foretold(tokens, first) or _is_relative(tokens, last + 1)


def _is_of_noun(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "A forecast of $5 billion", "Wall Street's $5 billion forecast", "the 2 percent target"."""
    index = first - 1
    while index >= max(0, first - _BESIDE) and (
        tokens[index].tag in ("approximator", "determiner") or tokens[index].word in _LINKS
    ):
        index -= 1
    is_linked = index < first - 1 and tokens[index + 1].word in _LINKS
    if is_linked and index >= 0 and _is_figure(tokens, index):
        return True
    figures = _figures()
    near = range(first, min(len(tokens), last + 2))
    return any(tokens[at].word in figures and _is_figure(tokens, at) for at in near)


@cache
def _figures() -> frozenset[str]:
    """The nouns that a foretold figure has."""
    return _words("estimates") | _words("nouns")


@cache
def _tellers() -> frozenset[str]:
    """The words by which a clause says that somebody foretells."""
    return frozenset().union(*map(_words, (*sorted(_VERB_LISTS), "estimators", "people", "polls")))


def _thinkers(verb: str) -> frozenset[str]:
    """Who foretells a figure by a verb that others use of what there is already."""
    if verb in _words("estimating"):
        return _words("estimators")
    return _words("people") if verb in _words("expecting") else frozenset()


def _is_figure(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].word
    if word in _words("estimates"):
        return any(token.word in _words("people") for token in tokens[max(0, index - _BESIDE) : index])
    return word in _words("nouns") and tokens[index].tag != "verb"


def _is_foretold(tokens: Sequence[Token], first: int) -> bool:
    """ "Economists had forecast 6 percent", "is expected to reach 12", "exit polls gave her 40 percent"."""
    verb, tellers = None, _tellers()
    for index in range(first - 1, max(-1, first - 1 - _CLAUSE), -1):
        token = tokens[index]
        if token.tag == "coordinator" and index == first - 1 and _ends_with_number(tokens, index):
            continue
        if token.tag in ("stop", "dash", "subordinator", "coordinator") or token.word == "against":
            break
        if token.word not in tellers:
            continue
        if _foretells(tokens, index):
            return True
        if token.word in _words("polling") or _thinkers(token.word):
            verb = token.word
        if _is_passive(tokens, index):
            return True
        if verb is not None and token.word in _thinkers(verb):
            return True
        if verb in _words("polling") and token.word in _words("polls"):
            return True
    return False


def _ends_with_number(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number, with a word after it, ends there: "40 percent and 65 seats" are one object."""
    return any(token.tag == "number" for token in tokens[max(0, end - 2) : end])


def _foretells(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb of foretelling stands at `index`, and no noun like "the project"."""
    token = tokens[index]
    if token.word not in _words("foretelling") or token.tag == "name":
        return False
    if token.word.endswith(("ed", "ing")):
        return True
    before = index - 1
    while before >= 0 and tokens[before].tag == "adverb":
        before -= 1
    if before >= 0 and tokens[before].tag in ("be", "have", "modal"):
        return True
    near = {token.word for token in tokens[max(0, index - _BESIDE) : index]}
    return not near.isdisjoint(_words("people") | _words("polls"))


def _is_passive(tokens: Sequence[Token], index: int) -> bool:
    """ "Was expected to", "are expected": nobody in the sentence decides it."""
    token = tokens[index]
    return token.word in _words("expecting") and token.word.endswith("ed") and tokens[index - 1].tag == "be"


def _is_relative(tokens: Sequence[Token], after: int) -> bool:
    """ "The $4 billion that analysts had expected", "12 were expected", "a 2 percent cut is likely"."""
    people: set[str] = set()
    tellers = _tellers()
    for index in range(after, min(len(tokens), after + _BEHIND)):
        token = tokens[index]
        if token.tag in ("stop", "dash", "comma", "coordinator"):
            break
        if token.tag == "be" and is_likely(tokens, index + 1):
            return True
        if token.word not in tellers:
            continue
        people.add(token.word)
        if _foretells(tokens, index) or _is_passive(tokens, index):
            return True
        if not people.isdisjoint(_thinkers(token.word)):
            return True
    return False
