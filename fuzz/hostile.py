"""Families of hostile text: a few characters said over and over, by what they try to wear out."""

FAMILIES: dict[str, tuple[str, ...]] = {
    "digits": ("1", "1 ", "1,1", "1,000", "1.", "0.", "1/", "1:", "½", "1%", "$1 ", "1e9", "1 000 "),
    "hyphens": ("-", "-1", "1-", "five-", "T-", "A-1", "1-a-", "2019-", "–", "— "),
    "marks": (",", ", ", ".", ". ", "a.", "U.S. ", "...", "; ", ": ", "/", "@a", "#", "&", "*", "_", "|"),
    "brackets": ("(", ")", "()", "(1) ", "((a) ", "[", "](", "![", "[a](", "1 (2 "),
    "quotes": ('"', "'", "“", "”", '"1" ', "’s ", "'s ", '1" ', "“1” said "),
    "number words": (
        *("one ", "two ", "hundred ", "million ", "and a half ", "half ", "first ", "twenty-five ", "dozen "),
        *("one of the ", "1 of ", "of 1 of which ", "between one and ", "more than ", "at least ", "1 to "),
        *("rose 1% to ", "up from ", "two thirds of ", "1 and 2 ", "3 killed, ", "12 people, "),
    ),
    "months": (
        *("May ", "May 5, ", "5 May ", "2019 ", "Oct. 5-7 ", "Monday ", "the end of the ", "last "),
        *("10 p.m. ", "a year ", "1990s ", "12:30 ", "on ", "5/6/2019 ", "the night of ", "in May, "),
    ),
    "names": (
        *("A", "A ", "Aa ", "Bank of ", "Mr. ", "Roe said. ", ", Roe said, ", "Roe and Doe, ", "(AB) "),
        *(
            "Serbian ",
            "Aa of Bb & ",
            "McA-",
            "the US and the UK and ",
            "President ",
            "Ivan Roe's ",
            "Paris, ",
        ),
    ),
    "words": (
        *("a", "a ", "the ", "of ", "and ", "to buy ", "killed ", "which, ", "not ", "if ", "said that "),
        *(
            "ordered and delivered ",
            "according to ",
            "six tanks were delivered, ",
            "who was ",
            "by the army ",
        ),
        *("the six tanks that the army ordered from Russia in May 2019 and ", "year-old ", "km ", "people "),
    ),
    "space": (" ", "\n", "\t", "\n\n", " \n", "\r", "\u00a0", "\u2028", "a\n", "1\n", "x" * 70 + "\n"),
    "markup": (
        *("<", ">", "<a ", "<b>", "</", "<!--", "-->", "&", "&amp;", "&#1;", "`", "```\n", "# ", "> "),
        *(
            "- ",
            "| ",
            "---\n",
            "http://",
            "http://a.b/ ",
            "www.a",
            "a@b",
            "{",
            "}",
            "\\",
            "<div>",
            "<p>1 </p>",
        ),
    ),
    "credits": (
        *("Reporting by ", "Photo: ", "By A ", "(AP) ", "Published: ", "Copyright ", "Read more: "),
        *("Comments (1)\n", "— A (@a) May 5\n", "Editing by A; ", "/ AP ", "© "),
    ),
    "unicode": ("é", "e\u0301", "İ", "ß", "😀", "２", "٣", "²", "\u202e", "\u200b", "\x00", "\x1b["),
}
PIECES = tuple(piece for family in FAMILIES.values() for piece in family)


def grown(piece: str, size: int) -> str:
    """`piece` said over and over, whole each time, to `size` characters or a little less."""
    return piece * (size // len(piece))
