"""Items and blocks as XML: provisions, sections, recitals, enumerations, tables.

A recital, formula or heading has one form for each place it may stand in, because the schema
allows different elements there (XSD groups `preambleopt`, `maincontent`, `hierarchy`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from an2un import tree
from an2un.akn.entries import attribute
from an2un.akn.names import SECTIONS
from an2un.akn.sheet import Context
from an2un.akn.write_inlines import paragraph
from an2un.akn.write_lines import goes_on, head, line_text, opening, table, wrap_up_at

Blocks = tuple[tree.Block, ...]


# ------------------------------------------------------------------------------------------- items


def body_items(context: Context, items: Iterable[tree.Item]) -> None:
    """Write items directly in `mainBody`: recitals, formulas, headings as blocks."""
    for item in items:
        match item:
            case tree.Provision():
                provision(context, item, "paragraph", "para")
            case tree.Section():
                section(context, item)
            case tree.Recital():
                _body_recital(context, item)
            case tree.Formula(text):
                _block(context, "enactingFormula", text)
            case tree.Heading(text):
                _block(context, "heading", text)
            case _:
                assert_never(item)


def _block(context: Context, name: str, text: tree.Paragraph) -> None:
    eid = context.claim("block")
    refers = "" if name == "heading" else f' refersTo="{context.sheet.entries.fixed(name)}"'
    context.line(f'<block name="{name}" eId="{eid}"{refers}>')
    line_text(context, text, eid, "block")


def _body_recital(context: Context, node: tree.Recital) -> None:
    if _is_plain(node):
        _block(context, "preamble", _only(node))
        return
    eid = context.claim("blockContainer")
    preamble = context.sheet.entries.fixed("preamble")
    context.line(f'<blockContainer eId="{eid}" refersTo="{preamble}">')
    flow(context.inside(eid), node.content)
    context.line("</blockContainer>")


def _is_plain(node: tree.Recital) -> bool:
    """Say whether a recital is one paragraph, which a crossHeading or block can hold."""
    content_ = node.content
    return not content_ or (len(content_) == 1 and isinstance(content_[0], tree.Paragraph))


def _only(node: tree.Recital) -> tree.Paragraph:
    return next((p for p in node.content if isinstance(p, tree.Paragraph)), tree.Paragraph(()))


def section_items(context: Context, items: Iterable[tree.Item]) -> None:
    """Write items inside a section: recitals, formulas, headings as crossHeading."""
    for item in items:
        match item:
            case tree.Provision():
                provision(context, item, "paragraph", "para")
            case tree.Section():
                section(context, item)
            case tree.Recital():
                _section_recital(context, item)
            case tree.Formula(text):
                _cross_heading(context, text, "enactingFormula")
            case tree.Heading(text):
                _cross_heading(context, text, "")
            case _:
                assert_never(item)


def _cross_heading(context: Context, text: tree.Paragraph, name: str) -> None:
    eid = context.claim("crossHeading")
    refers = f' refersTo="{context.sheet.entries.fixed(name)}"' if name else ""
    context.line(f'<crossHeading eId="{eid}"{refers}>')
    line_text(context, text, eid, "crossHeading")


def _section_recital(context: Context, node: tree.Recital) -> None:
    """Write a recital in a section; one with points does not fit in a crossHeading."""
    if _is_plain(node):
        _cross_heading(context, _only(node), "preamble")
        return
    eid = context.claim("preamble")
    preamble = context.sheet.entries.fixed("preamble")
    context.line(f'<hcontainer name="preamble" eId="{eid}" refersTo="{preamble}">')
    _contained(context.inside(eid), node.content)
    context.line("</hcontainer>")


def preamble_items(context: Context, items: Iterable[tree.Item]) -> None:
    """Write items in `preamble` or in an embedded text: recitals as named containers."""
    for item in items:
        match item:
            case tree.Recital(content_):
                eid = context.claim("container")
                preamble = context.sheet.entries.fixed("preamble")
                name = attribute(opening(item))
                context.line(f'<container name="{name}" eId="{eid}" refersTo="{preamble}">')
                flow(context.inside(eid), content_)
                context.line("</container>")
            case tree.Formula():
                formula(context, item)
            case tree.Heading(text):
                _block(context, "heading", text)
            case tree.Provision():
                provision(context, item, "paragraph", "para")
            case tree.Section():
                section(context, item)
            case _:
                assert_never(item)


def formula(context: Context, node: tree.Formula) -> None:
    """Write the enacting formula."""
    eid = context.claim("formula")
    context.line(f'<formula name="enactingFormula" eId="{eid}">')
    inner = context.inside(eid)
    inner.line("")
    paragraph(context.sheet, node.text, eid)
    context.line("</formula>")


def section(context: Context, node: tree.Section) -> None:
    """Write a section with its number, heading and items."""
    element, abbreviation = SECTIONS[node.kind]
    eid = context.claim(abbreviation, node.marker)
    context.line(f'<{element} eId="{eid}">')
    inner = context.inside(eid)
    head(inner, node)
    section_items(inner, node.items)
    context.line(f"</{element}>")


def provision(context: Context, node: tree.Provision, element: str, abbreviation: str) -> None:
    """Write a paragraph or point: number, heading, then its text and lists."""
    eid = context.claim(abbreviation, node.marker)
    refers = ""
    if context.operative and element == "paragraph":
        refers = f' refersTo="{context.sheet.entries.fixed("operative")}"'
    context.line(f'<{element} eId="{eid}"{refers}>')
    inner = context.inside(eid)
    head(inner, node)
    if any(isinstance(part, tree.Enumeration) for part in node.content):
        _lists(inner, node.content)
    else:
        _contained(inner, node.content)
    context.line(f"</{element}>")


# --------------------------------------------------------------------------- content of provisions


def _contained(context: Context, blocks: tree.Content) -> None:
    """Write `content` holding blocks."""
    _holder(context, "content", "content", blocks)


def _holder(context: Context, element: str, abbreviation: str, blocks: tree.Content) -> None:
    eid = context.sheet.ids.claim(f"{context.prefix}{abbreviation}")
    context.line(f'<{element} eId="{eid}">')
    flow(context.inside(eid), blocks)
    context.line(f"</{element}>")


def _lists(context: Context, parts: tree.Content) -> None:
    """Write content with points: each enumeration a `list` with the text before it as `intro`.

    Text after the last points is the list's `wrapUp` if it goes on with the sentence (a small
    letter begins it), else an `alinea` beside the list (P1-54 "Lists").
    """
    before: list[tree.Block] = []
    enumerations = sum(isinstance(part, tree.Enumeration) for part in parts)
    last = max(i for i, part in enumerate(parts) if isinstance(part, tree.Enumeration))
    after = tuple(part for part in parts[last + 1 :] if not isinstance(part, tree.Enumeration))
    for part in parts[: last + 1]:
        if isinstance(part, tree.Enumeration):
            enumerations -= 1
            wrap_up = after if not enumerations and goes_on(after) else ()
            _list(context, tuple(before), part, wrap_up)
            before = []
        else:
            before.append(part)
    if after and not goes_on(after):
        eid = context.claim("al")
        context.line(f'<alinea eId="{eid}">')
        _contained(context.inside(eid), after)
        context.line("</alinea>")


def _list(context: Context, intro: Blocks, node: tree.Enumeration, wrap_up: Blocks) -> None:
    eid = context.claim("list")
    context.line(f'<list eId="{eid}">')
    inner = context.inside(eid)
    if intro:
        _holder(inner, "intro", "intro", intro)
    for point in node.points:
        provision(inner, point, "point", "point")
    if wrap_up:
        _holder(inner, "wrapUp", "wrapup", wrap_up)
    context.line("</list>")


# ------------------------------------------------------------------------------------------ blocks


def flow(context: Context, parts: tree.Content) -> None:
    """Write blocks and enumerations where only blocks may stand: enumerations as `blockList`."""
    parts = parts or (tree.Paragraph(()),)
    index = 0
    while index < len(parts):
        part = parts[index]
        intro = part if isinstance(part, tree.Paragraph) else None
        at = index + 1 if intro is not None else index
        points = parts[at] if at < len(parts) else None
        if isinstance(points, tree.Enumeration):
            wrap_up = wrap_up_at(parts, at + 1)
            _block_list(context, intro, points, wrap_up)
            index = at + (1 if wrap_up is None else 2)
        else:
            assert not isinstance(part, tree.Enumeration)
            block(context, part)
            index += 1


def block(context: Context, node: tree.Block) -> None:
    """Write one block."""
    match node:
        case tree.Paragraph():
            context.line("")
            paragraph(context.sheet, node, context.around)
        case tree.Table():
            table(context, node)
        case tree.Embedded(items):
            eid = context.claim("embeddedStructure")
            context.line(f'<p><embeddedStructure eId="{eid}">')
            inner = Context(context.sheet, eid, context.depth + 1)
            preamble_items(inner, items)
            context.line("</embeddedStructure></p>")
        case _:
            assert_never(node)


def _block_list(
    context: Context,
    intro: tree.Paragraph | None,
    node: tree.Enumeration,
    wrap_up: tree.Paragraph | None,
) -> None:
    eid = context.claim("list")
    context.line(f'<blockList eId="{eid}">')
    inner = context.inside(eid)
    if intro is not None:
        inner.line("<listIntroduction>")
        line_text(inner, intro, eid, "listIntroduction")
    for point in node.points:
        item = inner.claim("item", point.marker)
        inner.line(f'<item eId="{item}">')
        innermost = inner.inside(item)
        head(innermost, point)
        flow(innermost, point.content)
        inner.line("</item>")
    if wrap_up is not None:
        inner.line("<listWrapUp>")
        line_text(inner, wrap_up, eid, "listWrapUp")
    context.line("</blockList>")
