"""Capitals: the capitalised sequences of a sentence, taken apart at titles and nationalities."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress, count
from operator import not_
from typing import NamedTuple

from claims.common_words import is_common_word, is_given_name
from claims.memo import MEMO
from claims.name_words import is_acronym, is_role, known_acronyms, name_words
from claims.places import canonical_place, joined_places
from claims.tokens import TEXT, TOKEN, Token, bare_word, find_tokens, is_word, low_word

_LONGEST_RUN = 12  # tokens of one name; keeps the scan linear
_LONGEST_TITLE = 3  # words
_CAPS_SHARE = 0.8  # of a sentence's letters, in a headline in capitals
_HEADLINE_LENGTH = 40  # tokens
_TITLE_SHARE = 0.8  # of a sentence's longer words, in a headline with capitals on most words
_OPENING = re.compile(
    rf"\s*(?>({TOKEN}))" * 4
)  # tokens by which a sentence is judged that has no other capital
_OPENERS = frozenset("\"'“‘«(—–-:;•*…[`")
_ABBREVIATED = re.compile(r"[A-Z]|[A-Z][a-z]{0,4}|[A-Z][a-z]?\.[A-Z]")


class Chunk(NamedTuple):
    """Neighbouring tokens that are written as one name, before anything is known of the rest of the article.

    `opens` says that the first word is capitalised for its position, `person` that a title, a role or a
    given name says that this is a person.
    """

    tokens: tuple[Token, ...]
    opens: bool
    person: bool

    @property
    def words(self) -> tuple[str, ...]:
        """The words as they are compared: without a possessive."""
        return tuple([token.bare for token in self.tokens])


def tokens_of_names(text: str, start: int, end: int) -> list[Token]:
    """The tokens of the sentence `text[start:end]` that may be names or tell of names beside them.

    Half of the sentences of news have no capital but their first: their opening is enough, or nothing.
    """
    opening = _OPENING.match(text, start, end)
    if opening is None or not _is_lone(opening, text, end):
        return find_tokens(text, start, end)
    is_named = any(_is_capitalised(word) and word != "The" for word in opening.group(1, 2))
    return find_tokens(text, start, opening.end()) if is_named else []


def _is_lone(opening: re.Match[str], text: str, end: int) -> bool:
    """Whether a sentence has no capital but its first, and does not begin with a name of several words."""
    at = 1 if is_word(opening[1]) else 2
    word = opening[at]
    if not text[opening.end(at) : end].islower() or "-" in word or not (word[1:].islower() or len(word) == 1):
        return False
    return not any(_phrases_from(low_word(word)) for word in opening.group(at, at + 1))


def find_chunks(text: str, tokens: Sequence[Token], *, headline: bool) -> list[Chunk]:
    """The capitalised sequences among the `tokens` of one sentence, split at titles and nationalities.

    In a `headline`, whose capitals tell nothing, only places are found.
    """
    if headline:
        return list(_place_chunks(tokens))
    chunks: list[Chunk] = []
    for run, before in _runs(text, tokens):
        opens = before is None or before.text in _OPENERS
        chunks.extend(_split(run, opens, before is not None and is_role(before)))
    return chunks


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether capitals tell nothing in this sentence, since most words have them."""
    if len(tokens) > _HEADLINE_LENGTH:
        return False
    texts = list(map(TEXT, tokens))
    if texts[-1:] == ["."] and _is_mostly_small(texts):
        return False
    words = [text for text in texts if text[0].isalpha()]
    if len(words) < 2:
        return False
    letters, without_capital = "".join(words), "".join(filter(str.islower, words))
    least = _CAPS_SHARE * len(letters)
    if len(letters) - len(without_capital) >= least and sum(map(str.isupper, letters)) >= least:
        return len(words) > 2 or all(is_common_word(word) for word in words)
    if tokens[-1].text == ".":
        return False
    capitals = [word for word in words if word[0].isupper()]
    longer = sum(len(word) > 3 or word[0].isupper() for word in words)
    ordinary = sum(is_common_word(word) for word in capitals if word is not words[0])
    return len(capitals) >= _TITLE_SHARE * longer and ordinary >= 2


def _is_mostly_small(texts: Sequence[str]) -> bool:
    """Whether words in small letters alone keep a sentence from being in capitals: quick to tell."""
    small = "".join(filter(str.islower, filter(str.isalpha, texts)))
    letters = len("".join(texts))
    return letters - len(small) < _CAPS_SHARE * letters


def is_ordinary(token: Token) -> bool:
    """Whether `token` is a common word rather than a place or an abbreviation."""
    return is_common_word(token.bare) and not canonical_place(token.bare) and not is_acronym(token.bare)


