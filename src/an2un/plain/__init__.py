"""The tree as canonical text: `text`; and the tree without what text cannot carry: `forget`.

The text has one paragraph a line and a blank line between paragraphs: the masthead, the enacting
formula, the items, the closing lines, the annexes, and at the end, under a rule, the footnotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from an2un import tree
from an2un.plain.forgetting import forget
from an2un.plain.wrapping import wrapped

__all__ = ["FURTHER", "RULE", "forget", "text"]

RULE = "__________________"
"""The line between the text and its footnotes, as the United Nations prints it."""

FURTHER = "  "
"""Indentation of the second and later paragraphs of a footnote."""


def text(document: tree.Document, width: int | None = None) -> str:
    """Return a document as text in logical order, ending in a line end.

    Points stand on lines of their own with their markers, cells of a table row are separated by
    tabs, a footnote's call is its bare marker. Without `width` a paragraph is one line; with it,
    paragraphs are wrapped to at most so many characters (longer words stay whole).
    """
    printer = _Printer()
    blocks = list(printer.document(document))
    notes = list(printer.footnotes())
    if notes:
        blocks += [RULE, *notes]
    if width:
        blocks = [block if "\t" in block else wrapped(block, width) for block in blocks]
    return "\n\n".join(blocks) + "\n" if blocks else ""


class _Printer:
    """Yields the paragraphs of a document and keeps the footnotes called in them."""

    def __init__(self) -> None:
        self._notes: list[tree.Footnote] = []

    # ------------------------------------------------------------------------------ documents

    def document(self, document: tree.Document) -> Iterator[str]:
        """Yield all paragraphs but the footnotes."""
        yield from self._masthead(document.masthead)
        if isinstance(document, tree.Collection):
            for part in document.parts:
                yield from self.document(part)
            return
        if document.preamble.formula is not None:
            yield self._line(document.preamble.formula.text)
        yield from self._items(document.preamble.items)
        yield from self._items(document.items)
        yield from self._lines(document.closing)
        yield from self._annexes(document.annexes)

    def _masthead(self, masthead: tree.Masthead) -> Iterator[str]:
        yield from self._lines(masthead.cover)
        yield from self._lines(masthead.session)
        yield from self._lines(masthead.proponents)
        yield from self._lines(masthead.adoption)
        yield from self._lines(masthead.title)

    def _annexes(self, annexes: tuple[tree.Annex, ...]) -> Iterator[str]:
        for annex in annexes:
            if annex.label is not None:
                yield self._line(annex.label)
            yield from self._lines(annex.title)
            yield from self._items(annex.items)
            yield from self._annexes(annex.annexes)

    def footnotes(self) -> Iterator[str]:
        """Yield the footnotes in the order of their calls; a note may call further notes."""
        for note in self._notes:  # grows while it is walked
            yield from self._footnote(note)

    def _footnote(self, note: tree.Footnote) -> Iterator[str]:
        lines = list(self._lines(note.body))
        yield f"{note.marker} {lines[0]}" if lines else note.marker
        for line in lines[1:]:
            yield FURTHER + line

    # ---------------------------------------------------------------------------------- items

    def _items(self, items: tuple[tree.Item, ...]) -> Iterator[str]:
        for item in items:
            match item:
                case tree.Provision():
                    yield from self._provision(item)
                case tree.Section():
                    yield from self._section(item)
                case tree.Recital(content):
                    yield from self._content(content)
                case tree.Formula(line) | tree.Heading(line):
                    yield self._line(line)
                case _:
                    assert_never(item)

    def _section(self, section: tree.Section) -> Iterator[str]:
        """Yield marker and heading, on one line where the marker ends in punctuation ("I.")."""
        heading = None if section.heading is None else self._line(section.heading)
        if section.marker and heading is not None and not section.marker[-1].isalnum():
            yield f"{section.marker} {heading}"
        else:
            yield from (line for line in (section.marker, heading) if line)
        yield from self._items(section.items)

    def _provision(self, provision: tree.Provision) -> Iterator[str]:
        """Yield the paragraphs of a provision, its marker before the first of them."""
        lines = self._content(provision.content)
        if provision.heading is not None:
            heading = self._line(provision.heading)
            yield f"{provision.marker} {heading}" if provision.marker else heading
        elif provision.marker:
            first = next(lines, None)
            yield provision.marker if first is None else f"{provision.marker} {first}"
        yield from lines

    def _content(self, content: tree.Content) -> Iterator[str]:
        for part in content:
            match part:
                case tree.Paragraph():
                    yield self._line(part)
                case tree.Enumeration(points):
                    for point in points:
                        yield from self._provision(point)
                case tree.Table(rows):
                    yield from self._table(rows)
                case tree.Embedded(items):
                    yield from self._items(items)
                case _:
                    assert_never(part)

    def _table(self, rows: tuple[tree.Row, ...]) -> Iterator[str]:
        """Yield the rows as one paragraph, below it the notes that letters call in the cells."""
        above = len(self._notes)
        yield "\n".join("\t".join(map(self._cell, row.cells)) for row in rows)
        called = self._notes[above:]
        self._notes[above:] = [note for note in called if not _is_lettered(note)]
        for note in filter(_is_lettered, called):
            yield from self._footnote(note)

    # ------------------------------------------------------------------------------- the words

    def _lines(self, paragraphs: tuple[tree.Paragraph, ...]) -> Iterator[str]:
        for paragraph in paragraphs:
            yield self._line(paragraph)

    def _cell(self, paragraphs: tuple[tree.Paragraph, ...]) -> str:
        return " ".join(self._lines(paragraphs))

    def _line(self, paragraph: tree.Paragraph) -> str:
        return "".join(self._words(paragraph.children))

    def _words(self, inlines: tuple[tree.Inline, ...]) -> Iterator[str]:
        for child in inlines:
            if isinstance(child, tree.Text):
                yield child.text
            elif isinstance(child, tree.Footnote):
                self._notes.append(child)
                yield child.marker
            else:
                yield from self._words(child.children)


def _is_lettered(note: tree.Footnote) -> bool:
    """Say whether a letter calls a note, as tables do whose notes stand right below them."""
    return note.marker.strip("()").isalpha()
