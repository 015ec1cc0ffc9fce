"""The claims of articles as tables, one an article: what `factcheck extract` prints."""

from collections.abc import Iterator, Sequence

from claims.model import Claim
from corpus.article import Article
from factcheck.telling.excerpt import excerpt
from factcheck.telling.layout import Row, draw, paragraph
from factcheck.telling.paint import paint
from factcheck.telling.sources import Sources
from factcheck.telling.terminal import visible
from factcheck.words.phrases import amount_words, count_words, course_words
from factcheck.words.timex_words import date_words

_INDENT = " " * 4


def render_claims(
    articles: Sequence[Article], claims: Sequence[Claim], width: int, *, color: bool = False
) -> str:
    """Each article's claims in the order of the text, and as last line how many there are."""
    sources = Sources(articles)
    by_article: dict[str, list[Claim]] = {article.id: [] for article in articles}
    for claim in claims:
        by_article[claim.doc].append(claim)
    rows: list[Row | str] = []
    for doc, own in by_article.items():
        title = ", ".join(filter(None, (sources.file(doc), sources.publisher(doc))))
        head = paragraph(f"{title}: {count_words(len(own), 'claim')}", width)
        rows.extend(paint(line, "title", color=color) for line in head)
        rows.append(paint("=" * width, "faint", color=color))
        if own:
            rows.append(
                Row(
                    (
                        ("Line" if sources.has_lines(doc) else "Par.",),
                        ("Value",),
                        ("What",),
                        ("Stage",),
                        ("Date",),
                    )
                )
            )
            rows.append(paint("-" * width, "faint", color=color))
        for claim in own:
            rows.extend(_claim(claim, sources, width, color))
        rows.append("")
    total = f"{count_words(len(articles), 'article')}, {count_words(len(claims), 'claim')}"
    return "\n".join([*draw(rows, width), total]) + "\n"


def _claim(claim: Claim, sources: Sources, width: int, color: bool) -> Iterator[Row | str]:
    date = date_words(claim.when.value) if claim.when else ""
    value = date if claim.kind == "date" else amount_words(claim)
    item = claim.item.text if claim.item else claim.noun or ""
    yield Row(
        (
            (str(sources.number(claim)),),
            (visible(value),),
            (visible(item),),
            (visible(course_words(claim)),),
            ("" if claim.kind == "date" else visible(date),),
        )
    )
    yield _INDENT + excerpt(claim, width - len(_INDENT), color=color)
