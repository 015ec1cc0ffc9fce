"""What an amount counts or measures: the noun phrase after it, or the thing whose amount it is."""

from claims.amounts import Amount
from claims.chunks import Clauses, is_time, phrase_text
from claims.lexicon import load_lexicon
from claims.nouns import Phrase, measured_words, phrase_after
from claims.numbers import HYPHENS
from claims.things_measured import antecedent, noun_to_the_left
from claims.token_list import Tokens
from claims.wordclass import FINITE, word_class

_SKIPPED = frozenset(["more", "other", "further", "fewer", "additional", "such"])


def add_nouns(tokens: Tokens, amounts: list[Amount]) -> None:
    """Sets `noun` (and `noun_last`, where it stands directly after the amount) of every amount."""
    for k, amount in enumerate(amounts):
        stop = amounts[k + 1].first if k + 1 < len(amounts) else len(tokens)
        phrase = _following(tokens, amount, stop)
        if phrase is not None:
            amount.noun, amount.noun_last = phrase_text(tokens, phrase), phrase.last
            amount.counted = not amount.unit
    if all(amount.noun is not None for amount in amounts):
        return
    view = Clauses(tokens, amounts)
    for k in reversed(range(len(amounts))):
        if amounts[k].noun is None:
            amounts[k].noun = _noun_to_the_right(view, k)
            amounts[k].counted = not amounts[k].unit and amounts[k].noun is not None
    for k in range(len(amounts)):
        if amounts[k].noun is None:
            amounts[k].noun = noun_to_the_left(view, k)


def _following(tokens: Tokens, amount: Amount, stop: int) -> Phrase | None:
    """The noun phrase directly after the amount: what is counted or has the measure ("a 5-mile convoy")."""
    i = max(amount.last, amount.tail) + 1
    if amount.age:
        return None
    if tokens.word(i) in HYPHENS and tokens.is_glued(i) and tokens.is_glued(i + 1):
        i += 1
        if tokens.low(i) == "a" and tokens.word(i + 1) in HYPHENS:
            i += 3
        if amount.unit and tokens.low(i) in ("old", "olds", "long", "wide", "high", "deep", "tall", "thick"):
            i += 1
        elif not amount.unit and tokens.is_word(i):
            return Phrase(i, i, i, False) if tokens.kind(i) in ("noun", "plural") else None
    elif amount.unit and tokens.low(i) in ("old", "olds"):
        i += 1
    elif amount.unit and tokens.lows[amount.last].endswith("s") and amount.kind in ("time", "measure"):
        return None
    if tokens.low(i) in _SKIPPED and tokens.is_word(i + 1):
        i += 1
    if amount.kind == "percent" and tokens.words[amount.first] in ("+", "-", "−"):
        return None
    if (amount.number.fraction and not amount.unit and not amount.share) or (
        amount.unit and tokens.kind(i) == "adverb"
    ):
        return None
    if _is_done(tokens, amount, i):
        return None
    one = not amount.unit and amount.value == 1
    if not amount.unit and (_follows_its_measure(tokens, amount) or _is_of_side(tokens, amount)):
        return None
    counted = not amount.unit and not one and (amount.value is None or amount.value == int(amount.value))
    phrase = phrase_after(tokens, i, singular=one, counted=counted, nominal=bool(amount.unit), stop=stop)
    if phrase is not None and counted and not phrase.plural:
        return _owner(tokens, phrase) or phrase
    is_apart = phrase is not None and amount.unit and (is_time(tokens, phrase) or _foretells(tokens, phrase))
    return None if is_apart else phrase


def _describes(tokens: Tokens, amount: Amount) -> bool:
    """Whether a size and what follows its comma describe one thing: "the 150-foot, triple-deck ferry"."""
    i = amount.last + 2
    is_size = amount.unit and amount.last > amount.number.last + 1 and tokens.word(amount.last - 1) in HYPHENS
    is_joined = tokens.word(i + 1) in HYPHENS and tokens.is_glued(i + 1) and tokens.is_glued(i + 2)
    return bool(is_size) and (is_joined or tokens.kind(i) == "adjective")


def _is_done(tokens: Tokens, amount: Amount, i: int) -> bool:
    """Whether a past right after the amount is what those counted did: "61 percent voted yes"."""
    if tokens.low(i) in measured_words("acting"):
        return True
    is_of_all = amount.kind == "percent" and tokens.kind(amount.first - 1) != "determiner"
    return is_of_all and tokens.kind(i) in ("past", "participle")


