"""Credits: photo captions, bylines, "Reporting by ..." lines, author's notes and time stamps."""

import re
from collections.abc import Mapping
from functools import cache

from corpus.bylines import are_names, is_byline, is_contact, is_work_credit, work_credit_start
from corpus.data import load_forms
from corpus.lines import words_of
from corpus.phrases import is_sentence

_CAPTION_LONGEST = 500  # characters; a longer paragraph only loses the credit at its end
_CAPTION_SHORTEST = 8  # words of a caption without a credit
_CREDIT_LONGEST = 120
_STAMP_LONGEST = 14  # words
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]][.\s*_]*$")
_SENTENCE_END = re.compile(r"(?:[.!?…][\"”’)]*|\s\|)\s+")
_TOKEN = re.compile(r"[^\s,;:|/()\[\]]+")
_TWEET_END = re.compile(r"(?:https?://t\.co/\w+|pic\.twitter\.com/\w+)[\s…]*$")
_TWEET_SIGNED = re.compile(r"[—–-]+\s?.{1,80}\(@\w{1,30}\)")
_HANDLE = re.compile(r"@\w{1,30}")
_LABEL = re.compile(r"[*_]*([A-Za-z ]{2,24}?)\s*(?::|[-–—]\s|\b(?:by|via)\s+(?=[A-Z]))")
_PLAIN = re.compile(r"(?<![\w'’.-])[a-z]{4,}(?![\w'’.-])")  # a word that is no name
_OPENED = re.compile(r"\W*\w+(?: credit| source)?(?: by|:|\.\.\.| courtesy| from| via|/| of )", re.IGNORECASE)


def _lexicon() -> Mapping[str, frozenset[str]]:
    return load_forms("credits")


@cache
def _photo_words() -> frozenset[str]:
    """What may stand in the credit of a picture beside names."""
    return _lexicon()["photo-words"] | _lexicon()["between"]


def credit_start(line: str) -> int | None:
    """Where the boilerplate at the end of `line` begins: 0 for a whole caption or credit line, None for none.

    >>> credit_start("A tank at a parade in Minsk. (Ann Lee/WikiCommons)"), credit_start("Six died (police).")
    (0, None)
    """
    if is_work_credit(line.strip("()[]*_ ")) or is_byline(line) or is_tweet(line) or is_contact(line):
        return 0
    photo = _photo_credit_start(line)
    if photo is not None:
        return 0 if len(line) <= _CAPTION_LONGEST else photo
    return work_credit_start(line)


def is_tweet(line: str) -> bool:
    """Whether `line` is a post of a social network: it ends in its short link, or is its signature."""
    return bool(_TWEET_END.search(line[-60:]) or _TWEET_SIGNED.match(line) or _HANDLE.fullmatch(line))


def is_stamp(line: str, *, near_top: bool) -> bool:
    """Whether `line` says nothing but when the story was published; a bare date counts only near the top.

    >>> is_stamp("Updated 10:45 AM ET, Tue February 25, 2020", near_top=False)
    True
    >>> is_stamp("Updated figures show 12 dead", near_top=True)
    False
    """
    words = words_of(line) if len(line) <= _CREDIT_LONGEST else ()
    if not 1 < len(words) <= _STAMP_LONGEST or "#" not in words:
        return False
    lexicon = _lexicon()
    stamps = lexicon["stamp-words"] | lexicon["stamp-labels"]
    if not all(word == "#" or word in stamps for word in words):
        return False
    if not lexicon["stamp-months"].isdisjoint(words) and not lexicon["stamp-zones"].isdisjoint(words):
        return True
    labelled = any(" ".join(words[:length]) in lexicon["stamp-labels"] for length in (1, 2))
    return labelled or (near_top and any(word in lexicon["stamp-months"] for word in words))


