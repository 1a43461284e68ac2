"""Corpora for the tests: fictional resolutions in variations, and what is no resolution."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = sorted((ROOT / "examples").glob("*/source.txt"))
EPOCH = "2362176000"  # the examples are of that week
APART = ("manifest", "report", "lock", "scratch")  # what tells of a run and not of documents


def grow(place: Path, number: int) -> Path:
    """Write so many documents, all different, into directories of twenty."""
    texts = [path.read_bytes() for path in SOURCES]
    for n in range(number):
        path = place / f"{n // 20:03}" / f"{n:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(texts[n % len(texts)].replace(b"2044", str(2000 + n % 99).encode()))
    return place


def content(place: Path) -> dict[str, str]:
    """Return the digests of all results below a directory, without what tells of the run."""
    found = {}
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place)
        if path.is_file() and not (name.parts[0] == "_batch" and name.parts[1].startswith(APART)):
            found[str(name)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def command(*arguments: str | Path) -> list[str]:
    """Return the command line of a batch in a process of its own."""
    return [sys.executable, "-m", "an2un", "batch", *map(str, arguments)]


def environment(**more: str) -> dict[str, str]:
    """Return the environment of such a process."""
    return {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **more}


def batch(
    *arguments: str | Path, status: Iterable[int] = (0, 1)
) -> subprocess.CompletedProcess[str]:
    """Run a batch in a process of its own; its exit status must be one of those given."""
    done = subprocess.run(
        command(*arguments), capture_output=True, text=True, env=environment(), check=False,
        errors="replace",
    )  # fmt: skip
    assert done.returncode in status, (done.returncode, done.stderr)
    assert "Traceback" not in done.stderr
    return done
