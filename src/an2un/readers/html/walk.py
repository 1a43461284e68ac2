"""The elements of a page to blocks: paragraphs, items of lists with their numbers, rows, notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from an2un.readers.cells import numbered_rows, side_by_side
from an2un.readers.flow import Block, Mark, Piece, Words, ends_masthead
from an2un.readers.html.lists import Numbered, numbered
from an2un.readers.html.notes import Notes
from an2un.readers.html.page import CHROME, SILENT, document_in, place_of
from an2un.readers.html.sheets import StyleSheet
from an2un.source import Place, StyleKind

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "menu", "nav", "ol", "p",
     "section", "summary", "ul")
)  # fmt: skip
_STYLES: dict[str, StyleKind] = {
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "italic"),
    **dict.fromkeys(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"), "bold"),
    "sup": "superscript",
}
_TELLING = frozenset((*_STYLES, *CHROME, "nav", "blockquote", "del"))
_FLOATS = re.compile(r"float\s*:\s*(?:left|right)", re.IGNORECASE)
_CELLS = frozenset(("td", "th"))
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")  # what is printed as one blank and is none
_DEEPEST = 100  # elements inside each other; what is deeper is read as if it were this deep
_LEAST_ROWS = 2  # of a table that is none of layout alone
_EM = 2.0  # indent of a list or quotation, as browsers set it off


class _State(NamedTuple):
    """How the words of an element are to be taken."""

    styles: tuple[StyleKind, ...] = ()
    target: str = ""
    place: Place = ""
    indent: float = 0.0
    note: bool = False


class Walker:
    """Reads one page."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._document = document_in(root)
        self._notes = Notes(root)
        self._sheet = StyleSheet(root)
        self._blocks: list[Block] = []
        self._pieces: list[Piece] = []
        self._now = _State()
        self._depth = 0  # elements around what is being read
        self._label: Numbered | None = None  # what the list prints before the next paragraph
        self._opening: list[Piece] = []  # the mark of a note that its list prints there
        self._gap = 0.0
        self._masthead = True

    def blocks(self) -> list[Block]:
        """Return the paragraphs: text, notes in the order of their calls, what is not shown."""
        if self._document is not None:
            self._now = self._now._replace(place="chrome")
        self._element(self._root)
        self._flush()
        self._blocks = list(_with_notes(self._blocks))
        text = [block for block in self._blocks if block.place in ("", "row")]
        notes = [block for block in self._blocks if block.place == "note"]
        rest = [block for block in self._blocks if block.place not in ("", "row", "note")]
        return [*text, *notes, *rest]

    # ------------------------------------------------------------------------------------ elements

    def _element(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in SILENT:
            return
        outer, self._now = self._now, self._entered(element, tag)
        self._depth += 1
        if tag == "br":
            self._break()
        elif self._now.place and not outer.place and tag not in _ACTS:
            self._aside("".join(map(str, element.itertext())))
        elif tag in _ACTS:
            self._flush(outer)
            _ACTS[tag](self, element)
        else:
            self._inline(element, tag)
        self._now = outer
        self._depth -= 1

    def _block(self, element: etree._Element) -> None:
        self._content(element)
        self._flush()

    def _content(self, element: etree._Element) -> None:
        self._say(element.text)
        if self._depth < _DEEPEST:
            for child in element:
                self._element(child)
                self._say(child.tail)
            return
        for below in element.iterdescendants():
            self._say(None if below.tag in SILENT else below.text)
            self._say(below.tail)

    def _entered(self, element: etree._Element, tag: str) -> _State:
        """Return how the words of an element are to be taken."""
        now = self._now
        begins = self._notes.begins(element)
        if element is not self._document and not begins and not self._says_how(element, tag):
            return now
        styles, target, place, indent, note = now
        note = note or begins
        if element is self._document or begins:
            place = ""
        elif place == "":
            place = place_of(element, inside=self._document is not None)
            if tag == "del" or self._notes.comments(element):
                place = place or ("deleted" if tag == "del" else "chrome")
        for found in _styles(element, tag, self._sheet):
            if found not in styles:
                styles = (*styles, found)
        if tag == "blockquote":
            indent += _EM
        return _State(styles, target, place, indent, note)

    def _says_how(self, element: etree._Element, tag: str) -> bool:
        """Whether an element can change how its words are to be taken; most have but a name."""
        return tag in _TELLING or bool(element.keys()) or self._notes.comments(element)

    def _inline(self, element: etree._Element, tag: str) -> None:
        """Read words inside a paragraph; a link may be the call of a note, or lead back to it."""
        if tag != "a":
            self._content(element)
            if _FLOATS.search(element.get("style") or ""):
                self._say(" ")  # what follows stands beside it
            return
        href = element.get("href") or ""
        mark = self._notes.mark_of(element)
        if mark:
            back = self._notes.leads_back(element)
            self._pieces.append(Mark(mark) if self._now.place == "" else Words(mark))
            if back:
                self._pieces.append(Words(" "))
        elif self._notes.leads_back(element):
            self._now = self._now._replace(place=self._now.place or "chrome")
            self._aside("".join(map(str, element.itertext())))
        else:
            leaves = href.startswith(("http://", "https://"))
            self._now = self._now._replace(target=href if leaves else "")
            self._content(element)

    # --------------------------------------------------------------------------------------- words

    def _say(self, text: str | None) -> None:
        if not text:
            return
        words = _SPACE.sub(" ", text)
        last = self._pieces[-1].text if self._pieces else ""
        if words[0] == " " and (not last or last[-1] in " \n"):
            words = words[1:]
        if words:
            self._pieces.append(Words(words, self._now.styles, self._now.target))

    def _break(self) -> None:
        """End a line; two line ends in a row end a paragraph."""
        if self._pieces and self._pieces[-1].text.endswith("\n"):
            self._flush()
        elif self._pieces:
            self._pieces.append(Words("\n"))

    def _aside(self, text: str) -> None:
        bare = " ".join(text.split())
        if bare:
            self._blocks.append(Block((Words(bare),), self._now.place or "chrome"))

    def _flush(self, state: _State | None = None) -> None:
        """End the paragraph that is being read; `state`: how its words were to be taken."""
        now = self._now if state is None else state
        pieces, self._pieces = self._pieces, []
        if not pieces or not any(piece.text.strip() for piece in pieces):
            return
        pieces[:0], self._opening = self._opening, []
        label, self._label = self._label, None
        if label is not None and not label.is_typed_in("".join(piece.text for piece in pieces)):
            pieces.insert(0, Words(f"{label.text} "))
        place: Place = now.place or ("note" if now.note else "")
        self._blocks.append(Block(pieces, place, now.indent))
        if place == "" and self._masthead:
            self._masthead = not ends_masthead("".join(piece.text for piece in pieces))

    # ------------------------------------------------------------------------------------- blocks

    def _list(self, element: etree._Element) -> None:
        """Read the items of a list, each behind its number or bullet."""
        self._now = self._now._replace(indent=self._now.indent + _EM)
        self._say(element.text)
        self._flush()
        for child, label in numbered(element, self._sheet.counter_of(element)):
            if child.tag == "li":
                self._label = None if self._notes.begins(child) else label
                if self._notes.begins(child) and not self._notes.prints_mark(child):
                    self._opening = [Mark(self._notes.mark_at(child)), Words(" ")]
                self._element(child)
                self._label, self._opening = None, []
            else:
                self._element(child)
            self._flush()
            self._say(child.tail)
            self._flush()

    def _preformatted(self, element: etree._Element) -> None:
        """Read lines that are set as they stand, as in a text file."""
        gap = 0.0
        for line in "".join(map(str, element.itertext())).expandtabs().split("\n"):
            if not line.strip():
                gap += 1
                continue
            indent = float(len(line) - len(line.lstrip()))
            place: Place = self._now.place or ("note" if self._now.note else "")
            self._blocks.append(Block((Words(line),), place, indent, gap, opens=None))
            gap = 0.0

    def _table(self, element: etree._Element) -> None:
        """Read a table: rows of cells, or the columns of a masthead one after the other."""
        self._beside(element)
        self._flush()
        made: list[Block] = []
        read: list[list[list[Block]]] = []
        for row in _rows(element):
            columns = self._masthead
            read.append([self._cell(cell) for cell in row if cell.tag in _CELLS])
            if columns or self._now.place or self._now.note:
                made.extend(block for cell in read[-1] for block in cell)
            else:
                made.extend(side_by_side(read[-1]))
        if len(read) < _LEAST_ROWS:
            made = [block for row in read for cell in row for block in cell]
        self._blocks.extend(numbered_rows(read) or made)

    def _beside(self, element: etree._Element) -> None:
        """Read what a table has in none of its cells: captions, and words put in the wrong place.

        Browsers print these above it.
        """
        self._say(element.text)
        for child in element:
            if child.tag in _GROUPS or (child.tag == "tr" and element.tag != "tr"):
                self._beside(child)
            elif child.tag not in _CELLS:
                self._element(child)
            self._say(child.tail)

    def _cell(self, cell: etree._Element) -> list[Block]:
        """Return what a cell prints."""
        self._now = self._now._replace(indent=0.0)
        outer, self._blocks = self._blocks, []
        state, self._now = self._now, self._entered(cell, str(cell.tag))
        self._content(cell)
        self._flush()
        found, self._blocks = self._blocks, outer
        self._now = state
        return found


_ACTS: dict[str, Callable[[Walker, etree._Element], None]] = {
    **dict.fromkeys(_BLOCKS, Walker._block),
    **dict.fromkeys(("ol", "ul", "menu"), Walker._list),
    "table": Walker._table,
    "pre": Walker._preformatted,
}


def _styles(element: etree._Element, tag: str, sheet: StyleSheet) -> Iterator[StyleKind]:
    """Yield the styles that an element sets its words in: by its name, or as it says."""
    kind = _STYLES.get(tag)
    if kind:
        yield kind
    if not element.keys():
        return
    yield from sheet.styles_of(element)
    if "FootnoteReference" in (element.get("class") or ""):
        yield "superscript"


def _with_notes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, with those as notes that open with a raised mark which a text above prints."""
    seen: set[str] = set()
    for block in blocks:
        printed = [piece for piece in block.pieces if piece.text.strip()]
        raised = [_bare(p) for p in printed if "superscript" in p.styles]
        if (
            block.place == ""
            and raised
            and "superscript" in printed[0].styles
            and raised[0] in seen
        ):
            yield block._replace(place="note")
        else:
            seen.update(raised)
            yield block


def _bare(piece: Piece) -> str:
    return piece.text.strip(" []()\u00a0")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table and not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from (row for row in child if row.tag == "tr")
