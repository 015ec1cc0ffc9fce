"""Events: what a sentence says happened, by the lexicon's verbs, nouns, participles and fixed words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claims.event_lexicon import Pattern, event_classes, patterns
from claims.grammar import Token, tokens_of

Voice = Literal["active", "passive", "nominal"]
Tense = Literal["past", "present", "future"]

_GAP = 9  # words between "took" and "into custody"
_CUE_REACH = 9  # words on either side in which a cue counts
_GROUP = 6  # words of a verb group that are looked back over
_NOMINAL_BEFORE = frozenset({"determiner", "number", "possessive", "approximator"})
_PLURAL_SUBJECTS = frozenset({"men", "people", "police", "troops", "women"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """An event mentioned in a text; `text == source[start:end]`.

    `name` is the class in the lexicon, `event` what classes of one kind of happening share, `stage` the place
    on the class's ladder. `voice` is "passive" where what is counted comes before the word ("were killed",
    "dead"), "nominal" for nouns and fixed words. `tense` is None for nouns and gerunds.
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


def find_events(text: str, start: int, end: int) -> list[EventMention]:
    """The events of the sentence `text[start:end]`, in text order; they never overlap.

    >>> text = "Two of the six ordered systems were delivered."
    >>> [(event.text, event.event, event.stage, event.voice) for event in find_events(text, 0, len(text))]
    [('ordered', 'purchase', 'ordered', 'passive'), ('delivered', 'delivery', 'delivered', 'passive')]
    """
    tokens = tokens_of(text[start:end])
    index = patterns()
    mentions: list[EventMention] = []
    covered: set[int] = set()
    for at, token in enumerate(tokens):
        if at in covered:
            continue
        for pattern in index.get(token.word, ()):
            last = _last_token(tokens, at, pattern)
            if last is None or not _reads(tokens, at, last, pattern):
                continue
            covered.update(
                range(at, last + 1) if "*" not in pattern.tail else (at, *_tail_span(last, pattern))
            )
            if event_classes()[pattern.name].kind != "none":
                stop = last if "*" not in pattern.tail else at
                mentions.append(_mention(text, start, tokens, at, stop, pattern))
            break
    return mentions


def _last_token(tokens: Sequence[Token], at: int, pattern: Pattern) -> int | None:
    """The index of the pattern's last token where it matches at `at`, else None."""
    if "*" in pattern.tail:
        gap = pattern.tail.index("*")
        near = _literal(tokens, at + 1, pattern.tail[:gap])
        rest = pattern.tail[gap + 1 :]
        if near is None:
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
        if begin >= len(tokens) or tokens[begin].word != word:
            return None
        begin += 1
    return begin


def _tail_span(last: int, pattern: Pattern) -> range:
    rest = len(pattern.tail) - pattern.tail.index("*") - 1
    return range(last - rest + 1, last + 1)


def _reads(tokens: Sequence[Token], at: int, last: int, pattern: Pattern) -> bool:
    """Whether the words are meant as this pattern here: its part of speech and its cues."""
    if pattern.cues and not _has_cue(tokens, at, last, pattern.cues):
        return False
    if _is_name(tokens, at, last):
        return False
    if pattern.pos == "noun" and not pattern.tail:
        return not (_may_be_verb(tokens[at].word) and _is_verb_here(tokens, at))
    if pattern.pos != "verb":
        return True
    finite = pattern.forms & {"base", "third"}
    return not finite or bool(pattern.forms & {"past", "participle"}) or _is_verb_here(tokens, at)


def _has_cue(tokens: Sequence[Token], at: int, last: int, cues: frozenset[str]) -> bool:
    near = [*tokens[max(0, at - _CUE_REACH) : at], *tokens[last + 1 : last + 1 + _CUE_REACH]]
    return any(
        part in cues
        or (part.endswith("s") and part[:-1] in cues)
        or (part.endswith("ies") and part[:-3] + "y" in cues)
        for token in near
        for part in (token.word, token.word.rpartition("-")[2])
    )


def _is_name(tokens: Sequence[Token], at: int, last: int) -> bool:
    """A capital inside a sentence is part of a name: "the Purchase College", "Justice Hurt"."""
    return all(token.tag == "name" for token in tokens[at : last + 1])


