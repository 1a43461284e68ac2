"""The characters of a file and of a tree, counted for comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from an2un import walk
from an2un.akn.names import NAMESPACE
from an2un.akn.reader import Element
from an2un.tree import Document, Footnote, Provision, Section, Text

PARTS = tuple(
    f"{{{NAMESPACE}}}{name}"
    for name in ("coverPage", "preface", "preamble", "mainBody", "conclusions")
)


def printed(element: Element) -> Iterator[str]:
    """Yield the text of an element, and the markers of its notes."""
    yield element.text or ""
    if element.tag == f"{{{NAMESPACE}}}authorialNote":
        yield element.get("marker") or ""
    for child in element.iterchildren("*"):
        yield from printed(child)
        yield child.tail or ""


def characters(texts: Iterator[str]) -> Counter[str]:
    """Return how often each character but white space occurs."""
    return Counter("".join(part for text in texts for part in text.split()))


def in_file(root: Element) -> Counter[str]:
    """Return the characters that a file prints."""
    outermost = (
        part
        for part in root.iter(*PARTS)
        if not any(above.tag in PARTS for above in part.iterancestors())
    )
    return characters(text for part in outermost for text in printed(part))


def in_tree(document: Document) -> Counter[str]:
    """Return the characters that a tree prints."""

    def texts() -> Iterator[str]:
        for node in walk.walk(document):
            if isinstance(node, Text):
                yield node.text
            elif isinstance(node, Footnote | Provision | Section):
                yield node.marker or ""

    return characters(texts())
