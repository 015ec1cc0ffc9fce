"""When articles without a date were published: bounds, by what they tell and by dated articles."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import NamedTuple

from claims.lexicon import load_lexicon
from claims.model import Claim
from claims.within import dated_within, published_when
from corpus.article import Article
from factcheck.claim_store import ClaimStore, Overlaid
from factcheck.gathering.limits import undated_told
from factcheck.judging.articles import Judging
from factcheck.judging.dates import ToldDates
from factcheck.linking import MOST_COMPARED
from factcheck.linking.link import Link, happens_once
from factcheck.linking.nearby import Company, company_of, docs_of, signature_of
from factcheck.model import Dating

_SURE = 0.8  # chance of one event from which a dated article bounds another
_MOST = 4  # linked dates that are worked out for one article, the likeliest: more tell the same
_TO_COME = re.compile(r"\b(?:will|shall|is|are)\b(?:\s+\w+){0,2}?\s+(?:be|to|due|\w+)\b", re.IGNORECASE)
_NOT_PAST = re.compile(r"\b(?:[Ww]ill|would|[Ss]hall|may|might|could|should|due|scheduled)\b")
_WORD = re.compile(r"[^\W\d_]+")
_WAS = re.compile(r"\b(?:was|were|had|would)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bound:
    """One reason why an article was published on or after `first`, or on or before `last`, or both."""

    first: date | None
    last: date | None
    reason: str
    linked: bool
    evidence: str | None = None  # id of the date claim that it rests on


class Dated(NamedTuple):
    """Articles and their claims with what could be bounded, how, and what was too much to look at."""

    articles: list[Article]
    claims: ClaimStore
    datings: tuple[Dating, ...] = ()
    limits: tuple[str, ...] = ()


def date_by_others(
    articles: Sequence[Article], claims: ClaimStore, most_compared: int = MOST_COMPARED
) -> Dated:
    """`articles` and their `claims` with what can be bounded, and how each bound came about.

    Bounded are articles of which no day is known: not before the last event that they tell as past, not
    after the first that they tell as to come, and so near an event that a dated article dates as their own
    "yesterday" or "last month" says. `published` stays None: bounds are no day. Only articles with a day
    bound others, at most `most_compared` likest ones each, in one pass, so that nothing rests on what was
    itself only bounded; bounds that contradict are given up. The order of the articles makes no difference.
    """
    undated = {article.id: article for article in articles if article.published is None}
    if not undated:
        return Dated(list(articles), claims)
    bounds = {doc: [bound for claim in claims.of(doc) if (bound := _bound_told(claim))] for doc in undated}
    company = _company(undated, claims, most_compared)
    for doc, bound in _linked(undated, claims, company):
        bounds[doc].append(bound)
    datings = tuple(found for doc in sorted(undated) if (found := _dating(undated[doc], bounds[doc])))
    dated = {found.doc: _with_bounds(undated[found.doc], found, bounds[found.doc]) for found in datings}
    told = Overlaid(claims, _told_within(claims, dated, bounds))
    known = [dated.get(article.id, article) for article in articles]
    return Dated(known, told, datings, undated_told(len(company.crowded & undated.keys()), most_compared))


def _bound_told(claim: Claim) -> Bound | None:
    """What a date with its year in an article's own words says of its publication."""
    when = claim.when
    if claim.kind != "date" or when is None or when.first is None or when.last is None:
        return None
    if claim.status == "asserted" and claim.event and _is_past(claim.sentence):
        return Bound(when.first, None, f"tells of {claim.text} as past ({_event(claim)})", False)
    if claim.status == "planned" and _TO_COME.search(claim.sentence) and not _WAS.search(claim.sentence):
        return Bound(None, when.last, f"tells of {claim.text} as to come", False)
    return None


def _is_past(sentence: str) -> bool:
    """Whether a sentence has a verb in the past and none that looks ahead."""
    if _NOT_PAST.search(sentence):
        return False
    words = {word.casefold() for word in _WORD.findall(sentence)}
    return not words.isdisjoint(_past_forms()) or any(word.endswith("ed") for word in words)


@cache
def _past_forms() -> frozenset[str]:
    verbs: Mapping[str, Sequence[str]] = load_lexicon("inflection")["verbs"]
    return frozenset({"was", "were", "had"} | {forms[0] for base, forms in verbs.items() if forms[0] != base})


def _event(claim: Claim) -> str:
    return (claim.stage or claim.event or "something").replace("-", " ").replace("_", " ")


