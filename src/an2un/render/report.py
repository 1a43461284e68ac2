"""What a report is made of: files with their findings, and what they sum up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from an2un.diagnostics import Code, Diagnostic, Severity

Write = Callable[[str], object]
Layer = Callable[[Code], str]

LAYERS = ("file", "schema", "naming", "profile")
"""What can be wrong, from the coarsest: the file itself, then the three layers of a verdict."""

SPOKEN = ("conversion", *LAYERS)
"""The layers of a verdict and, before them, what a conversion has to say of its source."""

TITLES = {
    "conversion": "conversion",
    "file": "file",
    "schema": "schema (level 1)",
    "naming": "naming convention (level 2)",
    "profile": "AKN4UN profile",
}


class Judged(NamedTuple):
    """One file and the findings on it; `excerpts` are lines of the file by their number."""

    name: str
    findings: Sequence[Diagnostic]
    excerpts: Mapping[int, str]


class Summary:
    """What all files of a run sum up to."""

    def __init__(self, layer: Layer) -> None:
        self.files = 0
        self.flawed = 0
        self.codes: Counter[Code] = Counter()
        self.layers: Counter[tuple[str, Severity]] = Counter()
        self._layer = layer

    def add(self, judged: Judged) -> None:
        """Count one file."""
        self.files += 1
        self.flawed += bool(judged.findings)
        for finding in judged.findings:
            self.codes[finding.code] += 1
            self.layers[self._layer(finding.code), finding.severity] += 1

    def of_layer(self, layer: str) -> dict[str, int]:
        """Return the findings of a layer by the name of their severity, without zeros."""
        found = {s.name.lower(): self.layers[layer, s] for s in reversed(Severity)}
        return {name: n for name, n in found.items() if n}


class Renderer(Protocol):
    """One format of report, written file by file."""

    def start(self) -> None:
        """Write what stands above all files."""

    def file(self, judged: Judged) -> None:
        """Write one file."""

    def finish(self, summary: Summary) -> None:
        """Write what stands below all files."""


def counted(counts: Mapping[str, int]) -> str:
    """Return counts in words: "2 errors, 1 note"; "nothing" where there are none."""
    return ", ".join(f"{n:,} {name}{'s' * (n != 1)}" for name, n in counts.items()) or "nothing"


def place(name: str, finding: Diagnostic) -> str:
    """Return file, line and column as compilers print them."""
    return ":".join([name, *(str(n) for n in (finding.line, finding.column) if n)])


def in_full(finding: Diagnostic) -> str:
    """Return the message of a finding with where it is in the document and how to mend it."""
    trail = f"{finding.trail}: " if finding.trail else ""
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"{trail}{finding.message}{hint}"


def plain(finding: Diagnostic, name: str, layer: str) -> dict[str, object]:
    """Return a finding as plain data for JSON."""
    return {
        "code": finding.code.id,
        "name": finding.code.name,
        "severity": finding.severity.name.lower(),
        "layer": layer,
        "file": name,
        "line": finding.line,
        "column": finding.column,
        "where": finding.trail,
        "eId": finding.eid,
        "message": finding.message,
        "hint": finding.hint,
        "raw": finding.raw,
    }
