"""The paragraphs of a page's article, by its tags alone: for where no better extractor is installed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.data import load_forms
from corpus.tokens import tokens_of

_LEAST = 200  # characters of an article
_LINKS = 0.5  # share of a paragraph's characters that stand in links, above which it leads elsewhere


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    is_inside: bool = False  # in <article> or <main>
    is_beside: bool = False  # in <nav>, <aside> and the like


def paragraphs_of(html: str) -> list[str]:
    """The paragraphs of the article in the page `html`.

    >>> paragraphs_of("<nav>Home</nav><p>Six <b>died</b>.<p><a href='/x'>More news</a><p>Two fled.")
    ['Six died.', 'Two fled.']
    """
    return _chosen(list(_paragraphs(html)))


def lines_of_page(html: str) -> list[str]:
    """Every line of text of the page `html`, whatever it is part of."""
    lines = (" ".join("".join(one.pieces).split()) for one in _paragraphs(html))
    return [line for line in lines if line]


def _chosen(found: list[_Paragraph]) -> list[str]:
    beside_nothing = [one for one in found if not one.is_beside]
    inside = [one for one in beside_nothing if one.is_inside]
    texts = [_texts(inside), _texts(beside_nothing), _texts(found)]
    long = (some for some in texts if sum(map(len, some)) >= _LEAST)
    return next(long, None) or texts[1] or texts[2]


def _texts(paragraphs: list[_Paragraph]) -> list[str]:
    texts = (" ".join("".join(one.pieces).split()) for one in paragraphs if not _leads_elsewhere(one))
    return [text for text in texts if text]


def _leads_elsewhere(paragraph: _Paragraph) -> bool:
    length = sum(len(piece.strip()) for piece in paragraph.pieces)
    return paragraph.linked > _LINKS * length


def _paragraphs(html: str) -> Iterator[_Paragraph]:
    paragraph = _Paragraph()
    inside = beside = 0
    linked = False
    blocks, passed_over = load_forms("pages")["blocks"], load_forms("pages")["beside"]
    for token in tokens_of(html):
        step = -1 if token.is_end else 1
        if not token.tag:
            paragraph.pieces.append(token.text)
            paragraph.linked += len(token.text.strip()) * linked
        elif token.tag == "a":
            linked = not token.is_end
        elif token.tag in ("td", "th"):
            paragraph.pieces.append(" ")
        elif token.tag in blocks or token.tag in passed_over:
            if paragraph.pieces:
                yield paragraph
            inside = max(0, inside + step * (token.tag in ("article", "main")))
            beside = max(0, beside + step * (token.tag in passed_over))
            linked = linked and token.tag != "p"  # a link that is never closed ends with its paragraph
            paragraph = _Paragraph(is_inside=inside > 0, is_beside=beside > 0)
    if paragraph.pieces:
        yield paragraph
