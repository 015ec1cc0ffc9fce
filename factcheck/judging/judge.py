"""Judgement: what follows from two claims that speak of the same fact."""

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from claims.context import content_stems
from claims.event_lexicon import are_stages, event_classes
from claims.lexicon import load_lexicon
from claims.model import Claim
from claims.wordclass import word_class
from factcheck.judging.doubts import is_idle, is_rough
from factcheck.judging.times import are_news_of_two_days, are_two_times
from factcheck.linking.features import rarity
from factcheck.linking.link import Link, happens_once, is_other_time
from factcheck.linking.updates import update_reason
from factcheck.linking.values import dimension_of, in_unit, is_currency, last_digit_step

PairVerdict = Literal["agreement", "discrepancy", "update", "review"]
PairKind = Literal["value", "stage", "date", "magnitude", "party"]

# The chance of one fact from which a verdict is given; set on the gold clusters, see docs/architecture.md.
_AGREES, _DIFFERS, _REVIEWED = 0.6, 0.75, 0.3
_AGREES_ROUGHLY = 0.85  # where round numbers of two happenings can be one
_ALIKE = 0.15  # the least chance of being alike for two small numbers to agree: "two" is said of everything
_UPDATES = 0.6  # where the difference has a reason of its own
_STAGED = 0.5  # the chance that two claims are alike from which they are two stages of one deal
_DIFFERS_IN_PART = 0.9  # where one text tells a part, and the other does not say whether it does
_DIFFERS_THOUGH = 0.85  # where the texts give other times, or one tells a plan and the other a fact
_NEVER = math.inf
_OTHER_DAY = 0.7  # where all else is one event: of days fewer can be meant than of numbers
_KNOWN_PART = 0.9  # where a text says that the later number is a part of the earlier one
_REVIEW_ITEM = ("designation", "variant")
_SHORT = 1000
_SCALES = (Decimal(10) ** 6, Decimal(10) ** 9)
_MAGNITUDES = tuple(Decimal(10) ** n for n in (1, 2, 3, 6, 9))


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one linked pair."""

    link: Link
    verdict: PairVerdict
    kind: PairKind
    reason: str

    @property
    def chance(self) -> float:
        """The chance of being right: the link's, or where the values need not agree, of being alike."""
        return self.link.alike if self.kind == "stage" or self.verdict == "review" else self.link.chance


def judge(link: Link) -> Judgement | None:
    """What follows from one link, None where nothing does."""
    if link.a.kind == "date":
        return _judge_dates(link)
    if link.related != "different":
        return _judge_agreement(link)
    if are_stages(link.a.event, link.b.event) and (staged := _judge_stages(link)):
        return staged
    if link.chance < _UPDATES and not _is_of_named_model(link):
        return None  # too unlikely for an update or a discrepancy, and nothing for a person
    same_unit = in_unit(link.b, link.a.unit)
    if same_unit is None:
        return _judge_currencies(link)
    return _judge_different(link, same_unit)


def _judge_agreement(link: Link) -> Judgement | None:
    needed = _AGREES_ROUGHLY if is_rough(link) else _AGREES
    if link.chance < needed or is_other_time(link) or link.slots["event"].detail == "stage":
        return None
    if link.alike < _ALIKE and rarity(link.a, link.b) == "small number":
        return None
    if is_idle(link):
        return None
    if link.outcome("parties") == "other":
        return _judge_parties(link)
    return _agreement(link)


def _agreement(link: Link) -> Judgement:
    how = "the same number" if link.related == "equal" else "numbers that can mean the same"
    return Judgement(link, "agreement", "value", f"{how}: {link.a.text} / {link.b.text}")


def _judge_parties(link: Link) -> Judgement | None:
    """The same number of the same thing, but from or by somebody else; another place is another event."""
    match = link.slots["parties"]
    is_one = (
        link.outcome("item") in ("same", "close") and link.outcome("event") != "other" and link.is_one_story
    )
    if not is_one or match.detail == "place":
        return None
    return Judgement(link, "discrepancy", "party", match.reason)


def on_the_number(judgement: Judgement) -> Judgement:
    """What a pair whose parties differ agrees on all the same."""
    return _agreement(judgement.link)


