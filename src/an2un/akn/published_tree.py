"""The tree of a published file as the tree of the printed document."""

from __future__ import annotations

from typing import Any

from an2un import tree
from an2un.akn.published_lists import nested
from an2un.akn.published_words import (
    citation,
    plain_heading,
    unset,
    whole_references,
    whole_words,
)
from an2un.record import replace
from an2un.walk import normal, plain_text, rewrite

_COMMAS = " ,\u060c\uff0c\u00a0"  # Latin, Arabic and Chinese; behind the organ's name in a formula


def mended(document: tree.Document, organ: str) -> tree.Document:
    """Return a published document as it is printed.

    organ: identifier of the organ whose IRIs the file bears, "" if it is none of the known.

    Points that follow their paragraph as its equals become its points where their numbers prove
    it; emphasis and references cover whole words; addresses of the document service become
    references; the organ is named in the masthead and in the enacting formula.
    """

    def mend(node: Any) -> Any:
        if isinstance(node, tree.Masthead):
            return _masthead(node, organ)
        if isinstance(node, tree.Formula):
            return tree.Formula(_formula(node.text, organ))
        if isinstance(node, tree.Resolution):
            return _repeated_formulas(_mended(node))
        return _mended(node)

    result: tree.Document = normal(rewrite(document, mend))
    return result


def _mended(node: Any) -> Any:
    match node:
        case tree.Resolution():
            return replace(node, items=nested(node.items, annex=False))
        case tree.Section():
            heading = plain_heading(node.heading)
            return replace(node, heading=heading, items=nested(node.items, annex=False))
        case tree.Annex():
            return replace(
                node,
                label=plain_heading(node.label),
                title=tuple(filter(None, map(plain_heading, node.title))),
                items=nested(node.items, annex=True),
            )
        case tree.Heading(line):
            return tree.Heading(plain_heading(line) or line)
        case tree.Embedded(items):
            return tree.Embedded(nested(items, annex=False))
        case tree.Paragraph(children):
            return tree.Paragraph(whole_words(whole_references(children)))
        case tree.Link(href, children):
            return citation(href, children) or node
        case tree.Field(role, children, value):
            return _field(tree.Field(role, unset(children), value))
        case _:
            return node


def _field(node: tree.Field) -> tree.Field | tuple[tree.Inline, ...]:
    """Return a role; the full stop behind a number is no part of it."""
    words = plain_text(node.children)
    if node.role != "number" or not words.rstrip().endswith("."):
        return node
    number = words.rstrip().removesuffix(".")
    return (tree.Field("number", (tree.Text(number),), node.value), tree.Text(". "))


# ----------------------------------------------------------------------------------------- organs


def _masthead(masthead: tree.Masthead, organ: str) -> tree.Masthead:
    """Name the organs of the cover; above a subsidiary organ stands the General Assembly."""
    several = sum(map(_has_organ, masthead.cover)) > 1
    cover: list[tree.Paragraph] = []
    for line in masthead.cover:
        if _has_organ(line):
            cover.append(_named(line, "generalAssembly" if several else organ))
            several = False
        else:
            cover.append(line)
    return replace(masthead, cover=tuple(cover))


def _has_organ(line: tree.Paragraph) -> bool:
    return any(isinstance(child, tree.Field) and child.role == "organ" for child in line.children)


def _named(line: tree.Paragraph, organ: str) -> tree.Paragraph:
    children = tuple(
        replace(child, value=child.value or organ)
        if isinstance(child, tree.Field) and child.role == "organ"
        else child
        for child in line.children
    )
    return tree.Paragraph(children)


def _formula(line: tree.Paragraph, organ: str) -> tree.Paragraph:
    """Mark the organ's name in an enacting formula, the comma behind it left outside."""
    words = unset(line.children)
    if not all(isinstance(child, tree.Text) for child in words):
        return line
    text = plain_text(words).strip()
    name = text.rstrip(_COMMAS)
    return tree.Paragraph(
        (tree.Field("organization", (tree.Text(name),), organ), tree.Text(text[len(name) :]))
        if organ and name
        else words
    )


def _repeated_formulas(document: tree.Resolution) -> tree.Resolution:
    """Read what is a recital in the file, but repeats the enacting formula, as a formula."""
    formula = document.preamble.formula
    if formula is None:
        return document
    words = plain_text(formula.text.children).strip()

    def change(node: Any) -> Any:
        if isinstance(node, tree.Recital) and len(node.content) == 1:
            line = node.content[0]
            if isinstance(line, tree.Paragraph) and plain_text(line.children).strip() == words:
                return formula
        return node

    items = tuple(rewrite(item, change) for item in document.items)
    return replace(document, items=items)
