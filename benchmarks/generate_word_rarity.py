"""Write factcheck/linking/word_rarity.toml: how often English uses each word, without inflection.

    pip install wordfreq==3.1.1
    python -m benchmarks.generate_word_rarity > factcheck/linking/word_rarity.toml

Source: wordfreq 3.1.1 by Robyn Speer, whose data are under CC BY-SA 4.0. The frequencies of all forms of a
word are added up; what is left out is rarer than `LEAST`.
"""

import math
import sys
import textwrap
from collections import defaultdict

from claims.words import stem

LEAST = 3.4  # on the Zipf scale: two or three times in a million words
STEP = 0.2  # the scale's unit in the file
HEADER = """\
# Written by benchmarks/generate_word_rarity.py.
# English words without inflection, by the Zipf scale (the decimal logarithm of their number in 10^9 words).
# Source: wordfreq 3.1.1, Robyn Speer and others, under https://creativecommons.org/licenses/by-sa/4.0/,
# which holds for this file too.
"""


def main() -> None:
    """Print the table: the words of each frequency, the rarest first."""
    from wordfreq import iter_wordlist, word_frequency

    shares: dict[str, float] = defaultdict(float)
    for word in iter_wordlist("en"):
        if word.isalpha() and len(word) > 2:
            shares[stem(word)] += word_frequency(word, "en")
    listed: dict[int, list[str]] = defaultdict(list)
    for word, share in shares.items():
        zipf = math.log10(share) + 9
        if zipf >= LEAST:
            listed[round(zipf / STEP)].append(word)
    sys.stdout.write(f"{HEADER}\nrarest = {LEAST}\n\n[words]\n")
    for place, words in sorted(listed.items()):
        body = textwrap.fill(" ".join(sorted(words)), 116, break_on_hyphens=False)
        sys.stdout.write(f'"{place * STEP:.1f}" = """\n{body}\n"""\n')


if __name__ == "__main__":
    main()
