"""What an amount counts or measures: the noun phrase after it, or the thing whose amount it is."""

from claims.amounts import Amount
from claims.nouns import Phrase, phrase_after, phrase_before
from claims.token_list import Tokens
from claims.wordclass import word_class

_HYPHENS = frozenset("-‑–")
_MORE = frozenset(["more", "other", "others", "further", "fewer", "less", "additional", "extra", "of", "out"])
_LINKS = frozenset(["to", "at", "by", "from", "with", "for", "of", "in", "on", "than", "as"])
_CLAUSE = frozenset([";", ":", ".", "!", "?", "while", "whereas", "but", "after", "when", "because"])


def add_nouns(tokens: Tokens, amounts: list[Amount]) -> None:
    """Sets `noun` (and `noun_last`, where it stands directly after the amount) of every amount."""
    for amount in amounts:
        phrase = _following(tokens, amount)
        if phrase is not None:
            amount.noun, amount.noun_last = _text(tokens, phrase), phrase.last
    for k, amount in enumerate(amounts):
        if amount.noun is None:
            amount.noun = _elsewhere(tokens, amounts, k)


def _text(tokens: Tokens, phrase: Phrase) -> str:
    return tokens.text[tokens.starts[phrase.first] : tokens.ends[phrase.last]]


def _following(tokens: Tokens, amount: Amount) -> Phrase | None:
    """The noun phrase directly after the amount: what is counted or has the measure ("a 5-mile convoy")."""
    i = amount.last + 1
    if tokens.word(i) in _HYPHENS and tokens.is_glued(i) and tokens.is_glued(i + 1):
        i += 1
        if amount.unit and tokens.low(i) == "old":
            i += 1
        elif not amount.unit and tokens.is_word(i):
            return Phrase(i, i, i, False)
    if amount.unit and tokens.low(i) in ("old", "olds"):
        i += 1
    if tokens.low(i) in ("more", "other", "further", "fewer") and tokens.is_word(i + 1):
        i += 1
    if amount.number.fraction and not amount.unit:
        return None
    if amount.kind in ("money", "percent", "measure") and (
        tokens.low(i) in ("more", "less", "a", "an", "per")
    ):
        return None
    return phrase_after(tokens, i, singular=not amount.unit and amount.value == 1)


def _elsewhere(tokens: Tokens, amounts: list[Amount], k: int) -> str | None:
    amount = amounts[k]
    i = amount.last + 1
    found = _of_whole(tokens, amounts, k, i)
    if found is not None:
        return found
    if not amount.unit:
        return _counted_before(tokens, amounts, k)
    if tokens.word(amount.first - 1) in ("(", "/") and k and amounts[k - 1].last >= amount.first - 3:
        return amounts[k - 1].noun
    return _thing_before(tokens, amounts, k)


def _of_whole(tokens: Tokens, amounts: list[Amount], k: int, i: int) -> str | None:
    """The whole after "of" ("70% of the index"), or the use after "in" ("$3m in aid")."""
    if tokens.low(i) in ("a", "an", "per"):
        i += 2
    if tokens.low(i) not in ("of", "in") or (tokens.low(i) == "in" and amounts[k].kind != "money"):
        return None
    start = i + 1
    while tokens.is_word(start) and word_class(tokens.words[start]) == "determiner":
        start += 1
    following = amounts[k + 1] if k + 1 < len(amounts) else None
    if following is not None and start >= following.first > i:
        return following.noun
    phrase = phrase_after(tokens, start)
    if phrase is None or (tokens.low(i) == "in" and (start > i + 1 or tokens.is_capitalised(phrase.first))):
        return None
    return _text(tokens, phrase)


def _counted_before(tokens: Tokens, amounts: list[Amount], k: int) -> str | None:
    """The antecedent of a count without a noun: "six systems, of which two have come"."""
    first = amounts[k].first
    before = tokens.lows[max(0, first - 3) : first]
    if (
        before[-2:] in (["of", "which"], ["of", "whom"], ["of", "them"], ["of", "these"], ["of", "those"])
        and k
    ):
        return amounts[k - 1].noun
    if (
        k
        and amounts[k - 1].noun is not None
        and not amounts[k - 1].unit
        and first - amounts[k - 1].noun_last <= 4
    ):
        return amounts[k - 1].noun
    if tokens.low(first - 1) in ("to", "at", "of", "from") or amounts[k].change:
        return _thing_before(tokens, amounts, k)
    return None


def _thing_before(tokens: Tokens, amounts: list[Amount], k: int) -> str | None:
    """The thing whose amount it is: the noun before "of" or "at", else the subject of the clause."""
    i = amounts[k].first - 1
    floor = -1
    links = 0
    while i > floor and links < 8:
        low = tokens.lows[i]
        if low in _CLAUSE and links:
            break
        kind = word_class(low) if low[0].isalpha() else "conjunction"
        if links and kind in ("noun", "plural") and _before_verb(tokens, i):
            phrase = phrase_before(tokens, i)
            if phrase is not None:
                return _text(tokens, phrase)
        if not links and kind in ("noun", "plural"):
            phrase = phrase_before(tokens, i)
            if phrase is not None:
                return _text(tokens, phrase)
        if low == "of" or (
            low in _LINKS and kind == "preposition" and _noun_at(tokens, i - 1) and low in ("of", "at")
        ):
            phrase = phrase_before(tokens, i - 1)
            if phrase is not None:
                return _text(tokens, phrase)
        links += 1
        i -= 1
    return amounts[k - 1].noun if k and amounts[k].first - amounts[k - 1].last < 6 else None


def _noun_at(tokens: Tokens, i: int) -> bool:
    return tokens.is_word(i) and word_class(tokens.words[i]) in ("noun", "plural")


def _before_verb(tokens: Tokens, i: int) -> bool:
    """Whether a verb follows token `i`, adverbs between them allowed: it ends a subject."""
    for k in (i + 1, i + 2):
        kind = word_class(tokens.word(k)) if tokens.is_word(k) else "noun"
        if kind in ("past", "participle", "verb", "verb-s", "auxiliary"):
            return True
        if kind != "adverb":
            return False
    return False
