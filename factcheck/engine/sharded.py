"""The report on a corpus in shards: the same as on one in memory, with a part of it in memory at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from itertools import islice
from typing import TypeVar

from corpus.article import Article
from corpus.copies import Shingles, shingles_in
from corpus.parts import parts_of
from corpus.provenance import origins
from factcheck.claim_store import ClaimStore, Overlaid
from factcheck.comparison import pairs_of
from factcheck.dating import date_by_others
from factcheck.engine.parts import Held, JudgedPairs
from factcheck.engine.remembered import RememberedCompany, Run, run_remembered
from factcheck.engine.shards import Entry, ShardWriter, read_claims
from factcheck.engine.spilled import FindingPlaces, LedBack, SpilledClaims, SpilledFindings
from factcheck.engine.tasks import (
    Pair,
    Part,
    gather_part,
    judge_pair,
    read_shingles,
    read_signature,
    shingles_line,
    signature_line,
)
from factcheck.gathering.belonging import NodeSet, sentence_node
from factcheck.gathering.findings import alone
from factcheck.gathering.limits import limits_told
from factcheck.keeping.cache import JudgedCache
from factcheck.keeping.lines import Place, read_line
from factcheck.linking import MOST_COMPARED, blocking
from factcheck.linking.copies import followers_of
from factcheck.linking.nearby import Company, NearbyIndex
from factcheck.linking.search import ShareOut
from factcheck.model import Finding, Report
from factcheck.parted import Joined, Parts

_Item = TypeVar("_Item")

# Counts what is done of a kind of things, as a context that gives what to tell "3 of 10" to.
Progress = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]

_PAIRS = 100  # pairs of articles that a process is given at a time
_SIGNED = 100  # articles whose words a process is asked for at a time
_PART = 1_000  # sentences and days that are gathered at a time, unless more belong together


def report_in_shards(
    articles: Sequence[Article],
    entries: Mapping[str, Entry],
    shard: Callable[[str], ShardWriter],
    run: Run,
    progress: Progress,
    cache: JudgedCache | None = None,
    send: Callable[[Article], Article] = lambda article: article,
    share_out: ShareOut | None = None,
    most_compared: int = MOST_COMPARED,
) -> Report:
    """The report on `articles`, given by id, whose claims stand in shards as `entries` tell.

    `run` gives work out in batches and yields each item with what came of it, in any order. What else has
    to be kept goes into files that `shard` opens by name, and has to be there as long as the report. What
    `cache` knows of is not done again. `send` makes of an article what can be sent to where `run` works.
    `share_out` gives the search for what is alike to processes of this machine; each article is compared with
    `most_compared` others at most.
    """
    if cache is not None:
        run = partial(run_remembered, run, cache)
    with shard("dated") as writer:
        dated = date_by_others(articles, SpilledClaims(entries), most_compared)
        known, entries = dated.articles, _kept_anew(entries, dated.claims, writer)
    parts = parts_of(known)
    with shard("joined") as writer:
        texts = _joined(entries, parts, writer)
    with shard("shingles") as writer:
        shingled = run(shingles_line, _batches(map(send, known), _SIGNED))
        places = {article.id: writer.put(line) for article, line in shingled}
    voices = origins(known, partial(_shingles_at, places))
    recall = RememberedCompany(cache) if cache else None
    corpus = _Corpus(
        texts, voices, run, partial(NearbyIndex.company, share_out=share_out, recall=recall), most_compared
    )
    places.clear()
    with progress("pairs of articles") as told, shard("judged") as writer:
        corpus.judge(writer, told)
    with shard("findings") as writer:
        findings = corpus.gather(writer)
    return Report(
        articles=tuple(known),
        claims=SpilledClaims(entries),
        findings=LedBack(findings, parts) if parts else findings,
        datings=dated.datings,
        limits=(*dated.limits, *corpus.limits(most_compared)),
    )


def _kept_anew(entries: Mapping[str, Entry], told: ClaimStore, writer: ShardWriter) -> Mapping[str, Entry]:
    """The entries of all articles, those with claims that a date was found for kept anew."""
    if isinstance(told, Overlaid):
        changed = {doc: writer.put_claims(doc, told.of(doc)) for doc in told.changed()}
        return {**entries, **changed}
    return entries


def _joined(entries: Mapping[str, Entry], parts: Parts, writer: ShardWriter) -> Mapping[str, Entry]:
    """The entries of all texts, those in `parts` under the id of the first."""
    if not parts:
        return entries
    store = Joined(SpilledClaims(entries), parts)
    day = {doc: entry.published for doc, entry in entries.items()}
    joined = {doc: writer.put_claims(doc, store.of(doc), day.get(doc)) for doc in store.joined()}
    return {doc: joined.get(doc) or entries[doc] for doc in store.docs()}


def _shingles_at(places: Mapping[str, Place], article: Article) -> Shingles:
    place = places.get(article.id)
    return read_shingles(read_line(place)) if place else shingles_in(article.text)


class _Corpus:
    """The entries of all articles, what is judged of them, and what of it belongs together."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        voices: Mapping[str, str],
        run: Run,
        search: Callable[[NearbyIndex], Company],
        most_compared: int,
    ) -> None:
        self._entries, self._voices, self._run = entries, voices, run
        self.claims = SpilledClaims(entries)
        self._docs = self.claims.docs()
        self._followers = followers_of(self.claims)
        self._leader = {doc: leader for leader, docs in self._followers.items() for doc in docs}
        index = NearbyIndex(most_compared)
        leading = (entries[doc] for doc in self._docs if doc not in self._leader)
        for entry, line in run(signature_line, _batches(leading, _SIGNED)):
            index.add(entry.doc, read_signature(line))
        self._company = search(index)
        self._judged = JudgedPairs(self._docs)
        self._tied = NodeSet()
        self._parted = 0

    def judge(self, writer: ShardWriter, told: Callable[[int, int], None]) -> None:
        """Judge every two articles that may tell one event, and each by itself."""
        pairs = (
            Pair(self._entries[one], self._entries[other], one in self._leader)
            for one, other in pairs_of(self._docs, self._company)
        )
        number = len(self._docs) + len(self._company.pairs)
        for done, (pair, judged) in enumerate(self._run(judge_pair, _batches(pairs, _PAIRS)), 1):
            told(done, number)
            if judged.text:
                self._judged.add((pair.one.doc, pair.other.doc), writer.put(judged.text), judged)
        self._tied = self._judged.settle()
        self._parted = self._judged.left_out()

    def gather(self, writer: ShardWriter) -> SpilledFindings:
        """The findings, part by part."""
        places = FindingPlaces(writer.path, self._docs)
        gathered = 0
        parts = ([self._part(held)] for held in self._judged.parts(_PART) if held.judged)
        for _, found in self._run(gather_part, parts):
            gathered += found.claims
            for one in found.findings:
                places.add(one.order, one.severity, one.name, writer.put(one.text))
        self._judged = JudgedPairs(())
        return SpilledFindings(places, self._alone, self._count_alone(gathered))

    def limits(self, most_compared: int) -> tuple[str, ...]:
        """What was too much to compare or to gather, in words."""
        leading = (entry for doc, entry in self._entries.items() if doc not in self._leader)
        long = (entry for entry in leading if 2 * entry.claims > blocking.MOST_ALIKE)
        return limits_told(
            crowded=len(self._company.crowded),
            most_compared=most_compared,
            alike=sum(blocking.is_all_alike(read_claims(entry)) for entry in long),
            parted=self._parted,
        )

    def _part(self, held: Held) -> Part:
        docs = sorted({doc for pair in held.judged for doc in pair})
        followers = {doc: self._followers[doc] for doc in docs if doc in self._followers}
        named = [*docs, *(follower for others in followers.values() for follower in others)]
        return Part(
            entries=tuple(self._entries[doc] for doc in docs),
            judged=tuple(held.judged.items()),
            nodes=held.nodes,
            voices={doc: self._voices[doc] for doc in named if doc in self._voices},
            company=self._company.crowd_among(docs),
            followers={doc: tuple(self._entries[one] for one in others) for doc, others in followers.items()},
            passed_over=frozenset(doc for doc in docs if doc in self._leader),
        )

    def _alone(self) -> Iterator[Finding]:
        """The findings on claims that nothing was judged of, in the order of the report."""
        for doc in self.claims.docs():
            leading = self.claims.of(self._leader.get(doc, doc))
            for claim, leader in zip(self.claims.of(doc), leading, strict=True):
                if sentence_node(leader) not in self._tied:
                    yield alone(claim, self._voices)

    def _count_alone(self, gathered: int) -> int:
        """How many findings `_alone` yields, where `gathered` claims of articles that lead are in parts."""
        count = (
            sum(entry.claims for doc, entry in self._entries.items() if doc not in self._leader) - gathered
        )
        for leader, followers in self._followers.items():
            free = sum(sentence_node(claim) not in self._tied for claim in self.claims.of(leader))
            count += free * len(followers)
        return count


def _batches(items: Iterable[_Item], size: int) -> Iterator[Sequence[_Item]]:
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch
