"""Parts and wholes: what is left of a whole, a part larger than it, a share of it in percent."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from claims.model import Claim
from factcheck.arithmetic.passages import (
    Miscount,
    Passage,
    Reach,
    is_same_thing,
    reach_of,
    told,
    value_of,
    words,
)
from factcheck.words.phrases import number_words, plain

_OF = re.compile(
    r"(?P<noun>(?:\s+[\w’'-]+){0,2}),?\s+(?P<out>out\s+)?of\s+(?P<whose>(?:the|its|their|his|her|our|those|these|all)\s+)?(?:\w+\s+)?",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"(.{1,30}?)\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+)?(.{1,30})", re.IGNORECASE)
_OPENING_OF = re.compile(
    r"(?:^|[,;:—–]\s*)(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|those\s+|these\s+|all\s+)?(?:\w+\s+)?$", re.I
)
_OR_SHARE = re.compile(
    r"\s*(?:,\s*(?:or|i\.e\.,?|that\s+is,?)\s+(?:about|almost|around|nearly|just|roughly|some)?\s*|\(\s*(?:or\s+)?)",
    re.I,
)
_COMMA = re.compile(r"\s*[,—–]\s*(?:about|almost|around|nearly|roughly|some)?\s*")
_ONLY = re.compile(
    r"\b(?:and|but|of\s+\w+)\s+only\s+$|\bof\s+(?:them|these|those|whom|which),?\s+$", re.IGNORECASE
)
_THAT_LEAVES = re.compile(r"[.;,]\s+(?:that|this|which)\s+(?:would\s+)?leaves?\s+(?:\w+\s+)?$", re.IGNORECASE)
_SHARE_ENDS = re.compile(r"\s*(?:[,).;:—–]|$)")
_ROUND_SHARE = Decimal("0.12")  # of a fraction in words: "a third" is said for 30 to 37 percent


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile(rf"\b{words('leaving')}\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)


@cache
def _of_whole() -> re.Pattern[str]:
    return re.compile(rf"\s*{words('of-whole')}\b", re.IGNORECASE)


@cache
def _of_other() -> re.Pattern[str]:
    return re.compile(rf"\s*{words('of-other')}\b", re.IGNORECASE)


@cache
def _ballots() -> re.Pattern[str]:
    return re.compile(rf"\b{words('ballots')}\b", re.IGNORECASE)


def find_bad_wholes(passage: Passage) -> Iterator[Miscount]:
    """A part that is larger than the whole that it is said to be of; "about 42 of the 40" is one, too."""
    for part, whole in zip(passage.numbers, passage.numbers[1:], strict=False):
        if part.unit != whole.unit or part.unit in ("percent", "basis_point") or _is_unit_rate(part, whole):
            continue
        least = reach_of(part if part.value is None else replace(part, bound="exact")).low
        if _is_of(passage, part, whole) and least > reach_of(whole).high:
            yield Miscount((part,), whole, f"the part is larger than the whole: {part.text} of {whole.text}")


def find_bad_rests(passage: Passage) -> Iterator[Miscount]:
    """ "Two of the six, leaving five": part and rest are not the whole."""
    numbers = passage.numbers
    for index, rest in enumerate(numbers):
        if index == 0 or rest.value is None:
            continue
        between = passage.between(numbers[index - 1], rest)
        if between is None or not _leaving().search(between):
            continue
        for parts, part, whole in _taken_from(passage, index):
            is_net = rest.scope == "additional" and len(parts) == 2
            if parts[-1].value is None or not (is_net or is_same_thing(rest, parts[-1])):
                continue
            if not Reach(whole.low - part.high, whole.high - part.low).meets(reach_of(rest)):
                numbers_told = _numbers_told(parts)
                left = number_words(numbers_told[1] - numbers_told[0])
                reason = (
                    f"{plain(numbers_told[0])} of {plain(numbers_told[1])} leaves {left}, not {told(rest)}"
                )
                yield Miscount(parts, rest, reason)


def _taken_from(passage: Passage, index: int) -> Iterator[tuple[tuple[Claim, ...], Reach, Reach]]:
    """The claims, the part and the whole that stand before a rest."""
    last = passage.numbers[index - 1]
    if fraction := _part_and_whole(last):
        yield (last,), Reach(fraction[0], fraction[0]), Reach(fraction[1], fraction[1])
        return
    if index < 2:
        return
    before = passage.numbers[index - 2]
    if before.value is None or last.value is None or before.unit != last.unit:
        return
    if not before.unit and before.value != before.value.to_integral_value():
        return  # "half of the six" are no half
    if _is_of(passage, before, last):
        yield (before, last), reach_of(before), reach_of(last)
    elif _that_leaves(passage, before, last, passage.numbers[index]):
        yield (last, before), reach_of(last), reach_of(before)


def _that_leaves(passage: Passage, whole: Claim, part: Claim, rest: Claim) -> bool:
    """ "241 came, and only 154 went. That leaves 96": two counts of one thing, and what is left."""
    if whole.sentence_start != part.sentence_start or value_of(part) >= value_of(whole):
        return False
    between, link = passage.between(whole, part), passage.between(part, rest)
    is_taken = between is not None and _ONLY.search(between) is not None
    said = link is not None and _THAT_LEAVES.search(link) is not None
    return is_taken and said and is_same_thing(whole, part)


def _part_and_whole(claim: Claim) -> tuple[Decimal, Decimal] | None:
    """The two numbers of "two out of six factories", which is one claim."""
    found = _OUT_OF.fullmatch(claim.text)
    if claim.unit or found is None:
        return None
    from claims.quantities import find_quantities  # few claims come this far

    sides = [[q.value for q in find_quantities(side)] for side in found.groups()]
    if [len(side) for side in sides] != [1, 1] or sides[0][0] is None or sides[1][0] is None:
        return None
    return sides[0][0], sides[1][0]


def _numbers_told(parts: tuple[Claim, ...]) -> tuple[Decimal, Decimal]:
    if len(parts) == 2:
        return value_of(parts[0]), value_of(parts[1])
    return _part_and_whole(parts[0]) or (Decimal(0), Decimal(0))


def find_bad_shares(passage: Passage) -> Iterator[Miscount]:
    """ "1,200 of its 12,000 employees, 15 percent of the total": a share that its two figures deny."""
    numbers = passage.numbers
    for index, share in enumerate(numbers):
        if index < 2 or not _is_share(passage, share):
            continue
        part, whole = _part_of_share(passage, index)
        if part is None or whole is None or part.value is None or whole.value is None:
            continue
        if (
            part.unit != whole.unit
            or not 0 < part.value < whole.value
            or part.scope in ("each", "additional")
        ):
            continue
        low, high = reach_of(part).low / reach_of(whole).high, reach_of(part).high / reach_of(whole).low
        stated = _share(share)
        if not Reach(low, high).meets(stated):
            actual = plain(round(part.value / whole.value * 100, 1))
            reason = f"{told(part)} of {told(whole)} is {actual} percent, not {share.text}"
            yield Miscount((part, whole), share, reason)


def _part_of_share(passage: Passage, index: int) -> tuple[Claim | None, Claim | None]:
    """The part and the whole of the share at `index`, as the words put them together."""
    one, other, share = passage.numbers[index - 2 : index + 1]
    if share.sentence_start != other.sentence_start:
        return None, None
    link = passage.between(other, share)
    if link is None:
        return None, None
    is_or = _OR_SHARE.fullmatch(link) is not None
    after = passage.after(share)
    is_told = is_or or (_COMMA.fullmatch(link) and _of_whole().match(after))
    if is_told and one.sentence_start == share.sentence_start and _is_of(passage, one, other):
        return one, other
    if not is_or or not _SHARE_ENDS.match(after):
        return None, None
    first = next(
        c for c in passage.numbers[max(0, index - 4) : index] if c.sentence_start == share.sentence_start
    )
    is_opening = first is not other and _OPENING_OF.search(passage.before(first))
    return (other, first) if is_opening and is_same_thing(other, first) else (None, None)


def _is_share(passage: Passage, claim: Claim) -> bool:
    """Whether a claim is a share in percent or in words, and of nothing but what stands before it."""
    if claim.value is None or claim.change or _of_other().match(passage.after(claim)):
        return False
    if claim.unit == "percent":
        return 0 < claim.value < 100 and "point" not in claim.text
    return not claim.unit and 0 < claim.value < 1 and not any(map(str.isdigit, claim.text))


def _share(claim: Claim) -> Reach:
    """The shares of one that a stated share can stand for."""
    low, high = reach_of(claim)
    if claim.unit == "percent":
        return Reach(low / 100, min(high, Decimal(100)) / 100)
    slack = value_of(claim) * _ROUND_SHARE
    return Reach(low - slack, high + (0 if claim.bound == "less_than" else slack))


def find_bad_ballots(passage: Passage) -> Iterator[Miscount]:
    """Shares of one ballot that come to more than all of it."""
    numbers = [claim for claim in passage.numbers if claim.unit == "percent"]
    start = 0
    while start < len(numbers):
        end = start + 1
        while end < len(numbers) and _goes_on(passage, numbers[end - 1], numbers[end]):
            end += 1
        parts = numbers[start:end]
        start = end
        told_of = [claim for claim in parts if claim.value is not None and not claim.change]
        if len(parts) < 2 or len(told_of) < len(parts) or not _is_one_ballot(passage, parts):
            continue
        least = sum((reach_of(claim).low for claim in parts), Decimal(0))
        if least > 100:
            sum_ = plain(sum(map(value_of, parts), Decimal(0)))
            reason = f"shares of one vote: {' + '.join(map(told, parts))} is {sum_} percent"
            yield Miscount(tuple(parts[:-1]), parts[-1], reason)


_LISTED = re.compile(
    r"[\w\s’'.-]{0,60}?(?:,\s*(?:and\s+|with\s+|while\s+)?|\s+and\s+|\s+to\s+)(?:[\w’'-]+\s+){0,5}"
)


def _goes_on(passage: Passage, one: Claim, other: Claim) -> bool:
    between = passage.between(one, other)
    return (
        one.sentence_start == other.sentence_start
        and between is not None
        and _LISTED.fullmatch(between) is not None
    )


def _is_one_ballot(passage: Passage, parts: list[Claim]) -> bool:
    """Whether the sentence tells how one vote went: each share stands with its own answer."""
    answers = [
        _ballots().search(passage.before(part)[-25:] + part.text + passage.after(part)[:25]) for part in parts
    ]
    turnout = "turnout" in parts[0].sentence.casefold()
    return not turnout and all(answers) and not any(claim.scope for claim in parts if claim.scope != "part")


def _is_of(passage: Passage, part: Claim, whole: Claim) -> bool:
    """Whether the words say that one number is part of the other, and not that it is its measure."""
    between = passage.between(part, whole)
    link = _OF.fullmatch(between) if between is not None else None
    if link is None or part.sentence_start != whole.sentence_start:
        return False
    is_bare = not link["noun"] and (part.noun is None or not part.text.endswith(part.noun))
    return bool(link["out"] or is_bare or (link["whose"] and not link["noun"]))


def _is_unit_rate(part: Claim, whole: Claim) -> bool:
    """Whether one is a rate or an addition, or an amount "of" another: "a fine of $5", "500 of the 2 km"."""
    scopes = {claim.scope for claim in (part, whole)} - {None, "part"}
    return bool(scopes) or part.unit != ""
