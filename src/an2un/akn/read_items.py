"""Items and blocks from XML: the way back of `write_items`, for the United Nations' files as well.

Whatever stands where an item is expected becomes one; an element that is not known is read as a
paragraph of its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from an2un import tree
from an2un.akn.names import BODY, SECTIONS
from an2un.akn.read_inlines import inlines, parts
from an2un.akn.reader import Element, Reader, local
from an2un.akn.shelter import LINES
from an2un.record import replace
from an2un.walk import normal_inlines, plain_text, single_blanks

# Levels of other legislative traditions come back as the nearest of ours.
_KINDS: dict[str, tree.SectionKind] = {
    **{element: kind for kind, (element, _) in SECTIONS.items()},
    "book": "part", "tome": "part", "subpart": "part", "subchapter": "chapter",
    "subsection": "section", "subtitle": "title", "subdivision": "division", "subrule": "rule",
}  # fmt: skip
_HEADS = frozenset({"num", "heading", "subheading"})
_LISTS = frozenset({"list", "sublist"})
_HOLDERS = frozenset({"content", "intro", "wrapUp", "container", "div", "blockContainer"})
_LINES = LINES - _HEADS

_NO_TEXT = frozenset({"meta", "documentRef", "componentRef"})

Piece = tree.Block | tree.Enumeration | tree.Provision


# ------------------------------------------------------------------------------------------- items


def items(reader: Reader, element: Element) -> tuple[tree.Item, ...]:
    """Return the items directly inside an element, its own number and heading left out."""
    return tuple(items_of(reader, element.iterchildren("*")))


def items_of(reader: Reader, elements: Iterable[Element]) -> Iterator[tree.Item]:
    """Yield each of some elements as the items it holds."""
    for child in elements:
        name = local(child)
        if name in _KINDS:
            yield _section(reader, child, _KINDS[name])
        elif name == "container":
            yield from _container(reader, child)
        elif name == "formula":
            yield formula(reader, child)
        elif name in ("crossHeading", "block"):
            yield _line(reader, child)
        elif name in ("blockContainer", "hcontainer") and _is_preamble(reader, child):
            yield tree.Recital(content(reader, child))
        elif name in _LINES or name in ("table", "blockList") or name in _HOLDERS:
            pieces = _grouped(_pieces(reader, child, name))
            if pieces:
                yield tree.Provision(None, None, pieces)
        elif name not in _HEADS and name not in _NO_TEXT:
            yield provision(reader, child)


def _is_preamble(reader: Reader, element: Element) -> bool:
    refers = element.get("refersTo")
    return element.get("name") == "preamble" or reader.meaning(refers) == "preamble"


def _container(reader: Reader, element: Element) -> Iterator[tree.Item]:
    """Read a container: a preambular paragraph; elsewhere in foreign files just a frame."""
    parent = element.getparent()
    around = local(parent) if parent is not None else ""
    if element.get("name") == "formula":
        yield formula(reader, element)
    elif _is_preamble(reader, element) or around in ("preamble", "embeddedStructure"):
        yield tree.Recital(content(reader, element))
    else:
        yield from items_of(reader, element.iterchildren("*"))


def _line(reader: Reader, element: Element) -> tree.Item:
    """Read a `crossHeading` or `block`: recital, formula or heading, by what it refers to."""
    line = tree.Paragraph(inlines(reader, element, BODY))
    meaning = reader.meaning(element.get("refersTo")) or element.get("name", "")
    if meaning == "preamble":
        return tree.Recital((line,) if line.children else ())
    return tree.Formula(line) if meaning == "enactingFormula" else tree.Heading(line)


def formula(reader: Reader, element: Element) -> tree.Formula:
    """Read the enacting formula; several paragraphs become one."""
    words: list[tree.Inline] = []
    for line in lines(reader, element):
        words += [*([tree.Text(" ")] if words else []), *line.children]
    return tree.Formula(tree.Paragraph(normal_inlines(tuple(words))))


def provision(reader: Reader, element: Element) -> tree.Provision:
    """Read a paragraph, point or any other level that holds text."""
    marker, heading, notes = _head(reader, element)
    blocks = content(reader, element)
    if notes:
        first = blocks[0] if blocks else None
        if isinstance(first, tree.Paragraph):
            blocks = (tree.Paragraph((*notes, *first.children)), *blocks[1:])
        else:
            blocks = (tree.Paragraph(notes), *blocks)
    return tree.Provision(marker, heading, blocks)


def _section(reader: Reader, element: Element, kind: tree.SectionKind) -> tree.Section:
    marker, heading, notes = _head(reader, element)
    if notes:
        words = heading.children if heading else ()
        heading = tree.Paragraph((*notes, *words))
    return tree.Section(kind, marker, heading, items(reader, element))


class _Head(NamedTuple):
    """Number and heading of a level, and the notes called at its number."""

    marker: str | None
    heading: tree.Paragraph | None
    notes: tuple[tree.Inline, ...]


def _head(reader: Reader, element: Element) -> _Head:
    """Read number and heading of a level; several of them become one."""
    marker = ""
    words: tuple[tree.Inline, ...] = ()
    notes: list[tree.Inline] = []
    for child in element.iterchildren("*"):
        name = local(child)
        if name == "num":
            inner = inlines(reader, child, BODY)
            marker += f" {plain_text(inner)}"
            notes.extend(_notes(inner))
        elif name in ("heading", "subheading"):
            more = inlines(reader, child, BODY)
            words = (*words, tree.Text(" "), *more) if words else more
    heading = tree.Paragraph(normal_inlines(words)) if words else None
    return _Head(single_blanks(marker) or None, heading, tuple(notes))


def _notes(inlines_: tuple[tree.Inline, ...]) -> Iterator[tree.Footnote]:
    """Yield the notes called in running text."""
    for child in inlines_:
        if isinstance(child, tree.Footnote):
            yield child
        elif not isinstance(child, tree.Text):
            yield from _notes(child.children)


# ----------------------------------------------------------------------------------------- content


def content(reader: Reader, element: Element) -> tree.Content:
    """Return text, points and tables inside a level, container or item in printed order."""
    return _grouped(_contained(reader, element))


def _grouped(pieces: Iterable[Piece]) -> tree.Content:
    """Return content in which points that stand beside each other are one enumeration."""
    result: list[tree.Block | tree.Enumeration] = []
    loose: list[tree.Provision] = []
    for piece in pieces:
        if isinstance(piece, tree.Provision):
            loose.append(piece)
            continue
        if loose:
            result.append(tree.Enumeration(tuple(loose)))
            loose = []
        result.append(piece)
    if loose:
        result.append(tree.Enumeration(tuple(loose)))
    return tuple(result)


def _contained(reader: Reader, element: Element) -> Iterator[Piece]:
    for child in element.iterchildren("*"):
        yield from _pieces(reader, child, local(child))


def _pieces(reader: Reader, element: Element, name: str) -> Iterator[Piece]:
    """Read one element of a level's content; a Provision stands for a point without a list."""
    if name in _HEADS or name in _NO_TEXT:
        return
    if name in _LINES:
        yield from _paragraphs(reader, element)
    elif name in _HOLDERS or (name == "alinea" and not _has_head(element)):
        yield from _contained(reader, element)
    elif name == "blockList" or (name in _LISTS and not _has_head(element)):
        yield from _list(reader, element)
    elif name == "table":
        yield from _table(reader, element)
    elif name in ("ul", "ol"):
        yield tree.Enumeration(tuple(provision(reader, child) for child in element))
    elif name in _KINDS and not reader.foreign:
        yield tree.Embedded(tuple(items_of(reader, (element,))))
    else:
        yield provision(reader, element)


