"""How work grows with hostile text: python -m fuzz.growth [SUBJECT...] [--size N]

Prints what takes more than two and a half times as long for twice the text, in seconds of processor time.
The tests count calls instead, which no other program disturbs but which see neither the steps inside a
pattern (tests/properties/test_regexes.py counts those) nor loops that call nothing, nor the copying of text.
"""

import argparse
import cProfile
import sys
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from time import process_time

from claims import extract_claims, find_dates, find_ordinals, find_quantities
from claims.items import find_antecedents
from claims.name_index import article_names
from claims.published import published_from_text
from claims.sentences import split_sentences
from corpus.article import Article
from corpus.boilerplate import boilerplate_spans
from corpus.errors import ReadProblem
from corpus.formats import choose_format
from corpus.frontmatter import front_matter_end
from corpus.language import language_of
from corpus.publishers import stated_origin
from corpus.source import Source
from factcheck.crosscheck import cross_check
from factcheck.telling.terminal import visible, wrap
from fuzz.hostile import PIECES, grown
from fuzz.targets import PUBLISHED

MOST = 2.5  # times the work for twice the text
Subject = Callable[[str], object]


def names_of(text: str) -> object:
    """The names of an article."""
    return article_names(text, split_sentences(text))


def claims_of(text: str, name: str = "a") -> object:
    """The claims of an article."""
    return extract_claims(Article(id=name, text=text, published=PUBLISHED))


def compared(text: str) -> object:
    """The text as two articles, the second one a word longer, cross-checked."""
    texts = {"a": text, "b": f"Six. {text}"}
    return cross_check([Article(id=name, text=text, published=PUBLISHED) for name, text in texts.items()])


def read(suffix: str, around: str, text: str) -> object:
    """The text as a file, inside what that format needs around it."""
    data = around.replace("{}", text).encode("utf-8", "replace")
    source = Source(f"a.{suffix}", BytesIO(data))
    try:
        return list(choose_format(source).read(source))
    except ReadProblem as problem:
        return problem


_FEED = "<rss version='2.0'><channel><item><description>{}</description></item></channel></rss>"
_NITF = "<nitf><body><body.content><p>{}</p></body.content></body></nitf>"
_PAGE = "<!doctype html><html><body><article><p>Six jets came.</p><p>{}</p></article></body></html>"
SUBJECTS: dict[str, Subject] = {
    "quantities": find_quantities,
    "ordinals": find_ordinals,
    "dates": partial(find_dates, published=PUBLISHED),
    "published": published_from_text,
    "sentences": split_sentences,
    "antecedents": find_antecedents,
    "names": names_of,
    "claims": claims_of,
    "compared": compared,
    "boilerplate": boilerplate_spans,
    "language": language_of,
    "origin": stated_origin,
    "front matter": lambda text: front_matter_end(f"---\ntitle: x\n{text}"),
    "visible": visible,
    "wrap": lambda text: wrap(text, 80),
    "txt": partial(read, "txt", "{}"),
    "md": partial(read, "md", "{}"),
    "html": partial(read, "html", _PAGE),
    "rss": partial(read, "rss", _FEED),
    "nitf": partial(read, "nitf", _NITF),
    "csv": partial(read, "csv", "text,title\n{}"),
    "jsonl": partial(read, "jsonl", "{}"),
    "json": partial(read, "json", '{"body_text": "{}"}'),
}


def calls(subject: Subject, text: str) -> int:
    """How many calls, of Python's and of C's functions, the subject makes over the text."""
    profile = cProfile.Profile()
    profile.runcall(subject, text)
    return sum(entry.callcount for entry in profile.getstats())


def seconds(subject: Subject, text: str) -> float:
    """The processor time that the subject takes over the text."""
    begun = process_time()
    subject(text)
    return process_time() - begun


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what grows too fast; 1 if anything does."""
    parser = argparse.ArgumentParser(
        prog="python -m fuzz.growth",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(SUBJECTS))
    parser.add_argument("--size", type=int, default=8_000, help="characters of the longer text")
    options = parser.parse_args(arguments)
    warnings.simplefilter("ignore")
    worse = 0
    for name in options.subjects or SUBJECTS:
        seconds(SUBJECTS[name], "Six tanks came to Novi Sad in May 2019, he said.\n")
        for piece in PIECES:
            once, twice = (seconds(SUBJECTS[name], grown(piece, options.size // part)) for part in (2, 1))
            if twice > MOST * once + 0.1:
                worse += 1
                print(f"{name}: {piece!r}: {once:.2f} s, {twice:.2f} s", flush=True)
    return min(worse, 1)


if __name__ == "__main__":
    sys.exit(main())
