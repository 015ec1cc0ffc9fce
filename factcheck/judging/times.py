"""Two times that texts give one event: what each states itself, and whether they can be compared."""

import re

from claims.model import Claim, When
from factcheck.linking.slots import match_when

_GRAINS = (0, 31, 366)  # the most days between first and last of a day, a month, a year
_DAY_WORD = re.compile(r"day\b|\bto(?:night|morrow)\b", re.IGNORECASE)
_DAY_NUMBER = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\b(?!\s*(?:[:.]\s?\d|[ap]\.?\s?m\b|hours?\b|o.clock\b))", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s*[ap]\.?\s?m\b", re.IGNORECASE)
_QUARTER = re.compile(r"-Q\d")
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\d{4}")
_WEEKEND = "WE"
_WEEK, _NEWS = 7, 31  # days
_BEFORE = 12  # characters before a date
_BEFORE_THAN = 20  # characters of "than", a preposition and an article
_THAN = re.compile(r"\bthan\s+(?:(?:at|during|in|on)\s+)?(?:the\s+)?$", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:since|till|until)\s+(?:the\s+|last\s+)?$", re.IGNORECASE)


def are_two_times(a: Claim, b: Claim, *, of_number: bool = False) -> bool:
    """Whether two date claims state times of like fineness that cannot be one.

    An hour without a day is held against another such hour only: its day is that of some other date, and
    where these lie more than a month apart they are of two events. A
    weekend is as vague as a week, and what was so "since Sunday" did not happen on it. A year is not held
    against a day. "On Tuesday" may be the one before or the one after, and lies in the weeks in which the
    text was published: a day further off belongs to another event. "Last year" is mostly a period, and
    counts only as the time `of_number`s that agree. "In June", in both texts, is one June, though the one was
    published before it began and the other after: only what is told can differ. "More than in 2019" tells of
    another year than that. The fourth quarter of a company's own year can end in September. What was over
    "last month" is not what the other text still awaits "in September".
    """
    if match_when(a.when, b.when).outcome != "other" or not all(
        _is_stated(claim, of_number) for claim in (a, b)
    ):
        return False
    if any(claim.when and _QUARTER.search(claim.when.value) for claim in (a, b)):
        return False
    if _is_over_and_to_come(a, b) or _is_over_and_to_come(b, a):
        return False
    if _are_same_words_without_year(a, b) or _is_compared_with(a) != _is_compared_with(b):
        return False
    hours = is_bare_hour(a), is_bare_hour(b)
    if any(hours):
        return all(hours) and _hour(a) != _hour(b) and _days_apart(a, b) <= _NEWS
    if _leans(a) or _leans(b):
        apart = _days_apart(a, b)
        if apart == _WEEK or apart > _NEWS:
            return False
    return abs(grain(a.when) - grain(b.when)) <= 1


def are_news_of_two_days(a: Claim, b: Claim) -> bool:
    """Whether each text tells something as news of its own day, and the two days lie more than a month apart.

    A year or a month may be told wrongly; what a text of March and one of May tell as new are two things.
    """
    return _is_news(a) and _is_news(b) and _days_apart(a, b) > _NEWS


def _is_over_and_to_come(past: Claim, coming: Claim) -> bool:
    """Whether one text tells of a time before it was published and the other of one more than a month after.

    A year that is written out can be a slip.
    """
    if not (past.told and coming.told and past.when and coming.when and past.when.last and coming.when.first):
        return False
    is_over, is_awaited = past.when.last < past.told, (coming.when.first - coming.told).days > _NEWS
    return is_over and is_awaited and not (_YEAR.search(past.text) or _YEAR.search(coming.text))


def _is_news(claim: Claim) -> bool:
    if claim.told is None or claim.when is None or claim.when.first is None or grain(claim.when) > 0:
        return False
    return abs((claim.told - claim.when.first).days) <= _WEEK


def _leans(claim: Claim) -> bool:
    """Whether a day is told by when the text was published: "on Tuesday", "yesterday"."""
    return grain(claim.when) == 0 and not any(map(str.isdigit, claim.text))


def _are_same_words_without_year(a: Claim, b: Claim) -> bool:
    """Whether two texts name one month or day of it in the same words, and leave the year to be guessed."""
    if grain(a.when) > 1 or _leans(a):
        return False
    return sorted(_WORD.findall(a.text.casefold())) == sorted(_WORD.findall(b.text.casefold()))


def _is_compared_with(date: Claim) -> bool:
    """Whether something is held against a date: "28.7 percent more than the year before"."""
    place = date.start - date.sentence_start
    return _THAN.search(date.sentence, max(0, place - _BEFORE_THAN), place) is not None


def _days_apart(a: Claim, b: Claim) -> int:
    days = [claim.when.first for claim in (a, b) if claim.when and claim.when.first]
    return abs((days[0] - days[1]).days) if len(days) == 2 else 0


def is_bare_hour(claim: Claim) -> bool:
    """Whether a date claim states an hour and no day.

    >>> from claims import extract_claims
    >>> from corpus import Article
    >>> text = "The pit blew up at 11:20 p.m. The sister pit closed at 9 a.m. on May 5, 2019."
    >>> [is_bare_hour(claim) for claim in extract_claims(Article(id="a", text=text)) if claim.kind == "date"]
    [True, False]
    """
    if claim.when is None or "T" not in claim.when.value or not _hour(claim)[:1].isdigit():
        return False
    rest = _CLOCK.sub(" ", claim.text)
    return not _DAY_WORD.search(rest) and not _DAY_NUMBER.search(rest)


def _hour(claim: Claim) -> str:
    return claim.when.value.partition("T")[2] if claim.when else ""


def _is_stated(claim: Claim, of_number: bool) -> bool:
    """Whether a date claim states a time of its own at which something can have happened."""
    if claim.when is None or claim.when.value.endswith(_WEEKEND):
        return False
    if grain(claim.when) > 1 and not of_number and not any(map(str.isdigit, claim.text)):
        return False
    at = claim.start - claim.sentence_start
    return not _BOUND.search(claim.sentence[max(0, at - _BEFORE) : at])


def grain(when: When | None) -> int:
    """How coarse a time is: 0 for a day or finer, 1 for a month, 2 for a year, 3 beyond or open."""
    if when is None or when.first is None or when.last is None:
        return len(_GRAINS)
    days = (when.last - when.first).days
    return sum(days > most for most in _GRAINS)
