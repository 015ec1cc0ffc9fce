"""Tokens of a sentence with their closed word classes: the light syntax that events are read with."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate, compress, count
from operator import itemgetter
from typing import NamedTuple

from claims.lexicon import load_lexicon
from claims.memo import MEMO
from claims.tokens import PLAIN
from claims.wordclass import word_class

_PIECES = re.compile(rf"({PLAIN}|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’.][^\W\d_]+)*(?:[-]\d+)?|[^\w\s]|_)")
_CLITIC = re.compile(r"(?:'|’)(?:s|re|ve|ll|d)?$")
_CURRENCIES = "$£€¥₹₽₩₺"
_HYPHENS = "-‐‑"
_DASHES = "–—―"
_STOPS = frozenset(';:()[]“”"!?…' + _DASHES)
VERBS = frozenset({"aspect", "change", "plain", "report"})
_MAY_BE_VERB = VERBS | {"word"}
_SUBJECTS = frozenset({"he", "i", "it", "she", "they", "we", "who"})
_PLURALS = frozenset({"men", "people", "police", "troops", "women"})
_OPEN_NOUN_PHRASE = frozenset({"approximator", "determiner", "name", "number", "pronoun"})
_BEFORE_NOUN = frozenset(
    {"approximator", "be", "determiner", "have", "hyphen", "number", "possessive", "preposition"}
)
_CALENDAR = frozenset({"month", "weekday"})
_UNDECIDED = frozenset({"-", "as", "than"})  # words whose tag their neighbours may decide
_MINOR = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "with",
    }
)


class Token(NamedTuple):
    """One word, number or mark of a sentence; `start` and `end` are code points of the sentence.

    `word` is the casefolded form, `tag` its closed class, or "number", "date", "comma", "dash", "stop",
    "hyphen", "mark", "name" (a capital inside a sentence that is not written in capitals) or "word".
    """

    start: int
    end: int
    word: str
    tag: str


_token = partial(tuple.__new__, Token)  # a third of the time that Token() takes
START, END, WORD, TAG = map(itemgetter, range(4))  # of each token of a sentence: quicker than by name


class _Word(NamedTuple):
    """What a piece of text is by itself: casefolded, without its clitic, with a tag and with the clitic.

    `is_open` tells of a capital that may be there for its place, `is_title` whether the piece has the capital
    that it would have in a headline, None where it would have none.
    """

    word: str
    tag: str
    clitic: str
    is_open: bool
    is_title: bool | None


@cache
def _closed_classes() -> dict[str, str]:
    return {
        form: tag
        for tag, table in load_lexicon("grammar").items()
        if tag not in _CALENDAR
        for form in table["forms"]
    }


@cache
def forms_of(tag: str) -> frozenset[str]:
    """The forms of one closed word class of the lexicon."""
    return frozenset(load_lexicon("grammar")[tag]["forms"])


@lru_cache(maxsize=64)
def tokens_of(sentence: str) -> tuple[Token, ...]:
    """The tokens of one sentence, in order; a hyphened or dotted word is one, "4.4-magnitude" is three.

    >>> [(token.word, token.tag) for token in tokens_of("Police didn't say: 12 died.")][:4]
    [('police', 'word'), ("didn't", 'negator'), ('say', 'report'), (':', 'stop')]
    """
    pieces = _PIECES.split(sentence)  # every other one is a token
    places = list(accumulate(map(len, pieces)))
    found = list(map(_classified, pieces[1::2]))
    if not found:
        return ()
    words, tags, clitics, are_open, titles = zip(*found, strict=True)
    tokens = list(map(_token, zip(places[::2], places[1::2], words, tags, strict=False)))
    shouted = _is_title_case(titles)
    for at in compress(count(), are_open):
        start, end, word, tag = tokens[at]
        tag = _capital_tag(word, tag, start, shouted or _opens(tokens, at))
        tokens[at] = _token((start, end, word, tag))
    return _in_context(_parted(tokens, clitics) if any(clitics) else tokens)


def _parted(tokens: Sequence[Token], clitics: Sequence[str]) -> list[Token]:
    """The tokens, where a clitic is one by itself: "Serbia" and "'s"."""
    parted: list[Token] = []
    for token, clitic in zip(tokens, clitics, strict=True):
        start, end, word, tag = token
        if clitic:
            middle = end - len(clitic)
            parted.append(Token(start, middle, word, tag))
            parted.append(Token(middle, end, clitic.casefold(), "possessive"))
        else:
            parted.append(token)
    return parted


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` has its capital from its place: at the start, after a dash or a quote."""
    return not at or tokens[at - 1].tag in ("dash", "stop", "mark") or tokens[at - 1].word == "-"


