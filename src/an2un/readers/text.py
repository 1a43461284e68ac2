"""Plain text to Source: lines with page, indent and the empty lines above them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from an2un.codes import CONTROL_CHARACTER, MARGIN_LEFT_OUT, SIDE_BY_SIDE, WRAPPED_AGAIN
from an2un.diagnostics import Diagnostic, Report
from an2un.readers.decoding import may_hold_controls
from an2un.readers.margins import unmarked
from an2un.readers.side_by_side import in_columns
from an2un.readers.wrapped_again import joined_again
from an2un.source import STEERING, Line, Source, Span, unsteered

# Separators of files, groups and records, which end a line for `str.splitlines` only.
_SEPARATORS = {0x1C: 1, 0x1D: 1, 0x1E: 1}
# Characters that XML 1.0 cannot hold (section 2.2), line and page ends apart.
ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")  # a line of these alone is none
# What pdfium writes for a hyphen at the end of a line, whose end it leaves out.
_HYPHEN = re.compile(r"\ufffe(?<=\w\ufffe)(?=\w)")
_FROM_RIGHT = "\u202b"  # what pdftotext puts before lines that are read from the right
_TAB = 8
# Where lines end beside "\n": as for `str.splitlines`, less the separators; a form feed ends a page
# and its line.
_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
# What is printed on a line; the first is for texts with "\n" alone.
_PRINTED = re.compile(r"\S(?:.*\S)?")
_ANY_PRINTED = re.compile(rf"\S(?:[^\n{_LINE_ENDS}]*\S)?")
_USUAL = 100  # characters between two lines
_STEERED_PRINTED = re.compile(rf"[^\s{STEERING}](?:[^\n{_LINE_ENDS}]*[^\s{STEERING}])?")


def read(text: str, name: str, report: Report) -> Source:
    """Return the lines of a text as a Source.

    text: decoded characters, kept unchanged in `Source.text` but for lines marked as read from the
    right, which are put in reading order, pdfium's marks of hyphens at line ends, two columns,
    which are put one after the other (AU011), lines that were wrapped again, which are joined
    (AU008), and what stands in the margin beside all lines, which is put behind them (AU007);
    indents count blanks (a tab goes to the next multiple of eight, a full-width blank counts two)
    behind the margin that all lines have.
    Characters that XML cannot hold stay in the text but outside every line; each file that has
    some is reported once (AU002). So do the controls of direction at both ends of a line.
    """
    if _FROM_RIGHT in text:
        from an2un.readers.steered import in_reading_order  # few texts need it

        text = in_reading_order(text)
    text, marks = unmarked(_HYPHEN.sub("-\n", text))
    in_order = in_columns(text)
    joined = joined_again(in_order)
    lines = _lines(joined)
    report_illegal(joined, report)
    if in_order is not text and lines:
        message = "lines stand side by side in two columns; these are read one after the other"
        report(Diagnostic(SIDE_BY_SIDE, message, span=lines[0].span))
    if joined is not in_order and lines:
        ends = in_order.count("\n") - joined.count("\n")
        message = f"lines were wrapped again at a narrower width; {ends} line ends were taken out"
        report(Diagnostic(WRAPPED_AGAIN, message, span=lines[0].span))
    if marks and lines:
        return _with_margin(Source(name, joined, lines), " ".join(marks), report)
    return Source(name, joined, lines)


def _with_margin(source: Source, marks: str, report: Report) -> Source:
    """Return a source with what stood beside its lines as a last line, which is no text."""
    first, last = source.lines[0], source.lines[-1]
    message = f"what stands beside all lines ({marks[:_SHOWN]} …) is no part of the text"
    report(Diagnostic(MARGIN_LEFT_OUT, message, span=first.span))
    text = f"{source.text.rstrip()}\n{marks}\n"
    margin = Line(Span(len(text) - len(marks) - 1, len(text) - 1), last.page, place="margin")
    return Source(source.name, text, (*source.lines, margin))


_SHOWN = 12  # characters of a margin in a message


def _lines(text: str) -> tuple[Line, ...]:
    """Return the printed lines of a text."""
    lines: list[Line] = []
    page, past = 1, 0
    pattern = _ANY_PRINTED if any(sign in text for sign in _LINE_ENDS) else _PRINTED
    steered = any(control in text for control in STEERING)
    if steered:
        pattern = _STEERED_PRINTED
    for match in pattern.finditer(text):
        start, end = match.span()
        # the first line of a text stands like one below a line
        between = text[past:start] if past else "\n" + text[:start]
        if steered:
            between = unsteered(between)
        blanks = _usual_blanks if len(between) <= _USUAL else _blanks
        pages, above, indent = blanks(between)
        page, past = page + pages, end
        lines.append(Line(Span(start, end), page, indent, above))
    if may_hold_controls(text) and _UNSEEN.search(text):
        lines = [line for line in lines if _UNSEEN.sub("", text[slice(*line.span)]).strip()]
    return tuple(_at_edge(lines))


def _at_edge(lines: list[Line]) -> list[Line]:
    """Return lines without the margin that all of them have: a page begins at its edge."""
    margin = min((line.indent for line in lines), default=0.0)
    if not margin:
        return lines
    return [line._replace(indent=line.indent - margin) for line in lines]


def report_illegal(text: str, report: Report) -> None:
    """Report the first character of a text that XML cannot hold (AU002)."""
    found = ILLEGAL.search(text) if may_hold_controls(text) else None
    if found:
        report(
            Diagnostic(
                CONTROL_CHARACTER,
                f"character U+{ord(found.group()):04X} cannot stand in XML and is left out, "
                "like others of its kind",
                span=Span(found.start(), found.end()),
            )
        )


class _Blanks(NamedTuple):
    """What lies between two printed lines: page ends, empty lines on the page of the second."""

    pages: int
    lines: int
    indent: float  # of the second


def _blanks(between: str) -> _Blanks:
    """Return what the characters from the end of a line to the next one are."""
    *ends, last = (between.translate(_SEPARATORS) + ".").splitlines(keepends=True)
    feeds = [number for number, end in enumerate(ends, 1) if end[-1] == "\f"]
    above = len(ends) - (feeds[-1] if feeds else 1)  # the first end is that of the line before
    return _Blanks(len(feeds), above, _indent(between[len(between) - len(last) + 1 :]))


# What stands between most lines is the same again and again.
_usual_blanks = lru_cache(maxsize=1024)(_blanks)


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
