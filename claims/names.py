"""Names: persons, places and organisations by their capitals and the words round them, without a tagger."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from claims.capitals import Chunk, find_chunks, is_headline
from claims.common_words import is_common_word
from claims.memo import MEMO
from claims.name_words import expand_acronym, is_acronym, name_words
from claims.places import canonical_place
from claims.tokens import Token, bare_word, find_tokens, low_word

_LONGEST_ACRONYM = 4  # letters of an abbreviation that may be a common word too
_CURRENCIES = ("$", "£", "€", "¥")
_SPACED = re.compile(r" (?=[.'’](?: |$))")
_AMOUNT = re.compile(r"\d[.,]\d")
NameKind = Literal["person", "place", "nationality", "organisation", "product", "other"]


class Name(NamedTuple):
    """A name mentioned in a text; `text == source[start:end]`.

    `canonical` is the name in its usual form or in the fullest that is known. A "product" has a number in
    its name ("T-72", "Heron-3"); "other" is a name of which the words do not tell what it names.
    """

    start: int
    end: int
    text: str
    canonical: str
    kind: NameKind


def find_names(text: str, start: int = 0, end: int | None = None) -> list[Name]:
    """The names in `text[start:end]`, one sentence, in order, judged by this sentence alone.

    In a headline that capitalises most words only places are found. `claims.name_index` knows more:
    it judges by the whole article.

    >>> names = find_names("Police in Kiev said Dr. Jane Roe left the Bank of Ruritania.")
    >>> [(name.canonical, name.kind) for name in names]
    [('Kyiv', 'place'), ('Jane Roe', 'person'), ('Bank of Ruritania', 'organisation')]
    """
    tokens = find_tokens(text, start, end)
    chunks = find_chunks(text, tokens, headline=is_headline(tokens))
    return [name for chunk in chunks if (name := name_of(text, chunk))]


def name_of(text: str, chunk: Chunk) -> Name | None:
    """The name that `chunk` is by itself, or None where it may be no name at all."""
    first, last = chunk.tokens[0], chunk.tokens[-1]
    if chunk.opens and len(chunk.tokens) == 1 and not chunk.person and _is_opener(first):
        return None
    if text[last.end : last.end + 2].lstrip()[:1] in _CURRENCIES and is_acronym(first.bare):
        return None
    start, end = first.start, last.end - _possessive_length(last)
    if text[end : end + 1] == "." and not canonical_place(text[start:end]):
        end += canonical_place(text[start : end + 1]) is not None
    written = text[start:end]
    meant = _meant(written, tuple([token.text for token in chunk.tokens]), chunk.person)
    return Name(start, end, written, *meant) if meant else None


@lru_cache(maxsize=MEMO)
def _meant(written: str, texts: tuple[str, ...], person: bool) -> tuple[str, NameKind] | None:
    """The canonical form and the kind of the name with the words `texts`, None where it is none."""
    words = tuple(bare_word(word) for word in texts)
    first = words[0]
    low = first.casefold()
    is_nothing = len(first) == 1 or low == "the" or low in name_words("organisations", "generic")
    is_nothing = is_nothing or first in name_words("calendar", "exact")
    if len(words) == 1 and is_nothing:
        return None
    if all(_is_shouted(word) for word in words) or _AMOUNT.search(words[-1]):
        return None
    place = canonical_place(written)
    if place and not person:
        kind: NameKind = "nationality" if place.kind == "nationality" else "place"
        return place.name, "organisation" if place.kind == "bloc" else kind
    full = expand_acronym(written)
    if full:
        return full, "organisation"
    return joined(strip_suffix(words)), "person" if person else _kind(texts)


def joined(words: Sequence[str]) -> str:
    """`words` as one name; a full stop stands at the word it shortens.

    >>> joined(("Jane", "Q", ".", "Roe"))
    'Jane Q. Roe'
    """
    name = " ".join(words)
    return _SPACED.sub("", name) if len(words) > 1 else name


def strip_suffix(words: Sequence[str]) -> tuple[str, ...]:
    """`words` without a company's legal form at the end ("Inc") and an article at the beginning."""
    kept = list(words)
    while len(kept) > 1 and kept[-1].casefold().replace(".", "") in name_words("organisations", "suffixes"):
        kept.pop()
    if len(kept) > 1 and kept[0] in ("The", "the"):
        kept.pop(0)
    return tuple(kept)


def _kind(texts: Sequence[str]) -> NameKind:
    words = [low_word(text).rstrip(".") for text in texts]
    heads, suffixes = name_words("organisations", "heads"), name_words("organisations", "suffixes")
    if words[-1] in heads or words[-1] in suffixes or (words[0] in heads and len(words) > 2):
        return "organisation"
    if words[-1] in name_words("geography", "heads") or words[0] in name_words("geography", "heads"):
        return "place"
    if len(words) == 1 and is_acronym(bare_word(texts[0])):
        return "organisation"
    return "product" if any(char.isdigit() for word in words for char in word) else "other"


def _is_shouted(word: str) -> bool:
    """Whether `word` is a common word in capitals rather than an abbreviation."""
    return len(word) > _LONGEST_ACRONYM and word.isupper() and is_common_word(word)


def _is_opener(token: Token) -> bool:
    word = token.bare.partition("'")[0].partition("’")[0]
    return is_common_word(word) and not canonical_place(token.bare) and not expand_acronym(token.bare)


def _possessive_length(token: Token) -> int:
    return len(token.text) - len(token.bare)
