"""JSON: one object with all files, findings and sums."""

from __future__ import annotations

import json

from an2un.render.report import LAYERS, Judged, Layer, Summary, Write, plain


class Report:
    """The format `json`; files are written as they come, so that memory does not grow."""

    def __init__(self, write: Write, layer: Layer) -> None:
        self._write = write
        self._layer = layer
        self._first = True

    def start(self) -> None:
        """Open the object and its list of files."""
        self._write('{\n"files": [')

    def file(self, judged: Judged) -> None:
        """Write a file with its findings."""
        found = [plain(f, judged.name, self._layer(f.code)) for f in judged.findings]
        apart = {layer: sum(f["layer"] == layer for f in found) for layer in LAYERS}
        entry = {"file": judged.name, "layers": apart, "findings": found}
        self._write(("" if self._first else ",") + "\n" + json.dumps(entry, ensure_ascii=False))
        self._first = False

    def finish(self, summary: Summary) -> None:
        """Close the list and write the sums."""
        sums = {
            "files": summary.files,
            "withFindings": summary.flawed,
            "layers": {layer: summary.of_layer(layer) for layer in LAYERS},
            "codes": {code.id: n for code, n in sorted(summary.codes.items(), key=_order)},
        }
        self._write(f'\n],\n"summary": {json.dumps(sums, ensure_ascii=False)}\n}}\n')


def _order(entry: tuple[object, int]) -> str:
    return str(getattr(entry[0], "id", ""))
