"""What elements are called and what text they hold: the small questions that every rule asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from lxml import etree

Element = etree._Element
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
XML = "http://www.w3.org/XML/1998/namespace"
_PREFIX = f"{{{AKN}}}"
_STRING: Callable[[Element], str] = cast("Any", etree.XPath("string()", smart_strings=False))
_QUALIFIED: dict[str, str] = {}


def qualified(name: str) -> str:
    """Return the name with the Akoma Ntoso namespace, as lxml spells it."""
    tag = _QUALIFIED.get(name)
    if tag is None:
        tag = _QUALIFIED[name] = f"{{{AKN}}}{name}"
    return tag


class _Local(dict[str, str]):
    """Local names by tag: "p" of Akoma Ntoso's p, the tag itself of foreign ones.

    A tag in no namespace is foreign too: "{}p".
    """

    def __missing__(self, tag: str) -> str:
        own, foreign = tag.startswith(_PREFIX), tag[:1] == "{"
        name = tag[len(_PREFIX) :] if own else (tag if foreign else f"{{}}{tag}")
        if len(self) < 1000:  # a hostile file may invent any number of names
            self[tag] = name
        return name


LOCAL = _Local()


def local(element: Element) -> str:
    """Return the local name of an Akoma Ntoso element; others keep their namespace."""
    return LOCAL[element.tag]


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    return None if element is None else next(element.iterchildren(qualified(name)), None)


def line_of(element: Element) -> int:
    """Return the line on which the start tag of an element ends, from 1; 0 if unknown."""
    return cast("int | None", cast("Any", element).sourceline) or 0


def words(element: Element) -> str:
    """Return all text of an element, white space collapsed."""
    text = _STRING(element) if len(element) else element.text or ""
    return " ".join(text.split())


def label(element: Element) -> str:
    """Return the text of an element that seldom has children, such as num: `words`, but faster."""
    if len(element):
        return words(element)
    return (element.text or "").strip()


def speaks(element: Element) -> bool:
    """Tell whether an element holds any text."""
    return any(not text.isspace() for text in element.itertext() if text)


def text_of(element: Element) -> str:
    """Return the text of an element, white space collapsed, without the text of notes."""
    if element.find(f".//{qualified('authorialNote')}") is None:
        return words(element)
    pieces: list[str] = []
    _gather(element, pieces)
    return " ".join("".join(pieces).split())


def _gather(element: Element, pieces: list[str]) -> None:
    """Collect the text of an element without notes; iterative, so that depth does not matter."""
    note = qualified("authorialNote")
    skipped: Element | None = None
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if skipped is None and node.tag == note:
                skipped = node
            elif skipped is None and node.text:
                pieces.append(node.text)
            continue
        if node is skipped:
            skipped = None
        if skipped is None and node is not element and node.tail:
            pieces.append(node.tail)
