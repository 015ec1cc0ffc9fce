"""Ages written without a unit: "Ms Hale, 44, said", "aged 18 to 34"."""

from claims.guards import words
from claims.numbers import Number
from claims.token_list import Tokens

_OLDEST = 120
_SHARED = frozenset({"all", "both", "each"})


def is_age(tokens: Tokens, number: Number, floor: int) -> bool:
    """Whether a bare number is the age of somebody, in years."""
    if number.value is None or not 0 < number.value <= _OLDEST or number.fraction or number.scale != 1:
        return False
    return (
        _is_after_age(tokens, number.first)
        or _is_in_apposition(tokens, number, floor)
        or _is_at_age(tokens, number)
    )


def _is_at_age(tokens: Tokens, number: Number) -> bool:
    """Whether the number is an age that opens a sentence: "At 91, she still runs"."""
    after = number.last + 1
    return (
        number.first == 1
        and tokens.lows[0] == "at"
        and tokens.word(after) == ","
        and (tokens.is_capitalised(after + 1) or tokens.low(after + 1) in ("he", "she", "the", "his", "her"))
    )


def _is_after_age(tokens: Tokens, first: int) -> bool:
    before = [" ".join(tokens.lows[max(0, first - length) : first]) for length in (1, 2)]
    return not words("age").isdisjoint(before)


def _is_in_apposition(tokens: Tokens, number: Number, floor: int) -> bool:
    """Whether the number stands between commas after a name or a person: "Hale, 44, said"."""
    is_shared = tokens.low(number.first - 1) in _SHARED  # "her parents, both 31, died"
    comma = number.first - 1 - is_shared
    if number.words or tokens.word(comma) != "," or number.last != number.first:
        return False
    after = tokens.word(number.last + 1)
    if (
        after not in (",", ".", ";", "”", ")")
        or comma - 1 < floor
        or not tokens.words[number.first].isdigit()
    ):
        return False
    if tokens.is_glued(number.first) or (after == "," and tokens.is_number(number.last + 2)):
        return False
    before = comma - 1
    if not tokens.is_word(before) or tokens.lows[before] in words("month"):
        return False
    is_noun = tokens.kind(before) == "noun" or is_shared or tokens.kind(before - 1) == "determiner"
    return tokens.is_capitalised(before) or is_noun
