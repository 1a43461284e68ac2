"""Findings on stderr as they come, and whether one of them is severe enough to fail."""

from __future__ import annotations

from collections.abc import Sequence

import click

from an2un.diagnostics import Diagnostic, Severity

SEVERITIES = {"note": Severity.NOTE, "warning": Severity.WARNING, "error": Severity.ERROR}


class Findings:
    """What was found in the inputs of one run, reported on stderr unless `quiet`."""

    def __init__(self, form: str, fail_on: str, quiet: bool) -> None:
        from an2un.check.layers import layer_of
        from an2un.render import renderer
        from an2un.render.report import Summary

        self._limit = SEVERITIES.get(fail_on)
        self._summary = Summary(layer_of)
        self._report = None if quiet else renderer(form, _write, layer_of)
        self.failed = False
        if self._report:
            self._report.start()

    def add(self, name: str, findings: Sequence[Diagnostic], text: str = "") -> None:
        """Report the findings of one input; `text` is what their lines are lines of."""
        from an2un.render.report import Judged

        if self._limit is not None and any(f.severity >= self._limit for f in findings):
            self.failed = True
        judged = Judged(name, findings, _excerpts(findings, text))
        self._summary.add(judged)
        if self._report:
            self._report.file(judged)

    def finish(self) -> None:
        """Report what all inputs sum up to, in formats that do."""
        if self._report:
            self._report.finish(self._summary)


def _write(text: str) -> None:
    click.echo(text, err=True, nl=False)


def _excerpts(findings: Sequence[Diagnostic], text: str) -> dict[int, str]:
    wanted = {finding.line for finding in findings if finding.line}
    if not wanted or not text:
        return {}
    lines = text.split("\n")
    return {number: lines[number - 1] for number in wanted if number <= len(lines)}


def summed(findings: Sequence[Diagnostic]) -> str:
    """Return how many findings of each severity there are: `2 warnings, 1 note`."""
    from an2un.render.report import counted

    found = [finding.severity.name.lower() for finding in findings]
    counts = {name: found.count(name) for name in reversed(SEVERITIES) if name in found}
    return counted(counts) if counts else "no findings"
