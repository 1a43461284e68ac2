"""Plain text to Source: lines with page, indent and the empty lines above them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from an2un.codes import CONTROL_CHARACTER
from an2un.diagnostics import Diagnostic, Report
from an2un.source import Line, Source, Span

# Separators of files, groups and records, which end a line for `str.splitlines` only.
_SEPARATORS = {0x1C: 1, 0x1D: 1, 0x1E: 1}
# Characters that XML 1.0 cannot hold (section 2.2), line and page ends apart.
ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BLANK = " \t\u00a0\u2000-\u200a\u202f\u3000\ufeff"
_LEAD = re.compile(f"[{_BLANK}]*")
_TAB = 8


def read(text: str, name: str, report: Report) -> Source:
    """Return the lines of a text as a Source.

    text: decoded characters, kept unchanged in `Source.text`; indents count blanks (a tab goes to
    the next multiple of eight, a full-width blank counts two). Characters that XML cannot hold
    stay in the text but outside every line; each file that has some is reported once (AU002).
    """
    lines: list[Line] = []
    page, gap, at = 1, 0, 0
    for printed in _printed_lines(text):
        stripped = printed.strip()
        if stripped:
            lead = 0 if printed.startswith(stripped) else len(printed) - len(printed.lstrip())
            span = Span(at + lead, at + lead + len(stripped))
            lines.append(Line(span, page, _indent(printed[:lead]), gap))
            gap = 0
        else:
            gap += 1
        if printed[-1] == "\f":
            page, gap = page + 1, 0
        at += len(printed)
    report_illegal(text, report)
    return Source(name, text, tuple(lines))


def report_illegal(text: str, report: Report) -> None:
    """Report the first character of a text that XML cannot hold (AU002)."""
    found = ILLEGAL.search(text)
    if found:
        report(
            Diagnostic(
                CONTROL_CHARACTER,
                f"character U+{ord(found.group()):04X} cannot stand in XML and is left out, "
                "like others of its kind",
                span=Span(found.start(), found.end()),
            )
        )


def _printed_lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends, of all systems; a form feed ends a page and its line."""
    if not any(sign in text for sign in "\x1c\x1d\x1e"):
        yield from text.splitlines(keepends=True)
        return
    at = 0
    for line in text.translate(_SEPARATORS).splitlines(keepends=True):
        yield text[at : at + len(line)]
        at += len(line)


def _indent(blanks: str) -> float:
    if not blanks:
        return 0.0
    if blanks.isspace() and blanks.count(" ") == len(blanks):
        return float(len(blanks))
    column = 0
    for blank in blanks:
        if blank == "\t":
            column += _TAB - column % _TAB
        else:
            column += 2 if blank == "\u3000" else 1
    return float(column)
