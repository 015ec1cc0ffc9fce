"""Numbers in digits, words and mixtures, with scales, fractions and vague collectives."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import cache, lru_cache
from types import MappingProxyType

from claims.lexicon import load_lexicon
from claims.memo import MEMO
from claims.token_list import Tokens

_MOST_DIGITS = 40  # of a literal; more is no number that a newsroom counts
_MOST_EXPONENT = 30
_MOST_SCALES = 3  # words like "hundred thousand million"
EXACT = Context(prec=60)
ROUND = Context(prec=12)  # of a fraction that has no finite decimal
ONE = Decimal(1)
HYPHENS = frozenset("-‑–")
_SLASHES = frozenset("/⁄∕")
_GROUPERS = dict.fromkeys(map(ord, ", \u00a0\u2007\u2008\u2009\u200a\u202f"))
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789−+")


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
    base: Decimal = ONE
    scale: Decimal = ONE
    words: bool = False
    fraction: bool = False
    short: str = ""


@cache
def number_table(name: str) -> Mapping[str, Decimal]:
    """A table of numbers.toml: casefolded forms and their values."""
    forms = load_lexicon("numbers")[name]["forms"]
    return MappingProxyType({form: Decimal(value) for form, value in forms.items()})


@cache
def intervals(name: str) -> Mapping[str, tuple[Decimal, Decimal]]:
    """A table of vague forms in numbers.toml, with the interval that each leaves open."""
    forms = load_lexicon("numbers")[name]["forms"]
    return MappingProxyType({form: (Decimal(low), Decimal(high)) for form, (low, high) in forms.items()})


@cache
def fraction_signs() -> Mapping[str, Decimal]:
    """Signs like "½" and their values."""
    signs = {}
    for sign, written in load_lexicon("numbers")["fraction-signs"]["forms"].items():
        above, below = written.split("/")
        signs[sign] = ROUND.divide(Decimal(above), Decimal(below))
    return MappingProxyType(signs)


@lru_cache(maxsize=MEMO)
def parse_literal(written: str) -> Decimal | None:
    """Value of a number in ASCII digits, or None if `written` is none or is too long to be one.

    >>> parse_literal("1,234.5"), parse_literal("12 000"), parse_literal("1.2.3")
    (Decimal('1234.5'), Decimal('12000'), None)
    """
    plain = written.translate(_GROUPERS)
    if len(plain) > _MOST_DIGITS or plain.count(".") > 1 or not plain.isascii():
        return None
    mantissa, _, exponent = plain.casefold().partition("e")
    if not mantissa.replace(".", "").isdigit() or abs(int(exponent or 0)) > _MOST_EXPONENT:
        return None
    return Decimal(plain)


def read_digits(tokens: Tokens, i: int, money: bool) -> Number | None:
    """The number in digits at token `i`, or None; `money` lets letters be short scales."""
    value = parse_literal(tokens.words[i])
    if value is None:
        return None
    last, fraction = i, False
    part = _slash_fraction(tokens, i)
    if part is not None:
        value, last, fraction = part, i + 2, True
    elif tokens.word(i + 1) in fraction_signs():
        value, last = value + fraction_signs()[tokens.words[i + 1]], i + 1
    elif (
        tokens.is_number(i + 1)
        and value == int(value)
        and (part := _slash_fraction(tokens, i + 1)) is not None
    ):
        value, last = value + part, i + 3
    power = _power_of_ten(tokens, last + 1)
    if power is not None and abs(power[0]) <= _MOST_EXPONENT:
        value, last = value.scaleb(power[0]), power[1]
    if is_written_on(tokens, last + 1):
        return None
    return read_scales(tokens, Number(i, last, value, base=value, fraction=fraction), money)


def _power_of_ten(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The exponent of "×10−8" or "x 10^6" at token `i`, and the last token."""
    if tokens.word(i) not in ("×", "x") or tokens.word(i + 1) != "10":
        return None
    i += 2
    if tokens.word(i) == "^":
        i += 1
    sign = tokens.word(i).translate(_RAISED)
    if sign in ("-", "−", "+"):
        i += 1
    digits = tokens.word(i).translate(_RAISED)
    if not (tokens.is_glued(i) and digits.isdecimal() and len(digits) <= 3):
        return None
    return -int(digits) if sign in ("-", "−") else int(digits), i


