"""Words that stand where the schema allows none get a paragraph, so that they are found."""

from __future__ import annotations

from lxml import etree

from an2un.akn.names import NAMESPACE
from an2un.akn.reader import Element, local

_N = f"{{{NAMESPACE}}}"
# Lines: elements whose content is running text.
LINES = frozenset({
    "p", "block", "crossHeading", "listIntroduction", "listWrapUp", "num", "heading", "subheading",
    "longTitle", "caption", "interstitial",
})  # fmt: skip
_HEADS = frozenset({"num", "heading", "subheading"})
# Frames: elements that hold lines, levels or other frames, and neither words nor a number.
_FRAMES = frozenset({
    "akomaNtoso", "statement", "doc", "documentCollection", "components", "component",
    "collectionBody", "attachments", "coverPage", "preface", "preamble", "mainBody", "body",
    "conclusions", "container", "formula", "content", "intro", "wrapUp", "blockList", "table", "tr",
    "td", "th", "div", "embeddedStructure", "ul", "ol", "tblock",
})  # fmt: skip
# Levels: elements that hold a number and a heading beside lines and levels.
_LEVELS = frozenset({
    "paragraph", "point", "indent", "alinea", "item", "list", "sublist", "section", "part",
    "title", "chapter", "article", "rule", "division", "subparagraph", "clause", "subclause",
    "level", "book", "tome", "subsection", "subtitle", "subpart", "subchapter", "subdivision",
    "blockContainer", "hcontainer", "attachment", "li", "recital", "recitals", "citation",
    "citations",
})  # fmt: skip
_BLOCKS = LINES | _FRAMES | _LEVELS | {"meta", "documentRef", "componentRef", "toc"}


def shelter(root: Element) -> None:
    """Put words that stand loose between blocks into paragraphs, in place."""
    stack = [root]
    while stack:
        element = stack.pop()
        name = local(element)
        if name == "meta":
            continue
        if name in LINES:
            stack.extend(element.iter(f"{_N}embeddedStructure"))
            continue
        if name in _FRAMES:
            _unhead(element)
        if _holds_loose_words(element):
            _gather(element)
        stack.extend(element.iterchildren("*"))


def _unhead(frame: Element) -> None:
    """Make numbers and headings paragraphs where nothing is numbered."""
    for child in frame.iterchildren("*"):
        if local(child) in _HEADS:
            child.tag = f"{_N}p"


def _holds_loose_words(element: Element) -> bool:
    if (element.text or "").strip():
        return True
    return any(
        (child.tail or "").strip() or not _holds_block(child) for child in element.iterchildren("*")
    )


def _holds_block(element: Element) -> bool:
    """Say whether an element is a block or, unknown, holds some; those of a note do not count."""
    stack = [element]
    while stack:
        inner = stack.pop()
        name = local(inner)
        if name in _BLOCKS:
            return True
        if name != "authorialNote":
            stack.extend(inner.iterchildren("*"))
    return False


def _gather(element: Element) -> None:
    """Put each run of loose words and inline elements into a paragraph of its own."""
    children = [*element.iterchildren("*")]
    line: Element | None = None
    if (element.text or "").strip():
        line = etree.Element(f"{_N}p")
        line.text, element.text = element.text, None
        element.insert(0, line)
    for child in children:
        if _holds_block(child):
            line = None
            if (child.tail or "").strip():
                line = etree.Element(f"{_N}p")
                line.text, child.tail = child.tail, None
                child.addnext(line)
            continue
        if line is None:
            line = etree.Element(f"{_N}p")
            child.addprevious(line)
        line.append(child)
