"""Bounds: the words round a number that make it inexact or one end of an open interval."""

from collections.abc import Mapping
from functools import cache

from claims.amounts import Amount
from claims.lexicon import load_lexicon
from claims.model import Bound
from claims.numbers import HYPHENS
from claims.token_list import Tokens
from claims.words import verb_forms

_LONGEST = 4  # words of the longest form
_PASSIVE = frozenset(["are", "be", "been", "being", "is", "was", "were"])
_TOPIC_REACH = 6  # tokens from a verb to the "over" that tells why
_MONEY_SIGNS = frozenset("$€£¥")


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
    if words == ["over"] and _is_about(tokens, amount, first):
        return False
    if words == ["up", "to"] and tokens.low(first - 1) in _moving():
        return False
    if words == ["some"] and not amount.unit and amount.value == 1:
        return False
    return words != ["ca"] or tokens.word(end) == "."


def _is_about(tokens: Tokens, amount: Amount, over: int) -> bool:
    """Whether "over" at token `over` tells what something is about, or who was beaten: "a row over 300 jobs".

    "Fined $5,000 over 12 deaths" has a number between; "arrested over 300 people" arrested them, and "was
    fined over $5 million" tells how much.
    """
    before = tokens.low(over - 1)
    is_joined = tokens.word(amount.last + 1) in HYPHENS
    if before in _table("topic") or (is_joined and before in _table("topic-joined")):
        return True
    if amount.kind == "measure":
        return False  # "arrested over 300 miles from home"
    for i in range(over - 1, max(-1, over - 1 - _TOPIC_REACH), -1):
        if not tokens.words[i][0].isalnum() and tokens.words[i] not in _MONEY_SIGNS:
            return False
        if tokens.lows[i] in _table("topic-verbs"):
            is_priced = amount.kind == "money" and tokens.lows[i] in _table("topic-priced")
            is_passive = tokens.low(i - 1) in _PASSIVE and not is_priced
            return is_passive or any(tokens.is_number(k) for k in range(i + 1, over))
    return False


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("bounds")[name]["forms"])


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
