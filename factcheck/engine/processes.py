"""Work shared out to processes of this machine: a process that dies costs one retry, never the run."""

from __future__ import annotations

import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_Work = Callable[[_Item], _Result]

_HELD = {signal.SIGINT, signal.SIGTERM}
_DEATHS = 2  # of its process, and an item is given up
# a forked process has the lexicons already
_CONTEXT = get_context("fork") if "fork" in get_all_start_methods() else get_context("spawn")


@dataclass(frozen=True, slots=True)
class Lost(Generic[_Item]):
    """An item that ended the process that worked on it twice."""

    item: _Item


def work_in_processes(
    work: _Work[_Item, _Result], batches: Iterable[Sequence[_Item]], jobs: int
) -> Iterator[tuple[_Item, _Result] | Lost[_Item]]:
    """What `work` makes of every item of `batches`, as `jobs` processes get done, in no set order.

    A batch is what a process is given at a time. Where a process dies, its items are given out again one
    by one; an item whose process dies a second time is `Lost`. An exception that `work` raises is a
    death of its process: `work` should return its failures. Leaving the iteration ends the processes.
    """
    todo = deque(list(batch) for batch in batches)
    deaths: Counter[int] = Counter()
    crew: list[_Worker[_Item, _Result]] = []
    try:
        crew = [_Worker(work) for _ in range(min(jobs, len(todo)))]
        while todo or any(worker.items for worker in crew):
            for worker in crew:
                if todo and not worker.items:
                    worker.give(todo.popleft())
            for number in _ready(crew):
                worker = crew[number]
                items, results = worker.take()
                if results is not None:
                    yield from zip(items, results, strict=True)
                    continue
                crew[number] = _Worker(work)
                for item in items:
                    deaths[id(item)] += 1
                    if deaths[id(item)] < _DEATHS:
                        todo.append([item])
                    else:
                        yield Lost(item)
    finally:
        for worker in crew:
            worker.dismiss()


def _ready(crew: Sequence[_Worker[_Item, _Result]]) -> list[int]:
    """Which workers have something to say, be it that they are gone."""
    spoken = wait([worker.pipe for worker in crew if worker.items])
    return [number for number, worker in enumerate(crew) if worker.pipe in spoken]


class _Worker(Generic[_Item, _Result]):
    """A process, the end of its pipe that is here, and the items that it has in hand."""

    def __init__(self, work: _Work[_Item, _Result]) -> None:
        self.items: list[_Item] = []
        self.pipe, far = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(work, self.pipe, far), daemon=True)
        with _signals_held():
            self._process.start()
        far.close()

    def give(self, items: list[_Item]) -> None:
        self.items = items
        with suppress(OSError):  # it is gone; reading from it will say so
            self.pipe.send(items)

    def take(self) -> tuple[list[_Item], list[_Result] | None]:
        """The items it had, and what it made of them: None if it died of them."""
        items, self.items = self.items, []
        try:
            return items, self.pipe.recv()
        except (EOFError, OSError):
            self.dismiss()
            return items, None

    def dismiss(self) -> None:
        self._process.kill()
        self._process.join()
        self.pipe.close()


@contextmanager
def _signals_held() -> Iterator[None]:
    """Signals wait: a process that begins has its owner's ways with them until it has set its own."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(work: _Work[_Item, _Result], near: Connection, far: Connection) -> None:
    """In the process: results for items, until the other end of the pipe is closed or its owner is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the owner ends its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
    near.close()
    with suppress(EOFError, OSError):
        while True:
            far.send([work(item) for item in far.recv()])
