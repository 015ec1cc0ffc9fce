"""Work on pairs of articles of which an earlier run has done most: only what is new is done."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from factcheck.engine.tasks import Judged, Pair
from factcheck.keeping.cache import JudgedCache, judged_key

# Gives work out in batches, and yields each item with what came of it.
Run = Callable[[Callable[[Any], Any], Iterable[Sequence[Any]]], Iterator[tuple[Any, Any]]]

_KEPT_AT_A_TIME = 1_000  # pairs after which what is new is put into the cache


def run_remembered(
    run: Run, cache: JudgedCache, work: Callable[[Pair], Judged], batches: Iterable[Sequence[Pair]]
) -> Iterator[tuple[Pair, Judged]]:
    """`run`, but for what `cache` knows of; it learns the rest."""
    new: list[Sequence[Pair]] = []
    for batch in batches:
        keys = {_key(pair): pair for pair in batch}
        found = {key: judged for key, row in cache.rows(keys).items() if (judged := _read(row))}
        yield from ((keys[key], judged) for key, judged in found.items())
        if left := [pair for key, pair in keys.items() if key not in found]:
            new.append(left)
    fresh: dict[bytes, str] = {}
    for pair, judged in run(work, new):
        fresh[_key(pair)] = json.dumps([judged.text, judged.ties], ensure_ascii=False)
        if len(fresh) == _KEPT_AT_A_TIME:
            cache.keep(fresh)
            fresh.clear()
        yield pair, judged
    cache.keep(fresh)


def _key(pair: Pair) -> bytes:
    """By the ids too, for they are in the ties."""
    entries = (pair.one, pair.other)
    told = [(entry.doc, entry.wording.hex(), entry.published) for entry in entries]
    return judged_key(*told, pair.is_follower)


def _read(row: str) -> Judged | None:
    try:
        text, ties = json.loads(row)
        return Judged(text, tuple(tuple(map(int, tie)) for tie in ties))
    except (TypeError, ValueError):
        return None
