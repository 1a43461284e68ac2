"""How the time of a conversion is shared among its stages."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

# name -> the functions that do it, at the places where the pipeline looks them up
STAGES: dict[str, tuple[str, ...]] = {
    "read": ("an2un.intake.take",),
    "language": ("an2un.conversion._language",),
    "layout": ("an2un.parse.layout", "an2un.parse.unruled", "an2un.parse.read_notes"),
    "calls of notes": ("an2un.parse.find_calls", "an2un.parse.pair"),
    "split words": ("an2un.parse.proved_splits",),
    "paragraphs": ("an2un.parse.blocks",),
    "kinds": ("an2un.parse.tag",),
    "masthead": ("an2un.parse.masthead", "an2un.parse._head_passages"),
    "tree": ("an2un.parse._document",),
    "other steps of the parser": ("an2un.parse.document",),
    "citations": ("an2un.parse.references.link",),
    "identity": ("an2un.conversion._identity", "an2un.conversion._made"),
    "XML written": ("an2un.akn.to_bytes",),
    "ledger": ("an2un.ledger.ledger",),
    "XML parsed and indexed": ("an2un.check.verdict.load", "an2un.check.verdict.Index"),
    "schema": ("an2un.check.narrow.accepts", "an2un.check.schema.entries"),
    "rules": ("an2un.conversion._judged",),
    "rest": ("an2un.conversion.convert",),
}


class _Clock:
    """Adds up the time of each stage, less that of the stages called from it."""

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()  # nanoseconds
        self._inner: list[int] = []

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same and is timed."""

        def call(*args: Any, **kwargs: Any) -> Any:
            self._inner.append(0)
            began = time.process_time_ns()
            try:
                return function(*args, **kwargs)
            finally:
                whole = time.process_time_ns() - began
                self.taken[stage] += whole - self._inner.pop()
                if self._inner:
                    self._inner[-1] += whole

        return call


@contextmanager
def _timed() -> Iterator[_Clock]:
    clock = _Clock()
    with ExitStack() as stack:
        for stage, places in STAGES.items():
            for place in places:
                home, _, name = place.rpartition(".")
                module = import_module(home)
                stack.enter_context(
                    patch.object(module, name, clock.timed(stage, getattr(module, name)))
                )
        yield clock


def shares(paths: Sequence[Path]) -> list[list[str]]:
    """Return a row for each stage, the longest first: its share, its nanoseconds a byte."""
    from an2un import conversion

    texts = [path.read_bytes() for path in paths]
    for text in texts:
        conversion.convert(text)
    with _timed() as clock:
        for text in texts:
            conversion.convert(text)
    whole, size = sum(clock.taken.values()), sum(map(len, texts))
    return [
        [stage, f"{100 * taken / whole:.1f} %", f"{taken / size:.0f}"]
        for stage, taken in clock.taken.most_common()
    ]
