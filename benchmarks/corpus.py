"""The development corpus: its documents as rows, and the choice of some of them."""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Row:
    """One document: a source to convert and the gold it is compared with.

    key   path of the source inside the corpus, unique
    kind  real (extraction of an adopted text), draft (extraction of a draft, gold of the adopted
          text), pdf, or sim (simulated extraction)
    form  the extractor that made the text, or that the simulator imitates
    """

    key: str
    symbol: str
    language: str
    kind: str
    body: str
    form: str
    source: Path
    gold: Path


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents to take; an empty field takes all."""

    kinds: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    matching: str = ""
    sample: int = 0


BODIES = (
    ("A/HRC", "HRC"),
    ("A/DEC", "GADEC"),
    ("S/PRST", "PRST"),
    ("S/", "SC"),
    ("E/", "ECOSOC"),
    ("UNEP", "UNEA"),
    ("A/", "GA"),
)


def location() -> Path:
    """Return the directory named by AN2UN_CORPUS, else `shared` beside the project."""
    return Path(os.environ.get("AN2UN_CORPUS") or ROOT.parent / "shared").resolve()


def rows(place: Path) -> Iterator[Row]:
    """Yield every document listed in real.tsv and sim.tsv of the corpus at `place`."""
    base = place / "corpus"
    for entry in _table(base / "real.tsv"):
        source = entry["source"]
        kind = "pdf" if source.endswith(".pdf") else entry["kind"].replace("resolution", "real")
        form = "pdf" if kind == "pdf" else "tika"
        yield _row(base, entry, kind, form)
    for entry in _table(base / "sim.tsv"):
        yield _row(base, entry, "sim", entry["form"])


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def _row(base: Path, entry: dict[str, str], kind: str, form: str) -> Row:
    symbol = entry["symbol"]
    body = next((body for prefix, body in BODIES if symbol.startswith(prefix)), "other")
    return Row(
        key=entry["source"],
        symbol=symbol,
        language=entry["language"],
        kind=kind,
        body=entry.get("body") or body,
        form=form,
        source=base / entry["source"],
        gold=base / entry["gold"],
    )


def chosen(all_rows: Iterator[Row], choice: Choice) -> list[Row]:
    """Return the chosen documents by key; a sample is the same on every machine."""

    def fits(row: Row) -> bool:
        return (
            (not choice.kinds or row.kind in choice.kinds)
            and (not choice.languages or row.language in choice.languages)
            and (not choice.forms or row.form in choice.forms)
            and (not choice.bodies or row.body in choice.bodies)
            and (choice.matching in row.symbol or choice.matching in row.key)
        )

    found = [row for row in all_rows if fits(row)]
    if choice.sample:
        found.sort(key=lambda row: hashlib.sha256(row.key.encode()).digest())
        found = found[: choice.sample]
    return sorted(found, key=lambda row: row.key)
