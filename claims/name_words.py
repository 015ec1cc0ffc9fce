"""Words that make names: titles, roles, what organisations are called, abbreviations."""

import re
from functools import cache, lru_cache

from claims.lexicon import load_lexicon
from claims.memo import MEMO
from claims.tokens import Token

_ACRONYM = re.compile(r"[A-Z][A-Z&/]*[A-Z]s?|(?:[A-Z]\.)+[A-Z]\.?")


@cache
def name_words(table: str, key: str) -> frozenset[str]:
    """The words of one list of claims/lexicon/names.toml."""
    return frozenset(load_lexicon("names")[table][key])


def expand_acronym(word: str) -> str | None:
    """The full name of an organisation known by its abbreviation, or None."""
    return known_acronyms().get(word)


@lru_cache(maxsize=MEMO)
def is_acronym(word: str) -> bool:
    """Whether `word` is written in capitals throughout: "IISS", "U.N."."""
    return _ACRONYM.fullmatch(word) is not None


def is_organisation_word(word: str) -> bool:
    """Whether `word` ends names of organisations: "Technologies", "Inc"."""
    low = word.casefold().rstrip(".")
    return low in name_words("organisations", "heads") or low in name_words("organisations", "suffixes")


def is_joiner(word: str) -> bool:
    """Whether `word` is a small word inside names, which their abbreviations pass over."""
    return word in name_words("joiners", "passed_over")


def is_small_word(word: str) -> bool:
    """Whether `word`, behind a name, begins something else: a preposition, a conjunction, a verb of place."""
    return word in name_words("geography", "after")


def is_role(token: Token, *, behind: bool = False) -> bool:
    """Whether `token` is a noun for what a person does: "envoy"; `behind` the name also "head", "rival"."""
    return token.low in _roles() or (behind and token.low in name_words("roles", "described"))


@cache
def _roles() -> frozenset[str]:
    return name_words("roles", "forms") | name_words("titles", "strong")


@cache
def known_acronyms() -> dict[str, str]:
    """Organisations known by their abbreviations: as written to full name."""
    return dict(load_lexicon("names")["acronyms"])
