"""What a phrase is read against: the publication date, the tense round it, the dates before it."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from claims.lexicon import load_lexicon
from claims.memo import MEMO
from claims.model import DateKind
from claims.timex.calendar_ import Days, days_of, shift_days

_REACH = 80  # characters looked back or ahead for a verb
_CLAUSE = re.compile(r"[;:](?=\s)|[.!?][\"'”’)]*\s+(?=[A-Z\"'“‘(])|\n")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"'“‘(])|\n")
_WORD = re.compile(r"['’]?[^\W\d_]+")


class Reading(NamedTuple):
    """What a phrase means; `start` and `end` where it is not the whole phrase that means it."""

    value: str
    kind: DateKind = "date"
    days: Days | None = None  # where `value` alone does not tell them
    start: int | None = None
    end: int | None = None
    anchors: bool = True  # whether later phrases may lean on it


Readings = Reading | list[Reading] | None


class Context:
    """The surroundings of the phrases of one text, read in text order."""

    def __init__(
        self, text: str, published: date | None, day_first: bool = False, narrative: bool = False
    ) -> None:
        self.text = text
        self.published = published
        self.day_first = day_first
        self.narrative = narrative
        self.anchor: str | None = None  # value of the last date of the text
        self.anchor_end = 0
        self.day: date | None = None  # last day that the text names
        self.day_end = 0
        self.other_day: tuple[date, int] | None = None  # the day named before it, and where that ends
        self.month: date | None = None  # first day of the last month, or of the month of the last day
        self.year: int | None = None
        self.quarter: tuple[int, int] | None = None  # year and number
        self.may_is_named: bool | None = None  # whether "May" is somebody's name; None until it is asked
        self.is_shouted = text.isupper()
        self.tells_quarters = "quarter" in text

    def note(self, value: str, end: int) -> None:
        """Remember a date that the text names up to `end`, for the phrases that lean on it."""
        value = value.rpartition("/")[2]
        match = re.match(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q(\d)))?(?=T|$|-W|-S|-F|-H|-WI)", value)
        if not match:
            return
        self.anchor = value
        self.anchor_end = end
        self.year = int(match[1])
        if match[4]:
            self.quarter = (self.year, int(match[4]))
        days = days_of(value)
        if match[2] and days:
            self.month = days[0].replace(day=1)
            if match[3]:
                if self.day is not None and self.day != days[0]:
                    self.other_day = self.day, self.day_end
                self.day, self.day_end = days[0], end
        if self.narrative and days:  # a history goes on from the last date, not from the last day
            self.day = self.day if self.day and days[0] <= self.day <= days[1] else None
            self.month = (
                self.month if self.month and days[0].replace(day=1) <= self.month <= days[1] else None
            )

    @property
    def today(self) -> date | None:
        """The day that "now" is: of publication; in a narrative, the last day that the text names."""
        return (self.day or self.month) if self.narrative else self.published

    def day_near(self, start: int, end: int) -> date | None:
        """The day that the text named shortly before a span: that of a bare "4 p.m.", if the tense fits.

        None where the sentences before name two days: "voted on Sunday, met on Monday. The poll at 8 p.m.".
        """
        day = self.day if start - self.anchor_end < 5 * _REACH else None
        if day and self.other_day and start - self.other_day[1] < 5 * _REACH and not self.narrative:
            is_told = self.other_day[0] == day or not SENTENCE_END.search(self.text, self.day_end, start)
            day = day if is_told else None
        if day is None or self.published is None or day == self.published:
            return day
        differs = self.tense(start, end) * (day - self.published).days < 0
        return None if differs else day

    def anchor_day(self) -> date | None:
        """The day that "a day earlier" counts from: the last that the text names, else of publication."""
        return self.day or (None if self.narrative else self.published)

    def year_of_month(self, month: int, start: int, end: int) -> int | None:
        """The year of a month named without one: the nearest, unless the verb says which; None if open.

        Source: counts over news corpora: the nearest month is meant in four of five.
        """
        if told := self._told_year(month, start):
            return told
        if self.published is None or self.narrative:
            return None
        back = (self.published.month - month) % 12  # months since it last came
        tense = 1 if self._is_contract(end) else self.tense(start, end)
        ahead = back > 0 and (tense > 0 or (tense == 0 and back > 6))
        year = self.published.year - (month > self.published.month)
        return year + 1 if ahead else year

    def _is_contract(self, end: int) -> bool:
        """Whether a month is that of a contract, which comes: "crude for December delivery"."""
        following = _WORD.search(self.text, end, end + _REACH)
        is_next = following is not None and not self.text[end : following.start()].strip()
        return following is not None and is_next and following[0].casefold() in _table("contracts")

    def year_of_day(self, month: int, day: int, start: int, end: int) -> int | None:
        """The year of a day named without one: the nearest, if no verb says otherwise of a far one."""
        if told := self._told_year(month, start):
            return told
        if self.published is None or self.narrative:
            return None
        near: list[tuple[int, int]] = []
        for year in (self.published.year - 1, self.published.year, self.published.year + 1):
            days = days_of(f"{year:04d}-{month:02d}-{day:02d}")
            if days:
                near.append(((days[0] - self.published).days, year))
        if not near:
            return None
        distance, year = min(near, key=lambda item: (abs(item[0]), item[0]))
        tense = self.tense(start, end) if abs(distance) > 100 else 0
        if tense and tense * distance < 0:
            others = [item for item in near if tense * item[0] >= 0]
            if others:
                return min(others, key=lambda item: abs(item[0]))[1]
        return year

    def _told_year(self, month: int, start: int) -> int | None:
        """The year that the text before fixes for a month, None if it leaves it to the publication date.

        It does in a history; in a range ("from June to October"); in one sentence with a date long past, or
        near one in the same month.
        """
        if self.year is None or self.anchor is None:
            return None
        between = self.text[self.anchor_end : start]
        base = self.month if self.month and self.month.year == self.year else None
        if base and between.strip() in load_lexicon("time_words")["beside"]["range-links"]:
            return self.year + (month < base.month)
        if self.narrative:
            return self.year + bool(base and base.month - month > 5)
        if self.text.startswith(("'s", "’s"), self.anchor_end) and len(self.anchor) == 4:
            return self.year if not SENTENCE_END.search(between) else None
        is_past = self.published is None or self.year <= self.published.year - 2
        leans = not SENTENCE_END.search(between) or (base is not None and base.month == month)
        return self.year if is_past and base and leans and len(between) < 3 * _REACH else None

    def weekday(self, number: int, start: int, end: int) -> date | None:
        """The day of a bare weekday: the latest up to publication, or the next if the verb is in the future.

        On its own weekday it means the day of publication. Source: counts over news corpora (91%).
        """
        base = self.today
        if base is None:
            return None
        back = (base.isoweekday() - number) % 7
        if back and self.tense(start, end) > 0:
            return shift_days(base, 7 - back)
        return shift_days(base, -back)

    def last_quarter(self) -> tuple[int, int] | None:
        """The last quarter finished at publication."""
        if self.published is None:
            return None
        number = (self.published.month - 1) // 3
        return (self.published.year, number) if number else (self.published.year - 1, 4)

    def reported_quarter(self, at: int) -> tuple[int, int] | None:
        """The quarter that a company's figures near `at` are for, None in other text.

        In earnings copy "a year ago" is the same quarter of last year (27 of 46 in news corpora).
        """
        if not self.tells_quarters:
            return None
        near = self.text[max(0, at - 3 * _REACH) : at + _REACH].casefold()
        is_earnings = any(stem in near for stem in load_lexicon("time_words")["beside"]["earnings-stems"])
        return (self.quarter or self.last_quarter()) if is_earnings else None

    def tense(self, start: int, end: int) -> int:
        """-1 if the verb next to the span is in the past, 1 if in the future, 0 if none tells."""
        before = self.text[max(0, start - _REACH) : start]
        breaks = [match.end() for match in _CLAUSE.finditer(before)]
        written = [word[0] for word in _WORD.finditer(before, breaks[-1] if breaks else 0)]
        words = [word.casefold() for word in written]
        if "since" in words[-2:]:
            return -1
        for index in range(len(words) - 1, -1, -1):
            following = words[index + 1] if index + 1 < len(words) else ""
            tense = _word_tense(words[index], following)
            if tense < 0 and index and words[index - 1] == "be":
                continue
            if tense < 0 and _leads_on(words[index], words[index + 1 :]):
                return 0
            if tense or _is_fixture(written, index) or _is_modal(written[index], following):
                return tense or 1
        after = self.text[end : end + _REACH]
        stop = _CLAUSE.search(after)
        words = [
            word[0].casefold() for word in _WORD.finditer(after, 0, stop.start() if stop else len(after))
        ]
        words = list(takewhile(lambda word: word not in _table("other-clause"), words))
        return next(
            (tense for word, following in pairwise([*words, ""]) if (tense := _word_tense(word, following))),
            0,
        )


def _leads_on(verb: str, following: Sequence[str]) -> bool:
    """Whether what a past verb decided or foretold may be dated: "agreed to raise output from December"."""
    if verb not in _table("deciding"):
        return False
    return "to" in following or (bool(following) and following[-1] in _table("ahead"))


def _is_fixture(written: Sequence[str], index: int) -> bool:
    """Whether a side's next match stands at word `index`: "City travel to Brackley", "United host Spurs"."""
    if not index or written[index] not in _table("fixtures") or written[index - 1] == "to":
        return False
    after = [word for word in written[index + 1 :] if word != "to"]
    if after[:1] == ["again"]:
        return True
    is_between = written[index - 1][:1].isupper() and bool(after) and after[0][:1].isupper()
    return is_between and _same_pasts().isdisjoint(after)  # "World Cup host Qatar beat Iran"


