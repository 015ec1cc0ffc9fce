"""HTML: the article of a page, with what the page declares of it."""

import re
from collections.abc import Iterator
from datetime import date

from corpus.article import Article
from corpus.encodings import decode, is_binary, with_unix_lines
from corpus.errors import NoArticle, ReadProblem
from corpus.extras import MissingExtraError, import_extra, quiet
from corpus.headline import with_headline
from corpus.labels import declared_encoding
from corpus.layout import lines_of_page, paragraphs_of
from corpus.lines import folded, words_of
from corpus.published import stamped_day
from corpus.source import Source

SUFFIXES = (".html", ".htm", ".xhtml")
_OPENING = re.compile(
    r"\s*(?:(?:<\?xml[^>]{0,200}>|(?><!--.{0,2000}?-->))\s*+){0,5}+<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_SEPARATOR = re.compile(r"(?<!\s)\s++[|:–—-]++\s+")
_TITLE_LONGEST = 2_000  # characters of a line that may be the headline
_SPAN = re.compile(r"\b((?:col|row)span)\s*=\s*[\"']?\d{4,}[\"']?", re.IGNORECASE)
_MOST_TAGS = 30_000  # trafilatura takes 41 seconds for 100,000 paragraphs
_MOST_CHARACTERS = 2_000_000  # beside scripts: it takes 36 times their size; long pages have half of it
# The attributes of longer tags (pictures written out, mostly) are left out: parsers compare each with each,
# and one tag with 60,000 takes them minutes.
_LONG_TAG = re.compile(r"(<[a-zA-Z][\w:-]{0,40})[\s/][^<>]{10000,}(?=>)")
_HIDDEN = 2  # times the visible text: the page shows its article only to those who run its scripts
_FIRST_DAY, _LAST_DAY = "1990-01-01", "2100-01-01"  # else htmldate would look at the clock


def recognises(head: bytes) -> bool:
    """Whether the content opens like a page."""
    return bool(_OPENING.match(decode(head[:4096]).text))


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The one article of a page."""
    data = source.data()
    if is_binary(data):
        raise ReadProblem(source.path, "is binary, not HTML")
    text, warning = decode(data, declared=declared_encoding(data))
    if warning:
        yield ReadProblem(source.path, warning, severity="warning")
    yield from read_html(with_unix_lines(text), source.path)


def read_html(html: str, path: str, *, url: str | None = None) -> Iterator[Article | ReadProblem]:
    """The article of the page `html`, which came from `url`, and what is to be said of it.

    The text is what trafilatura (extra [html]) takes for it, else what the tags show. The day is the declared
    one, else that of a line that says nothing else, else what htmldate (same extra) finds.
    """
    from corpus.pages import read_page

    page = read_page(html)
    tamed = _SPAN.sub("", _LONG_TAG.sub(r"\1", html))
    reason = _too_much(tamed, page.scripts)
    text = ""
    if reason is None:
        text, reason = _extracted(tamed)
    if reason:
        yield ReadProblem(path, reason, severity="warning")
    text = text or "\n\n".join(paragraphs_of(html))
    body = page.body()
    if len(body) > _HIDDEN * len(text) or folded(body) == folded(text):  # the same, but with its paragraphs
        text = body
    if not text.strip():
        raise NoArticle(path, "holds no text that can be found")
    declared = page.published()
    published = declared or stamped_day(lines_of_page(html))
    if published is None and reason is None:
        published = _day_in_text(tamed, text)
    article = Article(
        id="",
        text=text.strip() + "\n",
        title=_as_printed(page.title(), html),
        publisher=page.publisher(),
        published=published,
        published_from=("declared" if declared else "text") if published else None,
        url=page.url() or url,
        language=page.language.strip().casefold().replace("_", "-").partition("-")[0] or None,
    )
    yield with_headline(article)


def _as_printed(title: str | None, html: str) -> str | None:
    """`title` without the name of the site, where the page prints the rest as a line of its own."""
    parts = {words_of(part): part for part in _SEPARATOR.split(title or "")}
    if len(parts) < 2:
        return title
    lines = (words_of(line) for line in lines_of_page(html) if len(line) <= _TITLE_LONGEST)
    return next((parts[words] for words in lines if words in parts and len(words) > 2), title)


def _too_much(html: str, scripts: int) -> str | None:
    """Why the better extractors are not asked about a page of which `scripts` characters are scripts."""
    if html.count("<") > 2 * _MOST_TAGS:
        return f"has more than {_MOST_TAGS:,} elements; read by its tags alone"
    if len(html) - scripts > _MOST_CHARACTERS:
        return f"has more than {_MOST_CHARACTERS:,} characters beside scripts; read by its tags alone"
    return None


def _extracted(html: str) -> tuple[str, str | None]:
    """The text that trafilatura finds, "" where it finds none, and a warning if it could not be asked."""
    try:
        trafilatura = import_extra("trafilatura", "html")
    except MissingExtraError as error:
        return "", f"read by its tags alone; for better text, {error}"
    with quiet():
        document = trafilatura.bare_extraction(html, include_comments=False, with_metadata=False)
    return (document.text or "" if document else ""), None


def _day_in_text(html: str, text: str) -> date | None:
    """The day of publication that htmldate finds outside the article, None where it finds none."""
    try:
        htmldate = import_extra("htmldate", "html")
    except MissingExtraError:
        return None
    with quiet():
        found = htmldate.find_date(
            html, original_date=True, min_date=_FIRST_DAY, max_date=_LAST_DAY, deferred_url_extractor=True
        )
    if not found or found[:4] in text or found.endswith("-01-01"):
        return None  # taken from what the article tells, or from no more than a year
    return date.fromisoformat(found)
