"""What stays in a text and is not read: front matter, code, comments, links' targets, tags, hidden digits."""

import re
from collections.abc import Iterator
from heapq import merge

from corpus.frontmatter import front_matter_end
from corpus.hidden import hidden_spans

_FENCE = re.compile(r"^[ ]{0,3}(```+|~~~+)[^\n`]*$", re.MULTILINE)
_CODE = re.compile(r"(?<![`\w])`[^`'\s](?:[^`'\n]{0,80}[^`'\s])?`(?![`\w])")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\)")
_TARGET = re.compile(
    r"(?<=\])\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s\"[^\"\n]{0,200}\")?\)"
)
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[[^\[\]\n]{1,100}\]:[ \t]*<?(?:https?:|mailto:|/|\.|#)[^\n]{0,1000}$", re.MULTILINE
)
_TAGS = (
    "a|abbr|aside|b|big|blockquote|br|center|cite|code|del|details|div|em|embed|figcaption|figure|font|footer"
    "|h[1-6]|header|hr|i|iframe|img|ins|li|link|mark|nav|ol|p|picture|pre|q|s|script|section|small|source|span"
    "|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul|video"
)
_TAG = re.compile(rf"</?(?:{_TAGS})\b[^<>\n]{{0,1000}}>", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"“”]{1,2000}(?<![.,;:!?)\]'’])")
_PATTERNS = (  # each behind what a text without such markup lacks
    ("`", _CODE),
    ("![", _IMAGE),
    ("](", _TARGET),
    ("]:", _DEFINITION),
    (">", _TAG),
    ("://", _ADDRESS),
    ("www.", _ADDRESS),
)


def markup_spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans of `text` that are markup, in order; they may lie in one another.

    >>> text = "Six [jets](https://example.org/2019) came."
    >>> [text[start:end] for start, end in markup_spans(text)]
    ['(https://example.org/2019)', 'https://example.org/2019']
    """
    patterns = dict.fromkeys(pattern for sign, pattern in _PATTERNS if sign in text)
    front = front_matter_end(text)
    return merge(
        [(0, front)] * (front > 0),
        *(map(re.Match.span, pattern.finditer(text)) for pattern in patterns),
        _fenced(text),
        _commented(text),
        hidden_spans(text),
    )


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Blocks of code; a fence that is never closed fences nothing."""
    if "```" not in text and "~~~" not in text:
        return
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence[1].startswith(opened[1]):
            yield opened.start(), fence.end()
            opened = None


def _commented(text: str) -> Iterator[tuple[int, int]]:
    """HTML comments; one that is never closed is none."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        yield start, end + 3
        start = text.find("<!--", end + 3)
