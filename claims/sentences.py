"""Sentences: a text's spans between full stops, question marks and the ends of paragraphs."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from claims.lexicon import load_lexicon
from corpus.lines import WRAP_LONGEST, WRAP_SHORTEST
from corpus.spans import Span, Spans

_STOP = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]*+(?=\s)")
_LAST_WORD = re.compile(r"[^\W\d_][\w.]*$")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_NEXT_WORD = re.compile(r"\s*[\"'“‘«(\[]*([\w’']+)?")
_LONGEST_ABBREVIATION = 12  # characters looked back over; keeps the scan linear
_LONGEST = 1_000  # characters; of 4,700 sentences of news the longest had 405
_CLAUSE_END = re.compile(r"(?s:.*)(?<=[,;])(?=\s)")  # the last one, as is that of a word
_WORD_END = re.compile(r"(?s:.*)(?=\s)")
_SPACE = re.compile(r"\s")
_ENDS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"  # of lines, as str.splitlines has them
_LINE = re.compile(rf"\S[^{_ENDS}]*")
_BLANK_LINE = re.compile(rf"(?>\r\n|[{_ENDS}])[^\S{_ENDS}]*[{_ENDS}]")


@cache
def _forms(table: str) -> frozenset[str]:
    return frozenset(load_lexicon("abbreviations")[table]["forms"])


@cache
def _abbreviations() -> frozenset[str]:
    return _forms("before-name") | _forms("before-number") | _forms("anywhere")


@lru_cache(maxsize=1)  # of one article they are asked for by each finder in turn
def split_sentences(text: str) -> Spans:
    """The sentences of `text` in order, without the white space round them.

    A line break ends a sentence, unless the text is hard-wrapped, where only a blank or short line does.
    What runs on for more than a thousand characters is a list or no prose: it is cut behind a comma, else
    between words; a "word" longer than that belongs to no sentence.

    >>> text = "The U.S. ordered six on Oct. 3. Two came."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['The U.S. ordered six on Oct. 3.', 'Two came.']
    """
    return Spans(piece for span in _sentences(text) for piece in _pieces(text, *span))


def _sentences(text: str) -> Iterator[Span]:
    for paragraph in _paragraphs(text):
        start = paragraph.start
        for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
            if _ends_sentence(text, stop.start(), stop.end()):
                yield _trimmed(text, start, stop.end())
                start = stop.end()
        yield _trimmed(text, start, paragraph.end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence itself, or where it is too long for one, pieces of it; none of an empty one."""
    while end - start > _LONGEST:
        window = start, start + _LONGEST
        if found := _CLAUSE_END.match(text, *window) or _WORD_END.match(text, *window):
            stop = found.end()
            yield Span(start, stop)
        else:
            space = _SPACE.search(text, start, end)
            stop = space.start() if space else end
        start = _trimmed(text, stop, end).start
    if start < end:
        yield Span(start, end)


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold anything but white space, without what stands at their ends."""
    return (Span(found.start(), found.start() + len(found[0].rstrip())) for found in _LINE.finditer(text))


def _paragraphs(text: str) -> Iterator[Span]:
    """The lines; of hard-wrapped text, its paragraphs."""
    if not _is_hard_wrapped(text):
        yield from _lines(text)
        return
    paragraph: Span | None = None
    runs_on = False
    for line in _lines(text):
        if paragraph is not None and runs_on and _touch(text, paragraph, line):
            paragraph = Span(paragraph.start, line.end)
        else:
            if paragraph is not None:
                yield paragraph
            paragraph = line
        runs_on = line.end - line.start >= WRAP_SHORTEST
    if paragraph is not None:
        yield paragraph


def _touch(text: str, line: Span, following: Span) -> bool:
    """Whether no blank line stands between two lines."""
    return following.start - line.end == 1 or not _BLANK_LINE.search(text, line.end, following.start)


def _is_hard_wrapped(text: str) -> bool:
    """Whether lines are as long as a page is wide: several of them, or few that go on in small letters."""
    inner = full = 0
    goes_on = False
    before: Span | None = None
    for line in _lines(text):
        if line.end - line.start > WRAP_LONGEST:
            return False
        if before is not None and _touch(text, before, line):
            inner += 1
            full += before.end - before.start >= WRAP_SHORTEST
            goes_on = goes_on or text[line.start].islower()
        before = line
    return inner > 0 and full >= 0.7 * inner and (inner >= 4 or goes_on)


def _ends_sentence(text: str, stop: int, end: int) -> bool:
    following = _NEXT_WORD.match(text, end)
    word = following[1] if following else None
    if word is None:
        return True
    if word[0].islower():
        return False
    if text[stop:end].rstrip("\"'”’»)]") != ".":
        return True
    before = _LAST_WORD.search(text[max(0, stop - _LONGEST_ABBREVIATION) : stop])
    last = before[0].casefold() if before else ""
    if last not in _abbreviations() and len(last) > 1 and "." not in last:
        return True
    if last in _forms("before-name") or (last in _forms("before-number") and word[0].isdigit()):
        return False
    is_initial = len(last) == 1 and last.isalpha() and before is not None and before[0].isupper()
    if is_initial or last in _forms("anywhere") or _DOTTED.fullmatch(last):
        return word.casefold() in _forms("sentence-openers")
    return True


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
