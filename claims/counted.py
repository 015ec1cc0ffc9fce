"""The event that a number belongs to: what its noun phrase is object, measure or subject of."""

from typing import Literal

from claims.clauses import VerbGroup
from claims.event_lexicon import event_classes
from claims.events import EventMention
from claims.guards import words
from claims.sites import BREAKS, CARRIERS, INSIDE_PHRASE, REACH, SUBJECT_REACH, Governor
from claims.wholes import WholeSite

_Path = Literal["direct", "list", "phrase"]

_LABEL = 6  # words before the colon of a label
_COUNTED = frozenset({"date", "determiner", "name", "noun", "word"})  # "those", "the young Swedes"
_DIRECTIONS = frozenset({"down", "up"})
_INCLUDES = frozenset({"comprise", "comprised", "comprises", "include", "included", "includes"})


class CountedSite(WholeSite):
    """One number with what it counts, in its clause."""

    def governor(self) -> Governor | None:
        """The event of the number; a size before its noun ("a 2-km bridge") has none but that noun's.

        Nor has a whole that of its part: of "two of the six passengers were killed" the six were not.
        """
        is_size = self.tags[self.lo + 1] == "hyphen" and self.tags[self.lo + 2] != "number"
        if is_size and not self.is_amount:
            return self._head_noun()
        if self.is_whole():
            return self._restrictive() or self.in_relative() or self._reduced() or self._head_noun()
        return self.of_clause()

    def of_clause(self) -> Governor | None:
        """The event of the clause that the number stands in."""
        found = self._by_syntax()
        is_goods = found is not None and event_classes()[found.event.name].goods
        return None if is_goods and self.is_money else found

    def _by_syntax(self) -> Governor | None:
        path, group, noun = self._to_the_left()
        next_verb = self.clauses.groups.get(self.after)
        opens = next_verb is not None and next_verb.is_finite and path != "direct"
        if opens and next_verb is not None and next_verb.kind == "report" and not next_verb.is_passive:
            return None  # "..., the two boards announced"
        if self.tags[self.after] == "relative" and self.words[self.after - 1] == "of":
            own = self.as_subject()
            if own:
                return own  # "carried 40 people, nine of whom died"
        subject = self.as_subject() if self._may_be_subject(path, group) else None
        direct = self._object_of(group) if path == "direct" else None
        head = self._head_noun()
        if head and self._is_mere_count(head) and self._outweighs(direct, subject):
            head = None
        near = (
            self._labelled()
            or self._inside()
            or self._restrictive()
            or head
            or direct
            or self._reduced()
            or noun
        )
        if near:
            return near
        if opens or path != "list" or group is None or group.event is None:
            told = self._measured(path, group) or self._carried(group) or subject
        else:
            told = self._measured(path, group)
        if told or (opens and path == "list"):
            return told
        found = self._object_of(group) or subject or self._opening_phrase() or self._inner_participle()
        return found or self._share_of()

    def _is_mere_count(self, head: Governor) -> bool:
        return not self.is_amount and not self._is_measure(head.event)

    @staticmethod
    def _outweighs(direct: Governor | None, subject: Governor | None) -> bool:
        """Whether a verb says more than the noun counted: "won 61 seats", not "received 12 complaints"."""
        if direct and direct.slot != "measure" and not event_classes()[direct.event.name].light:
            return True
        return subject is not None and subject.slot == "patient"

    def _may_be_subject(self, path: _Path, group: VerbGroup | None) -> bool:
        if self.tags[self.before] == "preposition":
            return self.words[self.before] in ("of", "worth") and group is None
        is_object = path == "direct" and group is not None and group.kind not in ("event", "report")
        if is_object and group is not None and self.tags[group.end - 1] == "be":
            is_object = False  # "there were 12 people who fled"
        return not is_object or self.after in self.clauses.groups

    def _labelled(self) -> Governor | None:
        """ "Dead: 63", "Turnout: 58%"."""
        if self.words[self.before] != ":" or self.before > _LABEL:
            return None
        for index in range(self.before - 1, -1, -1):
            event = self.clauses.events.get(index)
            if event is not None:
                return Governor(event=event, slot="measure")
        return None

    def _inside(self) -> Governor | None:
        """The finite verb that a long mention runs into: "121,259 voted Yes"."""
        for index in range(self.lo, self.hi):
            group = self.clauses.groups.get(index)
            if group is not None and group.event is not None and group.is_finite:
                return Governor(event=group.event, slot="patient" if group.is_passive else "agent")
        return None

    def _restrictive(self) -> Governor | None:
        """The participle that tells which are meant: "two of the six ordered jets", "12 dead"."""
        definite = self.is_definite(self.lo - 1)
        for index in range(self.lo, self.hi):
            event = self.clauses.events.get(index)
            if event is None or event.voice != "passive":
                continue
            if definite or self.clauses.last[index] == self.hi - 1:
                return Governor(event=event, slot="patient")
        return None

    def _inner_participle(self) -> Governor | None:
        for index in range(self.lo, self.hi):
            event = self.clauses.events.get(index)
            if event is not None and event.attributive:
                return Governor(event=event, slot="patient")
        return None

    def _head_noun(self) -> Governor | None:
        """The event noun that is counted or measured: "12 deaths", "a $3 million fine"."""
        for index in range(self.lo, self.after + 1 + (self.tags[self.after] == "hyphen")):
            event = self.clauses.noun(index)
            if event is not None and self._is_measure(event):
                return Governor(event=event, slot="measure")
        named = self.clauses.noun(self.lo - 1)  # "magnitude 6.3 earthquake"
        if named is not None and self._is_measure(named):
            return Governor(event=named, slot="measure")
        at = self._end_of_amount()
        event = self.clauses.noun(at) or self.clauses.noun(self.hi - 1)
        if event is None:
            return None
        last = self.clauses.last[at] if at in self.clauses.last else at - 1
        return (
            None if self.tags[last + 1] in ("word", "name", "noun") else Governor(event=event, slot="measure")
        )

    def _end_of_amount(self) -> int:
        """The index after the phrase and, for an amount, after "a year in"."""
        index = self.after + (self.tags[self.after] == "hyphen")
        if (
            self.is_amount
            and self.words[index] in ("a", "an", "each", "per")
            and self.words[index + 2] == "in"
        ):
            index += 2
        return index + 1 if self.is_amount and self.words[index] == "in" else index

    def _is_measure(self, event: EventMention) -> bool:
        return event_classes()[event.name].measure

    def _to_the_left(self) -> tuple[_Path, VerbGroup | None, Governor | None]:
        """How the mention hangs on the nearest verb before it, that verb, and the event noun it hangs on."""
        path: _Path = "direct"
        noun: Governor | None = None
        skipped = len(self.clauses.tokens)
        aside: VerbGroup | None = None
        for index in range(self.before, max(-1, self.before - REACH), -1):
            group = self.clauses.groups.get(index)
            tag = self.tags[index]
            if index > skipped:
                continue
            if group is not None and self._is_aside(group):
                path, skipped, aside = "phrase", group.start - 1, group
                continue
            if group is not None:
                return path, group, noun
            if self.words[index] == ")":
                skipped = self._opening(index) - 1
            elif tag == "preposition":
                nominal = self._worth(index) if self.words[index] == "worth" else self.clauses.noun(index - 1)
                of_list = path == "list" and self.is_amount and self.words[index] == "of"
                if (path == "direct" or of_list) and nominal is not None and noun is None:
                    noun = Governor(event=self._head_of(index - 1, nominal), slot="measure")
                path = "phrase" if path == "direct" else path
            elif tag in ("comma", "coordinator") or self.words[index] == "(":
                path = "list"
            elif tag in BREAKS:
                break
            elif path == "direct" and index == self.before and self.clauses.noun(index):
                noun = Governor(event=self.clauses.events[index], slot="measure")
        return path, aside, noun

    def _worth(self, index: int) -> EventMention | None:
        """ "The theft of nine paintings worth 22 million": the noun that what is worth it hangs on."""
        for at in range(index - 1, max(-1, index - SUBJECT_REACH), -1):
            if at in self.clauses.groups or self.tags[at] in BREAKS:
                return None
            if self.clauses.noun(at) is not None and self.words[at + 1] == "of":
                return self.clauses.noun(at)
        return None

    def _head_of(self, index: int, nearest: EventMention) -> EventMention:
        """ "Revised the magnitude of the quake to 6.1": a move is the head noun's, "of" the nearest's."""
        if self.words[index + 1] in ("for", "of"):
            return nearest
        head = nearest
        while (
            index >= 0
            and index not in self.clauses.groups
            and self.tags[index] not in BREAKS | {"comma", "coordinator"}
        ):
            head = self.clauses.noun(index) or head
            index -= 1
        return head

    def _is_aside(self, group: VerbGroup) -> bool:
        """ "Stole gems valued at 85 million": the price belongs to what was stolen."""
        event = group.event
        return (
            event is not None
            and group.is_passive
            and not group.is_finite
            and event_classes()[event.name].light
        )

    def _opening(self, index: int) -> int:
        for at in range(index, max(-1, index - REACH), -1):
            if self.words[at] == "(":
                return at
        return index

    def _object_of(self, group: VerbGroup | None) -> Governor | None:
        if group is None or group.event is None:
            return None
        if group.end - 1 != self.before:
            by_agent = self.words[self.before] == "by" and group.is_passive
            return Governor(event=group.event, slot="agent" if by_agent else "adjunct")
        if group.event.intransitive:
            return Governor(event=group.event, slot="adjunct")
        return Governor(event=group.event, slot="measure" if group.is_passive else "patient")

    def _reduced(self) -> Governor | None:
        """The participle right after the noun phrase: "12 people killed in the blast", "19 still missing"."""
        index = self.after
        while self.tags[index] == "adverb":
            index += 1
        group = self.clauses.groups.get(index)
        if group is None or group.event is None or group.is_finite or not group.is_passive:
            return None
        return Governor(event=group.event, slot="patient")

    def _measured(self, path: _Path, nearest: VerbGroup | None) -> Governor | None:
        """ "The toll rose by 3 to 12", "the dead included 3 children": the subject names the event."""
        index = self.before
        while index >= 0 and index not in self.clauses.groups and self._is_in_measure(index):
            index -= 1
        group = self.clauses.groups.get(index)
        if nearest is not None and self._lists_or_moves(nearest, path):
            group = nearest
        elif group is None and self.words[index + 1] in _DIRECTIONS:
            return self._subject_noun(index)  # "Q3 profit up 12% to $4.1bn"
        elif group is None or not self._moves(group):
            return None
        return self._subject_noun(self.chain_start(group) - 1)

    def _subject_noun(self, last: int) -> Governor | None:
        """The event noun that heads the subject: "toll" of "landslide toll", "loss" of "loss in sales"."""
        subject: Governor | None = None
        is_head = True
        for at in range(last, max(-1, last - SUBJECT_REACH), -1):
            event = self.clauses.events.get(at)
            group = self.clauses.groups.get(at)
            if group is not None and group.event is not None and self._tells_who_count(group):
                return Governor(event=group.event, slot="patient")
            if group is not None or self.tags[at] in BREAKS | {"comma"}:
                break
            if event is not None and is_head:
                subject = Governor(event=event, slot="measure")
                is_head = False
            is_head = is_head or self.tags[at] == "preposition"
        return subject

    def _tells_who_count(self, group: VerbGroup) -> bool:
        """Whether a verb tells whose number it is: "the number of people killed", "of those who fled"."""
        index = group.start - 1
        if self.tags[index] == "relative":
            index -= 1
        elif (group.is_finite or not group.is_passive) and group.end not in self.clauses.groups:
            return False
        while self.tags[index] in _COUNTED:
            index -= 1
        return self.words[index] == "of" and self.words[index - 1] in words("tally")

    def _moves(self, group: VerbGroup) -> bool:
        """ "Rose to", "was", "goes up by", "is put at", "was estimated at"."""
        goes = group.kind == "plain" and self.words[group.end] in ("down", "from", "to", "up")
        return goes or group.kind in CARRIERS or (group.is_passive and group.kind in ("plain", "report"))

    def _carried(self, group: VerbGroup | None) -> Governor | None:
        """ "Posted net income for the year of $8 million", "raised its stake to 93 percent"."""
        if group is None or group.kind not in CARRIERS | {"report"}:
            return None
        moved = group.kind == "change" and self.words[self.before] in ("by", "from", "to")
        if not (self.is_amount or moved):
            return None
        for at in range(group.end, self.before):
            noun = self.clauses.noun(at)
            if noun is not None and self.tags[self.clauses.last[at] + 1] not in ("name", "noun", "word"):
                return Governor(event=noun, slot="measure")
        return None

    def _lists_or_moves(self, group: VerbGroup, path: _Path) -> bool:
        """ "The dead included 3 children and 4 women"; "shares fell 5% on July 24, to $17.40"."""
        if self.words[group.end - 1] in _INCLUDES:
            return path != "phrase"
        return group.kind == "change" and self.tags[self.before] == "preposition"

    def _is_in_measure(self, index: int) -> bool:
        is_word = self.tags[index] == "word" and self.clauses.noun(index) is None
        is_unit = is_word and self.tags[index - 1] == "number"
        return is_unit or self.tags[index] in INSIDE_PHRASE | {"mark", "preposition"}

    def _share_of(self) -> Governor | None:
        """ "14.2 percent of the vote": the event noun that the amount is a share of."""
        index = self.after + 1
        if self.words[self.after] != "of" or not self.is_amount:
            return None
        while self.tags[index] == "determiner":
            index += 1
        event = self.clauses.noun(index)
        following = self.tags[self.clauses.last.get(index, index) + 1]
        if event is None or following in ("name", "noun", "verb", "word"):
            return None  # "62 percent of the ballots counted" is no share of the vote
        return Governor(event=event, slot="measure")

    def _opening_phrase(self) -> Governor | None:
        """The event of the main clause after an opening "In six villages,"."""
        if self.tags[self.before] != "preposition" or self.tags[self.before - 1] not in (
            "edge",
            "stop",
            "comma",
        ):
            return None
        return self.first_right()
