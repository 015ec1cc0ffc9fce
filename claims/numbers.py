"""Numbers in digits, words and mixtures, with scales, fractions and vague collectives."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import cache
from types import MappingProxyType

from claims.lexicon import load_lexicon
from claims.token_list import Tokens

_MOST_DIGITS = 40  # of a literal; more is no number that a newsroom counts
_MOST_EXPONENT = 30
_EXACT = Context(prec=60)
_ROUND = Context(prec=12)  # of a fraction that has no finite decimal
_ONE = Decimal(1)
_HYPHENS = frozenset("-‑–")


@dataclass(slots=True)
class Number:
    """A number read from tokens `first` to `last` (inclusive).

    `value` is None for a vague collective, which has `low` and `high`. `base` is the value before its
    `scale` ("6" of "6 million"), `words` tells a number written out, `fraction` a part of a whole, and
    `short` the letters of a short scale ("m" of "75m"), which may be a unit instead.
    """

    first: int
    last: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    base: Decimal = _ONE
    scale: Decimal = _ONE
    words: bool = False
    fraction: bool = False
    short: str = ""


@cache
def _table(name: str) -> Mapping[str, Decimal]:
    forms = load_lexicon("numbers")[name]["forms"]
    return MappingProxyType({form: Decimal(value) for form, value in forms.items()})


@cache
def _intervals(name: str) -> Mapping[str, tuple[Decimal, Decimal]]:
    forms = load_lexicon("numbers")[name]["forms"]
    return MappingProxyType({form: (Decimal(low), Decimal(high)) for form, (low, high) in forms.items()})


@cache
def _signs() -> Mapping[str, Decimal]:
    signs = {}
    for sign, written in load_lexicon("numbers")["fraction-signs"]["forms"].items():
        above, below = written.split("/")
        signs[sign] = _ROUND.divide(Decimal(above), Decimal(below))
    return MappingProxyType(signs)


@cache
def number_words() -> frozenset[str]:
    """Every word, casefolded, that a number can begin with."""
    names = ("cardinals", "tens", "scales", "groups", "vague")
    words = {word for name in names for word in load_lexicon("numbers")[name]["forms"]}
    return frozenset(
        words | {"half", "tens", "couple", "few", "several"} | _table("fractions").keys() | _signs().keys()
    )


def parse_literal(written: str) -> Decimal | None:
    """Value of a number in ASCII digits, or None if `written` is none or is too long to be one.

    >>> parse_literal("1,234.5"), parse_literal("12 000"), parse_literal("1.2.3")
    (Decimal('1234.5'), Decimal('12000'), None)
    """
    plain = (
        written.replace(",", "")
        .replace(" ", "")
        .replace("\u00a0", "")
        .replace("\u202f", "")
        .replace("\u2009", "")
    )
    if len(plain) > _MOST_DIGITS or plain.count(".") > 1 or not plain.isascii():
        return None
    mantissa, _, exponent = plain.casefold().partition("e")
    if not mantissa.replace(".", "").isdigit() or abs(int(exponent or 0)) > _MOST_EXPONENT:
        return None
    return Decimal(plain)


def read_number(tokens: Tokens, i: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `i`, or None. `money` says that a currency sign stands before it."""
    if tokens.is_number(i):
        number = _read_digits(tokens, i, money)
    elif tokens.words[i] in _signs():
        value = _signs()[tokens.words[i]]
        number = _read_scales(tokens, Number(i, i, value, base=value, fraction=True), money)
    else:
        number = _read_words(tokens, i)
    return number and _with_half(tokens, number)


def _read_digits(tokens: Tokens, i: int, money: bool) -> Number | None:
    value = parse_literal(tokens.words[i])
    if value is None:
        return None
    last, fraction = i, False
    part = _slash_fraction(tokens, i)
    if part is not None:
        value, last, fraction = part, i + 2, True
    elif tokens.word(i + 1) in _signs():
        value, last = value + _signs()[tokens.words[i + 1]], i + 1
    elif (
        tokens.is_number(i + 1)
        and value == int(value)
        and (part := _slash_fraction(tokens, i + 1)) is not None
    ):
        value, last = value + part, i + 3
    return _read_scales(tokens, Number(i, last, value, base=value, fraction=fraction), money)


