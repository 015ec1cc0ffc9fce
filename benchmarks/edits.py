"""New words in the place of mentions, and where every other mention is then."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.gold import Mention
from corpus import Article


@dataclass(frozen=True, slots=True)
class Edit:
    """New words for one mention of the second report."""

    mention: Mention
    text: str


def edits_of(mentions: Sequence[Mention], new: Sequence[str], article: Article) -> list[Edit]:
    """The edits, with a capital where a sentence begins."""
    edits = []
    for mention, text in zip(mentions, new, strict=True):
        before = article.text[: mention.start].rstrip(" \"'“‘")
        if (not before or before[-1] in ".!?:\n") and text != mention.text:
            text = text[0].upper() + text[1:]
        edits.append(Edit(mention, text))
    return edits


def apply_edits(article: Article, edits: Sequence[Edit]) -> "tuple[str, Shift]":
    """The altered text, and the function that moves a mention of the article into it."""
    pieces, cursor = [], 0
    for edit in sorted(edits, key=lambda edit: edit.mention.start):
        pieces += [article.text[cursor : edit.mention.start], edit.text]
        cursor = edit.mention.end
    pieces.append(article.text[cursor:])
    return "".join(pieces), Shift(article.id, tuple(edits))


@dataclass(frozen=True, slots=True)
class Shift:
    """Moves a mention of the article `doc` to its place after `edits`."""

    doc: str
    edits: tuple[Edit, ...]

    def __call__(self, mention: Mention) -> Mention:
        if mention.doc != self.doc:
            return mention
        start, end = mention.start, mention.end
        text = mention.text
        for edit in self.edits:
            longer = len(edit.text) - len(edit.mention.text)
            if edit.mention == mention:
                text = edit.text
            start += longer if edit.mention.end <= mention.start else 0
            end += longer if edit.mention.start < mention.end else 0
        return Mention(doc=mention.doc, start=start, end=end, text=text)
