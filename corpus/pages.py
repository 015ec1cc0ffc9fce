"""What a page declares of its article: JSON-LD, meta tags, `<time>`, its headings and its address."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from typing import Any

from corpus.data import load_data
from corpus.encodings import with_unix_lines
from corpus.layout import paragraphs_of
from corpus.lines import folded, words_of
from corpus.published import day_in_address, parse_day
from corpus.tokens import Token, attributes_of, tokens_of

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Review|NewsItem)$")
_EARLIEST = date(1980, 1, 1)  # what is declared older is a default of some content system
_SEPARATOR = re.compile(r"(?<!\s)\s++[|•·»:–—-]++\s+")
_DEEPEST = 4  # levels of JSON-LD in which an article is looked for
_LONGEST = 500  # characters of a declared name


@dataclass(slots=True)
class Page:
    """What a page says of itself; every text is trimmed, and "" where nothing is said."""

    meta: dict[str, str] = field(default_factory=dict)
    article: Mapping[str, Any] = field(default_factory=dict)  # its JSON-LD
    headings: list[str] = field(default_factory=list)
    declared_times: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    window_title: str = ""
    canonical: str = ""
    language: str = ""
    scripts: int = 0  # characters of scripts and styles

    def url(self) -> str | None:
        """The address that the page gives for itself; only http and https."""
        said = [
            self.canonical,
            *(self.meta.get(name, "") for name in _names_of("address")),
            _text(self.article.get("url")),
        ]
        return next((url for url in said if url.casefold().startswith(("http://", "https://"))), None)

    def publisher(self) -> str | None:
        """The newsroom: as the article declares it, as the site does, else the host of the address."""
        said = [
            _name(self.article.get("publisher")),
            *(self.meta.get(name, "") for name in _names_of("site")),
        ]
        found = next(filter(None, said), None)
        if found:
            return found
        from urllib.parse import urlsplit

        try:
            host = urlsplit(self.url() or "").hostname or ""
        except ValueError:
            return None
        return host.removeprefix("www.") or None

    def title(self) -> str | None:
        """The headline: the heading that a declared title agrees with, else the first declared title."""
        said = [
            _text(self.article.get("headline")),
            *(self.meta.get(name, "") for name in _names_of("title")),
        ]
        site = self.publisher() or ""
        declared = [_without_site(title, site) for title in (*said, self.window_title) if title]
        for heading in self.headings:
            if any(_agree(heading, title) for title in declared):
                return heading
        if declared:
            return declared[0]
        return self.headings[0] if len(self.headings) == 1 else None

    def published(self) -> date | None:
        """The day of publication: as declared, else as the address has it, else the only time on the page."""
        said = [
            _text(self.article.get("datePublished")),
            *(self.meta.get(name, "") for name in _names_of("published")),
        ]
        days = (parse_day(written) for written in (*said, *self.declared_times) if written)
        declared = next((day for day in days if day and day >= _EARLIEST), None) or day_in_address(
            self.url() or ""
        )
        if declared:
            return declared
        only = {day for day in map(parse_day, self.times) if day and day >= _EARLIEST}
        return only.pop() if len(only) == 1 else None

    def body(self) -> str:
        """The text of the article as its JSON-LD repeats it."""
        body = self.article.get("articleBody")
        if not isinstance(body, str):
            return ""
        return "\n\n".join(paragraphs_of(body)) if "</" in body else with_unix_lines(unescape(body)).strip()


def read_page(html: str) -> Page:
    """What the page `html` says of itself.

    >>> read_page("<title>Six die | Gazette</title><meta property='og:site_name' content=Gazette>").title()
    'Six die'
    """
    page = Page()
    heading: list[str] | None = None
    for token in tokens_of(html):
        if not token.tag:
            if heading is not None:
                heading.append(token.text)
        elif token.tag == "h1":
            if heading is not None:
                page.headings.append(folded("".join(heading))[:_LONGEST])
            heading = None if token.is_end else []
        elif not token.is_end:
            _note(page, token)
            page.scripts += len(token.text) if token.tag in ("script", "style") else 0
    page.headings = [words for words in page.headings if words]
    return page


def _names_of(what: str) -> list[str]:
    names: list[str] = load_data("pages")[what]["forms"]
    return names


def _note(page: Page, token: Token) -> None:
    """Takes down what one start tag says."""
    if token.tag == "meta":
        said = attributes_of(token)
        for key in ("property", "name", "itemprop"):
            if said.get(key) and said.get("content"):
                page.meta.setdefault(said[key].casefold(), folded(said["content"])[:_LONGEST])
    elif token.tag == "title" and not page.window_title:
        page.window_title = folded(unescape(token.text))[:_LONGEST]
    elif token.tag == "link":
        said = attributes_of(token)
        if "canonical" in said.get("rel", "").casefold().split() and not page.canonical:
            page.canonical = said.get("href", "")
    elif token.tag == "html" and not page.language:
        page.language = attributes_of(token).get("lang", "")
    elif token.tag == "script" and "ld+json" in token.attributes.casefold() and not page.article:
        page.article = next(_articles(_parsed(token.text), _DEEPEST), {})
    elif token.tag == "time" or "datePublished" in token.attributes:
        said = attributes_of(token)
        classes = re.split(r"[\s_-]+", said.get("class", "").casefold())
        is_first = said.get("itemprop", "").casefold() == "datepublished" or "published" in classes
        written = (said.get("datetime") or said.get("content") or "")[:_LONGEST]
        (page.declared_times if is_first or " pubdate" in token.attributes else page.times).append(written)


def _parsed(script: str) -> Any:
    """The JSON of a script, None where it is none; line breaks in its strings are forgiven."""
    try:
        return json.loads(script.strip().removesuffix(";"), strict=False, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return None


def _articles(found: Any, deepest: int) -> Iterator[Mapping[str, Any]]:
    """The objects in JSON-LD that are articles, their publisher resolved where it stands elsewhere."""
    items = found if isinstance(found, list) else [found]
    for item in items:
        if not isinstance(item, dict):
            continue
        kinds = item.get("@type")
        if any(
            isinstance(kind, str) and _ARTICLE_TYPES.search(kind)
            for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield _resolved(item, items)
        elif deepest:
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _articles(item.get(key), deepest - 1)


def _resolved(article: dict[str, Any], items: list[Any]) -> Mapping[str, Any]:
    publisher = article.get("publisher")
    if not isinstance(publisher, dict) or "@id" not in publisher or publisher.get("name"):
        return article
    same = (item for item in items if isinstance(item, dict) and item.get("@id") == publisher["@id"])
    return article | {"publisher": next(same, None)}


def _text(said: Any) -> str:
    said = said[0] if isinstance(said, list) and said else said
    return folded(unescape(said))[:_LONGEST] if isinstance(said, str) else ""


def _name(said: Any) -> str:
    said = said[0] if isinstance(said, list) and said else said
    return _text(said.get("name")) if isinstance(said, dict) else _text(said)


def _without_site(title: str, site: str) -> str:
    """`title` without the name of the site behind a bar or a dash, or before it."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    name = words_of(site)
    separators = _SEPARATOR.findall(title)
    last = words_of(parts[-1])
    if (
        last == name
        or set(last) <= set(name)
        or ("|" in separators[-1] and len(last) <= 4 < len(words_of(title)))
    ):
        return _without_site(title[: title.rindex(separators[-1])].strip(), site)
    if words_of(parts[0]) == name:
        return title[title.index(separators[0]) + len(separators[0]) :].strip()
    return title


def _agree(heading: str, title: str) -> bool:
    """Whether two wordings are of one headline: most words of the shorter are in the longer."""
    one, other = set(words_of(heading)), set(words_of(title))
    fewer = min(len(one), len(other))
    return one == other or (fewer > 1 and len(one & other) >= 0.6 * fewer)