def _has_head(element: Element) -> bool:
    return any(local(child) in _HEADS for child in element.iterchildren("*"))


def _list(reader: Reader, element: Element) -> Iterator[Piece]:
    """Read a `list` or `blockList`: its introduction, its points, the text after them.

    A list directly inside a list belongs to the point before it: so the United Nations writes
    lists in lists.
    """
    points: list[tree.Provision] = []
    for child in element.iterchildren("*"):
        name = local(child)
        if name in _LISTS and _has_head(child):
            points.append(provision(reader, child))
        elif name in _LISTS and points:
            inner = _grouped(_list(reader, child))
            points[-1] = replace(points[-1], content=(*points[-1].content, *inner))
        elif name in _LINES or name in _HOLDERS or name in _LISTS:
            if points:
                yield tree.Enumeration(tuple(points))
                points = []
            yield from _pieces(reader, child, name)
        elif name not in _HEADS:
            points.append(provision(reader, child))
    if points:
        yield tree.Enumeration(tuple(points))


# ------------------------------------------------------------------------------------------ blocks


def _paragraphs(reader: Reader, element: Element) -> Iterator[tree.Block]:
    """Read a paragraph; an embedded text in it stands between its two halves."""
    words: list[tree.Inline] = []
    for part in parts(reader, element, BODY):
        if not isinstance(part, tree.Embedded):
            words.append(part)
            continue
        yield from _paragraph(words)
        words = []
        if part.items:
            yield part
    yield from _paragraph(words)


def _paragraph(words: list[tree.Inline]) -> Iterator[tree.Paragraph]:
    children = normal_inlines(tuple(words))
    if children:
        yield tree.Paragraph(children)


def lines(reader: Reader, element: Element, place: str = BODY) -> tuple[tree.Paragraph, ...]:
    """Return the paragraphs of a cell, a note or a group of title lines."""
    found = (child for child in element.iter("*") if local(child) in LINES)
    blocks = [child for child in found if not _inside_line(child, element)]
    read = (tree.Paragraph(inlines(reader, block, place)) for block in blocks)
    return tuple(line for line in read if line.children)


def _inside_line(element: Element, top: Element) -> bool:
    """Say whether an element is inside another paragraph below `top` (a note's paragraph)."""
    for above in element.iterancestors("*"):
        if above is top:
            return False
        if local(above) in LINES:
            return True
    return False


def _table(reader: Reader, element: Element) -> Iterator[tree.Block]:
    """Read a table; its caption is a paragraph before it."""
    rows: list[tree.Row] = []
    for child in element.iterchildren("*"):
        if local(child) == "tr":
            cells = tuple(lines(reader, cell) for cell in child.iterchildren("*"))
            if cells:
                rows.append(tree.Row(cells))
        else:
            yield from _blocks(_pieces(reader, child, local(child)))
    if rows:
        yield tree.Table(tuple(rows))


def _blocks(pieces: Iterable[Piece]) -> Iterator[tree.Block]:
    """Yield the blocks among pieces, of points their content."""
    for part in _grouped(pieces):
        if isinstance(part, tree.Enumeration):
            for point in part.points:
                if point.marker:
                    yield tree.Paragraph((tree.Text(point.marker),))
                if point.heading:
                    yield point.heading
                yield from _blocks(point.content)
        else:
            yield part


def embedded(reader: Reader, element: Element) -> tree.Embedded:
    """Read an `embeddedStructure`."""
    return tree.Embedded(items(reader, element))
