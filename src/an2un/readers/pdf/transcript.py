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
    hyphenated = _is_hyphenated(pages)
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
            text = line.text
            if hyphenated and text.endswith(_HYPHEN):
                text = text[:-1] + _OPTIONAL
            span = Span(at, at + len(text))
            em = (line.edge / size, line.gap, line.size / size)
            indent, gap, relative = (round(measure, 2) for measure in em)
            end = round(line.end / size, 2)
            lines.append(
                Line(span, page.number, indent, gap, relative, styles, line.place, end=end)
            )
            links.extend(Link(Span(at + a, at + b), to) for a, b, to in line.links)
            parts += (text, "\n")
            at = span.end + 1
    return Source(name, "".join(parts), tuple(lines), tuple(links), MEDIA_TYPE)


def _is_hyphenated(pages: Sequence[Printed]) -> bool:
    """Whether words were divided when the lines were broken: this hyphen stands at ends alone.

    Programs that divide words print it there; people type another one.
    """
    texts = [line.text for page in pages for line in page.lines]
    return not any(_HYPHEN in text[:-1] for text in texts)


_HYPHEN, _OPTIONAL = "\u2010", "\u00ad"