@cache
def _may_be_verb(word: str) -> bool:
    return any(p.forms & {"base", "third"} for p in patterns().get(word, ()))


def _is_verb_here(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form that may be a noun or a verb ("attacks", "order") is a verb here."""
    before = at - 1
    while before >= 0 and tokens[before].tag == "adverb":
        before -= 1
    tag = tokens[before].tag if before >= 0 else "start"
    if tag in ("modal", "do", "pronoun") or (tag == "preposition" and tokens[before].word == "to"):
        return True
    if tag == "negator":
        return tokens[before].word not in ("no", "without")
    if tag in _NOMINAL_BEFORE or tag in ("preposition", "hyphen", "be", "have"):
        return False
    if tag == "relative":
        return tokens[before].word != "whose"
    after = tokens[at + 1].tag if at + 1 < len(tokens) else "stop"
    if after in ("determiner", "number", "pronoun", "approximator", "name"):
        return True
    if after in (
        "preposition",
        "be",
        "have",
        "modal",
        "stop",
        "coordinator",
        "relative",
        "possessive",
        "hyphen",
        "do",
    ):
        return False
    if tag in ("start", "stop", "coordinator", "comma"):
        return False
    return _agrees(tokens[before].word, tokens[at].word)


def _agrees(subject: str, verb: str) -> bool:
    """Whether the noun before could be the subject of the verb form: "rebels attack", "court orders"."""
    plural = subject in _PLURAL_SUBJECTS or (subject.endswith("s") and not subject.endswith("ss"))
    return plural != verb.endswith("s")


def _mention(
    text: str, offset: int, tokens: Sequence[Token], at: int, last: int, pattern: Pattern
) -> EventMention:
    entry = event_classes()[pattern.name]
    voice, tense = _voice_and_tense(tokens, at, last, pattern)
    begin, end = offset + tokens[at].start, offset + tokens[last].end
    return EventMention(
        start=begin,
        end=end,
        text=text[begin:end],
        name=pattern.name,
        event=entry.event,
        stage=entry.stage,
        voice=voice,
        negated=_is_negated(tokens, at),
        tense=tense,
        intransitive=pattern.intransitive,
    )


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
    if "be" in tags and "gerund" not in pattern.forms:
        return "passive", tense
    if "have" in tags or "past" not in pattern.forms:
        return ("active" if "have" in tags else "passive"), tense
    return ("passive" if _is_reduced(tokens, at, last) else "active"), tense


def _tense(words: set[str], tags: set[str], pattern: Pattern) -> Tense | None:
    if words & {"will", "'ll", "shall"} or ("to" in words and "base" in pattern.forms):
        return "future"
    if words & {"was", "were", "had", "did", "been", "has", "have"}:
        return "past"
    if "be" in tags or pattern.pos in ("adjective", "phrase") or pattern.forms & {"base", "third"}:
        return "present"
    return "past" if "past" in pattern.forms else None


def _verb_group(tokens: Sequence[Token], at: int) -> list[Token]:
    """The auxiliaries, adverbs and negators right before `at`."""
    group = []
    for token in reversed(tokens[max(0, at - _GROUP) : at]):
        if token.tag in ("be", "have", "modal", "do", "negator") or (
            token.tag == "preposition" and token.word == "to"
        ):
            group.append(token)
        elif token.tag != "adverb" and not token.word.endswith("ly"):
            break
    return group


def _is_reduced(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether "-ed" without auxiliary is a participle: "12 killed in", "the six ordered systems"."""
    before = tokens[at - 1].tag if at else "start"
    after = tokens[last + 1].tag if last + 1 < len(tokens) else "stop"
    if before in ("determiner", "number", "possessive", "approximator"):
        return before != "number" or after not in ("determiner", "number", "pronoun", "approximator", "name")
    return (
        after in ("preposition", "stop", "coordinator", "comma", "subordinator", "be", "have")
        and before != "pronoun"
    )


def _is_negated(tokens: Sequence[Token], at: int) -> bool:
    group = _verb_group(tokens, at)
    if any(token.tag == "negator" for token in group):
        return True
    before = at - len(group) - 1
    if before > 0 and tokens[before].word == "one":
        before -= 1
    return before >= 0 and tokens[before].tag == "negator"
