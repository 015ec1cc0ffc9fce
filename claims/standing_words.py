"""The words that tell how long a number holds: claims/lexicon/standing.toml."""

from functools import cache

from claims.lexicon import load_lexicon
from claims.words import verb_forms


@cache
def standing_words(table: str, key: str) -> frozenset[str]:
    """One list of claims/lexicon/standing.toml; verbs in all their forms."""
    words: list[str] = load_lexicon("standing")[table][key]
    if key in ("verbs", "announcing", "dates", "reaching", "at"):
        return frozenset(form for verb in words for form in verb_forms(verb))
    return frozenset(words)
