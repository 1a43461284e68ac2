"""The parts of a Word file in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from an2un.readers.docx.body import Surroundings, Walker
from an2un.readers.docx.names import is_on, key_of, relation, tags, value
from an2un.readers.docx.notes import KINDS, Kind, Notebook
from an2un.readers.docx.numbering import Numbering
from an2un.readers.docx.package import Package
from an2un.readers.docx.styles import Styles
from an2un.readers.flow import Block, Mark, Words
from an2un.source import Place

_OUTER = tags("p", "tbl", "sectPr")
_PROPERTIES, _SECTION = tags("pPr"), tags("sectPr")
_MARGINS: dict[str, Place] = {"w:headerReference": "head", "w:footerReference": "foot"}


class Parts:
    """Reads the parts of one file into blocks."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._notebook = Notebook()
        self._around = Surroundings(
            Styles.read(self._tree("styles")),
            Numbering.read(self._tree("numbering")),
            self._notebook,
        )
        self._first_head = ""
        self._margins: dict[str, Place] = {}
        settings = self._tree("settings")
        if settings is not None:
            self._notebook.set_for_all(settings)

    def _tree(self, kind: str) -> etree._Element | None:
        part = self._package.related(kind)
        return self._package.tree(part) if part else None

    def blocks(self) -> list[Block]:
        """Return the paragraphs of the whole file."""
        main = Walker(self._around, self._package.targets(self._package.main), masthead=True)
        text = list(self._text(main))
        self._notebook.count()
        notes = [block for kind in KINDS for block in self._notes(kind)]
        head: list[Block] = []
        if self._first_head:
            head = self._margin(self._first_head, "")
        margins = [
            block
            for part, place in self._margins.items()
            for block in self._margin(part, place)
        ]  # fmt: skip
        return [*head, *text, *notes, *self._around.asides, *margins]

    def _text(self, walker: Walker) -> Iterator[Block]:
        """Yield the paragraphs and table rows of the text, a part of the file at a time."""
        for element in self._package.elements(self._package.main, _OUTER):
            if key_of[element.tag] == "w:sectPr":
                if _stands_in_body(element):
                    self._section(element)
            elif _stands_in_body(element) or not _is_inner(element):
                yield from walker.block(element)
                self._sections_ending_in(element)
                _forget(element)
        yield from walker.rest()

    def _sections_ending_in(self, paragraph: etree._Element) -> None:
        """Take note of a section that ends with a paragraph, whose properties hold its own."""
        for properties in paragraph.iterchildren(*_PROPERTIES):
            for section in properties.iterchildren(*_SECTION):
                self._section(section)

    def _section(self, properties: etree._Element) -> None:
        """Take note of heads, feet and the counting of notes in a section that ends."""
        first = self._notebook.section == 0
        targets = self._package.targets(self._package.main)
        references = [(key_of[child.tag], child) for child in properties]
        distinct = any(key == "w:titlePg" and is_on(child) for key, child in references)
        for key, child in references:
            place = _MARGINS.get(key)
            part = targets.get(relation(child), "")
            kind = value(child, "type")
            if place is None or not self._package.holds(part) or (kind == "first" and not distinct):
                continue
            if first and place == "head" and kind == "first":
                self._first_head = part
            else:
                self._margins.setdefault(part, place)
        self._margins.pop(self._first_head, None)
        self._notebook.end_section(properties)

    def _margin(self, part: str, place: Place) -> list[Block]:
        """Return the paragraphs of a head or foot."""
        walker = Walker(self._around, self._package.targets(part), masthead=not place)
        found = walker.blocks(self._package.tree(part))
        return [_placed(block, place) for block in found]

    def _notes(self, kind: Kind) -> Iterator[Block]:
        """Yield the paragraphs of the notes that are called, each with its mark before it."""
        part = self._package.related(f"{kind}s")
        called = [call for call in self._notebook.called() if call.kind == kind]
        if not part or not called:
            return
        targets = self._package.targets(part)
        bodies = {value(element, "id"): element for element in self._package.tree(part)}
        for call in called:
            body = bodies.get(call.identifier)
            if body is None:
                continue
            walker = Walker(self._around, targets, mark=call.mark)
            found = [block for block in walker.blocks(body) if not block.blank]
            for index, block in enumerate(found or [Block(())]):
                marked = block if index or walker.marked(block) else _marked(block, call.mark)
                yield _placed(marked, "note")


def _placed(block: Block, place: Place) -> Block:
    """Return a paragraph or row of a part at the place of the part."""
    return block._replace(place=place) if place and block.place in ("", "row") else block


def _marked(block: Block, mark: Mark) -> Block:
    """Return a paragraph behind the mark of its note, which the file leaves out."""
    return block._replace(pieces=(mark, Words(" "), *block.pieces))


def _stands_in_body(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and key_of[str(parent.tag)] == "w:body"


def _is_inner(element: etree._Element) -> bool:
    """Whether an element stands in a paragraph or table, with which it will be read."""
    return any(key_of[str(above.tag)] in _HOLDERS for above in element.iterancestors())


_HOLDERS = frozenset(("w:p", "w:tbl", "mc:Fallback"))


def _forget(element: etree._Element) -> None:
    """Free what has been read: the element's content and everything before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