def _judge_different(link: Link, other: Claim) -> Judgement | None:
    if _is_scale_left_out(link.a, other):
        return None
    magnitude = _magnitude(link.a, other)
    if not magnitude and (update := _update(link, other)):
        return update
    if _is_of_another_day(link):
        return None
    if link.chance < _needed(link) or _is_doubtful(link):
        return _review(link)
    if magnitude:
        return Judgement(link, "discrepancy", "magnitude", magnitude)
    reason = f"the same fact, other numbers: {link.a.text} / {link.b.text}"
    return Judgement(link, "discrepancy", "value", reason)


def _update(link: Link, other: Claim) -> Judgement | None:
    """An update where the texts give the difference a reason, and their articles tell one story."""
    is_unit_swapped = link.a.unit != link.b.unit and link.a.value == link.b.value
    if link.chance < _UPDATES or _is_doubtful(link) or not link.is_one_story or is_unit_swapped:
        return None
    reason = update_reason(link.a, other)
    kind: PairKind = "date" if link.a.kind == "date" else "value"
    return Judgement(link, "update", kind, reason) if reason else None


def _is_of_another_day(link: Link) -> bool:
    """Whether the texts tell numbers of two days: what one was once, what one that repeats will be."""
    if are_news_of_two_days(link.a, link.b):
        return True
    if link.outcome("when") == "other" and not (happens_once(link.a) and happens_once(link.b)):
        return True
    if (link.a.standing == "former") != (link.b.standing == "former"):
        return True
    repeats = all(claim.event is not None and not happens_once(claim) for claim in (link.a, link.b))
    return link.outcome("status") == "other" and repeats


def _needed(link: Link) -> float:
    """The chance that a difference needs: more where a slot differs, or the articles tell two stories."""
    if link.outcome("scope") == "other":
        return _DIFFERS_IN_PART
    other = [
        slot
        for slot in ("when", "status")
        if link.outcome(slot) == "other"
        and link.a.kind != "date"
        and not (slot == "when" and (_grows(link.a) or _grows(link.b)))
    ]
    return _DIFFERS_THOUGH if other or not link.is_one_story else _DIFFERS


def _is_doubtful(link: Link) -> bool:
    """Whether a slot speaks against one fact: then a difference in number says nothing."""
    return link.outcome("parties") == "other" or _is_otherwise_described(link)


