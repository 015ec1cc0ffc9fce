"""Which event of its sentence a number or a date belongs to, by the light syntax of the clause."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claims.event_lexicon import event_classes
from claims.events import EventMention
from claims.grammar import tokens_of
from claims.sentences import Span

Slot = Literal["agent", "patient", "measure", "adjunct"]

_REACH = 40  # tokens looked over on either side of a mention
_INSIDE_NP = frozenset(
    {"determiner", "number", "approximator", "partitive", "hyphen", "possessive", "adverb"}
)
_AMOUNTS = frozenset(
    {"$", "£", "€", "¥", "%", "percent", "cent", "cents", "dollars", "euros", "pounds", "yen"}
)
_BREAKS = frozenset({"stop", "relative", "subordinator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """The event that a mention belongs to, and the slot it fills there.

    "agent" does it, "patient" undergoes it, "measure" is the amount of a nominal event ("a loss of $3
    million"), "adjunct" is a time, a place or a price.
    """

    event: EventMention
    slot: Slot


class _Scene:
    """The tokens of one sentence with the events on them, and the token range of one mention."""

    def __init__(
        self, text: str, sentence: Span, start: int, end: int, events: Sequence[EventMention], dated: bool
    ) -> None:
        self.tokens = tokens_of(text[sentence.start : sentence.end])
        starts = [token.start + sentence.start for token in self.tokens]
        self.at: dict[int, EventMention] = {}
        self.last: dict[int, int] = {}
        for event in events:
            if event.event == "statement" and not dated:
                continue
            first = bisect_left(starts, event.start)
            after = bisect_left(starts, event.end)
            for index in range(first, after):
                self.at[index] = event
                self.last[index] = after - 1
        self.lo = max(0, bisect_left(starts, start + 1) - 1)
        self.hi = max(self.lo + 1, bisect_left(starts, end))
        self.is_amount = any(token.word in _AMOUNTS for token in self.tokens[self.lo : self.hi])

    def tag(self, index: int) -> str:
        return self.tokens[index].tag if 0 <= index < len(self.tokens) else "stop"

    def word(self, index: int) -> str:
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""


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
    scene = _Scene(text, sentence, start, end, events, dated)
    if dated:
        return _of_date(scene)
    counted = _head_noun(scene)
    before = _before(scene)
    if before and counted and not scene.is_amount and not _is_light(before.event):
        counted = None
    return _restrictive(scene) or counted or before or _after(scene) or _around(scene)


def _is_light(event: EventMention) -> bool:
    """ "Received 12 complaints": the verb says less than the noun."""
    return event.voice == "nominal" or event_classes()[event.name].light


def _restrictive(scene: _Scene) -> Governor | None:
    """The participle that tells which are meant: "two of the six ordered jets", "12 dead"."""
    definite = scene.tag(scene.lo - 1) in ("determiner", "possessive")
    for index in range(scene.lo, scene.hi):
        event = scene.at.get(index)
        if event is None or event.voice != "passive":
            continue
        if definite or scene.last[index] == scene.hi - 1:
            return Governor(event=event, slot="patient")
    return None


def _head_noun(scene: _Scene) -> Governor | None:
    """The event noun that is counted or measured: "12 deaths", "a $3 million fine", "a 4.2-magnitude one"."""
    event = scene.at.get(scene.hi - 1)
    if event is not None and event.voice == "nominal":
        return Governor(event=event, slot="measure")
    return _premodified(scene)


def _start_of_phrase(scene: _Scene) -> int:
    """The index before the noun phrase of the mention: over "at least", "a total of", "some of the"."""
    index = scene.lo - 1
    while index >= 0 and _is_before_number(scene, index):
        index -= 1
    return index


def _is_before_number(scene: _Scene, index: int) -> bool:
    word = scene.word(index)
    if word == "of":
        return scene.tag(index - 1) in ("partitive", "number", "determiner")
    if word in ("as", "than", "to", "at"):
        return scene.tag(index + 1) == "approximator" or (word == "as" and scene.word(index + 2) == "as")
    return scene.tag(index) in _INSIDE_NP


def _before(scene: _Scene) -> Governor | None:
    """The verb whose object the mention is, or the noun before "of" and "for"."""
    index = _start_of_phrase(scene)
    event = scene.at.get(index)
    if event is not None and event.voice != "nominal":
        if event.voice == "active" and not event.intransitive:
            return Governor(event=event, slot="patient")
        if event.voice == "passive":
            return Governor(event=event, slot="measure")
    if event is not None and event.voice == "nominal" and index == scene.lo - 1:
        return Governor(event=event, slot="measure")
    if scene.word(index) in ("of", "for", "to", "in", "at") and scene.at.get(index - 1) is not None:
        noun = scene.at[index - 1]
        if noun.voice == "nominal" and scene.word(index) in ("of", "for"):
            return Governor(event=noun, slot="measure")
        if noun.voice != "nominal" and not noun.intransitive:
            return Governor(event=noun, slot="adjunct")
    return _measured_subject(scene, index)


def _measured_subject(scene: _Scene, index: int) -> Governor | None:
    """ "The toll rose by 3 to 12", "turnout was 94 percent": the noun is the event; the verb moves it."""
    start = index
    while index >= 0 and start - index < 12:
        tag = scene.tag(index)
        if tag in ("preposition", "number", "approximator", "mark", "adverb", "determiner") or _is_unit(
            scene, index
        ):
            index -= 1
        else:
            break
    if scene.tag(index) not in ("change", "be", "have") or scene.at.get(index):
        return None
    while scene.tag(index) in ("change", "be", "have", "modal", "adverb", "negator"):
        index -= 1
    for at in range(index, max(-1, index - 8), -1):
        event = scene.at.get(at)
        if event is not None:
            return Governor(event=event, slot="measure") if event.voice == "nominal" else None
        if scene.tag(at) in _BREAKS | {"comma", "coordinator", "report"}:
            return None
    return None


def _is_unit(scene: _Scene, index: int) -> bool:
    return scene.tag(index - 1) == "number" and scene.tag(index) == "word" and index not in scene.at


def _premodified(scene: _Scene) -> Governor | None:
    """The event noun that the mention stands before: "a $3 million fine", "the 4.2-magnitude quake"."""
    index = scene.hi
    if scene.tag(index) == "hyphen":
        index += 1
    if scene.word(index) == "in" and scene.at.get(index + 1) is not None:
        index += 1
    event = scene.at.get(index)
    if event is None or event.voice != "nominal":
        return None
    following = scene.tag(scene.last[index] + 1)
    if following in ("word", "name") and scene.last[index] + 1 not in scene.at:
        return None
    return Governor(event=event, slot="measure")


def _after(scene: _Scene) -> Governor | None:
    """What is said of the mention as a subject: "12 people, among them a child, were killed"."""
    index = scene.hi
    relative = False
    commas = 0
    fallback: Governor | None = None
    while index < min(len(scene.tokens), scene.hi + _REACH):
        tag = scene.tag(index)
        event = scene.at.get(index)
        if event is not None and event.voice != "nominal":
            slot: Slot = "patient" if event.voice == "passive" or event.intransitive else "agent"
            found = Governor(event=event, slot=slot)
            if not relative:
                return found
            fallback = fallback or found
            relative = False
            index = scene.last[index]
        elif tag == "relative":
            relative = True
        elif tag in ("stop", "subordinator", "report"):
            break
        elif tag == "comma":
            commas += 1
        elif (
            tag == "plain"
            or (tag == "change" and not relative)
            or (commas == 0 and _opens_clause(scene, index))
        ):
            break
        index += 1
    return fallback


def _opens_clause(scene: _Scene, index: int) -> bool:
    return scene.tag(index) == "coordinator" and scene.tag(index + 1) in ("determiner", "name", "pronoun")


def _around(scene: _Scene) -> Governor | None:
    """The nearest event before the mention in its clause: "received 30 trucks and, from Chad, 12 more"."""
    for index in range(scene.lo - 1, max(-1, scene.lo - 1 - _REACH), -1):
        event = scene.at.get(index)
        tag = scene.tag(index)
        if event is not None:
            return Governor(event=event, slot="adjunct")
        if tag in ("stop", "subordinator", "report", "plain"):
            return None
    return None


def _of_date(scene: _Scene) -> Governor | None:
    index = scene.hi
    if scene.tag(index) == "possessive":
        index += 1
    for at in (index, index + 1, index + 2):
        event = scene.at.get(at)
        if event is not None and event.voice == "nominal":
            return Governor(event=event, slot="adjunct")
        if scene.tag(at) not in ("word", "name"):
            break
    before = scene.lo - 1
    while scene.tag(before) in ("preposition", "determiner", "adverb", "approximator"):
        before -= 1
    if scene.tag(before) == "report":
        event = scene.at.get(before)
        return Governor(event=event, slot="adjunct") if event else None
    return _nearest_left(scene, before) or _first_right(scene)


def _nearest_left(scene: _Scene, before: int) -> Governor | None:
    """The event of the clause that the date ends: its verb, or its noun where the verb only places it."""
    event = scene.at.get(before)
    if event is not None:
        return Governor(event=event, slot="adjunct")
    noun: EventMention | None = None
    for index in range(before, max(-1, before - _REACH), -1):
        event = scene.at.get(index)
        if event is not None and event.voice != "nominal":
            return Governor(event=event, slot="adjunct")
        noun = noun or event
        if scene.tag(index) in ("stop", "subordinator", "relative", "report", "plain"):
            break
    return Governor(event=noun, slot="adjunct") if noun else None


def _first_right(scene: _Scene) -> Governor | None:
    """The event of the clause that the date opens."""
    noun: EventMention | None = None
    for index in range(scene.hi, min(len(scene.tokens), scene.hi + _REACH)):
        event = scene.at.get(index)
        if event is not None and event.voice != "nominal":
            return Governor(event=event, slot="adjunct")
        noun = noun or event
        if scene.tag(index) in ("stop", "subordinator", "report", "plain"):
            break
    return Governor(event=noun, slot="adjunct") if noun else None
