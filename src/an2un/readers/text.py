"""Plain text to Source: lines with page, indent and the empty lines above them."""

from __future__ import annotations

import re

from an2un.codes import CONTROL_CHARACTER
from an2un.diagnostics import Diagnostic, Report
from an2un.source import Line, Source, Span

# Line ends of all systems; a form feed ends a page (and the line before it).
_LINE = re.compile(r"([^\n\r\f\v\x85\u2028\u2029]*)(\r\n|[\n\r\f\v\x85\u2028\u2029]|\Z)")
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
    page, gap, at, size = 1, 0, 0, len(text)
    while at < size:
        match = _LINE.match(text, at)
        assert match is not None  # the pattern matches anything
        body, end = match.group(1), match.group(2)
        stripped = body.strip()
        if stripped:
            start = at + len(body) - len(body.lstrip())
            span = Span(start, start + len(stripped))
            lines.append(Line(span, page, _indent(text[at:start]), gap))
            gap = 0
        elif end:
            gap += 1
        if end == "\f":
            page, gap = page + 1, 0
        at = match.end()
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


def _indent(blanks: str) -> float:
    if blanks.isspace() and blanks.count(" ") == len(blanks):
        return float(len(blanks))
    column = 0
    for blank in blanks:
        if blank == "\t":
            column += _TAB - column % _TAB
        else:
            column += 2 if blank == "\u3000" else 1
    return float(column)
