"""Extraction: characters a second, against other tools and against one search with one pattern."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from math import isnan
from pathlib import Path

from benchmarks.articles import news_articles
from benchmarks.children import in_turn, spend_command
from benchmarks.measures import Row, Setting
from corpus import Article, load_articles

_METHODS = Path(__file__).with_name("methods.py")
_LONG = 1_000_000  # characters of the one long article
_ENOUGH = 3.0  # seconds of CPU after which a slow method has shown how fast it is
_ALL = 1000.0
_DAY = date(2020, 1, 1)
_PEERS = {"quantulum3": "quantulum3 by sentence", "spacy": "spaCy sm", "dateparser": "dateparser search (en)"}
_GOALS = {  # of finding and of extraction: must and aim
    "quantulum3": ((">= 10x", "25x"), (">= 5x", "15x")),
    "spacy": ((">= 20x", "60x"), (">= 10x", "30x")),
    "dateparser": ((">= 5x", "15x"), ("", "")),
}


def articles_of(setting: Setting) -> Sequence[Article]:
    """The articles of the user's folder, else made-up ones."""
    if setting.folder is not None:
        return list(load_articles([setting.folder], errors="skip"))
    return list(news_articles(setting.articles))


def _written(path: Path, articles: Sequence[Article]) -> str:
    lines = [json.dumps([one.text, (one.published or _DAY).isoformat()]) for one in articles]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def _seconds(python: str, method: str, texts: str) -> float:
    """CPU seconds for a million characters; not a number where a tool is not there."""
    limit = str(_ENOUGH if method in _PEERS else _ALL)
    told = json.loads(spend_command([python, str(_METHODS), method, texts, limit]).output)
    return float("nan") if told == "absent" else told["seconds"] / told["characters"] * 1_000_000


def measure_extraction(setting: Setting) -> Iterator[Row]:
    """Finding and extraction against peers and one pattern, and one long article against short ones."""
    articles = articles_of(setting)
    texts = _written(setting.scratch / "texts.jsonl", articles)
    text = "\n\n".join(article.text for article in articles)
    long = text * (_LONG // len(text) + 1) if len(text) < _LONG else text
    whole = _written(setting.scratch / "long.jsonl", [Article(id="long", text=long[:_LONG])])
    methods = {name: partial(_seconds, sys.executable, name, texts) for name in ("find", "extract", "pass")}
    methods["long"] = partial(_seconds, sys.executable, "extract", whole)
    methods |= {name: partial(_seconds, setting.peers, name, texts) for name in _PEERS}
    taken = in_turn(methods, setting.rounds)
    rate = {name: f"{1000 / seconds:,.0f} thousand characters a second" for name, seconds in taken.items()}
    for name in _PEERS:
        if not isnan(taken[name]):
            yield from _against_peer(name, taken)
    cost = taken["find"] / taken["pass"]
    yield Row(
        what="find_quantities + find_dates, cost against one pass of a pattern",
        value=cost,
        must="<= 15x",
        aim="6x",
        note=rate["find"],
    )
    yield Row(
        what="one article of 1 MB, cost a character against articles",
        value=taken["long"] / taken["extract"],
        must="<= 1.5x",
        aim="1.1x",
        note=rate["extract"],
    )


def _against_peer(name: str, taken: Mapping[str, float]) -> Iterator[Row]:
    (must, aim), (whole_must, whole_aim) = _GOALS[name]
    find, extract = taken[name] / taken["find"], taken[name] / taken["extract"]
    faster = f"faster than {_PEERS[name]}"
    yield Row(what=f"find_quantities + find_dates, {faster}", value=find, must=must, aim=aim)
    if whole_must:
        yield Row(what=f"extract_claims, {faster}", value=extract, must=whole_must, aim=whole_aim)


MEASURES = {"extraction": measure_extraction}
