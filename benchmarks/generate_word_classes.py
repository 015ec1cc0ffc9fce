"""Writes claims/lexicon/word_classes.toml from a lexicon of words with their likeliest part of speech.

usage: python -m benchmarks.generate_word_classes en-lexicon.txt > claims/lexicon/word_classes.toml

The input is the lexicon of Brill's rule-based tagger v1.14, one "word TAG" a line, as the PyPI package
textblob ships it (textblob/en/en-lexicon.txt). Only words whose ending does not tell their class are kept.
"""

import re
import sys
import textwrap
from collections import defaultdict
from pathlib import Path

from claims.wordclass import guess_class

TAGS = {
    "adjective": "JJ JJR JJS",
    "adverb": "RB RBR RBS",
    "gerund": "VBG",
    "noun": "NN",
    "participle": "VBN",
    "past": "VBD",
    "plural": "NNS",
    "verb": "VB VBP",
    "verb-s": "VBZ",
}
CLASSES = {tag: name for name, tags in TAGS.items() for tag in tags.split()}
HEADER = """\
# Words whose ending does not tell their likeliest class; written by benchmarks/generate_word_classes.py.
# Source: lexicon of Brill's rule-based tagger v1.14, trained on the Brown corpus and the Penn Treebank;
# Copyright 1993 by the Massachusetts Institute of Technology and the University of Pennsylvania. MIT licence.
"""


def main() -> None:
    words = defaultdict(list)
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        name = CLASSES.get(tag.strip())
        if tag == "VBN" and word.endswith("ed"):
            name = "past"  # one form serves both, and no list can tell which
        if name and re.fullmatch(r"[a-z]{2,18}", word) and name != guess_class(word):
            words[name].append(word)
    print(HEADER)
    for name in sorted(words):
        body = textwrap.fill(" ".join(sorted(words[name])), 118, break_long_words=False)
        print(f'[{name}]\nforms = """\n{body}\n"""\n')


if __name__ == "__main__":
    main()
