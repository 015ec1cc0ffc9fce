"""Parties: who is named in a claim's event, by the roles that the event's class gives them."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from claims.clauses import clauses_of
from claims.event_lexicon import event_classes, home_role
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

    Roles are those of the event's class ("buyer", "supplier") and "place"; "supplier's country" is where the
    supplier is at home ("the Polish maker Solwagen"). A state's capital, army and people are the state. Of
    two names for one role the one that stands behind the mention counts, else the nearest: "five from Russia
    and six from Belarus". Source: claims/lexicon/events.toml, `roles`.

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
    clauses = clauses_of(text, sentence, tuple(events))
    scene = Scene(clauses, event, names)
    roles = event_classes()[event.name].roles
    found: dict[str, list[Slot]] = {}
    slots = list(scene.slots())
    for slot in slots:
        role = role_of(slot.slot, roles, {other.slot for other in slots})
        if role:
            found.setdefault(role, []).append(slot)
    mention = bisect_right(clauses.starts, mention_start) - 1
    return tuple(sorted({pair for role, slots in found.items() for pair in _chosen(role, slots, mention)}))


def _chosen(role: str, slots: Sequence[Slot], mention: int) -> Iterator[tuple[str, str]]:
    """The names of one role: all of one slot's place, else those nearest behind the mention."""
    best = min(slots, key=lambda slot: (slot.at < mention, abs(slot.at - mention)))
    for slot in slots:
        if slot.at == best.at and slot.bearer.name:
            yield role, slot.bearer.name
        if slot.at == best.at and slot.bearer.country:
            yield home_role(role), slot.bearer.country


def role_of(slot: str, roles: Mapping[str, str], slots: Collection[str]) -> str | None:
    """The role of a slot of a class with `roles`, in a clause with `slots`; None where the class has none.

    Who gives or takes what a noun names does it where the class says no more; an order is won from the buyer.

    >>> roles = {"agent": "buyer", "patient": "item", "source": "supplier", "taker": "supplier"}
    >>> role_of("source", roles, ["agent", "source"]), role_of("source", roles, ["taker", "source"])
    ('supplier', 'buyer')
    """
    if slot == "place":
        return "place"
    if slot == "source" and "taker" in slots and roles.get("taker") == roles.get("source"):
        return roles.get("agent")
    if slot == "indirect":
        return roles.get("recipient") or roles.get("patient")
    return roles.get(slot) or (roles.get("agent") if slot in ("giver", "taker") else None)
