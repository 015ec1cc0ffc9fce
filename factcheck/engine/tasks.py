"""The pieces of work on a corpus in shards: sign an article, judge two, gather what belongs together.

Each is a function of values that are small and can be sent anywhere; claims are read from their shards.
"""

import json
from array import array
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.model import Claim
from corpus.article import Article
from corpus.copies import shingles_in
from factcheck.arithmetic import Miscount, find_miscounts
from factcheck.comparison import by_place
from factcheck.engine.shards import Entry, read_claims, read_encoded
from factcheck.gathering.belonging import Node, Offer, days_of, node_of, ties_of
from factcheck.gathering.findings import Order, facts_told, finding_order, fingerprint
from factcheck.gathering.reprints import Sentences
from factcheck.judging.articles import judge_articles
from factcheck.judging.dates import ToldDates
from factcheck.judging.judge import Judgement
from factcheck.keeping.finding_codec import encode_finding
from factcheck.keeping.judgement_codec import decode_judgements, encode_judgements
from factcheck.keeping.lines import Place, read_line
from factcheck.linking.blocking import KeyedClaims
from factcheck.linking.nearby import Company, Docs, Signature, signature_of
from factcheck.model import Finding, Severity

_AT_HAND = 64  # articles whose claims are kept in memory: most company is met once


def signature_line(entry: Entry) -> str:
    """What an article is found by, as text."""
    signature = signature_of(read_claims(entry))
    held = [sorted(signature.words), sorted(signature.numbers)]
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def shingles_line(article: Article) -> str:
    """The runs of words by which copies of an article are found, as text."""
    return b64encode(array("I", shingles_in(article.text)).tobytes()).decode()


def read_shingles(line: str) -> Sequence[int]:
    """What `shingles_line` wrote. Raises ValueError for other text."""
    return array("I", b64decode(line, validate=True))


def read_signature(line: str) -> Signature:
    """What `signature_line` wrote. Raises ValueError for other text."""
    words, numbers = json.loads(line)
    return Signature(frozenset(words), frozenset(numbers))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles to judge, or one with itself; of one that follows others only its own sums are checked."""

    one: Entry
    other: Entry
    is_follower: bool = False

    def __str__(self) -> str:
        return " and ".join(dict.fromkeys((self.one.doc, self.other.doc)))


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a pair: judgements and miscounts as text, and which sentences belong together, or may."""

    text: str
    ties: tuple[tuple[Node, ...], ...]
    offers: tuple[Offer, ...]


def judge_pair(pair: Pair) -> Judged:
    """What two articles say to each other, and one with itself also what its own figures deny."""
    one, other = _keyed(pair.one), _keyed(pair.other)
    judgements = [] if pair.is_follower else judge_articles(one, other)
    miscounts = []
    if one is other:
        miscounts = find_miscounts(one.claims, {pair.one.doc: pair.one.published})
    if not judgements and not miscounts:
        return Judged("", (), ())
    days = days_of((*one.claims, *other.claims))
    ties, offers = ties_of(judgements, miscounts, days)
    text = "\t".join(
        (encode_judgements(judgements, one.claims, other.claims), _encoded(miscounts, one.claims))
    )
    return Judged(text, tuple(sorted(ties)), tuple(offers))


@lru_cache(maxsize=_AT_HAND)
def _keyed(entry: Entry) -> KeyedClaims:
    return KeyedClaims(read_claims(entry))


