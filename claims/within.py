"""Dates that lean on a day of publication of which only bounds are known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from claims.model import Claim, When

_WIDEST = 31  # days between the bounds; wider ones say too little of "on Tuesday"
_LONGEST_RUN = 400  # days after an event in which a text may still lean on it


def dated_within(
    text: str, claims: Sequence[Claim], first: date, last: date, *, open_still: frozenset[str] = frozenset()
) -> list[Claim]:
    """`claims` of `text` with the days that their open dates cover, if published from `first` to `last`.

    A date that is the same day whichever it was becomes that day; another covers all that it can be. Claims
    whose id is in `open_still` stay as they are, with all of their value, and so does every claim where the
    bounds lie further apart than a month.
    """
    if (last - first).days > _WIDEST:
        return list(claims)
    found = _meanings(text, first, last)
    kept = {_open_value(claim) for claim in claims if claim.id in open_still}
    meant: dict[tuple[int, str], When] = {}
    for claim in claims:
        value = _open_value(claim)
        if claim.kind == "date" and value and value not in kept and (claim.start, claim.end) in found:
            meant[claim.sentence_start, value] = found[claim.start, claim.end]
    return [
        replace(claim, when=meant.get((claim.sentence_start, _open_value(claim)), claim.when))
        for claim in claims
    ]


def _meanings(text: str, first: date, last: date) -> dict[tuple[int, int], When]:
    """What the open dates of `text` mean on both days, by place."""
    from claims.dates import find_dates  # most runs know all days of publication

    found = {}
    late = {(mention.start, mention.end): mention for mention in find_dates(text, last)}
    stated = {(mention.start, mention.end) for mention in find_dates(text) if mention.first is not None}
    for early in find_dates(text, first):
        place = early.start, early.end
        other = late.get(place)
        if (
            place in stated
            or other is None
            or not early.first
            or not early.last
            or not other.first
            or not other.last
        ):
            continue
        days = min(early.first, other.first), max(early.last, other.last)
        if (days[1] - days[0]).days <= (early.last - early.first).days + _WIDEST:
            value = early.value if early.value == other.value else f"{days[0]}/{days[1]}"
            found[place] = When(value=value, first=days[0], last=days[1])
    return found


def _open_value(claim: Claim) -> str:
    """The value of a date that nothing fixes, without its hour; "" where a claim has none such."""
    return claim.when.value.partition("T")[0] if claim.when and claim.when.first is None else ""


def published_when(claim: Claim, day: date) -> tuple[date, date | None] | None:
    """The first and last day of publication on which the date `claim` can mean `day`; None if it cannot.

    "Yesterday" is the day after only, "on Tuesday" the week that begins then, "last month" the month that
    follows. The last day is None where it lies too far off to tell.

    >>> from claims import extract_claims
    >>> from corpus import Article
    >>> claims = extract_claims(Article(id="a", text="Eleven miners died on Tuesday."))
    >>> published_when(claims[-1], date(2024, 12, 3))
    (datetime.date(2024, 12, 3), datetime.date(2024, 12, 9))
    """
    start = claim.start - claim.sentence_start
    run: list[date] = []
    for later in _days_from(day):
        if _means(claim, start, later, day):
            run.append(later)
        elif run:
            return run[0], run[-1]
    return (run[0], None) if run else None


def _days_from(day: date) -> Iterator[date]:
    return (
        day + timedelta(days=n) for n in range(_LONGEST_RUN) if day.toordinal() + n <= date.max.toordinal()
    )


def _means(claim: Claim, start: int, published: date, day: date) -> bool:
    """Whether the date at `start` of the claim's sentence covers `day` if it is told on `published`."""
    from claims.dates import find_dates

    return any(
        mention.start == start
        and mention.first is not None
        and mention.last is not None
        and mention.first <= day <= mention.last
        for mention in find_dates(claim.sentence, published)
    )
