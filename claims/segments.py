"""Segments: the clauses of a sentence and what encloses them, for what may date what."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from claims.grammar import END, TAG, VERBS, WORD, Token, forms_of
from claims.lexicon import load_lexicon

_VERBAL = VERBS | {"verb", "be", "have", "modal", "do"}
_FINITE = frozenset({"be", "have", "modal", "do"})
_SAID = 5  # tokens behind a verb of saying that may date it: "said late on Tuesday that"
_AHEAD = 8  # tokens looked ahead over for the verb of a clause
_OPENING = frozenset({"aspect", "relative", "subordinator", "verb"})  # tags that may begin a segment
_BEFORE_CLAUSE = frozenset({"comma", "coordinator"})
_BETWEEN = frozenset({"preposition", "date", "adverb", "approximator", "number"})
_OBJECT = frozenset({"determiner", "name", "number", "pronoun", "word"})
_NOMINAL = frozenset({"date", "name", "noun", "number", "word"})


@dataclass(slots=True)
class _Open:
    """A segment that is being read: its number, and the marks at which it ends."""

    number: int
    ends_at_comma: bool = False
    ends_at_verb: bool = False
    ends_at_to: bool = False
    is_reduced: bool = False
    verbs: int = 0
    in_verb: bool = False


@dataclass(slots=True)
class Segments:
    """The segment of every token of a sentence; a segment inherits from its parent unless it is `apart`.

    A relative clause, a participle behind a comma, what follows "after" and a second clause are segments of
    their own; so are what is said behind a verb of saying and what a figure is compared with: these are
    apart.
    """

    tokens: Sequence[Token]
    ends: Sequence[int]
    parents: list[int | None] = field(default_factory=lambda: [None])
    of: list[int] = field(default_factory=list)

    def at(self, position: int) -> int:
        """The segment at a code point of the sentence."""
        index = bisect_right(self.ends, position)
        return self.of[min(index, len(self.of) - 1)] if self.of else 0

    def describing(self, end: int) -> int:
        """The segment of the relative clause behind what ends at `end`: "nine men who fled on Monday"."""
        index = bisect_right(self.ends, end - 1) + 1
        is_described = index < len(self.tokens) and self.tokens[index].tag == "relative"
        return self.of[index if is_described else index - 1] if index <= len(self.of) else 0

    def reaches(self, outer: int, inner: int) -> bool:
        """Whether what stands in segment `outer` holds in `inner`, too."""
        at: int | None = inner
        while at is not None and at != outer:
            at = self.parents[at]
        return at == outer


def find_segments(tokens: Sequence[Token]) -> Segments:
    """The segments of one sentence, read once from left to right.

    >>> from claims.grammar import tokens_of
    >>> found = find_segments(tokens_of("The plant, built in 1978, employs 300 people."))
    >>> found.at(20) == found.at(34), found.at(4) == found.at(34)
    (False, True)
    """
    return _Reader(tokens).read()


class _Reader:
    """One pass over the tokens with the segments that are open, the innermost last.

    `tags` and `words` are those of the tokens; what stands before the first and behind the last is an "edge".
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.tags: list[str] = [*map(TAG, tokens), *["edge"] * 3]
        self.words: list[str] = [*map(WORD, tokens), *[""] * 3]
        self.found = Segments(tokens, list(map(END, tokens)))
        self.open = [_Open(0)]

    def read(self) -> Segments:
        openers, nearly, of, opened = _openers(), _comparing("nearly"), self.found.of, self.open
        tag_before, word_before = "edge", ""
        reported = -_SAID
        for index, token in enumerate(self.tokens):
            _, _, word, tag = token
            if len(opened) > 1 or tag == "stop":
                self._close(index, token)
            may_begin = tag in _OPENING or word in openers or tag_before in _BEFORE_CLAUSE
            if may_begin or index - reported <= _SAID or word_before in nearly:
                self._begin(index, token)
            segment = opened[-1]
            of.append(segment.number)
            if tag in _VERBAL:
                segment.verbs += not segment.in_verb
                segment.in_verb = True
                reported = index if tag == "report" else reported
            elif segment.in_verb:
                segment.in_verb = tag in ("adverb", "negator")
            tag_before, word_before = tag, word
        return self.found

    def _push(self, *, apart: bool = False, **ends: bool) -> None:
        parent = None if apart else self.open[-1].number
        self.found.parents.append(parent)
        self.open.append(_Open(len(self.found.parents) - 1, **ends))

    def _close(self, index: int, token: Token) -> None:
        """Close the segments that end at or before this token."""
        if token.tag == "stop" and token.word in (";", ":"):
            del self.open[1:]
            self.found.parents.append(None)
            self.open[0] = _Open(len(self.found.parents) - 1)
            return
        if token.tag == "comma":
            while len(self.open) > 1 and not self.open[-1].ends_at_comma:
                if not any(segment.ends_at_comma for segment in self.open[1:]):
                    return
                self.open.pop()
            if len(self.open) > 1 and not self._is_list(index):
                self.open.pop()
        elif self._ends_here(index) or self._is_of_main_clause(index):
            self.open.pop()

    def _ends_here(self, index: int) -> bool:
        segment = self.open[-1]
        is_reached = segment.ends_at_to and self.words[index] == "to"
        return is_reached or (segment.ends_at_verb and self._begins_second_verb(index))

    def _is_list(self, comma: int) -> bool:
        """ "Killed 12, 14 and 16 people": the comma stands between numbers."""
        return self.tags[comma - 1] == "number" and self.tags[comma + 1] == "number"

    def _begins_second_verb(self, index: int) -> bool:
        segment = self.open[-1]
        is_linked = (
            self.tags[index - 1] in ("coordinator", "preposition", "modal") or self.words[index - 1] == "to"
        )
        return segment.verbs > 0 and not segment.in_verb and self._is_finite(index) and not is_linked

    def _is_finite(self, index: int) -> bool:
        token = self.tokens[index]
        return token.tag in _VERBAL and not token.word.endswith("ing")

    def _begin(self, index: int, token: Token) -> None:
        """Open the segment that begins at this token."""
        before, after = self.tags[index - 1], self.tags[index + 1]
        if self._compares(index):
            self._push(apart=True, ends_at_comma=True, ends_at_to=token.word == "from")
        elif self._is_said(index):
            self._push(apart=True)
        elif self._is_at_that_time(index):
            self.open[-1].verbs = 0
        elif token.tag == "subordinator" and after not in ("adverb", "approximator", "preposition"):
            self._push(ends_at_comma=True)
        elif token.tag == "relative" and before != "report":
            self._push(ends_at_comma=True, ends_at_verb=before != "comma")
        elif before == "comma" and index > 1 and self._is_participle(token):
            self._push(ends_at_comma=True)
        elif before == "coordinator" and self._is_clause(index):
            self._begin_clause()
        elif before == "comma" and self._is_ranked_aside(index):
            self._push(ends_at_comma=True)
        elif self._is_reason(index):
            self._push(apart=True, ends_at_comma=True)
        elif self._is_reduced(index):
            self._push(ends_at_comma=True, ends_at_verb=True, is_reduced=True)

    def _is_participle(self, token: Token) -> bool:
        """Whether it may be one: "built", "opened", "carrying", but not "employs"."""
        return token.tag in ("verb", "aspect") and not token.word.endswith("s")

    def _is_ranked_aside(self, index: int) -> bool:
        """ "..., its third recall this year": what a comma adds has a time of its own."""
        return self.tags[index] == "determiner" and (
            self.words[index + 1] in load_lexicon("ordinals")["units"]["forms"]
            or self.words[index + 2] in _comparing("ordinals")
        )

    def _is_reason(self, index: int) -> bool:
        """ "Jailed on Monday for stealing nine cars": what somebody is to answer for was before."""
        return (
            self.words[index] in _comparing("reasons")
            and self.tags[index + 1] in _VERBAL
            and self.words[index + 1].endswith("ing")
        )

    def _is_reduced(self, index: int) -> bool:
        """ "Nineteen men captured in 2023": a participle behind its noun, in a clause with another verb."""
        word = self.words[index]
        if self.tags[index] not in ("verb", "aspect") or self.tags[index - 1] not in _NOMINAL:
            return False
        is_participle = word.endswith("ed") or word in _irregular()[1]
        if not is_participle or self.tags[index + 1] not in ("preposition", "date"):
            return False
        segment = self.open[-1]
        return (segment.verbs > 0 and not segment.in_verb) or self._is_verb_ahead(index + 1)

    def _is_verb_ahead(self, first: int) -> bool:
        """Whether the clause goes on to a verb of its own: "two men arrested on Monday were charged"."""
        for at in range(first, min(len(self.tokens), first + _AHEAD)):
            if self.tags[at] in ("stop", "comma", "coordinator", "dash", "relative", "subordinator"):
                return False
            if self._is_finite(at) and self.words[at - 1] != "to":
                is_past = self.words[at] in _irregular()[0] or self.tags[at + 1] in _OBJECT
                return self.tags[at] in _FINITE or is_past
        return False

    def _is_of_main_clause(self, index: int) -> bool:
        """ "Seized 12 rifles hidden under a floor on Tuesday": a weekday at the end dates what is told."""
        if not self.open[-1].is_reduced or self.words[index] not in forms_of("weekday"):
            return False
        before = index - 1
        while self.tags[before] in _BETWEEN | {"determiner"} and self.tags[before] != "edge":
            before -= 1
        return self.tags[before] not in _VERBAL and len(self.open) > 1

    def _is_at_that_time(self, index: int) -> bool:
        """ "Died when a bus overturned on Monday", "struck shortly after 6 a.m.": one time for all."""
        if self.words[index - 1] in _comparing("nearly"):
            return True
        if self.words[index] != "when" or self.open[-1].verbs == 0 or self.tags[index - 1] == "report":
            return False
        return any(
            self.tags[at] in _VERBAL and self.words[at] not in forms_of("be")
            for at in range(index + 1, min(len(self.tokens), index + _AHEAD))
        )

    def _begin_clause(self) -> None:
        """A second clause beside the innermost one: nothing of the one holds in the other."""
        parent = self.found.parents[self.open[-1].number]
        self.found.parents.append(parent)
        self.open[-1] = _Open(len(self.found.parents) - 1, ends_at_comma=self.open[-1].ends_at_comma)

    def _compares(self, index: int) -> bool:
        """ "From 300 to 340", "compared with 55 percent", "than in April", "against 55"."""
        word = self.words[index]
        at = index + 1
        if word in _comparing("participles") and self.words[at] in _comparing("links"):
            at += 1
        elif word not in _comparing("words"):
            return False
        while self.tags[at] in ("approximator", "determiner") or self.words[at] in _comparing("links"):
            at += 1
        if word == "from":
            is_day = self.tags[at + 1] == "date" or self.words[at + 1] in _comparing("ordinals")
            return self.tags[at] == "number" and not is_day
        return self.tags[at] in ("number", "date")

    def _is_said(self, index: int) -> bool:
        """Whether what somebody says begins here: behind "said", "said on Tuesday", "said that"."""
        at, least = index - 1, max(0, index - _SAID)
        while at > least and self.tags[at] in _BETWEEN and self.tags[index] not in _BETWEEN:
            at -= 1
        if self.tags[at] != "report" or self.tags[index] in ("stop", "comma", "report", "subordinator"):
            return False
        return self.words[index] == "that" or (self.tags[index] not in _BETWEEN and self._is_clause(index))

    def _is_clause(self, index: int) -> bool:
        """Whether a clause with a subject of its own, or told as present or future, begins at `index`."""
        if self.tags[index] in ("be", "have", "modal", "do"):
            return self.words[index] not in ("was", "were", "had", "did")
        if self.tags[index] in _VERBAL or self.tags[index] in ("number", "comma", "date"):
            return False
        for at in range(index + 1, min(len(self.tokens), index + _AHEAD)):
            tag = self.tags[at]
            if tag in ("stop", "comma", "coordinator", "relative", "subordinator", "preposition"):
                return False
            if self._is_finite(at):
                return True
        return False


@cache
def _irregular() -> tuple[frozenset[str], frozenset[str]]:
    """The simple pasts of irregular verbs that are no participles, and the participles that are no pasts."""
    verbs: Mapping[str, list[str]] = load_lexicon("inflection")["verbs"]
    pasts = {forms[0] for forms in verbs.values()}
    participles = {forms[-1] for forms in verbs.values()}
    return frozenset(pasts - participles), frozenset(participles)


@cache
def _openers() -> frozenset[str]:
    """The words that may begin a segment, whatever their tag."""
    return frozenset({"when"}).union(*map(_comparing, ("participles", "words", "reasons")))


@cache
def _comparing(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("standing")["comparing"][key])
