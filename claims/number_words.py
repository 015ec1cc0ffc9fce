"""Numbers in words, and `read_number` for those in digits too."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

from claims.lexicon import load_lexicon
from claims.numbers import (
    EXACT,
    HYPHENS,
    ONE,
    ROUND,
    Number,
    fraction_signs,
    intervals,
    number_table,
    read_digits,
    read_scales,
    scale_at,
    scale_word,
    scaled_by,
)
from claims.token_list import Tokens

_MOST_PARTS = 12  # scales and smaller numbers that make up one number in words


@cache
def number_words() -> frozenset[str]:
    """Every word, casefolded, that a number can begin with."""
    names = ("cardinals", "tens", "scales", "groups", "vague")
    words = {word for name in names for word in load_lexicon("numbers")[name]["forms"]}
    return frozenset(
        words
        | {"half", "tens", "couple", "few", "several"}
        | number_table("fractions").keys()
        | fraction_signs().keys()
    )


def read_number(tokens: Tokens, i: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `i`, or None. `money` says that a currency sign stands before it."""
    if tokens.is_number(i):
        number = read_digits(tokens, i, money)
    elif tokens.words[i] in fraction_signs():
        value = fraction_signs()[tokens.words[i]]
        number = read_scales(tokens, Number(i, i, value, base=value, fraction=True), money)
    else:
        number = _read_words(tokens, i)
    return number and _with_half(tokens, number)


def _with_half(tokens: Tokens, number: Number) -> Number:
    """`number` with "and a half" after it, which is half of its scale."""
    after = number.last + 1
    if (
        tokens.low(after) != "and"
        or number.value is None
        or tokens.low(after + 1) not in ("a", "one", "three", "two")
    ):
        return number
    part = _fraction_words(tokens, after + 1)
    if part is None or tokens.low(part[1] + 1) == "of":
        return number
    value, last = part
    scaled = EXACT.multiply(value, number.scale)
    number = replace(number, value=number.value + scaled, base=number.base + value, last=last)
    if number.scale == 1:
        number = read_scales(tokens, number, money=False)
    return number


