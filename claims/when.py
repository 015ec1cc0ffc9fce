"""The time of a claim: which of the dates of its sentence belongs to its event."""

import re
from collections.abc import Sequence

from claims.model import DateMention
from claims.segments import segments_of
from claims.sentences import Span

_REACH = 160  # points; a date further off belongs to something else
_CLAUSE_POINTS = 160
_MENTION_POINTS = 60
_BEFORE = 40  # characters before a date that may say that it is a bound
_AFTER = r"(?<!just )(?<!shortly )(?<!soon )(?:after|before)"  # "shortly after six" is when it happened
_CLAUSE_BREAK = re.compile(
    r"[;:—]|\s-\s"
    rf"|\b(?:although|as|because|but|if|since|that|though|until|where|which|while|who|whose|{_AFTER})\b",
    re.IGNORECASE,
)
_OF_ANOTHER_EVENT = re.compile(
    rf"\b(?:between|since|than|until|till|with|{_AFTER})\s+(?:the\s+)?$", re.IGNORECASE
)
_END_OF_PERIOD = re.compile(r"\b(?:between|from)\s[^,;.]{1,24}\s(?:and|to)\s+$", re.IGNORECASE)
_OPENING = re.compile(r"\W*(?:(?:at|by|during|early|in|late|on|over)\s+)?", re.IGNORECASE)


def choose_when(
    text: str,
    sentence: Span,
    mention: Span,
    anchor: Span | None,
    others: Sequence[Span],
    dates: Sequence[DateMention],
) -> DateMention | None:
    """The date of `dates` (those of `sentence`) that tells when the claim on `mention` happened, or None.

    `anchor` is the claim's event word, where there is one; `others` are the sentence's other mentions, which
    a date does not reach over for nothing. A date after "since" or "before" times something else, and so does
    one of a clause that the claim does not stand in: "the plant, built in 1978, employs 300".
    """
    if not dates:
        return None
    segments = segments_of(text, sentence)
    homes = {segments.at(place.start - sentence.start) for place in (mention, anchor) if place}
    homes.add(segments.describing(mention.end - sentence.start))
    best: tuple[int, int] | None = None
    chosen = None
    for date in dates:
        home = segments.at(date.start - sentence.start)
        if not any(segments.reaches(home, inner) for inner in homes):
            continue
        if _is_bound(text, sentence, date):
            continue
        points = min(_distance(text, sentence, date, place, others) for place in (mention, anchor) if place)
        if points <= _REACH and (best is None or (points, date.start) < best):
            best, chosen = (points, date.start), date
    return chosen


def _is_bound(text: str, sentence: Span, date: DateMention) -> bool:
    """Whether a date only bounds the time of what is told: "since 2019", "between 2019 and 2023"."""
    before = text[max(sentence.start, date.start - _BEFORE) : date.start]
    return _OF_ANOTHER_EVENT.search(before) is not None or _END_OF_PERIOD.search(before) is not None


def _distance(text: str, sentence: Span, date: DateMention, place: Span, others: Sequence[Span]) -> int:
    if date.start >= place.end:
        gap = Span(place.end, date.start)
    elif date.end <= place.start:
        gap = Span(date.end, place.start)
    else:
        return 0
    opening = _OPENING.match(text, sentence.start, date.start)
    if opening and opening.end() == date.start and text[date.end : date.end + 1] == ",":
        return min(gap.end - gap.start, _CLAUSE_POINTS)
    breaks = len(_CLAUSE_BREAK.findall(text, gap.start, gap.end))
    between = sum(gap.start <= other.start and other.end <= gap.end for other in others)
    return gap.end - gap.start + _CLAUSE_POINTS * breaks + _MENTION_POINTS * between