def _slash_fraction(tokens: Tokens, i: int) -> Decimal | None:
    """The value of a fraction like "3/4" at token `i`, or None: "9/11" and "24/7" are none."""
    if tokens.word(i + 1) != "/" or not (
        tokens.is_glued(i + 1) and tokens.is_glued(i + 2) and tokens.is_number(i + 2)
    ):
        return None
    above, below = tokens.words[i], tokens.words[i + 2]
    if not (above.isdigit() and below.isdigit()) or len(above) > 2 or len(below) > 3:
        return None
    if not 0 < int(above) < int(below) or (
        int(below) not in (2, 3, 4, 5, 8, 16, 32) and tokens.low(i + 3) != "of"
    ):
        return None
    if tokens.word(i + 3) == "/" or (tokens.is_glued(i + 3) and tokens.words[i + 3][0].isalnum()):
        return None
    return _ROUND.divide(Decimal(above), Decimal(below))


def _read_scales(tokens: Tokens, number: Number, money: bool) -> Number:
    """`number` with the scales after it: "4" of "4 hundred million", "2.4" of "2.4bn"."""
    short = _short_scale(tokens, number.last + 1, money)
    if short is not None:
        number = _scaled(number, short, number.last + 1)
        number.short = tokens.words[number.last]
        return number
    if tokens.low(number.last + 1) in ("dozen", "dozens") and number.base < 1000:
        return _scaled(number, _table("groups")[tokens.lows[number.last + 1]], number.last + 1)
    while (step := _scale_at(tokens, number.last + 1)) is not None:
        scale, last = step
        number = _scaled(number, scale, last)
    return number


def _scaled(number: Number, scale: Decimal, last: int) -> Number:
    value = number.value and _EXACT.multiply(number.value, scale)
    return replace(
        number, value=number.value if value is None else value, scale=number.scale * scale, last=last
    )


