"""Scenes: the sentences of an article that hold mentions, each with what was found in it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.context import content_stems
from claims.events import find_events
from claims.governors import Governors
from claims.model import DateMention, Ordinal, Quantity
from claims.name_index import NameIndex
from claims.parties import Parties
from claims.reading import Reading
from claims.shared import shared
from claims.when import Timing
from corpus.spans import Span

Mention = Quantity | Ordinal | DateMention


class Scene(NamedTuple):
    """One sentence with its mentions: who and what stands in it, and what it is about."""

    reading: Reading
    mentions: Sequence[Mention]
    governors: Governors
    parties: Parties
    timing: Timing
    named: frozenset[str]
    context: frozenset[str]


def read_scenes(
    text: str, sentences: Iterable[tuple[Span, Sequence[Mention]]], names: NameIndex
) -> list[Scene]:
    """The scene of each of the `sentences` of `text` that are given with their mentions."""
    found = list(sentences)
    spans, mentions = [span for span, _ in found], [inside for _, inside in found]
    readings = [Reading(text, span) for span in spans]
    events = [find_events(reading) for reading in readings]
    governors = [Governors(*told) for told in zip(readings, events, strict=True)]
    parties = [Parties(one.clauses, names) for one in governors]
    timings = [_timing(*told) for told in zip(readings, mentions, strict=True)]
    named = [_named(names, span) for span in spans]
    contexts = [content_stems(text, *span) for span in spans]
    return list(map(Scene, readings, mentions, governors, parties, timings, named, contexts))


def _timing(reading: Reading, mentions: Sequence[Mention]) -> Timing:
    places = [Span(mention.start, mention.end) for mention in mentions]
    return Timing(reading, places, [mention for mention in mentions if isinstance(mention, DateMention)])


def _named(names: NameIndex, sentence: Span) -> frozenset[str]:
    return shared(frozenset(name.canonical for name in names.between(*sentence) if name.kind != "product"))
