"""Reports on a batch, from its manifest: for programs (json), tables (csv) and people (html)."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from an2un.batch.manifest import FATES, Fate, Manifest
from an2un.render.paper import head, safe
from an2un.render.report import counted

_ROWS = 2_000  # files that a page lists of each fate
_FACTS = ("name", "stem", "fate", "kind", "reason", "size", "sha256")


def as_json(manifest: Manifest) -> Iterator[str]:
    """Yield one object: sums, and the files with their findings."""
    yield f'{{"summary": {json.dumps(sums(manifest))},\n"files": ['
    between = "\n"
    names = (*_FACTS, "finished")
    coded = ("codes", "seconds", "findings")
    for *facts, codes, seconds, findings in manifest.rows((*names, *coded), coded=True):
        entry = json.dumps(dict(zip(names, facts, strict=True)), ensure_ascii=False)
        yield f'{between}{entry[:-1]}, "codes": {codes}, "seconds": {seconds}'
        yield f', "findings": {findings}}}'
        between = ",\n"
    yield "\n]}\n"


def as_csv(manifest: Manifest) -> Iterator[str]:
    """Yield a line for each file."""
    line = io.StringIO()
    rows = csv.writer(line, lineterminator="\n")

    def written(cells: Iterable[Any]) -> str:
        line.seek(0)
        line.truncate()
        rows.writerow(cells)
        return line.getvalue()

    yield written([*_FACTS, "findings", "seconds", "finished"])
    names = ("codes", "seconds", "finished")
    for *facts, codes, seconds, finished in manifest.rows((*_FACTS, *names)):
        spent = round(sum(seconds.values()), 4)
        yield written([*facts, sum(codes.values()), spent, finished])


def as_html(manifest: Manifest) -> Iterator[str]:
    """Yield a page that needs nothing beside it."""
    told = sums(manifest)
    yield head("an2un batch", "Documents converted")
    files = f"{told['files']:,} documents"
    yield f"<p>{files}: {safe(in_words(told))}; {told['bytes'] / 1e6:,.1f} MB.</p>\n"
    yield "<h2>By finding</h2><table><tr><th>code</th><th>findings</th><th>what</th></tr>\n"
    names = _summaries()
    for code, number in told["codes"].items():
        yield f"<tr><td>{code}</td><td class=n>{number:,}</td><td>{safe(names(code))}</td></tr>\n"
    yield "</table>\n"
    for fate, colour in _COLOURS.items():
        yield from _section(manifest, fate, colour, told)
    yield "</body></html>\n"


_COLOURS: dict[Fate, str] = {"failed": "error", "warned": "warning", "converted": "fine"}


def _section(manifest: Manifest, fate: Fate, colour: str, told: dict[str, Any]) -> Iterator[str]:
    number = told["fates"][fate]
    yield f"<details{' open' * (fate == 'failed')}><summary class={colour}>{fate}: {number:,}"
    yield "</summary><table><tr><th>document</th><th>bytes</th><th>what</th></tr>\n"
    listed = manifest.rows(("name", "size", "reason", "codes"), fate)
    for name, size, reason, codes in islice(listed, _ROWS):
        what = reason or counted(codes) * bool(codes)
        yield (
            f"<tr><td><code dir='auto'>{safe(name)}</code></td>"
            f"<td class=n>{size:,}</td><td dir='auto'>{safe(what)}</td></tr>\n"
        )
    yield "</table></details>\n"
    if number > _ROWS:
        yield f"<p>{number - _ROWS:,} more are counted but not listed.</p>\n"


def _summaries() -> Callable[[str], str]:
    from an2un.check.pages import catalogue

    codes = catalogue()
    return lambda code: codes[code].summary if code in codes else ""


REPORTS: dict[str, Callable[[Manifest], Iterator[str]]] = {
    "json": as_json,
    "csv": as_csv,
    "html": as_html,
}
"""The forms of report."""


def sums(manifest: Manifest) -> dict[str, Any]:
    """Return what all results come to: files by fate, kinds of failures, findings, bytes."""
    codes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    fates: Counter[str] = Counter(dict.fromkeys(FATES, 0))
    size = 0
    for fate, kind, files, bytes_read, found in manifest.sums():
        fates[fate] += files
        codes.update({code: number * files for code, number in found.items()})
        size += bytes_read
        if kind:
            kinds[kind] += files
    return {
        "files": fates.total(),
        "fates": dict(fates),
        "kinds": dict(sorted(kinds.items())),
        "codes": dict(sorted(codes.items(), key=lambda entry: (-entry[1], entry[0]))),
        "bytes": size,
    }


def in_words(told: dict[str, Any]) -> str:
    """Return how many documents met each fate."""
    return ", ".join(f"{told['fates'][fate]:,} {FATE_WORDS[fate]}" for fate in FATES)


FATE_WORDS = {"converted": "converted", "warned": "converted with warnings", "failed": "failed"}


def write_all(manifest: Manifest, directory: Path, label: str) -> None:
    """Write every form of report into a directory, whole or not at all; raises OSError."""
    for form, report in REPORTS.items():
        name = f"report.{label}.{form}" if label else f"report.{form}"
        write(report(manifest), directory / name)


def write(report: Iterable[str], path: Path) -> None:
    """Write a report and rename it into place; what of names is no text is escaped."""
    beside = path.with_name(f".{path.name}.part")
    with beside.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(report)
    beside.replace(path)
