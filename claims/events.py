"""Events: what a sentence says happened, by the lexicon's verbs, nouns, participles and fixed words."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import compress, count, takewhile
from typing import Literal, NamedTuple

from claims.event_lexicon import Pattern, event_classes, patterns
from claims.grammar import VERBS, WORD, Token, is_attributive, reads_as_verb
from claims.lexicon import load_lexicon
from claims.memo import MEMO
from claims.reading import Reading
from claims.things import broader_types, thing_type
from claims.words import singular

Voice = Literal["active", "passive", "nominal"]
Tense = Literal["past", "present", "future"]

_GAP = 9  # words between "took" and "into custody"
_CUE_REACH = 9  # words on either side in which a cue counts
_AFTER_PARTICIPLE = frozenset({"be", "comma", "coordinator", "have", "preposition", "stop", "subordinator"})
_CLAUSE_SUBJECT = 4  # words between "that" and the verb
_GROUP_TAGS = frozenset({"adverb", "be", "do", "have", "modal", "negator"})
_NAMED = frozenset({"date", "name"})
_GROUP = 6  # words of a verb group that are looked back over


class EventMention(NamedTuple):
    """An event mentioned in a text; `text == source[start:end]`.

    `name` is the class in the lexicon, `event` what classes of one kind of happening share, `stage` the place
    on the class's ladder. `voice` is "passive" where what is counted comes before the word ("were killed",
    "dead"), "nominal" for nouns. `tense` is None for nouns and gerunds. `attributive` marks a participle
    before its noun ("the ordered systems"), which tells which are meant rather than what happened.
    """

    start: int
    end: int
    text: str
    name: str
    event: str
    stage: str | None = None
    voice: Voice = "nominal"
    negated: bool = False
    tense: Tense | None = None
    intransitive: bool = False
    attributive: bool = False


def find_events(reading: Reading) -> list[EventMention]:
    """The events of a sentence, in text order; they never overlap.

    >>> found = find_events(Reading("Two of the six ordered systems were delivered."))
    >>> [(event.text, event.event, event.stage, event.voice) for event in found]
    [('ordered', 'purchase', 'ordered', 'passive'), ('delivered', 'delivery', 'delivered', 'passive')]
    """
    tokens = reading.tokens
    index = patterns()
    mentions: list[EventMention] = []
    covered: set[int] = set()
    for at in compress(count(), map(index.__contains__, map(WORD, tokens))):
        found = _best(tokens, at, index[tokens[at].word]) if at not in covered else None
        if found is None:
            continue
        pattern, last = found
        gapped = "*" in pattern.tail
        covered.update((at, *_tail_span(last, pattern)) if gapped else range(at, last + 1))
        if event_classes()[pattern.name].kind != "none":
            mentions.append(_mention(reading, at, at if gapped else last, pattern))
    return mentions


def _best(tokens: Sequence[Token], at: int, candidates: Sequence[Pattern]) -> tuple[Pattern, int] | None:
    """The longest pattern that reads at `at` with its last token; of those with cues the nearest cue's."""
    best: tuple[Pattern, int] | None = None
    nearest = _CUE_REACH + 1
    openings = ("*", "#th", _following(tokens, at)) if candidates[0].tail else ()
    for pattern in candidates:
        if best is not None and (len(pattern.tail) < len(best[0].tail) or not pattern.cues):
            break
        if pattern.tail and pattern.tail[0] not in openings:
            continue
        last = _last_token(tokens, at, pattern) if pattern.tail else at
        distance = None if last is None else _distance(tokens, at, last, pattern)
        if last is None or distance is None or (best is not None and distance >= nearest):
            continue
        best, nearest = (pattern, last), distance
    return best


def _following(tokens: Sequence[Token], at: int) -> str:
    """The word behind `at`, over a hyphen; "" where the sentence ends."""
    hyphened = at + 1 < len(tokens) and tokens[at + 1].tag == "hyphen"
    return tokens[at + 1 + hyphened].word if at + 1 + hyphened < len(tokens) else ""


def _last_token(tokens: Sequence[Token], at: int, pattern: Pattern) -> int | None:
    """The index of the pattern's last token where it matches at `at`, else None."""
    if "*" in pattern.tail:
        gap = pattern.tail.index("*")
        near = _literal(tokens, at + 1, pattern.tail[:gap])
        rest = pattern.tail[gap + 1 :]
        ahead = () if near is None else map(WORD, tokens[near + 1 : near + 1 + _GAP])
        if near is None or (rest[0] != "#th" and rest[0] not in ahead):
            return None
        for begin in range(near + 1, min(near + _GAP, len(tokens) - len(rest) + 1)):
            if tokens[begin - 1].tag in ("stop", "comma", "be", "relative", "subordinator"):
                return None
            found = _literal(tokens, begin, rest)
            if found is not None:
                return found - 1
        return None
    found = _literal(tokens, at + 1, pattern.tail)
    return None if found is None else found - 1


