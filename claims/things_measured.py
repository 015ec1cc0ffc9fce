"""The thing whose amount a number is, read to its left: antecedents, objects and subjects."""

from claims.amounts import Amount
from claims.change import change_verbs
from claims.chunks import Clauses
from claims.lexicon import load_lexicon
from claims.nouns import measured_words
from claims.numbers import HYPHENS
from claims.wordclass import word_class

_LEAD = 4  # tokens before a count in which "including" stands
_NEAR = 8  # amounts looked back over for an antecedent
_MOST_VERBS = 3  # tried for the one that governs an amount
_FAR = 40  # chunks looked back over for a verb
_LEADS = frozenset(["to", "at", "of", "is", "was", "are", "were", ":", "worth", "from", "by"])
_APART = 12  # chunks that commas may set apart
_STOPS = frozenset([";", ".", "!", "?"])
_ANTECEDENTS = (["of", "which"], ["of", "whom"], ["of", "them"], ["of", "these"], ["of", "those"])


def noun_to_the_left(view: Clauses, k: int) -> str | None:
    """The antecedent, the phrase before "of" or a mark, the object or the subject of amount `k`."""
    amount = view.amounts[k]
    at = view.place(k)
    before = view.tokens.lows[max(0, amount.first - 3) : amount.first]
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in measured_words("parents"):
        return None  # "a father of four"
    if before[-2:] in _ANTECEDENTS and k:
        return antecedent(view, k, before[-1])
    if _is_conversion(view, k):
        return view.amounts[k - 1].noun
    if (
        amount.unit
        and k
        and view.low(at - 1) in measured_words("comparing")
        and amount.unit == view.amounts[k - 1].unit
    ):
        return view.amounts[k - 1].noun
    is_whole = amount.value is None or amount.value == int(amount.value)
    if not amount.unit and (not is_whole or view.low(at - 1) == "of"):
        touched = _adjacent(view, at)
        if touched is not None:
            return touched
    if not amount.unit and not amount.number.fraction:
        moved = _moved(view, at) if view.low(at - 1) in ("to", "from", "at", "by") else None
        counted = moved or _counted_before(view, k)
        if counted is not None:
            return counted
    if not amount.unit and view.low(at - 1) not in _LEADS and view.low(at - 2) not in _LEADS:
        return _tally(view, at)
    return _adjacent(view, at) or _governor(view, at) or (view.amounts[k - 1].noun if k else None)


def _tally(view: Clauses, at: int) -> str | None:
    """What is counted where its count came to the number at `at`: "the number of those killed reached 31"."""
    verb = at - 1
    while verb > 0 and view.low(verb) in measured_words("between"):
        verb -= 1
    if view.low(verb) not in measured_words("reaching"):
        return None
    for i in range(verb - 1, max(-1, verb - _APART), -1):
        phrase = view.chunks[i].phrase
        if phrase is not None and view.tokens.lows[phrase.last] in measured_words("tallies"):
            return view.text(i)
        if view.kind(i) in ("mark", "conjunction", "amount"):
            break
    return None


def antecedent(view: Clauses, k: int, word: str) -> str | None:
    """The noun of the amount that "of which" means; "of whom" passes over places and times."""
    left = k - 1
    if (
        word in ("whom", "them")
        and left > 0
        and view.low(view.place(left) - 1) in ("in", "across", "from", "at")
    ):
        left -= 1
    return view.amounts[left].noun


def _is_conversion(view: Clauses, k: int) -> bool:
    if not k or not view.amounts[k].unit:
        return False
    left, right = view.amounts[k - 1], view.amounts[k]
    gap = view.tokens.lows[left.last + 1 : right.first]
    return bool(left.unit) and len(gap) <= 3 and bool({"(", "/", "["} & set(gap))


def _moved(view: Clauses, at: int) -> str | None:
    """The object of the verb before the amount: "raise the number of seats from 65 to 125"."""
    seen: list[int] = []
    for i in range(at - 1, max(-1, at - 10), -1):
        if view.kind(i) in ("verb", "gerund"):
            return _object(view, i, seen, at)
        if view.kind(i) == "noun":
            seen.append(i)
    return None


