"""The article: what every reader yields and every later stage starts from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article; every offset anywhere in the program counts code points of `text`.

    `published` is the publication date, None where it is not known; `published_first` and
    `published_last` bound it where only bounds are known. `published_from` says where the date
    comes from: "articles.toml", "front-matter", "declared", "text", "linked" or None.
    `origin` is the newsroom or agency that the text comes from, where the publisher only reprints it.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_first: date | None = None
    published_last: date | None = None
    published_from: str | None = None
    url: str | None = None
    language: str | None = None
    path: str | None = None
    origin: str | None = None