def _is_modal(written: str, following: str) -> bool:
    """Whether something may yet happen: "could vote", "may rule"; not "could not reach", "may have died"."""
    return written in _table("modals") and following not in _table("after-modals")


@cache
def _same_pasts() -> frozenset[str]:
    """The past tenses that are also the base form: "beat", "hit"."""
    verbs: dict[str, list[str]] = load_lexicon("inflection")["verbs"]
    return frozenset(base for base, (past, _) in verbs.items() if past == base)


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load_lexicon("time_words")["tense"][name])


@lru_cache(maxsize=MEMO)
def _word_tense(word: str, following: str) -> int:
    future, pairs, past = _cues()
    if word in future or f"{word} {following}" in pairs:
        return 1
    return -1 if word in past or (word.endswith("ed") and len(word) > 4 and word not in _neither()) else 0


@cache
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words and pairs of words of the future, and words of the past."""
    tense = load_lexicon("time_words")["tense"]
    future, pairs = frozenset(tense["future"]), frozenset(tense["future-pairs"])
    verbs: dict[str, list[str]] = load_lexicon("inflection")["verbs"]
    forms = {form for base, pair in verbs.items() for form in pair if form != base}
    return future, pairs, frozenset((forms | set(tense["past"])) - future - {"forecast"})


@cache
def _neither() -> frozenset[str]:
    return frozenset(load_lexicon("time_words")["tense"]["neither"])