def _counted_before(view: Clauses, k: int) -> str | None:
    """The noun of the last count of the sentence, for a count without one: "up from 63"."""
    is_side = _is_side(view, view.amounts[k])
    for left in reversed(view.amounts[max(0, k - _NEAR) : k]):
        if not left.counted or left.noun is None or left.number.fraction or _is_included(view, left):
            continue
        if view.tokens.word(left.last + 1) in HYPHENS:
            continue  # "88 seats in the 240-member house, up from 63"
        if not is_side or left.noun.rpartition(" ")[2].casefold() in measured_words("scored"):
            return left.noun
    return None


def _is_side(view: Clauses, amount: Amount) -> bool:
    """Whether the number is one side of a score: "118-112"."""
    before, after = amount.first - 1, amount.last + 1
    return any(
        view.tokens.word(hyphen) in HYPHENS and view.tokens.is_number(number)
        for hyphen, number in ((before, before - 1), (after, after + 1))
    )


def _is_included(view: Clauses, amount: Amount) -> bool:
    """Whether the count is of some of those counted before: "11 people, including four children"."""
    lead = " ".join(view.tokens.lows[max(0, amount.first - _LEAD) : amount.first])
    return any(form in lead for form in load_lexicon("scope")["part"]["before"])


def _adjacent(view: Clauses, at: int) -> str | None:
    """The noun phrase that touches the amount: "Nasdaq +0.8%", "base price: $59", "Hale, 44,"."""
    i = at - 1
    while i >= 0 and view.low(i) in measured_words("between"):
        i -= 1
    before = i - 1
    if view.low(i) in ("-", "–") and view.kind(before) == "noun" and i == at - 1:
        return view.text_only(before)
    if view.kind(i) == "noun" and (i == at - 1 or view.low(i + 1) in ("up", "down")):
        while view.kind(before) == "other":
            before -= 1
        is_object = view.kind(before) in ("verb", "gerund")
        return None if is_object or view.is_time_chunk(i) else view.text_only(i)
    if view.kind(i) == "noun" and view.low(i - 1) == "with" and view.low(i + 1) == "at":
        return view.text(i)
    low = view.low(i)
    if low == "of" and view.low(before) in measured_words("exceeding"):
        before -= 2 if view.low(before - 1) == "in" else 1  # "winds in excess of 170 mph"
    if view.kind(before) != "noun":
        return None
    if low == "," and view.amounts[view.chunks[at].index].unit == "year":
        return view.name(before)
    if low in (":", "(", "="):
        return view.text_only(before)
    if low == "worth":
        return view.text(before)
    if low == "of" and not view.is_transparent(before):
        return view.text_only(before)
    if (
        low in ("at", "from", "between")
        and not view.is_time_chunk(before)
        and view.kind(before - 1) != "preposition"
    ):
        return view.text(before)
    return None


def _governor(view: Clauses, at: int) -> str | None:
    """The object or the subject of the verb that governs the amount at chunk `at`."""
    seen: list[int] = []
    tried = 0
    for i in range(at - 1, max(-1, at - _FAR), -1):
        if view.low(i) in _STOPS:
            break
        if view.kind(i) in ("verb", "gerund"):
            found = _object(view, i, seen, at)
            if found is None and _hangs_on(view, i):
                found = _main_subject(view, i)
            found = found or _subject(view, i)
            tried += 1
            if found is not None or tried == _MOST_VERBS:
                return found
            seen = []
        elif view.kind(i) == "noun":
            seen.append(i)
    for i in reversed(seen):
        if not view.is_time_chunk(i):
            return view.text(i)
    return None


def _hangs_on(view: Clauses, verb: int) -> bool:
    """Whether the verb is a participle or an infinitive that has its subject in another clause."""
    if view.kind(verb) == "gerund":
        return view.kind(verb - 1) != "noun" and not _is_reduced(view, verb)
    return view.low(verb - 1) in ("to", "and", "or", "but")


def _is_reduced(view: Clauses, at: int) -> bool:
    """Whether the participle tells of the noun right before it: "fines, ranging from $5"."""
    return view.low(at) in measured_words("reduced")


def _main_subject(view: Clauses, gerund: int) -> str | None:
    """The subject of the clause that a participle hangs on: "Hale shrank, dropping from 80 kg"."""
    if view.kind(gerund) == "gerund" and view.kind(gerund - 1) == "verb":
        return None
    found = None
    for i in range(gerund - 1, max(0, gerund - _FAR), -1):
        if view.low(i) in _STOPS:
            break
        if view.kind(i) == "verb" and view.kind(i - 1) in ("noun", "mark"):
            found = _subject(view, i) or found
    return found


