"""Printed lines of all pages to a Source: the transcript, and what the page shows of each line."""

from __future__ import annotations

from collections.abc import Sequence

from an2un.readers.pdf.places import body_size
from an2un.readers.pdf.printed import Printed
from an2un.source import Line, Link, Source, Span, Style

MEDIA_TYPE = "application/pdf"


def transcript(pages: Sequence[Printed], name: str) -> Source:
    """Return the pages as a Source: a line each line, a form feed between those of two numbers.

    Indents are in em of the body type; sizes are relative to it.
    """
    size = body_size(pages)
    parts: list[str] = []
    lines: list[Line] = []
    links: list[Link] = []
    at = 0
    for before, page in zip([None, *pages], pages, strict=False):
        if before and before.number != page.number:
            parts.append("\f")
            at += 1
        for line in page.lines:
            styles = tuple(
                Style(Span(at + start, at + end), kind) for start, end, kind in line.styles
            )
            span = Span(at, at + len(line.text))
            em = (line.edge / size, line.gap, line.size / size)
            indent, gap, relative = (round(measure, 2) for measure in em)
            end = round(line.end / size, 2)
            lines.append(
                Line(span, page.number, indent, gap, relative, styles, line.place, end=end)
            )
            links.extend(Link(Span(at + a, at + b), to) for a, b, to in line.links)
            parts += (line.text, "\n")
            at = span.end + 1
    return Source(name, "".join(parts), tuple(lines), tuple(links), MEDIA_TYPE)
