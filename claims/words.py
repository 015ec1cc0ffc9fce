"""English inflection: the singular of a noun, the forms of a verb."""

import re
from functools import cache, lru_cache

from claims.lexicon import load_lexicon
from claims.memo import MEMO

_SIBILANT = re.compile(r"(?:ss|x|zz|ch|sh)es$")
_DOUBLES = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")
_VOWELS = "aeiou"
_ENDINGS = ("ingly", "edly", "ing", "ed", "ion", "er", "ly", "e", "y")
_SHORTEST_STEM = 3


@lru_cache(maxsize=MEMO)
def singular(noun: str) -> str:
    """The singular of one noun, casefolded; a word that is no plural comes back as it is.

    >>> [singular(word) for word in ("Tanks", "deliveries", "women", "losses", "gas", "crisis")]
    ['tank', 'delivery', 'woman', 'loss', 'gas', 'crisis']
    """
    word = noun.casefold()
    irregular: dict[str, str] = load_lexicon("inflection")["plurals"]
    if word in irregular:
        return irregular[word]
    if word.endswith("men") and len(word) > 5:
        return word[:-2] + "an"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ics")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if _SIBILANT.search(word) or word.endswith("oes"):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=MEMO)
def stem(word: str) -> str:
    """A word without its inflection, for comparing texts; not always a word itself.

    >>> [stem(word) for word in ("captured", "capturing", "captures", "bought", "intervention")]
    ['captur', 'captur', 'captur', 'buy', 'intervent']
    """
    folded = word.casefold()
    if folded in _irregular_verbs():
        return _irregular_verbs()[folded]
    folded = singular(folded)
    for ending in _ENDINGS if folded.endswith(_ENDINGS) else ():
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            folded = folded[: -len(ending)]
            break
    if len(folded) > _SHORTEST_STEM and folded[-1] == folded[-2] and folded[-1] not in "aeiouls":
        folded = folded[:-1]
    return folded


@cache
def _irregular_verbs() -> dict[str, str]:
    rows: dict[str, list[str]] = load_lexicon("inflection")["verbs"]
    return {form: base for base, forms in rows.items() for form in forms if form not in rows}


@cache
def verb_forms(base: str) -> frozenset[str]:
    """Every form of the verb `base`: itself, third person, past, past participle, -ing.

    Where only stress decides whether the last consonant doubles, both spellings are given.

    >>> sorted(verb_forms("reach")), sorted(verb_forms("buy"))
    (['reach', 'reached', 'reaches', 'reaching'], ['bought', 'buy', 'buying', 'buys'])
    """
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2:-1] not in _VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    irregular: dict[str, list[str]] = load_lexicon("inflection")["verbs"]
    past = irregular.get(base) or _regular_past(base)
    return frozenset({base, third, *past, *_gerund(base)})


def _regular_past(base: str) -> list[str]:
    if base.endswith("e"):
        return [base + "d"]
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return [base[:-1] + "ied"]
    if _DOUBLES.search(base):
        return [base + "ed", base + base[-1] + "ed"]
    return [base + "ed"]


def _gerund(base: str) -> list[str]:
    if base.endswith("ie"):
        return [base[:-2] + "ying"]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return [base[:-1] + "ing"]
    if _DOUBLES.search(base):
        return [base + "ing", base + base[-1] + "ing"]
    return [base + "ing"]
