"""Work handed to an executor a little ahead, so that memory does not grow with its amount."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Executor, Future
from itertools import islice
from queue import SimpleQueue
from typing import TypeVar

Item = TypeVar("Item")
T = TypeVar("T")


def completed(
    executor: Executor, work: Callable[[Item], T], items: Iterable[Item], ahead: int
) -> Generator[tuple[Item, Future[T]]]:
    """Yield each item with its future when that is done, in the order in which they are.

    ahead  how many items may be under way or wait; the next is taken when one is done

    Closing the generator cancels what has not begun.
    """
    done: SimpleQueue[Future[T]] = SimpleQueue()
    under_way: dict[Future[T], Item] = {}

    def start(some: Iterable[Item]) -> None:
        for item in some:
            future = executor.submit(work, item)
            under_way[future] = item
            future.add_done_callback(done.put)

    queue = iter(items)
    try:
        start(islice(queue, ahead))
        while under_way:
            future = done.get()
            item = under_way.pop(future)
            start(islice(queue, 1))
            yield item, future
    finally:
        for future in under_way:
            future.cancel()


def in_order(
    executor: Executor, work: Callable[[Item], T], items: Iterable[Item], ahead: int
) -> Generator[tuple[Item, Future[T]]]:
    """Yield each item with its future when that is done, in the order of the items."""
    waiting: deque[tuple[Item, Future[T]]] = deque()
    queue = iter(items)
    try:
        while True:
            for item in islice(queue, ahead - len(waiting)):
                waiting.append((item, executor.submit(work, item)))
            if not waiting:
                return
            item, future = waiting.popleft()
            future.exception()  # waits
            yield item, future
    finally:
        for _, future in waiting:
            future.cancel()
