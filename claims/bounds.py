"""Bounds: the words round a number that make it inexact or one end of an open interval."""

from collections.abc import Mapping
from functools import cache

from claims.amounts import Amount
from claims.lexicon import load_lexicon
from claims.model import Bound
from claims.token_list import Tokens
from claims.words import verb_forms

_LONGEST = 4  # words of the longest form


@cache
def _before() -> Mapping[str, Bound]:
    lexicon = load_lexicon("bounds")
    names = ("about", "at_least", "at_most", "less_than", "more_than")
    return {form: name for name in names for form in lexicon[name]["forms"]}  # type: ignore[misc]


@cache
def _before_ends() -> frozenset[str]:
    return frozenset(form.rpartition(" ")[2] for form in _before())


@cache
def _after() -> Mapping[str, Bound]:
    lexicon = load_lexicon("bounds")
    names: dict[str, Bound] = {
        "about-after": "about",
        "at_least-after": "at_least",
        "at_most-after": "at_most",
    }
    return {form: bound for name, bound in names.items() for form in lexicon[name]["forms"]}


@cache
def _after_begins() -> frozenset[str]:
    return frozenset(form.partition(" ")[0] for form in _after())


@cache
def _moving() -> frozenset[str]:
    """Forms of verbs after which "up to" tells where something goes, and no bound."""
    return frozenset(
        form for base in load_lexicon("bounds")["no-up-to"]["forms"] for form in verb_forms(base)
    )


def bound_before(tokens: Tokens, amount: Amount, floor: int) -> tuple[Bound, int] | None:
    """The bound that the words before `amount` give it, and their first token."""
    end = amount.first
    if tokens.word(end - 1) in ("-", "‑") or (tokens.word(end - 1) == "." and tokens.word(end - 2) == "ca"):
        end -= 1
    if end <= floor or tokens.lows[end - 1] not in _before_ends():
        return None
    for length in range(min(_LONGEST, end - floor), 0, -1):
        bound = _before().get(" ".join(tokens.lows[end - length : end]))
        if bound is not None and _bounds(tokens, amount, end - length, end):
            return bound, end - length
    return None


def _bounds(tokens: Tokens, amount: Amount, first: int, end: int) -> bool:
    words = tokens.lows[first:end]
    if words == ["over"] and amount.kind == "time":
        return tokens.low(first - 1) in load_lexicon("bounds")["time-over"]["forms"]
    if words == ["up", "to"] and tokens.low(first - 1) in _moving():
        return False
    if words == ["some"] and not amount.unit and amount.value == 1:
        return False
    return words != ["ca"] or tokens.word(end) == "."


def bound_after(tokens: Tokens, amount: Amount) -> tuple[Bound, int] | None:
    """The bound that the words after `amount` give it, and their last token."""
    i = amount.last + 1
    if tokens.word(i) in ("-", "‑") and tokens.is_glued(i):
        i += 1
    if tokens.low(i) not in _after_begins():
        return None
    for length in (3, 2, 1):
        bound = _after().get(" ".join(tokens.lows[i : i + length]))
        if bound is not None and not _adds(tokens, i):
            return bound, i + length - 1
    return None


def _adds(tokens: Tokens, i: int) -> bool:
    """Whether "plus" or "+" at token `i` adds what follows: "300 + 5", "3+5", "300 plus tax"."""
    if tokens.lows[i] not in ("plus", "+"):
        return False
    return not tokens.is_glued(i) or (tokens.is_glued(i + 1) and tokens.is_number(i + 1))
