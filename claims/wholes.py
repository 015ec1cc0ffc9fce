"""What is said of a whole of which the sentence tells a part: "two of the six systems that it ordered"."""

from claims.guards import words
from claims.lexicon import load_lexicon
from claims.sites import BREAKS, Governor
from claims.subjects import SubjectSite

_CLAUSE = 14  # tokens of a relative clause up to its verb
_OWNER = frozenset({"determiner", "name", "noun", "word"})
_SUBJECTS = frozenset({"determiner", "name", "pronoun"})  # what opens a clause without "that"


class WholeSite(SubjectSite):
    """A mention that may be the whole which a part is taken of."""

    def is_whole(self) -> bool:
        """Whether a part of it is told: "two of the six", "the third of eight", "3,400 out of 12,000"."""
        index = self._of()
        if index is None:
            return False
        part = index - 1
        is_share = self.tags[part] == "number" or self.words[part] in words("share") or self._is_rank(part)
        if is_share or self.opens(index):
            return True
        is_told_which = self.is_definite(self.lo - 1) and self.tags[self.after] == "relative"
        return is_told_which and part not in self.clauses.events  # "its sixth jet of the 40 that it ordered"

    def follows_part(self) -> bool:
        """Whether the part stands before: not so in "of the 46 trains ordered, 28 have arrived"."""
        index = self._of()
        return index is not None and not self.opens(index)

    def opens(self, index: int) -> bool:
        """Whether the preposition at `index` opens its clause."""
        first = index - 1 if self.words[index - 1] == "out" else index
        return self.tags[first - 1] in ("comma", "coordinator", "edge", "stop", "subordinator")

    def _of(self) -> int | None:
        """The index of the "of" that the mention stands behind: "of the six", "of the town's six"."""
        index = self.lo - 1
        while self.tags[index] in ("approximator", "determiner"):
            index -= 1
        if self.tags[index] == "possessive":
            index -= 1
            while self.tags[index] in _OWNER:
                index -= 1
        return index if self.words[index] == "of" else None

    def _is_rank(self, index: int) -> bool:
        return self.words[index] in load_lexicon("ordinals")["units"]["forms"]

    def in_relative(self) -> Governor | None:
        """The event of the clause that tells which are meant: "that it ordered", "the world promised"."""
        index = self.after
        group = self.clauses.groups.get(index)
        if group is not None and group.event is not None and not self.follows_part():
            return Governor(event=group.event, slot="patient")  # "of nine women killed last year, four"
        if self.tags[index] == "relative":
            index += 1
        elif self.tags[index] not in _SUBJECTS:
            return None
        at = index
        while at < index + _CLAUSE and self.tags[at] not in BREAKS | {"comma", "coordinator", "edge"}:
            group = self.clauses.groups.get(at)
            if group is None:
                at += 1
            elif group.event is not None:
                return Governor(event=group.event, slot="patient")
            elif self.words[group.end] == "to":  # "that it plans to put up"
                at = group.end + 1
            else:
                return None
        return None
