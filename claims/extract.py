"""Extraction: from one article to its claims."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.attribution import find_attribution
from claims.context import content_stems
from claims.dates import find_dates
from claims.elided import with_elided
from claims.events import EventMention, find_events
from claims.forecast import is_forecast
from claims.governors import Governors
from claims.items import Antecedent, find_antecedents, read_item, resolve_item
from claims.landmarks import landmark_after
from claims.lexicon import load_lexicon
from claims.model import Claim, DateMention, Item, Ordinal, Quantity, When, claim_id
from claims.money_items import names_what_is_paid
from claims.name_index import NameIndex, article_names
from claims.ordinals import find_ordinals
from claims.parties import Parties
from claims.quantities import find_quantities
from claims.reading import Reading
from claims.replaced import with_replaced
from claims.scope import find_frame, find_scope
from claims.sentences import Span, split_sentences
from claims.standing import find_standing, is_counted_up_to
from claims.status import find_status
from claims.units import conversion
from claims.when import choose_when
from corpus.article import Article
from corpus.boilerplate import boilerplate_spans

Mention = Quantity | Ordinal | DateMention

_NEAR = 45  # characters on either side of a mention whose words say what it is about
_COUNTED = 6  # numbers before "12 of them" that may be the whole
_YEAR_OLD = re.compile(r"[- ]year[- ]old", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of\s+(?:them|those|which|whom)\b", re.IGNORECASE)
_DATELINE = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?[-–—]")
_DATELINE_PLACE = re.compile(r"[A-Z][\w.,'’/ -]{0,60}$")


@dataclass(frozen=True, slots=True)
class _Source:
    """What the claims of one article are read with."""

    article: Article
    names: NameIndex
    antecedents: Sequence[Antecedent]


@dataclass(frozen=True, slots=True)
class _Scene:
    """One sentence with everything that was found in it."""

    source: _Source
    reading: Reading
    mentions: Sequence[Mention]
    governors: Governors
    parties: Parties
    dates: Sequence[DateMention]
    named: frozenset[str]
    context: frozenset[str]

    @property
    def text(self) -> str:
        return self.reading.text

    @property
    def span(self) -> Span:
        return self.reading.span


def extract_claims(article: Article) -> list[Claim]:
    """Every claim of `article`, in text order: one for each quantity, each rank and each date of an event.

    Mentions in boilerplate (menus, comments, credits) make no claim; nor do vague dates ("now") and the
    date of a dateline. Mentions never overlap. Offsets are code points of `article.text`. Relative dates
    stay open where `article.published` is None.

    >>> [claim] = extract_claims(Article(id="a", text="The army received thirty T-72MS tanks."))
    >>> claim.text, str(claim.value), claim.item.designation
    ('thirty T-72MS tanks', '30', 'T-72MS')
    """
    text = article.text
    skipped = boilerplate_spans(text)
    sentences = [span for span in split_sentences(text) if not _overlaps(span, skipped)]
    mentions = _without_overlaps(
        find_quantities(text), find_ordinals(text), find_dates(text, article.published)
    )
    source = _Source(article, article_names(text, sentences), find_antecedents(text))
    claims = []
    position = 0
    for sentence in sentences:
        while position < len(mentions) and mentions[position].start < sentence.start:
            position += 1
        inside = []
        while position < len(mentions) and mentions[position].end <= sentence.end:
            inside.append(mentions[position])
            position += 1
        if inside := [mention for mention in inside if not _dates_nothing(text, sentence, mention)]:
            claims += _claims_of(_scene(source, sentence, inside))
    return claims


def _scene(source: _Source, sentence: Span, mentions: Sequence[Mention]) -> _Scene:
    text = source.article.text
    reading = Reading(text, sentence)
    governors = Governors(reading, find_events(reading))
    return _Scene(
        source,
        reading,
        mentions,
        governors,
        Parties(governors.clauses, source.names),
        dates=[mention for mention in mentions if isinstance(mention, DateMention)],
        named=frozenset(name.canonical for name in source.names.between(*sentence) if name.kind != "product"),
        context=content_stems(text, *sentence),
    )


def _overlaps(span: Span, skipped: Sequence[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in skipped)


def _without_overlaps(
    quantities: Sequence[Quantity], ordinals: Sequence[Ordinal], dates: Sequence[DateMention]
) -> list[Mention]:
    """The mentions in text order; a date keeps its place before a number, a number before a duration."""
    ranked: tuple[Sequence[Mention], ...] = (
        [date for date in dates if date.kind in ("date", "time")],
        quantities,
        ordinals,
    )
    taken = bytearray(max((m.end for mentions in ranked for m in mentions), default=0))
    kept: list[Mention] = []
    for mentions in ranked:
        for mention in mentions:
            if not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
                kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _dates_nothing(text: str, sentence: Span, mention: Mention) -> bool:
    """Whether a mention is a vague date ("now"), or a dateline's: it says when the report was filed."""
    if not isinstance(mention, DateMention):
        return False
    if mention.value.endswith("_REF"):
        return True
    place = text[sentence.start : mention.start]
    is_place = not place or (place.upper() == place and _DATELINE_PLACE.fullmatch(place) is not None)
    return is_place and _DATELINE.match(text, mention.end, sentence.end) is not None


def _claims_of(scene: _Scene) -> list[Claim]:
    """The claims of one sentence; a date takes over what the number that it dates is about."""
    claims = with_replaced(with_elided([_aged(_claim(scene, mention)) for mention in scene.mentions]))
    claims = _with_wholes(scene, claims)
    numbers = [claim for claim in claims if claim.kind == "quantity" and claim.item and claim.when]
    return [
        replace(claim, item=_dated_item(claim, numbers)) if claim.kind == "date" else claim
        for claim in claims
    ]


