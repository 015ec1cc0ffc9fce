"""Standing: whether a text tells a number or date as the latest, corrected, provisional or replaced."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from claims.change import change_verbs
from claims.grammar import Token
from claims.model import Standing
from claims.reading import Reading
from claims.standing_words import standing_words
from corpus.spans import Span

_VERB = 14  # tokens from a verb of change to the "from" or "to" that it governs
_CLAUSE = 14  # tokens of a clause looked over on either side
_BESIDE = 4  # tokens between a word like "initially" and its verb of stating
_BREAKS = frozenset({"stop", "dash", "subordinator", "relative"})
_BEFORE_NUMBER = frozenset({"approximator", "determiner"})


def find_standing(reading: Reading, mention: Span, *, dated: bool = False) -> Standing | None:
    """How long the number at `mention` of a sentence holds by its text, None where the text does not tell.

    With `dated` the mention is a date, which verbs like "postpone" move.
    Source: claims/lexicon/standing.toml.

    >>> text = "The toll rose from 11 to 14."
    >>> [find_standing(Reading(text), Span(at, at + 2)) for at in (19, 25)]
    ['former', 'moved']
    """
    if not _may_tell(reading, dated=dated):
        return None
    tokens, first, last = reading.tokens, reading.index(mention.start), reading.index(mention.end - 1)
    before = _ahead_of_level(tokens, _ahead(tokens, first - 1))
    found = _by_adjective(tokens, before) or _by_link(tokens, before, dated=dated)
    if found is None and reading.has_any(_comparing()):
        found = _by_aside(tokens, last + 1)
    if found is None and reading.has_any(_stated()):
        found = _by_estimate(tokens, first)
    if found is None and reading.has_any(_lasting()):
        found = _by_clause(tokens, first, last + 1)
    return found


def _may_tell(reading: Reading, *, dated: bool) -> bool:
    """Whether the sentence has a word that can tell how long a number holds."""
    if reading.has_any(_cues()):
        return True
    moves = standing_words("moved", "dates") if dated else change_verbs().keys()
    return reading.has_any(_links()) and (
        reading.has_any(moves) or reading.has_any(standing_words("revised", "verbs"))
    )


@cache
def _cues() -> frozenset[str]:
    """Words that tell it, also without a verb that leads over a link to the number."""
    lists = (("current", "at"), ("current", "reaching"), ("revised", "adjectives"))
    return frozenset().union(
        _comparing(),
        _stated(),
        _lasting(),
        (phrase.partition(" ")[0] for phrase in standing_words("former", "phrases")),
        *(standing_words(table, key) for table, key in lists),
    )


@cache
def _comparing() -> frozenset[str]:
    """The words of which an aside has one that tells what a number was before."""
    return standing_words("moved", "particles") | {"than"}


@cache
def _stated() -> frozenset[str]:
    """The words of which a clause has one that tells an estimate or a former number."""
    return _estimating() | standing_words("preliminary", "adverbs") | standing_words("former", "adverbs")


@cache
def _lasting() -> frozenset[str]:
    """The words of which a clause has one that tells a state up to now."""
    return _openers().union(*(standing_words("current", key) for key in ("adjectives", "adverbs", "since")))


@cache
def _links() -> frozenset[str]:
    return standing_words("moved", "date_links") | standing_words("moved", "links") | {"from"}


def _ahead(tokens: Sequence[Token], index: int) -> int:
    """The last token up to `index` that is no "about" or "the"."""
    while index >= 0 and tokens[index].tag in _BEFORE_NUMBER and not _is_held_open(tokens[index].word):
        index -= 1
    return index


def _ahead_of_level(tokens: Sequence[Token], index: int) -> int:
    """The last token before "a peak of" where that leads to a number, else `index`."""
    is_level = (
        index > 0
        and tokens[index].word == "of"
        and tokens[index - 1].word in standing_words("moved", "levels")
    )
    return _ahead(tokens, index - 2) if is_level else index


def _is_held_open(word: str) -> bool:
    return word in standing_words("revised", "adjectives") or word in standing_words(
        "preliminary", "adjectives"
    )


def _by_adjective(tokens: Sequence[Token], before: int) -> Standing | None:
    """ "A revised 118,000", "an initial 30"."""
    word = tokens[before].word if before >= 0 else ""
    if word in standing_words("revised", "adjectives"):
        return "revised"
    is_open = word in standing_words("preliminary", "adjectives")
    return "preliminary" if is_open and before and tokens[before - 1].tag == "determiner" else None


def _by_link(tokens: Sequence[Token], before: int, *, dated: bool) -> Standing | None:
    """ "Rose to 14", "up from 11", "revised from 6.8", "rather than in April", "stands at 131"."""
    while dated and before > 0 and tokens[before].word in ("in", "on"):
        before -= 1
    if before < 1:
        return None
    word, beside = tokens[before].word, tokens[before - 1].word
    if f"{beside} {word}" in standing_words("former", "phrases"):
        return "former"
    links = standing_words("moved", "date_links" if dated else "links")
    if word == "from":
        if beside in standing_words("moved", "particles"):
            return "former"
        return "former" if _governor(tokens, before, dated=dated) else None
    if word in links:
        return _governor(tokens, before, dated=dated)
    if dated:
        return None
    is_level = word in standing_words("current", "reaching") and not _is_ability(tokens, before)
    return "current" if is_level or (word == "at" and beside in standing_words("current", "at")) else None


def _is_ability(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb tells what can be or is of some: "can reach 80 mph", "those who reach 65"."""
    before = tokens[max(0, verb - _BESIDE) : verb]
    return any(token.tag in ("modal", "relative") or token.word == "to" for token in before)


