"""One line for each finding, as compilers print them; problem matchers read it."""

from __future__ import annotations

from an2un.diagnostics import Diagnostic
from an2un.render.report import Judged, Layer, Summary, Write, in_full, place


def line(name: str, finding: Diagnostic) -> str:
    """Return a finding in one line: `draft.xml:12:5: warning[AU104] operative paragraph 3: …`."""
    severity = finding.severity.name.lower()
    return f"{place(name, finding)}: {severity}[{finding.code.id}] {in_full(finding)}"


class Report:
    """The format `concise`."""

    def __init__(self, write: Write, _layer: Layer) -> None:
        self._write = write

    def start(self) -> None:
        """Write nothing."""

    def file(self, judged: Judged) -> None:
        """Write a line for each finding."""
        for finding in judged.findings:
            self._write(" ".join(line(judged.name, finding).split("\n")) + "\n")

    def finish(self, summary: Summary) -> None:
        """Write nothing: the summary is not for machines."""