def _with_wholes(scene: _Scene, claims: Sequence[Claim]) -> list[Claim]:
    """`claims`, where each number that is told to be a part of another knows that whole."""
    told = list(claims)
    places = [n for n, claim in enumerate(claims) if claim.kind != "date"]
    mentions = [(claims[n].start, claims[n].end) for n in places]
    for at, n in enumerate(places):
        part = scene.governors.part_of(mentions, at)
        if part is not None and _can_be_part(claims[places[part]], claims[n]):
            told[places[part]] = replace(claims[places[part]], whole=claims[n].value)
        if at and _is_of_them(scene.text, claims[n]):
            counts = [
                claims[p] for p in places[max(0, at - _COUNTED) : at] if _can_be_part(claims[n], claims[p])
            ]
            told[n] = replace(told[n], whole=counts[0].value) if len(counts) == 1 else told[n]
    return told


def _aged(claim: Claim) -> Claim:
    """`claim`, as an age where it tells who is how old: "the driver, 54, fled", "a 34-year-old woman"."""
    is_age = claim.unit == "year" and (claim.text.isdigit() or _YEAR_OLD.search(claim.text) is not None)
    return replace(claim, event="age", stage=None, parties=()) if is_age else claim


def _is_of_them(text: str, claim: Claim) -> bool:
    """Whether a number is of those counted before: "31 people, 12 of them children"."""
    return claim.unit == "" and _OF_THEM.match(text, claim.start + len(claim.text)) is not None


def _can_be_part(part: Claim, whole: Claim) -> bool:
    if part.value is None or whole.value is None or whole.kind != "quantity":
        return False
    return part.unit == whole.unit and part.value <= whole.value


def _dated_item(date: Claim, numbers: Sequence[Claim]) -> Item | None:
    same = [claim for claim in numbers if claim.when == date.when and claim.event == date.event]
    nearest = min(same, key=lambda claim: abs(claim.start - date.start), default=None)
    return nearest.item if nearest else None


def _claim(scene: _Scene, mention: Mention) -> Claim:
    reading, article = scene.reading, scene.source.article
    text, span = reading.text, reading.span
    is_date = isinstance(mention, DateMention)
    event = scene.governors.event_of(mention.start, mention.end, dated=is_date)
    told = event or (None if is_date else scene.governors.event_of_part(mention.start, mention.end))
    when = _when(scene, mention, event)
    place = Span(mention.start, mention.end)
    foretold = isinstance(mention, Quantity) and is_forecast(reading, place)
    status = find_status(reading, mention.start, event)
    near = Span(max(span.start, mention.start - _NEAR), min(span.end, mention.end + _NEAR))
    quantity = mention if isinstance(mention, Quantity) else None
    number = None if isinstance(mention, DateMention) else mention
    return Claim(
        id=claim_id(article.id, mention.start),
        kind="date" if is_date else "ordinal" if isinstance(mention, Ordinal) else "quantity",
        doc=article.id,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        sentence=text[span.start : span.end],
        sentence_start=span.start,
        event=event.event if event else None,
        stage=event.stage if event else None,
        parties=scene.parties.of(told, mention.start) if told else (),
        when=When(value=when.value, first=when.first, last=when.last) if when else None,
        status="planned" if foretold and status == "asserted" else status,
        is_forecast=foretold,
        standing=find_standing(reading, place, dated=is_date),
        told=when.last if when and is_counted_up_to(text, when.start) else article.published,
        attribution=find_attribution(reading, mention.start, scene.source.names),
        names=scene.named,
        context=scene.context,
        near=content_stems(text, *near),
        value=number.value if number else None,
        noun=number.noun if number else None,
        item=_item(scene, number) if number and number.noun else None,
        low=quantity.low if quantity else None,
        high=quantity.high if quantity else None,
        bound=quantity.bound if quantity else "exact",
        unit=quantity.unit if quantity else "",
        change=quantity.change if quantity else None,
        scope=_scope(text, number) if number else None,
        landmark=_landmark(scene, quantity) if quantity else None,
    )


def _when(scene: _Scene, mention: Mention, event: EventMention | None) -> DateMention | None:
    if isinstance(mention, DateMention):
        return mention
    if not scene.dates:
        return None
    anchor = Span(event.start, event.end) if event else None
    others = [Span(other.start, other.end) for other in scene.mentions if other is not mention]
    place = Span(mention.start, mention.end)
    return choose_when(scene.text, scene.span, place, anchor, others, scene.dates)


def _item(scene: _Scene, mention: Quantity | Ordinal) -> Item | None:
    """What the number counts or measures, resolved in its article; no thing of money but what is paid."""
    item = read_item(mention.noun) if mention.noun else None
    if item is not None:
        item = resolve_item(item, scene.text, mention.start, scene.source.antecedents)
    if item is not None and isinstance(mention, Quantity) and mention.unit in load_lexicon("currencies"):
        item = item if names_what_is_paid(item, scene.text, mention.start, mention.end) else None
    return item


def _scope(text: str, number: Quantity | Ordinal) -> str | None:
    if isinstance(number, Ordinal):
        return find_frame(text, number)
    return find_scope(text, number, _number_end(number))


def _landmark(scene: _Scene, distance: Quantity) -> str | None:
    known = conversion(distance.unit)
    if known is None or known.dimension != "[length]":
        return None
    return landmark_after(scene.text, distance.end, scene.span.end, scene.source.names)


def _number_end(quantity: Quantity) -> int:
    """Where the number ends and its noun phrase begins."""
    if quantity.noun and quantity.text.endswith(quantity.noun):
        return quantity.end - len(quantity.noun)
    return quantity.end
