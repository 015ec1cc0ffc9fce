"""The sources: what was read, from whom, of what day."""

from collections import Counter

from corpus.article import Article
from factcheck.report._html.index import Index, source_anchor
from factcheck.report._html.markup import Markup, join, language_of, tag, web_link
from factcheck.words.timex_words import date_words


def sources_section(index: Index) -> Markup:
    """A row an article, and what could not be read."""
    claims = Counter(claim.doc for claim in index.report.claims)
    heads = ("Source", "Published", "File and link", "Claims")
    header = tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads)))
    rows = [_row(article, claims[article.id], index) for article in index.report.articles]
    caption = tag("caption", "Every article that was read", class_="unseen")
    title = tag("h2", "Sources", id="sources-title")
    table = tag("table", caption, header, tag("tbody", *rows))
    return tag("section", title, table, _unread(index), id="sources", aria_labelledby="sources-title")


def _unread(index: Index) -> Markup:
    lines = index.options.unread
    if not lines:
        return Markup()
    return tag("div", tag("h3", "Not read"), tag("ul", *(tag("li", tag("bdi", line)) for line in lines)))


def _row(article: Article, claims: int, index: Index) -> Markup:
    name = tag("bdi", index.source_name(article.id))
    title = tag("bdi", article.title, lang=language_of(article.language)) if article.title else Markup()
    where = (tag("bdi", index.sources.file(article.id)), web_link(article.url))
    return tag(
        "tr",
        tag("th", name, tag("span", title, class_="title"), scope="row"),
        tag("td", _published(article)),
        tag("td", *(tag("span", part) for part in where if part), class_="from"),
        tag("td", f"{claims:,}", class_="count"),
        id=source_anchor(index.positions[article.id]),
    )


def _published(article: Article) -> Markup:
    """The day, or what is known of it, and where it is known from."""
    known = f" ({article.published_from})" if article.published and article.published_from else ""
    return join((day_of(article) or "not known", known))


def day_of(article: Article) -> Markup:
    """The day of publication, else its bounds, else ""."""
    if article.published:
        day = article.published.isoformat()
        return tag("time", date_words(day), datetime=day)
    bounds = (("before", article.published_first), ("after", article.published_last))
    return join([", ".join(f"not {word} {date_words(day.isoformat())}" for word, day in bounds if day)])
