"""Made-up news for measuring: the same articles from the same seed, as many as wanted, one at a time.

Each event is told by several newsrooms in words of their own, each with some of its facts. About half of the
text stands in sentences with a number, as in 2,452 reports of two news agencies (46%). People, firms and
places are as many as in an archive: two events seldom share a name.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from claims.lexicon import load_lexicon
from corpus.article import Article

NEWSROOMS = ("Daily Courier", "Evening Standard Post", "Harbour Times", "Metro Gazette", "National Herald")
TELLINGS = 4  # articles on one event
_FIRST_DAY = date(2019, 1, 7)
_DAYS = 1500
_PLAIN, _ASIDES = 7, 4  # sentences of an article beside the facts
_TOLD = 0.8  # of the facts after the first
_PARAGRAPH = 3  # sentences
_ONSETS, _VOWELS = ("b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v", "br", "st"), "aeiou"


def news_articles(count: int, *, seed: int = 1) -> Iterator[Article]:
    """`count` articles, `TELLINGS` of them on each event, with days and newsrooms; the first id is "a000000".

    >>> one, other = list(news_articles(2)), list(news_articles(2))
    >>> one == other, one[0].text == one[1].text
    (True, False)
    """
    for number in range(count):
        event, telling = divmod(number, TELLINGS)
        yield _article(number, Random(f"{seed} event {event}"), Random(f"{seed} telling {number}"), telling)


def write_articles(folder: Path, count: int, *, seed: int = 1) -> None:
    """The same articles as text files with front matter, in a new folder."""
    folder.mkdir(parents=True)
    for article in news_articles(count, seed=seed):
        head = (
            f"---\ntitle: {article.title}\npublisher: {article.publisher}\ndate: {article.published}\n---\n"
        )
        (folder / f"{article.id}.txt").write_text(head + article.text + "\n", encoding="utf-8")


def _article(number: int, event: Random, telling: Random, newsroom: int) -> Article:
    kind = event.choice(sorted(_sentences()["events"]))
    table = _sentences()["events"][kind]
    day = _FIRST_DAY + timedelta(days=event.randrange(_DAYS))
    weekday = _sentences()["gaps"]["weekday"][day.weekday()]
    facts = {**_gaps(event), **_numbers(event), "weekday": weekday}
    details = [_gaps(event) for _ in table["facts"]]
    told = [
        (ways, own)
        for ways, own in zip(table["facts"], details, strict=True)
        if own is details[0] or telling.random() < _TOLD
    ]
    body = [_particular(telling.choice(ways).format_map(facts), details) for ways, details in told]
    others = telling.sample(_sentences()["plain"]["sentences"], _PLAIN)
    others += telling.sample(_sentences()["asides"]["sentences"], _ASIDES)
    telling.shuffle(others)
    body += [sentence.format_map({**_gaps(telling), **_numbers(telling)}) for sentence in others]
    paragraphs = [" ".join(body[at : at + _PARAGRAPH]) for at in range(0, len(body), _PARAGRAPH)]
    title = telling.choice(table["headline"]).format_map(facts)
    return Article(
        id=f"a{number:06}",
        title=title,
        publisher=NEWSROOMS[newsroom],
        published=day,
        text="\n\n".join([title, *paragraphs]),
    )


def _particular(sentence: str, details: Mapping[str, str]) -> str:
    """`sentence` with what no other event has: in an archive few events are told in the very same words."""
    return sentence.removesuffix(".") + _sentences()["details"]["ending"].format_map(details)


def _gaps(chance: Random) -> dict[str, str]:
    gaps = {name: chance.choice(forms) for name, forms in _sentences()["gaps"].items()}
    body = gaps["body"]
    return {
        **gaps,
        "body_": body[0].upper() + body[1:],
        "firm": f"{_surname(chance)} {gaps['trade']}",
        "state": chance.choice(_countries()),
        **{name: f"{chance.choice(_given_names())} {_surname(chance)}" for name in ("person", "person2")},
        **{name: chance.choice(_cities()) for name in ("place", "place2")},
        "noun": chance.choice(_words("noun")),
        "noun2": chance.choice(_words("noun")),
        "verb": chance.choice(_words("verb")),
        "verb2": chance.choice(_words("verb")),
        "adjective": chance.choice(_words("adjective")),
    }


def _surname(chance: Random) -> str:
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(3)).title()


def _numbers(chance: Random) -> dict[str, str]:
    return {
        "a": str(chance.randint(3, 60)),
        "b": str(chance.randint(4, 9)),
        "c": str(chance.randint(15, 400)),
        "d": str(chance.randint(4, 29)),
        "e": f"{chance.randint(11, 9900) / 10:,.1f}",
        "f": f"{chance.randint(1100, 98000):,}",
        "g": str(chance.randint(30, 90)),
        "g1": str(chance.randint(18, 35)),
        "h": f"{chance.randint(11, 99) / 10:.1f}",
        "i": f"{chance.randint(11, 99) / 10:.1f}",
        "p": str(chance.randint(11, 68)),
        "q": str(chance.randint(1, 9)),
        "q1": str(chance.randint(0, 3)),
        "year": str(chance.randint(2001, 2018)),
    }


@cache
def _given_names() -> Sequence[str]:
    return [name.title() for name in load_lexicon("common_words")["given"].split()]


@cache
def _countries() -> Sequence[str]:
    return sorted(load_lexicon("places")["countries"])


@cache
def _cities() -> Sequence[str]:
    countries = load_lexicon("places")["countries"].values()
    return sorted({city for country in countries for city in country.get("cities", "").split("; ") if city})


@cache
def _sentences() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _words(name: str) -> Sequence[str]:
    return [word for word in load_lexicon("word_classes")[name]["forms"].split() if len(word) > 3]
