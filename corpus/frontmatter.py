"""Front matter: the `---` block of metadata that may open a text or Markdown file."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from corpus.article import Article

_OPENING = re.compile(r"---[ \t]*\n")
_LONGEST = 400  # lines; a block that does not end by then is a text that opens with a rule
_PAIR = re.compile(r"([A-Za-z_][\w.-]{0,60})[ \t]*:(?:[ \t]+(\S.*))?")
_INNER = re.compile(r"[ \t].*|-(?:[ \t].*)?|#.*|[\]}].*|")
_FIELDS = {
    "title": "title",
    "publisher": "publisher",
    "origin": "origin",
    "url": "url",
    "language": "language",
    "lang": "language",
}
_DATES = ("published", "date")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def front_matter_end(text: str) -> int:
    """Where the front matter of `text` ends, its closing line included; 0 where there is none.

    >>> front_matter_end("---\\ntitle: Floods\\n---\\nSix died.")
    22
    """
    return _scan(text)[0]


def parse_front_matter(text: str) -> Mapping[str, str]:
    """The plain `key: value` pairs of the front matter of `text`, keys casefolded, quotes removed.

    Lists, nested blocks and block scalars are passed over: no field of an article needs them.
    Source: YAML 1.2.2, the subset that content systems write.

    >>> dict(parse_front_matter("---\\ntitle: 'Six jets'\\ntags: [war]\\n---\\n"))
    {'title': 'Six jets', 'tags': '[war]'}
    """
    return MappingProxyType(_scan(text)[1])


def with_front_matter(article: Article) -> tuple[Article, str | None]:
    """`article` with the metadata of its front matter, and what was wrong with it (None if nothing)."""
    _, pairs, broken = _scan(article.text)
    if broken:
        return article, f"front matter: {broken}; it is taken for text"
    known = {field: pairs[key] for key, field in _FIELDS.items() if pairs.get(key)}
    article = replace(article, **known)  # type: ignore[arg-type]  # the fields named are all str
    written = next((pairs[key] for key in _DATES if pairs.get(key)), None)
    if written is None:
        return article, None
    published = parse_iso_day(written)
    if published is None:
        return article, f"front matter: {written[:40]!r} is no date; write it as 2021-10-31"
    return replace(article, published=published, published_from="front-matter"), None


def parse_iso_day(written: str) -> date | None:
    """The day of an ISO 8601 date or date and time, as written there; None for anything else.

    >>> parse_iso_day("2021-10-31T23:30:00+02:00")
    datetime.date(2021, 10, 31)
    """
    try:
        return datetime.fromisoformat(written.strip()).date()
    except ValueError:
        pass
    day = re.match(r"(\d{4}-\d{2}-\d{2})(?=[T ]\d)", written.strip())
    try:
        return date.fromisoformat(day[1]) if day else None
    except ValueError:
        return None


def _scan(text: str) -> tuple[int, dict[str, str], str | None]:
    """Where the front matter ends, its pairs, and why there is none where some seems to be meant."""
    opening = _OPENING.match(text)
    if not opening:
        return 0, {}, None
    pairs: dict[str, str] = {}
    start = opening.end()
    reason = f"does not end within {_LONGEST} lines"
    for number in range(2, _LONGEST + 2):
        end = text.find("\n", start)
        line = text[start : len(text) if end < 0 else end].rstrip()
        if pairs and line in ("---", "..."):
            return (len(text) if end < 0 else end + 1), pairs, None
        pair = _PAIR.fullmatch(line)
        if pair:
            pairs.setdefault(pair[1].casefold(), _scalar(pair[2] or ""))
        elif not _INNER.fullmatch(line):
            reason = f"line {number} is no key with a value, nor the closing ---"
            break
        if end < 0:
            reason = "the closing --- is missing"
            break
        start = end + 1
    is_meant = any(pairs.get(key) for key in (*_FIELDS, *_DATES))
    return 0, {}, reason if is_meant else None


def _scalar(written: str) -> str:
    written = written.strip()
    if written[:1] in ("'", '"'):
        close = written.find(written[0], 1)
        return written[1:close].strip() if close > 0 else written[1:]
    written = re.split(r"[ \t]#", written, maxsplit=1)[0].strip()
    return "" if written in _NULLS else written
