"""Lists of parts: "12 dead: 5 women, 4 men and 2 children", "3 in Lyon and 4 in Nice, eight in all"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claims.event_lexicon import compare_events
from claims.lexicon import load_lexicon
from claims.model import Claim
from claims.things import compatible_types
from factcheck.arithmetic.passages import Miscount, Passage, Reach, reach_of, told, value_of, words
from factcheck.words.phrases import number_words

_LONGEST_LIST = 12
_NEAR = 3  # numbers before a list that may be the whole instead
_WORDS = r"[\w\s’'/.-]{0,60}"
_ABOUT = r"(?:(?:about|almost|around|nearly|roughly|some)\s+)?"
_COMMON = 4  # fifths: a pair of kinds makes up its whole at least so nearly, or something else is counted
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_SPLIT = re.compile(
    r"\s+(?:(?:are|is|was|were|will\s+be|have\s+been|had\s+been)\s+)(?:[\w’'-]+\s+){1,4}and\s+(?:about\s+)?",
    re.IGNORECASE,
)
_SPLIT_ENDS = re.compile(r"(?:\s+[\w’'-]+){1,3}\s*(?:[.,;)]|$)")
_SPLIT_OPENS = re.compile(r"\W*(?:(?:about|almost|around|nearly|roughly|some)\s+)?", re.IGNORECASE)
_OF_WHOLE = re.compile(r"\W*of\s+(?:the\s+|its\s+|their\s+|these\s+|those\s+|all\s+)?", re.IGNORECASE)
_SPLIT_AFTER = re.compile(r"(?:\s+[\w’'-]+){0,6}?,\s+(?:about\s+|some\s+)?", re.IGNORECASE)


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"{_WORDS}(?:[(:—–]|\s-\s|,?\s{words('comprising')}\s)\s*{_ABOUT}$")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"({_WORDS}?)(?:[,;]\s*(?:and\s+|plus\s+)?|\s+(?:and|plus)\s+){_ABOUT}$")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"({_WORDS}?)(?:[).;:—–]|$|,(?!\s*(?:and|as|plus|{words('open')})\b))")


@cache
def _is_open() -> re.Pattern[str]:
    return re.compile(rf"\b{words('open')}\b", re.IGNORECASE)


@cache
def _total_before() -> re.Pattern[str]:
    return re.compile(
        rf"({_WORDS}?)(?:[,;:.–—]|\bor)\s*(?:or\s+|in\s+)?({words('makes')}\s+)?$", re.IGNORECASE
    )


@cache
def _total_after() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:\w+\s+){{0,2}}?{words('total-after')}\s*(?:[.,;:)—–]|$)")


@cache
def _running_total() -> re.Pattern[str]:
    return re.compile(
        rf"({_WORDS}?)[,;.–—]\s*{words('growing')}\s+the\s+(?:\w+\s+)?(?:total|toll|number|tally)\s+to\s+$",
        re.I,
    )


def find_bad_lists(passage: Passage) -> Iterator[Miscount]:
    """A full list of parts that is not the whole before it."""
    for index, whole in enumerate(passage.numbers[:-2]):
        opener = passage.between(whole, passage.numbers[index + 1])
        if opener is None or whole.sentence_start != passage.numbers[index + 1].sentence_start:
            continue
        is_marked = _opens().fullmatch(opener)
        if not is_marked and opener.strip() != ",":
            continue
        parts = _list_from(passage, index + 1)
        if len(parts) < 2 or not _are_parts(parts, whole, told_so=bool(is_marked)):
            continue
        near = passage.numbers[max(0, index - _NEAR) : index]
        if not (is_marked and any(_explains(parts, other) for other in near)):
            yield from _judged(parts, whole)


def _list_from(passage: Passage, index: int) -> list[Claim]:
    """The numbers of the list that begins at `index`; none if it is open or does not end."""
    parts = [passage.numbers[index]]
    for following in passage.numbers[index + 1 : index + 1 + _LONGEST_LIST]:
        between = passage.between(parts[-1], following)
        link = _goes_on().fullmatch(between) if between is not None else None
        if link is None or following.sentence_start != parts[0].sentence_start:
            break
        if _is_open().search(link[1]):
            return []
        parts.append(following)
    if _do_one_thing(passage, parts):
        return []
    end = _ends().match(passage.after(parts[-1]))
    return parts if end and not _is_open().search(end[1]) else []


def _do_one_thing(passage: Passage, parts: Sequence[Claim]) -> bool:
    """Whether one verb follows each number: of "12 spoke English and 14 spoke French" some may do both."""
    following = [_NEXT_WORD.match(passage.after(part)) for part in parts]
    first = {match[1].casefold() if match else "" for match in following}
    return len(parts) > 1 and len(first) == 1 and first.isdisjoint({"", *_prepositions()})


@cache
def _prepositions() -> frozenset[str]:
    forms = load_lexicon("closed_classes")["preposition"]["forms"]
    return frozenset(forms.split() if isinstance(forms, str) else forms)


def find_bad_totals(passage: Passage) -> Iterator[Miscount]:
    """A total that the numbers just before it do not make."""
    for index, total in enumerate(passage.numbers):
        if index < 2:
            continue
        between = passage.between(passage.numbers[index - 1], total)
        if between is None:
            continue
        running = _running_total().fullmatch(between)
        link = running or _total_before().fullmatch(between)
        is_total = link and (running or link[2] or _total_after().match(passage.after(total)))
        if not link or not is_total or _is_open().search(link[1]):
            continue
        parts = _list_before(passage, index)
        if len(parts) < 2 or not _are_of_total(parts, total):
            continue
        if running and _sum(parts).low <= reach_of(total).high:
            continue
        yield from _judged(parts, total)


def _list_before(passage: Passage, index: int) -> list[Claim]:
    """The numbers of the list that ends before `index`, none where more than numbers is listed."""
    parts = [passage.numbers[index - 1]]
    for before in reversed(passage.numbers[max(0, index - _LONGEST_LIST) : index - 1]):
        between = passage.between(before, parts[0])
        link = _goes_on().fullmatch(between) if between is not None else None
        if link is None or before.sentence_start != parts[0].sentence_start:
            break
        if _is_open().search(link[1]):
            return []
        parts.insert(0, before)
    is_first = not re.search(r"(?:,|\band|\bplus|&)\s+(?:\w+\s+)?$", passage.before(parts[0]))
    return parts if is_first else []


def find_bad_splits(passage: Passage) -> Iterator[Miscount]:
    """ "84 trains will come. Some 52 will be electric and 42 hybrid": two kinds that are more than all.

    The verb that the second part leaves out makes the two exclude each other.
    """
    for whole, one, other in zip(passage.numbers, passage.numbers[1:], passage.numbers[2:], strict=False):
        if one.sentence_start != other.sentence_start or not _is_split_of(passage, whole, one):
            continue
        link, end = passage.between(one, other), _SPLIT_ENDS.match(passage.after(other))
        if link is None or end is None or not _SPLIT.fullmatch(link) or _is_open().search(link + end[0]):
            continue
        if any(claim.unit or claim.noun in claim.text.split() for claim in (one, other)):
            continue
        both = _sum((one, other))
        if _are_parts((one, other), whole) and both.low > reach_of(whole).high:
            reason = f"{told(one)} + {told(other)} is more than all {told(whole)}"
            yield Miscount((one, other), whole, reason)


def _is_split_of(passage: Passage, whole: Claim, one: Claim) -> bool:
    """Whether a bare number opens a sentence, or what follows "of", and so counts what the whole counts."""
    if whole.noun is None or one.event not in (None, whole.event):
        return False
    if one.sentence_start != whole.sentence_start:
        is_only = all(c is whole for c in passage.numbers if c.sentence_start == whole.sentence_start)
        return is_only and _SPLIT_OPENS.fullmatch(passage.before(one)) is not None
    between = passage.between(whole, one)
    return (
        between is not None
        and _OF_WHOLE.fullmatch(passage.before(whole)) is not None
        and _SPLIT_AFTER.fullmatch(between) is not None
    )


def find_bad_partitions(passage: Passage) -> Iterator[Miscount]:
    """All, and the two kinds that make up all: inhabitants, women and men."""
    pairs = [set(pair) for pair in load_lexicon("sums")["complements"].values()]
    people = set(load_lexicon("sums")["partition"]["people"]["whole"])
    for whole, one, other in zip(passage.numbers, passage.numbers[1:], passage.numbers[2:], strict=False):
        heads = [claim.item.head if claim.item and claim.noun else "" for claim in (whole, one, other)]
        if heads[0] not in people or {heads[1], heads[2]} not in pairs or not _are_parts((one, other), whole):
            continue
        if any(passage.between(a, b) is None for a, b in ((whole, one), (one, other))):
            continue
        is_near = 5 * _sum((one, other)).high >= _COMMON * value_of(whole)
        if is_near and 5 * value_of(whole) >= _COMMON * _sum((one, other)).low:
            yield from _judged((one, other), whole)


def _sum(parts: Sequence[Claim]) -> Reach:
    reaches = [reach_of(part) for part in parts]
    return Reach(sum(reach.low for reach in reaches), sum(reach.high for reach in reaches))  # type: ignore[arg-type]


def _explains(parts: Sequence[Claim], whole: Claim) -> bool:
    return whole.unit == parts[0].unit and _sum(parts).meets(reach_of(whole))


def _judged(parts: Sequence[Claim], whole: Claim) -> Iterator[Miscount]:
    if not _explains(parts, whole):
        sum_ = number_words(sum(map(value_of, parts), value_of(parts[0]) * 0))
        reason = f"{' + '.join(map(told, parts))} is {sum_}, not {told(whole)}"
        yield Miscount(tuple(parts), whole, reason)


def _are_parts(parts: Sequence[Claim], whole: Claim, *, told_so: bool = True) -> bool:
    """Whether the numbers count parts: fewer than all, of one unit, and things that the whole can hold.

    Where nothing tells that a list of parts follows, each must be a kind of what the whole counts.
    """
    if whole.value is None or whole.scope in ("additional", "up to") or _is_each(whole):
        return False
    for part in parts:
        if part.value is None or part.unit != whole.unit or part.value >= whole.value or _is_each(part):
            return False
        if not part.unit and part.value != part.value.to_integral_value():
            return False
        if part.unit in ("percent", "basis_point") and whole.value != 100:
            return False
        if compare_events(part.event, whole.event) == "excluded":
            return False
        kind = _kind(part, whole)
        if kind == "different" or (not told_so and kind != "narrower"):
            return False
    return any(claim.item for claim in (whole, *parts)) or bool(whole.unit)


def _are_of_total(parts: Sequence[Claim], total: Claim) -> bool:
    """Whether a total can be that of the parts: it counts the same things, or what they are kinds of."""
    if total.value is None or _is_each(total) or total.unit in ("percent", "basis_point"):
        return False
    for part in parts:
        if part.value is None or part.unit != total.unit or _is_each(part):
            return False
        if not part.unit and part.value != part.value.to_integral_value():
            return False
    if total.unit or total.noun is None or total.item is None or total.item.head == "total":
        return True
    heads = {part.item.head for part in parts if part.item and part.noun}
    if heads <= {total.item.head} or any(_holds(total.item.head, heads)):
        return True
    return bool(heads) and all(_kind(part, total) in ("narrower", "same") for part in parts if part.noun)


def _holds(whole: str, heads: set[str]) -> Iterator[bool]:
    for table in load_lexicon("sums")["partition"].values():
        yield whole in table["whole"] and heads <= set(table["parts"])


def _kind(part: Claim, whole: Claim) -> str:
    """How what a part counts stands to what the whole counts."""
    if part.item is None or whole.item is None or part.noun is None or whole.noun is None:
        return "unknown"
    return compatible_types(part.item.type, whole.item.type)


def _is_each(claim: Claim) -> bool:
    return (claim.scope or "").startswith(("each", "per "))
