"""Lines, numbers and tables: the parts of items that hold no items themselves."""

from __future__ import annotations

from an2un import tree
from an2un.akn.entries import content
from an2un.akn.names import BODY
from an2un.akn.sheet import Context, indent
from an2un.akn.write_inlines import inlines, paragraph
from an2un.walk import plain_text


def line_text(context: Context, text: tree.Paragraph, eid: str, element: str) -> None:
    """Write the words of a line and the end tag of its element; `eid` is where they stand."""
    inlines(context.sheet, text.children, BODY)
    context.sheet.out.append(f"</{element}>")
    context.sheet.put(text.origin, eid)


def head(context: Context, node: tree.Provision | tree.Section) -> None:
    """Write `num` and `heading` of the element that `context` is inside of."""
    if node.marker:
        context.line(f"<num>{content(node.marker)}</num>")
        context.sheet.put(node.origin, context.around)
    if node.heading is not None:
        eid = context.sheet.ids.claim(f"{context.prefix}heading")
        context.line(f'<heading eId="{eid}">')
        line_text(context, node.heading, eid, "heading")


def table(context: Context, node: tree.Table) -> None:
    """Write a table, a row or cell a line."""
    eid = context.claim("table")
    context.line(f'<table eId="{eid}">')
    for row in node.rows:
        context.sheet.out.append(indent(context.depth + 1) + "<tr>")
        for cell in row.cells:
            context.sheet.out.append(indent(context.depth + 2) + "<td>")
            for part in cell:
                paragraph(context.sheet, part, eid)
            context.sheet.out.append("</td>" if cell else "<p/></td>")
        context.sheet.out.append(indent(context.depth + 1) + "</tr>")
    context.line("</table>")


_COMMAS = ",\u060c\uff0c\u3001 "  # Latin, Arabic, Chinese


def opening(node: tree.Recital) -> str:
    """Return the opening phrase of a recital as printed, "preamble" if none is set apart.

    It stands first, or behind the label that drafts under negotiation have.
    """
    first = node.content[0] if node.content else None
    if isinstance(first, tree.Paragraph):
        for child in first.children[:2]:
            if isinstance(child, tree.Emphasis):
                phrase = " ".join(plain_text(child.children).split()).rstrip(_COMMAS)
                return phrase or "preamble"
            if not isinstance(child, tree.Text) or len(child.text) > _LABEL:
                break
    return "preamble"


_LABEL = 12  # characters of a label: PP12 quater.


def goes_on(blocks: tuple[tree.Block, ...]) -> bool:
    """Say whether text after points continues their sentence."""
    first = blocks[0] if blocks else None
    if not isinstance(first, tree.Paragraph):
        return False
    letter = next((char for char in plain_text(first.children) if char.isalpha()), "")
    return letter.islower()


def wrap_up_at(parts: tree.Content, at: int) -> tree.Paragraph | None:
    """Return the paragraph at a place if it ends the list before it and opens none itself."""
    part = parts[at] if at < len(parts) else None
    opens = at + 1 < len(parts) and isinstance(parts[at + 1], tree.Enumeration)
    return part if isinstance(part, tree.Paragraph) and not opens and goes_on((part,)) else None
