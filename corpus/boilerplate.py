"""Boilerplate: what stands in a text round the article itself, so that no claim is read from it."""

import re
from bisect import bisect_right
from functools import lru_cache

from corpus.bylines import is_author_note
from corpus.credits import credit_start, is_bare_caption, is_stamp
from corpus.lines import Line, paragraphs_of
from corpus.markup import markup_spans
from corpus.phrases import judge_phrase

Spans = list[tuple[int, int]]

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
    return list(_kept_spans(text)) if len(text) <= _KEPT_LONGEST else _spans(text)


@lru_cache(maxsize=128)
def _kept_spans(text: str) -> Spans:
    """Several stages ask for the same article; a draft is checked against few."""
    return _spans(text)


def _spans(text: str) -> Spans:
    markup = _merged(markup_spans(text))
    return _merged(markup + _line_spans(_outside(markup, text)))


def without_boilerplate(text: str) -> str:
    """What of `text` is the article, its boilerplate cut out."""
    pieces = []
    start = 0
    for span_start, span_end in boilerplate_spans(text):
        pieces.append(text[start:span_start])
        start = span_end
    return "".join([*pieces, text[start:]])


def _line_spans(lines: list[Line]) -> Spans:
    spans: Spans = []
    told: list[Line] = []  # the lines of the article so far
    paragraphs = listed = 0
    for number, line in enumerate(lines):
        prose = _is_prose(line.text)
        plain = _LINK.sub(r"\1", line.text) if "](" in line.text else line.text
        verdict = judge_phrase(plain)
        if verdict:
            cut = len(plain) - verdict.end
            spans.append((line.start, line.end - cut))
            if "tail" in verdict.sections and paragraphs >= _ARTICLE_SHORTEST:
                spans.append((line.start, lines[-1].end))
                break
            listed = _LIST_LONGEST if "list" in verdict.sections else listed
            continue
        if listed and _is_listed(line.text):
            listed -= 1
            spans.append((line.start, line.end))
            continue
        listed = 0
        is_above = number < _NEAR_TOP and not paragraphs
        start = 0 if _is_whole(number, line.text, is_above=is_above) else credit_start(line.text)
        if start is not None:
            spans.append((line.start + start, line.end))
        if start != 0:
            told.append(line)
            paragraphs += prose
    return spans + _note_spans(told)


def _is_whole(number: int, line: str, *, is_above: bool) -> bool:
    return is_stamp(line, near_top=is_above) or (number > 0 and is_bare_caption(line))


def _note_spans(told: list[Line]) -> Spans:
    """The lines near the end of the article that present its author."""
    spans: Spans = []
    for place in range(max(1, len(told) - _NEAR_END), len(told)):
        line = told[place]
        if is_author_note(line.text, "\n".join(before.text for before in told[:place])):
            spans.append((line.start, line.end))
    return spans


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE_SHORTEST and line.endswith(_STOPS)


def _is_listed(line: str) -> bool:
    """Whether `line` may be a headline or a post under a heading: no sentence of an article."""
    words = len(line.split())
    finished = line.endswith((".", ".”", '."', ".’", ".)"))
    return words < _LINK_LONGEST and not (finished and words > 3) and line[0] not in '“"‘'


def _outside(spans: Spans, text: str) -> list[Line]:
    """The lines of `text` that do not lie wholly in one of `spans`."""
    starts = [start for start, _ in spans]
    lines = []
    for line in paragraphs_of(text):
        place = bisect_right(starts, line.start) - 1
        if place < 0 or spans[place][1] < line.end:
            lines.append(line)
    return lines


def _merged(spans: Spans) -> Spans:
    merged: Spans = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
