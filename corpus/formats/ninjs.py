"""JSON: agency copy in IPTC ninjs 1 to 3, or exports as a list of records."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from corpus.article import Article
from corpus.columns import read_record
from corpus.encodings import decode, with_unix_lines
from corpus.errors import NoArticle, ReadProblem
from corpus.headline import with_headline
from corpus.jsontext import parse_json
from corpus.layout import paragraphs_of
from corpus.lines import folded
from corpus.published import parse_day
from corpus.source import Source

SUFFIXES = (".json",)
_KEY = re.compile(r'"(?:body_x?html|body_text|bodies|headlines|version_?created)"\s*:', re.IGNORECASE)
_LISTS = ("items", "articles", "results", "data")  # where a service wraps the items of an answer


def recognises(head: bytes) -> bool:
    """Whether the content opens like JSON and has one of the properties that only ninjs has."""
    text = decode(head).text.lstrip()
    return text[:1] in ("{", "[") and bool(_KEY.search(text))


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The articles of a JSON file: one item or a list of them; what is no text (a picture) is passed over."""
    text, warning = decode(source.data())
    if warning:
        yield ReadProblem(source.path, warning, severity="warning")
    try:
        found = parse_json(text)
    except ValueError as error:
        if recognises(source.head()):
            raise ReadProblem(source.path, str(error)) from error
        raise NoArticle(source.path, str(error)) from error  # some program's settings, with comments perhaps
    items = [item for item in _items(found) if isinstance(item, dict)]
    count = beginnings = 0
    for number, item in enumerate(items, 1):
        if isinstance(item.get("text"), str):
            count += 1
            yield from read_record(item, source.path, f"item {number}")
            continue
        article, is_whole = _article({key.casefold(): value for key, value in item.items()})
        if article is not None:
            count += 1
            beginnings += not is_whole
            yield with_headline(article)
    if not count:
        raise NoArticle(source.path, "is JSON, but holds no article that is known here", in_folder="note")
    if beginnings:
        reason = f"gives only the beginning of {beginnings} of {count} articles"
        yield ReadProblem(source.path, reason, severity="note")


def _items(found: Any) -> list[Any]:
    if isinstance(found, dict):
        inner = next((found[key] for key in _LISTS if isinstance(found.get(key), list)), None)
        return inner if inner is not None else [found]
    return found if isinstance(found, list) else []


def _article(item: Mapping[str, Any]) -> tuple[Article | None, bool]:
    """The article of one ninjs item, its keys casefolded, None for no text; and whether it is whole."""
    if item.get("type", "text") != "text":
        return None, False
    whole = _longest(_renderings(item, "body", "bodies"))
    paragraphs = whole or _longest(_renderings(item, "description", "descriptions"))
    if not paragraphs:
        return None, False
    days = (parse_day(_text(item.get(key))) for key in ("versioncreated", "firstcreated", "contentcreated"))
    day = next((day for day in days if day), None)
    titles = [
        _text(item.get("headline")),
        *(_text(one.get("value")) for one in _objects(item.get("headlines"))),
    ]
    sources = (_text(one.get("name")) for one in _objects(item.get("infosources")))
    uri = _text(item.get("uri"))
    article = Article(
        id="",
        text="\n\n".join(paragraphs) + "\n",
        title=next(filter(None, titles), None),
        publisher=_text(item.get("copyrightholder")) or next(filter(None, sources), None),
        published=day,
        published_from="declared" if day else None,
        url=uri if uri.startswith(("http://", "https://")) else None,
        language=_text(item.get("language")).casefold().partition("-")[0] or None,
    )
    return article, bool(whole)


def _renderings(item: Mapping[str, Any], one: str, many: str) -> Iterator[list[str]]:
    """The paragraphs of each rendering, of ninjs 1 ("body_text") and of ninjs 2 and 3 ("bodies")."""
    for key, value in item.items():
        if key.startswith(f"{one}_") and isinstance(value, str):
            yield _paragraphs(value, is_plain=key.endswith(("_text", "_plain")))
    for rendering in _objects(item.get(many)):
        kind = _text(rendering.get("contenttype") or rendering.get("contentType") or rendering.get("role"))
        value = rendering.get("value")
        if isinstance(value, str):
            yield _paragraphs(value, is_plain=kind in ("text/plain", "text", "plain"))


def _paragraphs(value: str, *, is_plain: bool) -> list[str]:
    is_plain = is_plain and not re.match(r"\s*<[a-z]", value)  # some declare their HTML as plain
    lines = with_unix_lines(value).split("\n") if is_plain else paragraphs_of(value)
    return [line.strip() for line in lines if line.strip()]


def _longest(renderings: Iterator[list[str]]) -> list[str]:
    """The rendering with the most paragraphs: some agencies run the plain one together."""
    return max(renderings, key=len, default=[])


def _objects(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return folded(value) if isinstance(value, str) else ""
