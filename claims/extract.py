"""Extraction: from one article to its claims."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.context import content_stems
from claims.dates import find_dates
from claims.events import EventMention, find_events
from claims.governors import event_for
from claims.items import Antecedent, find_antecedents, read_item, resolve_item
from claims.model import Claim, DateMention, Ordinal, Quantity, When
from claims.name_index import NameIndex, article_names
from claims.ordinals import find_ordinals
from claims.quantities import find_quantities
from claims.scope import find_scope
from claims.sentences import Span, split_sentences
from claims.when import choose_when
from corpus.article import Article
from corpus.boilerplate import boilerplate_spans

Mention = Quantity | Ordinal | DateMention

_NEAR = 45  # characters on either side of a mention whose words say what it is about
_DATELINE = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?[-–—]")
_DATELINE_PLACE = re.compile(r"[A-Z][\w.,'’/ -]{0,60}$")


@dataclass(frozen=True, slots=True)
class _Source:
    """What the claims of one article are read with."""

    article: Article
    names: NameIndex
    antecedents: Sequence[Antecedent]


def extract_claims(article: Article) -> list[Claim]:
    """Every claim of `article`, in text order: one for each quantity, each rank and each date of an event.

    Mentions in boilerplate (menus, comments, credits, captions' event names) make no claim; mentions
    never overlap. Offsets are code points of `article.text`. Relative dates stay open where
    `article.published` is None.

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
        if inside:
            claims += _claims_of_sentence(source, sentence, inside)
    return claims


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


def _claims_of_sentence(source: _Source, sentence: Span, mentions: Sequence[Mention]) -> list[Claim]:
    text = source.article.text
    events = find_events(text, sentence.start, sentence.end)
    dates = [m for m in mentions if isinstance(m, DateMention) and not m.value.endswith("_REF")]
    context = content_stems(text, sentence.start, sentence.end)
    claims = []
    for mention in mentions:
        if isinstance(mention, DateMention) and _dates_nothing(text, sentence, mention):
            continue
        claims.append(_claim(source, sentence, mention, mentions, events, dates, context))
    return claims


def _dates_nothing(text: str, sentence: Span, date: DateMention) -> bool:
    """Whether a date is vague ("now"), or a dateline's: it says when the report was filed."""
    if date.value.endswith("_REF"):
        return True
    place = text[sentence.start : date.start]
    is_place = not place or (place.upper() == place and _DATELINE_PLACE.fullmatch(place) is not None)
    return is_place and _DATELINE.match(text, date.end, sentence.end) is not None


def _claim(
    source: _Source,
    sentence: Span,
    mention: Mention,
    mentions: Sequence[Mention],
    events: Sequence[EventMention],
    dates: Sequence[DateMention],
    context: frozenset[str],
) -> Claim:
    text = source.article.text
    is_date = isinstance(mention, DateMention)
    event = event_for(text, sentence, mention.start, mention.end, events, dated=is_date)
    anchor = Span(event.start, event.end) if event else None
    spans = [Span(other.start, other.end) for other in mentions if other is not mention]
    when: DateMention | None
    if isinstance(mention, DateMention):
        when = mention
    else:
        when = choose_when(text, sentence, Span(mention.start, mention.end), anchor, spans, dates)
    noun = None if isinstance(mention, DateMention) else mention.noun
    item = read_item(noun) if noun else None
    if item is not None:
        item = resolve_item(item, text, mention.start, source.antecedents)
    quantity = mention if isinstance(mention, Quantity) else None
    return Claim(
        id=f"{source.article.id}:{mention.start}",
        kind="quantity" if quantity else "ordinal" if isinstance(mention, Ordinal) else "date",
        doc=source.article.id,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        sentence=text[sentence.start : sentence.end],
        sentence_start=sentence.start,
        value=None if isinstance(mention, DateMention) else mention.value,
        low=quantity.low if quantity else None,
        high=quantity.high if quantity else None,
        bound=quantity.bound if quantity else "exact",
        unit=quantity.unit if quantity else "",
        noun=noun,
        change=quantity.change if quantity else None,
        item=item,
        event=event.event if event else None,
        stage=event.stage if event else None,
        scope=find_scope(text, quantity, _number_end(quantity)) if quantity else None,
        when=When(value=when.value, first=when.first, last=when.last) if when else None,
        names=frozenset(name.canonical for name in source.names.between(*sentence)),
        context=context,
        near=content_stems(
            text, max(sentence.start, mention.start - _NEAR), min(sentence.end, mention.end + _NEAR)
        ),
    )


def _number_end(quantity: Quantity) -> int:
    """Where the number ends and its noun phrase begins."""
    if quantity.noun and quantity.text.endswith(quantity.noun):
        return quantity.end - len(quantity.noun)
    return quantity.end
