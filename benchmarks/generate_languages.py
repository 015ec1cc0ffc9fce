"""Write corpus/languages.toml: the most frequent words of each language, by which a text's language is told.

    pip install wordfreq==3.1.1 babel
    python -m benchmarks.generate_languages > corpus/languages.toml

Source: wordfreq 3.1.1 by Robyn Speer, whose data are under CC BY-SA 4.0; names of languages by Babel (CLDR).
"""

import sys
import textwrap

WORDS = 60
LOOKED_AT = 300
# written without spaces, or with marks that are no letters: their script is enough to tell them from English
LEFT_OUT = ("bn", "hi", "ja", "ko", "ta", "zh")
HEADER = """\
# Written by benchmarks/generate_languages.py.
# The most frequent words of each language: wordfreq 3.1.1, Robyn Speer and others, under
# https://creativecommons.org/licenses/by-sa/4.0/, which holds for this file too. Names: Unicode CLDR.
"""


def main() -> None:
    """Print the tables, one a language, by code."""
    from babel import Locale
    from wordfreq import available_languages, top_n_list

    sys.stdout.write(HEADER)
    for code in sorted(set(available_languages()).difference(LEFT_OUT)):
        words = [word for word in top_n_list(code, LOOKED_AT) if word.isalpha() and len(word) > 1][:WORDS]
        name = Locale("en").languages[code]
        listed = textwrap.fill(" ".join(sorted(words)), 116, initial_indent="    ", subsequent_indent="    ")
        sys.stdout.write(f'\n[{code}]\nname = "{name}"\nwords = """\n{listed}\n"""\n')


if __name__ == "__main__":
    main()
