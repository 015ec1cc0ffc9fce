"""Scope: whether a number is a whole, a part, for each or for one unit, and what a rank counts through."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claims.lexicon import load_lexicon
from claims.model import Ordinal, Quantity
from claims.words import singular

_CLAUSE = 60  # characters behind a count in which its rate may follow
_BEFORE, _AFTER = 24, 24  # characters looked at on either side; the longest form has 13
_SHAPES = {
    "before": r"\b(?:{})\s+(?:\w+\s+)?$",
    "inside": r"\b(?:{})\s*$",
    "after": r"\A\s*(?:{})\b",
    "beside": r"\A\s*(?:{})\b",
}
_IN_A_ROW = re.compile(
    r"\s{1,9}(?:in\s{1,9}a\s{1,9}row|in\s{1,9}succession|on\s{1,9}the\s{1,9}(?:bounce|trot)|running)\b"
)
_SHARE = r"(?:(?:basic|common|diluted|ordinary)\s+)?"
_MEASURE = r"(?:(?:square|cubic|metric)\s+)?[a-z]+"
_PER = re.compile(
    rf"\s*(?:(?:,\s*)?per\s+{_SHARE}(?P<per>{_MEASURE}|[0-9][0-9,]*)|an?\s+{_SHARE}(?P<a>{_MEASURE}))\b"
    r"(?!-|\s+(?:after|ago|before|earlier|later|of)\b)"
)


def _told(side: str, stretch: str) -> Iterator[str]:
    """The scopes that the cues at one end of `stretch` tell, in the lexicon's order.

    "before" and "inside" that is its end; "inside" are the words of "after" between number and noun.
    """
    of_any, cues = _cues(side)
    if of_any.search(stretch):
        yield from (scope for scope, cue in cues if cue.search(stretch))


@cache
def _cues(side: str) -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """The pattern of every cue on a side, and those of each scope's in the lexicon's order."""
    rows = [(scope, row) for scope, row in load_lexicon("scope").items() if scope != "rates"]
    forms = [(scope, row.get("after" if side == "inside" else side, ())) for scope, row in rows]
    cues = tuple((scope, _pattern(side, found)) for scope, found in forms if found)
    return _pattern(side, [form for _, found in forms for form in found]), cues


def _pattern(side: str, forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(_SHAPES[side].format("|".join(map(re.escape, forms))), re.IGNORECASE)


def find_scope(text: str, quantity: Quantity, number_end: int, sentence_end: int) -> str | None:
    """The scope of `quantity`: "additional", "each", "part", "total", "up to", "per <unit>" or None.

    `number_end` is where the number itself ends and its noun phrase begins. A rate may follow up to
    `sentence_end`.
    """
    if rate := _rate(text, quantity, sentence_end):
        return rate
    for end in dict.fromkeys((number_end, quantity.end)):
        following = text[end : end + _AFTER]
        if (per := _PER.match(following)) and (per["per"] or _has_rate(quantity, per["a"])):
            return f"per {singular((per['per'] or per['a']).replace(',', ''))}"
        for side in ("after", "beside") if end == number_end else ("after",):
            if scope := next(_told(side, following), None):
                return scope
    if scope := next(_told("inside", text[quantity.start : number_end]), None):
        return scope
    for scope in _told("before", text[max(0, quantity.start - _BEFORE) : quantity.start]):
        if scope != "up to" or quantity.bound == "at_most":
            return scope
    return None


def _rate(text: str, quantity: Quantity, sentence_end: int) -> str | None:
    """ "40 million doses annually", "190,000 people use them every day", "a daily traffic of 14,000"."""
    if quantity.unit:
        return None
    before, after = _rates()
    end = min(sentence_end, quantity.end + _CLAUSE)
    found = after.match(text, quantity.end, end) or before.search(
        text, max(0, quantity.start - _BEFORE), quantity.start
    )
    if found is None:
        return None
    word = found[1].casefold()
    return f"per {load_lexicon('scope')['rates']['words'].get(word, word)}"


@cache
def _rates() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rates = load_lexicon("scope")["rates"]
    words, units = "|".join(rates["words"]), "|".join(rates["units"])
    each = rf"(?<=each\s)(?:{units})|(?<=every\s)(?:{units})"
    after = rf"(?:[^,;:.]|(?<=\d)[,.](?=\d)){{0,{_CLAUSE}}}?\b({words}|{each})\b"
    before = rf"\b({words})\s+\w+\s+of\s+(?:\w+\s+)?$"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


def _has_rate(quantity: Quantity, unit: str) -> bool:
    """Whether "a" can bring in a rate: "$3 a litre", "12 ships a day", but not "12 fans a seat"."""
    return bool(quantity.unit) or unit in load_lexicon("scope")["rates"]["units"]


def find_frame(text: str, rank: Ordinal) -> str | None:
    """What a rank counts through, where its text tells: "of the season", "of the world", or None.

    >>> from claims.ordinals import find_ordinals
    >>> text = "It was the season's third cyclone."
    >>> find_frame(text, find_ordinals(text)[0])
    'of the season'
    """
    if not _running().isdisjoint(rank.noun.casefold().split()) or _IN_A_ROW.match(text, rank.end):
        return "in a row"
    before, after = _frames()
    if found := before.search(text, max(0, rank.start - _BEFORE), rank.start):
        return f"of the {singular(found[1])}"
    found = after.match(text, rank.end)
    if found is None:
        return None
    count = found["count"]
    return f"of {count} {found['noun']}" if count else f"of the {singular(found['noun'])}"


@cache
def _running() -> frozenset[str]:
    return frozenset(load_lexicon("ordinals")["running"]["forms"])


@cache
def _frames() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "The season's third", "third of the season", "third this season", "third in two seasons"."""
    nouns = "|".join(load_lexicon("ordinals")["frames"]["forms"])
    before = rf"\b({nouns})[’']s\s+$"
    gap = r"\s{1,9}"  # an indented line at most
    which = rf"(?:the|as{gap}many|an?|his|her|its|their|(?P<count>[\w-]{{1,30}}))"
    after = rf"{gap}(?:(?:of|in){gap}{which}|this|so{gap}far{gap}this){gap}(?P<noun>(?:{nouns})s?)\b"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)
