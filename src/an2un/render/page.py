"""One self-contained HTML page: what was found, by layer, by rule, by file."""

from __future__ import annotations

from collections import Counter

from an2un.diagnostics import Diagnostic
from an2un.render.paper import head, safe
from an2un.render.report import LAYERS, TITLES, Judged, Layer, Summary, Write, counted

MAX_ROWS = 5_000


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
        self._write(head("an2un validate", "Akoma Ntoso files judged"))

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
                f"<details><summary><code dir='auto'>{safe(judged.name)}</code>: "
                f"{counted(counts)}</summary><table><tr><th>line</th><th>layer</th><th>code</th>"
                f"<th>finding</th></tr>{rows}</table></details>\n"
            )

    def _row(self, finding: Diagnostic) -> str:
        severity = finding.severity.name.lower()
        hint = f"<br><span class=hint>{safe(finding.hint)}</span>" if finding.hint else ""
        where = f"<b>{safe(finding.trail)}</b>: " if finding.trail else ""
        return (
            f"<tr><td class=n>{finding.line or ''}</td><td>{self._layer(finding.code)}</td>"
            f"<td class={severity} title='{safe(finding.code.summary)}'>{finding.code.id}</td>"
            f"<td dir='auto'>{where}{safe(finding.message)}{hint}</td></tr>\n"
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
                f"<td class=n>{n:,}</td><td>{safe(code.summary)}</td></tr>\n"
            )
        self._write("</table>\n<h2>By file</h2>\n")
        for text in self._files:
            self._write(text)
        if self._beyond:
            self._write(f"<p>{self._beyond:,} further findings are counted but not listed.</p>\n")
        self._write("</body></html>\n")
