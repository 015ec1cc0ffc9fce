"""Status: whether a sentence asserts its claim, plans it, thinks it possible, denies it or asks."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from claims.events import EventMention
from claims.grammar import Token, tokens_of
from claims.lexicon import load_lexicon
from claims.model import Status
from claims.sentences import Span
from claims.words import verb_forms

_GROUP = 8  # tokens of a verb group looked back over
_CLAUSE = 40  # tokens of a clause looked over on either side
_GOVERNOR = 4  # tokens before "to" in which its governor stands
_OPENER = 12  # tokens from the word that opens a clause to its verb's group
_AUXILIARIES = frozenset({"be", "have", "modal", "do", "negator"})
_BREAKS = frozenset({"stop", "dash", "subordinator", "relative", "report"})
_PHRASE_ENDS = _BREAKS | _AUXILIARIES | {"preposition", "comma", "plain", "verb", "coordinator"}
_RANK: tuple[Status, ...] = ("denied", "questioned", "possible", "planned")


def find_status(text: str, sentence: Span, mention_start: int, event: EventMention | None) -> Status:
    """How the claim on the mention at `mention_start` of `sentence` is meant.

    What counts is the clause of `event`, the claim's event, or the mention's own clause where it has none:
    its auxiliaries and negation, the word that an infinitive depends on, and what opens the clause.
    A "would" or a "not" of another clause says nothing. Source: claims/lexicon/status.toml.

    >>> from claims.events import find_events
    >>> text = "The firm, which may close, will deliver 30 trains."
    >>> find_status(text, Span(0, len(text)), 39, find_events(text, 0, len(text))[-1])
    'planned'
    """
    tokens = tokens_of(text[sentence.start : sentence.end])
    mention = _index(tokens, mention_start - sentence.start)
    anchor = _index(tokens, event.start - sentence.start) if event else None
    if anchor is not None and _is_aside(tokens, anchor, mention):
        anchor = None
    if anchor is not None and event is not None and event.voice != "nominal" and anchor < len(tokens):
        found = {_group_status(tokens, anchor), _opened_as(tokens, anchor)}
        if mention < anchor:
            found.add(_of_object(tokens, mention))
        if event.negated and not _is_bound_negation(tokens, anchor):
            found.add("denied")
    else:
        found = _clause_statuses(tokens, mention, anchor)
    if _is_asked(tokens, mention if anchor is None else anchor):
        found.add("questioned")
    return next((status for status in _RANK if status in found), "asserted")


@cache
def _words(table: str, status: str) -> frozenset[str]:
    entry = load_lexicon("status")[table][status]
    if isinstance(entry, list):
        return frozenset(entry)
    forms = (form for verb in entry["verbs"] for form in verb_forms(verb))
    return frozenset(entry["words"]).union(forms)


def _index(tokens: Sequence[Token], position: int) -> int:
    """The token that covers or follows `position` of the sentence."""
    return bisect_right(tokens, position, key=lambda token: token.end)


def _is_aside(tokens: Sequence[Token], anchor: int, mention: int) -> bool:
    """Whether the mention says what something is worth, behind a comma, rather than what happens to it."""
    inside = tokens[max(anchor, mention - _CLAUSE) : mention]
    return any(
        comma.tag == "comma" and opener.word in _words("granted", "openers")
        for comma, opener in pairwise(inside)
    )


def _is_bound_negation(tokens: Sequence[Token], anchor: int) -> bool:
    near = tokens[max(0, anchor - _GROUP) : anchor + 3]
    return any(
        token.tag == "negator" and following.word in _words("negation", "passed_over")
        for token, following in pairwise(near)
    )


def _group_status(tokens: Sequence[Token], anchor: int) -> Status:
    """What the verb group that ends at `anchor` says."""
    first = _group_start(tokens, anchor)
    return _of_group(tokens, first, anchor)


def _group_start(tokens: Sequence[Token], anchor: int) -> int:
    first = anchor
    while first > max(0, anchor - _GROUP):
        token = tokens[first - 1]
        is_inside = (
            token.tag in _AUXILIARIES or token.tag == "adverb" or token.word in ("to", "going", "about")
        )
        if not is_inside and not (token.word.endswith("ly") and token.tag != "name"):
            break
        first -= 1
    return first


def _of_group(tokens: Sequence[Token], first: int, anchor: int) -> Status:
    words = [token.word for token in tokens[first:anchor]]
    for index in range(first, anchor):
        following = tokens[index + 1].word if index + 1 < len(tokens) else ""
        if tokens[index].tag == "negator" and following not in _words("negation", "passed_over"):
            return "denied"
    if "to" in words:
        at = first + len(words) - 1 - words[::-1].index("to")
        if any(word in _words("modals", "possible") for word in words):
            return "possible"
        return _of_infinitive(tokens, at)
    if any(word in _words("modals", "possible") for word in words):
        return "possible"
    if any(word in _words("modals", "planned") for word in words):
        return "possible" if "have" in words and "would" in words else "planned"
    return _of_object(tokens, first)


def _of_infinitive(tokens: Sequence[Token], at: int) -> Status:
    """What an infinitive is by the word that its "to" at index `at` depends on."""
    before = range(at - 1, max(-1, at - 1 - _GOVERNOR), -1)
    for index in before:
        token = tokens[index]
        for status in ("denied", "planned", "possible"):
            if token.word in _words("infinitive", status):
                is_denied = status == "planned" and _is_negated(tokens, index)
                return "denied" if is_denied else status
        if (
            token.tag in _BREAKS
            or token.tag in _AUXILIARIES
            or token.tag in ("comma", "preposition", "verb", "plain")
        ):
            break
    governor = tokens[at - 1] if at else None
    if governor is None or governor.tag in ("be", "coordinator", "comma"):
        return "planned"
    return "planned" if _is_headline_future(tokens, at) else "asserted"


def _is_negated(tokens: Sequence[Token], index: int) -> bool:
    """Whether a negator stands in the group before `index`: "no plans", "did not agree"."""
    return any(token.tag == "negator" for token in tokens[_group_start(tokens, index) : index])


def _is_headline_future(tokens: Sequence[Token], at: int) -> bool:
    """ "Serbia to receive missiles": no verb stands before the infinitive."""
    return all(
        token.tag in ("name", "word", "possessive", "hyphen", "number", "coordinator")
        for token in tokens[:at]
    ) and (at <= 3 and not any(token.word.endswith(("ed", "s")) for token in tokens[1:at]))


def _of_object(tokens: Sequence[Token], first: int) -> Status:
    """What a gerund, a participle or a noun is by the word right before its phrase."""
    index = first - 1
    while index >= 0 and (
        tokens[index].tag in ("determiner", "number", "approximator", "possessive", "adverb")
        or tokens[index].word in ("of", "for", "from", "a")
    ):
        index -= 1
    word = tokens[index].word if index >= 0 else ""
    if index >= 0 and tokens[index].tag == "negator" and word in _words("negation", "of_nouns"):
        return "asserted" if tokens[index + 1].word in _words("negation", "passed_over") else "denied"
    for status in ("denied", "possible", "planned"):
        if word in _words("object", status):
            return status
    return "asserted"


def _clause_statuses(tokens: Sequence[Token], mention: int, anchor: int | None) -> set[Status]:
    """What the clause round a noun of an event, or round a mention without one, says."""
    at = mention if anchor is None else min(anchor, mention)
    found: set[Status] = {_of_object(tokens, at), _opened_as(tokens, at)}
    if anchor is not None and anchor > mention:
        found.add(_of_object(tokens, anchor))
    for index in _clause_before(tokens, at) if anchor is None or not _is_set_apart(tokens, at) else ():
        token = tokens[index]
        if token.tag in _AUXILIARIES or (token.word == "to" and _is_infinitive(tokens, index)):
            status = _of_group(tokens, _group_start(tokens, index + 1), index + 1)
            if status != "denied" or anchor is None or _is_light(tokens, index):
                found.add(status)
            if token.tag in _AUXILIARIES:
                return found
        elif token.tag in ("word", "verb", "plain", "report") and _of_object(tokens, index + 1) in (
            "planned",
            "denied",
        ):
            found.add(_of_object(tokens, index + 1))
    found.add(_of_predicate(tokens, at))
    return found


def _is_set_apart(tokens: Sequence[Token], anchor: int) -> bool:
    """Whether the noun at `anchor` is in a phrase that takes it for granted: "after the $3 million deal"."""
    index = anchor - 1
    while index >= 0 and tokens[index].tag not in _PHRASE_ENDS:
        index -= 1
    is_particle = index > 0 and tokens[index - 1].tag in ("verb", "plain", "noun", "aspect")
    return index >= 0 and not is_particle and tokens[index].word in _words("granted", "prepositions")


def _is_light(tokens: Sequence[Token], auxiliary: int) -> bool:
    """Whether what `auxiliary` negates is the event itself: "was not a crash", "did not reach a deal"."""
    following = tokens[auxiliary + 1].word if auxiliary + 1 < len(tokens) else ""
    return tokens[auxiliary].tag == "be" or following in _words("granted", "light")


def _clause_before(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """The tokens of the clause of `at` before it, backwards, without clauses that commas set off."""
    index = at - 1
    if index >= 0 and tokens[index].tag == "comma":
        return
    while index > max(-1, at - _CLAUSE):
        token = tokens[index]
        if token.tag == "comma":
            if tokens[index + 1].word in _words("granted", "openers"):
                return
            index = _before_inserted(tokens, index)
        elif token.tag == "report":
            yield index
            return
        elif token.tag in _BREAKS or (token.tag == "coordinator" and _opens_clause(tokens, index)):
            return
        else:
            yield index
        index -= 1


def _before_inserted(tokens: Sequence[Token], comma: int) -> int:
    """The comma before the relative or subordinate clause that ends at `comma`, else `comma` itself."""
    for index in range(comma - 1, max(-1, comma - _OPENER), -1):
        if tokens[index].tag == "comma":
            return index if tokens[index + 1].tag in ("relative", "subordinator") else comma
    return comma


def _opens_clause(tokens: Sequence[Token], index: int) -> bool:
    after = tokens[index + 1].tag if index + 1 < len(tokens) else "stop"
    return after in ("pronoun", "relative") or (
        index > 0 and tokens[index - 1].tag == "comma" and after != "word"
    )


def _is_infinitive(tokens: Sequence[Token], index: int) -> bool:
    """Whether "to" at `index` stands before a verb rather than a noun or a number."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    verbal = ("word", "verb", "noun", "plain", "be", "have", "do", "aspect", "change", "report")
    return after is not None and after.tag in verbal