def _is_title_case(titles: Sequence[bool | None]) -> bool:
    """Whether capitals tell nothing: a headline with a capital on nearly every word, or all in capitals."""
    told = len(titles) - titles.count(None)
    return told > 2 and titles.count(True) >= 0.8 * told


def _capital_tag(word: str, tag: str, start: int, for_its_place: bool) -> str:
    """The tag of a date or a word with a capital, which tells nothing where it has it `for_its_place`."""
    if tag == "word":
        return tag if for_its_place else "name"
    return _closed_classes().get(word, "word") if for_its_place and not start else tag


@lru_cache(maxsize=MEMO)
def _classified(piece: str) -> _Word:
    found = _CLITIC.search(piece) if "'" in piece or "’" in piece else None
    is_parted = found and found.start() and not piece.casefold().endswith(("n't", "n’t"))
    clitic = found[0] if found and is_parted else ""
    word, tag = _tagged(piece.removesuffix(clitic))
    has_capital = piece[0].isupper()
    is_title = has_capital if piece[0].isalpha() and piece.casefold() not in _MINOR else None
    return _Word(word, tag, clitic, has_capital and tag in ("date", "word"), is_title)


def _tagged(piece: str) -> tuple[str, str]:
    word = piece.casefold().replace("’", "'")
    if piece[0].isdigit():
        return word, "number"
    if not piece[0].isalpha():
        return word, _mark(piece)
    if word.endswith("n't"):
        return word, "negator"
    if piece[0].isupper() and any(word in forms_of(part) for part in _CALENDAR):
        return word, "date"
    return word, "word" if piece == "US" else _closed_classes().get(word, "word")


def _mark(piece: str) -> str:
    if piece == ",":
        return "comma"
    if piece in _CURRENCIES:
        return "number"
    if piece in _DASHES:
        return "dash"
    if piece in _HYPHENS:
        return "hyphen"
    if piece in _STOPS:
        return "stop"
    return "coordinator" if piece == "&" else "mark"


def _in_context(tokens: list[Token]) -> tuple[Token, ...]:
    """The tokens with the tags that neighbours decide: verbs, "as well as", the full stop at the end."""
    if tokens and tokens[-1].word == ".":
        tokens[-1] = _with_tag(tokens[-1], "stop")
    words = list(map(WORD, tokens))
    if not _UNDECIDED.isdisjoint(words):
        for index in compress(count(), map(_UNDECIDED.__contains__, words)):
            token = tokens[index]
            if token.word != "-":
                beside = {_tag(tokens, index - 1), _tag(tokens, index + 1)}
                if "approximator" in beside and tokens[index - 1].word != "well":
                    tokens[index] = _with_tag(token, "approximator")
            elif _stands_free(tokens, index):
                tokens[index] = _with_tag(token, "dash")
    is_joined = "as" in words or "possessive" in map(TAG, tokens)
    for index, token in enumerate(tokens) if is_joined else ():
        if token.word == "as" and words[index : index + 3] == ["as", "well", "as"]:
            for at in range(index, index + 3):
                tokens[at] = _with_tag(tokens[at], "coordinator")
        elif token.tag == "possessive" and tokens[index - 1].tag in ("pronoun", "relative"):
            tokens[index] = _with_tag(token, _closed_classes().get(token.word, "possessive"))
    for index in compress(count(), map(_MAY_BE_VERB.__contains__, map(TAG, tokens))):
        token = tokens[index]
        if _is_verb(tokens, index):
            if token.tag == "word":
                tokens[index] = _with_tag(token, "verb")
        elif token.tag != "word":
            tokens[index] = _with_tag(token, "word")
    return tuple(tokens)


def _with_tag(token: Token, tag: str) -> Token:
    start, end, word, _ = token
    return _token((start, end, word, tag))


def _stands_free(tokens: Sequence[Token], at: int) -> bool:
    return (
        0 < at < len(tokens) - 1
        and tokens[at - 1].end < tokens[at].start
        and tokens[at].end < tokens[at + 1].start
    )


