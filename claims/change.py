"""Direction: whether the words round an amount say that something rose or fell by it."""

from functools import cache

from claims.amounts import Amount
from claims.lexicon import load_lexicon
from claims.model import Change
from claims.token_list import Tokens
from claims.words import verb_forms

_NEAR = 5  # tokens looked back over for the verb of a change
_REACH = 6  # tokens looked back over for the verb of a change


@cache
def change_verbs() -> dict[str, Change | None]:
    """Forms of the verbs of change, casefolded, with the way that each tells, None for either."""
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
def _between() -> frozenset[str]:
    return frozenset(load_lexicon("measured")["between"]["forms"]) - {"to", "at", "of"} | {
        "by",
        "another",
        "further",
    }


@cache
def _transitive() -> frozenset[str]:
    return frozenset(
        form for base in load_lexicon("change")["transitive"]["forms"] for form in verb_forms(base)
    )


@cache
def _scoring() -> frozenset[str]:
    return frozenset(form for base in load_lexicon("change")["scoring"]["forms"] for form in verb_forms(base))


@cache
def _phrasal(particle: str) -> frozenset[str]:
    """The forms of verbs that make another verb with "up" or "down"."""
    lexicon = load_lexicon("change")
    nouns = {form for noun in lexicon["phrasal-nouns"]["forms"] for form in (noun, f"{noun}s", f"{noun}es")}
    verbs = lexicon[f"phrasal-{particle}"]["forms"]
    return frozenset(form for verb in verbs for form in verb_forms(verb)) - nouns


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
        low in change_verbs() or low in _words() or low == "from"
        for low in tokens.lows[max(0, first - _REACH) : first]
    )


def change_of(tokens: Tokens, amount: Amount) -> Change | None:
    """Which way the amount changes something; None for a level, and where nothing is said."""
    after = tokens.low(amount.last + 1)
    if amount.unit and after in _words() and (amount.kind == "percent" or after not in ("above", "below")):
        return _words()[after]
    if amount.unit and amount.noun_last >= 0 and tokens.lows[amount.noun_last] in _words():
        return _words()[tokens.lows[amount.noun_last]]
    at = _before_by(tokens, amount.first - 1)
    for steps in range(_NEAR):
        low = tokens.low(at - steps)
        if low == "of" and tokens.low(at - steps - 1) in _words():
            return _words()[tokens.low(at - steps - 1)]
        if low in ("up", "down"):
            is_bound = low == "up" and tokens.low(at - steps + 1) == "to"
            return None if is_bound or tokens.low(at - steps - 1) in _phrasal(low) else _words()[low]
        if low in change_verbs():
            return change_verbs()[low] if _is_changed_by(tokens, amount, low, at - steps) else None
        if low not in _between() and not low.endswith("ly"):
            return None
    return None


def _before_by(tokens: Tokens, at: int) -> int:
    """The last token before "by" where it leads to the amount and a verb of change to it, else `at`."""
    if "by" not in tokens.lows[max(0, at - 6) : at + 1]:
        return at
    by = at
    while by > at - 6 and (tokens.low(by) in _between() or tokens.low(by) in ("of", "average", "total")):
        if tokens.low(by) == "by":
            break
        by -= 1
    if tokens.low(by) != "by":
        return at
    for verb in range(by - 1, max(-1, by - 9), -1):
        if tokens.lows[verb] in change_verbs() or tokens.lows[verb] in ("up", "down"):
            return verb
        if not tokens.is_word(verb):
            break
    return at


def _is_changed_by(tokens: Tokens, amount: Amount, low: str, at: int) -> bool:
    """Whether the amount is what something changes by, and no object: "raised $75m" is no rise."""
    if "by" in tokens.lows[at + 1 : amount.first] or amount.kind == "percent":
        return True
    if low in _transitive():
        return False
    return bool(amount.unit) or low not in _scoring()
