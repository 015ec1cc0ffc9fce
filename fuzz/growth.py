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
from claims.model import Claim
from claims.name_index import article_names
from claims.published import published_from_text
from claims.sentences import split_sentences
from corpus.article import Article
from corpus.boilerplate import boilerplate_spans
from corpus.errors import ReadProblem
from corpus.formats import formats
from corpus.frontmatter import front_matter_end
from corpus.language import language_of
from corpus.publishers import stated_origin
from corpus.read import read_unsaved
from corpus.source import Source
from factcheck import check_draft
from factcheck.crosscheck import cross_check
from factcheck.telling.terminal import visible, wrap
from fuzz.files import FILES
from fuzz.hostile import PIECES, grown
from fuzz.targets import PUBLISHED

MOST = 2.5  # times the work for twice the text
Subject = Callable[[str], object]


def names_of(text: str) -> object:
    """The names of an article."""
    return article_names(text, split_sentences(text))


def claims_of(text: str, name: str = "a") -> list[Claim]:
    """The claims of an article."""
    return extract_claims(Article(id=name, text=text, published=PUBLISHED))


def compared(text: str) -> object:
    """The text as two articles, the second one a word longer, cross-checked."""
    texts = {"a": text, "b": f"Six. {text}"}
    return cross_check([Article(id=name, text=text, published=PUBLISHED) for name, text in texts.items()])


def checked(text: str) -> object:
    """The text as a draft, and a word longer as its source."""
    return check_draft(Article(id="b", text=f"Six. {text}", published=PUBLISHED), claims_of(text))


def read_any(text: str) -> object:
    """The text as whatever file it looks like, all that is told of it read, too."""
    return list(read_unsaved("a.txt", text.encode("utf-8", "replace"), language="any"))


def read(format: str, text: str) -> object:
    """The text as a file of that format."""
    return read_file(format, FILES[format]([text]))


def read_many(format: str, text: str) -> object:
    """The words of the text as so many records, paragraphs or pages of a file of that format."""
    return read_file(format, FILES[format](text.split()))


def read_file(format: str, data: bytes) -> object:
    """What the reader of a format makes of `data`."""
    form = formats()[format]
    source = Source(f"a{form.SUFFIXES[0]}", BytesIO(data))
    try:
        return list(form.read(source))
    except ReadProblem as problem:
        return problem


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
    "checked": checked,
    "file": read_any,
    "boilerplate": boilerplate_spans,
    "language": language_of,
    "origin": stated_origin,
    "front matter": lambda text: front_matter_end(f"---\ntitle: x\n{text}"),
    "visible": visible,
    "wrap": lambda text: wrap(text, 80),
    **{format: partial(read, format) for format in FILES},
    **{f"many {format}": partial(read_many, format) for format in FILES},
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