def is_written_on(tokens: Tokens, i: int) -> bool:
    """Whether token `i` goes on the digits before it, so that they are not the number.

    A raised digit is a power or the mark of a note ("10²"), and who knows which; digits of another script,
    numerals and "^" leave open what is meant.
    """
    return tokens.is_glued(i) and (tokens.words[i][0].isnumeric() or tokens.words[i][0] in "^⁻⁺")


def _slash_fraction(tokens: Tokens, i: int) -> Decimal | None:
    """The value of a fraction like "3/4" at token `i`, or None: "9/11" and "24/7" are none."""
    sign = tokens.word(i + 1)
    if sign not in _SLASHES or not (
        tokens.is_glued(i + 1) and tokens.is_glued(i + 2) and tokens.is_number(i + 2)
    ):
        return None
    above, below = tokens.words[i], tokens.words[i + 2]
    if not (above.isdigit() and below.isdigit()) or len(above) > 2 or len(below) > 3:
        return None
    if not 0 < int(above) < int(below) or (
        sign == "/" and int(below) not in (2, 3, 4, 5, 8, 16, 32) and tokens.low(i + 3) != "of"
    ):
        return None
    if tokens.word(i + 3) in _SLASHES or (tokens.is_glued(i + 3) and tokens.words[i + 3][0].isalnum()):
        return None
    return ROUND.divide(Decimal(above), Decimal(below))


def read_scales(tokens: Tokens, number: Number, money: bool) -> Number:
    """`number` with the scales after it: "4" of "4 hundred million", "2.4" of "2.4bn"."""
    short = _short_scale(tokens, number.last + 1, money)
    if short is not None:
        number = scaled_by(number, short, number.last + 1)
        number.short = tokens.words[number.last]
        return number
    if tokens.low(number.last + 1) in ("dozen", "dozens") and number.base < 1000:
        return scaled_by(number, number_table("groups")[tokens.lows[number.last + 1]], number.last + 1)
    for _ in range(_MOST_SCALES):
        step = scale_at(tokens, number.last + 1)
        if step is None:
            break
        number = scaled_by(number, *step)
    return number


def scaled_by(number: Number, scale: Decimal, last: int) -> Number:
    """`number` times `scale`, which is written up to token `last`."""
    value = number.value and EXACT.multiply(number.value, scale)
    return replace(
        number, value=number.value if value is None else value, scale=number.scale * scale, last=last
    )


def scale_at(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """The scale word at token `i`, a hyphen before it allowed, and its token."""
    if tokens.word(i) in HYPHENS and tokens.is_glued(i) and tokens.is_glued(i + 1):
        i += 1
    scale = number_table("scales").get(tokens.low(i))
    if scale is not None and tokens.low(i + 1) == "crore":
        return scale * number_table("scales")["crore"], i + 1
    return None if scale is None else (scale, i)


def scale_word(low: str) -> Decimal | None:
    """The power of ten that a casefolded word is, or None."""
    return number_table("scales").get(low)


def _short_scale(tokens: Tokens, i: int, money: bool) -> Decimal | None:
    low = tokens.low(i)
    scale = number_table("short-scales").get(low)
    if scale is None or (
        tokens.is_glued(i + 1) and tokens.words[i + 1][0].isalnum() and not tokens.is_raised(i + 1)
    ):
        return None
    glued = tokens.is_glued(i)
    if len(low) == 1:
        allowed = glued and (money or (low != "t" and tokens.words[i] != "b"))
    elif low in ("mm", "cr"):
        allowed = money or tokens.words[i] == "MM"
    else:
        allowed = True
    return scale if allowed else None
