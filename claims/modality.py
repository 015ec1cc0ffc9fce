"""Modality: what a verb group, an infinitive or the word before a phrase says of its truth."""

from collections.abc import Sequence
from functools import cache

from claims.grammar import Token
from claims.lexicon import load_lexicon
from claims.model import Status
from claims.words import verb_forms

AUXILIARIES = frozenset({"be", "have", "modal", "do", "negator"})
BREAKS = frozenset({"stop", "dash", "subordinator", "relative", "report"})
PHRASE_ENDS = BREAKS | AUXILIARIES | {"preposition", "comma", "plain", "verb", "coordinator"}
_GROUP = 8  # tokens of a verb group looked back over
_GOVERNOR = 5  # tokens before "to" in which its governor stands
_LIKELY = 5  # tokens of "more likely than not", with one to spare
_PHRASE = 10  # tokens before an amount that belong to its phrase
_LATE = 10  # tokens behind "not" in which "before" or "until" turns it


@cache
def status_words(table: str, status: str) -> frozenset[str]:
    """The words of one list of claims/lexicon/status.toml, verbs in all their forms."""
    entry = load_lexicon("status")[table][status]
    if isinstance(entry, list):
        return frozenset(entry)
    forms = (form for verb in entry["verbs"] for form in verb_forms(verb))
    return frozenset(entry["words"]).union(forms)


def group_start(tokens: Sequence[Token], anchor: int) -> int:
    """The first token of the auxiliaries, adverbs and "to" right before `anchor`."""
    first, least = anchor, max(0, anchor - _GROUP)
    while first > least:
        token = tokens[first - 1]
        is_inside = (
            token.tag in AUXILIARIES or token.tag == "adverb" or token.word in ("to", "going", "about")
        )
        if not is_inside and not (token.word.endswith("ly") and token.tag != "name"):
            break
        first -= 1
    return first


def status_of_group(tokens: Sequence[Token], first: int, anchor: int) -> Status:
    """What the verb group from `first` to the verb at `anchor` says; without one, what stands before it."""
    words = [token.word for token in tokens[first:anchor]]
    nouns_only = status_words("negation", "of_nouns")
    negators = [
        i for i in range(first, anchor) if tokens[i].tag == "negator" and tokens[i].word not in nouns_only
    ]
    if any(denies(tokens, index) for index in negators):
        return "denied"
    if "to" in words:
        at = first + len(words) - 1 - words[::-1].index("to")
        if not status_words("modals", "possible").isdisjoint(words):
            return "possible"
        return _of_infinitive(tokens, at)
    if not status_words("modals", "possible").isdisjoint(words):
        return "possible"
    if not status_words("modals", "planned").isdisjoint(words):
        is_unreal = not {"will", "'ll"}.intersection(words) and _is_perfect(tokens, first, anchor)
        return "possible" if is_unreal else "planned"
    return (
        "asserted"
        if AUXILIARIES & {token.tag for token in tokens[first:anchor]}
        else status_before(tokens, first)
    )


def is_auxiliary(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is an auxiliary, not the noun in "good will" or a negator of something else."""
    _, _, word, tag = tokens[index]
    if tag not in AUXILIARIES:
        return False
    following = tokens[index + 1].tag if index + 1 < len(tokens) else "stop"
    if tag == "modal" and following in ("stop", "preposition", "comma", "coordinator"):
        return False
    return not (word == "am" and index > 0 and tokens[index - 1].tag == "number")


def _is_perfect(tokens: Sequence[Token], first: int, anchor: int) -> bool:
    """Whether "have" is an auxiliary: "would have bought", not "would have a rate of 4 percent"."""
    for index in range(first, anchor):
        if tokens[index].word == "have":
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            return following is not None and following.tag not in ("determiner", "number", "approximator")
    return False


def denies(tokens: Sequence[Token], negator: int) -> bool:
    """Whether a negator denies: not in "not only", "no fewer than", nor in "will not arrive before May"."""
    following = [token.word for token in tokens[negator + 1 : negator + 1 + _LATE]]
    if not following or following[0] in status_words("negation", "passed_over"):
        return False
    return not status_words("negation", "late").intersection(following)


def _of_infinitive(tokens: Sequence[Token], at: int) -> Status:
    """What an infinitive is by the word that its "to" at index `at` depends on."""
    before = range(at - 1, max(-1, at - 1 - _GOVERNOR), -1)
    for index in before:
        token = tokens[index]
        for status in ("denied", "planned", "possible"):
            if token.word in status_words("infinitive", status):
                is_denied = status == "planned" and _is_negated(tokens, index)
                return "denied" if is_denied else status
        beside = tokens[index + 1].tag if token.tag == "preposition" else None
        if token.tag != "date" and beside != "date" and token.tag in PHRASE_ENDS:
            break
    governor = tokens[at - 1] if at else None
    if governor is None or governor.tag in ("be", "coordinator", "comma"):
        return "planned"
    return "planned" if _is_headline_future(tokens, at) else "asserted"


def _is_negated(tokens: Sequence[Token], index: int) -> bool:
    """Whether a negator stands in the group before `index`: "no plans", "did not agree"."""
    return any(token.tag == "negator" for token in tokens[group_start(tokens, index) : index])


def _is_headline_future(tokens: Sequence[Token], at: int) -> bool:
    """ "Serbia to receive missiles": no verb stands before the infinitive."""
    return all(
        token.tag in ("name", "word", "possessive", "hyphen", "number", "coordinator")
        for token in tokens[:at]
    ) and (at <= 3 and not any(token.word.endswith(("ed", "s")) for token in tokens[1:at]))


def is_doubted(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows the participle at `at` is no more than held: "feared dead", "believed trapped"."""
    if tokens[at].word not in status_words("doubt", "participles"):
        return False
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return following.endswith("ed") or following in status_words("doubt", "states")


def is_likely(tokens: Sequence[Token], at: int) -> bool:
    """Whether "likely" or the like ends what a verb group says: "is more likely than not", "are possible"."""
    words = [token.word for token in tokens[at : at + _LIKELY]]
    place = next((n for n, word in enumerate(words) if word in status_words("doubt", "predicates")), None)
    if place is None or any(word not in status_words("doubt", "degrees") for word in words[:place]):
        return False
    behind = words[place + 1 : place + 3]
    return behind[:1] != ["to"] and (behind[:1] != ["than"] or behind[1:] == ["not"])


def status_before(tokens: Sequence[Token], first: int) -> Status:
    """What a gerund, a participle or a noun is by the word right before its phrase."""
    index, least = first - 1, max(0, first - _PHRASE)
    while index >= least and (
        tokens[index].tag in ("determiner", "number", "approximator", "possessive", "adverb")
        or tokens[index].word in ("of", "for", "from", "a")
    ):
        index -= 1
    word = tokens[index].word if index >= 0 else ""
    if index >= 0 and tokens[index].tag == "negator" and word in status_words("negation", "of_nouns"):
        return "asserted" if tokens[index + 1].word in status_words("negation", "passed_over") else "denied"
    for status in ("denied", "possible", "planned"):
        if word in status_words("object", status):
            return status
    return "asserted"
