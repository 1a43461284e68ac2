"""How a batch grows: with processes, and in memory with the number of documents.

    python benchmarks/batch.py                      # print
    python benchmarks/batch.py --record             # and write benchmarks/batch.md
    python benchmarks/batch.py --documents 500 --rounds 1

Each round runs `an2un batch` on the same documents with one process and with two, taking turns; of
each the fastest counts. Memory is the largest resident set of all processes of a run at one moment
each: that of a batch ten times as long shows whether it is flat.
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


def batch(source: Path, jobs: int) -> Run:
    """Run a batch into a directory of its own and watch its processes."""
    with tempfile.TemporaryDirectory() as out:
        command = [
            sys.executable, "-m", "an2un", "batch", str(source), "-o", out,
            "--jobs", str(jobs), "--quiet", "--fail-on", "never",
        ]  # fmt: skip
        began = time.perf_counter()
        process = subprocess.Popen(command)
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


def measured(documents: int, rounds: int) -> tuple[dict[int, Run], Run, int]:
    """Return the fastest run by number of processes, one of a tenth of the documents, and bytes."""
    with tempfile.TemporaryDirectory() as place:
        size = grow(Path(place) / "all", documents)
        grow(Path(place) / "few", documents // 10)
        runs: dict[int, list[Run]] = {1: [], 2: []}
        for _ in range(rounds):
            for jobs, found in runs.items():
                found.append(batch(Path(place) / "all", jobs))
        few = batch(Path(place) / "few", 2)
    return {jobs: min(found) for jobs, found in runs.items()}, few, size


TEXT = """\
# Batches

Written by `python benchmarks/batch.py --record`; not to be edited. {documents:,} documents of
{size:.1f} MB in all, converted, validated and written with their ledgers; the fastest of {rounds}
rounds, load of the machine at the start {load:.1f}. Python {python}, {cores} cores.

| processes | seconds | documents a second | MB/s | largest process |
|--:|--:|--:|--:|--:|
{rows}

Two processes against one: {ratio:.2f} (aim: ≥ 1.85). Largest process with a tenth of the documents:
{few:.0f} MB.
"""


def page(documents: int, rounds: int) -> str:
    """Measure and return the page."""
    load = os.getloadavg()[0]
    compileall.compile_dir(ROOT / "src", quiet=1)  # as an installer does
    runs, few, size = measured(documents, rounds)
    rows = "\n".join(
        f"| {jobs} | {run.seconds:.1f} | {documents / run.seconds:.0f} | "
        f"{size / run.seconds / 1e6:.2f} | {run.memory:.0f} MB |"
        for jobs, run in runs.items()
    )
    return TEXT.format(
        documents=documents, size=size / 1e6, rounds=rounds, load=load, rows=rows,
        ratio=runs[1].seconds / runs[2].seconds, few=few.memory,
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
