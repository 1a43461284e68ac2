"""For reading: each finding with its line and a caret, the three layers apart."""

from __future__ import annotations

from an2un.diagnostics import Diagnostic
from an2un.render.report import SPOKEN, TITLES, Judged, Layer, Summary, Write, counted, place

_ONLY_IF_ANY = ("conversion", "file")  # layers that a sound file says nothing of
_WIDTH = 100  # characters of a line that are shown
_BEFORE = 30  # of them before the caret, where the line is longer


class Report:
    """The format `full`."""

    def __init__(self, write: Write, layer: Layer) -> None:
        self._write = write
        self._layer = layer

    def start(self) -> None:
        """Write nothing."""

    def file(self, judged: Judged) -> None:
        """Write the findings of a file, layer by layer."""
        for layer in SPOKEN:
            found = [f for f in judged.findings if self._layer(f.code) == layer]
            if found:
                self._write(f"── {judged.name}: {TITLES[layer]} ──\n\n")
            for finding in found:
                self._write(_finding(judged, finding))

    def finish(self, summary: Summary) -> None:
        """Write how the layers fared."""
        for layer in SPOKEN:
            if layer in _ONLY_IF_ANY and not summary.of_layer(layer):
                continue
            self._write(f"{TITLES[layer]}: {counted(summary.of_layer(layer))}\n")


def _finding(judged: Judged, finding: Diagnostic) -> str:
    """Return a finding with its line, a caret below its column and the way to mend it."""
    severity = finding.severity.name.lower()
    lines = [
        f"{severity}[{finding.code.id}] {finding.code.name}: {finding.message}",
        f"  --> {place(judged.name, finding)}" + (f" ({finding.trail})" if finding.trail else ""),
    ]
    excerpt = judged.excerpts.get(finding.line)
    if excerpt is not None:
        number = str(finding.line)
        text, column = _window(excerpt.expandtabs(1), finding.column)
        gutter = " " * len(number)
        lines += [f"{gutter} |", f"{number} | {text}"]
        if column:
            lines.append(f"{gutter} | {' ' * (column - 1)}^")
    if finding.hint:
        lines.append(f"  = {finding.hint}")
    return "\n".join(lines) + "\n\n"


def _window(text: str, column: int) -> tuple[str, int]:
    """Return the part of a line around a column, and the column in it."""
    start = max(0, column - 1 - _BEFORE) if column - 1 > _WIDTH - _BEFORE else 0
    stripped = len(text) - len(text.lstrip()) if start == 0 else 0
    start = max(start, min(stripped, max(column - 1, 0)))
    shown = text[start : start + _WIDTH]
    before = "…" if start > stripped else ""
    after = "…" if start + _WIDTH < len(text) else ""
    return f"{before}{shown}{after}", (column - start + len(before)) if column else 0
