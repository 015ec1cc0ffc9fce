"""Filling: the claim on each mention of an article, slot by slot."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from claims.attribution import find_attribution
from claims.context import content_stems
from claims.events import EventMention
from claims.forecast import is_forecast
from claims.items import Antecedent, read_item, resolve_item
from claims.landmarks import landmark_after
from claims.lexicon import load_lexicon
from claims.model import (
    Claim,
    DateMention,
    Item,
    Ordinal,
    Quantity,
    Standing,
    Status,
    When,
    claim_id,
)
from claims.money_items import names_what_is_paid
from claims.name_index import NameIndex
from claims.reading import Reading
from claims.scenes import Mention, Scene
from claims.scope import find_frame, find_scope
from claims.shared import number_of, shared
from claims.standing import find_standing, is_counted_up_to
from claims.status import find_status
from claims.units import conversion
from corpus.article import Article
from corpus.spans import Span

_NEAR = 45  # characters on either side of a mention whose words say what it is about
_YEAR_OLD = re.compile(r"[- ]year[- ]old", re.IGNORECASE)


class _Slots(NamedTuple):
    """What the text tells of one mention."""

    event: EventMention | None
    parties: tuple[tuple[str, str], ...]
    when: DateMention | None
    status: Status
    standing: Standing | None
    is_forecast: bool
    attribution: str | None
    item: Item | None
    scope: str | None
    landmark: str | None
    near: frozenset[str]


def fill_claims(
    article: Article, scenes: Sequence[Scene], names: NameIndex, antecedents: Sequence[Antecedent]
) -> list[Claim]:
    """The claims on the mentions of `scenes`, in text order, each by itself.

    `antecedents` are those of the whole article.

    One slot of all is filled after the other: what has just run is at hand in the processor, so that all of
    extraction takes a tenth less time than claim by claim.
    """
    text = article.text
    places = [(scene, mention) for scene in scenes for mention in scene.mentions]
    spans = [Span(mention.start, mention.end) for _, mention in places]
    events = [_event(*place) for place in places]
    told = zip(
        events,
        [_parties(*place, event) for place, event in zip(places, events, strict=True)],
        [_when(*place, event) for place, event in zip(places, events, strict=True)],
        [find_status(s.reading, m.start, event) for (s, m), event in zip(places, events, strict=True)],
        [
            find_standing(s.reading, span, dated=isinstance(m, DateMention))
            for (s, m), span in zip(places, spans, strict=True)
        ],
        [
            isinstance(m, Quantity) and is_forecast(s.reading, span)
            for (s, m), span in zip(places, spans, strict=True)
        ],
        [find_attribution(s.reading, m.start, names) for s, m in places],
        [_item(text, m, antecedents) for _, m in places],
        [_scope(scene, m) for scene, m in places],
        [_landmark(s, m, names) for s, m in places],
        [_near(s, span) for (s, _), span in zip(places, spans, strict=True)],
        strict=True,
    )
    slots = map(_Slots._make, told)
    return [_claim(article, *place, filled) for place, filled in zip(places, slots, strict=True)]


def _claim(article: Article, scene: Scene, mention: Mention, told: _Slots) -> Claim:
    reading, event, when = scene.reading, told.event, told.when
    quantity = mention if isinstance(mention, Quantity) else None
    number = None if isinstance(mention, DateMention) else mention
    is_age = _is_age(quantity)
    return Claim(
        id=claim_id(article.id, mention.start),
        kind="quantity" if quantity else "ordinal" if number else "date",
        doc=article.id,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        sentence=reading.sentence,
        sentence_start=reading.span.start,
        event="age" if is_age else event.event if event else None,
        stage=event.stage if event and not is_age else None,
        parties=() if is_age else shared(told.parties),
        when=shared(When(value=when.value, first=when.first, last=when.last)) if when else None,
        status="planned" if told.is_forecast and told.status == "asserted" else told.status,
        is_forecast=told.is_forecast,
        standing=told.standing,
        told=_told(reading, when, article),
        attribution=told.attribution,
        names=scene.named,
        context=scene.context,
        near=told.near,
        value=number_of(str(number.value)) if number and number.value is not None else None,
        noun=number.noun if number else None,
        item=shared(told.item),
        low=quantity.low if quantity else None,
        high=quantity.high if quantity else None,
        bound=quantity.bound if quantity else "exact",
        unit=quantity.unit if quantity else "",
        change=quantity.change if quantity else None,
        scope=told.scope,
        landmark=told.landmark,
    )


def _told(reading: Reading, when: DateMention | None, article: Article) -> date | None:
    """The day up to which the text counts, if it has come, else that of publication."""
    day = when.last if when and is_counted_up_to(reading.text, when.start) else None
    is_to_come = day is not None and article.published is not None and day > article.published
    return article.published if day is None or is_to_come else day


def _is_age(quantity: Quantity | None) -> bool:
    """Whether a number tells who is how old: "the driver, 54, fled", "a 34-year-old woman"."""
    if quantity is None or quantity.unit != "year":
        return False
    return quantity.text.isdigit() or _YEAR_OLD.search(quantity.text) is not None


def _event(scene: Scene, mention: Mention) -> EventMention | None:
    if isinstance(mention, Quantity) and _tells_children(scene.reading.text, mention.start):
        return None
    return scene.governors.event_of(mention.start, mention.end, dated=isinstance(mention, DateMention))


def _tells_children(text: str, start: int) -> bool:
    """Whether a number at `start` tells how many children somebody has: "a father of four died"."""
    return _parents().search(text, max(0, start - _NEAR), start) is not None


@cache
def _parents() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_lexicon('measured')['parents']['forms'])}) of $")


def _parties(scene: Scene, mention: Mention, event: EventMention | None) -> tuple[tuple[str, str], ...]:
    """Who takes part in the event of `mention`, or in what befell a part of it."""
    if event is None and isinstance(mention, Quantity) and _tells_children(scene.reading.text, mention.start):
        return ()
    if event is None and not isinstance(mention, DateMention):
        event = scene.governors.event_of_part(mention.start, mention.end)
    return scene.parties.of(event, mention.start) if event else ()


def _when(scene: Scene, mention: Mention, event: EventMention | None) -> DateMention | None:
    if isinstance(mention, DateMention):
        return mention
    anchor = Span(event.start, event.end) if event else None
    return scene.timing.of(Span(mention.start, mention.end), anchor)


def _item(text: str, mention: Mention, antecedents: Sequence[Antecedent]) -> Item | None:
    """What a number counts or measures, resolved in its article; no thing of money but what is paid."""
    if isinstance(mention, DateMention) or not mention.noun:
        return None
    item = read_item(mention.noun)
    if item is not None:
        item = resolve_item(item, text, mention.start, antecedents)
    if item is not None and isinstance(mention, Quantity) and mention.unit in load_lexicon("currencies"):
        item = item if names_what_is_paid(item, text, mention.start, mention.end) else None
    return item


def _scope(scene: Scene, mention: Mention) -> str | None:
    text = scene.reading.text
    if isinstance(mention, Quantity):
        return find_scope(text, mention, _number_end(mention), scene.reading.span.end)
    return find_frame(text, mention) if isinstance(mention, Ordinal) else None


def _landmark(scene: Scene, distance: Mention, names: NameIndex) -> str | None:
    known = conversion(distance.unit) if isinstance(distance, Quantity) else None
    if known is None or known.dimension != "[length]":
        return None
    return landmark_after(scene.reading.text, distance.end, scene.reading.span.end, names)


def _near(scene: Scene, mention: Span) -> frozenset[str]:
    sentence = scene.reading.span
    first, last = max(sentence.start, mention.start - _NEAR), min(sentence.end, mention.end + _NEAR)
    return scene.context if (first, last) == sentence else content_stems(scene.reading.text, first, last)


def _number_end(quantity: Quantity) -> int:
    """Where the number ends and its noun phrase begins."""
    if quantity.noun and quantity.text.endswith(quantity.noun):
        return quantity.end - len(quantity.noun)
    return quantity.end
