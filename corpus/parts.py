"""Articles in parts: the pages of one text that stand in several files."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from corpus.article import Article
from corpus.copies import shingles_in

MOST_PARTS = 20  # as many articles of one name on one day are a column's, not the pages of one text
# Share of the shorter text's runs of five words that the other one has: two pages share a by-line at most,
# two versions of an article half of it and more (corpus/copies.py).
_SHARED = 0.1
_LOOKED_AT = 50_000  # characters of a page: two versions of an article begin alike
_GAP = 2  # characters of white space between two parts
_FEWEST_WORDS = 4  # of a title: "Football results" names many articles
_PART_NUMBER = re.compile(r"(?<=[^\W_])[-_. (]{1,3}part[-_. ]{0,2}\d{1,3}\)?\Z", re.IGNORECASE)
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Part:
    """The article `doc` as a part of a text, in which its own text begins at `start`."""

    doc: str
    start: int


def parts_of(articles: Iterable[Article]) -> Mapping[str, tuple[Part, ...]]:
    """The parts of each text that stands in several articles, in their order, by the id of its first part.

    Articles are parts of one text if publisher, day and title are known and the same, or if publisher and day
    are the same and their ids end in the number of a part ("flood-part1", "flood-part2"), unless one of them
    repeats another. They are ordered by id, numbers as numbers. The order of `articles` makes no difference.

    >>> second, first = Article(id="x-part2", text="Rain is due."), Article(id="x-part1", text="Six died.")
    >>> parts_of([second, first])["x-part1"]
    (Part(doc='x-part1', start=0), Part(doc='x-part2', start=11))
    """
    alike: dict[tuple[object, ...], list[Article]] = defaultdict(list)
    for article in articles:
        name = _name_of(article)
        if name is not None:
            alike[name, article.publisher, article.published].append(article)
    found = {}
    for pages in alike.values():
        if 2 <= len(pages) <= MOST_PARTS and not _repeat(pages):
            pages.sort(key=lambda page: _natural(page.id))
            found[pages[0].id] = _placed(pages)
    return MappingProxyType(dict(sorted(found.items())))


def _name_of(article: Article) -> tuple[str, str] | None:
    """What the parts of one text have in common, if `article` can be one."""
    number = _PART_NUMBER.search(article.id)
    if number:
        return "id", article.id[: number.start()]
    words = (article.title or "").casefold().split()
    if len(words) >= _FEWEST_WORDS and article.publisher and article.published:
        return "title", " ".join(words)
    return None


def _repeat(pages: Sequence[Article]) -> bool:
    """Does one of these tell what another tells, as two versions of an article do?"""
    shingles = [
        frozenset(shingles_in(page.text[:_LOOKED_AT])) - frozenset(shingles_in(page.title or ""))
        for page in pages
    ]
    return any(
        len(one & other) > _SHARED * min(len(one), len(other)) for one, other in combinations(shingles, 2)
    )


def _placed(pages: Sequence[Article]) -> tuple[Part, ...]:
    starts = [0]
    for page in pages:
        starts.append(starts[-1] + len(page.text) + _GAP)
    return tuple(Part(page.id, start) for page, start in zip(pages, starts, strict=False))


def _natural(name: str) -> tuple[object, ...]:
    """A key that puts "part 9" before "part 10", however many digits there are."""
    pieces = [piece.lstrip("0") if at % 2 else piece for at, piece in enumerate(_DIGITS.split(name))]
    return tuple((len(piece), piece) if at % 2 else piece for at, piece in enumerate(pieces)), name
