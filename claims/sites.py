"""Where a number or a date stands in its clause: its noun phrase, and what that opens or ends."""

from bisect import bisect_left
from typing import Literal, NamedTuple

from claims.clauses import Clauses, VerbGroup
from claims.event_lexicon import event_classes
from claims.events import EventMention

Slot = Literal["agent", "patient", "measure", "adjunct"]

REACH = 40  # tokens looked over on either side of a mention
SUBJECT_REACH = 10  # from a verb that moves a measure back to the measure
BREAKS = frozenset({"dash", "relative", "stop", "subordinator"})
CARRIERS = frozenset({"aspect", "change", "copula"})  # verbs that leave the event to a noun
INSIDE_PHRASE = frozenset(
    {"adverb", "approximator", "determiner", "hyphen", "number", "partitive", "possessive"}
)
_FROM_REACH = 6  # from "to" back to "from"
_PHRASE = frozenset({"approximator", "hyphen", "name", "noun", "word"})
_MONEY = frozenset(
    {"$", "£", "€", "¥", "cents", "dollar", "dollars", "euro", "euros", "pence", "pound", "pounds"}
)
_AMOUNTS = _MONEY | {"%", "cent", "percent", "yen"}
_WHOLES = frozenset({"all", "most", "some"})


class Governor(NamedTuple):
    """The event that a mention belongs to, and the slot it fills there.

    "agent" does it, "patient" undergoes it, "measure" is the amount of a nominal event ("a loss of $3
    million"), "adjunct" is a time, a place, a price or a companion.
    """

    event: EventMention
    slot: Slot


class Site:
    """The tokens `lo` to `hi` (exclusive) of a mention; its noun phrase lies between `before` and `after`."""

    def __init__(self, clauses: Clauses, start: int, end: int) -> None:
        self.clauses = clauses
        self.tags, self.words = clauses.tags, clauses.words
        self.lo = max(0, bisect_left(clauses.starts, start + 1) - 1)
        self.hi = max(self.lo + 1, bisect_left(clauses.starts, end))
        words = clauses.words[self.lo : self.hi]
        self.is_amount = not _AMOUNTS.isdisjoint(words)
        self.is_money = self.is_amount and not _MONEY.isdisjoint(words)
        self.before = self._start_of_phrase()
        self.after = self._end_of_phrase()

    def _start_of_phrase(self) -> int:
        """The index before the noun phrase: over "at least", "a total of", "as many as"."""
        index = self.lo - 1
        while index >= 0 and index not in self.clauses.groups and self._is_before_number(index):
            index -= 1
        return self._from(index) if self.words[index] == "to" else index

    def _from(self, index: int) -> int:
        """The index of "from" where the mention is the second of "from 65 to 125", else `index`."""
        for at in range(index - 1, max(-1, index - _FROM_REACH), -1):
            if self.words[at] == "from" and self.tags[at + 1] in ("number", "approximator", "determiner"):
                return at
        return index

    def _is_before_number(self, index: int) -> bool:
        word = self.words[index]
        if word == "of":
            return self.tags[index - 1] in ("partitive", "number") or self.words[index - 1] in _WHOLES
        if word in ("at", "to"):
            return self.words[index + 1] in ("least", "most") or self.words[index - 1] in (
                "close",
                "near",
                "up",
            )
        return self.tags[index] in INSIDE_PHRASE

    def _end_of_phrase(self) -> int:
        """The index after the noun phrase, where the mention is less than all of it."""
        index = self._over_phrase(self.hi)
        is_bare = index == self.hi and self.tags[self.hi - 1] == "number" and not self.is_amount
        if is_bare and self.words[index] == "of":  # "one of their co-workers"
            index += 1
            while self.tags[index] in INSIDE_PHRASE | {"pronoun"} and not self._ends_phrase(index):
                index += 1
            return self._over_phrase(index)
        return index

    def _over_phrase(self, index: int) -> int:
        while self.tags[index] in _PHRASE and not self._ends_phrase(index):
            index += 1
        return index

    def _ends_phrase(self, index: int) -> bool:
        return index in self.clauses.groups or index in self.clauses.events

    def is_definite(self, index: int) -> bool:
        """Whether a possessive or a determiner other than "a" stands at `index`."""
        is_article = self.tags[index] == "determiner" and self.words[index] not in ("a", "an")
        return is_article or self.tags[index] == "possessive"

    def first_right(self) -> Governor | None:
        """The event of the clause that the mention opens."""
        for index in range(self.hi, min(len(self.clauses.tokens), self.hi + REACH)):
            group = self.clauses.groups.get(index)
            if group is not None and group.is_finite:
                return self.date_of(group)
            if self.tags[index] in BREAKS:
                return None
        return None

    def date_of(self, group: VerbGroup) -> Governor | None:
        """The event of a verb, or of the noun that a verb such as "held" or "began" carries."""
        if group.event is not None:
            return Governor(event=group.event, slot="adjunct")
        if group.kind not in CARRIERS:
            return None
        subject = self._before_relative(self.chain_start(group) - 1)
        return self.noun_in(range(group.end, group.end + SUBJECT_REACH)) or self.noun_in(
            range(subject, subject - SUBJECT_REACH, -1)
        )

    def _before_relative(self, index: int) -> int:
        """The last token of what "which" at `index` means, else `index`: "the crash, which happened at"."""
        if self.words[index] not in ("which", "that"):
            return index
        return index - 2 if self.tags[index - 1] == "comma" else index - 1

    def chain_start(self, group: VerbGroup) -> int:
        """Where the verbs begin that end in `group`: "is expected to start"."""
        start = group.start
        while self.words[start - 1] == "to":
            before = start - 2
            while self.tags[before] == "adverb":
                before -= 1
            if before not in self.clauses.groups:
                break
            start = self.clauses.groups[before].start
        return start

    def noun_in(self, indexes: range) -> Governor | None:
        """The event noun that heads a phrase: the first after a verb, the leftmost before it."""
        found: EventMention | None = None
        for at in indexes:
            if at in self.clauses.groups or self.tags[at] in BREAKS | {"comma", "edge"}:
                break
            if indexes.step > 0 and (found or self.tags[at] == "preposition"):
                break
            noun = self.clauses.noun(at)
            if noun is not None and not event_classes()[noun.name].measure:
                found = noun
        return Governor(event=found, slot="adjunct") if found else None
