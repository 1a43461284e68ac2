"""What the parser is shown in place of a source with unusual characters, and the way back.

The parser knows one kind of digit, one hyphen, letters in one piece, and no characters that are
not seen (`wording.legible`). A source with others is shown to it in those that it knows; what it
makes of the source gets the characters back that are printed, and all spans lead into the source
again. Values (dates, sessions, targets of references) stay in the characters that the tables know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from an2un.diagnostics import Diagnostic, Report
from an2un.parse import Reading
from an2un.record import replace
from an2un.source import STEERING, Line, Link, Source, Span, Style
from an2un.tree import Footnote, Inline, Origin, Paragraph, Provision, Section, Text
from an2un.walk import plain_text, rewrite
from an2un.wording.legible import Legible

_OUTSIDE = f" \u3000{STEERING}"  # what is no part of a line at its ends
_PRINTED = frozenset({Paragraph, Footnote, Provision, Section})


class Shown:
    """A source as it is shown to the parser.

    source  with the same lines, styles and links, their spans in the legible text
    """

    def __init__(self, source: Source) -> None:
        self._legible = Legible(source.text)
        self.as_printed = self._legible.as_given
        self.source = source if self.as_printed else self._shown(source)

    def report(self, report: Report) -> Report:
        """Return a sink for findings about what is shown, which tells them of the source."""
        if self.as_printed:
            return report

        def told(finding: Diagnostic) -> None:
            span = finding.span
            report(finding if span is None else replace(finding, span=self._legible.span(span)))

        return told

    def printed(self, reading: Reading) -> Reading:
        """Return what the parser made of what it was shown, as the source prints it."""
        if self.as_printed:
            return reading
        span = self._legible.span
        return replace(
            reading,
            document=rewrite(reading.document, self._as_printed, _PRINTED),
            dropped=tuple(piece._replace(span=span(piece.span)) for piece in reading.dropped),
            repairs=tuple(repair._replace(span=span(repair.span)) for repair in reading.repairs),
        )

    def _shown(self, source: Source) -> Source:
        lines = tuple(
            line for line in map(self._line, source.lines) if line.span.start < line.span.end
        )
        links = tuple(Link(self._place(link.span), link.target) for link in source.links)
        return replace(source, text=self._legible.text, lines=lines, links=links)

    def _line(self, line: Line) -> Line:
        """Return a line as it is shown; what stood behind a mark at its end may be no part of it.

        Tabs at the ends of a row are its empty cells.
        """
        span, page, indent, gap, size, styles, place, opens, edge = line
        styles = tuple([Style(self._place(style.span), style.kind) for style in styles])
        start, end = self._place(span)
        shown = self._legible.text[start:end]
        outside = _OUTSIDE if place == "row" else _OUTSIDE + "\t"
        start += len(shown) - len(shown.lstrip(outside))
        end = max(start, end - len(shown) + len(shown.rstrip(outside)))
        return Line(Span(start, end), page, indent, gap, size, styles, place, opens, edge)

    def _place(self, span: Span) -> Span:
        return Span(self._legible.place(span.start), self._legible.place(span.end))

    def _as_printed(self, node: Any) -> Any:
        """Return a node with the characters of the source, and with spans that lead into it."""
        origin = tuple(map(self._legible.span, node.origin))
        if not any(map(self._legible.differs, node.origin, origin)):
            return replace(node, origin=origin)
        if isinstance(node, Paragraph):
            children = _Copied(self._legible, node.children, node.origin).printed()
            return Paragraph(children, origin=origin)
        if node.marker is None:
            return replace(node, origin=origin)
        held = (Text(node.marker),)
        marker = plain_text(_Copied(self._legible, held, node.origin).printed())
        return replace(node, marker=marker, origin=origin)


class _Copied:
    """Running text that was copied from spans of a legible text, and what is printed there."""

    def __init__(self, legible: Legible, inlines: tuple[Inline, ...], origin: Origin) -> None:
        self._legible = legible
        self._inlines = inlines
        self._pieces = tuple(_found(plain_text(inlines), legible.text, origin))
        self._past = 0  # how many pieces end in front of what is asked for next

    def printed(self) -> tuple[Inline, ...]:
        """Return the running text as it is printed."""
        return self._of(self._inlines, 0)[0]

    def _of(self, inlines: Sequence[Inline], at: int) -> tuple[tuple[Inline, ...], int]:
        """Return inlines as printed of which the first begins at a character, and their end."""
        result: list[Inline] = []
        for inline in inlines:
            if isinstance(inline, Text):
                result.append(Text(self._words(inline.text, at)))
                at += len(inline.text)
            elif isinstance(inline, Footnote):
                result.append(inline)
            else:
                children, at = self._of(inline.children, at)
                result.append(replace(inline, children=children))
        return tuple(result), at

    def _words(self, text: str, start: int) -> str:
        """Return the printed characters of a run; what joins lines stays as it was put."""
        words: list[str] = []
        at, end = start, start + len(text)
        while at < end and self._past < len(self._pieces):
            place, span = self._pieces[self._past]
            low, high = max(place, at), min(place + span.end - span.start, end)
            if low < high:
                words.append(text[at - start : low - start])
                words.append(self._legible.part(span, low - place, high - place))
                at = high
            if place + span.end - span.start > end:
                break
            self._past += 1
        return "".join(words) + text[at - start :]


_GLUE = 8  # characters between two pieces of a text; one is usual


def _found(text: str, legible: str, origin: Origin) -> Iterator[tuple[int, Span]]:
    """Yield the spans that a text was copied from, each with the place of its copy."""
    at = 0
    for span in origin:
        words = legible[span.start : span.end]
        place = text.find(words, at, at + len(words) + _GLUE)
        if place >= 0:
            yield place, span
            at = place + len(words)
