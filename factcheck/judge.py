"""Judgement: what follows from two claims that speak of the same fact."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from claims.event_lexicon import event_classes
from claims.lexicon import load_lexicon
from claims.model import Claim
from factcheck.link import Link, happens_once, is_other_time, weights
from factcheck.values import Relation, in_unit, is_currency, last_digit_step, relation

PairVerdict = Literal["agreement", "discrepancy", "update", "review"]
PairKind = Literal["value", "stage", "date", "magnitude", "party"]

_REVIEW_ITEM = ("designation", "variant")
_MAGNITUDES = tuple(Decimal(10) ** n for n in (1, 2, 3, 6, 9))


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one linked pair; `points` are the link's and the values' together."""

    link: Link
    verdict: PairVerdict
    kind: PairKind
    points: float
    reason: str


def judge(link: Link, published: dict[str, date | None]) -> Judgement | None:
    """What follows from one link, None where nothing does; `published` gives each article's date."""
    if link.a.kind == "date":
        return _judge_dates(link)
    same_unit = _in_one_unit(link)
    if same_unit is None:
        return _judge_currencies(link)
    related = relation(link.a, link.b)
    if related == "different":
        return _judge_different(link, same_unit, published)
    return _judge_agreement(link, related)


def _in_one_unit(link: Link) -> Claim | None:
    """The second claim in the unit of the first, None where no factor leads there."""
    return in_unit(link.b, link.a.unit)


def _judge_agreement(link: Link, related: Relation) -> Judgement | None:
    if is_other_time(link) or link.slots["event"].detail == "stage":
        return None
    points = link.score + weights()["value"][_rarity(link)]
    if points < weights()["threshold"]["agreement"]:
        return None
    how = "the same number" if related == "equal" else "numbers that can mean the same"
    return Judgement(link, "agreement", "value", points, f"{how}: {link.a.text} / {link.b.text}")


def _rarity(link: Link) -> str:
    value = link.a.value if link.a.value is not None else link.a.low
    if value is None or (value < 10 and value == value.to_integral_value()):
        return "small number"
    digits = len(value.normalize().as_tuple().digits)
    return "rare number" if digits >= 3 or (digits == 2 and link.a.unit) else "plain number"


def _judge_different(link: Link, other: Claim, published: dict[str, date | None]) -> Judgement | None:
    event = link.slots["event"]
    enough = link.score >= weights()["threshold"]["difference"]
    if event.detail == "stage":
        return _judge_stages(link) if enough and link.outcome("parties") != "other" else None
    if not enough or event.outcome == "other" or is_other_time(link):
        return None
    if link.outcome("scope") == "other" or link.outcome("status") == "other":
        return None
    if _is_doubtful(link):
        if link.slots["item"].detail in _REVIEW_ITEM and event.outcome == "same":
            reason = "alike, but the texts do not tell whether the same thing is meant"
            return Judgement(link, "review", "value", link.score, reason)
        return None
    if magnitude := _magnitude(link.a, other):
        return Judgement(link, "discrepancy", "magnitude", link.score, magnitude)
    return _later_or_wrong(link, other, published)


def _is_doubtful(link: Link) -> bool:
    """Whether a slot speaks against one fact: then a difference in number says nothing."""
    if link.outcome("parties") == "other" or link.outcome("when") == "other":
        return True
    return link.outcome("event") == "unknown" or _told_of_one_side_only(link)


def _told_of_one_side_only(link: Link) -> bool:
    """Whether each text names a party that the other leaves out."""
    mine = {name for _, name in link.a.parties}
    theirs = {name for _, name in link.b.parties}
    return bool(mine - theirs) and bool(theirs - mine)


def _judge_stages(link: Link) -> Judgement | None:
    if link.slots["item"].outcome not in ("same", "close") or link.outcome("scope") == "excluded":
        return None
    first, second = sorted((link.a, link.b), key=_stage_rank)
    if first.value is None or second.value is None or first.value <= second.value:
        return None
    reason = (
        f"{first.value:f} {first.stage}, {second.value:f} {second.stage}: "
        f"{first.value - second.value:f} outstanding"
    )
    return Judgement(link, "discrepancy", "stage", link.score, reason)


def _stage_rank(claim: Claim) -> int:
    """Where the claim's stage stands on its ladder, from 0."""
    ladder = event_classes()[claim.event or ""].ladder
    stages: list[str] = load_lexicon("ladders")[ladder or ""]["stages"]
    return stages.index(claim.stage or "")


def _grows(claim: Claim) -> bool:
    """Whether the count is of a kind that only rises while an event is reported: a toll, a turnout."""
    return claim.event is not None and event_classes()[claim.event].family in (
        "casualties",
        "disease",
        "votes",
    )


def _magnitude(a: Claim, b: Claim) -> str | None:
    """Whether two numbers have the same digits and another size."""
    if not a.value or not b.value:
        return None
    larger, smaller = max(a.value, b.value), min(a.value, b.value)
    digits = len(a.value.normalize().as_tuple().digits)
    if (
        larger / smaller in _MAGNITUDES
        and (a.value >= 1000 or b.value >= 1000)
        and (digits > 1 or larger >= 10**6)
    ):
        return f"the same digits, {larger / smaller:f} times apart: {a.text} / {b.text}"
    return None


def _later_or_wrong(link: Link, other: Claim, published: dict[str, date | None]) -> Judgement:
    earlier, later = link.a, other
    days = (published.get(earlier.doc), published.get(later.doc))
    if days[0] and days[1] and days[0] > days[1]:
        earlier, later = later, earlier
        days = (days[1], days[0])
    is_later = bool(days[0] and days[1] and days[0] < days[1])
    numbers = f"{link.a.text} / {link.b.text}"
    if is_later and _grows(earlier) and _top(later) > _top(earlier):
        reason = f"a count that grows, told later: {earlier.text} on {days[0]}, {later.text} on {days[1]}"
        return Judgement(link, "update", "value", link.score, reason)
    return Judgement(link, "discrepancy", "value", link.score, f"the same fact, other numbers: {numbers}")


def _top(claim: Claim) -> Decimal:
    return max(limit for limit in (claim.value, claim.low, claim.high) if limit is not None)


def _judge_currencies(link: Link) -> Judgement | None:
    a, b = link.a, link.b
    if not (is_currency(a.unit) and is_currency(b.unit)) or a.value != b.value or a.value is None:
        return None
    if last_digit_step(a.value) == a.value or link.score < weights()["threshold"]["difference"]:
        return None
    return Judgement(
        link, "discrepancy", "magnitude", link.score, f"one number in two currencies: {a.text} / {b.text}"
    )


def _judge_dates(link: Link) -> Judgement | None:
    when = link.outcome("when")
    threshold = weights()["threshold"]["date"]
    if when in ("same", "close"):
        points = (
            link.score
            + weights()["value"]["rare number" if when == "same" and _is_day(link.a) else "plain number"]
        )
        if points < threshold or link.outcome("event") == "other":
            return None
        return Judgement(link, "agreement", "date", points, link.slots["when"].reason)
    if when == "unknown" or link.outcome("event") != "same" or link.outcome("parties") != "same":
        return None
    if link.score < weights()["threshold"]["difference"] or not happens_once(link.a):
        return None
    return Judgement(link, "discrepancy", "date", link.score, f"the same event, {link.slots['when'].reason}")


def _is_day(claim: Claim) -> bool:
    return claim.when is not None and claim.when.first is not None and claim.when.first == claim.when.last
