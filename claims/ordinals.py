"""Ordinals: ranks that a text gives a thing, "the third quake"."""

import re
from decimal import Decimal
from functools import cache

from claims.amounts import blocked_tokens
from claims.guards import words
from claims.lexicon import load_lexicon
from claims.model import Ordinal
from claims.nouns import Phrase, phrase_after
from claims.numbers import parse_literal
from claims.sentences import split_sentences
from claims.token_list import Tokens

_ENDING = re.compile(r"(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w)")
_LONGEST = 80
_MOVED = 2  # tokens before "to fourth" of which one says that somebody moved there
_PLACE = "place"
_JOINTS = "-‑–'’"
_AFTER_TIME = frozenset({"after", "ago", "before", "later"})


@cache
def _units() -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in load_lexicon("ordinals")["units"]["forms"].items()}


@cache
def _forms(table: str) -> frozenset[str]:
    return frozenset(load_lexicon("ordinals")[table]["forms"])


def find_ordinals(text: str) -> list[Ordinal]:
    """Ordinals in `text` that rank a noun, in text order; dates, floors, units and addresses are none.

    >>> [o] = find_ordinals("It was the third quake in a week, said the 72nd brigade.")
    >>> o.text, o.value, o.noun
    ('third quake', Decimal('3'), 'quake')
    """
    found: list[Ordinal] = []
    for start, end in split_sentences(text):
        if _may_hold_rank(text, start, end):
            found.extend(_in_sentence(Tokens(text, start, end)))
    return found


def _may_hold_rank(text: str, start: int, end: int) -> bool:
    """Whether a word with the ending of a rank is one: "third", "72nd", but not "and"."""
    tails = _tails()
    for ending in _ENDING.finditer(text, start, end):
        tail = text[ending.end() - 3 : ending.end()]
        if (tail.casefold() in tails or not tail.isalpha()) and _may_rank(text, start, ending):
            return True
    return False


@cache
def _tails() -> frozenset[str]:
    """The last three letters of the ranks in words."""
    return frozenset(word[-3:] for word in _units())


def _may_rank(text: str, start: int, ending: re.Match[str]) -> bool:
    begin = ending.start()
    while begin > start and text[begin - 1].isalnum():
        begin -= 1
    word = text[begin : ending.end()]
    return not word.isalpha() or word.casefold() in _units()


def _in_sentence(tokens: Tokens) -> list[Ordinal]:
    found: list[Ordinal] = []
    closed = blocked_tokens(tokens)
    for i in range(len(tokens)):
        read = _rank(tokens, i)
        if read is None or i in closed:
            continue
        value, first, last = read
        if found and tokens.starts[first] < found[-1].end:
            continue  # "the 1st 2nd time" is one rank
        ordinal = _ranked(tokens, value, first, last)
        if ordinal is not None:
            found.append(ordinal)
    return found


def _rank(tokens: Tokens, i: int) -> tuple[Decimal, int, int] | None:
    """The rank written at token `i`, and its first and last tokens."""
    low = tokens.lows[i]
    if tokens.is_number(i) and tokens.is_glued(i + 1) and tokens.low(i + 1) in _forms("suffixes"):
        value = parse_literal(tokens.words[i])
        if (
            value is None
            or value != int(value)
            or tokens.is_glued(i)
            or (tokens.is_glued(i + 2) and tokens.words[i + 2][0].isalnum())
        ):
            return None
        return value, i, i + 1
    value = _units().get(low)
    if value is None or (tokens.is_glued(i) and tokens.words[i - 1] not in "(\"'“‘"):
        return None
    return value, i, i