def _foretells(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether people and their verb follow the amount they foretold: "the 2.1% analysts expected"."""
    people: list[str] = load_lexicon("status")["forecast"]["people"]
    return tokens.lows[phrase.last] in people and tokens.kind(phrase.last + 1) in FINITE


def _owner(tokens: Tokens, phrase: Phrase) -> Phrase | None:
    """The plural that owns the one thing of the phrase: in "two countries' trend" the countries are two."""
    for i in range(phrase.first + 1, phrase.head_first):
        if tokens.words[i] in "’'" and tokens.kind(i - 1) == "plural":
            return Phrase(phrase.first, i - 1, i - 1, True)
    return None


def _follows_its_measure(tokens: Tokens, amount: Amount) -> bool:
    """Whether the noun before a decimal says what it is: "magnitude 6.8", "a magnitude-6.8 quake"."""
    if amount.value is None or amount.value == int(amount.value):
        return False
    before = amount.first - 1 - (tokens.word(amount.first - 1) in HYPHENS)
    is_noun = tokens.kind(before) == "noun"
    return is_noun and not tokens.is_capitalised(before)


def _is_of_side(tokens: Tokens, amount: Amount) -> bool:
    """Whether a name behind a score is the other side: "Hartwell 3-1 Cotton Vale"."""
    dash, after = amount.first - 1, amount.last + 1
    is_pair = tokens.word(dash) in HYPHENS and tokens.is_glued(dash) and tokens.is_glued(amount.first)
    is_score = is_pair and tokens.is_number(dash - 1) and not tokens.is_glued(after)
    return is_score and tokens.is_capitalised(dash - 2) and tokens.is_capitalised(after)


def _noun_to_the_right(view: Clauses, k: int) -> str | None:
    """The whole, the use or the thing bought after amount `k`, or what the next amount measures too."""
    amount, place = view.amounts[k], view.place(k)
    at = _over_rate(view, _over_bracket(view, place + 1))
    low = view.low(at)
    if low == "," and view.kind(at + 1) == "noun" and _describes(view.tokens, amount):
        return view.text(at + 1)
    if low == "of" and amount.number.fraction and view.low(at + 1) in ("a", "an") and amount.unit:
        return None
    if low == "of" or (amount.number.fraction and word_class(low or ".") == "determiner"):
        return _whole(view, at + 1 if low == "of" else at, k)
    if amount.kind == "money" and low in ("in", "off") and view.low(at + 1) not in measured_words("no-use"):
        found = _whole(view, at + 1, k) if low == "off" or view.kind(at + 1) == "noun" else None
        if found is not None and not (low == "in" and _is_dated_or_named(view, at + 1)):
            return found
    if low == "worth" and view.low(at + 1) == "of":
        return _whole(view, at + 2, k)
    if amount.kind == "money" and low == "for" and _is_paid(view, place):
        return _whole(view, at + 1, k)
    return _shared(view, k, at)


def _is_dated_or_named(view: Clauses, at: int) -> bool:
    phrase = view.chunks[at].phrase
    return phrase is None or is_time(view.tokens, phrase) or view.tokens.is_capitalised(phrase.first)


def _over_bracket(view: Clauses, at: int) -> int:
    """The chunk after a bracket that holds only conversions: "8 miles (13 km) of tunnels"."""
    if view.low(at) not in ("(", "["):
        return at
    inner = at + 1
    while view.kind(inner) == "amount" or view.low(inner) in ("/", ",", "or", "about"):
        inner += 1
    if view.low(inner) not in (")", "]"):
        return at
    inner += 1
    if view.low(inner) in HYPHENS and view.low(inner + 1) in (
        "long",
        "wide",
        "high",
        "deep",
        "tall",
        "thick",
    ):
        inner += 2
    return inner


def _over_rate(view: Clauses, at: int) -> int:
    """The chunk after "a day", "per share"."""
    if view.low(at) in ("a", "an", "per", "each", "every") and view.kind(at + 1) == "noun":
        phrase = view.chunks[at + 1].phrase
        if phrase is not None and phrase.first == phrase.last:
            return at + 2
    return at


def _whole(view: Clauses, at: int, k: int) -> str | None:
    while view.kind(at) == "other" or (view.kind(at) == "verb" and view.kind(at + 1) == "amount"):
        at += 1
    owned = at + 1
    while view.low(owned).endswith(("'s", "’", "'")):
        owned += 1
    if owned > at + 1 and view.kind(owned) == "amount":  # "3 of Ann Hale's 12 novels"
        at = owned
    if view.kind(at) == "amount":
        return view.amounts[view.chunks[at].index].noun
    if view.kind(at) in ("pronoun", "relative"):
        return antecedent(view, k, view.low(at)) if k else None
    return view.text(at) if view.kind(at) == "noun" else None


def _is_paid(view: Clauses, at: int) -> bool:
    return any(view.low(before) in measured_words("for-verbs") for before in range(max(0, at - 4), at))


def _shared(view: Clauses, k: int, at: int) -> str | None:
    """What a list or a conversion measures: "a five-year, 1.8bn-mile (2.8bn km) journey"."""
    amount = view.amounts[k]
    if at > view.place(k) + 1 and view.kind(at) == "noun":
        return view.text(at)
    following = view.amounts[k + 1] if k + 1 < len(view.amounts) else None
    if following is None or not (following.noun_last >= 0 or k + 1 in view.shared):
        return None
    gap = [view.low(between) for between in range(view.place(k) + 1, view.place(k + 1))]
    if not gap and not amount.unit and following.unit:
        return following.noun
    if [word for word in gap if word not in HYPHENS] not in ([], [","], ["and"], ["or"], ["to"], ["x"]):
        return None
    is_hyphened = bool(amount.unit) and amount.last > amount.number.last + 1
    if amount.unit == following.unit or is_hyphened:
        view.shared.add(k)
        return following.noun
    return None