def _governor(tokens: Sequence[Token], link: int, *, dated: bool) -> Standing | None:
    """What the verb says that leads over `link` to the mention: that it was revised, or that it moved."""
    revising = standing_words("revised", "verbs")
    moving = standing_words("moved", "dates") if dated else change_verbs()
    for index in range(link - 1, max(-1, link - 1 - _VERB), -1):
        token = tokens[index]
        if token.word in revising:
            return "revised"
        if token.word in moving:
            return "revised" if dated else "moved"
        if token.tag in _BREAKS or token.tag == "comma":
            break
    return None


def _by_aside(tokens: Sequence[Token], after: int) -> Standing | None:
    """ "52,300 acres by Wednesday, up from 41,000", "320 million, more than announced two weeks ago"."""
    is_nearest, particles = True, standing_words("moved", "particles")
    for index in range(after, min(len(tokens) - 1, after + _CLAUSE)):
        token, following = tokens[index], tokens[index + 1]
        if token.tag in _BREAKS and token.word not in ("(", ")"):  # "130 mph (210 kph), up from 105"
            break
        is_aside = tokens[index - 1].tag == "date" or tokens[index - 1].word == "("
        is_nearest = is_nearest and (token.tag != "number" or is_aside)
        if following.word == "from" and token.word in particles and is_nearest:
            return "moved"
        if following.word == "than" and token.word in ("fewer", "higher", "less", "lower", "more"):
            if index > after and _is_than_lately(tokens, index + 2):
                return "moved"
            return "revised" if index > after and _is_than_stated(tokens, index + 2) else None
    return None


def _is_than_lately(tokens: Sequence[Token], index: int) -> bool:
    """Whether "than" compares with a day of this report: "12 centres, four more than a week ago"."""
    beside = [token.word for token in tokens[index : index + _BESIDE]]
    is_long = not standing_words("moved", "long").isdisjoint(beside)
    return not is_long and not standing_words("moved", "lately").isdisjoint(beside)


def _is_than_stated(tokens: Sequence[Token], index: int) -> bool:
    """Whether "than" compares with what was stated before: "than he had reported"."""
    for token in tokens[index : index + _BESIDE]:
        if token.word in standing_words("revised", "announcing"):
            return True
        if token.tag == "number":
            break
    return False


