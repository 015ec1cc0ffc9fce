"""What a number is when it counts nothing: a designation, a date, a clock time, an address, a code."""

import re
from functools import cache

from claims.lexicon import load_lexicon
from claims.number_words import number_words
from claims.numbers import HYPHENS, Number
from claims.token_list import Tokens

_TURNS = ("past", "to")  # of the clock: "ten past", "twenty to"
_SCORE_REACH = 6  # tokens before a score in which a word tells that it is one
_MODIFIERS = 6  # tokens after a number among which its plural noun stands
_CHUNK = re.compile(r"\S+")
_GROUPS = re.compile(r"\d\)?[ ./-]\(?\d")  # digits parted as dates, codes and phone numbers are
_HOST = re.compile(r"[A-Za-z]\.[a-z]{2,}/")
_ADDRESS = re.compile(r"\W*(?:[0-9]{1,3}\.){3}[0-9]{1,3}\W*")
_PHONE = re.compile(r"(?<![\w.,])\+?\(?[0-9]{1,5}\)?(?:[ \-.]\(?[0-9]{2,5}\)?){1,5}(?![\w%])")
_CODE = re.compile(r"(?<![\w.,-])[0-9]+(?:-[0-9]+){2,}")
_DATE = re.compile(r"(?<![\w/.-])\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?![\w/]|[.-]\d)")


@cache
def words(name: str) -> frozenset[str]:
    """The forms of a table of number_names.toml."""
    return frozenset(load_lexicon("number_names")[name]["forms"])


