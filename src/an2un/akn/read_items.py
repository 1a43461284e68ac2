"""Items and blocks from XML: the way back of `write_items`, for the United Nations' files as well.

Whatever stands where an item is expected becomes one; an element that is not known is read as a
paragraph of its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from an2un import tree
from an2un.akn.names import BODY, SECTIONS
from an2un.akn.read_inlines import inlines, parts
from an2un.akn.reader import Element, Reader, local, words_of
from an2un.walk import normal_inlines, single_blanks

# Levels of other legislative traditions come back as the nearest of ours.
_KINDS: dict[str, tree.SectionKind] = {
    **{element: kind for kind, (element, _) in SECTIONS.items()},
    "book": "part", "tome": "part", "subpart": "part", "subchapter": "chapter",
    "subsection": "section", "subtitle": "title", "subdivision": "division", "subrule": "rule",
}  # fmt: skip
_HEADS = frozenset({"num", "heading", "subheading"})
_LISTS = frozenset({"list", "sublist"})
_HOLDERS = frozenset({"content", "intro", "wrapUp", "container", "div", "blockContainer"})
_LINES = frozenset({"p", "block", "crossHeading", "listIntroduction", "listWrapUp"})

Piece = tree.Block | tree.Enumeration | tree.Provision


# ------------------------------------------------------------------------------------------- items


def items(reader: Reader, element: Element) -> tuple[tree.Item, ...]:
    """Return the items directly inside an element, its own number and heading left out."""
    return tuple(_items(reader, element.iterchildren("*")))


def _items(reader: Reader, elements: Iterable[Element]) -> Iterator[tree.Item]:
    for child in elements:
        name = local(child)
        if name in _KINDS:
            marker, heading = _head(reader, child)
            yield tree.Section(_KINDS[name], marker, heading, items(reader, child))
        elif name == "container":
            yield from _container(reader, child)
        elif name == "formula":
            yield formula(reader, child)
        elif name in ("crossHeading", "block"):
            yield _line(reader, child)
        elif name in ("blockContainer", "hcontainer") and _is_preamble(reader, child):
            yield tree.Recital(content(reader, child))
        elif name in ("p", "table", "blockList") or name in _HOLDERS:
            pieces = _grouped(_pieces(reader, child, name))
            if pieces:
                yield tree.Provision(None, None, pieces)
        elif name not in _HEADS:
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
        yield from _items(reader, element.iterchildren("*"))


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
    for part in content(reader, element):
        if isinstance(part, tree.Paragraph):
            words += [*([tree.Text(" ")] if words else []), *part.children]
    return tree.Formula(tree.Paragraph(normal_inlines(tuple(words))))


def provision(reader: Reader, element: Element) -> tree.Provision:
    """Read a paragraph, point or any other level that holds text."""
    marker, heading = _head(reader, element)
    return tree.Provision(marker, heading, content(reader, element))


def _head(reader: Reader, element: Element) -> tuple[str | None, tree.Paragraph | None]:
    """Return number and heading of a level; several headings become one."""
    markers: list[str] = []
    words: tuple[tree.Inline, ...] = ()
    for child in element.iterchildren("*"):
        name = local(child)
        if name == "num":
            markers.append(words_of(child))
        elif name in ("heading", "subheading"):
            more = inlines(reader, child, BODY)
            words = (*words, tree.Text(" "), *more) if words else more
    heading = tree.Paragraph(normal_inlines(words)) if words else None
    return single_blanks(" ".join(markers)) or None, heading


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
    if _has_text(element):  # text where only elements may stand: all of it is one paragraph
        yield from _paragraphs(reader, element)
        return
    for child in element.iterchildren("*"):
        yield from _pieces(reader, child, local(child))


def _has_text(element: Element) -> bool:
    return bool((element.text or "").strip()) or any(
        (child.tail or "").strip() for child in element.iterchildren()
    )


def _pieces(reader: Reader, element: Element, name: str) -> Iterator[Piece]:
    """Read one element of a level's content; a Provision stands for a point without a list."""
    if name in _HEADS:
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
        yield tree.Embedded(tuple(_items(reader, (element,))))
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
        if name in _LISTS and points:
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
    found = (child for child in element.iter("*") if local(child) in _LINES)
    blocks = [child for child in found if not _inside_line(child, element)]
    if not blocks and _has_text(element):
        blocks = [element]
    read = (tree.Paragraph(inlines(reader, block, place)) for block in blocks)
    return tuple(line for line in read if line.children)


def _inside_line(element: Element, top: Element) -> bool:
    """Say whether an element is inside another paragraph below `top` (a note's paragraph)."""
    for above in element.iterancestors("*"):
        if above is top:
            return False
        if local(above) in _LINES:
            return True
    return False


def _table(reader: Reader, element: Element) -> Iterator[tree.Block]:
    """Read a table; its caption is a paragraph before it."""
    rows: list[tree.Row] = []
    for child in element.iterchildren("*"):
        if local(child) == "caption":
            yield from _paragraphs(reader, child)
        elif local(child) == "tr":
            cells = tuple(lines(reader, cell) for cell in child.iterchildren("*"))
            if cells:
                rows.append(tree.Row(cells))
    if rows:
        yield tree.Table(tuple(rows))


def embedded(reader: Reader, element: Element) -> tree.Embedded:
    """Read an `embeddedStructure`."""
    return tree.Embedded(items(reader, element))
