"""Bearers: which name a noun phrase stands for, states for their organs and capitals."""

from collections.abc import Sequence
from typing import NamedTuple

from claims.clauses import Clauses
from claims.lexicon import load_lexicon
from claims.name_index import NameIndex
from claims.name_words import name_words
from claims.names import Name
from claims.places import canonical_place, country_of
from claims.words import singular

_MEANT = 300  # characters before "the company" in which its name stands
_ACTING = frozenset({"country", "nationality", "capital", "seat"})


class Bearer(NamedTuple):
    """Who a noun phrase stands for; `country` is a company's home, `name` "" where only that is told."""

    name: str
    country: str | None = None


class Bearers:
    """The names of an article, asked for by token ranges of one sentence."""

    def __init__(self, clauses: Clauses, names: NameIndex) -> None:
        self.clauses = clauses
        self.names = names

    def of(self, first: int, last: int) -> list[Bearer]:
        """The bearer of the noun phrase `first` to `last` (exclusive), or none.

        "The Serbian military" and "Belgrade" are Serbia; "Acme's lawyers" and "Acme shares" are not Acme.
        """
        head = self._head_end(first, last)
        if head <= first:
            return []
        cut = self.names.at(self.clauses.starts[first])
        begin = min(cut.start, self.clauses.starts[first]) if cut else self.clauses.starts[first]
        inside = self.names.between(begin, self._end(head - 1))
        if not inside:
            return self._of_state(first, head, last) or self._company_from(head) or self._meant(first, head)
        name = inside[-1]
        rest = [
            self.clauses.words[index]
            for index in range(first, head)
            if self.clauses.starts[index] >= name.end and self.clauses.tags[index] != "possessive"
        ]
        if not rest:
            if name.canonical.casefold() in name_words("state", "nouns"):
                return []
            home = self._home(name, inside[:-1], head)
            return [Bearer(acting_name(name), home)]
        organ = " ".join(rest)
        if organ in name_words("state", "nouns") and name.kind in ("place", "nationality", "other"):
            state = country_of(name.text) if name.kind != "other" else name.canonical
            return [Bearer(state)] if state else []
        if name.kind in ("place", "nationality") and is_company_noun(rest[-1]):
            return [Bearer("", country_of(name.text))]
        return (
            [Bearer(name.canonical)]
            if name.kind == "organisation" and organ in name_words("state", "members")
            else []
        )

    def _home(self, name: Name, before: Sequence[Name], head: int) -> str | None:
        """ "The Polish maker Solwagen", "Spain's Ferrolinea", "Van Haaren of the Netherlands"."""
        if name.kind not in ("organisation", "other"):
            return None
        if before and before[-1].kind in ("nationality", "place"):
            return country_of(before[-1].text)
        return self._country_behind(head, "of")

    def _company_from(self, head: int) -> list[Bearer]:
        """ "Contractors from Vietnam"."""
        is_company = is_company_noun(self.clauses.words[head - 1])
        country = self._country_behind(head, "from") if is_company else None
        return [Bearer("", country)] if country else []

    def _meant(self, first: int, head: int) -> list[Bearer]:
        """Who "the company" is: the one name, just before, that can be a company's; none where two can."""
        if head - first != 2 or self.clauses.words[first] != "the":
            return []
        if not is_company_noun(self.clauses.words[head - 1]):
            return []
        start = self.clauses.starts[first]
        before = self.names.between(max(0, start - _MEANT), start)
        meant = {name.canonical for name in before if name.kind in ("organisation", "other")}
        return [Bearer(meant.pop())] if len(meant) == 1 else []

    def _country_behind(self, head: int, preposition: str) -> str | None:
        at = head + 1
        while self.clauses.tags[at] == "determiner":
            at += 1
        if self.clauses.words[head] != preposition or self.clauses.tags[at] == "edge":
            return None
        place = self.names.at(self.clauses.starts[at])
        return country_of(place.text) if place and place.kind == "place" else None

    def places(self, first: int, last: int) -> list[Bearer]:
        """The place that the noun phrase ends in or begins with: "Vancouver" of "in downtown Vancouver"."""
        if first >= last or first >= len(self.clauses.starts):
            return []
        inside = self.names.between(self.clauses.starts[first], self._end(last - 1))
        return [Bearer(name.canonical) for name in inside if name.kind == "place"][-1:]

    def nation(self, index: int) -> str | None:
        """The country whose adjective stands at token `index`, or None."""
        name = self.names.at(self.clauses.starts[index]) if 0 <= index < len(self.clauses.starts) else None
        return name.canonical if name and name.kind == "nationality" else None

    def name_end(self, index: int) -> int | None:
        """The token behind the name that begins at token `index`, or None."""
        if not 0 <= index < len(self.clauses.starts):
            return None
        name = self.names.at(self.clauses.starts[index])
        if name is None:
            return None
        end = index
        while end < len(self.clauses.starts) and self.clauses.starts[end] < name.end:
            end += 1
        return end

    def _head_end(self, first: int, last: int) -> int:
        """The end of the phrase without the prepositional phrases behind it; names keep their "of"."""
        for index in range(first, min(last, len(self.clauses.starts))):
            if self.clauses.tags[index] == "preposition" and not self.names.at(self.clauses.starts[index]):
                return index
        return min(last, len(self.clauses.starts))

    def _of_state(self, first: int, head: int, last: int) -> list[Bearer]:
        """ "The government of Serbia": the organ's state behind "of"."""
        words = [self.clauses.words[i] for i in range(first, head) if self.clauses.tags[i] != "determiner"]
        if " ".join(words) in name_words("state", "nouns") and self.clauses.words[head] == "of":
            place = self.names.at(self.clauses.starts[head + 1]) if head + 1 < last else None
            return [Bearer(acting_name(place))] if place and place.kind in ("place", "other") else []
        return []

    def _end(self, index: int) -> int:
        token = self.clauses.tokens[min(index, len(self.clauses.tokens) - 1)]
        return self.clauses.starts[0] - self.clauses.tokens[0].start + token.end


def is_company_noun(word: str) -> bool:
    """Whether `word` is a common noun for a company: "shipyard", "manufacturers"."""
    return singular(word) in load_lexicon("parties")["companies"]["nouns"]


def is_locality(name: str) -> bool:
    """Whether `name` is a place that does not act: a state, a region, a city that is no capital."""
    place = canonical_place(name)
    return place is not None and place.kind not in _ACTING and place.kind != "bloc"


def acting_name(name: Name) -> str:
    """The name under which its bearer acts: a country for its capital, its organs and its people.

    >>> acting_name(Name(0, 8, "Belgrade", "Belgrade", "place"))
    'Serbia'
    >>> acting_name(Name(0, 11, "Indian Navy", "Indian Navy", "organisation"))
    'India'
    """
    place = canonical_place(name.canonical if name.kind == "place" else name.text)
    if name.kind in ("place", "nationality") and place and place.kind in _ACTING:
        return place.country or place.name
    words = name.canonical.casefold().split()
    if name.kind == "organisation" and " ".join(words[1:]) in name_words("state", "nouns"):
        return country_of(name.canonical) or name.canonical
    return name.canonical