def blocked(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches of `text[start:end]` whose digits are links, addresses of the net, phone numbers or dates."""
    spans: list[tuple[int, int]] = []
    if _may_have_link(text[start:end]):
        spans += [chunk.span() for chunk in _CHUNK.finditer(text, start, end) if _is_link(chunk[0])]
    if _GROUPS.search(text, start, end):
        spans += [match.span() for match in _DATE.finditer(text, start, end)]
        spans += [match.span() for match in _CODE.finditer(text, start, end)]
        spans += [match.span() for match in _PHONE.finditer(text, start, end) if _is_phone(text, match)]
    return sorted(spans)


def _may_have_link(stretch: str) -> bool:
    """Whether any of the signs is there that `_is_link` looks for in each word."""
    is_signed = "@" in stretch or "#" in stretch or "/" in stretch
    return is_signed or "www." in stretch or stretch.count(".") > 2


def _is_link(chunk: str) -> bool:
    if len(chunk) < 4 and chunk[0] not in "#@":
        return False
    if "@" in chunk or "://" in chunk or chunk[0] == "#" or chunk.startswith(("www.", "(www.")):
        return True
    return ("/" in chunk and _HOST.search(chunk) is not None) or (
        chunk.count(".") > 2 and _ADDRESS.fullmatch(chunk) is not None
    )


def _is_phone(text: str, match: re.Match[str]) -> bool:
    """Whether groups of digits are a phone number: many of them, and no number with grouped thousands."""
    written = match[0]
    groups = re.findall(r"[0-9]+", written)
    if sum(map(len, groups)) < 7:
        return False
    if len(groups) == 2:
        before = text[max(0, match.start() - 30) : match.start()].casefold().split()
        return not words("phone").isdisjoint(word.strip(".:,()") for word in before)
    grouped = groups[0][0] != "0" and " " in written and all(len(group) == 3 for group in groups[1:])
    return not grouped or "-" in written


def is_name(tokens: Tokens, number: Number, has_unit: bool) -> bool:
    """Whether `number` is part of a name or code, joined to letters or after a label: "T-72", "Route 66"."""
    first = number.first
    if number.words:
        return _is_named_word(tokens, number, has_unit)
    if tokens.is_glued(first) and _is_joined_left(tokens, first):
        return True
    if _is_joined_right(tokens, number, has_unit):
        return True
    if tokens.low(number.last + 1) in words("model-after") and tokens.is_capitalised(number.last + 1):
        return True
    written = tokens.words[first]
    if written[0] == "0" and len(written) > 1 and written[1] != ".":
        return True
    return not has_unit and _is_labelled(tokens, number)


def _is_joined_left(tokens: Tokens, i: int) -> bool:
    before = tokens.words[i - 1]
    if before.isalpha() or before[-1].isnumeric() or before in ":_#@=\\*^":
        return True
    if before in "/⁄∕.+'’" and tokens.is_glued(i - 1) and tokens.words[i - 2][0].isalnum():
        return True
    if before in HYPHENS and tokens.is_glued(i - 1):
        word = tokens.low(i - 2)
        if word[:1].isalpha():
            is_joined = _is_share(tokens, i - 4) or _repeats_unit(tokens, i)
            return not is_joined and word not in words("hyphen-before")
        if tokens.is_glued(i - 2) and tokens.words[i - 3].isalpha() and tokens.is_number(i - 2):
            return True
        return (
            len(word) == 4
            and tokens.is_number(i - 2)
            and len(tokens.words[i]) == 2
            and is_year(tokens, i - 2)
        )
    return False


def _is_share(tokens: Tokens, i: int) -> bool:
    """Whether the number at `i` opens a share: "a 1-in-43 chance", not "a 2-in-1 laptop", "1-in-100-year"."""
    part, *link, whole, after = (tokens.word(at) for at in range(i, i + 6))
    is_linked = link[1] == "in" and link[0] in HYPHENS and link[2] in HYPHENS and after not in HYPHENS
    if not is_linked or not (part.isdecimal() and whole.isdecimal()):
        counts = tokens.kind(i) == tokens.kind(i + 4) == "number"
        return is_linked and counts and "one" not in (tokens.low(i), tokens.low(i + 4))
    return int(part) < int(whole)


def _repeats_unit(tokens: Tokens, i: int) -> bool:
    """Whether the number at `i` has the unit of the number that a hyphen joins it to: "5km-6km"."""
    degree = tokens.word(i - 3) == "°"
    return tokens.is_number(i - 3 - degree) and tokens.low(i - 2) == tokens.low(i + 1 + degree)


def _is_joined_right(tokens: Tokens, number: Number, has_unit: bool) -> bool:
    i = number.last + 1
    if not tokens.is_glued(i):
        return False
    after = tokens.words[i]
    if after[0].isalpha():
        return not has_unit
    if after in ":/⁄∕" and not has_unit:
        return tokens.is_glued(i + 1) and tokens.is_number(i + 1)
    if after in "'’" and tokens.is_glued(i + 1):
        return tokens.low(i + 1) in ("s", "t") or tokens.is_number(i + 1)
    if after in HYPHENS and not has_unit and tokens.is_glued(i + 1):
        following = tokens.words[i + 1]
        if following == "in" and tokens.word(i + 2) in HYPHENS:
            return not _is_share(tokens, number.first)
        is_code = len(following) == 1 or (following.isupper() and not tokens.is_title_case)
        return following[0].isalpha() and is_code
    return False


def _is_labelled(tokens: Tokens, number: Number) -> bool:
    """Whether a plain integer follows a word that it identifies: "Game 7", "Boeing 737", "No. 10"."""
    first, i = number.first, number.first - 1
    if number.last > first or "," in tokens.words[first] or number.value is None or number.value >= 10000:
        return False
    if tokens.word(i) == "." and tokens.low(i - 1) in (
        "no",
        "nos",
        "art",
        "sec",
        "p",
        "pp",
        "para",
        "vol",
        "ch",
        "fig",
        "nr",
    ):
        return True
    if tokens.word(i) in ("#", "№", "§"):
        return True
    if not tokens.is_word(i):
        return False
    if len(tokens.words[i]) == 1 and tokens.is_capitalised(i) and tokens.words[i] not in "AI" and i > 0:
        return True
    low = tokens.lows[i]
    counted = tokens.kind(number.last + 1) == "plural"
    if low in words("label"):
        return not (counted and low in words("label-plural-noun-allowed"))
    if tokens.is_title_case or tokens.words[i].islower():
        return False
    if i == 0 and tokens.kind(i) in ("past", "participle", "verb", "verb-s", "gerund"):
        return False
    if tokens.is_number(i - 1) or tokens.kind(i - 1) == "number":
        return True
    if tokens.kind(i) in (
        "preposition",
        "conjunction",
        "determiner",
        "auxiliary",
        "relative",
        "adverb",
    ):
        return False
    if tokens.low(number.last + 2) == "out" and tokens.low(number.last + 1) in ("all", "not"):
        return False  # "Rathore 128 not out"
    return not (_opens_score(tokens, number) or _leads_to_plural(tokens, number.last + 1))


def _opens_score(tokens: Tokens, number: Number) -> bool:
    """Whether a small number with another behind a hyphen is a side's score: "beat Ajax 3-1"."""
    after = number.last + 2
    is_pair = tokens.word(after - 1) in HYPHENS and tokens.is_glued(after) and tokens.is_number(after)
    if not is_pair or len(tokens.words[number.first]) > 2 or len(tokens.words[after]) > 2:
        return False
    if tokens.is_capitalised(after + 1):
        return True  # "Liverpool 4-0 Everton"
    return not words("score").isdisjoint(tokens.lows[max(0, number.first - _SCORE_REACH) : number.first])


def _leads_to_plural(tokens: Tokens, i: int) -> bool:
    """Whether a lower-case plural noun follows at token `i`, with modifiers before it allowed."""
    for at in range(i, i + _MODIFIERS):
        if tokens.is_glued(at) and tokens.word(at) in HYPHENS:
            continue  # "self-propelled howitzers"
        if not tokens.is_word(at) or tokens.is_capitalised(at):
            return False
        found = tokens.kind(at)
        if found == "plural" or tokens.lows[at] in ("more", "dead", "injured", "killed", "wounded", "others"):
            return True
        if found not in ("noun", "adjective", "past", "participle", "gerund", "adverb"):
            return False
    return False


def _is_named_word(tokens: Tokens, number: Number, has_unit: bool) -> bool:
    first, last = number.first, number.last
    if tokens.is_glued(first) and _is_joined_left(tokens, first):
        return True
    if (
        tokens.is_glued(last + 1)
        and tokens.words[last + 1] in HYPHENS
        and not has_unit
        and tokens.is_glued(last + 2)
    ):
        following = tokens.low(last + 2)
        if following in words("not-after-hyphen") or number.value == 1 or number.fraction:
            return True
    if tokens.is_capitalised(first) and first > 0 and not tokens.is_title_case and not has_unit:
        before = tokens.words[first - 1]
        is_opening = before in ".:;!?\"“‘'—–-(•*"
        return (not is_opening and not tokens.words[first].isupper()) or (
            before[0].isupper() and before.isalpha()
        )
    return False


def is_clock(tokens: Tokens, number: Number) -> bool:
    """Whether a clock time stands at `number`: "2 pm", "1100 hours", "nine o'clock", "at ten to six"."""
    i = number.last + 1
    low, written = tokens.low(i), tokens.words[number.first]
    if low in ("o'clock", "o’clock") or _is_spoken_clock(tokens, number):
        return True
    if low in ("hours", "hrs") and len(written) == 4 and written.isdigit():
        return int(written) < 2400 and int(written) % 100 < 60 and int(written) % 5 == 0
    return (
        not number.words and low in words("clock") and (low not in ("est", "et") or tokens.words[i].isupper())
    )


def _is_spoken_clock(tokens: Tokens, number: Number) -> bool:
    """Whether `number` is the minutes or the hour of "at twenty to six", "at a quarter past nine"."""
    turn = number.last + 1 if tokens.low(number.last + 1) in _TURNS else number.first - 1
    if tokens.low(turn) not in _TURNS or not _is_small(tokens, turn + 1):
        return False
    first = turn - 1
    while first > turn - 4 and (
        tokens.low(first) in ("a", "-", "half", "quarter") or _is_small(tokens, first)
    ):
        first -= 1
    is_counted = tokens.kind(turn + 2) in ("noun", "plural", "adjective")
    return first < turn - 1 and tokens.low(first) in _before_clock() and not is_counted


def _is_small(tokens: Tokens, i: int) -> bool:
    return tokens.is_number(i) or tokens.low(i) in number_words()


@cache
def _before_clock() -> frozenset[str]:
    return frozenset(load_lexicon("time_words")["beside"]["spoken-before"])


def is_date(tokens: Tokens, number: Number) -> bool:
    """Whether `number` is a day of a month or a year."""
    first, last = number.first, number.last
    if number.words or number.value is None or last > first or not tokens.words[first].isdigit():
        return False
    before = first - 1
    if tokens.word(before) == ".":
        before -= 1
    if tokens.word(before) in HYPHENS and tokens.is_number(before - 1):
        before -= 2
        if tokens.word(before) == ".":
            before -= 1
    if number.value <= 31 and _is_month(tokens, before):
        return True
    after = last + 1
    if tokens.word(after) in HYPHENS and tokens.is_number(after + 1):
        after += 2
    if number.value <= 31 and (
        _is_month(tokens, after) or (tokens.low(after) == "of" and _is_month(tokens, after + 1))
    ):
        return True
    return is_year(tokens, first)


def _is_month(tokens: Tokens, i: int) -> bool:
    low = tokens.low(i)
    if low not in words("month") or not tokens.is_capitalised(i):
        return False
    return low not in ("may", "march") or not tokens.is_title_case or tokens.words[i].istitle()


def is_year(tokens: Tokens, i: int) -> bool:
    """Whether the digits at token `i` are a year."""
    written = tokens.words[i]
    if len(written) != 4 or not written.isdigit() or not 1000 <= int(written) <= 2100:
        return False
    before, after = tokens.low(i - 1), i + 1
    if tokens.word(after) in HYPHENS and tokens.is_number(after + 1):
        return not (
            len(tokens.words[after + 1]) >= 4 and int(written) <= 2000 and not is_year(tokens, after + 1)
        )
    counted = tokens.kind(after) == "plural" and not tokens.is_capitalised(after)
    if (
        before
        in ("about", "some", "nearly", "almost", "than", "least", "roughly", "approximately", "over", "to")
        and counted
    ):
        return False
    return not (
        counted
        and (int(written) < 1900 or written.endswith("00"))
        and (before not in words("year-before") or (before == "in" and tokens.low(i - 2) in ("one", "1")))
    )