def _place_chunks(tokens: Sequence[Token]) -> Iterator[Chunk]:
    position = 0
    while position < len(tokens):
        for length in range(min(4, len(tokens) - position), 0, -1):
            window = tokens[position : position + length]
            place = (
                canonical_place(" ".join(token.bare for token in window))
                if window[0].text[0].isupper()
                else None
            )
            if place and not (place.kind in ("city", "region") and is_common_word(window[0].text)):
                yield Chunk(tuple(window), opens=False, person=False)
                position += length
                break
        else:
            position += 1


def _runs(text: str, tokens: Sequence[Token]) -> Iterator[tuple[list[Token], Token | None]]:
    """Maximal capitalised sequences, each with the token before it; "The" by itself is none."""
    position = 0
    texts = list(map(TEXT, tokens))
    if "-" in "".join(texts):
        tokens = [_without_compound(token) if "-" in token.text else token for token in tokens]
    for first in compress(count(), map(not_, map(str.islower, texts))):
        written = tokens[first].text
        if first < position or not written[0].isupper() or not _is_capitalised(written):
            continue
        lead = int(tokens[first].text == "The")
        stop = first + max(1, lead + _known_length(tokens, first + lead))
        longest = min(len(tokens), first + _LONGEST_RUN)
        while stop < longest:
            reach = _continues(text, tokens, first, stop)
            if not reach:
                break
            stop += reach
        end = stop - _is_of_calendar(tokens, stop)
        if end > first + lead:
            yield list(tokens[first:end]), tokens[first - 1] if first else None
        position = stop


def _is_of_calendar(tokens: Sequence[Token], stop: int) -> bool:
    """Whether the word before `stop` belongs to a day behind it: "Black Friday"."""
    if stop >= len(tokens) or tokens[stop].low not in name_words("calendar", "words"):
        return False
    before = tokens[stop - 1]
    return before.text[0].isupper() and not before.is_possessive and is_common_word(before.text)


def _known_length(tokens: Sequence[Token], first: int) -> int:
    """How many tokens from `first` on are a name known to have small words in it; 0 for none."""
    for phrase in _phrases_from(tokens[first].low) if first < len(tokens) else ():
        window = tokens[first : first + len(phrase)]
        if tuple(_americanised(token.low) for token in window) == phrase:
            return len(phrase)
    return 0


def _americanised(word: str) -> str:
    return word.replace("isation", "ization")


