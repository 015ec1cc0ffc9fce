"""The names round an event by their place in the clause: who does it, to whom, from where, to where."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from claims.bearers import Bearer, Bearers, is_locality
from claims.clauses import Clauses, VerbGroup
from claims.event_lexicon import event_classes
from claims.events import EventMention
from claims.lexicon import load_lexicon
from claims.name_index import NameIndex
from claims.words import verb_forms

_REACH = 40  # tokens looked over on either side of an event
_INSERTED = 25  # tokens between two commas behind a subject
_OWNER = 6  # tokens between an owner and the noun of the event
_BREAKS = frozenset({"stop", "dash", "relative", "subordinator", "edge"})
_PHRASE_ENDS = _BREAKS | {"comma", "coordinator", "preposition"}
_PREMODIFIERS = frozenset(
    {"word", "number", "date", "name", "hyphen", "approximator", "adverb", "noun", "verb"}
)


class Slot(NamedTuple):
    """A bearer in a slot of an event's clause.

    "agent", "patient", "source", "recipient", "indirect" (a recipient without "to"), "companion" (with whom)
    or "place"; of a noun that a verb carries also "giver" ("the bank granted a loan") and "taker" ("got a
    fine").
    """

    slot: str
    bearer: Bearer
    at: int


def _is_finite(clauses: Clauses, group: VerbGroup) -> bool:
    return group.is_finite and not clauses.words[group.start].endswith("ing")


@cache
def carrying_verbs() -> Mapping[str, str]:
    """The forms of verbs that leave the event to their object, with their subject's slot there."""
    carriers: Mapping[str, list[str]] = load_lexicon("parties")["carriers"]
    return MappingProxyType(
        {form: slot for slot, verbs in carriers.items() for verb in verbs for form in verb_forms(verb)}
    )


class Scene:
    """One event in its clause, with the names of the article."""

    def __init__(self, clauses: Clauses, event: EventMention, names: NameIndex) -> None:
        self.clauses = clauses
        self.event = event
        self.bearers = Bearers(clauses, names)
        self.at = min(bisect_left(clauses.starts, event.start), len(clauses.starts) - 1)
        self.after = clauses.last.get(self.at, self.at) + 1
        self.group = clauses.groups.get(self.at)

    def slots(self) -> Iterator[Slot]:
        """Every name that has a slot, those of the subject first."""
        if self.event.voice == "nominal" or self.group is None:
            owners = [Slot("agent", bearer, self.at) for bearer in self._owners()]
            yield from owners or self._carried()
        else:
            befalls = self.event.intransitive and event_classes()[self.event.name].family == "casualties"
            slot = "patient" if self.group.is_passive or befalls else "agent"
            for bearer in self.subject_of(self.group):
                yield Slot(slot, bearer, self.at)
            if not self.group.is_passive:
                yield from self._objects()
        yield from self._phrases(range(self.after, self.after + _REACH))
        yield from self._opening()

    def subject_of(self, group: VerbGroup, depth: int = 3) -> list[Bearer]:
        """The bearers of the subject of `group`; "which" has its antecedent's, "and sold" what precedes."""
        index = group.start - 1
        while self.clauses.tags[index] in ("adverb", "negator", "date") or self._is_passed_over(index):
            index -= 1
        tag = self.clauses.tags[index]
        if tag == "pronoun" and depth and self._resumes_subject(index):
            previous = self._finite_before(index - 1)
            return self.subject_of(previous, depth - 1) if previous else []
        if tag == "relative":
            index -= 1
            if self.clauses.tags[index] == "comma":
                index -= 1
            found = self._shared_bearers(self._phrase_start(index, across_prepositions=True), index + 1)
            return [bearer for bearer in found if not is_locality(bearer.name)]
        if self.clauses.words[index] == "to" or tag == "coordinator" or not _is_finite(self.clauses, group):
            previous = self._finite_before(index)
            return self.subject_of(previous, depth - 1) if previous and depth else []
        if tag == "comma":
            index = self._before_inserted(index) - 1
        first = self._phrase_start(index, across_prepositions=True)
        first = self._after_opening(first, index + 1)
        return self._shared_bearers(first, index + 1)

    def _shared_bearers(self, first: int, last: int) -> list[Bearer]:
        """The bearers of a phrase and of what "and" joins to it; none where that names nobody."""
        found = self.bearers.of(first, last)
        if found and self.clauses.tags[first - 1] == "coordinator":
            start = self._phrase_start(first - 2, across_prepositions=True)
            other = self.bearers.of(start, first - 1)
            return other + found if other and self.clauses.tags[start] != "preposition" else []
        return found

    def _resumes_subject(self, index: int) -> bool:
        """Whether the pronoun is the subject's: "received two of the six that it ordered", "says it sold"."""
        before = self.clauses.groups.get(index - 1)
        event = before.event if before else None
        is_said = before is not None and (before.kind == "report" or (event and event.event == "statement"))
        return bool(is_said) or self.clauses.tags[index - 1] in ("relative", "word", "noun")

    def _is_passed_over(self, index: int) -> bool:
        """Whether the word at `index` tells manner or time between a subject and its verb."""
        return self.clauses.words[index].endswith("ly") or self._tells_time(index)

    def _tells_time(self, index: int) -> bool:
        is_name = self.clauses.tags[index] == "name"
        return not is_name and self.clauses.words[index] in load_lexicon("parties")["times"]["words"]

    def _finite_before(self, index: int) -> VerbGroup | None:
        """The verb whose subject a verb after "and" or "to", or in "-ing", shares."""
        for at in range(index, max(-1, index - _REACH), -1):
            group = self.clauses.groups.get(at)
            if group is not None and _is_finite(self.clauses, group):
                return group
            if self.clauses.tags[at] in ("stop", "subordinator"):
                return None
        return None

    def _phrase_start(self, index: int, *, across_prepositions: bool = False) -> int:
        first = index + 1
        ends = _PHRASE_ENDS - {"preposition"} if across_prepositions else _PHRASE_ENDS
        least = max(0, index - _REACH)
        while first > least:
            if self.clauses.tags[first - 1] in ends or first - 1 in self.clauses.groups:
                break
            first -= 1
        return first

    def _before_inserted(self, comma: int) -> int:
        """The comma that opens the relative clause or the apposition which `comma` closes."""
        for index in range(comma - 1, max(-1, comma - _INSERTED), -1):
            if self.clauses.tags[index] == "comma" and self.clauses.tags[index - 1] in (
                "name",
                "word",
                "noun",
            ):
                return index
        return comma

    def _after_opening(self, first: int, last: int) -> int:
        """The token behind "On Monday" or "In October 2021" where this opens the clause."""
        if self.clauses.tags[first] != "preposition":
            return first
        index = first + 1
        while index < last and self.clauses.tags[index] in ("date", "number", "determiner"):
            index += 1
        return index if index > first + 1 and self.clauses.tags[index - 1] != "determiner" else last

    def _owners(self) -> list[Bearer]:
        """Whose event a noun tells: "Serbia's purchase", "the Serbian purchase", "its purchase"."""
        index = self.at - 1
        while index > max(-1, self.at - 1 - _OWNER):
            tag = self.clauses.tags[index]
            if tag == "possessive":
                return self.bearers.of(self._phrase_start(index - 1), index)
            if self.clauses.words[index] in ("its", "their", "his", "her"):
                previous = self._finite_before(index)
                return self.subject_of(previous) if previous else []
            nation = self.bearers.nation(index)
            if nation:
                return [Bearer(nation)]
            if index in self.clauses.groups or tag not in _PREMODIFIERS | {"determiner"}:
                break
            index -= 1
        return []

    def _carried(self) -> Iterator[Slot]:
        """The subject of the verb whose object the noun is: "Serbia signed a deal", "it granted a loan"."""
        index = self.at - 1
        while index not in self.clauses.groups and self.clauses.tags[index] in _PREMODIFIERS | {"determiner"}:
            index -= 1
        group = self.clauses.groups.get(index)
        if group is None or group.is_passive or self.at - index > _OWNER:
            return
        slot = carrying_verbs().get(self.clauses.words[group.end - 1])
        if slot is not None:
            yield from (Slot(slot, bearer, self.at) for bearer in self.subject_of(group))

    def _objects(self) -> Iterator[Slot]:
        """The name behind an active verb: what is done to it, or who gets what follows."""
        first = self.after
        while self.clauses.tags[first] in ("determiner", "adverb"):
            first += 1
        end = self.bearers.name_end(first)
        if end is None:
            return
        following = self.clauses.tags[end]
        is_noun = following in ("word", "noun", "hyphen") and not self.bearers.nation(first)
        is_twofold = is_noun or following in ("number", "determiner", "approximator")
        slot = "indirect" if is_twofold else "patient"
        last = end if is_twofold else self._phrase_end(end)
        for bearer in self.bearers.of(first, last):
            yield Slot(slot, bearer, first)

    def _object_end(self, index: int) -> int:
        """The end of a preposition's noun phrase; an amount behind a name is another: "from Russia five"."""
        first = index
        while self.clauses.tags[first] == "determiner":
            first += 1
        end = self.bearers.name_end(first)
        if end is not None and self.clauses.tags[end] in ("number", "approximator", "determiner"):
            return end
        return self._phrase_end(index)

    def _phrase_end(self, index: int) -> int:
        end = index
        while end < index + _REACH and self.clauses.tags[end] not in _PHRASE_ENDS:
            if end in self.clauses.groups or (end > index and self._tells_time(end)):
                break
            end += 1
        return end

    def _phrases(self, indexes: range) -> Iterator[Slot]:
        """The names in prepositional phrases behind the event, up to the next clause."""
        prepositions = load_lexicon("parties")["prepositions"]
        carried = 0  # verbs passed over: "the quake struck near Nome" is near Nome
        for index in indexes:
            tag, group = self.clauses.tags[index], self.clauses.groups.get(index)
            if group is not None and group.is_finite and index == group.start:
                carried += 1
            if tag in _BREAKS or carried > (self.event.voice == "nominal"):
                return
            slot = prepositions.get(self.clauses.words[index]) if tag == "preposition" else None
            if slot is None or (slot == "owned" and self.event.voice != "nominal"):
                continue
            if carried and slot not in ("place", "source"):
                continue
            slot = "patient" if slot == "owned" else slot
            if slot == "agent" and self.group is not None and not self.group.is_passive:
                continue
            if self.clauses.words[index] == "between":
                yield from self._pair(slot, index + 1)
                continue
            last = self._object_end(index + 1)
            bearers = self.bearers.places if slot == "place" else self.bearers.of
            for bearer in bearers(index + 1, last):
                yield Slot(slot, bearer, index)

    def _pair(self, slot: str, first: int) -> Iterator[Slot]:
        """ "A deal between Poland and Slovakia"."""
        middle = self._phrase_end(first)
        found = self.bearers.of(first, middle)
        if found and self.clauses.words[middle] == "and":
            found += self.bearers.of(middle + 1, self._phrase_end(middle + 1))
            yield from (Slot(slot, bearer, first) for bearer in found)

    def _opening(self) -> Iterator[Slot]:
        """The place that opens the clause: "In Kosovo, five were killed"."""
        first = 0
        for index in range(self.at - 1, max(-1, self.at - _REACH), -1):
            if self.clauses.tags[index] in ("stop", "subordinator", "relative"):
                first = index + 1
                break
        if self.clauses.tags[first] == "preposition" and first < self.at:
            for slot in self._phrases(range(first, first + 1)):
                if slot.slot == "place":
                    yield slot
