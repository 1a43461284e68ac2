"""Why documents of the development corpus are not perfect: the gold, the source text, or we.

`attribution.tsv` holds one line a cause: the symbol, the languages and the text forms it is seen in
(`*`: all, else separated by commas), the part that differs, the cause, and the reason. A part of a
document that no line explains counts as our own fault.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from figures import Group, aligned, groups

Result = dict[str, Any]

PARTS = {
    "recital_f1": "recital",
    "provision_f1": "provision",
    "heading_f1": "heading",
    "note_f1": "note",
    "note_anchor_acc": "anchor",
    "annex_f1": "annex",
    "xsd_valid": "valid",
}
"""The metrics that make a document perfect, and the parts that they measure."""
CAUSES = ("ours", "source", "gold")  # the gravest first
_FIELDS = ["symbol", "languages", "forms", "part", "cause", "reason"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list."""

    symbol: str
    languages: str
    forms: str
    part: str
    cause: str
    reason: str

    def explains(self, result: Result, part: str) -> bool:
        """Whether this line tells why a part of a document differs."""
        return (
            self.symbol == result["symbol"]
            and self.part == part
            and self.languages in ("*", result["language"])
            and self.forms in ("*", result["form"])
        )


def read(path: Path) -> list[Line]:
    """Return the lines of a list, one for each language, form and part that a line names.

    Raises ValueError where a line names no such part or cause, or gives no reason.
    """
    lines: list[Line] = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t"), 2):
            if list(row) != _FIELDS or not row["reason"]:
                raise ValueError(f"{path.name}:{number}: not {', '.join(_FIELDS)}")
            parts = row["part"].split(",")
            if row["cause"] not in CAUSES or not set(parts) <= set(PARTS.values()):
                raise ValueError(f"{path.name}:{number}: no such part or cause")
            lines.extend(
                Line(row["symbol"], language, form, part, row["cause"], row["reason"])
                for language in row["languages"].split(",")
                for form in row["forms"].split(",")
                for part in parts
            )
    return lines


def differing(result: Result) -> list[str]:
    """Return the parts of a document that are not as in the gold."""
    metrics = result["metrics"]
    return [part for name, part in PARTS.items() if metrics.get(name) not in (None, 1.0)]


class Attribution:
    """What a list says of the documents of a run.

    causes      of each document that is not perfect, by key: the gravest of its parts, "" where a
                part has none
    unexplained  documents with parts that no line explains, with these parts
    stale       lines that explain nothing any more
    """

    def __init__(self, results: Sequence[Result], lines: Sequence[Line]) -> None:
        self.causes: dict[str, str] = {}
        self.unexplained: list[str] = []
        by_symbol: dict[str, list[Line]] = {}
        for line in lines:
            by_symbol.setdefault(line.symbol, []).append(line)
        used: set[Line] = set()
        for result in results:
            found: list[str] = []
            missing: list[str] = []
            for part in differing(result):
                known = by_symbol.get(result["symbol"], ())
                fitting = [line for line in known if line.explains(result, part)]
                used.update(fitting)
                found.extend(line.cause for line in fitting)
                missing.extend([] if fitting else [part])
            if missing:
                self.unexplained.append(f"{result['key']}: {', '.join(missing)}")
            if found or missing:
                self.causes[result["key"]] = "" if missing else min(found, key=CAUSES.index)
        self.stale = [line for line in lines if line not in used]

    def table(self, results: Sequence[Result]) -> str:
        """Return the shares of documents by cause and group as a Markdown table."""
        lines = [["group", "n", "not perfect", *CAUSES, "unexplained", "through our own fault"]]
        lines.extend(self._row(group) for group in groups(results))
        return aligned(lines)

    def _row(self, group: Group) -> list[str]:
        name, members = group
        found = [self.causes[r["key"]] for r in members if r["key"] in self.causes]
        counts = [found.count(cause) for cause in (*CAUSES, "")]
        share = (counts[0] + counts[-1]) / len(members)
        return [name, str(len(members)), str(len(found)), *map(str, counts), f"{share:.4f}"]

    def complaints(self, *, whole: bool) -> Iterator[str]:
        """Yield what is wrong with the list; lines can be stale only where the run is whole."""
        for text in self.unexplained:
            yield f"UNEXPLAINED {text}"
        for line in self.stale if whole else ():
            yield f"STALE {line.symbol} {line.languages} {line.forms} {line.part}: {line.reason}"
