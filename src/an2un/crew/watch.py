"""One clock for all pieces of work that may take only so long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import count
from math import inf
from time import monotonic


class Watch:
    """Strikes for what has not been called off in time.

    One thread sees to all of them, and sleeps until the first is due: what is mostly called off
    costs next to nothing.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._numbers = count()
        self._due: dict[int, tuple[float, Callable[[], object]]] = {}
        self._next = inf  # when the thread will look again by itself
        self._thread: threading.Thread | None = None

    def begin(self, seconds: float, strike: Callable[[], object]) -> int:
        """Have a function called after so many seconds; return the number to call it off with."""
        with self._changed:
            number, due = next(self._numbers), monotonic() + seconds
            self._due[number] = (due, strike)
            if self._thread is None or not self._thread.is_alive():  # as behind a fork
                self._thread = threading.Thread(target=self._run, name="an2un watch", daemon=True)
                self._thread.start()
            elif due < self._next:
                self._changed.notify()
        return number

    def call_off(self, number: int) -> None:
        """Forget a function; one that is being called already is not kept from it."""
        with self._changed:
            self._due.pop(number, None)

    def _run(self) -> None:
        while True:
            for strike in self._struck():
                strike()

    def _struck(self) -> list[Callable[[], object]]:
        """Wait for what is due first and return all that is due then, to be called once."""
        with self._changed:
            self._next = min((due for due, _ in self._due.values()), default=inf)
            patience = max(self._next - monotonic(), 0)
            self._changed.wait(min(patience, threading.TIMEOUT_MAX))
            now = monotonic()
            late = [number for number, (due, _) in self._due.items() if due <= now]
            return [self._due.pop(number)[1] for number in late]
