"""The results of a batch in their places, and apart from them what failed, with the reason."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from an2un import stores
from an2un.batch.manifest import Planned
from an2un.batch.work import FINDINGS, LEDGER, XML, Outcome, contents, ready
from an2un.source import ReadError

_ENDINGS = (XML, LEDGER, FINDINGS)


class Results:
    """Where results go.

    out         a directory or a URL
    scratch     where workers lay them ready, "" where they write them themselves
    quarantine  directory for inputs that failed
    """

    def __init__(self, out: str, scratch: str, quarantine: Path) -> None:
        self._out = out
        self._scratch = scratch
        self._quarantine = quarantine
        self._made: set[str] = set()

    def place(self, planned: Planned, endings: Iterable[str]) -> None:
        """Put what a worker has laid ready into its place; raises OSError."""
        if not self._scratch:
            return
        laid = ready(self._scratch, planned.number, "")
        target = stores.join(self._out, planned.stem)
        self._make(os.path.dirname(target))  # noqa: PTH120 - any bytes
        for ending in sorted(set(endings)):
            os.replace(laid + ending, target + ending)  # noqa: PTH105 - paths take long to make

    def withdraw(self, stem: str, endings: Iterable[str]) -> None:
        """Remove results that are results no more; raises OSError."""
        for ending in endings:
            place = stores.join(self._out, stem + ending)
            if stores.is_remote(place):
                stores.remove(place)
            else:
                Path(place).unlink(missing_ok=True)

    def abandon(self, number: int) -> None:
        """Forget what was laid ready for an input that failed after all."""
        if self._scratch:
            for ending in _ENDINGS:
                with contextlib.suppress(OSError):
                    Path(ready(self._scratch, number, ending)).unlink(missing_ok=True)

    def set_apart(self, planned: Planned, outcome: Outcome, max_size: int) -> None:
        """Keep a copy of an input that failed, as far as it can be read, and why it did."""
        held, reason = self._held(planned)
        held.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError, ReadError, ValueError):
            if planned.entry.fault or held.exists():
                raise ReadError("nothing to copy")
            data = contents(planned.entry.place, planned.entry.member, max_size)
            held.write_bytes(data)
        told = f"{planned.entry.name}\n{outcome.kind}: {outcome.reason}\n{outcome.detail}"
        reason.write_bytes(told.encode("utf-8", "surrogateescape"))

    def release(self, planned: Planned) -> None:
        """Forget an input that failed in an earlier run."""
        for path in self._held(planned):
            path.unlink(missing_ok=True)

    def _held(self, planned: Planned) -> tuple[Path, Path]:
        name = stores.join(str(self._quarantine), planned.stem)
        return Path(f"{name}.input"), Path(f"{name}.reason.txt")

    def _make(self, directory: str) -> None:
        if directory not in self._made:
            os.makedirs(directory, exist_ok=True)  # noqa: PTH103 - any bytes
            if len(self._made) > 10_000:
                self._made.clear()
            self._made.add(directory)


def fresh(directory: Path, label: str) -> Path:
    """Make a scratch directory that no other run has had, and remove those of runs that died."""
    from tempfile import mkdtemp

    prefix = f"scratch-{label}." if label else "scratch."
    for old in directory.glob(f"{prefix}*"):
        shutil.rmtree(old, ignore_errors=True)
    return Path(mkdtemp(prefix=prefix, dir=directory))
