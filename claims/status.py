"""Status: whether a sentence asserts its claim, plans it, thinks it possible, denies it or asks."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from claims.events import EventMention
from claims.grammar import VERBS, Token
from claims.lexicon import load_lexicon
from claims.modality import (
    AUXILIARIES,
    BREAKS,
    PHRASE_ENDS,
    denies,
    group_start,
    is_auxiliary,
    is_doubted,
    is_likely,
    status_before,
    status_of_group,
    status_words,
)
from claims.model import Status
from claims.reading import Reading

_AGREED = 8  # tokens between a contract and "for" what it is
_GROUP = 8  # tokens of a verb group looked back over
_CLAUSE = 40  # tokens of a clause looked over on either side
_OBJECT = 7  # tokens from a verb to the amount in its object
_OPENER = 12  # tokens from the word that opens a clause to its verb's group
_RANK: tuple[Status, ...] = ("denied", "questioned", "possible", "planned")


def find_status(reading: Reading, mention_start: int, event: EventMention | None) -> Status:
    """How the claim on the mention at `mention_start` of a sentence is meant.

    What counts is the clause of `event`, the claim's event, or the mention's own clause where it has none:
    its auxiliaries and negation, the word that an infinitive depends on, and what opens the clause.
    A "would" or a "not" of another clause says nothing. Source: claims/lexicon/status.toml.

    >>> from claims.events import find_events
    >>> text = "The firm, which may close, will deliver 30 trains."
    >>> find_status(Reading(text), 39, find_events(Reading(text))[-1])
    'planned'
    """
    if "negator" not in reading.tags and not reading.has_any(_cues()):
        return "asserted"
    tokens, mention = reading.tokens, reading.index(mention_start)
    anchor = reading.index(event.start) if event else None
    if anchor is not None and _is_aside(tokens, anchor, mention):
        anchor = None
    if anchor is not None and event is not None and event.voice != "nominal" and anchor < len(tokens):
        found = {_group_status(tokens, anchor), _opened_as(tokens, anchor), _shared_status(tokens, anchor)}
        if mention < anchor:
            found.add(status_before(tokens, mention))
            if tokens[anchor].tag not in VERBS | {"be", "verb"}:  # "could leave 12 dead"
                found |= _clause_statuses(tokens, mention, None)
        if event.negated and all(denies(tokens, index) for index in _negators(tokens, anchor)):
            found.add("denied")
    else:
        found = _clause_statuses(tokens, mention, anchor)
    if anchor is not None and event is not None and _is_agreed(tokens, anchor, event):
        found.add("planned")
    if "?" in reading.words and _is_asked(tokens, mention if anchor is None else anchor):
        found.add("questioned")
    return next((status for status in _RANK if status in found), "asserted")


@cache
def _cues() -> frozenset[str]:
    """The words of which a sentence that does not assert has one, if it has no negator."""
    lists = [("openers", key) for key in ("denied_that", "possible", "questioned")]
    lists += [("object", key) for key in ("denied", "planned", "possible")]
    lists += [("modals", key) for key in ("planned", "possible")]
    lists += [("doubt", key) for key in ("nouns", "participles", "predicates")]
    lists.append(("agreed", "nouns"))
    return frozenset(["?", "to"]).union(*(status_words(table, key) for table, key in lists))


def _is_aside(tokens: Sequence[Token], anchor: int, mention: int) -> bool:
    """Whether the mention says what something is worth, behind a comma, rather than what happens to it."""
    inside = tokens[max(anchor, mention - _CLAUSE) : mention]
    return any(
        comma.tag == "comma" and opener.word in status_words("granted", "openers")
        for comma, opener in pairwise(inside)
    )


def _is_agreed(tokens: Sequence[Token], anchor: int, event: EventMention) -> bool:
    """Whether a contract tells what is to come of it: "a deal for the delivery of six jets"."""
    if event.voice != "nominal" or event.stage is None or event.stage in status_words("agreed", "effected"):
        return False
    index = anchor - 1
    while index > 0 and tokens[index].tag in ("determiner", "word"):
        index -= 1
    if index < 1 or tokens[index].word != "for":
        return False
    ends = BREAKS | {"comma", "pronoun"}
    near = reversed(tokens[max(0, index - _AGREED) : index])
    clause = takewhile(lambda token: token.tag not in ends, near)
    return any(token.word in status_words("agreed", "nouns") for token in clause)


def _negators(tokens: Sequence[Token], anchor: int) -> list[int]:
    return [
        index
        for index in range(max(0, anchor - _GROUP), min(len(tokens), anchor + 3))
        if tokens[index].tag == "negator"
    ]


def _group_status(tokens: Sequence[Token], anchor: int) -> Status:
    """What the verb group that ends at `anchor` says."""
    first = group_start(tokens, anchor)
    if is_doubted(tokens, anchor) or (first and is_doubted(tokens, first - 1)):
        return "possible"
    return status_of_group(tokens, first, anchor)


def _shared_status(tokens: Sequence[Token], anchor: int) -> Status:
    """What an earlier modal says of a base form behind "and": "will cut 1,200 jobs and close two plants"."""
    word = tokens[anchor].word
    is_base = word in load_lexicon("inflection")["verbs"] or not word.endswith(("s", "ed", "ing"))
    if anchor == 0 or tokens[anchor - 1].tag != "coordinator" or not is_base:
        return "asserted"
    for index in range(anchor - 2, max(-1, anchor - _CLAUSE), -1):
        if tokens[index].tag in ("modal", "do") or tokens[index].word == "to":
            end = index + 1
            if _is_infinitive(tokens, index):
                return status_of_group(tokens, group_start(tokens, end), end)
        if tokens[index].tag in BREAKS:
            break
    return "asserted"


def _clause_statuses(tokens: Sequence[Token], mention: int, anchor: int | None) -> set[Status]:
    """What the clause round a noun of an event, or round a mention without one, says."""
    at = mention if anchor is None else min(anchor, mention)
    found: set[Status] = {status_before(tokens, at), _opened_as(tokens, at)}
    if anchor is not None and anchor > mention:
        found.add(status_before(tokens, anchor))
    governors = _governors(tokens, at)
    is_apart = anchor is not None and _is_set_apart(tokens, at)
    for index in () if is_apart else _clause_before(tokens, at):
        token = tokens[index]
        if is_auxiliary(tokens, index) or (token.word == "to" and _is_infinitive(tokens, index)):
            status = status_of_group(tokens, group_start(tokens, index + 1), index + 1)
            if status != "denied" or anchor is None or _is_light(tokens, index):
                found.add(status)
            if is_auxiliary(tokens, index):
                return found
        elif index in governors and status_before(tokens, index + 1) in ("planned", "denied"):
            found.add(status_before(tokens, index + 1))
    found.add(_of_predicate(tokens, at))
    return found


def _governors(tokens: Sequence[Token], at: int) -> range:
    """The tokens before `at` whose object it may be: "expected net earnings of 50 cents"."""
    first, least = at, max(0, at - _OBJECT)
    while first > least:
        token = tokens[first - 1]
        is_passed = token.tag != "preposition" or token.word == "of"
        if not is_passed or token.tag in BREAKS - {"report"} or token.tag in ("comma", "coordinator"):
            break
        first -= 1
    return range(first, at)


def _is_set_apart(tokens: Sequence[Token], anchor: int) -> bool:
    """Whether the noun at `anchor` is in a phrase that takes it for granted: "after the $3 million deal"."""
    index = anchor - 1
    while index > max(-1, anchor - _CLAUSE) and tokens[index].tag not in PHRASE_ENDS:
        index -= 1
    is_particle = index > 0 and tokens[index - 1].tag in ("verb", "plain", "noun", "aspect")
    return index >= 0 and not is_particle and tokens[index].word in status_words("granted", "prepositions")


def _is_light(tokens: Sequence[Token], auxiliary: int) -> bool:
    """Whether what `auxiliary` negates is the event itself: "was not a crash", "did not reach a deal"."""
    following = tokens[auxiliary + 1].word if auxiliary + 1 < len(tokens) else ""
    return tokens[auxiliary].tag == "be" or following in status_words("granted", "light")


def _clause_before(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """The tokens of the clause of `at` before it, backwards, without clauses that commas set off."""
    index = at - 1
    while (
        index > at - _OBJECT and index >= 0 and tokens[index].tag in ("determiner", "approximator", "number")
    ):
        index -= 1
    if index >= 0 and tokens[index].tag == "comma":
        return
    index, least = at - 1, max(-1, at - _CLAUSE)
    while index > least:
        token = tokens[index]
        if token.tag == "comma":
            if tokens[index + 1].word in status_words("granted", "openers"):
                return
            index = _before_inserted(tokens, index)
        elif token.tag == "report":
            yield index
            return
        elif token.tag in BREAKS or (token.tag == "coordinator" and _opens_clause(tokens, index)):
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
    return after is not None and after.tag in verbal and after.word not in _ranks()


@cache
def _ranks() -> frozenset[str]:
    return frozenset(load_lexicon("ordinals")["units"]["forms"])


def _of_predicate(tokens: Sequence[Token], at: int) -> Status:
    """What the first verb group behind the mention says: "30 tanks will arrive"."""
    for index in range(at, min(len(tokens), at + _CLAUSE)):
        token = tokens[index]
        if token.tag in BREAKS or token.tag in ("comma", "coordinator"):
            break
        if is_doubted(tokens, index):
            return "possible"
        if token.tag != "negator" and is_auxiliary(tokens, index):
            end = index + 1
            while end < len(tokens) and (tokens[end].tag in AUXILIARIES or tokens[end].tag == "adverb"):
                end += 1
            if end < len(tokens) and (is_doubted(tokens, end) or is_likely(tokens, end)):
                return "possible"
            behind = [token.word for token in tokens[end : end + 2]]
            if "to" in behind and tokens[end].word not in status_words("infinitive", "addressed"):
                end += behind.index("to") + 1
            return status_of_group(tokens, index, end)
    return "asserted"


def _opened_as(tokens: Sequence[Token], at: int) -> Status:
    """What the word that opens the clause of `at` says: "if", "whether", "denied that"."""
    if tokens and tokens[0].word in status_words("openers", "possible") and _follows_opening(tokens, at):
        return "possible"
    openers = _openers()
    for index in range(at - 1, max(-1, at - 1 - _OPENER), -1):
        token = tokens[index]
        if token.word not in openers:
            if token.tag in BREAKS or token.tag == "comma":
                break
            continue
        before = tokens[index - 1].word if index else ""
        if token.word in status_words("openers", "questioned"):
            return "questioned"
        if token.word in status_words("openers", "possible"):
            return "questioned" if before in status_words("openers", "asked_if") else "possible"
        if _is_held(tokens, index):
            return "possible"
        if token.word == "that" and before in status_words("openers", "hearsay") and index > 1:
            before = tokens[index - 2].word
        if token.word == "that" and before in status_words("openers", "denied_that"):
            return "denied"
        if token.tag in BREAKS or token.tag == "comma":
            break
    return "asserted"


@cache
def _openers() -> frozenset[str]:
    """The words by which an opened clause is told."""
    lists = (("openers", "questioned"), ("openers", "possible"), ("doubt", "participles"))
    return frozenset(["that"]).union(*(status_words(*key) for key in lists))


def _is_held(tokens: Sequence[Token], index: int) -> bool:
    """Whether the clause behind `index` is held and not known: "it is feared", "fears that"."""
    if index == 0:
        return False
    if tokens[index].word == "that":
        if tokens[index - 1].word in status_words("doubt", "nouns"):
            return True
        index -= 1
    is_participle = tokens[index].word in status_words("doubt", "participles")
    return is_participle and index > 0 and tokens[index - 1].tag in ("be", "adverb")


def _follows_opening(tokens: Sequence[Token], at: int) -> bool:
    """Whether `at` is in the clause right behind the opening one: "If convicted, he faces five years"."""
    comma = next((i for i, token in enumerate(tokens[: _CLAUSE + 1]) if token.tag == "comma"), at)
    return comma < at and not any(token.tag in BREAKS for token in tokens[comma:at])


def _is_asked(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence or quotation of `at` ends in a question mark."""
    for token in tokens[at : at + 2 * _CLAUSE]:
        if token.word in (".", "!", ";", "”"):
            return False
        if token.word == "?":
            return True
    return False
