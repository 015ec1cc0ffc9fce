"""Datelines: the place and the agency that a report opens with."""

import re
from collections.abc import Iterator

from claims.name_words import expand_acronym
from claims.names import Name
from claims.places import canonical_place
from corpus.spans import Span

_DATELINE = re.compile(
    r"(?P<places>[A-Z][A-Z.'’/ -]{1,58}[A-Z])(?:, [\w. ]{1,30})? ?\((?P<agency>[^()\n]{2,40})\) ?[-–—]"
)
_PLACE = re.compile(r"[A-Z][^/]*")


def find_dateline(text: str, sentence: Span) -> Iterator[Name]:
    """The places in capitals and the agency of a dateline that opens `sentence`, if one does.

    >>> text = "PORT ALBEN, Oct 19 (AP) - A court sat."
    >>> [(name.canonical, name.kind) for name in find_dateline(text, Span(0, len(text)))]
    [('Port Alben', 'place'), ('Associated Press', 'organisation')]
    """
    found = _DATELINE.match(text, sentence.start, sentence.end)
    if found is None:
        return
    for place in _PLACE.finditer(text, *found.span("places")):
        known = canonical_place(place[0])
        yield Name(place.start(), place.end(), place[0], known.name if known else place[0].title(), "place")
    agency = found["agency"]
    yield Name(*found.span("agency"), agency, expand_acronym(agency) or agency, "organisation")
