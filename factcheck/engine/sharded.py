"""The report on a corpus in shards: the same as on one in memory, with a part of it in memory at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial

from corpus.article import Article
from corpus.provenance import origins
from factcheck.claim_store import Overlaid
from factcheck.comparison import pairs_of
from factcheck.dating import date_by_others
from factcheck.engine.remembered import Run, run_remembered
from factcheck.engine.shards import Entry, Place, ShardWriter
from factcheck.engine.spilled import SpilledClaims, SpilledFindings
from factcheck.engine.tasks import Node, Pair, Part, gather_part, judge_pair, sentence_node
from factcheck.engine.ties import Ties
from factcheck.gathering.findings import Order, alone
from factcheck.keeping.cache import JudgedCache
from factcheck.linking.copies import followers_of
from factcheck.linking.nearby import Docs, NearbyIndex, signature_of
from factcheck.model import Dating, Finding, Report

# Counts what is done of a kind of things, as a context that gives what to tell "3 of 10" to.
Progress = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]

_PAIRS = 50  # pairs of articles that a process is given at a time
_PART = 500  # sentences that are gathered at a time, unless more belong together


def report_in_shards(
    articles: Sequence[Article],
    entries: Mapping[str, Entry],
    shard: Callable[[str], ShardWriter],
    run: Run,
    progress: Progress,
    cache: JudgedCache | None = None,
) -> Report:
    """The report on `articles`, given by id, whose claims stand in shards as `entries` tell.

    `run` gives work out in batches and yields each item with what came of it, in any order. What else has
    to be kept goes into files that `shard` opens by name, and has to be there as long as the report. Of pairs
    that `cache` knows nothing is done again.
    """
    with shard("dated") as writer:
        known, entries, datings = _dated(articles, entries, writer)
    corpus = _Corpus(entries, origins(known))
    with progress("pairs of articles") as told, shard("judged") as writer:
        corpus.judge(run if cache is None else partial(run_remembered, run, cache), writer, told)
    with shard("findings") as writer:
        findings = corpus.gather(run, writer)
    return Report(articles=tuple(known), claims=corpus.claims, findings=findings, datings=datings)


def _dated(
    articles: Sequence[Article], entries: Mapping[str, Entry], writer: ShardWriter
) -> tuple[Sequence[Article], Mapping[str, Entry], tuple[Dating, ...]]:
    """The articles, their entries and how they were dated; claims that a date was found for are kept anew."""
    published = {article.id: article.published for article in articles}
    entries = {doc: replace(entry, published=published.get(doc)) for doc, entry in entries.items()}
    known, told, datings = date_by_others(articles, SpilledClaims(entries))
    if isinstance(told, Overlaid):
        changed = {doc: writer.put_claims(doc, told.of(doc), published.get(doc)) for doc in told.changed()}
        entries = {**entries, **changed}
    return known, entries, datings


class _Corpus:
    """The entries of all articles, what is judged of them, and what of it belongs together."""

    def __init__(self, entries: Mapping[str, Entry], voices: Mapping[str, str]) -> None:
        self._entries, self._voices = entries, voices
        self.claims = SpilledClaims(entries)
        self._followers = followers_of(self.claims)
        self._leader = {doc: leader for leader, docs in self._followers.items() for doc in docs}
        index = NearbyIndex()
        for doc in entries:
            if doc not in self._leader:
                index.add(doc, signature_of(self.claims.of(doc)))
        self._company = index.company()
        self._judged: list[tuple[Docs, Place, tuple[Node, ...]]] = []
        self._ties = Ties()

    def judge(self, run: Run, writer: ShardWriter, told: Callable[[int, int], None]) -> None:
        """Judge every two articles that may tell one event, and each by itself."""
        pairs = [
            Pair(self._entries[one], self._entries[other], one in self._leader)
            for one, other in pairs_of(self._entries, self._company)
        ]
        for done, (pair, judged) in enumerate(run(judge_pair, _batches(pairs)), 1):
            told(done, len(pairs))
            if judged.text:
                nodes = tuple(tied[0] for tied in judged.ties)
                place = writer.put(judged.text)
                self._judged.append(((pair.one.doc, pair.other.doc), place, nodes))
                for tied in judged.ties:
                    self._ties.tie(tied)
        self._judged.sort(key=lambda judged: judged[0])

    def gather(self, run: Run, writer: ShardWriter) -> SpilledFindings:
        """The findings, part by part."""
        places: list[tuple[Order, int, Place]] = []
        gathered = 0
        for _, found in run(gather_part, ([part] for part in self._parts())):
            gathered += found.claims
            for number, (order, text) in enumerate(found.findings):
                places.append((order, number, writer.put(text)))
        places.sort(key=lambda found: found[:2])
        count = self._count_alone(gathered)
        return SpilledFindings([(order, place) for order, _, place in places], self._alone, count)

    def _parts(self) -> Iterator[Part]:
        """What belongs together, in parts of some size."""
        part_of: dict[Node, int] = {}
        sizes = [0]
        members = self._ties.members()
        for root in dict.fromkeys(self._ties.root(node) for *_, nodes in self._judged for node in nodes):
            if sizes[-1] >= _PART:
                sizes.append(0)
            sizes[-1] += len(members[root])
            part_of |= dict.fromkeys(members[root], len(sizes) - 1)
        nodes_of: list[set[Node]] = [set() for _ in sizes]
        for node, number in part_of.items():
            nodes_of[number].add(node)
        judged_in: list[dict[Docs, Place]] = [{} for _ in sizes]
        for docs, place, nodes in self._judged:
            for number in {part_of[node] for node in nodes}:
                judged_in[number][docs] = place
        for held, judged in zip(nodes_of, judged_in, strict=True):
            if judged:
                yield self._part(frozenset(held), judged)

    def _part(self, nodes: frozenset[Node], judged: Mapping[Docs, Place]) -> Part:
        docs = sorted({doc for pair in judged for doc in pair})
        held = {doc: self._followers[doc] for doc in docs if doc in self._followers}
        named = [*docs, *(follower for followers in held.values() for follower in followers)]
        return Part(
            entries=tuple(self._entries[doc] for doc in docs),
            judged=tuple(judged.items()),
            nodes=nodes,
            voices={doc: self._voices[doc] for doc in named if doc in self._voices},
            company=self._company.among(docs),
            followers={doc: tuple(self._entries[one] for one in others) for doc, others in held.items()},
            passed_over=frozenset(doc for doc in docs if doc in self._leader),
        )

    def _alone(self) -> Iterator[Finding]:
        """The findings on claims that nothing was judged of, in the order of the report."""
        for doc in self.claims.docs():
            leading = self.claims.of(self._leader.get(doc, doc))
            for claim, leader in zip(self.claims.of(doc), leading, strict=True):
                if sentence_node(leader) not in self._ties:
                    yield alone(claim, self._voices)

    def _count_alone(self, gathered: int) -> int:
        """How many findings `_alone` yields, where `gathered` claims of articles that lead are in parts."""
        count = (
            sum(entry.claims for doc, entry in self._entries.items() if doc not in self._leader) - gathered
        )
        for leader, followers in self._followers.items():
            free = sum(sentence_node(claim) not in self._ties for claim in self.claims.of(leader))
            count += free * len(followers)
        return count


def _batches(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    for start in range(0, len(pairs), _PAIRS):
        yield pairs[start : start + _PAIRS]