def _fraction_words(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """The fraction written out at token `i` ("two-thirds", "a half"), and its last token."""
    above = ONE if tokens.low(i) in ("a", "an", "one") else number_table("cardinals").get(tokens.low(i))
    at = i + 1
    if tokens.word(at) in HYPHENS and tokens.is_glued(at):
        at += 1
    below = number_table("fractions").get(tokens.low(at))
    if below is None or not above:
        return None
    return ROUND.divide(above, below), at


def _read_words(tokens: Tokens, i: int) -> Number | None:
    low = tokens.lows[i]
    if low in ("a", "an"):
        return _read_after_article(tokens, i)
    if low == "half":
        return _read_half(tokens, i, i)
    if low == "quarter" and scale_word(tokens.low(i + 1)) is not None:
        quarter = Number(i, i, Decimal("0.25"), base=Decimal("0.25"), words=True)
        return read_scales(tokens, quarter, money=False)
    vague = _read_vague(tokens, i)
    if vague is not None:
        return vague
    fraction = _read_fraction(tokens, i)
    if fraction is not None:
        return fraction
    number = _below_hundred(tokens, i)
    if number is None:
        if low in ("dozen", "hundred", "thousand", "million", "billion", "trillion"):
            return _bare_scale(tokens, i)
        return None
    return _grown(tokens, number)


def _bare_scale(tokens: Tokens, i: int) -> Number | None:
    """A scale word without a number before it: "the dozen countries", "hundred dollars"."""
    if tokens.low(i - 1) in ("the", "these", "those", "per", "of") and tokens.lows[i] != "dozen":
        return None
    if tokens.low(i - 1).endswith("'s") or tokens.word(i - 1)[-1:].isnumeric():
        return None
    scale = number_table("groups").get(tokens.lows[i]) or number_table("scales")[tokens.lows[i]]
    number = Number(i, i, scale, scale=scale, words=True)
    return read_scales(tokens, number, money=False)


def _read_after_article(tokens: Tokens, i: int) -> Number | None:
    low = tokens.low(i + 1)
    if low in ("hundred", "thousand", "million", "billion", "trillion", "dozen", "quadrillion"):
        number = _bare_scale(tokens, i + 1)
        if number is None:
            return None
        number = _grown(tokens, number)
        return replace(number, first=i)
    if low == "half":
        return _read_half(tokens, i, i + 1)
    if low in ("couple", "few"):
        return _read_vague(tokens, i)
    return _read_fraction(tokens, i)


def _read_half(tokens: Tokens, first: int, i: int) -> Number | None:
    """ "half a million", "half of a dozen", "half of the members", "half-mile"; never "the first half"."""
    half = Number(first, i, Decimal("0.5"), base=Decimal("0.5"), words=True, fraction=True)
    at = i + 1 + (tokens.low(i + 1) == "of" and tokens.low(i + 2) in ("a", "an"))
    if (tokens.word(at) in HYPHENS and tokens.is_glued(at)) or tokens.low(at) in ("a", "an"):
        at += 1
    scale = number_table("scales").get(tokens.low(at)) or number_table("groups").get(tokens.low(at))
    if scale is not None:
        return replace(scaled_by(half, scale, at), fraction=False)
    return half


def _read_fraction(tokens: Tokens, i: int) -> Number | None:
    part = _fraction_words(tokens, i)
    if part is None:
        return None
    value, last = part
    number = Number(i, last, value, base=value, words=True, fraction=True)
    if (
        tokens.low(last + 1) == "of"
        and tokens.low(last + 2) == "a"
        and tokens.low(last + 3) in number_table("scales")
    ):
        return replace(
            scaled_by(number, number_table("scales")[tokens.lows[last + 3]], last + 3), fraction=False
        )
    if (step := scale_at(tokens, last + 1)) is not None:
        return replace(scaled_by(number, *step), fraction=False)
    return number


def _read_vague(tokens: Tokens, i: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred", "a couple of"."""
    low = tokens.lows[i]
    ones = intervals("vague")
    tens = intervals("vague-tens").get(low)
    plural = tokens.low(i + 2)
    if tens is not None and tokens.low(i + 1) == "of" and plural.endswith(("s", "crore", "lakh")):
        scale = number_table("scales").get(plural) or number_table("scales").get(plural.removesuffix("s"))
        if scale is not None:
            return Number(i, i + 2, None, tens[0] * scale, tens[1] * scale, scale=scale, words=True)
    if low in ones:
        return Number(i, i, None, *ones[low], words=True)
    return _read_vague_multiple(tokens, i)


def _read_vague_multiple(tokens: Tokens, i: int) -> Number | None:
    lexicon = load_lexicon("numbers")["vague-multipliers"]
    for length in (3, 2, 1):
        form = " ".join(tokens.lows[i : i + length])
        interval = intervals("vague-multipliers").get(form)
        if interval is None:
            continue
        at = i + length
        scale = number_table("scales").get(tokens.low(at)) or number_table("groups").get(tokens.low(at))
        if scale is not None:
            return Number(i, at, None, interval[0] * scale, interval[1] * scale, scale=scale, words=True)
        if form in lexicon["alone"] and tokens.is_word(at):
            return Number(i, at - 1, None, *interval, words=True)
        return None
    return None


def _below_hundred(tokens: Tokens, i: int) -> Number | None:
    ten = number_table("tens").get(tokens.low(i))
    if ten is None:
        unit = number_table("cardinals").get(tokens.low(i))
        return None if unit is None else Number(i, i, unit, words=True)
    at = i + 1
    if tokens.word(at) in HYPHENS and tokens.is_glued(at) and tokens.is_glued(at + 1):
        at += 1
    unit = number_table("cardinals").get(tokens.low(at))
    if unit is None or not 0 < unit < 10:
        return Number(i, i, ten, words=True)
    return Number(i, at, ten + unit, words=True)


def _grown(tokens: Tokens, number: Number) -> Number:
    """`number` with the scales and smaller numbers after it: "two hundred and fifty thousand"."""
    total, current, last = Decimal(0), number.value or Decimal(0), number.last
    scale, ceiling = number.scale, Decimal("Infinity")
    if scale >= 1000:
        total, current, ceiling = current, Decimal(0), scale
    pointed = _after_point(tokens, last + 1)
    if pointed is not None:
        current, last = current + pointed[0], pointed[1]
    for _ in range(_MOST_PARTS):
        step = scale_at(tokens, last + 1)
        if step is not None and step[0] < ceiling and (current or not total):
            scale, last = step
            current = EXACT.multiply(current or ONE, scale)
            if scale >= 1000:
                total, current, ceiling = total + current, Decimal(0), scale
            continue
        if tokens.low(last + 1) in ("dozen", "dozens") and not total:
            return Number(number.first, last + 1, current * 12, base=current, scale=Decimal(12), words=True)
        following = _smaller(tokens, last + 1, scale)
        if following is None:
            break
        current, last, scale = current + (following.value or 0), following.last, ONE
    value = total + current
    if total and current:
        scale = ONE  # of "two thousand three hundred" no part is the scale of the whole
    return Number(number.first, last, value, base=value / scale, scale=scale, words=True)


def _smaller(tokens: Tokens, i: int, scale: Decimal) -> Number | None:
    """The number below `scale` that goes on a number ending before token `i`, "and" before it allowed.

    Of "three hundred and ten thousand" it is the three; the others follow it.
    """
    if scale < 100:
        return None
    has_and = tokens.low(i) in ("and", "&")
    number = _below_hundred(tokens, i + 1 if has_and else i)
    if number is None or not number.value:
        return None
    step = scale_at(tokens, number.last + 1)
    if step is None:
        fraction = number_table("fractions").get(tokens.low(number.last + 1))
        return number if fraction is None else None
    if scale == 100:
        return number if step[0] > 100 else None
    return number if not has_and and _top_scale(tokens, step) < scale else None


def _top_scale(tokens: Tokens, step: tuple[Decimal, int]) -> Decimal:
    """The scale of a group of words from its first scale on: the thousand of "hundred and ten thousand"."""
    scale, last = step
    if scale == 100:
        rest = _smaller(tokens, last + 1, scale)
        beyond = scale_at(tokens, (rest.last if rest else last) + 1)
        return beyond[0] if beyond else scale
    return scale


def _after_point(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """The decimals spoken from "point" at token `i`, and the last token."""
    if tokens.low(i) != "point":
        return None
    digits, last = "", i
    while len(digits) < 12 and (part := _below_hundred(tokens, last + 1)) is not None:
        digits, last = digits + str(part.value), part.last
    return (Decimal("0." + digits), last) if digits else None
