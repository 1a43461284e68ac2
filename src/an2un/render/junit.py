"""JUnit XML: a file is a suite, each layer of its verdict a test case."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from an2un.diagnostics import Severity
from an2un.render.report import LAYERS, TITLES, Judged, Layer, Summary, Write, in_full, place

# What XML cannot hold, in names of files for instance.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Report:
    """The format `junit`. Warnings and errors are failures, notes go to the output."""

    def __init__(self, write: Write, layer: Layer) -> None:
        self._write = write
        self._layer = layer

    def start(self) -> None:
        """Open the suites."""
        self._write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="an2un validate">\n')

    def file(self, judged: Judged) -> None:
        """Write a suite."""
        cases = [self._case(judged, layer) for layer in LAYERS]
        failed = sum("<failure" in case for case in cases)
        self._write(
            f'<testsuite name={_attribute(judged.name)} tests="{len(cases)}" '
            f'failures="{failed}" errors="0" skipped="0">\n{"".join(cases)}</testsuite>\n'
        )

    def _case(self, judged: Judged, layer: str) -> str:
        found = [f for f in judged.findings if self._layer(f.code) == layer]
        faults = [f for f in found if f.severity > Severity.NOTE]
        notes = [f for f in found if f.severity == Severity.NOTE]
        text = f'<testcase classname={_attribute(judged.name)} name="{TITLES[layer]}" time="0">\n'
        for fault in faults:
            kind = f"{fault.severity.name.lower()} {fault.code.id} {fault.code.name}"
            message = _attribute(
                f"{fault.trail}: {fault.message}" if fault.trail else fault.message
            )
            body = _text(f"{place(judged.name, fault)}: {in_full(fault)}")
            text += f'<failure type="{kind}" message={message}>{body}</failure>\n'
        if notes:
            lines = [f"{place(judged.name, n)}: {n.code.id} {in_full(n)}" for n in notes]
            text += f"<system-out>{_text(chr(10).join(lines))}</system-out>\n"
        return text + "</testcase>\n"

    def finish(self, _summary: Summary) -> None:
        """Close the suites."""
        self._write("</testsuites>\n")


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))