def _encoded(miscounts: Iterable[Miscount], claims: Sequence[Claim]) -> str:
    places = {claim.id: place for place, claim in enumerate(claims)}
    rows = [
        [[places[part.id] for part in found.parts], places[found.result.id], found.reason, found.kind]
        for found in miscounts
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _decoded(text: str, claims: Mapping[int, Claim]) -> list[Miscount]:
    return [
        Miscount(tuple(claims[part] for part in parts), claims[result], reason, kind)
        for parts, result, reason, kind in json.loads(text)
        if result in claims
    ]


@dataclass(frozen=True, slots=True)
class Part:
    """Some wholes that belong together each: their sentences, their articles, and what was judged of them.

    `nodes` tell which whole a sentence is of. `followers` are the articles that say the very same as one of
    `entries`, by its id; `passed_over` are those of `entries` that follow themselves. `company` is that of
    those which are crowded, and `voices` are the origins of all.
    """

    entries: tuple[Entry, ...]
    judged: tuple[tuple[Docs, Place], ...]
    nodes: Mapping[Node, Node]
    voices: Mapping[str, str]
    company: Company
    followers: Mapping[str, tuple[Entry, ...]]
    passed_over: frozenset[str]

    def __str__(self) -> str:
        return ", ".join(entry.doc for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as text, and its place in the report's order; `name` is its id, unless another has it too."""

    order: Order
    severity: Severity
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """The findings of a part, and the number of claims that they are made of."""

    findings: tuple[Told, ...]
    claims: int


def gather_part(part: Part) -> Gathered:
    """The findings on what belongs together."""
    _keyed.cache_clear()  # no pair is judged any more
    known = {entry.doc: _wanted(entry, part.nodes) for entry in part.entries}
    told = ToldDates([claim for doc in sorted(known) for claim in known[doc].dates])
    compared = sorted(known.keys() - part.passed_over)
    claims = [claim for doc in compared for claim in known[doc].inside.values()]
    judgements, miscounts = _judged_of(part, known)
    entries = {entry.doc: entry for entry in part.entries}
    findings = facts_told(
        claims,
        sorted(judgements, key=by_place),
        part.voices,
        told,
        Sentences(lambda doc: read_encoded(entries[doc])),
        miscounts,
        _copies(part, known),
        part.company,
    )
    return Gathered(tuple(map(_told, findings)), len(claims))


def _told(finding: Finding) -> Told:
    name = fingerprint(finding)
    text = encode_finding(replace(finding, id=name))
    return Told(finding_order(finding), finding.severity, name, text)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a part wants of an article: its claims by place, the whole that each is of, and all dates."""

    inside: Mapping[int, Claim]
    wholes: Mapping[int, Node]
    dates: Sequence[Claim]


def _wanted(entry: Entry, nodes: Mapping[Node, Node]) -> _Wanted:
    inside: dict[int, Claim] = {}
    wholes: dict[int, Node] = {}
    dates = []
    for place, encoded in enumerate(read_encoded(entry)):
        whole = nodes.get(node_of(entry.doc, encoded.sentence_start))
        if whole is None and encoded.kind != "date":
            continue
        claim = encoded.decode(entry.doc)
        if whole is not None:
            inside[place], wholes[place] = claim, whole
        if claim.kind == "date":
            dates.append(claim)
    return _Wanted(inside, wholes, dates)


def _judged_of(part: Part, known: Mapping[str, _Wanted]) -> tuple[list[Judgement], list[Miscount]]:
    """What was judged of claims that are inside one whole of the part."""
    judgements: list[Judgement] = []
    miscounts: list[Miscount] = []
    for (one, other), place in part.judged:
        held, own = read_line(place).split("\t")
        a, b = known[one], known[other]
        judgements += decode_judgements(held, a.inside, b.inside, (a.wholes, b.wholes))
        miscounts += _decoded(own, a.inside)
    return judgements, miscounts


def _copies(part: Part, known: Mapping[str, _Wanted]) -> dict[str, tuple[Claim, ...]]:
    """The claims of followers, by the id of the claim that speaks for them."""
    copies: dict[str, list[Claim]] = defaultdict(list)
    for doc, followers in part.followers.items():
        for follower in followers:
            same = read_encoded(follower)
            for place, claim in known[doc].inside.items():
                copies[claim.id].append(same[place].decode(follower.doc))
    return {name: tuple(others) for name, others in copies.items()}
