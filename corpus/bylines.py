"""Who wrote it: bylines, "Reporting by ..." lines, and the lines that present or help to reach an author."""

import re
from collections.abc import Iterable
from itertools import pairwise

from corpus.data import load_forms
from corpus.lines import words_of

_CREDIT_LONGEST = 500  # characters
_BYLINE_LONGEST = 120
_NOTE_LONGEST = 600  # characters of an author's note
_CLOSED = (".", "!", "?", "”", '"', "’", ")")
_WORK = re.compile(
    r"\b(?:[Rr]eport|[Ww]rit|[Ee]dit|[Cc]ompil|[Tt]ranslat)(?:ing|ed|ten|lation) (?:[Bb]y|BY)\b"
)
_BY = (" by", " By", " BY")
_PART = r"(?:[A-Z][\w.'’-]*|(?:al|bin|da|de|del|der|la|van|von)(?=\s))"
_NAME = re.compile(
    rf"[*_\s]*({_PART}(?:\s{_PART}){{1,4}})[*_]*(?:,[^.!?]{{0,80}},)?"
    r"\s(?:(?:is|was|are)\s(?:an?|the)\s|(?P<works>(?:covers|reports|writes|has covered|has reported)\s))"
)
_TOKEN = re.compile(r"[^\s,;:|/()\[\]]+")
_WORKS_FOR = re.compile(r"[^.!?\d]{0,80}?\b(?:for|at) (?:[Tt]he )?[A-Z]")
_MAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.\w")
_REACHED = ("contact", "email", "e-mail", "follow", "reach", "write")
_CONTACT_LONGEST = 160


def is_contact(line: str) -> bool:
    """Whether `line` tells how to reach the author, by mail.

    >>> [is_contact(line) for line in ("Contact Ann Lee: alee@gazette.example", "He wrote to a@b.example.")]
    [True, False]
    """
    if len(line) > _CONTACT_LONGEST or "@" not in line or not _MAIL.search(line):
        return False
    first = line.casefold().lstrip("*_ ").split(maxsplit=1)[0].strip(":,")
    return first in _REACHED or _MAIL.fullmatch(line.split()[0] + "x") is not None


def is_author_note(line: str, before: Iterable[str]) -> bool:
    """Whether `line` presents the author: a name that the lines `before` do not tell of, and a role.

    >>> is_author_note("Ann Lee is a defence reporter for the Coast Gazette.", ["Six jets came."])
    True
    """
    name = _NAME.match(line) if len(line) <= _NOTE_LONGEST else None
    if not name:
        return False
    words = words_of(line[name.end() : name.end() + 120])[:12]
    lexicon = load_forms("credits")
    presented = (
        bool(_WORKS_FOR.match(line, name.end()))
        if name["works"]
        else any(
            word in lexicon["roles"] and following in lexicon["role-links"]
            for word, following in pairwise(words)
        )
    )
    surname = re.compile(rf"\b{re.escape(name[1].split()[-1])}\b")
    return presented and not any(surname.search(told) and not is_byline(told) for told in before)


def work_credit_start(line: str) -> int | None:
    """Where "(Reporting by ...; Editing by ...)" begins behind the last sentence of a paragraph."""
    if not any(by in line for by in _BY):
        return None
    offset = max(0, len(line) - _CREDIT_LONGEST)
    for work in _WORK.finditer(line, offset):
        head = line[: work.start()].rstrip()
        if head.endswith(("Additional", "Further", "additional")):
            head = head.rpartition(" ")[0].rstrip()
        if head.endswith(("(", "[")) or head.endswith(_CLOSED):
            start = len(head) - head.endswith(("(", "["))
            if is_work_credit(line[start:].strip("()[]*_ ")):
                return start
    return None


def is_work_credit(line: str) -> bool:
    """Whether every part of `line` is work, "by" and names.

    >>> is_work_credit("Reporting by Ann Lee in Paris; Editing by Bo Berg")
    True
    >>> is_work_credit("Reporting by the BBC found six more")
    False
    """
    lexicon = load_forms("credits")
    if len(line) > _CREDIT_LONGEST:
        return False
    opening = [word.casefold().strip(",&") for word in line.split(maxsplit=6)[:6]]
    if "by" not in opening[1:]:
        return False
    if not all(word in lexicon["work"] or word in ("and", "") for word in opening[: opening.index("by", 1)]):
        return False
    tokens = [token.strip(".*_") for token in _TOKEN.findall(line)]
    return are_names([token for token in tokens if token], lexicon["work"] | lexicon["between"])


def is_byline(line: str) -> bool:
    if len(line) <= _BYLINE_LONGEST and _is_name_and_role(line):
        return True
    if len(line) > _BYLINE_LONGEST or line.strip("*_ ")[:3] not in ("By ", "BY ", "by "):
        return False
    lexicon = load_forms("credits")
    tokens = [token.strip(".*_") for token in _TOKEN.findall(line)][1:]
    names = [token for token in tokens if token]
    capital = any(token[0].isupper() for token in names)
    return capital and are_names(names, lexicon["roles"] | lexicon["role-words"] | lexicon["between"])


def _is_name_and_role(line: str) -> bool:
    """Whether `line` is a name and what its bearer is at a newsroom: "Ann Lee, Staff Writer"."""
    name, comma, role = line.strip("*_ ").partition(", ")
    words = role.casefold().split()
    lexicon = load_forms("credits")
    known = lexicon["roles"] | lexicon["role-words"]
    is_role = bool(words) and words[-1] in lexicon["roles"] and all(word in known for word in words)
    return bool(comma) and is_role and 2 <= len(name.split()) <= 4 and are_names(name.split(), frozenset())


def are_names(tokens: Iterable[str], known: frozenset[str]) -> bool:
    """Whether each of the tokens is among those `known`, or written like a name."""
    return all(token.casefold() in known or token[0].isupper() or token[0] in "@-–—•&" for token in tokens)
