"""How a batch grows: with processes, and in memory with the number of documents.

    python benchmarks/batch.py                      # print
    python benchmarks/batch.py --record             # and write benchmarks/batch.md
    python benchmarks/batch.py --documents 500 --rounds 1

Each round runs `an2un batch` on the same documents with one process, with two, and as two batches
of one process each at the same time, which share nothing: what the machine gives two processes at
most, whatever they run. The three take turns; of each the fastest counts. Memory is the largest
resident set of all processes of a run at one moment each: that of a batch ten times as long shows
whether it is flat.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from corpus import ROOT

PAGE = ROOT / "benchmarks" / "batch.md"
SOURCES = sorted((ROOT / "examples").glob("*/source.txt"))


class Run(NamedTuple):
    """One batch: seconds, and the largest resident set of any of its processes, in MB."""

    seconds: float
    memory: float


def grow(place: Path, number: int) -> int:
    """Write so many documents, all different, and return their bytes."""
    texts = [path.read_bytes() for path in SOURCES]
    size = 0
    for n in range(number):
        path = place / f"{n // 100:03}" / f"{n:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = texts[n % len(texts)].replace(b"2044", str(2000 + n % 99).encode())
        size += path.write_bytes(data)
    return size


def begun(source: Path, out: str, jobs: int) -> subprocess.Popen[bytes]:
    """Start a batch of the documents of `source` into `out`."""
    return subprocess.Popen(
        [
            sys.executable, "-m", "an2un", "batch", str(source), "-o", out,
            "--jobs", str(jobs), "--quiet", "--fail-on", "never",
        ]
    )  # fmt: skip


def apart(source: Path) -> float:
    """Run two batches of one process each at the same time and return the seconds of both."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        began = time.perf_counter()
        both = [begun(source, out, 1) for out in (one, other)]
        statuses = [process.wait() for process in both]
        if any(statuses):
            raise SystemExit("one of two batches at the same time failed")
        return time.perf_counter() - began


def batch(source: Path, jobs: int) -> Run:
    """Run a batch into a directory of its own and watch its processes."""
    with tempfile.TemporaryDirectory() as out:
        began = time.perf_counter()
        process = begun(source, out, jobs)
        largest, ended = [0.0], threading.Event()
        watch = threading.Thread(target=_watch, args=(process.pid, largest, ended))
        watch.start()
        status = process.wait()
        seconds = time.perf_counter() - began
        ended.set()
        watch.join()
        if status:
            raise SystemExit(f"the batch ended with status {status}")
        return Run(seconds, largest[0])


def _watch(pid: int, largest: list[float], ended: threading.Event) -> None:
    """Note the largest resident set of a process and its children, as /proc tells it."""
    while not ended.wait(0.2):
        for one in (pid, *_children(pid)):
            largest[0] = max(largest[0], _resident(one))


def _children(pid: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Measured(NamedTuple):
    """The fastest run by number of processes, two at once, a tenth of the documents, and bytes."""

    runs: dict[int, Run]
    apart: float
    few: Run
    size: int


def measured(documents: int, rounds: int) -> Measured:
    """Run all the batches, taking turns."""
    with tempfile.TemporaryDirectory() as place:
        every, few = Path(place) / "all", Path(place) / "few"
        size = grow(every, documents)
        grow(few, documents // 10)
        runs: dict[int, list[Run]] = {1: [], 2: []}
        both = []
        for _ in range(rounds):
            for jobs, found in runs.items():
                found.append(batch(every, jobs))
            both.append(apart(every))
        fastest = {jobs: min(found) for jobs, found in runs.items()}
        return Measured(fastest, min(both), batch(few, 2), size)


TEXT = """\
# Batches

Written by `python benchmarks/batch.py --record`; not to be edited. {documents:,} documents of
{size:.1f} MB in all, converted, validated and written with their ledgers; the fastest of {rounds}
rounds, load of the machine at the start {load:.1f}. Python {python}, {cores} cores.

| processes | seconds | documents a second | MB/s | largest process |
|--:|--:|--:|--:|--:|
{rows}

Two processes against one: {ratio:.2f} (aim: ≥ 1.85). Two batches of one process each at the same
time, which share nothing but the machine: {ceiling:.2f} times the documents of one alone; more
than that no two processes can reach here. Largest process with a tenth of the documents:
{few:.0f} MB.
"""


def page(documents: int, rounds: int) -> str:
    """Measure and return the page."""
    load = os.getloadavg()[0]
    compileall.compile_dir(ROOT / "src", quiet=1)  # as an installer does
    found = measured(documents, rounds)
    rows = "\n".join(
        f"| {jobs} | {run.seconds:.1f} | {documents / run.seconds:.0f} | "
        f"{found.size / run.seconds / 1e6:.2f} | {run.memory:.0f} MB |"
        for jobs, run in found.runs.items()
    )
    return TEXT.format(
        documents=documents, size=found.size / 1e6, rounds=rounds, load=load, rows=rows,
        ratio=found.runs[1].seconds / found.runs[2].seconds, few=found.few.memory,
        ceiling=2 * found.runs[1].seconds / found.apart,
        python=platform.python_version(), cores=os.cpu_count(),
    )  # fmt: skip


def main() -> None:
    """Measure and print; with --record write the page too."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--record", action="store_true", help="write benchmarks/batch.md")
    options = parser.parse_args()
    text = page(options.documents, options.rounds)
    print(text)
    if options.record:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
