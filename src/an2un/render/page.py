"""One self-contained HTML page: what was found, by layer, by rule, by file."""

from __future__ import annotations

from collections import Counter
from html import escape

from an2un.diagnostics import Diagnostic
from an2un.render.report import LAYERS, TITLES, Judged, Layer, Summary, Write, counted

MAX_ROWS = 5_000

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem; }
th, td { border-bottom: 1px solid #8884; }
th { font-weight: 600; } td.n { text-align: end; font-variant-numeric: tabular-nums; }
code { font-size: .9em; } .error { color: #c22; } .warning { color: #a60; } .note { color: #57a; }
.hint { opacity: .75; } .fine { color: #283; font-weight: 600; }
details { margin: 0 0 .6rem; } summary { cursor: pointer; }
"""


class Report:
    """The format `html`."""

    def __init__(self, write: Write, layer: Layer) -> None:
        self._write = write
        self._layer = layer
        self._rows = 0
        self._beyond = 0
        self._files: list[str] = []

    def start(self) -> None:
        """Write the head of the page."""
        self._write(
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width">\n'
            f"<title>an2un validate</title><style>{_STYLE}</style></head><body>\n"
            "<h1>Akoma Ntoso files judged</h1>\n"
        )

    def file(self, judged: Judged) -> None:
        """Keep the rows of a file; a page with more than some thousand rows helps nobody."""
        if not judged.findings:
            return
        room = max(0, MAX_ROWS - self._rows)
        shown = judged.findings[:room]
        self._rows += len(shown)
        self._beyond += len(judged.findings) - len(shown)
        if shown:
            counts = Counter(f.severity.name.lower() for f in judged.findings)
            rows = "".join(self._row(finding) for finding in shown)
            self._files.append(
                f"<details><summary><code dir='auto'>{_safe(judged.name)}</code>: "
                f"{counted(counts)}</summary><table><tr><th>line</th><th>layer</th><th>code</th>"
                f"<th>finding</th></tr>{rows}</table></details>\n"
            )

    def _row(self, finding: Diagnostic) -> str:
        severity = finding.severity.name.lower()
        hint = f"<br><span class=hint>{_safe(finding.hint)}</span>" if finding.hint else ""
        where = f"<b>{_safe(finding.trail)}</b>: " if finding.trail else ""
        return (
            f"<tr><td class=n>{finding.line or ''}</td><td>{self._layer(finding.code)}</td>"
            f"<td class={severity} title='{_safe(finding.code.summary)}'>{finding.code.id}</td>"
            f"<td dir='auto'>{where}{_safe(finding.message)}{hint}</td></tr>\n"
        )

    def finish(self, summary: Summary) -> None:
        """Write the sums and the files."""
        fine = summary.files - summary.flawed
        self._write(
            f"<p>{summary.files:,} files judged, "
            f"<span class=fine>{fine:,} without a finding</span>.</p>\n"
            "<h2>By layer</h2><table><tr><th>layer</th><th>findings</th></tr>\n"
        )
        for layer in LAYERS:
            counts = counted(summary.of_layer(layer))
            self._write(f"<tr><td>{TITLES[layer]}</td><td>{counts}</td></tr>\n")
        self._write(
            "</table>\n<h2>By rule</h2><table>"
            "<tr><th>code</th><th>findings</th><th>what</th></tr>\n"
        )
        for code, n in summary.codes.most_common():
            self._write(
                f"<tr><td class={code.severity.name.lower()}>{code.id} {code.name}</td>"
                f"<td class=n>{n:,}</td><td>{_safe(code.summary)}</td></tr>\n"
            )
        self._write("</table>\n<h2>By file</h2>\n")
        for text in self._files:
            self._write(text)
        if self._beyond:
            self._write(f"<p>{self._beyond:,} further findings are counted but not listed.</p>\n")
        self._write("</body></html>\n")


def _safe(text: str) -> str:
    return escape(text, quote=True)
