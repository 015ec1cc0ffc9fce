"""What is said of a number as a subject, over what stands between: relative clauses, asides, a first verb."""

from claims.clauses import VerbGroup
from claims.modality import status_words
from claims.sites import BREAKS, REACH, Governor, Site

_SINGULAR = frozenset({"1", "a", "an", "one"})


class SubjectSite(Site):
    """A mention that may be the subject of its clause."""

    def as_subject(self) -> Governor | None:
        """What is said of the mention: "12 people, among them a child, were killed"."""
        relative = shared = told = False
        comma = joined = -1  # where the last comma and the last "and" stand
        aside: Governor | None = None
        index = self.after
        end = min(len(self.clauses.tokens), self.after + REACH)
        while index < end:
            group = self.clauses.groups.get(index)
            tag = self.tags[index]
            if group is not None:
                if told and 0 <= comma == joined - 1 and self._has_own_subject(group, joined):
                    return aside  # "17 of whom were hurt, and 61 people were missing"
                told = True
                if comma > joined and not relative and self._has_own_subject(group, comma):
                    if group.kind != "report":
                        return aside
                    index = comma = group.end  # "12 people, police said, were killed"
                    continue
                if group.is_singular and not relative and not self._may_be_one():
                    return aside
                found = self._predicate(group)
                if found and not relative and (not shared or self.tags[index - 1] == "coordinator"):
                    return found
                aside = aside or (None if shared else found)
                shared = shared or (not relative and not self._reads_on(group))
                if shared and not self._shares_subject(group):
                    return aside
                relative = False
                index = group.end
                continue
            comma, joined = (index if tag == "comma" else comma), (index if tag == "coordinator" else joined)
            if tag == "relative":
                relative = True
            elif self.words[index] == "(" or tag == "dash":
                index = self._closing(index)
            elif tag in BREAKS or (tag == "coordinator" and index + 1 in self.clauses.groups and not shared):
                return aside
            index += 1
        return aside

    def _has_own_subject(self, group: VerbGroup, comma: int) -> bool:
        """ "Of nine killed, three were shot": a noun right before the verb, and none of a list."""
        ends_phrase = self.tags[group.start - 1] in ("name", "noun", "number", "pronoun", "word")
        return ends_phrase and comma < group.start - 1

    def _shares_subject(self, group: VerbGroup) -> bool:
        """Whether "and" and another verb may go on with the same subject: "burst in and stole"."""
        return group.kind in ("verb", "plain", "aspect", "event", "participle")

    def _predicate(self, group: VerbGroup) -> Governor | None:
        if group.event is None:
            return None
        if self.words[group.start - 1] == "to" and not group.is_passive and not self._is_raised(group):
            return None
        is_patient = group.is_passive or group.event.intransitive
        return Governor(event=group.event, slot="patient" if is_patient else "agent")

    def _is_raised(self, group: VerbGroup) -> bool:
        """ "Are thought to have died", not "were hired to kill": who is thought so is who died."""
        return self.words[group.start - 2] in status_words("raising", "words")

    def _may_be_one(self) -> bool:
        return self.is_amount or self.words[self.lo] in _SINGULAR or self.words[self.before + 1] in _SINGULAR

    def _reads_on(self, group: VerbGroup) -> bool:
        """Whether the verb that says what became of the mention may still follow this one."""
        verb = self.words[group.end - 1]
        if self.words[group.end] == "to" and verb in status_words("raising", "words"):
            return True
        is_doubted = group.is_passive and verb in status_words("doubt", "participles")
        if is_doubted and self.tags[group.end] != "preposition":
            return True
        if group.kind == "report":
            return group.is_passive or self.tags[group.start - 1] == "comma"
        if group.kind == "copula":
            return self.tags[group.end] not in ("determiner", "number")
        return not group.is_finite

    def _closing(self, index: int) -> int:
        closing = ")" if self.words[index] == "(" else self.words[index]
        for at in range(index + 1, min(len(self.clauses.tokens), index + REACH)):
            if self.words[at] == closing:
                return at
        is_closing = any(self.tags[at] == "dash" for at in range(self.lo))
        return index if is_closing else len(self.clauses.tokens)
