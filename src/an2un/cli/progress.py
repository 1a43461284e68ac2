"""A bar on a terminal, plain lines elsewhere, nothing for work that is done at once."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from an2un.cli.conduct import say

_FEW = 20  # files that need no bar
_EVERY = 30.0  # seconds between plain lines
_REDRAWN = 0.1  # seconds between two states of the bar
_WIDTH = 28


class Progress:
    """How far a run is, on stderr."""

    def __init__(self, total: int, quiet: bool) -> None:
        self._total = total
        self._done = 0
        self._shown = not quiet and total > _FEW
        self._bar = self._shown and sys.stderr.isatty()
        self._start = self._last = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def step(self) -> None:
        """Count one file; those in archives may make more than was foreseen."""
        self._done += 1
        now = time.monotonic()
        if not self._shown or now - self._last < (_REDRAWN if self._bar else _EVERY):
            return
        self._last = now
        total = max(self._total, self._done)
        rate = self._done / max(now - self._start, 1e-9)
        left = (total - self._done) / rate
        told = f"{self._done:,}/{total:,} files, {rate:,.0f} a second, {_time(left)} left"
        if self._bar:
            full = _WIDTH * self._done // total
            sys.stderr.write(f"\r[{'#' * full}{'.' * (_WIDTH - full)}] {told}\x1b[K")
            sys.stderr.flush()
        else:
            say(f"an2un: {told}")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _time(seconds: float) -> str:
    """Return a span of time as a person says it."""
    whole = int(seconds)
    return f"{whole // 60} min {whole % 60} s" if whole >= 60 else f"{whole} s"
