"""Date findings: times that differ though the number told with them agrees, and each difference told once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.event_lexicon import compare_events, event_classes
from claims.model import Claim
from factcheck.judging.judge import Judgement
from factcheck.judging.times import are_two_times, grain
from factcheck.linking.slots import match_item, match_when

_SURE = 0.6  # chance of one fact from which the dates that stand beside its number are compared


@dataclass(frozen=True, slots=True)
class DatePair:
    """Two date claims of one event that give it different times, and the number that links them."""

    a: Claim
    b: Claim
    judgement: Judgement


class ToldDates:
    """The date claims of every article: by sentence, and which days it tells at all."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._beside: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        self._told: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.kind == "date" and claim.when:
                self._beside[claim.doc, claim.sentence_start].append(claim)
                self._told[claim.doc].append(claim)

    def are_both_told(self, a: Claim, b: Claim) -> bool:
        """Whether one article tells the other's time too: then the texts may date two things.

        A day counts whatever it is told of, unless that is another event or thing; a month or a year only of
        the same event.
        """
        return a.doc == b.doc or self._tells(b.doc, a) or self._tells(a.doc, b)

    def _tells(self, doc: str, claim: Claim) -> bool:
        known = ("same", "kin") if grain(claim.when) else ("same", "kin", "ladder", "unknown")
        return any(
            grain(other.when) <= grain(claim.when)
            and match_when(claim.when, other.when).outcome in ("same", "close")
            and compare_events(claim.event, other.event) in known
            and match_item(claim.item, other.item).outcome not in ("other", "excluded")
            for other in self._told.get(doc, ())
        )

    def of_number(self, claim: Claim) -> Claim | None:
        """The date of a number: the nearest that was read as its time, or the only one of its sentence."""
        dates = self._beside.get((claim.doc, claim.sentence_start), ())
        same = [date for date in dates if claim.when and date.when and date.when.value == claim.when.value]
        if same:
            return min(same, key=lambda date: (abs(date.start - claim.start), date.start))
        return dates[0] if len(dates) == 1 else None


def sound_differences(judgements: Sequence[Judgement], told: ToldDates) -> list[Judgement]:
    """`judgements` without those on two dates of which one text gives both."""
    return [
        judgement
        for judgement in judgements
        if judgement.link.a.kind != "date"
        or judgement.verdict != "discrepancy"
        or not told.are_both_told(judgement.link.a, judgement.link.b)
    ]


def differing_dates(agreed: Sequence[Judgement], told: ToldDates) -> list[DatePair]:
    """The dates that differ though the number told with them agrees, likeliest first, no two claims twice."""
    pairs = []
    seen: set[frozenset[str]] = set()
    for judgement in sorted(agreed, key=_by_chance):
        for pair in _pairs_of(judgement, told):
            ids = frozenset((pair.a.id, pair.b.id))
            if ids not in seen and not told.are_both_told(pair.a, pair.b):
                seen.add(ids)
                pairs.append(pair)
    return pairs


def _by_chance(judgement: Judgement) -> tuple[float, str, str]:
    return (-judgement.link.chance, judgement.link.a.id, judgement.link.b.id)


def _pairs_of(judgement: Judgement, told: ToldDates) -> Iterator[DatePair]:
    link = judgement.link
    if link.a.kind == "date" or link.chance < _SURE or not link.is_one_story:
        return
    if link.a.value is None or link.b.value is None:
        return  # "thousands" have no one date
    mine, theirs = told.of_number(link.a), told.of_number(link.b)
    if (
        mine is None
        or theirs is None
        or not _happens_once(link.a, link.b)
        or not are_two_times(mine, theirs, of_number=True)
    ):
        return
    is_one_status = mine.status == theirs.status or link.a.event == link.b.event is not None
    is_dated = link.is_copied or any(
        compare_events(date.event, number.event) in ("same", "kin", "ladder")
        for date, number in ((mine, link.a), (theirs, link.b))
    )
    if is_one_status and is_dated and _belongs(mine, link.a) and _belongs(theirs, link.b):
        yield DatePair(mine, theirs, judgement)


def _happens_once(*numbers: Claim) -> bool:
    """Whether neither number is of a kind of event that repeats, nor told with the day it stood at."""
    return all(
        claim.standing is None and (claim.event is None or event_classes()[claim.event].kind != "repeats")
        for claim in numbers
    )


def _belongs(date: Claim, number: Claim) -> bool:
    """Whether a date may be that of the number's event: not that of what somebody said of it."""
    if compare_events(date.event, number.event) in ("same", "kin", "ladder", "unknown"):
        return True
    return date.when == number.when and date.event != "statement"


def join_pairs(pairs: Sequence[DatePair], facts: Sequence[Sequence[Sequence[Claim]]]) -> list[list[DatePair]]:
    """The pairs that tell one difference together; none that one of `facts`, sides of claims, tells already.

    A pair joins others where it shares a claim with them and brings in another article.
    """
    known: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, sides in enumerate(facts):
        for claim in (claim for side in sides for claim in side):
            known[claim.doc, _day(claim)].add(number)
    joined: list[list[DatePair]] = []
    told: list[dict[str, str]] = []  # the days of each of `joined` by article
    telling: dict[str, list[int]] = defaultdict(list)  # which of `joined` each article is in
    for pair in pairs:
        days = {pair.a.doc: _day(pair.a), pair.b.doc: _day(pair.b)}
        first, second = days.items()
        if not known.get(first, set()).isdisjoint(known.get(second, ())):
            continue
        beside = sorted({number for doc in days for number in telling[doc]})
        fitting = (n for n in beside if all(told[n].get(doc, day) == day for doc, day in days.items()))
        number = next(fitting, len(joined))
        if number == len(joined):
            joined.append([])
            told.append({})
        joined[number].append(pair)
        for doc in days.keys() - told[number].keys():
            telling[doc].append(number)
        told[number] |= days
    return joined


def _day(claim: Claim) -> str:
    return claim.when.value if claim.when else ""


def sides_of(pairs: Sequence[DatePair]) -> tuple[tuple[Claim, ...], ...]:
    """The date claims of joined pairs by side: those of one side can be one time."""
    sides: list[list[Claim]] = []
    claims = {(claim.doc, _day(claim)): claim for pair in pairs for claim in (pair.a, pair.b)}
    for _, claim in sorted(claims.items()):
        for side in sides:
            if all(match_when(claim.when, other.when).outcome != "other" for other in side):
                side.append(claim)
                break
        else:
            sides.append([claim])
    return tuple(tuple(side) for side in sides)
