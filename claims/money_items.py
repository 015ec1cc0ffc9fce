"""What an amount of money is the price, the value or the sum of; open where the text names only who pays."""

import re
from functools import cache

from claims.lexicon import load_lexicon
from claims.model import Item
from claims.things import broader_types
from claims.wordclass import word_class
from claims.words import verb_forms

_REACH = 70  # characters on either side of an amount in which its thing is named
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
_PRICED = frozenset(["at", "for", "worth"])
_ACTORS = frozenset(["company", "country", "person"])
_VERBS = frozenset(["verb", "verb-s", "past", "participle", "gerund"])
_SIGNS = frozenset("$€£¥~")


def names_what_is_paid(item: Item, text: str, start: int, end: int) -> bool:
    """Whether `item` is what the money at `start` to `end` is for, and not who pays, earns or takes it.

    >>> from claims.items import read_item
    >>> text = "Robbers stole $80 million worth of gems"
    >>> [names_what_is_paid(read_item(noun), text, 14, 25) for noun in ("gems", "Robbers")]
    [True, False]
    """
    if item.head in load_lexicon("measured")["ranks"]["forms"]:
        return False
    if item.text in text[start : end + _REACH]:
        return True
    link = _link_before(text, start)
    if broader_types(item.type) & _ACTORS:
        return link in _PRICED
    if item.head in load_lexicon("measured")["time-nouns"]["forms"]:
        return False
    return link in _prices() or word_class(link) not in _VERBS


def _link_before(text: str, start: int) -> str:
    """The word that ties an amount to what goes before it: "about", "up to" and the like are passed over."""
    vague = load_lexicon("measured")["between"]["forms"]
    words = [found[0].casefold() for found in _WORD.finditer(text, max(0, start - _REACH), start)]
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word in ("at", "to"):
            if at and words[at - 1] == "up":
                continue
            return word
        if word not in vague and word not in _SIGNS and word_class(word) not in ("adverb", "determiner"):
            return word
    return ""


@cache
def _prices() -> frozenset[str]:
    verbs = load_lexicon("measured")["pricing-verbs"]["forms"]
    return frozenset(form for verb in verbs for form in verb_forms(verb)) | {"worth"}
