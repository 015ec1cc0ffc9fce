"""The names of one article: every mention resolved to the fullest form that the article gives."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from claims.capitals import Chunk, find_chunks, is_headline, tokens_of_names
from claims.common_words import is_common_word
from claims.datelines import find_dateline
from claims.name_forms import find_definitions, resolve_forms
from claims.name_words import is_acronym, is_organisation_word, is_role, is_small_word, name_words
from claims.names import Name, name_of, strip_suffix
from claims.places import adjective_of, canonical_place, country_of
from claims.tokens import Token
from corpus.spans import Span

_LONGEST = 6  # words of a name that a headline is searched for
_TOGETHER = 32  # sentences that are read step by step: what has just run is at hand in the processor
_OPENER = 24  # code points of a word that opens a sentence
_START = attrgetter("start")
_DESCRIPTION = 7  # tokens after a name in which its role is looked for


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of an article in text order, found by where they stand or by their canonical form."""

    names: tuple[Name, ...]
    _starts: tuple[int, ...] = field(repr=False)

    def between(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that lie wholly inside `start` to `end`."""
        first = bisect_left(self._starts, start)
        last = bisect_right(self._starts, end)
        return tuple(name for name in self.names[first:last] if name.end <= end)

    def at(self, position: int) -> Name | None:
        """The name that covers `position`, or None."""
        before = bisect_right(self._starts, position) - 1
        if before >= 0 and self.names[before].end > position:
            return self.names[before]
        return None

    def mentions(self, canonical: str) -> tuple[Name, ...]:
        """Every mention of the name whose canonical form is `canonical`."""
        return tuple(name for name in self.names if name.canonical == canonical)


def article_names(text: str, sentences: Sequence[Span]) -> NameIndex:
    """The names in the `sentences` of `text`, each resolved within the article.

    Later short forms ("Roe"), abbreviations and misspellings get the fullest form ("Jane Roe"); words
    capitalised for their position, or in a headline, are names where the rest of the article says so.

    >>> text = "Trade minister Jane Roe spoke. Roe and the United Ruritanian Front (URF) agree. URF won."
    >>> [name.canonical for name in article_names(text, [Span(0, 30), Span(31, 79), Span(80, 88)]).names]
    ['Jane Roe', 'Jane Roe', 'United Ruritanian Front', 'United Ruritanian Front', 'United Ruritanian Front']
    """
    found: list[tuple[Chunk, Name]] = []
    headlines: list[list[Token]] = []
    definitions: dict[str, Name] = {}
    for at in range(0, len(sentences), _TOGETHER):
        read = [tokens_of_names(text, *sentence) for sentence in sentences[at : at + _TOGETHER]]
        are_headlines = [is_headline(tokens) for tokens in read]
        chunks = [
            find_chunks(text, tokens, headline=headline)
            for tokens, headline in zip(read, are_headlines, strict=True)
        ]
        for tokens, headline in zip(read, are_headlines, strict=True):
            if headline:
                headlines.append(tokens)
            else:
                definitions |= find_definitions(text, tokens)
        for tokens, inside in zip(read, chunks, strict=True):
            found.extend(_sentence_names(text, tokens, inside))
    found = list(_with_openers(text, found))
    datelines = [name for sentence in sentences for name in find_dateline(text, sentence)]
    names = _without_overlap([*datelines, *definitions.values()], _vouched(found))
    names = resolve_forms(text, _with_owners(text, names), definitions)
    ordered = tuple(sorted(_with_headlines(text, headlines, names)))
    return NameIndex(ordered, tuple(name.start for name in ordered))


def _sentence_names(
    text: str, tokens: Sequence[Token], chunks: Iterable[Chunk]
) -> Iterator[tuple[Chunk, Name]]:
    for chunk in chunks:
        if (
            chunk.opens
            and len(chunk.tokens) > 1
            and is_acronym(chunk.tokens[1].bare)
            and not is_acronym(chunk.tokens[0].bare)
        ):
            chunk = Chunk(chunk.tokens[1:], opens=False, person=False)
        position = bisect_left(tokens, chunk.tokens[-1].start, key=_START)
        if not chunk.person and _is_introduced(chunk, tokens, position):
            chunk = chunk._replace(person=True)
        known = Chunk(chunk.tokens, opens=False, person=chunk.person) if chunk.opens else chunk
        sure = name_of(text, known)
        if sure and sure.kind == "other" and _is_located(chunk, tokens, position):
            sure = sure._replace(kind="place")
        if sure:
            yield chunk, sure


def _is_introduced(chunk: Chunk, tokens: Sequence[Token], last: int) -> bool:
    """Whether what stands before or behind says that `chunk` is a person: "the envoy, Jane Roe,"."""
    first = last - len(chunk.tokens) + 1
    if first == last:
        return False
    is_behind = first > 1 and tokens[first - 1].text == "," and is_role(tokens[first - 2])
    if not is_behind and not _is_described(chunk, tokens, last):
        return False
    words = chunk.words
    if any(is_acronym(word) for word in words) or is_organisation_word(words[-1]):
        return False
    return canonical_place(" ".join(words)) is None


def _is_located(chunk: Chunk, tokens: Sequence[Token], last: int) -> bool:
    """Whether "in" or "near" before a name and no noun behind it say that it is a place."""
    first = last - len(chunk.tokens) + 1
    if first < 1 or last + 1 >= len(tokens) or tokens[first - 1].low not in name_words("geography", "before"):
        return False
    after, taker = tokens[last + 1], tokens[first - 2].low if first > 1 else ""
    if taker in name_words("geography", "takers"):
        return False
    if after.text[0].isalpha() and not is_small_word(after.low):
        return False
    is_numbered = any(map(str.isdigit, "".join(chunk.words)))
    return not is_numbered and not all(is_common_word(word) for word in chunk.words)


def _is_described(chunk: Chunk, tokens: Sequence[Token], last: int) -> bool:
    """Whether a role or an age follows: "Jane Roe, the envoy for trade,", "John Doe, 40,"."""
    if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
        return False
    if tokens[last + 2].text.isdigit() and len(tokens[last + 2].text) == 2:
        return last + 3 < len(tokens) and tokens[last + 3].text in (",", ".", ";")
    apposition = tokens[last + 2 : last + 3 + _DESCRIPTION]
    for token, following in pairwise(apposition):
        if token.text in (",", ".", ";", "(") or token.low in name_words("geography", "ends"):
            return token.low == "who"
        if is_role(token, behind=True):
            return not following.text[0].isalpha() or is_small_word(following.low)
    return False


def _with_openers(text: str, found: Sequence[tuple[Chunk, Name]]) -> Iterator[tuple[Chunk, Name]]:
    """`found`, where "Gulch" behind an opening "Bear" is the "Bear Gulch" of other sentences."""
    known = {name.text: name for chunk, name in found if not chunk.opens and len(chunk.tokens) > 1}
    firsts = {name.split()[0] for name in known}
    rests = {name.partition(" ")[2] for name in known}
    for chunk, name in found:
        if name.text not in rests:
            yield chunk, name
            continue
        before = text[max(0, name.start - _OPENER) : name.start].rstrip(" ")
        word = before.rpartition("\n")[2].rpartition(" ")[2].lstrip("“\"'(")
        longer = known.get(f"{word} {name.text}") if word in firsts else None
        start = name.start - len(word) - 1
        if longer and text[start : start + len(word)] == word:
            yield chunk, longer._replace(start=start, end=name.end)
        else:
            yield chunk, name


def _vouched(found: Iterable[tuple[Chunk, Name]]) -> list[Name]:
    """The names without single words that are capitalised only because they open a sentence."""
    found = list(found)
    trusted: set[str] = set()
    for chunk, name in found:
        if name.kind == "person" and len(chunk.tokens) > 1:
            trusted.add(chunk.words[-1])
        elif not chunk.opens and (len(chunk.tokens) == 1 or name.kind == "organisation"):
            trusted.add(chunk.words[0])
    return [name for chunk, name in found if _is_vouched(chunk, trusted)]


def _is_vouched(chunk: Chunk, trusted: Set[str]) -> bool:
    if not chunk.opens or len(chunk.tokens) > 1 or chunk.person:
        return True
    word = chunk.words[0]
    return word in trusted or not is_common_word(word) or canonical_place(word) is not None


def _without_overlap(first: Sequence[Name], names: Sequence[Name]) -> list[Name]:
    """`first` and those of `names` that do not lie over one of them."""
    if not first:
        return sorted(names)
    index = NameIndex(tuple(sorted(first)), tuple(name.start for name in sorted(first)))
    free = [name for name in names if not index.at(name.start) and not index.at(name.end - 1)]
    return sorted([*first, *free])


def _with_owners(text: str, names: Sequence[Name]) -> list[Name]:
    """`names`, where "Ruritania's Defence Ministry" is the "Ruritanian Defence Ministry"."""
    owned = list(names)
    for position, (owner, name) in enumerate(pairwise(names)):
        gap = text[owner.end : name.start].replace("’", "'")
        country = country_of(owner.text) if owner.kind == "place" and gap == "'s " else None
        if country and name.kind == "organisation" and all(map(is_common_word, name.text.split())):
            owned[position + 1] = name._replace(canonical=f"{adjective_of(country)} {name.canonical}")
    return owned


def _with_headlines(text: str, headlines: Sequence[Sequence[Token]], names: Sequence[Name]) -> list[Name]:
    """`names` and the mentions in headlines of names that the rest of the article uses."""
    found = list(names)
    if not headlines:
        return found
    known = _known(names)
    taken = {name.start for name in names}
    for tokens in headlines:
        words = [token for token in tokens if token.is_word]
        position = 0
        while position < len(words):
            length, name = _longest_known(words, position, known)
            if name and words[position].start not in taken:
                start = words[position].start
                end = words[position + length - 1].start + len(words[position + length - 1].bare)
                found.append(Name(start, end, text[start:end], name.canonical, name.kind))
            position += max(length, 1)
    return found


def _known(names: Sequence[Name]) -> dict[tuple[str, ...], Name]:
    """Names by their words, and persons by their family names where these are one person's."""
    bearers: dict[str, set[str]] = defaultdict(set)
    known: dict[tuple[str, ...], Name] = {}
    for name in names:
        words = name.text.casefold().split()
        if name.kind not in ("place", "nationality") and not is_common_word(name.text):
            known[strip_suffix(words)] = name
        if name.kind == "person":
            bearers[words[-1]].add(name.canonical)
    for name in names:
        last = name.text.casefold().split()[-1]
        if name.kind == "person" and len(bearers[last]) == 1:
            known.setdefault((last,), name)
    return known


def _longest_known(
    tokens: Sequence[Token], position: int, known: Mapping[tuple[str, ...], Name]
) -> tuple[int, Name | None]:
    if tokens[position].text[0].isupper():
        for length in range(min(_LONGEST, len(tokens) - position), 0, -1):
            name = known.get(tuple(token.bare.casefold() for token in tokens[position : position + length]))
            if name:
                return length, name
    return 0, None