def _scale_at(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """The scale word at token `i`, a hyphen before it allowed, and its token."""
    if tokens.word(i) in _HYPHENS and tokens.is_glued(i) and tokens.is_glued(i + 1):
        i += 1
    scale = _table("scales").get(tokens.low(i))
    return None if scale is None else (scale, i)


def _short_scale(tokens: Tokens, i: int, money: bool) -> Decimal | None:
    low = tokens.low(i)
    scale = _table("short-scales").get(low)
    if scale is None or (tokens.is_glued(i + 1) and tokens.words[i + 1][0].isalnum()):
        return None
    glued = tokens.is_glued(i)
    if len(low) == 1:
        allowed = glued and (money or (low != "t" and tokens.words[i] != "b"))
    elif low in ("mm", "cr"):
        allowed = money or tokens.words[i] == "MM"
    else:
        allowed = True
    return scale if allowed else None


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
    scaled = _EXACT.multiply(value, number.scale)
    number = replace(number, value=number.value + scaled, base=number.base + value, last=last)
    if number.scale == 1:
        number = _read_scales(tokens, number, money=False)
    return number


def _fraction_words(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """The fraction written out at token `i` ("two-thirds", "a half"), and its last token."""
    above = _ONE if tokens.low(i) in ("a", "an", "one") else _table("cardinals").get(tokens.low(i))
    at = i + 1
    if tokens.word(at) in _HYPHENS and tokens.is_glued(at):
        at += 1
    below = _table("fractions").get(tokens.low(at))
    if above is None or below is None or not above:
        return None
    return _ROUND.divide(above, below), at


def _read_words(tokens: Tokens, i: int) -> Number | None:
    low = tokens.lows[i]
    if low in ("a", "an"):
        return _read_after_article(tokens, i)
    if low == "half":
        return _read_half(tokens, i, i)
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
    scale = _table("groups").get(tokens.lows[i]) or _table("scales")[tokens.lows[i]]
    number = Number(i, i, scale, scale=scale, words=True)
    return _read_scales(tokens, number, money=False)


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
    """ "half a million", "half a dozen", "half of the members", "half-mile"; never "the first half"."""
    half = Number(first, i, Decimal("0.5"), base=Decimal("0.5"), words=True, fraction=True)
    at = i + 1
    if (tokens.word(at) in _HYPHENS and tokens.is_glued(at)) or tokens.low(at) in ("a", "an"):
        at += 1
    scale = _table("scales").get(tokens.low(at)) or _table("groups").get(tokens.low(at))
    if scale is not None:
        return replace(_scaled(half, scale, at), fraction=False)
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
        and tokens.low(last + 3) in _table("scales")
    ):
        return replace(_scaled(number, _table("scales")[tokens.lows[last + 3]], last + 3), fraction=False)
    if (step := _scale_at(tokens, last + 1)) is not None:
        return replace(_scaled(number, *step), fraction=False)
    return number


def _read_vague(tokens: Tokens, i: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred", "a couple of"."""
    low = tokens.lows[i]
    ones = _intervals("vague")
    tens = _intervals("vague-tens").get(low)
    if tens is not None and tokens.low(i + 1) == "of" and tokens.low(i + 2) in _table("scales"):
        scale = _table("scales")[tokens.lows[i + 2]]
        if tokens.lows[i + 2].endswith("s") or tokens.lows[i + 2] in ("hundreds", "thousands"):
            return Number(i, i + 2, None, tens[0] * scale, tens[1] * scale, scale=scale, words=True)
    if tens is not None and tokens.low(i + 1) == "of" and tokens.low(i + 2) in ("hundreds", "thousands"):
        scale = Decimal(100 if tokens.lows[i + 2] == "hundreds" else 1000)
        return Number(i, i + 2, None, tens[0] * scale, tens[1] * scale, scale=scale, words=True)
    if low in ones:
        return Number(i, i, None, *ones[low], words=True)
    return _read_vague_multiple(tokens, i)


def _read_vague_multiple(tokens: Tokens, i: int) -> Number | None:
    lexicon = load_lexicon("numbers")["vague-multipliers"]
    for length in (3, 2, 1):
        form = " ".join(tokens.lows[i : i + length])
        interval = _intervals("vague-multipliers").get(form)
        if interval is None:
            continue
        at = i + length
        scale = _table("scales").get(tokens.low(at)) or _table("groups").get(tokens.low(at))
        if scale is not None:
            return Number(i, at, None, interval[0] * scale, interval[1] * scale, scale=scale, words=True)
        if form in lexicon["alone"] and tokens.is_word(at):
            return Number(i, at - 1, None, *interval, words=True)
        return None
    return None


def _below_hundred(tokens: Tokens, i: int) -> Number | None:
    ten = _table("tens").get(tokens.low(i))
    if ten is None:
        unit = _table("cardinals").get(tokens.low(i))
        return None if unit is None else Number(i, i, unit, base=unit, words=True)
    at = i + 1
    if tokens.word(at) in _HYPHENS and tokens.is_glued(at) and tokens.is_glued(at + 1):
        at += 1
    unit = _table("cardinals").get(tokens.low(at))
    if unit is None or not 0 < unit < 10:
        return Number(i, i, ten, base=ten, words=True)
    return Number(i, at, ten + unit, base=ten + unit, words=True)


def _grown(tokens: Tokens, number: Number) -> Number:
    """`number` with the scales and smaller numbers after it: "two hundred and fifty thousand"."""
    total, current, last = Decimal(0), number.value or Decimal(0), number.last
    scale, ceiling = number.scale, Decimal("Infinity")
    pointed = _after_point(tokens, last + 1)
    if pointed is not None:
        current, last = current + pointed[0], pointed[1]
    while True:
        step = _scale_at(tokens, last + 1)
        if step is not None and step[0] < ceiling:
            scale, last = step
            current = _EXACT.multiply(current or _ONE, scale)
            if scale >= 1000:
                total, current, ceiling = total + current, Decimal(0), scale
            continue
        if tokens.low(last + 1) in ("dozen", "dozens") and not total and current < 100:
            return Number(number.first, last + 1, current * 12, base=current, scale=Decimal(12), words=True)
        following = _smaller(tokens, last + 1, scale)
        if following is None:
            break
        current, last, scale = current + (following.value or 0), following.last, _ONE
    value = total + current
    return Number(number.first, last, value, base=value / scale, scale=scale, words=True)


def _smaller(tokens: Tokens, i: int, scale: Decimal) -> Number | None:
    """The number below `scale` that goes on a number ending before token `i`, "and" before it allowed."""
    if scale < 100:
        return None
    has_and = tokens.low(i) in ("and", "&")
    number = _below_hundred(tokens, i + 1 if has_and else i)
    if number is None or not number.value:
        return None
    step = _scale_at(tokens, number.last + 1)
    if step is None:
        fraction = _table("fractions").get(tokens.low(number.last + 1))
        return number if fraction is None else None
    if scale == 100 and step[0] > 100:
        return number
    if step[0] == 100 and scale > 100 and _scale_at(tokens, step[1] + 1) is None and not has_and:
        return Number(number.first, step[1], number.value * 100, words=True)
    return None


def _after_point(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """The decimals spoken from "point" at token `i`, and the last token."""
    if tokens.low(i) != "point":
        return None
    digits, last = "", i
    while len(digits) < 12 and (part := _below_hundred(tokens, last + 1)) is not None:
        digits, last = digits + str(part.value), part.last
    return (Decimal("0." + digits), last) if digits else None
