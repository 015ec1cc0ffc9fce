"""Attribution: who, apart from the publisher, says what a sentence says."""

import re
from collections.abc import Sequence

from claims.grammar import Token
from claims.name_index import NameIndex
from claims.reading import Reading
from claims.reports import (
    Report,
    attribution_words,
    find_reports,
    is_set_off,
    opens_clause,
    report_words,
)
from claims.speakers import is_source, name_speaker
from corpus.spans import Span

_WINDOW = 150  # tokens on either side of a mention in which its speaker is named
_PARAGRAPH = 2000  # code points looked over on either side for the rest of a quotation
_OPEN, _CLOSE = "“", "”"


def find_attribution(reading: Reading, mention_start: int, names: NameIndex) -> str | None:
    """The canonical name or the words for whoever is said to have said what `mention_start` is part of.

    None where the publisher speaks in its own voice. In a quotation that goes on over several sentences the
    speaker is looked for in its paragraph. Source: claims/lexicon/attribution.toml.

    >>> from claims.name_index import article_names
    >>> text = "The fire killed 12 people, Mayor Jane Roe told reporters."
    >>> find_attribution(Reading(text), 16, article_names(text, [Span(0, len(text))]))
    'Jane Roe'
    """
    found = _in_sentence(reading, mention_start, names)
    if found is None and _is_quoted(reading.text, mention_start):
        found = _around_quotation(reading.text, reading.span, mention_start, names)
    return found


def _in_sentence(reading: Reading, mention_start: int, names: NameIndex) -> str | None:
    if not reading.has_any(report_words()):
        return None
    text, start = reading.text, reading.span.start
    tokens, at, reports = _in_reach(reading, reading.index(mention_start))
    reports = [report for report in reports if report.first <= at <= report.last]
    before = [report for report in reports if report.verb < at]
    chosen = _governing(tokens, before) or min(reports, default=None)
    if chosen is None:
        return None
    first, last = chosen.subject
    speaker = name_speaker(text, start, tokens[first:last], names)
    if speaker and speaker.islower() and is_set_off(tokens, chosen.subject, chosen.verb):
        named = name_speaker(text, start, tokens[last + 1 : chosen.verb - 1], names)
        speaker = named if named and not named.islower() else speaker
    is_telling = tokens[chosen.verb].word not in attribution_words("source_only")
    return speaker if speaker and (is_telling or not speaker.islower() or is_source(speaker)) else None


def _in_reach(reading: Reading, place: int) -> tuple[Sequence[Token], int, Sequence[Report]]:
    """The tokens round the one at `place`, where it is among them, and their verbs of saying."""
    if len(reading.tokens) <= _WINDOW:
        return reading.tokens, place, reading.reports
    begin = max(0, place - _WINDOW)
    tokens = reading.tokens[begin : place + _WINDOW]
    return tokens, place - begin, tuple(find_reports(tokens))


def _governing(tokens: Sequence[Token], before: Sequence[Report]) -> Report | None:
    """The last of the reports; of "Roe said nurses had warned managers on 23 occasions", Roe's."""
    if len(before) > 1:
        outer, inner = before[-2:]
        opens = inner.verb + 1 < len(tokens) and opens_clause(tokens, inner.verb + 1)
        if not opens and outer.verb < inner.subject[0] <= outer.verb + 3:
            return outer
    return before[-1] if before else None


def _is_quoted(text: str, position: int) -> bool:
    """Whether `position` lies between quotation marks of its paragraph."""
    first = max(text.rfind("\n", 0, position) + 1, position - _PARAGRAPH)
    before = text[first:position]
    return before.rfind(_OPEN) > before.rfind(_CLOSE) or (_OPEN not in before and before.count('"') % 2 == 1)


def _around_quotation(text: str, sentence: Span, position: int, names: NameIndex) -> str | None:
    """The speaker of a quotation of several sentences, named behind it or before it in its paragraph."""
    end = text.find("\n", position, position + _PARAGRAPH)
    paragraph_end = end if end >= 0 else min(len(text), position + _PARAGRAPH)
    close = re.compile('[”"]').search(text, position, paragraph_end)
    if close:
        stop = re.compile(r"[.!?](?=\s|$)").search(text, close.end(), paragraph_end)
        tail = Span(close.start(), stop.end() if stop else paragraph_end)
        found = _in_sentence(Reading(text, tail), close.start(), names)
        if found:
            return found
    start = max(text.rfind("\n", 0, sentence.start) + 1, sentence.start - _PARAGRAPH)
    before = text[start : sentence.start].rstrip()
    if not before:
        return None
    begin = max(before.rfind(". ", 0, -1), before.rfind("” ", 0, -1)) + 1
    last = Reading(text, Span(start + begin, start + len(before)))
    return _in_sentence(last, last.span.start, names) or _in_sentence(last, last.span.end - 1, names)