def _ranked(tokens: Tokens, value: Decimal, first: int, last: int) -> Ordinal | None:
    """The ordinal of the rank at tokens `first` to `last`, or None where it ranks nothing."""
    noun = _superlative(tokens, first, last) or _place(tokens, first, last)
    if noun is None:
        noun = _whole(tokens, first, last) or _noun_ranked(tokens, first, last)
    if noun is None:
        return None
    start, end = tokens.starts[first], tokens.ends[max(last, noun.last)]
    if end - start > _LONGEST or noun.first <= last:
        end = tokens.ends[last]
    text = tokens.text
    named = _PLACE if noun.first <= last else text[tokens.starts[noun.first] : tokens.ends[noun.last]]
    if last + 1 < noun.first and tokens.low(last + 1) == "of":
        end = tokens.ends[last]
    return Ordinal(start=start, end=end, text=text[start:end], value=value, noun=named)


def _opens(tokens: Tokens, first: int) -> bool:
    """Whether what stands before a rank lets it rank a noun: an article, an owner, nothing at all."""
    before = tokens.low(first - 1)
    is_owner = before.endswith("'s") or (before in ("'", "’") and tokens.low(first - 2).endswith("s"))
    return first == 0 or before in _forms("openers") or is_owner


def _noun_ranked(tokens: Tokens, first: int, last: int) -> Phrase | None:
    """The noun phrase right behind the rank: "the third quake", "United's third straight win"."""
    following = tokens.low(last + 1)
    if tokens.is_glued(last + 1) and tokens.words[last + 1] in _JOINTS:
        return None
    if not _opens(tokens, first) or following in words("month") or following in _AFTER_TIME:
        return None
    stop = last + 2 if following in ("time", "times") else None
    phrase = phrase_after(tokens, last + 1, singular=True, nominal=True, stop=stop)
    if phrase is None:
        return None
    inside = {tokens.lows[k] for k in range(phrase.first, phrase.last + 1)}
    is_run = not inside.isdisjoint(_forms("running"))  # "the fourth straight quarter"
    is_named = tokens.lows[phrase.first] in _forms("not-before")
    if not is_run and (is_named or not inside.isdisjoint(_forms("not-near"))):
        return None
    is_titled = tokens.is_capitalised(first) and tokens.is_capitalised(phrase.first)
    return None if is_titled and not tokens.is_title_case else phrase


def _superlative(tokens: Tokens, first: int, last: int) -> Phrase | None:
    """What is told to be the next but so many: "the third-largest bank", "her second best time"."""
    at = last + 1
    if tokens.is_glued(at) and tokens.words[at] in _JOINTS:
        at += 1
    is_highest = tokens.low(at) in _forms("superlatives") or tokens.low(at) in ("most", "least")
    if not is_highest or not _opens(tokens, first):
        return None
    phrase = phrase_after(tokens, at + 1, singular=True, nominal=True)
    if phrase is None or phrase.first != at + 1:
        return None if tokens.low(at) in ("most", "least") else Phrase(at, at, at, False)
    return Phrase(at, phrase.last, phrase.head_first, phrase.plural)


def _place(tokens: Tokens, first: int, last: int) -> Phrase | None:
    """A place on a list or in a race: "finished sixth", "in third place", "climbed to fourth"."""
    before, after = tokens.low(first - 1), tokens.low(last + 1)
    if after == "place" and (before in _forms("into-place") or before.endswith(("'s", "s'"))):
        return Phrase(last + 1, last + 1, last + 1, False)
    is_moved = before in ("into", "to") and not _forms("moving").isdisjoint(
        tokens.lows[max(0, first - 1 - _MOVED) : first - 1]
    )
    if before not in _forms("placing") and not is_moved:
        return None
    is_end = not tokens.is_word(last + 1) and not (tokens.is_glued(last + 1) and after in _JOINTS)
    return Phrase(last, last, last, False) if is_end or after in _forms("after-place") else None


def _whole(tokens: Tokens, first: int, last: int) -> Phrase | None:
    """The whole that a rank counts through: "the third of eight frigates"."""
    at = last + 2
    if tokens.low(last + 1) != "of" or not _opens(tokens, first):
        return None
    if tokens.low(at) in ("its", "the", "their", "these", "those"):
        at += 1
    if not (tokens.is_number(at) or tokens.kind(at) == "number"):
        return None
    phrase = phrase_after(tokens, at + 1, counted=True)
    return phrase if phrase is not None and phrase.plural else None
