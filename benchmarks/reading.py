"""Speed of the readers of Word files, web pages and PDF files, each against a peer in one run.

    python benchmarks/reading.py              # print
    python benchmarks/reading.py --record     # and write benchmarks/reading.md

The document is the longest of the examples, or of the corpus where there is one, set by
tests/rendering; MB are those of its document.xml or its HTML. The peers give the bare text:
mammoth of the Word file, lxml.html of the page. PDF files are real ones of the corpus, if there is
one, and the peer is the bare text extraction of pypdfium2, which our reader is built on. Calls take
turns, and of each the median counts.
"""

from __future__ import annotations

import argparse
import io
import os
import platform
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus import ROOT, location
from pages import bare, ours
from timing import Line, table, warm

sys.path.insert(0, str(ROOT))

from an2un.diagnostics import Diagnostic
from tests.rendering.sheet import sheet
from tests.rendering.web import web_page
from tests.rendering.word import docx

PAGE = ROOT / "benchmarks" / "reading.md"


def ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def document() -> Path:
    """Return the longest English document: of the corpus, else of the examples."""
    golds = list((location() / "corpus" / "sim").glob("*/*_en.gold.xml"))
    return max(
        golds or (ROOT / "examples").glob("en-*/expected.akn.xml"),
        key=lambda path: path.stat().st_size,
    )


def lines() -> Iterator[Line]:
    """Measure each reader and its peer on one document."""
    import mammoth
    from lxml import html as lxml_html

    from an2un import read
    from an2un.readers import docx as word_reader
    from an2un.readers import html as web_reader

    set_as = sheet(read(document()))
    word, page = docx(set_as), web_page(set_as)
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    yield compared(
        ("Word file", "mammoth's raw text", "≥ 5 MB/s"),
        size,
        lambda: word_reader.read(word, "x", ignore),
        lambda: mammoth.extract_raw_text(io.BytesIO(word)),
    )
    yield compared(
        ("web page", "lxml.html's bare text", "≥ 5 MB/s"),
        len(page),
        lambda: web_reader.read(page, "x", ignore),
        lambda: "".join(map(str, lxml_html.document_fromstring(page).itertext())),
    )


def of_pages() -> Iterator[Line]:
    """Measure reading PDF files of the corpus, in milliseconds a page; nothing without one."""
    files = sorted((location() / "corpus" / "pdf").glob("*.pdf"))[::_EVERY]
    data = [file.read_bytes() for file in files]
    if not data:
        return
    pages = sum(map(bare, data))
    mine, other = warm(lambda: list(map(ours, data)), lambda: list(map(bare, data)))
    yield Line(
        f"reading {len(data)} PDF files ({pages} pages)", "pypdfium2's bare text",
        f"{1000 * mine / pages:.1f} ms a page", f"{1000 * other / pages:.1f} ms a page",
        other / mine, "≤ 40 ms a page",
    )  # fmt: skip


_EVERY = 9  # of the PDF files of the corpus


def compared(
    names: tuple[str, str, str], size: int, ours: Callable[[], object], theirs: Callable[[], object]
) -> Line:
    """Return one line of the result; names: what is read, the peer, what is aimed at."""
    mine, other = (size / seconds / 1e6 for seconds in warm(ours, theirs))
    what, against, aim = names
    return Line(
        f"reading a {what} ({size / 1000:.0f} KB)", against, f"{mine:.1f} MB/s",
        f"{other:.1f} MB/s", mine / other, aim,
    )  # fmt: skip


TEXT = """\
# Speed of the readers

Written by `python benchmarks/reading.py --record`; not to be edited. Both sides of each line were
measured in one run on one machine, taking turns: only the ratios mean something elsewhere.

{table}

The median in one process: MB of document.xml or HTML a second, milliseconds a page of PDF files;
ratios are those of the speeds. Python {python}, {cores} cores.
"""


def main() -> None:
    """Measure and print; with --record write the page too."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--record", action="store_true", help="write benchmarks/reading.md")
    options = parser.parse_args()
    found = table([*lines(), *of_pages()])
    print(found)
    if options.record:
        python, cores = platform.python_version(), os.cpu_count()
        PAGE.write_text(TEXT.format(table=found, python=python, cores=cores), encoding="utf-8")


if __name__ == "__main__":
    main()
