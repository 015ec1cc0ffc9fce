"""Work shared out to processes of this machine: a process that dies costs one retry, never the run."""

from __future__ import annotations

import gc
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

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
    """`Crew.run` by a crew for this work alone."""
    with Crew(jobs) as crew:
        yield from crew.run(work, batches)


def work_in_forks(
    work: _Work[_Item, _Result], batches: Iterable[Sequence[_Item]], jobs: int
) -> Iterator[tuple[_Item, _Result] | Lost[_Item]]:
    """The same for work that is too much to be sent, such as that of an index: processes are born with it.

    Where processes do not come to be in this way, all is done here.
    """
    if jobs == 1 or _CONTEXT.get_start_method() != "fork":
        yield from ((item, work(item)) for batch in batches for item in batch)
        return
    with Crew(jobs, born_with=work) as crew:
        yield from crew.run(None, batches)


class Crew:
    """Processes that work on whatever they are given, until the context ends; `jobs` at most at a time.

    They begin when they are first needed: the earlier, the less of their owner's memory they come to share.
    They are `born_with` what they work where it is not given with a batch.
    """

    def __init__(self, jobs: int, *, born_with: Callable[[Any], Any] | None = None) -> None:
        self._jobs, self._born_with = jobs, born_with
        self._workers: list[_Worker] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *error: object) -> None:
        for worker in self._workers:
            worker.dismiss()
        self._workers.clear()

    def run(
        self, work: _Work[_Item, _Result] | None, batches: Iterable[Sequence[_Item]]
    ) -> Iterator[tuple[_Item, _Result] | Lost[_Item]]:
        """What `work` makes of every item of `batches`, as processes get done, in no set order.

        A batch is what a process is given at a time; the next is asked for when one is free. Where a process
        dies, its items are given out again one by one; an item whose process dies a second time is `Lost`.
        An exception that `work` raises is a death of its process: `work` should return its failures. An
        iteration that is left before its end leaves the crew with what it was given: end its context, too.
        Where the system gives no more processes, or pipes to them, those that there are do all; where it
        gives none, it is done here.
        """
        here = work if self._born_with is None else self._born_with
        waiting = map(list, batches)
        again: deque[list[_Item]] = deque()
        deaths: Counter[int] = Counter()
        suspects: list[_Item] = []  # held, so that no other item comes to have the same identity
        while True:
            while self._has_room():
                batch = again.popleft() if again else next(waiting, None)
                if batch is None:
                    break
                if (worker := self._free_worker(may_fail=not suspects)) is None:
                    again.appendleft(batch)
                    break
                worker.give(work, batch)
            if not any(worker.items for worker in self._workers):
                if not again:
                    return
                assert here is not None
                yield from ((item, here(item)) for item in again.popleft())
                continue
            for worker in _ready(self._workers):
                items, results = worker.take()
                if results is not None:
                    yield from zip(items, results, strict=True)
                    continue
                self._workers.remove(worker)
                suspects += items
                for item in items:
                    deaths[id(item)] += 1
                    if deaths[id(item)] < _DEATHS:
                        again.append([item])
                    else:
                        yield Lost(item)

    def _has_room(self) -> bool:
        return len(self._workers) < self._jobs or not all(worker.items for worker in self._workers)

    def _free_worker(self, *, may_fail: bool) -> _Worker | None:
        """One that has nothing to do, a new one if need be; None where the system has none to give.

        Raises OSError instead where there is no other, unless it `may_fail`.
        """
        for worker in self._workers:
            if not worker.items:
                return worker
        try:
            self._workers.append(_Worker(self._born_with))
        except OSError:
            if not (self._workers or may_fail):  # what ended a process must not end this one
                raise
            return None
        return self._workers[-1]


def _ready(crew: Sequence[_Worker]) -> list[_Worker]:
    """The workers that have something to say, be it that they are gone."""
    spoken = wait([worker.pipe for worker in crew if worker.items])
    return [worker for worker in crew if worker.pipe in spoken]


class _Worker:
    """A process, the end of its pipe that is here, and the items that it has in hand."""

    def __init__(self, born_with: Callable[[Any], Any] | None) -> None:
        self.items: list[Any] = []
        self.pipe, far = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(born_with, self.pipe, far), daemon=True)
        try:
            with _signals_held():
                self._process.start()
        except BaseException:
            self.pipe.close()
            raise
        finally:
            far.close()

    def give(self, work: Callable[[Any], Any] | None, items: list[Any]) -> None:
        self.items = items
        with suppress(OSError):  # it is gone; reading from it will say so
            self.pipe.send((work, items))

    def take(self) -> tuple[list[Any], list[Any] | None]:
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


def _serve(born_with: Callable[[Any], Any] | None, near: Connection, far: Connection) -> None:
    """In the process: results for items, until the other end of the pipe is closed or its owner is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the owner ends its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
    near.close()
    gc.freeze()  # what the owner holds stays in memory that both share: the collector need not write to it
    with suppress(EOFError, OSError):
        while True:
            given, items = far.recv()
            work = given if born_with is None else born_with
            far.send([work(item) for item in items])
