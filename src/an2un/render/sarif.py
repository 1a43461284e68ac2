"""SARIF 2.1.0 (OASIS Standard), the interchange format of static analysis."""

from __future__ import annotations

import json
from pathlib import PurePath
from urllib.parse import quote

from an2un import __version__
from an2un.diagnostics import Code, Diagnostic, Severity
from an2un.render.report import Judged, Layer, Summary, Write, in_full

MAX_RESULTS = 5_000
"""Code scanning services show no more; what is beyond is summed up in a notification."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


class Report:
    """The format `sarif`."""

    def __init__(self, write: Write, layer: Layer) -> None:
        self._write = write
        self._layer = layer
        self._results: list[dict[str, object]] = []
        self._rules: dict[Code, int] = {}
        self._beyond = 0

    def start(self) -> None:
        """Write nothing yet: the rules, which come first, are those of the results."""

    def file(self, judged: Judged) -> None:
        """Keep the results of a file."""
        for finding in judged.findings:
            if len(self._results) < MAX_RESULTS:
                self._results.append(self._result(judged.name, finding))
            else:
                self._beyond += 1

    def _result(self, name: str, finding: Diagnostic) -> dict[str, object]:
        index = self._rules.setdefault(finding.code, len(self._rules))
        physical: dict[str, object] = {"artifactLocation": {"uri": _uri(name)}}
        if finding.line:
            region = {"startLine": finding.line}
            if finding.column:
                region["startColumn"] = finding.column
            physical["region"] = region
        location: dict[str, object] = {"physicalLocation": physical}
        if finding.trail or finding.eid:
            logical = {"fullyQualifiedName": finding.trail or finding.eid, "kind": "element"}
            if finding.eid:
                logical["name"] = finding.eid
            location["logicalLocations"] = [logical]
        return {
            "ruleId": finding.code.id,
            "ruleIndex": index,
            "level": _LEVELS[finding.severity],
            "message": {"text": in_full(finding)},
            "locations": [location],
        }

    def finish(self, summary: Summary) -> None:
        """Write the log."""
        driver = {
            "name": "an2un",
            "version": __version__,
            "semanticVersion": __version__,
            "rules": [self._rule(code) for code in self._rules],
        }
        invocation: dict[str, object] = {"executionSuccessful": True}
        if self._beyond:
            text = f"{self._beyond:,} further results are not listed: " + ", ".join(
                f"{code.id} {n:,}" for code, n in summary.codes.most_common()
            )
            invocation["toolExecutionNotifications"] = [
                {"level": "warning", "message": {"text": text}}
            ]
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "results": self._results,
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        self._write(json.dumps(log, ensure_ascii=False, indent=1) + "\n")

    def _rule(self, code: Code) -> dict[str, object]:
        return {
            "id": code.id,
            "name": "".join(word.capitalize() for word in code.name.split("-")),
            "shortDescription": {"text": code.summary},
            "help": {"text": f"an2un explain {code.id}"},
            "defaultConfiguration": {"level": _LEVELS[code.severity]},
            "properties": {"tags": [self._layer(code)]},
        }


def _uri(name: str) -> str:
    """Return the name of a file as a relative or file URI."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/!")
