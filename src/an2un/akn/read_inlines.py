"""Running text from XML: the way back of `write_inlines`, for the United Nations' files as well.

An element that is not known is looked through: its words are kept, the element is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from an2un import tree
from an2un.akn.read_roles import ROLES, Here
from an2un.akn.reader import Element, Reader, local
from an2un.akn.sheet import address
from an2un.tree import Inline
from an2un.walk import normal_inlines, single_blanks

_BLANK = tree.Text(" ")  # for line ends set by `eol` or `br`


def inlines(reader: Reader, element: Element, place: str) -> tuple[Inline, ...]:
    """Return the content of an element as running text, in normal form."""
    return normal_inlines(_inner(reader, element, place))


def parts(reader: Reader, element: Element, place: str) -> Iterator[Inline | tree.Embedded]:
    """Yield the content of a paragraph as it stands: inlines, and what is embedded in it."""
    if element.text:
        yield tree.Text(element.text)
    for child in element.iterchildren():
        if local(child) == "embeddedStructure":
            yield reader.embedded(reader, child)
        else:
            yield from _element(reader, child, place)
        if child.tail:
            yield tree.Text(child.tail)


def _inner(reader: Reader, element: Element, place: str) -> tuple[Inline, ...]:
    """Return the content of an element as it stands; of an embedded text only the words."""
    result: list[Inline] = [tree.Text(element.text)] if element.text else []
    for child in element.iterchildren():
        result.extend(_element(reader, child, place))
        if child.tail:
            result.append(tree.Text(child.tail))
    return tuple(result)


def _element(reader: Reader, element: Element, place: str) -> Iterable[Inline]:
    name = local(element)
    rule = _RULES.get(name)
    if rule is not None:
        return rule(reader, element, place)
    inner = _inner(reader, element, place)
    role = ROLES.get(name)
    return role(Here(reader, element, place), inner) if role is not None else inner


# ---------------------------------------------------------------------------------------- elements


def _span(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    inner = _inner(reader, element, place)
    classes = element.get("class", "").split()
    if "italic" in classes:
        yield tree.Emphasis("italic", inner)
    elif "bold" in classes:
        yield tree.Emphasis("bold", inner)
    else:
        yield from inner


def _italic(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    yield tree.Emphasis("italic", _inner(reader, element, place))


def _bold(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    yield tree.Emphasis("bold", _inner(reader, element, place))


def _sup(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    inner = _inner(reader, element, place)
    calls = reader.foreign and any(isinstance(child, tree.Footnote) for child in inner)
    if calls or element.get("class") == "footnote":
        yield from inner
    else:
        yield tree.Superscript(inner)


def _link(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    href = address(element.get("href", ""))
    inner = _inner(reader, element, place)
    yield from (tree.Link(href, inner),) if href else inner


def _reference(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    target = reader.target(single_blanks(element.get("href", "")))
    inner = _inner(reader, element, place)
    yield from (tree.Reference(target, inner),) if target else inner


def _note(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    del place  # a note is running text wherever it is called
    marker = single_blanks(element.get("marker", ""))
    yield tree.Footnote(marker, tuple(_note_body(reader, element)))


def _note_body(reader: Reader, element: Element) -> Iterator[tree.Paragraph]:
    """Yield the paragraphs of a note; text outside of paragraphs is a paragraph of its own."""
    blocks = [child for child in element.iterchildren("*") if local(child) in ("p", "block")]
    if len(blocks) < len(element) or (element.text or "").strip():
        blocks = [element]
    for block in blocks:
        children = inlines(reader, block, "")
        if children:
            yield tree.Paragraph(children)


def _break(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    yield _BLANK
    yield from _inner(reader, element, place)  # nothing, in a file that follows the schema


def _spaced(reader: Reader, element: Element, place: str) -> Iterator[Inline]:
    """Look through an element that stands where none may stand, keeping its words apart."""
    yield _BLANK
    yield from _inner(reader, element, place)
    yield _BLANK


_RULES: dict[str, Callable[[Reader, Element, str], Iterable[Inline]]] = {
    "span": _span,
    "i": _italic,
    "b": _bold,
    "sup": _sup,
    "a": _link,
    "ref": _reference,
    "authorialNote": _note,
    "eol": _break,
    "br": _break,
    "num": _spaced,
    "heading": _spaced,
    "subheading": _spaced,
    "p": _spaced,
}
