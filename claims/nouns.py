"""Noun phrases read from one side of a place in the text, with word lists instead of a tagger."""

from dataclasses import dataclass
from functools import cache

from claims.lexicon import load_lexicon
from claims.token_list import DIGITS, Tokens
from claims.wordclass import WordClass, word_class

_REACH = 80  # characters that a noun phrase may span
_QUOTES = frozenset("\"'“”‘’«»")
_MONEY = frozenset("$€£¥")
_NOUNS = ("noun", "plural")
_FINITE = ("auxiliary", "past", "verb", "verb-s")
_ED = ("past", "participle")
_VERBAL = ("verb", "verb-s", "past", "gerund", "adverb")  # names where they have a capital


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase of a text in code points, `end` exclusive, and its head noun within it.

    The head of "six donated MiG-29 aircraft" is "aircraft"; the phrase leaves out articles and numbers
    before it. `plural` tells whether the head is a plural.
    """

    start: int
    end: int
    head_start: int
    head_end: int
    plural: bool


@dataclass(slots=True)
class Phrase:
    """A noun phrase as token indices: `first` to `last` inclusive, its head `head_first` to `last`."""

    first: int
    last: int
    head_first: int
    plural: bool


def noun_phrase_after(text: str, pos: int, limit: int | None = None) -> NounPhrase | None:
    """The noun phrase that begins at `pos` (spaces before it allowed), or None; it ends before `limit`.

    >>> text = "sent six donated MiG-29 aircraft to Serbia"
    >>> phrase = noun_phrase_after(text, 8)
    >>> text[phrase.start:phrase.end], text[phrase.head_start:phrase.head_end]
    ('donated MiG-29 aircraft', 'aircraft')
    """
    end = min(len(text), pos + _REACH if limit is None else limit)
    tokens = Tokens(text, pos, _whole_words(text, pos, end))
    return _in_text(tokens, phrase_after(tokens, _skip_determiners(tokens, 0)))


def _whole_words(text: str, pos: int, end: int) -> int:
    while pos < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end -= 1
    return end


def _in_text(tokens: Tokens, phrase: Phrase | None) -> NounPhrase | None:
    if phrase is None:
        return None
    return NounPhrase(
        tokens.starts[phrase.first],
        tokens.ends[phrase.last],
        tokens.starts[phrase.head_first],
        tokens.ends[phrase.last],
        phrase.plural,
    )


def _skip_determiners(tokens: Tokens, i: int) -> int:
    while tokens.kind(i) == "determiner":
        i += 1
    return i


@dataclass(slots=True)
class _Unit:
    """One word of a phrase, hyphens and designations joined: `first` to `last` are its tokens."""

    first: int
    last: int
    kind: WordClass
    proper: bool
    possessive: bool = False


def read_unit(tokens: Tokens, i: int) -> _Unit | None:
    """The word at token `i` with all that is joined to it ("MiG-29s", "short-range"), or None."""
    word = tokens.word(i)
    if not word[:1].isalpha() and not (tokens.is_number(i) and _is_designation(tokens, i)):
        return None
    last = _last_joined(tokens, i) if tokens.glued[i + 1] else i
    low = tokens.lows[last]
    possessive = low.endswith(("'s", "s'"))
    proper = word[0].isupper() and not tokens.is_title_case
    if tokens.glued[last + 1] and tokens.words[last + 1] in "’'" and low.endswith("s"):
        last, possessive = last + 1, True
    kind = _joined_class(tokens, i, last) if last > i else word_class(low)
    is_name = kind in _VERBAL and not _opens_as_adverb(tokens, i, kind)
    if last == i and (word == "US" or (proper and (is_name or word in _initials()))):
        kind = "noun"
    return _Unit(i, last, kind, proper, possessive)


@cache
def _initials() -> frozenset[str]:
    """Abbreviations, some of which are other words in small letters: "300 WHO experts", "12 IT firms"."""
    names = load_lexicon("names")
    return frozenset({*map(str.upper, names["abbreviations"]["words"]), *names["acronyms"]})


def _opens_as_adverb(tokens: Tokens, i: int, kind: WordClass) -> bool:
    """Whether a capital is only that of the sentence: "Nearly half a kilometre below", not "Emily won"."""
    return i == 0 and kind == "adverb" and tokens.kind(1) not in _FINITE


def _last_joined(tokens: Tokens, i: int) -> int:
    """The last token of what is joined to the word at token `i`."""
    last = i
    while tokens.glued[last + 1]:
        following = last + 1
        if tokens.words[following][0].isalnum() and not tokens.is_raised(following):
            last = following
        elif (
            tokens.words[following] in "-‑–/&.+"
            and tokens.glued[following + 1]
            and tokens.words[following + 1][0].isalnum()
        ):
            last = following + 1
        else:
            break
    return last


def _is_designation(tokens: Tokens, i: int) -> bool:
    return tokens.is_glued(i + 1) and tokens.is_word(i + 1)


def _joined_class(tokens: Tokens, first: int, last: int) -> WordClass:
    tail = last
    while tail > first and not tokens.words[tail][0].isalpha():
        tail -= 1
    if any(tokens.words[i][0] in DIGITS for i in range(first, last + 1)):
        is_plural = tokens.words[last] == "s" or (last == tail and len(tokens.words[last]) > 2)
        return (
            word_class(tokens.words[last])
            if is_plural and tokens.words[last] != "s"
            else ("plural" if tokens.words[last] == "s" else "noun")
        )
    return "plural" if word_class(tokens.words[tail]) == "plural" else "adjective"


def phrase_after(
    tokens: Tokens,
    i: int,
    *,
    singular: bool = False,
    counted: bool = False,
    nominal: bool = False,
    stop: int | None = None,
) -> Phrase | None:
    """The noun phrase whose first word is token `i` and that ends before token `stop`, or None.

    `singular` says that one thing is meant, so that no "and" joins a second noun; `counted` that many
    are, so that "reports" after the number is no verb; `nominal` that the first word is no verb ("a 5 km
    run").
    """
    first = head_first = head_last = -1
    plural = False
    previous: _Unit | None = None
    stop = tokens.count if stop is None else stop
    if i >= stop:
        return None
    ends = tokens.ends
    limit = _REACH + (ends[i - 1] if i > 0 else tokens.starts[0])
    while i < stop and ends[i] <= limit:
        if (first < 0 or (head_last >= 0 and not nominal)) and _dates(tokens, i):
            break
        unit = read_unit(tokens, i)
        if unit is None:
            step = _over_sign(tokens, i, head_last, plural, previous, singular)
            if step is None:
                break
            i = step
            continue
        if unit.last >= stop:
            break
        if counted and unit.kind == "verb-s" and not plural and not _has_object(tokens, unit):
            unit.kind = "plural"
        if nominal and unit.kind == "verb" and head_last < 0:
            unit.kind = "noun"
        if unit.kind == "conjunction" and first >= 0 and _joins(tokens, unit.first, plural, singular):
            i += 1
            continue
        if counted and first < 0 and unit.kind in _ED and _is_finite(tokens, unit):
            break  # "the other three hit Odesa", "a crowd of 18,452 saw it"
        if head_last >= 0 and unit.kind == "plural" and tokens.word(unit.last + 1) in _MONEY:
            break  # "the screen costs $999"
        if singular and nominal and head_last < 0 and unit.kind == "gerund" and _is_act(tokens, unit):
            unit.kind = "noun"
        goes_on = unit.kind in _NOUNS and not plural
        if not (goes_on or _continues(tokens, unit, head_last >= 0, plural and counted, plural)):
            break
        first = unit.first if first < 0 else first
        if unit.kind in _NOUNS or unit.proper or (unit.kind == "gerund" and head_last >= 0):
            head_first, head_last, plural = unit.first, unit.last, unit.kind == "plural"
        if unit.possessive:
            head_first = head_last = -1
            plural = False
        previous, i = unit, unit.last + 1
    if head_last < 0:
        return None
    return Phrase(first, head_last, head_first, plural)


def _dates(tokens: Tokens, i: int) -> bool:
    """Whether a phrase begins at token `i` that dates what goes before: "rose to 15 last week"."""
    is_dating = tokens.lows[i] in measured_words("dating")
    return is_dating and tokens.low(i + 1) in measured_words("time-nouns")


@cache
def measured_words(table: str) -> frozenset[str]:
    """The forms of a table of measured.toml."""
    return frozenset(load_lexicon("measured")[table]["forms"])


def _has_object(tokens: Tokens, unit: _Unit) -> bool:
    """Whether an article, a pronoun or an adjective after a verb-like word shows it to be a verb."""
    after = unit.last + 1
    if unit.possessive or tokens.is_number(after) or tokens.word(after) in ("$", "€", "£", "¥"):
        return True
    return tokens.kind(after) in ("determiner", "pronoun", "adjective", "number")


def _continues(tokens: Tokens, unit: _Unit, has_noun: bool, plural: bool, after_plural: bool) -> bool:
    """Whether `unit` can stand next in a phrase that has a noun already, or a plural one."""
    kind = unit.kind
    if plural:
        return kind == "plural" and not unit.proper
    if after_plural and kind != "plural":
        return kind == "noun" and not unit.proper and _ends_phrase(tokens, unit.last + 1)
    if kind in _NOUNS:
        return True
    if kind == "adjective":
        return not has_noun or unit.proper or _noun_follows(tokens, unit.last + 1)
    if kind in _ED:
        return not has_noun and _noun_follows(tokens, unit.last + 1)
    if kind == "gerund":
        return not has_noun or _noun_follows(tokens, unit.last + 1)
    if kind == "adverb":
        return not has_noun and _noun_follows(tokens, unit.last + 1)
    return False


def _is_finite(tokens: Tokens, unit: _Unit) -> bool:
    """Whether a past tense right after a number is the verb of those counted, and describes nothing."""
    return tokens.lows[unit.last] in _simple_pasts() or _is_one_name(tokens, unit.last + 1)


@cache
def _simple_pasts() -> frozenset[str]:
    """The past tenses that are no participle: "saw", "took"."""
    return frozenset(
        past for base, (past, participle) in load_lexicon("inflection")["verbs"].items()
        if past not in (base, participle)
    )  # fmt: skip


def _is_act(tokens: Tokens, unit: _Unit) -> bool:
    """Whether a gerund names what was done: "the third fatal sinking on the lake", not "being the best"."""
    after = unit.last + 1
    is_end = not tokens.is_word(after) and not tokens.is_number(after)
    return is_end or tokens.kind(after) in ("preposition", "auxiliary", "relative", "conjunction", "adverb")


def _is_one_name(tokens: Tokens, i: int) -> bool:
    """Whether a name stands at token `i` that is no plural and that no noun follows."""
    unit = read_unit(tokens, i)
    if unit is None or not unit.proper or unit.first != unit.last or unit.kind == "plural":
        return False
    following = read_unit(tokens, i + 1)
    return following is None or not (following.proper or following.kind in _NOUNS)


def _ends_phrase(tokens: Tokens, i: int) -> bool:
    """Whether token `i` goes on after a whole phrase, so that the noun before it is no verb."""
    return tokens.kind(i) in (
        "",
        "past",
        "participle",
        "verb-s",
        "auxiliary",
        "adverb",
        "noun",
        "plural",
    )


def _noun_follows(tokens: Tokens, i: int) -> bool:
    """Whether token `i` begins a noun, with modifiers before it allowed, commas between them too."""
    kind = None
    for _ in range(5):
        if kind == "adjective" and i < len(tokens) and tokens.words[i] == ",":
            i += 1
        unit = read_unit(tokens, i)
        if unit is None:
            return False
        if unit.kind in _NOUNS:
            return True
        if unit.kind == "conjunction" and tokens.lows[i] not in ("and", "or"):
            return False
        if unit.kind not in ("adjective", "past", "participle", "gerund", "conjunction"):
            return False
        kind, i = unit.kind, unit.last + 1
    return False


def _over_sign(
    tokens: Tokens, i: int, head_last: int, plural: bool, previous: _Unit | None, singular: bool
) -> int | None:
    """The token after a sign that a noun phrase may run across, or None."""
    word = tokens.words[i]
    if word in _QUOTES and head_last < 0:
        return i + 1
    if word == "," and head_last < 0 and previous is not None and previous.kind in ("adjective", "past"):
        following = read_unit(tokens, i + 1)
        if following is not None and following.kind in ("adjective", "past", "noun", "gerund"):
            return i + 1
    if tokens.is_number(i) and previous is not None and previous.proper and not plural:
        return i + 1 if _noun_follows(tokens, i + 1) else None
    return None


def _joins(tokens: Tokens, i: int, plural: bool, singular: bool) -> bool:
    """Whether "and" or "or" at `i` joins modifiers of one plural noun ("Kia and Hyundai vehicles")."""
    if tokens.lows[i] not in ("and", "or") or plural or singular:
        return False
    i += 1
    for _ in range(3):
        unit = read_unit(tokens, i)
        if unit is None or unit.possessive:
            return False
        if unit.kind == "plural":
            return True
        if unit.kind not in ("noun", "adjective", "past", "participle", "gerund"):
            return False
        i = unit.last + 1
    return False
