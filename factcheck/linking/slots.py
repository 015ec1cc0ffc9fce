"""Comparing two claims slot by slot: what they speak of, what happened, who, when, how much of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from claims.event_lexicon import compare_events, events_called, home_role
from claims.model import Claim, Item, Status, When
from claims.places import are_apart, is_state
from claims.same_name import same_name
from claims.things import compatible_types, same_designation
from factcheck.linking.values import is_currency
from factcheck.words.phrases import pair_words
from factcheck.words.timex_words import date_words

Outcome = Literal["same", "close", "unknown", "other", "excluded"]
Parties = tuple[tuple[str, str], ...]

_CLOCK = re.compile(r"T(\d{2})(?::(\d{2}))?")
_CLOCK_SLACK = Fraction(1, 10)  # of an hour: "9:30" is said for 9:27
_HOUR_SLACK = Fraction(1, 3)  # the same for an hour without minutes: "shortly after three" is said for 3:15
_SPELLING_SHORTEST = 6  # letters; in shorter words one letter is often another word


class SlotMatch(NamedTuple):
    """How one slot of two claims compares, in words.

    same: the same thing; close: one may be the other; unknown: at least one text is silent; other:
    not the same, which speaks against one fact; excluded: the two cannot be one fact.
    """

    slot: str
    outcome: Outcome
    reason: str
    detail: str = ""


_NO_ITEM = SlotMatch("item", "unknown", "one text does not name what is counted")
_NO_PARTY = SlotMatch("parties", "unknown", "no party is named by both")
_NO_TIME = SlotMatch("when", "unknown", "one text gives no time")
_OPEN_TIME = SlotMatch("when", "unknown", "one time is not fixed by its text")
_SAME_SCOPE = SlotMatch("scope", "same", "same scope")


def match_item(a: Item | None, b: Item | None) -> SlotMatch:
    """Whether two items are the same thing: designation first, then head noun, then type."""
    if a is None or b is None:
        return _NO_ITEM
    if a.designation and b.designation:
        named = pair_words(a.designation, b.designation)
        designations = same_designation(a.designation, b.designation)
        if designations == "same":
            return SlotMatch("item", "same", f"same designation: {named}", "designation")
        if designations == "variant":
            return SlotMatch("item", "same", f"a variant of the same: {named}", "variant")
        return SlotMatch("item", "excluded", f"other designation: {named}")
    if a.head == b.head or _same_spelling(a.head, b.head):
        shared = sorted(set(a.modifiers) & set(b.modifiers)) if a.modifiers and b.modifiers else ()
        if shared:
            return SlotMatch("item", "same", f"same thing: {' '.join(shared)} {a.head}", "modifiers")
        if a.modifiers and b.modifiers:
            return SlotMatch("item", "close", f"same noun: {a.head}", "head")
        return SlotMatch("item", "same", f"same noun: {a.head}", "head")
    heads = pair_words(a.head, b.head)
    types = compatible_types(a.type, b.type)
    if types == "same":
        return SlotMatch("item", "close", f"both a kind of {a.type}: {heads}", "type")
    if types == "narrower":
        return SlotMatch("item", "close", f"one is a kind of the other: {heads}", "narrower")
    if types == "different":
        return SlotMatch("item", "excluded", f"another thing: {heads}")
    return SlotMatch("item", "other", f"another noun: {heads}")


def match_measured(a: Claim, b: Claim) -> SlotMatch:
    """`match_item` of two claims; an amount of money is told of a thing and of what happened to it alike.

    "Diamonds worth $85 million" and "an $80 million heist" may be one amount where both tell of a robbery.
    """
    found = match_item(a.item, b.item)
    if (
        found.outcome != "other"
        or a.item is None
        or b.item is None
        or not (is_currency(a.unit) and is_currency(b.unit))
    ):
        return found
    heads = pair_words(a.item.head, b.item.head)
    if a.item.head in b.item.modifiers or b.item.head in a.item.modifiers:
        return SlotMatch("item", "close", f"one is told by the other: {heads}", "narrower")
    if a.event == b.event and _is_happening(a.item, a) != _is_happening(b.item, b):
        return SlotMatch("item", "unknown", f"one text names the happening, one the thing: {heads}")
    return found


def _is_happening(item: Item, claim: Claim) -> bool:
    """Whether the item is the claim's own event: "heist" of a robbery."""
    return claim.event in events_called(item.head)


@lru_cache(maxsize=1 << 12)
def _same_spelling(a: str, b: str) -> bool:
    if min(len(a), len(b)) < _SPELLING_SHORTEST or [c for c in a if c.isdigit()] != [
        c for c in b if c.isdigit()
    ]:
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1


def match_event(a: Claim, b: Claim) -> SlotMatch:
    """Whether the same thing happened; two stages of one ladder are told in `detail`."""
    return _match_events(a.event, b.event, a.stage, b.stage)


@lru_cache(maxsize=1 << 12)
def _match_events(a: str | None, b: str | None, stage: str | None, other_stage: str | None) -> SlotMatch:
    if a is None or b is None:
        return SlotMatch("event", "unknown", "one text does not say what happened")
    events = pair_words(stage or a, other_stage or b)
    match compare_events(a, b):
        case "same":
            return SlotMatch("event", "same", f"same event: {stage or a}")
        case "kin":
            return SlotMatch("event", "close", f"events told of one happening: {events}", "kin")
        case "ladder":
            return SlotMatch("event", "close", f"stages of one course: {events}", "stage")
        case "excluded":
            return SlotMatch("event", "excluded", f"another event: {events}")
        case _:
            return SlotMatch("event", "other", f"another event: {events}")


