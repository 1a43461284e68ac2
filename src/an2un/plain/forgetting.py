"""The tree without what canonical text cannot carry."""

from __future__ import annotations

from typing import Any

from an2un import tree
from an2un.record import replace
from an2un.titles import titled
from an2un.walk import normal, rewrite


def forget(document: tree.Document) -> tree.Document:
    """Return a document without what canonical text cannot carry, in normal form.

    Gone are emphasis (but for opening phrases and titles among provisions), raised type, links,
    references and the roles of words outside the masthead and the closing lines; the paragraphs
    of a table cell become one; headings and text of a provision become its paragraphs.
    """
    kept = rewrite(document, _forgotten)
    return titled(normal(kept))


def _forgotten(node: Any) -> Any:
    match node:
        case tree.Superscript(children) | tree.Reference(_, children) | tree.Link(_, children):
            return children
        case tree.Recital(content):
            return tree.Recital(_opened(content))
        case tree.Provision():
            head = () if node.heading is None else (node.heading,)
            return replace(node, heading=None, content=_opened((*head, *node.content)))
        case tree.Formula(line):
            return tree.Formula(_bare(line))
        case tree.Heading(line):
            return tree.Heading(_bare(line))
        case tree.Section() if node.heading is not None:
            return replace(node, heading=_bare(node.heading))
        case tree.Row(cells):
            return tree.Row(tuple(_one(cell) for cell in cells))
        case tree.Footnote():
            return replace(node, body=tuple(map(_bare, node.body)))
        case tree.Annex():
            label = None if node.label is None else _bare(node.label)
            return replace(node, label=label, title=tuple(map(_bare, node.title)))
        case tree.Masthead() | tree.Resolution():
            return _plain_lines(node)
        case _:
            return node


def _plain_lines(node: tree.Masthead | tree.Resolution) -> tree.Masthead | tree.Resolution:
    """Return masthead or closing lines without typography; the roles are read off the words."""
    if isinstance(node, tree.Resolution):
        return replace(node, closing=tuple(map(_without_type, node.closing)))
    groups = (node.cover, node.session, node.proponents, node.adoption, node.title)
    return tree.Masthead(*(tuple(map(_without_type, group)) for group in groups))


def _without_type(line: tree.Paragraph) -> tree.Paragraph:
    return tree.Paragraph(_untyped(line.children), origin=line.origin)


def _untyped(inlines: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    result: list[tree.Inline] = []
    for child in inlines:
        if isinstance(child, tree.Emphasis):
            result.extend(_untyped(child.children))
        elif isinstance(child, tree.Field):
            result.append(replace(child, children=_untyped(child.children)))
        else:
            result.append(child)
    return tuple(result)


def _opened(content: tree.Content) -> tree.Content:
    """Return content in which only the opening phrase of its first paragraph is set apart."""
    result: list[tree.Block | tree.Enumeration] = []
    for number, part in enumerate(content):
        if not isinstance(part, tree.Paragraph):
            result.append(part)
            continue
        first = part.children[0] if part.children else None
        if number == 0 and isinstance(first, tree.Emphasis) and first.kind == "italic":
            opener = replace(first, children=_words_only(first.children))
            rest = _words_only(part.children[1:])
            result.append(tree.Paragraph((opener, *rest), origin=part.origin))
        else:
            result.append(_bare(part))
    return tuple(result)


def _bare(paragraph: tree.Paragraph) -> tree.Paragraph:
    return tree.Paragraph(_words_only(paragraph.children), origin=paragraph.origin)


def _words_only(inlines: tuple[tree.Inline, ...]) -> tuple[tree.Inline, ...]:
    """Return running text of which only words and footnotes are left."""
    result: list[tree.Inline] = []
    for child in inlines:
        if isinstance(child, tree.Text | tree.Footnote):
            result.append(child)
        else:
            result.extend(_words_only(child.children))
    return tuple(result)


def _one(cell: tuple[tree.Paragraph, ...]) -> tuple[tree.Paragraph, ...]:
    """Return the paragraphs of a cell as one, blanks between them."""
    inlines: list[tree.Inline] = []
    for paragraph in cell:
        inlines += [*_words_only(paragraph.children), tree.Text(" ")]
    return (tree.Paragraph(tuple(inlines)),) if inlines else ()