def _literal(tokens: Sequence[Token], begin: int, words: Sequence[str]) -> int | None:
    """The index after `words` where they stand at `begin`; a hyphen between them is passed over."""
    for word in words:
        if begin < len(tokens) and tokens[begin].tag == "hyphen":
            begin += 1
        if begin >= len(tokens):
            return None
        length = _rank_length(tokens, begin) if word == "#th" else int(tokens[begin].word == word)
        if not length:
            return None
        begin += length
    return begin


def _rank_length(tokens: Sequence[Token], at: int) -> int:
    """The tokens of the ordinal at `at`: one for "third", two for "11th", none where it is none."""
    ordinals = load_lexicon("ordinals")
    if tokens[at].word in ordinals["units"]["forms"]:
        return 1
    is_suffixed = at + 1 < len(tokens) and tokens[at + 1].word in ordinals["suffixes"]["forms"]
    return 2 if tokens[at].tag == "number" and is_suffixed else 0


def _tail_span(last: int, pattern: Pattern) -> range:
    rest = len(pattern.tail) - pattern.tail.index("*") - 1
    return range(last - rest + 1, last + 1)


def _distance(tokens: Sequence[Token], at: int, last: int, pattern: Pattern) -> int | None:
    """How far the pattern's cue is, 0 where it needs none; None where it does not read here."""
    if not _reads(tokens, at, last, pattern):
        return None
    return _cue_distance(tokens, at, last, pattern) if pattern.cues else 0


def _reads(tokens: Sequence[Token], at: int, last: int, pattern: Pattern) -> bool:
    """Whether the words are meant as this pattern's part of speech here."""
    if _is_name(tokens, at, last):
        return False
    if pattern.pos == "noun" and not pattern.tail:
        word, tag = tokens[at].word, tokens[at].tag
        return (
            tag != "verb" if word.endswith("ing") else not (_may_be_verb(word) and reads_as_verb(tokens, at))
        )
    if pattern.pos != "verb":
        return True
    if "gerund" in pattern.forms and _may_be_noun(tokens[at].word):
        return tokens[at].tag in VERBS | {"verb"}
    finite = pattern.forms & {"base", "third"}
    if not finite or pattern.forms & {"past", "participle"} or reads_as_verb(tokens, at):
        return True
    return "*" not in pattern.tail and reads_as_verb(tokens, at, last)


def _cue_distance(tokens: Sequence[Token], at: int, last: int, pattern: Pattern) -> int | None:
    begin = at + 1 if "*" in pattern.tail else last + 1
    before, after = tokens[max(0, at - _CUE_REACH) : at][::-1], tokens[begin : last + 1 + _CUE_REACH]
    if pattern.of_object:
        voice, _ = _voice_and_tense(tokens, at, last, pattern)
        subject = before[len(_verb_group(tokens, at)) :]
        sides = [_up_to(subject if voice == "passive" else after), _antecedent(subject)]
    else:
        sides = [before, after]
    return min(
        (far for side in sides for far, token in enumerate(side) if _is_cue(token.word, pattern.cues)),
        default=None,
    )


def _antecedent(tokens: Sequence[Token]) -> Sequence[Token]:
    """Of `tokens`, read backwards from a verb, the noun phrase that its clause hangs on: "jets that it"."""
    for index, token in enumerate(tokens[:_CLAUSE_SUBJECT]):
        if token.tag == "relative":
            return _up_to(tokens[index + 1 :])
    return []


