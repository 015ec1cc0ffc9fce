"""The verb groups of a sentence: auxiliaries and verb together, with the event they tell, if any."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claims.events import EventMention
from claims.grammar import VERBS, Token
from claims.reading import Reading

_AUXILIARY = frozenset({"be", "do", "have", "modal"})
_GROUP = _AUXILIARY | VERBS | {"verb"}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """The tokens `start` to `end` (exclusive) of one verb with its auxiliaries.

    `kind` is "event", "verb", "report", "plain", "change", "aspect", "copula" or "participle" (a verb of no
    known event in "-ed" without auxiliary, which may be one). `is_finite` tells whether it has a subject of
    its own, `is_passive` whether that subject undergoes it, `is_singular` whether it must be a single one.
    """

    start: int
    end: int
    kind: str
    event: EventMention | None = None
    is_finite: bool = True
    is_passive: bool = False
    is_singular: bool = False


class Clauses:
    """One sentence's tokens, the events on them and its verb groups, by token index."""

    def __init__(self, reading: Reading, events: Sequence[EventMention]) -> None:
        self.tokens = reading.tokens
        self.starts = [token.start + reading.span.start for token in self.tokens]
        self.events: dict[int, EventMention] = {}
        self.last: dict[int, int] = {}
        for event in events:
            after = bisect_left(self.starts, event.end)
            for index in range(bisect_left(self.starts, event.start), after):
                self.events[index] = event
                self.last[index] = after - 1
        self.groups: dict[int, VerbGroup] = {}
        for group in self._verb_groups():
            for index in range(group.start, group.end):
                self.groups[index] = group

    def tag(self, index: int) -> str:
        """The tag of a token; "edge" beyond the sentence."""
        return self.tokens[index].tag if 0 <= index < len(self.tokens) else "edge"

    def word(self, index: int) -> str:
        """The casefolded word of a token; "" beyond the sentence."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def noun(self, index: int) -> EventMention | None:
        """The event of a noun at `index`."""
        event = self.events.get(index)
        return event if event is not None and event.voice == "nominal" else None

    def _verb_groups(self) -> list[VerbGroup]:
        groups = []
        index = 0
        while index < len(self.tokens):
            can_begin = index in self.events or self.tokens[index].tag in _GROUP
            group = self._group_at(index) if can_begin else None
            if group is None:
                index += 1
            else:
                groups.append(group)
                index = group.end
        return groups

    def _group_at(self, start: int) -> VerbGroup | None:
        index = start
        while self.tag(index) in _AUXILIARY and self._verb_event(index) is None:
            index += 1
            while self.tag(index) in ("adverb", "negator") or self.word(index).endswith("ly"):
                index += 1
        auxiliaries = self.tokens[start:index]
        event = self._verb_event(index)
        if event is not None:
            return self._event_group(start, self.last[index] + 1, event, auxiliaries)
        if not auxiliaries and index in self.events and self.events[index].attributive:
            return None  # "the number of wounded"
        if self.tag(index) in VERBS or self.tag(index) == "verb":
            return self._other_group(start, index, auxiliaries)
        if not auxiliaries:
            return None
        end = start + 1 + max(at for at, token in enumerate(auxiliaries) if token.tag in _AUXILIARY)
        return VerbGroup(start=start, end=end, kind="copula", is_singular=_is_singular(auxiliaries))

    def _verb_event(self, index: int) -> EventMention | None:
        event = self.events.get(index)
        return event if event is not None and event.voice != "nominal" and not event.attributive else None

    def _event_group(
        self, start: int, end: int, event: EventMention, auxiliaries: Sequence[Token]
    ) -> VerbGroup:
        is_participle = event.voice == "passive" or event.text.casefold().endswith("ing")
        return VerbGroup(
            start=start,
            end=end,
            kind="event",
            event=event,
            is_finite=bool(auxiliaries) or (not is_participle and self.word(start - 1) != "to"),
            is_passive=event.voice == "passive",
            is_singular=_is_singular(auxiliaries),
        )

    def _other_group(self, start: int, index: int, auxiliaries: Sequence[Token]) -> VerbGroup:
        word, tag = self.word(index), self.tag(index)
        bare = not auxiliaries
        is_participle = (
            bare and tag == "verb" and word.endswith(("ed", "en")) and self.tag(index + 1) == "preposition"
        )
        return VerbGroup(
            start=start,
            end=index + 1,
            kind="participle" if is_participle else tag,
            is_finite=not (bare and (word.endswith("ing") or is_participle or self.word(start - 1) == "to")),
            is_passive=any(token.tag == "be" for token in auxiliaries) and not word.endswith("ing"),
            is_singular=_is_singular(auxiliaries),
        )


def _is_singular(auxiliaries: Sequence[Token]) -> bool:
    return bool(auxiliaries) and auxiliaries[0].word in ("is", "was", "has", "does", "'s")
