"""Speakers: the name of whoever a subject such as "a spokesman for the ministry" speaks for."""

from collections.abc import Sequence
from functools import cache

from claims.grammar import Token
from claims.lexicon import load_lexicon
from claims.name_index import NameIndex
from claims.names import Name
from claims.places import country_of

_MEMORY = 1500  # code points back in which "he" may have been named
_SUBJECT = 60  # code points from the beginning of a sentence in which "it" is named
_PERSONS = frozenset({"he", "she"})
_LEFT_OUT = frozenset({"determiner", "number", "adverb", "approximator"})


@cache
def _nouns(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("attribution")["nouns"][key])


def name_speaker(text: str, offset: int, subject: Sequence[Token], names: NameIndex) -> str | None:
    """The canonical name of the `subject` of a verb of saying, else its words without articles, or None.

    `offset` is where the subject's sentence begins in `text`. Who speaks for an organisation, or a
    document of its, is the organisation; "he" is the person named last.
    """
    if not subject or subject[-1].word in _nouns("silent"):
        return None
    head = _head(subject)
    if len(head) == 1 and head[0].tag in ("pronoun", "relative"):
        return _antecedent(head[0], offset, names)
    cut = names.at(offset + head[0].start)
    first = min(cut.start, offset + head[0].start) if cut else offset + head[0].start
    inside = names.between(first, offset + head[-1].end)
    if inside:
        return _of_names(text, offset, head, inside)
    last = head[-1].word
    behind = subject[len(head)].word if len(head) < len(subject) else None
    if behind in _nouns("belonging") and last in _nouns("speakers") | _nouns("documents") | _nouns("organs"):
        rest = names.between(offset + subject[len(head)].start, offset + subject[-1].end)
        named = [name for name in rest if name.kind != "nationality"]
        if named:
            return named[0].canonical
    return _plain(head)


def is_source(words: str) -> bool:
    """Whether `words` without a name end in a speaker, a document or an organ of a state."""
    return words.split()[-1] in _nouns("speakers") | _nouns("documents") | _nouns("organs")


def _head(subject: Sequence[Token]) -> Sequence[Token]:
    """The noun phrase without the prepositional phrases behind it, but with "of" and "for" inside a name."""
    for index, token in enumerate(subject):
        if token.tag == "preposition" and index:
            following = subject[index + 1] if index + 1 < len(subject) else None
            if (
                token.word == "of"
                and following
                and following.tag == "name"
                and subject[index - 1].tag == "name"
            ):
                continue
            return subject[:index]
    return subject


def _of_names(text: str, offset: int, head: Sequence[Token], inside: Sequence[Name]) -> str | None:
    last = inside[-1]
    behind = [token for token in head if token.start + offset >= last.end and token.tag != "possessive"]
    noun = behind[-1].word if behind else None
    if last.kind == "nationality" or (last.kind == "place" and noun):
        if noun is None or noun in _nouns("organs"):
            return country_of(last.text) or last.canonical
        return (
            text[last.start : offset + head[-1].end]
            if last.kind == "nationality"
            else _of_place(last, behind)
        )
    if noun and last.kind == "person" and last.end < offset + behind[0].start - 1:
        return f"{last.canonical}'s {noun}"
    if noun and last.kind != "person" and noun not in _nouns("speakers") | _nouns("documents"):
        return last.canonical if len(behind) <= 2 else _plain(behind)
    return last.canonical


def _of_place(place: Name, behind: Sequence[Token]) -> str:
    words = " ".join(token.word for token in behind)
    return f"{place.canonical} {words}" if words else place.canonical


def _antecedent(pronoun: Token, offset: int, names: NameIndex) -> str | None:
    position = offset + pronoun.start
    if pronoun.word == "it":
        first = next(
            (name for name in names.between(offset, position) if name.start - offset < _SUBJECT), None
        )
        return first.canonical if first and first.kind in ("organisation", "other") else None
    if pronoun.word not in _PERSONS and pronoun.word != "who":
        return None
    earlier = names.between(max(0, position - _MEMORY), position)
    return next((name.canonical for name in reversed(earlier) if name.kind == "person"), None)


def _plain(head: Sequence[Token]) -> str | None:
    words = [token.word for token in head if token.tag not in _LEFT_OUT and token.tag != "possessive"]
    if any(token.tag in ("pronoun", "relative") for token in head):
        return None
    is_said = bool(words) and len(words[-1]) > 1 and all(word[0].isalpha() for word in words)
    return " ".join(words) if is_said else None
