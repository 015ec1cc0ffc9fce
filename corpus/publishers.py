"""Newsrooms and agencies under one name each, and which of them a text says that it comes from."""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, islice
from types import MappingProxyType

from corpus.data import load_data
from corpus.lines import lines_of

_SPACE = re.compile(r"\s+")
_DATELINE_LONGEST = 90  # characters before the agency's tag
_OPENING_LINES = 8  # the dateline opens the article, below headline, byline and caption
_CREDIT_LINES = 60  # lines from the end in which a credit is looked for, readers' comments among them
_CREDIT_LONGEST = 200  # characters
_DATELINE = re.compile(r"(?P<place>[^()]{0,90})\((?P<tag>[A-Za-z/ -]{2,40})\)\s*(?:[-–—]+|:)\s*\S")
_PLACE_WORDS = frozenset(("al", "and", "da", "de", "del", "do", "du", "el", "la", "le", "near", "of", "the"))
_REPRINTED = re.compile(
    r"\b(?:(?:originally|first) (?:published|appeared|posted)|(?:re)?(?:published|printed) with (?:the )?"
    r"permission|reprinted|republished) (?:by|in|on|at|from|of)\s+(?:the )?(?P<name>[^.;:,()\n]{2,80})",
    re.IGNORECASE,
)
_CREDIT_MARKS = re.compile(r"^(?:[—–-]+\s*|(?:By|BY|Source|Credit|Via|SOURCE):?\s+)|[()*_\[\]]")
_TAG_LONGEST = 60  # characters of a line that is only a tag
_NOTICES = ("this ", "a version of this ", "originally ", "reprinted", "republished", "first ")
_NAME_END = re.compile(r"\s(?:and|on|with|under|as|in|here|at|under)\s|\s\d")
_RIGHTS = re.compile(
    r"(?:copyright|©|\(c\))[\s©(c)]*(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by )?(?P<name>[^.;|\n]{2,60})",
    re.IGNORECASE,
)


@cache
def _names() -> Mapping[str, str]:
    """The one name of each publisher by each of its forms."""
    return MappingProxyType({form: name for name, table in _table().items() for form in table["forms"]})


@cache
def _tags() -> Mapping[str, str]:
    return MappingProxyType({tag: name for name, table in _table().items() for tag in table["tags"]})


def _table() -> Mapping[str, Mapping[str, list[str] | str]]:
    return load_data("publishers")


def syndicated_from(publisher: str) -> str | None:
    """The newsroom or agency whose texts `publisher` prints, where a user's own entries say so."""
    origin = _table().get(canonical_publisher(publisher), {}).get("origin")
    return canonical_publisher(origin) if isinstance(origin, str) else None


def canonical_publisher(name: str) -> str:
    """The one name that a publisher or agency is counted by; an unknown one is itself, without "The".

    >>> canonical_publisher("Radio Free Europe/Radio Liberty"), canonical_publisher("The Coast  Gazette")
    ('RFE/RL', 'Coast Gazette')
    """
    name = _SPACE.sub(" ", name).strip(" .,;:—–-")
    if name.casefold().startswith("www."):
        name = name[4:]
    if name.casefold().startswith("the ") and len(name) > 4:
        name = name[4:]
    return _names().get(name.casefold(), name)


def stated_origin(text: str) -> str | None:
    """The newsroom or agency that `text` says it comes from, by its one name; None where it says nothing.

    Read are a reprint notice, an agency's tag in the dateline, and a credit or a copyright line of an agency.
    That an agency is quoted, or helped ("with reporting by AFP"), states nothing.

    >>> stated_origin("Fire kills six\\n\\nLONDON (Reuters) - Six people died.")
    'Reuters'
    """
    lines = (line.text for line in lines_of(text))
    opening = list(islice(lines, _OPENING_LINES))
    closing = list(deque(chain(opening, lines), _CREDIT_LINES))
    candidates = (_reprinted([*opening, *closing]), _dateline(opening), _credited(closing))
    return next((name for names in candidates for name in names), None)


def _reprinted(lines: list[str]) -> Iterator[str]:
    for line in lines:
        is_notice = line[:40].casefold().lstrip("*_([ ").startswith(_NOTICES)
        notice = _REPRINTED.search(line[: 2 * _CREDIT_LONGEST]) if is_notice else None
        if notice:
            name = _NAME_END.split(notice["name"], maxsplit=1)[0]
            if name[:1].isupper():
                yield canonical_publisher(name)


def _dateline(lines: list[str]) -> Iterator[str]:
    for line in lines:
        tag = _DATELINE.match(line[: 2 * _DATELINE_LONGEST])
        if tag and tag["tag"] in _tags() and _is_place(tag["place"]):
            yield _tags()[tag["tag"]]


def _is_place(words: str) -> bool:
    """Whether `words`, what stands before an agency's tag, may be a place and a day, or nothing."""
    return all(word[0].isupper() or word[0].isdigit() or word in _PLACE_WORDS for word in words.split())


def _credited(lines: list[str]) -> Iterator[str]:
    """Agencies named alone in a line, in a byline ("By The Associated Press") or as holder of the rights."""
    for line in lines:
        if len(line) > _CREDIT_LONGEST:
            continue
        bare = _CREDIT_MARKS.sub("", line).strip(" .") if len(line) <= _TAG_LONGEST else ""
        if bare in _tags():
            yield _tags()[bare]
        elif "Thomson Reuters Trust Principles" in line:
            yield "Reuters"
        rights = _RIGHTS.match(line)
        if rights:
            holder = re.split(r"\s(?:All|all)\s|,", rights["name"])[0]
            name = canonical_publisher(holder)
            if name in _tags().values():
                yield name
