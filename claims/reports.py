"""Reports: the verbs of saying of a sentence, whose they are, and what they cover."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claims.grammar import Token
from claims.lexicon import load_lexicon
from claims.words import verb_forms

_SUBJECT = 16  # tokens of a subject with its phrases
_INSERTED = 14  # tokens between two commas behind a subject
_QUOTES = frozenset('“”"')
_BEFORE_NOUN = frozenset({"preposition", "determiner", "possessive", "number"})
_CLAUSE_ENDS = frozenset(
    {
        "stop",
        "subordinator",
        "relative",
        "report",
        "be",
        "have",
        "modal",
        "do",
        "plain",
        "change",
        "verb",
        "dash",
    }
)


class Report(NamedTuple):
    """A verb of saying in a sentence: its token, its subject's tokens, and how far what is said may reach."""

    verb: int
    subject: tuple[int, int]
    first: int
    last: int


@cache
def _verbs(kind: str) -> frozenset[str]:
    return frozenset(form for verb in load_lexicon("attribution")["verbs"][kind] for form in verb_forms(verb))


@cache
def attribution_words(key: str) -> frozenset[str]:
    """The words of one list of phrases of claims/lexicon/attribution.toml."""
    return frozenset(load_lexicon("attribution")["phrases"][key])


@cache
def report_words() -> frozenset[str]:
    """The words of which a sentence that tells who says something has one."""
    return attribution_words("by") | _verbs("saying") | _verbs("with_clause")


def find_reports(tokens: Sequence[Token]) -> Iterator[Report]:
    """The verbs of saying and the "according to" of a sentence, with whose they are and what they cover."""
    clause = 0
    by, saying, with_clause = attribution_words("by"), _verbs("saying"), _verbs("with_clause")
    for index, token in enumerate(tokens):
        word = token.word
        if word in (";", ":"):
            clause = index + 1
        found = _according(tokens, index) if word in by else None
        if found is None and (word in saying or word in with_clause) and token.tag != "name":
            found = _report(tokens, index)
        if found:
            yield found._replace(first=max(clause, found.first))


def _according(tokens: Sequence[Token], index: int) -> Report | None:
    """ "According to the mayor", "citing a report", "as cited by her office": it covers its whole clause."""
    start = index + 1
    if tokens[index].word in attribution_words("before_to") and (
        start >= len(tokens) or tokens[start].word != "to"
    ):
        return None
    if tokens[index].word in attribution_words("before_by") and (
        start >= len(tokens) or tokens[start].word != "by"
    ):
        return None
    if start < len(tokens) and tokens[start].word in ("to", "by"):
        start += 1
    end = _phrase_end(tokens, start)
    return Report(index, (start, end), 0, len(tokens)) if end > start else None


def _phrase_end(tokens: Sequence[Token], start: int) -> int:
    """The end of the noun phrase, with its prepositional phrases, that begins at `start`."""
    index = start
    while index < min(len(tokens), start + _SUBJECT):
        tag = tokens[index].tag
        if tag in _CLAUSE_ENDS or tag in ("comma", "coordinator") or (tag == "number" and index > start):
            break
        index += 1
    return index


def _report(tokens: Sequence[Token], verb: int) -> Report | None:
    if _is_passive(tokens, verb) or _is_noun(tokens, verb) or tokens[verb - 1].tag in _BEFORE_NOUN:
        return None
    if tokens[verb].word.endswith("ing"):
        return _of_participle(tokens, verb)
    subject = _subject(tokens, verb)
    if _is_inverted(tokens, verb) and not (subject and is_set_off(tokens, subject, verb)):
        return _inverted(tokens, verb)
    if subject is None:
        return None
    first = subject[0]
    follows = first > 0 and (tokens[first - 1].tag == "comma" or tokens[first - 1].word in _QUOTES)
    if follows and tokens[verb].word not in _verbs("saying") and not _ends_clause(tokens, verb + 1):
        return None
    if not follows and tokens[verb].word not in _verbs("saying") and not opens_clause(tokens, verb + 1):
        return None
    reach = _relative_end(tokens, verb) if first > 0 and tokens[first].tag == "relative" else len(tokens)
    return Report(verb, subject, 0 if follows else verb, reach)


def _is_passive(tokens: Sequence[Token], verb: int) -> bool:
    index = verb - 1
    while index >= 0 and tokens[index].tag in ("adverb", "negator"):
        index -= 1
    return index >= 0 and (tokens[index].tag == "be" or tokens[index].tag in ("determiner", "number"))


