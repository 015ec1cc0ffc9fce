"""Products: "six jets at $30 million each, for a total of $200 million"."""

import re
from collections.abc import Iterator
from functools import cache

from claims.model import Claim
from factcheck.arithmetic.passages import Miscount, Passage, Reach, reach_of, told, value_of, words
from factcheck.words.phrases import number_words

_AT = re.compile(
    r"(?:\s+[\w’'-]+){0,4}?\s*,?\s*(?:(?:at|for|of|with|worth|costing|got|get|receive|received|paid)\s+)?(?:about\s+)?",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:\s+\w+){0,4}?\s+(?:for|on|to)\s+(?:the\s+)?(?:\w+\s+)?", re.IGNORECASE)
_MORE = re.compile(r"\b(?:plus|including|excluding|discount|fee|tax|and)\b", re.IGNORECASE)


@cache
def _makes() -> re.Pattern[str]:
    return re.compile(rf"[\s\w]{{0,40}}?[,;—–(]?\s*(?:\w+\s+)?{words('makes')}\s+$", re.IGNORECASE)


def find_bad_products(passage: Passage) -> Iterator[Miscount]:
    """A total that is not the number of things times what one of them comes to."""
    for one, two, three in zip(passage.numbers, passage.numbers[1:], passage.numbers[2:], strict=False):
        if one.sentence_start != three.sentence_start:
            continue
        first, second = passage.between(one, two), passage.between(two, three)
        if first is None or second is None:
            continue
        if _is_rate_of(one, two) and _AT.fullmatch(first) and _is_total(three, second):
            yield from _judged(one, two, three)
        elif _is_rate_of(two, three) and _FOR.fullmatch(first) and _AT.fullmatch(second):
            if any(map(_MORE.search, (first, second, passage.after(three)))):
                continue
            yield from _judged(two, three, one)


def _is_rate_of(count: Claim, rate: Claim) -> bool:
    """Whether a count counts what a rate is per: "six jets" and "$30 million each"."""
    if count.value is None or rate.value is None or not rate.unit or rate.unit == "percent":
        return False
    scope = rate.scope or ""
    if scope == "each":
        return not count.unit and count.value == count.value.to_integral_value() and count.noun is not None
    head = count.item.head if count.item and not count.unit else count.unit
    return scope.startswith("per ") and scope == f"per {head}"


def _is_total(claim: Claim, between: str) -> bool:
    is_told = _makes().fullmatch(between) is not None or claim.scope == "total"
    return is_told and not _MORE.search(between)


def _judged(count: Claim, rate: Claim, total: Claim) -> Iterator[Miscount]:
    if total.unit != rate.unit or total.scope not in (None, "total"):
        return
    many, each = reach_of(count), reach_of(rate)
    if many.low >= 0 <= each.low and not Reach(many.low * each.low, many.high * each.high).meets(
        reach_of(total)
    ):
        product = number_words(value_of(count) * value_of(rate))
        yield Miscount((count, rate), total, f"{told(count)} × {told(rate)} is {product}, not {told(total)}")
