"""The headline that a bare text opens with."""

import re
from dataclasses import replace
from itertools import islice

from corpus.article import Article
from corpus.boilerplate import boilerplate_spans
from corpus.lines import lines_of, words_of

_LONGEST = 200  # characters; the longest headlines of the tabloids stay below
_TITLE_LONGEST = 2_000  # characters that are compared word by word
_FEWEST, _MOST = 2, 35  # words
_FIRST_CHARACTERS = 5_000  # no prompts and front matter before a headline are longer
_DATELINE = re.compile(r"[A-Z][^()]{0,80}\([A-Za-z /]{2,30}\)\s*[-–—]")
_HEADING = re.compile(r"#{1,2}\s+(\S.*?)\s*#*")
_OPENING_LINES = 5  # of a body in which its headline may stand
_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})([^*_].*[^*_])\1")
_UNDERLINE = re.compile(r"={3,}|-{3,}")  # of a heading, in Markdown and in plain text
_UNFINISHED = (",", ";", ":", "-", "–", "—", ".", "…")
_ABBREVIATED = re.compile(r"\b[A-Z]\.[A-Z]\.$")


def find_headline(text: str) -> str | None:
    """The first line of `text` that is no boilerplate, where it reads like a headline; else None.

    >>> find_headline("Six die in harbour fire\\n\\nSix people died on Monday.")
    'Six die in harbour fire'
    >>> find_headline("Six people died on Monday.\\n\\nThey were asleep.")
    """
    lines = _first_lines(text)
    if len(lines) < 2:
        return None
    first, second = lines[0], lines[1]
    heading = _HEADING.fullmatch(first)
    if heading:
        return _plain(heading[1])
    if _UNDERLINE.fullmatch(second):
        return _plain(first)
    words = first.split()
    if len(first) > _LONGEST or not _FEWEST <= len(words) <= _MOST:
        return None
    if first.endswith(_UNFINISHED) and not _ABBREVIATED.search(first):
        return None
    if _DATELINE.match(first) or second[:1].islower():
        return None
    return _plain(first)


def _first_lines(text: str) -> list[str]:
    """The first two lines of the article in `text`, fewer where it has not as many."""
    head = text[:_FIRST_CHARACTERS]
    spans = boilerplate_spans(head)
    found: list[str] = []
    for line in lines_of(head):
        if not any(start <= line.start < end for start, end in spans):
            found.append(line.text)
        if len(found) == 2:
            break
    return found


def _plain(heading: str) -> str:
    """`heading` without Markdown's emphasis and links."""
    heading = re.sub(r"\[([^\[\]]{1,200})\]\([^()\s]{0,1000}\)", r"\1", heading)
    emphasised = _EMPHASISED.fullmatch(heading)
    return emphasised[2] if emphasised else heading


def with_headline(article: Article) -> Article:
    """`article`, the text of which came without its layout, with its title as first paragraph if it lacks it.

    >>> with_headline(Article(id="", text="Two fled.", title="Six die")).text
    'Six die\\n\\nTwo fled.'
    """
    if article.title is None:
        return replace(article, title=find_headline(article.text))
    if _opens_with(article.text, article.title):
        return article
    return replace(article, text=f"{article.title}\n\n{article.text}")


def _opens_with(text: str, title: str) -> bool:
    """Whether one of the first lines of `text` says what `title` does, if that says anything."""
    if len(title) > _TITLE_LONGEST:
        return text.startswith(title)
    words = words_of(title)
    opening = (line.text for line in islice(lines_of(text), _OPENING_LINES))
    return not words or any(words_of(line) == words for line in opening if len(line) <= _TITLE_LONGEST)