@cache
def _estimating() -> frozenset[str]:
    """The words that tell an estimate together with what stands beside them."""
    return (
        standing_words("preliminary", "adjectives")
        | standing_words("former", "adjectives")
        | standing_words("former", "stated")
    )


def _by_estimate(tokens: Sequence[Token], first: int) -> Standing | None:
    """ "Preliminary figures showed 30", "initially put at 30", "had earlier reported 30"."""
    stated = _stated()
    for index, token in _clause_before(tokens, first):
        if token.word not in stated:
            continue
        if token.word in standing_words("preliminary", "adverbs"):
            return "preliminary"
        if token.word in standing_words("former", "adverbs"):
            return "former"
        beside = {near.word for near in tokens[index + 1 : index + 1 + _BESIDE]}
        is_of_noun = not beside.isdisjoint(standing_words("stating", "nouns"))
        if is_of_noun and token.word in standing_words("preliminary", "adjectives"):
            return "preliminary"
        if is_of_noun and token.word in standing_words("former", "adjectives"):
            return "former"
        if token.word in standing_words("former", "stated"):
            around = beside | {near.word for near in tokens[max(0, index - 2) : index]}
            if index + 1 < first and not around.isdisjoint(standing_words("stating", "verbs")):
                return "former"
    return None


def _by_clause(tokens: Sequence[Token], first: int, after: int) -> Standing | None:
    """ "Firefighters now number 2,450", "12 are still missing", "have cancelled 2,000 since Sunday"."""
    inside = [token for _, token in _clause_before(tokens, first)][::-1]
    if _tells_state(inside):
        return "current"
    behind: list[Token] = []
    since = standing_words("current", "since")
    for index in range(after, min(len(tokens), after + _CLAUSE)):
        token = tokens[index]
        if token.word in since and _is_to_date(tokens, index, inside + behind):
            return "current"
        if token.tag in _BREAKS or token.tag in ("comma", "coordinator"):
            break
        behind.append(token)
    return "current" if _tells_state(behind) else None


def _is_to_date(tokens: Sequence[Token], since: int, clause: Sequence[Token]) -> bool:
    """Whether "since" counts from a day up to the telling: "has cancelled 2,000 flights since Sunday"."""
    is_dated = any(token.tag == "date" for token in tokens[since + 1 : since + 1 + _BESIDE])
    return is_dated and any(token.tag == "have" and token.word != "had" for token in clause)


def _tells_state(tokens: Sequence[Token]) -> bool:
    words = [word for _, _, word, _ in tokens]
    if _lasting().isdisjoint(words):
        return False
    phrases = standing_words("current", "phrases")
    openers = _openers()
    if any(one in openers and f"{one} {two}" in phrases for one, two in pairwise(words)):
        return True
    is_latest = not standing_words("current", "adjectives").isdisjoint(words)
    if is_latest and not standing_words("stating", "nouns").isdisjoint(words):
        return True
    return not standing_words("current", "adverbs").isdisjoint(words)


@cache
def _openers() -> frozenset[str]:
    """The first words of the phrases that tell a state."""
    return frozenset(phrase.partition(" ")[0] for phrase in standing_words("current", "phrases"))


def _clause_before(tokens: Sequence[Token], first: int) -> Iterator[tuple[int, Token]]:
    """The tokens of the clause before `first`, backwards; a comma behind a short opening does not end it."""
    for index in range(first - 1, max(-1, first - 1 - _CLAUSE), -1):
        token = tokens[index]
        if token.tag in _BREAKS or token.word == "but" or (token.tag == "comma" and index > 2):
            return
        yield index, token


def is_counted_up_to(text: str, start: int) -> bool:
    """Whether the date at `start` of `text` is the day up to which something was counted: "as of Monday"."""
    words = text[max(0, start - 24) : start].casefold().split()
    while words and words[-1] in standing_words("as_of", "between"):
        words.pop()
    return bool(words) and (
        words[-1] in standing_words("as_of", "prepositions")
        or " ".join(words[-2:]) in standing_words("as_of", "phrases")
    )
