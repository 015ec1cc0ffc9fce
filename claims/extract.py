"""Extraction: from one article to its claims."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from claims.dates import find_dates
from claims.elided import with_elided
from claims.filling import fill_claims
from claims.items import find_antecedents
from claims.model import Claim, DateMention, Ordinal, Quantity
from claims.name_index import article_names
from claims.ordinals import find_ordinals
from claims.quantities import find_quantities
from claims.replaced import with_replaced
from claims.scenes import Mention, Scene, read_scenes
from claims.sentences import split_sentences
from corpus.article import Article
from corpus.boilerplate import boilerplate_spans
from corpus.spans import Span, Spans

_TOGETHER = 256  # sentences that are read together; what is known of one takes five kilobytes
_COUNTED = 6  # numbers before "12 of them" that may be the whole
_OF_THEM = re.compile(r"\s+of\s+(?:them|those|which|whom)\b", re.IGNORECASE)
_DATELINE = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?[-–—]")
_DATELINE_PLACE = re.compile(r"[A-Z][\w.,'’/ -]{0,60}$")


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
    sentences = split_sentences(text)
    if skipped:
        sentences = Spans(span for span in sentences if not _overlaps(span, skipped))
    mentions = _without_overlaps(
        find_quantities(text), find_ordinals(text), find_dates(text, article.published)
    )
    names = article_names(text, sentences)
    antecedents = find_antecedents(text)
    found: list[Claim] = []
    told = _by_sentence(text, sentences, mentions)
    while scenes := read_scenes(text, islice(told, _TOGETHER), names):
        claims = iter(fill_claims(article, scenes, names, antecedents))
        for scene in scenes:
            found += _completed(scene, list(islice(claims, len(scene.mentions))))
    return found


def _by_sentence(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> Iterator[tuple[Span, Sequence[Mention]]]:
    """The sentences that have mentions which make claims, with these."""
    position = 0
    for sentence in sentences:
        while position < len(mentions) and mentions[position].start < sentence.start:
            position += 1
        inside = []
        while position < len(mentions) and mentions[position].end <= sentence.end:
            inside.append(mentions[position])
            position += 1
        if inside := [mention for mention in inside if not _dates_nothing(text, sentence, mention)]:
            yield sentence, inside


def _overlaps(span: Span, skipped: Spans) -> bool:
    """Whether a sentence lies in one of the stretches, which are apart, or reaches into it."""
    last = skipped.last_from(span.end - 1)
    return last is not None and span.start < last.end


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
            if taken.find(1, mention.start, mention.end) < 0:
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


def _completed(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, each with what the others tell of it.

    A date takes over what the number that it dates is about.
    """
    claims = with_replaced(with_elided(claims))
    claims = _with_wholes(scene, claims)
    numbers = [claim for claim in claims if claim.kind == "quantity" and claim.item and claim.when]
    return [_with_item(claim, numbers) if claim.kind == "date" else claim for claim in claims]


def _with_wholes(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """`claims`, where each number that is told to be a part of another knows that whole."""
    told = list(claims)
    places = [n for n, claim in enumerate(claims) if claim.kind != "date"]
    mentions = [(claims[n].start, claims[n].end) for n in places]
    for at, n in enumerate(places):
        part = scene.governors.part_of(mentions, at)
        if part is not None and _can_be_part(claims[places[part]], claims[n]):
            told[places[part]] = replace(claims[places[part]], whole=claims[n].value)
        if at and _is_of_them(scene.reading.text, claims[n]):
            counts = [
                claims[p] for p in places[max(0, at - _COUNTED) : at] if _can_be_part(claims[n], claims[p])
            ]
            told[n] = replace(told[n], whole=counts[0].value) if len(counts) == 1 else told[n]
    return told


def _is_of_them(text: str, claim: Claim) -> bool:
    """Whether a number is of those counted before: "31 people, 12 of them children"."""
    return claim.unit == "" and _OF_THEM.match(text, claim.start + len(claim.text)) is not None


def _can_be_part(part: Claim, whole: Claim) -> bool:
    if part.value is None or whole.value is None or whole.kind != "quantity":
        return False
    return part.unit == whole.unit and part.value <= whole.value


def _with_item(date: Claim, numbers: Sequence[Claim]) -> Claim:
    """`date` with the thing of the nearest number that it dates."""
    same = [claim for claim in numbers if claim.when == date.when and claim.event == date.event]
    nearest = min(same, key=lambda claim: abs(claim.start - date.start), default=None)
    item = nearest.item if nearest else None
    return date if item == date.item else replace(date, item=item)
