"""Workflow commands of GitHub Actions: each finding becomes an annotation of its line."""

from __future__ import annotations

from an2un.diagnostics import Severity
from an2un.render.report import Judged, Layer, Summary, Write, in_full

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class Report:
    """The format `github`."""

    def __init__(self, write: Write, _layer: Layer) -> None:
        self._write = write

    def start(self) -> None:
        """Write nothing."""

    def file(self, judged: Judged) -> None:
        """Write a command for each finding."""
        for finding in judged.findings:
            properties = {
                "file": judged.name,
                "line": finding.line or 1,
                "col": finding.column or 1,
                "title": f"{finding.code.id} {finding.code.name}",
            }
            told = ",".join(f"{name}={_property(str(v))}" for name, v in properties.items())
            command = _COMMANDS[finding.severity]
            self._write(f"::{command} {told}::{_escaped(in_full(finding))}\n")

    def finish(self, summary: Summary) -> None:
        """Write nothing."""


def _escaped(text: str) -> str:
    """Escape what would end a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape what would end a property of a command."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
