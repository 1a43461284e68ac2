"""What is struck, and what is called off in time."""

from __future__ import annotations

import threading
from functools import partial
from math import inf
from queue import SimpleQueue

from an2un.crew.watch import Watch

PATIENCE = 60  # seconds


def test_what_is_not_called_off_strikes_once_in_the_order_of_time() -> None:
    watch, struck = Watch(), SimpleQueue[str]()
    watch.begin(600, partial(struck.put, "never"))
    watch.begin(0.2, partial(struck.put, "second"))
    watch.begin(0.05, partial(struck.put, "first"))
    assert [struck.get(timeout=PATIENCE) for _ in range(2)] == ["first", "second"]
    assert struck.empty()


def test_what_is_called_off_does_not_strike() -> None:
    watch, struck = Watch(), SimpleQueue[str]()
    off = watch.begin(0.1, partial(struck.put, "called off"))
    watch.call_off(off)
    watch.call_off(off)  # once more changes nothing
    watch.begin(0.3, partial(struck.put, "later"))
    assert struck.get(timeout=PATIENCE) == "later"
    assert struck.empty()


def test_one_thread_sees_to_all() -> None:
    watch, before = Watch(), threading.active_count()
    numbers = [watch.begin(seconds, print) for seconds in (inf, 1e18, 600, *range(500, 400, -1))]
    assert threading.active_count() == before + 1
    assert len(set(numbers)) == len(numbers)