def _is_noun(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a form that may be a noun ("reports", "claim") is no verb here."""
    if tokens[verb].word not in attribution_words("also_nouns"):
        return False
    before = tokens[verb - 1] if verb else None
    if before is None or before.tag in ("preposition", "determiner", "possessive", "number", "hyphen"):
        return True
    if before.tag in ("modal", "do", "pronoun") or opens_clause(tokens, verb + 1):
        return False
    is_last = verb + 2 >= len(tokens) and before.tag in ("name", "word")
    return not is_last or tokens[verb].word in attribution_words("never_last")


def _of_participle(tokens: Sequence[Token], verb: int) -> Report | None:
    """ "A call from the ship saying", "quoted the mayor as saying"; a comma leaves open who says so."""
    last = verb - 1 if verb and tokens[verb - 1].word == "as" else verb
    first = last
    while first > max(0, last - _SUBJECT):
        tag = tokens[first - 1].tag
        if tag in _CLAUSE_ENDS or tag in ("comma", "coordinator", "preposition"):
            break
        first -= 1
    return Report(verb, (first, last), verb, len(tokens)) if first < last else None


def _is_inverted(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the subject stands behind the verb: “...,” said the mayor."""
    if tokens[verb].word not in _verbs("inverted") or verb == 0 or verb + 1 >= len(tokens):
        return False
    if tokens[verb + 1].tag not in ("name", "determiner", "word"):
        return False
    return tokens[verb - 1].tag == "comma" or tokens[verb - 1].word in _QUOTES


def _inverted(tokens: Sequence[Token], verb: int) -> Report:
    """The report of "...,” said the mayor": of what follows, only what is no apposition to the mayor."""
    end = _phrase_end(tokens, verb + 1)
    after = tokens[end + 1].tag if end + 1 < len(tokens) and tokens[end].tag == "comma" else "stop"
    is_apposition = after in (
        "relative",
        "number",
        "determiner",
        "possessive",
        "word",
        "name",
        "approximator",
    )
    return Report(verb, (verb + 1, end), 0, verb if is_apposition else len(tokens))


def is_set_off(tokens: Sequence[Token], subject: tuple[int, int], verb: int) -> bool:
    """Whether an apposition in commas stands between `subject` and `verb`: "Roe, the mayor, said"."""
    first, last = subject
    return (
        last < verb - 1
        and tokens[last].tag == "comma"
        and tokens[first].tag not in ("adverb", "subordinator")
    )


def _ends_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing but a time or another clause follows: "..., the jury found on Monday"."""
    if index >= len(tokens) or opens_clause(tokens, index):
        return True
    return tokens[index].tag in ("stop", "comma", "date", "adverb", "coordinator") or _is_time(tokens, index)


def opens_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a clause begins at `index`: "that", a quotation, or a subject rather than a number."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    return token.word in ("that", "“", '"', ":") or token.word in attribution_words("subjects")


def _relative_end(tokens: Sequence[Token], verb: int) -> int:
    return next((i for i in range(verb, len(tokens)) if tokens[i].tag == "comma"), len(tokens))


def _subject(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The tokens of the subject of the verb at `verb`, without what is inserted behind it."""
    last = verb
    while last > 0 and (
        tokens[last - 1].tag in ("adverb", "have", "negator", "do", "modal") or _is_time(tokens, last - 1)
    ):
        last -= 1
    if last > 0 and tokens[last - 1].tag == "comma":
        last = _before_inserted(tokens, last - 1)
    first = last
    while first > max(0, last - _SUBJECT):
        tag = tokens[first - 1].tag
        is_said = tokens[first - 1].word in _verbs("saying") and tag != "name"
        if is_said or tag in _CLAUSE_ENDS or tag in ("comma", "coordinator"):
            break
        first -= 1
    if (
        first > 1
        and first < last
        and tokens[first - 1].tag == "coordinator"
        and not _has_name(tokens, first, last)
    ):
        return _coordinated(tokens, first, last)
    while first < last and (tokens[first].tag == "preposition" or _is_time(tokens, first)):
        first = _after_opening(tokens, first, last)
    return (first, last) if first < last else None


def _has_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(token.tag in ("name", "pronoun") for token in tokens[first:last])


def _coordinated(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """ "The police and prosecutors"; None where "and" joins only the end of a longer phrase."""
    start = first
    while start > max(0, first - _SUBJECT):
        tag = tokens[start - 1].tag
        if tag == "preposition":
            return None
        if tag in _CLAUSE_ENDS or tag == "comma":
            break
        start -= 1
    if tokens[start].tag == "coordinator":
        return first, last
    return start, last


def _is_time(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.tag == "date" or token.word in attribution_words("times"):
        return True
    beside = tokens[index + 1].word if index + 1 < len(tokens) else ""
    before = tokens[index - 1].word if index else ""
    if token.tag == "number":
        return before in attribution_words("times")
    return token.word in ("on", "in", "at") and beside in attribution_words("times")


def _after_opening(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token behind a time or a prepositional phrase that opens the clause: "On Monday police"."""
    index = first + 1
    while index < last and _is_time(tokens, index):
        index += 1
    if tokens[first].tag == "preposition" and index == first + 1:
        return next(
            (i for i in range(first + 1, last) if tokens[i].tag == "determiner" and i > first + 1), last
        )
    return index


def _before_inserted(tokens: Sequence[Token], comma: int) -> int:
    """The comma that opens the apposition which `comma` closes: "Jane Roe, the mayor, said"."""
    for index in range(comma - 1, max(-1, comma - _INSERTED), -1):
        if tokens[index].tag == "comma":
            return index
        if tokens[index].word in (";", ":", "“", "”"):
            break
    return comma
