"""Passages: the numbers of neighbouring sentences with the words between them, and how far each reaches."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import Literal, NamedTuple

from claims.lexicon import load_lexicon
from claims.model import Claim
from factcheck.linking.values import dimension_of, last_digit_step
from factcheck.words.phrases import number_words

_REACH = 160  # characters between two numbers that one statement may put together
_NEXT = 4  # characters of white space between two sentences that follow each other
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ROUNDED = Decimal("0.025")  # of an amount: how far a round one may stand from the exact one, at most
_ABOUT, _NEARLY = Decimal("0.1"), Decimal("0.15")
_ENDLESS = Decimal("Infinity")

Figure = tuple[str, Decimal | str]  # the unit, and the number or, of dates and ranges, the words


@dataclass(frozen=True, slots=True)
class Miscount:
    """What one article states and its own figures deny: `result` does not follow from `parts`."""

    parts: tuple[Claim, ...]
    result: Claim
    reason: str
    kind: Literal["arithmetic", "date", "value"] = "arithmetic"


class Reach(NamedTuple):
    """The numbers that a stated one can stand for, rounding and "about" allowed for."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Reach") -> bool:
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Passage:
    """The claims of neighbouring sentences of the article `doc`; `text` starts at its `offset`."""

    doc: str
    numbers: tuple[Claim, ...]
    dates: tuple[Claim, ...]
    text: str
    offset: int

    def between(self, a: Claim, b: Claim) -> str | None:
        """The words between two claims in order; None where they stand too far apart to be put together."""
        if not 0 <= b.start - a.end <= _REACH:
            return None
        return self.text[a.end - self.offset : b.start - self.offset]

    def before(self, claim: Claim) -> str:
        """The words of the sentence before a claim, as far as they matter."""
        start = max(claim.sentence_start, claim.start - _REACH)
        return self.text[start - self.offset : claim.start - self.offset]

    def after(self, claim: Claim) -> str:
        """The words of the sentence after a claim, as far as they matter."""
        end = min(claim.sentence_start + len(claim.sentence), claim.end + _REACH)
        return self.text[claim.end - self.offset : end - self.offset]


def read_passages(claims: Sequence[Claim]) -> list[Passage]:
    """The claims of each article, in text order, by runs of sentences that follow each other."""
    passages = []
    for _, group in groupby(claims, key=lambda claim: claim.doc):
        run: list[Claim] = []
        for claim in group:
            if run and claim.sentence_start - _end(run[-1]) > _NEXT:
                passages.append(_passage(run))
                run = []
            run.append(claim)
        passages.append(_passage(run))
    return passages


def _end(claim: Claim) -> int:
    return claim.sentence_start + len(claim.sentence)


def _passage(run: Sequence[Claim]) -> Passage:
    offset = end = run[0].sentence_start
    pieces = []
    for start, sentence in {claim.sentence_start: claim.sentence for claim in run}.items():
        gap = start - end
        pieces += [" " if gap == 1 else "\n" * gap, sentence.replace("\n", " ")]
        end = start + len(sentence)
    return Passage(
        doc=run[0].doc,
        numbers=tuple(claim for claim in run if claim.kind == "quantity"),
        dates=tuple(claim for claim in run if claim.kind == "date"),
        text="".join(pieces),
        offset=offset,
    )


def denied_figures(passage: Passage) -> set[Figure]:
    """The figures of which the text says itself that they are not so: "that is 9, not 8"."""
    return {
        _figure(claim)
        for claim in (*passage.numbers, *passage.dates)
        if claim.status == "denied" or _denying().search(passage.before(claim))
    }


def figures_of(miscount: Miscount) -> set[Figure]:
    """The figures that a miscount puts together."""
    return {_figure(claim) for claim in (*miscount.parts, miscount.result)}


def _figure(claim: Claim) -> Figure:
    return claim.unit, claim.text if claim.value is None else claim.value


@cache
def _denying() -> re.Pattern[str]:
    return re.compile(rf"\b{words('denying')}\s+(?:from\s+)?$", re.IGNORECASE)


@cache
def words(table: str) -> str:
    """The forms of a table of the lexicon as one alternative of a pattern, the longest first."""
    forms = load_lexicon("sums")[table]["forms"]
    return "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) + ")"


def reach_of(claim: Claim) -> Reach:
    """How far the number of a quantity claim reaches.

    A count is exact unless it is round; an amount stands for what is rounded to its last written digit,
    "$100 million" for a little more.
    """
    value = claim.value
    if value is None:
        known = [limit for limit in (claim.low, claim.high) if limit is not None]
        return Reach(min(known), max(known))
    slack = _slack(claim, value)
    if claim.bound == "about":
        slack = max(slack, abs(value) * _ABOUT)
    low, high = value - slack, value + slack
    if claim.bound in ("more_than", "at_least"):
        high = _ENDLESS
    elif claim.bound == "less_than":
        low = min(low, value - abs(value) * _NEARLY)
    elif claim.bound == "at_most":
        low = Decimal(0)
    return Reach(low, high)


def _slack(claim: Claim, value: Decimal) -> Decimal:
    step = last_digit_step(value)
    if claim.unit in ("percent", "basis_point"):
        return min(step, Decimal(1)) / 2
    round_ = min(step / 2, abs(value) * _ROUNDED)
    if dimension_of(claim.unit) == "count" and _written_step(claim, value) == 1:
        return round_ if step >= 100 else Decimal(0)
    return max(round_, _written_step(claim, value) / 2)


def _written_step(claim: Claim, value: Decimal) -> Decimal:
    """One unit of the last digit that is written: 10 million for "$1.26 billion", 1 for "1,200"."""
    found = _DIGITS.search(claim.text)
    written = Decimal(found[0].replace(",", "")) if found else Decimal(0)
    if not found or not written:
        return min(last_digit_step(value), Decimal(1)) if abs(value) < 1000 else last_digit_step(value)
    decimals = len(found[0].partition(".")[2])
    return abs(value / written).scaleb(-decimals)


def value_of(claim: Claim) -> Decimal:
    """The number of a claim that has one."""
    assert claim.value is not None, "only claims with a value are put together"
    return claim.value


def told(claim: Claim) -> str:
    """The number of a claim in words without its unit, as a reason writes it; a range as it is told."""
    return claim.text if claim.value is None else number_words(claim.value)


def is_same_thing(one: Claim, other: Claim) -> bool:
    """Whether two numbers may count one kind of thing: nothing is said of one, or it is said alike."""
    if one.unit != other.unit:
        return False
    if one.item is None or other.item is None or one.noun is None or other.noun is None:
        return True
    return one.item.head == other.item.head
