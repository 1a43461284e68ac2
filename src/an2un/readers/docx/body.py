"""Paragraphs, runs and tables of one part of a Word file to blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from an2un.readers.cells import numbered_rows, side_by_side
from an2un.readers.docx.fields import Fields
from an2un.readers.docx.names import key_of, relation, value
from an2un.readers.docx.notes import Kind, Notebook
from an2un.readers.docx.numbering import Numbering
from an2un.readers.docx.open_paragraph import OpenParagraph
from an2un.readers.docx.styles import Look, Shape, Styles, shape_of
from an2un.readers.docx.tables import cells, is_deleted, rows
from an2un.readers.flow import Block, Mark, Words, ends_masthead
from an2un.readers.symbols import symbol
from an2un.source import Place

_TWIPS = 10  # in half a point


class Surroundings:
    """What all parts of a file share; `asides` is what is in the file and not printed."""

    def __init__(self, styles: Styles, numbering: Numbering, notebook: Notebook) -> None:
        self.styles, self.numbering, self.notebook = styles, numbering, notebook
        self.asides: list[Block] = []


class Walker:
    """Reads the paragraphs of one part.

    targets   where its relationships lead
    mark      of the note that the part is, for the places that print it
    masthead  whether tables set out a masthead: columns, not rows of cells; a sentence ends it
    """

    def __init__(
        self,
        around: Surroundings,
        targets: dict[str, str],
        *,
        mark: Mark | None = None,
        masthead: bool = False,
    ) -> None:
        self._around, self._targets, self._mark, self._masthead = around, targets, mark, masthead
        self._gap = 0.0
        self._away: Place = ""  # why a whole row is not printed
        self._line = self._fresh()
        self._fields = Fields()

    def _fresh(self) -> OpenParagraph:
        line = OpenParagraph()
        line.away = self._away
        return line

    # ------------------------------------------------------------------------------------- blocks

    def blocks(self, container: etree._Element) -> list[Block]:
        """Return the paragraphs and table rows inside an element."""
        return [*self._inside(container), *self.rest()]

    def rest(self) -> Iterator[Block]:
        """Yield what is left of a paragraph whose end was deleted, with none to go on in."""
        yield from self._finished(Shape(), "")

    def _inside(self, container: etree._Element) -> Iterator[Block]:
        for child in container:
            key = key_of[child.tag]
            if key in ("w:p", "w:tbl"):
                yield from self.block(child)
            elif key == "mc:AlternateContent":
                yield from self._inside(_chosen(child))
            elif key not in _SILENT:
                yield from self._inside(child)

    def block(self, element: etree._Element) -> Iterator[Block]:
        """Yield what a paragraph or a table prints."""
        if key_of[element.tag] == "w:tbl":
            yield from self._table(element)
            return
        properties = element[0] if len(element) and key_of[element[0].tag] == "w:pPr" else None
        shape = Shape() if properties is None else shape_of(properties)
        line = self._line
        line.style = shape.style
        self._inlines(element)
        yield from line.boxes
        line.boxes = []
        if properties is not None and _end_is_deleted(properties):
            return  # goes on in the next paragraph, whose number and style count
        whole = self._around.styles.shape(shape)
        yield from self._finished(whole, self._around.numbering.next(whole))

    def _finished(self, shape: Shape, label: str) -> Iterator[Block]:
        line, self._line = self._line, self._fresh()
        if line.aside:
            self._around.asides.extend(line.asides())
        pieces = line.pieces
        if label:
            pieces.insert(0, Words(label))
        if not line.printed and not label:
            self._gap += 1
            return
        if self._masthead:
            self._masthead = not ends_masthead("".join(piece.text for piece in pieces))
        size = line.size or _HALF_POINTS
        edge = ((shape.edge or 0) + (shape.first or 0)) / (size * _TWIPS)
        yield Block(
            pieces, "", round(max(edge, 0.0), 2), self._gap, line.size_ratio(self._around.styles)
        )
        self._gap = 0.0

    def marked(self, block: Block) -> bool:
        """Whether a paragraph begins with the mark of the note that this part is."""
        text = "".join(piece.text for piece in block.pieces).lstrip(" \t([")
        return self._mark is not None and text.startswith(self._mark.text.strip("()[] "))

    # -------------------------------------------------------------------------------------- tables

    def _table(self, element: etree._Element) -> Iterator[Block]:
        """Yield the rows of a table, or the lines of its columns where it only sets them out."""
        outer = self._line
        read = [(self._masthead, self._row(row)) for row in rows(element)]
        self._line = outer
        numbered = numbered_rows([row for _, row in read])
        if numbered:
            yield from numbered
            return
        for columns, row in read:
            if columns or len(read) == 1:
                yield from (block for cell in row for block in cell)
            else:
                yield from side_by_side(row)

    def _row(self, row: etree._Element) -> list[list[Block]]:
        """Return what the cells of a row print; of one that a tracked change deletes, nothing."""
        outer, self._away = self._away, "deleted" if is_deleted(row) else self._away
        found = []
        for cell in cells(row):
            self._line = self._fresh()
            found.append(self.blocks(cell))
        self._away = outer
        return found

    # ------------------------------------------------------------------------------------- inlines

    def _inlines(self, parent: etree._Element) -> None:
        for child in parent:
            key = key_of[child.tag]
            if key == "w:r":
                self._run(child)
            elif key in _ACTS:
                _ACTS[key](self, child)
            elif key not in _SILENT:
                self._inlines(child)

    def _hyperlink(self, element: etree._Element) -> None:
        outer, self._line.target = self._line.target, self._targets.get(relation(element), "")
        self._inlines(element)
        self._line.target = outer

    def _simple_field(self, element: etree._Element) -> None:
        outer = self._line.target
        self._line.target = Fields.target_of(value(element, "instr")) or outer
        self._inlines(element)
        self._line.target = outer

    def _deleted(self, element: etree._Element) -> None:
        outer, self._line.away = self._line.away, "deleted"
        self._inlines(element)
        self._line.away = outer

    def _alternative(self, element: etree._Element) -> None:
        self._inlines(_chosen(element))

    def _text_box(self, element: etree._Element) -> None:
        """Read the paragraphs of a text box; they stand before the one that holds it."""
        outer, outer_gap = self._line, self._gap
        self._line, self._gap = self._fresh(), 0.0
        found = self.blocks(element)
        self._line, self._gap = outer, outer_gap
        outer.boxes.extend(found)

    def _run(self, element: etree._Element) -> None:
        line = self._line
        properties: etree._Element | None = None
        look: Look | None = None
        for child in element:
            key = key_of[child.tag]
            if key == "w:rPr":
                properties = child
                continue
            if key in ("w:t", "w:delText", "m:t"):
                text = child.text or ""
            elif key in _SPECIAL:
                text = _SPECIAL[key]
            elif key in _RUN_ACTS:
                _RUN_ACTS[key](self, child)
                continue
            elif key in _SILENT:
                continue
            else:
                self._inlines(child)
                continue
            if look is None:
                look = self._around.styles.look(line.style, properties)
            self._say(text, look)
        line.typed = None

    def _say(self, text: str, look: Look) -> None:
        line = self._line
        if look.hidden or self._fields.silent:
            line.away, outer = line.away or "hidden", line.away
            line.say(text)
            line.away = outer
            return
        if look.caps:
            text = text.upper()
        if line.typed is not None and text.strip():
            line.typed.text += text  # the mark of a note that is typed behind its call
            return
        line.say(text, look.styles, line.target or self._fields.target)
        line.size = line.size or look.size

    def _symbol(self, element: etree._Element) -> None:
        text = symbol(value(element, "char"), value(element, "font"))
        self._say(text, self._around.styles.look(self._line.style, None))

    def _call(self, element: etree._Element) -> None:
        kind: Kind = "endnote" if key_of[element.tag] == "w:endnoteReference" else "footnote"
        if self._line.away or self._fields.silent:
            return
        typed = value(element, "customMarkFollows") in ("1", "true", "on")
        mark = self._around.notebook.call(kind, value(element, "id"), typed=typed)
        self._line.typed = mark if typed else None
        self._line.put(mark)

    def _own_mark(self, _element: etree._Element) -> None:
        if self._mark is not None:
            self._line.put(Mark(self._mark.text))

    def _field_character(self, element: etree._Element) -> None:
        self._fields.character(value(element, "fldCharType"))

    def _instruction(self, element: etree._Element) -> None:
        self._fields.instruct(element.text or "")


_HALF_POINTS = 20


def _end_is_deleted(properties: Iterable[etree._Element]) -> bool:
    """Whether a tracked change deletes the end of a paragraph, which joins it with the next."""
    return any(
        key_of[part.tag] == "w:del"
        for child in properties
        if key_of[child.tag] == "w:rPr"
        for part in child
    )


def _chosen(element: etree._Element) -> etree._Element:
    """Return what Word prints of alternatives: the first choice, else what is there for others.

    A masthead in a text box is written in both, for Word and for older programs.
    """
    choices = [child for child in element if key_of[child.tag] == "mc:Choice"]
    others = [child for child in element if key_of[child.tag] == "mc:Fallback"]
    for option in (*choices[:1], *others):
        if any(key_of[str(e.tag)] in _SAYING for e in option.iter()):
            return option
    return (*choices, *others, element)[0]


_SAYING = frozenset(("w:t", "w:txbxContent", "w:sym"))
# What says nothing itself and holds nothing that is printed.
_SILENT = frozenset(
    f"w:{name}"
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr",
        "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
        "commentReference", "annotationRef", "lastRenderedPageBreak", "permStart", "permEnd",
        "separator", "continuationSeparator", "smartTagPr", "customXmlPr", "tblPrEx",
    )
)  # fmt: skip
_SPECIAL = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}  # fmt: skip
Act = Callable[[Walker, etree._Element], None]
_ACTS: dict[str, Act] = {
    "m:r": Walker._run,
    "w:hyperlink": Walker._hyperlink,
    "w:fldSimple": Walker._simple_field,
    "w:del": Walker._deleted,
    "w:moveFrom": Walker._deleted,
    "w:txbxContent": Walker._text_box,
    "mc:AlternateContent": Walker._alternative,
}
_RUN_ACTS: dict[str, Act] = {
    "w:sym": Walker._symbol,
    "w:footnoteReference": Walker._call,
    "w:endnoteReference": Walker._call,
    "w:footnoteRef": Walker._own_mark,
    "w:endnoteRef": Walker._own_mark,
    "w:fldChar": Walker._field_character,
    "w:instrText": Walker._instruction,
    "w:delInstrText": Walker._instruction,
    "mc:AlternateContent": Walker._alternative,
}
