"""The event that a date belongs to: that of its clause, or the noun that it stands with."""

from claims.clauses import VerbGroup
from claims.events import EventMention
from claims.sites import BREAKS, REACH, Governor, Site

_LEADS = frozenset({"approximator", "determiner"})  # "close" leads to a date, and is a verb, too
_CAUSES = frozenset({"after", "by", "following", "from", "over"})  # before what led to something
_NEAR = frozenset({"just", "shortly", "soon"})  # "shortly after 6 a.m." is when it happened
_BOUNDS = frozenset({"after", "before", "since", "through", "till", "until"})  # not when it happened


class DatedSite(Site):
    """One date or time in its clause."""

    def governor(self) -> Governor | None:
        dated = self._dated_noun()
        if dated is not None:
            return dated
        before = self.lo - 1
        while self.tags[before] in _LEADS and before not in self.clauses.groups:
            before -= 1
        if self.words[before] in _BOUNDS:
            if self.words[before - 1] not in _NEAR:
                return None
            before -= 2
        while self.tags[before] in _LEADS | {"preposition", "adverb"} and before not in self.clauses.groups:
            before -= 1
        group, noun = self._clause_to_the_left(before)
        event = self.clauses.noun(before)
        if event is not None and (self._leaves_to_noun(group) or self._hangs_on_preposition(before)):
            return Governor(event=event, slot="adjunct")
        if group is not None:
            return self.date_of(group) or self._reported(group, before) or self._led_to(before)
        return Governor(event=noun, slot="adjunct") if noun else self.first_right()

    def _leaves_to_noun(self, group: VerbGroup | None) -> bool:
        return group is None or group.event is None or group.event.event == "statement"

    def _reported(self, group: VerbGroup, before: int) -> Governor | None:
        """ "Reported sales of $5 million for the quarter": a verb of saying with an event as its object."""
        if group.kind != "report" or self.tags[group.end] == "relative":
            return None
        return self.noun_in(range(group.end, before))

    def _led_to(self, before: int) -> Governor | None:
        """ "Charges stemming from the explosion of the rig in April": a cause, with what hangs on it."""
        index = before
        while self.tags[index] in ("determiner", "name", "noun", "word") or self.words[index] == "of":
            index -= 1
        return self.noun_in(range(index + 1, before + 1)) if self.words[index] in _CAUSES else None

    def _hangs_on_preposition(self, index: int) -> bool:
        """Whether the noun ends "since its deployment": a phrase of its own, which the date may end."""
        while self.tags[index] in ("word", "name", "noun"):
            index -= 1
        return self.is_definite(index) and self.tags[index - 1] == "preposition"

    def _dated_noun(self) -> Governor | None:
        """ "The 2019 purchase", "Friday's deadly attack"."""
        index = self.hi
        while self.tags[index] in ("noun", "possessive", "hyphen"):
            index += 1
        for at in range(index, index + 3):
            noun = self.clauses.noun(at)
            if noun is not None:
                return Governor(event=noun, slot="adjunct")
            if self.tags[at] not in ("word", "name"):
                return None
        return None

    def _clause_to_the_left(self, before: int) -> tuple[VerbGroup | None, EventMention | None]:
        """The verb of the clause that the date ends; without one, the event noun after "since" or "after"."""
        noun: EventMention | None = None
        for index in range(before, max(-1, before - REACH), -1):
            group = self.clauses.groups.get(index)
            if group is not None:
                return group, None
            if self.tags[index] in BREAKS:
                return None, noun if self.tags[index] == "subordinator" else None
            noun = self.clauses.noun(index) or noun
        return None, None