def _of_predicate(tokens: Sequence[Token], at: int) -> Status:
    """What the first verb group behind the mention says: "30 tanks will arrive"."""
    for index in range(at, min(len(tokens), at + _CLAUSE)):
        token = tokens[index]
        if token.tag in _BREAKS or token.tag in ("comma", "coordinator"):
            break
        if token.tag in _AUXILIARIES:
            end = index + 1
            while end < len(tokens) and (tokens[end].tag in _AUXILIARIES or tokens[end].tag == "adverb"):
                end += 1
            if end + 1 < len(tokens) and tokens[end + 1].word == "to":
                end += 2
            return _of_group(tokens, index, end)
    return "asserted"


def _opened_as(tokens: Sequence[Token], at: int) -> Status:
    """What the word that opens the clause of `at` says: "if", "whether", "denied that"."""
    for index in range(at - 1, max(-1, at - 1 - _OPENER), -1):
        token = tokens[index]
        before = tokens[index - 1].word if index else ""
        if token.word in _words("openers", "questioned"):
            return "questioned"
        if token.word in _words("openers", "possible"):
            return "questioned" if before in _words("openers", "asked_if") else "possible"
        if token.word == "that" and before in _words("openers", "denied_that"):
            return "denied"
        if token.tag in _BREAKS or token.tag == "comma":
            break
    return "asserted"


def _is_asked(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence or quotation of `at` ends in a question mark."""
    for token in tokens[at : at + 2 * _CLAUSE]:
        if token.word in (".", "!", ";", "”"):
            return False
        if token.word == "?":
            return True
    return False
