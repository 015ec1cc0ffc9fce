"""Parties: who is named in a claim's event, by the roles that the event's class gives them."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from claims.clauses import Clauses
from claims.event_lexicon import event_classes
from claims.events import EventMention
from claims.name_index import NameIndex
from claims.party_slots import Scene, Slot
from claims.sentences import Span


def find_parties(
    text: str,
    sentence: Span,
    mention_start: int,
    event: EventMention | None,
    events: Sequence[EventMention],
    names: NameIndex,
) -> tuple[tuple[str, str], ...]:
    """(role, name) pairs of `event`, the event of the mention at `mention_start`, in the order of the roles.

    Roles are those of the event's class ("buyer", "supplier") and "place". A state's capital, army and
    people are the state. Of two names for one role the one that stands behind the mention counts, else
    the nearest: "five from Russia and six from Belarus". Source: claims/lexicon/events.toml, `roles`.

    >>> from claims.events import find_events
    >>> from claims.name_index import article_names
    >>> text = "Belgrade bought 30 tanks from Russia."
    >>> whole = Span(0, len(text))
    >>> [event] = find_events(text, 0, len(text))
    >>> find_parties(text, whole, 16, event, [event], article_names(text, [whole]))
    (('buyer', 'Serbia'), ('supplier', 'Russia'))
    """
    if event is None:
        return ()
    clauses = _clauses(text, sentence, tuple(events))
    scene = Scene(clauses, event, names)
    roles = event_classes()[event.name].roles
    found: dict[str, list[Slot]] = {}
    for slot in scene.slots():
        role = "place" if slot.slot == "place" else roles.get(slot.slot)
        if role:
            found.setdefault(role, []).append(slot)
    mention = bisect_right(clauses.starts, mention_start) - 1
    return tuple(sorted((role, name) for role, slots in found.items() for name in _chosen(slots, mention)))


@lru_cache(maxsize=4)
def _clauses(text: str, sentence: Span, events: tuple[EventMention, ...]) -> Clauses:
    return Clauses(text, sentence, events)


def _chosen(slots: Sequence[Slot], mention: int) -> list[str]:
    """The names of one role: all of one slot's place, else those nearest behind the mention."""
    best = min(slots, key=lambda slot: (slot.at < mention, abs(slot.at - mention)))
    return sorted({slot.name for slot in slots if slot.at == best.at})
