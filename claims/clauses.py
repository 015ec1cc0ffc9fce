"""The verb groups of a sentence: auxiliaries and verb together, with the event they tell, if any."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress, count
from typing import NamedTuple

from claims.events import EventMention
from claims.grammar import START, TAG, VERBS, WORD, Token
from claims.reading import Reading

_AUXILIARY = frozenset({"be", "do", "have", "modal"})
_GROUP = _AUXILIARY | VERBS | {"verb"}


class VerbGroup(NamedTuple):
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


_MARGIN = 100  # tokens that may be asked for before the first and behind the last
_EDGES, _NO_WORDS = ("edge",) * _MARGIN, ("",) * _MARGIN


class Clauses:
    """One sentence's tokens, the events on them and its verb groups, by token index.

    `tags` and `words` are those of the tokens in order; beyond the sentence, also at negative indexes, the
    tag is "edge" and the word "".
    """

    def __init__(self, reading: Reading, events: Sequence[EventMention]) -> None:
        self.tokens = reading.tokens
        self.tags: list[str] = [*map(TAG, self.tokens), *_EDGES]
        self.words: list[str] = [*map(WORD, self.tokens), *_NO_WORDS]
        self.starts: list[int] = list(map(reading.span.start.__add__, map(START, self.tokens)))
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

    def noun(self, index: int) -> EventMention | None:
        """The event of a noun at `index`."""
        event = self.events.get(index)
        return event if event is not None and event.voice == "nominal" else None

    def _verb_groups(self) -> list[VerbGroup]:
        groups = []
        end = 0
        verbal = compress(count(), map(_GROUP.__contains__, self.tags))
        for index in sorted({*verbal, *self.events}) if self.events else verbal:
            group = self._group_at(index) if index >= end else None
            if group is not None:
                groups.append(group)
                end = group.end
        return groups

    def _group_at(self, start: int) -> VerbGroup | None:
        index = start
        while self.tags[index] in _AUXILIARY and self._verb_event(index) is None:
            index += 1
            while self.tags[index] in ("adverb", "negator") or self.words[index].endswith("ly"):
                index += 1
        auxiliaries = self.tokens[start:index]
        event = self._verb_event(index)
        if event is not None:
            return self._event_group(start, self.last[index] + 1, event, auxiliaries)
        if not auxiliaries and index in self.events and self.events[index].attributive:
            return None  # "the number of wounded"
        if self.tags[index] in VERBS or self.tags[index] == "verb":
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
            is_finite=bool(auxiliaries) or (not is_participle and self.words[start - 1] != "to"),
            is_passive=event.voice == "passive",
            is_singular=_is_singular(auxiliaries),
        )

    def _other_group(self, start: int, index: int, auxiliaries: Sequence[Token]) -> VerbGroup:
        word, tag = self.words[index], self.tags[index]
        bare = not auxiliaries
        is_participle = (
            bare and tag == "verb" and word.endswith(("ed", "en")) and self.tags[index + 1] == "preposition"
        )
        return VerbGroup(
            start=start,
            end=index + 1,
            kind="participle" if is_participle else tag,
            is_finite=not (bare and (word.endswith("ing") or is_participle or self.words[start - 1] == "to")),
            is_passive=any(token.tag == "be" for token in auxiliaries) and not word.endswith("ing"),
            is_singular=_is_singular(auxiliaries),
        )


def _is_singular(auxiliaries: Sequence[Token]) -> bool:
    return bool(auxiliaries) and auxiliaries[0].word in ("is", "was", "has", "does", "'s")
