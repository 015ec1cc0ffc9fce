"""Direction: whether the words round an amount say that something rose or fell by it."""

from functools import cache

from claims.lexicon import load_lexicon
from claims.model import Change
from claims.token_list import Tokens
from claims.words import verb_forms

_REACH = 6  # tokens looked back over for the verb of a change


@cache
def _verbs() -> dict[str, Change | None]:
    forms: dict[str, Change | None] = {}
    lexicon = load_lexicon("change")
    for table, way in (("moving-verbs", None), ("down-verbs", "down"), ("up-verbs", "up")):
        for base in lexicon[table]["forms"]:
            forms.update(dict.fromkeys(verb_forms(base), way))  # type: ignore[arg-type]
    return forms


@cache
def _words() -> dict[str, Change]:
    lexicon = load_lexicon("change")
    down: dict[str, Change] = dict.fromkeys(lexicon["down-words"]["forms"], "down")
    return down | dict.fromkeys(lexicon["up-words"]["forms"], "up")


@cache
def _range_verbs() -> frozenset[str]:
    return frozenset(load_lexicon("number_names")["range-verb"]["forms"])


def is_ranging(tokens: Tokens, at: int) -> bool:
    """Whether "from" at token `at` opens a range ("prices ranging from $2 to $4") and no change."""
    before = tokens.lows[max(0, at - 3) : at]
    return not _range_verbs().isdisjoint(before)


def is_changing(tokens: Tokens, first: int) -> bool:
    """Whether a verb of change stands shortly before token `first`."""
    return any(
        low in _verbs() or low in _words() or low == "from"
        for low in tokens.lows[max(0, first - _REACH) : first]
    )


def change_of(tokens: Tokens, first: int, last: int) -> Change | None:
    """Which way the amount from `first` to `last` changes something; None for a level."""
    after = tokens.lows[last + 1 : last + 3]
    for low in after[:2]:
        if low in _words():
            return _words()[low]
        if not low.isalpha():
            break
    at = first - 1
    steps = 0
    while at >= 0 and steps < 4:
        low = tokens.lows[at]
        if low in ("to", "at", "from", "of", "with", "for", "in") or not tokens.words[at][0].isalpha():
            return None
        if low in _verbs():
            return _verbs()[low]
        if low in ("up", "down"):
            return (
                "up"
                if low == "up" and steps == 0 and tokens.low(at + 1) != "to"
                else ("down" if low == "down" else None)
            )
        at, steps = at - 1, steps + 1
    return None
