"""Boilerplate: what stands in a text round the article itself, so that no claim is read from it."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import merge
from itertools import islice

from corpus.bylines import is_author_note
from corpus.credits import credit_start, is_bare_caption, is_stamp
from corpus.lines import Line, paragraph_at, paragraphs_of
from corpus.markup import markup_spans
from corpus.phrases import judge_phrase
from corpus.spans import Span, Spans

_LINK = re.compile(r"\[([^\[\]\n]{0,500})\]\([^()\s]{0,1000}\)")
_PROSE_SHORTEST = 60  # characters of a line that counts as a paragraph of the article
_ARTICLE_SHORTEST = 3  # paragraphs before a heading can end the article
_LIST_LONGEST = 40  # lines under one heading
_LINK_LONGEST = 25  # words; a longer line is no headline
_NEAR_TOP = 6  # lines in which a bare date is a time stamp
_NEAR_END = 4  # paragraphs in which an author is presented
_KEPT_LONGEST = 20_000  # characters of a text whose spans are kept, for memory's sake
_STOPS = (".", "!", "?", '."', ".”", ".’", "!”", "?”", '!"', '?"', ".)", ".'", ".*", "._")


def boilerplate_spans(text: str) -> Spans:
    """The spans of `text` that are no part of the article, in order and apart from each other.

    Prompts to subscribe and share, readers' comments, widgets, lists of related stories, captions and
    credits, reprint and copyright notices, bylines and authors' notes; front matter, code, comments and
    targets of links of Markdown; addresses. Offsets are code points, ends exclusive.

    >>> text = "Six jets came.\\n\\nShare this article"
    >>> [text[start:end] for start, end in boilerplate_spans(text)]
    ['Share this article']
    """
    return _kept_spans(text) if len(text) <= _KEPT_LONGEST else _spans(text)


@lru_cache(maxsize=128)
def _kept_spans(text: str) -> Spans:
    """Several stages ask for the same article; a draft is checked against few."""
    return _spans(text)


def _spans(text: str) -> Spans:
    markup = Spans(_merged(markup_spans(text)))
    found, told = _line_spans(_outside(markup, text))
    return Spans(_merged(merge(markup, found, _note_spans(text, told))))


def without_boilerplate(text: str) -> str:
    """What of `text` is the article, its boilerplate cut out."""
    pieces = []
    start = 0
    for span_start, span_end in boilerplate_spans(text):
        pieces.append(text[start:span_start])
        start = span_end
    return "".join([*pieces, text[start:]])


def _line_spans(lines: Iterator[Line]) -> tuple[Spans, Spans]:
    """What of the lines is boilerplate, and the lines of the article."""
    found, told = Spans(), Spans()
    paragraphs = listed = 0
    for number, line in enumerate(lines):
        prose = _is_prose(line.text)
        plain = _LINK.sub(r"\1", line.text) if "](" in line.text else line.text
        verdict = judge_phrase(plain)
        if verdict:
            if "tail" in verdict.sections and paragraphs >= _ARTICLE_SHORTEST:
                found.append(line.start, _last(lines, line).end)
                break
            found.append(line.start, line.end - len(plain) + verdict.end)
            listed = _LIST_LONGEST if "list" in verdict.sections else listed
            continue
        if listed and _is_listed(line.text):
            listed -= 1
            found.append(line.start, line.end)
            continue
        listed = 0
        is_above = number < _NEAR_TOP and not paragraphs
        start = 0 if _is_whole(number, line.text, is_above=is_above) else credit_start(line.text)
        if start is not None:
            found.append(line.start + start, line.end)
        if start != 0:
            told.append(line.start, line.end)
            paragraphs += prose
    return found, told


def _last(lines: Iterator[Line], line: Line) -> Line:
    """The last of the lines that follow, `line` where none does."""
    return next(iter(deque(lines, maxlen=1)), line)


def _is_whole(number: int, line: str, *, is_above: bool) -> bool:
    return is_stamp(line, near_top=is_above) or (number > 0 and is_bare_caption(line))


def _note_spans(text: str, told: Spans) -> Iterator[Span]:
    """The lines near the end of the article that present its author."""
    for place in range(max(1, len(told) - _NEAR_END), len(told)):
        start, end = told[place]
        before = (paragraph_at(text, *span).text for span in islice(told, place))
        if is_author_note(paragraph_at(text, start, end).text, before):
            yield Span(start, end)


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE_SHORTEST and line.endswith(_STOPS)


def _is_listed(line: str) -> bool:
    """Whether `line` may be a headline or a post under a heading: no sentence of an article."""
    words = len(line.split())
    finished = line.endswith((".", ".”", '."', ".’", ".)"))
    return words < _LINK_LONGEST and not (finished and words > 3) and line[0] not in '“"‘'


def _outside(spans: Spans, text: str) -> Iterator[Line]:
    """The lines of `text` that do not lie wholly in one of `spans`."""
    for line in paragraphs_of(text):
        span = spans.last_from(line.start)
        if span is None or span.end < line.end:
            yield line


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """`spans`, which come in order, without those that lie in or touch the one before."""
    known: Span | None = None
    for start, end in spans:
        if known is not None and start <= known.end:
            known = Span(known.start, max(known.end, end))
            continue
        if known is not None:
            yield known
        known = Span(start, end)
    if known is not None:
        yield known
