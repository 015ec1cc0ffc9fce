"""Spellings: which words of two articles are one word, of which one is misspelt or transliterated otherwise.

Two words are held against each other by their letters and the lexicons alone, and found by what is left of
each without one of its letters: in time proportional to the words of the two articles, not to their pairs.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from claims.common_words import is_common_word, is_given_name
from claims.model import Claim
from claims.places import canonical_place, fold_name
from claims.words import stem

_SHORTEST = 6  # letters; in shorter words one letter is often another word
_ONE_SOUND = frozenset({"i", "y"})  # which at the end of a name are one: Zelenski, Zelensky


@lru_cache(maxsize=1 << 14)
def is_other_spelling(one: str, other: str) -> bool:
    """Whether two different words are one but for a slip of one letter, or two neighbours exchanged.

    Never where both are known words, places or given names, nor across digits. The first letter has to
    stay, and the end: another ending is another form, or somebody else ("Ivanov" and "Ivanova").

    >>> is_other_spelling("Pantsyr", "Pantsir"), is_other_spelling("passanger", "passenger")
    (True, True)
    >>> is_other_spelling("battle", "bottle"), is_other_spelling("Zambia", "Gambia")
    (False, False)
    """
    mine, theirs = fold_name(one), fold_name(other)
    if mine == theirs or min(len(mine), len(theirs)) < _SHORTEST or mine[0] != theirs[0]:
        return False
    if _digits(mine) != _digits(theirs) or not _end_alike(mine, theirs):
        return False
    if DamerauLevenshtein.distance(mine, theirs, score_cutoff=1) > 1:
        return False
    return not (_is_known(mine) and _is_known(theirs))


def _is_known(word: str) -> bool:
    return is_common_word(word) or is_given_name(word) or canonical_place(word.title()) is not None


def _digits(word: str) -> list[str]:
    return [letter for letter in word if letter.isdigit()]


def _end_alike(one: str, other: str) -> bool:
    """Whether two words have one ending, be its last letter doubled."""
    if one[-1] == other[-1]:
        shorter, longer = sorted((one, other), key=len)
        return len(shorter) == len(longer) or not longer.startswith(shorter) or longer[-1] == longer[-2]
    return len(one) == len(other) and one[:-1] == other[:-1] and {one[-1], other[-1]} == _ONE_SOUND


class Spellings:
    """The words of one article that may be misspelt: those of its names and of what it counts."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        words = {word for claim in claims for word in _words_of(claim)}
        self.words = frozenset(words)
        self.without: Mapping[str, Sequence[str]] = _by_deletion(self.words)


def _words_of(claim: Claim) -> Iterator[str]:
    """The long words of a claim's names and item, casefolded."""
    named = [word for name in claim.names for word in name.split()]
    counted = (claim.item.head, *claim.item.modifiers) if claim.item else ()
    return (word.casefold() for word in (*named, *counted) if len(word) >= _SHORTEST)


def _by_deletion(words: frozenset[str]) -> dict[str, list[str]]:
    """Words by themselves, and by what is left of each without one of its letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            found[key].append(word)
    return dict(found)


def other_spellings(one: Spellings, other: Spellings) -> dict[str, str]:
    """The words of `other` that are those of `one` spelt otherwise, with the spelling of `one`.

    A word that the other article has too is no slip of another one there, and one that may be two is neither.
    """
    found: dict[str, set[str]] = defaultdict(set)
    back: dict[str, set[str]] = defaultdict(set)
    for key in one.without.keys() & other.without.keys():
        for mine in one.without[key]:
            for theirs in other.without[key]:
                if mine not in other.words and theirs not in one.words and is_other_spelling(mine, theirs):
                    found[theirs].add(mine)
                    back[mine].add(theirs)
    return {
        theirs: min(mine) for theirs, mine in found.items() if len(mine) == 1 and len(back[min(mine)]) == 1
    }


def respelt(claim: Claim, spellings: Mapping[str, str]) -> Claim:
    """`claim` with its names and words in other spellings, given casefolded."""
    stems = {stem(theirs): stem(mine) for theirs, mine in spellings.items()}
    item = claim.item
    if item:
        item = replace(
            item,
            head=spellings.get(item.head, item.head),
            modifiers=tuple(spellings.get(word, word) for word in item.modifiers),
        )
    return replace(
        claim,
        item=item,
        names=frozenset(_respelt_name(name, spellings) for name in claim.names),
        context=frozenset(stems.get(word, word) for word in claim.context),
        near=frozenset(stems.get(word, word) for word in claim.near),
    )


def _respelt_name(name: str, spellings: Mapping[str, str]) -> str:
    words = name.split()
    spelt = [spellings[word.casefold()].title() if word.casefold() in spellings else word for word in words]
    return " ".join(spelt)