def _up_to(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of one noun phrase and what hangs on it: up to a stop, a verb or "and"."""
    ends = ("be", "coordinator", "plain", "relative", "report", "stop", "subordinator", "verb")
    return list(takewhile(lambda token: token.tag not in ends, tokens))


@lru_cache(maxsize=MEMO)
def _is_cue(word: str, cues: frozenset[str]) -> bool:
    parts = {word, singular(word), singular(word.rpartition("-")[2])}
    kinds = {f"@{kind}" for kind in broader_types(thing_type(word))}
    return not cues.isdisjoint(parts | kinds)


def _is_name(tokens: Sequence[Token], at: int, last: int) -> bool:
    """A capital inside a sentence is part of a name: "the Purchase College", "Justice Hurt"."""
    return tokens[at].tag in _NAMED and all(token.tag in _NAMED for token in tokens[at + 1 : last + 1])


@cache
def _may_be_verb(word: str) -> bool:
    return any(p.forms & {"base", "third"} for p in patterns().get(word, ()))


@cache
def _may_be_noun(word: str) -> bool:
    return any(p.pos == "noun" and not p.tail for p in patterns().get(word, ()))


def _mention(reading: Reading, at: int, last: int, pattern: Pattern) -> EventMention:
    tokens, offset = reading.tokens, reading.span.start
    entry = event_classes()[pattern.name]
    voice, tense = _voice_and_tense(tokens, at, last, pattern)
    begin, end = offset + tokens[at].start, offset + tokens[last].end
    return EventMention(
        start=begin,
        end=end,
        text=reading.text[begin:end],
        name=pattern.name,
        event=entry.event,
        stage=entry.stage,
        voice=voice,
        negated=_is_negated(tokens, at),
        tense=tense,
        intransitive=pattern.intransitive,
        attributive=voice == "passive" and _is_attributive(tokens, at, last, pattern),
    )


def _is_attributive(tokens: Sequence[Token], at: int, last: int, pattern: Pattern) -> bool:
    if pattern.pos == "adjective" and at and tokens[at - 1].tag in ("determiner", "preposition"):
        return True  # "the number of unemployed"
    if at and tokens[at - 1].word == "of":
        return True  # "the number of wounded"
    return is_attributive(tokens, at, last)


def _voice_and_tense(
    tokens: Sequence[Token], at: int, last: int, pattern: Pattern
) -> tuple[Voice, Tense | None]:
    if pattern.pos in ("noun", "measure"):
        return "nominal", None
    group = _verb_group(tokens, at)
    words = {token.word for token in group}
    tags = {token.tag for token in group}
    tense = _tense(words, tags, pattern)
    if pattern.pos in ("adjective", "phrase"):
        return "passive", tense
    if pattern.intransitive or "participle" not in pattern.forms:
        return "active", tense
    is_of = at > 0 and tokens[at - 1].word == "of"
    if (is_of or "be" in tags) and "gerund" not in pattern.forms:
        return "passive", tense
    is_open = tokens[last].tag != "preposition" and _takes_object(tokens, last)
    if pattern.closed and "gerund" not in pattern.forms and not is_open:
        return "passive", tense
    if "have" in tags:
        return "active", tense
    if "past" not in pattern.forms:
        return ("active" if _takes_object(tokens, last) else "passive"), tense
    return ("passive" if _is_reduced(tokens, at, last) else "active"), tense


def _tense(words: set[str], tags: set[str], pattern: Pattern) -> Tense | None:
    if words & {"will", "'ll", "shall"} or ("to" in words and "base" in pattern.forms):
        return "future"
    if words & {"was", "were", "had", "did", "been", "has", "have"}:
        return "past"
    if "be" in tags or pattern.pos in ("adjective", "phrase") or pattern.forms & {"base", "third"}:
        return "present"
    return "past" if "past" in pattern.forms else None


def _verb_group(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The auxiliaries, adverbs and negators right before `at`."""
    start, least = at, max(0, at - _GROUP)
    while start > least and _is_in_group(tokens[start - 1]):
        start -= 1
    return tokens[start:at]


def _is_in_group(token: Token) -> bool:
    return token.tag in _GROUP_TAGS or token.word == "to" or token.word.endswith("ly")


def _is_reduced(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether "-ed" without auxiliary is a participle: "12 killed in", "the six ordered systems"."""
    if is_attributive(tokens, at, last):
        return True
    before = tokens[at - 1].tag if at else "edge"
    after = tokens[last + 1].tag if last + 1 < len(tokens) else "stop"
    if last + 2 < len(tokens) and tokens[last + 2].word in ("least", "most"):
        return False  # "killed at least 14"
    return before != "pronoun" and after in _AFTER_PARTICIPLE


def _takes_object(tokens: Sequence[Token], last: int) -> bool:
    return last + 1 < len(tokens) and tokens[last + 1].tag in ("determiner", "number", "pronoun")


def _is_negated(tokens: Sequence[Token], at: int) -> bool:
    group = _verb_group(tokens, at)
    if any(token.tag == "negator" for token in group):
        return True
    before = at - len(group) - 1
    if before > 0 and tokens[before].word == "one":
        before -= 1
    return before >= 0 and tokens[before].tag == "negator"