def _object(view: Clauses, verb: int, seen: list[int], amount: int) -> str | None:
    """The noun after the verb that a preposition ties to the amount: "cut the rate to 5%"."""
    if not seen or view.low(verb) in measured_words("ditransitive"):
        return None
    first = seen[-1]
    if view.is_time_chunk(first) or any(
        view.kind(i) in ("preposition", "conjunction", "mark") for i in range(verb + 1, first)
    ):
        return None
    if view.low(verb) in change_verbs() and view.low(amount - 1) in ("by", "from", "to", "between"):
        return view.text(first)
    at = first + 1
    while _is_wide(view, amount) and at < amount and view.low(at) in measured_words("between"):
        at += 1
    if view.low(at) == "of" and len(seen) > 1:
        at = seen[-2] + 1
    if view.low(at) in measured_words("object-links") or view.kind(at) in ("amount", "mark"):
        return view.text(first)
    return None


def _is_wide(view: Clauses, amount: int) -> bool:
    """Whether the measure tells a side of what stands before it: "a crater some 30 metres wide"."""
    after = amount + 1 + (view.low(amount + 1) == ".")
    return view.low(after) in load_lexicon("unit_guards")["after-inch"]["forms"]


def _subject(view: Clauses, verb: int) -> str | None:
    """The subject of the verb at chunk `verb`, the antecedent of "which" and "that" in its place."""
    i = verb - 1
    while (i >= 0 and view.kind(i) in ("other", "verb")) or (i >= 0 and view.low(i) in ("to",)):
        i -= 1
    if view.kind(i) == "relative" or view.low(i) == "that":
        i -= 1
        if view.low(i) == ",":
            i -= 1
    if view.low(i) == ",":
        i = _before_parenthesis(view, i)
    i = _before_time(view, i)
    if view.kind(i) == "amount":
        outer = i - 1
        while view.kind(outer) == "other":
            outer -= 1
        if view.low(outer) == "of" and view.kind(outer - 1) == "noun" and not view.is_transparent(outer - 1):
            return view.text_only(outer - 1)
        return view.amounts[view.chunks[i].index].noun
    if view.low(i) == ")":
        while i > 0 and view.low(i) != "(":
            i -= 1
        i -= 1
    if view.kind(i) != "noun":
        return None
    return view.text(_head_of_subject(view, i))


def _before_time(view: Clauses, at: int) -> int:
    """The chunk that a subject's time follows, else `at`: "sales this year", "jobs created in May"."""
    if view.kind(at) != "noun" or not view.is_time_chunk(at):
        return at
    i = at - 1
    while i > max(0, at - _APART) and view.kind(i) in ("other", "preposition"):
        i -= 1
    if view.kind(i) == "verb" and word_class(view.low(i)) in ("past", "participle"):
        i -= 1
    return i if view.kind(i) == "noun" and not view.is_time_chunk(i) else at


def _before_parenthesis(view: Clauses, comma: int) -> int:
    """The chunk before what commas set apart ("the project, now late, was"), else before the comma."""
    relative = False
    for i in range(comma - 1, max(0, comma - _APART), -1):
        relative = relative or view.kind(i) == "relative"
        if view.low(i) == "," and view.kind(i - 1) == "noun":
            inside = {view.kind(k) for k in range(i + 1, comma)}
            return (
                i - 1
                if relative or not inside & {"verb", "noun"} or view.kind(i + 1) == "amount"
                else comma - 1
            )
    return comma - 1


def _head_of_subject(view: Clauses, at: int) -> int:
    """The chunk that a subject begins with: "revenue" of "revenue in the quarter"."""
    best = at
    i = at - 1
    while i >= max(0, at - _FAR):
        if view.kind(i) in ("other", "amount"):
            i -= 1
            continue
        inside = view.kind(i) == "preposition" and (
            view.low(i) in measured_words("inside") or view.low(i) == "of"
        )
        if inside and view.kind(i - 1) == "noun":
            best = i - 1
            i -= 2
            continue
        if inside and view.kind(i - 1) == "verb" and view.kind(i - 2) == "noun":
            best = i - 2
            i -= 3
            continue
        break
    return best
