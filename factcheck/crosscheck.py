"""The whole way in one place: paths to articles, articles to a report. Heavy imports wait inside."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.model import Claim, claim_order
from corpus.article import Article
from corpus.source import MAX_BYTES
from factcheck.linking import MOST_COMPARED
from factcheck.model import Report

if TYPE_CHECKING:
    from corpus.read import Language


def read_articles(
    paths: Iterable[str],
    tell: Callable[[str], None],
    *,
    verbose: bool = False,
    language: "Language" = "en",
    max_bytes: int = MAX_BYTES,
    keep: Callable[[Article], Article] = lambda article: article,
    met: Callable[[str], None] = lambda path: None,
) -> tuple[list[Article], bool]:
    """The articles under `paths` by id, and whether all that was asked for could be read.

    Every problem goes to `tell` as one line that names the thing and the reason; a warning is told
    too but spoils nothing, and a note is told only if `verbose`. `keep` is given each article and gives back
    what stands for it, so that not all texts need to be in memory. `met` is given the file of each article,
    also of one that could not be read or is in another language.
    """
    from corpus.errors import OtherLanguage
    from corpus.read import read_corpus

    articles = []
    complete = True
    for thing in read_corpus(paths, language=language, max_bytes=max_bytes):
        if isinstance(thing, Article | OtherLanguage) or thing.severity == "error":
            met(thing.path or "")
        if isinstance(thing, Article):
            articles.append(keep(dated(thing)))
        elif thing.severity == "error":
            complete = False
            tell(str(thing))
        elif verbose or thing.severity == "warning":
            tell(f"{thing.severity}: {thing}")
    articles.sort(key=lambda article: article.id)
    return articles, complete


def dated(article: Article) -> Article:
    """`article` with the publication date that its text gives, where nothing else gave one."""
    if article.published is not None:
        return article
    from claims.published import published_from_text

    day = published_from_text(article.text, first=article.published_first, last=article.published_last)
    return replace(article, published=day, published_from="text") if day else article


def extract_all(articles: Iterable[Article]) -> list[Claim]:
    """The claims of all articles, by article and place."""
    from claims.extract import extract_claims

    claims = [claim for article in articles for claim in extract_claims(article)]
    claims.sort(key=claim_order)
    return claims


def cross_check(
    articles: Iterable[Article],
    claims: Sequence[Claim] | None = None,
    *,
    most_compared: int = MOST_COMPARED,
) -> Report:
    """Everything that the articles claim, and what comes of comparing it.

    `claims` are those of the articles, where they have been extracted already. Where no day of publication
    is known, it is bounded first. The order of the articles makes no difference. Each article is compared
    with at most `most_compared` others like it.
    """
    from factcheck.claim_store import HeldClaims, all_claims
    from factcheck.comparison import compare_stored
    from factcheck.dating import date_by_others

    ordered = sorted(articles, key=lambda article: article.id)
    stated = HeldClaims(extract_all(ordered) if claims is None else claims)
    known, told, datings, limits = date_by_others(ordered, stated, most_compared)
    compared = compare_stored(told, known, most_compared=most_compared)
    return Report(
        articles=tuple(known),
        claims=tuple(all_claims(told)),
        findings=tuple(compared.findings),
        datings=datings,
        limits=(*limits, *compared.limits),
    )
