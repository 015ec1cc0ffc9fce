"""Which event of its sentence a number or a date belongs to, by the light syntax of the clause."""

from collections.abc import Sequence

from claims.clauses import Clauses
from claims.counted import CountedSite
from claims.dated import DatedSite
from claims.events import EventMention
from claims.reading import Reading
from claims.sites import Governor


class Governors:
    """The `events` of one sentence, asked which of them its numbers and its dates belong to.

    `clauses` hold all of them: dates are governed by who says them, numbers never are.
    """

    def __init__(self, reading: Reading, events: Sequence[EventMention]) -> None:
        self.clauses = Clauses(reading, events)
        happened = [event for event in events if event.event != "statement"]
        is_said = len(happened) < len(events)
        self._counting = Clauses(reading, happened) if is_said else self.clauses
        self._sites: dict[tuple[int, int], CountedSite] = {}

    def event_of(self, start: int, end: int, *, dated: bool = False) -> EventMention | None:
        """The event that the mention at `start` to `end` belongs to, or None where the text does not tell.

        `dated` says that the mention is a date or a time.
        """
        found = self.of(start, end, dated=dated)
        return found.event if found else None

    def of(self, start: int, end: int, *, dated: bool = False) -> Governor | None:
        """The governing event of the mention at `start` to `end` with the slot that the mention fills.

        >>> from claims.events import find_events
        >>> reading = Reading("The blast killed 12 people and injured 30.")
        >>> governors = Governors(reading, find_events(reading))
        >>> [governors.of(at, at + 2).event.event for at in (17, 39)]
        ['killed', 'injured']
        """
        if not self.clauses.events:
            return None
        return DatedSite(self.clauses, start, end).governor() if dated else self._site(start, end).governor()

    def event_of_part(self, start: int, end: int) -> EventMention | None:
        """What befell a part of the number at `start` to `end`, or None where no part of it is told.

        >>> from claims.events import find_events
        >>> reading = Reading("Police arrested two of the six men.")
        >>> governors = Governors(reading, find_events(reading))
        >>> governors.event_of(27, 28)
        >>> governors.event_of_part(27, 28).event
        'arrest'
        """
        site = self._site(start, end)
        found = site.of_clause() if site.is_whole() else None
        return found.event if found else None

    def part_of(self, mentions: Sequence[tuple[int, int]], at: int) -> int | None:
        """Which of the numbers `mentions` is told to be a part of the one at index `at`, or None.

        >>> reading = Reading("Of the 46 trains ordered, 28 have arrived.")
        >>> Governors(reading, ()).part_of([(7, 9), (26, 28)], 0)
        1
        """
        site = self._site(*mentions[at])
        if not site.is_whole():
            return None
        part = at - 1 if site.follows_part() else at + 1
        return part if 0 <= part < len(mentions) else None

    def _site(self, start: int, end: int) -> CountedSite:
        """Where a number stands, kept while the claims of the sentence are read."""
        site = self._sites.get((start, end))
        if site is None:
            site = self._sites[start, end] = CountedSite(self._counting, start, end)
        return site
