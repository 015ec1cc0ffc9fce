"""Which event of its sentence a number or a date belongs to, by the light syntax of the clause."""

from collections.abc import Sequence
from functools import lru_cache

from claims.clauses import Clauses
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
    clauses = _clauses(text, sentence, tuple(events), dated)
    site = DatedSite(clauses, start, end) if dated else CountedSite(clauses, start, end)
    return site.governor()


@lru_cache(maxsize=4)
def _clauses(text: str, sentence: Span, events: tuple[EventMention, ...], dated: bool) -> Clauses:
    """Numbers are never governed by who says them; dates are."""
    return Clauses(text, sentence, [event for event in events if dated or event.event != "statement"])
