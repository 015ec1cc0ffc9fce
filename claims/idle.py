"""Numbers that count nothing though they are no names: pronouns, ordinals, list numbers, addresses."""

from decimal import Decimal

from claims.guards import is_clock, is_date, is_name, is_year, words
from claims.number_words import number_words
from claims.numbers import Number
from claims.token_list import Tokens
from claims.units import Unit
from claims.wordclass import word_class

_DEEP_TIME = 10**6  # of a unit: "66 million years ago" dates no event of a calendar, it is an amount


def counts_nothing(tokens: Tokens, number: Number, unit: Unit | None) -> bool:
    """Whether `number` is a name, a time, a list's number, an address, an ordinal or a pronoun."""
    if is_name(tokens, number, unit is not None):
        return True
    if is_clock(tokens, number):
        return True
    if unit is not None and unit.kind == "time" and tokens.low(unit.last + 1) == "ago":
        return number.value is None or number.value < _DEEP_TIME  # a date, which another finder reads
    if unit is None and is_date(tokens, number):
        return True
    if (
        unit is not None
        and unit.kind == "time"
        and is_year(tokens, number.first)
        and number.last == number.first
    ):
        return True
    if unit is None and not number.words and tokens.low(number.first - 1) == "per":
        return True  # "48 per 100,000"
    if unit is None and (_is_list_number(tokens, number) or _is_address(tokens, number)):
        return True
    if tokens.low(number.first - 1) == "past" and tokens.low(number.first - 2) in ("half", "quarter"):
        return True
    if number.fraction:
        return _is_no_share(tokens, number, unit)
    if number.words:
        return _is_idle_word(tokens, number, unit)
    return False


def _is_list_number(tokens: Tokens, number: Number) -> bool:
    if number.words or number.first > 1:
        return False
    opening = number.first == 0 or tokens.words[0] in "(["
    return (
        opening
        and tokens.word(number.last + 1) in (".", ")", "]")
        and not (number.last + 2 >= len(tokens) and number.value and number.value > 99)
    )


def _is_address(tokens: Tokens, number: Number) -> bool:
    if number.words or number.value is None or number.last > number.first:
        return False
    i = number.last + 1
    for _ in range(4):
        if not tokens.is_capitalised(i):
            return False
        if i > number.last + 1 and tokens.lows[i] in words("street"):
            return not tokens.is_title_case or tokens.kind(i - 1) == "noun"
        i += 1
    return False


def _is_no_share(tokens: Tokens, number: Number, unit: Unit | None) -> bool:
    """Whether a fraction word is an ordinal or part of a name here: "a third man", "the first half"."""
    low = tokens.lows[number.last]
    if not number.words:
        return False
    if low == "half" and tokens.low(number.first - 1) == "and" and number.first < number.last:
        return True  # "a point and a half"
    if low == "half" and number.value == Decimal("0.5") and number.first == number.last:
        if tokens.low(number.first - 1) in words("not-before-half"):
            return True
        return unit is None and tokens.low(number.last + 1) not in words("after-half")
    if unit is not None:
        return (
            low not in ("half", "quarter") and not low.endswith("s") and tokens.low(number.last + 1) != "of"
        )
    if low.endswith(("s", "ves")) and low not in ("quarters",):
        return False
    if low == "half":
        return False
    following = tokens.low(number.last + 1)
    if following != "of" and tokens.low(number.first - 1) in words("scoring"):
        return low != "quarter"  # "Reddy added a third in stoppage time"
    return following not in words("after-share")


def _is_idle_word(tokens: Tokens, number: Number, unit: Unit | None) -> bool:
    """Whether a number word counts nothing: the pronoun "one", "zero tolerance"."""
    if number.value == 1 and number.first == number.last:
        return _is_pronoun_one(tokens, number.first, unit)
    if number.value == 0:
        return unit is None and tokens.kind(number.last + 1) != "plural"
    return unit is None and number.first == number.last and _says_which(tokens, number.first)


def _says_which(tokens: Tokens, i: int) -> bool:
    """Whether a number word tells one of a row: "day two of the strike", "a category three storm"."""
    label = tokens.low(i - 1)
    if label not in words("spelled-label") or tokens.low(i - 2) in words("not-before-label"):
        return False
    return label not in words("label-plural-noun-allowed") or tokens.kind(i + 1) != "plural"


def _is_pronoun_one(tokens: Tokens, i: int, unit: Unit | None) -> bool:
    before, after = tokens.low(i - 1), tokens.low(i + 1)
    is_share = after == "in" and tokens.low(i + 2) in number_words() and tokens.kind(i + 3) == "plural"
    if (
        before in words("not-before-one")
        and not is_share  # "found that one in eight parents"
        and unit is None
        and not (before == "only" and after in ("in", "out"))
    ):
        return True
    if after == "in" or (after == "out" and tokens.low(i + 2) == "of"):
        return not (
            tokens.is_number(i + 2 + (after == "out"))
            or tokens.low(i + 2 + (after == "out")) in (number_words() | {"every"})
        )
    if after == "of":
        return _is_praise(tokens, i + 2)
    if unit is not None:
        return after == "day"
    if after in words("not-after-one") or not tokens.is_word(i + 1):
        return True
    return tokens.kind(i + 1) not in ("noun", "adjective", "gerund", "past", "participle")


def _is_praise(tokens: Tokens, i: int) -> bool:
    """Whether what follows "one of" is no counted whole: "one of the best", "one of many reasons"."""
    if tokens.low(i) not in words("whole"):
        return not tokens.low(i).endswith("'s") and not tokens.is_number(i)
    for k in range(i + 1, i + 4):
        low = tokens.low(k)
        if low in words("superlative") or (low.endswith("est") and word_class(low) == "adjective"):
            return True
    return False
