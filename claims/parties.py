"""Parties: who is named in a claim's event, by the roles that the event's class gives them."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from claims.clauses import Clauses
from claims.event_lexicon import event_classes, home_role
from claims.events import EventMention
from claims.name_index import NameIndex
from claims.party_slots import Scene, Slot


class Parties:
    """Who takes part in the events of one sentence; each event's names are looked for once.

    Roles are those of the event's class ("buyer", "supplier") and "place"; "supplier's country" is where the
    supplier is at home ("the Polish maker Solwagen"). A state's capital, army and people are the state. Of
    two names for one role the one that stands behind the mention counts, else the nearest: "five from Russia
    and six from Belarus". Source: claims/lexicon/events.toml, `roles`.

    >>> from claims.events import find_events
    >>> from claims.name_index import article_names
    >>> from claims.reading import Reading
    >>> reading = Reading("Belgrade bought 30 tanks from Russia.")
    >>> [event] = find_events(reading)
    >>> parties = Parties(Clauses(reading, [event]), article_names(reading.text, [reading.span]))
    >>> parties.of(event, 16)
    (('buyer', 'Serbia'), ('supplier', 'Russia'))
    """

    def __init__(self, clauses: Clauses, names: NameIndex) -> None:
        self._clauses = clauses
        self._names = names
        self._roles: dict[int, Mapping[str, Sequence[Slot]]] = {}

    def of(self, event: EventMention, mention_start: int) -> tuple[tuple[str, str], ...]:
        """(role, name) pairs of the event of the mention at `mention_start`, in the order of the roles."""
        roles = self._roles.get(event.start)
        if roles is None:
            roles = self._roles[event.start] = self._roles_of(event)
        if not roles:
            return ()
        mention = bisect_right(self._clauses.starts, mention_start) - 1
        chosen = (_chosen(role, slots, mention) for role, slots in roles.items())
        return tuple(sorted(set(chain.from_iterable(chosen))))

    def _roles_of(self, event: EventMention) -> Mapping[str, Sequence[Slot]]:
        slots = list(Scene(self._clauses, event, self._names).slots())
        filled = {slot.slot for slot in slots}
        found: dict[str, list[Slot]] = {}
        for slot in slots:
            if role := role_of(slot.slot, event_classes()[event.name].roles, filled):
                found.setdefault(role, []).append(slot)
        return found


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