def _company(undated: Collection[str], claims: ClaimStore, most: int) -> Company:
    """Which articles are like which; nobody has any where all are undated."""
    if all(doc in undated for doc in claims.docs()):
        return Company(())
    return company_of({doc: signature_of(claims.of(doc)) for doc in claims.docs()}, most)


def _linked(undated: Collection[str], claims: ClaimStore, company: Company) -> Iterator[tuple[str, Bound]]:
    """The bounds that dated articles give by events that undated ones tell of too, likeliest first."""
    judging = Judging(claims)
    for doc in undated:
        beside = [other for other in company.beside(doc) if other not in undated]
        links = [link for other in beside for link in judging.links(docs_of(doc, other))]
        told = ToldDates([claim for known in (doc, *beside) for claim in claims.of(known)])
        for bound in _by_links(doc, links, told):
            yield doc, bound


def _by_links(doc: str, links: Iterable[Link], told: ToldDates) -> Iterator[Bound]:
    """The bounds of one article by the `links` of its claims with those of dated ones."""
    seen: set[str] = set()
    for link in sorted(links, key=lambda link: (-link.chance, link.a.id, link.b.id)):
        mine, theirs = (link.a, link.b) if link.a.doc == doc else (link.b, link.a)
        if link.chance < _SURE or not link.is_one_story or link.outcome("event") != "same":
            continue
        if not (_is_asserted_once(mine) and _is_asserted_once(theirs)):
            continue
        if mine.kind != "date" and link.related == "different":
            continue
        here, there = _date_of(mine, told), _date_of(theirs, told)
        if here is None or there is None or here.id in seen or len(seen) == _MOST:
            continue
        if bound := _bound_linked(here, there):
            seen.add(here.id)
            yield bound


def _is_asserted_once(claim: Claim) -> bool:
    return happens_once(claim) and claim.status == "asserted"


def _date_of(claim: Claim, told: ToldDates) -> Claim | None:
    return claim if claim.kind == "date" else told.of_number(claim)


def _bound_linked(here: Claim, there: Claim) -> Bound | None:
    """What the open date `here` says where `there` gives the day of the same event."""
    if here.when is None or here.when.first is not None or there.when is None or there.when.first is None:
        return None
    if there.when.first != there.when.last:
        return None
    day = there.when.first
    days = published_when(here, day)
    if days is None:
        return None
    reason = f"“{here.text}” is {day}, as {there.doc} dates the same event ({_event(there)})"
    return Bound(days[0], days[1], reason, True, here.id)


def _dating(article: Article, bounds: Sequence[Bound]) -> Dating | None:
    """The bounds of one article put together, None where they say nothing or contradict each other."""
    known = Bound(article.published_first, article.published_last, "", False)
    first = max((bound.first for bound in (known, *bounds) if bound.first), default=None)
    last = min((bound.last for bound in (known, *bounds) if bound.last), default=None)
    if (first and last and first > last) or (first, last) == (known.first, known.last):
        return None
    reasons = []
    for day, was, of in ((first, known.first, _first_of), (last, known.last, _last_of)):
        if day and day != was:
            reasons.append(min((bound for bound in bounds if of(bound) == day), key=_by_words).reason)
    return Dating(doc=article.id, first=first, last=last, reasons=tuple(dict.fromkeys(reasons)))


def _first_of(bound: Bound) -> date | None:
    return bound.first


def _last_of(bound: Bound) -> date | None:
    return bound.last


def _by_words(bound: Bound) -> tuple[bool, str]:
    """What the article tells itself comes before what another one does."""
    return bound.linked, bound.reason


def _with_bounds(article: Article, dating: Dating, bounds: Sequence[Bound]) -> Article:
    is_linked = any(bound.linked and bound.reason in dating.reasons for bound in bounds)
    source = "linked" if is_linked else article.published_from or "text"
    return replace(article, published_first=dating.first, published_last=dating.last, published_from=source)


def _told_within(
    claims: ClaimStore, dated: Mapping[str, Article], bounds: Mapping[str, Sequence[Bound]]
) -> dict[str, list[Claim]]:
    """The claims of articles with the dates that their bounds fix, by the article's id, where any changed.

    What a bound rests on stays open, not to prove itself.
    """
    found = {}
    for doc, article in dated.items():
        if article.published_first and article.published_last:
            evidence = frozenset(bound.evidence for bound in bounds[doc] if bound.evidence)
            first, last = article.published_first, article.published_last
            told = dated_within(article.text, claims.of(doc), first, last, open_still=evidence)
            if told != claims.of(doc):
                found[doc] = told
    return found
