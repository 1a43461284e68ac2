"""Findings on stderr as they come, and whether one of them is severe enough to fail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from an2un.cli.conduct import say
from an2un.diagnostics import Diagnostic, Severity

SEVERITIES = {"note": Severity.NOTE, "warning": Severity.WARNING, "error": Severity.ERROR}


class Findings:
    """What was found in the inputs of one run, printed unless `quiet`."""

    def __init__(self, fail_on: str, quiet: bool) -> None:
        self._limit = SEVERITIES.get(fail_on)
        self._quiet = quiet
        self.failed = False

    def add(self, name: str, findings: Sequence[Diagnostic]) -> None:
        """Print the findings of one input."""
        if self._limit is not None and any(f.severity >= self._limit for f in findings):
            self.failed = True
        if not self._quiet:
            for finding in sorted(findings, key=lambda f: (f.line, f.column, f.code.id)):
                say(concise(name, finding))


def concise(name: str, finding: Diagnostic) -> str:
    """Return a finding in one line: `draft.txt:12:5: warning[AU104] operative paragraph 3: …`."""
    place = ":".join([name, *(str(n) for n in (finding.line, finding.column) if n)])
    trail = f"{finding.trail}: " if finding.trail else ""
    hint = f"; {finding.hint}" if finding.hint else ""
    severity = finding.severity.name.lower()
    return f"{place}: {severity}[{finding.code.id}] {trail}{finding.message}{hint}"


def summed(findings: Iterable[Diagnostic]) -> str:
    """Return how many findings of each severity there are: `2 warnings, 1 note`."""
    counts = dict.fromkeys(("error", "warning", "note"), 0)
    for finding in findings:
        counts[finding.severity.name.lower()] += 1
    parts = [f"{n} {name}{'s' * (n > 1)}" for name, n in counts.items() if n]
    return ", ".join(parts) or "no findings"
