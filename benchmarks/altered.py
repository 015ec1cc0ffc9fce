"""A story with other articles that hold the same facts: in another order, under other names, in parts."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from benchmarks.changes import Place
from corpus import Article

_AGAIN = "again"

Articles = tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Altered:
    """A story with other articles that hold the same facts; `back` tells where a place stood at first."""

    articles: Articles
    back: Callable[[Place], Place]


Relation = Callable[[Articles], Altered | None]


# ---- places


def as_it_is(place: Place) -> Place:
    return place


def _inked(text: str) -> list[int]:
    """For each place in a text, how many characters before it are neither white space nor combine."""
    counts = [0]
    for character in text:
        counts.append(counts[-1] + (not character.isspace() and not unicodedata.combining(character)))
    return counts


def _by_ink(altered: Articles, first: Articles) -> Callable[[Place], Place]:
    """Leads a place back by what was printed before it."""
    ink = {article.id: _inked(article.text) for article in altered}
    was = {
        article.id: {count: place for place, count in enumerate(_inked(article.text))} for article in first
    }

    def back(place: Place) -> Place:
        doc, start = place
        return doc, was[doc][ink[doc][start]]

    return back


# ---- relations


def shuffled(articles: Articles) -> Altered:
    """The articles in another order."""
    order = list(articles)
    Random(7).shuffle(order)
    return Altered(tuple(order), as_it_is)


def renamed(articles: Articles) -> Altered:
    """The articles under other names, in the reverse order."""
    names = {f"{len(articles) - n:03}-renamed": article.id for n, article in enumerate(articles)}
    new = {old: name for name, old in names.items()}
    return Altered(
        tuple(replace(one, id=new[one.id], path=None) for one in articles), lambda at: (names[at[0]], at[1])
    )


def hard_wrapped(articles: Articles) -> Altered:
    """The paragraphs hard-wrapped at 72 columns, with a blank line between them."""
    altered = tuple(replace(one, text=_wrapped(one.text)) for one in articles)
    return Altered(altered, _by_ink(altered, articles))


def _wrapped(text: str) -> str:
    paragraphs = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return "\n\n".join(
        textwrap.fill(one, 72, break_on_hyphens=False, break_long_words=False) for one in paragraphs
    )


def decomposed(articles: Articles) -> Altered:
    """Each letter with its marks apart (NFD)."""
    altered = tuple(replace(one, text=unicodedata.normalize("NFD", one.text)) for one in articles)
    return Altered(altered, _by_ink(altered, articles))


def composed(articles: Articles) -> Altered:
    """Each letter with its marks in one (NFC)."""
    altered = tuple(replace(one, text=unicodedata.normalize("NFC", one.text)) for one in articles)
    return Altered(altered, _by_ink(altered, articles))


def doubled(articles: Articles) -> Altered:
    """The first article once more, under another name and publisher."""
    first = articles[0]
    copy = replace(first, id=_AGAIN, publisher="The Reprint", path=None)
    return Altered((*articles, copy), lambda at: (first.id, at[1]) if at[0] == _AGAIN else at)


def last_doubled(articles: Articles) -> Altered:
    """The last article once more, under a name that comes before all others."""
    last = articles[-1]
    copy = replace(last, id="0", path=None)
    return Altered((*articles, copy), lambda at: (last.id, at[1]) if at[0] == "0" else at)


def reprinted(articles: Articles) -> Altered:
    """The first article once more without its last paragraph, under a line of its own."""
    first = articles[0]
    line = "Here is the full report.\n\n"
    body = first.text.rstrip()
    cut = body.rfind("\n\n")
    if cut < len(body) // 2:
        cut = len(body)
    copy = replace(first, id=_AGAIN, publisher="The Reprint", text=line + body[:cut], path=None)
    return Altered((*articles, copy), lambda at: (first.id, at[1] - len(line)) if at[0] == _AGAIN else at)


def thrice(articles: Articles) -> Altered:
    """The first article twice more."""
    first = articles[0]
    copies = [replace(first, id=f"{_AGAIN}{n}", path=None) for n in range(2)]
    return Altered((*articles, *copies), lambda at: (first.id, at[1]) if at[0].startswith(_AGAIN) else at)


def halved(articles: Articles) -> Altered | None:
    """The first article in two, cut between two paragraphs, under the names of its parts."""
    return _in_two(articles, f"{articles[0].id}-part1", f"{articles[0].id}-part2")


def torn(articles: Articles) -> Altered | None:
    """The same under names that do not say that they are parts."""
    return _in_two(articles, articles[0].id, "half")


def _in_two(articles: Articles, one: str, other: str) -> Altered | None:
    first = articles[0]
    middle = first.text.find("\n\n", len(first.text) // 2)
    if middle < 0:
        return None
    halves = (
        replace(first, id=one, text=first.text[:middle]),
        replace(first, id=other, text=first.text[middle:]),
    )
    starts = {one: 0, other: middle}

    def back(place: Place) -> Place:
        return (first.id, starts[place[0]] + place[1]) if place[0] in starts else place

    return Altered((*halves, *articles[1:]), back)


RELATIONS: Mapping[str, Relation] = {
    "shuffled": shuffled,
    "renamed": renamed,
    "hard-wrapped": hard_wrapped,
    "decomposed": decomposed,
    "composed": composed,
    "doubled": doubled,
    "last doubled": last_doubled,
    "thrice": thrice,
    "reprinted": reprinted,
    "halved": halved,
    "torn": torn,
}
