"""The normal form: the one form in which equal words are equal trees."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from an2un.record import replace, values
from an2un.tree import (
    Annex,
    Block,
    Content,
    Document,
    Embedded,
    Enumeration,
    Field,
    Footnote,
    Inline,
    Link,
    Masthead,
    Paragraph,
    Provision,
    Recital,
    Reference,
    Resolution,
    Row,
    Section,
    Table,
    Text,
)
from an2un.walk.nodes import rewrite


def normal(document: Document) -> Document:
    """Return the document in the one form in which equal words are equal trees.

    Adjacent Texts are one; white space is single blanks, none at the ends of a paragraph; what
    holds no words (paragraphs in sequences, emphasis, fields, points, rows …) is left out.
    """
    result: Document = rewrite(document, _normal_node)
    return result


def _normal_node(node: Any) -> Any:
    """Return one node in normal form; its content is normal already (see `rewrite`)."""
    rule = _RULES.get(type(node))
    return rule(node) if rule else node


def _kept(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    if all(paragraph.children for paragraph in paragraphs):
        return paragraphs
    return tuple(paragraph for paragraph in paragraphs if paragraph.children)


def _content(content: Content) -> Content:
    if all(_holds(part) for part in content):
        return content
    return tuple(part for part in content if _holds(part))


def _holds(part: Block | Enumeration) -> bool:
    match part:
        case Paragraph():
            return bool(part.children)
        case Table():
            return bool(part.rows)
        case Embedded():
            return bool(part.items)
        case Enumeration():
            return bool(part.points)


def _optional(paragraph: Paragraph | None) -> Paragraph | None:
    return paragraph if paragraph is not None and paragraph.children else None


def _marker(marker: str | None) -> str | None:
    return (single_blanks(marker) or None) if marker is not None else None


def _paragraph(node: Paragraph) -> Paragraph:
    inlines = normal_inlines(node.children)
    return node if inlines is node.children else Paragraph(inlines, origin=node.origin)


def _footnote(node: Footnote) -> Footnote:
    return replace(node, marker=single_blanks(node.marker), body=_kept(node.body))


def _table(node: Table) -> Table:
    rows = tuple(Row(tuple(_kept(cell) for cell in row.cells)) for row in node.rows if row.cells)
    return Table(rows)


def _provision(node: Provision) -> Provision:
    return replace(
        node,
        marker=_marker(node.marker),
        heading=_optional(node.heading),
        content=_content(node.content),
    )


def _section(node: Section) -> Section:
    return replace(node, marker=_marker(node.marker), heading=_optional(node.heading))


def _masthead(node: Masthead) -> Masthead:
    return Masthead(*map(_kept, values(node).values()))


def _annex(node: Annex) -> Annex:
    return replace(node, label=_optional(node.label), title=_kept(node.title))


def _resolution(node: Resolution) -> Resolution:
    return replace(node, closing=_kept(node.closing))


def _target(node: Reference | Link) -> Any:
    """Return a reference with a trimmed target; one that leads nowhere leaves its words."""
    if isinstance(node, Link):
        href = single_blanks(node.href)
        return replace(node, href=href) if href else node.children
    target = single_blanks(node.target)
    return replace(node, target=target) if target else node.children


_RULES: dict[type[Any], Callable[[Any], Any]] = {
    Reference: _target,
    Link: _target,
    Field: lambda node: replace(node, value=single_blanks(node.value)),
    Paragraph: _paragraph,
    Footnote: _footnote,
    Table: _table,
    Provision: _provision,
    Recital: lambda node: Recital(_content(node.content)),
    Section: _section,
    Masthead: _masthead,
    Annex: _annex,
    Resolution: _resolution,
}


_BLANKS = re.compile(r"[ \t\n\r]+")  # XML's white space; the blanks of typography are characters


def single_blanks(text: str) -> str:
    """Return a text with every run of XML's white space one blank, none at its ends."""
    return _BLANKS.sub(" ", text).strip(" ")


def normal_inlines(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return running text in normal form; the bodies of its footnotes are left as they are."""
    if len(inlines) == 1 and type(inlines[0]) is Text:
        text = single_blanks(inlines[0].text)
        return inlines if text == inlines[0].text else ((Text(text),) if text else ())
    result, _ = _joined(inlines, after_blank=True)
    result = _without_last_blank(result)
    return inlines if result == inlines else result


def _joined(inlines: tuple[Inline, ...], after_blank: bool) -> tuple[tuple[Inline, ...], bool]:
    """Return inlines with blanks made single and Texts joined, and whether a blank ends them."""
    result: list[Inline] = []
    for child in inlines:
        if isinstance(child, Text):
            text = _BLANKS.sub(" ", child.text)
            text = text[1:] if after_blank and text.startswith(" ") else text
            if not text:
                continue
            after_blank = text.endswith(" ")
            last = result[-1] if result else None
            if isinstance(last, Text):
                result[-1] = Text(last.text + text)
            else:
                result.append(Text(text))
        elif isinstance(child, Footnote):
            result.append(child)
            after_blank = False
        else:
            inner, ends = _joined(child.children, after_blank)
            if inner:
                result.append(replace(child, children=inner))
                after_blank = ends
    return tuple(result), after_blank


def _without_last_blank(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if not inlines or isinstance(inlines[-1], Footnote):
        return inlines
    last = inlines[-1]
    if isinstance(last, Text):
        text = last.text.rstrip(" ")
        if text == last.text:
            return inlines
        return (*inlines[:-1], Text(text)) if text else inlines[:-1]
    inner = _without_last_blank(last.children)
    if inner is last.children:
        return inlines
    return (*inlines[:-1], replace(last, children=inner)) if inner else inlines[:-1]
