"""Cells by the dozen: an executor as those of concurrent.futures, and single calls elsewhere."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from an2un.crew.cell import Cell, Limits, Lost, Outfit

P = ParamSpec("P")
T = TypeVar("T")


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


class Cells:
    """Cells of one outfit: as many as there are calls at once, kept for the next ones."""

    def __init__(self, outfit: Outfit) -> None:
        self._outfit = outfit
        self._lock = threading.Lock()
        self._idle: list[Cell] = []
        self._all: set[Cell] = set()
        self._closed = False

    def start(self) -> None:
        """Start a process, which gets ready until a call comes."""
        with self._lock:
            if not self._closed:
                self._idle.append(self._made())

    def run(self, work: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Do a piece of work in a cell of its own; raises Lost."""
        cell = self._take()
        try:
            return cell.run(work, args, kwargs)
        finally:
            self._give_back(cell)

    def _take(self) -> Cell:
        with self._lock:
            if self._closed:
                raise Lost("crash", "the work was called off")
            if self._idle:
                return self._idle.pop()
            return self._made()

    def _made(self) -> Cell:
        cell = Cell(self._outfit)
        self._all.add(cell)
        return cell

    def _give_back(self, cell: Cell) -> None:
        with self._lock:
            if cell.fit and not self._closed:
                self._idle.append(cell)
                return
            self._all.discard(cell)
        cell.close()

    def close(self) -> None:
        """End all cells, those at work too: their calls raise Lost."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            for cell in self._all:
                cell.kill()
        for cell in idle:
            cell.close()


class Workers(Executor):
    """An executor whose work runs in processes of its own, one piece at a time in each.

    jobs         how many processes (0: one for each core)
    limits       what one piece of work may take; beyond them it raises Lost
    initializer  called with initargs in each process when it starts

    A process that is lost costs the piece of work that it was at, and is replaced. What is
    submitted, its arguments and its results must be picklable. Leaving a `with` block because of
    an exception ends all work at once.
    """

    def __init__(
        self,
        jobs: int = 0,
        *,
        limits: Limits | None = None,
        initializer: Callable[..., object] | None = None,
        initargs: tuple[Any, ...] = (),
    ) -> None:
        self.jobs = jobs or cores()
        self._cells = Cells(Outfit(limits or Limits(), initializer, initargs))
        self._threads = ThreadPoolExecutor(self.jobs, thread_name_prefix="an2un")
        self._expected = 0

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a function called in one of the processes and return its future."""
        return self._threads.submit(self._cells.run, fn, args, kwargs)

    def expect(self) -> None:
        """Start a process for a call that is to come, as long as not all of them are there."""
        if self._expected < self.jobs:
            self._expected += 1
            self._cells.start()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes: after the work if `wait`, else at once."""
        if wait:
            self._threads.shutdown(wait=True, cancel_futures=cancel_futures)
            self._cells.close()
        else:
            self._threads.shutdown(wait=False, cancel_futures=True)
            self._cells.close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.shutdown(wait=kind is None)


_ELSEWHERE: dict[str, Cells] = {}
_GUARD = threading.Lock()


def isolated(key: str, outfit: Outfit, work: Callable[..., T], *args: Any) -> T:
    """Do a piece of work in a cell of this process; the cells are kept for further calls.

    key  tells outfits apart: calls with the same key share their cells
    Raises Lost, and whatever the work raises.
    """
    with _GUARD:
        cells = _ELSEWHERE.get(key)
        if cells is None:
            cells = _ELSEWHERE[key] = Cells(outfit)
    result: T = cells.run(work, args, {})
    return result


def dismiss(key: str) -> None:
    """End the cells that `isolated` keeps under a key."""
    with _GUARD:
        cells = _ELSEWHERE.pop(key, None)
    if cells is not None:
        cells.close()
