"""Ranges, shares and lists: what two neighbouring amounts are together."""

from decimal import Context, Decimal

from claims.amounts import Amount
from claims.change import is_changing, is_ranging
from claims.guards import words
from claims.numbers import HYPHENS
from claims.token_list import Tokens
from claims.wordclass import FINITE

_HYPHENS = HYPHENS | {"—"}
_BEFORE_TO = frozenset({"as", "close", "near", "up"})  # words with which "to" is a bound
_MODALS = frozenset({"could", "may", "might", "should", "will", "would"})
_CENT = Decimal("0.01")
_STEP = 2  # times: "up by $3 million to $12 million" tells a step and what it led to
_ROUND = Context(prec=12)
_WICKETS = range(11)  # of an innings
_SCALE_NEAR = 10  # times that two levels of one thing lie apart at most, where they share a scale


def join_amounts(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """`amounts` with ranges ("6-8 million"), shares ("one in four") and compounds ("5 ft 2 in") joined."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined:
            before = joined[-1]
            one = (
                _compound(tokens, before, amount)
                or _share(tokens, before, amount)
                or _range(tokens, before, amount)
                or _former_range(tokens, joined, amount)
            )
            if one is not None:
                joined[-1] = one
                continue
            _lend(tokens, before, amount)
        joined.append(amount)
    return joined


def _between(tokens: Tokens, left: Amount, right: Amount) -> list[str]:
    return tokens.lows[left.last + 1 : right.first]


_PARTS = {
    ("foot", "inch"): Decimal(1) / 12,
    ("stone", "pound"): Decimal(1) / 14,
    ("pound", "ounce"): Decimal(1) / 16,
}


def _compound(tokens: Tokens, left: Amount, right: Amount) -> Amount | None:
    """ "5 ft 2 in", "3 dollars 50 cents" as one amount in the larger unit."""
    gap = _between(tokens, left, right)
    if left.value is None or right.value is None or gap not in ([], ["and"], [","], ["-"]):
        return None
    part = _PARTS.get((left.unit, right.unit))
    if (
        left.unit == "foot"
        and not right.unit
        and not gap
        and right.value < 12
        and not _has_noun(tokens, right)
    ):
        part = _PARTS["foot", "inch"]
    if left.kind == "money" and left.factor == 1 and right.factor == _CENT and right.number.base < 100:
        part = None if gap in ([","], ["-"]) else Decimal(1)
    if left.kind == "money" and left.factor == 1 and _is_spoken_cents(tokens, right, gap):
        part = _CENT
    if part is None:
        return None
    left.value = left.value + _ROUND.multiply(right.value, part)
    left.last = right.last
    return left


def _is_spoken_cents(tokens: Tokens, right: Amount, gap: list[str]) -> bool:
    """Whether a bare number is the cents of the price before it: "15 dollars 50", "15 dollars and 50."."""
    if right.unit or gap not in ([], ["and"]) or not 10 <= (right.value or 0) < 100:
        return False
    return not tokens.is_word(right.last + 1) and tokens.word(right.last + 1) not in ("%", "-")


def _share(tokens: Tokens, left: Amount, right: Amount) -> Amount | None:
    """ "one in four", "nine out of 10" as a fraction."""
    gap = [word for word in _between(tokens, left, right) if word not in _HYPHENS]
    if gap not in (["in"], ["out", "of"], ["in", "every"], ["out", "of", "every"]):
        return None
    if (
        left.unit
        or right.unit
        or left.value is None
        or right.value is None
        or not 0 < left.value < right.value
    ):
        return None
    if left.number.fraction or left.value > 999 or (gap == ["in"] and left.number.scale > 1):
        return None
    if (
        gap == ["in"]
        and left.number.words != right.number.words
        and right.value not in (10, 100, 1000, 20, 50)
    ):
        return None
    left.value, left.last = _ROUND.divide(left.value, right.value), right.last
    left.number.fraction = left.share = True
    left.number.words = left.number.words or right.number.words
    return left


def _range(tokens: Tokens, left: Amount, right: Amount) -> Amount | None:
    gap = _between(tokens, left, right)
    if left.value is None or right.value is None or not _may_share(left, right):
        return None
    rises = left.value < right.value or _scales(left, right)
    opening = tokens.low(left.first - 1)
    if opening == "between" and gap in (["and"], ["to"], ["-"], ["–"], ["and", "between"]):
        return _ranged(left, right, left.first - 1)
    if gap in (["to"], ["through"], ["-", "to"], ["to", "-"], ["-", "to", "-"]):
        return _to_range(tokens, left, right, rises)
    if len(gap) == 1 and gap[0] in _HYPHENS:
        if _is_score(tokens, left, right) or _is_bowling(tokens, left, right):
            return None
        return _ranged(left, right, left.first) if rises else None
    if gap in (["or"], ["-", "or"], ["to", "perhaps"]) and not left.unit and _is_next(left, right):
        return _ranged(left, right, left.first)
    return None


def _former_range(tokens: Tokens, joined: list[Amount], right: Amount) -> Amount | None:
    """The range that another one came from: "between $7.2bn and $7.4bn from $7.3bn to $7.5bn"."""
    if len(joined) < 2 or joined[-2].bound != "between" or joined[-2].last + 2 != joined[-1].first:
        return None
    left = joined[-1]
    if tokens.low(left.first - 1) != "from" or _between(tokens, left, right) != ["to"]:
        return None
    is_rising = left.value is not None and right.value is not None and left.value < right.value
    is_lent = (
        not right.unit and right.number.scale == left.number.scale > 1
    )  # "from 365 million to 380 million"
    return _ranged(left, right, left.first) if is_rising and (is_lent or _may_share(left, right)) else None


def _is_next(left: Amount, right: Amount) -> bool:
    return (
        0 < right.number.base - left.number.base <= 2
        and left.number.base < 100
        and left.number.scale in (1, right.number.scale)
    )


def _may_share(left: Amount, right: Amount) -> bool:
    """Whether both can be ends of one range: one unit, or one of them without."""
    if left.number.fraction != right.number.fraction:
        return False
    if left.unit and right.unit:
        return left.unit == right.unit
    if left.age and not right.number.fraction:
        return True
    return not left.unit or left.money_first or left.kind == "percent"


def _scales(left: Amount, right: Amount) -> bool:
    """Whether the scale of `right` holds for `left` too: "6-8 million", not "$200 to $4 million"."""
    return left.number.scale == 1 and right.number.scale > 1 and left.number.base < right.number.base


def _is_within_a_step(left: Amount, right: Amount) -> bool:
    return left.value is not None and right.value is not None and right.value <= _STEP * left.value


def _to_range(tokens: Tokens, left: Amount, right: Amount, rises: bool) -> Amount | None:
    before = tokens.low(left.first - 1)
    if before in ("from", "anywhere from"):
        if not is_ranging(tokens, left.first - 1):
            return None
        return _ranged(left, right, left.first)
    if left.unit and not right.unit and not left.age:
        return None
    is_change = left.unit and is_changing(tokens, left.first)
    if is_change and (before != "by" or not _is_within_a_step(left, right)):
        return _ranged(left, right, left.first) if rises and _is_level(tokens, left) else None
    if not right.unit and is_changing(tokens, left.first):
        return None
    if not rises or _is_score(tokens, left, right):
        return None
    return _ranged(left, right, left.first)


def _is_level(tokens: Tokens, left: Amount) -> bool:
    """Whether a change leads to a range: "cut it to $2 billion to $3 billion", "will grow 2% to 4%"."""
    before, leading = tokens.low(left.first - 1), tokens.low(left.first - 2)
    if before == "to":
        return leading not in _BEFORE_TO
    return left.kind == "percent" and (leading == "to" or leading in _MODALS)


def _is_score(tokens: Tokens, left: Amount, right: Amount) -> bool:
    """Whether "2-3" are two sides: the words round it tell a match or a vote."""
    if left.unit or right.unit or left.number.scale > 1 or right.number.scale > 1:
        return False
    if left.value != int(left.value or 0) or right.value != int(right.value or 0):
        return False
    near = tokens.lows[max(0, left.first - 6) : left.first] + tokens.lows[right.last + 1 : right.last + 3]
    return not words("score").isdisjoint(near)


def _is_bowling(tokens: Tokens, left: Amount, right: Amount) -> bool:
    """Whether "3-88" are a bowler's wickets and the runs they cost: words of cricket and nothing counted."""
    is_bare = not left.unit and not right.unit and right.number.scale == 1 and not _has_noun(tokens, right)
    if not is_bare or left.value not in _WICKETS or tokens.low(right.last + 1) == "of":
        return False
    near = tokens.lows[max(0, left.first - 4) : left.first] + tokens.lows[right.last + 1 : right.last + 6]
    return not words("bowling").isdisjoint(near)


def _ranged(left: Amount, right: Amount, first: int) -> Amount:
    low, high = left.value or Decimal(0), right.value or Decimal(0)
    if _scales(left, right):
        low = low * right.number.scale
    if right.factor != 1 and left.factor == 1 and not left.unit:
        low = low * right.factor
    if low > high:
        low, high = high, low
    right.first, right.bound, right.value = min(first, left.first), "between", None
    right.low, right.high = low, high
    right.unit, right.kind = right.unit or left.unit, right.kind or left.kind
    right.money_first = left.money_first or right.money_first
    return right


def _lend(tokens: Tokens, left: Amount, right: Amount) -> None:
    """Gives a bare number the unit of its neighbour: "45 and 50 mg", "7- or 8-inch"."""
    gap = [word for word in _between(tokens, left, right) if word not in _HYPHENS]
    _lend_scale(tokens, left, right)
    is_subject = (
        "," in gap and tokens.kind(right.last + 1) in FINITE
    )  # "a £150 rebate, and 2 million will get"
    is_counted = is_subject or _has_noun(tokens, right)
    is_large = right.number.scale >= 1_000_000 and not right.unit and not is_counted
    if left.kind == "money" and left.factor == 1 and is_large:
        _take_unit(right, left)
    elif (
        left.age
        and not right.unit
        and gap in ([","], ["and"], ["or"], [",", "and"])
        and not _has_noun(tokens, right)
    ):
        _take_unit(right, left)
        right.age = True
    elif left.unit and not right.unit and left.kind != "time":
        if (
            gap in (["to"], ["from"])
            and is_changing(tokens, left.first)
            and not _has_noun(tokens, right)
            and left.kind != "percent"
        ):
            _take_unit(right, left)
        return
    if left.unit or not right.unit or right.money_first or left.value is None or left.number.fraction:
        return
    if gap in (["and"], ["or"], [","], [",", "and"], ["to"], ["x"], ["×"], ["by"]):
        _take_unit(left, right)


def _lend_scale(tokens: Tokens, left: Amount, right: Amount) -> None:
    """Gives a bare number the scale of what it changed to: "rose from 3.9 to 4.3 billion euros"."""
    gap = _between(tokens, left, right)
    bare, scaled = (right, left) if gap == ["from"] else (left, right)
    is_change = gap == ["from"] or (gap == ["to"] and tokens.low(left.first - 1) == "from")
    if not is_change or not is_changing(tokens, left.first) or bare.number.scale != 1 or bare.value is None:
        return
    low, high = sorted((bare.number.base, scaled.number.base))
    if (
        scaled.number.scale > 1
        and high < low * _SCALE_NEAR
        and bare.unit in ("", scaled.unit)
        and not _has_noun(tokens, bare)
    ):
        bare.value = bare.value * scaled.number.scale


def _take_unit(to: Amount, of: Amount) -> None:
    to.unit, to.kind, to.factor = of.unit, of.kind, of.factor
    if to.value is not None:
        to.value = to.value * of.factor


def _has_noun(tokens: Tokens, amount: Amount) -> bool:
    i = amount.last + 1
    return tokens.kind(i) in ("noun", "plural", "adjective")
