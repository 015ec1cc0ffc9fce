"""Lines that are no part of an article by their very words: the phrases of boilerplate.toml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from corpus.data import load_data
from corpus.lines import phrase_words, words_of

_MARKER = re.compile(r"(?:\d{1,2}[.)]|[-*•·–—+>#|▶►→»]+)\s+")
_QUOTES = "\"'“‘«„"
_LONGEST = 600  # characters; a longer line is a paragraph
_LINE_LONGEST = 120  # no whole line of the lexicon is longer, with its numbers written out
_EDGE = 24  # characters that hold the first or the last word
_WHOLE_LONGEST = 300  # a longer line that begins with a phrase goes only as far as its first sentence
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s")
_LABEL = re.compile(r"([^:|]{2,30}?)\s*[:|]\s*\S")
_FULL_STOPS = (".", ".”", '."', ".’", ".)")
_SENTENCE_SHORTEST = 7  # words


@dataclass(frozen=True, slots=True)
class _Start:
    group: str
    phrase: tuple[str, ...]
    needed: tuple[str, ...]  # one of these must be in the line, unless empty
    longest: int | None


@dataclass(frozen=True, slots=True)
class _Phrases:
    lines: Mapping[tuple[str, ...], frozenset[str]]
    starts: Mapping[str, tuple[_Start, ...]]  # by first word
    ends: Mapping[str, tuple[_Start, ...]]  # by last word
    labels: Mapping[tuple[str, ...], str]
    contained: Mapping[str, int]  # and in how many words at most
    prefixes: Mapping[tuple[str, ...], str]
    sections: Mapping[str, str]
    openings: frozenset[str]  # the first words of whole lines and their prefixes


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line was found to be: `end` is how many of its characters go; `sections` what it opens."""

    end: int
    sections: frozenset[str] = frozenset()


def judge_phrase(line: str) -> Verdict | None:
    """Whether `line` is boilerplate by its words; None where it is not.

    >>> judge_phrase("Comments (12)").sections
    frozenset({'tail'})
    >>> judge_phrase("Comments on the bill are due on Oct. 3.")
    """
    if len(line) > _LONGEST:
        return None
    phrases = _load()
    marker = _MARKER.match(line)
    said = line[marker.end() :] if marker else line
    if not _may_match(phrases, said):
        return None
    words = words_of(said)
    if not words:
        return None
    groups = phrases.lines.get(words) or _prefixed(phrases, words)
    if groups:
        return Verdict(len(line), frozenset(phrases.sections.get(group, "") for group in groups) - {""})
    if line[0] in _QUOTES:
        return None
    end = next((end for end in phrases.ends.get(words[-1], ()) if _ends(end, words)), None)
    if end:
        return Verdict(len(line), frozenset((phrases.sections.get(end.group, ""),)) - {""})
    if any(_starts(start, words) for start in phrases.starts.get(words[0], ())):
        return Verdict(_reach(line))
    if _contains(phrases, said, words) or (_is_labelled(phrases, said) and not is_sentence(line)):
        return Verdict(_reach(line))
    return None


def _contains(phrases: _Phrases, line: str, words: tuple[str, ...]) -> bool:
    folded = line.casefold()
    return any(phrase in folded and len(words) <= longest for phrase, longest in phrases.contained.items())


def _is_labelled(phrases: _Phrases, line: str) -> bool:
    label = _label(line)
    return label is not None and words_of(label) in phrases.labels


def _label(line: str) -> str | None:
    """What stands before a colon or a bar near the beginning of `line`."""
    found = _LABEL.match(line) if ":" in line or "|" in line else None
    return found[1] if found else None


def _may_match(phrases: _Phrases, line: str) -> bool:
    """Whether a line begins or ends like a phrase, has a label, or contains a phrase: quick to tell."""
    first = words_of(line[:_EDGE])
    if not first:
        return False
    if len(line) <= _LINE_LONGEST and first[0] in phrases.openings:
        return True
    if any(_may_start(start.phrase, first) for start in phrases.starts.get(first[0], ())):
        return True
    if _label(line) is not None:
        return True
    last = words_of(line[-_EDGE:])
    if last and last[-1] in phrases.ends:
        return True
    folded = line.casefold()
    return any(phrase in folded for phrase in phrases.contained)


def _may_start(phrase: tuple[str, ...], first: tuple[str, ...]) -> bool:
    """Whether `first`, the first words of a line, go with `phrase`; the last of them may be cut short."""
    whole = first[:-1] or first
    return phrase[: len(whole)] == whole[: len(phrase)]


def is_sentence(line: str) -> bool:
    """Whether `line` is long enough for a sentence and ends like one.

    >>> is_sentence("Related: Six die in fire"), is_sentence("Credit: six banks lent three billion less.")
    (False, True)
    """
    return line.endswith(_FULL_STOPS) and len(line.split()) >= _SENTENCE_SHORTEST


def _prefixed(phrases: _Phrases, words: tuple[str, ...]) -> frozenset[str]:
    for length in (1, 2):
        group = phrases.prefixes.get(words[:length])
        if group and group in phrases.lines.get(words[length:], frozenset()):
            return frozenset((group,))
    return frozenset()


def _starts(start: _Start, words: tuple[str, ...]) -> bool:
    if words[: len(start.phrase)] != start.phrase or (start.longest and len(words) > start.longest):
        return False
    spoken = f" {' '.join(words)} "
    return not start.needed or any(f" {needed} " in spoken for needed in start.needed)


def _ends(end: _Start, words: tuple[str, ...]) -> bool:
    return words[-len(end.phrase) :] == end.phrase and not (end.longest and len(words) > end.longest)


def _reach(line: str) -> int:
    stop = _SENTENCE_END.search(line) if len(line) > _WHOLE_LONGEST else None
    return stop.end() if stop else len(line)


def boilerplate_lexicon() -> Mapping[str, Any]:
    """corpus/boilerplate.toml, its groups by name."""
    return load_data("boilerplate")


@cache
def _load() -> _Phrases:
    lines: dict[tuple[str, ...], frozenset[str]] = {}
    starts: dict[str, tuple[_Start, ...]] = {}
    ends: dict[str, tuple[_Start, ...]] = {}
    labels, prefixes, sections = {}, {}, {}
    contained: dict[str, int] = {}
    for group, table in boilerplate_lexicon().items():
        needed = tuple(" ".join(phrase_words(word)) for word in table.get("words", ()))
        for phrase in map(phrase_words, table.get("lines", ())):
            lines[phrase] = lines.get(phrase, frozenset()) | {group}
        for phrase in map(phrase_words, table.get("starts", ())):
            start = _Start(group, phrase, needed, table.get("longest"))
            starts[phrase[0]] = (*starts.get(phrase[0], ()), start)
        for phrase in map(phrase_words, table.get("ends", ())):
            end = _Start(group, phrase, (), table.get("longest"))
            ends[phrase[-1]] = (*ends.get(phrase[-1], ()), end)
        contained.update({phrase: table.get("longest", _LONGEST) for phrase in table.get("contains", ())})
        labels.update({phrase_words(label): group for label in table.get("labels", ())})
        prefixes.update({phrase_words(prefix): group for prefix in table.get("prefixes", ())})
        sections[group] = table.get("section", "")
    return _Phrases(
        lines=MappingProxyType(lines),
        starts=MappingProxyType(starts),
        ends=MappingProxyType(ends),
        labels=MappingProxyType(labels),
        contained=MappingProxyType(contained),
        prefixes=MappingProxyType(prefixes),
        sections=MappingProxyType(sections),
        openings=frozenset(phrase[0] for phrase in (*lines, *prefixes)),
    )
