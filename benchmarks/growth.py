"""Time and memory of one document as it grows from 10 KB to 50 MB.

python benchmarks/growth.py FILE    # convert it here and print seconds and peak memory
"""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SIZES = (0.01, 0.1, 1, 10, 50)  # MB


def growth(source: Path, largest: float) -> list[list[str]]:
    """Return a row for each size: MB, MB a second, peak memory, bytes of it for each of text."""
    return list(_rows(source.read_text(encoding="utf-8"), largest))


def _rows(text: str, largest: float) -> Iterator[list[str]]:
    with tempfile.TemporaryDirectory() as place:
        for size in SIZES:
            if size > largest:
                return
            path = Path(place) / "document.txt"
            characters = int(size * 1e6)
            path.write_text((text * (characters // len(text) + 1))[:characters], encoding="utf-8")
            command = [sys.executable, __file__, str(path)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            seconds, memory, before = map(float, done.stdout.split())
            each = (memory - before) / path.stat().st_size
            yield [
                f"{size:g} MB",
                f"{path.stat().st_size / seconds / 1e6:.2f}",
                f"{memory / 1e6:.0f} MB",
                f"{max(each, 0):.0f}",
            ]


def main() -> None:
    """Convert a file as the command line does; print seconds, bytes at the most, bytes before."""
    from an2un import convert
    from an2un.cli import ROUNDS

    gc.set_threshold(*ROUNDS)
    path = Path(sys.argv[1])
    convert(path.read_text(encoding="utf-8")[:5_000])
    before = _peak()
    began = time.process_time()
    result = convert(path)
    seconds = time.process_time() - began
    if not result.valid:
        sys.exit("the result is not valid")
    print(seconds, _peak(), before)


def _peak() -> int:
    """Return the most bytes that were resident in this process so far.

    Linux tells of the program itself in /proc; what getrusage tells there, as all other systems
    have it, includes the process that this one was started from.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main()
