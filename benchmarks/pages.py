"""Speed and memory of reading PDF files, against the bare text extraction of pypdfium2.

    python benchmarks/pages.py              # the PDF files of the development corpus
    python benchmarks/pages.py FILE.pdf …   # any others

Both sides read each file in turn in one process; the figures are processor time, the best of
several rounds. Memory is the peak of the process after all files were read.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from corpus import location

from an2un.diagnostics import Diagnostic
from an2un.readers.pdf import read

ROUNDS = 3


def bare(data: bytes) -> int:
    """Return how many pages a file has, after taking the text of each as pypdfium2 gives it."""
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()
        return len(document)
    finally:
        document.close()


def ours(data: bytes) -> int:
    """Return the number of the last page with text, after reading the file as `convert` does."""
    return read(data, "file.pdf", _unheard).lines[-1].page


def _unheard(_finding: Diagnostic) -> None:
    """A sink for findings."""


def seconds(call: Callable[[bytes], int], data: bytes) -> float:
    """Return the processor time of one call."""
    began = time.process_time()
    call(data)
    return time.process_time() - began


def main() -> int:
    """Measure, print, and return the exit status."""
    files = [Path(name) for name in sys.argv[1:]]
    files = files or sorted((location() / "corpus" / "pdf").glob("*.pdf"))
    if not files:
        print("no PDF file given, and no development corpus (AN2UN_CORPUS)", file=sys.stderr)
        return 2
    pages, taken, floor = 0, 0.0, 0.0
    for file in files:
        data = file.read_bytes()
        pages += bare(data)
        rounds = [(seconds(ours, data), seconds(bare, data)) for _ in range(ROUNDS)]
        taken += min(own for own, _ in rounds)
        floor += min(other for _, other in rounds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(files)} files, {pages} pages: {1000 * taken / pages:.1f} ms a page, "
        f"bare text extraction {1000 * floor / pages:.1f} ms ({taken / floor:.1f} times); "
        f"peak memory {peak:.0f} MB"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