@cache
def _irregular_pasts() -> frozenset[str]:
    verbs: Mapping[str, list[str]] = load_lexicon("inflection")["verbs"]
    return frozenset(form for forms in verbs.values() for form in forms)


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that no closed class decides is a verb here, by its ending and its neighbours."""
    _, _, word, tag = tokens[at]
    if word in forms_of("noun") or (
        word in ("ended", "ending") and at and tokens[at - 1].word in forms_of("period")
    ):
        return False
    is_past = word in _irregular_pasts()
    if tag in VERBS and not is_past and not word.endswith(("ed", "ing")):
        return reads_as_verb(tokens, at) or _moves_subject(tokens, at)
    if is_past and tag == "report":
        return True  # "said", "told": never before their noun
    kind = "past" if is_past else word_class(word)
    if kind in ("past", "participle"):
        return not is_attributive(tokens, at, at) and _tag(tokens, at - 1) not in ("determiner", "possessive")
    if kind == "gerund":
        return _is_gerund(tokens, at)
    before = _tag_before(tokens, at)
    if before in ("modal", "do") or (before == "to" and _tag(tokens, at + 1) in _OPEN_NOUN_PHRASE):
        return True
    if kind == "verb-s" or (kind == "verb" and before in ("to", "subject", "word")):
        return reads_as_verb(tokens, at)
    return before == "subject" and word.endswith("s")


def _moves_subject(tokens: Sequence[Token], at: int) -> bool:
    """ "Output starts in 2025", "the deficit falls to 3 percent"."""
    if _tag(tokens, at + 1) != "preposition" or _tag_before(tokens, at) not in ("name", "word"):
        return False
    is_move = tokens[at].tag != "change" or tokens[at + 1].word in ("by", "from", "to")
    return tokens[at].word.endswith("s") and is_move


def _tag(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].tag if 0 <= at < len(tokens) else "edge"


def _tag_before(tokens: Sequence[Token], at: int) -> str:
    """The tag before `at`, over adverbs; "to" before an infinitive, "subject" for a pronoun that acts."""
    while at > 0:
        at -= 1
        _, _, word, tag = tokens[at]
        if tag != "adverb" and not word.endswith("ly"):
            return "to" if word == "to" else "subject" if word in _SUBJECTS else tag
    return "edge"


def _is_gerund(tokens: Sequence[Token], at: int) -> bool:
    """ "Killing 12", "were closing in"; not "the killing of", "shipping lanes"."""
    before, after = _tag_before(tokens, at), _tag(tokens, at + 1)
    if before == "be":
        return True
    if before in ("determiner", "possessive", "number", "approximator", "hyphen"):
        return False
    if after in _OPEN_NOUN_PHRASE or (at + 2 < len(tokens) and tokens[at + 2].word in ("least", "most")):
        return True
    if after != "word" or before not in ("comma", "preposition", "coordinator", "subordinator", "edge"):
        return False
    return before != "preposition" or word_class(tokens[at + 1].word) == "plural"


def is_attributive(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the participle `tokens[first:last + 1]` is no verb: "six ordered systems", "the injured"."""
    after = _tag(tokens, last + 1)
    if first and tokens[first - 1].word == "the" and after != "preposition":
        return True
    if after not in ("word", "name", "number", "noun", "hyphen"):
        return False
    before = _tag_before(tokens, first)
    if before == "number":
        return after != "number" and not (first > 1 and tokens[first - 2].tag == "date")
    if before in ("determiner", "possessive", "approximator", "hyphen", "preposition"):
        return True
    return after == "word" and before in ("edge", "stop", "verb", "comma", "coordinator")


def reads_as_verb(tokens: Sequence[Token], at: int, last: int | None = None) -> bool:
    """Whether a form that may be a noun or a verb ("order", "lays off" up to `last`) is a verb here."""
    last = at if last is None else last
    before, after = _tag_before(tokens, at), _tag(tokens, last + 1)
    beyond = tokens[last + 2].word if last + 2 < len(tokens) else ""
    if before in ("modal", "do", "subject", "to"):
        return True
    if before in _BEFORE_NOUN or (before == "negator" and tokens[at - 1].word in ("no", "without")):
        return False
    if before in ("relative", "negator"):
        return tokens[at - 1].word != "whose"
    if after in _OPEN_NOUN_PHRASE or beyond in ("least", "most"):
        return beyond not in forms_of("period")  # "the strike last week"
    if after != "word" or before in ("edge", "stop", "coordinator", "comma"):
        return False
    return _agrees(tokens[at - 1].word, tokens[at].word)


def _agrees(subject: str, verb: str) -> bool:
    """Whether the noun before could be the subject of the verb form: "rebels attack", "court orders"."""
    plural = subject in _PLURALS or (subject.endswith("s") and not subject.endswith("ss"))
    return plural != verb.endswith("s")
