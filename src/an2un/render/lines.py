"""JSON Lines: an object for each finding."""

from __future__ import annotations

import json

from an2un.render.report import Judged, Layer, Summary, Write, plain


class Report:
    """The format `jsonl`."""

    def __init__(self, write: Write, layer: Layer) -> None:
        self._write = write
        self._layer = layer

    def start(self) -> None:
        """Write nothing."""

    def file(self, judged: Judged) -> None:
        """Write a line for each finding."""
        for finding in judged.findings:
            entry = plain(finding, judged.name, self._layer(finding.code))
            self._write(json.dumps(entry, ensure_ascii=False) + "\n")

    def finish(self, summary: Summary) -> None:
        """Write nothing: every line is a finding."""