def match_parties(a: Claim, b: Claim) -> SlotMatch:
    """Whether the same parties act; a role filled by two different names is `other`."""
    if a.parties and b.parties and (apart := _parties_apart(a.parties, b.parties)):
        return apart
    if shared := a.names & b.names:
        return SlotMatch("parties", "same", f"same parties: {', '.join(sorted(shared))}")
    return _NO_PARTY


@lru_cache(maxsize=1 << 12)
def _parties_apart(a: Parties, b: Parties) -> SlotMatch | None:
    """The match of two claims' parties where they are others."""
    mine, theirs = _by_role(a), _by_role(b)
    against = [
        f"{role}: {' and '.join(mine[role])} / {' and '.join(theirs[role])}"
        for role in sorted(mine.keys() & theirs.keys())
        if all(_are_others(role, one, other) for one in mine[role] for other in theirs[role])
    ] + [*_homes_apart(mine, theirs), *_homes_apart(theirs, mine)]
    if not against:
        return None
    is_place = all(role.startswith("place: ") for role in against)
    return SlotMatch("parties", "other", f"other parties: {'; '.join(against)}", "place" if is_place else "")


def _are_others(role: str, one: str, other: str) -> bool:
    """Whether two names of one role are two bearers.

    A place may lie in the other one; a state may stand for a company of its own: Russia for Gazprom.
    """
    if role == "place":
        return are_apart(one, other)
    return is_state(one) == is_state(other) and not same_name(one, other)


def _homes_apart(states: Mapping[str, list[str]], companies: Mapping[str, list[str]]) -> Iterator[str]:
    """Roles that a state fills in one text and a company of another country in the other."""
    for role, names in sorted(states.items()):
        homes = companies.get(home_role(role), [])
        if len(names) == len(homes) == 1 and is_state(names[0]) and not same_name(names[0], homes[0]):
            yield f"{role}: {names[0]} / {companies.get(role, ['one'])[0]} of {homes[0]}"


def _by_role(parties: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for role, name in parties:
        names[role].append(name)
    return names


def match_when(a: When | None, b: When | None) -> SlotMatch:
    """Whether two times can be the same; a coarser date holds the finer one."""
    if a is None or b is None:
        return _NO_TIME
    if a.first and a.last and b.first and b.last:
        if not (a.first <= b.last and b.first <= a.last):
            return _other_time(a.value, b.value)
        hour, other = _hour_of(a.value), _hour_of(b.value)
        if hour is not None and other is not None and abs(hour - other) > _clock_slack(a, b):
            return _other_time(a.value, b.value)
        if a.first == b.first and a.last == b.last and hour == other:
            return SlotMatch("when", "same", f"same time: {date_words(a.value)}")
        values = pair_words(date_words(a.value), date_words(b.value))
        return SlotMatch("when", "close", f"times that can be one: {values}")
    if a.value == b.value:
        return SlotMatch("when", "close", f"same words for the time: {date_words(a.value)}")
    return _OPEN_TIME


def _other_time(a: str, b: str) -> SlotMatch:
    return SlotMatch("when", "other", f"other time: {pair_words(date_words(a), date_words(b))}")


def _clock_slack(a: When, b: When) -> Fraction:
    is_round = any(re.search(r"T\d\d(?::00)?$", when.value) for when in (a, b))
    return _HOUR_SLACK if is_round else _CLOCK_SLACK


@lru_cache(maxsize=1 << 12)
def _hour_of(value: str) -> Fraction | None:
    """The hour of a time of day, None where the value has none."""
    clock = _CLOCK.search(value)
    return Fraction(int(clock[1]) * 60 + int(clock[2] or 0), 60) if clock else None


def match_scope(a: Claim, b: Claim) -> SlotMatch:
    """Whether both speak of the whole, of the same part, or of one unit."""
    if a.scope is None and b.scope is None:
        return _SAME_SCOPE
    mine, theirs = a.scope or "", b.scope or ""
    if a.kind == "ordinal" and mine and theirs and mine != theirs:
        return SlotMatch("scope", "excluded", f"counted through other times: {mine} / {theirs}")
    per_unit = ("each", "per ")
    if mine.startswith(per_unit) or theirs.startswith(per_unit):
        if mine == theirs:
            return SlotMatch("scope", "same", f"both {mine}")
        if a.unit and not (mine and theirs):
            return SlotMatch("scope", "other", f"per unit, or not said: {mine or theirs}", "per unit")
        return SlotMatch("scope", "excluded", f"per unit or not: {mine or 'all'} / {theirs or 'all'}")
    if (mine == "part") != (theirs == "part"):
        return SlotMatch("scope", "other", "one is part of a whole")
    return _SAME_SCOPE


def match_status(a: Claim, b: Claim) -> SlotMatch:
    """Whether both are told as facts, or both as plans; a forecast is not what came out."""
    if a.is_forecast != b.is_forecast and (b if a.is_forecast else a).status == "asserted":
        return SlotMatch("status", "excluded", "one is what was forecast, one what came out")
    return _match_statuses(a.status, b.status)


@cache
def _match_statuses(a: Status, b: Status) -> SlotMatch:
    if a == b:
        return SlotMatch("status", "same", f"both {a}")
    return SlotMatch("status", "other", f"told differently: {a} / {b}")