def _is_otherwise_described(link: Link) -> bool:
    """Whether one model is told apart by words of which the texts share none: "donated", "modernised"."""
    if not _is_of_named_model(link):
        return False
    mine, theirs = (_descriptions(claim) for claim in (link.a, link.b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _is_of_named_model(link: Link) -> bool:
    return link.slots["item"].detail in _REVIEW_ITEM


def _descriptions(claim: Claim) -> set[str]:
    """The words that tell some of a kind from others: "donated", "older", but not "air-defence"."""
    modifiers = claim.item.modifiers if claim.item else ()
    return {word for word in modifiers if word_class(word) in ("adjective", "past", "participle")}


def _review(link: Link) -> Judgement | None:
    """A person decides where the same model, done the same thing with, is counted differently."""
    if not _is_of_named_model(link) or link.outcome("event") != "same" or link.alike < _REVIEWED:
        return None
    reason = "alike, but the texts do not tell whether the same thing is meant"
    return Judgement(link, "review", "value", reason)


def _judge_stages(link: Link) -> Judgement | None:
    """Fewer at a later stage, of the same thing by the same parties: some are outstanding."""
    if link.outcome("item") not in ("same", "close", "unknown") or link.outcome("parties") == "other":
        return None
    first, second = sorted((link.a, link.b), key=_stage_rank)
    if (
        second.status != "asserted"
        or first.value is None
        or second.value is None
        or first.value <= second.value
        or first.unit != second.unit
        or dimension_of(first.unit) == "[time]"
    ):
        return None
    is_known_part = second.whole == first.value and link.is_one_story
    if is_known_part:
        link = replace(link, alike=max(link.alike, _KNOWN_PART))
    is_named = _is_of_named_model(link)
    if not is_named and "sale" in (link.a.event, link.b.event):
        return None  # what is sold to everybody is no order that is outstanding
    if not is_known_part and not is_named and (link.alike < _STAGED or link.outcome("item") == "unknown"):
        return None
    reason = (
        f"{first.value:f} {first.stage}, {second.value:f} {second.stage}: "
        f"{first.value - second.value:f} outstanding"
    )
    return Judgement(link, "discrepancy", "stage", reason)


def _stage_rank(claim: Claim) -> int:
    """Where the claim's stage stands on its ladder, from 0."""
    ladder = event_classes()[claim.event or ""].ladder
    stages: list[str] = load_lexicon("ladders")[ladder or ""]["stages"]
    return stages.index(claim.stage or "")


def _grows(claim: Claim) -> bool:
    """Whether the count is of a kind that only rises while an event is reported: a toll, a turnout."""
    return claim.event is not None and event_classes()[claim.event].course == "grows"


def _magnitude(a: Claim, b: Claim) -> str | None:
    """Whether two numbers have the same digits and another size."""
    if not a.value or not b.value:
        return None
    larger, smaller = max(a.value, b.value), min(a.value, b.value)
    digits = len(a.value.normalize().as_tuple().digits)
    if larger / smaller in _MAGNITUDES and larger >= 1000 and (digits > 1 or larger >= 10**6):
        return f"the same digits, {larger / smaller:f} times apart: {a.text} / {b.text}"
    return None


def _is_scale_left_out(a: Claim, b: Claim) -> bool:
    """ "Hallmann must pay 290 million, Perlac 160": a short number that leaves out what was just said."""
    if not a.value or not b.value:
        return False
    larger, smaller = max(a.value, b.value), min(a.value, b.value)
    return smaller < _SHORT and larger / smaller in _SCALES


def _judge_currencies(link: Link) -> Judgement | None:
    a, b = link.a, link.b
    if not (is_currency(a.unit) and is_currency(b.unit)) or a.value != b.value or a.value is None:
        return None
    if last_digit_step(a.value) == a.value or link.chance < _DIFFERS:
        return None
    return Judgement(link, "discrepancy", "magnitude", f"one number in two currencies: {a.text} / {b.text}")


def _is_other_happening(link: Link) -> bool:
    """Whether two events of one day are told: another stage, or another thing done to another item."""
    is_other = link.outcome("event") == "other" and link.outcome("item") == "other"
    return is_other or link.slots["event"].detail == "stage"


def _is_vague(link: Link) -> bool:
    """Whether the texts share no more than a month or a year, in which much happens, or some "last month"."""
    whens = (link.a.when, link.b.when)
    is_known = all(when and when.first for when in whens)
    if link.outcome("item") in ("same", "close") or (
        is_known and all(when and when.first == when.last for when in whens)
    ):
        return False
    if link.outcome("event") not in ("same", "close") and not _shares_words(link):
        return True
    if not is_known:
        return link.outcome("event") == "other"
    is_spelt_out = link.a.text == link.b.text and any(map(str.isdigit, link.a.text))
    return link.outcome("parties") != "same" and not (is_spelt_out and link.outcome("event") == "same")


def _shares_words(link: Link) -> bool:
    """Whether the sentences have a word in common that is neither a name's nor the time's."""
    named = " ".join((*link.a.names, *link.b.names, link.a.text, link.b.text))
    return not link.a.context & link.b.context <= content_stems(named, 0, len(named))


def _is_one_happening(link: Link) -> bool:
    """Whether the texts name one event of a kind that happens once, or one of them does and the other none.

    A toll has a date each day.
    """
    if _grows(link.a) or _grows(link.b):
        return False
    if link.outcome("event") == "unknown":
        return happens_once(link.a) or happens_once(link.b)
    is_named = link.outcome("event") == "same" or link.slots["event"].detail == "kin"
    return is_named and happens_once(link.a) and happens_once(link.b)


def _needed_of_dates(link: Link) -> float:
    """The chance that two dates need to contradict each other; more than there is where each can be right.

    What repeats or grows has a date each time, and two happenings that no text names may be any two.
    """
    if _is_one_happening(link):
        return _OTHER_DAY if link.is_one_story else _DIFFERS_THOUGH
    once = (happens_once(link.a) or happens_once(link.b)) and not (_grows(link.a) or _grows(link.b))
    is_half_told = (link.a.event is None) != (link.b.event is None)
    return _DIFFERS if link.is_one_story and (once or is_half_told) else _NEVER


def _judge_dates(link: Link) -> Judgement | None:
    if link.related != "different":
        if link.chance < _AGREES or _is_other_happening(link) or _is_vague(link):
            return None
        return Judgement(link, "agreement", "date", link.slots["when"].reason)
    if update := _update(link, link.b):
        return update
    if not are_two_times(link.a, link.b) or link.chance < _needed_of_dates(link):
        return None
    return Judgement(link, "discrepancy", "date", f"the same event, {link.slots['when'].reason}")
