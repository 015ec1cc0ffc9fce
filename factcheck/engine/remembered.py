"""Work of which an earlier run has done most: only what is new is done."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from corpus.article import Article
from factcheck.claim_store import wording_of
from factcheck.engine.shards import Entry
from factcheck.engine.tasks import (
    Gathered,
    Judged,
    Pair,
    Part,
    Told,
    gather_part,
    judge_pair,
    read_shingles,
    read_signature,
    shingles_line,
    signature_line,
)
from factcheck.keeping.cache import JudgedCache, judged_key

# Gives work out in batches, and yields each item with what came of it.
Run = Callable[[Callable[[Any], Any], Iterable[Sequence[Any]]], Iterator[tuple[Any, Any]]]

_AT_A_TIME = 100  # batches that are looked up before what is new in them is done


@dataclass(frozen=True, slots=True)
class _Memory:
    """How one piece of work is remembered: by which key, and as what text."""

    key: Callable[[Any], bytes]
    write: Callable[[Any], str]
    read: Callable[[str], Any]  # raises TypeError, ValueError or LookupError for other text


def run_remembered(
    run: Run, cache: JudgedCache, work: Callable[[Any], Any], batches: Iterable[Sequence[Any]]
) -> Iterator[tuple[Any, Any]]:
    """`run`, but for what `cache` knows of; it learns the rest."""
    memory = _MEMORIES[work]
    left = iter(batches)
    while some := list(islice(left, _AT_A_TIME)):
        keys = [[memory.key(item) for item in batch] for batch in some]
        rows = cache.rows(key for held in keys for key in held)
        new: list[list[Any]] = []
        key_of: dict[int, bytes] = {}
        for batch, held in zip(some, keys, strict=True):
            fresh = []
            for item, key in zip(batch, held, strict=True):
                found = _read(memory, rows.pop(key, None))
                if found is not None:
                    yield item, found
                else:
                    fresh.append(item)
                    key_of[id(item)] = key
            if fresh:
                new.append(fresh)
        learnt = {}
        for item, result in run(work, new) if new else ():
            learnt[key_of[id(item)]] = memory.write(result)
            yield item, result
        cache.keep(learnt)


class RememberedCompany:
    """What was found beside each article, as `cache` knows it."""

    def __init__(self, cache: JudgedCache) -> None:
        self._cache = cache

    def known(self, keys: Sequence[bytes]) -> dict[bytes, list[str]]:
        by_key = {judged_key("company", key.hex()): key for key in keys}
        return {by_key[key]: json.loads(row) for key, row in self._cache.rows(by_key).items()}

    def learn(self, found: Mapping[bytes, Sequence[str]]) -> None:
        self._cache.keep({judged_key("company", key.hex()): _text(docs) for key, docs in found.items()})


def _read(memory: _Memory, row: str | None) -> Any:
    try:
        return None if row is None else memory.read(row)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _signature_key(entry: Entry) -> bytes:
    return judged_key("signature", entry.wording.hex())


def _shingles_key(article: Article) -> bytes:
    return judged_key("shingles", wording_of(article.text).hex())


def _shingles(line: str) -> str:
    read_shingles(line)
    return line


def _signature(line: str) -> str:
    read_signature(line)
    return line


def _told(entry: Entry) -> tuple[object, ...]:
    return entry.doc, entry.wording.hex(), entry.published


def _pair_key(pair: Pair) -> bytes:
    """By the ids too, for they are in the ties."""
    return judged_key("pair", _told(pair.one), _told(pair.other), pair.is_follower)


def _judged_text(judged: Judged) -> str:
    return _text([judged.text, judged.ties, judged.offers])


def _judged(row: str) -> Judged:
    text, *held = json.loads(row)
    ties, offers = (tuple(tuple(map(int, nodes)) for nodes in some) for some in held)
    return Judged(text, ties, tuple((one, other, chance) for one, other, chance in offers))


def _part_key(part: Part) -> bytes:
    """What was judged of two articles follows from what they tell."""
    return judged_key(
        "part",
        *map(_told, part.entries),
        [docs for docs, _ in part.judged],
        sorted(part.nodes.items()),
        sorted(part.voices.items()),
        (part.company.pairs, sorted(part.company.crowded)),
        [(doc, *map(_told, others)) for doc, others in sorted(part.followers.items())],
        sorted(part.passed_over),
    )


def _gathered_text(gathered: Gathered) -> str:
    rows = [[_ordered(told.order), told.severity, told.name, told.text] for told in gathered.findings]
    return _text([gathered.claims, rows])


def _ordered(order: Sequence[object]) -> list[object]:
    rank, sureness, *rest = order
    return [rank, str(sureness), *rest]


def _gathered(row: str) -> Gathered:
    claims, findings = json.loads(row)
    told = (Told((rank, Decimal(sure), *rest), *held) for (rank, sure, *rest), *held in findings)
    return Gathered(tuple(told), claims)


_MEMORIES: Mapping[Callable[[Any], Any], _Memory] = {
    shingles_line: _Memory(_shingles_key, str, _shingles),
    signature_line: _Memory(_signature_key, str, _signature),
    judge_pair: _Memory(_pair_key, _judged_text, _judged),
    gather_part: _Memory(_part_key, _gathered_text, _gathered),
}
