"""The draft as it reads, each claim marked with its assessment and linked to the evidence."""

import re
from collections.abc import Iterator

from factcheck.model import DraftCheck, DraftClaim
from factcheck.report._html.index import ASSESSMENTS, Index, anchor
from factcheck.report._html.markup import Markup, join, language_of, symbol, tag, unseen

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_SPELT = frozenset({"contradicted", "inconsistent", "outdated"})  # the mark says the word, not only the sign


def draft_section(index: Index) -> Markup:
    """The whole draft; "" where the report is not of one."""
    draft = index.report.draft
    if draft is None:
        return Markup()
    found = {one.assessment for one in draft.claims}
    legend = (
        tag(
            "li",
            tag("span", symbol(kind.symbol), f" {kind.title}", class_=f"mark {name}"),
            f": {kind.meaning}",
        )
        for name, kind in ASSESSMENTS.items()
        if name in found
    )
    return tag(
        "section",
        tag("h2", "Draft", id="draft-title"),
        tag("ul", *legend, class_="legend"),
        tag(
            "div",
            *_paragraphs(draft, index),
            class_="text",
            dir="auto",
            lang=language_of(draft.article.language),
        ),
        id="draft",
        aria_labelledby="draft-title",
        tabindex="0",
    )


def _paragraphs(draft: DraftCheck, index: Index) -> Iterator[Markup]:
    """Paragraphs are parted by empty lines; their own line breaks stay."""
    text = draft.article.text
    marks = sorted(enumerate(draft.claims, 1), key=lambda pair: pair[1].claim.start)
    position = 0
    for found in _PARAGRAPH.finditer(text):
        parts: list[Markup] = []
        start, end = found.span()
        while position < len(marks) and marks[position][1].claim.start < end:
            number, one = marks[position]
            parts.append(_lines(text[start : max(start, one.claim.start)]))
            # A claim that begins inside the one before gets what is left of it.
            begin, start = max(start, one.claim.start), min(max(start, one.claim.end), end)
            parts.append(_mark(number, one, text[begin:start], index))
            position += 1
        parts.append(_lines(text[start:end]))
        yield tag("p", *parts)


def _lines(text: str) -> Markup:
    return join(text.split("\n"), Markup("\n"))


def _mark(number: int, one: DraftClaim, words: str, index: Index) -> Markup:
    """The claim's words, its assessment as sign and word, and the numbers of its findings."""
    kind = ASSESSMENTS[one.assessment]
    name = f" {kind.name}" if one.assessment in _SPELT else unseen(f" {kind.name}")
    told = [
        tag("a", str(index.numbers[found.id]), href=f"#{anchor(found)}") for found in index.listed_of(one)
    ]
    sign = tag(
        "span", symbol(kind.symbol), name, *(part for link in told for part in (" ", link)), class_="sign"
    )
    return tag("mark", words, sign, id=f"claim-{number}", class_=f"mark {kind.name}", tabindex="-1")
