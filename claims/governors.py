"""Which event of its sentence a number or a date belongs to, by the light syntax of the clause."""

from collections.abc import Sequence
from functools import lru_cache

from claims.clauses import Clauses, clauses_of
from claims.counted import CountedSite
from claims.dated import DatedSite
from claims.events import EventMention
from claims.sentences import Span
from claims.sites import Governor


def event_for(
    text: str, sentence: Span, start: int, end: int, events: Sequence[EventMention], *, dated: bool = False
) -> EventMention | None:
    """The event that the mention `text[start:end]` belongs to, or None where the sentence does not tell.

    `events` are those of `sentence`; `dated` says that the mention is a date or a time.
    """
    found = governor_of(text, sentence, start, end, events, dated=dated)
    return found.event if found else None


def governor_of(
    text: str, sentence: Span, start: int, end: int, events: Sequence[EventMention], *, dated: bool = False
) -> Governor | None:
    """The governing event of the mention `text[start:end]` with the slot that the mention fills.

    >>> from claims.events import find_events
    >>> text = "The blast killed 12 people and injured 30."
    >>> events = find_events(text, 0, len(text))
    >>> [governor_of(text, Span(0, len(text)), at, at + 2, events).event.event for at in (17, 39)]
    ['killed', 'injured']
    """
    if not events:
        return None
    clauses = _clauses(text, sentence, events, dated)
    site = DatedSite(clauses, start, end) if dated else _counted_site(clauses, start, end)
    return site.governor()


def part_event_for(
    text: str, sentence: Span, start: int, end: int, events: Sequence[EventMention]
) -> EventMention | None:
    """What befell a part of the number `text[start:end]`, or None where no part of it is told.

    >>> from claims.events import find_events
    >>> text = "Police arrested two of the six men."
    >>> events = find_events(text, 0, len(text))
    >>> event_for(text, Span(0, len(text)), 27, 28, events)
    >>> part_event_for(text, Span(0, len(text)), 27, 28, events).event
    'arrest'
    """
    site = _counted_site(_clauses(text, sentence, events, False), start, end)
    found = site.of_clause() if site.is_whole() else None
    return found.event if found else None


def find_part(
    text: str, sentence: Span, mentions: Sequence[tuple[int, int]], at: int, events: Sequence[EventMention]
) -> int | None:
    """Which of the numbers `mentions` of a sentence is told to be a part of the one at index `at`, or None.

    >>> text = "Of the 46 trains ordered, 28 have arrived."
    >>> find_part(text, Span(0, len(text)), [(7, 9), (26, 28)], 0, ())
    1
    """
    site = _counted_site(_clauses(text, sentence, events, False), *mentions[at])
    if not site.is_whole():
        return None
    part = at - 1 if site.follows_part() else at + 1
    return part if 0 <= part < len(mentions) else None


@lru_cache(maxsize=16)
def _counted_site(clauses: Clauses, start: int, end: int) -> CountedSite:
    """Where a number stands, kept while the claims of its sentence are read."""
    return CountedSite(clauses, start, end)


def _clauses(text: str, sentence: Span, events: Sequence[EventMention], dated: bool) -> Clauses:
    """Numbers are never governed by who says them; dates are."""
    return clauses_of(text, sentence, tuple(event for event in events if dated or event.event != "statement"))
