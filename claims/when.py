"""The time of a claim: which of the dates of its sentence belongs to its event."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from claims.model import DateMention
from claims.reading import Reading
from corpus.spans import Span

_REACH = 160  # points; a date further off belongs to something else
_CLAUSE_POINTS = 160
_MENTION_POINTS = 60
_BEFORE = 40  # characters before a date that may say that it is a bound
_AFTER = r"(?<!just )(?<!shortly )(?<!soon )(?:after|before)"  # "shortly after six" is when it happened
_CLAUSE_BREAK = re.compile(
    r"[;:—]|\s-\s"
    rf"|\b(?:although|as(?!\s+an?\b)|because|but|if|since|that|though|until|where|which|while|who|whose|{_AFTER})\b",
    re.IGNORECASE,
)
_OF_ANOTHER_EVENT = re.compile(
    rf"\b(?:between|since|than|until|till|with|{_AFTER})\s+(?:the\s+)?$", re.IGNORECASE
)
_COMPARED = re.compile(  # "down 17% on 2023", "up 9 percent from a year earlier"
    r"(?:%|\b(?:cent|percent|points?))\s+(?:on|over|from|versus)\s+(?:the\s+)?$", re.IGNORECASE
)
_OF_CONTRACT = re.compile(
    r"\s+(?:contracts?|delivery|expiry|futures|settlement)\b"
)  # "for December delivery"
_EARLIER = re.compile(r"(?:19|20)\d\d$|.*\b(?:ago|before|earlier|last|previous|prior)\b", re.IGNORECASE)
_END_OF_PERIOD = re.compile(r"\b(?:between|from)\s[^,;.]{1,24}\s(?:and|to)\s+$", re.IGNORECASE)
_OPENING = re.compile(r"\W*(?:(?:at|by|during|early|in|late|on|over)\s+)?", re.IGNORECASE)


class _Candidate(NamedTuple):
    """A date of a sentence with the segment that it stands in, and whether it opens the sentence."""

    date: DateMention
    home: int
    opens: bool


class Timing:
    """The dates of one sentence, asked which of them tells when something in it happened.

    `places` are those of all mentions of the sentence, which a date does not reach over for nothing. A date
    after "since" or "before" times something else, and so does one of a clause that the claim does not stand
    in: "the plant, built in 1978, employs 300".
    """

    def __init__(self, reading: Reading, places: Sequence[Span], dates: Sequence[DateMention]) -> None:
        self._reading = reading
        self._places = places
        self._dates = dates

    def of(self, mention: Span, anchor: Span | None) -> DateMention | None:
        """The date that tells when the claim on `mention` happened, or None.

        `anchor` is the claim's event word, where there is one.
        """
        if not self._candidates:
            return None
        segments, start = self._reading.segments, self._reading.span.start
        homes = {segments.at(mention.start - start), segments.describing(mention.end - start)}
        if anchor is not None:
            homes.add(segments.at(anchor.start - start))
        best: tuple[int, int] | None = None
        chosen = None
        for candidate in self._candidates:
            date = candidate.date
            if not any(segments.reaches(candidate.home, inner) for inner in homes):
                continue
            points = self._distance(candidate, mention, mention)
            if anchor is not None:
                points = min(points, self._distance(candidate, anchor, mention))
            if points <= _REACH and (best is None or (points, date.start) < best):
                best, chosen = (points, date.start), date
        return chosen

    @cached_property
    def _candidates(self) -> Sequence[_Candidate]:
        """The dates that bound nothing, each with its segment and whether it opens the sentence."""
        text, sentence = self._reading.text, self._reading.span
        return [
            _Candidate(
                date, self._reading.segments.at(date.start - sentence.start), _opens(text, sentence, date)
            )
            for date in self._dates
            if not _is_bound(text, sentence, date)
        ]

    def _distance(self, candidate: _Candidate, place: Span, mention: Span) -> int:
        """How far a date is from a place, in points."""
        date = candidate.date
        if date.start >= place.end:
            first, last = place.end, date.start
        elif date.end <= place.start:
            first, last = date.end, place.start
        else:
            return 0
        if candidate.opens:
            return min(last - first, _CLAUSE_POINTS)
        breaks = len(_CLAUSE_BREAK.findall(self._reading.text, first, last))
        between = [start for start, end in self._places if first <= start and end <= last]
        reached_over = len(between) - (mention.start in between)
        return last - first + _CLAUSE_POINTS * breaks + _MENTION_POINTS * reached_over


def _is_bound(text: str, sentence: Span, date: DateMention) -> bool:
    """Whether a date only bounds the time of what is told: "since 2019", "between 2019 and 2023"."""
    before = text[max(sentence.start, date.start - _BEFORE) : date.start]
    if _OF_CONTRACT.match(text, date.end) is not None:
        return True
    if _COMPARED.search(before) is not None and _EARLIER.match(date.text) is not None:
        return not _is_day(date)
    return _OF_ANOTHER_EVENT.search(before) is not None or _END_OF_PERIOD.search(before) is not None


def _is_day(date: DateMention) -> bool:
    return date.first is not None and date.first == date.last


def _opens(text: str, sentence: Span, date: DateMention) -> bool:
    """Whether a date stands before all else, behind a comma: "On Monday, six men fled"."""
    opening = _OPENING.match(text, sentence.start, date.start)
    return opening is not None and opening.end() == date.start and text[date.end : date.end + 1] == ","