def is_bare_caption(line: str) -> bool:
    """Whether `line`, an unfinished sentence, tells what a picture shows and where.

    >>> is_bare_caption("Jets are parked on a runway during the air show at Batajnica, Serbia")
    True
    >>> is_bare_caption("Six jets are parked on a runway during the air show, officials said.")
    False
    """
    if line[-1] in '.!?:;"”’' or len(line) > _CAPTION_LONGEST:
        return False
    words = words_of(line)
    if len(words) < _CAPTION_SHORTEST:
        return False
    lexicon = _lexicon()
    return any(
        verb in ("is", "are") and shown in lexicon["shown"] and where in lexicon["shown-where"]
        for verb, shown, where in zip(words, words[1:], words[2:], strict=False)
    )


def _photo_credit_start(line: str) -> int | None:
    label = _LABEL.match(line)
    if label:
        words = " ".join(words_of(label[1]))
        if words in _lexicon()["photo-labels"] or (
            words in _lexicon()["loose-labels"] and not is_sentence(line)
        ):
            return 0
    bracketed = _BRACKETED.search(line[-_CREDIT_LONGEST - 4 :]) if ")" in line or "]" in line else None
    if bracketed and _is_photo_credit(bracketed[1]):
        return line.rindex(bracketed[0])
    tail = line[-_CREDIT_LONGEST:]
    stops = list(_SENTENCE_END.finditer(tail))
    for start in [stop.end() for stop in reversed(stops)][:3] + ([0] if len(line) <= _CREDIT_LONGEST else []):
        if _is_photo_credit(tail[start:].rstrip(".")) or (start and _is_signature(tail[start:])):
            return len(line) - len(tail) + start
    return _slash_credit_start(line)


def _slash_credit_start(line: str) -> int | None:
    """Where "REUTERS/Ann Lee" or "Ann Lee/AFP via Getty Images" begins at the end of an unfinished line."""
    slash = line.rfind("/")
    if slash < 0 or len(line) - slash > 60 or line[-1] in '.!?"”':
        return None
    parts = line[:slash].split()[-1:]
    start = slash - len(parts[0]) if parts else slash
    return start if start > 0 and _is_photo_credit(line[start:]) else None


def _is_signature(words: str) -> bool:
    """Whether `words`, behind the last sentence of a line, are a photographer and whom the picture is for.

    >>> [_is_signature(words) for words in ("Ann Lee/The Gazette", "Ann Lee for The Gazette", "So be it")]
    [True, True, False]
    """
    tokens = _TOKEN.findall(words)
    signed = re.search(r"\w/[A-Z]|\bfor (?:The|the) [A-Z]", words) is not None
    return signed and 3 <= len(tokens) <= 10 and are_names(tokens, frozenset(("for", "of", "the")))


def _is_photo_credit(words: str) -> bool:
    """Whether `words` are nothing but names, and photo words or agencies among them.

    >>> [_is_photo_credit(words) for words in ("Ann Lee/Reuters", "AP", "Reuters/Ipsos", "12 people")]
    [True, False, False, False]
    """
    lexicon, known = _lexicon(), _photo_words()
    if any(plain[0] not in known for plain in _PLAIN.finditer(words)):
        return False
    parts = [part.strip(" .,-–—*_").casefold() for part in re.split(r"[/|,;:]|\bvia\b", words)]
    parts = [part for part in parts if part]
    if not parts or len(words) > _CREDIT_LONGEST or any(part in lexicon["pollsters"] for part in parts):
        return False
    tokens = [token.strip(".-–—*_") for token in _TOKEN.findall(words)]
    tokens = [token for token in tokens if token]
    if not are_names(tokens, known):
        return False
    if (
        tokens
        and tokens[0].casefold() in lexicon["photo-words"]
        and (len(tokens) == 1 or _OPENED.match(words))
    ):
        return True
    image = any(part in lexicon["images"] or part.startswith("ap photo") for part in parts)
    wire = any(part in lexicon["wires"] for part in parts)
    person = any(part not in lexicon["wires"] and part not in lexicon["images"] for part in parts)
    return (image and len(parts) > 1) or (wire and person and "/" in words) or parts[0] in lexicon["images"]