@lru_cache(maxsize=MEMO)
def _phrases_from(low: str) -> Sequence[tuple[str, ...]]:
    """The names with "and" inside that may begin with a word."""
    return _phrases().get(_americanised(low), ())


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """Names with "and" inside, by their first word, the longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for full in sorted({*known_acronyms().values(), *joined_places()}, key=lambda name: (-len(name), name)):
        for spelling in (full, full.replace("-o", "o")):
            words = tuple(_americanised(token.low) for token in find_tokens(spelling))
            if "and" in words:
                phrases.setdefault(words[0], []).append(words)
    return phrases


def _continues(text: str, tokens: Sequence[Token], first: int, stop: int) -> int:
    """How many tokens from `stop` on belong to the name that begins at `first`; 0 if it ends here."""
    before, token = tokens[stop - 1], tokens[stop]
    gap = text[before.end : token.start]
    if before.is_possessive or gap.strip():
        return 0
    if stop - first > 1 and before.low.replace(".", "") in name_words("organisations", "suffixes"):
        return 0
    following = tokens[stop + 1] if stop + 1 < len(tokens) else None
    if token.text == ".":
        if following is None or not _is_capitalised(following.text):
            return 0
        is_short = token.start == before.end and _ABBREVIATED.fullmatch(before.text)
        return 2 if is_short and _is_abbreviation(before) else 0
    if _is_capitalised(token.text):
        return 1
    if following is None or not _is_capitalised(following.text):
        return 0
    word = token.text
    is_plural = word in ("'", "’") and before.text.endswith("s") and token.start == before.end
    if is_plural and following.low in name_words("organisations", "heads"):
        return 2
    if word == "&" or (word in name_words("joiners", "particles") and token.text.islower()):
        return 2
    if word == "of" and f"{before.low} of {following.low}" in name_words("titles", "strong"):
        return 2
    if word in name_words("joiners", "prepositions") and any(
        part.low in _heads() for part in tokens[first:stop]
    ):
        return 0 if following.low in name_words("calendar", "words") else 2
    return 0


@cache
def _heads() -> frozenset[str]:
    """Nouns that a preposition joins to what follows: "Bank of", "Gulf of"."""
    return name_words("organisations", "heads") | name_words("geography", "before_of")


def _without_compound(token: Token) -> Token:
    """The name that a compound begins with: "Russian" of "Russian-made", but all of "Jen-Hsun"."""
    if not token.text[0].isupper():
        return token
    head, hyphen, tail = token.text.partition("-")
    is_name = len(head) > 2 or canonical_place(head) or is_acronym(head)
    is_cut = is_name and tail.islower() and is_common_word(tail.partition("-")[2] or tail)
    if hyphen and tail and is_cut:
        return Token(token.start, token.start + len(head), head, bare_word(head), low_word(head))
    return token


def _is_abbreviation(token: Token) -> bool:
    return (
        len(token.text) == 1
        or token.low in name_words("titles", "strong")
        or token.low in name_words("titles", "weak")
        or token.low in name_words("organisations", "suffixes")
        or token.low in ("st", "ft", "mt")
    )


@lru_cache(maxsize=MEMO)
def _is_capitalised(written: str) -> bool:
    if not written[0].isupper():
        return False
    word = low_word(written)
    if word in name_words("calendar", "words") or word in ("i", "i'm", "i've", "i'll", "i'd", "a"):
        return False
    return (
        written.islower()
        or written.istitle()
        or word not in name_words("abbreviations", "words")
        or canonical_place(written) is not None
    )


def _split(run: list[Token], opens: bool, person: bool) -> Iterator[Chunk]:
    """The names in one capitalised sequence: before a title, behind it, after a nationality in front."""
    if len(run) > 1 and (run[0].text == "The" or (opens and _is_droppable(run))):
        person = person or run[0].low in name_words("roles", "forms")
        run, opens = run[1:], False
        while run[0].text.islower():
            run = run[1:]
    at, length = _find_title(run)
    if length:
        if at:
            yield from _split(run[:at], opens, person=False)
        rest = run[at + length :]
        rest = rest[1:] if rest and rest[0].text == "." else rest
        if len(rest) > 2 and is_acronym(rest[-1].text):
            yield Chunk((rest.pop(),), opens=False, person=False)
        if rest:
            yield Chunk(tuple(rest), opens=False, person=True)
        return
    place = canonical_place(run[0].bare)
    if len(run) > 1 and place and place.kind in ("nationality", "country") and not is_ordinary(run[1]):
        yield Chunk((run[0],), opens=False, person=False)
        yield from _split(run[1:], False, person)
        return
    if run[-1].text == ".":
        run = run[:-1]
    if person and len(run) > 2 and is_acronym(run[-1].text) and "." not in run[-1].text:
        yield Chunk((run[-1],), opens=False, person=False)
        run = run[:-1]
    yield Chunk(tuple(run), opens, person or _is_person(run))


def _is_droppable(run: Sequence[Token]) -> bool:
    """Whether the first word only opens the sentence: "Meanwhile Smith", but not "Bank of England"."""
    first = run[0]
    if not is_common_word(first.text) or canonical_place(first.bare):
        return False
    if is_given_name(first.text) and not canonical_place(run[1].bare):
        return False
    prefixes = (" ".join(token.bare for token in run[:length]) for length in range(2, len(run) + 1))
    if any(canonical_place(prefix) for prefix in prefixes) or _opens_with_title(run):
        return False
    heads, suffixes = name_words("organisations", "heads"), name_words("organisations", "suffixes")
    if first.low in heads and run[1].text in ("of", "for"):
        return False
    return not (
        len(run) > 1 and (run[-1].low in suffixes or (run[-1].low in heads and is_common_word(run[1].text)))
    )


def _opens_with_title(run: Sequence[Token]) -> bool:
    at, length = _find_title(run)
    return at == 0 and length > 0


def _find_title(run: Sequence[Token]) -> tuple[int, int]:
    """Where a person's title stands in `run` and how many tokens it has; (0, 0) without one."""
    for at in range(len(run)):
        if run[at].low not in _title_openers():
            continue
        for length in range(min(_LONGEST_TITLE, len(run) - at), 0, -1):
            words = " ".join(token.low for token in run[at : at + length] if token.text != ".")
            following = next((token for token in run[at + length :] if token.text != "."), None)
            if words in name_words("titles", "strong"):
                if following is None or following.low not in name_words("organisations", "heads"):
                    return at, length
            elif words in name_words("titles", "weak") and following and not is_ordinary(following):
                return at, length
    return 0, 0


@cache
def _title_openers() -> frozenset[str]:
    """What a title may begin with: its first word, or a full stop that is left over."""
    titles = name_words("titles", "strong") | name_words("titles", "weak")
    return frozenset({".", *(title.partition(" ")[0] for title in titles)})


def _is_person(run: Sequence[Token]) -> bool:
    return (
        2 <= len(run) <= 4
        and is_given_name(run[0].text)
        and name_words("organisations", "heads").isdisjoint([token.low for token in run])
        and run[-1].low not in name_words("organisations", "suffixes")
        and run[-1].low not in name_words("geography", "heads")
        and canonical_place(" ".join(token.bare for token in run)) is None
    )
