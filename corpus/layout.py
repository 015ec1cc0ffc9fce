"""The paragraphs of a page's article, by its tags alone: for where no better extractor is installed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.data import load_forms
from corpus.lines import folded
from corpus.tokens import tokens_of

_LEAST = 200  # characters of an article
_LINKS = 0.5  # share of a paragraph's characters that stand in links, above which it leads elsewhere
_BESIDE, _APART, _INSIDE = range(3)  # in <nav>, <aside> and the like; in neither; in <article> or <main>


class _Paragraph(NamedTuple):
    text: str
    leads_elsewhere: bool  # most of it are links
    place: int  # _BESIDE, _APART or _INSIDE


def paragraphs_of(html: str) -> list[str]:
    """The paragraphs of the article in the page `html`.

    >>> paragraphs_of("<nav>Home</nav><p>Six <b>died</b>.<p><a href='/x'>More news</a><p>Two fled.")
    ['Six died.', 'Two fled.']
    """
    return _chosen(_paragraphs(html))


def lines_of_page(html: str) -> Iterator[str]:
    """Every line of text of the page `html`, whatever it is part of."""
    return (one.text for one in _paragraphs(html) if one.text)


def _chosen(found: Iterable[_Paragraph]) -> list[str]:
    """Those in the article where they are long enough for one, else those beside no menu, else all."""
    texts, places = [], bytearray()
    for one in found:
        if one.text and not one.leads_elsewhere:
            texts.append(one.text)
            places.append(one.place)
    for least in (_INSIDE, _APART, _BESIDE):
        some = [text for text, place in zip(texts, places, strict=True) if place >= least]
        if sum(map(len, some)) >= _LEAST:
            return some
    return [text for text, place in zip(texts, places, strict=True) if place >= _APART] or texts


def _paragraphs(html: str) -> Iterator[_Paragraph]:
    pieces: list[str] = []
    characters = in_links = inside = beside = 0
    linked = False
    place = _APART
    blocks, passed_over = load_forms("pages")["blocks"], load_forms("pages")["beside"]
    for token in tokens_of(html):
        step = -1 if token.is_end else 1
        if not token.tag:
            pieces.append(token.text)
            length = len(token.text.strip())
            characters += length
            in_links += length * linked
        elif token.tag == "a":
            linked = not token.is_end
        elif token.tag in ("td", "th"):
            pieces.append(" ")
        elif token.tag in blocks or token.tag in passed_over:
            if pieces:
                yield _Paragraph(folded("".join(pieces)), in_links > _LINKS * characters, place)
            inside = max(0, inside + step * (token.tag in ("article", "main")))
            beside = max(0, beside + step * (token.tag in passed_over))
            linked = linked and token.tag != "p"  # a link that is never closed ends with its paragraph
            place = _BESIDE if beside else _INSIDE if inside else _APART
            pieces.clear()
            characters = in_links = 0
    if pieces:
        yield _Paragraph(folded("".join(pieces)), in_links > _LINKS * characters, place)
